//! What two statements share, element by element.

use crate::analysis::similarity::profile::{Element, Profile, Profiles};
use std::ops::Deref;

/// A shared element.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The stem in the first statement.
    pub mine: u32,
    /// The stem in the second: the same, or one akin.
    pub theirs: u32,
    /// What sharing it counts, in nats.
    pub weight: f64,
    /// What it adds to the shared mass: less than its weight beside a word that it always comes with.
    pub own: f64,
    /// Part of a name in either.
    pub name: bool,
    /// The clauses of the first statement that it stands in, a bit for each, and of the second.
    pub clauses: (u64, u64),
}

/// The elements that two statements share, heaviest first once they are [discounted](Shared::discount). The lists are kept
/// from one pair to the next: a story has hundreds of thousands.
#[derive(Debug, Default)]
pub struct Shared {
    found: Vec<Match>,
    akin: Vec<(f64, Match)>,
    before: Vec<u32>,
}

impl Deref for Shared {
    type Target = [Match];

    fn deref(&self) -> &[Match] {
        &self.found
    }
}

impl Shared {
    /// The elements that two statements share, heaviest first.
    pub fn of(profiles: &Profiles, a: &Profile, b: &Profile) -> Self {
        let mut shared = Shared::default();
        shared.find(profiles, a, b);
        shared.discount(profiles);
        shared
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.found.clear();
    }

    /// What all weigh together, in nats.
    pub fn weight(&self) -> f64 {
        self.found.iter().map(|m| m.weight).sum()
    }

    /// Finds the elements that both have, kin included; each element is used once.
    pub fn find(&mut self, profiles: &Profiles, a: &Profile, b: &Profile) {
        self.found.clear();
        self.akin.clear();
        let mut theirs = b.elements.iter().peekable();
        for x in &a.elements {
            while theirs.next_if(|y| y.stem < x.stem).is_some() {}
            match theirs.next_if(|y| y.stem == x.stem) {
                // That both hold a phrase is seen from its words.
                Some(y) if !x.phrase => self.found.push(matched(x, y, x.weight.min(y.weight))),
                Some(_) => {}
                None => self.look_for_kin(profiles, a, b, x),
            }
        }
        self.akin.sort_unstable_by(|(v, x), (w, y)| w.total_cmp(v).then(x.mine.cmp(&y.mine)).then(x.theirs.cmp(&y.theirs)));
        let same = self.found.len();
        for &(_, candidate) in &self.akin {
            let used = |m: &Match| m.mine == candidate.mine || m.theirs == candidate.theirs;
            if !self.found.get(same..).is_some_and(|kin| kin.iter().any(used)) {
                self.found.push(candidate);
            }
        }
    }

    /// Adds the kin that the other statement has of an element that it has not, and that are no element of this one.
    fn look_for_kin(&mut self, profiles: &Profiles, a: &Profile, b: &Profile, x: &Element) {
        for &(kin, strength) in profiles.kin.get(x.stem as usize).map_or(&[][..], Vec::as_slice) {
            if b.stems.may_hold(kin)
                && let Some(y) = element(b, kin)
                && element(a, kin).is_none_or(|own| own.phrase)
            {
                let weight = f64::from(strength) * x.weight.min(y.weight);
                self.akin.push((weight, matched(x, y, weight)));
            }
        }
    }

    /// Sorts by weight, and lets words that always come together count as one piece of evidence: the lighter of them
    /// count for less.
    pub fn discount(&mut self, profiles: &Profiles) {
        let Shared { found, before, .. } = self;
        found.sort_unstable_by(|x, y| y.weight.total_cmp(&x.weight).then(x.mine.cmp(&y.mine)));
        before.clear();
        for m in found {
            m.own = m.weight * profiles.collocations.left(m.mine, before);
            before.push(m.mine);
        }
    }
}

fn matched(x: &Element, y: &Element, weight: f64) -> Match {
    Match { mine: x.stem, theirs: y.stem, weight, own: weight, name: x.name || y.name, clauses: (x.clauses, y.clauses) }
}

fn element(profile: &Profile, stem: u32) -> Option<&Element> {
    profile.elements.binary_search_by_key(&stem, |e| e.stem).ok().and_then(|n| profile.elements.get(n))
}

/// Some of the stems that a statement holds, told quickly from those that it does not: a bit for many stems.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stems([u64; 4]);

impl Stems {
    /// These stems.
    pub fn of(all: impl Iterator<Item = u32>) -> Self {
        let mut stems = Stems::default();
        for stem in all {
            let (word, bit) = place(stem);
            if let Some(bits) = stems.0.get_mut(word) {
                *bits |= 1 << bit;
            }
        }
        stems
    }

    /// Whether a stem may be among them; if not, it is not.
    pub fn may_hold(&self, stem: u32) -> bool {
        let (word, bit) = place(stem);
        self.0.get(word).is_some_and(|bits| bits >> bit & 1 == 1)
    }
}

/// Where the bit of a stem stands.
fn place(stem: u32) -> (usize, u32) {
    ((stem >> 6 & 3) as usize, stem & 63)
}
