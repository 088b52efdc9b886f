//! None here, some there: `no serious injuries were reported`, `two riders suffered serious injuries`. Unlike other denials, this one
//! is of a thing, whatever verb tells of it.

use super::predicates::Certainty;
use super::telling::{Telling, Word};
use super::{closeness, cues, frames};

/// So many words name what there is none of.
const NAME: usize = 4;
/// So many words must both versions have in common, or the thing may be of another place.
const HELD: usize = 3;

/// What `a` says there is none of, and where `b` tells of it.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(usize, usize)> {
    if a.denials.is_empty() || b.cues.any(cues::DOUBT) || frames::other_day(a, b) {
        return None;
    }
    a.denials.iter().filter_map(|&k| thing(a, k)).find_map(|thing| {
        let head = *thing.last()?;
        let there = closeness::kin(b, a, head).into_iter().find(|&n| closeness::one_stem(a, head, b, n) && exists(b, n))?;
        // Each word that tells what kind of thing there is none of must be told there too.
        let whole = thing.iter().all(|&n| closeness::has_kin(b, a, n));
        let people = |t: &Telling, at: usize| frames::named(t, at, true);
        let close = closeness::of(a, b);
        let one_place = close.held >= HELD.max(thing.len() + 1) && close.is_rather_close();
        (whole && one_place && !frames::strangers(&people(a, head), &people(b, there))).then_some((head, there))
    })
}

/// The words that name what there is none of: `no [serious injuries]`, `did not receive any [warning]`, `never got a [warning]`.
fn thing(t: &Telling, k: usize) -> Option<Vec<usize>> {
    let from = match t.form_at(k) {
        "no" => k + 1,
        "not" | "never" => {
            // Being given, had or seen is of the thing; `did not sign any treaty` is of the signing.
            let having = |w: &Word| {
                matches!(
                    w.form.as_str(),
                    "received"
                        | "receive"
                        | "get"
                        | "got"
                        | "gotten"
                        | "have"
                        | "had"
                        | "see"
                        | "seen"
                        | "saw"
                        | "given"
                        | "hear"
                        | "heard"
                )
            };
            let (n, _) = t.on(k).take(3).find(|(_, w)| having(w))?;
            (n + 1..n + 3).find(|&i| matches!(t.form_at(i), "any" | "a" | "an" | "single")).map(|i| i + 1)?
        }
        _ => return None,
    };
    let whole = matches!(
        t.form_at(from),
        "further"
            | "other"
            | "longer"
            | "new"
            | "idea"
            | "comment"
            | "one"
            | "way"
            | "plans"
            | "need"
            | "doubt"
            | "immediate"
            | "sign"
            | "signs"
            | "evidence"
            | "proof"
            | "indication"
            | "intention"
            | "more"
            | "reason"
    );
    let named: Vec<usize> = t
        .on(from.checked_sub(1)?)
        .take(NAME)
        .take_while(|(_, w)| w.is_content() && !w.named && !w.cues.any(cues::PAST))
        .map(|(n, _)| n)
        .collect();
    (!whole && !named.is_empty()).then_some(named)
}

/// Whether a version tells of a thing at word `n` as there: not denied, not feared, not asked for.
fn exists(t: &Telling, n: usize) -> bool {
    let clause = t.words.get(n).map(|w| w.clause);
    let denied = t.denials.iter().any(|&d| t.words.get(d).map(|w| w.clause) == clause);
    let doubted = t.back(n).any(|(_, w)| {
        matches!(
            w.form.as_str(),
            "any"
                | "my"
                | "our"
                | "your"
                | "this"
                | "possible"
                | "potential"
                | "alleged"
                | "suspected"
                | "risk"
                | "fear"
                | "fears"
                | "feared"
                | "avoid"
                | "avoided"
                | "prevent"
                | "prevented"
                | "without"
                | "for"
                | "if"
                | "little"
                | "few"
                | "minor"
                | "rumours"
                | "rumors"
                | "could"
                | "may"
                | "might"
                | "would"
                | "should"
                | "seeking"
                | "denied"
        )
    });
    let sure = |p: Option<Certainty>| matches!(p, None | Some(Certainty::Done));
    let told = t.predicate(n).is_some_and(|p| !p.denied && sure(p.certainty));
    // What is told has happened: some verb of the clause is past.
    let past = t.words.iter().any(|w| Some(w.clause) == clause && w.cues.any(cues::PAST));
    told && past && !denied && !doubted
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Polarity;

    #[test]
    fn none_here_and_some_there() {
        for (a, b) in [
            (
                "No serious injuries were reported among the riders of the harbour derby.",
                "Two riders suffered serious injuries in the harbour derby.",
            ),
            (
                "The harbour museum never received a demand for ransom, Adler said.",
                "The thieves demanded a ransom of nine crowns from the harbour museum.",
            ),
            (
                "There was no warning before the storm hit the harbour town, fishermen said.",
                "A warning was broadcast hours before the storm hit the harbour town.",
            ),
        ] {
            assert!(kinds(a, b).contains(&Polarity), "{a} / {b}");
            assert!(kinds(b, a).contains(&Polarity), "{b} / {a}");
        }
    }

    #[test]
    fn none_of_another_kind_or_only_feared() {
        for (a, b) in [
            (
                "No serious injuries were reported among the riders of the harbour derby.",
                "Two riders suffered injuries in the harbour derby.",
            ),
            (
                "No injuries were reported among the riders of the harbour derby.",
                "There were fears of injuries among the riders of the harbour derby.",
            ),
            (
                "No other injuries were reported among the riders of the harbour derby.",
                "Two riders suffered injuries in the harbour derby.",
            ),
            ("No guards were hurt when the harbour gate fell.", "A fisherman was hurt when the harbour gate fell."),
            ("There was no warning before the storm hit the harbour town.", "The warning flags of the museum were stolen."),
            (
                "The harbour museum never received a demand for ransom, Adler said.",
                "Adler warned that thieves may demand a ransom from the harbour museum.",
            ),
        ] {
            assert!(!kinds(a, b).contains(&Polarity), "{a} / {b}");
            assert!(!kinds(b, a).contains(&Polarity), "{b} / {a}");
        }
    }
}
