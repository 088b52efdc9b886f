//! Shares of a vote that two candidates or sides have, which stand or fall together: `won by 51.6% to 48.4%`, `with just under
//! 53 percent of the vote to 47 percent for Brand`; and how much of it was counted then: `with 66 percent of ballots counted`.

use super::items::{Dimension, Item};
use super::measures::{self, Measured};
use super::telling::{Telling, Word};
use super::{Found, Of, frames};
use crate::analysis::facts::{Amount, Hedge, Value};
use crate::model::DifferenceKind;

/// What two sides have of a vote comes to this at least, and to no more than all of it: there may be blank votes and others.
const MOST: f64 = 92.0;
/// Rounded shares come to so much more than all at the most.
const ALL: f64 = 101.0;
/// The lesser of two who stood against each other has so much at least.
const LEAST: f64 = 10.0;
/// Whole percentages are off by no more than this.
const ROUNDED: f64 = 0.5;
/// So many words after a share tell that it is of what was counted.
const COUNTED: usize = 7;

/// The differences of shares of a vote, and of how much was counted, between two versions.
pub(super) fn between(a: &Measured, b: &Measured) -> Vec<Found> {
    let tells_share = |of: &Measured| of.items.iter().any(|i| i.dimension == Dimension::Percent);
    if !tells_share(a) || !tells_share(b) || !is_of_votes(a.telling) || !is_of_votes(b.telling) || apart(a.telling, b.telling) {
        return Vec::new();
    }
    let mut found = Vec::new();
    if let (Some((x, z)), Some((y, w))) = (shares(a), shares(b))
        && !(are_one(x, y) && are_one(z, w))
    {
        found.push(if are_one(x, y) { differ(a, z, b, w, "vote") } else { differ(a, x, b, y, "vote") });
    }
    if let (Some(x), Some(y)) = (counted(a), counted(b))
        && !x.measure.value.agrees(&y.measure.value)
    {
        found.push(differ(a, x, b, y, "counted"));
    }
    found
}

fn differ(a: &Measured, x: &Item, b: &Measured, y: &Item, of: &str) -> Found {
    Found { kind: DifferenceKind::Number, of: Of::named(of), said: [measures::said(a, x), measures::said(b, y)] }
}

/// Whether a version tells of votes that were cast, not of what people told pollsters.
fn is_of_votes(t: &Telling) -> bool {
    let cast = |w: &Word| {
        let form = w.form.as_str();
        form.starts_with("vote") && form != "voters"
            || form.starts_with("ballot")
            || form.starts_with("election")
            || matches!(form, "runoff" | "run-off" | "referendum" | "returns" | "polling" | "precincts" | "presidency")
    };
    let asked =
        |w: &Word| matches!(w.form.as_str(), "poll" | "survey" | "surveys" | "pollster" | "pollsters" | "exit" | "undecided");
    t.words.iter().any(cast) && !t.words.iter().any(asked)
}

/// Whether two versions name different people only, or tell of other days.
fn apart(a: &Telling, b: &Telling) -> bool {
    let people = |t: &Telling| {
        let named = t.words.iter().filter(|w| w.named && !w.placed && !w.time);
        frames::sorted(named.flat_map(frames::faces))
    };
    frames::strangers(&people(a), &people(b)) || frames::other_day(a, b)
}

/// The shares of the two sides, the greater first, where a version gives two that come to nearly all.
fn shares<'m>(of: &'m Measured) -> Option<(&'m Item<'m>, &'m Item<'m>)> {
    let is_counted = |i: &Item| counted(of).is_some_and(|c| std::ptr::eq(c, i));
    // `63 percent of the harbour` is no share of the votes.
    let elsewhere = |i: &Item| {
        let past = of.telling.range(i.measure.place.span).1;
        let cast = |k: usize| matches!(of.telling.form_at(k), "vote" | "votes" | "ballots" | "them" | "it");
        of.telling.form_at(past) == "of" && !(past + 1..past + 4).any(cast)
    };
    let share = |i: &&Item| i.dimension == Dimension::Percent && !is_counted(i);
    if of.items.iter().filter(share).any(elsewhere) {
        return None;
    }
    let mut all = of.items.iter().filter(share);
    let (Some(x), Some(y), None) = (all.next(), all.next(), all.next()) else { return None };
    let (p, q) = (amount(x)?.at, amount(y)?.at);
    let both = (MOST..=ALL).contains(&(p + q)) && p.min(q) >= LEAST && p > q;
    both.then_some((x, y))
}

/// How much of the votes a version says were counted.
fn counted<'m>(of: &'m Measured) -> Option<&'m Item<'m>> {
    let is = |i: &&Item| {
        let past = of.telling.range(i.measure.place.span).1;
        let tells = |w: &Word| matches!(w.form.as_str(), "counted" | "tallied" | "reporting" | "processed");
        i.dimension == Dimension::Percent && of.telling.words.iter().skip(past).take(COUNTED).any(tells)
    };
    let mut all = of.items.iter().filter(is);
    // `Adler had 51 percent, Brand 49, with 80 percent counted`: the nearest before it.
    let last = all.next_back()?;
    all.all(|i| i.first + COUNTED > last.first).then_some(last)
}

fn amount<'m>(i: &'m Item) -> Option<&'m Amount> {
    match &i.measure.value {
        Value::Amount(amount) => Some(amount),
        Value::When(_) => None,
    }
}

/// Whether two shares may be one, rounded. Of a count `just under 53 percent` tells more than of other things.
fn are_one(x: &Item, y: &Item) -> bool {
    let range = |i: &Item| {
        let amount = amount(i)?;
        let (at, step) = (amount.at, if amount.at.fract() == 0.0 { ROUNDED } else { 0.0 });
        Some(match amount.hedge {
            Hedge::Nearly | Hedge::Under | Hedge::UpTo => (at - 2.0 * ROUNDED, at),
            Hedge::Over | Hedge::AtLeast => (at, at + 2.0 * ROUNDED),
            Hedge::About => (at - 2.0 * ROUNDED, at + 2.0 * ROUNDED),
            _ => (at - step, at + step),
        })
    };
    let (Some((low, high)), Some((least, most))) = (range(x), range(y)) else { return true };
    low <= most && least <= high
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{details, kinds};
    use crate::model::DifferenceKind::Number;

    #[test]
    fn shares_of_a_vote_differ_as_pairs() {
        let found = details(&[
            ("Daily", "Adler beat Bruno Brand by 51.6% to 48.4% in the vote for mayor."),
            ("Herald", "Adler had just under 53 percent of the vote to 47 percent for Brand."),
        ]);
        assert_eq!(found, ["51.6% (Daily) / just under 53 percent (Herald)"]);
        let early = "With 66 percent of ballots counted, Adler had 53.4 percent and Brand 46.6 percent.";
        let late = "Adler had 51.9 percent and Brand 48.1 percent with more than 75 percent of the votes counted.";
        assert_eq!(kinds(early, late), [Number, Number]);
        assert_eq!(kinds(late, early), [Number, Number]);
    }

    #[test]
    fn shares_that_are_one_rounded_or_of_another_vote() {
        let count = "Adler beat Bruno Brand by 51.6% to 48.4% in the vote for mayor.";
        for other in [
            "Adler won the vote for mayor with 52 percent to 48 percent for Brand.",
            "In a poll before the vote for mayor Adler led Brand by 56 percent to 44 percent.",
            "Carl Cole beat Dora Dale by 56% to 44% in the vote for mayor.",
            "In the vote for mayor 63 percent of the harbour and 31 percent of the hills stayed at home.",
        ] {
            assert_eq!(kinds(count, other), [], "{other}");
            assert_eq!(kinds(other, count), [], "{other}");
        }
    }
}
