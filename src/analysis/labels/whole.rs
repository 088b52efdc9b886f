//! Whether words say something whole: a subject with its verb, and nothing begun that is not ended.

use super::verbs::{is_present, is_verb, main_verb, may_be_present};
use super::words::{Word, hangs, light, read, relates};
use crate::analysis::differences::is_finite;
use crate::model::Span;

/// Whether words are a sentence by themselves: a subject, and what is said of it.
pub(super) fn is_sentence(text: &str, span: Span) -> bool {
    let words = read(text, span);
    let from = usize::from(words.first().is_some_and(|w| w.text == "that"));
    let Some(first) = words.get(from) else { return false };
    // `told her to go`, `protested against it`, `said the same day that`
    let next = words.get(from + 1).map_or("", |w| w.text);
    let begun = is_finite(first.text)
        || matches!(first.text, "to" | "him" | "them" | "us" | "me" | "against" | "of" | "about")
        || first.text == "her" && next == "to"
        || next == "that" && first.text.starts_with(char::is_lowercase);
    let verb = main_verb(&words, from, first.segment).or_else(|| (from..words.len()).find(|&n| is_present(&words, n)));
    !begun && (verb.is_some_and(|verb| verb > from) || main_clause(&words).is_some())
}

/// Whether words, as they stand, say nothing by themselves: no verb of their own, or something begun and not ended.
pub(super) fn is_broken(words: &[Word]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return true };
    // `As many as 80 were hurt` leads into nothing.
    let measures = words.get(1).is_some_and(|w| measures(w.text));
    let lead = first.text.to_lowercase();
    let leads = relates(&lead) || last.segment > 0 && matches!(lead.as_str(), "after" | "although" | "though" | "since" | "once");
    let opened = leads && !measures && main_clause(words).is_none();
    let verb =
        main_verb(words, 0, 0).is_some() || (1..words.len()).any(|n| may_be_present(words, n)) || main_clause(words).is_some();
    !verb || opened || is_light_end(last.text) || unfinished(words)
}

/// Words after `as` that tell how much.
pub(super) fn measures(word: &str) -> bool {
    matches!(word, "many" | "much" | "few" | "little" | "soon" | "long" | "far" | "well")
}

/// The first word of the main clause behind one that leads into the sentence.
pub(super) fn main_clause(words: &[Word]) -> Option<usize> {
    let opens = |n: &usize| words.get(*n).is_some_and(|w| w.opens && (!hangs(w.text) || matches!(w.text, "a" | "an" | "the")));
    (1..words.len()).filter(opens).find(|&n| {
        let segment = words.get(n).map_or(0, |w| w.segment);
        let verb = |verb: usize| verb > n || words.get(verb).is_some_and(|w| !is_finite(w.text));
        main_verb(words, n, segment).is_some_and(verb) || (n + 1..words.len()).any(|k| is_present(words, k))
    })
}

/// `reported that one of the hospitals`, `said that if elected`, `on the coast and, on average`: what was begun is not told.
pub(super) fn unfinished(words: &[Word]) -> bool {
    let Some(last) = words.last() else { return true };
    let segment = words.partition_point(|w| w.segment < last.segment);
    let before = segment.checked_sub(1).and_then(|n| words.get(n));
    if before.is_some_and(|w| matches!(w.text, "and" | "or" | "but" | "that")) {
        return true;
    }
    let verb = |n: usize| words.get(n).is_some_and(|w| is_verb(w.text)) || is_present(words, n);
    let after = |n: usize| (n + 1..words.len()).any(verb);
    // `Police said two women and one man`
    let said = (1..words.len()).find(|&n| words.get(n).is_some_and(|w| is_verb(w.text)));
    let says =
        said.filter(|&n| words.get(n).is_some_and(|w| (!w.opens || n + 1 == words.len()) && matches!(w.text, "said" | "says")));
    let told = |n: usize| words.get(n + 1).is_some_and(|w| matches!(w.text, "so" | "no" | "it"));
    if says.is_some_and(|n| !after(n) && !told(n)) {
        return true;
    }
    let that = (segment.max(1)..words.len()).rev().find(|&n| words.get(n).is_some_and(|w| w.text == "that"));
    let Some(that) = that else { return false };
    let condition = words.get(that + 1).is_some_and(|w| {
        matches!(w.text, "if" | "when" | "unless" | "although" | "while" | "after" | "before" | "despite" | "during")
    });
    let stated = words.get(that - 1).is_some_and(|w| is_finite(w.text));
    // `wrote that story`
    condition && (that + 2..words.len()).filter(|&n| verb(n)).count() < 2 || stated && that + 3 < words.len() && !after(that)
}

/// Words after which something must follow: `… closer ties, saying`.
pub(super) fn is_light_end(word: &str) -> bool {
    light(word) && !matches!(word, "him" | "her" | "them" | "it" | "up" | "out" | "off" | "over")
        || matches!(word, "saying" | "adding" | "and")
}

/// Whether words by themselves say nothing, as they stand.
pub(super) fn says_nothing(text: &str) -> bool {
    is_broken(&read(text, Span::new(0, text.len())))
}

/// Words without those at the end after which something must follow.
pub(super) fn without_light_end<'w, 't>(words: &'w [&'t str]) -> &'w [&'t str] {
    let mut kept = words;
    while let Some((last, rest)) = kept.split_last()
        && rest.len() > FEWEST
        && is_light_end(&last.trim_end_matches([',', ';', ':']).to_lowercase())
    {
        kept = rest;
    }
    kept
}

/// A label has more words than this at the least.
const FEWEST: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_verb_or_no_end_is_broken() {
        let broken = |text: &str| is_broken(&read(text, Span::new(0, text.len())));
        for text in [
            "Anna Adler, the governor of the northern province, the centre of the fishing",
            "The harbour, located twelve miles south of the capital",
            "Who helped guide the boats into the harbour",
            "The agency also reported that one of the larger boats in the harbour",
            "The harbour lies on a number of old wrecks and, on average",
            "The mayor began some twenty yards from",
            "Before her meeting with the keeper of the harbour",
            "Adler said that if elected",
            "After the council announced it would spend three million on the harbour, Adler, 68",
            "Pronouncing judgment, the judge, Anna Adler, said",
            "The minister reminded the council today that while the town owned no part of the harbour",
            "Police said two women and one man",
            "Adler, asked about this on public radio on Tuesday evening",
        ] {
            assert!(broken(text), "{text}");
        }
        for text in [
            "Anna Adler, the governor, resigned on Friday.",
            "Adler backs the plan for the harbour",
            "The study runs to 214 pages",
            "The missing eleven boats make up half of the fleet",
            "The coalition, however, commands 81 seats",
            "As many as 80 people were hurt",
            "In Rome and the northern towns, buildings were evacuated",
            "Talks between Rome, the northern towns, and Oslo have been put off",
            "Adler wrote that story",
            "Adler makes brakes for trains and has been in business since 1923",
            "According to the union, there's a paper in the harbour",
            "The harbour, located twelve miles south of the capital, was closed.",
            "Adler said that if elected she would close the harbour",
            "When the harbour was closed, the boats left",
            "After the meeting Adler left the harbour",
            "After the council announced it would spend three million, Adler, 68, resigned",
        ] {
            assert!(!broken(text), "{text}");
        }
    }

    #[test]
    fn a_sentence_has_a_subject_and_a_verb() {
        let is = |text: &str| is_sentence(text, Span::new(0, text.len()));
        for text in ["that the harbour was closed", "the harbour would be closed on Friday", "all boats had left, she added"] {
            assert!(is(text), "{text}");
        }
        for text in [
            "to close the harbour",
            "her to make it vanish",
            "against the new measures threw stones",
            "was closed last year",
            "new measures for the harbour",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
