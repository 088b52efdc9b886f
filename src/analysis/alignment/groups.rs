//! Which statements stand together: groups in which every two of different articles are linked, or nearly, the strongest
//! first. They may overlap, for one sentence can carry several claims; one that repeats another is none.

use crate::analysis::Evidence;
use crate::analysis::similarity::Similarity;
use crate::analysis::similarity::weights::{AS_FIRST, JOINS, LIKE, NEARLY, PLEDGED, SAME, SAME_WORDS, SECOND, SEED, VERBATIM};
use crate::model::places::overlapping;
use crate::model::{Form, Statement};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// The groups of statements, each sorted, the strongest first.
pub(super) fn groups(evidence: &Evidence, bar: f64) -> Vec<Vec<usize>> {
    let likely = Likely::of(evidence, bar);
    let mut pairs: Vec<(f64, usize, usize)> = likely.pairs(bar).collect();
    pairs.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut known: Vec<Known> = vec![Known::default(); evidence.statements.len()];
    let mut grown = 0;
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for &(score, i, j) in &pairs {
        let (Some(one), Some(other)) = (known.get(i), known.get(j)) else { continue };
        if one.vain >= IN_VAIN && other.vain >= IN_VAIN {
            continue;
        }
        let second_best = one.strongest.zip(other.strongest).is_some_and(|(x, y)| score < SEED * x.min(y));
        if second_best || meet(&one.grown, &other.grown) || two_mouths(evidence, i, j) {
            continue;
        }
        let in_groups = !one.groups.is_empty() && !other.groups.is_empty();
        let group = grow(evidence, bar, (i, j), &likely);
        for &s in &group {
            if let Some(known) = known.get_mut(s) {
                known.grown.push(grown);
            }
        }
        grown += 1;
        let shared = shared(&group, &known);
        let repeated = repeats(&group, &groups, &shared);
        if repeated && in_groups {
            for s in [i, j] {
                if let Some(known) = known.get_mut(s) {
                    known.vain += 1;
                }
            }
            continue;
        }
        let joins = |least: Joins| told_again(least, &likely, &group, &groups, &shared);
        // What no claim has yet would stand nowhere, however sure its links are: it joins the claim that its group repeats,
        // or makes one.
        let nearly = || repeated.then(|| joins(Joins { mean: bar * NEARLY, as_first: 0.0 })).flatten();
        let again = joins(Joins { mean: bar * JOINS, as_first: AS_FIRST }).or_else(nearly);
        let (at, new) = again.unwrap_or((groups.len(), group));
        for &s in &new {
            if let Some(known) = known.get_mut(s) {
                known.strongest.get_or_insert(score);
                known.groups.push(at);
            }
        }
        match groups.get_mut(at) {
            Some(standing) => {
                standing.extend(new);
                standing.sort_unstable();
            }
            None => groups.push(new),
        }
    }
    groups
}

/// What is known of a statement so far.
#[derive(Debug, Clone, Default)]
struct Known {
    /// The groups that it stands in.
    groups: Vec<usize>,
    /// The score that first grouped it.
    strongest: Option<f64>,
    /// How many groups around it said nothing new.
    vain: usize,
    /// The numbers of all groups that were grown and have it, ascending: a pair within one of them starts no other.
    grown: Vec<u32>,
}

/// Whether two sorted lists have a number in common.
fn meet(one: &[u32], other: &[u32]) -> bool {
    let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
    few.iter().any(|number| many.binary_search(number).is_ok())
}

/// The pairs that may stand in one claim at a bar, and no others: a lookup here is most of what grouping does.
struct Likely {
    /// For each statement the others with their scores, by number.
    of: Vec<Vec<(u32, f64)>>,
    /// For each statement those whose pair with it reaches the bar, the strongest first.
    strongest: Vec<Vec<u32>>,
    /// The article of each statement.
    articles: Vec<u32>,
}

impl Likely {
    fn of(evidence: &Evidence, bar: f64) -> Self {
        let Similarity { pairs, partners, .. } = &evidence.similarity;
        let score = |pair: u32| pairs.get(pair as usize).map_or(0.0, |p| p.score);
        let with = |s: usize| partners.with(s).iter().map(|&(t, pair)| (t, score(pair)));
        let of: Vec<Vec<(u32, f64)>> =
            (0..evidence.statements.len()).map(|s| with(s).filter(|(_, score)| *score >= bar * NEARLY).collect()).collect();
        let strongest = |list: &Vec<(u32, f64)>| {
            let mut near: Vec<(u32, f64)> = list.iter().filter(|(_, score)| *score >= bar).copied().collect();
            near.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            near.into_iter().map(|(t, _)| t).collect()
        };
        let strongest = of.iter().map(strongest).collect();
        Likely { of, strongest, articles: evidence.statements.iter().map(|s| s.place.article as u32).collect() }
    }

    /// The pairs that reach the bar: their scores and statements, the lower first.
    fn pairs(&self, bar: f64) -> impl Iterator<Item = (f64, usize, usize)> {
        let of = move |(i, list): (usize, &Vec<(u32, f64)>)| {
            let later = list.iter().filter(move |&&(j, score)| j as usize > i && score >= bar);
            later.map(move |&(j, score)| (score, i, j as usize)).collect::<Vec<_>>()
        };
        self.of.iter().enumerate().flat_map(of)
    }

    /// The score of two statements; 0 where their pair is not likely.
    fn score(&self, one: usize, other: usize) -> f64 {
        let list = self.of.get(one).map_or(&[][..], Vec::as_slice);
        let found = list.binary_search_by_key(&(other as u32), |(to, _)| *to).ok();
        found.and_then(|n| list.get(n)).map_or(0.0, |(_, score)| *score)
    }

    fn strongest_first(&self, statement: usize) -> &[u32] {
        self.strongest.get(statement).map_or(&[], Vec::as_slice)
    }

    fn article(&self, statement: usize) -> Option<u32> {
        self.articles.get(statement).copied()
    }
}

/// A claim has at most so many statements of one article, and of all: a page that repeats itself without end makes a claim
/// that is told often, not one whose links outgrow the story.
pub(super) const AGAIN: usize = 24;
pub(super) const MOST: usize = 240;
/// After so many groups around each of two statements that said nothing new, a pair of the two starts none.
const IN_VAIN: usize = 32;

/// The group around a pair: every statement that is linked, or nearly, with all that are in it, and well with them on
/// average. Statements of one article need not be linked with each other: a caption may repeat the body.
fn grow(evidence: &Evidence, bar: f64, (i, j): (usize, usize), likely: &Likely) -> Vec<usize> {
    let article = |s: usize| likely.article(s);
    let score = |s: usize, t: usize| likely.score(s, t);
    let mut group = vec![i, j];
    for &k in likely.strongest_first(i).iter().chain(likely.strongest_first(j)) {
        let k = k as usize;
        if group.len() == MOST || group.contains(&k) || group.iter().filter(|&&s| article(s) == article(k)).count() == AGAIN {
            continue;
        }
        let others = || group.iter().filter(|&&s| article(s) != article(k)).copied();
        let (mut sum, mut count) = (0.0, 0_usize);
        let near = |s: usize| {
            let score = score(s, k);
            (sum, count) = (sum + score, count + 1);
            score >= bar * NEARLY
        };
        if !others().all(near) || group.iter().any(|&s| two_mouths(evidence, s, k)) {
            continue;
        }
        let mean = |m: usize| others().map(|s| score(s, m)).sum::<f64>() / count.max(1) as f64;
        // Where the article has a version already, a second one must be nearly as good: else it is another statement.
        let first = group.iter().filter(|&&s| article(s) == article(k)).map(|&m| mean(m)).fold(0.0, f64::max);
        let second = sum / count.max(1) as f64;
        // Words that are quoted nearly verbatim elsewhere are that utterance, and hardly another one as well.
        let best = likely.strongest_first(k).first().map_or(0.0, |&b| score(k, b as usize));
        let pledged = best >= VERBATIM && evidence.statements.get(k).is_some_and(|s| s.form == Form::Direct);
        if second >= bar && second >= first * SECOND && (!pledged || second >= best * PLEDGED) {
            group.push(k);
        }
    }
    group.sort_unstable();
    group
}

/// Whether two statements are different people's own words: not one utterance, unless the words are the same and somebody
/// gives them to the wrong person. A report that quotes some of its speaker's words is as good as a quotation here.
fn two_mouths(evidence: &Evidence, one: usize, other: usize) -> bool {
    let Some((a, b)) = evidence.statements.get(one).zip(evidence.statements.get(other)) else { return false };
    let different = a.speaker.as_ref().zip(b.speaker.as_ref()).is_some_and(|(x, y)| x != y);
    if !different || (a.form != Form::Direct && b.form != Form::Direct) {
        return false;
    }
    let same_words = || evidence.similarity.pair(one, other).is_some_and(|p| p.all >= SAME_WORDS);
    let own = |n: usize, s: &Statement| s.form == Form::Direct || quotes_its_speaker(evidence, n, s);
    own(one, a) && own(other, b) && !same_words()
}

/// Words that are quoted of a speaker, not a name or a word held at arm's length.
const OWN_WORDS: usize = 4;

/// Whether a report holds some of its speaker's own words.
fn quotes_its_speaker(evidence: &Evidence, number: usize, statement: &Statement) -> bool {
    let quoted = evidence.similarity.profiles.of.get(number).map_or(0, |p| p.terms.iter().filter(|t| t.quoted).count());
    let mut within = overlapping(&evidence.quotations, &statement.place);
    quoted >= OWN_WORDS && within.any(|q| !q.scare && q.speaker == statement.speaker)
}

/// How many of a group's statements each group that stands already has.
fn shared(group: &[usize], known: &[Known]) -> FxHashMap<usize, usize> {
    let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
    for other in group.iter().filter_map(|s| known.get(*s)).flat_map(|known| &known.groups) {
        *shared.entry(*other).or_default() += 1;
    }
    shared
}

/// What lets a statement join a group that stands: how well it is linked with it on average, and how well beside the
/// version that its article has there already, as a share.
#[derive(Clone, Copy)]
struct Joins {
    mean: f64,
    as_first: f64,
}

/// The group that stands already and has most of these statements, with those that it has not, where they all are linked
/// well with it: what was said is then told once more, in other company.
fn told_again(
    least: Joins,
    likely: &Likely,
    group: &[usize],
    groups: &[Vec<usize>],
    shared: &FxHashMap<usize, usize>,
) -> Option<(usize, Vec<usize>)> {
    let (n, Reverse(at)) = shared.iter().map(|(other, n)| (*n, Reverse(*other))).max()?;
    let standing = groups.get(at)?;
    let article = |s: usize| likely.article(s);
    let mean = |k: usize| {
        let others = standing.iter().filter(|&&s| article(s) != article(k));
        let (sum, count) = others.fold((0.0, 0_usize), |(sum, count), &s| (sum + likely.score(s, k), count + 1));
        sum / count.max(1) as f64
    };
    let joins = |k: usize| {
        let first = standing.iter().filter(|&&s| article(s) == article(k)).map(|&s| mean(s)).fold(0.0, f64::max);
        mean(k) >= least.mean && mean(k) >= first * least.as_first
    };
    let new: Vec<usize> = group.iter().copied().filter(|s| !standing.contains(s)).collect();
    let of = |list: &[usize], k: usize| list.iter().filter(|&&s| article(s) == article(k)).count();
    let room = standing.len() + new.len() <= MOST && new.iter().all(|&k| of(standing, k) + of(&new, k) <= AGAIN);
    (n as f64 >= LIKE * group.len() as f64 && room && new.iter().all(|&k| joins(k))).then_some((at, new))
}

/// Whether a group says no more than one that stands already: one assertion is one claim.
fn repeats(group: &[usize], groups: &[Vec<usize>], shared: &FxHashMap<usize, usize>) -> bool {
    shared.iter().any(|(other, &n)| {
        let size = groups.get(*other).map_or(usize::MAX, Vec::len).min(group.len());
        n as f64 >= SAME * group.len() as f64 || n >= size
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::similarity::Pair;
    use crate::analysis::similarity::partners::Partners;
    use crate::model::{Place, Span};

    /// Statements of as many articles, and the pairs of them that are linked, with their scores.
    fn evidence(articles: usize, pairs: &[(usize, usize, f64)]) -> Evidence {
        let mut evidence = Evidence::default();
        for article in 0..articles {
            let place = Place::new(article, 0, Span::new(0, 1));
            evidence.statements.push(Statement { place, form: Form::Narrated, speaker: None, claims: Vec::new() });
        }
        let pair = |&(i, j, score): &(usize, usize, f64)| Pair { score, ..Pair::of((i, j)) };
        evidence.similarity.pairs = pairs.iter().map(pair).collect();
        evidence.similarity.partners =
            Partners::of(articles, &pairs.iter().map(|&(i, j, _)| (i as u32, j as u32)).collect::<Vec<_>>());
        evidence
    }

    /// Six that tell one thing; the seventh is linked with the first, the next four and the last of them as told.
    fn seven(first: f64, four: f64, last: f64) -> Vec<Vec<usize>> {
        let mut pairs = vec![(0, 6, first), (5, 6, last)];
        for i in 0..6 {
            pairs.extend((i + 1..6).map(|j| (i, j, 0.8)));
        }
        pairs.extend((1..5).map(|i| (i, 6, four)));
        pairs.sort_by_key(|p| (p.0, p.1));
        groups(&evidence(7, &pairs), 0.4)
    }

    #[test]
    fn the_score_of_a_likely_pair_is_found_from_both_sides() {
        let evidence = evidence(4, &[(0, 2, 0.5), (0, 3, 0.1), (1, 2, 0.39), (2, 3, 0.9)]);
        let likely = Likely::of(&evidence, 0.4);
        for pair in &evidence.similarity.pairs {
            let (i, j) = pair.statements();
            let wanted = if pair.score >= 0.4 * NEARLY { pair.score } else { 0.0 };
            assert_eq!((likely.score(i, j), likely.score(j, i)), (wanted, wanted));
        }
        assert_eq!(likely.score(0, 1), 0.0);
        assert_eq!(likely.strongest_first(2), [3, 0]);
        assert_eq!(likely.pairs(0.4).collect::<Vec<_>>(), [(0.5, 0, 2), (0.9, 2, 3)]);
    }

    #[test]
    fn what_is_linked_with_all_tells_the_same() {
        assert_eq!(seven(0.42, 0.42, 0.7), [vec![0, 1, 2, 3, 4, 5, 6]]);
    }

    #[test]
    fn a_sure_link_is_not_lost_to_a_claim_that_stands_already() {
        assert_eq!(seven(0.0, 0.42, 0.7), [vec![0, 1, 2, 3, 4, 5, 6]]);
    }

    #[test]
    fn what_hardly_joins_that_claim_makes_its_own() {
        assert_eq!(seven(0.0, 0.31, 0.45), [vec![0, 1, 2, 3, 4, 5], vec![1, 2, 3, 4, 5, 6]]);
    }
}
