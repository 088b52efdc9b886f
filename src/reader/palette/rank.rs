//! Which entries fit what was typed, and how well: letters in order, not necessarily side by side; beginnings of words
//! and letters side by side count for more. Capitals and accents count only if some were typed.

use super::{Entry, PaletteView, entries};
use crate::reader::Session;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// An entry that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The entry.
    pub entry: Entry,
    /// Which of its characters were typed, ascending.
    pub letters: Vec<usize>,
}

/// The entries that fit what is typed, best first; all of them while nothing is.
pub fn found(session: &Session, view: &PaletteView) -> Vec<Found> {
    rank(entries(session, view), view.field.text())
}

/// The entries that fit a query, best first, then as they stood. Those that fit less than half as well as the best
/// are left out: their letters lie scattered over long texts.
fn rank(entries: Vec<Entry>, query: &str) -> Vec<Found> {
    let pattern = Pattern::new(query, CaseMatching::Smart, Normalization::Smart, AtomKind::Fuzzy);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut scored: Vec<(u32, Found)> = Vec::new();
    for entry in entries {
        let (mut characters, mut letters) = (Vec::new(), Vec::new());
        let text = format!("{} {}", entry.text, entry.also);
        let length = entry.text.chars().count();
        let text = Utf32Str::new(&text, &mut characters);
        if let Some(score) = pattern.indices(text, &mut matcher, &mut letters) {
            letters.sort_unstable();
            letters.dedup();
            let letters = letters.into_iter().filter_map(|n| usize::try_from(n).ok().filter(|&n| n < length)).collect();
            scored.push((score, Found { entry, letters }));
        }
    }
    let best = scored.iter().map(|(score, _)| *score).max().unwrap_or(0);
    scored.retain(|(score, _)| score.saturating_mul(2) >= best);
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.into_iter().map(|(_, found)| found).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Target;
    use super::*;

    fn ranked(texts: &[&str], query: &str) -> Vec<String> {
        let entry = |(n, text): (usize, &&str)| Entry {
            target: Target::Claim(n),
            text: (*text).to_owned(),
            also: String::new(),
            kind: "claim",
            about: String::new(),
        };
        rank(texts.iter().enumerate().map(entry).collect(), query).into_iter().map(|f| f.entry.text).collect()
    }

    #[test]
    fn letters_in_order_fit_and_beginnings_of_words_go_first() {
        let texts = ["so welcome, people", "compare with this version", "The town council spoke", "Carl"];
        assert_eq!(ranked(&texts, "comp").first().map(String::as_str), Some("compare with this version"));
        assert_eq!(ranked(&texts, "twcl"), ["The town council spoke"]);
        assert_eq!(ranked(&texts, "council town"), ["The town council spoke"], "words in any order");
        assert!(ranked(&texts, "xyz").is_empty());
        assert_eq!(ranked(&texts, "").len(), 4);
    }

    #[test]
    fn accents_and_capitals_count_only_if_typed() {
        let texts = ["François Fillon", "francois"];
        assert_eq!(ranked(&texts, "francois").len(), 2);
        assert_eq!(ranked(&texts, "Fran"), ["François Fillon"]);
    }

    #[test]
    fn letters_scattered_over_a_long_text_are_no_find_beside_a_good_one() {
        let long = "some people had a year of work like this";
        assert_eq!(ranked(&[long, "mark this claim"], "mark"), ["mark this claim"]);
        assert_eq!(ranked(&[long], "mark"), [long]);
    }

    #[test]
    fn what_was_typed_is_known_by_its_characters() {
        let text = "“Über uns” – München".to_owned();
        let also = "umlaut".to_owned();
        let entry = Entry { target: Target::Claim(0), text, also, kind: "claim", about: String::new() };
        let letters = |query: &str| rank(vec![entry.clone()], query).first().map(|f| f.letters.clone());
        assert_eq!(letters("mün"), Some(vec![13, 14, 15]));
        assert_eq!(letters("umlaut"), Some(Vec::new()), "found by what is not shown");
    }
}
