//! Years and decades: `2014`, `2007-09`, `the 1990s`, `the ’90s`.

use super::lexicon::Tag;
use super::tokens::Tokens;
use super::when::{Grain, When};
use super::{counted, numbers};
use jiff::civil::Date;

/// `2014`, `the 1990s`.
pub(super) fn year(t: &Tokens, i: usize) -> Option<(When, usize)> {
    let n = t.numeral(i)?;
    if let Some(decade) = short_decade(t, i) {
        return Some(decade);
    }
    if n.step != 1.0 || n.grouped || n.digits != 4 {
        return None;
    }
    let before = i.checked_sub(1);
    if t.glued(i)
        && before.is_some_and(|b| !(t.is_dash(b) || matches!(t.sign(b), Some('(' | '‘' | '’' | '“' | '"' | '[' | '\''))))
    {
        return None;
    }
    if let (true, Some(end)) = ((1_800.0..=2_090.0).contains(&n.value) && n.value % 10.0 == 0.0, plural_end(t, i + 1)) {
        return Some((decade(n.value as i16)?, end));
    }
    const BEFORE: [&str; 16] = [
        "in", "since", "by", "from", "until", "of", "during", "before", "after", "to", "and", "early", "late", "mid", "for",
        "between",
    ];
    let led = before.is_some_and(|b| t.is(b, &BEFORE));
    let plausible = (1_900.0..=2_050.0).contains(&n.value) || led && (1_200.0..=2_100.0).contains(&n.value);
    let glued_word = t.glued(i + 1) && t.is_word(i + 1);
    let measured =
        !matches!(t.tag(i + 1), Tag::Plain | Tag::Month(..) | Tag::Weekday(_) | Tag::Day(_) | Tag::Ordinal(_) | Tag::Article);
    let counts = n.value % 100.0 == 0.0 && !led && counted::noun(t, i + 1, false).is_some();
    let hedged = numbers::hedge_before(t, i).1 < i && !led;
    if !plausible || glued_word || measured || counts || hedged || t.sign(i + 1) == Some('%') {
        return None;
    }
    let first = n.value as i16;
    // `2007-09`, `1981–82`
    if t.is_dash(i + 1)
        && t.glued(i + 1)
        && t.glued(i + 2)
        && let Some(last) = t.numeral(i + 2).filter(|last| last.step == 1.0 && !t.glued(i + 3))
        && let Some(last) = last_year(first, last.value, last.digits)
    {
        return Some((When::days(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?, Grain::Stretch), i + 3));
    }
    Some((When::year(first)?, i + 1))
}

/// The last year of a span of years, in four figures or two.
fn last_year(first: i16, value: f64, digits: usize) -> Option<i16> {
    let value = value as i16;
    let last = match digits {
        4 => value,
        2 => first - first % 100 + value,
        _ => return None,
    };
    (last > first && last <= 2_100).then_some(last)
}

/// `’90s`, `the 90's`: a decade of the last century, by custom.
fn short_decade(t: &Tokens, i: usize) -> Option<(When, usize)> {
    let n = t.numeral(i)?;
    let round = n.digits == 2 && n.step == 1.0 && n.value % 10.0 == 0.0 && n.value >= 20.0;
    let before = i.checked_sub(1)?;
    // `the 1960s and 70s`
    let after_decade = || {
        let year = before.checked_sub(2).filter(|_| t.is(before, &["and", "or", "to"]) && t.is(before - 1, &["s"]));
        year.and_then(|y| t.numeral(y)).is_some_and(|n| n.digits == 4 && n.value % 10.0 == 0.0)
    };
    let marked = matches!(t.sign(before), Some('’' | '\'' | '‘')) && t.glued(i)
        || t.is(before, &["the", "early", "late", "mid"])
        || after_decade();
    let end = plural_end(t, i + 1)?;
    // `in the 70s`: the weather, or somebody's age, as often as not; the mark or `the` decides.
    if !(round && marked) {
        return None;
    }
    Some((decade(1_900 + n.value as i16)?, end))
}

/// Past the `s` or `'s` that makes a decade of a year.
fn plural_end(t: &Tokens, i: usize) -> Option<usize> {
    let s = i + usize::from(matches!(t.sign(i), Some('’' | '\'')) && t.glued(i));
    (t.glued(s) && t.is(s, &["s"])).then_some(s + 1)
}

/// Ten years from the first.
fn decade(first: i16) -> Option<When> {
    Some(When::days(Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(9)?, 12, 31).ok()?, Grain::Stretch))
}
