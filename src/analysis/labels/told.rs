//! What is read of the versions once: a place may be a version of several claims, and an agency's text stands in many places.

use super::candidates::{self, Candidate};
use super::{LOOKED_AT, is_quoted};
use crate::analysis::Evidence;
use crate::model::places::overlapping;
use crate::model::{Claim, Form, PassageKind, Span, Story, Version};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// What is read of the versions of all claims.
pub(super) struct Told<'c> {
    texts: Vec<Text>,
    of: Vec<Read<'c>>,
    /// For each version that is looked at, claim after claim, which of these it is.
    numbers: Vec<usize>,
}

/// A version, in a claim that is quoted somewhere or not.
struct Read<'c> {
    version: &'c Version,
    /// Which of the texts it has.
    text: usize,
}

/// The text of versions that nothing tells apart by which they could be called.
pub(super) struct Text {
    /// Its words, each with its place in the version and what it has in common with its other forms.
    pub words: Vec<(Span, u64)>,
    /// The labels that it could give.
    pub candidates: Vec<Candidate>,
}

/// All that a version could be called by; places are told from its first byte.
#[derive(PartialEq, Eq, Hash)]
struct Key<'s> {
    text: &'s str,
    kind: Option<PassageKind>,
    form: Form,
    speaker: Option<&'s str>,
    quoted: bool,
    /// Its quotations: where, and whether they are speech.
    quotations: Vec<(Span, bool)>,
    /// Its reports: whose, what was said, where the attribution stands and what it is.
    reports: Vec<(Option<&'s str>, [Span; 3], &'s str)>,
}

impl<'c> Told<'c> {
    pub(super) fn of(story: &Story, evidence: &Evidence, claims: &'c [Claim]) -> Self {
        let versions = claims.iter().flat_map(|claim| claim.versions.iter().take(LOOKED_AT).map(|v| (v, is_quoted(claim))));
        let mut sorted: Vec<(usize, (&Version, bool))> = versions.enumerate().collect();
        sorted.sort_by_key(|(_, (version, quoted))| (version.place, *quoted));
        let mut numbers = vec![0; sorted.len()];
        let mut distinct: Vec<(&Version, bool)> = Vec::new();
        for same in sorted.chunk_by(|(_, (v, q)), (_, (w, r))| (v.place, q) == (w.place, r)) {
            for (n, _) in same {
                if let Some(number) = numbers.get_mut(*n) {
                    *number = distinct.len();
                }
            }
            distinct.extend(same.first().map(|(_, version)| *version));
        }
        let mut known: FxHashMap<Key, usize> = FxHashMap::default();
        let (mut of, mut fresh) = (Vec::with_capacity(distinct.len()), Vec::new());
        for (version, quoted) in distinct {
            let next = known.len();
            let text = *known.entry(key(story, evidence, version, quoted)).or_insert(next);
            if text == next {
                fresh.push((version, quoted));
            }
            of.push(Read { version, text });
        }
        drop(known);
        let read = |(version, quoted): (&Version, bool)| Text {
            words: keys(story.text(&version.place)),
            candidates: candidates(story, evidence, version, quoted),
        };
        Told { texts: fresh.into_par_iter().map(read).collect(), of, numbers }
    }

    /// The versions that are looked at, claim after claim: each as it was read first, for it may be given to somebody else in
    /// another claim, and its text.
    pub(super) fn versions(&self) -> impl Iterator<Item = (&Version, &Text)> {
        self.numbers.iter().filter_map(|n| self.of.get(*n)).filter_map(|read| Some((read.version, self.texts.get(read.text)?)))
    }
}

/// The labels that a version could give, their parts told from its first byte.
pub(super) fn candidates(story: &Story, evidence: &Evidence, version: &Version, quoted: bool) -> Vec<Candidate> {
    let mut found = candidates::of(story, evidence, version, quoted);
    let from = version.place.span.start;
    for part in found.iter_mut().flat_map(|candidate| &mut candidate.parts) {
        *part = Span::new(part.start.saturating_sub(from), part.end.saturating_sub(from));
    }
    found
}

fn key<'s>(story: &'s Story, evidence: &'s Evidence, version: &'s Version, quoted: bool) -> Key<'s> {
    let place = &version.place;
    // What begins before the version wraps around, and is the same only where it lies the same.
    let from = place.span.start;
    let own = |span: Span| Span { start: span.start.wrapping_sub(from), end: span.end.wrapping_sub(from) };
    let quotations = overlapping(&evidence.quotations, place).map(|q| (own(q.place.span), q.scare));
    let reports = overlapping(&evidence.reports, place).map(|r| {
        let spans = [own(r.sentence.span), own(r.content.span), own(r.attribution.span)];
        (r.speaker.as_deref(), spans, story.text(&r.attribution))
    });
    Key {
        text: story.text(place),
        kind: story.passage(place).map(|p| p.kind),
        form: version.form,
        speaker: version.speaker.as_deref(),
        quoted,
        quotations: quotations.collect(),
        reports: reports.collect(),
    }
}

/// The longer words of a text, each by its first letters.
fn keys(text: &str) -> Vec<(Span, u64)> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let start = at;
        // One byte at least stands between words; the next word begins past the separator's own length.
        at = start + word.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let long = word.chars().count() > 3 || word.starts_with(|c: char| c.is_ascii_digit());
        if !long {
            continue;
        }
        let mut hasher = FxHasher::default();
        word.chars().take(5).flat_map(char::to_lowercase).for_each(|c| hasher.write_u32(u32::from(c)));
        found.push((Span::new(start, start + word.len()), hasher.finish()));
    }
    found
}
