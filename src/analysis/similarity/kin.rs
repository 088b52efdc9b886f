//! Words that are akin without having one stem: `finance` and `financing`, `represent` and `representative`.
//!
//! Two stems of five letters and more that begin with the same letter are kin when their letter trigrams (with a mark at
//! the front) overlap enough (Dice's coefficient): English derives by suffix, and `nation` is no kin of `ration`. A shared
//! kin word counts for less than a shared word.

use crate::analysis::similarity::laid_out::LaidOut;
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

/// For each stem of the vocabulary, its kin: `(stem, what sharing it counts against a shared word)`, by stem. Sparse,
/// deterministic.
pub fn of(vocabulary: &[String]) -> Vec<Vec<(u32, f32)>> {
    let grams = Grams::of(vocabulary);
    let cap = FEW.max((vocabulary.len() as f64 * COMMON) as usize);
    let found: Vec<Vec<(u32, f32)>> = (0..vocabulary.len())
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
    of_stem: LaidOut<u32>,
    /// For each stem the same in short.
    signs: Vec<Sign>,
    /// For each trigram the stems with one initial that hold it, ascending.
    holders: LaidOut<u32>,
    /// For each trigram how many stems of any initial hold it.
    stems: Vec<usize>,
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

impl Grams {
    /// The kin of a stem that have higher numbers, ascending. `seen` tells of each stem for which one it was last looked at.
    fn later_kin(&self, id: usize, cap: usize, seen: &mut [u32]) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, f32)> = Vec::new();
        let (mine, Some(own)) = (self.of_stem.with(id), self.signs.get(id)) else { return found };
        let rare = |gram: &u32| self.stems.get(*gram as usize).is_some_and(|stems| *stems <= cap);
        for holders in mine.iter().filter(|gram| rare(gram)).map(|gram| self.holders.with(*gram as usize)) {
            let later = holders.partition_point(|&other| other as usize <= id);
            for &other in holders.iter().skip(later) {
                let Some(seen) = seen.get_mut(other as usize) else { continue };
                if *seen == id as u32 {
                    continue;
                }
                *seen = id as u32;
                let theirs = self.of_stem.with(other as usize);
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
        let (mut of_stem, mut signs) = (LaidOut::default(), Vec::with_capacity(vocabulary.len()));
        let (mut letters, mut own): (Vec<char>, Vec<u32>) = (Vec::new(), Vec::new());
        for stem in vocabulary {
            letters.clear();
            letters.push('^');
            letters.extend(stem.chars());
            own.clear();
            if letters.len() > SHORTEST && stem.chars().all(char::is_alphabetic) {
                for gram in letters.windows(3) {
                    let (&[a, b, c], Some(&initial)) = (gram, letters.get(1)) else { continue };
                    let next = numbers.len() as u32;
                    own.push(*numbers.entry((initial, [a, b, c])).or_insert(next));
                }
                own.sort_unstable();
                own.dedup();
            }
            signs.push(Sign::of(&own));
            of_stem.push(&own);
        }
        let held = (0..).zip(of_stem.iter()).flat_map(|(stem, grams)| grams.iter().map(move |gram| (*gram, stem)));
        let holders = LaidOut::of(numbers.len(), held);
        let mut held: FxHashMap<[char; 3], usize> = FxHashMap::default();
        for ((_, gram), number) in &numbers {
            *held.entry(*gram).or_default() += holders.with(*number as usize).len();
        }
        let mut stems = vec![0; numbers.len()];
        for ((_, gram), number) in &numbers {
            if let (Some(all), Some(own)) = (held.get(gram), stems.get_mut(*number as usize)) {
                *own = *all;
            }
        }
        Grams { of_stem, signs, holders, stems }
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
