//! How much of what one version tells the other tells too. Of two versions that tell nearly the same, what one of them
//! says otherwise is a difference even where another verb carries it; of two that merely touch, it may be of another thing.

use super::cues;
use super::telling::{Telling, Word};
use crate::analysis::similarity::paraphrases;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How many of the words of the version that has fewer are in the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Closeness {
    pub held: usize,
    /// The words of the version that has fewer.
    pub of: usize,
    /// Those of the other.
    pub among: usize,
}

/// Two words in common are enough for two versions of so many words at most.
const FEW: usize = 5;

impl Closeness {
    /// Whether half is held in common, and not by one word alone.
    pub(super) fn is_close(self) -> bool {
        (self.held > 2 || self.held == 2 && self.among <= FEW) && self.held * 2 >= self.of
    }

    /// Whether three in five are held in common.
    pub(super) fn is_rather_close(self) -> bool {
        self.is_close() && self.held * 5 >= self.of * 3
    }

    /// Whether two in three are held in common.
    pub(super) fn is_very_close(self) -> bool {
        self.is_close() && self.held * 3 >= self.of * 2
    }
}

/// Verbs that say the same of an amount or an event, by stem, where the table of paraphrases knows other senses of them.
#[rustfmt::skip]
const KIN: &[&str] = &[
    "fall drop lose los slip shed shrink slid slide tumbl plung declin sink dip eas cut lower reduc trim slash",
    "ris rise ros gain climb jump add increas grow advanc soar surg rais lift boost hik",
    "happen occur tak take hold begin start come com",
    "begin start resum restart open reopen",
    "say tell announc stat declar write writ",
    "ask urg press implor",
];

/// Shorter stems begin many words.
const ROOT: usize = 6;
/// A suffix left on a stem is no longer.
const SUFFIX: usize = 3;

/// Rows of [`KIN`] are numbered from here, past those of the table.
const OWN_ROWS: u16 = 60_000;

/// The rows of [`KIN`] by stem.
static OWN: LazyLock<FxHashMap<&str, Vec<u16>>> = LazyLock::new(|| {
    let mut rows: FxHashMap<&str, Vec<u16>> = FxHashMap::default();
    for (list, row) in KIN.iter().zip(OWN_ROWS..) {
        for stem in list.split(' ') {
            rows.entry(stem).or_default().push(row);
        }
    }
    rows
});

/// The senses of the words of a version, by row of the table of paraphrases, with the word that has it; ascending.
pub(super) fn rows(t: &Telling) -> Vec<(u16, usize)> {
    let mut found = Vec::new();
    for (k, word) in t.words.iter().enumerate().filter(|(_, w)| !w.plain) {
        found.extend(word.senses().iter().filter(|s| follows(t, k, s)).map(|s| (s.row, k)));
        found.extend(OWN.get(word.stem.as_str()).into_iter().flatten().map(|row| (*row, k)));
    }
    found.sort_unstable();
    found
}

/// Whether the rest of a phrase stands after word `k`.
fn follows(t: &Telling, k: usize, sense: &paraphrases::Entry) -> bool {
    // The table keeps the last `e` that stems lose here.
    let same = |w: &Word, stem: &str| w.stem == stem || w.stem.len() > 2 && stem.strip_suffix('e') == Some(&w.stem);
    sense.rest.is_empty()
        || sense.rest.split('_').enumerate().all(|(n, stem)| t.words.get(k + 1 + n).is_some_and(|w| same(w, stem)))
}

/// Whether word `j` of `a` and word `k` of `b` can say the same: one stem, or one sense of the table of paraphrases.
pub(super) fn akin(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let (Some(x), Some(y)) = (a.words.get(j), b.words.get(k)) else { return false };
    x.id == y.id
        || derived(x, y)
        || a.rows().iter().filter(|(_, of)| *of == j).any(|(row, _)| b.rows().binary_search(&(*row, k)).is_ok())
}

/// Whether word `j` of `a` and word `k` of `b` are of one stem: `injury`, `injuries`; not of one sense alone.
pub(super) fn one_stem(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let (Some(x), Some(y)) = (a.words.get(j), b.words.get(k)) else { return false };
    x.id == y.id || derived(x, y)
}

/// Whether one word says that something rose, and the other that it fell.
pub(super) fn turned(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let has = |t: &Telling, at: usize, row: u16| t.rows().binary_search(&(row, at)).is_ok();
    let (down, up) = (OWN_ROWS, OWN_ROWS + 1);
    has(a, j, down) && has(b, k, up) || has(a, j, up) && has(b, k, down)
}

/// Whether a word says that something rose or fell.
pub(super) fn is_change(t: &Telling, k: usize) -> bool {
    [OWN_ROWS, OWN_ROWS + 1].iter().any(|row| t.rows().binary_search(&(*row, k)).is_ok())
}

/// Whether two stems of nouns share a sense: `compani`, `firm`.
pub(super) fn same_sense(x: &str, y: &str) -> bool {
    let alone =
        |stem: &str| paraphrases::entries(stem).filter(|s| s.same && s.rest.is_empty()).map(|s| s.row).collect::<Vec<_>>();
    let rows = alone(y);
    !rows.is_empty() && alone(x).iter().any(|row| rows.contains(row))
}

/// Whether one stem is the other with a suffix: `financ`, `financi`.
fn derived(x: &Word, y: &Word) -> bool {
    let (few, many) = if x.stem.len() < y.stem.len() { (&x.stem, &y.stem) } else { (&y.stem, &x.stem) };
    few.len() >= ROOT && many.len() <= few.len() + SUFFIX && many.starts_with(few.as_str()) && !x.plain && !y.plain
}

/// The words of `t` that are akin to word `k` of `of`.
pub(super) fn kin(t: &Telling, of: &Telling, k: usize) -> Vec<usize> {
    let mut found: Vec<usize> = all_kin(t, of, k).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a word of `t` is akin to word `k` of `of`.
pub(super) fn has_kin(t: &Telling, of: &Telling, k: usize) -> bool {
    of.words.get(k).is_some_and(|word| t.has(word.id)) || all_kin(t, of, k).next().is_some()
}

/// The words of `t` that are akin to word `k` of `of`, in no order: of one stem, derived, or of one sense.
fn all_kin(t: &Telling, of: &Telling, k: usize) -> impl Iterator<Item = usize> {
    let of_one_stem = of.words.get(k).into_iter().flat_map(move |word| {
        t.words.iter().enumerate().filter(move |(_, w)| w.id == word.id || derived(w, word)).map(|(j, _)| j)
    });
    let of_one_sense = of.rows().iter().filter(move |(_, at)| *at == k).flat_map(move |(row, _)| {
        let first = t.rows().partition_point(|(r, _)| r < row);
        t.rows().iter().skip(first).take_while(move |(r, _)| r == row).map(|(_, j)| *j)
    });
    of_one_stem.chain(of_one_sense)
}

/// How much of the version with fewer words of content the other holds: the same stem, the same person, or a word that
/// papers use for it.
pub(super) fn of(a: &Telling, b: &Telling) -> Closeness {
    let (mine, theirs) = (a.content(), b.content());
    let among = mine.len().max(theirs.len());
    let (few, words, many) = if mine.len() <= theirs.len() { (a, mine, b) } else { (b, theirs, a) };
    let person = |k: usize| {
        let who = few.words.get(k).and_then(|w| w.who);
        who.is_some() && many.words.iter().any(|w| w.who == who)
    };
    let held = words.iter().filter(|&&k| person(k) || has_kin(many, few, k)).count();
    Closeness { held, of: words.len(), among }
}

/// How much of the clauses of word `j` of `a` and word `k` of `b` is held in common, the two words left out.
pub(super) fn around(a: &Telling, j: usize, b: &Telling, k: usize) -> Closeness {
    let inside = |t: &Telling, at: usize| -> Vec<usize> {
        let clause = t.words.get(at).map(|w| w.clause);
        let own = |n: &&usize| **n != at && t.words.get(**n).map(|w| w.clause) == clause;
        t.content().iter().filter(own).copied().collect()
    };
    let (mine, theirs) = (inside(a, j), inside(b, k));
    let among = mine.len().max(theirs.len());
    let (few, words, many, there) = if mine.len() <= theirs.len() { (a, mine, b, theirs) } else { (b, theirs, a, mine) };
    let held = words.iter().filter(|&&n| meets(few, n, many, &there)).count();
    Closeness { held, of: words.len(), among }
}

/// Whether one of some words of `many` is the person of word `n` of `few`, or akin to it.
pub(super) fn meets(few: &Telling, n: usize, many: &Telling, there: &[usize]) -> bool {
    let who = few.words.get(n).and_then(|w| w.who);
    let person = || who.is_some() && there.iter().any(|&m| many.words.get(m).is_some_and(|w| w.who == who));
    person() || kin(many, few, n).iter().any(|m| there.contains(m))
}

/// The words of a version that tell what it tells, each stem once: no amounts or dates, nobody who is only its source,
/// nothing that tells how certain it is.
pub(super) fn content(t: &Telling) -> Vec<usize> {
    let said = t.source.map(|s| s.content);
    let mut kept: Vec<usize> = Vec::new();
    for (k, word) in t.words.iter().enumerate().filter(|(_, w)| w.is_content() && !w.cues.any(cues::HEDGE)) {
        let known = |&n: &usize| t.words.get(n).is_some_and(|w| w.id == word.id || w.who.is_some() && w.who == word.who);
        let measured = t.measures.iter().any(|m| m.place.span.overlaps(word.span));
        let light =
            word.form.ends_with("ly") || matches!(word.form.as_str(), "away" | "below" | "above" | "near" | "early" | "late");
        if said.is_none_or(|s| s.contains(word.span)) && !measured && !light && !kept.iter().any(known) {
            kept.push(k);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::{Date, Number};

    #[test]
    fn another_verb_of_one_sense_holds_versions_together() {
        assert_eq!(kinds("The talks collapsed on Thursday.", "The talks broke down on Wednesday."), [Date]);
        assert_eq!(kinds("The talks collapsed on Thursday.", "The talks went well on Wednesday."), []);
    }

    #[test]
    fn two_words_in_common_hold_only_short_versions_together() {
        let short = "The water destroyed about 650 homes in the valley.";
        assert_eq!(kinds("Some 400 homes were swept away in the valley.", short), [Number]);
        let long = "Some 400 homes were inspected by engineers, firemen and the mayor of the valley before the season opened.";
        assert_eq!(kinds(long, short), []);
    }
}
