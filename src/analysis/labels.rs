//! What a person would call a claim.

use crate::analysis::Evidence;
use crate::model::{Comparison, Story};

/// Gives each claim its label: the shortest version that says it whole.
pub fn write(story: &Story, _evidence: &Evidence, comparison: &mut Comparison) {
    for claim in &mut comparison.claims {
        claim.label =
            claim.versions.iter().map(|v| story.text(&v.place).trim().to_owned()).min_by_key(|t| t.len()).unwrap_or_default();
    }
}
