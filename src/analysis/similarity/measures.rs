//! The evidence between two statements, measure by measure. What the measures together are worth is [`super::calibration`].

use crate::analysis::similarity::candidates::containment;
use crate::analysis::similarity::profile::{Element, Profile, Profiles};
use crate::analysis::similarity::weights::{ADJACENT, FLOOR};
use crate::model::{FactKind, Form, Statement};

/// How many measures there are.
pub const MEASURES: usize = 12;

/// What two statements share, and what sets them apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measures {
    /// Containment over all elements.
    pub all: f64,
    /// Containment over the elements that are no names.
    pub content: f64,
    /// Shared mass over the elements that are no names, in nats.
    pub content_mass: f64,
    /// How many different elements that are no names are shared.
    pub content_count: usize,
    /// Whether the same person speaks (1), different ones do (−1), or one of them is not known to (0).
    pub speaker: f64,
    /// Whether different people speak and at least one is quoted: one person's own words are not another's.
    pub other_mouth: bool,
    /// How many values (numbers, amounts, dates) are shared.
    pub values: usize,
    /// Whether both hold values of one kind and none is shared.
    pub other_values: bool,
    /// Whether one denies and the other does not.
    pub polarity: bool,
    /// Support by third statements, set in a second round.
    pub support: f64,
    /// Support by the statements around both.
    pub around: f64,
    /// The shared elements, heaviest first.
    pub shared: Vec<Match>,
}

/// A shared element.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The stem in the first statement.
    pub mine: u32,
    /// The stem in the second: the same, or one akin.
    pub theirs: u32,
    /// What sharing it counts, in nats.
    pub weight: f64,
    /// Part of a name in either.
    pub name: bool,
}

/// Compares two statements.
pub fn measure(profiles: &Profiles, a: &Profile, b: &Profile, one: &Statement, other: &Statement) -> Measures {
    let matches = matched(profiles, &a.elements, &b.elements);
    let mut measures = Measures::default();
    let mut mass = 0.0;
    for m in &matches {
        mass += m.weight;
        if !m.name {
            measures.content_mass += m.weight;
            measures.content_count += 1;
        }
    }
    // The bonus for neighbouring words is at most a quarter.
    measures.all = containment(mass * (1.0 + ADJACENT), a.size, b.size);
    if measures.all < FLOOR {
        return measures;
    }
    mass += adjacent(a, b, &matches);
    measures.all = containment(mass, a.size, b.size);
    measures.content = containment(measures.content_mass, a.content_size, b.content_size);
    measures.shared = matches;
    measures.shared.sort_by(|x, y| y.weight.total_cmp(&x.weight).then(x.mine.cmp(&y.mine)));
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
    measures.values = a.values.iter().filter(|v| b.values.contains(v)).count();
    measures.other_values = measures.values == 0
        && a.values.iter().any(|(kind, _)| *kind != FactKind::Date && b.values.iter().any(|(k, _)| k == kind));
    measures.polarity = a.negated != b.negated;
    measures
}

/// The elements that both have, kin included; each element is used once.
fn matched(profiles: &Profiles, a: &[Element], b: &[Element]) -> Vec<Match> {
    let mut found = Vec::new();
    let mut free: Vec<bool> = vec![true; b.len()];
    let mut left: Vec<&Element> = Vec::new();
    for x in a {
        match b.binary_search_by_key(&x.stem, |y| y.stem).ok().and_then(|n| Some((n, b.get(n)?))) {
            Some((n, y)) => {
                found.push(Match { mine: x.stem, theirs: x.stem, weight: x.weight.min(y.weight), name: x.name || y.name });
                if let Some(free) = free.get_mut(n) {
                    *free = false;
                }
            }
            None => left.push(x),
        }
    }
    let mut akin: Vec<(f64, usize, &Element, &Element)> = Vec::new();
    for x in left {
        for &(kin, strength) in profiles.kin.get(x.stem as usize).map_or(&[][..], Vec::as_slice) {
            if let Ok(n) = b.binary_search_by_key(&kin, |y| y.stem)
                && let (Some(true), Some(y)) = (free.get(n), b.get(n))
            {
                akin.push((f64::from(strength) * x.weight.min(y.weight), n, x, y));
            }
        }
    }
    akin.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.2.stem.cmp(&y.2.stem)).then(x.1.cmp(&y.1)));
    let mut used: Vec<u32> = Vec::new();
    for (weight, n, x, y) in akin {
        if let Some(free) = free.get_mut(n)
            && *free
            && !used.contains(&x.stem)
        {
            *free = false;
            used.push(x.stem);
            found.push(Match { mine: x.stem, theirs: y.stem, weight, name: x.name || y.name });
        }
    }
    found
}

/// Shared words that are neighbours in both statements say more than the words apart: the bonus in nats.
fn adjacent(a: &Profile, b: &Profile, matches: &[Match]) -> f64 {
    let find = |stem: u32| matches.iter().find(|m| m.mine == stem);
    let mut bonus = 0.0;
    let mut before: Option<(&Match, usize)> = None;
    for (n, term) in a.terms.iter().enumerate() {
        let Some(here) = find(term.stem) else { continue };
        if let Some((last, at)) = before
            && n - at <= 3
            && last.mine != here.mine
            && near(b, last.theirs, here.theirs)
        {
            bonus += ADJACENT * last.weight.min(here.weight);
        }
        before = Some((here, n));
    }
    bonus
}

/// Whether `first` stands at most three words before `second`.
fn near(profile: &Profile, first: u32, second: u32) -> bool {
    let mut last: Option<usize> = None;
    for (n, term) in profile.terms.iter().enumerate() {
        if term.stem == second && last.is_some_and(|at| n - at <= 3) {
            return true;
        }
        if term.stem == first {
            last = Some(n);
        }
    }
    false
}

/// How many words the longest run has that both have.
pub fn longest_run(a: &Profile, b: &Profile) -> usize {
    let mut best = 0;
    let mut row: Vec<usize> = vec![0; b.terms.len() + 1];
    for x in &a.terms {
        let mut diagonal = 0;
        for (n, y) in b.terms.iter().enumerate() {
            let Some(cell) = row.get_mut(n + 1) else { continue };
            let above = *cell;
            *cell = if x.stem == y.stem { diagonal + 1 } else { 0 };
            best = best.max(*cell);
            diagonal = above;
        }
    }
    best
}

/// Share of the words that `a` quotes (four and more, else 0) that stand in `b` in the same order, stop words included.
pub fn verbatim(a: &Profile, b: &Profile) -> f64 {
    let quoted: Vec<u32> = a.terms.iter().filter(|t| t.quoted).map(|t| t.stem).collect();
    if quoted.len() < 4 {
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
    row.last().copied().unwrap_or(0) as f64 / quoted.len() as f64
}

impl Measures {
    /// The measures as the numbers that [`super::calibration`] weighs, with their names; all grow with likeness but those
    /// whose names begin with `other`.
    pub fn numbers(&self, one: &Profile, other: &Profile) -> [(&'static str, f64); MEASURES] {
        let flag = |on: bool| if on { 1.0 } else { 0.0 };
        let name = self.shared.iter().find(|m| m.name).map_or(0.0, |m| m.weight);
        [
            ("containment", self.all),
            ("content", self.content),
            ("support", self.support),
            ("around", self.around),
            ("rarest name", name / 5.0),
            ("same speaker", flag(self.speaker > 0.0)),
            ("other speaker", flag(self.speaker < 0.0)),
            ("same value", (self.values as f64).min(2.0)),
            ("other polarity", flag(self.polarity)),
            ("other place", one.place.max(other.place)),
            ("other mass", one.mass.max(other.mass) / 100.0),
            ("other mouth", flag(self.other_mouth)),
        ]
    }
}
