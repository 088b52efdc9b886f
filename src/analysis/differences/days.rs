//! Dates that look unlike and may be one day, or that lie too far apart to be of one act.

use super::items::Item;
use super::telling::Telling;
use crate::analysis::facts::{Grain, Value, When};

/// Whether two dates that disagree are of two acts, or may be one day all the same.
pub(super) fn are_others(x: &Item, y: &Item) -> bool {
    is_last_month(x, y)
        || is_last_month(y, x)
        || years_apart(&x.measure.value, &y.measure.value)
        || is_far(x, y)
        || only_years(x, y)
        || same_night(x, y)
}

/// Whether one is a month of the year before, which `last May` may be, and the other that year: `last year`.
fn is_last_month(x: &Item, y: &Item) -> bool {
    y.words == "last year" && x.words.starts_with("last ") && !is_relative(x)
}

/// Whether two days or months lie years apart: then the like was done again.
fn years_apart(x: &Value, y: &Value) -> bool {
    let year = |v: &Value| match v {
        Value::When(When::Days { from, grain: Grain::Day | Grain::Month, .. }) => Some(from.year()),
        _ => None,
    };
    matches!((year(x), year(y)), (Some(x), Some(y)) if x.abs_diff(y) > 3)
}

/// Days that lie further apart than this are of two acts where one is told from the day of writing: `Friday`, `last month`.
const RECENT: [i32; 3] = [7, 62, 740];

/// Whether one of two dates is told from the day of writing, and the other lies so far off that another act is meant.
fn is_far(x: &Item, y: &Item) -> bool {
    let (Value::When(When::Days { from: a, grain: g, .. }), Value::When(When::Days { from: b, grain: h, .. })) =
        (&x.measure.value, &y.measure.value)
    else {
        return false;
    };
    let limit = |grain: &Grain| match grain {
        Grain::Year => RECENT[2],
        Grain::Month | Grain::Around | Grain::Stretch => RECENT[1],
        Grain::Day => RECENT[0],
    };
    (is_relative(x) || is_relative(y)) && (*a - *b).get_days().abs() > limit(g).max(limit(h))
}

/// Whether both dates are printed with a month, or one is and the other is a day of the week.
pub(super) fn are_printed(x: &Item, y: &Item) -> bool {
    !is_relative(x) || !is_relative(y)
}

/// Whether a date counts from the day of writing: `Friday`, `yesterday`, `last month`.
fn is_relative(x: &Item) -> bool {
    #[rustfmt::skip]
    const MONTHS: [&str; 12] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];
    !x.words.contains(|c: char| c.is_ascii_digit()) && !MONTHS.iter().any(|m| x.words.contains(m))
}

/// Whether two dates are one day or month of different years, and one of the years is not printed but guessed.
fn only_years(x: &Item, y: &Item) -> bool {
    let (Value::When(When::Days { from: a, to: c, .. }), Value::When(When::Days { from: b, to: d, .. })) =
        (&x.measure.value, &y.measure.value)
    else {
        return false;
    };
    let printed = |i: &Item, year: i16| i.words.contains(&year.to_string());
    let within = a.month() == b.month() && (a.day() == b.day() || a != c || b != d);
    a.year() != b.year() && within && !(printed(x, a.year()) && printed(y, b.year()))
}

/// Whether one date is the night of a day and the other the early morning after it: `late Friday`, `early Saturday`.
fn same_night(x: &Item, y: &Item) -> bool {
    let night = |w: &str| ["night", "late", "evening", "overnight"].iter().any(|n| w.contains(n));
    let dawn = |w: &str| ["early", "morning", "overnight"].iter().any(|n| w.contains(n));
    night(&x.words) && dawn(&y.words) || night(&y.words) && dawn(&x.words)
}

/// Whether a date stands in a dateline, which tells when it was written: `BRILL, May 19 (Agency) - The council`.
pub(super) fn is_dateline(telling: &Telling, first: usize, past: usize) -> bool {
    /// So many bytes of a passage hold a dateline.
    const LEAD: usize = 60;
    let (Some(date), Some(last)) = (telling.words.get(first), past.checked_sub(1).and_then(|k| telling.words.get(k))) else {
        return false;
    };
    let Some(after) = telling.text.get(last.span.end..).filter(|_| date.span.start <= LEAD) else { return false };
    let after = after.trim_start_matches(['.', ' ']);
    let after = after.strip_prefix('(').and_then(|t| t.split_once(')')).map_or(after, |(_, rest)| rest);
    let place = telling.text.get(..date.span.start).and_then(|t| t.split(|c: char| !c.is_alphabetic()).next());
    let capitals = place.is_some_and(|p| p.len() > 1 && p.chars().all(char::is_uppercase));
    capitals && after.trim_start().starts_with(['-', '–', '—'])
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::told_on;
    use crate::model::DifferenceKind::{self, Date};

    /// The kinds of difference between two made-up articles of the days given.
    fn on(days: [Option<(i16, i8, i8)>; 2], texts: [&str; 2]) -> Vec<DifferenceKind> {
        let date = |(y, m, d): (i16, i8, i8)| jiff::civil::date(y, m, d);
        told_on(&[("Daily", days[0].map(date), texts[0]), ("Herald", days[1].map(date), texts[1])])
            .into_iter()
            .map(|d| d.kind)
            .collect()
    }

    #[test]
    fn a_day_told_from_the_day_of_writing_is_near_it() {
        let (spring, autumn) = (Some((2009, 3, 4)), Some((2009, 4, 28)));
        let texts = ["The council sealed the harbour on Tuesday.", "The council sealed the harbour on Monday."];
        assert_eq!(on([spring, spring], texts), [Date]);
        assert_eq!(on([None, None], texts), [Date]);
        assert_eq!(on([spring, autumn], texts), []);
        let today = ["The council sealed the harbour on Tuesday.", "The council sealed the harbour today."];
        assert_eq!(on([spring, autumn], today), []);
        assert_eq!(on([spring, None], today), []);
    }

    #[test]
    fn a_year_that_nobody_prints_is_no_other_year() {
        let texts = ["The pilot was killed on June 24.", "The pilot was killed on June 24, 2005."];
        assert_eq!(on([Some((2007, 5, 2)), Some((2007, 5, 2))], texts), []);
        let friday = ["The pilot was killed on June 24.", "The pilot was killed on Friday."];
        assert_eq!(on([Some((2007, 5, 2)), Some((2005, 6, 25))], friday), []);
        let other = ["The pilot was killed on June 24, 2004.", "The pilot was killed on June 24, 2005."];
        assert_eq!(on([Some((2007, 5, 2)), Some((2007, 5, 2))], other), [Date]);
    }
}
