//! What materially differs between the versions of a claim.
//!
//! Goes in: a comparison with its claims, and the evidence. Comes out: the differences of each claim, with the values as printed
//! and who prints them: of speaker, polarity and certainty one at most, of amounts and dates one for each thing that is measured.
//! Wording alone is no difference; values that can both be true (`about 90 minutes`, `an hour and a half`) are none either.
//!
//! A version is read once, as a [`Telling`]: words with what [`cues`] and [`predicates`] make of them, by
//! clause, and its measures, which [`items`] tells apart. A rule takes two tellings, `a` and `b`, and gives what differs, or the
//! index of a word in each; where it holds in one direction only it is asked in both. Indices count the words of a telling, not
//! of the passage.
//!
//! - Amounts and dates: [`measures`] holds them against each other, and asks [`sameness`] and [`accounts`] whether two are of one
//!   thing.
//! - Affirmed or denied: [`polarity`] and the rules that it asks, from [`denials`] to [`until`].
//! - Done, planned, possible, hearsay: [`certainty`] and the rules that it asks, from [`events`] to [`grades`].
//! - Who says it: [`speakers`], which goes over all versions of a claim.
//! - What several rules ask: [`frames`] (the same people and things around a word), [`closeness`] (how much two versions have in
//!   common), [`bonds`] (whether they surely tell one thing).

mod absence;
mod accounts;
mod alike;
mod amounts;
mod asides;
mod attributions;
mod bonds;
mod certainty;
mod clocks;
mod closeness;
mod contrasts;
mod counterparts;
mod cues;
mod days;
mod denials;
mod events;
mod far;
mod fates;
mod frames;
mod grades;
mod hedged;
mod hedges;
mod items;
mod lexicon;
mod measures;
mod open;
mod opposites;
mod ordinals;
mod parts;
mod people;
mod polarity;
mod poles;
mod predicates;
mod provisional;
mod reprints;
mod sameness;
mod shown;
mod slips;
mod sole;
mod sources;
mod speakers;
mod sums;
mod superlatives;
mod supposed;
mod suspects;
mod tallies;
mod telling;
mod tolls;
mod until;
mod votes;

pub(in crate::analysis) use cues::is_finite;

use crate::analysis::Evidence;
use crate::model::{Claim, Comparison, Difference, DifferenceKind, Place, Story, Version};
use alike::Alike;
use bonds::Bonds;
use clocks::Clock;
use fates::Fate;
use items::Item;
use items::{Dimension, Role};
use lexicon::Lexicon;
use measures::Measured;
use people::People;
use rayon::prelude::*;
use reprints::Known;
use shown::Shown;
use std::collections::BTreeMap;
use telling::Telling;

/// Of a claim that very many articles tell, so many distinct versions are compared with each other.
const COMPARED: usize = 32;

/// Claims whose versions are held as read at once: those of a large story take more room than its text.
const AT_ONCE: usize = 1024;

/// What one version says, where another says otherwise.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    /// Index into the claim's versions.
    version: usize,
    /// Its words, as printed.
    words: String,
    /// What they come to; versions that come to the same are shown as one.
    value: String,
}

/// Of which of the things that a claim tells a difference is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Of {
    /// Of the claim.
    Whole,
    /// Of those whom this befell.
    Fate(Fate),
    /// Of a length of time that lies so.
    Time(Role),
    /// Of what is measured in this, or counted.
    Dimension(Dimension),
    /// Of something else, by name; of an act, its verb.
    Named(String),
}

impl Of {
    fn named(name: &str) -> Self {
        Of::Named(name.to_owned())
    }
}

/// Two versions that differ.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    kind: DifferenceKind,
    of: Of,
    said: [Said; 2],
}

/// Fills in the differences of each claim.
pub fn find(story: &Story, evidence: &Evidence, comparison: &mut Comparison) {
    let found = of(story, evidence, comparison);
    for (claim, differences) in comparison.claims.iter_mut().zip(found) {
        claim.differences = differences;
    }
}

/// The differences of each claim.
pub fn of(story: &Story, evidence: &Evidence, comparison: &Comparison) -> Vec<Vec<Difference>> {
    let mut versions: Vec<&Version> = comparison.claims.iter().flat_map(|claim| &claim.versions).collect();
    versions.sort_by_key(|v| v.place);
    versions.dedup_by_key(|v| v.place);
    let places: Vec<Place> = versions.par_iter().map(|v| telling::reading(story, v.place)).collect();
    let Alike { firsts, of: alike } = Alike::of(story, evidence, &versions, &places);
    let (lexicon, spelled) = Lexicon::of(story, &firsts.iter().filter_map(|&n| places.get(n).copied()).collect::<Vec<_>>());
    let people = People::of(story, evidence);
    let number = |place: &Place| versions.binary_search_by_key(place, |v| v.place).ok();
    let of = |(chunk, claims): (usize, &[Claim])| -> Vec<Vec<Shown>> {
        let read_as = |v: &Version| alike.get(number(&v.place)?).copied();
        let mut numbers: Vec<usize> = claims.iter().flat_map(|c| &c.versions).filter_map(read_as).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let read = |n: &usize| Telling::read(story, evidence, &lexicon, spelled.get(*n)?, versions.get(*firsts.get(*n)?)?);
        let tellings: Vec<Option<Telling>> = numbers.par_iter().map(read).collect();
        let items: Vec<Vec<Item>> = tellings.par_iter().map(|t| t.as_ref().map(items::of).unwrap_or_default()).collect();
        let clocks: Vec<Vec<Clock>> = tellings.par_iter().map(|t| t.as_ref().map(clocks::of).unwrap_or_default()).collect();
        let measured = |v: &Version| {
            let at = numbers.binary_search(&read_as(v)?).ok()?;
            let outlet = story.articles.get(v.place.article)?.outlet.as_str();
            Some(Measured { outlet, telling: tellings.get(at)?.as_ref()?, items: items.get(at)?, clocks: clocks.get(at)? })
        };
        let bonds = |n: usize, claim| Bonds::of(comparison, chunk * AT_ONCE + n, claim);
        let described = |(n, claim)| of_claim(&distinct(claim, measured), &bonds(n, claim), &people);
        // Some claims take a hundred times as long as others: one by one, lest a thread end with a run of them alone.
        claims.par_iter().enumerate().with_max_len(1).map(described).collect()
    };
    shown::once(comparison.claims.chunks(AT_ONCE).enumerate().flat_map(of).collect())
}

/// The versions of a claim, with their indices, as they are compared.
type Compared<'t> = (usize, Measured<'t>);

fn of_claim(compared: &[Compared], bonds: &Bonds, people: &People) -> Vec<Shown> {
    let mut found = Vec::new();
    let mut known = Known::of(compared);
    for (n, (v, x)) in compared.iter().enumerate() {
        for (m, (w, y)) in compared.iter().enumerate().skip(n + 1) {
            if y.outlet == x.outlet {
                continue;
            }
            let first = found.len();
            let sure = bonds.is_sure((*v, *w));
            let told = |n: usize, m: usize| match (compared.get(n), compared.get(m)) {
                (Some((_, x)), Some((_, y))) => between(x, y, sure),
                _ => Vec::new(),
            };
            found.extend_from_slice(known.between((n, m, sure), told));
            for Found { said: [one, other], .. } in found.iter_mut().skip(first) {
                (one.version, other.version) = (*v, *w);
            }
        }
    }
    found.extend(speakers::among(compared, bonds, people));
    let mut groups: BTreeMap<(DifferenceKind, &Of), Vec<&Found>> = BTreeMap::new();
    for f in &found {
        groups.entry((f.kind, &f.of)).or_default().push(f);
    }
    // Several amounts of a claim may differ, each by itself; of whole utterances one difference of a kind is enough.
    let mut told: Vec<((DifferenceKind, &Of), Vec<&Found>)> = groups.into_iter().collect();
    told.sort_by_key(|((kind, _), found)| (*kind, std::cmp::Reverse(if is_whole(*kind) { found.len() } else { 0 })));
    told.dedup_by(|b, a| a.0.0 == b.0.0 && is_whole(a.0.0));
    told.into_iter().flat_map(|((kind, of), found)| shown::gather(kind, of, &found, compared)).collect()
}

/// Whether a kind of difference is of what is told as a whole, not of an amount in it.
fn is_whole(kind: DifferenceKind) -> bool {
    matches!(kind, DifferenceKind::Speaker | DifferenceKind::Polarity | DifferenceKind::Certainty)
}

/// What two versions tell otherwise; `sure`: they surely tell one thing.
fn between(x: &Measured, y: &Measured, sure: bool) -> Vec<Found> {
    let mut found = measures::between(x, y, sure);
    found.extend(tallies::between(x.telling, y.telling, sure));
    found.extend(clocks::between(x, y));
    let votes = votes::between(x, y);
    if !votes.is_empty() {
        found.retain(|f| f.of != Of::Dimension(Dimension::Percent));
    }
    found.extend(votes);
    found.extend(ordinals::between(x.telling, y.telling));
    let contradicted = polarity::between(x.telling, y.telling, sure);
    found.extend(certainty::between(x.telling, y.telling, contradicted.is_some(), sure));
    found.extend(contradicted);
    found
}

/// Versions with the same words are one: an agency's text in forty papers is compared once.
fn distinct<'t>(claim: &'t Claim, measured: impl Fn(&'t Version) -> Option<Measured<'t>>) -> Vec<Compared<'t>> {
    let mut kept: Vec<Compared> = Vec::new();
    for (index, version) in claim.versions.iter().enumerate() {
        let Some(one) = measured(version) else { continue };
        let again = |k: &Measured| k.outlet == one.outlet && k.telling.repeats(one.telling);
        if kept.len() < COMPARED && !kept.iter().any(|(_, k)| again(k)) {
            kept.push((index, one));
        }
    }
    kept
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(super) mod tests {
    use super::*;
    use crate::analysis::{statements, weigh};
    use crate::model::{Article, ClaimKind, Form, Passage, PassageKind};
    use jiff::civil::Date;

    /// How sure a link is that may be of two things all the same.
    const WEAK: f64 = 0.5;

    fn told(texts: &[(&str, &str)]) -> Vec<Difference> {
        told_on(&texts.iter().map(|(outlet, text)| (*outlet, None, *text)).collect::<Vec<_>>())
    }

    /// The differences between made-up versions, by outlet, with the days on which they were published.
    pub(in crate::analysis::differences) fn told_on(texts: &[(&str, Option<Date>, &str)]) -> Vec<Difference> {
        linked(texts, WEAK)
    }

    /// The kinds of difference between two made-up versions that surely tell one thing.
    pub(in crate::analysis::differences) fn sure_kinds(a: &str, b: &str) -> Vec<DifferenceKind> {
        linked(&[("Daily", None, a), ("Herald", None, b)], 1.0).into_iter().map(|d| d.kind).collect()
    }

    pub(in crate::analysis::differences) fn linked(texts: &[(&str, Option<Date>, &str)], confidence: f64) -> Vec<Difference> {
        let articles = texts.iter().map(|(outlet, published, text)| Article {
            outlet: (*outlet).to_owned(),
            published: *published,
            passages: vec![Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: (*text).to_owned() }],
            ..Article::default()
        });
        let story = Story { articles: articles.collect(), ..Story::default() };
        let evidence = weigh(&story);
        let version = |(n, (_, _, text)): (usize, &(&str, Option<Date>, &str))| {
            let place = Place::new(n, 0, crate::model::Span::new(0, text.len()));
            let (form, speaker) = statements::telling(&story, &place, &evidence.quotations, &evidence.reports);
            Version { place, form, speaker }
        };
        let mut comparison = Comparison {
            claims: vec![Claim {
                label: String::new(),
                kind: ClaimKind::Statement,
                speaker: None,
                confidence,
                versions: texts.iter().enumerate().map(version).collect(),
                absent: Vec::new(),
                differences: Vec::new(),
            }],
            ..Comparison::default()
        };
        find(&story, &evidence, &mut comparison);
        comparison.claims.remove(0).differences
    }

    /// The kinds of difference between two made-up versions.
    pub(in crate::analysis::differences) fn kinds(a: &str, b: &str) -> Vec<DifferenceKind> {
        told(&[("Daily", a), ("Herald", b)]).into_iter().map(|d| d.kind).collect()
    }

    /// The details of the differences between made-up versions, by outlet.
    pub(in crate::analysis::differences) fn details(texts: &[(&str, &str)]) -> Vec<String> {
        told(texts).into_iter().map(|d| d.detail).collect()
    }

    #[test]
    fn one_outlet_does_not_differ_from_itself() {
        let found = details(&[("Daily", "Six guards were killed."), ("Daily", "Four guards were killed.")]);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn a_participle_is_read_with_the_words_that_it_hangs_on() {
        let articles =
            ["Adler spoke up late on Monday, telling reporters that Brand is a liar.", "On Tuesday Adler called Brand a liar."];
        let story = Story {
            articles: articles
                .iter()
                .map(|text| {
                    let text = (*text).to_owned();
                    let passage = Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text };
                    Article { passages: vec![passage], ..Article::default() }
                })
                .collect(),
            ..Story::default()
        };
        let text = &story.articles.first().unwrap().passages.first().unwrap().text;
        let at = |words: &str| Place::new(0, 0, crate::model::Span::new(text.find(words).unwrap(), text.len()));
        assert_eq!(telling::reading(&story, at("telling")).span.start, 0);
        assert_eq!(telling::reading(&story, at("Brand")), at("Brand"));
    }

    #[test]
    fn wording_alone_is_no_difference() {
        assert_eq!(
            kinds("We value our ties with the islands highly.", "We attach great importance to relations with the islands."),
            []
        );
    }

    #[test]
    fn a_version_outside_the_story_is_passed_over() {
        let place = Place::new(7, 3, crate::model::Span::new(0, 5));
        let claim = Claim {
            label: String::new(),
            kind: ClaimKind::Statement,
            speaker: None,
            confidence: 1.0,
            versions: vec![Version { place, form: Form::Narrated, speaker: None }],
            absent: Vec::new(),
            differences: Vec::new(),
        };
        let mut comparison = Comparison { claims: vec![claim], ..Comparison::default() };
        find(&Story::default(), &Evidence::default(), &mut comparison);
        assert!(comparison.claims.iter().all(|c| c.differences.is_empty()));
    }
}
