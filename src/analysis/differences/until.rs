//! Denied up to a day here, told of an earlier day there: `was not told until Friday`, `was told in March`; and denied from a
//! day on here, told of a later day there: `not inspected since 2017`, `was inspected in May 2019`.

use super::predicates::Certainty;
use super::telling::Telling;
use super::{closeness, cues, denials};
use crate::analysis::facts::{Grain, Measure, Value, When};
use jiff::civil::Date;

/// The verb stands within so many words of what denies it, the day within so many words of the verb.
const VERB: usize = 5;
const DAY: usize = 12;

/// What a version denies for a stretch of time.
struct Denied {
    verb: usize,
    /// Denied up to this day.
    until: Option<Date>,
    /// Denied from this day on.
    since: Option<Date>,
}

/// The verb in `a` that it denies for a time at which `b` tells it.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(usize, usize)> {
    let denied = denied(a)?;
    let at_odds = |m: &&Measure| {
        days(m).is_some_and(|(from, to)| denied.until.is_some_and(|d| to < d) || denied.since.is_some_and(|d| from > d))
    };
    let told = |&k: &usize| {
        // `had known` has no past form of its own here.
        let had = b.back(k).take(2).any(|(_, w)| matches!(w.form.as_str(), "had" | "has" | "have"));
        let sure =
            b.predicate(k).is_some_and(|p| !p.denied && (p.certainty == Some(Certainty::Done) || p.certainty.is_none() && had));
        let clause = b.words.get(k).map(|w| w.clause);
        let dated = b.measures.iter().copied().filter(|m| {
            let first = b.range(m.place.span).0;
            b.words.get(first).map(|w| w.clause) == clause && first.abs_diff(k) <= DAY
        });
        let days: Vec<&Measure> = dated.filter(|m| days(m).is_some()).collect();
        sure && !days.is_empty() && days.iter().all(at_odds) && denials::same(a, denied.verb, b, k)
    };
    closeness::kin(b, a, denied.verb).into_iter().find(told).map(|k| (denied.verb, k))
}

fn denied(t: &Telling) -> Option<Denied> {
    if !t.cues.any(cues::DENIER) {
        return None;
    }
    (0..t.words.len()).find_map(|k| {
        if !matches!(t.form_at(k), "not" | "never") && !t.form_at(k).ends_with("n't") {
            return None;
        }
        let says = |v: usize| t.words.get(v).is_some_and(|w| w.cues.any(cues::SAY));
        let verb = (k + 1..k + VERB).find(|&v| denials::verb(t, v) || says(v))?;
        let (at, bound) = (verb + 1..verb + DAY)
            .map(|n| (n, t.form_at(n)))
            .find(|(_, form)| matches!(*form, "until" | "till" | "before" | "since"))?;
        let day = t.measures.iter().find(|m| (at..at + 3).contains(&t.range(m.place.span).0))?;
        let (from, to) = days(day)?;
        let since = bound == "since";
        Some(Denied { verb, until: (!since).then_some(from), since: since.then_some(to) })
    })
}

/// The first and the last day of a date that is told by day, week, month or year.
fn days(measure: &Measure) -> Option<(Date, Date)> {
    match measure.value {
        Value::When(When::Days { from, to, grain, .. }) if grain != Grain::Around => Some((from, to)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::told_on;
    use crate::model::DifferenceKind::Polarity;
    use jiff::civil::date;

    fn is_denied(a: &str, b: &str) -> bool {
        let day = Some(date(2023, 5, 16));
        told_on(&[("Daily", day, a), ("Herald", day, b)]).iter().any(|d| d.kind == Polarity)
    }

    #[test]
    fn denied_for_a_time_at_which_it_is_told() {
        for (a, b) in [
            (
                "The harbour board had not known of the cracks before Monday.",
                "The harbour board had known of the cracks since March.",
            ),
            ("Adler did not mend the harbour wall until last week.", "Adler mended the harbour wall in March."),
            ("The harbour wall had not been inspected since 2017.", "The harbour wall was inspected in March."),
        ] {
            assert!(is_denied(a, b), "{a} / {b}");
            assert!(is_denied(b, a), "{b} / {a}");
        }
    }

    #[test]
    fn denied_for_another_time_or_of_another_thing() {
        for (a, b) in [
            (
                "The harbour board had not known of the cracks before March.",
                "The harbour board had known of the cracks since Monday.",
            ),
            ("The harbour wall had not been inspected since March.", "The harbour wall was inspected in 2017."),
            ("The harbour wall had not been inspected since 2017.", "The ferry of the old town was inspected in March."),
            ("The harbour wall had not been inspected since 2017.", "The harbour wall is to be inspected in June."),
        ] {
            assert!(!is_denied(a, b), "{a} / {b}");
        }
    }
}
