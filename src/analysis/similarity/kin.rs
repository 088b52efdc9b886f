//! Words that are akin without having one stem: `finance` and `financing`, `represent` and `representative`.
//!
//! Two stems of five letters and more that begin with the same letter are kin when their letter trigrams (with a mark at
//! the front) overlap enough (Dice's coefficient): English derives by suffix, and `nation` is no kin of `ration`. A shared
//! kin word counts for less than a shared word.

use crate::analysis::similarity::weights::KIN;
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
    let mut grams: Vec<Vec<u32>> = Vec::with_capacity(vocabulary.len());
    let mut numbers: FxHashMap<[char; 3], u32> = FxHashMap::default();
    let mut holders: Vec<Vec<u32>> = Vec::new();
    for (id, stem) in vocabulary.iter().enumerate() {
        let mut letters: Vec<char> = vec!['^'];
        letters.extend(stem.chars());
        let mut of_stem: Vec<u32> = Vec::new();
        if letters.len() > SHORTEST && stem.chars().all(char::is_alphabetic) {
            for gram in letters.windows(3) {
                let &[a, b, c] = gram else { continue };
                let next = numbers.len() as u32;
                let number = *numbers.entry([a, b, c]).or_insert(next);
                if number as usize == holders.len() {
                    holders.push(Vec::new());
                }
                of_stem.push(number);
            }
            of_stem.sort_unstable();
            of_stem.dedup();
            for &gram in &of_stem {
                if let Some(list) = holders.get_mut(gram as usize) {
                    list.push(id as u32);
                }
            }
        }
        grams.push(of_stem);
    }
    let initial = |id: usize| vocabulary.get(id).and_then(|stem| stem.chars().next());
    let cap = FEW.max((vocabulary.len() as f64 * COMMON) as usize);
    let mut shared: Vec<u32> = vec![0; vocabulary.len()];
    let mut touched: Vec<u32> = Vec::new();
    grams
        .iter()
        .enumerate()
        .map(|(id, mine)| {
            for list in mine.iter().filter_map(|&g| holders.get(g as usize)).filter(|l| l.len() <= cap) {
                for &other in list {
                    if let Some(n) = shared.get_mut(other as usize) {
                        if *n == 0 {
                            touched.push(other);
                        }
                        *n += 1;
                    }
                }
            }
            touched.sort_unstable();
            let mut kin = Vec::new();
            for &other in &touched {
                let Some(n) = shared.get_mut(other as usize) else { continue };
                let near = *n > 0 && other as usize != id && initial(id) == initial(other as usize);
                *n = 0;
                if let (true, Some(theirs)) = (near, grams.get(other as usize)) {
                    let dice = 2.0 * overlap(mine, theirs) as f64 / (mine.len() + theirs.len()) as f64;
                    if dice >= LEAST_DICE {
                        kin.push((other, KIN * dice as f32));
                    }
                }
            }
            touched.clear();
            kin
        })
        .collect()
}

/// How many members two sorted lists share.
fn overlap(a: &[u32], b: &[u32]) -> usize {
    a.iter().filter(|x| b.binary_search(x).is_ok()).count()
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
