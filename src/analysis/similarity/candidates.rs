//! Which pairs of statements are worth a look: an inverted index over their elements, no all-pairs pass.

use crate::analysis::similarity::profile::Profiles;
use crate::analysis::similarity::weights::{FLOOR, PRIOR, SHORTER};
use crate::model::Statement;
use rayon::prelude::*;

/// Work allowed for each word of the story, in steps along posting lists: keeps the index near-linear in stories of a
/// thousand articles. Lists are walked from the shortest (the rarest stems) until the allowance is spent; a story of
/// some fifty articles never spends it.
const STEPS_PER_WORD: usize = 300;

/// Pairs of statements of different articles whose containment may reach [`FLOOR`], with an upper bound of the shared
/// mass: `(i, j)`, `i < j`, in order.
pub fn candidates(statements: &[Statement], profiles: &Profiles) -> Vec<(usize, usize)> {
    let mut postings: Vec<Vec<u32>> = vec![Vec::new(); profiles.vocabulary.len()];
    let mut words = 0;
    for (n, profile) in profiles.of.iter().enumerate() {
        words += profile.terms.len();
        for element in &profile.elements {
            if let Some(list) = postings.get_mut(element.stem as usize) {
                list.push(n as u32);
            }
        }
    }
    let longest = longest_list(&postings, words.saturating_mul(STEPS_PER_WORD));
    let empty: &[u32] = &[];
    let list = |stem: u32| postings.get(stem as usize).filter(|l| l.len() <= longest).map_or(empty, Vec::as_slice);
    let look = |shared: &mut Vec<f64>, i: usize| -> Vec<(usize, usize)> {
        let (Some(mine), Some(from)) = (profiles.of.get(i), statements.get(i)) else { return Vec::new() };
        let mut touched: Vec<u32> = Vec::new();
        let mut add = |stem: u32, weight: f64| {
            let tail = list(stem);
            let tail = tail.get(tail.partition_point(|&j| j as usize <= i)..).unwrap_or(empty);
            for &j in tail {
                if let Some(sum) = shared.get_mut(j as usize) {
                    if *sum == 0.0 {
                        touched.push(j);
                    }
                    *sum += weight;
                }
            }
        };
        let mut skipped = 0.0;
        for element in &mine.elements {
            if postings.get(element.stem as usize).is_some_and(|l| l.len() > longest) {
                skipped += element.weight;
            }
            add(element.stem, element.weight);
            for &(kin, strength) in profiles.kin.get(element.stem as usize).map_or(&[][..], Vec::as_slice) {
                let theirs = profiles.weights.get(kin as usize).copied().unwrap_or(0.0);
                add(kin, f64::from(strength) * element.weight.min(theirs));
            }
        }
        touched.sort_unstable();
        let mut found = Vec::new();
        for j in touched {
            let j = j as usize;
            let Some(sum) = shared.get_mut(j) else { continue };
            // The bonus for neighbouring words is at most a quarter; what was not walked may all be shared.
            let most = (*sum + skipped) * 1.25;
            *sum = 0.0;
            let (Some(theirs), Some(to)) = (profiles.of.get(j), statements.get(j)) else { continue };
            if to.place.article != from.place.article && containment(most, mine.mass, theirs.mass) >= FLOOR {
                found.push((i, j));
            }
        }
        found
    };
    (0..profiles.of.len()).into_par_iter().map_init(|| vec![0.0; profiles.of.len()], look).collect::<Vec<_>>().concat()
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

/// Shared mass against the masses of both statements: containment of the shorter in the longer with a prior, so that a
/// short statement does not match by chance and a long one is not punished for saying more.
pub fn containment(shared: f64, one: f64, other: f64) -> f64 {
    let (shorter, longer) = (one.min(other) + PRIOR, one.max(other) + PRIOR);
    shared / (shorter.powf(SHORTER) * longer.powf(1.0 - SHORTER))
}
