//! Who carries a claim; for the silent, the nearest statement and why it is not the claim.

use crate::analysis::Evidence;
use crate::model::{Absence, Comparison, Nearest, Story};

/// Fills in the absences of each claim.
pub fn certify(story: &Story, evidence: &Evidence, comparison: &mut Comparison) {
    for claim in &mut comparison.claims {
        let carried = claim.articles();
        let inside: Vec<usize> = (0..evidence.statements.len())
            .filter(|&s| evidence.statements.get(s).is_some_and(|s| claim.versions.iter().any(|v| v.place.overlaps(&s.place))))
            .collect();
        claim.absent = (0..story.articles.len())
            .filter(|a| !carried.contains(a))
            .map(|article| {
                let nearest = evidence
                    .similarity
                    .pairs
                    .iter()
                    .filter_map(|pair| {
                        let (i, j) = pair.statements;
                        let other = if inside.contains(&i) {
                            j
                        } else if inside.contains(&j) {
                            i
                        } else {
                            return None;
                        };
                        let place = evidence.statements.get(other)?.place;
                        (place.article == article).then(|| Nearest { place, score: pair.score, why: Vec::new() })
                    })
                    .max_by(|a, b| a.score.total_cmp(&b.score));
                Absence { article, nearest }
            })
            .collect();
    }
}
