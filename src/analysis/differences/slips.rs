//! Amounts of money in the same figures and another scale: `a $2 billion fine` here, `a $2 million fine` there. Two things hardly
//! cost the same but for the noughts; one outlet has slipped.

use super::items::{Dimension, Item};
use super::measures::{self, Measured};
use super::{Found, Of, closeness};
use crate::analysis::facts::Value;
use crate::model::DifferenceKind;

/// A scale is so many times the next.
const SCALES: [f64; 2] = [1e3, 1e6];
/// So many words after an amount may tell what it is: `$2 billion non-deductible fine`.
const NEAR: usize = 6;

/// The slip of scale between two versions, where one has nothing of the other's amount and something is told near both.
pub(super) fn between(a: &Measured, b: &Measured) -> Option<Found> {
    let money = |m: &'_ Measured| m.items.iter().any(|i| i.dimension == Dimension::Money);
    if !money(a) || !money(b) {
        return None;
    }
    let open = |of: &Measured, i: &Item| !of.items.iter().any(|j| j.measure.value.agrees(&i.measure.value));
    a.items.iter().filter(|x| open(b, x)).find_map(|x| {
        let y = b.items.iter().filter(|y| open(a, y)).find(|y| is_slip(x, y) && are_of_one(a, x, b, y))?;
        Some(Found { kind: DifferenceKind::Money, of: Of::named("scale"), said: [measures::said(a, x), measures::said(b, y)] })
    })
}

/// Whether two amounts of one currency are printed in the same figures, of another scale.
fn is_slip(x: &Item, y: &Item) -> bool {
    let (Value::Amount(p), Value::Amount(q)) = (&x.measure.value, &y.measure.value) else { return false };
    let figures = |i: &Item| i.words.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect::<String>();
    let scale = p.at.max(q.at) / p.at.min(q.at).max(f64::MIN_POSITIVE);
    x.dimension == Dimension::Money
        && p.unit == q.unit
        && p.hedge == q.hedge
        && !figures(x).is_empty()
        && figures(x) == figures(y)
        && SCALES.iter().any(|s| (scale / s - 1.0).abs() < 1e-9)
}

/// Whether a word of what one amount is says what a word of the other does.
fn are_of_one(a: &Measured, x: &Item, b: &Measured, y: &Item) -> bool {
    let near = |m: &Measured, i: &Item| -> Vec<usize> {
        let past = m.telling.range(i.measure.place.span).1;
        let words = m.telling.words.iter().enumerate().skip(past).take(NEAR).take_while(|(_, w)| !w.plain);
        words.filter(|(_, w)| !w.named).map(|(k, _)| k).collect()
    };
    let (mine, theirs) = (near(a, x), near(b, y));
    mine.iter().any(|&j| theirs.iter().any(|&k| closeness::akin(a.telling, j, b.telling, k)))
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Money;

    #[test]
    fn the_same_figures_in_another_scale() {
        let (a, b) = (
            "The harbour bank will pay $9 billion, and that includes a $2 billion fine to the ministry of ports.",
            "The $9 billion of the harbour bank hold a $2 million penalty to the ministry of ports and $4 billion for pilots.",
        );
        assert_eq!(kinds(a, b), [Money]);
        assert_eq!(kinds(b, a), [Money]);
    }

    #[test]
    fn of_two_things_or_told_by_both() {
        let fine = "The harbour bank will pay a $2 billion fine to the ministry of ports.";
        for other in [
            "The harbour bank sold its $2 million yacht to the ministry of ports.",
            "The harbour bank will pay a fine of $2 billion to the ministry of ports, $2 million of it in fines for pilots.",
        ] {
            assert_eq!(kinds(fine, other), [], "{other}");
            assert_eq!(kinds(other, fine), [], "{other}");
        }
    }
}
