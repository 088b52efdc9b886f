//! Claims that would be called the same are one: a reader who sees two of them side by side takes them for two.
//!
//! In: claims with their labels. Out: the same, where one is called by a passage that another has too and the names are alike,
//! the later joined to the earlier. Grouping keeps them apart because few of their versions are linked across:
//! one outlet's lead has another's caption for company here, its last paragraph there.

use super::{Telling, best, groups};
use crate::analysis::Evidence;
use crate::analysis::labels::Label;
use crate::analysis::similarity::weights::{CALLED_ALIKE, CALLED_NEARLY, FROM_AGAIN, ONCE_MORE, TOGETHER};
use crate::model::{Comparison, Link, Place, STRONG};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A passage: article and number.
type Passage = (usize, usize);

/// A claim takes in so many others: a page that says one thing ten thousand times makes no claim of ten thousand versions.
const MOST: usize = 4;
/// So many claims that have a version in a passage are asked.
const ASKED: usize = 64;

/// For each claim the earlier one that it tells again, if any.
pub(super) fn told_again(comparison: &Comparison, labels: &[Label]) -> Vec<Option<usize>> {
    let claims = Claims::of(comparison);
    let mut again: Vec<Option<usize>> = vec![None; labels.len()];
    let mut taken = vec![0; labels.len()];
    for (c, label) in labels.iter().enumerate() {
        let found = claims.at(&label.place).take_while(|first| *first < c).find(|&first| {
            let free = again.get(first).is_some_and(Option::is_none) && taken.get(first).is_some_and(|taken| *taken < MOST);
            free && labels.get(first).is_some_and(|other| claims.are_one((first, other), (c, label)))
        });
        if let Some((slot, first)) = again.get_mut(c).zip(found) {
            *slot = Some(first);
            if let Some(taken) = taken.get_mut(first) {
                *taken += 1;
            }
        }
    }
    again
}

/// The versions of a claim, and of those that tell it again what is linked with them on average: what led these to a claim of
/// their own may be a stranger.
pub(super) fn united(evidence: &Evidence, first: Vec<Telling>, again: Vec<Telling>) -> Vec<Telling> {
    let mean = |telling: &Telling| {
        let others = first.iter().filter(|other| other.version.place.article != telling.version.place.article);
        let (sum, count) = others.fold((0.0, 0_usize), |(sum, count), other| {
            (sum + best(&evidence.similarity, telling, other).map_or(0.0, |pair| pair.score), count + 1)
        });
        sum / count.max(1) as f64
    };
    let mut more: Vec<Telling> = Vec::new();
    for telling in again {
        let place = telling.version.place;
        let told = first.iter().any(|other| other.version.place.article == place.article);
        let all = || first.iter().chain(&more).map(|other| other.version.place);
        let full = all().count() >= groups::MOST || all().filter(|other| other.article == place.article).count() >= groups::AGAIN;
        if !full && !all().any(|other| other.overlaps(&place)) && mean(&telling) >= if told { ONCE_MORE } else { FROM_AGAIN } {
            more.push(telling);
        }
    }
    let mut tellings: Vec<Telling> = first.into_iter().chain(more).collect();
    tellings.sort_by_key(|telling| telling.version.place);
    tellings
}

/// The claims of a comparison by passage.
struct Claims<'c> {
    comparison: &'c Comparison,
    of: FxHashMap<Passage, Vec<usize>>,
}

impl<'c> Claims<'c> {
    fn of(comparison: &'c Comparison) -> Self {
        let mut of: FxHashMap<Passage, Vec<usize>> = FxHashMap::default();
        for (c, claim) in comparison.claims.iter().enumerate() {
            for version in &claim.versions {
                let claims = of.entry(passage(&version.place)).or_default();
                if claims.last() != Some(&c) {
                    claims.push(c);
                }
            }
        }
        Claims { comparison, of }
    }

    /// The first that have a version in the passage of a place, ascending.
    fn at(&self, place: &Place) -> impl Iterator<Item = usize> {
        self.of.get(&passage(place)).map_or(&[][..], Vec::as_slice).iter().take(ASKED).copied()
    }

    /// The version of a claim that tells what stands at a place.
    fn version_at(&self, claim: usize, place: &Place) -> Option<usize> {
        self.comparison.claims.get(claim)?.versions.iter().position(|version| holds(&version.place, place))
    }

    /// Whether two claims are one: the first has the version that the second is called by, and either this is so in turn and
    /// the names print the same words, or they nearly do and both are told by the same articles in the same places.
    fn are_one(&self, (first, one): (usize, &Label), (second, other): (usize, &Label)) -> bool {
        let Some((a, b)) = self.version_at(first, &one.place).zip(self.version_at(first, &other.place)) else { return false };
        if other_figures(&one.text, &other.text) {
            return false;
        }
        let linked = |link: &Link| [link.versions, (link.versions.1, link.versions.0)].contains(&(a, b)) && link.score >= STRONG;
        if a != b && one.place.article != other.place.article && !self.comparison.links_of(first).any(linked) {
            return false;
        }
        let alike = alike(&one.words, &other.words);
        let in_turn = || self.version_at(second, &one.place).is_some();
        alike >= CALLED_ALIKE && in_turn() || alike >= CALLED_NEARLY && self.stand_together(first, second)
    }

    /// Whether three articles or more, and most of those that tell the claim that fewer tell, tell both in one place.
    fn stand_together(&self, first: usize, second: usize) -> bool {
        let claim = |c: usize| self.comparison.claims.get(c);
        let Some((one, other)) = claim(first).zip(claim(second)) else { return false };
        let both = one.versions.iter().filter(|v| self.version_at(second, &v.place).is_some());
        let both: BTreeSet<usize> = both.map(|v| v.place.article).collect();
        let fewer = one.articles().len().min(other.articles().len());
        both.len() >= 3 && both.len() as f64 >= TOGETHER * fewer as f64
    }
}

fn passage(place: &Place) -> Passage {
    (place.article, place.passage)
}

/// Whether a version tells what stands at a place: it holds four fifths of it.
fn holds(version: &Place, place: &Place) -> bool {
    let (from, to) = (version.span.start.max(place.span.start), version.span.end.min(place.span.end));
    version.same_passage(place) && to.saturating_sub(from) * 5 >= place.span.len() * 4
}

/// The share of the shorter label's words that the other prints too. Both ascend.
fn alike(one: &[u64], other: &[u64]) -> f64 {
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let both = shorter.iter().filter(|word| longer.binary_search(word).is_ok()).count();
    both as f64 / shorter.len().max(1) as f64
}

/// Whether both labels tell figures, and not the same: `26 dead`, `31 dead`.
fn other_figures(one: &str, other: &str) -> bool {
    let figures = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '.' && c != ',');
        words
            .map(|w| w.trim_matches(['.', ',']))
            .filter(|w| w.starts_with(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (figures(one), figures(other));
    !one.is_empty() && !other.is_empty() && one != other
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Claim, ClaimKind, Form, Span, Version};

    /// The place of a passage: ten bytes of article and passage.
    fn place((article, passage): Passage) -> Place {
        Place::new(article, passage, Span::new(0, 10))
    }

    /// Which claims are told again; a claim is its passages, all linked, then the number of the one that it is called by, and
    /// its label, whose words are told by their first letters.
    fn found(claims: &[(&[Passage], usize, &str)]) -> Vec<Option<usize>> {
        let (mut comparison, mut labels) = (Comparison::default(), Vec::new());
        for (c, (passages, called, text)) in claims.iter().enumerate() {
            let version = |p: &Passage| Version { place: place(*p), form: Form::Narrated, speaker: None };
            comparison.claims.push(Claim {
                label: String::new(),
                kind: ClaimKind::Statement,
                speaker: None,
                confidence: 0.9,
                versions: passages.iter().map(version).collect(),
                absent: Vec::new(),
                differences: Vec::new(),
            });
            let pairs = (0..passages.len()).flat_map(|x| (x + 1..passages.len()).map(move |y| (x, y)));
            comparison.links.extend(pairs.map(|versions| Link { claim: c, versions, score: 0.9, reasons: [].into() }));
            let mut words: Vec<u64> = text.bytes().filter(u8::is_ascii_uppercase).map(u64::from).collect();
            words.sort_unstable();
            let place = passages.get(*called).map_or(Place::default(), |p| place(*p));
            labels.push(Label { text: (*text).to_owned(), place, words });
        }
        told_again(&comparison, &labels)
    }

    const HERE: &[Passage] = &[(0, 0), (1, 0), (2, 3)];
    const THERE: &[Passage] = &[(0, 0), (1, 0), (3, 5)];

    #[test]
    fn two_that_are_called_by_each_others_passages_in_the_same_words_are_one() {
        assert_eq!(found(&[(HERE, 0, "Mayor Closes Harbour"), (THERE, 1, "Harbour Closes: Mayor")]), [None, Some(0)]);
        assert_eq!(found(&[(HERE, 0, "Mayor Closes Harbour"), (THERE, 0, "Mayor Builds Towers")]), [None, None]);
        assert_eq!(found(&[(HERE, 0, "Mayor Closes Harbour"), (THERE, 2, "Mayor Closes Harbour")]), [None, None]);
    }

    #[test]
    fn two_that_give_other_figures_are_not() {
        assert_eq!(found(&[(HERE, 0, "Storm Kills 26"), (THERE, 1, "Storm Kills 31")]), [None, None]);
        assert_eq!(found(&[(HERE, 0, "Storm Kills 26"), (THERE, 1, "Storm Kills Many")]), [None, Some(0)]);
    }

    #[test]
    fn names_may_differ_more_where_the_same_articles_tell_both_in_one_place() {
        let names = ("Mayor Closes Old Harbour", "Harbour Of Mayor Ends Business");
        assert_eq!(found(&[(HERE, 0, names.0), (THERE, 1, names.1)]), [None, None]);
        let there: &[Passage] = &[(0, 0), (1, 0), (2, 3), (3, 5)];
        assert_eq!(found(&[(there, 0, names.0), (HERE, 1, names.1)]), [None, Some(0)]);
    }

    #[test]
    fn of_what_only_the_later_has_strangers_stay_away() {
        use crate::analysis::similarity::Pair;
        use crate::analysis::similarity::partners::Partners;
        // Statement n stands in passage n; the first claim is 0 (article 0) and 1 (article 1).
        let telling = |statement: usize, article: usize| Telling {
            version: Version { place: place((article, statement)), form: Form::Narrated, speaker: None },
            statements: vec![statement],
        };
        let scores = [((0, 1), 0.9), ((0, 2), 0.4), ((1, 2), 0.2), ((0, 3), 0.2), ((1, 3), 0.0), ((0, 4), 0.2)];
        let mut evidence = Evidence::default();
        evidence.similarity.pairs = scores.iter().map(|(of, score)| Pair { score: *score, ..Pair::of(*of) }).collect();
        let of: Vec<(u32, u32)> = scores.iter().map(|((i, j), _)| (*i as u32, *j as u32)).collect();
        evidence.similarity.partners = Partners::of(5, &of);
        let first = || vec![telling(0, 0), telling(1, 1)];
        let statements = |more| united(&evidence, first(), more).iter().flat_map(|t| t.statements.clone()).collect::<Vec<_>>();
        assert_eq!(statements(vec![telling(2, 2), telling(3, 2)]), [0, 1, 2]);
        // An article that tells it already needs more for once more.
        assert_eq!(statements(vec![telling(4, 1)]), [0, 1]);
        assert_eq!(statements(vec![telling(1, 1)]), [0, 1]);
    }

    #[test]
    fn what_is_told_again_takes_none_to_itself() {
        let claims: [(&[Passage], usize, &str); 3] =
            [(HERE, 0, "Mayor Closes Harbour"), (THERE, 1, "Mayor Closes Harbour"), (THERE, 0, "Mayor Closes Harbour")];
        assert_eq!(found(&claims), [None, Some(0), Some(0)]);
    }
}
