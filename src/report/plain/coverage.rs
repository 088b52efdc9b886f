//! Which outlets carry which claim, in lines instead of a table.

use crate::model::{Comparison, Story};
use crate::report::lines::Lines;
use crate::report::phrases::{count, list, short_list};
use crate::report::shown::Shown;

/// Every claim with who carries it and who does not, then each outlet's count.
pub fn coverage(story: &Story, comparison: &Comparison) -> String {
    let shown = Shown::new(story, comparison);
    let mut lines = Lines::default();
    lines.wrapped("", "", &format!("{}. {}", shown.title(), shown.summary()));
    for (c, claim) in comparison.claims.iter().enumerate() {
        lines.gap();
        lines.wrapped("", "", &format!("Claim {}: {}", c + 1, shown.label(claim)));
        let carried = shown.carrying(claim);
        let lacking = shown.lacking(claim);
        lines.wrapped("", "", &format!("In {} of {}: {}.", carried.len(), shown.outlets.len(), short_list(&carried)));
        if !lacking.is_empty() {
            lines.wrapped("", "", &format!("Not in {}.", short_list(&lacking)));
        }
        let mut kinds: Vec<&str> = claim.differences.iter().map(|d| d.kind.name()).collect();
        kinds.dedup();
        if !kinds.is_empty() {
            lines.wrapped("", "", &format!("Differs in {}.", list(&kinds)));
        }
    }
    lines.gap();
    let mut carried = vec![0; shown.outlets.len()];
    for claim in &comparison.claims {
        let told = shown.carries(claim);
        carried.iter_mut().enumerate().for_each(|(o, n)| *n += usize::from(told.contains(&o)));
    }
    for (o, (outlet, carried)) in shown.outlets.iter().zip(carried).enumerate() {
        let alone: usize = shown.articles_of(o).into_iter().map(|a| shown.alone(a).0).sum();
        let text = format!(
            "{outlet} carries {carried} of {}; {} in it alone.",
            count(comparison.claims.len(), "shared claim"),
            count(alone, "statement")
        );
        lines.wrapped("", "", &text);
    }
    lines.done()
}
