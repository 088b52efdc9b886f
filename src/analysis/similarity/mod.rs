//! How alike two statements of different articles are: a calibrated score, and the reasons for it.
//!
//! In: statements, names, quotations, facts. Out: the pairs worth a look, each with the chance that both tell the same claim.
//! Left out: pairs within one article, and grouping, which is [`super::alignment`]'s.
//!
//! In order: [`profile`] reads each statement into stems and names with weights; [`candidates`] finds the pairs that share
//! something rare; [`mod@matches`] what they share, [`measures`] and [`runs`] what that comes to; [`support`] and [`rivals`]
//! what the other pairs say of it; [`calibration`] makes a chance of all, by [`weights`]. Weights of words are in nats (see
//! [`rarity`]), containments and chances from 0 to 1.

pub mod calibration;
pub mod candidates;
pub mod clauses;
pub mod collocations;
pub mod emphasis;
pub mod figures;
pub mod forms;
pub mod kin;
pub mod kinds;
pub mod laid_out;
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
use crate::model::{Fact, Place, Quotation, Statement, Story, Stretch};
use crate::progress::Progress;
use calibration::Model;
use matches::Shared;
use measures::Measures;
use partners::Partners;
use profile::Profiles;
use rayon::prelude::*;
use runs::Windows;

/// Two statements of different articles, scored: all that is asked of them once they are. A large story has hundreds of
/// thousands.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pair {
    /// Numbers of the statements, the first lower than the second.
    pub of: (u32, u32),
    /// Chance that both tell the same claim, among all pairs; [`calibration::shown`] makes of it what a link shows.
    pub score: f64,
    /// Containment over all elements.
    pub all: f64,
    /// Whether a value (a number, an amount, a date) is the same.
    pub same_values: bool,
    /// Whether the same person speaks.
    pub same_speaker: bool,
    /// Whether both are like a third statement.
    pub third: bool,
}

impl Pair {
    /// A pair of which nothing is known.
    pub fn of((i, j): (usize, usize)) -> Self {
        Pair { of: (i as u32, j as u32), ..Pair::default() }
    }

    fn measured(of: (u32, u32), measures: &Measures) -> Self {
        Pair {
            of,
            score: 0.0,
            all: measures.all,
            same_values: measures.values > 0,
            same_speaker: measures.speaker > 0.0,
            third: measures.support > THIRD,
        }
    }

    /// Indices of the statements, the first lower than the second.
    pub fn statements(&self) -> (usize, usize) {
        (self.of.0 as usize, self.of.1 as usize)
    }
}

/// All statements, and the pairs of them that were compared.
#[derive(Debug, Clone, Default)]
pub struct Similarity {
    /// The statements as they were compared.
    pub profiles: Profiles,
    /// The pairs, by statements.
    pub pairs: Vec<Pair>,
    /// What the scores of the pairs rest on, pair by pair; none once nobody will judge them anew.
    pub measures: Vec<Measures>,
    /// What stands in a pair with each statement.
    pub partners: Partners,
}

/// Pairs that are measured in one step.
const AT_ONCE: usize = 128;
/// Support from which it is worth telling.
const THIRD: f64 = 0.15;

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
    let mut pairs = candidates::candidates(statements, &profiles, &progress.part(0.2, 0.48, profiles.of.len()));
    let mut measures = measured(statements, &profiles, &pairs, progress);
    let mut near = measures.iter();
    pairs.retain(|_| near.next().is_some_and(|m| m.all >= profiles.floor));
    measures.retain(|m| m.all >= profiles.floor);
    measures.shrink_to_fit();
    let partners = Partners::of(statements.len(), &pairs);
    support::corroborate(statements, &partners, &pairs, &mut measures);
    let pairs = pairs.into_iter().zip(&measures).map(|(of, measures)| Pair::measured(of, measures)).collect();
    let mut similarity = Similarity { profiles, pairs, measures, partners };
    similarity.judge(statements, Model::default());
    progress.reach(0.75);
    similarity
}

/// The measures of each of these pairs: statements that nothing tells apart are measured once.
fn measured(statements: &[Statement], profiles: &Profiles, pairs: &[(u32, u32)], progress: &Progress) -> Vec<Measures> {
    let kind = |statement: u32| profiles.of.get(statement as usize).map_or(statement, |p| p.kind);
    let kinds = |&(i, j): &(u32, u32)| (kind(i), kind(j));
    let mut distinct: Vec<(u32, u32)> = Vec::new();
    if profiles.of.iter().zip(0..).any(|(profile, n)| profile.kind != n) {
        let mut others: Vec<(u32, u32)>;
        (distinct, others) = pairs.iter().partition(|pair| kinds(pair) == **pair);
        others.iter_mut().for_each(|pair| *pair = kinds(pair));
        others.par_sort_unstable();
        others.dedup();
        // Two runs, each sorted: a sort that sees that is done sooner than one of all pairs.
        distinct.append(&mut others);
        distinct.sort();
        distinct.dedup();
    }
    let of = if distinct.is_empty() { pairs } else { &distinct };
    let part = progress.part(0.48, 0.68, of.len().div_ceil(AT_ONCE));
    let windows = Windows::new(&profiles.of);
    let measure = |shared: &mut Shared, (i, j): (usize, usize)| {
        let told = (statements.get(i)?, statements.get(j)?);
        let mut measures = measures::measure(profiles, (i, j), told, shared);
        if measures.all >= profiles.floor {
            measures.clause = runs::best(&profiles.of, &windows, (i, j), shared);
        }
        Some(measures)
    };
    let mut measures = vec![Measures::default(); of.len()];
    let chunks = measures.par_chunks_mut(AT_ONCE).zip(of.par_chunks(AT_ONCE));
    let share = of.len().div_ceil(AT_ONCE * candidates::SHARES).max(1);
    chunks.with_max_len(share).for_each_init(Shared::default, |shared, (measures, of)| {
        for (measures, &(i, j)) in measures.iter_mut().zip(of) {
            *measures = measure(shared, (i as usize, j as usize)).unwrap_or_default();
        }
        part.step();
    });
    if distinct.is_empty() {
        return measures;
    }
    let of = |pair: &(u32, u32)| distinct.binary_search(&kinds(pair)).ok().and_then(|n| measures.get(n)).copied();
    pairs.par_iter().map(|pair| of(pair).unwrap_or_default()).collect()
}

impl Similarity {
    /// Scores every pair by a model: by itself first, then among its rivals. Needs the measures.
    pub fn judge(&mut self, statements: &[Statement], model: Model) {
        let Similarity { profiles, pairs, measures, partners } = self;
        let both = |pair: &Pair| profiles.of.get(pair.of.0 as usize).zip(profiles.of.get(pair.of.1 as usize));
        let alone =
            |(pair, measures): (&Pair, &Measures)| both(pair).map_or(0.0, |(a, b)| model.alone.chance(measures.alone(a, b)));
        let scores: Vec<f64> = pairs.par_iter().zip(measures.par_iter()).map(alone).collect();
        rivals::compare(statements, partners, &scores, measures);
        pairs.par_iter_mut().zip(measures).for_each(|(pair, measures)| {
            if let Some((a, b)) = both(pair) {
                pair.score = model.among.chance(measures.among(a, b));
            }
        });
    }

    /// The pair of two statements, in either order.
    pub fn pair(&self, one: usize, other: usize) -> Option<&Pair> {
        self.partners.between(one, other).and_then(|n| self.pairs.get(n))
    }

    /// Where statement `number` at `place` has a word or phrase with this stem; none for a single letter, which tells nothing.
    pub fn word(&self, story: &Story, place: &Place, number: usize, stem: u32) -> Option<Stretch> {
        let profile = self.profiles.of.get(number)?;
        let span = profile.terms.iter().chain(&profile.phrases).find(|t| t.stem == stem)?.span();
        span.of(&story.passage(place)?.text).chars().nth(1)?;
        Stretch::of(span)
    }

    /// The words of statement `number` at `place` that have one of `stems`, in the order of `stems`, each once.
    pub fn words<'s>(
        &self,
        story: &'s Story,
        place: &Place,
        number: usize,
        stems: impl Iterator<Item = u32>,
    ) -> impl Iterator<Item = &'s str> {
        stems
            .filter_map(move |stem| self.word(story, place, number, stem))
            .map(|at| story.text(&Place { span: at.span(), ..*place }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis;
    use crate::model::{Article, Passage, PassageKind};

    #[test]
    fn what_is_told_alike_is_measured_as_each_pair_would_be() {
        let lines = [
            "The council, which met on Friday, sold the harbour ferries to a shipyard.",
            "“The harbour ferries were sold by the council,” Anna Adler said.",
            "The council never sold 12 of the harbour ferries.",
        ];
        let passage = |text: &&str| {
            let text = (*text).to_owned();
            Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text }
        };
        let articles = (1..8).map(|n: usize| {
            let told = lines.iter().enumerate().filter(|(k, _)| n & (1 << k) != 0).map(|(_, line)| line);
            Article { passages: told.map(passage).collect(), ..Article::default() }
        });
        let story = Story { articles: articles.collect(), ..Story::default() };
        let evidence = analysis::weigh(&story);
        let (statements, profiles) = (&evidence.statements, &evidence.similarity.profiles);
        assert!(profiles.of.iter().zip(0..).any(|(profile, n)| profile.kind != n));
        let pairs: Vec<(u32, u32)> = evidence.similarity.pairs.iter().map(|pair| pair.of).collect();
        let mut each = profiles.clone();
        for (profile, n) in each.of.iter_mut().zip(0..) {
            profile.kind = n;
        }
        let [together, apart] = [profiles, &each].map(|profiles| measured(statements, profiles, &pairs, &Progress::default()));
        assert_eq!(together, apart);
        assert!(together.len() > 10);
    }
}
