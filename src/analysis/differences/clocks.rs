//! Times of day: `at 6.40 am` here, `at 6:47am` there; `shortly before 8 p.m.` agrees with `at 7:45 p.m.`. Two are held against each
//! other where one verb goes with both.

use super::measures::Measured;
use super::telling::{Telling, Word};
use super::{Found, Of, Said, closeness, cues, frames};
use crate::model::{DifferenceKind, Span};

/// `about 8 p.m.` is off by so many minutes at the most.
const ABOUT: i32 = 30;
/// `shortly before 8 p.m.` is so many minutes before it at the most.
const SHORTLY: i32 = 45;
/// `at 10 a.m.` is off by so many minutes.
const WHOLE: i32 = 15;
/// The verb of a time stands within so many words.
const NEAR: usize = 14;
const DAY: i32 = 24 * 60;
/// Letters of `p.m`.
const LONGEST_MARK: usize = 3;
const HALF_AN_HOUR: i32 = 30;
/// What a place is, beside its name.
const PLACES: [&str; 8] = ["island", "city", "town", "village", "port", "province", "state", "suburb"];

/// A time of day as a version tells it.
pub(super) struct Clock {
    span: Span,
    /// The earliest and the latest minute of the day that the words allow.
    range: (i32, i32),
    /// The minute that is printed.
    at: i32,
    /// By whose clock, where that is told: `GMT`.
    zone: Option<String>,
    /// The verb that it goes with.
    verb: usize,
}

/// The difference of a time of day between two versions.
pub(super) fn between(x: &Measured, y: &Measured) -> Option<Found> {
    let ((a, mine), (b, theirs)) = ((x.telling, x.clocks), (y.telling, y.clocks));
    if mine.is_empty() || theirs.is_empty() || frames::other_day(a, b) {
        return None;
    }
    let open = |x: &Clock, others: &[Clock]| !others.iter().any(|y| agree(x, y));
    mine.iter().filter(|x| open(x, theirs)).find_map(|x| {
        let one =
            |y: &&Clock| closeness::akin(a, x.verb, b, y.verb) && !frames::of_others(a, x.verb, b, y.verb) && one_zone(x, y);
        let y = theirs.iter().filter(|y| open(y, mine)).find(one)?;
        let said = |t: &Telling, c: &Clock| Said { version: 0, words: t.printed(c.span), value: format!("{:?}", c.range) };
        Some(Found { kind: DifferenceKind::Date, of: Of::named("clock"), said: [said(a, x), said(b, y)] })
    })
}

fn agree(x: &Clock, y: &Clock) -> bool {
    x.range.0 <= y.range.1 && y.range.0 <= x.range.1
}

/// Whether two times may be by one clock: another one goes before or after it by half hours.
fn one_zone(x: &Clock, y: &Clock) -> bool {
    match (&x.zone, &y.zone) {
        (Some(p), Some(q)) => p == q,
        (None, None) => true,
        _ => (x.at - y.at) % HALF_AN_HOUR != 0,
    }
}

/// The times of day of a version that are no bounds: not `until 8 p.m.`, nor a conversion in brackets.
pub(super) fn of(t: &Telling) -> Vec<Clock> {
    let (Some(first), Some(last)) = (t.words.first(), t.words.last()) else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = first.span.start;
    while at < last.span.end {
        let Some(rest) = t.text.get(at..last.span.end.max(at)) else { break };
        let Some(digit) = rest.find(|c: char| c.is_ascii_digit()) else { break };
        let start = at + digit;
        let run =
            t.text.get(start..).map_or(0, |r| r.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b':' | b'.')).count());
        match printed(t, start) {
            Some((span, minute, whole)) => {
                found.extend(read(t, span, minute, whole));
                at = span.end.max(start + 1);
            }
            None => at = start + run.max(1),
        }
    }
    found
}

/// The time of day that is printed from byte `start` on, its minute, and whether it is a whole hour without minutes.
fn printed(t: &Telling, start: usize) -> Option<(Span, i32, bool)> {
    let before = t.text.get(..start)?.chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ':' | ',' | '$' | '£' | '€' | '(' | '/' | '-')) {
        return None;
    }
    let text = t.text.get(start..)?;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(text);
    let hour: i32 = text.get(..hours).filter(|h| h.len() <= 2)?.parse().ok()?;
    let mut end = hours;
    let mut minutes = None;
    let mut colon = false;
    if let Some(sign) = text.get(end..).and_then(|r| r.chars().next()).filter(|c| matches!(c, ':' | '.')) {
        let rest = text.get(end + 1..)?;
        if digits(rest) == 2 {
            minutes = rest.get(..2)?.parse::<i32>().ok().filter(|m| *m < 60);
            colon = sign == ':';
            end += 3;
        }
    }
    let rest = text.get(end..)?;
    let gap = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    let behind = rest.get(gap..)?;
    if !colon && !behind.starts_with(['a', 'A', 'p', 'P']) {
        return None;
    }
    let marker = behind.chars().take(LONGEST_MARK + 1).collect::<String>().to_ascii_lowercase();
    let half = [("a.m", 0), ("am", 0), ("p.m", 12), ("pm", 12)].into_iter().find(|(mark, _)| {
        let next = marker.strip_prefix(mark).and_then(|r| r.chars().next());
        marker.starts_with(mark) && !next.is_some_and(char::is_alphanumeric)
    });
    let (hour, end) = match half {
        Some((mark, later)) if (1..=12).contains(&hour) => (hour % 12 + later, end + gap + mark.len()),
        None if colon && minutes.is_some() && hour < 24 => (hour, end),
        _ => return None,
    };
    Some((Span::new(start, start + end), hour * 60 + minutes.unwrap_or(0), minutes.is_none()))
}

/// A time with the words around it; none where it is a bound, or goes with no verb but one of saying.
fn read(t: &Telling, span: Span, minute: i32, whole: bool) -> Option<Clock> {
    let first = t.words.partition_point(|w| w.span.end <= span.start);
    let (before, lead) = (t.form_before(first), first.checked_sub(1).map_or("", |b| t.form_before(b)));
    let range = match (lead, before) {
        ("shortly" | "just" | "soon" | "minutes", "before") => (minute - SHORTLY, minute),
        ("shortly" | "just" | "soon" | "minutes", "after" | "past") => (minute, minute + SHORTLY),
        (_, "before" | "after" | "past" | "until" | "till" | "by" | "since" | "from" | "between" | "to" | "and") => return None,
        (_, "about" | "around" | "approximately" | "roughly" | "some" | "nearly" | "almost") => (minute - ABOUT, minute + ABOUT),
        _ if whole => (minute - WHOLE, minute + WHOLE),
        _ => (minute, minute),
    };
    let is_verb =
        |k: usize| t.words.get(k).is_some_and(|w| !w.named && !w.plain && (w.cues.any(cues::PAST) || w.form.ends_with("ing")));
    // `took off from Dell, on the island of Brill, at 5.20 am`: places set off by commas stand between.
    let joins =
        |w: &Word| matches!(w.form.as_str(), "and" | "but" | "who" | "which" | "that" | "when" | "after" | "as" | "while");
    let light = |w: &Word| (w.plain || w.named || w.placed || PLACES.contains(&w.form.as_str())) && !joins(w);
    let over = || (first.saturating_sub(NEAR)..first).rev().find(|&k| !t.words.get(k).is_some_and(light)).filter(|&k| is_verb(k));
    let verb = t.back(first).take(NEAR).map(|(k, _)| k).find(|&k| is_verb(k)).or_else(over);
    let verb = verb.or_else(|| t.on(first).take(NEAR).map(|(k, _)| k).find(|&k| is_verb(k)))?;
    let says =
        t.words.get(verb).is_some_and(|w| w.cues.any(cues::SAY) || matches!(w.stem.as_str(), "report" | "announc" | "tweet"));
    let zone = t.text.get(span.end..).and_then(zone);
    (!says && range.0 >= 0 && range.1 < DAY).then_some(Clock { span, range, at: minute, zone, verb })
}

/// The clock that is named right after a time: `GMT`, `EDT`.
fn zone(rest: &str) -> Option<String> {
    let word: String = rest.trim_start_matches(['.', ' ', 'm']).chars().take_while(|c| c.is_ascii_uppercase()).collect();
    matches!(
        word.as_str(),
        "GMT"
            | "UTC"
            | "BST"
            | "CET"
            | "EET"
            | "ET"
            | "EST"
            | "EDT"
            | "CT"
            | "CST"
            | "CDT"
            | "MT"
            | "MST"
            | "MDT"
            | "PT"
            | "PST"
            | "PDT"
            | "IST"
    )
    .then_some(word)
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Date;

    #[test]
    fn times_that_cannot_be_one() {
        for (a, b) in [
            ("The ferry left Brill at 6.40 am local time.", "The ferry left the harbour of Brill at 6:47am."),
            ("The fire at the harbour started around 10 a.m.", "The fire started at the harbour at 11:45 am."),
            (
                "The ferry left from Brill on Dell, Ruritania, at 6.40 am local time.",
                "The ferry left from Brill, on the island of Dell, at 6:47am.",
            ),
            ("A quake struck the island at 14:05.", "A quake struck the island shortly before 2 p.m."),
        ] {
            assert_eq!(kinds(a, b), [Date], "{a} / {b}");
            assert_eq!(kinds(b, a), [Date], "{b} / {a}");
        }
    }

    #[test]
    fn times_that_agree_or_are_of_other_acts() {
        for (a, b) in [
            ("The ferry left Brill at 7:45 am.", "The ferry left Brill shortly before 8 a.m."),
            ("The ferry left Brill at 6.40 am.", "The ferry left Brill at 6:40am (7:40am in Dell)."),
            ("The ferry left Brill at 7:45 am.", "The ferry docked in Brill at 9:30 am."),
            ("The ferry left Brill at 7:45 am.", "The ferry had left Brill by 8:30 am."),
            ("The ferry left Brill at 7:45 am EST.", "The ferry left Brill at 12:45 pm GMT."),
            ("The ferry left Brill at 7:45 am.", "The ferry left Brill at 12:45 pm GMT."),
            ("The ferry left Brill, the mayor said at 7:45 am.", "The ferry left Brill, the mayor said at 9:30 am."),
            ("The ferry left Brill at 7:45 am on Monday.", "The ferry left Brill at 9:30 am on Tuesday."),
            (
                "The ferry left from Brill on Monday and docked in Dell, Ruritania, at 6.40 am.",
                "The ferry left from Brill, on the island of Dell, at 5:47am.",
            ),
            ("The firm made 6.40 million in Brill.", "The firm made 6.47 million in Brill."),
        ] {
            assert_eq!(kinds(a, b), [], "{a} / {b}");
            assert_eq!(kinds(b, a), [], "{b} / {a}");
        }
    }
}
