//! Two versions word by word: what is the same, what is another form or a synonym, what stands elsewhere, what is only here.
//!
//! In: two texts. Out: the words of the second, each with its kinship to the first. Words are matched by stem, in
//! order as far as may be (Myers' difference, as in `diff`); what is left over is looked for out of order, then for
//! words and phrases of one sense ([`paraphrases`]). This is for the eye only: whether two versions are the same claim
//! is decided elsewhere.

use crate::analysis::similarity::paraphrases;
use crate::analysis::similarity::words::stem;
use crate::model::Span;
use similar::{Algorithm as Method, DiffTag, capture_diff_slices};
use std::collections::BTreeMap;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// How a word of one version stands to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kinship {
    /// The other has the same word in the same place.
    Same,
    /// The other has another form of it in the same place.
    Form,
    /// The other has a word or phrase for it that means the same.
    Synonym,
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
    /// Whether it may be a name: written with a capital, and not because it begins the text.
    name: bool,
    written: String,
    stem: String,
}

fn words(text: &str) -> Vec<Word> {
    text.unicode_word_indices()
        .map(|(at, word)| {
            let written = word.to_lowercase().replace('’', "'");
            let stem = stem(&written);
            let name = at > 0 && word.starts_with(char::is_uppercase);
            Word { name, span: Span::new(at, at + word.len()), written, stem }
        })
        .collect()
}

/// The words of `text`, each with its kinship to `base`, in order; without words that only hold others together and are
/// not matched. Empty for texts of too many words.
pub fn compare(base: &str, text: &str) -> Vec<(Span, Kinship)> {
    let (ours, theirs) = (words(text), words(base));
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
    synonyms(&ours, &theirs, &mut kinship, &mut unmatched);
    let matched = |kin: Kinship| matches!(kin, Kinship::Same | Kinship::Form);
    let tells = |(word, kin): &(&Word, Kinship)| matched(*kin) || !JOINTS.contains(&word.written.as_str());
    ours.iter().zip(kinship).filter(tells).map(|(word, kin)| (word.span, kin)).collect()
}

/// The words that `base` has in the same order as `text`, in the same or another form: where they stand in either.
pub fn matched(base: &str, text: &str) -> Vec<(Span, Span)> {
    let (ours, theirs) = (words(text), words(base));
    if ours.len().max(theirs.len()) > MOST_WORDS {
        return Vec::new();
    }
    let stems = |words: &[Word]| words.iter().map(|w| w.stem.clone()).collect::<Vec<String>>();
    let steps = capture_diff_slices(Method::Myers, &stems(&theirs), &stems(&ours));
    let equal = steps.into_iter().filter(|step| step.tag() == DiffTag::Equal);
    let pairs = equal.flat_map(|step| step.old_range().zip(step.new_range()));
    pairs.filter_map(|(old, new)| Some((theirs.get(old)?.span, ours.get(new)?.span))).collect()
}

/// Marks those of our words that are left over and stand for words of theirs that are left over, each of theirs once.
fn synonyms(ours: &[Word], theirs: &[Word], kinship: &mut [Kinship], unmatched: &mut [bool]) {
    let mut of_row: BTreeMap<u16, Vec<Range<usize>>> = BTreeMap::new();
    for (row, range) in senses(theirs) {
        of_row.entry(row).or_default().push(range);
    }
    for (row, range) in senses(ours) {
        let left_over = kinship.get(range.clone()).is_some_and(|words| words.iter().all(|kin| *kin == Kinship::Only));
        let free = |theirs: &&Range<usize>| unmatched.get((*theirs).clone()).is_some_and(|words| words.iter().all(|free| *free));
        let Some(other) = of_row.get(&row).into_iter().flatten().find(free).filter(|_| left_over) else { continue };
        unmatched.get_mut(other.clone()).into_iter().flatten().for_each(|free| *free = false);
        kinship.get_mut(range).into_iter().flatten().for_each(|kin| *kin = Kinship::Synonym);
    }
}

/// The words and phrases of a text that the table of paraphrases calls interchangeable with others: rows, and words. Long
/// phrases come first; names have no synonyms.
fn senses(words: &[Word]) -> Vec<(u16, Range<usize>)> {
    let mut found = Vec::new();
    let tells = |word: &Word| !word.name && !JOINTS.contains(&word.written.as_str());
    for (n, word) in words.iter().enumerate().filter(|(_, word)| tells(word)) {
        for entry in paraphrases::entries(&word.stem).filter(|entry| entry.same) {
            let rest: Vec<&str> = entry.rest.split('_').filter(|stem| !stem.is_empty()).collect();
            let end = n + 1 + rest.len();
            let follow =
                words.get(n + 1..end).is_some_and(|after| after.iter().zip(&rest).all(|(word, stem)| word.stem == *stem));
            if follow {
                found.push((entry.row, n..end));
            }
        }
    }
    found.sort_by_key(|(row, range)| (std::cmp::Reverse(range.len()), range.start, *row));
    found
}

#[cfg(test)]
mod tests {
    use super::Kinship::{Form, Moved, Only, Same, Synonym};
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
    fn synonyms_and_phrases_of_one_sense_are_told_from_other_words() {
        let found = kin("The minister denied it and resigned", "The minister refuted it and stepped down angrily");
        assert_eq!(only(&found, Synonym), ["refuted", "stepped", "down"]);
        assert_eq!(only(&found, Only), ["angrily"]);
        let found = kin("He refuted it", "He praised Deny and denied it");
        assert_eq!((only(&found, Synonym), only(&found, Only)), (vec!["denied"], vec!["praised", "Deny"]), "a name is none");
        // Opposites are none, and a word stands for one of the base.
        let found = kin("The minister admitted it", "The minister denied it");
        assert_eq!((only(&found, Only), only(&found, Synonym)), (vec!["denied"], vec![]));
        let found = kin("She denied it", "She refuted and refuted it");
        assert_eq!((only(&found, Synonym).len(), only(&found, Only).len()), (1, 1));
    }

    #[test]
    fn inhabitants_and_irregular_verbs_are_forms() {
        let found = kin("France said it would pay", "French ministers say it would pay");
        assert_eq!(only(&found, Form), ["French", "say"]);
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
    fn matched_words_are_told_where_they_stand_in_either() {
        let (base, text) = ("We closed the bridge", "Today we close a bridge");
        let found: Vec<(&str, &str)> = matched(base, text).into_iter().map(|(a, b)| (a.of(base), b.of(text))).collect();
        assert_eq!(found, [("We", "we"), ("closed", "close"), ("bridge", "bridge")]);
    }

    #[test]
    fn giant_texts_are_not_compared() {
        let giant = "word ".repeat(MOST_WORDS + 1);
        assert!(compare(&giant, "word").is_empty());
    }
}
