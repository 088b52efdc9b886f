//! Which words of a sentence are its verbs, by their form and by what stands beside them: no grammar is parsed.

use super::words::{Word, hangs, light};
use crate::analysis::differences::is_finite;

/// The first finite verb from word `from` on that is in its own segment or in one that begins with a verb.
pub(super) fn main_verb(words: &[Word], from: usize, first: usize) -> Option<usize> {
    let mut counted = true;
    words.iter().enumerate().skip(from).find_map(|(n, word)| {
        if word.opens {
            // `Adler, elected in May`: what follows a subject at once is a participle.
            let parted = word.segment == first + 1 && word.text.ends_with("ed");
            counted = word.segment == first || !hangs(word.text) && is_finite(word.text) && !parted;
        }
        let led = n > 0
            && words.get(n - 1).is_some_and(|w| matches!(w.text, "a" | "an" | "the" | "of" | "who" | "which" | "that" | "to"));
        // `leader of those who won`
        counted &= !matches!(word.text, "who" | "which" | "whose" | "that") || word.opens;
        // `we reserve`: past who does it stands what is done, in whatever form.
        let done = n > 0
            && !word.opens
            && !light(word.text)
            && !word.text.ends_with("ly")
            && words.get(n - 1).is_some_and(|w| does(w.text));
        (counted && !led && (done || is_verb(word.text))).then_some(n)
    })
}

/// A finite verb by its form, or with what it stands for: `there's`.
pub(super) fn is_verb(word: &str) -> bool {
    let short = || word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    let stands = |base: &str| matches!(base.to_lowercase().as_str(), "there" | "it" | "that" | "he" | "she" | "here" | "what");
    is_finite(word) || short().is_some_and(stands)
}

/// Pronouns that are always a subject.
pub(super) fn does(word: &str) -> bool {
    ["i", "we", "he", "she", "they"].iter().any(|pronoun| word.eq_ignore_ascii_case(pronoun))
}

/// Verbs past the main one that have the same subject: after `and`, or past a clause in between.
pub(super) fn predicates(words: &[Word], verb: usize, last: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for (n, word) in words.iter().enumerate().skip(verb + 2) {
        let after_and = words.get(n - 1).is_some_and(|w| w.text == "and");
        // `met Brand, and said so`
        let opens = word.opens || after_and && words.get(n - 1).is_some_and(|w| w.opens);
        // `populated areas`: a participle before its noun is no predicate.
        let participle = word.text.ends_with("ed")
            && words.get(n + 1).is_some_and(|w| !w.opens && w.text.chars().all(char::is_lowercase) && !light(w.text));
        if (after_and || opens) && is_finite(word.text) && !participle && word.segment <= last {
            found.push(n);
        }
    }
    found.truncate(3);
    found
}

/// `Adler backs the plan`: in form it could be a noun, but it stands between a noun and what begins another.
pub(super) fn is_present(words: &[Word], n: usize) -> bool {
    let (Some(before), Some(word), Some(after)) = (n.checked_sub(1).and_then(|b| words.get(b)), words.get(n), words.get(n + 1))
    else {
        return false;
    };
    let ends = word.text.ends_with('s') && !word.text.ends_with("ss") && word.text.len() > 3;
    let small = word.text.chars().all(char::is_lowercase);
    let begins = matches!(after.text, "a" | "an" | "the" | "his" | "her" | "their" | "its" | "no" | "that" | "him" | "them")
        || after.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    ends && small && !word.opens && !after.opens && !light(before.text) && begins
}

/// Common verbs whose plural present is more often a verb than a noun where it follows a plural.
#[rustfmt::skip]
const PLURAL: &[&str] = &[
    "agree", "allow", "appear", "argue", "become", "begin", "believe", "belong", "bring", "carry", "come", "consider",
    "continue", "cost", "describe", "expect", "face", "fall", "fear", "feel", "follow", "get", "give", "go", "grow", "hold",
    "hope", "include", "keep", "know", "lead", "leave", "let", "lie", "live", "lose", "make", "mean", "meet", "need", "open",
    "oppose", "own", "pay", "point", "put", "remain", "represent", "rise", "run", "see", "seem", "show", "sit", "speak",
    "stand", "suggest", "support", "take", "tell", "think", "try", "turn", "use", "want", "warn", "win", "work",
];

/// Whether a word may well be a verb in the present: `the coalition, however, commands 81 seats`, `the missing 11 make up`.
/// Some nouns are taken for verbs.
pub(super) fn may_be_present(words: &[Word], n: usize) -> bool {
    let (Some(before), Some(word)) = (n.checked_sub(1).and_then(|b| words.get(b)), words.get(n)) else { return false };
    if light(before.text) || !word.text.chars().all(char::is_lowercase) {
        return false;
    }
    let plural = before.text.ends_with('s') || before.text.ends_with(|c: char| c.is_ascii_digit()) || does(before.text);
    if plural && PLURAL.contains(&word.text) {
        return true;
    }
    let ends = word.text.ends_with('s') && !word.text.ends_with("ss") && word.text.len() > 3;
    let after =
        words.get(n + 1).is_some_and(|w| light(w.text) || w.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    // `Adler makes brakes`
    let named = n == 1 && before.text.starts_with(char::is_uppercase);
    ends && (after || named)
}
