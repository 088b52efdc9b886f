//! Differences against gold, by claim and kind.
//!
//! A system difference *belongs* to a gold claim when in at least two articles one of the versions that it is between
//! agrees with one of the gold claim's: the sentence next to it, or a claim that shares a sentence with it, is not blamed
//! on it. A gold difference is found when a system difference of its kind belongs to its claim. A kind that belongs to a
//! gold claim, and that gold does not have there, is wrong, unless what shows it belongs to another gold claim that has
//! it: one sentence may tell two claims. Whether the values are the right ones is not judged, nor are differences of
//! mere wording. Those that belong to no gold claim are counted by themselves: the link is wrong there, or was not judged.

use super::gold::{Gold, Telling};
use super::ratio;
use super::side::Version;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// A difference that a system finds: its kind in the words of reports, and the versions that it is between.
pub type Shown = (&'static str, Vec<Telling>);

/// What scoring counts, of one kind or of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Gold differences.
    pub gold: usize,
    /// Of these, found.
    pub found: usize,
    /// Kinds that gold claims have not.
    pub wrong: usize,
    /// Differences of what is no gold claim; with the same versions, once.
    pub elsewhere: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.gold += other.gold;
        self.found += other.found;
        self.wrong += other.wrong;
        self.elsewhere += other.elsewhere;
    }
}

impl Counts {
    /// Share of what is shown that is right.
    pub fn precision(&self) -> f64 {
        ratio(self.found as f64, (self.found + self.wrong) as f64)
    }

    /// Share of the gold differences that were found.
    pub fn recall(&self) -> f64 {
        ratio(self.found as f64, self.gold as f64)
    }
}

/// The counts of every kind.
pub type Kinds = BTreeMap<String, Counts>;

/// What became of one kind of difference of one gold claim, for reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The gold claim's label.
    pub label: String,
    /// The kind.
    pub kind: String,
    /// Whether gold has it.
    pub wanted: bool,
    /// Whether it counts against the system.
    pub wrong: bool,
    /// The system's differences that show it (indices).
    pub by: Vec<usize>,
}

/// Scores differences.
pub fn score(gold: &Gold, system: &[Shown]) -> (Kinds, Vec<Held>) {
    let locate = |versions: &[Telling]| versions.iter().map(|v| Version::locate(v, &gold.articles)).collect::<Vec<_>>();
    let told: Vec<Vec<Version>> = gold.told.iter().map(|claim| locate(&claim.versions)).collect();
    let known: BTreeSet<(&str, &str)> = gold.differences.iter().map(|d| (d.claim.as_str(), d.kind.as_str())).collect();
    let id = |claim: usize| gold.told.get(claim).map_or("", |c| c.id.as_str());
    let mut shown: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
    let mut at_home = BTreeSet::new();
    let mut kinds = Kinds::new();
    let mut elsewhere = BTreeSet::new();
    for (n, (kind, versions)) in system.iter().enumerate().filter(|(_, (kind, _))| *kind != "wording") {
        let located = locate(versions);
        if !told.iter().any(|claim| belongs(&located, claim)) && elsewhere.insert((kind, located.clone())) {
            kinds.entry((*kind).to_owned()).or_default().elsewhere += 1;
        }
        for (claim, _) in told.iter().enumerate().filter(|(_, versions)| belongs(&located, versions)) {
            shown.entry((claim, kind)).or_default().push(n);
            if known.contains(&(id(claim), *kind)) {
                at_home.insert(n);
            }
        }
    }
    let mut held = Vec::new();
    for (claim, told) in gold.told.iter().enumerate() {
        let mut kinds: BTreeSet<&str> = known.iter().filter(|(of, _)| *of == told.id).map(|(_, kind)| *kind).collect();
        kinds.extend(shown.keys().filter(|(of, _)| *of == claim).map(|(_, kind)| *kind));
        for kind in kinds {
            let by = shown.get(&(claim, kind)).cloned().unwrap_or_default();
            let wanted = known.contains(&(told.id.as_str(), kind));
            let wrong = !wanted && by.iter().any(|n| !at_home.contains(n));
            held.push(Held { label: told.label.clone(), kind: kind.to_owned(), wanted, wrong, by });
        }
    }
    for h in &held {
        let found = h.wanted && !h.by.is_empty();
        let counts = Counts { gold: h.wanted.into(), found: found.into(), wrong: h.wrong.into(), elsewhere: 0 };
        *kinds.entry(h.kind.clone()).or_default() += counts;
    }
    (kinds, held)
}

fn belongs(between: &[Version], claim: &[Version]) -> bool {
    let shared = claim.iter().filter(|c| between.iter().any(|b| b.agrees(c))).map(|c| c.article.as_str());
    shared.collect::<BTreeSet<_>>().len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::gold::Difference;
    use crate::scoring::places::Articles;

    fn told(one: &str, other: &str) -> Vec<Telling> {
        let telling = |article: &str, text: &str| Telling { article: article.to_owned(), text: text.to_owned() };
        vec![telling("east", one), telling("west", other)]
    }

    #[test]
    fn kinds_count_for_the_claim_that_they_belong_to() {
        let articles = Articles::new(&[
            ("east", "Forty cows got out on Monday. The gate was broken, and all three dogs barked. Nobody was hurt."),
            ("west", "Thirty cows escaped on Tuesday. The gate may have been left open, and two dogs barked. The village slept."),
        ]);
        let cows = told("Forty cows got out on Monday.", "Thirty cows escaped on Tuesday.");
        let gate = told("The gate was broken", "The gate may have been left open");
        let dogs = told("all three dogs barked", "two dogs barked");
        let mut gold = Gold::of(articles, &[cows.clone(), gate, dogs]);
        for (claim, id) in gold.told.iter_mut().zip(["cows", "gate", "dogs"]) {
            id.clone_into(&mut claim.id);
        }
        for (claim, kind) in [("cows", "number"), ("cows", "date"), ("gate", "certainty"), ("dogs", "number")] {
            gold.differences.push(Difference { claim: claim.to_owned(), kind: kind.to_owned() });
        }
        let sentences =
            told("The gate was broken, and all three dogs barked.", "The gate may have been left open, and two dogs barked.");
        let elsewhere = told("Nobody was hurt.", "The village slept.");
        let system = [
            ("number", cows.clone()),
            ("money", cows.clone()),
            ("wording", cows),
            // Of the dogs, and so not wrong of the gate.
            ("number", sentences),
            ("date", elsewhere),
        ];
        let (kinds, held) = score(&gold, &system);
        let counts = |kind: &str| kinds.get(kind).copied().unwrap_or_default();
        assert_eq!(counts("number"), Counts { gold: 2, found: 2, ..Counts::default() });
        assert_eq!(counts("money"), Counts { wrong: 1, ..Counts::default() });
        assert_eq!(counts("date"), Counts { gold: 1, elsewhere: 1, ..Counts::default() });
        assert_eq!(counts("certainty"), Counts { gold: 1, ..Counts::default() });
        assert_eq!(held.iter().filter(|h| h.wrong).count(), 1);
        let mut all = Counts::default();
        kinds.values().for_each(|c| all += *c);
        assert_eq!((all.precision(), all.recall()), (2.0 / 3.0, 0.5));
    }
}
