//! What the other pairs of two statements say about a pair: whether each is the other's best partner, and whether the link
//! may be one sentence off.

use crate::analysis::similarity::Pair;
use crate::analysis::similarity::measures::Rivals;
use crate::model::Statement;
use rayon::prelude::*;

/// Fills in the rivals of every pair from the scores of the round before. `pairs` is sorted by statements.
pub fn compare(statements: &[Statement], pairs: &mut [Pair]) {
    let mut partners: Vec<Vec<(usize, f64)>> = vec![Vec::new(); statements.len()];
    for pair in pairs.iter() {
        let (i, j) = pair.statements;
        for (from, to) in [(i, j), (j, i)] {
            if let Some(list) = partners.get_mut(from) {
                list.push((to, pair.score));
            }
        }
    }
    partners.par_iter_mut().for_each(|list| list.sort_unstable_by_key(|(to, _)| *to));
    let field = Field { statements, partners };
    pairs.par_iter_mut().for_each(|pair| {
        let (i, j) = pair.statements;
        let (one, other) = (field.best_besides(i, j), field.best_besides(j, i));
        pair.measures.rivals = Rivals {
            best: one.max(other),
            second: one.min(other),
            firsts: f64::from(pair.score >= one) + f64::from(pair.score >= other),
            beside: field.beside(i, j).max(field.beside(j, i)),
        };
    });
}

/// All pairs with their scores, by statement.
struct Field<'s> {
    statements: &'s [Statement],
    partners: Vec<Vec<(usize, f64)>>,
}

impl Field<'_> {
    fn article(&self, statement: usize) -> Option<usize> {
        self.statements.get(statement).map(|s| s.place.article)
    }

    /// The best score that `i` has with a statement of `j`'s article other than `j`.
    fn best_besides(&self, i: usize, j: usize) -> f64 {
        let article = self.article(j);
        let of = self.partners.get(i).map_or(&[][..], Vec::as_slice);
        let first = of.partition_point(|(k, _)| self.article(*k) < article);
        let here = of.iter().skip(first).take_while(|(k, _)| self.article(*k) == article);
        here.filter(|(k, _)| *k != j).map(|(_, score)| *score).fold(0.0, f64::max)
    }

    /// The best score that a neighbour of `i` has with `j`.
    fn beside(&self, i: usize, j: usize) -> f64 {
        let neighbours = [i.checked_sub(1), i.checked_add(1)].into_iter().flatten();
        let near = neighbours.filter(|k| self.article(*k) == self.article(i));
        near.map(|k| self.between(k, j)).fold(0.0, f64::max)
    }

    fn between(&self, i: usize, j: usize) -> f64 {
        let of = self.partners.get(i).map_or(&[][..], Vec::as_slice);
        of.binary_search_by_key(&j, |(k, _)| *k).ok().and_then(|n| of.get(n)).map_or(0.0, |(_, score)| *score)
    }
}
