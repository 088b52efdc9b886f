//! Versions that are printed and read the same, as an agency's text is in forty papers: what lies between two versions is
//! found once for all that are the same as those.

use super::measures::Measured;
use super::telling::Telling;
use super::{Compared, Found};
use crate::model::Span;
use rustc_hash::FxHashMap;

/// So many bytes around a version are looked at for what its numbers and words hang on.
const AROUND: usize = 64;

/// What was found between versions of one claim, by the first that are the same as they.
pub(super) struct Known {
    /// For each version that is compared, the first that is the same.
    first: Vec<usize>,
    between: FxHashMap<(usize, usize, bool), Vec<Found>>,
}

impl Known {
    /// Nothing is known yet of the versions of a claim.
    pub(super) fn of(compared: &[Compared]) -> Self {
        let mut firsts: Vec<usize> = Vec::new();
        let first = |(n, (_, one)): (usize, &Compared)| {
            let same = |k: &&usize| compared.get(**k).is_some_and(|(_, other)| are_same(one, other));
            match firsts.iter().find(same) {
                Some(first) => *first,
                None => {
                    firsts.push(n);
                    n
                }
            }
        };
        Known { first: compared.iter().enumerate().map(first).collect(), between: FxHashMap::default() }
    }

    /// What lies between the versions `n` and `m` of those compared, surely one or not; where it is not known, `find` finds it between the first
    /// that are the same as they.
    pub(super) fn between(
        &mut self,
        (n, m, sure): (usize, usize, bool),
        find: impl FnOnce(usize, usize) -> Vec<Found>,
    ) -> &[Found] {
        let first = |n: usize| self.first.get(n).copied().unwrap_or(n);
        let (n, m) = (first(n), first(m));
        self.between.entry((n, m, sure)).or_insert_with(|| find(n, m))
    }
}

/// Whether nothing by which two versions are held against others tells them apart, but who prints them.
fn are_same(one: &Measured, other: &Measured) -> bool {
    let (a, b) = (one.telling, other.telling);
    if std::ptr::eq(a, b) {
        return true;
    }
    if !a.repeats(b) || a.headline != b.headline || a.measures.len() != b.measures.len() {
        return false;
    }
    let (from, to) = (start(a), start(b));
    let shifted = |x: Span, y: Span| x.start.wrapping_sub(from) == y.start.wrapping_sub(to) && x.len() == y.len();
    let words = || {
        let mut both = a.words.iter().zip(&b.words);
        both.all(|(x, y)| {
            let told = (x.clause, x.named, x.capital, x.who, x.placed) == (y.clause, y.named, y.capital, y.who, y.placed);
            told && shifted(x.span, y.span)
        })
    };
    let measures = || {
        let mut both = a.measures.iter().zip(&b.measures);
        both.all(|(x, y)| shifted(x.place.span, y.place.span) && x.value == y.value)
    };
    shifted(a.own, b.own) && words() && measures() && around(a) == around(b)
}

/// Where what was read of a version begins.
fn start(t: &Telling) -> usize {
    t.words.first().map_or(t.own.start, |w| w.span.start)
}

/// The bytes of a version and those around it.
fn around<'t>(t: &Telling<'t>) -> [&'t [u8]; 2] {
    let (text, start) = (t.text.as_bytes(), start(t));
    let end = t.own.end.max(start).saturating_add(AROUND).min(text.len());
    [text.get(start.saturating_sub(AROUND)..start).unwrap_or(&[]), text.get(start..end).unwrap_or(&[])]
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{details, told_on};
    use jiff::civil::date;

    #[test]
    fn every_outlet_of_a_reprint_is_shown() {
        let (six, four) = ("Six guards were killed at the harbour.", "Four guards were killed at the harbour.");
        let found = details(&[("Daily", six), ("Bell", four), ("Herald", six), ("Post", six)]);
        assert_eq!(found, ["Six (Daily, Herald, Post) / Four (Bell)"]);
        assert_eq!(details(&[("Daily", six), ("Herald", six), ("Post", six)]), Vec::<String>::new());
    }

    #[test]
    fn the_same_words_of_another_day_are_another_version() {
        let (text, other) = ("The talks collapsed on Thursday.", "The talks collapsed on Wednesday.");
        let (march, april) = (Some(date(2017, 3, 25)), Some(date(2017, 4, 8)));
        let told = |last| {
            let found = told_on(&[("Daily", march, text), ("Herald", march, other), ("Post", last, text)]);
            found.into_iter().map(|d| d.detail).collect::<Vec<_>>()
        };
        assert_eq!(told(march), ["Thursday (Daily, Post) / Wednesday (Herald)"]);
        assert_eq!(told(april), ["Thursday (Daily) / Wednesday (Herald)"]);
    }
}
