//! What third statements say about a pair: both are like a third one; the statements around both are alike.

use crate::analysis::similarity::Pair;
use crate::analysis::similarity::partners::Partners;
use crate::model::Statement;
use rayon::prelude::*;

/// Fills in support and surroundings of every pair. `pairs` is sorted by statements.
pub fn corroborate(statements: &[Statement], pairs: &mut [Pair]) {
    let partners = Partners::of(statements.len(), pairs, |_| true);
    let all: Vec<f64> = pairs.iter().map(|p| p.measures.all).collect();
    let likeness = Likeness { statements, all: &all, dearest: dearest(statements.len(), &partners, &all), partners };
    let ofs: Vec<&mut [Pair]> = pairs.chunk_by_mut(|a, b| a.statements.0 == b.statements.0).collect();
    ofs.into_par_iter().for_each_init(
        || vec![0.0; statements.len()],
        |mine, of_one| {
            let Some(i) = of_one.first().map(|p| p.statements.0) else { return };
            for &(k, pair) in likeness.partners.with(i) {
                if let Some(slot) = mine.get_mut(k as usize) {
                    *slot = likeness.of(pair);
                }
            }
            for pair in of_one {
                let (i, j) = pair.statements;
                pair.measures.support = likeness.third(mine, i, j);
                pair.measures.around = likeness.around(i, j);
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
    partners: Partners,
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
            if k as usize != i {
                best = best.max(theirs.min(mine.get(k as usize).copied().unwrap_or(0.0)));
            }
        }
        best
    }

    /// The best likeness between a neighbour of one and a neighbour of the other.
    fn around(&self, i: usize, j: usize) -> f64 {
        let neighbour = |k: usize, step: isize| -> Option<usize> {
            let other = k.checked_add_signed(step)?;
            let (a, b) = (self.statements.get(k)?, self.statements.get(other)?);
            (a.place.article == b.place.article).then_some(other)
        };
        let mut around: f64 = 0.0;
        for (di, dj) in [(1, 1), (-1, -1), (1, -1), (-1, 1)] {
            if let (Some(x), Some(y)) = (neighbour(i, di), neighbour(j, dj)) {
                around = around.max(self.partners.between(x, y).map_or(0.0, |pair| self.of(pair as u32)));
            }
        }
        around
    }
}
