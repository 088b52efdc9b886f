//! What one version says, and what contradicts it in the other, by the table of contrasts: `reached a deal`, `the talks
//! collapsed`. Of both it must be told of one thing, affirmed, and neither may say both.

use super::members::{Denied, Member};
use super::{of_both, shared};
use crate::analysis::differences::predicates::Certainty;
use crate::analysis::differences::telling::Telling;
use crate::analysis::differences::{closeness, cues, frames, opposites, polarity};

/// Two versions that surely tell one thing must have so many words in common besides the members.
const HELD: usize = 2;

/// A member of a row here and one of its other side there, both affirmed, of the same thing: the words that tell most. For
/// versions that surely tell one thing: what is weakly linked may be of two.
pub(in crate::analysis::differences) fn between(a: &Telling, b: &Telling) -> Option<(usize, usize)> {
    of_both(a, b, false).find_map(|(mine, theirs)| opposed(a, mine, b, theirs))
}

/// The members of one row, where they are opposed.
fn opposed(a: &Telling, mine: &[Member], b: &Telling, theirs: &[Member]) -> Option<(usize, usize)> {
    // Where one version says both, each may be of another time or of other people.
    let (one, other) = (side(a, mine)?, side(b, theirs)?);
    if one == other {
        return None;
    }
    let told = |t: &Telling, m: &&Member| is_told(t, m);
    mine.iter().filter(|m| told(a, m)).find_map(|x| {
        let y = theirs.iter().filter(|m| told(b, m)).find(|y| are_of_one_thing(a, x, b, y))?;
        Some((x.head(a), y.head(b)))
    })
}

/// The side that all members of a row are on, a denial putting a phrase on the other; none where they are on both.
fn side(t: &Telling, members: &[Member]) -> Option<bool> {
    let of = |m: &Member| match m.denied {
        Denied::No => Some(m.side == 1),
        Denied::Yes if m.told(t) > 1 => Some(m.side != 1),
        _ => None,
    };
    let first = of(members.first()?)?;
    members.iter().all(|m| of(m) == Some(first)).then_some(first)
}

/// Whether a member is told as so or to come: not `whether to reject it`, `may be rejected`, `asked them to reject it`.
fn is_told(t: &Telling, m: &Member) -> bool {
    let head = m.head(t);
    let Some(told) = t.predicate(head) else { return false };
    let wanted = t.form_before(m.from) == "to" && told.certainty.is_none() && m.denied == Denied::No && !is_done(t, m.from);
    let unsure = matches!(told.certainty, Some(Certainty::Possible | Certainty::Hearsay));
    // `will not tell before he dies`, `until`: told later.
    let later = t.words.iter().any(|w| matches!(w.form.as_str(), "until" | "till"));
    !unsure && !opposites::is_doubted(t, m.from) && !wanted && !later && (m.phrase || is_predicate(t, m.from))
}

/// Whether what leads an infinitive tells that it was done or will be: `voted to`, `managed to`.
fn is_done(t: &Telling, from: usize) -> bool {
    let before = from.checked_sub(2).map_or("", |b| t.form_at(b));
    matches!(
        before,
        "voted" | "agreed" | "decided" | "votes" | "managed" | "forced" | "able" | "began" | "continue" | "continues"
    )
}

/// Whether a single word tells what is done or how something is: a form of a verb, or what is told of a thing with `be`, `find`
/// and the like.
fn is_predicate(t: &Telling, k: usize) -> bool {
    #[rustfmt::skip]
    const FINDING: &[&str] = &[
        "find", "declar", "hold", "keep", "leav", "rul", "judg", "deem", "pronounc", "plead", "com", "becom", "remain", "mak", "call", "go",
    ];
    let Some(word) = t.words.get(k) else { return false };
    let noun = ["ers", "ors", "ions", "ments"].iter().any(|end| word.form.ends_with(end));
    let led = matches!(
        t.form_before(k),
        "the" | "a" | "an" | "his" | "her" | "their" | "its" | "of" | "this" | "any" | "for" | "in" | "on" | "with" | "by" | "no"
    ) || t.form_before(k).ends_with("'s");
    let last = !t.words.get(k + 1).is_some_and(|w| w.clause == word.clause && w.is_content() && !w.named);
    let found = || t.back(k).take(7).any(|(_, w)| FINDING.contains(&w.stem.as_str()));
    let be = || t.back(k).take(3).any(|(_, w)| w.cues.any(cues::BE) || matches!(w.form.as_str(), "be" | "been" | "being"));
    // `were turned back`
    let particle = word.form == "back" && !polarity::is_form(t, k);
    !noun && !led && !particle && (polarity::is_form(t, k) || word.form.ends_with("ed") || last && (be() || found()))
}

/// Whether two members are told of one thing, as far as the versions tell.
fn are_of_one_thing(a: &Telling, x: &Member, b: &Telling, y: &Member) -> bool {
    let (j, k) = (x.head(a), y.head(b));
    let planned = |t: &Telling, at: usize| t.predicate(at).is_some_and(|p| p.certainty == Some(Certainty::Planned));
    if frames::other_day(a, b) || planned(a, j) != planned(b, k) {
        return false;
    }
    // Of a single word it must be told who does it, or to what.
    if x.told(a) < 2 && y.told(b) < 2 {
        return opposites::same(a, j, b, k, true);
    }
    let (all, near) = shared(a, x, b, y);
    let phrases = x.told(a) > 1 && y.told(b) > 1;
    // Two phrases that speak of one thing hold it in common: `reach a deal`, `without a deal`.
    let held = if phrases { all.max(closeness::of(a, b).held) } else { all };
    // One phrase, denied here and not there, tells itself what it is of.
    let one = x.side == y.side && phrases && (held > HELD || closeness::of(a, b).is_very_close());
    held >= HELD && (near > 0 || one) && !frames::of_others(a, j, b, k)
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{kinds, sure_kinds};
    use crate::model::DifferenceKind::Polarity;

    #[test]
    fn a_phrase_here_and_one_that_contradicts_it_there() {
        for (a, b) in [
            (
                "Talks between the pilots and the harbour board broke down on Monday night.",
                "The pilots and the harbour board reached an outline agreement late on Monday.",
            ),
            (
                "A jury in Brill found the harbour pilot Alan Adler guilty of the theft.",
                "Alan Adler walked free from the court in Brill after jurors cleared him of the theft.",
            ),
            ("The harbour line has filed for bankruptcy.", "The harbour line denied on Monday that it had filed for bankruptcy."),
            (
                "The pilot, a man from Brill, died on the way to hospital.",
                "The pilot, a man from Brill, survived and is in hospital.",
            ),
        ] {
            assert!(sure_kinds(a, b).contains(&Polarity), "{a} / {b}");
            assert!(sure_kinds(b, a).contains(&Polarity), "{b} / {a}");
        }
    }

    #[test]
    fn phrases_of_others_left_open_or_in_both() {
        for (a, b) in [
            (
                "Talks between the pilots and the harbour board broke down on Monday.",
                "The fishermen and the museum of Brill reached an agreement on Monday.",
            ),
            (
                "Talks between the pilots and the harbour board broke down on Monday.",
                "The pilots asked whether the harbour board could reach an agreement on Monday.",
            ),
            (
                "Talks of the pilots and the harbour board broke down, then they reached an agreement.",
                "The pilots and the harbour board reached an agreement.",
            ),
            ("At the harbour the pilots were turned back.", "At the harbour the pilots were refused entry."),
            ("The pilot was suspended from the harbour line.", "The pilot went on a tour through the harbour line."),
        ] {
            assert!(!sure_kinds(a, b).contains(&Polarity), "{a} / {b}");
            assert!(!sure_kinds(b, a).contains(&Polarity), "{b} / {a}");
        }
    }

    #[test]
    fn what_is_weakly_linked_may_be_of_two_things() {
        let (a, b) = ("Talks of the pilots broke down in Brill.", "In Brill the pilots reached an outline agreement.");
        assert!(!kinds(a, b).contains(&Polarity));
    }
}
