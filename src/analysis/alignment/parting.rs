//! Which groups tell two things: an article that tells them apart, in two statements, shows it.
//!
//! `We do not want to interfere, but we reserve the right to meet anybody` is linked with a sentence of another outlet that has
//! the first half and with one that has the second. Such a group makes two claims; the sentence stands in both, and what of it
//! is shown follows the statements that tell only the one.

use crate::analysis::Evidence;
use crate::analysis::alignment::edges::{edges, words};
use crate::analysis::alignment::within::{standing, within};
use crate::analysis::similarity::matches::Known;
use crate::analysis::similarity::weights::{APART, IN_TWO, LIKE, OF_BOTH, SURELY};
use rayon::prelude::*;

/// The statements of a claim.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Group {
    /// Their indices, ascending.
    pub statements: Vec<usize>,
    /// Those of them that tell this and not the other thing that the rest tell too; none where it is all one thing.
    pub theme: Vec<usize>,
    /// Those that tell only the other thing.
    aside: Vec<usize>,
}

impl AsRef<[usize]> for Group {
    fn as_ref(&self) -> &[usize] {
        &self.statements
    }
}

/// Groups of more statements are left whole: so many come of reprints, and the work is by the square.
const LARGEST: usize = 64;
/// What has been parted is asked again so often.
const DEEPEST: usize = 4;

/// The groups, each parted where an article tells two things of it apart; the order stays.
pub(super) fn part(evidence: &Evidence, groups: Vec<Vec<usize>>, bar: f64) -> Vec<Group> {
    let parted = groups.into_par_iter().map_init(
        || Known::new(&evidence.similarity.profiles),
        |known, statements| {
            let mut parts = Vec::new();
            divide(evidence, known, Group { statements, ..Group::default() }, bar, DEEPEST, &mut parts);
            parts
        },
    );
    let groups = told_again(parted.flatten_iter().collect(), evidence.statements.len());
    let within = within(&groups, evidence.statements.len());
    groups.into_iter().zip(within).filter_map(|(group, other)| other.is_none().then_some(group)).collect()
}

/// The groups, where one that was left whole joins the half of another that it tells again: it has statements that tell only
/// this half, none that tell only the other, and most of either is in both.
fn told_again(mut groups: Vec<Group>, statements: usize) -> Vec<Group> {
    let standing = standing(&groups, statements);
    let halves: Vec<usize> = (0..groups.len()).filter(|&g| groups.get(g).is_some_and(|half| !half.theme.is_empty())).collect();
    for half in halves {
        let tells = |other: &Group, half: &Group| {
            let common = half.statements.iter().filter(|s| other.statements.contains(s)).count();
            let fewer = half.statements.len().min(other.statements.len());
            other.theme.is_empty()
                && !other.statements.is_empty()
                && common as f64 >= LIKE * fewer as f64
                && !half.aside.iter().any(|s| other.statements.contains(s))
        };
        let Some(of) = groups.get(half) else { continue };
        // Only what stands with its theme can tell it again: most groups of a large story need not be asked.
        let with = of.theme.iter().filter_map(|s| standing.get(*s)).flatten().map(|g| *g as usize);
        let again = with.filter(|g| groups.get(*g).is_some_and(|other| tells(other, of))).min();
        let Some(again) = again else { continue };
        let more = groups.get_mut(again).map(std::mem::take).unwrap_or_default();
        if let Some(half) = groups.get_mut(half) {
            half.statements.extend(more.statements);
            half.statements.sort_unstable();
            half.statements.dedup();
        }
    }
    groups.retain(|group| !group.statements.is_empty());
    groups
}

fn divide(evidence: &Evidence, known: &mut Known, group: Group, bar: f64, deeper: usize, parts: &mut Vec<Group>) {
    let halves = (deeper > 0).then(|| halves(evidence, known, &group.statements, bar)).flatten();
    match halves {
        Some((one, other)) => {
            divide(evidence, known, one, bar, deeper - 1, parts);
            divide(evidence, known, other, bar, deeper - 1, parts);
        }
        None => parts.push(group),
    }
}

/// Stems with what they weigh, ascending.
type Words = Vec<(u32, f64)>;

/// The two things that a group tells, if an article tells them apart.
fn halves(evidence: &Evidence, known: &mut Known, group: &[usize], bar: f64) -> Option<(Group, Group)> {
    let article = |n: usize| group.get(n).and_then(|&s| evidence.statements.get(s)).map(|s| s.place.article);
    let several = (1..group.len()).any(|n| article(n) == article(n - 1));
    if !several || group.len() > LARGEST {
        return None;
    }
    let grounds = grounds(evidence, known, group, bar);
    let sure = |n: usize| mean(evidence, group, n) >= SURELY;
    let mut found: Option<(f64, usize, usize)> = None;
    for (x, one) in grounds.iter().enumerate() {
        for (y, other) in grounds.iter().enumerate().skip(x + 1).take_while(|(y, _)| article(*y) == article(x)) {
            if one.is_empty() || other.is_empty() || !sure(x) || !sure(y) || neighbours(evidence, group, x, y) {
                continue;
            }
            let likeness = cosine(one, other);
            if likeness >= APART || found.as_ref().is_some_and(|(least, ..)| likeness >= *least) {
                continue;
            }
            found = Some((likeness, x, y));
        }
    }
    let (_, x, y) = found?;
    let (one, other) = grounds.get(x).zip(grounds.get(y))?;
    let own = [without(one, other), without(other, one)];
    told(evidence, group, &grounds, (x, y), &own)
}

/// The two groups: the statements that tell the first thing, and those that tell the second; most tell both. None where
/// those that tell both do not tell them in two clauses.
fn told(
    evidence: &Evidence,
    group: &[usize],
    grounds: &[Words],
    (x, y): (usize, usize),
    own: &[Words; 2],
) -> Option<(Group, Group)> {
    let (mut one, mut other) = (Group::default(), Group::default());
    let (mut in_two, mut both) = (0, 0);
    for (n, (&statement, words)) in group.iter().zip(grounds).enumerate() {
        let [of_one, of_other] = own.each_ref().map(|own| shared(own, words) / weight(own).max(f64::MIN_POSITIVE));
        let enough = OF_BOTH * of_one.max(of_other);
        let (first, second) = (n != y && (n == x || of_one >= enough), n != x && (n == y || of_other >= enough));
        for (tells, not, group) in [(first, second, &mut one), (second, first, &mut other)] {
            if tells {
                group.statements.push(statement);
                if !not {
                    group.theme.push(statement);
                }
            }
        }
        if first && second {
            both += 1;
            let [a, b] = own.each_ref().map(|own| clause(evidence, statement, own));
            in_two += usize::from(a != b);
        }
    }
    let told_elsewhere = |group: &Group| {
        let article = |s: &usize| evidence.statements.get(*s).map(|s| s.place.article);
        let first = group.statements.first().and_then(article);
        group.statements.iter().any(|s| article(s) != first)
    };
    (in_two as f64 >= IN_TWO * both as f64 && told_elsewhere(&one) && told_elsewhere(&other)).then(|| {
        (one.aside, other.aside) = (other.theme.clone(), one.theme.clone());
        (one, other)
    })
}

/// How sure the links of a statement with the others of its group are, on average.
fn mean(evidence: &Evidence, group: &[usize], n: usize) -> f64 {
    let article = |s: usize| evidence.statements.get(s).map(|s| s.place.article);
    let Some(&statement) = group.get(n) else { return 0.0 };
    let others = group.iter().filter(|&&s| article(s) != article(statement));
    let (sum, count) = others.fold((0.0, 0_usize), |(sum, count), &s| {
        (sum + evidence.similarity.pair(statement, s).map_or(0.0, |pair| pair.score), count + 1)
    });
    sum / count.max(1) as f64
}

/// What the links of each statement in its group rest on: the words of them all, each as sure as its link.
fn grounds(evidence: &Evidence, known: &mut Known, group: &[usize], bar: f64) -> Vec<Words> {
    known.forget();
    let mut grounds: Vec<Words> = vec![Vec::new(); group.len()];
    for edge in edges(evidence, group, bar) {
        let (i, j) = (edge.statements.0 as usize, edge.statements.1 as usize);
        let shared: Words = known.again((i, j)).iter().flat_map(words).map(|(stem, w)| (stem, w * edge.score)).collect();
        for statement in [i, j] {
            if let Some(ground) = group.binary_search(&statement).ok().and_then(|n| grounds.get_mut(n)) {
                ground.extend_from_slice(&shared);
            }
        }
    }
    for ground in &mut grounds {
        ground.sort_by_key(|(stem, _)| *stem);
        ground.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0.0 };
            same
        });
    }
    grounds
}

/// Whether two statements of a group stand side by side in one passage: they may tell one thing in two sentences.
fn neighbours(evidence: &Evidence, group: &[usize], x: usize, y: usize) -> bool {
    let Some((&s, &t)) = group.get(x).zip(group.get(y)) else { return false };
    let place = |s: usize| evidence.statements.get(s).map(|s| s.place);
    s + 1 == t && place(s).zip(place(t)).is_some_and(|(a, b)| a.same_passage(&b))
}

/// The clause of a statement that holds most of some words, by weight.
fn clause(evidence: &Evidence, statement: usize, words: &Words) -> Option<u32> {
    let profile = evidence.similarity.profiles.of.get(statement)?;
    let mut held = [0.0_f64; u64::BITS as usize];
    for element in &profile.elements {
        let Some(weight) = of(words, element.stem) else { continue };
        for (clause, held) in held.iter_mut().enumerate() {
            if element.clauses >> clause & 1 == 1 {
                *held += weight;
            }
        }
    }
    let most = (0..).zip(held).filter(|(_, held)| *held > 0.0).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    most.map(|(clause, _)| clause)
}

fn of(words: &Words, stem: u32) -> Option<f64> {
    words.binary_search_by_key(&stem, |(stem, _)| *stem).ok().and_then(|n| words.get(n)).map(|(_, weight)| *weight)
}

fn weight(words: &Words) -> f64 {
    words.iter().map(|(_, weight)| weight).sum()
}

/// The words that others do not have.
fn without(words: &Words, others: &Words) -> Words {
    words.iter().filter(|(stem, _)| of(others, *stem).is_none()).copied().collect()
}

/// What those words weigh that others have too.
fn shared(words: &Words, others: &Words) -> f64 {
    words.iter().filter(|(stem, _)| of(others, *stem).is_some()).map(|(_, weight)| weight).sum()
}

fn cosine(one: &Words, other: &Words) -> f64 {
    let square = |words: &Words| words.iter().map(|(_, weight)| weight * weight).sum::<f64>();
    let along: f64 = one.iter().filter_map(|(stem, weight)| Some(weight * of(other, *stem)?)).sum();
    let length = (square(one) * square(other)).sqrt();
    if length > 0.0 { along / length } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::similarity::Pair;
    use crate::analysis::similarity::partners::Partners;
    use crate::analysis::similarity::profile::{At, Element, Profile};
    use crate::model::{Form, Place, Span, Statement};

    /// Statements, each in an article and a passage of its own, by their stems; `|` parts clauses. All of different articles
    /// are linked by 0.9.
    fn evidence(statements: &[(usize, &str)]) -> Evidence {
        let mut evidence = Evidence::default();
        for (n, (article, text)) in (0..).zip(statements) {
            let place = Place::new(*article, n as usize, Span::new(0, 1));
            evidence.statements.push(Statement { place, form: Form::Narrated, speaker: None, claims: Vec::new() });
            let element = |stem: char, clause: usize| Element {
                stem: stem as u32 - 'a' as u32,
                weight: 1.0,
                own: 1.0,
                name: false,
                phrase: false,
                clauses: 1 << clause,
                at: At::None,
            };
            let clauses = text.split('|').enumerate();
            let elements = clauses.flat_map(|(c, stems)| stems.chars().map(move |stem| element(stem, c))).collect();
            evidence.similarity.profiles.of.push(Profile { elements, kind: n, ..Profile::default() });
        }
        evidence.similarity.profiles.vocabulary = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        let mut of = Vec::new();
        for (i, (article, _)) in (0..).zip(statements) {
            of.extend((0..).zip(statements).skip(i as usize + 1).filter(|(_, (other, _))| other != article).map(|(j, _)| (i, j)));
        }
        let pair = |&(i, j): &(u32, u32)| Pair { score: 0.9, ..Pair::of((i as usize, j as usize)) };
        evidence.similarity.pairs = of.iter().map(pair).collect();
        evidence.similarity.partners = Partners::of(statements.len(), &of);
        evidence
    }

    fn parted(statements: &[(usize, &str)], groups: &[&[usize]]) -> Vec<(Vec<usize>, Vec<usize>)> {
        let groups = groups.iter().map(|group| group.to_vec()).collect();
        let parts = part(&evidence(statements), groups, 0.4);
        parts.into_iter().map(|group| (group.statements, group.theme)).collect()
    }

    /// Two outlets tell a and b in one sentence, a third in two.
    const APART: &[(usize, &str)] = &[(0, "ab|cd"), (1, "ab|cd"), (2, "ab"), (2, "cd")];

    #[test]
    fn what_one_outlet_tells_apart_makes_two_claims() {
        assert_eq!(parted(APART, &[&[0, 1, 2, 3]]), [(vec![0, 1, 2], vec![2]), (vec![0, 1, 3], vec![3])]);
    }

    #[test]
    fn what_repeats_itself_is_one() {
        let caption = &[(0, "ab|cd"), (1, "ab|cd"), (2, "ab"), (2, "abc")];
        assert_eq!(parted(caption, &[&[0, 1, 2, 3]]), [(vec![0, 1, 2, 3], vec![])]);
    }

    #[test]
    fn what_nobody_else_tells_in_two_clauses_is_one() {
        let woven = &[(0, "abcd"), (1, "abcd"), (2, "ab"), (2, "cd")];
        assert_eq!(parted(woven, &[&[0, 1, 2, 3]]), [(vec![0, 1, 2, 3], vec![])]);
    }

    #[test]
    fn who_tells_one_thing_only_stands_in_its_claim_only() {
        let half = &[(0, "ab|cd"), (1, "cd"), (2, "ab"), (2, "cd")];
        assert_eq!(parted(half, &[&[0, 1, 2, 3]]), [(vec![0, 2], vec![2]), (vec![0, 1, 3], vec![1, 3])]);
    }

    #[test]
    fn a_claim_that_tells_a_half_again_joins_it() {
        let mut more = APART.to_vec();
        more.push((3, "ab"));
        let parts = parted(&more, &[&[0, 1, 2, 3], &[0, 1, 2, 4]]);
        assert_eq!(parts, [(vec![0, 1, 2, 4], vec![2]), (vec![0, 1, 3], vec![3])]);
    }
}
