//! From measures to a chance: a logistic model with few weights, their signs fixed by what the measures mean.

use crate::analysis::similarity::measures::Measures;
use crate::analysis::similarity::profile::Profile;
use crate::analysis::similarity::weights::{BIAS, WEIGHTS};

/// The chance that a pair tells one claim.
pub fn score(measures: &Measures, a: &Profile, b: &Profile) -> f64 {
    let numbers = measures.numbers(a, b);
    let sum: f64 = numbers.iter().zip(WEIGHTS).map(|((_, number), weight)| number * weight).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
