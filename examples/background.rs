//! Makes `assets/background.tsv`: in how many sentences of general news each stem stands.
//!
//! `cargo run --release --example background -- WORDS.tsv > assets/background.tsv`
//!
//! In: a table of word forms (`form TAB sentences that hold it`; the first line `# sentences TAB total`). Out: the same
//! for stems, the sum over a stem's forms, sorted; stems in fewer than [`FEWEST`] sentences are left out, for an unknown
//! stem counts as rare anyway. Counts are facts about the language, not anybody's text.

use rashomon::analysis::similarity::words::stem;
use std::collections::BTreeMap;
use std::process::ExitCode;

/// A stem seen more seldom says nothing that "unknown" does not say.
const FEWEST: u32 = 2;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: background WORDS.tsv");
        return ExitCode::from(2);
    };
    let Ok(table) = std::fs::read_to_string(&path) else {
        eprintln!("cannot read {path}");
        return ExitCode::FAILURE;
    };
    let mut total = 0;
    let mut stems: BTreeMap<String, u32> = BTreeMap::new();
    for (word, count) in table.lines().filter_map(|l| l.split_once('\t')) {
        let Ok(count) = count.trim().parse::<u32>() else { continue };
        if word.starts_with('#') {
            total = count;
        } else {
            *stems.entry(stem(word)).or_default() += count;
        }
    }
    println!("#\t{total}");
    for (stem, count) in stems.into_iter().filter(|(stem, count)| *count >= FEWEST && !stem.is_empty()) {
        println!("{stem}\t{}", count.min(total));
    }
    ExitCode::SUCCESS
}
