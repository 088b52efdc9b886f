//! The best run of clauses of one statement against one of the other: a measure by itself, for it needs the [`Windows`] of
//! all statements, which nothing else does and which are gone when the pairs are measured.

use crate::analysis::similarity::candidates::{Size, containment, divisor};
use crate::analysis::similarity::clauses;
use crate::analysis::similarity::matches::{Match, Shared};
use crate::analysis::similarity::measures::ROUNDING;
use crate::analysis::similarity::profile::Profile;
use rayon::prelude::*;

/// The runs of clauses of every statement that are held against another's, each as a set (a bit for each clause) with what it
/// weighs.
#[derive(Debug)]
pub struct Windows(Vec<Vec<(u64, Size)>>);

impl Windows {
    /// Those of these statements; none for one that is the same as a lower one, which is measured in its place.
    pub fn new(profiles: &[Profile]) -> Self {
        let of = |(n, profile): (usize, &Profile)| {
            if profile.kind as usize != n {
                return Vec::new();
            }
            let clauses = profile.terms.last().map_or(1, |t| u32::from(t.clause) + 1);
            let within = |window: u64| profile.elements.iter().filter(|e| e.clauses & window != 0).map(|e| e.own).sum();
            clauses::windows(clauses).into_iter().map(|window| (window, Size::of(within(window)))).collect()
        };
        Windows(profiles.par_iter().enumerate().map(of).collect())
    }

    fn of(&self, statement: usize) -> &[(u64, Size)] {
        self.0.get(statement).map_or(&[], Vec::as_slice)
    }
}

/// The best containment between a run of clauses of statement `i` and one of `j`: a clause of a long sentence may tell what the
/// other article gives a sentence of its own. `shared` are the matches of the two, discounted.
pub fn best(profiles: &[Profile], windows: &Windows, (i, j): (usize, usize), shared: &mut Shared) -> f64 {
    let (Some(one), Some(other)) = (profiles.get(i), profiles.get(j)) else { return 0.0 };
    let (a, b) = (windows.of(i), windows.of(j));
    let (matches, scratch) = shared.parts();
    let mass: f64 = matches.iter().map(|m| m.own).sum();
    // Whole sentences are runs of clauses too.
    let mut best = containment(mass, one.size, other.size).max(0.0);
    if a.len() == 1 && b.len() == 1 {
        return best;
    }
    let held = matches.iter().fold((0, 0), |held, m| (held.0 | m.clauses.0, held.1 | m.clauses.1));
    let (Some(smallest), Some(other)) = (smallest(a, held.0), smallest(b, held.1)) else { return best };
    if let [only] = matches {
        return best.max(containment(only.own, smallest, other));
    }
    let Scratch { mine, theirs, here } = scratch;
    // Most runs cannot be better than the best so far, and are not looked at.
    let may_be = |most: f64, size: Size, other: Size, best: f64| most * ROUNDING >= best * divisor(size, other);
    runs(b, held.1, matches, |m| m.clauses.1, |most, size| may_be(most.min(mass), size, smallest, best), theirs);
    let Some(other) = theirs.iter().map(|run| run.size).reduce(Size::smaller) else { return best };
    runs(a, held.0, matches, |m| m.clauses.0, |most, size| may_be(most.min(mass), size, other, best), mine);
    for mine in mine.iter() {
        if !may_be(mine.most, mine.size, other, best) {
            continue;
        }
        here.clear();
        for other in theirs.iter() {
            let most = if mine.most < other.most { mine.most } else { other.most };
            if !may_be(most, mine.size, other.size, best) {
                continue;
            }
            if here.is_empty() {
                here.extend(matches.iter().filter(|m| m.clauses.0 & mine.clauses != 0).map(|m| (m.clauses.1, m.own)));
            }
            let shared: f64 = here.iter().filter(|(clauses, _)| clauses & other.clauses != 0).map(|(_, own)| own).sum();
            best = best.max(containment(shared, mine.size, other.size));
        }
    }
    best
}

/// The size of the smallest run that has one of the clauses `held`.
fn smallest(windows: &[(u64, Size)], held: u64) -> Option<Size> {
    windows.iter().filter(|(window, _)| window & held != 0).map(|(_, size)| *size).reduce(Size::smaller)
}

/// What a pair is measured with, kept from one pair to the next.
#[derive(Debug, Default)]
pub struct Scratch {
    mine: Vec<Run>,
    theirs: Vec<Run>,
    here: Vec<(u64, f64)>,
}

/// A run of clauses that holds something shared.
#[derive(Debug)]
struct Run {
    clauses: u64,
    size: Size,
    /// What it could share at the most.
    most: f64,
}

/// The runs of one statement that hold something shared (clauses `held`), those of them that may be `worth` a look by what they
/// could share and their size; of those that hold the same only the shortest.
fn runs(
    windows: &[(u64, Size)],
    held: u64,
    matches: &[Match],
    clauses: impl Fn(&Match) -> u64,
    worth: impl Fn(f64, Size) -> bool,
    runs: &mut Vec<Run>,
) {
    runs.clear();
    for &(window, size) in windows.iter().filter(|(window, size)| window & held != 0 && worth(f64::INFINITY, *size)) {
        let most: f64 = matches.iter().filter(|m| clauses(m) & window != 0).map(|m| m.own).sum();
        let again = || runs.iter().any(|run| run.most == most && run.clauses & window == run.clauses);
        if most > 0.0 && worth(most, size) && !again() {
            runs.push(Run { clauses: window, size, most });
        }
    }
}
