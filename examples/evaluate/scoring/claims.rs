//! Links and claims against gold: which links are right, which were found, how well clusters hold together, and how
//! many claims are covered whole.
//!
//! A link is an unordered pair of versions from different articles in one claim. It is right when it agrees at both
//! ends (see [`super::side`]) with a gold link.

use super::gold::{Gold, Telling};
use super::side::{Agreements, Link, Side, linked};
use super::{f1, ratio};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// What scoring counts; sums over stories can be summarised like one story's.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Counts {
    /// Links that people made.
    pub gold_links: usize,
    /// Of these, the system's.
    pub found: usize,
    /// Links that the system made, without neutral ones and those out of scope.
    pub system_links: usize,
    /// Of these, those that people made.
    pub right: usize,
    /// Links that are neither right nor wrong.
    pub neutral: usize,
    /// Links outside what was judged.
    pub out_of_scope: usize,
    /// Claims that people found in several articles.
    pub gold_claims: usize,
    /// Claims that the system found in several articles.
    pub system_claims: usize,
    /// Gold claims for which one system claim has every article.
    pub whole: usize,
    /// Sum of the shares of articles in the best system claim.
    pub partial: f64,
    /// Sum of B-cubed precision over system versions, and their number.
    pub cubed_precision: (f64, usize),
    /// Sum of B-cubed recall over gold versions, and their number.
    pub cubed_recall: (f64, usize),
    /// Gold texts not found in their articles.
    pub gold_lost: usize,
    /// System texts not found in their articles.
    pub system_lost: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.gold_links += other.gold_links;
        self.found += other.found;
        self.system_links += other.system_links;
        self.right += other.right;
        self.neutral += other.neutral;
        self.out_of_scope += other.out_of_scope;
        self.gold_claims += other.gold_claims;
        self.system_claims += other.system_claims;
        self.whole += other.whole;
        self.partial += other.partial;
        self.cubed_precision.0 += other.cubed_precision.0;
        self.cubed_precision.1 += other.cubed_precision.1;
        self.cubed_recall.0 += other.cubed_recall.0;
        self.cubed_recall.1 += other.cubed_recall.1;
        self.gold_lost += other.gold_lost;
        self.system_lost += other.system_lost;
    }
}

impl Counts {
    /// Share of the system's links that are right.
    pub fn precision(&self) -> f64 {
        ratio(self.right as f64, self.system_links as f64)
    }

    /// Share of the gold links that were found.
    pub fn recall(&self) -> f64 {
        ratio(self.found as f64, self.gold_links as f64)
    }

    /// Both together.
    pub fn f1(&self) -> f64 {
        f1(self.precision(), self.recall())
    }

    /// B-cubed precision, recall and F1 over versions, in the form for overlapping clusters.
    pub fn cubed(&self) -> (f64, f64, f64) {
        let precision = ratio(self.cubed_precision.0, self.cubed_precision.1 as f64);
        let recall = ratio(self.cubed_recall.0, self.cubed_recall.1 as f64);
        (precision, recall, f1(precision, recall))
    }

    /// Share of gold claims covered whole, and mean share of articles covered.
    pub fn coverage(&self) -> (f64, f64) {
        let claims = self.gold_claims as f64;
        (ratio(self.whole as f64, claims), ratio(self.partial, claims))
    }
}

/// Scores claims.
pub fn score(gold: &Gold, system: impl IntoIterator<Item = Vec<Telling>>) -> Counts {
    let mut side = Side::new(system, &gold.articles);
    let out_of_scope = gold.scope.as_ref().map_or(0, |scope| side.restrict(scope));
    let (to_gold, to_side) = (side.agreements(&gold.claims), gold.claims.agreements(&side));
    let is_right = |link: &Link| linked(*link, &to_gold, &gold.claims.links);
    let (right, rest): (Vec<Link>, Vec<Link>) = side.links.iter().partition(|link| is_right(link));
    let to_neutral = side.agreements(&gold.neutral);
    let neutral = rest.iter().filter(|link| linked(**link, &to_neutral, &gold.neutral.links)).count();
    let (whole, partial) = coverage(&gold.claims, &side, &to_side);
    Counts {
        gold_links: gold.claims.links.len(),
        found: gold.claims.links.iter().filter(|link| linked(**link, &to_side, &side.links)).count(),
        system_links: side.links.len() - neutral,
        right: right.len(),
        neutral,
        out_of_scope,
        gold_claims: gold.claims.clusters.len(),
        system_claims: side.clusters.len(),
        whole,
        partial,
        cubed_precision: cubed(&side, &to_gold, &gold.claims),
        cubed_recall: cubed(&gold.claims, &to_side, &side),
        gold_lost: gold.claims.lost,
        system_lost: side.lost,
    }
}

/// How much of the company that versions keep on one side they keep on the other: the sum, and over how many.
fn cubed(mine: &Side, near: &Agreements, other: &Side) -> (f64, usize) {
    let (my_clusters, their_clusters) = (mine.clusters_of(), other.clusters_of());
    let company: Vec<BTreeSet<usize>> =
        near.iter().map(|near| near.iter().filter_map(|&j| their_clusters.get(j)).flatten().copied().collect()).collect();
    let (mut total, mut counted) = (0.0, 0);
    for (clusters, own) in my_clusters.iter().zip(&company) {
        let mut mates: BTreeMap<usize, usize> = BTreeMap::new();
        for &v in clusters.iter().filter_map(|&k| mine.clusters.get(k)).flatten() {
            *mates.entry(v).or_default() += 1;
        }
        if mates.is_empty() {
            continue;
        }
        let kept = |(&mate, &together): (&usize, &usize)| {
            let shared = company.get(mate).map_or(0, |theirs| own.intersection(theirs).count());
            shared.min(together) as f64 / together as f64
        };
        total += mates.iter().map(kept).sum::<f64>() / mates.len() as f64;
        counted += 1;
    }
    (total, counted)
}

/// Gold claims that one system claim tells in every article; and the sum of the shares of articles in the best one.
fn coverage(gold: &Side, side: &Side, to_side: &Agreements) -> (usize, f64) {
    let system_clusters = side.clusters_of();
    let (mut whole, mut partial) = (0, 0.0);
    for cluster in &gold.clusters {
        let articles: BTreeSet<&str> = cluster.iter().map(|&v| gold.article(v)).collect();
        let mut told: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for &v in cluster {
            let near = to_side.get(v).into_iter().flatten();
            for &k in near.filter_map(|&j| system_clusters.get(j)).flatten() {
                told.entry(k).or_default().insert(gold.article(v));
            }
        }
        // A claim that is told in one article aligns nothing.
        let best = told.values().map(BTreeSet::len).max().filter(|&best| best > 1).unwrap_or(0);
        whole += usize::from(best == articles.len());
        partial += best as f64 / articles.len() as f64;
    }
    (whole, partial)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::places::Articles;

    fn articles() -> Articles {
        Articles::new(&[
            (
                "north",
                "The ferry sank off the cape at dawn. Nine sailors were pulled from the water. Schools in town stayed shut. \
                       \"Nobody warned us of the storm,\" the captain told reporters.",
            ),
            (
                "south",
                "A ferry went down near the cape early in the day. Rescuers saved nine sailors. The lighthouse keeper is eighty. \
                       The captain complained: \"Nobody warned us of the storm.\"",
            ),
            ("west", "At dawn a ferry was lost by the cape. Nine of the crew are safe. Bread prices rose."),
        ])
    }

    fn told(versions: &[(&str, &str)]) -> Vec<Telling> {
        versions.iter().map(|(article, text)| Telling { article: (*article).to_owned(), text: (*text).to_owned() }).collect()
    }

    fn sinking() -> Vec<Telling> {
        told(&[
            ("north", "The ferry sank off the cape at dawn."),
            ("south", "A ferry went down near the cape early in the day."),
            ("west", "At dawn a ferry was lost by the cape."),
        ])
    }

    fn rescue() -> Vec<Telling> {
        told(&[
            ("north", "Nine sailors were pulled from the water."),
            ("south", "Rescuers saved nine sailors."),
            ("west", "Nine of the crew are safe."),
        ])
    }

    fn warning() -> Vec<Telling> {
        told(&[("north", "Nobody warned us of the storm"), ("south", "Nobody warned us of the storm")])
    }

    fn gold() -> Gold {
        Gold::of(articles(), &[sinking(), rescue(), warning()])
    }

    #[test]
    fn the_gold_itself_is_perfect_and_silence_is_worth_nothing() {
        let gold = gold();
        let perfect = score(&gold, [sinking(), rescue(), warning()]);
        assert_eq!((perfect.gold_links, perfect.gold_lost), (7, 0));
        assert_eq!((perfect.precision(), perfect.recall(), perfect.f1()), (1.0, 1.0, 1.0));
        assert_eq!((perfect.cubed(), perfect.coverage()), ((1.0, 1.0, 1.0), (1.0, 1.0)));
        let silent = score(&gold, []);
        assert_eq!((silent.f1(), silent.cubed().2, silent.coverage()), (0.0, 0.0, (0.0, 0.0)));
    }

    #[test]
    fn half_right() {
        let wrong = told(&[("north", "Schools in town stayed shut"), ("south", "The lighthouse keeper is eighty")]);
        let right = told(&[("south", "A ferry went down near the cape"), ("north.txt", "ferry sank off the cape at dawn")]);
        let counts = score(&gold(), [right.clone(), wrong.clone(), right.clone()]);
        assert_eq!((counts.system_links, counts.right, counts.found), (2, 1, 1));
        assert_eq!((counts.precision(), counts.recall()), (0.5, 1.0 / 7.0));
        let (whole, partial) = counts.coverage();
        assert!(whole == 0.0 && (partial - 2.0 / 9.0).abs() < 1e-12, "two of three articles of one claim of three");
    }

    #[test]
    fn joined_claims_lose_precision_and_nothing_else() {
        let joined = [sinking(), rescue()].concat();
        let counts = score(&gold(), [joined, warning()]);
        assert_eq!((counts.recall(), counts.right, counts.system_links), (1.0, 7, 13));
        let (precision, recall, _) = counts.cubed();
        assert_eq!((counts.coverage().0, recall), (1.0, 1.0));
        // Six versions have three of their six mates; the two of the quotation have all.
        assert!((precision - (6.0 * 0.5 + 2.0) / 8.0).abs() < 1e-12, "{precision}");
    }

    #[test]
    fn a_version_in_two_claims_is_held_to_both() {
        let pair = |a: (&'static str, &'static str), b| told(&[a, b]);
        let dawn = ("north", "The ferry sank off the cape at dawn.");
        let south = ("south", "A ferry went down near the cape early in the day.");
        let west = ("west", "At dawn a ferry was lost by the cape.");
        let gold = Gold::of(articles(), &[pair(dawn, south), pair(dawn, west)]);
        let together = score(&gold, [sinking()]);
        // North has both; south and west are no company in gold: two thirds.
        let (precision, recall, _) = together.cubed();
        assert!((precision - (1.0 + 2.0 / 3.0 + 2.0 / 3.0) / 3.0).abs() < 1e-12, "{precision}");
        // North is its own mate twice over and is so once.
        assert!((recall - ((0.5 + 1.0 + 1.0) / 3.0 + 2.0) / 3.0).abs() < 1e-12, "{recall}");
    }

    #[test]
    fn what_is_not_in_the_article_is_wrong() {
        let made_up =
            told(&[("north", "Nine sailors were pulled from the water."), ("south", "Pirates had boarded the ferry at night")]);
        let counts = score(&gold(), [made_up]);
        assert_eq!((counts.system_links, counts.right, counts.system_lost), (1, 0, 1));
    }

    #[test]
    fn scope_and_neutral_links_are_not_held_against_a_system() {
        let wrong = told(&[("north", "Schools in town stayed shut"), ("west", "Bread prices rose")]);
        let scope = [sinking(), rescue()].concat().into_iter().map(|text| vec![text]);
        let scoped = Gold { scope: Some(Side::new(scope, &articles())), ..gold() };
        let counts = score(&scoped, [wrong.clone()]);
        assert_eq!((counts.system_links, counts.out_of_scope), (0, 1));
        let lenient = Gold { neutral: Side::new([wrong.clone()], &articles()), ..gold() };
        let counts = score(&lenient, [wrong.clone()]);
        assert_eq!((counts.system_links, counts.neutral), (0, 1));
        assert_eq!(score(&gold(), [wrong]).system_links, 1);
    }

    #[test]
    fn versions_of_one_article_make_no_link() {
        let claim = told(&[
            ("north", "Nine sailors were pulled"),
            ("north", "sailors were pulled from the water"),
            ("west", "Bread prices rose"),
        ]);
        let counts = score(&gold(), [claim.clone(), claim]);
        assert_eq!((counts.system_links, counts.system_claims), (2, 1));
    }
}
