//! Links one by one: what gold says about each, and which system links stand for each gold link.

use super::gold::{Gold, Telling};
use super::side::{Link, Side, Version, linked, ordered};
use std::collections::{BTreeMap, BTreeSet};

/// What gold says about one link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// People made it too.
    Right,
    /// Only one of them made it, or it was not looked at.
    Unjudged,
    /// Nobody made it.
    Wrong,
}

/// Links judged one by one; a pair of places that comes more than once is judged at its first place and `None` after.
pub fn judge(gold: &Gold, links: &[(Telling, Telling)]) -> Vec<Option<Verdict>> {
    let mut side = Side::new(links.iter().map(|(a, b)| vec![a.clone(), b.clone()]), &gold.articles);
    let all = side.links.clone();
    if let Some(scope) = &gold.scope {
        side.restrict(scope);
    }
    let (to_gold, to_neutral) = (side.agreements(&gold.claims), side.agreements(&gold.neutral));
    let verdict = |link: Link| {
        if !side.links.contains(&link) {
            Verdict::Unjudged
        } else if linked(link, &to_gold, &gold.claims.links) {
            Verdict::Right
        } else if linked(link, &to_neutral, &gold.neutral.links) {
            Verdict::Unjudged
        } else {
            Verdict::Wrong
        }
    };
    let index: BTreeMap<&Version, usize> = side.versions.iter().enumerate().map(|(i, v)| (v, i)).collect();
    let place = |telling: &Telling| index.get(&Version::locate(telling, &gold.articles)).copied();
    let mut seen = BTreeSet::new();
    let judged = links.iter().map(|(a, b)| {
        let link = ordered((place(a)?, place(b)?));
        (all.contains(&link) && seen.insert(link)).then(|| verdict(link))
    });
    judged.collect()
}

/// A gold link, and which of a system's links agree with it at both ends (indices into the list).
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// One end.
    pub one: Telling,
    /// The other.
    pub other: Telling,
    /// The system's links for it.
    pub by: Vec<usize>,
}

/// Every gold link with the system's links for it.
pub fn wanted(gold: &Gold, links: &[(Telling, Telling)]) -> Vec<Wanted> {
    let ends: Vec<(Version, Version)> =
        links.iter().map(|(a, b)| (Version::locate(a, &gold.articles), Version::locate(b, &gold.articles))).collect();
    let mut by_article: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (n, (a, b)) in ends.iter().enumerate() {
        by_article.entry((&a.article, &b.article)).or_default().push(n);
        by_article.entry((&b.article, &a.article)).or_default().push(n);
    }
    let side = &gold.claims;
    let of_link = |&link: &Link| {
        let (one, other) = side.tellings(link)?;
        let (x, y) = side.versions.get(link.0).zip(side.versions.get(link.1))?;
        let near = by_article.get(&(x.article.as_str(), y.article.as_str())).into_iter().flatten().copied();
        let agrees = |n: &usize| ends.get(*n).is_some_and(|(a, b)| a.agrees(x) && b.agrees(y) || a.agrees(y) && b.agrees(x));
        Some(Wanted { one, other, by: near.filter(agrees).collect() })
    };
    side.links.iter().filter_map(of_link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::places::Articles;

    fn telling(article: &str, text: &str) -> Telling {
        Telling { article: article.to_owned(), text: text.to_owned() }
    }

    fn gold() -> Gold {
        let articles = Articles::new(&[
            ("east", "The mill burned down on Sunday night. No one was hurt. A new mill will be built by May."),
            ("west", "Fire destroyed the mill late on Sunday. The owner plans a new mill by May. Oats are dear."),
        ]);
        let claim = |a, b| vec![telling("east", a), telling("west", b)];
        let burned = claim("The mill burned down on Sunday night.", "Fire destroyed the mill late on Sunday.");
        let rebuilt = claim("A new mill will be built by May.", "The owner plans a new mill by May.");
        Gold::of(articles, &[burned, rebuilt])
    }

    #[test]
    fn each_link_gets_its_verdict_and_repeats_get_none() {
        let right = (telling("west", "Fire destroyed the mill"), telling("east", "The mill burned down on Sunday"));
        let wrong = (telling("east", "No one was hurt."), telling("west", "Oats are dear."));
        let swapped = (right.1.clone(), right.0.clone());
        let verdicts = judge(&gold(), &[right, wrong, swapped]);
        assert_eq!(verdicts, [Some(Verdict::Right), Some(Verdict::Wrong), None]);
    }

    #[test]
    fn a_gold_link_knows_the_links_that_stand_for_it() {
        let links = [
            (telling("east", "No one was hurt."), telling("west", "Fire destroyed the mill late on Sunday.")),
            (telling("west", "a new mill by May"), telling("east", "A new mill will be built")),
        ];
        let wanted = wanted(&gold(), &links);
        let by: Vec<&[usize]> = wanted.iter().map(|w| w.by.as_slice()).collect();
        assert_eq!(by, [&[][..], &[1][..]]);
        assert_eq!(wanted[0].other.text, "Fire destroyed the mill late on Sunday.");
    }
}
