//! How alike two statements of different articles are: a calibrated score, and the reasons for it.
//!
//! In: statements, names, quotations, facts. Out: the pairs worth a look, each with the chance that both tell the
//! same claim. Left out: pairs within one article, and grouping, which is [`super::alignment`]'s.

pub mod calibration;
pub mod candidates;
pub mod clauses;
pub mod collocations;
pub mod emphasis;
pub mod forms;
pub mod kin;
pub mod matches;
pub mod measures;
pub mod paraphrases;
pub mod partners;
pub mod phrases;
pub mod profile;
pub mod rarity;
pub mod reasons;
pub mod rivals;
pub mod runs;
pub mod support;
pub mod table;
pub mod weights;
pub mod words;

use crate::analysis::names::Names;
use crate::model::{Fact, Place, Quotation, Statement, Story};
use crate::progress::Progress;
use calibration::Model;
use matches::Shared;
use measures::Measures;
use partners::Partners;
use profile::Profiles;
use rayon::prelude::*;
use runs::Windows;

/// Two statements of different articles, scored.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pair {
    /// Indices of the statements, the first lower than the second.
    pub statements: (usize, usize),
    /// Chance that both tell the same claim, among all pairs; [`calibration::shown`] makes of it what a link shows.
    pub score: f64,
    /// What the score rests on.
    pub measures: Measures,
}

/// All statements, and the pairs of them that were compared.
#[derive(Debug, Clone, Default)]
pub struct Similarity {
    /// The statements as they were compared.
    pub profiles: Profiles,
    /// The pairs, by statements.
    pub pairs: Vec<Pair>,
    /// What stands in a pair with each statement.
    pub partners: Partners,
}

/// Pairs that are measured in one step.
const AT_ONCE: usize = 256;

/// Scores every pair of statements that shares something rare, and tells how far the whole analysis has come by that.
pub fn compare(
    story: &Story,
    statements: &[Statement],
    names: &Names,
    quotations: &[Quotation],
    facts: &[Fact],
    progress: &Progress,
) -> Similarity {
    let profiles = profile::profiles(story, statements, names, quotations, facts);
    progress.reach(0.2);
    let candidates = candidates::candidates(statements, &profiles, &progress.part(0.2, 0.48, profiles.of.len()));
    let part = progress.part(0.48, 0.68, candidates.len().div_ceil(AT_ONCE));
    let windows = Windows::new(&profiles.of);
    let measured = |shared: &mut Shared, (i, j): (usize, usize)| {
        let told = (statements.get(i)?, statements.get(j)?);
        let mut measures = measures::measure(&profiles, (i, j), told, shared);
        if measures.all >= profiles.floor {
            measures.clause = runs::best(&profiles.of, &windows, (i, j), shared);
        }
        Some(Pair { statements: (i, j), score: 0.0, measures })
    };
    let mut pairs = vec![Pair::default(); candidates.len()];
    pairs.par_chunks_mut(AT_ONCE).zip(candidates.par_chunks(AT_ONCE)).for_each_init(Shared::default, |shared, (pairs, of)| {
        for (pair, &(i, j)) in pairs.iter_mut().zip(of) {
            *pair = measured(shared, (i as usize, j as usize)).unwrap_or_default();
        }
        part.step();
    });
    drop((candidates, windows));
    pairs.retain(|pair| pair.measures.all >= profiles.floor);
    pairs.shrink_to_fit();
    let partners = Partners::of(statements.len(), &pairs);
    support::corroborate(statements, &partners, &mut pairs);
    let mut similarity = Similarity { profiles, pairs, partners };
    similarity.judge(statements, Model::default());
    progress.reach(0.75);
    similarity
}

impl Similarity {
    /// Scores every pair by a model: by itself first, then among its rivals.
    pub fn judge(&mut self, statements: &[Statement], model: Model) {
        let Similarity { profiles, pairs, partners } = self;
        let both = |(i, j): (usize, usize)| profiles.of.get(i).zip(profiles.of.get(j));
        pairs.par_iter_mut().for_each(|pair| {
            if let Some((a, b)) = both(pair.statements) {
                pair.score = model.alone.chance(pair.measures.alone(a, b));
            }
        });
        rivals::compare(statements, partners, pairs);
        pairs.par_iter_mut().for_each(|pair| {
            if let Some((a, b)) = both(pair.statements) {
                pair.score = model.among.chance(pair.measures.among(a, b));
            }
        });
    }

    /// The pair of two statements, in either order.
    pub fn pair(&self, one: usize, other: usize) -> Option<&Pair> {
        self.partners.between(one, other).and_then(|n| self.pairs.get(n))
    }

    /// The words of statement `number` at `place` that have one of `stems`, in the order of `stems`, each once.
    pub fn words<'s>(
        &self,
        story: &'s Story,
        place: &Place,
        number: usize,
        stems: impl Iterator<Item = u32>,
    ) -> impl Iterator<Item = &'s str> {
        let profile = self.profiles.of.get(number);
        let text = story.passage(place).map_or("", |p| p.text.as_str());
        let spelled = move |stem: u32| {
            let term = profile?.terms.iter().chain(&profile?.phrases).find(|t| t.stem == stem)?;
            Some(term.span().of(text))
        };
        // A letter alone tells nothing.
        stems.filter_map(spelled).filter(|word| word.chars().nth(1).is_some())
    }
}
