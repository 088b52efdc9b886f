//! What materially differs between the versions of a claim.
//!
//! Goes in: a comparison with its claims, and the evidence. Comes out: for each claim at most one difference of a kind,
//! with the values as printed and who prints them. Wording alone is no difference; values that can both be true
//! (`about 90 minutes`, `an hour and a half`) are none either.

mod certainty;
mod measures;
mod polarity;
mod predicates;
mod speakers;
mod telling;

use crate::analysis::Evidence;
use crate::model::{Claim, Comparison, Difference, DifferenceKind, Story};
use telling::Telling;

/// Of a claim that very many articles tell, so many distinct versions are compared with each other.
const COMPARED: usize = 32;

/// What one version says, where another says otherwise.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    /// Index into the claim's versions.
    version: usize,
    /// Its words, as printed.
    words: String,
    /// What they come to; versions that come to the same are shown as one.
    value: String,
}

/// Two versions that differ.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    kind: DifferenceKind,
    said: [Said; 2],
}

/// Fills in the differences of each claim.
pub fn find(story: &Story, evidence: &Evidence, comparison: &mut Comparison) {
    for claim in &mut comparison.claims {
        claim.differences = of_claim(story, evidence, claim);
    }
}

fn of_claim(story: &Story, evidence: &Evidence, claim: &Claim) -> Vec<Difference> {
    let tellings = distinct(
        claim.versions.iter().enumerate().filter_map(|(index, version)| Telling::read(story, evidence, index, version)).collect(),
    );
    let mut found = Vec::new();
    for (n, a) in tellings.iter().enumerate() {
        for b in tellings.iter().skip(n + 1).filter(|b| b.outlet != a.outlet) {
            found.extend(measures::between(a, b));
            found.extend(polarity::between(a, b));
            found.extend(certainty::between(a, b));
            found.extend(speakers::between(a, b));
        }
    }
    [
        DifferenceKind::Number,
        DifferenceKind::Money,
        DifferenceKind::Date,
        DifferenceKind::Speaker,
        DifferenceKind::Polarity,
        DifferenceKind::Certainty,
    ]
    .into_iter()
    .filter_map(|kind| gather(kind, &found, &tellings))
    .collect()
}

/// Versions with the same words are one: an agency's text in forty papers is compared once.
fn distinct(tellings: Vec<Telling>) -> Vec<Telling> {
    let mut kept: Vec<Telling> = Vec::new();
    for telling in tellings {
        let words = telling.place.span.of(telling.text);
        if kept.len() < COMPARED && !kept.iter().any(|k| k.outlet == telling.outlet && k.place.span.of(k.text) == words) {
            kept.push(telling);
        }
    }
    kept
}

/// Brings what was found of a kind into one difference: each value once, with all outlets that print it.
fn gather(kind: DifferenceKind, found: &[Found], tellings: &[Telling]) -> Option<Difference> {
    let mut said: Vec<&Said> = found.iter().filter(|f| f.kind == kind).flat_map(|f| &f.said).collect();
    said.sort_by_key(|s| s.version);
    let mut values: Vec<(Vec<&Said>, Vec<&str>)> = Vec::new();
    for s in said {
        let outlet = tellings.iter().find(|t| t.version == s.version).map_or("", |t| t.outlet);
        match values.iter_mut().find(|(group, _)| group.first().is_some_and(|g| g.value == s.value)) {
            Some((group, outlets)) => {
                group.push(s);
                if !outlets.contains(&outlet) {
                    outlets.push(outlet);
                }
            }
            None => values.push((vec![s], vec![outlet])),
        }
    }
    if values.len() < 2 {
        return None;
    }
    let detail = values
        .iter()
        .filter_map(|(group, outlets)| Some(format!("{} ({})", group.first()?.words, outlets.join(", "))))
        .collect::<Vec<_>>()
        .join(" / ");
    let versions = values.iter().filter_map(|(group, _)| group.first().map(|s| s.version)).collect();
    Some(Difference { kind, versions, detail })
}
