//! Dates counted from the article's: `this morning`, `last week`, `over the weekend`, `a month ago`. Where its date is not
//! known, the distance is kept.

use super::lexicon::{Tag, Time};
use super::numbers;
use super::tokens::Tokens;
use super::when::{Calendar, Grain, When};
use jiff::ToSpan;
use jiff::civil::Date;

/// `this morning`, `last night`, `last week`, `next year`, `over the weekend`.
pub(super) fn relative(t: &Tokens, i: usize, published: Option<Date>) -> Option<(When, usize)> {
    let word = t.word(i);
    if word.eq_ignore_ascii_case("the") && t.is(i + 1, &["weekend"]) && i.checked_sub(1).is_some_and(|b| t.is(b, &["over", "at"]))
    {
        return Some((weekend(published, 0)?, i + 2));
    }
    let step: i32 = match word.len() {
        4 if word.eq_ignore_ascii_case("this") => 0,
        4 if word.eq_ignore_ascii_case("last") => -1,
        4 if word.eq_ignore_ascii_case("next") => 1,
        _ => return None,
    };
    let what = i + 1;
    let past = what + 1;
    if t.is_capital(i) && t.is_capital(what) {
        return None; // `This Week`, a programme
    }
    if t.is(what, &["morning", "afternoon", "evening", "night"]) {
        return Some((offset(published, step), past));
    }
    if t.is(what, &["weekend"]) {
        return Some((weekend(published, step)?, past));
    }
    // `last Friday`, `next March` begin at the day or month and look back.
    let Tag::Time(unit) = t.tag(what) else { return None };
    if t.word(what).ends_with('s') {
        return None;
    }
    // `in the last year` is a length of time that ends now.
    if step == -1 && i.checked_sub(1).is_some_and(|b| t.is(b, &["the"])) {
        return None;
    }
    let Some(p) = published else {
        let by = match unit {
            Time::Week => Calendar::Week,
            Time::Month => Calendar::Month,
            Time::Year => Calendar::Year,
            _ => return None,
        };
        return Some((When::Relative { step, by }, past));
    };
    let when = match unit {
        Time::Week => {
            let monday = p.checked_add((step * 7 - i32::from(p.weekday().to_monday_zero_offset())).days()).ok()?;
            // Half the papers begin the week on Sunday.
            When::days(monday.checked_sub(1.day()).ok()?, monday.checked_add(6.days()).ok()?, Grain::Stretch)
        }
        Time::Month => {
            let month = p.first_of_month().checked_add(step.months()).ok()?;
            When::month(month.year(), month.month())?
        }
        Time::Year => When::year(p.year().checked_add(i16::try_from(step).ok()?)?)?,
        _ => return None,
    };
    Some((when, past))
}

/// Saturday and Sunday of the weekend nearest to the article's date, or so many weeks from it.
fn weekend(published: Option<Date>, step: i32) -> Option<When> {
    let Some(p) = published else {
        return Some(When::Relative { step, by: Calendar::Weekend });
    };
    let back = i32::from(p.weekday().to_monday_zero_offset());
    // On Monday to Wednesday the weekend is the last one, later the coming one.
    let saturday = if back <= 2 { -back - 2 } else { 5 - back } + step * 7;
    stretch(p, saturday, saturday + 1, Grain::Stretch)
}

/// `a month ago`, `two weeks ago`, `a few days ago`, `days ago`.
pub(super) fn ago(t: &Tokens, i: usize, published: Option<Date>) -> Option<(When, usize)> {
    let (low, high, unit_at) = if t.tag(i) == Tag::Article && t.is(i + 1, &["few"]) {
        (2.0, 6.0, i + 2)
    } else if t.tag(i) == Tag::Article && t.is(i + 1, &["couple"]) {
        (1.0, 3.0, i + 2 + usize::from(t.is(i + 2, &["of"])))
    } else if t.tag(i) == Tag::Article && matches!(t.tag(i + 1), Tag::Time(_)) {
        (1.0, 1.0, i + 1)
    } else if matches!(t.tag(i), Tag::Time(_)) && t.word(i).ends_with('s') {
        (2.0, 12.0, i)
    } else {
        let n = numbers::at(t, i)?;
        (n.value, n.value, n.end)
    };
    let Tag::Time(unit) = t.tag(unit_at) else { return None };
    let plural = t.word(unit_at).ends_with('s');
    if !t.is(unit_at + 1, &["ago"]) || !plural && high > 1.0 || high > 2_000.0 {
        return None;
    }
    let days = unit.seconds() / Time::Day.seconds();
    // `a month ago` is said of three to five weeks.
    let slack = if unit >= Time::Week { 0.3 * days } else { 0.0 };
    let (near, far) = ((low * days - slack).max(0.0), high * days + slack);
    let (from, to) = (-(far.min(1e6) as i32), -(near.min(1e6) as i32));
    let when = match published {
        Some(p) if slack > 0.0 => stretch(p, from, to, Grain::Around)?,
        Some(p) if from == to => offset(Some(p), from),
        Some(p) => stretch(p, from, to, Grain::Stretch)?,
        None => {
            let (by, per) = match unit {
                Time::Week | Time::Fortnight => (Calendar::Week, 7.0),
                Time::Month => (Calendar::Month, Time::Month.seconds() / Time::Day.seconds()),
                Time::Year | Time::Decade | Time::Century => (Calendar::Year, 365.25),
                _ => (Calendar::Day, 1.0),
            };
            When::Relative { step: -((low * days / per).round().min(1e4) as i32), by }
        }
    };
    Some((when, unit_at + 2))
}

/// A day counted from the article's date.
pub(super) fn offset(published: Option<Date>, days: i32) -> When {
    let day = published.and_then(|p| p.checked_add(days.days()).ok());
    day.map_or(When::Relative { step: days, by: Calendar::Day }, When::day)
}

/// The days between two counted from the article's date, both included.
fn stretch(published: Date, from: i32, to: i32, grain: Grain) -> Option<When> {
    let day = |n: i32| published.checked_add(n.days()).ok();
    Some(When::days(day(from)?, day(to)?, grain))
}
