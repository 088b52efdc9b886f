//! What third statements say about a pair: both are like a third one; the statements around both are alike.

use crate::analysis::similarity::measures::Measures;
use crate::analysis::similarity::partners::Partners;
use crate::model::Statement;
use rayon::prelude::*;

/// Fills in support and surroundings of every pair: the measures of `pairs`, which are sorted, in their order.
pub fn corroborate(statements: &[Statement], partners: &Partners, pairs: &[(u32, u32)], measures: &mut [Measures]) {
    let all: Vec<f64> = measures.iter().map(|m| m.all).collect();
    let dearest = dearest(statements.len(), partners, &all);
    let likeness = Likeness { statements, all: &all, dearest, partners };
    let mut left = measures;
    let of_one = pairs.chunk_by(|a, b| a.0 == b.0).filter_map(|pairs| {
        let (measures, rest) = std::mem::take(&mut left).split_at_mut_checked(pairs.len())?;
        left = rest;
        Some((pairs, measures))
    });
    of_one.collect::<Vec<_>>().into_par_iter().for_each_init(
        || vec![0.0; statements.len()],
        |mine, (pairs, measures)| {
            let Some(i) = pairs.first().map(|p| p.0 as usize) else { return };
            for &(k, pair) in likeness.partners.with(i) {
                if let Some(slot) = mine.get_mut(k as usize) {
                    *slot = likeness.of(pair);
                }
            }
            let mut around = Around::of(&likeness, i);
            for (&(_, j), measures) in pairs.iter().zip(measures) {
                measures.support = likeness.third(mine, i, j as usize);
                measures.around = around.best(j as usize);
            }
            for &(k, _) in likeness.partners.with(i) {
                if let Some(slot) = mine.get_mut(k as usize) {
                    *slot = 0.0;
                }
            }
        },
    );
}

/// How alike the statements are by themselves.
struct Likeness<'s> {
    statements: &'s [Statement],
    /// Containment, pair by pair.
    all: &'s [f64],
    partners: &'s Partners,
    /// The same as `partners`, the likest first.
    dearest: Vec<Vec<(f64, u32)>>,
}

/// For each statement the others with their likeness, the likest first.
fn dearest(statements: usize, partners: &Partners, all: &[f64]) -> Vec<Vec<(f64, u32)>> {
    let of = |s: usize| {
        let with = partners.with(s).iter();
        let mut list: Vec<(f64, u32)> = with.map(|&(k, pair)| (all.get(pair as usize).copied().unwrap_or(0.0), k)).collect();
        list.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        list
    };
    (0..statements).into_par_iter().map(of).collect()
}

impl Likeness<'_> {
    fn of(&self, pair: u32) -> f64 {
        self.all.get(pair as usize).copied().unwrap_or(0.0)
    }

    /// The strongest third statement that both are like: the weaker of its two likenesses. `mine` are those of `i`.
    fn third(&self, mine: &[f64], i: usize, j: usize) -> f64 {
        let mut best: f64 = 0.0;
        for &(theirs, k) in self.dearest.get(j).map_or(&[][..], Vec::as_slice) {
            if theirs <= best {
                break;
            }
            let ours = mine.get(k as usize).copied().unwrap_or(0.0);
            let weaker = if ours < theirs { ours } else { theirs };
            if weaker > best && k as usize != i {
                best = weaker;
            }
        }
        best
    }

    /// A neighbour of a statement in its article.
    fn neighbour(&self, k: usize, step: isize) -> Option<usize> {
        let other = k.checked_add_signed(step)?;
        let (a, b) = (self.statements.get(k)?, self.statements.get(other)?);
        (a.place.article == b.place.article).then_some(other)
    }
}

/// The partners of the neighbours of a statement, walked along as the statement's own partners are.
struct Around<'l> {
    likeness: &'l Likeness<'l>,
    /// What is left of those of the neighbour before and of the one behind.
    of: [&'l [(u32, u32)]; 2],
}

impl<'l> Around<'l> {
    fn of(likeness: &'l Likeness<'l>, i: usize) -> Self {
        let with = |step| likeness.neighbour(i, step).map_or(&[][..], |near| likeness.partners.with(near));
        Around { likeness, of: [with(-1), with(1)] }
    }

    /// The best likeness between a neighbour of the statement and a neighbour of `j`, which must be asked for in ascending order.
    fn best(&mut self, j: usize) -> f64 {
        let near = [self.likeness.neighbour(j, -1), self.likeness.neighbour(j, 1)];
        let lowest = j.saturating_sub(1);
        let mut best: f64 = 0.0;
        for list in &mut self.of {
            while let Some((first, rest)) = list.split_first()
                && (first.0 as usize) < lowest
            {
                *list = rest;
            }
            for &(k, pair) in list.iter().take_while(|(k, _)| *k as usize <= j + 1) {
                if near.contains(&Some(k as usize)) {
                    best = best.max(self.likeness.of(pair));
                }
            }
        }
        best
    }
}
