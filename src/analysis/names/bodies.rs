//! What shows beside a name, or in it, that a body bears it: who leads it, its board, its shares, what it is said to be.
//!
//! In: a run and the tokens around it. Out: whether something there goes with bodies alone. Said of a name once, it tells of
//! all places where the name stands, unless something else tells that it is a person's.

use super::runs::{Page, Run, span_of};
use crate::analysis::lexicon::{common, people};
use std::borrow::Cow;

/// The most words in which an apposition says what something is.
const REACH: usize = 8;

/// Whether a run bears, or stands beside, a sign of a body.
pub fn shown(text: &str, page: &Page, run: &Run) -> bool {
    let word = |n: usize| page.tokens.get(n).filter(|t| t.is_word()).map(|t| t.key(text)).unwrap_or_default();
    let small = |n: usize| page.tokens.get(n).is_some_and(|t| t.is_word() && !t.capital);
    if span_of(page, run.core, run.end).of(text).split_whitespace().any(is_joined) {
        return true;
    }
    // Ferrix shareholders; Ferrix's board; but not Roe's employees, nor Roe's founder.
    let possessive = page.tokens.get(run.end).is_some_and(|t| t.kind == crate::analysis::lexicon::tokens::Kind::Possessive);
    let behind = run.end + usize::from(possessive);
    if is_of_bodies(&word(behind)) && (possessive || small(behind) || word(behind) == "ceo") && !named_after(text, page, behind) {
        return true;
    }
    // The board of Ferrix; the chief executive of Ferrix.
    let of = run.first.checked_sub(1).filter(|&n| word(n) == "of").and_then(|n| n.checked_sub(1));
    if of.is_some_and(|n| is_of_bodies(&word(n)) || matches!(word(n).as_ref(), "founder" | "co-founder" | "employees")) {
        return true;
    }
    apposed(text, page, run)
}

/// Whether a word goes with bodies alone, be they before it or behind an `of`.
fn is_of_bodies(word: &str) -> bool {
    matches!(
        word,
        "ceo" | "cfo" | "shareholder" | "shareholders" | "shares" | "board" | "subsidiary" | "headquarters" | "spokespeople"
    )
}

/// Whether what goes with the name is somebody's title instead: `the Ferrix CEO` is, `Roe, CEO of Ferrix` is none of Roe's.
fn named_after(text: &str, page: &Page, at: usize) -> bool {
    let title = page.tokens.get(at).is_some_and(|t| people::is_courtesy(&t.key(text)));
    title && page.tokens.get(at + 1).is_some_and(|t| t.capital)
}

/// Whether an apposition says that it is a firm or the like: `Ferrix, a Dell maker of hulls,`.
fn apposed(text: &str, page: &Page, run: &Run) -> bool {
    if !page.tokens.get(run.end).is_some_and(|t| t.is(',')) {
        return false;
    }
    let words: Vec<Cow<str>> = (run.end + 1..run.end + 2 + REACH)
        .map_while(|n| page.tokens.get(n).filter(|t| t.is_word() || t.is('-')))
        .map(|t| t.key(text))
        .collect();
    let article = words.first().is_some_and(|w| matches!(w.as_ref(), "a" | "an" | "the"));
    // A spokeswoman for the firm is no firm.
    let noun = words.iter().skip(1).take_while(|w| !common::is_preposition(w) && !common::is_function_word(w)).last();
    article && noun.is_some_and(|noun| is_business(noun))
}

/// Whether a noun is one for a business or another body with a name of its own.
#[rustfmt::skip]
fn is_business(noun: &str) -> bool {
    matches!(
        noun,
        "company" | "firm" | "maker" | "carmaker" | "automaker" | "manufacturer" | "bank" | "lender" | "insurer" | "airline"
        | "retailer" | "start-up" | "startup" | "laboratory" | "lab" | "conglomerate" | "multinational" | "charity"
        | "nonprofit" | "think-tank" | "consultancy" | "brewer" | "chain"
    )
}

/// Whether a word is written as one though capitals stand inside it: OpenAI, BuzzFeed; but not McRoe, DeLong, O'Hara.
fn is_joined(word: &str) -> bool {
    let word = word.trim_end_matches(['’', '\'']);
    if !word.starts_with(|c: char| c.is_uppercase()) || word.contains(['-', '’', '\'', '.', '/']) {
        return false;
    }
    let head: usize = word.chars().skip(1).take_while(|c| c.is_lowercase()).count() + 1;
    let rest = word.chars().skip(head);
    let prefix: String = word.chars().take(head).collect();
    let family =
        head < 3 || matches!(prefix.as_str(), "Mac" | "Fitz" | "Van" | "Von" | "Del" | "Des" | "Della" | "Saint" | "San");
    !family && rest.clone().any(char::is_uppercase) && rest.clone().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::names::runs;

    fn bodies(text: &str) -> Vec<String> {
        let page = runs::page(text);
        let found = runs::of(0, text, &page, &runs::Usage::default());
        found
            .iter()
            .filter(|run| shown(text, &page, run))
            .map(|run| span_of(&page, run.core, run.end).of(text).to_owned())
            .collect()
    }

    #[test]
    fn what_goes_with_bodies_alone_shows_them() {
        for text in [
            "The quay belongs to Ferrix, a small Dell shipping company.",
            "On Monday Ferrix shareholders met in the hall.",
            "They read that Ferrix's board had gone.",
            "She met the shareholders of Ferrix in the north.",
        ] {
            assert_eq!(bodies(text), ["Ferrix"], "{text}");
        }
        assert_eq!(bodies("We asked FerryWorks about it."), ["FerryWorks"]);
    }

    #[test]
    fn what_goes_with_people_too_shows_nothing() {
        for text in [
            "On Monday Berg's employees met in the hall.",
            "We asked Berg, a spokesman for the company, about it.",
            "We asked Anna McBerg and Tom DeLong about it.",
            "She is the daughter of Berg in the north.",
        ] {
            assert_eq!(bodies(text), [""; 0], "{text}");
        }
    }
}
