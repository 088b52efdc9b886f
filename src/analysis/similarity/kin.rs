//! Words that are akin without having one stem: `finance` and `financing`, `represent` and `representative`.
//!
//! Two stems of five letters and more that begin with the same letter are kin when their letter trigrams (with a mark at
//! the front) overlap enough (Dice's coefficient): English derives by suffix, and `nation` is no kin of `ration`. A shared
//! kin word counts for less than a shared word.

use crate::analysis::similarity::weights::KIN;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Dice's coefficient from which two stems are kin.
pub const LEAST_DICE: f64 = 0.55;
/// Shorter stems have too few trigrams to tell kin from chance.
const SHORTEST: usize = 5;
/// A trigram in more stems than this share of the vocabulary (and at least [`FEW`]) tells nothing apart and is not looked up.
const COMMON: f64 = 0.02;
const FEW: usize = 60;

/// For each stem of the vocabulary, its kin: `(stem, what sharing it counts against a shared word)`, by stem. Sparse, deterministic.
pub fn of(vocabulary: &[String]) -> Vec<Vec<(u32, f32)>> {
    let grams = Grams::of(vocabulary);
    let cap = FEW.max((vocabulary.len() as f64 * COMMON) as usize);
    let found: Vec<Vec<(u32, f32)>> = (0..grams.of_stem.len())
        .into_par_iter()
        .with_min_len(SEARCHED_AT_ONCE)
        .map_init(|| vec![u32::MAX; vocabulary.len()], |seen, id| grams.later_kin(id, cap, seen))
        .collect();
    let mut kin: Vec<Vec<(u32, f32)>> = vec![Vec::new(); vocabulary.len()];
    for (id, found) in found.iter().enumerate() {
        // Kin of lower numbers are there already.
        for &(other, strength) in found {
            for (one, other) in [(id as u32, other), (other, id as u32)] {
                if let Some(list) = kin.get_mut(one as usize) {
                    list.push((other, strength));
                }
            }
        }
    }
    kin
}

/// Stems that one thread looks at, at the least.
const SEARCHED_AT_ONCE: usize = 512;

/// The trigrams of all stems, those of stems with different initials apart.
struct Grams {
    /// For each stem the numbers of its trigrams, ascending.
    of_stem: Vec<Vec<u32>>,
    /// For each stem the same in short.
    signs: Vec<Sign>,
    all: Vec<Gram>,
}

/// The trigrams of a stem in short: a bit for many of them, and how many have a bit that another has too.
#[derive(Clone, Copy, Default)]
struct Sign {
    bits: u64,
    doubled: u32,
}

impl Sign {
    fn of(grams: &[u32]) -> Self {
        let bits = grams.iter().fold(0, |bits: u64, gram| bits | 1 << (gram % u64::BITS));
        Sign { bits, doubled: grams.len() as u32 - bits.count_ones() }
    }

    /// No more trigrams than these are shared.
    fn most_shared(self, other: Sign) -> usize {
        ((self.bits & other.bits).count_ones() + self.doubled.min(other.doubled)) as usize
    }
}

/// A trigram of the stems with one initial.
struct Gram {
    /// Those stems, ascending.
    holders: Vec<u32>,
    /// How many stems of any initial hold it.
    stems: usize,
}

impl Grams {
    /// The kin of a stem that have higher numbers, ascending. `seen` tells of each stem for which one it was last looked at.
    fn later_kin(&self, id: usize, cap: usize, seen: &mut [u32]) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, f32)> = Vec::new();
        let (Some(mine), Some(own)) = (self.of_stem.get(id), self.signs.get(id)) else { return found };
        for gram in mine.iter().filter_map(|&g| self.all.get(g as usize)).filter(|gram| gram.stems <= cap) {
            let later = gram.holders.partition_point(|&other| other as usize <= id);
            for &other in gram.holders.iter().skip(later) {
                let (Some(seen), Some(theirs)) = (seen.get_mut(other as usize), self.of_stem.get(other as usize)) else {
                    continue;
                };
                if *seen == id as u32 {
                    continue;
                }
                *seen = id as u32;
                let all = (mine.len() + theirs.len()) as f64;
                let dice = |shared: usize| 2.0 * shared as f64 / all;
                let sign = self.signs.get(other as usize).copied().unwrap_or_default();
                if dice(mine.len().min(theirs.len()).min(own.most_shared(sign))) >= LEAST_DICE {
                    let dice = dice(overlap(mine, theirs));
                    if dice >= LEAST_DICE {
                        found.push((other, KIN * dice as f32));
                    }
                }
            }
        }
        found.sort_unstable_by_key(|(other, _)| *other);
        found
    }

    fn of(vocabulary: &[String]) -> Self {
        let mut numbers: FxHashMap<(char, [char; 3]), u32> = FxHashMap::default();
        let mut stems: FxHashMap<[char; 3], usize> = FxHashMap::default();
        let mut grams = Grams { of_stem: Vec::with_capacity(vocabulary.len()), signs: Vec::new(), all: Vec::new() };
        let mut letters: Vec<char> = Vec::new();
        for (id, stem) in vocabulary.iter().enumerate() {
            letters.clear();
            letters.push('^');
            letters.extend(stem.chars());
            let mut of_stem: Vec<u32> = Vec::new();
            if letters.len() > SHORTEST && stem.chars().all(char::is_alphabetic) {
                for gram in letters.windows(3) {
                    let (&[a, b, c], Some(&initial)) = (gram, letters.get(1)) else { continue };
                    let next = numbers.len() as u32;
                    let number = *numbers.entry((initial, [a, b, c])).or_insert(next);
                    if number == next {
                        grams.all.push(Gram { holders: Vec::new(), stems: 0 });
                    }
                    if let Some(gram) = grams.all.get_mut(number as usize).filter(|g| g.holders.last() != Some(&(id as u32))) {
                        gram.holders.push(id as u32);
                        of_stem.push(number);
                        *stems.entry([a, b, c]).or_default() += 1;
                    }
                }
                of_stem.sort_unstable();
            }
            grams.signs.push(Sign::of(&of_stem));
            grams.of_stem.push(of_stem);
        }
        for ((_, gram), number) in numbers {
            if let (Some(all), Some(own)) = (stems.get(&gram), grams.all.get_mut(number as usize)) {
                own.stems = *all;
            }
        }
        grams
    }
}

/// How many members two sorted lists share.
fn overlap(a: &[u32], b: &[u32]) -> usize {
    let mut theirs = b.iter().peekable();
    a.iter()
        .filter(|x| {
            while theirs.next_if(|y| y < x).is_some() {}
            theirs.next_if(|y| y == x).is_some()
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kin(a: &str, b: &str) -> bool {
        of(&[a.to_owned(), b.to_owned()]).first().is_some_and(|k| !k.is_empty())
    }

    #[test]
    fn kin_are_found_and_strangers_are_not() {
        assert!(kin("financ", "financi") && kin("represent", "representat") && kin("cooper", "cooperat"));
        assert!(!kin("interfer", "influenc") && !kin("nation", "ration") && !kin("elect", "select"));
    }
}
