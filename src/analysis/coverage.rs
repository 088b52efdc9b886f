//! Who carries a claim; for the silent, the nearest statement and why it is not the claim (a certificate of absence).
//!
//! In: claims and the scored pairs. Out: an [`Absence`] for each article without the claim; in a story of more than
//! [`LISTED_ARTICLES`] only for those that come near, and without reasons. The nearest statement is the one with the best scored
//! pair to any statement of the claim, where a pair that tells another claim counts less; where no pair was worth scoring, the
//! one that shares most, in a story of no more than [`FEW_ARTICLES`].

use crate::analysis::Evidence;
use crate::analysis::alignment::within::standing;
use crate::analysis::lexicon::common;
use crate::analysis::similarity::calibration::of_pairs;
use crate::analysis::similarity::matches::Shared;
use crate::analysis::similarity::measures::{self, Measures};
use crate::model::places::{of_article, of_place};
use crate::model::{Absence, Claim, Comparison, Nearest, Story};
use rayon::prelude::*;

/// In a story of more articles, an article without any scored pair to a claim is given no nearest statement: the search
/// would compare every claim with every statement.
const FEW_ARTICLES: usize = 12;
/// In a story of more articles, only those are listed as absent that come near, and without reasons: claims times articles
/// would outgrow the story itself. `Claim::articles` still tells who carries it.
const LISTED_ARTICLES: usize = 40;
/// The least score that is near in such a story: one chance in five that it is the claim after all. Lower ones share a subject.
const NEAR: f64 = 0.2;

/// How many words a certificate names.
const NAMED: usize = 5;

/// How much a pair counts in the choice of the nearest, if its two statements stand together in another claim: what they
/// have in common is told there. With this and the next the nearest was the claim after all in 16 of the 31 absences that are
/// false in the five stories of `gold/`; with neither in 14.
const TOLD_ELSEWHERE: f64 = 0.5;
/// The same, if the pair reaches the bar and no claim was made of it: it contradicts other versions.
const REFUSED: f64 = 0.4;
/// What is left of the score of both kinds: of 131 such pairs 11 were right, none below 0.7, of those above one in five.
const CHANCE: f64 = 0.2;

/// Fills in the absences of each claim.
pub fn certify(story: &Story, evidence: &Evidence, comparison: &mut Comparison) {
    let many = story.articles.len() > LISTED_ARTICLES;
    let least = if many { NEAR } else { 0.0 };
    let standing = Standing::of(evidence, &comparison.claims, of_pairs(comparison.bar));
    let claims = comparison.claims.par_iter_mut().enumerate();
    claims.for_each_init(Shared::default, |shared, (c, claim)| {
        let inside = standing.inside(c);
        let carried = claim.articles();
        let silent = |near: &Near| near.chance >= least && carried.binary_search(&near.article).is_err();
        let mut near: Vec<Near> = inside.iter().flat_map(|&s| with(evidence, &standing, s)).filter(silent).collect();
        // The best of each article first, then one an article.
        near.sort_unstable_by(|a, b| {
            a.article.cmp(&b.article).then(b.weight.total_cmp(&a.weight)).then((a.t, a.s).cmp(&(b.t, b.s)))
        });
        near.dedup_by_key(|near| near.article);
        let mut nearest = |near: &Near| {
            let place = evidence.statements.get(near.t)?.place;
            let mut why = if many { Vec::new() } else { why(story, evidence, (near.s, near.t), shared) };
            if near.refused {
                why.insert(0, "near to one version, not to all".to_owned());
            }
            Some(Nearest { place, score: near.chance, told: near.told, why })
        };
        if many {
            claim.absent = near.iter().map(|n| Absence { article: n.article, nearest: nearest(n) }).collect();
            return;
        }
        let silent = (0..story.articles.len()).filter(|article| carried.binary_search(article).is_err());
        claim.absent = silent
            .map(|article| {
                let scored = near.binary_search_by_key(&article, |n| n.article).ok().and_then(|n| near.get(n));
                let found = scored.copied().or_else(|| sharing_most(story, evidence, inside, article));
                Absence { article, nearest: found.and_then(|found| nearest(&found)) }
            })
            .collect();
    });
}

/// A statement `t` of an article, and how near it comes to a claim's statement `s`.
#[derive(Clone, Copy)]
struct Near {
    article: usize,
    s: usize,
    t: usize,
    /// What the choice of the nearest goes by.
    weight: f64,
    /// How likely it is the claim.
    chance: f64,
    /// The claim in which both stand.
    told: Option<usize>,
    /// As near as a link, and none.
    refused: bool,
}

/// What stands in a pair with the statement `s`.
fn with(evidence: &Evidence, standing: &Standing, s: usize) -> impl Iterator<Item = Near> {
    evidence.similarity.partners.with(s).iter().filter_map(move |&(t, pair)| {
        let (t, score) = (t as usize, evidence.similarity.pairs.get(pair as usize)?.score);
        let told = standing.of_both(s, t);
        let refused = told.is_none() && score >= standing.bar;
        let (weight, chance) = match (told, refused) {
            (Some(_), _) => (TOLD_ELSEWHERE, CHANCE),
            (None, true) => (REFUSED, CHANCE),
            (None, false) => (1.0, 1.0),
        };
        let article = evidence.statements.get(t)?.place.article;
        Some(Near { article, s, t, weight: score * weight, chance: score * chance, told, refused })
    })
}

/// Which statements stand in which claims.
struct Standing {
    /// The statements that the versions of each claim are made of.
    inside: Vec<Vec<usize>>,
    /// The claims of each statement, in order.
    claims: Vec<Vec<u32>>,
    /// From which score pairs are linked.
    bar: f64,
}

impl Standing {
    fn of(evidence: &Evidence, claims: &[Claim], bar: f64) -> Standing {
        let inside: Vec<Vec<usize>> = claims.par_iter().map(|claim| statements_of(evidence, claim)).collect();
        let claims = standing(&inside, evidence.statements.len());
        Standing { inside, claims, bar }
    }

    fn inside(&self, claim: usize) -> &[usize] {
        self.inside.get(claim).map_or(&[], Vec::as_slice)
    }

    /// The first claim in which both statements stand.
    fn of_both(&self, s: usize, t: usize) -> Option<usize> {
        let (one, other) = (self.claims.get(s)?, self.claims.get(t)?);
        one.iter().find(|c| other.binary_search(c).is_ok()).map(|&c| c as usize)
    }
}

/// The statements that a claim's versions are made of, each once.
fn statements_of(evidence: &Evidence, claim: &Claim) -> Vec<usize> {
    let mut found = Vec::new();
    for version in &claim.versions {
        found.extend(of_place(&evidence.statements, &version.place));
    }
    // Two versions may be parts of one sentence.
    found.dedup();
    found
}

/// The statement of an article that shares the greatest weight of words with the claim.
fn sharing_most(story: &Story, evidence: &Evidence, inside: &[usize], article: usize) -> Option<Near> {
    if story.articles.len() > FEW_ARTICLES {
        return None;
    }
    let profiles = &evidence.similarity.profiles;
    let mut best: Option<(f64, usize, usize)> = None;
    for t in of_article(&evidence.statements, article) {
        let Some(theirs) = profiles.of.get(t) else { continue };
        for &s in inside {
            let Some(mine) = profiles.of.get(s) else { continue };
            let shared: f64 = mine
                .elements
                .iter()
                .filter(|e| theirs.elements.binary_search_by_key(&e.stem, |x| x.stem).is_ok())
                .map(|e| e.weight)
                .sum();
            if shared > 0.0 && best.is_none_or(|(most, _, _)| shared > most) {
                best = Some((shared, s, t));
            }
        }
    }
    best.map(|(_, s, t)| Near { article, s, t, weight: 0.0, chance: 0.0, told: None, refused: false })
}

/// Why `t` is not taken for what `s` says: what they share, what is missing, what contradicts.
fn why(story: &Story, evidence: &Evidence, (s, t): (usize, usize), shared: &mut Shared) -> Vec<String> {
    let similarity = &evidence.similarity;
    let Some(mine) = similarity.profiles.of.get(s) else { return Vec::new() };
    let (Some(one), Some(other)) = (evidence.statements.get(s), evidence.statements.get(t)) else { return Vec::new() };
    let measured: Measures = measures::measure(&similarity.profiles, (s, t), (one, other), shared);
    let shared: Vec<u32> = shared.iter().map(|m| m.mine).collect();
    let name = |stem: &u32| {
        mine.elements.binary_search_by_key(stem, |e| e.stem).ok().and_then(|n| mine.elements.get(n)).is_some_and(|e| e.name)
    };
    let mut reasons = Vec::new();
    // That both say `from` tells nobody anything.
    let says = |word: &&str| {
        let word = word.to_lowercase();
        !common::is_function_word(&word) && !common::is_preposition(&word)
    };
    let named = |stems: &[u32]| -> Vec<&str> {
        similarity.words(story, &one.place, s, stems.iter().copied()).filter(says).take(NAMED).collect()
    };
    let words = named(&shared);
    if words.is_empty() {
        reasons.push("shares no word of weight".to_owned());
    } else if shared.iter().all(name) {
        reasons.push(format!("shares only names: {}", words.join(", ")));
    } else {
        reasons.push(format!("shares: {}", words.join(", ")));
    }
    let mut missing: Vec<(f64, u32)> =
        mine.elements.iter().filter(|e| !e.name && !shared.contains(&e.stem)).map(|e| (e.weight, e.stem)).collect();
    missing.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let missing: Vec<u32> = missing.into_iter().map(|m| m.1).collect();
    let words = named(&missing);
    if !words.is_empty() {
        reasons.push(format!("without: {}", words.join(", ")));
    }
    reasons.extend(apart(&measured, one.speaker.as_deref(), other.speaker.as_deref()));
    reasons
}

/// What sets two statements apart besides words.
fn apart(measured: &Measures, one: Option<&str>, other: Option<&str>) -> Vec<String> {
    let mut reasons = Vec::new();
    if let (Some(one), Some(other)) = (one, other)
        && measured.speaker < 0.0
    {
        reasons.push(format!("another speaker: {other}, not {one}"));
    }
    if measured.polarity {
        reasons.push("one denies, the other does not".to_owned());
    }
    if measured.other_values {
        reasons.push("other figures".to_owned());
    }
    reasons
}
