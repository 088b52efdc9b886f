//! Sentences, and the statements made of them.
//!
//! In: the passages of a story. Out: sentences by place, and statements: sentences with their form and speaker,
//! where crumbs too short to assert anything are joined to a neighbour. Left out: furniture.

use crate::analysis::boundaries;
use crate::analysis::reports::Report;
use crate::analysis::reprints::Reprints;
use crate::model::places::overlapping;
use crate::model::{Form, PassageKind, Place, Quotation, Span, Statement, Story};
use rayon::prelude::*;

/// A sentence of fewer words than this is a crumb (`He agreed.`, `Smith said.`) and joins its neighbour: alone it
/// carries too little to be told from another.
const CRUMB: usize = 6;

/// Abbreviations after which a full stop does not end a sentence, whatever follows: titles, and months before a day.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "lt", "col", "sgt", "capt", "cmdr",
    "adm", "maj", "cpl", "pvt", "st", "rev", "hon", "pres", "messrs", "supt", "insp", "det", "atty", "amb", "sec", "vs", "v",
    "no", "nos", "fr", "sr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mt", "ft",
    "approx", "est", "dept", "univ", "assn", "bros", "mme", "mlle",
];

/// The sentences of every passage that belongs to the article, by place.
pub fn sentences(story: &Story) -> Vec<Place> {
    let split = |a: usize| -> Vec<Place> {
        let passages = story.articles.get(a).map_or(&[][..], |article| &article.passages);
        let told = passages.iter().enumerate().filter(|(_, p)| p.is_article());
        told.flat_map(|(p, passage)| sentences_of(&passage.text).into_iter().map(move |span| Place::new(a, p, span))).collect()
    };
    Reprints::of(story).gather(split, |place, article| Place { article, ..place })
}

/// The sentences of one passage. Boundaries are those of Unicode (UAX #29), less the ones after abbreviations,
/// initials and enumerations, and those that would part a quotation from its attribution.
pub fn sentences_of(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut start = 0;
    for end in boundaries::ends(text) {
        let span = Span::new(start, end).trimmed(text);
        start = end;
        if span.is_empty() {
            continue;
        }
        match found.last_mut() {
            Some(last) if runs_on(last.of(text), span.of(text)) => *last = last.join(span),
            _ => found.push(span),
        }
    }
    found
}

/// Whether the sentence goes on from `before` into `after` though Unicode sees a boundary between them.
fn runs_on(before: &str, after: &str) -> bool {
    let Some(body) = before.strip_suffix('.') else {
        // “Is it over?” she asked.
        return before.ends_with(['…', '”', '"', '’', '\'', '»']) && after.starts_with(|c: char| c.is_lowercase());
    };
    let word =
        body.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘' | '\'' | '—' | '–')).next().unwrap_or("");
    let lower = word.to_lowercase();
    if TITLES.contains(&lower.as_str()) && word.chars().count() > 0 {
        // "No." and "v." are words as well: they abbreviate only before a number or a name.
        return !matches!(lower.as_str(), "no" | "nos") || after.starts_with(|c: char| c.is_ascii_digit());
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    // An initial ("J. Smith"), or letters with stops between ("U.S.", "p.m."): the sentence goes on unless the next
    // word is one that starts sentences.
    if letters == 1 && word.chars().all(|c| c.is_alphabetic()) && word.chars().all(char::is_uppercase) && lower != "i" {
        return true;
    }
    let stops =
        word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic));
    if stops || matches!(lower.as_str(), "jr" | "inc" | "corp" | "co" | "ltd" | "etc") {
        return !starts_sentence(after);
    }
    false
}

/// Whether `after` begins with a word that seldom stands capitalised inside a sentence.
fn starts_sentence(after: &str) -> bool {
    #[rustfmt::skip]
    const STARTERS: &[&str] = &[
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "but", "and", "in", "on", "at", "as", "after",
        "before", "this", "that", "these", "those", "his", "her", "its", "their", "our", "there", "when", "while", "for",
        "if", "with", "by", "to", "from", "one", "some", "many", "most", "no", "not", "now", "however", "meanwhile", "what",
        "who", "so", "or", "yet", "although", "since", "earlier", "later", "asked", "last",
    ];
    let opening = after.starts_with(['“', '"', '‘', '«']);
    let word: String = after.trim_start_matches(['“', '"', '‘', '«', '(']).chars().take_while(|c| c.is_alphabetic()).collect();
    opening || STARTERS.contains(&word.to_lowercase().as_str())
}

/// The statements of the story, by place: sentences, with their form and speaker, crumbs joined to the sentence
/// before (or after, at a passage's start).
pub fn of(story: &Story, sentences: &[Place], quotations: &[Quotation], reports: &[Report]) -> Vec<Statement> {
    let mut places: Vec<Place> = Vec::with_capacity(sentences.len());
    let mut held = Words::default(); // of the last place
    let mut open = false; // the last place is a crumb still waiting for the sentence after it
    for sentence in sentences {
        let words = Words::of(story.text(sentence));
        let crumb = words.count < CRUMB;
        match places.last_mut() {
            Some(last) if last.same_passage(sentence) && (crumb || open) => {
                held = held.and(words, last.span.end == sentence.span.start);
                last.span = last.span.join(sentence.span);
                open = open && crumb && held.count < CRUMB;
            }
            _ => {
                places.push(*sentence);
                held = words;
                open = crumb;
            }
        }
    }
    let statement = |place: Place| {
        asserts(story, &place).then(|| {
            let (form, speaker) = telling(story, &place, quotations, reports);
            Statement { place, form, speaker, claims: Vec::new() }
        })
    };
    places.into_par_iter().filter_map(statement).collect()
}

/// How many words a text has, added up sentence by sentence: a word is what stands between white space and has a letter or digit.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Words {
    count: usize,
    /// Runs between white space, words or not.
    runs: usize,
    /// Whether the first run is a word, and the last.
    ends: (bool, bool),
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Words::default();
        for run in text.split_whitespace() {
            let word = run.chars().any(char::is_alphanumeric);
            words.ends = (if words.runs == 0 { word } else { words.ends.0 }, word);
            words.runs += 1;
            words.count += usize::from(word);
        }
        words
    }

    /// These and those that follow, with white space between or `glued` to them.
    fn and(self, next: Words, glued: bool) -> Self {
        if !glued || self.runs == 0 || next.runs == 0 {
            let first = if self.runs == 0 { next.ends.0 } else { self.ends.0 };
            let last = if next.runs == 0 { self.ends.1 } else { next.ends.1 };
            return Words { count: self.count + next.count, runs: self.runs + next.runs, ends: (first, last) };
        }
        let one_word = self.ends.1 || next.ends.0;
        Words {
            count: self.count + next.count - usize::from(self.ends.1 && next.ends.0),
            runs: self.runs + next.runs - 1,
            ends: (if self.runs == 1 { one_word } else { self.ends.0 }, if next.runs == 1 { one_word } else { next.ends.1 }),
        }
    }
}

/// Whether a place holds enough to assert something: two words with letters, three under a heading.
fn asserts(story: &Story, place: &Place) -> bool {
    let words = story.text(place).split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).count();
    match story.passage(place).map(|p| p.kind) {
        Some(PassageKind::Heading) => words >= 4,
        Some(PassageKind::Furniture) | None => false,
        Some(_) => words >= 3,
    }
}

/// How a place is told, and by whom: direct where at least a third of it is quoted, indirect where it is reported.
pub fn telling(story: &Story, place: &Place, quotations: &[Quotation], reports: &[Report]) -> (Form, Option<String>) {
    let quoted = overlapping(quotations, place).filter(|q| !q.scare);
    let mut longest: Option<(usize, &Quotation)> = None;
    let mut share = 0;
    for quotation in quoted {
        let inside = quotation.place.span.end.min(place.span.end) - quotation.place.span.start.max(place.span.start);
        share += inside;
        if longest.is_none_or(|(most, _)| inside > most) {
            longest = Some((inside, quotation));
        }
    }
    let report = overlapping(reports, place).next();
    // A quotation that is a sentence of its own is direct however long its attribution is.
    let whole = |q: &Quotation| report.is_none() && is_sentence(story, place, q);
    let direct = longest.filter(|(_, q)| share * 3 >= story.text(place).len() || whole(q));
    match (direct, report, longest) {
        (Some((_, q)), _, _) => (Form::Direct, q.speaker.clone().or_else(|| report.and_then(|r| r.speaker.clone()))),
        (None, Some(r), _) => (Form::Indirect, r.speaker.clone().or_else(|| longest.and_then(|(_, q)| q.speaker.clone()))),
        (None, None, Some((_, q))) => (Form::Indirect, q.speaker.clone()),
        (None, None, None) => (Form::Narrated, None),
    }
}

/// Whether a quotation stands as a sentence: introduced by a colon, comma or nothing, and ended by a sign.
fn is_sentence(story: &Story, place: &Place, quotation: &Quotation) -> bool {
    let text = story.passage(place).map_or("", |p| p.text.as_str());
    let before = text.get(place.span.start..quotation.place.span.start).unwrap_or("");
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '“' | '"' | '‘' | '\'' | '«' | '„' | '`'));
    let introduced = before.is_empty() || before.ends_with([':', ',', '?', '.', '!', '—', '–']);
    introduced && story.text(&quotation.place).ends_with([',', '.', '?', '!', '…', '—', '–'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences_of(text).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        for whole in [
            "Mr. Adler met Gen. Brand on Jan. 5 in St. Ives.",
            "The U.S. Senate voted at 3 p.m. Tuesday.",
            "The court ruled in Adler v. Brand that J. K. Moore was wrong.",
            "They gave No. 10 a miss.",
            "“Is it over?” she asked.",
        ] {
            assert_eq!(split(whole), [whole]);
        }
    }

    #[test]
    fn sentences_end_where_they_end() {
        assert_eq!(split("She left the U.S. The vote came later.").len(), 2);
        assert_eq!(split("The answer was no. Adler agreed.").len(), 2);
        assert_eq!(split("It began at 3 p.m. It ended at four.").len(), 2);
        assert_eq!(split("“We won.” “We lost,” said Brand.").len(), 2);
    }
    #[test]
    fn words_add_up() {
        let texts = ["a b", "a", ".", "( .", "。a", "a。", "", "b ! c", "— d"];
        for one in texts {
            for other in texts {
                for (third, gap) in texts.iter().flat_map(|third| [(third, ""), (third, " ")]) {
                    let sum = Words::of(one).and(Words::of(other), gap.is_empty()).and(Words::of(third), gap.is_empty());
                    assert_eq!(sum, Words::of(&format!("{one}{gap}{other}{gap}{third}")), "{one:?} {other:?} {third:?} {gap:?}");
                }
            }
        }
    }
}
