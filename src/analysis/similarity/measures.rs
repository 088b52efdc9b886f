//! The evidence between two statements, measure by measure. What the measures together are worth is [`super::calibration`].

use crate::analysis::similarity::candidates::containment;
use crate::analysis::similarity::figures::{self, Figures};
use crate::analysis::similarity::matches::{Match, Shared};
use crate::analysis::similarity::profile::{At, Profile, Profiles};
use crate::analysis::similarity::weights::{ADJACENT, RARE};
use crate::model::{FactKind, Form, Statement};

/// How many measures a pair has by itself.
pub const ALONE: usize = 14;
/// How many it has among the other pairs.
pub const AMONG: usize = ALONE + 4;

/// What two statements share, and what sets them apart.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measures {
    /// Containment over all elements.
    pub all: f64,
    /// Containment over the elements that say what, not who.
    pub content: f64,
    /// The best containment between a run of clauses of one and a run of clauses of the other, set by itself (see
    /// [`super::runs`]).
    pub clause: f64,
    /// The weight of the rarest shared name, in nats.
    pub name: f64,
    /// The weight of the two rarest shared words that are no names, in nats, each at most [`RARE`]: what is shared, however
    /// long the statements.
    pub rarest: f64,
    /// Whether the same person speaks (1), different ones do (−1), or one of them is not known to (0).
    pub speaker: f64,
    /// Whether different people speak and at least one is quoted: one person's own words are not another's.
    pub other_mouth: bool,
    /// How many values (numbers, amounts, dates) are shared.
    pub values: u32,
    /// Whether both hold values of one kind and none is shared.
    pub other_values: bool,
    /// What both count.
    pub figures: Figures,
    /// Whether one denies and the other does not.
    pub polarity: bool,
    /// Support by third statements, set in a second round.
    pub support: f64,
    /// Support by the statements around both.
    pub around: f64,
    /// What other pairs of the two say, set in a third round.
    pub rivals: Rivals,
}

/// The other pairs that two statements have in each other's article.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rivals {
    /// The chance of the better of the two's other partners.
    pub best: f64,
    /// The chance of the lesser one's best other partner.
    pub second: f64,
    /// For how many of the two (0, 1, 2) the other is the best partner.
    pub firsts: f64,
    /// The chance of the best pair of one with a neighbour of the other: half of the false links are one sentence off.
    pub beside: f64,
}

/// More than what sums of the same numbers in another order differ by.
pub(super) const ROUNDING: f64 = 1.0 + 1e-9;

/// Compares two statements, given by number and as they are; `shared` becomes the elements that they share, heaviest first, or
/// none where they share too little to be measured: then only `all` says anything.
pub fn measure(
    profiles: &Profiles,
    pair: (usize, usize),
    (one, other): (&Statement, &Statement),
    shared: &mut Shared,
) -> Measures {
    let mut measures = Measures::default();
    shared.find(profiles, pair);
    let (Some(a), Some(b)) = (profiles.of.get(pair.0), profiles.of.get(pair.1)) else { return measures };
    // The bonus for neighbouring words is at most a share of the mass. What words weigh together is more than their mass.
    measures.all = containment(shared.weight() * (1.0 + ADJACENT) * ROUNDING, a.size, b.size);
    if measures.all < profiles.floor {
        shared.clear();
        return measures;
    }
    shared.discount(profiles);
    let mut mass: f64 = shared.iter().map(|m| m.own).sum();
    measures.all = containment(mass * (1.0 + ADJACENT), a.size, b.size);
    if measures.all < profiles.floor {
        shared.clear();
        return measures;
    }
    let (matches, places) = shared.placed();
    mass += adjacent(profiles, a, b, matches, places);
    measures.all = containment(mass, a.size, b.size);
    let content = shared.iter().filter(|m| !m.name).map(|m| m.own).sum();
    measures.content = containment(content, a.content_size, b.content_size);
    measures.name = shared.iter().filter(|m| m.name).map(|m| m.weight).fold(0.0, f64::max);
    measures.rarest = two_heaviest(shared.iter().filter(|m| !m.name).map(|m| m.own.min(RARE)));
    measures.speaker = match (&one.speaker, &other.speaker) {
        (Some(x), Some(y)) => {
            if x == y {
                1.0
            } else {
                -1.0
            }
        }
        _ => 0.0,
    };
    measures.other_mouth = measures.speaker < 0.0 && (one.form == Form::Direct || other.form == Form::Direct);
    measures.values = a.values.iter().filter(|v| b.values.contains(v)).count() as u32;
    measures.other_values = measures.values == 0
        && a.values.iter().any(|(kind, _)| *kind != FactKind::Date && b.values.iter().any(|(k, _)| k == kind));
    measures.polarity = a.negated != b.negated;
    measures.figures = a.figures & b.figures;
    measures
}

/// The sum of the two heaviest.
fn two_heaviest(weights: impl Iterator<Item = f64>) -> f64 {
    let (mut first, mut second) = (0.0_f64, 0.0_f64);
    for weight in weights {
        if weight > first {
            (first, second) = (weight, first);
        } else {
            second = second.max(weight);
        }
    }
    first + second
}

/// Shared words that are neighbours in both statements say more than the words apart: the bonus in nats. `places` become the
/// words of `a` that are shared, with their matches.
fn adjacent(profiles: &Profiles, a: &Profile, b: &Profile, matches: &[Match], places: &mut Vec<(usize, usize)>) -> f64 {
    places.clear();
    if matches.len() < 2 {
        return 0.0;
    }
    for (n, m) in matches.iter().enumerate() {
        match m.at.0 {
            At::None => {}
            At::One(at) => places.push((at.into(), n)),
            At::Some => places.extend(a.terms.iter().enumerate().filter(|(_, t)| t.stem == m.mine).map(|(at, _)| (at, n))),
        }
    }
    places.sort_unstable();
    let mut bonus = 0.0;
    for (&(before, last), &(after, here)) in places.iter().zip(places.iter().skip(1)) {
        let (Some(last), Some(here)) = (matches.get(last), matches.get(here)) else { continue };
        if after - before <= NEXT
            && last.mine != here.mine
            && !profiles.collocations.together(last.theirs, here.theirs)
            && near(b, last, here)
        {
            bonus += ADJACENT * last.weight.min(here.weight);
        }
    }
    bonus
}

/// So many words on a word is still a neighbour.
const NEXT: usize = 3;

/// Whether a word of `profile` that matches `first` stands right before one that matches `second`.
fn near(profile: &Profile, first: &Match, second: &Match) -> bool {
    match (first.at.1, second.at.1) {
        (At::None, _) | (_, At::None) => false,
        (At::One(before), At::One(after)) => before < after && usize::from(after - before) <= NEXT,
        _ => {
            let terms = profile.terms.as_slice();
            let mut seconds = terms.iter().enumerate().filter(|(_, t)| t.stem == second.theirs).map(|(n, _)| n);
            let before = |n: usize| terms.get(n.saturating_sub(NEXT)..n).unwrap_or(&[]);
            seconds.any(|n| before(n).iter().any(|t| t.stem == first.theirs))
        }
    }
}

/// Words of one statement times words of the other up to which they are compared word by word: more than two of a
/// newspaper's longest sentences have. What is longer is no sentence, and is only seen to be the same or not.
const COMPARED: usize = 60_000;

/// How many words the longest run has that both have; 0 where it has fewer than `least`.
pub fn longest_run(a: &Profile, b: &Profile, least: usize) -> usize {
    if a.twin == b.twin {
        return a.terms.len();
    }
    if a.terms.len().saturating_mul(b.terms.len()) > COMPARED {
        return 0;
    }
    let mut best = 0;
    let mut theirs: Vec<u32> = Vec::new();
    // For each word of `b`, the length of the run that ends there and at the word of `a` before, and at this one.
    let (mut before, mut here) = (Vec::new(), Vec::new());
    // A run that counts stands in a stretch of words that the other may have.
    for stretch in a.terms.split(|t| !b.stems.may_hold(t.stem)).filter(|stretch| stretch.len() >= least) {
        if theirs.is_empty() {
            theirs.extend(b.terms.iter().map(|t| t.stem));
            here.resize(theirs.len() + 1, 0_u32);
        }
        before.clear();
        before.resize(theirs.len() + 1, 0_u32);
        for x in stretch {
            for ((cell, diagonal), y) in here.iter_mut().skip(1).zip(&before).zip(&theirs) {
                *cell = if x.stem == *y { *diagonal + 1 } else { 0 };
            }
            best = here.iter().copied().fold(best, u32::max);
            std::mem::swap(&mut before, &mut here);
        }
    }
    if best as usize >= least { best as usize } else { 0 }
}

/// Share of the words that `a` quotes (four and more, else 0) that stand in `b` in the same order, stop words included; 0
/// where it is less than `least`.
pub fn verbatim(a: &Profile, b: &Profile, least: f64) -> f64 {
    let quoted: Vec<u32> = a.terms.iter().filter(|t| t.quoted).map(|t| t.stem).collect();
    if quoted.len() < 4 {
        return 0.0;
    }
    if a.twin == b.twin {
        return 1.0;
    }
    let share = |words: usize| words as f64 / quoted.len() as f64;
    let known = quoted.iter().filter(|stem| b.stems.may_hold(**stem)).count();
    if share(known) < least || quoted.len().saturating_mul(b.terms.len()) > COMPARED {
        return 0.0;
    }
    let mut row = vec![0_usize; b.terms.len() + 1];
    for x in &quoted {
        let mut diagonal = 0;
        let mut left = 0;
        for (n, y) in b.terms.iter().enumerate() {
            let Some(cell) = row.get_mut(n + 1) else { continue };
            let above = *cell;
            *cell = if *x == y.stem { diagonal + 1 } else { above.max(left) };
            left = *cell;
            diagonal = above;
        }
    }
    row.last().copied().map_or(0.0, share)
}

/// The names of the numbers of [`Measures::among`], in their order; the first are those of [`Measures::alone`].
pub const NAMES: [&str; AMONG] = [
    "containment",
    "content",
    "clause",
    "support",
    "around",
    "rarest name",
    "rarest words",
    "same speaker",
    "same value",
    "other place",
    "other mass",
    "other mouth",
    "same count",
    "same toll",
    "best rival",
    "second rival",
    "firsts",
    "beside",
];

impl Measures {
    /// The measures of the pair by itself, as the numbers that [`super::calibration`] weighs; all grow with likeness but
    /// those whose [names](NAMES) begin with `other`.
    pub fn alone(&self, one: &Profile, other: &Profile) -> [f64; ALONE] {
        // Who shares a value counts it in the same figures: that is said above.
        let figures = if self.values == 0 { self.figures } else { 0 };
        [
            self.all,
            self.content,
            self.clause,
            self.support,
            self.around,
            self.name / 5.0,
            self.rarest / 10.0,
            f64::from(self.speaker > 0.0),
            f64::from(self.values.min(2)),
            one.place.max(other.place),
            one.mass.max(other.mass) / 100.0,
            f64::from(self.other_mouth),
            f64::from(figures != 0),
            f64::from(figures::are_official(figures)),
        ]
    }

    /// The same, and the measures of the pair among the other pairs of the two; their signs are free.
    pub fn among(&self, one: &Profile, other: &Profile) -> [f64; AMONG] {
        let Rivals { best, second, firsts, beside } = self.rivals;
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = self.alone(one, other);
        [a, b, c, d, e, f, g, h, i, j, k, l, m, n, best, second, firsts, beside]
    }
}
