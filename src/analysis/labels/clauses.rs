//! The parts of a sentence that can stand by themselves: from its beginning, or past what only leads into it (`Before the
//! vote, …`), to the end of a clause; and its subject with a later predicate. No grammar is parsed: commas and dashes,
//! and closed lists of words that open clauses, are gone by.

use crate::analysis::differences::is_finite;
use crate::model::Span;

/// A part of a text that can stand by itself: one run of it, or its subject and a later part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// The run, or the subject.
    pub head: Span,
    /// What is said of the subject, where words between are left out.
    pub tail: Option<Span>,
}

/// Parts of fewer words say too little.
const FEWEST: usize = 4;
/// A subject has this many words at the most.
const SUBJECT: usize = 7;

/// A word with its place, without the signs around it.
struct Word<'t> {
    span: Span,
    text: &'t str,
    /// Which segment of the sentence it stands in.
    segment: usize,
    /// Printed before it: a comma or a dash.
    opens: bool,
}

/// The parts of a sentence, the whole first.
pub(super) fn of(text: &str, sentence: Span) -> Vec<Part> {
    let words = read(text, sentence);
    let whole = Part { head: sentence.trimmed(text), tail: None };
    let mut parts = vec![whole];
    let Some(last) = words.last() else { return parts };
    let run = |from: usize, to: usize| -> Option<Span> {
        Some(Span::new(words.get(from)?.span.start, words.get(to.checked_sub(1)?)?.span.end))
    };
    for from in starts(&words) {
        let first = words.get(from).map_or(0, |w| w.segment);
        let Some(verb) = main_verb(&words, from, first) else { continue };
        for to in from + FEWEST..=words.len() {
            let ends = words.get(to).is_none_or(|next| next.opens || next.segment > words.get(to - 1).map_or(0, |w| w.segment));
            if ends && verb < to && (from, to) != (0, words.len()) && closed(&words, from, to) {
                parts.extend(run(from, to).map(|head| Part { head, tail: None }));
            }
        }
        // The subject, and what is said of it past what stands between or beside.
        let before = (from..verb).find(|&n| words.get(n).is_some_and(|w| w.segment > first));
        let subject = before.unwrap_or(verb);
        if subject == from || subject - from > SUBJECT {
            continue;
        }
        let later = before.map(|_| verb).into_iter().chain(predicates(&words, verb, last.segment));
        for again in later {
            let to = (again + 1..words.len()).find(|&n| words.get(n).is_some_and(|w| w.opens)).unwrap_or(words.len());
            for end in [to, words.len()] {
                if end >= again + FEWEST - 1
                    && let (Some(head), Some(tail)) = (run(from, subject), run(again, end))
                {
                    parts.push(Part { head, tail: Some(tail) });
                }
            }
        }
    }
    parts.dedup();
    parts
}

/// A clause with a subject of its own has its verb so many words behind its first word at the latest.
const SOON: usize = 4;

/// Where a part may begin: the sentence, past a word that joins it to the one before (`But`), past a leading adverbial, or
/// past a word that joins a clause with a subject of its own (`…, but we reserve the right`).
fn starts(words: &[Word]) -> Vec<usize> {
    let mut starts = vec![0];
    let Some(first) = words.first() else { return starts };
    let lower = first.text.to_lowercase();
    if matches!(lower.as_str(), "but" | "and" | "so" | "yet" | "still" | "however" | "also" | "then" | "meanwhile") {
        starts.push(1);
    } else if leads(&lower) {
        // The clause past it has its subject and its verb, or it is but one more of several things: `After talks in Rome, Oslo and …`.
        let next = words.iter().position(|w| w.segment == 1);
        let whole =
            |n: &usize| main_verb(words, *n, 1).is_some_and(|verb| verb > *n && words.get(verb).is_some_and(|w| w.segment == 1));
        starts.extend(next.filter(whole).filter(|&n| words.get(n).is_some_and(|w| !joins(w.text))));
    }
    let own_subject = |n: &usize| {
        let joined = words.get(n - 1).is_some_and(|w| w.opens && matches!(w.text, "but" | "and" | "yet" | "so"));
        let clause = || words.get(*n).and_then(|first| main_verb(words, *n, first.segment));
        joined && clause().is_some_and(|verb| verb > *n && verb <= n + SOON)
    };
    starts.extend((FEWEST..words.len()).filter(own_subject));
    starts
}

fn read(text: &str, sentence: Span) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let mut segment = 0;
    let mut pause = false;
    let inside = sentence.of(text);
    for piece in inside.split_whitespace() {
        // The place of a piece is where its bytes are.
        let start = sentence.start + (piece.as_ptr() as usize - inside.as_ptr() as usize);
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() {
            pause |= piece.contains(['-', '–', '—']);
            continue;
        }
        let opens = pause && !words.is_empty();
        segment += usize::from(opens);
        // Closing marks belong to the word, a comma after it does not.
        let kept = piece.trim_end_matches([',', ';', ':', '—', '–']);
        words.push(Word { span: Span::new(start, start + kept.len()), text: bare, segment, opens });
        // `1,000` and `Oct. 5, 2011` have commas of their own.
        pause = piece.len() > kept.len();
    }
    // `, 2011,` and `, 61,` are no clauses.
    for n in 1..words.len() {
        let figure = words.get(n).is_some_and(|w| w.opens && w.text.chars().all(|c| c.is_ascii_digit()));
        if figure && let Some(word) = words.get_mut(n) {
            word.opens = false;
        }
    }
    words
}

/// Words that lead into a sentence, when they open it; in lower case.
fn leads(word: &str) -> bool {
    #[rustfmt::skip]
    const LEADS: &[&str] = &[
        "after", "although", "amid", "as", "asked", "at", "because", "before", "besides", "briefly", "by", "despite", "during",
        "earlier", "for", "from", "given", "if", "in", "instead", "just", "later", "meanwhile", "now", "on", "once", "over",
        "shortly", "since", "speaking", "though", "through", "today", "under", "unlike", "until", "upon", "when", "while",
        "with", "without", "yesterday", "to",
    ];
    LEADS.contains(&word) || word.ends_with("ing") && word.len() > 5
}

/// Words that relate a clause to the one before, or to a noun of it.
fn relates(word: &str) -> bool {
    matches!(word, "who" | "which" | "whose" | "whom" | "where" | "when" | "while" | "as" | "because")
}

/// Words that join a clause to the one before.
fn joins(word: &str) -> bool {
    relates(word) || matches!(word, "and" | "or" | "but" | "that" | "than")
}

/// Segments that hang on a noun or on the clause before: their verbs are not the sentence's.
fn hangs(word: &str) -> bool {
    relates(word) || matches!(word, "after" | "before" | "a" | "an" | "the" | "one" | "if" | "although" | "though")
}

/// The first finite verb from word `from` on that is in its own segment or in one that begins with a verb.
fn main_verb(words: &[Word], from: usize, first: usize) -> Option<usize> {
    let mut counted = true;
    words.iter().enumerate().skip(from).find_map(|(n, word)| {
        if word.opens {
            counted = word.segment == first || !hangs(word.text) && is_finite(word.text);
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
        (counted && !led && (done || is_finite(word.text))).then_some(n)
    })
}

/// Pronouns that are always a subject.
fn does(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "i" | "we" | "he" | "she" | "they")
}

/// Verbs past the main one that have the same subject: after `and`, or past a clause in between.
fn predicates(words: &[Word], verb: usize, last: usize) -> Vec<usize> {
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

/// Whether a run of words does not end in the middle of something.
fn closed(words: &[Word], from: usize, to: usize) -> bool {
    let Some(run) = words.get(from..to) else { return false };
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    // An apposition opened must be closed: `Anna Adler, the mayor` has two segments and no verb after.
    let clause = run.iter().rev().take_while(|w| w.segment == last.segment).last();
    let dangling = clause.is_some_and(|w| w.segment > first.segment && hangs(w.text));
    // `nastiness, division and`, `several bold, and costly, plans`: in the middle of a list.
    let next = words.get(to);
    let item = next.is_some_and(|next| {
        let lone = words.get(to + 1).is_none_or(|w| w.opens) && next.text.chars().all(char::is_lowercase);
        let goes_on = matches!(next.text, "and" | "or") && !words.get(to + 1).is_some_and(|w| is_finite(w.text));
        next.opens && (lone || goes_on)
    });
    // `… closer ties, saying`
    let open = light(last.text) && !matches!(last.text, "him" | "her" | "them" | "it")
        || matches!(last.text, "saying" | "adding" | "and");
    !dangling && !item && !open
}

/// Words that may follow a verb at once.
fn light(word: &str) -> bool {
    #[rustfmt::skip]
    const LIGHT: &[&str] = &[
        "a", "an", "the", "his", "her", "their", "its", "to", "in", "on", "at", "by", "for", "that", "with", "from", "into",
        "about", "up", "out", "off", "over", "no", "not", "such", "some", "all", "him", "them", "it", "he", "she", "they",
    ];
    LIGHT.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        let print = |p: Part| match p.tail {
            Some(tail) => format!("{} … {}", p.head.of(text), tail.of(text)),
            None => p.head.of(text).to_owned(),
        };
        of(text, Span::new(0, text.len())).into_iter().map(print).collect()
    }

    #[test]
    fn clauses_that_stand_by_themselves() {
        let found = parts("Before the vote, Adler met the keeper of the harbour, Bruno Brand, and said she liked his boats.");
        assert!(found.contains(&"Adler met the keeper of the harbour, Bruno Brand".to_owned()), "{found:?}");
        assert!(found.contains(&"Adler … said she liked his boats.".to_owned()), "{found:?}");
        assert!(!found.iter().any(|p| p.starts_with("Bruno") || p.ends_with(" and")), "{found:?}");
    }

    #[test]
    fn a_subject_keeps_its_predicate() {
        let found = parts("Adler, the mayor of the town, who kept boats, resigned on Friday.");
        assert!(found.contains(&"Adler … resigned on Friday.".to_owned()), "{found:?}");
        assert!(!found.contains(&"Adler, the mayor of the town".to_owned()), "{found:?}");
        assert!(!found.contains(&"Adler, the mayor of the town, who kept boats".to_owned()), "{found:?}");
    }

    #[test]
    fn a_part_begins_at_a_subject() {
        let found = parts("But both Adler and the keeper, Bruno Brand, said the harbour was closed.");
        assert!(found.contains(&"both Adler and the keeper … said the harbour was closed.".to_owned()), "{found:?}");
        assert!(!found.iter().any(|p| p.starts_with("Bruno")), "{found:?}");
        let found = parts("After talks in Rome, Oslo and Paris, Adler resigned on Friday.");
        assert!(!found.iter().any(|p| p.starts_with("Oslo")), "{found:?}");
    }

    #[test]
    fn a_joined_clause_with_a_subject_of_its_own_stands_by_itself() {
        let found = parts("We do not want to close the harbour, but we reserve the right to move the boats.");
        assert!(found.contains(&"we reserve the right to move the boats.".to_owned()), "{found:?}");
        let found = parts("Adler closed the harbour on Friday, but promised to open it again in the spring.");
        assert!(!found.iter().any(|p| p.starts_with("promised")), "{found:?}");
    }

    #[test]
    fn lists_are_not_cut() {
        let found = parts("Adler praised the boats, nets, and quays of the harbour, as well as several bold, and costly, plans.");
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.contains(&"Adler praised the boats, nets, and quays of the harbour".to_owned()), "{found:?}");
    }

    #[test]
    fn figures_and_dates_keep_their_commas() {
        let found = parts("The harbour was closed on Oct. 5, 2011, and opened in May.");
        assert!(found.contains(&"The harbour was closed on Oct. 5, 2011".to_owned()), "{found:?}");
    }
}
