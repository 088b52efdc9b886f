//! Cardinal numbers in words and digits, without units: `twenty-three`, `2.5 million`, `half a million`, `dozens`.
//! Goes in: tokens and a place to begin. Comes out: the number and where it ends. Hedges before and after a number are
//! read here too. Left out: ordinals, and what [`super::no_amounts`] tells of.

use super::amount::Hedge;
use super::lexicon::{Tag, symbol};
use super::tokens::{Kind, Tokens};

/// A cardinal as read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// Its value; of `dozens`, of one dozen.
    pub value: f64,
    /// Worth of the last printed place.
    pub step: f64,
    /// `dozens`, `millions`: many times `value`.
    pub many: bool,
    /// Printed in digits.
    pub digits: bool,
    /// Printed with a scale: `million`, `bn`.
    pub scaled: bool,
    /// One past its last token.
    pub end: usize,
}

/// The number that begins at token `i`, if one does.
pub(super) fn at(t: &Tokens, i: usize) -> Option<Number> {
    let number = match t.get(i)?.kind {
        Kind::Numeral(_) => digits(t, i)?,
        Kind::Word => words(t, i)?,
        Kind::Sign(_) => return None,
    };
    Some(halves(t, number))
}

/// `8`, `8million`, `9.7 million`, `5-million`, `$5m`.
fn digits(t: &Tokens, i: usize) -> Option<Number> {
    let numeral = t.numeral(i)?;
    let mut number = Number { value: numeral.value, step: numeral.step, many: false, digits: true, scaled: false, end: i + 1 };
    let next = t.past_hyphen(i + 1);
    let scale = match t.tag(next) {
        Tag::Scale(scale) if scale != 12.0 => Some(scale),
        _ if t.glued(i + 1) && t.is(i + 1, &["m"]) && (money_around(t, i) || counts_many(t, i + 2)) => Some(1e6),
        _ if t.glued(i + 1) && t.is(i + 1, &["k"]) => Some(1e3),
        _ if t.glued(i + 1) && t.is(i + 1, &["b"]) && money_around(t, i) => Some(1e9),
        _ => None,
    };
    if let Some(scale) = scale {
        number.value *= scale;
        number.step *= scale;
        number.scaled = true;
        number.end = next + 1;
    }
    Some(number)
}

/// Whether a currency stands right before or after the numeral and its letter: `$5m`, `5m euros`.
fn money_around(t: &Tokens, i: usize) -> bool {
    let sign = |n: usize| i.checked_sub(n).and_then(|b| t.sign(b)).is_some_and(|c| symbol(c).is_some());
    let before = sign(1) || t.glued(i) && sign(2);
    before || matches!(t.tag(i + 2), Tag::Currency(_))
}

/// Whether a noun begins at token `i` that is counted by the million: `1.2m votes`, not `a 100m race`.
fn counts_many(t: &Tokens, i: usize) -> bool {
    const COUNTED: [&str; 24] = [
        "people",
        "votes",
        "voters",
        "viewers",
        "users",
        "customers",
        "jobs",
        "homes",
        "households",
        "passengers",
        "copies",
        "pupils",
        "visitors",
        "workers",
        "subscribers",
        "members",
        "children",
        "patients",
        "barrels",
        "tonnes",
        "vehicles",
        "cars",
        "doses",
        "shares",
    ];
    !t.glued(i) && t.is(i, &COUNTED)
}

/// `two hundred and five`, `twenty-three`, `a dozen`, `half a million`, `tens of thousands`.
fn words(t: &Tokens, i: usize) -> Option<Number> {
    let plain = |value: f64, step: f64, end: usize| Number { value, step, many: false, digits: false, scaled: step > 1.0, end };
    match t.tag(i) {
        Tag::Many(scale) => {
            let mut value = scale;
            let mut end = i + 1;
            while let (true, Tag::Many(next)) = (t.is(end, &["of"]), t.tag(end + 1)) {
                value *= next;
                end += 2;
            }
            Some(Number { many: true, ..plain(value, 1.0, end) })
        }
        Tag::Part(2.0) => {
            let article = t.past_hyphen(i + 1);
            let at = if t.tag(article) == Tag::Article { article + 1 } else { article };
            let Tag::Scale(scale) = t.tag(at) else { return None };
            Some(plain(scale / 2.0, scale / 2.0, at + 1))
        }
        Tag::Article => {
            let Tag::Scale(scale) = t.tag(i + 1) else { return None };
            let (value, end) = (scale, i + 2);
            let rest = if t.is(end, &["and"]) { spelled(t, end + 1).filter(|(more, _)| *more < scale) } else { None };
            Some(rest.map_or(plain(value, scale, end), |(more, end)| plain(value + more, 1.0, end)))
        }
        Tag::Small(_) | Tag::Tens(_) => {
            let (value, end) = spelled(t, i)?;
            let step = [1e12, 1e9, 1e6, 1e3].into_iter().find(|s| value >= *s && value % s == 0.0).unwrap_or(1.0);
            Some(plain(value, step, end))
        }
        _ => None,
    }
}

/// A number wholly in words: its value and its end.
fn spelled(t: &Tokens, start: usize) -> Option<(f64, usize)> {
    let (mut total, mut part, mut i, mut last) = (0.0, 0.0, start, f64::INFINITY);
    let mut any = false;
    loop {
        match t.tag(i) {
            // A part lower than the one before it: `twenty three`, but not `twenty forty`, `five six`.
            Tag::Small(n)
                if part == 0.0 || (part % 100.0 == 0.0 && last >= 100.0) || (part % 10.0 == 0.0 && last == 10.0 && n < 10.0) =>
            {
                part += n;
                last = 1.0;
            }
            Tag::Tens(n) if part == 0.0 || (part % 100.0 == 0.0 && last >= 100.0) => {
                part += n;
                last = 10.0;
            }
            Tag::Scale(12.0) if any && part > 0.0 && last <= 10.0 => return Some((part * 12.0, i + 1)),
            Tag::Scale(100.0) if any && part > 0.0 && part < 100.0 => {
                part *= 100.0;
                last = 100.0;
            }
            Tag::Scale(scale) if any && part > 0.0 && scale >= 1e3 => {
                total += part * scale;
                part = 0.0;
                last = scale;
            }
            _ => break,
        }
        any = true;
        i += 1;
        let hyphen = t.past_hyphen(i);
        if hyphen > i && matches!(t.tag(hyphen), Tag::Small(_) | Tag::Scale(_)) {
            i = hyphen;
        } else if last >= 100.0 && t.is(i, &["and"]) && matches!(t.tag(i + 1), Tag::Small(_) | Tag::Tens(_)) {
            i += 1;
        }
    }
    any.then_some((total + part, i))
}

/// `two and a half`, `two and a half million`, `2½`.
fn halves(t: &Tokens, mut number: Number) -> Number {
    if number.many || number.scaled {
        return number;
    }
    let part = match t.sign(number.end) {
        Some('½') => Some((0.5, number.end + 1)),
        Some('¼') => Some((0.25, number.end + 1)),
        Some('¾') => Some((0.75, number.end + 1)),
        _ if t.reads(number.end, &["and", "a", "half"]) => Some((0.5, number.end + 3)),
        _ => None,
    };
    if let Some((part, end)) = part {
        number.value += part;
        number.step = 0.5;
        number.end = end;
        if let Tag::Scale(scale) = t.tag(end) {
            number.value *= scale;
            number.step *= scale;
            number.scaled = true;
            number.end = end + 1;
        }
    }
    number
}

/// A share in words, in percent: `two-thirds`, `a third of`, `half of`, `three quarters of`; and its end.
pub(super) fn fraction(t: &Tokens, i: usize) -> Option<(f64, usize)> {
    let percent = |many: f64, parts: f64| (many / parts * 1_000.0).round() / 10.0;
    if t.tag(i) == Tag::Part(2.0) && t.is(i, &["half"]) && t.is(i + 1, &["of"]) {
        return Some((50.0, i + 1));
    }
    let many = match t.tag(i) {
        Tag::Small(n) if n >= 1.0 => n,
        Tag::Article => 1.0,
        _ => return None,
    };
    let at = t.past_hyphen(i + 1);
    let parts = match t.tag(at) {
        Tag::Part(n) if n > 2.0 => n,
        Tag::Ordinal(n) if n > 2 => f64::from(n),
        _ => return None,
    };
    // `two thirds voted`; three quarters may be those of a year or a game.
    let several = many > 1.0 && t.is(at, &["thirds", "fifths", "tenths"]);
    // `a third person`, `a quarter` are no shares; `one-third`, `a third of` are.
    let hyphened = at > i + 1 && t.past_hyphen(at + 1) == at + 1 && many > 0.0;
    (many < parts && (hyphened || several || t.is(at + 1, &["of"]))).then(|| (percent(many, parts), at + 1))
}

/// A share as one number out of a rounder one, in percent: `six in 10 voters`, `four out of ten`, `one in every 500`; the
/// worth of one of its parts, and its end.
pub(super) fn ratio(t: &Tokens, i: usize) -> Option<(f64, f64, usize)> {
    const WHOLES: [f64; 17] =
        [3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 20.0, 25.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 10_000.0];
    let part = at(t, i).filter(|n| !n.many && !n.scaled && n.value >= 1.0 && n.value.fract() == 0.0)?;
    if i.checked_sub(1).is_some_and(|b| t.sign(b).is_some() && t.glued(i)) {
        return None;
    }
    let of = if t.reads(part.end, &["out", "of"]) {
        part.end + 2
    } else if t.is(part.end, &["in"]) {
        part.end + 1
    } else {
        return None;
    };
    let whole = at(t, of + usize::from(t.is(of, &["every"]))).filter(|n| WHOLES.contains(&n.value) && n.value > part.value)?;
    // `won two in three weeks` counts, `two in five years` too.
    let counted = t.is_word(whole.end) && t.word(whole.end).ends_with('s')
        || !t.is_word(whole.end)
        || t.is(whole.end, &["said", "of", "who"]);
    let timed = matches!(t.tag(t.past_hyphen(whole.end)), Tag::Time(_) | Tag::Percent);
    let share = (part.value / whole.value * 1_000.0).round() / 10.0;
    (counted && !timed && !t.glued(whole.end)).then_some((share, 100.0 / whole.value, whole.end))
}

/// Hedges that stand before a number, longest first.
const BEFORE: [(&[&str], Hedge); 52] = [
    (&["no", "more", "than"], Hedge::UpTo),
    (&["no", "fewer", "than"], Hedge::AtLeast),
    (&["no", "less", "than"], Hedge::AtLeast),
    (&["not", "more", "than"], Hedge::UpTo),
    (&["not", "less", "than"], Hedge::AtLeast),
    (&["a", "little", "over"], Hedge::Over),
    (&["a", "little", "under"], Hedge::Nearly),
    (&["somewhere", "between"], Hedge::None),
    (&["in", "excess", "of"], Hedge::Over),
    (&["as", "many", "as"], Hedge::UpTo),
    (&["as", "much", "as"], Hedge::UpTo),
    (&["as", "long", "as"], Hedge::UpTo),
    (&["as", "few", "as"], Hedge::AtLeast),
    (&["as", "little", "as"], Hedge::AtLeast),
    (&["a", "maximum", "of"], Hedge::UpTo),
    (&["a", "minimum", "of"], Hedge::AtLeast),
    (&["more", "than"], Hedge::Over),
    (&["greater", "than"], Hedge::Over),
    (&["longer", "than"], Hedge::Over),
    (&["better", "than"], Hedge::Over),
    (&["upwards", "of"], Hedge::Over),
    (&["upward", "of"], Hedge::Over),
    (&["north", "of"], Hedge::Over),
    (&["well", "over"], Hedge::Over),
    (&["just", "over"], Hedge::About),
    (&["just", "under"], Hedge::Nearly),
    (&["just", "above"], Hedge::About),
    (&["less", "than"], Hedge::Under),
    (&["fewer", "than"], Hedge::Under),
    (&["shorter", "than"], Hedge::Under),
    (&["at", "least"], Hedge::AtLeast),
    (&["at", "most"], Hedge::UpTo),
    (&["up", "to"], Hedge::UpTo),
    (&["close", "to"], Hedge::Nearly),
    (&["something", "like"], Hedge::About),
    (&["an", "estimated"], Hedge::About),
    (&["an", "average", "of"], Hedge::About),
    (&["about"], Hedge::About),
    (&["around"], Hedge::About),
    (&["approximately"], Hedge::About),
    (&["approx"], Hedge::About),
    (&["roughly"], Hedge::About),
    (&["some"], Hedge::About),
    (&["circa"], Hedge::About),
    (&["estimated"], Hedge::About),
    (&["nearly"], Hedge::Nearly),
    (&["almost"], Hedge::Nearly),
    (&["over"], Hedge::Over),
    (&["above"], Hedge::Over),
    (&["exceeding"], Hedge::Over),
    (&["under"], Hedge::Under),
    (&["below"], Hedge::Under),
];

/// The hedge before token `i` and where it begins (`i` itself if there is none).
pub(super) fn hedge_before(t: &Tokens, i: usize) -> (Hedge, usize) {
    if !i.checked_sub(1).is_some_and(|b| t.is_word(b)) {
        return (Hedge::None, i);
    }
    BEFORE.iter().find(|(words, _)| t.read_before(i, words)).map_or((Hedge::None, i), |(words, hedge)| (*hedge, i - words.len()))
}

/// The hedge right after token `i - 1` and where it ends: `60-plus`, `60 or more`, `20-odd`, `100 or so`.
pub(super) fn hedge_after(t: &Tokens, i: usize) -> (Hedge, usize) {
    let word = t.past_hyphen(i);
    if t.sign(i) == Some('+') && t.glued(i) {
        (Hedge::AtLeast, i + 1)
    } else if t.is(word, &["plus"]) && word > i {
        (Hedge::AtLeast, word + 1)
    } else if t.is(word, &["odd"]) && word > i {
        (Hedge::About, word + 1)
    } else if t.reads(i, &["or", "more"]) {
        (Hedge::AtLeast, i + 2)
    } else if t.reads(i, &["or", "so"]) {
        (Hedge::About, i + 2)
    } else if t.reads(i, &["or", "fewer"]) || t.reads(i, &["or", "less"]) {
        (Hedge::UpTo, i + 2)
    } else {
        (Hedge::None, i)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<f64> {
        let t = Tokens::new(text);
        at(&t, 0).filter(|n| n.end == t.len()).map(|n| n.value)
    }

    #[test]
    fn words_and_digits_give_the_same_number() {
        for (text, value) in [
            ("23", 23.0),
            ("twenty-three", 23.0),
            ("twenty three", 23.0),
            ("one hundred and five", 105.0),
            ("a hundred and five", 105.0),
            ("two thousand three hundred", 2_300.0),
            ("650,000", 650_000.0),
            ("six hundred and fifty thousand", 650_000.0),
            ("8million", 8e6),
            ("9.7 million", 9.7e6),
            ("half a million", 5e5),
            ("two and a half million", 2.5e6),
            ("2½", 2.5),
            ("a dozen", 12.0),
            ("two dozen", 24.0),
            ("5-million", 5e6),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
    }

    #[test]
    fn neighbouring_numbers_do_not_run_together() {
        for text in ["five six", "twenty forty", "half a loaf", "million", "and"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn hedges_on_both_sides() {
        let before = |text: &str| {
            let t = Tokens::new(text);
            hedge_before(&t, t.len()).0
        };
        assert_eq!(before("It killed at least"), Hedge::AtLeast);
        assert_eq!(before("There were no fewer than"), Hedge::AtLeast);
        assert_eq!(before("not quite"), Hedge::None);
        let t = Tokens::new("15-plus years");
        assert_eq!(hedge_after(&t, 1), (Hedge::AtLeast, 3));
        let t = Tokens::new("15 plus tax");
        assert_eq!(hedge_after(&t, 1).0, Hedge::None);
    }
}
