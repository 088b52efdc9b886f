//! Which pairs of statements are worth a look: an inverted index over their elements, no all-pairs pass.

use crate::analysis::similarity::laid_out::LaidOut;
use crate::analysis::similarity::profile::{Profile, Profiles};
use crate::analysis::similarity::weights::{FLOOR, PRIOR, SHORTER};
use crate::model::Statement;
use crate::progress::Part;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Work allowed for each word of the story, in steps along posting lists: keeps the index near-linear in stories of a
/// thousand articles. Lists are walked from the shortest (the rarest stems) until the allowance is spent; a story of
/// some fifty articles never spends it.
const STEPS_PER_WORD: usize = 20;
/// Steps allowed at the least: no list is left out of a small story.
const STEPS: usize = 4_000_000;
/// The same for the lists of words akin, of which there are many more and which say less: a story of a hundred articles
/// does not spend it.
const KIN_STEPS_PER_WORD: usize = 50;
const KIN_STEPS: usize = 50_000_000;

/// Pairs allowed in all: each statement keeps its best partners, at least [`FEWEST`] and at most [`MOST`] of them. A story of
/// some fifty articles keeps every partner that reaches the [`floor`].
const PAIRS: usize = 300_000;
const FEWEST: usize = 8;
const MOST: usize = 120;

/// A story of more articles has thousands of statements that share a subject with each, and …
const MANY_ARTICLES: usize = 40;
/// … a pair must share more there to be looked at. In a story of fifty articles seven pairs in ten of those between [`FLOOR`] and
/// this are left out, and of a hundred links not one; who is silent is told there only of those that come near anyway.
const FLOOR_OF_MANY: f64 = 0.1;

/// Containment under which a pair is not looked at in a story of so many articles.
pub fn floor(articles: usize) -> f64 {
    if articles > MANY_ARTICLES { FLOOR_OF_MANY } else { FLOOR }
}

/// All work is shared out in so many shares at the least, lest one thread be left with a long one.
pub(super) const SHARES: usize = 32;

/// A statement that an article makes over and over in the same words is compared so many times and no more.
const AGAIN: usize = 24;

/// Pairs of statements of different articles whose containment may reach the [`floor`]: `(i, j)`, `i < j`, in order. Each statement
/// is a step of `part`.
pub fn candidates(statements: &[Statement], profiles: &Profiles, part: &Part) -> Vec<(u32, u32)> {
    let index = Index::new(statements, profiles);
    let most = (PAIRS / statements.len().max(1)).clamp(FEWEST, MOST);
    let of = |n: &u32| profiles.of.get(*n as usize).map_or(*n, |p| p.kind);
    let mut kinds: Vec<u32> = (0..profiles.of.len() as u32).collect();
    kinds.sort_by_key(of);
    let kinds: Vec<&[u32]> = kinds.chunk_by(|a, b| of(a) == of(b)).collect();
    let found: Vec<Vec<(u32, u32)>> = kinds
        .par_iter()
        .with_max_len(kinds.len().div_ceil(SHARES).max(1))
        .map_init(
            || Walk::new(profiles.of.len()),
            |walk, kind| {
                kind.iter().for_each(|_| part.step());
                index.partners(profiles, walk, kind, most)
            },
        )
        .collect();
    in_order(profiles.of.len(), &found)
}

/// The pairs in order, each once: most are found from both sides. Laid out by the lower statement there are few to sort of each.
fn in_order(statements: usize, found: &[Vec<(u32, u32)>]) -> Vec<(u32, u32)> {
    let mut higher = LaidOut::of(statements, found.iter().flatten().copied());
    higher.sort();
    let mut pairs = Vec::with_capacity(found.iter().map(Vec::len).sum::<usize>() / 2);
    for (lower, higher) in (0..).zip(higher.iter()) {
        pairs.extend(higher.chunk_by(|a, b| a == b).filter_map(|same| Some((lower, *same.first()?))));
    }
    pairs
}

/// For each stem, the statements that hold it, and what is asked of them.
struct Index {
    /// For each stem the statements that hold it, ascending.
    postings: LaidOut<u32>,
    /// The longest list that is walked.
    longest: usize,
    /// The longest list of a word akin that is walked.
    longest_akin: usize,
    /// The size of each statement and its article, close together: most statements that are met on a walk need no more.
    at: Vec<(Size, u32)>,
    /// The size of the smallest.
    smallest: Size,
    /// Whether each statement is compared at all.
    compared: Vec<bool>,
}

/// Tells of each statement whether it is compared: all but those that their article has made [`AGAIN`] times before.
fn compared(statements: &[Statement], profiles: &Profiles) -> Vec<bool> {
    let mut made: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let mut first = |(profile, statement): (&Profile, &Statement)| {
        let times = made.entry((profile.twin, statement.place.article)).or_default();
        *times += 1;
        *times <= AGAIN
    };
    profiles.of.iter().zip(statements).map(&mut first).collect()
}

impl Index {
    fn new(statements: &[Statement], profiles: &Profiles) -> Self {
        let compared = compared(statements, profiles);
        let some = profiles.of.iter().enumerate().filter(|(n, _)| compared.get(*n) == Some(&true));
        let words: usize = some.clone().map(|(_, profile)| profile.terms.len()).sum();
        let held = some.flat_map(|(n, profile)| profile.elements.iter().map(move |element| (element.stem, n as u32)));
        let postings = LaidOut::of(profiles.vocabulary.len(), held);
        let longest = longest_list(&postings, words.saturating_mul(STEPS_PER_WORD).max(STEPS));
        let allowance = words.saturating_mul(KIN_STEPS_PER_WORD).max(KIN_STEPS);
        let longest_akin = longest_akin(&postings, &profiles.kin, longest, allowance);
        let at = profiles.of.iter().zip(statements).map(|(p, s)| (p.size, s.place.article as u32)).collect();
        let smallest = Size::of(profiles.of.iter().map(|p| p.mass).fold(f64::INFINITY, f64::min).min(1e9));
        Index { postings, longest, longest_akin, at, smallest, compared }
    }

    /// The statements that hold a stem; none for a stem so common that its list is not walked.
    fn holders(&self, stem: u32) -> &[u32] {
        let list = self.postings.with(stem as usize);
        if list.len() <= self.longest { list } else { &[] }
    }

    /// The pairs of some statements of one kind with their best partners, by shared mass against the masses of both: the lower
    /// number first.
    fn partners(&self, profiles: &Profiles, walk: &mut Walk, kind: &[u32], most: usize) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        let mut pair = |i: u32, found: &[(f64, u32)]| {
            pairs.extend(found.iter().map(|&(_, j)| (i.min(j), i.max(j))));
        };
        let some = || kind.iter().filter(|i| self.compared.get(**i as usize) == Some(&true));
        let of = |i: u32| Some((profiles.of.get(i as usize)?, self.at.get(i as usize)?.1));
        if some().nth(1).is_none() {
            for (i, (mine, article)) in some().filter_map(|&i| Some((i, of(i)?))) {
                self.likest(profiles, walk, mine, Some(article), most);
                pair(i, &walk.found);
            }
            return pairs;
        }
        // One walk finds the partners of all; only those in the own article are others for each.
        let Some((mine, _)) = some().next().and_then(|&i| of(i)) else { return pairs };
        self.likest(profiles, walk, mine, None, most * ROOM);
        let all = std::mem::take(&mut walk.found);
        let mut own: Vec<(f64, u32)> = Vec::new();
        for (i, (mine, article)) in some().filter_map(|&i| Some((i, of(i)?))) {
            own.clear();
            own.extend(all.iter().filter(|(_, j)| self.at.get(*j as usize).is_some_and(|(_, to)| *to != article)));
            best(&mut own, most);
            if own.len() == most || all.len() < most * ROOM {
                pair(i, &own);
            } else {
                self.likest(profiles, walk, mine, Some(article), most);
                pair(i, &walk.found);
            }
        }
        pairs
    }

    /// Leaves in `walk` the partners that are likest to `mine` and stand in another article than this.
    fn likest(&self, profiles: &Profiles, walk: &mut Walk, mine: &Profile, article: Option<u32>, most: usize) {
        let mut skipped = 0.0;
        for element in &mine.elements {
            let holders = self.holders(element.stem);
            if holders.is_empty() {
                skipped += element.weight;
            }
            walk.along(holders, element.weight as f32);
            for &(kin, strength) in profiles.kin.get(element.stem as usize).map_or(&[][..], Vec::as_slice) {
                if self.postings.with(kin as usize).len() > self.longest_akin {
                    continue;
                }
                let theirs = profiles.weights.get(kin as usize).copied().unwrap_or(0.0);
                walk.along(self.holders(kin), (f64::from(strength) * element.weight.min(theirs)) as f32);
            }
        }
        let Walk { shared, met, found } = walk;
        found.clear();
        // Nothing less alike than this can be among the best, and nothing that shares less is so alike.
        let mut least_alike = profiles.floor;
        let divisor = mine.size.least(self.smallest);
        let least_shared = |alike: f64| ((alike * divisor - skipped * UNWALKED) / BONUS * (1.0 - 1e-6)) as f32;
        let mut least = least_shared(least_alike);
        for &j in met.iter() {
            let Some(sum) = shared.get_mut(j as usize).map(std::mem::take) else { continue };
            if sum < least {
                continue;
            }
            let Some(&(theirs, to)) = self.at.get(j as usize) else { continue };
            let likeness = containment(f64::from(sum) * BONUS + skipped * UNWALKED, mine.size, theirs);
            if likeness >= least_alike && Some(to) != article {
                found.push((likeness, j));
                if found.len() >= most * 4 {
                    best(found, most);
                    least_alike = found.iter().map(|(likeness, _)| *likeness).fold(f64::INFINITY, f64::min);
                    least = least_shared(least_alike);
                }
            }
        }
        met.clear();
        best(found, most);
    }
}

/// So many times the partners that a statement keeps are found for several of one kind together: some stand in the own
/// article of each.
const ROOM: usize = 3;

/// Words that neighbour in both statements add at most a quarter to what they share …
const BONUS: f64 = 1.25;
/// … and of what was not walked so much may be shared as well.
const UNWALKED: f64 = 0.5;

/// What one thread walks with, statement after statement.
struct Walk {
    /// What each statement shares with the one at hand, in nats.
    shared: Vec<f32>,
    /// The statements met.
    met: Vec<u32>,
    found: Vec<(f64, u32)>,
}

impl Walk {
    fn new(statements: usize) -> Self {
        Walk { shared: vec![0.0; statements], met: Vec::new(), found: Vec::new() }
    }

    /// Adds a weight to every statement of a list.
    fn along(&mut self, holders: &[u32], weight: f32) {
        if weight <= 0.0 {
            return;
        }
        // Most are met again: a place is kept for each, and taken by those that are not.
        let met = self.met.len();
        self.met.resize(met + holders.len(), 0);
        let (shared, free) = (self.shared.as_mut_slice(), self.met.get_mut(met..).unwrap_or(&mut []));
        let mut taken = 0;
        for &j in holders {
            let (Some(sum), Some(slot)) = (shared.get_mut(j as usize), free.get_mut(taken)) else { continue };
            *slot = j;
            taken += usize::from(sum.to_bits() == 0);
            *sum += weight;
        }
        self.met.truncate(met + taken);
    }
}

/// Keeps the `most` likest.
fn best(found: &mut Vec<(f64, u32)>, most: usize) {
    if found.len() > most {
        // Of what is not negative the bits are ordered as the numbers are.
        found.select_nth_unstable_by_key(most, |(likeness, j)| (Reverse(likeness.to_bits()), *j));
        found.truncate(most);
    }
}

/// The longest posting list that is walked, so that all walks together stay within `allowance` steps.
fn longest_list(postings: &LaidOut<u32>, allowance: usize) -> usize {
    let mut lengths: Vec<usize> = postings.iter().map(<[u32]>::len).collect();
    lengths.sort_unstable();
    let mut spent = 0_usize;
    let mut longest = 0;
    for length in lengths {
        spent = spent.saturating_add(length.saturating_mul(length) / 2);
        if spent > allowance {
            break;
        }
        longest = length;
    }
    longest
}

/// The longest list of a word akin that is walked, at most `longest`, so that all walks together stay within `allowance` steps.
fn longest_akin(postings: &LaidOut<u32>, kin: &[Vec<(u32, f32)>], longest: usize, allowance: usize) -> usize {
    let length = |stem: usize| postings.with(stem).len();
    // The steps along the lists of each length.
    let mut steps: Vec<(usize, usize)> = Vec::new();
    for (stem, kin) in kin.iter().enumerate() {
        let walks = length(stem);
        steps.extend(
            kin.iter().map(|(akin, _)| length(*akin as usize)).filter(|list| *list <= longest).map(|list| (list, list * walks)),
        );
    }
    steps.sort_unstable();
    let mut spent = 0_usize;
    for same in steps.chunk_by(|a, b| a.0 == b.0) {
        spent = same.iter().fold(spent, |sum, (_, steps)| sum.saturating_add(*steps));
        if spent > allowance {
            return same.first().map_or(0, |(list, _)| list.saturating_sub(1));
        }
    }
    longest
}

/// Shared mass against the masses of both statements: containment of the shorter in the longer with a prior, so that a
/// short statement does not match by chance and a long one is not punished for saying more.
pub fn containment(shared: f64, one: Size, other: Size) -> f64 {
    shared / divisor(one, other)
}

/// What [`containment`] divides by.
pub fn divisor(one: Size, other: Size) -> f64 {
    let (shorter, longer) = if one.shorter <= other.shorter { (one, other) } else { (other, one) };
    shorter.shorter * longer.longer
}

/// The mass of a statement as [`containment`] wants it, raised once and not for every pair.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Size {
    shorter: f64,
    longer: f64,
}

impl Size {
    /// The size of a statement of `mass` nats.
    pub fn of(mass: f64) -> Self {
        Size { shorter: (mass + PRIOR).powf(SHORTER), longer: (mass + PRIOR).powf(1.0 - SHORTER) }
    }

    /// The smaller of two.
    pub fn smaller(self, other: Size) -> Size {
        if other.shorter < self.shorter { other } else { self }
    }

    /// Less than what [`containment`] divides by for any other statement, if none is smaller than `smallest`.
    fn least(self, smallest: Size) -> f64 {
        smallest.shorter * self.longer * (1.0 - 1e-9)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::weigh;
    use crate::model::{Article, Passage, PassageKind, Story};

    /// An invented word: another number, another word, and none akin.
    fn word(number: usize) -> String {
        let letter = |list: &str, n: usize| list.chars().nth(n % list.len()).unwrap_or('o');
        let syllable = |n: usize| [letter("bdfgklmnprst", n), letter("aeiou", n / 12 + n)];
        (1..5).flat_map(|k| syllable((number + 7) * (number + 3 * k) * k / 2 + number / 5)).collect()
    }

    /// How alike the pairs are that are looked at among so many articles; each shares a word in ten with the next, and the
    /// first and the last say the same.
    fn looked_at(articles: usize) -> Vec<f64> {
        let text = |n: usize| {
            let mut words: Vec<String> = (0..7).map(|k| word(n * 8 + k)).collect();
            words.extend([word(n * 8 + 7), word(n * 8 + 15)]);
            format!("They saw {}.", words.join(" the "))
        };
        let article = |n: usize| Article {
            passages: vec![Passage {
                kind: PassageKind::Paragraph,
                speaker: None,
                lines: (1, 1),
                text: text(if n + 1 == articles { 0 } else { n }),
            }],
            ..Article::default()
        };
        let story = Story { articles: (0..articles).map(article).collect(), ..Story::default() };
        weigh(&story).similarity.pairs.iter().map(|pair| pair.all).collect()
    }

    #[test]
    fn among_many_articles_a_pair_that_shares_little_is_not_looked_at() {
        let few = looked_at(MANY_ARTICLES);
        assert!(few.iter().any(|all| *all < FLOOR_OF_MANY) && few.iter().all(|all| *all >= FLOOR), "{few:?}");
        let many = looked_at(MANY_ARTICLES + 1);
        assert!(many.iter().any(|all| *all > 0.5) && many.iter().all(|all| *all >= FLOOR_OF_MANY), "{many:?}");
    }

    /// Articles that print some of three sentences each, the first of them over and over.
    fn reprints() -> Story {
        let lines = [
            "The council sold the harbour ferries to a shipyard.",
            "The harbour ferries were sold by the council.",
            "A shipyard in the north bought the harbour ferries.",
        ];
        let passage =
            |text: &&str| Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: (*text).to_owned() };
        let article = |n: usize| {
            let told = lines.iter().enumerate().filter(|(k, _)| n & (1 << k) != 0).map(|(_, line)| line);
            let again = std::iter::repeat_n(&lines[0], n / 4);
            Article { passages: told.chain(again).map(passage).collect(), ..Article::default() }
        };
        Story { articles: (1..16).map(article).collect(), ..Story::default() }
    }

    #[test]
    fn statements_of_one_kind_have_the_partners_that_each_has_alone() {
        let evidence = weigh(&reprints());
        let (statements, profiles) = (&evidence.statements, &evidence.similarity.profiles);
        let index = Index::new(statements, profiles);
        let mut walk = Walk::new(profiles.of.len());
        let mut several = 0;
        for first in 0..profiles.of.len() as u32 {
            let kind: Vec<u32> = (0..).zip(&profiles.of).filter(|(_, p)| p.kind == first).map(|(n, _)| n).collect();
            several += usize::from(kind.len() > 1);
            // Few are wanted, and those found for all may stand in one's own article; or all are.
            for most in [1, 2, 5, 40] {
                let mut together = index.partners(profiles, &mut walk, &kind, most);
                let alone = kind.chunks(1).flat_map(|one| index.partners(profiles, &mut walk, one, most));
                let mut alone: Vec<(u32, u32)> = alone.collect();
                together.sort_unstable();
                alone.sort_unstable();
                assert_eq!(together, alone, "{first}, {most}");
            }
        }
        assert!(several > 1);
    }
}
