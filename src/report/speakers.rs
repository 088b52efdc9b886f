//! Who is quoted: the quotations of a comparison by speaker, for every report.

use crate::model::{Comparison, Quotation};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The quotations of one speaker.
pub struct Quoted<'c> {
    /// Whose they are; none where that is not known.
    pub speaker: Option<&'c str>,
    /// The quotations, by place.
    pub quotations: Vec<&'c Quotation>,
}

impl Quoted<'_> {
    /// How many quotations each article has: `(article, number)`, in the story's order.
    pub fn by_article(&self) -> Vec<(usize, usize)> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for quotation in &self.quotations {
            *counts.entry(quotation.place.article).or_default() += 1;
        }
        counts.into_iter().collect()
    }
}

/// The quotations by speaker, most quoted first; those whose speaker is not known last. Words held at arm's length
/// are left out.
pub fn quoted(comparison: &Comparison) -> Vec<Quoted<'_>> {
    let mut by: BTreeMap<Option<&str>, Vec<&Quotation>> = BTreeMap::new();
    for quotation in comparison.quotations.iter().filter(|q| !q.scare) {
        by.entry(quotation.speaker.as_deref()).or_default().push(quotation);
    }
    let mut quoted: Vec<Quoted> = by.into_iter().map(|(speaker, quotations)| Quoted { speaker, quotations }).collect();
    quoted.sort_by_key(|q| (q.speaker.is_none(), Reverse(q.quotations.len()), q.speaker));
    quoted
}
