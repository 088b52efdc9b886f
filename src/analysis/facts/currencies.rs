//! Currencies beside a number: `$5`, `US$5`, `USD 5`, `5 million dollars`, `five pounds sterling`.
//!
//! In: tokens and where the number begins or ends. Out: the currency, and where what tells of it ends.

use super::amount::Unit;
use super::lexicon::{Tag, national, symbol};
use super::quantities::Measured;
use super::tokens::Tokens;

/// `$`, `US$`, `USD`, `Rs` before a number: the currency, and where the number begins.
pub(super) fn before(t: &Tokens, i: usize) -> (Option<&'static str>, usize) {
    if let Some(code) = t.sign(i).and_then(symbol) {
        // `$US5`, `$A5`: the nation after the sign.
        let nation =
            t.glued(i + 1) && t.glued(i + 2) && matches!(t.word(i + 1), "US" | "A" | "AU" | "C" | "CA" | "NZ" | "HK" | "S");
        return if nation { (Some(national(t.word(i + 1), code)), i + 2) } else { (Some(code), i + 1) };
    }
    if let Some(code) = t.sign(i + 1).and_then(symbol)
        && t.glued(i + 1)
        && t.is(i, &["us", "c", "a", "ca", "au", "nz", "hk", "s"])
    {
        return (Some(national(t.word(i), code)), i + 2);
    }
    if matches!(t.word(i), "USD" | "EUR" | "GBP" | "JPY" | "CHF")
        && let Tag::Currency(code) = t.tag(i)
    {
        return (Some(code), i + 1);
    }
    (None, i)
}

/// `5 million` + `dollars` after a sign already read.
pub(super) fn past_word(t: &Tokens, end: usize, code: &str) -> usize {
    let next = t.past_hyphen(end);
    if matches!(t.tag(next), Tag::Currency(c) if c == code) { next + 1 } else { end }
}

/// `five pounds`, but not `a 200-pound man`, `five pounds of butter`.
pub(super) fn after(t: &Tokens, end: usize, word: usize, code: &'static str) -> Option<Measured> {
    let weighs = |n: usize| {
        t.before(end, n).is_some() && t.is(end - n, &["weigh", "weighs", "weighed", "weighing", "feet", "foot", "inches", "tall"])
    };
    if t.is(word, &["pound", "pounds"]) && (word > end || t.is(word + 1, &["of"]) || (1..8).any(weighs)) {
        return None;
    }
    let after = word + 1;
    Some(Measured { unit: Unit::Currency(code), by: 1.0, end: after + usize::from(t.is(after, &["sterling"])) })
}
