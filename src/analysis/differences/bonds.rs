//! Which versions of a claim surely tell one thing, by the link between them. What two versions have in common by chance, and
//! what tells two acts apart, need not be asked again of these: what one of them says otherwise is a difference, unless
//! something tells against it.

use crate::model::{Claim, Comparison, Link};

/// Of links with this score and more, seven in eight are right (see the calibration that the evaluation prints).
const SURE: f64 = 0.6;

/// The pairs of versions of a claim that are surely one.
pub(super) struct Bonds<'c> {
    links: &'c [Link],
    /// Where nothing is known of the pairs: whether all are.
    all: bool,
}

impl<'c> Bonds<'c> {
    /// Those of the claim with an index.
    pub(super) fn of(comparison: &'c Comparison, index: usize, claim: &Claim) -> Self {
        let first = comparison.links.partition_point(|l| l.claim < index);
        let past = comparison.links.partition_point(|l| l.claim <= index);
        let links = comparison.links.get(first..past).unwrap_or(&[]);
        Bonds { links, all: links.is_empty() && claim.confidence >= SURE }
    }

    /// Whether two versions, the earlier one first, are surely one.
    pub(super) fn is_sure(&self, pair: (usize, usize)) -> bool {
        let known = || self.links.binary_search_by_key(&pair, |l| l.versions).ok().and_then(|at| self.links.get(at));
        self.all || known().is_some_and(|l| l.score >= SURE)
    }
}
