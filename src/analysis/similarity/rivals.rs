//! What the other pairs of two statements say about a pair: whether each is the other's best partner, and whether the link
//! may be one sentence off.

use crate::analysis::similarity::Pair;
use crate::analysis::similarity::measures::Rivals;
use crate::analysis::similarity::partners::Partners;
use crate::model::Statement;
use rayon::prelude::*;

/// Fills in the rivals of every pair from the scores of the round before. `pairs` is sorted by statements.
pub fn compare(statements: &[Statement], pairs: &mut [Pair]) {
    let scores = pairs.iter().map(|p| p.score).collect();
    let articles = statements.iter().map(|s| s.place.article as u32).collect();
    let field = Field { articles, scores, partners: Partners::of(statements.len(), pairs, |_| true) };
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
struct Field {
    /// The article of each statement.
    articles: Vec<u32>,
    /// The score of each pair.
    scores: Vec<f64>,
    partners: Partners,
}

impl Field {
    fn article(&self, statement: usize) -> Option<u32> {
        self.articles.get(statement).copied()
    }

    fn score(&self, pair: u32) -> f64 {
        self.scores.get(pair as usize).copied().unwrap_or(0.0)
    }

    /// The best score that `i` has with a statement of `j`'s article other than `j`.
    fn best_besides(&self, i: usize, j: usize) -> f64 {
        let article = self.article(j);
        let of = self.partners.with(i);
        let first = of.partition_point(|(k, _)| self.article(*k as usize) < article);
        let here = of.iter().skip(first).take_while(|(k, _)| self.article(*k as usize) == article);
        here.filter(|(k, _)| *k as usize != j).map(|(_, pair)| self.score(*pair)).fold(0.0, f64::max)
    }

    /// The best score that a neighbour of `i` has with `j`.
    fn beside(&self, i: usize, j: usize) -> f64 {
        let neighbours = [i.checked_sub(1), i.checked_add(1)].into_iter().flatten();
        let near = neighbours.filter(|k| self.article(*k) == self.article(i));
        near.map(|k| self.between(k, j)).fold(0.0, f64::max)
    }

    fn between(&self, i: usize, j: usize) -> f64 {
        self.partners.between(i, j).map_or(0.0, |pair| self.score(pair as u32))
    }
}
