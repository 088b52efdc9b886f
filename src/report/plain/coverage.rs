//! Which outlets carry which claim, in lines instead of a table.

use crate::model::{Comparison, Story};
use crate::report::lines::Lines;
use crate::report::phrases::{self, count, list};

/// Every claim with who carries it and who does not, then each outlet's count.
pub fn coverage(story: &Story, comparison: &Comparison) -> String {
    let mut lines = Lines::default();
    lines.wrapped("", "", &format!("{}. {}", phrases::title(story), phrases::summary(story, comparison)));
    let outlets = story.outlets();
    for (c, claim) in comparison.claims.iter().enumerate() {
        lines.gap();
        let speaker = claim.speaker.as_ref().map(|s| format!(" ({s})")).unwrap_or_default();
        lines.wrapped("", "", &format!("Claim {}: {}{speaker}", c + 1, claim.label));
        let carried = claim.outlets(story);
        let lacking = phrases::lacking(story, claim);
        lines.wrapped("", "", &format!("In {} of {}: {}.", carried.len(), outlets.len(), list(&carried)));
        if !lacking.is_empty() {
            lines.wrapped("", "", &format!("Not in {}.", list(&lacking)));
        }
        let mut kinds: Vec<&str> = claim.differences.iter().map(|d| d.kind.name()).collect();
        kinds.dedup();
        if !kinds.is_empty() {
            lines.wrapped("", "", &format!("Differs in {}.", list(&kinds)));
        }
    }
    lines.gap();
    for outlet in &outlets {
        let carried = comparison.claims.iter().filter(|c| c.outlets(story).contains(outlet)).count();
        let alone: usize = (0..story.articles.len())
            .filter(|&a| story.articles.get(a).is_some_and(|x| x.outlet == *outlet))
            .map(|a| comparison.only_in(a).count())
            .sum();
        let text = format!(
            "{outlet} carries {carried} of {}; {} in it alone.",
            count(comparison.claims.len(), "shared claim"),
            count(alone, "statement")
        );
        lines.wrapped("", "", &text);
    }
    lines.done()
}
