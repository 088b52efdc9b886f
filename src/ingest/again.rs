//! Files that hold the same text, as an agency's report is saved from forty papers: it is read once. Files of different lengths
//! need not be held against each other.

use super::source::Input;
use super::text::{self, Text};
use std::cmp::Reverse;

/// Inputs with their places in the order in which they were found, those of one length together: what is the same is among them.
/// The longest come first, lest one be left to read when all others are.
pub fn of_one_length(inputs: Vec<Input>) -> Vec<Vec<(usize, Input)>> {
    let length =
        |input: &Input| if input.path == "-" { None } else { std::fs::metadata(&input.file).ok().map(|file| file.len()) };
    let mut by_length: Vec<(Option<u64>, usize, Input)> =
        inputs.into_iter().enumerate().map(|(n, input)| (length(&input), n, input)).collect();
    by_length.sort_by_key(|(length, n, _)| (Reverse(*length), *n));
    let mut groups: Vec<Vec<(usize, Input)>> = Vec::new();
    let mut before = None;
    for (length, n, input) in by_length {
        match groups.last_mut().filter(|_| length.is_some() && length == before) {
            Some(group) => group.push((n, input)),
            None => groups.push(vec![(n, input)]),
        }
        before = length;
    }
    groups
}

/// Texts of one length that are kept at the most, lest many large files be held at once.
const KEPT: usize = 16;

/// The plain texts of some files, as they were read.
pub struct Texts {
    /// Whether others may come that are the same.
    shared: bool,
    read: Vec<(String, Text)>,
}

impl Texts {
    /// Those of so many files.
    pub fn of(files: usize) -> Self {
        Texts { shared: files > 1, read: Vec::new() }
    }

    /// Reads a text, or takes what was made of the same one before.
    pub fn read(&mut self, text: &str) -> Text {
        if let Some((_, known)) = self.read.iter().find(|(known, _)| known == text) {
            return known.clone();
        }
        let read = text::read(text, None);
        if self.shared && self.read.len() < KEPT {
            self.read.push((text.to_owned(), read.clone()));
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_was_read_before_is_the_same_again() {
        let texts =
            ["The ferries\n\nThey were sold on Friday.", "The bridges\n\nThey were sold on Monday.", "Boats\n\nNone left."];
        let mut kept = Texts::of(9);
        for text in texts.iter().chain(&texts) {
            assert_eq!(kept.read(text), text::read(text, None));
        }
        assert_eq!(kept.read.len(), 3);
        let mut alone = Texts::of(1);
        alone.read("The ferries\n\nThey were sold.");
        assert!(alone.read.is_empty());
    }

    #[test]
    fn every_input_is_in_one_group() {
        let file = |name: &str| Input { path: name.to_owned(), file: name.into(), name: None };
        let inputs = vec![file("Cargo.toml"), file("-"), file("LICENSE-MIT"), file("Cargo.toml"), file("not there"), file("-")];
        let mut groups: Vec<Vec<usize>> =
            of_one_length(inputs).iter().map(|group| group.iter().map(|(n, _)| *n).collect()).collect();
        groups.sort();
        assert_eq!(groups, [vec![0, 3], vec![1], vec![2], vec![4], vec![5]]);
    }
}
