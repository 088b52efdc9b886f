//! Whether a word here and a word there stand in the same frame: with the same things around them, and not with other
//! names. Without it, `met the minister` and `will meet the president` would pass for one meeting.

use super::telling::{Telling, Word, is_plain};
use std::collections::BTreeSet;

/// Words before a predicate that tell who acts.
const BEFORE: usize = 5;
/// Words after it that tell on what.
const AFTER: usize = 7;

/// Stems of the content words around word `k` of a version.
struct Frame<'t> {
    before: BTreeSet<&'t str>,
    after: BTreeSet<&'t str>,
    names_after: BTreeSet<&'t str>,
}

fn frame<'t>(t: &'t Telling, k: usize) -> Frame<'t> {
    let content = |w: &&Word| !is_plain(w) && !is_time(w);
    let before = t.back(k).map(|(_, w)| w).take(BEFORE).filter(content).map(|w| w.stem.as_str()).collect();
    // Who acts often stands in the clause before: `Adler, who met Brand`. Only what follows must be in the same clause.
    let after: Vec<&Word> = t.on(k).map(|(_, w)| w).take(AFTER).filter(content).collect();
    let names_after = after.iter().filter(|w| w.named).map(|w| w.stem.as_str()).collect();
    Frame { before, after: after.into_iter().map(|w| w.stem.as_str()).collect(), names_after }
}

/// Words that tell when: many acts share a day.
pub(super) fn is_time(word: &Word) -> bool {
    #[rustfmt::skip]
    const TIMES: &[&str] = &[
        "noon", "midnight", "morning", "afternoon", "evening", "night", "today", "tomorrow", "yesterday", "week", "month",
        "year", "day", "hour", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "future", "past",
    ];
    TIMES.contains(&word.form.as_str()) || word.form.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether word `j` of `a` and word `k` of `b` have the same things around them.
pub(super) fn same(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let (x, y) = (frame(a, j), frame(b, k));
    if !x.names_after.is_empty() && !y.names_after.is_empty() && x.names_after.is_disjoint(&y.names_after) {
        return false;
    }
    if !x.after.is_disjoint(&y.after) {
        return true;
    }
    // A passive has its object before it.
    !x.before.is_disjoint(&y.after)
        || !x.after.is_disjoint(&y.before)
        || (x.after.is_empty() || y.after.is_empty()) && !x.before.is_disjoint(&y.before)
}

/// Whether the words after `j` in `a` and after `k` in `b`, in their clauses, share one that is no name.
pub(super) fn same_object(a: &Telling, j: usize, b: &Telling, k: usize, reach: usize) -> bool {
    let object = |t: &Telling, at: usize| -> BTreeSet<String> {
        let words = t.on(at).map(|(_, w)| w).take(reach);
        words.filter(|w| !is_plain(w) && !is_time(w) && !w.named).map(|w| w.stem.clone()).collect()
    };
    !object(a, j).is_disjoint(&object(b, k))
}

/// Whether whoever stands before `j` in `a` may be whoever stands before `k` in `b`: no two different names.
pub(super) fn same_subject(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let subject = |t: &Telling, at: usize| -> BTreeSet<String> {
        t.words.iter().take(at).rev().take(BEFORE).filter(|w| !is_plain(w)).map(|w| w.stem.clone()).collect()
    };
    !subject(a, j).is_disjoint(&subject(b, k))
}
