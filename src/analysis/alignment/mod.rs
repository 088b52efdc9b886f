//! Which statements of different articles are versions of one claim.
//!
//! In: scored pairs. Out: claims: groups in which every two statements of different articles are linked, or nearly, the
//! strongest first; they may overlap, for one sentence can carry several claims. Chains (A like B, B like C, A unlike C)
//! make no claim, and a group that repeats another makes none either. A link that several could have belongs to one of them.
//! Claims get their labels here: those that would be called the same are one.

mod again;
mod belonging;
mod edges;
mod groups;
mod parting;
pub(super) mod within;

use crate::analysis::focus::{self, Parts, Told};
use crate::analysis::similarity::calibration::{of_pairs, shown};
use crate::analysis::similarity::matches::Known;
use crate::analysis::similarity::{Pair, Similarity, reasons};
use crate::analysis::statements::telling as telling_of;
use crate::analysis::{Evidence, Extent, labels};
use crate::model::places::{of_place, overlapping, overlapping_mut};
use crate::model::{Claim, ClaimKind, Comparison, Form, Link, Place, Story, Version};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Groups the pairs that reach `bar` into claims, and gives them their labels. Statements, quotations and facts are not yet
/// part of the comparison.
pub fn claims(story: &Story, evidence: &Evidence, bar: f64, extent: Extent) -> Comparison {
    let bar_of_pairs = of_pairs(bar);
    let groups = belonging::settle(evidence, groups::groups(evidence, bar_of_pairs), bar_of_pairs);
    let groups = parting::part(evidence, groups, bar_of_pairs);
    let parts = Parts::new(evidence.statements.len());
    let drafts: Vec<Draft> = groups
        .par_iter()
        .map_init(
            || Known::new(&evidence.similarity.profiles),
            |known, group| {
                known.forget();
                let told = focus::of(story, evidence, (&group.statements, &group.theme), &parts, known);
                claim(story, evidence, tellings(story, evidence, &told), known, extent)
            },
        )
        .flatten()
        .collect();
    let mut comparison = sorted(drafts, bar);
    let labels = labels::of(story, evidence, &comparison);
    let again = again::told_again(&comparison, &labels);
    for (claim, label) in comparison.claims.iter_mut().zip(labels) {
        claim.label = label.text;
    }
    join(story, evidence, &mut comparison, &again, extent);
    comparison
}

/// A claim and its links.
type Draft = (Claim, Vec<Link>);

/// Those first that most articles tell.
fn by_rank(one: &Claim, other: &Claim) -> Ordering {
    let articles = other.articles().len().cmp(&one.articles().len());
    articles.then(other.confidence.total_cmp(&one.confidence)).then_with(|| {
        let places = |c: &Claim| c.versions.iter().map(|v| v.place).collect::<Vec<_>>();
        places(one).cmp(&places(other))
    })
}

fn sorted(mut drafts: Vec<Draft>, bar: f64) -> Comparison {
    drafts.sort_by(|(one, _), (other, _)| by_rank(one, other));
    let mut comparison = Comparison { bar, ..Comparison::default() };
    comparison.links.reserve_exact(drafts.iter().map(|(_, links)| links.len()).sum());
    for (c, (claim, links)) in drafts.into_iter().enumerate() {
        comparison.links.extend(links.into_iter().map(|link| Link { claim: c, ..link }));
        comparison.claims.push(claim);
    }
    comparison
}

/// Joins to each claim those that tell it again. All is done in place: a large story has hundreds of thousands of links.
fn join(story: &Story, evidence: &Evidence, comparison: &mut Comparison, again: &[Option<usize>], extent: Extent) {
    let mut tellers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (c, first) in again.iter().enumerate() {
        if let Some(first) = first {
            tellers.entry(*first).or_default().push(c);
        }
    }
    if tellers.is_empty() {
        return;
    }
    let alone = |c: usize| again.get(c).is_none_or(Option::is_none) && !tellers.contains_key(&c);
    comparison.links.retain(|link| alone(link.claim));
    let mut known = Known::new(&evidence.similarity.profiles);
    for (c, more) in &tellers {
        let versions = |c: &usize| comparison.claims.get(*c).map_or(&[][..], |claim| &claim.versions);
        let tellings = |versions: &[Version]| versions.iter().map(|v| telling(evidence, v)).collect::<Vec<_>>();
        let tellings = again::united(evidence, tellings(versions(c)), more.iter().flat_map(|m| tellings(versions(m))).collect());
        known.forget();
        let joined = claim(story, evidence, tellings, &mut known, extent);
        if let Some((claim, (joined, links))) = comparison.claims.get_mut(*c).zip(joined) {
            *claim = Claim { label: std::mem::take(&mut claim.label), ..joined };
            comparison.links.extend(links.into_iter().map(|link| Link { claim: *c, ..link }));
        }
    }
    rank_anew(comparison, |c| again.get(c).is_none_or(Option::is_none));
}

/// Puts the claims that stay into their order, and the links behind them.
fn rank_anew(comparison: &mut Comparison, stays: impl Fn(usize) -> bool) {
    let claims = std::mem::take(&mut comparison.claims);
    let mut numbers = vec![0; claims.len()];
    let mut kept: Vec<(usize, Claim)> = claims.into_iter().enumerate().filter(|(c, _)| stays(*c)).collect();
    kept.sort_by(|(_, one), (_, other)| by_rank(one, other));
    for (n, (c, _)) in kept.iter().enumerate() {
        if let Some(number) = numbers.get_mut(*c) {
            *number = n;
        }
    }
    comparison.claims = kept.into_iter().map(|(_, claim)| claim).collect();
    for link in &mut comparison.links {
        link.claim = numbers.get(link.claim).copied().unwrap_or_default();
    }
    comparison.links.sort_unstable_by_key(|link| (link.claim, link.versions));
}

/// Notes on the statements and quotations of a comparison which claims have a version in them.
pub fn mark(comparison: &mut Comparison) {
    for (c, claim) in comparison.claims.iter().enumerate() {
        for version in &claim.versions {
            mark_version(&mut comparison.statements, &mut comparison.quotations, c, version);
        }
    }
}

fn mark_version(
    statements: &mut [crate::model::Statement],
    quotations: &mut [crate::model::Quotation],
    claim: usize,
    version: &Version,
) {
    for statement in overlapping_mut(statements, &version.place) {
        statement.claims.push(claim);
    }
    for quotation in overlapping_mut(quotations, &version.place) {
        quotation.claim.get_or_insert(claim);
    }
}

/// Neighbouring statements of one group stand as one version up to this many words: a sense unit, not a page.
const LONGEST_VERSION: usize = 60;

/// A version and the statements that it is made of.
struct Telling {
    version: Version,
    statements: Vec<usize>,
}

/// The versions of a group: the parts of its statements that tell the claim, neighbours of one passage joined.
fn tellings(story: &Story, evidence: &Evidence, group: &[Told]) -> Vec<Telling> {
    let mut tellings: Vec<Telling> = Vec::new();
    let mut length = 0; // of the last, in words
    for &Told { statement: s, span } in group {
        let Some(statement) = evidence.statements.get(s) else { continue };
        let place = Place { span, ..statement.place };
        let words = story.text(&place).split_whitespace().count();
        if let Some(last) = tellings.last_mut()
            && last.version.place.same_passage(&place)
            && last.statements.last().is_some_and(|&t| t + 1 == s)
            && length + words <= LONGEST_VERSION
        {
            last.version.place.span = last.version.place.span.join(place.span);
            last.statements.push(s);
            length += words;
            continue;
        }
        // Of a sentence in which two speak the part that tells the claim is its own speaker's.
        let report = overlapping(&evidence.reports, &place).next();
        let other = report.and_then(|r| r.other_voice(span)).filter(|_| statement.form == Form::Indirect);
        let speaker = other.map(str::to_owned).or_else(|| statement.speaker.clone());
        let version = Version { place, form: statement.form, speaker };
        tellings.push(Telling { version, statements: vec![s] });
        length = words;
    }
    for telling in tellings.iter_mut().filter(|t| t.statements.len() > 1) {
        let (form, speaker) = telling_of(story, &telling.version.place, &evidence.quotations, &evidence.reports);
        telling.version.form = form;
        telling.version.speaker = speaker;
    }
    tellings
}

/// A version as it stands, with the statements that it is made of.
fn telling(evidence: &Evidence, version: &Version) -> Telling {
    Telling { version: version.clone(), statements: of_place(&evidence.statements, &version.place).collect() }
}

/// A claim and its links out of its versions.
fn claim(story: &Story, evidence: &Evidence, tellings: Vec<Telling>, known: &mut Known, extent: Extent) -> Option<Draft> {
    let links = links(story, evidence, &tellings, known, extent);
    if links.is_empty() {
        return None;
    }
    // No larger than they are: what is collected in place would keep the room of the tellings.
    let mut versions: Vec<Version> = Vec::with_capacity(tellings.len());
    versions.extend(tellings.into_iter().map(|t| t.version));
    let confidence = confidence(&versions, &links);
    let direct = versions.iter().find(|v| v.form == Form::Direct);
    let claim = Claim {
        label: String::new(),
        kind: if direct.is_some() { ClaimKind::Quotation } else { ClaimKind::Statement },
        speaker: direct.and_then(|v| v.speaker.clone()),
        confidence,
        versions,
        absent: Vec::new(),
        differences: Vec::new(),
    };
    Some((claim, links))
}

/// How sure it is that the articles tell one claim: the mean of the links between their clearest versions, the ones that are
/// linked best. A caption that only hints at it makes what the others say no less sure.
fn confidence(versions: &[Version], links: &[Link]) -> f64 {
    let mut sums = vec![0.0; versions.len()];
    for link in links {
        for v in [link.versions.0, link.versions.1] {
            if let Some(sum) = sums.get_mut(v) {
                *sum += link.score;
            }
        }
    }
    let mut clearest: FxHashMap<usize, (f64, usize)> = FxHashMap::default();
    for (v, (version, sum)) in versions.iter().zip(&sums).enumerate() {
        let best = clearest.entry(version.place.article).or_insert((*sum, v));
        if *sum > best.0 {
            *best = (*sum, v);
        }
    }
    let clear = |v: usize| versions.get(v).and_then(|w| clearest.get(&w.place.article)).is_some_and(|(_, best)| *best == v);
    let between = links.iter().filter(|l| clear(l.versions.0) && clear(l.versions.1)).map(|l| l.score);
    let (sum, count) = between.fold((0.0, 0_usize), |(sum, count), score| (sum + score, count + 1));
    sum / count.max(1) as f64
}

/// The surest pair of statements of two versions.
fn best<'e>(similarity: &'e Similarity, one: &Telling, other: &Telling) -> Option<&'e Pair> {
    let pairs = one.statements.iter().flat_map(|&i| other.statements.iter().map(move |&j| (i, j)));
    pairs.filter_map(|(i, j)| similarity.pair(i, j)).max_by(|a, b| a.score.total_cmp(&b.score).then(b.of.cmp(&a.of)))
}

/// The links between the versions of a claim, each as sure as its best pair of statements.
fn links(story: &Story, evidence: &Evidence, tellings: &[Telling], known: &mut Known, extent: Extent) -> Vec<Link> {
    let similarity = &evidence.similarity;
    let (mut links, mut reasons) = (Vec::new(), Vec::new());
    for (x, one) in tellings.iter().enumerate() {
        for (y, other) in tellings.iter().enumerate().skip(x + 1) {
            if one.version.place.article == other.version.place.article {
                continue;
            }
            let best = best(similarity, one, other);
            reasons.clear();
            if let Some(pair) = best.filter(|_| extent == Extent::Whole) {
                let shared = known.once(pair.statements());
                reasons::reasons(similarity, story, &evidence.statements, pair, shared, &mut reasons);
            }
            links.push(Link {
                claim: 0,
                versions: (x, y),
                score: shown(best.map_or(0.0, |pair| pair.score)),
                reasons: reasons.as_slice().into(),
            });
        }
    }
    links.shrink_to_fit();
    links
}
