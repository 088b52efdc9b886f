//! Dates, absolute and relative to the article's date: `March 24`, `24/03/2017`, `Friday`, `this morning`, `last year`,
//! `a month ago`, `in 2014`, `the 1990s`. Goes in: tokens, a place to begin, the article's date if it is known. Comes
//! out: the date as far as it can be told, and the tokens it covers. Left out: clock times, `the 24th` alone, `now`.

use super::lexicon::Tag;
use super::tokens::Tokens;
use super::when::{Grain, When};
use super::{relative, years};
use jiff::ToSpan;
use jiff::civil::Date;

/// A date and the tokens it covers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Dated {
    pub when: When,
    pub start: usize,
    pub end: usize,
}

/// The date that begins at token `i`, if one does.
pub(super) fn at(t: &Tokens, i: usize, published: Option<Date>) -> Option<Dated> {
    let dated = |when: When, end: usize| Some(Dated { when, start: i, end });
    if t.numeral(i).is_some() {
        if let Some((when, end)) = in_figures(t, i, published).or_else(|| day_month(t, i, published)) {
            return dated(when, end);
        }
        if let Some((when, end)) = relative::ago(t, i, published).or_else(|| years::year(t, i)) {
            return dated(when, end);
        }
        return None;
    }
    let (when, end) = match t.tag(i) {
        Tag::Month(month, sure) => month_first(t, i, month, sure, published)?,
        Tag::Weekday(day) => weekday(t, i, day, published)?,
        // `Tonight Show`, `Daily Today`: capitals make a name of it.
        Tag::Day(days) if !t.is_capital(i) || t.begins(i) && !t.is_capital(i + 1) => {
            // `the day before yesterday`, `the day after tomorrow`
            let further = match days {
                -1 => t.read_before(i, &["the", "day", "before"]),
                1 => t.read_before(i, &["the", "day", "after"]),
                _ => false,
            };
            let (days, start) = if further { (2 * days, i.saturating_sub(3)) } else { (days, i) };
            return Some(Dated { when: relative::offset(published, days.into()), start, end: i + 1 });
        }
        Tag::Small(_) | Tag::Tens(_) | Tag::Article | Tag::Time(_) => relative::ago(t, i, published)?,
        Tag::Plain => relative::relative(t, i, published)?,
        _ => return None,
    };
    dated(when, end)
}

/// `24/03/2017`, `2017-03-24`, `24.03.2017`, `3/24/17`.
fn in_figures(t: &Tokens, i: usize, published: Option<Date>) -> Option<(When, usize)> {
    let start = t.get(i)?.span.start;
    if t.glued(i) && i.checked_sub(1).is_some_and(|b| matches!(t.sign(b), Some('/' | '-' | '.'))) {
        return None;
    }
    let rest = t.text.get(start..)?;
    let run = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '/' | '-' | '.'))).unwrap_or(rest.len()).min(12);
    let run = rest.get(..run)?.trim_end_matches(['.', '-', '/']);
    let sign = run.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = run.split(sign).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let number = |s: &str| s.parse::<i16>().ok();
    let (x, y, z) = (number(a)?, number(b)?, number(c)?);
    let date = |y: i16, m: i16, d: i16| Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok();
    let found = if a.len() == 4 && b.len() <= 2 && c.len() <= 2 {
        date(x, y, z)?
    } else if a.len() <= 2 && b.len() <= 2 && (c.len() == 4 || c.len() == 2 && sign != '-') {
        let year = if c.len() == 4 { z } else { z + if z < 50 { 2000 } else { 1900 } };
        // Day first or month first: what the calendar allows; if both, what lies nearer to the article's date.
        match (date(year, y, x), date(year, x, y)) {
            (Some(day_first), Some(month_first)) => match published {
                Some(p) if distance(p, month_first) < distance(p, day_first) => month_first,
                _ => day_first,
            },
            (one, other) => one.or(other)?,
        }
    } else {
        return None;
    };
    let end = start + run.len();
    let past = (i + 1..=i + 6).find(|&j| t.get(j).is_none_or(|n| n.span.start >= end))?;
    Some((When::day(found), past))
}

fn distance(a: Date, b: Date) -> i32 {
    (a - b).get_days().abs()
}

/// The year token at `i`, possibly after a comma: `, 2017`.
fn year_after(t: &Tokens, i: usize) -> Option<(i16, usize)> {
    let at = i + usize::from(t.sign(i) == Some(',') || t.is(i, &["of"]));
    let n = t.numeral(at)?;
    let plausible = n.digits == 4 && !n.grouped && n.step == 1.0 && (1000.0..=2100.0).contains(&n.value);
    (plausible && (!t.glued(at) || at > i)).then_some((n.value as i16, at + 1))
}

/// A day of the month in figures: `24`, `24th`; and its end.
fn day_number(t: &Tokens, i: usize) -> Option<(i8, usize)> {
    let n = t.numeral(i)?;
    if n.digits > 2 || n.step != 1.0 || !(1.0..=31.0).contains(&n.value) {
        return None;
    }
    let suffix = t.glued(i + 1) && t.is(i + 1, &["st", "nd", "rd", "th"]);
    // `March 24.5`, `24:30`, `24%` are no days.
    let other = t.glued(i + 1) && !suffix && (t.is_word(i + 1) || matches!(t.sign(i + 1), Some(':' | '%' | '/')));
    (!other).then_some((n.value as i8, i + 1 + usize::from(suffix)))
}

/// A day of a month, in the year said, else in the year that puts it nearest to the article's date; `past`: it is over.
fn resolve(month: i8, day: Option<i8>, year: Option<i16>, published: Option<Date>, past: bool) -> Option<When> {
    let on = |y: i16| match day {
        Some(d) => Date::new(y, month, d).ok().map(When::day),
        None => When::month(y, month),
    };
    if let Some(year) = year {
        return on(year);
    }
    let Some(p) = published else {
        return Some(When::Partial { month: Some(month), day, weekday: None });
    };
    // Where the words look back, what lies ahead must be nearer by a quarter.
    let middle = |w: &When| match w {
        When::Days { from, .. } => distance(p, *from).saturating_mul(if past && *from > p { 4 } else { 3 }),
        _ => i32::MAX,
    };
    [p.year(), p.year().checked_sub(1)?, p.year().checked_add(1)?].into_iter().filter_map(on).min_by_key(middle)
}

/// `24 March 2017`, `24th of March`.
fn day_month(t: &Tokens, i: usize, published: Option<Date>) -> Option<(When, usize)> {
    let (day, end) = day_number(t, i)?;
    let month_at = end + usize::from(t.is(end, &["of"]));
    let Tag::Month(month, _) = t.tag(month_at) else { return None };
    if !t.is_capital(month_at) || t.glued(i) {
        return None;
    }
    let past = month_at + 1 + usize::from(t.sign(month_at + 1) == Some('.') && t.word(month_at).len() <= 4);
    let year = year_after(t, past);
    Some((resolve(month, Some(day), year.map(|y| y.0), published, is_over(t, i))?, year.map_or(month_at + 1, |y| y.1)))
}

/// `March 24, 2017`, `March 2014`, `in March`, `last March`, `early March`.
fn month_first(t: &Tokens, i: usize, month: i8, sure: bool, published: Option<Date>) -> Option<(When, usize)> {
    if !t.is_capital(i) {
        return None;
    }
    let short = t.word(i).len() <= 4 && t.sign(i + 1) == Some('.');
    let next = i + 1 + usize::from(short);
    if let Some((day, end)) = day_number(t, next).filter(|_| !t.glued(next) || short) {
        if let Some((year, past)) = year_after(t, end) {
            return Some((resolve(month, Some(day), Some(year), published, false)?, past));
        }
        let first = resolve(month, Some(day), None, published, is_over(t, i))?;
        // `March 24-26`
        if t.is_dash(end)
            && let Some((last, past)) = day_number(t, end + 1).filter(|(last, _)| *last > day)
            && let (When::Days { from, .. }, Some(When::Days { to, .. })) =
                (first, resolve(month, Some(last), None, published, is_over(t, i)))
        {
            return Some((When::days(from, to, Grain::Stretch), past));
        }
        return Some((first, end));
    }
    if let Some((year, end)) = year_after(t, next).filter(|_| t.sign(next) != Some(',') || sure) {
        return Some((When::month(year, month)?, end));
    }
    const BEFORE: [&str; 17] = [
        "in", "of", "last", "next", "this", "since", "until", "till", "by", "early", "late", "mid", "from", "through", "during",
        "to", "and",
    ];
    let b = i.checked_sub(1)?;
    let b = if t.is_dash(b) { b.checked_sub(1)? } else { b };
    let led = t.is(b, &BEFORE) && (sure || !t.is(b, &["to", "and", "of"]));
    // `in a June report`
    let told = t.is(b, &["a", "the"]) && t.is_word(i + 1) && !t.is_capital(i + 1);
    if !(led || sure && (t.word(i).len() > 4 || told)) {
        return None;
    }
    let mut when = resolve(month, None, None, published, is_over(t, i))?;
    if let (Some(p), When::Days { from, .. }) = (published, when) {
        // What can be cited is out.
        const OUT: [&str; 10] =
            ["report", "study", "interview", "poll", "survey", "statement", "letter", "article", "ruling", "decision"];
        let past = t.is(b, &["last"]) || t.is(b, &["a"]) && t.is(i + 1, &OUT);
        let year = if past && from > p.first_of_month() {
            from.year().checked_sub(1)
        } else if t.is(b, &["next"]) && from < p.first_of_month() {
            from.year().checked_add(1)
        } else {
            None
        };
        when = year.and_then(|y| When::month(y, month)).unwrap_or(when);
    }
    Some((when, next.min(i + 1)))
}

/// Words that speak of what is still to come.
const COMING: [&str; 16] = [
    "will",
    "would",
    "ll",
    "scheduled",
    "plan",
    "plans",
    "planned",
    "planning",
    "expected",
    "due",
    "upcoming",
    "set",
    "slated",
    "until",
    "going",
    "next",
];

/// Whether the words before a day say that it is still to come.
fn is_ahead(t: &Tokens, i: usize) -> bool {
    (1..=8).filter(|&n| t.before(i, n).is_some()).any(|n| {
        let at = i - n;
        // `may win`, `could win`, but not `could not be reached`; `is to be held`
        t.is(at, &COMING)
            || t.is(at, &["may", "might", "could"]) && !t.is_capital(at) && !t.is(at + 1, &["not", "be", "have"])
            || t.is(at, &["is", "are"]) && t.is(at + 1, &["to"])
    })
}

/// Whether a past tense stands near a date, and nothing says that it is still to come.
fn is_over(t: &Tokens, i: usize) -> bool {
    #[rustfmt::skip]
    const PAST: &[&str] = &[
        "said", "told", "was", "were", "had", "led", "began", "took", "came", "went", "saw", "met", "lost", "sold", "gave",
        "wrote", "found", "left", "made", "did",
    ];
    let past = |j: usize| t.is_word(j) && (t.is(j, PAST) || t.word(j).len() > 4 && t.word(j).ends_with("ed"));
    !is_ahead(t, i) && ((i.saturating_sub(8)..i).any(past) || (i + 1..i + 8).take_while(|&j| t.sign(j) != Some('.')).any(past))
}

/// Whether the day is that of a past act right before it: `said Monday that he will`, `an announcement Friday that`.
fn is_past_act(t: &Tokens, i: usize) -> bool {
    let Some(at) = i.checked_sub(1 + usize::from(i > 1 && t.is(i - 1, &["on"]))) else { return false };
    t.is(at, &["said", "told", "wrote"])
        || t.is(at, &["announcement", "statement"])
        || t.is(at, &["announced", "reported", "confirmed", "added"])
}

/// `Friday`, `last Friday`, `Friday, March 24`, `Friday night`.
fn weekday(t: &Tokens, i: usize, day: i8, published: Option<Date>) -> Option<(When, usize)> {
    const NAMED_BEFORE: [&str; 12] =
        ["black", "good", "bloody", "super", "ash", "holy", "easter", "palm", "cyber", "giving", "shrove", "mail"];
    const NAMED_AFTER: [&str; 12] =
        ["times", "telegraph", "mirror", "express", "mail", "herald", "post", "star", "live", "club", "people", "sun"];
    let before = i.checked_sub(1);
    let named =
        before.is_some_and(|b| t.is_capital(b) && t.is(b, &NAMED_BEFORE)) || t.is_capital(i + 1) && t.is(i + 1, &NAMED_AFTER);
    if named || !t.is_capital(i) {
        return None;
    }
    let mut end = i + 1;
    if t.is(end, &["morning", "afternoon", "evening", "night"]) {
        end += 1;
    }
    let date_at = end + usize::from(t.sign(end) == Some(','));
    let month = match t.tag(date_at) {
        Tag::Month(month, sure) => month_first(t, date_at, month, sure, published).filter(|(_, e)| *e > date_at + 1),
        _ => day_month(t, date_at, published),
    };
    if let Some((when, end)) = month {
        return Some((when.named(day), end));
    }
    let Some(p) = published else {
        return Some((When::Partial { month: None, day: None, weekday: Some(day) }, end));
    };
    // `Wednesday or Thursday`: the day after the one before it.
    if let Some(Tag::Weekday(other)) = i.checked_sub(2).filter(|_| t.is(i - 1, &["or"])).map(|o| t.tag(o))
        && let Some((When::Days { from, .. }, _)) = weekday(t, i - 2, other, published)
    {
        let later = from.checked_add(i32::from((day - other).rem_euclid(7)).days()).ok()?;
        return Some((When::day(later).named(day), end));
    }
    let back = i32::from((p.weekday().to_monday_one_offset() - day).rem_euclid(7));
    let coming = || {
        !is_past_act(t, i)
            && (is_ahead(t, i) || (end..end + 4).take_while(|&j| !t.is(j, &["that"])).any(|j| t.is(j, &["will", "would"])))
    };
    // `a week on Monday`, `Monday week`
    let led = t.read_before(i, &["a", "week", "on"]);
    let later = led || t.is(end, &["week"]) && !t.is_dash(end + 1);
    if later {
        let when = relative::offset(published, 7 + (7 - back).rem_euclid(7)).named(day);
        return Some((when, end + usize::from(!led)));
    }
    let days = if before.is_some_and(|b| t.is(b, &["last"])) {
        if back == 0 { -7 } else { -back }
    } else if back != 0 && coming() {
        7 - back
    } else {
        -back
    };
    Some((relative::offset(published, days).named(day), end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The dates of a text published on Friday, 24 March 2017.
    fn all(text: &str) -> Vec<String> {
        find(text, Some(date(2017, 3, 24)))
    }

    fn find(text: &str, published: Option<Date>) -> Vec<String> {
        let t = Tokens::new(text);
        let mut found = Vec::new();
        let mut i = 0;
        while i < t.len() {
            match at(&t, i, published) {
                Some(d) => {
                    found.push(d.when.to_string());
                    i = d.end.max(i + 1);
                }
                None => i += 1,
            }
        }
        found
    }

    #[test]
    fn days_further_off() {
        for (text, wanted) in [
            ("will resign a week on Monday", "2017-04-03"),
            ("will meet on Tuesday week", "2017-04-04"),
            ("met the day before yesterday", "2017-03-22"),
            ("will meet the day after tomorrow", "2017-03-26"),
            ("met on Tuesday, a week after", "2017-03-21"),
        ] {
            assert_eq!(all(text), [wanted], "{text}");
        }
    }

    #[test]
    fn absolute_dates() {
        for (text, wanted) in [
            ("on March 24, 2017 in", "2017-03-24"),
            ("on 24 March 2017", "2017-03-24"),
            ("the 24th of March", "2017-03-24"),
            ("on March 24th", "2017-03-24"),
            ("on Dec. 30", "2016-12-30"),
            ("24/03/2017", "2017-03-24"),
            ("3/24/17", "2017-03-24"),
            ("2017-03-24", "2017-03-24"),
            ("24.03.2017.", "2017-03-24"),
            ("Friday, March 24", "2017-03-24"),
            ("in March 2014", "2014-03"),
            ("in May", "2017-05"),
            ("last May", "2016-05"),
            ("In 2014, it", "2014"),
            ("his 1995 tax return", "1995"),
            ("in the 1990s", "1990-01-01/1999-12-31"),
            ("the 2007-09 crisis", "2007-01-01/2009-12-31"),
            ("in 1981–82", "1981-01-01/1982-12-31"),
            ("in a June report", "2016-06"),
            ("In September he wrote", "2016-09"),
            ("he fished in September and", "2016-09"),
            ("the vote in September", "2017-09"),
            ("she could win in September", "2017-09"),
            ("votes in July", "2017-07"),
            ("the 1980's market", "1980-01-01/1989-12-31"),
            ("in the ’90s", "1990-01-01/1999-12-31"),
            ("from March 20-22", "2017-03-20/2017-03-22"),
        ] {
            assert_eq!(all(text), [wanted], "{text}");
        }
    }

    #[test]
    fn dates_relative_to_the_article() {
        for (text, wanted) in [
            ("met on Friday", "2017-03-24"),
            ("met on Thursday", "2017-03-23"),
            ("will meet on Monday", "2017-03-27"),
            ("last Friday", "2017-03-17"),
            ("this morning", "2017-03-24"),
            ("last night", "2017-03-23"),
            ("yesterday", "2017-03-23"),
            ("last year", "2016"),
            ("last month", "2017-02"),
            ("last week", "2017-03-12/2017-03-19"),
            ("three days ago", "2017-03-21"),
            ("a few days ago", "2017-03-18/2017-03-22"),
            ("Monday night", "2017-03-20"),
            ("said Monday that he will", "2017-03-20"),
            ("an announcement Monday that he would", "2017-03-20"),
            ("he could win the vote on Tuesday", "2017-03-28"),
            ("he could not be reached Tuesday", "2017-03-21"),
            ("it is to be held on Tuesday", "2017-03-28"),
        ] {
            assert_eq!(all(text), [wanted], "{text}");
        }
        assert_eq!(all("by Friday or Saturday"), ["2017-03-24", "2017-03-25"]);
        assert_eq!(all("the 1960s and 70s"), ["1960-01-01/1969-12-31", "1970-01-01/1979-12-31"]);
        assert_eq!(all("a month ago"), ["~2017-02-13/2017-03-03"]);
    }

    #[test]
    fn without_a_date_of_the_article_the_parts_stay() {
        assert_eq!(find("on Friday", None), ["Friday"]);
        assert_eq!(find("on March 24", None), ["--03-24"]);
        assert_eq!(find("yesterday", None), ["yesterday"]);
        assert_eq!(find("on March 24, 2017", None), ["2017-03-24"]);
    }

    #[test]
    fn what_looks_like_a_date_and_is_none() {
        for text in [
            "it may rain",
            "May I go",
            "they march on",
            "2,014 boats",
            "2000 people came",
            "about 2000 letters",
            "the Sunday Times",
            "Black Friday sales",
            "$2014",
            "in the last year",
            "on “This Week,” he",
            "the “Tonight Show” began",
            "at 14:00",
            "a year",
            "Russia Today said",
            "32/13/2017",
            "may 7",
        ] {
            assert_eq!(all(text), Vec::<String>::new(), "{text}");
        }
    }
}
