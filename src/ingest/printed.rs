//! What a printed date tells, and which day it means among the articles of a story: a date may lack its year, or be read two ways.

use jiff::civil::Date;

/// What a printed date tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// A day.
    Day(Date),
    /// `05/02/2013`: day first or month first, in this order.
    Either(Date, Date),
    /// `March 24`, without a year: month and day.
    Yearless(i8, i8),
    /// A time of day, or a word such as `Updated` with one.
    TimeOnly,
}

impl Printed {
    /// The day, if there is no doubt about it.
    pub fn day(self) -> Option<Date> {
        if let Printed::Day(day) = self { Some(day) } else { None }
    }

    /// The reading that lies nearest to one of the `others` (in order of time), within 60 days: articles of one story appear close
    /// together.
    pub fn near(self, others: &[Date]) -> Option<Date> {
        let candidates: Vec<Date> = match self {
            Printed::Day(day) => return Some(day),
            Printed::Either(a, b) => vec![a, b],
            Printed::Yearless(month, day) => {
                let (first, last) = (others.first()?.year(), others.last()?.year());
                (first.saturating_sub(1)..=last.saturating_add(1)).filter_map(|year| Date::new(year, month, day).ok()).collect()
            }
            Printed::TimeOnly => return None,
        };
        let distance = |c: &Date| {
            let after = others.partition_point(|o| o < c);
            let around = [after.checked_sub(1), Some(after)].into_iter().flatten().filter_map(|n| others.get(n));
            around.map(|o| days_between(*c, *o)).min().unwrap_or(i64::MAX)
        };
        candidates.into_iter().min_by_key(|c| (distance(c), *c)).filter(|c| distance(c) <= 60)
    }
}

/// Days between two dates, without their sign.
fn days_between(a: Date, b: Date) -> i64 {
    let number = |d: Date| i64::from(d.year()) * 366 + i64::from(d.day_of_year());
    (number(a) - number(b)).abs()
}
