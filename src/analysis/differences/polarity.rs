//! Affirmed here, denied there: the same predicate of the same claim with a negation in one version and none in the other.

use super::predicates::{self, denies};
use super::telling::{Telling, is_plain};
use super::{Found, Said};
use crate::model::{DifferenceKind, Span};

/// So many other stems besides the predicate must be shared, or the two may speak of different acts.
const SHARED: usize = 2;
/// So many words are shown of each version.
const SHOWN: usize = 9;

/// Words that say the opposite of each other of the same thing.
const OPPOSITES: [(&str, &str); 16] = [
    ("confirm", "deny"),
    ("support", "oppose"),
    ("back", "oppose"),
    ("approve", "reject"),
    ("accept", "reject"),
    ("agree", "refuse"),
    ("agree", "disagre"),
    ("admit", "deny"),
    ("ris", "fall"),
    ("rise", "fall"),
    ("increas", "decreas"),
    ("guilti", "innoc"),
    ("alive", "die"),
    ("allow", "ban"),
    ("legal", "illeg"),
    ("true", "fals"),
];

/// The difference of polarity between two versions of different outlets, if there is one.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<Found> {
    let shared = a
        .words
        .iter()
        .filter(|w| !is_plain(w) && b.has(&w.stem))
        .map(|w| w.stem.as_str())
        .collect::<std::collections::BTreeSet<_>>();
    let found = negated(a, b, &shared).map(|at| (at, true)).or_else(|| negated(b, a, &shared).map(|(k, j)| ((j, k), false)));
    let found = found.or_else(|| silent(a, b, &shared).map(|at| (at, true)));
    let found = found.or_else(|| silent(b, a, &shared).map(|(k, j)| ((j, k), false)));
    let ((j, k), mine) = found.or_else(|| opposite(a, b, &shared).map(|at| (at, true)))?;
    Some(Found { kind: DifferenceKind::Polarity, said: [said(a, j, mine), said(b, k, !mine)] })
}

/// A shared predicate that `a` denies wherever it has it, and `b` affirms without any denial near.
fn negated(a: &Telling, b: &Telling, shared: &std::collections::BTreeSet<&str>) -> Option<(usize, usize)> {
    if shared.len() <= SHARED || (0..b.words.len()).any(|k| denies(b, k)) {
        return None;
    }
    let places = |t: &Telling, stem: &str| -> Vec<usize> {
        t.words.iter().enumerate().filter(|(_, w)| w.stem == stem).map(|(k, _)| k).collect()
    };
    a.words.iter().enumerate().find_map(|(k, word)| {
        if word.named || is_plain(word) || !b.has(&word.stem) || !directly(a, k) {
            return None;
        }
        let denied = |t: &Telling, at: usize| predicates::at(t, at).is_some_and(|p| p.denied);
        let mine = places(a, &word.stem);
        let theirs = places(b, &word.stem);
        let opposed = mine.iter().all(|&m| denied(a, m)) && theirs.iter().all(|&t| !denied(b, t));
        let first = *theirs.first()?;
        (opposed && is_verb(b, first)).then_some((k, first))
    })
}

/// `did not say`, `kept mum` here; said there.
fn silent(a: &Telling, b: &Telling, shared: &std::collections::BTreeSet<&str>) -> Option<(usize, usize)> {
    let says =
        |t: &Telling, k: usize| t.words.get(k).is_some_and(|w| matches!(w.stem.as_str(), "say" | "call" | "tell" | "announce"));
    let mute = |t: &Telling, k: usize| {
        let kept = matches!(t.form_at(k), "kept" | "keeps" | "keeping" | "stayed" | "remained" | "keep");
        kept && matches!(t.form_at(k + 1), "mum" | "silent" | "quiet" | "mute") || says(t, k) && directly(t, k)
    };
    if shared.is_empty() || (0..b.words.len()).any(|k| denies(b, k) || mute(b, k)) {
        return None;
    }
    let k = (0..a.words.len()).find(|&k| mute(a, k))?;
    let j = (0..b.words.len()).find(|&j| says(b, j) && is_verb(b, j))?;
    // Silence on one thing and words on another are no contradiction.
    let common =
        a.words.iter().skip(k + 1).any(|w| !is_plain(w) && !w.named && b.words.iter().skip(j + 1).any(|x| x.stem == w.stem));
    common.then_some((k, j))
}

/// Whether the denial stands right at the predicate, with nothing but auxiliaries and adverbs between.
fn directly(t: &Telling, k: usize) -> bool {
    for (i, w) in t.back(k).take(4) {
        if denies(t, i) {
            return true;
        }
        let light = matches!(w.form.as_str(), "be" | "been" | "being" | "have" | "has" | "to" | "yet" | "even" | "ever" | "any")
            || w.form.ends_with("ly");
        if !light {
            return false;
        }
    }
    false
}

/// Whether the word can be a predicate: nothing that leads a noun stands before it.
fn is_verb(t: &Telling, k: usize) -> bool {
    let before = k.checked_sub(1).map_or("", |b| t.form_at(b));
    !matches!(before, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "of" | "this" | "any" | "for" | "in" | "on")
        && !before.ends_with("'s")
}

/// A word here and its opposite there, both affirmed, of the same thing.
fn opposite(a: &Telling, b: &Telling, shared: &std::collections::BTreeSet<&str>) -> Option<(usize, usize)> {
    if shared.len() < SHARED {
        return None;
    }
    let place = |t: &Telling, stem: &str| t.words.iter().position(|w| w.stem == stem && !w.named);
    let affirmed = |t: &Telling, k: usize| !predicates::at(t, k).is_some_and(|p| p.denied) && is_verb(t, k);
    OPPOSITES.iter().flat_map(|&(x, y)| [(x, y), (y, x)]).find_map(|(x, y)| {
        let (j, k) = (place(a, x)?, place(b, y)?);
        if a.has(y) || b.has(x) || !affirmed(a, j) || !affirmed(b, k) {
            return None;
        }
        // What is confirmed or denied must be the same: a shared word soon after both.
        let object = |t: &Telling, at: usize| -> Vec<String> {
            t.on(at).take(6).filter(|(_, w)| !is_plain(w)).map(|(_, w)| w.stem.clone()).collect()
        };
        let (mine, theirs) = (object(a, j), object(b, k));
        mine.iter().any(|m| theirs.contains(m)).then_some((j, k))
    })
}

/// The words from the denial to a little past the predicate.
fn said(t: &Telling, k: usize, denied: bool) -> Said {
    let from = predicates::at(t, k).map_or(k, |p| p.from).min(k);
    Said { version: t.version, words: snippet(t, from, k), value: if denied { "no" } else { "yes" }.to_owned() }
}

/// The printed words from word `from` to a little past word `to`, within the clause.
pub(super) fn snippet(t: &Telling, from: usize, to: usize) -> String {
    let last = t.on(to).map(|(i, _)| i).take(SHOWN.saturating_sub(to - from.min(to)).clamp(2, 5)).last().unwrap_or(to);
    let start = t.words.get(from).map_or(0, |w| w.span.start);
    let end = t.words.get(last).map_or(start, |w| w.span.end);
    t.printed(Span::new(start, end))
}
