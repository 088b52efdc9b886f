//! An amount told plainly in one version, and in the other under a word that leaves it open: `the ice is a million years old`,
//! `could be a million years old`; `it is thought 67 of the passengers were Danes`, `67 were Danish citizens`.

use super::cues;
use super::events::{Cue, cue};
use super::telling::{Telling, Word};
use super::{closeness, frames};
use crate::analysis::facts::{Hedge, Measure, Unit, Value};

/// So many words before a number may stand what leaves it open.
const BEFORE: usize = 6;
/// So many after it, with what is counted.
const AFTER: usize = 5;
/// So many words around a number tell of what it is.
const NEAR: usize = 7;
/// A number below is of too many things.
const LEAST: f64 = 5.0;

/// An amount that is so in `a`, and may be so in `b`.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    is_so(a, b).or_else(|| is_counted(a, b))
}

/// One number of the same, plain in `a`, left open in `b`.
fn is_counted(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    let opening = cues::MAY | cues::HEARSAY | cues::SAID_TO | cues::UNSURE;
    if a.measures.is_empty() || !b.cues.any(opening) || frames::other_day(a, b) {
        return None;
    }
    b.measures.iter().find_map(|y| {
        let (from, number) = left_open(b, y)?;
        let x = a.measures.iter().find(|x| same_number(x, y))?;
        let plain = a.range(x.place.span).0;
        let open = a.back(plain).chain(a.on(plain)).any(|(_, w)| leaves_open(w) || w.cues.any(cues::BELIEF));
        let told = !a.headline && !open && !a.words.iter().any(|w| matches!(w.form.as_str(), "if" | "whether"));
        let verb = a.on(plain).take(NEAR).find(|(_, w)| w.cues.any(cues::BE | cues::PAST)).map(|(k, _)| k)?;
        (told && share(a, plain, b, number))
            .then(|| (cue(plain, verb.max(plain), "is so"), cue(from, number.max(from), "may be so")))
    })
}

/// What leaves a number open, and the number's first word: `it is thought 67 of them were`, `67 of them may have been`.
fn left_open(t: &Telling, measure: &Measure) -> Option<(usize, usize)> {
    let (first, past) = t.range(measure.place.span);
    let thought = |k: usize, w: &Word| {
        matches!(w.form.as_str(), "thought" | "believed" | "understood" | "feared")
            && t.back(k).take(1).any(|(_, b)| b.cues.any(cues::BE))
    };
    let may = |k: usize, w: &Word| {
        w.cues.any(cues::MAY) && t.words.get(k + 1).is_some_and(|n| matches!(n.form.as_str(), "be" | "have"))
    };
    let before = t.back(first).take(BEFORE).find(|(k, w)| thought(*k, w) || w.cues.any(cues::UNSURE)).map(|(k, _)| k);
    let after = || t.on(past.checked_sub(1)?).take(AFTER).find(|(k, w)| may(*k, w) || thought(*k, w)).map(|(k, _)| k);
    Some((before.or_else(after)?, first))
}

/// Whether a word leaves open what stands with it.
fn leaves_open(word: &Word) -> bool {
    let opening = cues::MAY | cues::HEARSAY | cues::UNSURE | cues::MAYBE | cues::PLANNED;
    word.cues.any(opening) || matches!(word.form.as_str(), "likely" | "feared" | "thought" | "reported")
}

/// Whether two numbers are one, and not one of few things, nor itself vague.
fn same_number(x: &Measure, y: &Measure) -> bool {
    match (&x.value, &y.value) {
        (Value::Amount(p), Value::Amount(q)) => {
            let vague = |hedge: Hedge| matches!(hedge, Hedge::Many | Hedge::Range);
            p.unit == Unit::Count && q.unit == Unit::Count && p.at == q.at && p.at >= LEAST && !vague(p.hedge) && !vague(q.hedge)
        }
        _ => false,
    }
}

/// Whether near the two numbers one thing is told, and something else in both versions.
fn share(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let near = |t: &Telling, at: usize| {
        let own = |w: &&Word| w.is_content() && !w.cues.any(cues::HEDGE);
        frames::sorted(t.words.iter().skip(at + 1).take(NEAR).filter(own).map(|w| w.id))
    };
    frames::shared(&near(a, j), &near(b, k)) > 0 && closeness::of(a, b).held > 1
}

/// An amount that is so in `a`, and may be so in `b`: `the ice is a million years old`, `could be a million years old`.
fn is_so(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    let open = |w: &Word| matches!(w.form.as_str(), "if" | "whether");
    if !b.cues.any(cues::MAY) || a.cues.any(cues::MAY) || a.words.iter().any(open) {
        return None;
    }
    let (x, y) = (equated(a, false)?, equated(b, true)?);
    let (m, n) = (a.measures.get(x.measure)?, b.measures.get(y.measure)?);
    let same = matches!(m.value, Value::Amount(_)) && m.value.agrees(&n.value) && closeness::akin(a, x.subject, b, y.subject);
    same.then_some((cue(x.from, x.to, "is so"), cue(y.from, y.to, "may be so")))
}

/// An amount that something is, or may be.
struct Equated {
    /// Index into the version's measures.
    measure: usize,
    /// The word that tells what is measured.
    subject: usize,
    /// First word of what links the two.
    from: usize,
    /// First word of the amount.
    to: usize,
}

/// The first amount that follows `is`, or with `may`, `may be`.
fn equated(t: &Telling, may: bool) -> Option<Equated> {
    let be = |w: &Word| matches!(w.form.as_str(), "is" | "are" | "was" | "were" | "be");
    t.measures.iter().enumerate().find_map(|(measure, m)| {
        let to = t.range(m.place.span).0;
        let (k, verb) = t.back(to).take(2).find(|(_, w)| be(w))?;
        let led = k.checked_sub(1).filter(|&p| t.words.get(p).is_some_and(|w| w.cues.any(cues::MAY)));
        let from = if may { led? } else { k };
        let subject = t.back(from).find(|(_, w)| w.is_content()).map(|(n, _)| n)?;
        (may || led.is_none() && verb.form != "be").then_some(Equated { measure, subject, from, to })
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Certainty;

    #[test]
    fn a_number_left_open_here_and_told_plainly_there() {
        for (a, b) in [
            (
                "It is thought 67 of the ferry passengers were Danes, while the harbour office gave no list.",
                "Of those on the ferry 67 were Danes, among them 16 pupils, the harbour office said.",
            ),
            (
                "Around 45 Danes may have been on the ferry when it left the harbour.",
                "When the ferry left the harbour 45 Danes were on board.",
            ),
        ] {
            assert_eq!(kinds(a, b), [Certainty], "{a} / {b}");
            assert_eq!(kinds(b, a), [Certainty], "{b} / {a}");
        }
    }

    #[test]
    fn a_number_open_in_both_or_of_something_else() {
        for (a, b) in [
            (
                "It is thought 67 of the ferry passengers were Danes, the harbour office said.",
                "Some 67 Danes are believed to have been on the ferry, the harbour office said.",
            ),
            (
                "It is thought 67 of the ferry passengers were Danes, the harbour office said.",
                "The ferry was built in the harbour by 67 men, who took two years.",
            ),
        ] {
            assert!(!kinds(a, b).contains(&Certainty), "{a} / {b}");
            assert!(!kinds(b, a).contains(&Certainty), "{b} / {a}");
        }
    }
}
