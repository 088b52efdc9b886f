//! Amounts: a number with its hedge, its unit or what it counts, and ranges of two numbers. Goes in: tokens and a place
//! to begin. Comes out: the amount and the tokens it covers. Money, percentages, lengths of time and ages are told apart
//! by what stands beside the number.

use super::ages;
use super::amount::{Amount, Hedge, Unit};
use super::counted;
use super::currencies;
use super::durations;
use super::lexicon::{Tag, national};
use super::no_amounts;
use super::numbers::{self, Number};
use super::sizes;
use super::tokens::Tokens;

/// An amount and the tokens it covers, hedges included.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    pub amount: Amount,
    pub start: usize,
    pub end: usize,
}

/// What a number is measured in, as read so far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measured {
    pub unit: Unit,
    /// Worth of one in the unit's base: seconds, or 1.
    pub by: f64,
    pub end: usize,
}

/// The amount whose number (or currency sign) stands at token `i`; or, where the numeral is no amount, how far to go on.
pub(super) fn at(t: &Tokens, i: usize) -> Result<Quantity, usize> {
    if let Some(end) = no_amounts::past_telephone(t, i) {
        return Err(end);
    }
    if let Some(quantity) = durations::time_without_number(t, i) {
        return Ok(quantity);
    }
    if let Some(share) = share(t, i) {
        return Ok(share);
    }
    let (code, first) = currencies::before(t, i);
    let Some(number) = numbers::at(t, first) else { return Err(i + 1) };
    if code.is_none() && no_amounts::is_no_quantity(t, first, number.end) {
        return Err(no_amounts::past_figures(t, number.end));
    }
    if code.is_none() && number.digits && no_amounts::score(t, number) {
        let past = number.end + 2;
        return Err(past + 2 * usize::from(t.is_dash(past) && t.glued(past) && t.is(past - 1, &["for", "of"])));
    }
    Ok(of_number(t, i, code, &number))
}

/// The share that is told in words at token `i`: `a third`, `two in five`, `a quarter of a point`.
fn share(t: &Tokens, i: usize) -> Option<Quantity> {
    let quantity = |share: f64, step: f64, unit: Unit, end: usize| {
        let (hedge, start) = numbers::hedge_before(t, i);
        Some(Quantity { amount: Amount::new(share, step, hedge, unit), start, end })
    };
    if let Some((share, end)) = numbers::fraction(t, i) {
        return match past_point(t, end) {
            Some(end) => quantity(share / 100.0, 0.01, Unit::PercentPoint, end),
            None => quantity(share, 2.0, Unit::Percent, end),
        };
    }
    let (share, step, end) = numbers::ratio(t, i)?;
    quantity(share, step, Unit::Percent, end)
}

/// The amount that begins at token `begin` with the sign of a currency or with `number`: with its hedges, the end of its range, and
/// what it is measured in or counts.
fn of_number(t: &Tokens, begin: usize, code: Option<&'static str>, number: &Number) -> Quantity {
    let (after, end) = numbers::hedge_after(t, number.end);
    let second = range_with(t, begin, end, code, number);
    let read_to = second.map_or(end, |last| last.end);
    let measured = match code {
        Some(code) => Measured { unit: Unit::Currency(code), by: 1.0, end: currencies::past_word(t, read_to, code) },
        None => unit_after(t, begin, read_to, second.as_ref().unwrap_or(number)),
    };
    let (before, start) = match numbers::hedge_before(t, begin) {
        (_, start) if matches!(measured.unit, Unit::Time(_)) && durations::is_through(t, start, begin) => (Hedge::None, begin),
        before => before,
    };
    let (trailing, end) = numbers::hedge_after(t, measured.end);
    let hedge = [before, after, trailing].into_iter().find(|hedge| *hedge != Hedge::None).unwrap_or(Hedge::None);
    let mut amount = match second {
        Some(last) => range(number, &last, &measured),
        None if number.many => Amount::new(number.value * measured.by, 1.0, Hedge::Many, measured.unit),
        None => Amount::new(number.value * measured.by, number.step * measured.by, hedge, measured.unit),
    };
    if measured.unit == Unit::Count && second.is_none() && sizes::is_magnitude(t, begin, end, number) {
        // Seismographs tell 6.1 from 6.2.
        (amount.low, amount.high, amount.of) = (amount.at, amount.at, Some("magnitude".to_owned()));
    } else if measured.unit == Unit::Count {
        let noun = counted::noun(t, end, amount.at == 1.0 && amount.hedge == Hedge::None);
        amount.of = noun.or_else(|| counted::collective(t, start));
    }
    Quantity { amount, start, end }
}

/// An amount between two numbers. `$4-5 million`: the scale at the end holds for both.
fn range(first: &Number, last: &Number, measured: &Measured) -> Amount {
    let scaled = first.value * last.step.max(1.0);
    let one_scale = last.scaled && !first.scaled && first.value < last.value && scaled < last.value;
    let low = if one_scale { scaled } else { first.value };
    Amount::range(low * measured.by, last.value * measured.by, measured.unit)
}

/// Past `of a percentage point`, of which a share is told: `a quarter of a point`.
fn past_point(t: &Tokens, end: usize) -> Option<usize> {
    let at = t.reads(end, &["of", "a"]).then_some(end + 2)?;
    let point = at + usize::from(t.is(at, &["percentage"]));
    t.is(point, &["point"]).then_some(point + 1)
}

/// The second number of a range: `10 to 15`, `10-15`, `between 10 and 15`, `five or six`, `$4m–$5m`.
fn range_with(t: &Tokens, begin: usize, end: usize, code: Option<&str>, first: &Number) -> Option<Number> {
    // `three- to four-day`
    let hanging = t.is_dash(end) && t.glued(end) && !t.glued(end + 1) && t.is(end + 1, &["to", "or"]);
    let end = end + usize::from(hanging);
    let between = begin.checked_sub(1).is_some_and(|b| t.is(b, &["between"]));
    let from = begin.checked_sub(1).is_some_and(|b| t.is(b, &["from"]));
    let dash = t.is_dash(end) && t.numeral(begin.max(end.saturating_sub(1))).is_some() == t.numeral(end + 1).is_some();
    if !(between && t.is(end, &["and"]) || !from && t.is(end, &["to", "or"]) || dash && t.glued(end) == t.glued(end + 1)) {
        return None;
    }
    let (other, at) = currencies::before(t, end + 1);
    if other.is_some() && other != code {
        return None;
    }
    let second = numbers::at(t, at)?;
    (first.value < second.value && !first.many && !second.many && !no_amounts::is_no_quantity(t, at, second.end))
        .then_some(second)
}

/// What stands after the number: percent, a currency, a unit of time, an age; else it counts something.
fn unit_after(t: &Tokens, begin: usize, end: usize, number: &Number) -> Measured {
    let count = Measured { unit: Unit::Count, by: 1.0, end };
    let next = t.past_hyphen(end);
    match t.tag(next) {
        Tag::Percent => {
            let points = t.is(next + 1, &["point", "points"]);
            return Measured {
                unit: if points { Unit::PercentPoint } else { Unit::Percent },
                by: 1.0,
                end: next + 1 + usize::from(points),
            };
        }
        Tag::Currency(code) => {
            // `two crowns` are won or worn; nothing costs as little.
            if t.is(next, &["crown", "crowns"]) && number.value < 10.0 {
                return count;
            }
            if let Some(money) = currencies::after(t, end, next, code) {
                return money;
            }
        }
        Tag::Time(time) => return durations::time_after(t, begin, end, next, time, number).unwrap_or(count),
        _ => {}
    }
    if let Some((size, end)) = sizes::at(t, next) {
        return Measured { unit: Unit::Size(size), by: size.worth(), end };
    }
    if t.is(next, &["per"]) && t.is(next + 1, &["cent"]) {
        return Measured { unit: Unit::Percent, by: 1.0, end: next + 2 };
    }
    if t.glued(next) && t.is(next, &["pc"]) {
        return Measured { unit: Unit::Percent, by: 1.0, end: next + 1 };
    }
    if t.is(next, &["basis"]) && t.is(next + 1, &["point", "points"]) {
        return Measured { unit: Unit::PercentPoint, by: 0.01, end: next + 2 };
    }
    if t.reads(next, &["percentage", "points"]) || t.reads(next, &["percentage", "point"]) {
        return Measured { unit: Unit::PercentPoint, by: 1.0, end: next + 2 };
    }
    // `millions of euros`, `five million US dollars`.
    let nation = if t.is(end, &["of"]) { end + 1 } else { next };
    if let Tag::Currency(code) = t.tag(nation) {
        return Measured { unit: Unit::Currency(code), by: 1.0, end: nation + 1 };
    }
    if t.is_capital(nation) {
        let mut word = nation + 1;
        while t.sign(word) == Some('.') || (t.glued(word) && t.is(word, &["s"])) {
            word += 1;
        }
        if let Tag::Currency(code) = t.tag(word) {
            return Measured { unit: Unit::Currency(national(t.word(nation), code)), by: 1.0, end: word + 1 };
        }
    }
    if !number.many && !number.scaled && ages::is_age(t, begin, end, number.value) {
        return Measured { unit: Unit::Age, by: 1.0, end };
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All amounts of a text: as printed, and as read.
    fn all(text: &str) -> Vec<(String, String)> {
        let t = Tokens::new(text);
        let mut found = Vec::new();
        let mut i = 0;
        while i < t.len() {
            match at(&t, i) {
                Ok(q) => {
                    found.push((t.span(q.start, q.end).of(text).to_owned(), q.amount.to_string()));
                    i = q.end.max(i + 1);
                }
                Err(next) => i = next.max(i + 1),
            }
        }
        found
    }

    fn one(text: &str) -> (String, String) {
        let found = all(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        found.into_iter().next().unwrap_or_default()
    }

    fn value(text: &str) -> String {
        one(text).1
    }

    #[test]
    fn money() {
        for (text, wanted) in [
            ("a loan of Â£8million from it", "8000000 GBP"),
            ("a $9.7 million loan", "9700000 USD"),
            ("US$5bn in aid", "5000000000 USD"),
            ("about 40 million euros", "~40000000 EUR"),
            ("millions of euros", "≥2000000 EUR"),
            ("half a million dollars", "500000 USD"),
            ("between $4 and $5 million", "4000000–5000000 USD"),
            ("$4-5 million", "4000000–5000000 USD"),
            ("$4m–$5m", "4000000–5000000 USD"),
            ("5m euros", "5000000 EUR"),
            ("C$300", "300 CAD"),
            ("$US5 million", "5000000 USD"),
            ("EUR 20 billion", "20000000000 EUR"),
            ("200 Canadian dollars", "200 CAD"),
            ("more than $915 million", ">915000000 USD"),
            ("a $5-million fund", "5000000 USD"),
            ("offers 1,150 crowns a share", "1150 CZK"),
            ("put at 28 million kuna", "28000000 HRK"),
            ("some 900 Swedish crowns", "~900 SEK"),
            ("20,000 Danish kroner", "20000 DKK"),
            ("two million Iraqi dinars", "2000000 IQD"),
        ] {
            assert_eq!(value(text), wanted, "{text}");
        }
    }

    #[test]
    fn pounds_of_weight_are_no_money() {
        for text in ["a 200-pound man", "two pounds of butter", "he weighs 130 pounds"] {
            assert!(!value(text).contains("GBP"), "{text}");
        }
        assert_eq!(value("it cost two pounds."), "2 GBP");
    }

    #[test]
    fn crowns_that_are_won_are_no_money() {
        assert_eq!(value("she won two crowns"), "2");
        assert_eq!(value("a ticket costs 20 crowns"), "20 CZK");
    }

    #[test]
    fn a_price_with_a_point_is_no_time() {
        assert_eq!(value("sold at 9.40 euros"), "9.4 EUR");
        assert_eq!(value("at 9.75 metres it broke"), "9.75 m");
    }

    #[test]
    fn percentages() {
        for (text, wanted) in [
            ("fell 15%", "15%"),
            ("women chose Adler 51 percent", "51%"),
            ("fell 15 percent", "15%"),
            ("fell nearly 15 per cent", "~15%"),
            ("a 15-percent cut", "15%"),
            ("by two percentage points", "2 percentage points"),
            ("10 to 15 percent", "10–15%"),
            ("rose to 4.1pc", "4.1%"),
            ("raised by a quarter of a point", "0.25 percentage points"),
            ("cut by 25 basis points", "0.25 percentage points"),
        ] {
            assert_eq!(value(text), wanted, "{text}");
        }
    }

    #[test]
    fn shares_are_percentages() {
        for (text, wanted) in [
            ("two-thirds of voters", "66.7%"),
            ("a third of voters", "33.3%"),
            ("one-fifth of them", "20%"),
            ("nearly half of voters", "~50%"),
            ("three quarters of the town", "75%"),
            ("six in 10 voters", "60%"),
            ("more than 6 in 10 voters", ">60%"),
            ("four out of ten said", "40%"),
            ("one in every 500 users", "0.2%"),
            ("some two fifths voted", "~40%"),
        ] {
            assert_eq!(value(text), wanted, "{text}");
        }
        for text in ["a third man", "half a loaf", "the first quarter", "one third-floor flat"] {
            assert!(all(text).iter().all(|(_, v)| !v.ends_with('%')), "{text}");
        }
    }

    #[test]
    fn areas_and_what_is_counted_by_the_million() {
        for (text, wanted) in [
            ("burned 12,000 acres", "12000 acres"),
            ("burned 19 square miles", "19 sq mi"),
            ("some 5,000 hectares of forest", "~5000 ha"),
            ("he won 1.2m votes", "1200000"),
            ("the 100m race", "100 m"),
        ] {
            assert_eq!(value(text), wanted, "{text}");
        }
    }

    #[test]
    fn how_strong_an_earthquake_was() {
        let of = |text: &str| {
            let t = Tokens::new(text);
            (0..t.len()).find_map(|i| at(&t, i).ok()).and_then(|q| q.amount.of)
        };
        for text in [
            "a magnitude 6.1 quake",
            "a 6-magnitude quake",
            "a 6.1 earthquake",
            "put its magnitude at 6.1",
            "6.1 on the Richter scale",
        ] {
            assert_eq!(of(text).as_deref(), Some("magnitude"), "{text}");
        }
        for text in ["two quakes", "6 earthquakes in a week", "a 9.7 million quake fund"] {
            assert_ne!(of(text).as_deref(), Some("magnitude"), "{text}");
        }
    }

    #[test]
    fn lengths_and_weights() {
        for (text, wanted) in [
            ("70km away", "70 km"),
            ("a 200-pound man", "200 lb"),
            ("about 40 miles", "~40 mi"),
            ("six feet tall", "6 ft"),
            ("three tonnes of fish", "3 t"),
        ] {
            assert_eq!(value(text), wanted, "{text}");
        }
        assert_eq!(value("$5m"), "5000000 USD");
    }

    #[test]
    fn lengths_of_time_and_ages() {
        for (text, wanted) in [
            ("They spoke for about 90 minutes.", "~90 minutes"),
            ("They spoke for an hour and a half.", "90 minutes"),
            ("for nearly two decades", "~20 years"),
            ("a one-day visit", "1 day"),
            ("a three- to four-day period", "3–4 days"),
            ("the 83-year-old judge", "83 years old"),
            ("she is 83 years old", "83 years old"),
            ("a man aged 83", "83 years old"),
            ("two hours and 15 minutes", "135 minutes"),
            ("two and a half hours", "150 minutes"),
            ("15-plus years", "≥15 years"),
            ("half an hour", "30 minutes"),
            ("for more than a decade", ">10 years"),
            ("a week-long strike", "7 days"),
            ("for as long as 18 years", "≤18 years"),
            ("for over 10 years", ">10 years"),
            ("gusts of 87 miles an hour", "87 mph"),
            ("at 140 km/h", "140 km/h"),
            ("would cost a lot over 10 years", "10 years"),
        ] {
            assert_eq!(value(text), wanted, "{text}");
        }
    }

    #[test]
    fn rates_and_idioms_are_no_lengths_of_time() {
        for text in ["twice a day", "the hour", "one day he left", "a year on", "wait a second"] {
            assert_eq!(all(text), [], "{text}");
        }
    }

    #[test]
    fn counts_with_hedges_and_ranges() {
        for (text, wanted) in [
            ("Six servicemen died", "6"),
            ("at least five people", "≥5"),
            ("10 to 15 people", "10–15"),
            ("10-15 people", "10–15"),
            ("five or six people", "5–6"),
            ("between 50 and 60 people", "50–60"),
            ("dozens of people", "≥24"),
            ("some 60 boats", "~60"),
            ("60 or more boats", "≥60"),
            ("650,000 voters", "650000"),
            ("tens of thousands of people", "≥20000"),
            ("up to 40 guests", "≤40"),
        ] {
            assert_eq!(value(text), wanted, "{text}");
        }
        assert_eq!(one("It said at least 12 people came").0, "at least 12");
        assert_eq!(all("rose from 10 to 15 boats").len(), 2);
    }

    #[test]
    fn what_looks_like_a_number_and_is_none() {
        for text in [
            "at 2:45 p.m.",
            "left at 9.40 this evening",
            "struck at 7.52 on Saturday",
            "pulled out at 8.40.",
            "at 7 pm",
            "at 14:00",
            "an F-16",
            "the G20",
            "Flight 370",
            "the Fortune 500",
            "won 3-2",
            "to beat the Rovers 91-73, a game",
            "went 7-for-14 from the line",
            "class of ’16",
            "ring 0845 125 2222 or 020 7946 0000 for it",
            "on +1 555 123 4567",
            "call 866-PORT-24-7 (767-8247)",
            "a 5-4 ruling",
            "on 9/11",
            "open 24/7",
            "no one came",
            "one of them",
            "the one who left",
            "a one-sided match",
            "1. Stay calm",
            "version 1.2.3",
            "page 12",
            "the 24th floor",
            "a 5G mast",
            "a 4x4 car",
        ] {
            assert_eq!(all(text), [], "{text}");
        }
    }
}
