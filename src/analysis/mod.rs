//! From a story to a comparison: the stages, in order, and nothing else. Pure: no input or output, no clock, no
//! global state; the same story gives the same comparison with any number of threads.
//!
//! [`weigh`] does everything that does not depend on the bar of certainty, up to scored pairs of statements;
//! [`claims_at`] groups the pairs above a bar into claims, cheaply, so that a reader can move the bar.

pub mod alignment;
pub mod boundaries;
pub mod coverage;
pub mod datelines;
pub mod differences;
pub mod facts;
pub mod focus;
pub mod labels;
pub mod lexicon;
pub mod names;
pub mod quotations;
pub mod reports;
pub mod reprints;
pub mod similarity;
pub mod speakers;
pub mod statements;

use crate::model::{Comparison, Fact, Quotation, Statement, Story};
use crate::progress::Progress;

/// What the story says, statement by statement, and how alike the statements are: all that is known before a bar
/// of certainty is chosen.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// People, places and organisations, and where they are named.
    pub names: names::Names,
    /// Quotations with speakers; `claim` is not yet set.
    pub quotations: Vec<Quotation>,
    /// What is reported without quotation marks.
    pub reports: Vec<reports::Report>,
    /// Amounts and dates with what they are worth, by place.
    pub measures: Vec<facts::Measure>,
    /// Facts of every kind, by place.
    pub facts: Vec<Fact>,
    /// Statements, by place; `claims` is not yet set.
    pub statements: Vec<Statement>,
    /// How alike the statements are, pair by pair.
    pub similarity: similarity::Similarity,
}

/// The bar that is shown unless somebody moves it: a link must be this likely to be right. Where
/// precision and recall of links balance best (left-one-out over eleven annotated stories).
pub const DEFAULT_BAR: f64 = 0.38;

/// How much is told of each claim.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Extent {
    /// What a text report prints: links without their reasons, and no absences. In a story of a thousand articles there are
    /// hundreds of thousands of links.
    Outline,
    /// All.
    #[default]
    Whole,
}

/// The whole analysis at one bar.
pub fn compare(story: &Story, bar: f64) -> Comparison {
    compare_watched(story, bar, Extent::Whole, &Progress::default())
}

/// The same to some extent, and tells how far it has come.
pub fn compare_watched(story: &Story, bar: f64, extent: Extent, progress: &Progress) -> Comparison {
    in_the_pool(|| {
        let mut evidence = read(story, progress);
        evidence.similarity.measures = Vec::new();
        let mut comparison = linked(story, &evidence, bar, extent, progress);
        // Nobody will move the bar: in a large story this is most of what was kept.
        evidence.similarity = similarity::Similarity::default();
        comparison.facts = std::mem::take(&mut evidence.facts);
        comparison.statements = std::mem::take(&mut evidence.statements);
        comparison.quotations.clone_from(&evidence.quotations);
        describe(story, &evidence, &mut comparison, progress);
        comparison
    })
}

/// Works on a thread of the pool: from any other each step that is shared out would be handed over, and waited for asleep.
fn in_the_pool<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::scope(|_| work())
}

/// Reads the story: sentences, names, quotations, speakers, reports, facts, statements, and how alike they are.
pub fn weigh(story: &Story) -> Evidence {
    weigh_watched(story, &Progress::default())
}

/// The same, and tells how far it has come: shares of the time that each stage takes in a story of some hundred articles.
pub fn weigh_watched(story: &Story, progress: &Progress) -> Evidence {
    in_the_pool(|| {
        let mut evidence = read(story, progress);
        evidence.similarity.measures = Vec::new();
        evidence
    })
}

/// The same as [`weigh`], with the measures that the scores rest on: for whoever wants to judge the pairs anew.
pub fn measured(story: &Story) -> Evidence {
    in_the_pool(|| read(story, &Progress::default()))
}

fn read(story: &Story, progress: &Progress) -> Evidence {
    // What does not build on each other is done side by side: in a small story a thread would wait at the end of each stage.
    let (names, (sentences, quoted)) =
        rayon::join(|| names::find(story), || (statements::sentences(story), quotations::find(story)));
    progress.reach(0.04);
    let ((quotations, reports, statements), (measures, facts)) = rayon::join(
        || {
            let quotations = speakers::attribute(story, &names, &quoted);
            let reports = reports::find(story, &sentences, &names, &quotations);
            let statements = statements::of(story, &sentences, &quotations, &reports);
            (quotations, reports, statements)
        },
        || {
            let measures = facts::measures(story, &names);
            let facts = facts::find(&measures, &names);
            (measures, facts)
        },
    );
    progress.reach(0.1);
    let similarity = similarity::compare(story, &statements, &names, &quotations, &facts, progress);
    Evidence { names, quotations, reports, measures, facts, statements, similarity }
}

/// Groups the pairs that reach `bar` into claims, and finds what differs in them and who lacks them.
pub fn claims_at(story: &Story, evidence: &Evidence, bar: f64) -> Comparison {
    claims_watched(story, evidence, bar, &Progress::default())
}

/// The same, and tells how far it has come.
pub fn claims_watched(story: &Story, evidence: &Evidence, bar: f64, progress: &Progress) -> Comparison {
    in_the_pool(|| {
        let mut comparison = linked(story, evidence, bar, Extent::Whole, progress);
        comparison.facts.clone_from(&evidence.facts);
        comparison.statements.clone_from(&evidence.statements);
        comparison.quotations.clone_from(&evidence.quotations);
        describe(story, evidence, &mut comparison, progress);
        comparison
    })
}

/// The claims, and who lacks them: all that rests on how alike the statements are.
fn linked(story: &Story, evidence: &Evidence, bar: f64, extent: Extent, progress: &Progress) -> Comparison {
    let mut comparison = alignment::claims(story, evidence, bar, extent);
    progress.reach(0.83);
    if extent == Extent::Whole {
        coverage::certify(story, evidence, &mut comparison);
    }
    progress.reach(0.84);
    comparison
}

/// Where the claims stand, and what differs in them.
fn describe(story: &Story, evidence: &Evidence, comparison: &mut Comparison, progress: &Progress) {
    alignment::mark(comparison);
    let differences = differences::of(story, evidence, comparison);
    for (claim, differences) in comparison.claims.iter_mut().zip(differences) {
        claim.differences = differences;
    }
    progress.reach(1.0);
}
