//! The pairs of each statement, by the other statement: what stands in a pair with it, and in which.

use crate::analysis::similarity::laid_out::LaidOut;

/// The pairs by statement, in one list: a story of a thousand articles has hundreds of thousands. For each pair of a statement the
/// other statement, ascending, and the index of the pair.
#[derive(Debug, Clone, Default)]
pub struct Partners(LaidOut<(u32, u32)>);

impl Partners {
    /// Those of `pairs`, which are sorted; of `statements` statements.
    pub fn of(statements: usize, pairs: &[(u32, u32)]) -> Self {
        // Lower partners come first, each in order: so every list is sorted.
        let numbered = || pairs.iter().zip(0..);
        let lower = numbered().map(|(pair, n)| (pair.1, (pair.0, n)));
        Partners(LaidOut::of(statements, lower.chain(numbered().map(|(pair, n)| (pair.0, (pair.1, n))))))
    }

    /// What stands in a pair with the statement `s`: the other statement, ascending, and the index of the pair.
    pub fn with(&self, s: usize) -> &[(u32, u32)] {
        self.0.with(s)
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
