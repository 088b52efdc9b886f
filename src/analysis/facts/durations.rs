//! Lengths of time and ages with a unit: `two hours and 15 minutes`, `an hour and a half`, `a week-long`, `83 years old`.

use super::amount::{Amount, Hedge, Scale, Unit};
use super::lexicon::{Tag, Time};
use super::numbers::{self, Number};
use super::quantities::{Measured, Quantity};
use super::tokens::Tokens;

/// A length of time or an age; none where `days ago` makes a date of it.
pub(super) fn time_after(t: &Tokens, begin: usize, end: usize, word: usize, time: Time, number: &Number) -> Option<Measured> {
    let after = word + 1;
    if time == Time::Year {
        let old = t.past_hyphen(after);
        if t.is(old, &["old", "olds"]) || t.reads(old, &["of", "age"]) {
            return Some(Measured { unit: Unit::Age, by: 1.0, end: old + if t.is(old, &["of"]) { 2 } else { 1 } });
        }
    }
    // A unit of time that is counted in ordinals, or is somebody's: `the 20 second rule` is rare, `one day` an idiom.
    if word == end && number.value == 1.0 && !number.digits && time == Time::Day && t.numeral(begin).is_none() {
        return None;
    }
    let mut unit = time;
    let mut by = time.seconds();
    let mut end = after;
    if word == end.saturating_sub(1) || word + 1 == after {
        // `two hours and 15 minutes`: the finer unit, one after the other.
        let more = after + usize::from(t.is(after, &["and"]) || t.sign(after) == Some(','));
        if let (Some(fine), Tag::Time(finer)) = (numbers::at(t, more), t.tag(numbers::at(t, more).map_or(more, |n| n.end)))
            && finer < time
            && number.value > 0.0
            && fine.value * finer.seconds() < time.seconds() * 2.0
        {
            let total = number.value * by + fine.value * finer.seconds();
            by = total / number.value;
            unit = finer;
            end = fine.end + 1;
        } else if t.reads(after, &["and", "a", "half"]) && number.value > 0.0 {
            by *= (number.value + 0.5) / number.value;
            end = after + 3;
        }
    }
    Some(Measured { unit: Unit::Time(Scale::of(unit)), by, end })
}

/// `an hour and a half`, `half an hour`, `a decade`, `an hour-long`: lengths of time without a number.
pub(super) fn time_without_number(t: &Tokens, i: usize) -> Option<Quantity> {
    let (value, word) = match t.tag(i) {
        Tag::Article => (1.0, i + 1),
        Tag::Part(2.0) => {
            let next = t.past_hyphen(i + 1);
            (0.5, if t.tag(next) == Tag::Article { next + 1 } else { next })
        }
        _ => return None,
    };
    let (value, word) = if value == 1.0 && t.tag(word) == Tag::Part(2.0) && t.past_hyphen(word + 1) > word + 1 {
        (0.5, word + 2)
    } else if value == 1.0 && t.tag(word) == Tag::Part(4.0) && t.reads(word + 1, &["of", "an"]) {
        (0.25, word + 3)
    } else {
        (value, word)
    };
    let Tag::Time(time) = t.tag(word) else { return None };
    // Singular units only: `a seconds`.
    if t.word(word).ends_with('s') || time == Time::Second {
        return None;
    }
    let mut end = word + 1;
    let mut total = value * time.seconds();
    let half = value == 1.0 && t.reads(end, &["and", "a", "half"]);
    if half {
        total *= 1.5;
        end += 3;
    }
    let long = t.is(t.past_hyphen(end), &["long"]);
    let (hedge, start) = numbers::hedge_before(t, i);
    let (trailing, past) = numbers::hedge_after(t, end);
    let hedge = if hedge == Hedge::None { trailing } else { hedge };
    // `a week` alone is mostly a rate or a date: it is a length only where a word says so.
    const LENGTH: [&str; 16] = [
        "for", "lasted", "lasting", "lasts", "within", "after", "took", "takes", "spent", "during", "whole", "full", "in",
        "past", "last", "every",
    ];
    let said = start.checked_sub(1).is_some_and(|b| t.is(b, &LENGTH));
    let sure = half || long || hedge != Hedge::None || value < 1.0 && time <= Time::Hour || said;
    if !sure || t.is(past, &["ago", "earlier", "later", "before"]) {
        return None;
    }
    let scale = if time == Time::Hour { Scale::Minutes } else { Scale::of(time) };
    let amount = Amount::new(total, time.seconds() * if half { 0.5 } else { value }, hedge, Unit::Time(scale));
    Some(Quantity { amount, start, end: past })
}

/// Whether the `over` before a length of time means all through it (`cost $2 million over 10 years`), not longer than it
/// (`lasted over 10 years`).
pub(super) fn is_through(t: &Tokens, start: usize, begin: usize) -> bool {
    #[rustfmt::skip]
    const LONGER: &[&str] = &[
        "for", "lasted", "lasts", "lasting", "took", "takes", "taking", "spent", "after", "in", "well", "just", "a", "of", "is",
        "was", "waited", "lived", "served", "little", "to",
    ];
    start + 1 == begin && t.is(start, &["over"]) && !start.checked_sub(1).is_some_and(|b| t.is(b, LONGER))
}
