//! From measures to a chance: a logistic model with few, signed weights, and the reasons in words.

use crate::analysis::similarity::Pair;
use crate::analysis::similarity::measures::Measures;
use crate::analysis::similarity::profile::{Profile, Profiles};

/// The chance that a pair tells one claim.
pub fn score(measures: &Measures, _a: &Profile, _b: &Profile) -> f64 {
    let t = 0.6 * measures.all + 0.4 * measures.support;
    let t = if measures.all >= 0.2 { t.max(measures.all) } else { t };
    1.0 / (1.0 + (-(t - 0.16) * 22.0 + 0.4).exp())
}

/// The evidence of a pair in words, strongest first.
pub fn reasons(profiles: &Profiles, pair: &Pair) -> Vec<String> {
    let measures = &pair.measures;
    let word = |stem: u32| profiles.vocabulary.get(stem as usize).map_or("", String::as_str);
    let shared: Vec<&str> = measures.shared.iter().filter(|(_, w)| *w > 0.8).take(8).map(|(s, _)| word(*s)).collect();
    let mut reasons = Vec::new();
    if !shared.is_empty() {
        reasons.push(format!("shared words: {}", shared.join(", ")));
    }
    reasons
}
