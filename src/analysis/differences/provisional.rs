//! A deal that is tentative here and final there: `reached a tentative agreement`, `finalized the settlement`.

use super::events::{Cue, cue};
use super::telling::{Telling, Word};
use super::{closeness, cues, frames};

/// Words between the adjective or verb and the deal.
const NEAR: usize = 4;
/// So many words of one version must be told in the other too.
const HELD: usize = 2;

/// A deal that `a` calls provisional and `b` final.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    let (from, to) = if a.cues.any(cues::PROVISIONAL) { provisional(a)? } else { return None };
    if provisional(b).is_some() || frames::other_day(a, b) {
        return None;
    }
    let (start, end) = settled(b)?;
    // `once it is finalized`, `before they finalize it`
    let open = |t: &Telling, k: usize| {
        t.back(k)
            .take(2 * NEAR)
            .any(|(_, w)| matches!(w.form.as_str(), "if" | "once" | "when" | "before" | "until" | "to" | "yet" | "not"))
    };
    if open(b, start) || settled(a).is_some_and(|(k, _)| !open(a, k)) {
        return None;
    }
    let close = closeness::of(a, b);
    (close.held > HELD && !frames::of_others(a, to, b, end)).then_some((cue(from, to, "provisional"), cue(start, end, "final")))
}

/// An adjective that makes a deal provisional, and the deal: `a tentative agreement`, `an agreement in principle`.
fn provisional(t: &Telling) -> Option<(usize, usize)> {
    (0..t.words.len()).find_map(|k| match t.form_at(k) {
        "tentative" | "preliminary" | "provisional" | "outline" => {
            t.on(k).take(NEAR).find(|(_, w)| is_deal(w)).map(|(n, _)| (k, n))
        }
        "principle" if t.form_before(k) == "in" => t.back(k).take(NEAR).find(|(_, w)| is_deal(w)).map(|(n, _)| (n, k)),
        _ => None,
    })
}

/// A word that makes a deal final, and the deal: `finalized the settlement`, `the final agreement was signed`.
fn settled(t: &Telling) -> Option<(usize, usize)> {
    (0..t.words.len()).find_map(|k| match t.form_at(k) {
        "finalized" | "finalised" | "finalizes" | "finalises" | "finalize" | "finalise" | "sealed" | "concluded"
        | "definitive" => {
            let deal = t.on(k).chain(t.back(k).take(NEAR)).take(4 * NEAR).find(|(_, w)| is_deal(w));
            deal.map(|(n, _)| (k.min(n), k.max(n)))
        }
        _ => None,
    })
}

fn is_deal(w: &Word) -> bool {
    matches!(
        w.form.as_str(),
        "agreement"
            | "deal"
            | "settlement"
            | "accord"
            | "pact"
            | "contract"
            | "merger"
            | "truce"
            | "treaty"
            | "takeover"
            | "sale"
    )
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Certainty;

    #[test]
    fn tentative_here_and_final_there() {
        for (a, b) in [
            (
                "The harbour bank has struck a tentative agreement with the ministry to pay $40 million over its bad loans.",
                "The harbour bank on Tuesday finalized a $40 million settlement with the ministry over bad loans.",
            ),
            (
                "Pilots and the harbour line have an agreement in principle on pay for night shifts.",
                "The pilots of the harbour line sealed a deal on pay for night shifts.",
            ),
        ] {
            assert_eq!(kinds(a, b), [Certainty], "{a} / {b}");
            assert_eq!(kinds(b, a), [Certainty], "{b} / {a}");
        }
    }

    #[test]
    fn tentative_in_both_or_not_yet_final() {
        let a = "The harbour bank has struck a tentative agreement with the ministry to pay $40 million over its bad loans.";
        for b in [
            "The harbour bank and the ministry have yet to finalize the $40 million settlement over bad loans.",
            "Once it is finalized, the harbour bank's settlement with the ministry over bad loans will cost $40 million.",
            "The harbour bank has a preliminary deal with the ministry to pay $40 million over bad loans.",
            "The museum of Brill finalized the sale of its bell.",
        ] {
            assert_eq!(kinds(a, b), [], "{b}");
            assert_eq!(kinds(b, a), [], "{b}");
        }
    }
}
