//! Scores what the program finds against what people found by hand.
//!
//! In: [`gold`] (a folder of hand-made judgements, read once) and what a system says: claims as lists of
//! [`gold::Telling`]s, or quotations with speakers. Out: counts that can be added up over stories and then summarised.
//! Nothing here knows how a system came to its answer; another example can reuse the module by its path.

pub mod calibration;
pub mod claims;
pub mod clean;
pub mod differences;
pub mod gold;
pub mod links;
pub mod matching;
pub mod places;
pub mod quotations;
pub mod side;
pub mod speakers;

/// `a / b`, and nothing where there is nothing to divide by.
pub fn ratio(a: f64, b: f64) -> f64 {
    if b == 0.0 { 0.0 } else { a / b }
}

/// The harmonic mean of precision and recall.
pub fn f1(precision: f64, recall: f64) -> f64 {
    ratio(2.0 * precision * recall, precision + recall)
}
