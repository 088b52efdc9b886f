//! Makes `assets/paraphrases.tsv`: for each stem the rows of `assets/paraphrases.txt` that it stands in.
//!
//! `cargo run --release --example paraphrases > assets/paraphrases.tsv`
//!
//! A line holds a stem and, for each row in which it stands alone or opens a phrase, the row's number, `S` (interchangeable)
//! or `W` (near), and the stems that must follow: `step TAB 14S:down 20W`. Sorted by stem, for lookup by bisection.

use rashomon::analysis::similarity::words::{stem, words};
use std::collections::{BTreeMap, BTreeSet};

static LIST: &str = include_str!("../assets/paraphrases.txt");

fn main() {
    let mut table: BTreeMap<String, BTreeSet<(usize, char, String)>> = BTreeMap::new();
    let rows = LIST.lines().filter_map(|line| line.split_once(": ")).filter(|(kind, _)| matches!(*kind, "S" | "W"));
    for (row, (kind, members)) in rows.enumerate() {
        for member in members.split(',') {
            let stems: Vec<String> = words(member.trim()).iter().map(|word| stem(&word.form)).collect();
            if let Some((first, rest)) = stems.split_first() {
                table.entry(first.clone()).or_default().insert((row, kind.chars().next().unwrap_or('W'), rest.join("_")));
            }
        }
    }
    for (stem, entries) in table {
        let entries = entries.into_iter().map(|(row, kind, rest)| match rest.as_str() {
            "" => format!("{row}{kind}"),
            _ => format!("{row}{kind}:{rest}"),
        });
        println!("{stem}\t{}", entries.collect::<Vec<_>>().join(" "));
    }
}
