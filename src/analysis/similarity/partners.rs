//! The pairs of each statement, by the other statement: what stands in a pair with it, and in which.

/// The pairs by statement, in one list: a story of a thousand articles has hundreds of thousands.
#[derive(Debug, Clone, Default)]
pub struct Partners {
    /// Where in `of` those of each statement begin; one more at the end.
    starts: Vec<u32>,
    /// For each pair of a statement the other statement, ascending, and the index of the pair.
    of: Vec<(u32, u32)>,
}

impl Partners {
    /// Those of `pairs`, which are sorted; of `statements` statements.
    pub fn of(statements: usize, pairs: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; statements + 1];
        for pair in pairs {
            for s in [pair.0, pair.1] {
                if let Some(count) = starts.get_mut(s as usize + 1) {
                    *count += 1;
                }
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut of = vec![(0, 0); sum as usize];
        let mut place = |s: u32, other: u32, pair: usize| {
            let Some(at) = next.get_mut(s as usize) else { return };
            if let Some(slot) = of.get_mut(*at as usize) {
                *slot = (other, pair as u32);
            }
            *at += 1;
        };
        // Lower partners come first, each in order: so every list is sorted.
        for (n, pair) in pairs.iter().enumerate() {
            place(pair.1, pair.0, n);
        }
        for (n, pair) in pairs.iter().enumerate() {
            place(pair.0, pair.1, n);
        }
        Partners { starts, of }
    }

    /// What stands in a pair with the statement `s`: the other statement, ascending, and the index of the pair.
    pub fn with(&self, s: usize) -> &[(u32, u32)] {
        let bounds = self.starts.get(s).zip(self.starts.get(s + 1));
        bounds.and_then(|(from, to)| self.of.get(*from as usize..*to as usize)).unwrap_or(&[])
    }

    /// The index of the pair of two statements.
    pub fn between(&self, one: usize, other: usize) -> Option<usize> {
        let list = self.with(one);
        list.binary_search_by_key(&(other as u32), |(to, _)| *to).ok().and_then(|n| list.get(n)).map(|(_, pair)| *pair as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_is_found_from_both_sides() {
        let partners = Partners::of(4, &[(0, 2), (0, 3), (2, 3)]);
        assert_eq!(partners.with(2), [(0, 0), (3, 2)]);
        assert_eq!(partners.with(0), [(2, 0), (3, 1)]);
        assert_eq!(partners.between(3, 0), Some(1));
        assert_eq!((partners.between(1, 2), partners.with(1).len(), partners.with(9).len()), (None, 0, 0));
    }
}
