//! Who did it, suspected here and told as a fact there: `taken by suspected rebels`, `the rebels took them`.

use super::cues;
use super::events::{Cue, cue};
use super::telling::{Telling, Word};
use super::{closeness, frames};

/// So many words lie between `suspected` and who is, names of a group included.
const NAMED: usize = 4;
/// So many words lie between who acts and what he did.
const ACT: usize = 8;

/// Those whom papers suspect; `gunmen` did it whoever they are.
#[rustfmt::skip]
const ACTORS: &[&str] = &[
    "milit", "extremist", "islamist", "jihadist", "rebel", "insurg", "terrorist", "separatist", "guerrilla", "guerilla",
    "poacher", "pirat", "bandit", "smuggler", "traffick", "fighter", "arsonist", "hacker", "spi", "burglar",
];

/// Who is only suspected in `a`, and in `b` did the same.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    if !a.cues.any(cues::MAYBE) || b.words.iter().any(doubts) || frames::other_day(a, b) {
        return None;
    }
    let (at, actor) = a.words.iter().enumerate().filter(|(_, w)| w.form == "suspected").find_map(|(k, _)| {
        let own = |w: &Word| w.is_content();
        let (n, _) = a.on(k).take(NAMED).take_while(|(_, w)| own(w)).find(|(_, w)| is_actor(w))?;
        Some((k, n))
    })?;
    let there = b.words.iter().enumerate().find(|(_, w)| is_actor(w)).map(|(m, _)| m)?;
    let act = acts(a, actor).into_iter().find_map(|j| {
        let kin = closeness::kin(b, a, j);
        acts(b, there).into_iter().find(|k| kin.contains(k) && !b.predicate(*k).is_some_and(|p| p.denied)).map(|k| (j, k))
    })?;
    let close = closeness::of(a, b).held > 1 || frames::same_event(a, act.0, b, act.1);
    close.then(|| (cue(at, actor, "suspected"), cue(act.1.min(there), act.1.max(there), "told")))
}

/// Whether a word says that who did it is not sure.
fn doubts(word: &Word) -> bool {
    let opening = cues::HEARSAY | cues::MAY | cues::UNSURE;
    word.cues.any(opening)
        || ["suspect", "believ", "thought", "likel", "blam", "accus", "alleg", "claim"]
            .iter()
            .any(|lead| word.form.starts_with(lead))
}

fn is_actor(word: &Word) -> bool {
    ACTORS.contains(&word.stem.as_str())
}

/// The verbs near word `k` that tell what those whom it names did: before it after `by`, else after it.
fn acts(t: &Telling, k: usize) -> Vec<usize> {
    let past = |w: &Word| w.cues.any(cues::PAST) && !w.plain && w.form != "suspected" && !w.cues.any(cues::UNEVENTFUL);
    let by = t.back(k).take(NAMED + 1).find(|(_, w)| w.form == "by").map(|(n, _)| n);
    match by {
        Some(by) => t.back(by).take(NAMED).filter(|(_, w)| past(w)).map(|(n, _)| n).collect(),
        None => t.on(k).take(ACT).filter(|(_, w)| past(w)).map(|(n, _)| n).collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Certainty;

    #[test]
    fn suspected_here_and_told_as_a_fact_there() {
        for (a, b) in [
            (
                "Nine harbour clerks abducted by suspected Red Wave militants on Monday are still missing.",
                "Nine harbour clerks who were abducted by islamists on Monday have not come back.",
            ),
            ("Suspected rebels burned the harbour office down.", "Rebels burned down the harbour office at noon."),
        ] {
            assert_eq!(kinds(a, b), [Certainty], "{a} / {b}");
            assert_eq!(kinds(b, a), [Certainty], "{b} / {a}");
        }
    }

    #[test]
    fn suspected_in_both_or_of_another_act() {
        for (a, b) in [
            (
                "Nine harbour clerks were abducted by suspected militants on Monday.",
                "Nine harbour clerks were abducted on Monday by gunmen who are believed to be militants.",
            ),
            ("Nine harbour clerks were abducted by suspected militants.", "Nine harbour clerks were abducted by gunmen."),
            ("Suspected rebels burned the harbour office down.", "Rebels met the mayor in the harbour office."),
        ] {
            assert!(!kinds(a, b).contains(&Certainty), "{a} / {b}");
            assert!(!kinds(b, a).contains(&Certainty), "{b} / {a}");
        }
    }
}
