//! What the other pairs of two statements say about a pair: whether each is the other's best partner, and whether the link
//! may be one sentence off.

use crate::analysis::similarity::measures::{Measures, Rivals};
use crate::analysis::similarity::partners::Partners;
use crate::model::Statement;

/// Fills in the rivals of every pair from the scores of the round before.
pub fn compare(statements: &[Statement], partners: &Partners, scores: &[f64], pairs: &mut [Measures]) {
    let articles: Vec<u32> = statements.iter().map(|s| s.place.article as u32).collect();
    let mut of_one: Vec<Side> = Vec::new();
    for s in 0..statements.len() {
        let with = partners.with(s);
        sides(with, &articles, scores, &mut of_one);
        for (&(other, pair), side) in with.iter().zip(&of_one) {
            let (Some(measures), Some(score)) = (pairs.get_mut(pair as usize), scores.get(pair as usize)) else { continue };
            let first = f64::from(*score >= side.besides);
            let Rivals { best, firsts, beside, .. } = measures.rivals;
            // Each pair is met from both sides, first from the lower statement.
            measures.rivals = if s < other as usize {
                Rivals { best: side.besides, second: side.besides, firsts: first, beside: side.beside }
            } else {
                Rivals {
                    best: best.max(side.besides),
                    second: best.min(side.besides),
                    firsts: firsts + first,
                    beside: beside.max(side.beside),
                }
            };
        }
    }
}

/// What the other pairs of one statement say about its pair with another.
#[derive(Debug, Clone, Copy)]
struct Side {
    /// The best score that the statement has with another one of the other's article.
    besides: f64,
    /// The best score that it has with a neighbour of the other.
    beside: f64,
}

/// The sides of all pairs of the statement whose partners are `with`, in their order.
fn sides(with: &[(u32, u32)], articles: &[u32], scores: &[f64], sides: &mut Vec<Side>) {
    let article = |s: u32| articles.get(s as usize).copied();
    let score = |pair: u32| scores.get(pair as usize).copied().unwrap_or(0.0);
    sides.clear();
    for of_article in with.chunk_by(|a, b| article(a.0) == article(b.0)) {
        let (mut best, mut second) = ((0.0, u32::MAX), 0.0_f64);
        for &(k, pair) in of_article {
            let score = score(pair);
            if score > best.0 {
                (second, best) = (best.0, (score, k));
            } else {
                second = second.max(score);
            }
        }
        for (n, &(k, _)) in of_article.iter().enumerate() {
            let near = [n.checked_sub(1), n.checked_add(1)].into_iter().flatten().filter_map(|m| of_article.get(m));
            let beside = near.filter(|(other, _)| other.abs_diff(k) == 1).map(|(_, pair)| score(*pair)).fold(0.0, f64::max);
            sides.push(Side { besides: if k == best.1 { second } else { best.0 }, beside });
        }
    }
}
