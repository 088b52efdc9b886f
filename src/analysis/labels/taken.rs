//! What claims are called already: two claims that tell nearly the same are easier told apart by different words.

use super::candidates::{Candidate, Said};
use super::worth;
use crate::model::{Claim, Place, Span};
use rustc_hash::{FxHashMap, FxHashSet};

/// The labels given so far, and the words of each passage that they print.
#[derive(Default)]
pub(super) struct Taken {
    labels: FxHashSet<Said>,
    /// How they begin.
    openings: FxHashSet<Said>,
    /// By article and passage.
    spans: FxHashMap<(usize, usize), Vec<Span>>,
    /// The keys of the words by which claims are called that have a version in a passage, by article and passage.
    words: FxHashMap<(usize, usize), Vec<u64>>,
}

impl Taken {
    /// What it costs that a label prints words by which another claim is called: nothing up to half of them.
    pub(super) fn cost(&self, place: &Place, candidate: &Candidate) -> f64 {
        if self.labels.contains(&candidate.said) {
            return worth::TAKEN;
        }
        let alike = if self.openings.contains(&candidate.opening) { worth::OPENING } else { 0.0 };
        let Some(spans) = self.spans.get(&(place.article, place.passage)) else { return alike };
        let length: usize = candidate.parts.iter().map(Span::len).sum();
        let shared = |part: &Span| {
            let part = own(place, *part);
            spans.iter().map(|s| part.end.min(s.end).saturating_sub(part.start.max(s.start))).max()
        };
        let taken: usize = candidate.parts.iter().filter_map(shared).sum();
        let share = taken as f64 / length.max(1) as f64;
        if share > 0.5 { alike.max(worth::SHARED * share) } else { alike }
    }

    /// The keys of the words by which the claims are called that this one shares passages with.
    pub(super) fn beside(&self, claim: &Claim) -> FxHashSet<u64> {
        let passages = claim.versions.iter().map(|v| (v.place.article, v.place.passage));
        passages.filter_map(|passage| self.words.get(&passage)).flatten().copied().collect()
    }

    /// Notes that a claim is called so, by words that have these keys.
    pub(super) fn take(&mut self, claim: &Claim, place: &Place, candidate: &Candidate, keys: &[u64]) {
        for passage in claim.versions.iter().map(|v| (v.place.article, v.place.passage)) {
            self.words.entry(passage).or_default().extend(keys);
        }
        self.labels.insert(candidate.said);
        self.openings.insert(candidate.opening);
        self.spans
            .entry((place.article, place.passage))
            .or_default()
            .extend(candidate.parts.iter().map(|part| own(place, *part)));
    }
}

/// Where in the passage a part of the version at a place stands.
fn own(place: &Place, part: Span) -> Span {
    Span::new(part.start + place.span.start, part.end + place.span.start)
}
