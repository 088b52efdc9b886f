//! The only measure of its kind in each of two versions that tell the same: it is of the same thing, whatever verb it stands
//! with. `The last inspection of the bridge was carried out on 21 April`, `that inspection of the bridge took place on April 11`.

use super::closeness;
use super::days;
use super::items::{Dimension, Item, Role};
use super::measures::Measured;
use super::telling::Telling;
use crate::analysis::facts::{Grain, Value, When};

/// Versions of at most this many words each tell little beside their claim …
const SHORT: usize = 24;
/// … and these must have so many words in common, longer ones so many.
const HELD: [usize; 2] = [2, 4];
/// Of one thing, lengths, sums and times are so many times as great at the most.
const TIMES: f64 = 3.5;
/// A year in seconds, nearly.
const YEAR: f64 = 300.0 * 86_400.0;
/// Two accounts of one day are so many days apart at the most.
const DAYS: i32 = 10;

/// Whether two measures that disagree are each the only one of its kind in its version, of versions that have enough in
/// common, and differ by no more than accounts of one thing do.
pub(super) fn are_of_one(x: &Item, y: &Item, a: &Measured, b: &Measured) -> bool {
    let only = |i: &Item, of: &Measured| of.items.iter().filter(|o| o.dimension == i.dimension).count() == 1;
    let told = |i: &Item| !i.saying && !i.which && !i.aside && !i.asked;
    let apart = match (&x.measure.value, &y.measure.value) {
        (Value::Amount(p), Value::Amount(q)) => {
            let sized = match &x.dimension {
                // Years are served, lived and looked back on: two of them are hardly of one thing.
                Dimension::Time => x.role == y.role && matches!(x.role, Role::Lasting | Role::Term) && p.at.max(q.at) < YEAR,
                Dimension::Money => true,
                _ => false,
            };
            sized && p.unit == q.unit && p.at.max(q.at) <= TIMES * p.at.min(q.at)
        }
        (Value::When(p), Value::When(q)) => near(p, q) && days::are_printed(x, y),
        _ => false,
    };
    let one_act = !other_act(x, a, y, b) && !other_act(y, b, x, a);
    let dated = x.dimension == Dimension::Date;
    let another = dated && (tells_another_day(a.telling) || tells_another_day(b.telling));
    apart && one_act && only(x, a) && only(y, b) && told(x) && told(y) && !another && tell_one(a, b)
}

/// Whether the other version tells the act that a measure goes with, and its own measure goes with another: `reopened on Monday`,
/// `on Friday the town counted those in the reopened hotel`.
fn other_act(x: &Item, a: &Measured, y: &Item, b: &Measured) -> bool {
    let akin = |j: usize, k: usize| closeness::akin(a.telling, j, b.telling, k);
    x.governor.is_some_and(|j| y.governor.is_none_or(|k| !akin(j, k)) && (0..b.telling.words.len()).any(|k| akin(j, k)))
}

/// Whether a version tells of the day before or after too: `a day after cracks were found`.
fn tells_another_day(t: &Telling) -> bool {
    t.words.iter().enumerate().any(|(k, w)| {
        w.form == "day" && matches!(t.form_at(k + 1), "after" | "before" | "earlier" | "later") && t.form_at(k + 2) != "day"
    })
}

/// Whether two versions have enough in common for their length.
fn tell_one(a: &Measured, b: &Measured) -> bool {
    let short = a.telling.words.len() <= SHORT && b.telling.words.len() <= SHORT;
    let [few, many] = HELD;
    closeness::of(a.telling, b.telling).held >= if short { few } else { many }
}

/// Whether two days lie close together, or are one day of the month or one month in two years, as a slip makes them.
fn near(p: &When, q: &When) -> bool {
    match (p, q) {
        (When::Days { from: p, grain: Grain::Day, .. }, When::Days { from: q, grain: Grain::Day, .. }) => {
            let same = p.month() == q.month() && p.day() == q.day();
            (1..=DAYS).contains(&(*p - *q).get_days().abs()) || same && p.year() != q.year()
        }
        (When::Days { from: p, grain: Grain::Month, .. }, When::Days { from: q, grain: Grain::Month, .. }) => {
            p.month() == q.month() && p.year() != q.year()
        }
        _ => false,
    }
}
