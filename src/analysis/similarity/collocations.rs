//! Words of a story that come together: `Supreme Court`, `prime minister`, `presumptive nominee`.
//!
//! In: the stems of the statements in order. Out: for a stem its usual neighbours. Two statements that share such words
//! share one thing, not two: a word counts for less beside a neighbour that it seldom stands without.

use rustc_hash::FxHashMap;

/// Statements that hold two stems side by side before they are taken to belong together: rarer pairs may be chance, and two
/// tellings of one thing often share a rare pair of words.
const FEWEST: u32 = 3;
/// Share of a stem's statements from which a neighbour is a usual one.
const USUAL: f32 = 0.5;

/// For each stem its usual neighbours.
#[derive(Debug, Clone, Default)]
pub struct Collocations(Vec<Vec<(u32, f32)>>);

impl Collocations {
    /// Counts the neighbours in `statements` (each the stems of a statement, in order); `held` tells for each stem how many
    /// of the statements hold it.
    pub fn of<'s>(statements: impl Iterator<Item = &'s [u32]>, held: &[usize]) -> Self {
        let often = |stem: u32| held.get(stem as usize).is_some_and(|n| *n >= FEWEST as usize);
        let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let mut here: Vec<(u32, u32)> = Vec::new();
        for stems in statements {
            here.clear();
            here.extend(stems.windows(2).filter_map(|pair| match *pair {
                [a, b] if often(a) && often(b) => Some((a, b)),
                _ => None,
            }));
            here.sort_unstable();
            here.dedup();
            for &pair in &here {
                *counts.entry(pair).or_default() += 1;
            }
        }
        let mut neighbours: Vec<Vec<(u32, f32)>> = vec![Vec::new(); held.len()];
        for ((a, b), count) in counts.into_iter().filter(|(_, count)| *count >= FEWEST) {
            for (one, other) in [(a, b), (b, a)] {
                let share = count as f32 / held.get(one as usize).copied().unwrap_or(1).max(1) as f32;
                if let (true, Some(list)) = (share >= USUAL, neighbours.get_mut(one as usize)) {
                    list.push((other, share));
                }
            }
        }
        for list in &mut neighbours {
            list.sort_unstable_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
            list.dedup_by_key(|(other, _)| *other);
        }
        Collocations(neighbours)
    }

    /// Whether `other` is a usual neighbour of `stem`.
    pub fn together(&self, stem: u32, other: u32) -> bool {
        self.usual(stem).iter().any(|(n, _)| *n == other)
    }

    fn usual(&self, stem: u32) -> &[(u32, f32)] {
        self.0.get(stem as usize).map_or(&[], Vec::as_slice)
    }

    /// What is left of the weight of `stem` beside `others`, as a share.
    pub fn left(&self, stem: u32, others: &[u32]) -> f64 {
        let most = self.usual(stem).iter().filter(|(n, _)| others.contains(n)).map(|(_, share)| *share).fold(0.0, f32::max);
        f64::from(1.0 - most.min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_come_together_count_once() {
        let statements: [&[u32]; 5] = [&[0, 1, 2], &[3, 0, 1], &[0, 1], &[2, 3], &[4, 0, 1]];
        let held = [4, 4, 2, 2, 1];
        let found = Collocations::of(statements.into_iter(), &held);
        assert!(found.together(0, 1) && found.together(1, 0) && !found.together(1, 2));
        assert_eq!(found.left(0, &[1]), 0.0);
        assert_eq!(found.left(0, &[2, 3]), 1.0);
        assert_eq!(found.left(2, &[1]), 1.0);
    }
}
