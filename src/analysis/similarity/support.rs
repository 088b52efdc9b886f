//! What third statements say about a pair: both are like a third one; the statements around both are alike.

use crate::analysis::similarity::Pair;
use crate::model::Statement;
use rustc_hash::FxHashMap;

/// Fills in support and surroundings of every pair. `pairs` is sorted by statements.
pub fn corroborate(statements: &[Statement], pairs: &mut [Pair]) {
    let mut partners: Vec<Vec<(usize, f64)>> = vec![Vec::new(); statements.len()];
    for pair in pairs.iter() {
        let (i, j) = pair.statements;
        for (from, to) in [(i, j), (j, i)] {
            if let Some(list) = partners.get_mut(from) {
                list.push((to, pair.measures.all));
            }
        }
    }
    for list in &mut partners {
        list.sort_unstable_by_key(|(to, _)| *to);
    }
    let likeness: FxHashMap<(usize, usize), f64> = pairs.iter().map(|p| (p.statements, p.measures.all)).collect();
    let between = |i: usize, j: usize| likeness.get(&(i.min(j), i.max(j))).copied().unwrap_or(0.0);
    let empty: &[(usize, f64)] = &[];
    let of = |i: usize| partners.get(i).map_or(empty, Vec::as_slice);
    for pair in pairs {
        let (i, j) = pair.statements;
        pair.measures.support = third(of(i), of(j), i, j);
        let neighbour = |k: usize, step: isize| -> Option<usize> {
            let other = k.checked_add_signed(step)?;
            let (a, b) = (statements.get(k)?, statements.get(other)?);
            (a.place.article == b.place.article).then_some(other)
        };
        let mut around: f64 = 0.0;
        for (di, dj) in [(1, 1), (-1, -1), (1, -1), (-1, 1)] {
            if let (Some(x), Some(y)) = (neighbour(i, di), neighbour(j, dj)) {
                around = around.max(between(x, y));
            }
        }
        pair.measures.around = around;
    }
}

/// The strongest third statement that both are like: the weaker of its two likenesses.
fn third(a: &[(usize, f64)], b: &[(usize, f64)], i: usize, j: usize) -> f64 {
    let (mut x, mut y) = (a.iter().peekable(), b.iter().peekable());
    let mut best: f64 = 0.0;
    while let (Some(&&(p, s)), Some(&&(q, t))) = (x.peek(), y.peek()) {
        if p == q {
            if p != i && p != j {
                best = best.max(s.min(t));
            }
            x.next();
            y.next();
        } else if p < q {
            x.next();
        } else {
            y.next();
        }
    }
    best
}
