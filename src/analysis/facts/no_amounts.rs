//! Numerals that are no amounts: parts of names, telephone numbers, clock times, scores, dates in figures, list counters.
//! Goes in: tokens and where the numeral stands. Comes out: whether it is one, or how far to go on.

use super::counted;
use super::lexicon::Tag;
use super::numbers::Number;
use super::sizes;
use super::tokens::Tokens;

/// Whether the numeral or number word at `i` (number ending at `end`) is no quantity: part of a name, a list counter,
/// a clock time, a score, a date in figures, `one` as a pronoun.
pub(super) fn is_no_quantity(t: &Tokens, i: usize, end: usize) -> bool {
    if t.numeral(i).is_some() {
        // `in ’16`
        let short_year = i.checked_sub(1).is_some_and(|b| matches!(t.sign(b), Some('’' | '‘' | '\'')) && !t.glued(b))
            && t.glued(i)
            && t.numeral(i).is_some_and(|n| n.digits == 2 && n.step == 1.0)
            && !t.glued(end);
        short_year || in_name(t, i) || suffixed(t, end) || counter(t, i) || clock(t, i, end) || figures(t, i, end)
    } else {
        pronoun(t, i, end)
    }
}

/// `F-16`, `G20`, `No. 5`, `Flight 370`, `Fortune 500`.
fn in_name(t: &Tokens, i: usize) -> bool {
    let Some(b) = i.checked_sub(1) else { return false };
    if t.glued(i) && (t.is_word(b) || (t.is_dash(b) && t.glued(b) && b.checked_sub(1).is_some_and(|w| t.is_word(w)))) {
        return true;
    }
    if matches!(t.sign(b), Some('#' | '№')) || t.read_before(i, &["no", "."]) || t.read_before(i, &["nos", "."]) {
        return true;
    }
    const PARTS: [&str; 16] = [
        "number",
        "chapter",
        "section",
        "article",
        "page",
        "paragraph",
        "clause",
        "route",
        "flight",
        "phase",
        "level",
        "line",
        "room",
        "gate",
        "channel",
        "title",
    ];
    if t.is(b, &PARTS) {
        return true;
    }
    const SMALL: [&str; 30] = [
        "in", "at", "on", "by", "of", "for", "from", "about", "around", "some", "over", "under", "nearly", "almost", "more",
        "than", "to", "the", "and", "or", "but", "these", "those", "all", "only", "another", "between", "after", "with",
        "roughly",
    ];
    // `Adler 51 percent`, `Adler 20 votes` of a table: what is measured is no part of a name.
    let measured = matches!(t.tag(t.past_hyphen(i + 1)), Tag::Percent | Tag::Currency(_) | Tag::Scale(_) | Tag::Time(_));
    t.is_word(b)
        && t.is_capital(b)
        && !measured
        && !t.begins(b)
        && !t.is(b, &SMALL)
        && matches!(t.tag(b), Tag::Plain)
        && !t.word(b).chars().all(char::is_uppercase)
}

/// `24th`, `5G`, `4x4`, `3D`, `’70s`: letters right after the digits that are no scale and no unit.
fn suffixed(t: &Tokens, end: usize) -> bool {
    const UNITS: [&str; 14] = ["pc", "km", "m", "kg", "ft", "mph", "kmh", "mm", "cm", "lb", "lbs", "sq", "hr", "hrs"];
    t.glued(end) && t.is_word(end) && t.tag(end) == Tag::Plain && !t.is(end, &UNITS)
}

/// `1.` or `1)` where a list item begins.
fn counter(t: &Tokens, i: usize) -> bool {
    i == 0 && matches!(t.sign(1), Some('.' | ')')) && t.glued(1)
}

/// `2:45 p.m.`, `7 p.m.`, `14:00`, `9am`, `7 o'clock`, `at 9.40 on Monday`.
fn clock(t: &Tokens, i: usize, end: usize) -> bool {
    let colon = |at: usize| t.sign(at) == Some(':') && t.glued(at) && t.glued(at + 1) && t.numeral(at + 1).is_some();
    let after_colon = i.checked_sub(1).is_some_and(|b| t.sign(b) == Some(':') && t.glued(b) && t.glued(i));
    // Hours and minutes with a point, unless it is so much of something.
    let pointed = || {
        let minutes = t.numeral(i).filter(|n| n.step == 0.01 && n.value < 24.0).map(|n| (n.value.fract() * 100.0).round());
        let measures =
            !matches!(t.tag(end), Tag::Plain | Tag::Weekday(_) | Tag::Day(_) | Tag::Article) || sizes::at(t, end).is_some();
        minutes.is_some_and(|m| m < 60.0)
            && i.checked_sub(1).is_some_and(|b| t.is(b, &["at"]))
            && !measures
            && t.sign(end) != Some('%')
    };
    colon(i + 1)
        || after_colon
        || pointed()
        || t.is(end, &["am", "pm", "gmt", "o"])
        || (t.is(end, &["a", "p"]) && t.sign(end + 1) == Some('.') && t.is(end + 2, &["m"]))
}

/// `24/7`, `9/11`, `1.2.3`, `555-1234`, `10.0.0.1`: figures that are no amounts.
fn figures(t: &Tokens, i: usize, end: usize) -> bool {
    let joined = |sign: usize, other: usize| {
        matches!(t.sign(sign), Some('/' | '.' | ':' | '_' | '@' | '=' | '&'))
            && t.glued(sign.max(other))
            && t.glued(sign.min(other).max(i))
            && t.numeral(other).is_some()
    };
    let before = i.checked_sub(2).is_some_and(|o| {
        t.glued(i)
            && t.glued(i - 1)
            && matches!(t.sign(i - 1), Some('/' | '.' | '_' | '@' | '=' | '&'))
            && (t.numeral(o).is_some() || t.is_word(o))
    });
    joined(end, end + 1) && t.glued(end) || before
}

/// `one of them`, `the one who`, `no one`, `one day`.
fn pronoun(t: &Tokens, i: usize, end: usize) -> bool {
    if t.tag(i) == Tag::Small(0.0) {
        return true; // `zero tolerance`, `ground zero`
    }
    if t.tag(i) != Tag::Small(1.0) || end != i + 1 {
        return false;
    }
    const NO_NOUN: [&str; 44] = [
        "of", "who", "that", "which", "another", "thing", "way", "hand", "day", "point", "time", "side", "is", "was", "has",
        "had", "can", "could", "may", "might", "must", "should", "would", "will", "does", "in", "on", "to", "for", "and", "or",
        "with", "from", "as", "at", "by", "but", "it", "he", "she", "they", "we", "i", "you",
    ];
    const DETERMINERS: [&str; 16] = [
        "no", "any", "every", "each", "this", "that", "which", "the", "some", "another", "last", "first", "only", "every", "day",
        "square",
    ];
    let hyphen = t.past_hyphen(end) > end;
    let before = i.checked_sub(1).is_some_and(|b| t.is(b, &DETERMINERS));
    // `one-sided`, `one-off` count nothing; `one-day` is read with its unit.
    before || hyphen && t.tag(end + 1) == Tag::Plain || (!hyphen && (!t.is_word(end) || t.is_capital(end) || t.is(end, &NO_NOUN)))
}

/// Past a telephone number that begins at token `i`: `0845 125 2222`, `+1 555 123 4567`, `call 877-555-24-7`.
pub(super) fn past_telephone(t: &Tokens, i: usize) -> Option<usize> {
    let whole = |n: usize| t.numeral(n).is_some_and(|n| n.step == 1.0 && !n.grouped);
    let zero = t.word(i).starts_with('0') && t.word(i).len() >= 3;
    let plus = i.checked_sub(1).is_some_and(|b| t.sign(b) == Some('+')) && t.glued(i);
    let called = i.checked_sub(1).is_some_and(|b| t.is(b, &["call", "phone", "dial", "telephone", "tel", "ring"]))
        && t.word(i).len() >= 3
        && t.is_dash(i + 1);
    if !whole(i) || !(zero || plus || called) {
        return None;
    }
    let mut end = i + 1;
    loop {
        let joined = end + usize::from(t.is_dash(end) && t.glued(end) || matches!(t.sign(end), Some('(' | ')')));
        if whole(joined) || joined > end && t.glued(joined) && t.is_word(joined) {
            end = joined + 1;
        } else {
            break;
        }
    }
    (end > i + 1 || plus).then_some(end)
}

/// Past the rest of a clock time, a date in figures or a version: they hold no amounts either.
pub(super) fn past_figures(t: &Tokens, end: usize) -> usize {
    let mut i = end;
    // `Rovers 91-73`: the rest of a score after a name.
    while t.glued(i)
        && (t.numeral(i).is_some()
            || ((matches!(t.sign(i), Some('/' | ':' | '.')) || t.is_dash(i)) && t.numeral(i + 1).is_some() && t.glued(i + 1)))
    {
        i += 1;
    }
    i.max(end)
}

/// `3-2`, `21–14`, `5-4`: not a range unless it rises and measures something.
pub(super) fn score(t: &Tokens, number: Number) -> bool {
    if !(t.is_dash(number.end) && t.glued(number.end) && t.glued(number.end + 1)) {
        return false;
    }
    // `7-for-14`, `29-of-34`
    let tries = t.is(number.end + 1, &["for", "of"]) && t.is_dash(number.end + 2) && t.numeral(number.end + 3).is_some();
    if tries {
        return true;
    }
    let Some(second) = t.numeral(number.end + 1) else { return false };
    let rises = number.value < second.value;
    let measures =
        !matches!(t.tag(t.past_hyphen(number.end + 2)), Tag::Plain) || counted::noun(t, number.end + 2, false).is_some();
    !(rises && measures) || number.value >= 1_000.0 && second.digits <= 2
}
