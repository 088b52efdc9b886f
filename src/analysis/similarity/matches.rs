//! What two statements share, element by element.

use crate::analysis::similarity::profile::{At, Element, Profiles};
use crate::analysis::similarity::runs::Scratch;
use rustc_hash::FxHashMap;
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
    /// Which word it is of the first statement, and of the second.
    pub at: (At, At),
}

/// The elements that two statements share, heaviest first once they are [discounted](Shared::discount). The lists are kept
/// from one pair to the next: a story has hundreds of thousands.
#[derive(Debug, Default)]
pub struct Shared {
    found: Vec<Match>,
    akin: Vec<(f64, Match)>,
    before: Vec<u32>,
    places: Vec<(usize, usize)>,
    scratch: Scratch,
    first: First,
}

/// The first statement of the pair, laid out for many second ones: a story's pairs come by their first statements.
#[derive(Debug, Default)]
struct First {
    statement: Option<usize>,
    /// For each stem of the vocabulary where it leads.
    at: Vec<Slot>,
    akin: Vec<Akin>,
    /// The stems that lead somewhere.
    stems: Vec<u32>,
    /// For each element the second statement that has it too, counted up.
    met: Vec<u32>,
    seconds: u32,
    /// The elements of the second statement that are akin to some of this one.
    led: Vec<u32>,
}

/// Where a stem leads from: 0 is nowhere.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Slot {
    /// One more than the index of the element with this stem.
    own: u32,
    /// One more than the index of the first element akin to it, in [`First::akin`].
    akin: u32,
}

/// An element akin to a stem.
#[derive(Debug, Clone, Copy)]
struct Akin {
    element: u32,
    strength: f32,
    /// One more than the index of the next that is akin to the same stem.
    next: u32,
}

impl First {
    /// Lays out a statement, unless it is the last one still.
    fn lay_out(&mut self, profiles: &Profiles, statement: usize) {
        if self.statement == Some(statement) {
            return;
        }
        self.statement = Some(statement);
        for stem in self.stems.drain(..) {
            if let Some(slot) = self.at.get_mut(stem as usize) {
                *slot = Slot::default();
            }
        }
        self.akin.clear();
        self.met.clear();
        let elements = profiles.of.get(statement).map_or(&[][..], |p| p.elements.as_slice());
        self.at.resize(profiles.vocabulary.len(), Slot::default());
        self.met.resize(elements.len(), 0);
        self.seconds = 0;
        for (element, x) in (1..).zip(elements) {
            if let Some(slot) = self.at.get_mut(x.stem as usize) {
                slot.own = element;
                self.stems.push(x.stem);
            }
        }
        for (element, x) in (0..).zip(elements) {
            for &(kin, strength) in profiles.kin.get(x.stem as usize).map_or(&[][..], Vec::as_slice) {
                let Some(slot) = self.at.get_mut(kin as usize) else { continue };
                // That both hold a word is better than that one holds a word akin to it.
                let own = (slot.own as usize).checked_sub(1).and_then(|n| elements.get(n));
                if own.is_some_and(|own| !own.phrase) {
                    continue;
                }
                if *slot == Slot::default() {
                    self.stems.push(kin);
                }
                self.akin.push(Akin { element, strength, next: slot.akin });
                slot.akin = self.akin.len() as u32;
            }
        }
    }
}

impl Deref for Shared {
    type Target = [Match];

    fn deref(&self) -> &[Match] {
        &self.found
    }
}

impl Shared {
    /// The elements found, and what is measured with them.
    pub(super) fn parts(&mut self) -> (&[Match], &mut Scratch) {
        (&self.found, &mut self.scratch)
    }

    /// The elements found, and room for where they stand.
    pub(super) fn placed(&mut self) -> (&[Match], &mut Vec<(usize, usize)>) {
        (&self.found, &mut self.places)
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.found.clear();
    }

    /// What all weigh together, in nats.
    pub fn weight(&self) -> f64 {
        self.found.iter().map(|m| m.weight).sum()
    }

    /// Finds the elements that two statements both have, kin included; each element is used once.
    pub fn find(&mut self, profiles: &Profiles, (i, j): (usize, usize)) {
        let Shared { found, akin, first, .. } = self;
        found.clear();
        akin.clear();
        let (Some(a), Some(b)) = (profiles.of.get(i), profiles.of.get(j)) else { return };
        first.lay_out(profiles, i);
        first.seconds += 1;
        first.led.clear();
        for (k, y) in (0..).zip(&b.elements) {
            let Some(&Slot { own, akin }) = first.at.get(y.stem as usize) else { continue };
            if akin > 0 {
                first.led.push(k);
            }
            let Some(n) = (own as usize).checked_sub(1) else { continue };
            if let (Some(x), Some(met)) = (a.elements.get(n), first.met.get_mut(n)) {
                *met = first.seconds;
                // That both hold a phrase is seen from its words.
                if !x.phrase {
                    found.push(matched(x, y, x.weight.min(y.weight)));
                }
            }
        }
        for y in first.led.iter().filter_map(|k| b.elements.get(*k as usize)) {
            let mut next = first.at.get(y.stem as usize).map_or(0, |slot| slot.akin) as usize;
            while let Some(&Akin { element, strength, next: behind }) = next.checked_sub(1).and_then(|n| first.akin.get(n)) {
                next = behind as usize;
                let Some(x) = a.elements.get(element as usize) else { continue };
                if first.met.get(element as usize) != Some(&first.seconds) {
                    let weight = f64::from(strength) * x.weight.min(y.weight);
                    akin.push((weight, matched(x, y, weight)));
                }
            }
        }
        akin.sort_unstable_by(|(v, x), (w, y)| w.total_cmp(v).then(x.mine.cmp(&y.mine)).then(x.theirs.cmp(&y.theirs)));
        let same = found.len();
        for &(_, candidate) in akin.iter() {
            let used = |m: &Match| m.mine == candidate.mine || m.theirs == candidate.theirs;
            if !found.get(same..).is_some_and(|kin| kin.iter().any(used)) {
                found.push(candidate);
            }
        }
    }

    /// Sorts by weight, and lets words that always come together count as one piece of evidence: the lighter of them
    /// count for less.
    pub fn discount(&mut self, profiles: &Profiles) {
        let Shared { found, before, .. } = self;
        // Of what is not negative the bits are ordered as the numbers are.
        found.sort_unstable_by(|x, y| y.weight.to_bits().cmp(&x.weight.to_bits()).then(x.mine.cmp(&y.mine)));
        before.clear();
        for m in found {
            m.own = m.weight * profiles.collocations.left(m.mine, before);
            before.push(m.mine);
        }
    }
}

/// What the statements of pairs share, each pair looked at once: a claim asks for most of its pairs more than once, and for
/// many whose statements are of the same [kind](super::profile::Profile::kind).
#[derive(Debug)]
pub struct Known<'s> {
    profiles: &'s Profiles,
    of: FxHashMap<(usize, usize), Vec<Match>>,
    last: Shared,
}

impl<'s> Known<'s> {
    /// Nothing is known yet.
    pub fn new(profiles: &'s Profiles) -> Self {
        Known { profiles, of: FxHashMap::default(), last: Shared::default() }
    }

    /// Forgets what is kept.
    pub fn forget(&mut self) {
        self.of.clear();
    }

    /// What two statements share, heaviest first; it is kept.
    pub fn of(&mut self, statements: (usize, usize)) -> &[Match] {
        let statements = self.kinds(statements);
        if !self.of.contains_key(&statements) {
            self.find(statements);
            self.of.insert(statements, self.last.to_vec());
        }
        self.of.get(&statements).map_or(&[], Vec::as_slice)
    }

    /// The same; it is kept where one of the two says again what another statement says.
    pub fn again(&mut self, statements: (usize, usize)) -> &[Match] {
        if self.kinds(statements) == statements { self.once(statements) } else { self.of(statements) }
    }

    /// The same; it is not kept for another time.
    pub fn once(&mut self, statements: (usize, usize)) -> &[Match] {
        let statements = self.kinds(statements);
        if !self.of.contains_key(&statements) {
            self.find(statements);
            return &self.last;
        }
        self.of.get(&statements).map_or(&[], Vec::as_slice)
    }

    fn kinds(&self, (i, j): (usize, usize)) -> (usize, usize) {
        let kind = |n: usize| self.profiles.of.get(n).map_or(n, |p| p.kind as usize);
        (kind(i), kind(j))
    }

    fn find(&mut self, statements: (usize, usize)) {
        self.last.find(self.profiles, statements);
        self.last.discount(self.profiles);
    }
}

fn matched(x: &Element, y: &Element, weight: f64) -> Match {
    let (name, clauses, at) = (x.name || y.name, (x.clauses, y.clauses), (x.at, y.at));
    Match { mine: x.stem, theirs: y.stem, weight, own: weight, name, clauses, at }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::weigh;
    use crate::model::{Article, Passage, PassageKind, Story};

    fn profiles(texts: &[&str]) -> Profiles {
        let articles = texts.iter().map(|text| Article {
            passages: vec![Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: (*text).to_owned() }],
            ..Article::default()
        });
        weigh(&Story { articles: articles.collect(), ..Story::default() }).similarity.profiles
    }

    #[test]
    fn what_is_shared_does_not_depend_on_the_pairs_before() {
        let profiles = profiles(&[
            "The council resigned over the financing of the harbour.",
            "The financial plans for the harbour made the council step down.",
            "Rain fell on the harbour all night, and the council met.",
        ]);
        let mut kept = Shared::default();
        for pair in [(0, 1), (0, 2), (1, 2), (2, 1), (0, 1), (1, 0)] {
            kept.find(&profiles, pair);
            let mut fresh = Shared::default();
            fresh.find(&profiles, pair);
            assert_eq!(*kept, *fresh, "{pair:?}");
            assert!(!kept.is_empty());
        }
    }

    #[test]
    fn a_word_is_shared_before_one_akin_and_each_once() {
        let profiles = profiles(&["They financed the ferry and its financing.", "The financing of the ferry, financed by them."]);
        let mut shared = Shared::default();
        shared.find(&profiles, (0, 1));
        let mut mine: Vec<u32> = shared.iter().map(|m| m.mine).collect();
        let all = mine.len();
        mine.sort_unstable();
        mine.dedup();
        assert_eq!(mine.len(), all);
        assert!(shared.iter().any(|m| profiles.vocabulary.get(m.mine as usize).is_some_and(|stem| stem == "ferri")));
    }
}
