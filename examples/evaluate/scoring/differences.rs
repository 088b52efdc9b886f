//! Differences against gold, by claim and kind.
//!
//! A system claim stands for a gold claim when in at least two articles one of its versions agrees with one of the
//! gold claim's. A gold difference is found when a claim that stands for its claim has a difference of its kind; a
//! kind that claims standing for a gold claim have, and gold has not, is wrong. Whether the values are the right ones
//! is not judged, and differences of mere wording are not counted.

use super::gold::{Gold, Telling};
use super::ratio;
use super::side::Version;
use std::collections::BTreeSet;
use std::ops::AddAssign;

/// A system claim: its versions, and the kinds of its differences in the words of reports.
pub type Compared = (Vec<Telling>, Vec<&'static str>);

/// What scoring counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Gold differences.
    pub gold: usize,
    /// Of these, those whose claim the system has.
    pub within_reach: usize,
    /// Of these, found.
    pub found: usize,
    /// Kinds of differences that the system has in gold claims.
    pub system: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.gold += other.gold;
        self.within_reach += other.within_reach;
        self.found += other.found;
        self.system += other.system;
    }
}

impl Counts {
    /// Share of the system's kinds that are right.
    pub fn precision(&self) -> f64 {
        ratio(self.found as f64, self.system as f64)
    }

    /// Share of the gold differences that were found.
    pub fn recall(&self) -> f64 {
        ratio(self.found as f64, self.gold as f64)
    }
}

/// One gold claim that has differences in gold or in the system, for reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The gold claim's label.
    pub label: String,
    /// The kinds in gold.
    pub gold: Vec<String>,
    /// The kinds of the system's claims that stand for it.
    pub system: Vec<&'static str>,
    /// The system's claims that stand for it.
    pub by: Vec<usize>,
}

/// Scores the differences of claims.
pub fn score(gold: &Gold, system: &[Compared]) -> (Counts, Vec<Held>) {
    let locate = |versions: &[Telling]| versions.iter().map(|v| Version::locate(v, &gold.articles)).collect::<Vec<_>>();
    let located: Vec<Vec<Version>> = system.iter().map(|(versions, _)| locate(versions)).collect();
    let mut counts = Counts::default();
    let mut held = Vec::new();
    for claim in &gold.told {
        let versions = locate(&claim.versions);
        let by: Vec<usize> =
            located.iter().enumerate().filter(|(_, other)| stands_for(other, &versions)).map(|(n, _)| n).collect();
        let known: BTreeSet<&str> = gold.differences.iter().filter(|d| d.claim == claim.id).map(|d| d.kind.as_str()).collect();
        let of_claim = by.iter().filter_map(|&n| system.get(n)).flat_map(|(_, kinds)| kinds.iter().copied());
        let seen: BTreeSet<&'static str> = of_claim.filter(|&kind| kind != "wording").collect();
        counts.gold += known.len();
        counts.within_reach += if by.is_empty() { 0 } else { known.len() };
        counts.found += known.intersection(&seen).count();
        counts.system += seen.len();
        if !known.is_empty() || !seen.is_empty() {
            let gold = known.into_iter().map(str::to_owned).collect();
            held.push(Held { label: claim.label.clone(), gold, system: seen.into_iter().collect(), by });
        }
    }
    (counts, held)
}

fn stands_for(system: &[Version], gold: &[Version]) -> bool {
    let shared = gold.iter().filter(|g| system.iter().any(|s| s.agrees(g))).map(|g| g.article.as_str());
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
    fn kinds_count_where_the_claim_was_found() {
        let articles = Articles::new(&[
            ("east", "Forty cows got out on Monday. The gate was broken. Nobody was hurt."),
            ("west", "Thirty cows escaped on Tuesday. The gate may have been left open. The village slept."),
        ]);
        let cows = told("Forty cows got out on Monday.", "Thirty cows escaped on Tuesday.");
        let gate = told("The gate was broken.", "The gate may have been left open.");
        let mut gold = Gold::of(articles, &[cows.clone(), gate]);
        for (claim, id) in gold.told.iter_mut().zip(["cows", "gate"]) {
            id.clone_into(&mut claim.id);
        }
        for (claim, kind) in [("cows", "number"), ("cows", "date"), ("gate", "certainty")] {
            gold.differences.push(Difference { claim: claim.to_owned(), kind: kind.to_owned() });
        }
        let elsewhere = told("Nobody was hurt.", "The village slept.");
        let system = [(cows, vec!["number", "money", "wording"]), (elsewhere, vec!["date", "certainty"])];
        let (counts, held) = score(&gold, &system);
        assert_eq!(counts, Counts { gold: 3, within_reach: 2, found: 1, system: 2 });
        assert_eq!((counts.precision(), counts.recall()), (0.5, 1.0 / 3.0));
        assert_eq!((held[0].by.as_slice(), held[1].by.as_slice()), (&[0][..], &[][..]));
    }
}
