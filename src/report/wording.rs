//! Two versions word by word: what is the same, what is another form, what stands elsewhere, what is only here.
//!
//! In: two texts. Out: the words of the second, each with its kinship to the first. Words are matched by stem, in
//! order as far as may be (Myers' difference, as in `diff`); what is left over is looked for out of order. This is
//! for the eye only: whether two versions are the same claim is decided elsewhere.

use crate::model::Span;
use rust_stemmers::{Algorithm, Stemmer};
use similar::{Algorithm as Method, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// How a word of one version stands to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kinship {
    /// The other has the same word in the same place.
    Same,
    /// The other has another form of it in the same place.
    Form,
    /// The other has it elsewhere.
    Moved,
    /// The other has it not.
    Only,
}

/// Words of a version beyond which words are no longer compared: nobody reads such a comparison, and a hostile text
/// could make it slow.
const MOST_WORDS: usize = 1_000;

/// Words that only hold others together. Where they stand, and whether they stand there at all, tells a reader
/// nothing; negations and persons are not among them.
const JOINTS: [&str; 30] = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "had", "has", "have", "in", "is", "it", "its", "of",
    "on", "or", "so", "such", "that", "the", "there", "this", "to", "was", "with",
];

/// A word and its stem.
struct Word {
    span: Span,
    written: String,
    stem: String,
}

fn words(text: &str, stemmer: &Stemmer) -> Vec<Word> {
    text.unicode_word_indices()
        .map(|(at, word)| {
            let written = word.to_lowercase().replace('’', "'");
            let bare = written.strip_suffix("'s").unwrap_or(&written);
            let stem = stemmer.stem(bare).into_owned();
            Word { span: Span::new(at, at + word.len()), written, stem }
        })
        .collect()
}

/// The words of `text`, each with its kinship to `base`, in order; without words that only hold others together and are
/// not matched. Empty for texts of too many words.
pub fn compare(base: &str, text: &str) -> Vec<(Span, Kinship)> {
    let stemmer = Stemmer::create(Algorithm::English);
    let (ours, theirs) = (words(text, &stemmer), words(base, &stemmer));
    if ours.len().max(theirs.len()) > MOST_WORDS {
        return Vec::new();
    }
    let stems = |words: &[Word]| words.iter().map(|w| w.stem.clone()).collect::<Vec<String>>();
    let (our_stems, their_stems) = (stems(&ours), stems(&theirs));
    let mut kinship = vec![Kinship::Only; ours.len()];
    let mut unmatched = vec![true; theirs.len()];
    for step in capture_diff_slices(Method::Myers, &their_stems, &our_stems) {
        if step.tag() != DiffTag::Equal {
            continue;
        }
        for (old, new) in step.old_range().zip(step.new_range()) {
            let same = theirs.get(old).zip(ours.get(new)).is_some_and(|(a, b)| a.written == b.written);
            if let (Some(kin), Some(free)) = (kinship.get_mut(new), unmatched.get_mut(old)) {
                *kin = if same { Kinship::Same } else { Kinship::Form };
                *free = false;
            }
        }
    }
    for (kin, stem) in kinship.iter_mut().zip(&our_stems) {
        let free = |&(at, theirs): &(usize, &String)| theirs == stem && unmatched.get(at) == Some(&true);
        if *kin == Kinship::Only
            && let Some((at, _)) = their_stems.iter().enumerate().find(free)
        {
            *kin = Kinship::Moved;
            if let Some(free) = unmatched.get_mut(at) {
                *free = false;
            }
        }
    }
    let matched = |kin: Kinship| matches!(kin, Kinship::Same | Kinship::Form);
    let tells = |(word, kin): &(&Word, Kinship)| matched(*kin) || !JOINTS.contains(&word.written.as_str());
    ours.iter().zip(kinship).filter(tells).map(|(word, kin)| (word.span, kin)).collect()
}

#[cfg(test)]
mod tests {
    use super::Kinship::{Form, Moved, Only, Same};
    use super::*;

    fn kin(base: &str, text: &str) -> Vec<(String, Kinship)> {
        compare(base, text).into_iter().map(|(span, kin)| (span.of(text).to_owned(), kin)).collect()
    }

    fn only(kin: &[(String, Kinship)], wanted: Kinship) -> Vec<&str> {
        kin.iter().filter(|(_, k)| *k == wanted).map(|(w, _)| w.as_str()).collect()
    }

    #[test]
    fn the_same_text_is_the_same() {
        let found = kin("We never wanted this.", "We never wanted this!");
        assert!(found.iter().all(|(_, k)| *k == Same), "{found:?}");
        assert_eq!(found.len(), 4);
    }

    #[test]
    fn another_form_and_a_new_word() {
        let found = kin("The bridge collapsed on Monday", "The bridges collapse on a grey Monday");
        assert_eq!(only(&found, Form), ["bridges", "collapse"]);
        assert_eq!(only(&found, Only), ["grey"]);
        assert_eq!(only(&found, Same), ["The", "on", "Monday"]);
    }

    #[test]
    fn a_word_in_another_place_has_moved_once() {
        let found = kin("on Monday the bridge closed", "the bridge closed on Monday Monday");
        assert_eq!(only(&found, Moved), ["Monday"]);
        assert_eq!(only(&found, Only), ["Monday"]);
    }

    #[test]
    fn joints_tell_nothing_and_negations_do() {
        let found = kin("We talk of taxes", "We do not talk of the taxes");
        assert_eq!(only(&found, Only), ["do", "not"]);
    }

    #[test]
    fn possessives_and_curly_apostrophes_are_forms() {
        let found = kin("the mayor's house", "the mayor’s house");
        assert!(found.iter().all(|(_, k)| *k == Same), "{found:?}");
    }

    #[test]
    fn giant_texts_are_not_compared() {
        let giant = "word ".repeat(MOST_WORDS + 1);
        assert!(compare(&giant, "word").is_empty());
    }
}
