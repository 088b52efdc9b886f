//! From measures to a chance between 0 and 1: logistic models with few weights, their signs fixed by what the measures mean. A
//! pair is judged by itself first, then among the other pairs of its statements; what a link shows is the second chance, put
//! right for pairs that found a claim.

use crate::analysis::similarity::measures::{ALONE, AMONG};
use crate::analysis::similarity::weights;

/// A logistic model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Logistic<const N: usize> {
    /// The weight of each number.
    pub weights: [f64; N],
    /// What is added to the weighted sum.
    pub bias: f64,
}

impl<const N: usize> Logistic<N> {
    /// The chance that the numbers give.
    pub fn chance(&self, numbers: [f64; N]) -> f64 {
        let sum: f64 = numbers.iter().zip(self.weights).map(|(number, weight)| number * weight).sum();
        1.0 / (1.0 + (-(sum + self.bias)).exp())
    }
}

/// The chance that a link of a claim is right, of the chance that its pair has among all pairs: a pair that found its place in
/// a claim is likelier than one that did not. Piecewise linear between [`weights::LINK`]'s knots.
pub fn shown(pair: f64) -> f64 {
    along(pair, |&(from, to)| (from, to))
}

/// The inverse of [`shown`]: from the bar that a reader sets to that of pairs.
pub fn of_pairs(shown: f64) -> f64 {
    along(shown, |&(from, to)| (to, from))
}

fn along(at: f64, side: impl Fn(&(f64, f64)) -> (f64, f64)) -> f64 {
    let knots = weights::LINK.iter().map(side);
    let mut before: Option<(f64, f64)> = None;
    for (x, y) in knots {
        if let Some((x0, y0)) = before
            && at <= x
        {
            return if at <= x0 { y0 } else { y0 + (y - y0) * (at - x0) / (x - x0) };
        }
        before = Some((x, y));
    }
    before.map_or(at, |(_, y)| y)
}

/// Everything that was fitted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Model {
    /// A pair by itself.
    pub alone: Logistic<ALONE>,
    /// A pair among the other pairs of its statements.
    pub among: Logistic<AMONG>,
}

impl Default for Model {
    /// The model that comes with the program.
    fn default() -> Self {
        Model { alone: weights::ALONE, among: weights::AMONG }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_rises_with_the_pair_and_goes_back() {
        let mut before = -1.0;
        for n in 0..=100 {
            let chance = shown(f64::from(n) / 100.0);
            assert!(chance > before && (0.0..=1.0).contains(&chance));
            assert!((of_pairs(chance) - f64::from(n) / 100.0).abs() < 1e-9);
            before = chance;
        }
    }
}
