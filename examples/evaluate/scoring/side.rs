//! Claims placed in their articles: versions, the links between them, clusters; and when two versions agree.
//!
//! A version is where its text stands in its article. Two versions agree when they share half of the shorter one's
//! tokens (and, so that neither whole articles nor stray words pass, a tenth of the longer one's; the longer one must
//! not be out of all proportion, and three tokens must be shared, or all of a shorter one).

use super::gold::Telling;
use super::places::{Articles, Places, name_of};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A version by where it stands: its article and, unless it was not found there, its places.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    pub article: String,
    places: Arc<Vec<Places>>,
    /// The text, of a version that is not in its article: two such texts are two versions.
    lost: Option<String>,
}

impl Version {
    /// Finds a text in its article.
    pub fn locate(telling: &Telling, articles: &Articles) -> Version {
        let article = name_of(&telling.article);
        let places = articles.get(&article).map(|a| a.find(&telling.text)).unwrap_or_default();
        let lost = places.is_empty().then(|| telling.text.clone());
        Version { article, places, lost }
    }

    /// Whether its words stand in its article.
    pub fn is_found(&self) -> bool {
        self.lost.is_none()
    }

    /// Whether both are the same version for all that matters.
    pub fn agrees(&self, other: &Version) -> bool {
        self.article == other.article && agree(&self.places, &other.places)
    }
}

/// An unordered pair of versions, the lower index first.
pub type Link = (usize, usize);

/// Claims as distinct versions, the links between them, and clusters.
#[derive(Debug, Clone, Default)]
pub struct Side {
    pub(super) versions: Vec<Version>,
    /// The words of each version.
    texts: Vec<String>,
    pub(super) clusters: Vec<Vec<usize>>,
    pub(super) links: BTreeSet<Link>,
    /// How many texts are not in their article.
    pub(super) lost: usize,
}

/// For each version of one side, the versions of another that agree with it.
pub type Agreements = Vec<Vec<usize>>;

impl Side {
    /// Places claims in their articles. Those that only one article tells make no link and no cluster.
    pub fn new(claims: impl IntoIterator<Item = Vec<Telling>>, articles: &Articles) -> Side {
        let mut side = Side::default();
        let mut index = BTreeMap::new();
        for claim in claims {
            let mut cluster = Vec::new();
            for telling in claim {
                let version = side.add(&telling, articles, &mut index);
                if !cluster.contains(&version) {
                    cluster.push(version);
                }
            }
            side.clusters.push(cluster);
        }
        let pairs = side
            .clusters
            .iter()
            .flat_map(|c| c.iter().enumerate().flat_map(|(n, &i)| c.iter().skip(n + 1).map(move |&j| (i, j))));
        side.links = pairs.filter(|&(i, j)| side.article(i) != side.article(j)).map(ordered).collect();
        side.keep(&vec![true; side.versions.len()]);
        side
    }

    fn add(&mut self, telling: &Telling, articles: &Articles, index: &mut BTreeMap<Version, usize>) -> usize {
        let version = Version::locate(telling, articles);
        self.lost += usize::from(version.lost.is_some());
        *index.entry(version.clone()).or_insert_with(|| {
            self.versions.push(version);
            self.texts.push(telling.text.clone());
            self.versions.len() - 1
        })
    }

    /// The words of both ends of a link.
    pub fn tellings(&self, link: Link) -> Option<(Telling, Telling)> {
        let telling = |v: usize| Some(Telling { article: self.article(v).to_owned(), text: self.texts.get(v)?.clone() });
        telling(link.0).zip(telling(link.1))
    }

    pub(super) fn article(&self, version: usize) -> &str {
        self.versions.get(version).map_or("", |v| &v.article)
    }

    /// Drops the versions outside, then clusters left in one article, then repeats of a cluster.
    fn keep(&mut self, inside: &[bool]) {
        let clusters = std::mem::take(&mut self.clusters);
        let mut seen = BTreeSet::new();
        for mut cluster in clusters {
            cluster.retain(|&v| inside.get(v) == Some(&true));
            let articles: BTreeSet<&str> = cluster.iter().map(|&v| self.article(v)).collect();
            if articles.len() > 1 && seen.insert(cluster.iter().copied().collect::<BTreeSet<_>>()) {
                self.clusters.push(cluster);
            }
        }
    }

    /// The clusters that each version is in.
    pub(super) fn clusters_of(&self) -> Vec<BTreeSet<usize>> {
        let mut of = vec![BTreeSet::new(); self.versions.len()];
        for (k, cluster) in self.clusters.iter().enumerate() {
            for &v in cluster {
                if let Some(set) = of.get_mut(v) {
                    set.insert(k);
                }
            }
        }
        of
    }

    pub(super) fn agreements(&self, other: &Side) -> Agreements {
        let mut by_article: BTreeMap<&str, Vec<(usize, &Version)>> = BTreeMap::new();
        for (j, version) in other.versions.iter().enumerate() {
            by_article.entry(&version.article).or_default().push((j, version));
        }
        let near = |v: &Version| {
            let there = by_article.get(v.article.as_str()).map_or(&[][..], Vec::as_slice);
            there.iter().filter(|(_, w)| agree(&v.places, &w.places)).map(|&(j, _)| j).collect()
        };
        self.versions.iter().map(near).collect()
    }

    /// Leaves only what has a place in the scope, or no place at all.
    pub(super) fn restrict(&mut self, scope: &Side) -> usize {
        let near = self.agreements(scope);
        let inside: Vec<bool> = near.iter().zip(&self.versions).map(|(near, v)| !near.is_empty() || v.lost.is_some()).collect();
        let before = self.links.len();
        self.links.retain(|&(i, j)| inside.get(i) == Some(&true) && inside.get(j) == Some(&true));
        self.keep(&inside);
        before - self.links.len()
    }
}

pub(super) fn ordered((i, j): (usize, usize)) -> Link {
    (i.min(j), i.max(j))
}

/// Whether two versions of one article are the same version for all that matters.
/// Whether two versions of one article, by all their places, are the same for all that matters.
pub fn agree(a: &[Places], b: &[Places]) -> bool {
    a.iter().any(|x| b.iter().any(|y| same_version(x, y)))
}

fn same_version(x: &Places, y: &Places) -> bool {
    let shared = x.shared(y);
    if shared == 0 {
        return false;
    }
    let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
    let enough = shared as f64 >= 0.5 * short as f64 && shared as f64 >= 0.1 * long as f64 && shared >= short.min(3);
    enough && long <= (4 * short).max(60)
}

/// Whether a link agrees at both ends with one of another side's.
pub(super) fn linked(link: Link, near: &Agreements, other: &BTreeSet<Link>) -> bool {
    let ends = |v: usize| near.get(v).map_or(&[][..], Vec::as_slice);
    ends(link.0).iter().any(|&x| ends(link.1).iter().any(|&y| x != y && other.contains(&ordered((x, y)))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(range: std::ops::Range<usize>) -> [Places; 1] {
        [Places::range(range)]
    }

    #[test]
    fn versions_agree_on_half_of_the_shorter() {
        assert!(agree(&range(0..10), &range(5..30)), "half of the shorter");
        assert!(!agree(&range(0..10), &range(6..30)), "less than half");
        assert!(!agree(&range(0..10), &range(10..20)), "side by side");
        assert!(agree(&range(4..6), &range(0..9)), "all of a very short one");
        assert!(!agree(&range(0..4), &range(2..9)), "two words are too few");
        assert!(!agree(&range(10..20), &range(0..90)), "no article as a whole is a version");
        assert!(agree(&range(0..16), &range(0..64)), "four times as long will do");
        assert!(!agree(&range(0..16), &range(0..65)), "but not longer, past sixty");
    }
}
