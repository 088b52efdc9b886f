//! What a word can be in a number, an amount or a date. Goes in: one lower-case word. Comes out: its tag.
//! Words that mean something only beside others (hedges, prepositions) are read where they are needed.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word can be in a quantity or a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Tag {
    /// Nothing of interest here.
    Plain,
    /// `three`, `nineteen`.
    Small(f64),
    /// `twenty`, `ninety`.
    Tens(f64),
    /// `hundred`, `million`, `bn`; also `dozen`.
    Scale(f64),
    /// `dozens`, `thousands`: an indefinite multiple.
    Many(f64),
    /// `half`, `third`, `quarter`, in the plural too: one part of that many.
    Part(f64),
    /// `first`, `twenty-fourth`: an ordinal as a day of a month.
    Ordinal(i8),
    /// A month, 1 to 12, and whether the word is nothing else.
    Month(i8, bool),
    /// A day of the week, 1 (Monday) to 7.
    Weekday(i8),
    /// A unit of time.
    Time(Time),
    /// A currency by its word, as an ISO 4217 code.
    Currency(&'static str),
    /// `dollars`, `pounds`, `francs`…: which currency, if no nation stands before.
    Percent,
    /// `yesterday`, `today`, `tomorrow`, `tonight`: days from the article's date.
    Day(i8),
    /// `a`, `an`.
    Article,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Time {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Year,
    Decade,
    Century,
}

impl Time {
    /// Length in seconds; a month is a twelfth of 365.25 days.
    pub(super) fn seconds(self) -> f64 {
        const DAY: f64 = 86_400.0;
        match self {
            Time::Second => 1.0,
            Time::Minute => 60.0,
            Time::Hour => 3_600.0,
            Time::Day => DAY,
            Time::Week => 7.0 * DAY,
            Time::Fortnight => 14.0 * DAY,
            Time::Month => 30.4375 * DAY,
            Time::Year => 365.25 * DAY,
            Time::Decade => 3_652.5 * DAY,
            Time::Century => 36_525.0 * DAY,
        }
    }
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const ORDINALS: [&str; 12] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

const SCALES: [(&str, f64); 14] = [
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("millions", 1e6),
    ("mln", 1e6),
    ("mn", 1e6),
    ("billion", 1e9),
    ("billions", 1e9),
    ("bn", 1e9),
    ("trillion", 1e12),
    ("trillions", 1e12),
    ("tn", 1e12),
    ("dozen", 12.0),
    ("lakh", 1e5),
];

const MANY: [(&str, f64); 8] = [
    ("tens", 10.0),
    ("dozens", 12.0),
    ("scores", 20.0),
    ("hundreds", 1e2),
    ("thousands", 1e3),
    ("millions", 1e6),
    ("billions", 1e9),
    ("trillions", 1e12),
];

const MONTHS: [(&str, i8, bool); 22] = [
    ("january", 1, true),
    ("february", 2, true),
    ("march", 3, false),
    ("april", 4, true),
    ("may", 5, false),
    ("june", 6, true),
    ("july", 7, true),
    ("august", 8, true),
    ("september", 9, true),
    ("october", 10, true),
    ("november", 11, true),
    ("december", 12, true),
    ("jan", 1, false),
    ("feb", 2, false),
    ("mar", 3, false),
    ("apr", 4, false),
    ("jun", 6, false),
    ("jul", 7, false),
    ("aug", 8, false),
    ("sept", 9, false),
    ("oct", 10, false),
    ("nov", 11, false),
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const TIMES: [(&str, Time); 22] = [
    ("second", Time::Second),
    ("seconds", Time::Second),
    ("minute", Time::Minute),
    ("minutes", Time::Minute),
    ("min", Time::Minute),
    ("mins", Time::Minute),
    ("hour", Time::Hour),
    ("hours", Time::Hour),
    ("hrs", Time::Hour),
    ("day", Time::Day),
    ("days", Time::Day),
    ("week", Time::Week),
    ("weeks", Time::Week),
    ("fortnight", Time::Fortnight),
    ("month", Time::Month),
    ("months", Time::Month),
    ("year", Time::Year),
    ("years", Time::Year),
    ("decade", Time::Decade),
    ("decades", Time::Decade),
    ("century", Time::Century),
    ("centuries", Time::Century),
];

const CURRENCIES: [(&str, &str); 72] = [
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("usd", "USD"),
    ("buck", "USD"),
    ("bucks", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("eur", "EUR"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("sterling", "GBP"),
    ("gbp", "GBP"),
    ("yen", "JPY"),
    ("jpy", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("franc", "CHF"),
    ("francs", "CHF"),
    ("chf", "CHF"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("peso", "MXN"),
    ("pesos", "MXN"),
    ("shekel", "ILS"),
    ("shekels", "ILS"),
    ("rand", "ZAR"),
    ("lira", "TRY"),
    ("liras", "TRY"),
    ("krona", "SEK"),
    ("kronor", "SEK"),
    ("krone", "NOK"),
    ("kroner", "NOK"),
    ("crown", "CZK"),
    ("crowns", "CZK"),
    ("koruna", "CZK"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("forint", "HUF"),
    ("forints", "HUF"),
    ("kuna", "HRK"),
    ("lei", "RON"),
    ("leva", "BGN"),
    ("lari", "GEL"),
    ("tenge", "KZT"),
    ("dinar", "RSD"),
    ("dinars", "RSD"),
    ("dirham", "AED"),
    ("dirhams", "AED"),
    ("riyal", "SAR"),
    ("riyals", "SAR"),
    ("rial", "IRR"),
    ("rials", "IRR"),
    ("shilling", "KES"),
    ("shillings", "KES"),
    ("naira", "NGN"),
    ("cedi", "GHS"),
    ("cedis", "GHS"),
    ("kwacha", "ZMW"),
    ("birr", "ETB"),
    ("reais", "BRL"),
    ("bolivars", "VES"),
    ("baht", "THB"),
    ("ringgit", "MYR"),
    ("rupiah", "IDR"),
    ("taka", "BDT"),
    ("kyat", "MMK"),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
];

static TAGS: LazyLock<FxHashMap<&'static str, Tag>> = LazyLock::new(|| {
    let mut tags = FxHashMap::default();
    tags.extend(SMALL.iter().zip(0i8..).map(|(w, n)| (*w, Tag::Small(f64::from(n)))));
    tags.extend(TENS.iter().zip(2i8..).map(|(w, n)| (*w, Tag::Tens(f64::from(n) * 10.0))));
    tags.extend(ORDINALS.iter().zip(1i8..).map(|(w, n)| (*w, Tag::Ordinal(n))));
    tags.extend(MANY.map(|(w, n)| (w, Tag::Many(n))));
    tags.extend(SCALES.iter().filter(|(w, _)| !w.ends_with('s')).map(|(w, n)| (*w, Tag::Scale(*n))));
    tags.extend(MONTHS.map(|(w, n, sure)| (w, Tag::Month(n, sure))));
    tags.insert("dec", Tag::Month(12, false));
    tags.insert("sep", Tag::Month(9, false));
    tags.extend(WEEKDAYS.iter().zip(1i8..).map(|(w, n)| (*w, Tag::Weekday(n))));
    tags.extend(TIMES.map(|(w, t)| (w, Tag::Time(t))));
    tags.extend(CURRENCIES.map(|(w, c)| (w, Tag::Currency(c))));
    tags.extend(["percent", "pct"].map(|w| (w, Tag::Percent)));
    tags.extend([("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1)].map(|(w, d)| (w, Tag::Day(d))));
    tags.extend(["a", "an"].map(|w| (w, Tag::Article)));
    tags.extend(
        [("half", 2.0), ("thirds", 3.0), ("quarter", 4.0), ("quarters", 4.0), ("fifths", 5.0), ("tenths", 10.0)]
            .map(|(w, n)| (w, Tag::Part(n))),
    );
    tags
});

/// Longest word of the table.
const LONGEST: usize = 10;

/// The tag of a word in any case.
pub(super) fn tag(word: &str) -> Tag {
    let mut lower = [0u8; LONGEST];
    let Some(room) = lower.get_mut(..word.len()) else { return Tag::Plain };
    room.copy_from_slice(word.as_bytes());
    room.make_ascii_lowercase();
    std::str::from_utf8(room).ok().and_then(|w| TAGS.get(w)).copied().unwrap_or(Tag::Plain)
}

/// The currency of a symbol.
pub(super) fn symbol(c: char) -> Option<&'static str> {
    Some(match c {
        '$' => "USD",
        '£' => "GBP",
        '€' => "EUR",
        '¥' => "JPY",
        '₽' => "RUB",
        '₹' => "INR",
        '₺' => "TRY",
        '₴' => "UAH",
        '₩' => "KRW",
        '₪' => "ILS",
        _ => return None,
    })
}

/// The currency that a nation's name gives to a shared word: `Canadian dollars`, `C$`. Without one it is that of the country that
/// the word alone most often means in English news (ISO 4217).
pub(super) fn national(nation: &str, currency: &'static str) -> &'static str {
    match (nation, currency) {
        ("C" | "CA" | "Canadian", "USD") => "CAD",
        ("A" | "AU" | "Australian", "USD") => "AUD",
        ("NZ", "USD") => "NZD",
        ("HK", "USD") => "HKD",
        ("S" | "Singapore", "USD") => "SGD",
        ("Egyptian", "GBP") => "EGP",
        ("Syrian", "GBP") => "SYP",
        ("CFA", "CHF") => "XAF",
        ("Philippine", "MXN") => "PHP",
        ("Argentine" | "Argentinian", "MXN") => "ARS",
        ("Colombian", "MXN") => "COP",
        ("Chilean", "MXN") => "CLP",
        ("Uruguayan", "MXN") => "UYU",
        ("Pakistani", "INR") => "PKR",
        ("Nepali" | "Nepalese", "INR") => "NPR",
        ("Taiwan" | "Taiwanese", "USD") => "TWD",
        ("Namibian", "USD") => "NAD",
        ("Zimbabwean" | "Zimbabwe", "USD") => "ZWL",
        ("Lebanese", "GBP") => "LBP",
        ("Sudanese", "GBP") => "SDG",
        ("Swedish", "CZK") => "SEK",
        ("Danish", "CZK" | "NOK") => "DKK",
        ("Norwegian", "CZK") => "NOK",
        ("Icelandic", "CZK" | "SEK" | "NOK") => "ISK",
        ("Iraqi", "RSD") => "IQD",
        ("Kuwaiti", "RSD") => "KWD",
        ("Jordanian", "RSD") => "JOD",
        ("Algerian", "RSD") => "DZD",
        ("Tunisian", "RSD") => "TND",
        ("Libyan", "RSD") => "LYD",
        ("Bahraini", "RSD") => "BHD",
        ("Moroccan", "AED") => "MAD",
        ("Qatari", "SAR") => "QAR",
        ("Omani", "SAR" | "IRR") => "OMR",
        ("Yemeni", "SAR" | "IRR") => "YER",
        ("Tanzanian", "KES") => "TZS",
        ("Ugandan", "KES") => "UGX",
        ("Belarusian", "RUB") => "BYN",
        _ => currency,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_the_table_is_too_long_to_be_found() {
        assert!(TAGS.keys().all(|w| w.len() <= LONGEST), "raise LONGEST");
        assert_eq!(tag("Million"), Tag::Scale(1e6));
        assert_eq!(tag("SEPTEMBER"), Tag::Month(9, true));
        assert_eq!(tag("mayhem"), Tag::Plain);
        assert_eq!(tag("größer"), Tag::Plain);
    }
}
