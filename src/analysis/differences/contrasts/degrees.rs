//! One thing told surer in one version than in the other, by the scales of the table of contrasts: `proved`, `suggested`.

use super::members::{Denied, Member};
use super::{of_both, shared};
use crate::analysis::differences::events::{Cue, cue};
use crate::analysis::differences::predicates::Certainty;
use crate::analysis::differences::telling::{Telling, Word};
use crate::analysis::differences::{cues, frames, opposites, polarity};
use crate::analysis::facts::Value;

/// What a degree comes to, the surest first.
const DEGREES: [&str; 5] = ["surest", "less sure", "unsure", "doubtful", "least sure"];

/// Two versions that surely tell one thing must have so many words in common besides the members …
const HELD: usize = 3;
/// … or so many in the clauses of the members.
const NEAR: usize = 2;

/// A member of a scale here and one of another degree there, of the same thing, in versions that surely tell one
/// thing: what is weakly linked may be of two.
pub(in crate::analysis::differences) fn between(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    of_both(a, b, true).find_map(|(mine, theirs)| unlike(a, mine, b, theirs))
}

/// The members of one scale, where each version holds one degree and the degrees differ.
fn unlike(a: &Telling, mine: &[Member], b: &Telling, theirs: &[Member]) -> Option<(Cue, Cue)> {
    let (one, other) = (mine.first()?.side, theirs.first()?.side);
    if one == other || mine.iter().any(|m| m.side != one) || theirs.iter().any(|m| m.side != other) {
        return None;
    }
    let told = |t: &Telling, m: &&Member| is_told(t, m);
    let says = |m: &Member| DEGREES.get(usize::from(m.side)).copied().unwrap_or("unsure");
    mine.iter().filter(|m| told(a, m)).find_map(|x| {
        let unsure = |y: &&Member| x.hedged != y.hedged && (x.side < y.side) == y.hedged;
        let y = theirs.iter().filter(|m| told(b, m)).filter(unsure).find(|y| are_of_one_thing(a, x, b, y))?;
        Some((cue(x.from, x.to, says(x)), cue(y.from, y.to, says(y))))
    })
}

/// Whether the words themselves settle the degree: nothing before them denies them, leaves them open or puts them off.
fn is_told(t: &Telling, m: &Member) -> bool {
    let outside =
        |k: usize| t.predicate(k).is_some_and(|p| p.from < m.from && matches!(p.certainty, Some(c) if c != Certainty::Done));
    // `Adler and Brand merge` in a headline tells of what they agreed too.
    let bare = || t.words.get(m.from).is_some_and(|w| !w.cues.any(cues::PAST)) && m.from == m.to;
    let present = !m.hedged && if t.headline { bare() } else { t.form_at(m.from).ends_with('s') && polarity::is_form(t, m.from) };
    // `charged on suspicion of theft`
    m.denied == Denied::No
        && t.form_before(m.from) != "on"
        && !present
        && !is_under_way(t, m)
        && !is_asked(t, m)
        // `a deal to buy`
        && (m.hedged || t.form_before(m.from) != "to")
        && !opposites::is_doubted(t, m.from)
        && !outside(m.head(t))
        && !is_counting(t, m)
        && (m.hedged || !is_plain(t, m))
}

/// Whether a deed is told as one that is under way or agreed: `is buying`.
fn is_under_way(t: &Telling, m: &Member) -> bool {
    let be = || matches!(t.form_before(m.from), "is" | "are" | "am" | "was" | "were" | "be");
    !m.hedged && t.form_at(m.from).ends_with("ing") && be()
}

/// Whether what is to come is what somebody asks or is let: `allowed to resign`, not `is to resign`.
fn is_asked(t: &Telling, m: &Member) -> bool {
    let verb = |w: &Word| w.cues.any(cues::PAST) && !w.cues.any(cues::BE) && !w.cues.any(cues::LIGHT);
    t.form_at(m.from) == "to" && m.from.checked_sub(1).and_then(|b| t.words.get(b)).is_some_and(verb)
}

/// Whether a member tells how many: `more than 900`, `some 40`.
fn is_counting(t: &Telling, m: &Member) -> bool {
    t.measures.iter().any(|measure| {
        let (first, past) = t.range(measure.place.span);
        matches!(measure.value, Value::Amount(_)) && first <= m.to + 1 && m.from < past
    })
}

/// Whether all words of a member carry little.
fn is_plain(t: &Telling, m: &Member) -> bool {
    (m.from..=m.to).all(|k| t.words.get(k).is_none_or(|w| w.plain))
}

/// Whether two members are told of one thing, as far as the versions tell.
fn are_of_one_thing(a: &Telling, x: &Member, b: &Telling, y: &Member) -> bool {
    let (j, k) = (x.head(a), y.head(b));
    if frames::other_day(a, b) || frames::apart(a, j, b, k) {
        return false;
    }
    let (all, near) = shared(a, x, b, y);
    near >= NEAR || near > 0 && all >= HELD
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::sure_kinds;
    use crate::model::DifferenceKind::Certainty;

    #[test]
    fn done_here_and_only_meant_there() {
        for (a, b) in [
            (
                "The fire at the harbour church was deliberately set on Friday, divers say.",
                "Police suspect arson in the fire at the harbour church on Friday.",
            ),
            (
                "The harbour line has sold its last ferry to Adler.",
                "The harbour line is in talks to sell its last ferry to Adler.",
            ),
            (
                "Adler Shipping has bought the harbour line of Brill for cash.",
                "Adler Shipping has agreed to buy the harbour line of Brill for cash.",
            ),
        ] {
            assert!(sure_kinds(a, b).contains(&Certainty), "{a} / {b}");
            assert!(sure_kinds(b, a).contains(&Certainty), "{b} / {a}");
        }
    }

    #[test]
    fn how_much_of_others_or_charged_is_no_other_degree() {
        for (a, b) in [
            ("The pilot was charged with arson in Brill.", "The pilot was charged on suspicion of arson in Brill."),
            ("Adler resigned as mayor on Friday.", "Adler announced her resignation as mayor on Friday."),
            (
                "The harbour bank was closed by the ministry.",
                "The ministry confirmed that the harbour bank was ordered to close.",
            ),
            ("Ferry prices at the harbour soared in May.", "Ferry prices at the harbour edged up in May."),
            (
                "The board of the harbour line has agreed to sell its last ferry to Adler.",
                "The board of the harbour line has approved a deal to sell its last ferry to Adler.",
            ),
            ("The harbour line has sold its last ferry.", "The museum of Brill is in talks to sell its bell."),
            (
                "Adler Shipping said it is buying the harbour line of Brill for cash.",
                "Adler Shipping has agreed to buy the harbour line of Brill for cash.",
            ),
            (
                "Adler met the mayor on Monday and asked to be allowed to resign.",
                "Adler came to the town hall on Monday to meet the mayor and offer his resignation.",
            ),
        ] {
            assert!(!sure_kinds(a, b).contains(&Certainty), "{a} / {b}");
            assert!(!sure_kinds(b, a).contains(&Certainty), "{b} / {a}");
        }
    }
}
