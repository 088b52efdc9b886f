//! When: a day, month, year or stretch of days, as far as the words and the article's date tell.

use jiff::civil::Date;
use jiff::{ToSpan, Unit};
use std::fmt;

/// A date as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Every day from the first to the last is meant or possible.
    Days {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
        /// How exact the words are.
        grain: Grain,
        /// The day of the week that the words name, 1 (Monday) to 7.
        weekday: Option<i8>,
    },
    /// Parts of a date whose year, week or month nobody says.
    Partial {
        /// Month, 1 to 12.
        month: Option<i8>,
        /// Day of the month.
        day: Option<i8>,
        /// Day of the week, 1 (Monday) to 7.
        weekday: Option<i8>,
    },
    /// Counted from the article's date, which is not known: `last week`, `two days ago`.
    Relative {
        /// So many units later; earlier where negative.
        step: i32,
        /// The unit.
        by: Calendar,
    },
}

/// What relative dates count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Calendar {
    /// Days.
    Day,
    /// Weekends.
    Weekend,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Calendar {
    fn name(self) -> &'static str {
        match self {
            Calendar::Day => "day",
            Calendar::Weekend => "weekend",
            Calendar::Week => "week",
            Calendar::Month => "month",
            Calendar::Year => "year",
        }
    }
}

/// How exact a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// One day.
    Day,
    /// One month.
    Month,
    /// One year.
    Year,
    /// A stretch with sharp ends: this week, a decade, 3 to 5 May.
    Stretch,
    /// About then: a month ago.
    Around,
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl When {
    /// One day.
    pub fn day(date: Date) -> Self {
        When::Days { from: date, to: date, grain: Grain::Day, weekday: None }
    }

    /// A whole month, if there is such a month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let from = Date::new(year, month, 1).ok()?;
        Some(When::Days { from, to: from.last_of_month(), grain: Grain::Month, weekday: None })
    }

    /// A whole year.
    pub fn year(year: i16) -> Option<Self> {
        let from = Date::new(year, 1, 1).ok()?;
        Some(When::Days { from, to: from.last_of_year(), grain: Grain::Year, weekday: None })
    }

    /// From one day to another.
    pub fn days(from: Date, to: Date, grain: Grain) -> Self {
        When::Days { from, to: to.max(from), grain, weekday: None }
    }

    /// The same date with the day of the week that the words name.
    pub fn named(self, day: i8) -> Self {
        match self {
            When::Days { from, to, grain, .. } => When::Days { from, to, grain, weekday: Some(day) },
            When::Partial { month, day: date, .. } => When::Partial { month, day: date, weekday: Some(day) },
            other => other,
        }
    }

    /// The day of the week, as named or as the calendar tells it for a single day.
    fn weekday(&self) -> Option<i8> {
        match self {
            When::Days { weekday: Some(day), .. } => Some(*day),
            When::Days { from, grain: Grain::Day, .. } => Some(from.weekday().to_monday_one_offset()),
            When::Partial { weekday, .. } => *weekday,
            _ => None,
        }
    }

    /// Whether both can be the same time: `Friday` and `24 March`, `in March` and `24 March`. What is not known agrees.
    pub fn agrees(&self, other: &When) -> bool {
        match (self, other) {
            (When::Days { from: a, to: b, .. }, When::Days { from: c, to: d, .. }) => {
                // The same day of the week, named by both, in two articles: which week, each resolves by its own date.
                let named = self.weekday().is_some() && self.weekday() == other.weekday();
                let near = |x: Date, y: Date| x.until((Unit::Day, y)).is_ok_and(|s| s.get_days().abs() <= 7);
                (a <= d && c <= b) || (named && near(*a, *c))
            }
            (When::Partial { .. }, When::Partial { .. }) => {
                let unlike = |x: Option<i8>, y: Option<i8>| matches!((x, y), (Some(x), Some(y)) if x != y);
                let (When::Partial { month, day, weekday }, When::Partial { month: m, day: d, weekday: w }) = (self, other)
                else {
                    return true;
                };
                !(unlike(*month, *m) || month == m && unlike(*day, *d) || unlike(*weekday, *w))
            }
            (When::Days { from, to, grain, .. }, When::Partial { month, day, weekday })
            | (When::Partial { month, day, weekday }, When::Days { from, to, grain, .. }) => {
                if matches!(grain, Grain::Year | Grain::Around) {
                    return true;
                }
                let fits = |d: Date| {
                    month.is_none_or(|m| m == d.month())
                        && day.is_none_or(|n| n == d.day())
                        && weekday.is_none_or(|w| w == d.weekday().to_monday_one_offset())
                };
                from.series(1.day()).take_while(|d| d <= to).take(62).any(fits)
            }
            (When::Relative { .. }, _) | (_, When::Relative { .. }) => true,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Days { from, grain: Grain::Day, .. } => write!(f, "{from}"),
            When::Days { from, grain: Grain::Month, .. } => write!(f, "{:04}-{:02}", from.year(), from.month()),
            When::Days { from, grain: Grain::Year, .. } => write!(f, "{:04}", from.year()),
            When::Days { from, to, grain, .. } => write!(f, "{}{from}/{to}", if *grain == Grain::Around { "~" } else { "" }),
            When::Partial { month: None, day: None, weekday: Some(w) } => {
                write!(f, "{}", usize::try_from(*w - 1).ok().and_then(|i| WEEKDAYS.get(i)).unwrap_or(&""))
            }
            When::Partial { month, day, .. } => {
                write!(f, "-")?;
                month.map_or(Ok(()), |m| write!(f, "-{m:02}"))?;
                day.map_or(Ok(()), |d| write!(f, "-{d:02}"))
            }
            When::Relative { step: 0, by: Calendar::Day } => write!(f, "today"),
            When::Relative { step: -1, by: Calendar::Day } => write!(f, "yesterday"),
            When::Relative { step: 1, by: Calendar::Day } => write!(f, "tomorrow"),
            When::Relative { step: 0, by } => write!(f, "this {}", by.name()),
            When::Relative { step: -1, by } => write!(f, "last {}", by.name()),
            When::Relative { step: 1, by } => write!(f, "next {}", by.name()),
            When::Relative { step, by } if *step < 0 => write!(f, "{} {}s ago", step.unsigned_abs(), by.name()),
            When::Relative { step, by } => write!(f, "in {step} {}s", by.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const FRIDAY: When = When::Partial { month: None, day: None, weekday: Some(5) };
    const SATURDAY: When = When::Partial { month: None, day: None, weekday: Some(6) };

    #[test]
    fn a_day_agrees_with_its_weekday_month_and_year() {
        let day = When::day(date(2017, 3, 24));
        assert!(day.agrees(&FRIDAY));
        assert!(!day.agrees(&SATURDAY));
        assert!(When::month(2017, 3).is_some_and(|m| m.agrees(&day)));
        assert!(!When::month(2017, 4).is_some_and(|m| m.agrees(&day)));
        assert!(When::year(2017).is_some_and(|y| y.agrees(&day)));
        assert!(!When::year(2016).is_some_and(|y| y.agrees(&day)));
        assert!(!FRIDAY.agrees(&SATURDAY));
    }

    #[test]
    fn what_nobody_says_agrees() {
        let march = When::Partial { month: Some(3), day: Some(24), weekday: None };
        assert!(march.agrees(&FRIDAY));
        assert!(When::Relative { step: 0, by: Calendar::Day }.agrees(&FRIDAY));
        assert!(!march.agrees(&When::Partial { month: Some(3), day: Some(25), weekday: None }));
    }

    #[test]
    fn values_are_written_as_iso_dates() {
        assert_eq!(When::day(date(2017, 3, 24)).to_string(), "2017-03-24");
        assert_eq!(When::month(2017, 3).map(|w| w.to_string()).as_deref(), Some("2017-03"));
        assert_eq!(When::year(2014).map(|w| w.to_string()).as_deref(), Some("2014"));
        assert_eq!(When::Relative { step: -1, by: Calendar::Week }.to_string(), "last week");
        assert_eq!(When::Relative { step: -3, by: Calendar::Day }.to_string(), "3 days ago");
        assert_eq!(FRIDAY.to_string(), "Friday");
        assert_eq!(When::Partial { month: Some(3), day: Some(24), weekday: None }.to_string(), "--03-24");
    }
}
