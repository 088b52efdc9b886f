//! Where a statement may be cut: a clause of one sentence often tells what another article gives a sentence of its own.
//!
//! In: the words of a statement. Out: for each word its clause, and the windows (one to three neighbouring clauses, and the
//! whole) that are held against another statement's. Clauses are evidence within a pair only; the unit that is
//! linked stays the sentence, of which [`crate::analysis::focus`] shows the part that is meant.

use crate::analysis::similarity::emphasis::parted;
use crate::analysis::similarity::words::Word;

/// Words that open a clause.
const OPENERS: &[&str] = &[
    "that", "and", "but", "who", "which", "after", "before", "as", "while", "when", "because", "if", "although", "though",
    "since", "where", "whether", "than", "saying", "to",
];
/// A clause has at least so many words.
const SHORTEST: usize = 3;
/// Clauses that are told apart; what follows counts to the last.
const MOST: u32 = 63;
/// Neighbouring clauses in a window.
const WIDEST: u32 = 3;

/// The clause of each word, from 0.
pub fn of(text: &str, words: &[Word]) -> Vec<u8> {
    let mut clauses = Vec::with_capacity(words.len());
    let (mut clause, mut length, mut end) = (0_u8, 0, 0);
    for word in words {
        let cut = parted(text.get(end..word.span.start).unwrap_or("")) || OPENERS.contains(&word.form.as_ref());
        if cut && length >= SHORTEST && u32::from(clause) < MOST {
            clause += 1;
            length = 0;
        }
        clauses.push(clause);
        length += 1;
        end = word.span.end;
    }
    clauses
}

/// The windows over `clauses` clauses, each as the set of its clauses (a bit for each).
pub fn windows(clauses: u32) -> Vec<u64> {
    let mut windows: Vec<u64> = Vec::new();
    for width in 1..=WIDEST.min(clauses.max(1)) {
        for first in 0..=clauses.saturating_sub(width) {
            windows.push(((1_u64 << width) - 1) << first.min(MOST));
        }
    }
    if clauses > WIDEST {
        windows.push(u64::MAX);
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::similarity::words::words;

    #[test]
    fn clauses_are_cut_at_marks_and_openers() {
        let text = "The mayor resigned on Friday, a day after the council voted that she must go.";
        let clauses = of(text, &words(text));
        assert_eq!(clauses, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2]);
    }

    #[test]
    fn windows_are_runs_of_clauses() {
        assert_eq!(windows(1), [0b1]);
        assert_eq!(windows(2), [0b1, 0b10, 0b11]);
        assert_eq!(windows(4).len(), 4 + 3 + 2 + 1);
        assert_eq!(windows(64).len(), 64 + 63 + 62 + 1);
    }
}
