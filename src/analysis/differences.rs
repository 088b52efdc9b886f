//! What materially differs between the versions of a claim.

use crate::analysis::Evidence;
use crate::model::{Comparison, Story};

/// Fills in the differences of each claim.
pub fn find(_story: &Story, _evidence: &Evidence, _comparison: &mut Comparison) {}
