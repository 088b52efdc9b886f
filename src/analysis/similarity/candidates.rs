//! Which pairs of statements are worth a look: an inverted index over their elements, no all-pairs pass.

use crate::analysis::similarity::profile::{Profile, Profiles};
use crate::analysis::similarity::weights::{FLOOR, PRIOR, SHORTER};
use crate::model::Statement;
use crate::progress::Part;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Work allowed for each word of the story, in steps along posting lists: keeps the index near-linear in stories of a
/// thousand articles. Lists are walked from the shortest (the rarest stems) until the allowance is spent; a story of
/// some fifty articles never spends it.
const STEPS_PER_WORD: usize = 20;
/// Steps allowed at the least: no list is left out of a small story.
const STEPS: usize = 4_000_000;
/// The same for the lists of words akin, of which there are many more and which say less: a story of a hundred articles
/// does not spend it.
const KIN_STEPS_PER_WORD: usize = 50;
const KIN_STEPS: usize = 50_000_000;

/// Pairs allowed in all: each statement keeps its best partners, at least [`FEWEST`] and at most [`MOST`] of them. A story of
/// some fifty articles keeps every partner that reaches [`FLOOR`].
const PAIRS: usize = 300_000;
const FEWEST: usize = 8;
const MOST: usize = 120;

/// A statement that an article makes over and over in the same words is compared so many times and no more.
const AGAIN: usize = 24;

/// Pairs of statements of different articles whose containment may reach [`FLOOR`]: `(i, j)`, `i < j`, in order. Each statement
/// is a step of `part`.
pub fn candidates(statements: &[Statement], profiles: &Profiles, part: &Part) -> Vec<(u32, u32)> {
    let index = Index::new(statements, profiles);
    let most = (PAIRS / statements.len().max(1)).clamp(FEWEST, MOST);
    let mut found: Vec<(u32, u32)> = (0..profiles.of.len())
        .into_par_iter()
        .map_init(
            || vec![0.0_f32; profiles.of.len()],
            |shared, i| {
                part.step();
                index.partners(profiles, shared, i, most)
            },
        )
        .collect::<Vec<_>>()
        .concat();
    found.par_sort_unstable();
    found.dedup();
    found
}

/// For each stem, the statements that hold it.
struct Index {
    postings: Vec<Vec<u32>>,
    longest: usize,
    /// The longest list of a word akin that is walked.
    longest_akin: usize,
    /// The size of each statement and its article, close together: most statements that are met on a walk need no more.
    at: Vec<(Size, u32)>,
    /// The size of the smallest.
    smallest: Size,
    /// Whether each statement is compared at all.
    compared: Vec<bool>,
}

/// Tells of each statement whether it is compared: all but those that their article has made [`AGAIN`] times before.
fn compared(statements: &[Statement], profiles: &Profiles) -> Vec<bool> {
    let mut made: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let mut first = |(profile, statement): (&Profile, &Statement)| {
        let times = made.entry((profile.twin, statement.place.article)).or_default();
        *times += 1;
        *times <= AGAIN
    };
    profiles.of.iter().zip(statements).map(&mut first).collect()
}

impl Index {
    fn new(statements: &[Statement], profiles: &Profiles) -> Self {
        let mut postings: Vec<Vec<u32>> = vec![Vec::new(); profiles.vocabulary.len()];
        let mut words = 0_usize;
        let compared = compared(statements, profiles);
        for (n, profile) in profiles.of.iter().enumerate().filter(|(n, _)| compared.get(*n) == Some(&true)) {
            words += profile.terms.len();
            for element in &profile.elements {
                if let Some(list) = postings.get_mut(element.stem as usize) {
                    list.push(n as u32);
                }
            }
        }
        let longest = longest_list(&postings, words.saturating_mul(STEPS_PER_WORD).max(STEPS));
        let allowance = words.saturating_mul(KIN_STEPS_PER_WORD).max(KIN_STEPS);
        let longest_akin = longest_akin(&postings, &profiles.kin, longest, allowance);
        let at = profiles.of.iter().zip(statements).map(|(p, s)| (p.size, s.place.article as u32)).collect();
        let smallest = Size::of(profiles.of.iter().map(|p| p.mass).fold(f64::INFINITY, f64::min).min(1e9));
        Index { postings, longest, longest_akin, at, smallest, compared }
    }

    /// The statements that hold a stem; none for a stem so common that its list is not walked.
    fn holders(&self, stem: u32) -> &[u32] {
        self.postings.get(stem as usize).filter(|l| l.len() <= self.longest).map_or(&[], Vec::as_slice)
    }

    /// The best partners of statement `i`, by shared mass against the masses of both.
    fn partners(&self, profiles: &Profiles, shared: &mut [f32], i: usize, most: usize) -> Vec<(u32, u32)> {
        let (Some(mine), Some(&(_, article)), Some(true)) = (profiles.of.get(i), self.at.get(i), self.compared.get(i)) else {
            return Vec::new();
        };
        let mut touched: Vec<u32> = Vec::new();
        let mut add = |stem: u32, weight: f64| {
            for &j in self.holders(stem) {
                if let Some(sum) = shared.get_mut(j as usize) {
                    if *sum == 0.0 {
                        touched.push(j);
                    }
                    *sum += weight as f32;
                }
            }
        };
        let mut skipped = 0.0;
        for element in &mine.elements {
            if self.holders(element.stem).is_empty() {
                skipped += element.weight;
            }
            add(element.stem, element.weight);
            for &(kin, strength) in profiles.kin.get(element.stem as usize).map_or(&[][..], Vec::as_slice) {
                if self.postings.get(kin as usize).is_none_or(|list| list.len() > self.longest_akin) {
                    continue;
                }
                let theirs = profiles.weights.get(kin as usize).copied().unwrap_or(0.0);
                add(kin, f64::from(strength) * element.weight.min(theirs));
            }
        }
        let mut found: Vec<(f64, u32)> = Vec::new();
        // Nothing less alike than this can be among the best.
        let mut least_alike = FLOOR;
        let divisor = mine.size.least(self.smallest);
        for j in touched {
            let Some(sum) = shared.get_mut(j as usize) else { continue };
            // Words that neighbour in both add at most a quarter; what was not walked may be shared as well.
            let bound = f64::from(*sum) * 1.25 + skipped * 0.5;
            *sum = 0.0;
            if bound < least_alike * divisor {
                continue;
            }
            let Some(&(theirs, to)) = self.at.get(j as usize) else { continue };
            let likeness = containment(bound, mine.size, theirs);
            if to != article && likeness >= least_alike {
                found.push((likeness, j));
                if found.len() >= most * 4 {
                    best(&mut found, most);
                    least_alike = found.iter().map(|(likeness, _)| *likeness).fold(f64::INFINITY, f64::min);
                }
            }
        }
        best(&mut found, most);
        let i = i as u32;
        found.into_iter().map(|(_, j)| (i.min(j), i.max(j))).collect()
    }
}

/// Keeps the `most` likest.
fn best(found: &mut Vec<(f64, u32)>, most: usize) {
    if found.len() > most {
        found.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(most);
    }
}

/// The longest posting list that is walked, so that all walks together stay within `allowance` steps.
fn longest_list(postings: &[Vec<u32>], allowance: usize) -> usize {
    let mut lengths: Vec<usize> = postings.iter().map(Vec::len).collect();
    lengths.sort_unstable();
    let mut spent = 0_usize;
    let mut longest = 0;
    for length in lengths {
        spent = spent.saturating_add(length.saturating_mul(length) / 2);
        if spent > allowance {
            break;
        }
        longest = length;
    }
    longest
}

/// The longest list of a word akin that is walked, at most `longest`, so that all walks together stay within `allowance` steps.
fn longest_akin(postings: &[Vec<u32>], kin: &[Vec<(u32, f32)>], longest: usize, allowance: usize) -> usize {
    let length = |stem: usize| postings.get(stem).map_or(0, Vec::len);
    // The steps along the lists of each length.
    let mut steps: Vec<(usize, usize)> = Vec::new();
    for (stem, kin) in kin.iter().enumerate() {
        let walks = length(stem);
        steps.extend(
            kin.iter().map(|(akin, _)| length(*akin as usize)).filter(|list| *list <= longest).map(|list| (list, list * walks)),
        );
    }
    steps.sort_unstable();
    let mut spent = 0_usize;
    for same in steps.chunk_by(|a, b| a.0 == b.0) {
        spent = same.iter().fold(spent, |sum, (_, steps)| sum.saturating_add(*steps));
        if spent > allowance {
            return same.first().map_or(0, |(list, _)| list.saturating_sub(1));
        }
    }
    longest
}

/// Shared mass against the masses of both statements: containment of the shorter in the longer with a prior, so that a
/// short statement does not match by chance and a long one is not punished for saying more.
pub fn containment(shared: f64, one: Size, other: Size) -> f64 {
    shared / divisor(one, other)
}

/// What [`containment`] divides by.
pub fn divisor(one: Size, other: Size) -> f64 {
    let (shorter, longer) = if one.shorter <= other.shorter { (one, other) } else { (other, one) };
    shorter.shorter * longer.longer
}

/// The mass of a statement as [`containment`] wants it, raised once and not for every pair.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Size {
    shorter: f64,
    longer: f64,
}

impl Size {
    /// The size of a statement of `mass` nats.
    pub fn of(mass: f64) -> Self {
        Size { shorter: (mass + PRIOR).powf(SHORTER), longer: (mass + PRIOR).powf(1.0 - SHORTER) }
    }

    /// Less than what [`containment`] divides by for any other statement, if none is smaller than `smallest`.
    fn least(self, smallest: Size) -> f64 {
        smallest.shorter * self.longer * (1.0 - 1e-9)
    }
}
