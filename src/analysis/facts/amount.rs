//! How much: an amount as an interval, with its unit, what is counted, and how sure the text is of it.

use super::lexicon::Time;
use super::sizes::Size;
use std::fmt;

/// What an amount is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Things or people; [`Amount::of`] says which.
    Count,
    /// Money, with its ISO 4217 code.
    Currency(&'static str),
    /// Parts of a hundred.
    Percent,
    /// The distance of two percentages.
    PercentPoint,
    /// A length of time; amounts are in seconds, shown in the unit named here.
    Time(Scale),
    /// How old somebody is, in years.
    Age,
    /// A length, area, weight or speed; amounts are in metres, square metres, kilograms or kilometres an hour, shown in the
    /// unit named here.
    Size(Size),
}

/// The unit a length of time is shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// Seconds.
    Seconds,
    /// Minutes, also for hours.
    Minutes,
    /// Days, also for weeks.
    Days,
    /// Months.
    Months,
    /// Years, also for decades and centuries.
    Years,
}

impl Scale {
    pub(super) fn of(time: Time) -> Self {
        match time {
            Time::Second => Scale::Seconds,
            Time::Minute | Time::Hour => Scale::Minutes,
            Time::Day | Time::Week | Time::Fortnight => Scale::Days,
            Time::Month => Scale::Months,
            Time::Year | Time::Decade | Time::Century => Scale::Years,
        }
    }

    fn seconds(self) -> f64 {
        match self {
            Scale::Seconds => 1.0,
            Scale::Minutes => Time::Minute.seconds(),
            Scale::Days => Time::Day.seconds(),
            Scale::Months => Time::Month.seconds(),
            Scale::Years => Time::Year.seconds(),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Scale::Seconds => "second",
            Scale::Minutes => "minute",
            Scale::Days => "day",
            Scale::Months => "month",
            Scale::Years => "year",
        }
    }
}

/// How sure the text is of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hedge {
    /// `six`
    None,
    /// `about six`, `some 60`, `6 or so`
    About,
    /// `nearly six`, `just under 60`: a little less
    Nearly,
    /// `more than six`, `over 60`
    Over,
    /// `at least six`, `60-plus`
    AtLeast,
    /// `fewer than six`, `under 60`
    Under,
    /// `up to six`, `as many as 60`
    UpTo,
    /// `five to six`, `between 50 and 60`
    Range,
    /// `dozens`, `millions`
    Many,
}

/// How much or how many.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// The lowest value that the words allow.
    pub low: f64,
    /// The highest value that the words allow; infinite for `more than`.
    pub high: f64,
    /// The number that is printed (the lower end of a range).
    pub at: f64,
    /// How sure the text is of it.
    pub hedge: Hedge,
    /// What it is measured in.
    pub unit: Unit,
    /// What is counted: the stem of the noun, `person` for every word that means people. Counts only.
    pub of: Option<String>,
}

/// `about` allows this much more and less.
const ABOUT: f64 = 0.1;
/// `nearly` allows this much less, and twice as much of a length of time, which people round more coarsely, and of a
/// number of one figure (`nearly $1 billion`).
const NEARLY: f64 = 0.05;
/// `hundreds` are not thousands, `dozens` not hundreds: more than this many of the unit take the next.
const MANY: f64 = 12.0;
/// A long round number without a hedge (`5,000`) may be off by this much.
const ROUNDED: f64 = 0.05;

impl Amount {
    /// An amount that prints `at`, whose last printed place is worth `step`.
    pub fn new(at: f64, step: f64, hedge: Hedge, unit: Unit) -> Self {
        let coarse = step > 1.0 && at < 10.0 * step;
        // `nearly half` of a hundred is 45 too: shares in words are rounded by two points.
        let share = unit == Unit::Percent && step >= 2.0;
        let loose = if coarse || share || matches!(unit, Unit::Time(_)) { 2.0 } else { 1.0 };
        let slack = match unit {
            Unit::Percent => step / 2.0,
            Unit::Time(_) | Unit::Age | Unit::Size(_) => 0.0,
            _ => Self::rounding(at, step),
        };
        let (low, high) = match hedge {
            Hedge::None | Hedge::Range => (at - slack, at + slack),
            Hedge::About => (at * (1.0 - ABOUT), at * (1.0 + ABOUT)),
            Hedge::Nearly => (at * (1.0 - loose * NEARLY) + at * 1e-6, at),
            Hedge::Over | Hedge::AtLeast => (at - slack, f64::INFINITY),
            Hedge::Under | Hedge::UpTo => (0.0, at + slack),
            Hedge::Many => (at * 2.0, at * MANY),
        };
        Amount { low, high, at, hedge, unit, of: None }
    }

    /// From one number to another.
    pub fn range(low: f64, high: f64, unit: Unit) -> Self {
        Amount { low, high, at: low, hedge: Hedge::Range, unit, of: None }
    }

    /// How far a printed number may be from the true one by rounding alone: half of its last printed place where a
    /// scale or decimals show that it is rounded (`9.7 million`), little for long round numbers, nothing for `23`.
    fn rounding(at: f64, step: f64) -> f64 {
        if step != 1.0 {
            return (step / 2.0).min(at * ABOUT);
        }
        let mut round = 1.0;
        while at >= round * 100.0 && at % (round * 10.0) == 0.0 {
            round *= 10.0;
        }
        if at >= 1_000.0 && round >= 100.0 { (round / 2.0).min(at * ROUNDED) } else { 0.0 }
    }

    /// Whether both can be true of one thing: `about 90 minutes` and `an hour and a half`, `at least 12` and `15`.
    /// Amounts in different units are never compatible.
    pub fn agrees(&self, other: &Amount) -> bool {
        let same = match (self.unit, other.unit) {
            (Unit::Time(_), Unit::Time(_)) => true,
            (Unit::Size(a), Unit::Size(b)) => a.extent() == b.extent(),
            (a, b) => a == b,
        };
        // Months are not all of one length (`90 days`, `three months`), and conversions are rounded (`44 miles`, `70 km`).
        let uneven = match (self.unit, other.unit) {
            (Unit::Time(a), Unit::Time(b)) if a != b => 0.02,
            (Unit::Size(a), Unit::Size(b)) if a != b => 0.05,
            _ => 1e-9,
        };
        // What both round to one place can be one only where both print it alike: 47.4 is never rounded to 48. Long round numbers
        // (`5,000`, `5,100`) are not rounded to any one place.
        let width =
            |a: &Amount| if a.hedge == Hedge::None && (a.unit != Unit::Count || a.at >= 1e6) { a.high - a.low } else { 0.0 };
        let narrow = width(self).min(width(other));
        let slack = if narrow > 0.0 && uneven < 1e-6 { -1e-6 * narrow } else { self.at.min(other.at) * uneven };
        same && !self.is_another_bound(other) && self.low <= other.high + slack && other.low <= self.high + slack
    }

    /// Whether both are measured alike: in units of one kind, or as counts of one noun.
    pub fn is_like(&self, other: &Amount) -> bool {
        match (self.unit, other.unit) {
            (Unit::Time(_), Unit::Time(_)) => true,
            (Unit::Size(a), Unit::Size(b)) => a.extent() == b.extent(),
            (a, b) => a == b && self.of == other.of,
        }
    }

    /// Whether two sums of money are told to three figures, and are two, though one is told as a bound: `more than $915 million` is
    /// no way to tell of $930 million.
    fn is_another_bound(&self, other: &Amount) -> bool {
        let bound = |a: &Amount| matches!(a.hedge, Hedge::UpTo | Hedge::Under | Hedge::Over | Hedge::AtLeast);
        let told = bound(self) && other.hedge == Hedge::None || bound(other) && self.hedge == Hedge::None;
        let money = matches!((self.unit, other.unit), (Unit::Currency(p), Unit::Currency(q)) if p == q);
        money && told && self.figures() > 2 && other.figures() > 2 && (self.at - other.at).abs() > self.at.max(other.at) * 1e-9
    }

    /// How many figures are printed, without noughts at the end.
    fn figures(&self) -> usize {
        let digits: String = format!("{:e}", self.at).chars().take_while(|c| *c != 'e').filter(char::is_ascii_digit).collect();
        digits.trim_end_matches('0').len()
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = match self.unit {
            Unit::Time(scale) => scale.seconds(),
            Unit::Size(size) => size.worth(),
            _ => 1.0,
        };
        let at = Plain(self.at / by);
        match self.hedge {
            Hedge::None => write!(f, "{at}")?,
            Hedge::About | Hedge::Nearly => write!(f, "~{at}")?,
            Hedge::Over => write!(f, ">{at}")?,
            Hedge::AtLeast => write!(f, "≥{at}")?,
            Hedge::Under => write!(f, "<{at}")?,
            Hedge::UpTo => write!(f, "≤{at}")?,
            Hedge::Range => write!(f, "{at}–{}", Plain(self.high / by))?,
            Hedge::Many => write!(f, "≥{}", Plain(self.low / by))?,
        }
        let many = if (self.at / by - 1.0).abs() < 1e-9 && self.hedge != Hedge::Range { "" } else { "s" };
        match self.unit {
            Unit::Count => Ok(()),
            Unit::Currency(code) => write!(f, " {code}"),
            Unit::Percent => write!(f, "%"),
            Unit::PercentPoint => write!(f, " percentage point{many}"),
            Unit::Time(scale) => write!(f, " {}{many}", scale.name()),
            Unit::Age => write!(f, " year{many} old"),
            Unit::Size(size) => write!(f, " {}", size.sign()),
        }
    }
}

/// A number without needless decimals.
struct Plain(f64);

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.4}", self.0);
        write!(f, "{}", text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(at: f64, hedge: Hedge) -> Amount {
        Amount::new(at, 1.0, hedge, Unit::Count)
    }

    #[test]
    fn hedges_allow_what_they_say() {
        assert!(count(12.0, Hedge::AtLeast).agrees(&count(15.0, Hedge::None)));
        assert!(!count(12.0, Hedge::AtLeast).agrees(&count(9.0, Hedge::None)));
        assert!(count(100.0, Hedge::About).agrees(&count(94.0, Hedge::None)));
        assert!(!count(100.0, Hedge::About).agrees(&count(140.0, Hedge::None)));
        assert!(count(60.0, Hedge::UpTo).agrees(&count(40.0, Hedge::AtLeast)));
        assert!(!count(60.0, Hedge::UpTo).agrees(&count(61.0, Hedge::None)));
        assert!(!count(6.0, Hedge::None).agrees(&count(7.0, Hedge::None)));
    }

    #[test]
    fn rounding_is_understood_where_it_shows() {
        let million = |at: f64, step: f64| Amount::new(at * 1e6, step * 1e6, Hedge::None, Unit::Currency("USD"));
        assert!(million(9.7, 0.1).agrees(&million(9.72, 0.01)));
        assert!(!million(9.7, 0.1).agrees(&million(8.0, 1.0)));
        // A bound in three figures is nearly the sum.
        let bound = |at: f64, hedge| Amount::new(at * 1e6, 1e5, hedge, Unit::Currency("USD"));
        assert!(!bound(15.3, Hedge::UpTo).agrees(&million(14.7, 0.1)));
        assert!(bound(15.0, Hedge::UpTo).agrees(&million(14.7, 0.1)));
        assert!(bound(14.7, Hedge::Over).agrees(&million(14.7, 0.1)));
        assert!(count(5_000.0, Hedge::None).agrees(&count(5_100.0, Hedge::None)));
        assert!(!count(200.0, Hedge::None).agrees(&count(203.0, Hedge::None)));
        // Rounded to one place, two figures are two.
        assert!(!million(9.7, 0.1).agrees(&million(9.8, 0.1)));
        let percent = |at: f64, step: f64| Amount::new(at, step, Hedge::None, Unit::Percent);
        assert!(!percent(47.0, 1.0).agrees(&percent(48.0, 1.0)));
        assert!(percent(47.0, 1.0).agrees(&percent(47.4, 0.1)));
        assert!(percent(47.0, 1.0).agrees(&percent(47.5, 0.1)));
    }

    #[test]
    fn lengths_of_time_compare_across_units() {
        let time = |n: f64, t: Time, hedge| Amount::new(n * t.seconds(), t.seconds(), hedge, Unit::Time(Scale::of(t)));
        assert!(time(90.0, Time::Minute, Hedge::About).agrees(&time(1.5, Time::Hour, Hedge::None)));
        assert!(time(2.0, Time::Week, Hedge::None).agrees(&time(14.0, Time::Day, Hedge::None)));
        assert!(!time(2.0, Time::Hour, Hedge::None).agrees(&time(3.0, Time::Hour, Hedge::None)));
        assert_eq!(time(1.5, Time::Hour, Hedge::None).to_string(), "90 minutes");
        assert_eq!(time(2.0, Time::Decade, Hedge::Nearly).to_string(), "~20 years");
        assert_eq!(time(1.0, Time::Day, Hedge::None).to_string(), "1 day");
    }

    #[test]
    fn currencies_never_agree_with_each_other() {
        let pounds = Amount::new(8e6, 1e6, Hedge::None, Unit::Currency("GBP"));
        let dollars = Amount::new(8e6, 1e6, Hedge::None, Unit::Currency("USD"));
        assert!(!pounds.agrees(&dollars));
        assert_eq!(pounds.to_string(), "8000000 GBP");
    }
}
