//! Left open in one version, told in the other: `refused to say whether`, `left open when`, `did not rule out`.

use super::events::{Cue, cue};
use super::predicates::Certainty;
use super::telling::{Telling, Word};
use super::{closeness, cues, frames};
use crate::analysis::facts::Value;

/// What is left open stands within so many words.
const OBJECT: usize = 7;
/// Two versions that name nobody must have so many words in common.
const HELD: usize = 3;

/// What `a` leaves open and `b` tells.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    if a.denials.is_empty() && !a.cues.any(cues::OPENING) {
        return None;
    }
    left_open(a, b).or_else(|| unexplained(a, b)).or_else(|| answered(a, b))
}

/// `did not say how she would vote`, `declined to say whether he would leave` here, told there by the same person.
fn left_open(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    if a.denials.is_empty() {
        return None;
    }
    let open = |k: usize| {
        let asks = matches!(a.form_at(k + 1), "how" | "whether" | "if");
        let tells = a.words.get(k).is_some_and(|w| w.cues.any(cues::SAY) || matches!(w.stem.as_str(), "disclos" | "reveal"));
        let denied = || a.back(k).take(3).find(|(i, _)| a.denials.contains(i)).map(|(i, _)| i);
        if asks && tells { denied() } else { None }
    };
    let (k, from) = (0..a.words.len()).find_map(|k| Some((k, open(k)?)))?;
    // The verb that an auxiliary leads: `how she would vote`.
    let asked = a.words.iter().enumerate().skip(k + 2).take(OBJECT + 2);
    let act = asked.map(|(n, _)| n).find(|&n| {
        let led = a.words.get(n - 1).is_some_and(|w| w.cues.any(cues::WILL) || w.cues.any(cues::WOULD) || w.form == "to");
        led && a.words.get(n).is_some_and(|w| !w.plain && !w.form.ends_with("ly"))
    })?;
    let told = |j: &usize| {
        let clause = b.words.get(*j).map(|w| w.clause);
        let sure = b.predicate(*j).and_then(|p| p.certainty);
        let doubted = b.back(*j).any(|(_, w)| matches!(w.form.as_str(), "how" | "whether" | "if"));
        let denied = b.denials.iter().any(|&d| b.words.get(d).map(|w| w.clause) == clause);
        matches!(sure, Some(Certainty::Planned | Certainty::Done)) && !doubted && !denied
    };
    let who = |t: &Telling, at: usize| -> Vec<_> {
        let people = t.words.iter().take(at).filter(|w| (w.named || w.who.is_some()) && !w.placed && !w.time);
        frames::sorted(people.flat_map(frames::faces))
    };
    let object = a.on(act).take(4).any(|(_, w)| w.is_content() && !w.named);
    let same = |j: usize| frames::shared(&who(a, act), &who(b, j)) > 0 && (!object || frames::same_object(a, act, b, j, OBJECT));
    let j = closeness::kin(b, a, act).into_iter().find(|j| told(j) && same(*j))?;
    Some((cue(from, act, "left open"), cue(j, j, "outright")))
}

/// `did not say why he resigned` in `a`, `resigned because` in `b`.
fn unexplained(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    if a.denials.is_empty() {
        return None;
    }
    let why = a.words.iter().position(|w| w.form == "why")?;
    let says =
        a.words.get(why.checked_sub(1)?).filter(|w| w.cues.any(cues::SAY) || matches!(w.form.as_str(), "explain" | "explained"));
    let from = a.back(why).take(4).find(|(i, _)| a.denials.contains(i) && says.is_some()).map(|(i, _)| i)?;
    let act = (why + 1..why + OBJECT).find(|&k| a.words.get(k).is_some_and(|w| w.is_content() && w.cues.any(cues::PAST)))?;
    let because = |j: usize| b.words.iter().skip(j + 1).take(3 * OBJECT).any(|w| w.form == "because");
    let people = |t: &Telling, k: usize| frames::named(t, k, true);
    let told = |j: &usize| because(*j) && frames::shared(&people(a, act), &people(b, *j)) > 0;
    let j = closeness::kin(b, a, act).into_iter().find(told)?;
    Some((cue(from, act, "unexplained"), cue(j, j, "explained")))
}

/// What is asked where something is left open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Asks {
    Whether,
    When,
    Number,
}

/// Something left open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Open {
    from: usize,
    /// The word that asks: `whether`, `when`.
    at: usize,
    asks: Asks,
}

/// `left open whether`, `avoided saying when`, `it is unclear how many`, `did not rule out` here, answered there.
fn answered(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    let open = a.question()?;
    if b.question().is_some() || frames::other_day(a, b) {
        return None;
    }
    // `did not rule out`, `ruled out` is a denial of one by the other.
    let excludes = |t: &Telling, k: usize| {
        t.form_at(k).starts_with("exclud") || t.form_at(k).starts_with("rul") && t.form_at(k + 1) == "out"
    };
    let not_excluded = (open.from..=open.at).any(|k| excludes(a, k));
    if not_excluded && (0..b.words.len()).any(|k| excludes(b, k)) {
        return None;
    }
    let unsure = |w: &Word| {
        w.cues.any(cues::MAY) && !w.capital
            || w.cues.any(cues::MAYBE)
            || w.cues.any(cues::BELIEF)
            || matches!(w.form.as_str(), "whether" | "if" | "unless" | "hopes" | "hoped" | "likely" | "expected" | "considering")
    };
    if b.words.iter().any(unsure) {
        return None;
    }
    let asked: Vec<usize> = a.on(open.at).take(OBJECT).filter(|(_, w)| w.is_content()).map(|(n, _)| n).collect();
    let there = |n: usize| closeness::kin(b, a, n).into_iter().find(|&k| !frames::apart(a, n, b, k));
    let met: Vec<usize> = asked.iter().filter_map(|&n| there(n)).collect();
    let close = closeness::of(a, b);
    let act = |k: &&usize| b.words.get(**k).is_some_and(|w| w.cues.any(cues::PAST) || w.cues.any(cues::WILL));
    let k = *met.iter().find(act).or(met.first())?;
    let clause = b.words.get(k)?.clause;
    let told = b.words.iter().enumerate().any(|(n, w)| {
        let sure = b.predicate(n).is_some_and(|p| matches!(p.certainty, Some(Certainty::Done | Certainty::Planned)));
        let finite = matches!(w.form.as_str(), "is" | "are" | "was" | "were" | "has" | "have" | "had");
        w.clause == clause && (sure || finite || b.denials.contains(&n))
    });
    let answers = match open.asks {
        Asks::Whether => true,
        Asks::When => b.measures.iter().any(|m| matches!(m.value, Value::When(_))) && !a.on(open.at).any(|(n, _)| is_day(a, n)),
        Asks::Number => b.measures.iter().any(|m| matches!(m.value, Value::Amount(_))),
    };
    let people = |t: &Telling, at: usize| frames::named(t, at, true);
    let (mine, theirs) = (people(a, open.at), people(b, k));
    let one = frames::shared(&mine, &theirs) > 0 || !frames::strangers(&mine, &theirs) && close.held >= HELD;
    (told && answers && one && met.len() * 2 >= asked.len() && close.held >= 2)
        .then(|| (cue(open.from, open.at, "left open"), cue(b.told_from(k), k, "outright")))
}

/// Whether word `n` is part of a date.
fn is_day(t: &Telling, n: usize) -> bool {
    t.measures.iter().any(|m| matches!(m.value, Value::When(_)) && t.words.get(n).is_some_and(|w| m.place.span.overlaps(w.span)))
}

/// What a version leaves open first.
pub(super) fn question(t: &Telling) -> Option<Open> {
    (0..t.words.len()).find_map(|k| opened(t, k))
}

/// What word `k` leaves open, if it does.
fn opened(t: &Telling, k: usize) -> Option<Open> {
    let word = t.words.get(k)?;
    let at = |n: usize| t.form_at(k + n);
    let asks = |n: usize| match (at(n), at(n + 1)) {
        ("whether" | "if", _) => Some(Asks::Whether),
        ("when", _) => Some(Asks::When),
        ("how", "many" | "much") => Some(Asks::Number),
        _ => None,
    };
    let found = |from: usize, n: usize, asks: Asks| Some(Open { from, at: k + n, asks });
    let denied = || t.back(k).take(3).find(|(i, _)| t.denials.contains(i)).map(|(i, _)| i);
    let tells = word.cues.any(cues::SAY)
        || matches!(word.stem.as_str(), "disclos" | "reveal" | "confirm" | "specifi" | "announc" | "predict" | "indic" | "decid")
        || matches!(word.form.as_str(), "clear" | "known" | "sure" | "certain" | "saying" | "confirming" | "disclosing");
    let avoided = || t.back(k).take(2).find(|(_, w)| w.form.starts_with("avoid")).map(|(i, _)| i);
    // `refused to say on Tuesday whether`
    let light = |n: usize| t.words.get(k + n).is_some_and(|w| w.plain || w.time || w.named);
    let asking = || (1..5).take_while(|&n| n == 1 || light(n - 1)).find_map(|n| Some((n, asks(n)?)));
    if tells
        && let Some((n, asks)) = asking()
        && let Some(from) = denied().or_else(avoided)
    {
        return found(from, n, asks);
    }
    match word.form.as_str() {
        "open" if matches!(t.form_before(k), "left" | "leave" | "leaves" | "leaving") => {
            let (n, asks) = asking()?;
            found(k.checked_sub(1)?, n, asks)
        }
        "undecided" | "unclear" | "uncertain" | "unknown" => {
            let (n, asks) = asking()?;
            found(k, n, asks)
        }
        "exclude" | "excluded" => found(denied()?, 0, Asks::Whether),
        "rule" | "ruled" if at(1) == "out" => found(denied().filter(|&d| d != k)?, 1, Asks::Whether),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Certainty;

    #[test]
    fn left_open_here_and_answered_there() {
        for (a, b) in [
            (
                "Mayor Anna Adler left open on Tuesday whether there would be a harbour vote.",
                "Mayor Anna Adler ruled out a harbour vote on Tuesday.",
            ),
            (
                "Mayor Anna Adler refused to say when the first ferries would sail.",
                "Mayor Anna Adler confirmed that the first ferries would sail in October.",
            ),
            (
                "Anna Adler did not exclude selling the harbour to foreigners.",
                "Anna Adler said the town would never sell the harbour to foreigners.",
            ),
            (
                "It was unclear whether the harbour pilot had been on the ferry.",
                "The harbour pilot had been on the ferry, divers said.",
            ),
        ] {
            assert!(kinds(a, b).contains(&Certainty), "{a} / {b}");
            assert!(kinds(b, a).contains(&Certainty), "{b} / {a}");
        }
    }

    #[test]
    fn left_open_in_both_or_not_answered() {
        for (a, b) in [
            (
                "Mayor Anna Adler refused to say when the first ferries would sail.",
                "Mayor Anna Adler said that the first ferries would sail.",
            ),
            (
                "Mayor Anna Adler refused to say when the first ferries would sail.",
                "Mayor Anna Adler did not disclose when the first ferries would sail.",
            ),
            (
                "Anna Adler left open whether there would be a harbour vote.",
                "Bruno Brand promised that there would be a harbour vote.",
            ),
            (
                "It was unclear how many people had been on the ferry.",
                "People who had been on the ferry were brought to the harbour.",
            ),
            (
                "Anna Adler did not exclude selling the harbour to foreigners.",
                "Anna Adler said the town might sell the harbour to foreigners.",
            ),
        ] {
            assert!(!kinds(a, b).contains(&Certainty), "{a} / {b}");
            assert!(!kinds(b, a).contains(&Certainty), "{b} / {a}");
        }
    }
}
