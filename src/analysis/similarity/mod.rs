//! How alike two statements of different articles are: a calibrated score, and the reasons for it.

pub mod forms;
pub mod words;

use crate::analysis::names::Names;
use crate::analysis::reports::Report;
use crate::model::{Fact, Quotation, Statement, Story};
use std::collections::{BTreeMap, BTreeSet};

/// Two statements of different articles, scored.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Indices of the statements, the first lower than the second.
    pub statements: (usize, usize),
    /// Calibrated chance that both tell the same claim.
    pub score: f64,
    /// The evidence, strongest first.
    pub reasons: Vec<String>,
}

/// Scores every pair of statements that shares something rare.
pub fn pairs(
    story: &Story,
    statements: &[Statement],
    _names: &Names,
    _quotations: &[Quotation],
    _reports: &[Report],
    _facts: &[Fact],
) -> Vec<Pair> {
    let words: Vec<BTreeSet<String>> = statements
        .iter()
        .map(|s| {
            let text = story.text(&s.place).to_lowercase();
            text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 3).map(str::to_owned).collect()
        })
        .collect();
    let mut spread: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words.iter().flatten() {
        *spread.entry(word).or_default() += 1;
    }
    let weight = |w: &str| (words.len() as f64 / spread.get(w).copied().unwrap_or(1) as f64).ln();
    let total: Vec<f64> = words.iter().map(|ws| ws.iter().map(|w| weight(w)).sum()).collect();
    let mut found = Vec::new();
    for (i, a) in words.iter().enumerate() {
        for (j, b) in words.iter().enumerate().skip(i + 1) {
            let (Some(x), Some(y)) = (statements.get(i), statements.get(j)) else { continue };
            if x.place.article == y.place.article {
                continue;
            }
            let shared: Vec<&String> = a.intersection(b).collect();
            let sum: f64 = shared.iter().map(|w| weight(w)).sum();
            let (Some(s), Some(t)) = (total.get(i), total.get(j)) else { continue };
            let score = (sum / (s.min(*t) + 10.0) * 1.6).min(0.99);
            if score > 0.3 {
                let list: Vec<&str> = shared.iter().map(|w| w.as_str()).collect();
                found.push(Pair { statements: (i, j), score, reasons: vec![format!("shared words: {}", list.join(", "))] });
            }
        }
    }
    found
}
