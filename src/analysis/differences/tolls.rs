//! Counts of those who died, were hurt or are missing, which every outlet brings up to date: of these `at least` tells the latest
//! count, so that two bounds are two counts.

use super::fates;
use super::items::Item;
use super::measures::one_fate;
use crate::analysis::facts::{Amount, Hedge, Value};

/// A count told roundly is no more than so many times less than the next.
const ROUNDED: f64 = 1.25;

/// Whether two measures can both be true of one thing. Of a toll, `at least` tells the latest count: `at least 82 dead`, `at least
/// 87 dead` are two.
pub(super) fn agree(x: &Item, y: &Item) -> bool {
    x.measure.value.agrees(&y.measure.value) && !are_two_counts(x, y)
}

fn are_two_counts(x: &Item, y: &Item) -> bool {
    let (Value::Amount(p), Value::Amount(q)) = (&x.measure.value, &y.measure.value) else { return false };
    let least = |a: &Amount| matches!(a.hedge, Hedge::AtLeast | Hedge::Over);
    let (few, most) = (p.at.min(q.at), p.at.max(q.at));
    // `more than 100`, `at least 112`
    let rounded = few % 10.0 == 0.0 && most <= ROUNDED * few;
    one_fate(x, y) && x.fate.is_some_and(fates::is_toll) && least(p) && least(q) && few < most && !rounded
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Number;

    #[test]
    fn two_counts_of_one_toll() {
        for (a, b) in [
            (
                "There was one fatality, and 131 injuries, in the harbour fire.",
                "The harbour fire killed one and hurt 139 people.",
            ),
            // A bound of a toll is its latest count; others and another are those who did not die.
            ("At least 73 people died in the harbour fire.", "The harbour fire killed at least 78 people."),
            (
                "At least 73 people died when an eight-storey house fell at the harbour.",
                "An eight-storey house at the harbour fell, killing at least 78 people.",
            ),
            (
                "Five people were killed and another 16 were hurt in the harbour fire.",
                "Five were killed, and 22 people were hurt, in the harbour fire.",
            ),
            ("The harbour fire killed five and hurt 16 others.", "The harbour fire killed five and hurt 22 people."),
        ] {
            assert_eq!(kinds(a, b), [Number], "{a} / {b}");
            assert_eq!(kinds(b, a), [Number], "{b} / {a}");
        }
    }

    #[test]
    fn one_count_told_roundly_and_counts_of_others() {
        for (a, b) in [
            ("At least 100 people died in the harbour fire.", "More than 110 people died in the harbour fire."),
            (
                "Three suspects died in a shoot-out at the harbour.",
                "The suspects killed 12 people at the harbour before they fell in a shoot-out.",
            ),
            (
                "The thief must pay a $200,000 fine to the harbour court.",
                "The thief had agreed to pay $2 million in hush money to one clerk of the harbour court.",
            ),
        ] {
            assert_eq!(kinds(a, b), [], "{a} / {b}");
        }
    }
}
