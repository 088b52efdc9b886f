//! Which statements of different articles are versions of one claim.

use crate::analysis::Evidence;
use crate::model::{Claim, ClaimKind, Comparison, Form, Link, Story, Version};

/// Groups the pairs that reach `bar` into claims.
pub fn claims(_story: &Story, evidence: &Evidence, bar: f64) -> Comparison {
    let mut pairs: Vec<_> = evidence.pairs.iter().filter(|p| p.score >= bar).collect();
    pairs.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.statements.cmp(&b.statements)));
    let score = |i: usize, j: usize| {
        let key = (i.min(j), i.max(j));
        evidence.pairs.iter().find(|p| p.statements == key).filter(|p| p.score >= bar)
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for pair in pairs {
        let (i, j) = pair.statements;
        if groups.iter().any(|g| g.contains(&i) || g.contains(&j)) {
            for group in groups.iter_mut() {
                for (inside, new) in [(i, j), (j, i)] {
                    if group.contains(&inside) && !group.contains(&new) && group.iter().all(|&k| score(k, new).is_some()) {
                        group.push(new);
                    }
                }
            }
            continue;
        }
        groups.push(vec![i, j]);
    }
    let mut comparison = Comparison {
        bar,
        quotations: evidence.quotations.clone(),
        facts: evidence.facts.clone(),
        statements: evidence.statements.clone(),
        ..Comparison::default()
    };
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_by_key(|g| (std::cmp::Reverse(g.len()), g.clone()));
    for (c, group) in groups.iter().enumerate() {
        let mut versions = Vec::new();
        for &s in group {
            let Some(statement) = comparison.statements.get_mut(s) else { continue };
            statement.claims.push(c);
            versions.push(Version { place: statement.place, form: statement.form, speaker: statement.speaker.clone() });
        }
        let first = comparison.links.len();
        for (x, &i) in group.iter().enumerate() {
            for (y, &j) in group.iter().enumerate().skip(x + 1) {
                if let Some(pair) = score(i, j) {
                    let link = Link { claim: c, versions: (x, y), score: pair.score, reasons: pair.reasons.clone() };
                    comparison.links.push(link);
                }
            }
        }
        let links = comparison.links.get(first..).unwrap_or(&[]);
        let confidence = links.iter().map(|l| l.score).sum::<f64>() / links.len().max(1) as f64;
        let direct = versions.iter().find(|v| v.form == Form::Direct);
        comparison.claims.push(Claim {
            label: String::new(),
            kind: if direct.is_some() { ClaimKind::Quotation } else { ClaimKind::Statement },
            speaker: direct.and_then(|v| v.speaker.clone()),
            confidence,
            versions,
            absent: Vec::new(),
            differences: Vec::new(),
        });
    }
    for quotation in &mut comparison.quotations {
        quotation.claim = comparison.claims.iter().position(|c| c.versions.iter().any(|v| v.place.overlaps(&quotation.place)));
    }
    comparison
}
