//! Reported speech: what somebody said, without quotation marks.

use crate::analysis::names::Names;
use crate::model::{Place, Quotation, Story};

/// A sentence that reports what somebody said, denied, promised, called for …
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The sentence (one of [`super::statements::sentences`]).
    pub sentence: Place,
    /// What was said: the sentence without the attribution.
    pub content: Place,
    /// The attribution: `Putin said that`, `according to aides`. Empty where the verb carries content itself (`called for`).
    pub attribution: Place,
    /// Who said it: one name for the same person in every article.
    pub speaker: Option<String>,
    /// The reporting verb in its base form: `say`, `deny`, `call for`.
    pub verb: String,
}

/// Finds the reports of a story, by place.
pub fn find(_story: &Story, _sentences: &[Place], _names: &Names, _quotations: &[Quotation]) -> Vec<Report> {
    Vec::new()
}
