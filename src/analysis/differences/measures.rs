//! Numbers, money, lengths of time and dates that cannot all be true of one thing. Two measures are held against each
//! other only where they measure the same: the same unit and noun, the same event, and nothing nearer in the other version.

use super::telling::{Telling, is_plain};
use super::{Found, Said};
use crate::analysis::facts::{Grain, Hedge, Measure, Unit, Value, When};
use crate::model::{DifferenceKind, Span};
use std::collections::BTreeSet;

/// A version of at most this many words tells little beside its claim: its only measure of a kind is the claim's.
const SHORT: usize = 30;
/// Words on either side of a measure that tell what it measures.
const NEAR: usize = 7;

/// What may be held against each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Dimension {
    Money,
    Percent,
    Point,
    Time,
    Age,
    Count(Option<String>),
    Date,
}

/// A measure in its version.
struct Item<'t> {
    measure: &'t Measure,
    dimension: Dimension,
    /// Stems around it.
    near: BTreeSet<&'t str>,
    /// What became of those counted: killed, injured, …
    fate: Option<Fate>,
    /// The date of saying, not of what is told.
    saying: bool,
    /// Led by `the`, `these`, `both`: known already, not told here.
    known: bool,
}

/// What became of people that are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Killed,
    Hurt,
    Held,
    Missing,
}

/// The differences of money, number and date between two versions of different outlets.
pub(super) fn between<'t>(a: &'t Telling, b: &'t Telling) -> Vec<Found> {
    let (mine, theirs) = (items(a), items(b));
    let mut found = Vec::new();
    // A date that the other version gives too is no rival, whatever it dates there.
    let settled = |x: &Item, others: &[Item]| {
        let same = |y: &Item| alike(x, y) || x.dimension == Dimension::Date && same_grain(&x.measure.value, &y.measure.value);
        others.iter().any(|y| same(y) && x.measure.value.agrees(&y.measure.value))
    };
    let open_mine: Vec<&Item> = mine.iter().filter(|x| !settled(x, &theirs)).collect();
    let open_theirs: Vec<&Item> = theirs.iter().filter(|y| !settled(y, &mine)).collect();
    for x in &open_mine {
        let rivals: Vec<&&Item> = open_theirs.iter().filter(|y| alike(x, y)).collect();
        let Some(y) = rivals.iter().max_by_key(|y| x.near.intersection(&y.near).count()) else { continue };
        let only = rivals.len() == 1 && open_mine.iter().filter(|z| alike(z, y)).count() == 1;
        if comparable(x, y, a, b, only) {
            found.push(Found { kind: kind(&x.dimension), said: [said(a, x), said(b, y)] });
        }
    }
    found
}

fn kind(dimension: &Dimension) -> DifferenceKind {
    match dimension {
        Dimension::Money => DifferenceKind::Money,
        Dimension::Date => DifferenceKind::Date,
        _ => DifferenceKind::Number,
    }
}

fn said(telling: &Telling, item: &Item) -> Said {
    Said { version: telling.version, words: telling.printed(item.measure.place.span), value: item.measure.value.to_string() }
}

fn items<'t>(telling: &'t Telling) -> Vec<Item<'t>> {
    telling
        .measures
        .iter()
        .map(|measure| {
            let dimension = match &measure.value {
                Value::When(_) => Dimension::Date,
                Value::Amount(amount) => match amount.unit {
                    Unit::Currency(_) => Dimension::Money,
                    Unit::Percent => Dimension::Percent,
                    Unit::PercentPoint => Dimension::Point,
                    Unit::Time(_) => Dimension::Time,
                    Unit::Age => Dimension::Age,
                    Unit::Count => Dimension::Count(amount.of.clone()),
                },
            };
            let (first, past) = word_range(telling, measure.place.span);
            let around = telling.words.get(first.saturating_sub(NEAR)..(past + NEAR).min(telling.words.len())).unwrap_or(&[]);
            let near = around
                .iter()
                .filter(|w| {
                    !w.span.overlaps(measure.place.span) && !is_plain(w) && !w.form.starts_with(|c: char| c.is_ascii_digit())
                })
                .map(|w| w.stem.as_str())
                .collect();
            Item {
                measure,
                near,
                fate: if matches!(dimension, Dimension::Count(_)) { fate(telling, first, past) } else { None },
                saying: dimension == Dimension::Date && of_saying(telling, first, past),
                known: first.checked_sub(1).is_some_and(|b| {
                    matches!(
                        telling.form_at(b),
                        "the" | "these" | "those" | "both" | "our" | "his" | "her" | "their" | "its" | "other"
                    )
                }),
                dimension,
            }
        })
        .collect()
}

/// First word of a measure and one past its last.
fn word_range(telling: &Telling, span: Span) -> (usize, usize) {
    let first = telling.words.partition_point(|w| w.span.end <= span.start);
    let past = telling.words.partition_point(|w| w.span.start < span.end);
    (first, past.max(first))
}

/// What became of those counted, by the words right after, or right before, in the same clause.
fn fate(telling: &Telling, first: usize, past: usize) -> Option<Fate> {
    let of = |stem: &str| match stem {
        "kill" | "die" | "dead" | "slain" | "fatal" => Some(Fate::Killed),
        "injure" | "injur" | "wound" | "hurt" => Some(Fate::Hurt),
        "arrest" | "detain" | "jail" | "charg" => Some(Fate::Held),
        "miss" => Some(Fate::Missing),
        _ => None,
    };
    let after = telling.on(past.checked_sub(1)?).take(6).find_map(|(_, w)| of(&w.stem));
    after.or_else(|| telling.back(first).take(4).find_map(|(_, w)| of(&w.stem)))
}

/// Whether the date is that of an act of saying: `said on Friday`, `told reporters on Friday`.
fn of_saying(telling: &Telling, first: usize, past: usize) -> bool {
    const SAYING: [&str; 14] = [
        "publish", "releas", "say", "tell", "announce", "state", "report", "write", "tweet", "add", "claim", "declar", "insist",
        "argue",
    ];
    let saying = |w: &super::telling::Word| SAYING.contains(&w.stem.as_str());
    // `On Friday, the paper reported`: a date set before the whole sentence is that of its first verb.
    let fronted = first <= 1;
    let ahead = |reach: usize| telling.words.iter().skip(past).take(reach).any(saying);
    telling.back(first).take(3).any(|(_, w)| saying(w)) || ahead(if fronted { 7 } else { 2 })
}

/// Whether two measures measure alike: the same unit, the same noun, the same fate, the same grain of date.
fn alike(x: &Item, y: &Item) -> bool {
    if let (Some(a), Some(b)) = (x.fate, y.fate)
        && a != b
    {
        return false;
    }
    match (&x.dimension, &y.dimension) {
        (Dimension::Count(a), Dimension::Count(b)) => match (a, b) {
            (Some(a), Some(b)) => a == b,
            // Without a noun, only what became of them tells who is counted: `three died`.
            _ => x.fate.is_some() && x.fate == y.fate,
        },
        (Dimension::Date, Dimension::Date) => x.saying == y.saying && same_grain(&x.measure.value, &y.measure.value),
        (a, b) => a == b,
    }
}

/// Days are held against days, years against years; a stretch or `about then` tells too little to disagree.
fn same_grain(a: &Value, b: &Value) -> bool {
    let grain = |v: &Value| match v {
        Value::When(When::Days { grain, .. }) => Some(*grain),
        Value::When(When::Partial { month: Some(_), day: None, .. }) => Some(Grain::Month),
        Value::When(When::Partial { .. }) => Some(Grain::Day),
        _ => None,
    };
    match (grain(a), grain(b)) {
        (Some(Grain::Around | Grain::Stretch), _) | (_, Some(Grain::Around | Grain::Stretch)) | (None, _) | (_, None) => false,
        (Some(x), Some(y)) => x == y || x != Grain::Year && y != Grain::Year,
    }
}

/// Whether two measures that disagree are of the same thing.
fn comparable(x: &Item, y: &Item, a: &Telling, b: &Telling, only: bool) -> bool {
    if x.known != y.known && matches!(x.dimension, Dimension::Count(_)) {
        return false;
    }
    let shared = x.near.intersection(&y.near).count();
    let short = a.words.len() <= SHORT && b.words.len() <= SHORT;
    match (&x.measure.value, &y.measure.value) {
        (Value::Amount(p), Value::Amount(q)) => {
            let sizes = p.at.max(q.at) / p.at.min(q.at).max(1e-9);
            // Of one thing, reports differ by little; a day's visit and a year's plan are two things.
            let sane = sizes <= 20.0 || p.hedge == Hedge::Many || q.hedge == Hedge::Many;
            sane && (only && short || shared >= if only { 1 } else { 2 })
        }
        _ => only && (short || shared >= 1) || shared >= 2,
    }
}
