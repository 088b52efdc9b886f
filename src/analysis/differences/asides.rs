//! Measures that are not what a version tells: a day that comes round, an amount that is a part of another, a conversion, or a
//! rate.

use super::days;
use super::items::Dimension;
use super::telling::Telling;
use crate::analysis::facts::Value;

/// Whether a date is one that comes round: `every Tuesday`, `the second Tuesday of the month`, or a name (`Super Tuesday`).
pub(super) fn comes_round(telling: &Telling, first: usize, past: usize) -> bool {
    #[rustfmt::skip]
    const ROUND: &[&str] = &["every", "each", "usually", "normally", "typically", "always", "annual", "annually", "regularly"];
    #[rustfmt::skip]
    const NTH: &[&str] = &["first", "second", "third", "fourth", "last", "every", "each", "any", "most", "some"];
    // `today (4 November)`
    let day = |c: char| c.is_ascii_digit() || c == ' ';
    let before = telling.words.get(first).and_then(|w| telling.text.get(..w.span.start));
    let bracket = before.is_some_and(|t| t.trim_end_matches(day).ends_with('('));
    let clause = telling.back(first).chain(telling.on(past.saturating_sub(1)));
    let mut clause = clause.map(|(_, w)| w.form.as_str());
    let before = first.checked_sub(1).and_then(|b| telling.words.get(b));
    let named = before.is_some_and(|w| w.named && !w.time && w.who.is_none() && w.form.ends_with(|c: char| c != '.'));
    let apart = before.is_some_and(|w| {
        let (Some(next), end) = (telling.words.get(first), w.span.end) else { return false };
        telling.text.get(end..next.span.start).is_some_and(|between| between == " ")
    });
    // `on Friday in two weeks`
    let later = telling.form_at(past) == "in" && (1..4).any(|n| telling.form_at(past + n).starts_with("week"));
    bracket
        || later
        || days::is_dateline(telling, first, past)
        || NTH.contains(&telling.form_before(first)) && telling.form_at(past) == "of"
        || clause.any(|form| ROUND.contains(&form))
        || named && apart && telling.back(first).next().is_some_and(|(_, w)| w.capital)
}

/// Whether an amount is a part of another, a conversion, or a rate.
pub(super) fn is_part(telling: &Telling, dimension: &Dimension, first: usize, past: usize) -> bool {
    let counted = matches!(dimension, Dimension::Count(_));
    *dimension == Dimension::Money && is_in_brackets(telling, first)
        || is_broken(telling, first, past)
        || is_rate(telling, past)
        || is_of_portion(telling, first)
        || is_child(telling, first)
        || *dimension == Dimension::Length && is_side(telling, first, past)
        || *dimension == Dimension::Time && is_stretch(telling, first, past)
        || counted && (is_of_whole(telling, first, past) || is_of_period(telling, past))
}

/// Where word `k` begins in the text.
fn start(telling: &Telling, k: usize) -> usize {
    telling.words.get(k).map_or(0, |w| w.span.start)
}

/// Whether a bracket opens right before a sum: `2 million euros ($2.6 million)`.
fn is_in_brackets(telling: &Telling, first: usize) -> bool {
    telling.text.get(..start(telling, first)).is_some_and(|t| t.trim_end_matches(['$', '£', '€']).ends_with('('))
}

/// Whether a figure may be the half of another that a blank has broken: `2, 106`, `2. 6 million`, `41 / 2`.
fn is_broken(telling: &Telling, first: usize, past: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let end = telling.words.get(past.saturating_sub(1)).map_or(0, |w| w.span.end);
    let goes_on = |t: &str| {
        t.strip_prefix(". ").is_some_and(|t| t.starts_with(digit))
            || t.strip_prefix(", ").is_some_and(|t| t.chars().take_while(|c| digit(*c)).count() == 3)
    };
    let ends_so = |t: &str| [", ", ". ", " / "].iter().any(|gap| t.strip_suffix(gap).is_some_and(|t| t.ends_with(digit)));
    telling.text.get(..start(telling, first)).is_some_and(ends_so)
        || telling.text.split_at_checked(end).is_some_and(|(own, rest)| own.ends_with(digit) && goes_on(rest))
}

/// Whether so much comes to each of many: `$2 million a year`.
fn is_rate(telling: &Telling, past: usize) -> bool {
    matches!(telling.form_at(past), "per" | "annually" | "each" | "apiece" | "yearly" | "monthly")
        || telling.form_at(past) == "a"
            && matches!(
                telling.form_at(past + 1),
                "year" | "month" | "week" | "day" | "season" | "share" | "game" | "match" | "head" | "person" | "piece" | "night"
            )
}

/// Whether what is told is a portion of the amount: `two thirds of the £90,000`.
fn is_of_portion(telling: &Telling, first: usize) -> bool {
    let of = if matches!(telling.form_before(first), "the" | "its" | "his" | "her" | "their") { 2 } else { 1 };
    first > of && telling.form_at(first - of) == "of" && is_portion(telling.form_at(first - of - 1))
}

/// Whether somebody's children are counted to tell who that is: `a mother of three`.
fn is_child(telling: &Telling, first: usize) -> bool {
    telling.form_before(first) == "of"
        && first > 1
        && ["mother", "father", "parent", "mum", "dad"].iter().any(|p| telling.form_at(first - 2).ends_with(p))
}

/// Whether a length is one side of a thing: `30 by 24 centimetres`.
fn is_side(telling: &Telling, first: usize, past: usize) -> bool {
    let figure = |k: usize| telling.form_at(k).starts_with(|c: char| c.is_ascii_digit());
    telling.form_before(first) == "by" && first > 1 && figure(first - 2) || telling.form_at(past) == "by" && figure(past + 1)
}

/// Whether a time is a stretch of a longer one: `another two weeks`, `ten minutes remaining`.
fn is_stretch(telling: &Telling, first: usize, past: usize) -> bool {
    matches!(telling.form_before(first), "first" | "another" | "final" | "remaining" | "additional")
        || matches!(telling.form_at(past), "remaining" | "left" | "into")
}

/// Whether some of those known or counted are told of: `five of eight`, `three of his four`, `the last two games`.
fn is_of_whole(telling: &Telling, first: usize, past: usize) -> bool {
    #[rustfmt::skip]
    const PARTS: &[&str] = &["first", "last", "final", "next", "past", "previous", "another", "other", "remaining", "straight", "additional", "further"];
    let number = |k: usize| {
        telling.measures.iter().any(|m| {
            let (from, to) = telling.range(m.place.span);
            from <= k && k < to && !matches!(m.value, Value::When(_))
        })
    };
    let of_known = matches!(telling.form_at(past + 1), "his" | "her" | "their" | "its" | "the" | "these" | "those");
    let of_number = || telling.form_at(past) == "of" && (of_known || number(past + 1) || number(past + 2));
    let number_of = |k: usize| first > k && telling.form_at(first - k) == "of" && number(first - k - 1);
    PARTS.contains(&telling.form_before(first)) || of_number() || (1..4).any(number_of)
}

/// Whether things are counted that were done in a part of a game: `five points during a run`, `two goals in the second half`.
fn is_of_period(telling: &Telling, past: usize) -> bool {
    let mut after = telling.on(past.saturating_sub(1)).take(7);
    after.any(|(_, w)| matches!(w.form.as_str(), "during" | "half" | "quarter" | "period" | "stretch" | "inning" | "innings"))
}

/// Whether a number is the whole of which a part is told: `12 of the 118`, `most of the 118`, `all but nine of 118`.
pub(super) fn is_whole(telling: &Telling, first: usize) -> bool {
    let led = usize::from(matches!(telling.form_before(first), "the" | "those" | "these"));
    first.checked_sub(1 + led).is_some_and(|of| telling.form_at(of) == "of")
}

/// Whether a word before `of` takes a part of what follows.
fn is_portion(form: &str) -> bool {
    matches!(form, "half" | "third" | "thirds" | "quarter" | "quarters" | "fifth" | "tenth" | "most" | "part" | "much" | "rest")
}
