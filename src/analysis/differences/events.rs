//! One event, told as done here, and there as planned, possible or hearsay.

use super::cues;
use super::predicates::{self, Certainty};
use super::telling::{Telling, Word};
use super::{closeness, frames, sources};
use crate::analysis::facts::Value;
use rustc_hash::FxHashSet;

/// Two versions with so many words in common agree in most of what they tell.
const AGREED: usize = 5;

/// `since` opens a clause within so many words before its verb.
const SINCE: usize = 5;

/// The words of a version that tell how certain it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// First word.
    pub from: usize,
    /// Last word, or the predicate.
    pub to: usize,
    /// What they come to.
    pub says: &'static str,
}

pub(super) fn cue(from: usize, to: usize, says: &'static str) -> Cue {
    Cue { from, to, says }
}

/// An event as a version tells it.
#[derive(Clone, Copy)]
struct Told {
    certainty: Certainty,
    denied: bool,
    cue: Cue,
}

/// An event that a version tells in one way wherever it does.
pub(super) struct Event {
    /// The word that tells it first.
    word: usize,
    told: Told,
}

/// The events that a version tells in one way each.
pub(super) fn told_by(t: &Telling) -> Vec<Event> {
    let is_event = |w: &Word| !w.named && !w.plain && !w.cues.any(cues::UNEVENTFUL);
    let mut seen = FxHashSet::default();
    let mut found = Vec::new();
    for (k, word) in t.words.iter().enumerate().filter(|(_, w)| is_event(w)) {
        if seen.insert(word.id) {
            let places: Vec<usize> = t.words.iter().enumerate().filter(|(_, w)| w.id == word.id).map(|(k, _)| k).collect();
            found.extend(told(t, &places).map(|told| Event { word: k, told }));
        }
    }
    found
}

/// How the words at `places` tell an event, where they all tell it in one way; names tell none.
fn told(t: &Telling, places: &[usize]) -> Option<Told> {
    // `is negotiating to direct` beside `directed` leaves open which of them is meant.
    if places.iter().any(|&k| t.form_before(k) == "to" && t.predicate(k).is_some_and(|p| p.certainty.is_none())) {
        return None;
    }
    let read = places.iter().filter(|&&k| t.words.get(k).is_some_and(|w| !w.named)).filter_map(|&k| t.predicate(k));
    let mut read =
        read.filter_map(|p| p.certainty.map(|c| Told { certainty: c, denied: p.denied, cue: cue(p.from, p.word, c.name()) }));
    let first = read.next()?;
    // `little is expected to change`
    let little = |(i, w): (usize, &Word)| matches!(w.form.as_str(), "little" | "few") && t.form_before(i) != "a";
    if t.back(first.cue.from).take(2).any(little) {
        return None;
    }
    // `the largest sale since Brand closed his shops`: what only tells since when is another's.
    if since(t, first.cue.to) {
        return None;
    }
    read.all(|t| t.certainty == first.certainty && t.denied == first.denied).then_some(first)
}

/// Whether word `k` is of a clause that tells since when.
fn since(t: &Telling, k: usize) -> bool {
    let lead = t.back(k).take(SINCE).find(|(_, w)| w.form == "since");
    lead.is_some_and(|(i, _)| t.words.get(i + 1).is_some_and(|w| !w.time && (w.named || w.is_content())))
}

/// Whether a version may tell something other than what was done.
pub(super) fn is_open(t: &Telling) -> bool {
    let claimed = |w: &Word| {
        predicates::is_claim(w) || predicates::is_attempt(&w.form) || w.form == "whether" || w.form.starts_with("accus")
    };
    t.cues.any(cues::HEDGE) || t.headline || t.cues.any(cues::BE) || t.words.iter().any(claimed)
}

/// The same event, done here, and planned, possible or hearsay there; `sure`: both surely tell one thing.
pub(super) fn between(a: &Telling, b: &Telling, sure: bool) -> Option<(Cue, Cue)> {
    if !a.is_open() && !b.is_open() {
        return None;
    }
    for Event { word: k, told: x } in a.events() {
        // Most versions tell all in one way, and need no search for the same event.
        if !b.ways().iter().any(|(certainty, denied)| *denied == x.denied && *certainty != x.certainty) {
            continue;
        }
        let Some(word) = a.words.get(*k) else { continue };
        let Some(y) = told(b, &closeness::kin(b, a, *k)) else { continue };
        if x.denied != y.denied || x.certainty == y.certainty {
            continue;
        }
        let close = closeness::of(a, b);
        // Where so much else is told by both, one verb is of one act, unless something tells the two apart.
        let one_verb = || b.words.get(y.cue.to).is_some_and(|w| w.id == word.id);
        let acts = || is_act(a, x.cue.to) && is_act(b, y.cue.to);
        let same = || close.held >= AGREED && one_verb() && acts() && !frames::apart(a, x.cue.to, b, y.cue.to);
        if is_another_part(x, a, &y, b) || is_another_part(&y, b, x, a) || is_another_level(x, a, &y, b) {
            continue;
        }
        let heard = x.certainty == Certainty::Hearsay || y.certainty == Certainty::Hearsay;
        let beside = || closeness::around(a, x.cue.to, b, y.cue.to).held > 0;
        let bound = || sure && !heard && one_verb() && acts() && beside() && !frames::apart(a, x.cue.to, b, y.cue.to);
        if !unlike(x, a, &y, b) || !frames::same_event(a, x.cue.to, b, y.cue.to) && !same() && !bound() {
            continue;
        }
        // Another verb, `may` against `will`, or a verb of little meaning may be of another act, unless all else is alike.
        let done = x.certainty == Certainty::Done || y.certainty == Certainty::Done;
        let one = match b.words.get(y.cue.to) {
            Some(other) if other.id != word.id => {
                close.is_very_close() && !b.has(word.id) && !a.has(other.id) && is_verb(a, x.cue.to) && is_verb(b, y.cue.to)
            }
            _ => {
                let here = || acts() && closeness::around(a, x.cue.to, b, y.cue.to).held > 1;
                done && !word.cues.any(cues::VAGUE) || close.is_close() || one_source(a, b) || here()
            }
        };
        if one {
            return Some((x.cue, y.cue));
        }
    }
    None
}

/// Whether what is planned is told of a part that is left, and what was done of another: `will miss the last two games`,
/// `missed four games`.
fn is_another_part(planned: &Told, a: &Telling, done: &Told, b: &Telling) -> bool {
    let left = |t: &Telling, k: usize| {
        t.on(k).take(6).any(|(_, w)| {
            matches!(w.form.as_str(), "final" | "last" | "next" | "remaining" | "rest" | "another" | "further" | "other")
        })
    };
    let ahead = matches!(planned.certainty, Certainty::Planned | Certainty::Possible) && done.certainty == Certainty::Done;
    ahead && left(a, planned.cue.to) && !left(b, done.cue.to)
}

/// Whether one tells to what something rose or fell, and the other does not tell that: `rose to 13`, `could rise`.
fn is_another_level(x: &Told, a: &Telling, y: &Told, b: &Telling) -> bool {
    let level = |t: &Telling, k: usize| {
        let after = t.measures.iter().filter(|m| matches!(m.value, Value::Amount(_)));
        after.filter(|m| (k + 1..k + 5).contains(&t.range(m.place.span).0)).map(|m| m.value.clone()).next()
    };
    if !closeness::is_change(a, x.cue.to) {
        return false;
    }
    match (level(a, x.cue.to), level(b, y.cue.to)) {
        (Some(p), Some(q)) => !p.agrees(&q),
        (None, None) => false,
        _ => true,
    }
}

/// Whether both give what they tell to the same person.
fn one_source(a: &Telling, b: &Telling) -> bool {
    matches!((a.source, b.source), (Some(x), Some(y)) if x.speaker == y.speaker)
}

/// Whether a word is a verb, by its ending or what leads it.
fn is_verb(t: &Telling, k: usize) -> bool {
    let led = || {
        k.checked_sub(1)
            .and_then(|b| t.words.get(b))
            .is_some_and(|w| w.form == "to" || w.cues.any(cues::WILL) || w.cues.any(cues::WOULD) || w.cues.any(cues::MAY))
    };
    let article = matches!(t.form_before(k), "a" | "an" | "the");
    t.headline || led() || article || t.words.get(k).is_some_and(|w| w.cues.any(cues::PAST) || w.form.ends_with("ing"))
}

/// Whether a word is a verb beyond doubt: no noun, and no participle that stands before one: `heavily troubled banks`.
pub(super) fn is_act(t: &Telling, k: usize) -> bool {
    let before = t.form_before(k);
    let led = matches!(before, "a" | "an" | "the" | "his" | "her" | "their" | "its" | "of" | "other") || before.ends_with("ly");
    let noun = t.on(k).next().is_some_and(|(_, w)| w.is_content() && !w.named && w.form.ends_with('s'));
    let auxiliary = before == "to"
        || t.back(k).take(3).any(|(_, w)| w.cues.any(cues::WILL) || w.cues.any(cues::WOULD) || w.cues.any(cues::MAY));
    let form = t.words.get(k).is_some_and(|w| w.cues.any(cues::PAST) || w.form.ends_with("ing"));
    (form && !(led && noun))
        || auxiliary
        || t.predicate(k).is_some_and(|p| p.certainty == Some(Certainty::Done) && !form && p.from == k)
}

/// Whether what one version tells of an event is surer than what the other tells.
fn unlike(x: &Told, a: &Telling, y: &Told, b: &Telling) -> bool {
    // `Worker kills two: Police`
    let headed = |t: &Telling| {
        let last = t.words.last().map_or("", |w| w.form.as_str());
        t.headline
            && matches!(last, "police" | "cops" | "officials" | "prosecutors" | "sources" | "source" | "report" | "reports")
    };
    let sourced = |t: &Telling| t.cues.any(cues::SOURCE) || headed(t) || t.source.is_some();
    // `it seems that` weakens also what has a source; so does `reportedly`, which says that it is only heard.
    let seems = |t: &Telling, told: &Told| {
        // `is said to have left`, `was understood to have left`
        let heard = |i: usize| {
            matches!(t.form_at(i), "said" | "understood" | "reported" | "rumored" | "rumoured") && t.form_at(i + 1) == "to"
        };
        t.words.iter().enumerate().take(told.cue.to).skip(told.cue.from).any(|(i, w)| {
            w.cues.any(cues::SEEM)
                || w.cues.any(cues::BELIEF)
                || heard(i)
                || matches!(w.form.as_str(), "reportedly" | "supposedly" | "purportedly" | "rumored" | "rumoured")
        })
    };
    // `he is accused of killing her` and `she was killed` tell of two things: who did it, and that it was done.
    let charged = |t: &Telling, told: &Told| {
        let accused = |w: &Word| matches!(w.form.as_str(), "accused" | "suspected" | "charged" | "indicted");
        told.certainty == Certainty::Hearsay
            && (t.words.get(told.cue.from).is_some_and(accused) || t.back(told.cue.to).take(9).any(|(_, w)| accused(w)))
    };
    let passive = |t: &Telling, told: &Told| {
        // `Two guards killed`
        let headed = t.headline && t.on(told.cue.to).next().is_none();
        headed
            || t.back(told.cue.to)
                .take(3)
                .any(|(_, w)| matches!(w.form.as_str(), "was" | "were" | "been" | "be" | "found" | "is" | "are"))
                && !t.on(told.cue.to).take(3).any(|(_, w)| w.form == "by")
    };
    if charged(a, x) && passive(b, y) || charged(b, y) && passive(a, x) {
        return false;
    }
    // A headline's present tells also what is only announced: `Town closes bridge`, `the town will close the bridge`.
    let heads = |t: &Telling, told: &Told| {
        t.headline && told.certainty == Certainty::Done && !t.words.get(told.cue.to).is_some_and(|w| w.cues.any(cues::PAST))
    };
    let will = |t: &Telling, told: &Told| {
        told.certainty == Certainty::Planned
            && t.words.get(told.cue.from).is_some_and(|w| w.cues.any(cues::WILL) || w.cues.any(cues::WOULD))
    };
    if heads(a, x) && will(b, y) || heads(b, y) && will(a, x) {
        return false;
    }
    // `an inquiry into whether he took bribes`, `he took bribes, according to an indictment`
    let open = |t: &Telling, told: &Told| told.certainty == Certainty::Possible && t.form_at(told.cue.from + 1) == "whether";
    if open(a, x) && sourced(b) || open(b, y) && sourced(a) {
        return false;
    }
    // `is expected to rise` is no surer than `is likely to rise`.
    let foreseen = |t: &Telling, told: &Told| {
        let word = t.form_at(told.cue.from);
        matches!(word, "likely" | "expected" | "expects" | "expect" | "poised" | "bound")
    };
    if foreseen(a, x) && foreseen(b, y) {
        return false;
    }
    match (x.certainty, y.certainty) {
        // `police say he did` is no surer than `he allegedly did`, nor what nobody stands for with his name than `he reportedly did`.
        (Certainty::Done, Certainty::Hearsay) => !sourced(a) || seems(b, y) && !sources::is_nameless(a),
        (Certainty::Hearsay, Certainty::Done) => !sourced(b) || seems(a, x) && !sources::is_nameless(b),
        // `will sign` against `may sign`
        (Certainty::Planned, Certainty::Possible) | (Certainty::Possible, Certainty::Planned) => true,
        (x, y) => x == Certainty::Done || y == Certainty::Done,
    }
}
