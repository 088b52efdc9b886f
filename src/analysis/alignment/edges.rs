//! The links between the statements of a group, and the words that they rest on.

use crate::analysis::Evidence;
use crate::analysis::similarity::matches::Match;

/// A link between two statements of a group, the lower first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub statements: (u32, u32),
    pub score: f64,
}

/// The links of a group: its pairs of different articles that reach the bar.
pub(super) fn edges(evidence: &Evidence, group: &[usize], bar: f64) -> Vec<Edge> {
    let article = |s: usize| evidence.statements.get(s).map(|s| s.place.article);
    let mut edges = Vec::new();
    for (n, &i) in group.iter().enumerate() {
        for &j in group.iter().skip(n + 1).filter(|&&j| article(i) != article(j)) {
            if let Some(pair) = evidence.similarity.pair(i, j).filter(|pair| pair.score >= bar) {
                edges.push(Edge { statements: (i as u32, j as u32), score: pair.score });
            }
        }
    }
    edges
}

/// The stems of a match with what they add: two that are akin share it.
pub(super) fn words(found: &Match) -> impl Iterator<Item = (u32, f64)> {
    let same = found.mine == found.theirs;
    let weight = if same { found.own } else { found.own / 2.0 };
    [Some((found.mine, weight)), (!same).then_some((found.theirs, weight))].into_iter().flatten()
}
