//! Told firmly in one version, and under a hedge of the table in the other, of two that surely tell one thing: `it is too early
//! to say whether the heat caused the fall`, `the heat caused the fall`. The verb that the hedge governs must be told there.

use super::events::{Cue, cue};
use super::hedges::{Class, Hedge};
use super::predicates::Certainty;
use super::telling::{Telling, Word};
use super::{closeness, cues, denials, events, frames};

/// The verb that a hedge governs stands within so many words after it.
const GOVERNED: usize = 10;
/// A clause that it opens begins within so many.
const OPENING: usize = 3;
/// A denial within so many words before a hedge denies it.
const NEAR: usize = 3;
/// So many words must the versions have in common where the clauses have none besides the verb.
const HELD: usize = 3;

/// A hedge in `a` over what `b` tells firmly.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    if !a.cues.any(cues::HEDGING) || frames::other_day(a, b) {
        return None;
    }
    a.hedges().iter().filter(|h| h.class != Class::Heard && !is_denied(a, h)).find_map(|h| {
        let (from, k) = firmly(a, h, b)?;
        Some((cue(h.from, h.to, "hedged"), cue(from, k, "firm")))
    })
}

/// Whether a hedge is itself denied: `is not expected to`, `no doubt that`.
fn is_denied(t: &Telling, h: &Hedge) -> bool {
    let own = t.denials.contains(&h.from) || t.form_at(h.from) == "not";
    !own && t.back(h.from).take(NEAR).any(|(n, w)| t.denials.contains(&n) || matches!(w.form.as_str(), "not" | "no" | "little"))
}

/// Where `b` tells firmly what the hedge in `a` governs: the first word that says so, and the verb.
fn firmly(a: &Telling, h: &Hedge, b: &Telling) -> Option<(usize, usize)> {
    let verb = governed(a, h)?;
    let clear = |k: usize| {
        let hedged = b.hedges().iter().any(|o| o.class != Class::Plan || matches!(h.class, Class::Plan | Class::Hope));
        let asked = b.words.iter().any(|w| matches!(w.form.as_str(), "whether" | "if" | "unless" | "should"));
        let near = closeness::around(a, verb, b, k).held > 0 || closeness::of(a, b).held >= HELD;
        // `unclear whether Brand's board had also approved` tells of another.
        let also = (h.to..verb).any(|n| a.form_at(n) == "also");
        near && !hedged && !asked && !also && is_firm(b, k, h) && !frames::apart(a, verb, b, k)
    };
    let k = closeness::kin(b, a, verb).into_iter().find(|&k| closeness::one_stem(a, verb, b, k) && clear(k))?;
    Some((b.told_from(k), k))
}

/// The verb that a hedge governs: right after it (`may have hired`, `poised to hire`), or in the clause that it opens (`unclear
/// whether the heat caused it`).
fn governed(t: &Telling, h: &Hedge) -> Option<usize> {
    let opens = (h.from..=h.to + OPENING).any(|k| matches!(t.form_at(k), "whether" | "if" | "that"));
    let light = |n: usize| t.words.get(h.to + 1..n).is_some_and(|ws| ws.iter().all(|w| w.cues.any(cues::LIGHT)));
    let leads = t.form_at(h.to) == "to" || t.words.get(h.to).is_some_and(|w| w.cues.any(cues::MAY));
    let stop = |w: &Word| matches!(w.form.as_str(), "but" | "although" | "though" | "because" | "after" | "before" | "since");
    let reach = t.words.iter().enumerate().skip(h.to + 1).take(GOVERNED).take_while(|(_, w)| !stop(w));
    let verb = |n: usize| denials::verb(t, n) && !matches!(t.form_before(n), "most" | "more" | "the" | "a" | "an");
    reach
        .filter(|(_, w)| w.is_content() && !w.named)
        .map(|(n, _)| n)
        .find(|&n| light(n) && (leads || verb(n)) || opens && verb(n))
        .filter(|&n| t.words.get(n).is_some_and(|w| !w.cues.any(cues::UNEVENTFUL | cues::VAGUE)))
}

/// Whether verb `k` tells what was done, or, against what is no more than weighed or feared, what will be.
fn is_firm(t: &Telling, k: usize, h: &Hedge) -> bool {
    let Some(told) = t.predicate(k).filter(|p| !p.denied) else { return false };
    let planned = !matches!(h.class, Class::Plan | Class::Hope);
    let sure = match told.certainty {
        Some(Certainty::Done) => true,
        Some(Certainty::Planned) => planned,
        _ => false,
    };
    sure && events::is_act(t, k)
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::sure_kinds;
    use crate::model::DifferenceKind::Certainty;

    #[test]
    fn hedged_here_and_told_firmly_there() {
        for (a, b) in [
            (
                "The heat of the past weeks caused the fall of the harbour wall, Adler said.",
                "It is too early to say whether the heat of the past weeks caused the fall of the wall, Adler said.",
            ),
            ("Adler will run the harbour museum.", "Adler is negotiating to run the museum by the harbour."),
            ("The harbour firm has hired Adler as its pilot.", "The firm is poised to hire Adler to pilot its harbour ferries."),
        ] {
            assert_eq!(sure_kinds(a, b), [Certainty], "{a} / {b}");
            assert_eq!(sure_kinds(b, a), [Certainty], "{b} / {a}");
        }
    }

    #[test]
    fn hedged_in_both_or_of_something_else() {
        for (a, b) in [
            // One auxiliary leads two verbs.
            (
                "The ferry firm told its clerks on Monday that it will close or sell every one of its 80 shops, a paper said.",
                "Adler Lines told its clerks on Monday that it will sell or close every harbour shop, a paper said.",
            ),
            (
                "The ferry firm told its clerks on Monday that it will shut or sell every one of its 80 shops, a paper said.",
                "Adler Lines told its clerks on Monday that it will sell or shut every harbour shop, a paper said.",
            ),
            (
                "It was by chance that Adler came to play a leading role in the harbour drama.",
                "Hear how Adler played a leading role in the harbour's history.",
            ),
            (
                "It seemed fitting that when the time came to break the old sailing record of the harbour, Adler took her old boat.",
                "Adler broke the old sailing record of the harbour.",
            ),
            ("There is no doubt that Adler held the bell.", "The court said that Adler held the bell."),
            ("The level is expected to rise by a metre.", "The level will probably rise by a further metre."),
            ("The firm is not expected to hire Adler.", "The firm has hired Adler as its pilot in the harbour."),
            (
                "Adler's plans to push through a sale angered the town.",
                "Pushed to the edge by debt, the town agreed to the sale.",
            ),
            ("Services were cut due to damage of the harbour cables.", "The harbour cables were damaged on the sea bed."),
        ] {
            assert!(!sure_kinds(a, b).contains(&Certainty), "{a} / {b}");
            assert!(!sure_kinds(b, a).contains(&Certainty), "{b} / {a}");
        }
    }
}
