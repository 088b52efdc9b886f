//! Versions that are read alike, as an agency's text is in forty papers: they are read once for all.

use super::sources::{Source, source};
use crate::analysis::Evidence;
use crate::analysis::facts::Value;
use crate::model::places::overlapping;
use crate::model::{PassageKind, Place, Span, Story, Version};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// No rule looks further than so many bytes around a version for what its words and numbers hang on, and who says it.
const AROUND: usize = 160;
/// Of versions with the same words no more readings than this are told apart; further ones are each read by themselves.
const READINGS: usize = 16;

/// Which versions are read alike.
pub(super) struct Alike {
    /// The versions that are read, as indices, ascending.
    pub firsts: Vec<usize>,
    /// For each version the one of them that is read like it.
    pub of: Vec<usize>,
}

impl Alike {
    /// Those of `versions`, which are read from `places`.
    pub(super) fn of(story: &Story, evidence: &Evidence, versions: &[&Version], places: &[Place]) -> Self {
        let seen: Vec<Seen> = versions.iter().zip(places).map(|(version, place)| Seen::of(story, version, *place)).collect();
        let sources: Vec<OnceCell<_>> = vec![OnceCell::new(); versions.len()];
        let source = |n: usize| {
            let (cell, version, place) = (sources.get(n)?, versions.get(n)?, places.get(n)?);
            *cell.get_or_init(|| {
                source(story, evidence, version).map(|s| {
                    let from = s.content.start.wrapping_sub(place.span.start);
                    (Source { content: Span::new(0, s.content.len()), ..s }, from)
                })
            })
        };
        let mut alike = Alike { firsts: Vec::new(), of: Vec::with_capacity(versions.len()) };
        let mut known: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (n, one) in seen.iter().enumerate() {
            let readings = known.entry(one.text).or_default();
            let same = |k: &&usize| {
                let first = alike.firsts.get(**k).copied().unwrap_or(n);
                let held = || places.get(first).zip(places.get(n)).is_some_and(|(a, b)| hold_the_same(evidence, a, b));
                seen.get(first) == Some(one) && held() && source(first) == source(n)
            };
            let first = readings.iter().find(same).copied().unwrap_or_else(|| {
                if readings.len() < READINGS {
                    readings.push(alike.firsts.len());
                }
                alike.firsts.push(n);
                alike.firsts.len() - 1
            });
            alike.of.push(first);
        }
        alike
    }
}

/// What a version is read by of its text and of what stands around it; where it stands is told from where its reading begins.
#[derive(PartialEq)]
struct Seen<'s> {
    text: &'s str,
    around: [&'s [u8]; 2],
    own: (usize, usize),
    headline: bool,
}

impl<'s> Seen<'s> {
    fn of(story: &'s Story, version: &'s Version, place: Place) -> Self {
        let Span { start, end } = place.span;
        let passage = story.passage(&place);
        let bytes = passage.map_or(&[][..], |p| p.text.as_bytes());
        let before = bytes.get(start.saturating_sub(AROUND)..start).unwrap_or(&[]);
        let after = bytes.get(end..end.saturating_add(AROUND).min(bytes.len())).unwrap_or(&[]);
        Seen {
            text: story.text(&place),
            around: [before, after],
            own: from(place, version.place.span),
            headline: passage.is_some_and(|p| matches!(p.kind, PassageKind::Headline | PassageKind::Heading)),
        }
    }
}

/// Where a span begins and ends, told from where a place begins.
fn from(place: Place, span: Span) -> (usize, usize) {
    (span.start.wrapping_sub(place.span.start), span.end.wrapping_sub(place.span.start))
}

/// Whether the same names and the same measures stand in two places.
fn hold_the_same(evidence: &Evidence, one: &Place, other: &Place) -> bool {
    names(evidence, one).eq(names(evidence, other)) && measures(evidence, one).eq(measures(evidence, other))
}

fn names<'e>(evidence: &'e Evidence, place: &'e Place) -> impl Iterator<Item = ((usize, usize), usize)> {
    let mentions = overlapping(&evidence.names.mentions, place);
    mentions.map(|m| (from(*place, m.place.span), m.entity))
}

fn measures<'e>(evidence: &'e Evidence, place: &'e Place) -> impl Iterator<Item = ((usize, usize), &'e Value)> {
    let measures = overlapping(&evidence.measures, place);
    measures.filter(|m| place.contains(&m.place)).map(|m| (from(*place, m.place.span), &m.value))
}
