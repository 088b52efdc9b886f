//! The words and phrases of the table of contrasts that a version uses.

use super::table::{Entry, initial};
use crate::analysis::differences::cues;
use crate::analysis::differences::telling::{Telling, Word};

/// What `*` stands for is no longer than this.
const GAP: usize = 3;
/// Words that carry little may stand inside a phrase, so many in a row.
const LOOSE: usize = 2;
/// A denial stands within so many words before what it denies.
const DENYING: usize = 6;

/// Whether what a word begins is denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Denied {
    No,
    Yes,
    /// A denial stands near it, and may be of something else.
    Unsure,
}

/// A word or phrase of the table, where a version says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::analysis::differences) struct Member {
    pub row: u16,
    pub scale: bool,
    pub side: u8,
    /// Of a scale, whether it leaves open, puts off or only claims what it tells.
    pub hedged: bool,
    /// Its first word.
    pub from: usize,
    /// Its last word.
    pub to: usize,
    /// Whether a word before it denies it.
    pub(super) denied: Denied,
    /// It has several words.
    pub phrase: bool,
}

impl Member {
    /// Whether a word is one of it.
    pub(super) fn holds(self, k: usize) -> bool {
        (self.from..=self.to).contains(&k)
    }

    /// How many of its words tell something.
    pub(super) fn told(self, t: &Telling) -> usize {
        (self.from..=self.to).filter(|&k| t.words.get(k).is_some_and(|w| !w.plain)).count()
    }

    /// The word of it that tells most.
    pub(super) fn head(self, t: &Telling) -> usize {
        (self.from..=self.to).find(|&k| t.words.get(k).is_some_and(|w| !w.plain)).unwrap_or(self.from)
    }
}

/// Those of a version, by row.
pub(in crate::analysis::differences) fn of(t: &Telling) -> Vec<Member> {
    let mut found: Vec<Member> = Vec::new();
    for (from, word) in t.words.iter().enumerate().filter(|(_, w)| !w.named) {
        let entries = word.contrasts();
        if entries.is_empty() {
            continue;
        }
        // Most phrases that begin with a word are ruled out by how the next words begin.
        let ahead = |reach: usize| {
            let words = t.words.iter().skip(from + 1).take(reach);
            words.fold(0, |all, w| all | initial(&w.stem) | if w.form.ends_with("n't") { initial("not") } else { 0 })
        };
        let (near, far) = (ahead(1 + LOOSE), ahead(1 + LOOSE + GAP));
        let may_follow = |e: &&Entry| e.rest.is_empty() || e.initial & if e.gap { far } else { near } != 0;
        for entry in entries.iter().filter(may_follow) {
            let Some(to) = follows(t, from, entry.rest).filter(|to| tells(t, from, *to)) else { continue };
            let Entry { row, scale, hedged, side, .. } = *entry;
            found.push(Member { row, scale, side, hedged, from, to, denied: is_denied(t, from), phrase: to > from });
        }
    }
    found.sort_unstable();
    let inside = |m: &Member| {
        let holds = |o: &Member| o.row == m.row && o.from <= m.from && m.to <= o.to && o.to - o.from > m.to - m.from;
        found.iter().any(holds)
    };
    let kept: Vec<Member> = found.iter().filter(|m| !inside(m)).copied().collect();
    kept
}

/// Whether one of some words tells something by itself: not `went on`, which with other words tells many things.
fn tells(t: &Telling, from: usize, to: usize) -> bool {
    // Forms of `go` and the like tell nothing with a particle.
    let light = |w: &Word| w.plain || matches!(w.stem.as_str(), "go" | "get" | "com" | "mak" | "tak");
    (from..=to).any(|k| t.words.get(k).is_some_and(|w| !light(w) || w.cues.any(cues::MAY)))
}

/// Whether a denial stands right before a word, with nothing that tells anything between.
fn is_denied(t: &Telling, from: usize) -> Denied {
    let near: Vec<usize> = t.back(from).map(|(n, _)| n).filter(|n| t.denials.contains(n)).collect();
    let light =
        |n: usize| t.words.get(n + 1..from).is_some_and(|ws| ws.iter().all(|w| w.plain || w.time || w.cues.any(cues::LIGHT)));
    match near.as_slice() {
        [] => Denied::No,
        [n] if from - n <= DENYING && light(*n) => Denied::Yes,
        _ => Denied::Unsure,
    }
}

/// The last word of a phrase whose first is word `from`, where the rest of it follows in its clause.
fn follows(t: &Telling, from: usize, rest: &str) -> Option<usize> {
    if rest.is_empty() {
        return Some(from);
    }
    if let Some(form) = rest.strip_prefix('=') {
        return (t.form_at(from) == form).then_some(from);
    }
    let (first, others) = next_stem(rest);
    let clause = t.words.get(from)?.clause;
    let inside = |k: usize| t.words.get(k).filter(|w| w.clause == clause);
    if matches!(first, "*" | "~") {
        let joins = |w: &Word| matches!(w.form.as_str(), "and" | "or" | "but");
        let light = |w: &Word| first == "*" || (w.plain || w.cues.any(cues::LIGHT)) && !joins(w);
        let free = |n: usize| inside(from + n).is_some_and(|w| light(w) && !w.cues.any(cues::DENIER));
        return (0..=GAP).take_while(|&n| n == 0 || free(n)).find_map(|n| follows(t, from + n, others));
    }
    let loose = |n: usize| inside(from + n).is_some_and(is_loose);
    (1..=1 + LOOSE)
        .take_while(|&n| n == 1 || loose(n - 1))
        .find(|&n| inside(from + n).is_some_and(|w| is(w, first)))
        .and_then(|n| follows(t, from + n, others))
}

/// The first stem of those that must follow, and the others: byte by byte, as no searcher pays for so few.
fn next_stem(rest: &str) -> (&str, &str) {
    let end = rest.bytes().position(|b| b == b'_').unwrap_or(rest.len());
    (rest.get(..end).unwrap_or(rest), rest.get(end + 1..).unwrap_or(""))
}

/// Whether a word is of a stem of the table, which keeps the last `e` that stems lose here.
fn is(word: &Word, stem: &str) -> bool {
    word.stem == stem
        || word.stem.len() > 2 && stem.strip_suffix('e') == Some(&word.stem)
        || stem == "not" && word.form.ends_with("n't")
}

/// Whether a word may stand inside a phrase without being written in the table: `lost his appeal`, `was later cleared`.
fn is_loose(word: &Word) -> bool {
    let leads = matches!(
        word.form.as_str(),
        "the" | "a" | "an" | "his" | "her" | "their" | "its" | "our" | "my" | "your" | "it" | "any" | "this" | "that" | "of"
    );
    leads || word.cues.any(cues::LIGHT) && !word.cues.any(cues::DENIER)
}
