//! Asserted here, hedged there: done against planned, possible or hearsay; a promise against a wish; words that weaken
//! (`effectively`, `in many cases`) in one version only.

use super::polarity::snippet;
use super::predicates::{self, Certainty};
use super::telling::{Telling, Word, is_plain};
use super::{Found, Said};
use crate::model::DifferenceKind;

/// The difference of certainty between two versions of different outlets, if there is one.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<Found> {
    let (x, y) = events(a, b)
        .or_else(|| both_ways(commitment, a, b))
        .or_else(|| both_ways(weakened, a, b))
        .or_else(|| both_ways(understated, a, b))
        .or_else(|| both_ways(reticent, a, b))?;
    let said =
        |t: &Telling, cue: Cue| Said { version: t.version, words: snippet(t, cue.from, cue.to), value: cue.says.to_owned() };
    Some(Found { kind: DifferenceKind::Certainty, said: [said(a, x), said(b, y)] })
}

/// The words of a version that tell how certain it is.
#[derive(Debug, Clone, Copy)]
struct Cue {
    /// First word.
    from: usize,
    /// Last word, or the predicate.
    to: usize,
    /// What they come to.
    says: &'static str,
}

/// A rule that holds from the first version to the second, tried in both directions.
fn both_ways(rule: fn(&Telling, &Telling) -> Option<(Cue, Cue)>, a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    rule(a, b).or_else(|| rule(b, a).map(|(y, x)| (x, y)))
}

fn cue(from: usize, to: usize, says: &'static str) -> Cue {
    Cue { from, to, says }
}

/// Verbs that are no events: saying, being, having.
fn is_event(word: &Word) -> bool {
    const NONE: [&str; 24] = [
        "say", "tell", "be", "have", "do", "go", "get", "make", "ask", "call", "add", "speak", "want", "plan", "expect", "seem",
        "believe", "think", "vow", "promis", "pledg", "hop", "schedul", "need",
    ];
    !word.named && !is_plain(word) && !NONE.contains(&word.stem.as_str())
}

/// The same event, done here, and planned, possible or hearsay there.
fn events(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    let told = |t: &Telling, stem: &str| -> Vec<(Certainty, Cue)> {
        let places = t.words.iter().enumerate().filter(|(_, w)| w.stem == stem && !w.named);
        places
            .filter_map(|(k, _)| predicates::at(t, k))
            .filter_map(|p| p.certainty.map(|c| (c, cue(p.from, p.word, c.name()))))
            .collect()
    };
    let mut seen = std::collections::BTreeSet::new();
    for word in a.words.iter().filter(|w| is_event(w) && b.has(&w.stem)) {
        if !seen.insert(word.stem.as_str()) {
            continue;
        }
        let (mine, theirs) = (told(a, &word.stem), told(b, &word.stem));
        let (Some(&(x, shown_x)), Some(&(y, shown_y))) = (mine.first(), theirs.first()) else { continue };
        let sure = mine.iter().all(|m| m.0 == x) && theirs.iter().all(|t| t.0 == y);
        if sure && x != y && (x == Certainty::Done || y == Certainty::Done) {
            return Some((shown_x, shown_y));
        }
    }
    None
}

/// A promise in `a` of what is no more than a wish or a position in `b`.
fn commitment(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    const PROMISE: [&str; 12] = [
        "promise",
        "promises",
        "promised",
        "promising",
        "pledge",
        "pledges",
        "pledged",
        "pledging",
        "vows",
        "vowed",
        "vowing",
        "guaranteed",
    ];
    const WISH: [&str; 24] = [
        "want",
        "wants",
        "wanted",
        "wish",
        "wishes",
        "seeking",
        "seeks",
        "seek",
        "intention",
        "intentions",
        "intends",
        "trying",
        "favor",
        "favour",
        "favors",
        "favours",
        "support",
        "supports",
        "supported",
        "urged",
        "urging",
        "need",
        "called",
        "hopes",
    ];
    let promise = |t: &Telling| {
        let noun = |k: usize| {
            k.checked_sub(1).is_some_and(|p| {
                matches!(t.form_at(p), "a" | "the" | "his" | "her" | "their" | "its") || t.form_at(p).ends_with("'s")
            })
        };
        t.words.iter().enumerate().position(|(k, w)| PROMISE.contains(&w.form.as_str()) && !noun(k))
    };
    let j = promise(a)?;
    let firm = |w: &Word| {
        PROMISE.contains(&w.form.as_str())
            || matches!(w.form.as_str(), "will" | "would" | "won't" | "plans" | "planned" | "insisting")
            || w.form.ends_with("'ll")
    };
    if b.words.iter().any(firm) {
        return None;
    }
    let k = b.words.iter().position(|w| WISH.contains(&w.form.as_str()))?;
    // What is promised must be what is wished for.
    let promised: Vec<&Word> = a.words.iter().skip(j + 1).filter(|w| !is_plain(w)).collect();
    let wished = |stem: &str| b.words.iter().skip(k + 1).any(|w| w.stem == stem && !is_plain(w));
    promised.iter().any(|w| wished(&w.stem)).then_some((cue(j, j, "promised"), cue(k, k, "wished")))
}

/// A word in `a` that weakens what `b` says without one, or with one that makes it stronger.
fn weakened(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    const WEAK: [&str; 13] = [
        "effectively",
        "virtually",
        "practically",
        "essentially",
        "largely",
        "mostly",
        "partly",
        "partially",
        "somewhat",
        "tentatively",
        "provisionally",
        "unofficially",
        "arguably",
    ];
    let weak = |t: &Telling, k: usize| -> Option<usize> {
        let form = t.form_at(k);
        let phrase = matches!(
            (form, t.form_at(k + 1), t.form_at(k + 2)),
            ("in", "many" | "some" | "most" | "certain", "cases" | "ways" | "respects")
        );
        if phrase {
            return Some(k + 2);
        }
        if (form, t.form_at(k + 1)) == ("all", "but") {
            return Some(k + 1);
        }
        // `effectively fight` is how, `effectively won` is nearly.
        let manner = form == "effectively" && !t.words.get(k + 1).is_some_and(|w| predicates::is_past(&w.form, &w.stem));
        (WEAK.contains(&form) && !manner).then_some(k)
    };
    let hedged = |t: &Telling| {
        (0..t.words.len())
            .any(|k| weak(t, k).is_some() || matches!(t.form_at(k), "almost" | "nearly" | "often" | "may" | "might" | "could"))
    };
    if hedged(b) {
        return None;
    }
    let (from, to) = (0..a.words.len()).find_map(|k| Some((k, weak(a, k)?)))?;
    // What is weakened must stand in both: a shared word soon after.
    let after: Vec<&Word> = a.words.iter().skip(to + 1).take(6).filter(|w| !is_plain(w) && !w.named).collect();
    let shared = after.iter().find(|w| b.has(&w.stem))?;
    let k = b.words.iter().position(|w| w.stem == shared.stem)?;
    let start = b.back(k).take(4).last().map_or(k, |(i, _)| i);
    Some((cue(from, to, "weakened"), cue(start, k, "plain")))
}

/// `does not consider it illegal` here, plain approval there.
fn understated(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    const BAD: [&str; 10] = [
        "illegal",
        "wrong",
        "bad",
        "unlawful",
        "unfair",
        "inappropriate",
        "unreasonable",
        "opposed",
        "impossible",
        "unacceptable",
    ];
    const APPROVAL: [&str; 8] = ["approve", "support", "back", "endorse", "praise", "welcom", "defend", "legal"];
    let k = a.words.iter().position(|w| BAD.contains(&w.form.as_str()))?;
    let denied = a.back(k).take(9).find(|(i, _)| predicates::denies(a, *i)).map(|(i, _)| i)?;
    let j = b.words.iter().position(|w| APPROVAL.contains(&w.stem.as_str()))?;
    if (0..b.words.len()).any(|i| predicates::denies(b, i)) {
        return None;
    }
    let between = a.words.get(denied..k)?;
    between.iter().any(|w| !is_plain(w) && b.has(&w.stem)).then_some((cue(denied, k, "understated"), cue(j, j, "approved")))
}

/// `stopped short of saying`, `gave no sign` here, said outright there.
fn reticent(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    let holds_back = |t: &Telling, k: usize| {
        let (one, two, three) = (t.form_at(k), t.form_at(k + 1), t.form_at(k + 2));
        one == "stopped" && two == "short"
            || matches!(one, "gave" | "given" | "gives" | "giving")
                && two == "no"
                && matches!(three, "indication" | "sign" | "hint" | "signal")
    };
    const OUTRIGHT: [&str; 8] = ["vow", "predict", "promis", "pledg", "announce", "insist", "declar", "say"];
    let k = (0..a.words.len()).find(|&k| holds_back(a, k))?;
    if (0..b.words.len()).any(|k| holds_back(b, k) || predicates::denies(b, k)) {
        return None;
    }
    let j = b.words.iter().position(|w| OUTRIGHT.contains(&w.stem.as_str()))?;
    let shared = a.words.iter().skip(k).any(|w| is_event(w) && b.words.iter().skip(j).any(|x| x.stem == w.stem));
    shared.then_some((cue(k, k + 2, "held back"), cue(j, j, "outright")))
}
