//! The parts of a sentence that can stand by themselves: from its beginning, or past what only leads into it (`Before the
//! vote, …`), to the end of a clause; and its subject with a later predicate. No grammar is parsed: commas and dashes,
//! and closed lists of words that open clauses, are gone by.

use super::verbs::{is_verb, main_verb, predicates};
use super::whole::{is_broken, is_light_end, measures, unfinished};
use super::words::{Word, hangs, joins, leads, read};
use crate::analysis::differences::is_finite;
use crate::model::Span;

/// A part of a text that can stand by itself: one run of it, or its subject and a later part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// The run, or the subject.
    pub head: Span,
    /// What is said of the subject, where words between are left out.
    pub tail: Option<Span>,
    /// It says nothing by itself: it has no verb of its own, or ends in the middle of something.
    pub broken: bool,
}

/// Parts of fewer words say too little.
const FEWEST: usize = 4;
/// Parts of more words are cut as the whole is.
const MOST: usize = 60;
/// A subject has this many words at the most.
const SUBJECT: usize = 7;

/// The parts of a sentence, the whole first.
pub(super) fn of(text: &str, sentence: Span) -> Vec<Part> {
    let words = read(text, sentence);
    let whole = Part { head: sentence.trimmed(text), tail: None, broken: is_broken(&words) };
    let mut parts = vec![whole];
    let Some(last) = words.last() else { return parts };
    let run = |from: usize, to: usize| -> Option<Span> {
        Some(Span::new(words.get(from)?.span.start, words.get(to.checked_sub(1)?)?.span.end))
    };
    for Start { from, until } in starts(&words) {
        let first = words.get(from).map_or(0, |w| w.segment);
        let Some(verb) = main_verb(&words, from, first) else { continue };
        for to in from + FEWEST..=until.min(from + MOST) {
            let ends = words.get(to).is_none_or(|next| next.opens || next.segment > words.get(to - 1).map_or(0, |w| w.segment));
            if ends && verb < to && (from, to) != (0, words.len()) && closed(&words, from, to) {
                let broken = from == 0 && words.get(..to).is_some_and(is_broken);
                parts.extend(run(from, to).map(|head| Part { head, tail: None, broken }));
            }
        }
        if until < words.len() {
            continue;
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
                    parts.push(Part { head, tail: Some(tail), broken: false });
                }
            }
        }
    }
    parts.dedup();
    parts
}

/// A clause with a subject of its own has its verb so many words behind its first word at the latest.
const SOON: usize = 4;

/// Where a part may begin, and the word before which it ends at the latest.
struct Start {
    from: usize,
    until: usize,
}

/// Where a part may begin: the sentence, past a word that joins it to the one before (`But`), past a leading adverbial,
/// past a word that joins a clause with a subject of its own (`…, but we reserve the right`), or inside a clause that
/// leads into the sentence and tells something that happened (`After the harbour was closed, …`).
fn starts(words: &[Word]) -> Vec<Start> {
    let mut starts = vec![0];
    let Some(first) = words.first() else { return Vec::new() };
    let lower = first.text.to_lowercase();
    let mut led = None;
    if matches!(lower.as_str(), "but" | "and" | "so" | "yet" | "still" | "however" | "also" | "then" | "meanwhile") {
        starts.push(1);
    } else if leads(&lower) {
        // The clause past it has its subject and its verb, or it is but one more of several things: `After talks in Rome, Oslo
        // and …`.
        let next = words.iter().position(|w| w.segment == 1);
        let whole =
            |n: &usize| main_verb(words, *n, 1).is_some_and(|verb| verb > *n && words.get(verb).is_some_and(|w| w.segment == 1));
        starts.extend(next.filter(whole).filter(|&n| words.get(n).is_some_and(|w| !joins(w.text))));
        led = inside(words, &lower);
    }
    let own_subject = |n: &usize| {
        let joined = words.get(n - 1).is_some_and(|w| w.opens && matches!(w.text, "but" | "and" | "yet" | "so"));
        let clause = || words.get(*n).and_then(|first| main_verb(words, *n, first.segment));
        // `between Rome, Oslo, and Paris were cut`: no clause has ended before.
        let ended = || words.iter().take(*n).any(|w| is_verb(w.text));
        joined && ended() && clause().is_some_and(|verb| verb > *n && verb <= n + SOON)
    };
    starts.extend((FEWEST..words.len()).filter(own_subject));
    starts.into_iter().map(|from| Start { from, until: words.len() }).chain(led).collect()
}

/// The clause that leads into a sentence, without the word that makes it lead: only where it tells what happened, with a
/// subject and a verb of its own. Not `As mayor, …`, `As many as 80 people …`.
fn inside(words: &[Word], lead: &str) -> Option<Start> {
    if !matches!(lead, "after" | "although" | "though" | "as" | "because" | "since" | "when" | "while") {
        return None;
    }
    let next = words.get(1)?;
    let other = measures(next.text) || matches!(next.text, "if" | "though" | "of");
    let verb = main_verb(words, 1, 0).filter(|&verb| verb > 1 && !other)?;
    let segment = words.get(verb)?.segment;
    Some(Start { from: 1, until: words.partition_point(|w| w.segment <= segment) })
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
    // `would study, if elected, how to end it`: what a condition parts goes on behind it.
    let parted = next.is_some_and(|w| w.opens && matches!(w.text, "if" | "when" | "once" | "should"))
        && words.last().is_some_and(|end| next.is_some_and(|w| end.segment > w.segment));
    !dangling && !item && !parted && !is_light_end(last.text) && !unfinished(run)
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
    fn a_leading_clause_that_tells_what_happened_stands_without_what_leads_it_in() {
        let found = parts("After the cables off the coast were cut by an anchor, the ministry asked for help.");
        assert!(found.contains(&"the cables off the coast were cut by an anchor".to_owned()), "{found:?}");
        assert!(!found.iter().any(|p| p.starts_with("the cables") && p.contains("ministry")), "{found:?}");
        for no in ["As many as 80 people were hurt in the harbour.", "If the harbour was closed, she would sail on Monday."] {
            assert!(!parts(no).iter().any(|p| p.starts_with("many") || p.starts_with("the harbour")), "{no}");
        }
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
