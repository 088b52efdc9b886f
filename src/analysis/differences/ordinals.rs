//! Ordinals of one thing: `in the 80th minute`, `in the 79th minute`; `his fourth term`, `his third term`. They are no amounts;
//! two versions that tell much the same differ in one only where each has one ordinal of the noun.

use super::telling::{Telling, Word};
use super::{Found, Of, Said, closeness, frames};
use crate::model::DifferenceKind;

/// Nouns of which each version may tell another: quarters and rounds follow each other, storeys and streets have names.
#[rustfmt::skip]
const FOLLOWING: &[&str] = &[
    "quarter", "half", "inning", "period", "round", "set", "hole", "down", "street", "avenue", "floor", "centuri", "amend",
    "district", "circuit", "day", "night", "week", "month", "year", "season", "birthday", "anniversari", "person", "time", "place",
    "grade", "grader", "infantri", "divis", "armi", "lap", "stage", "parti", "countri", "world", "game", "match", "goal", "victim",
    "man", "woman", "suspect", "attempt", "test", "straight", "consecut", "success",
];

/// An ordinal and the noun after it, by its number.
pub(super) struct Ordinal {
    first: usize,
    value: u32,
    noun: u32,
}

/// The difference of an ordinal between two versions that tell much the same.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<Found> {
    let (mine, theirs) = (a.ordinals(), b.ordinals());
    if mine.is_empty() || theirs.is_empty() {
        return None;
    }
    let alone = |all: &[Ordinal], o: &Ordinal| all.iter().filter(|p| p.noun == o.noun).count() == 1;
    let (x, y) = mine.iter().find_map(|x| {
        let y = theirs.iter().find(|y| y.noun == x.noun)?;
        (alone(mine, x) && alone(theirs, y)).then_some((x, y))
    })?;
    let people = |t: &Telling, o: &Ordinal| frames::named(t, o.first, true);
    let strangers = frames::strangers(&people(a, x), &people(b, y));
    let close = || closeness::of(a, b).is_rather_close() || closeness::around(a, x.first, b, y.first).held > 2;
    if x.value == y.value || strangers || frames::other_day(a, b) || !close() {
        return None;
    }
    let said = |t: &Telling, o: &Ordinal| {
        let words = t.words.get(o.first).map_or("", |w| w.span.of(t.text));
        Said { version: 0, words: words.to_owned(), value: o.value.to_string() }
    };
    Some(Found { kind: DifferenceKind::Number, of: Of::named("ordinal"), said: [said(a, x), said(b, y)] })
}

/// The ordinals of a version that stand right before a noun; `first` and `second` order what is told, and count nothing.
pub(super) fn ordinals(t: &Telling) -> Vec<Ordinal> {
    let noun = |w: &Word| w.is_content() && !w.named && !FOLLOWING.contains(&w.stem.as_str());
    let found = t.words.iter().enumerate().filter_map(|(k, w)| {
        let value = value(&w.form)?;
        let of = t.words.get(k + 1).filter(|n| noun(n) && n.clause == w.clause)?;
        Some(Ordinal { first: k, value, noun: of.id })
    });
    found.collect()
}

fn value(form: &str) -> Option<u32> {
    #[rustfmt::skip]
    const SPELLED: [&str; 8] = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    if let Some(at) = SPELLED.iter().position(|s| *s == form) {
        return u32::try_from(at + 3).ok();
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| form.strip_suffix(ending))?;
    digits.parse().ok().filter(|n| *n > 2)
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Number;

    #[test]
    fn an_ordinal_of_one_thing_differs() {
        for (a, b) in [
            ("Adler bit Brand in the 80th minute of the harbour cup.", "In the 79th minute of the harbour cup Adler bit Brand."),
            ("Adler won a fourth term as mayor of the harbour.", "Adler won a third term as mayor of the harbour."),
        ] {
            assert_eq!(kinds(a, b), [Number], "{a} / {b}");
            assert_eq!(kinds(b, a), [Number], "{b} / {a}");
        }
    }

    #[test]
    fn ordinals_of_what_follows_each_other_or_of_two_things_do_not() {
        for (a, b) in [
            ("Adler bit Brand in the 80th minute of the harbour cup.", "Kolar bit Faro in the 79th minute of the harbour cup."),
            (
                "Adler won his eighth consecutive harbour cup and seventh straight medal.",
                "Adler wins eighth straight harbour cup and a medal.",
            ),
            ("The harbour line lost money in the third quarter.", "The harbour line lost money in the fourth quarter."),
            ("Adler lives on the 12th floor of the harbour tower.", "Adler bit Brand in the 79th minute of the harbour cup."),
        ] {
            assert_eq!(kinds(a, b), [], "{a} / {b}");
            assert_eq!(kinds(b, a), [], "{b} / {a}");
        }
    }
}
