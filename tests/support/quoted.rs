//! What the program takes for quotations in a text, and whose: from the saved page to the speaker.

use rashomon::analysis::{names, quotations, speakers};
use rashomon::ingest;
use std::path::Path;

/// A text with what has to be found in it.
pub struct Case {
    /// What it tries.
    pub tries: &'static str,
    /// Paragraphs, parted by empty lines; a headline stands before them.
    pub text: &'static str,
    /// The quotations in order, each with its speaker, empty where nobody can be named. `Start … end` stands for a
    /// quotation that begins and ends so.
    pub found: &'static [(&'static str, &'static str)],
}

/// The quotations of a text with their speakers, read from a file as the program reads it.
pub fn quoted(test: &str, text: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("quoted");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{test}.txt"));
    std::fs::write(&file, format!("A headline for what follows here\n\n{text}\n")).unwrap();
    let story = ingest::load(&[file.to_string_lossy().into_owned()], &ingest::Options::default()).unwrap();
    let names = names::find(&story);
    let found = quotations::find(&story);
    speakers::attribute(&story, &names, &found)
        .into_iter()
        .filter(|q| !q.scare)
        .map(|q| (story.text(&q.place).to_owned(), q.speaker.unwrap_or_default()))
        .collect()
}

fn agrees(expected: &str, found: &str) -> bool {
    match expected.split_once(" … ") {
        Some((start, end)) => found.starts_with(start) && found.ends_with(end) && found.len() >= start.len() + end.len(),
        None => found == expected,
    }
}

/// Holds a program's reading to what has to be found; says of every case that fails what it found instead.
pub fn check(file: &str, cases: &[Case]) {
    let mut failed = String::new();
    for (n, case) in cases.iter().enumerate() {
        let found = quoted(&format!("{file}-{n}"), case.text);
        let right = found.len() == case.found.len()
            && found.iter().zip(case.found).all(|((text, speaker), (words, whose))| agrees(words, text) && speaker == whose);
        if !right {
            failed += &format!("\n{}\n  wanted {:?}\n  found  {found:?}\n", case.tries, case.found);
        }
    }
    assert!(failed.is_empty(), "{failed}");
}
