//! Parts and their sum: `44 passengers and six crew` here, `50 people` there; `$5 billion in cash and $9 billion in shares`,
//! `$14 billion`. What comes to the same together does not differ.

use super::fates::{Fate, is_people};
use super::frames;
use super::items::{Dimension, Item};
use super::measures::Measured;
use crate::analysis::facts::{Amount, Value};

/// So many parts are told one after another at the most.
const PARTS: usize = 5;
/// So many words lie between two parts of one sum at the most.
const GAP: usize = 12;

/// Of the open measures of two versions, those that no sum settles: together with others they come to one of the other version,
/// or others come to them there.
pub(super) fn left<'m>(
    a: &Measured<'m>,
    mine: Vec<&'m Item<'m>>,
    b: &Measured<'m>,
    theirs: Vec<&'m Item<'m>>,
) -> (Vec<&'m Item<'m>>, Vec<&'m Item<'m>>) {
    if mine.is_empty() || theirs.is_empty() || a.items.len() + b.items.len() < 3 {
        return (mine, theirs);
    }
    let (here, there) = (sums(a, b), sums(b, a));
    let unsettled = |of: &Measured, own: &[(Vec<usize>, usize)], others: &[(Vec<usize>, usize)], x: &Item| {
        let is = |n: &usize| of.items.get(*n).is_some_and(|i| std::ptr::eq(i, x));
        !own.iter().any(|(parts, _)| parts.iter().any(is)) && !others.iter().any(|(_, whole)| is(whole))
    };
    let keep = |open: Vec<&'m Item<'m>>, of: &Measured, own: &[(Vec<usize>, usize)], others: &[(Vec<usize>, usize)]| {
        open.into_iter().filter(|x| unsettled(of, own, others, x)).collect()
    };
    (keep(mine, a, &here, &there), keep(theirs, b, &there, &here))
}

/// Runs of measures of `of` that come to one of `other`: the parts, as indices, and the whole there.
fn sums(of: &Measured, other: &Measured) -> Vec<(Vec<usize>, usize)> {
    let mut found = Vec::new();
    for first in 0..of.items.len() {
        let Some(mut sum) = part(of, first).cloned() else { continue };
        let mut parts = vec![first];
        for next in first + 1..of.items.len() {
            let Some(last) = parts.last().filter(|_| parts.len() < PARTS).and_then(|&n| of.items.get(n)) else { break };
            let (Some(item), Some(more)) = (of.items.get(next), part(of, next)) else { continue };
            if !adds_up(last, item) {
                continue;
            }
            sum.low += more.low;
            sum.high += more.high;
            sum.at += more.at;
            parts.push(next);
            let is_whole = |n: &usize| {
                let alike =
                    other.items.get(*n).is_some_and(|w| parts.iter().all(|&p| of.items.get(p).is_some_and(|i| one_sort(i, w))));
                alike && part(other, *n).is_some_and(|whole| sum.unit == whole.unit && comes_to(&sum, whole))
            };
            found.extend((0..other.items.len()).find(is_whole).map(|whole| (parts.clone(), whole)));
        }
    }
    found
}

/// Whether a sum comes to a whole. Bounds come to anything: `at least 82 dead` and `eight floors` to `at least 87`.
fn comes_to(sum: &Amount, whole: &Amount) -> bool {
    let bounded = sum.high.is_finite() && whole.high.is_finite();
    sum.agrees(whole) && (bounded || (sum.at - whole.at).abs() < f64::EPSILON * whole.at)
}

/// What may be a part, or a whole: a count or a sum of money.
fn part<'m>(of: &'m Measured, n: usize) -> Option<&'m Amount> {
    let item = of.items.get(n).filter(|i| matches!(i.dimension, Dimension::Count(_) | Dimension::Money))?;
    match &item.measure.value {
        Value::Amount(amount) => Some(amount),
        Value::When(_) => None,
    }
}

/// Whether nothing tells that two amounts of money are two sums: where both versions also tell of a third one (`$9 billion to
/// settle claims and $4 billion in relief`, `$9 billion, $2 billion of it as a fine`), what stands beside must be told of both.
pub(super) fn are_one(x: &Item, a: &Measured, y: &Item, b: &Measured) -> bool {
    let money = |i: &&Item| i.dimension == Dimension::Money;
    let third =
        a.items.iter().filter(money).any(|i| b.items.iter().filter(money).any(|j| i.measure.value.agrees(&j.measure.value)));
    (!third || frames::shared(&x.beside, &y.beside) > 0) && is_taken_up(a, x) == is_taken_up(b, y)
}

/// Whether a sum is one of several that are taken up one by one: `the $4 billion to compensate owners`.
pub(super) fn is_taken_up(of: &Measured, item: &Item) -> bool {
    let past = of.telling.range(item.measure.place.span).1;
    of.telling.form_before(item.first) == "the" && matches!(of.telling.form_at(past), "to" | "for" | "that" | "which")
}

/// Whether the second of two measures may be added to the first.
fn adds_up(x: &Item, y: &Item) -> bool {
    one_sort(x, y) && y.first <= x.first + GAP
}

/// Whether two measures count alike, and nothing else became of those of one than of those of the other.
fn one_sort(x: &Item, y: &Item) -> bool {
    // `killing all 44 passengers and six crew aboard`
    let with_all = |x: &Item, y: &Item| x.fate == Some(Fate::Killed) && y.fate == Some(Fate::Aboard);
    let fate = x.fate.is_none() || y.fate.is_none() || x.fate == y.fate || with_all(x, y) || with_all(y, x);
    fate && match (&x.dimension, &y.dimension) {
        (Dimension::Count(Some(a)), Dimension::Count(Some(b))) => a == b || is_people(a) && is_people(b),
        // `killing 44 passengers and six`
        (Dimension::Count(_), Dimension::Count(_)) => x.fate.is_some() || y.fate.is_some(),
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::{Money, Number};

    #[test]
    fn parts_that_come_to_the_whole() {
        for (a, b) in [
            (
                "A ferry with 44 passengers and six crew members sank off the harbour on Monday.",
                "A ferry with 50 people on board sank off the harbour on Monday.",
            ),
            (
                "The ferry was shot at in May off the harbour, killing all the 50 people on board.",
                "The ferry was shot at off the harbour, killing all 44 passengers and six crew aboard.",
            ),
            (
                "The harbour ferry was carrying 44 passengers and six crew members when it sank.",
                "The harbour ferry was carrying 44 passengers, two pilots and four crew members when it sank.",
            ),
            (
                "The deal for the harbour line is worth $9 billion in shares and $5 billion in cash.",
                "Adler Shipping will pay $14 billion for the harbour line in the deal.",
            ),
        ] {
            assert_eq!(kinds(a, b), [], "{a} / {b}");
            assert_eq!(kinds(b, a), [], "{b} / {a}");
        }
    }

    #[test]
    fn parts_that_do_not() {
        let ferry = "A ferry with 58 people on board sank off the harbour on Monday.";
        assert_eq!(kinds("A ferry with 50 people on board sank off the harbour on Monday.", ferry), [Number]);
        let deal = "Adler Shipping will pay $14 billion for the harbour line in cash.";
        assert_eq!(kinds("Adler Shipping will pay $17 billion for the harbour line in cash.", deal), [Money]);
    }
}
