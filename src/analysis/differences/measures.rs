//! Numbers, money, lengths of time and dates that cannot all be true of one thing. Two measures are held against each
//! other only where they measure the same: the same unit and noun, the same event, and nothing nearer in the other version.

use super::telling::{Telling, Word, is_plain};
use super::{Found, Said, predicates};
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
    Length,
    Weight,
    Count(Option<String>),
    Date,
}

impl Dimension {
    /// A name that keeps amounts of different things apart.
    fn name(&self) -> String {
        match self {
            Dimension::Count(of) => of.clone().unwrap_or_default(),
            other => format!("{other:?}"),
        }
    }
}

/// A measure in its version.
struct Item<'t> {
    measure: &'t Measure,
    dimension: Dimension,
    /// Stems of the content words around it.
    near: BTreeSet<&'t str>,
    /// Stems of the names around it.
    names: BTreeSet<&'t str>,
    /// Of a date: the verb it goes with, and the words right beside it. Of a count: the verb.
    anchors: BTreeSet<&'t str>,
    /// What became of those counted: killed, injured, …
    fate: Option<Fate>,
    /// The date of saying, not of what is told.
    saying: bool,
    /// Led by `the`, `these`, `both`: known already, not told here.
    known: bool,
    /// Before its verb, which is not passive: those counted do it.
    acting: bool,
    /// A conversion in brackets of the amount before it.
    converted: bool,
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
        let unnamed = |i: &Item| i.dimension == Dimension::Count(None);
        let counts = |i: &Item| matches!(i.dimension, Dimension::Count(_));
        let same = |y: &Item| {
            alike(x, y)
                || (unnamed(x) && counts(y) || counts(x) && unnamed(y))
                || x.dimension == Dimension::Date && same_grain(&x.measure.value, &y.measure.value)
        };
        others.iter().any(|y| same(y) && x.measure.value.agrees(&y.measure.value))
    };
    let open_mine: Vec<&Item> = mine.iter().filter(|x| !x.converted && !settled(x, &theirs)).collect();
    let open_theirs: Vec<&Item> = theirs.iter().filter(|y| !y.converted && !settled(y, &mine)).collect();
    for x in &open_mine {
        let rivals: Vec<&&Item> = open_theirs.iter().filter(|y| alike(x, y)).collect();
        let Some(y) = rivals.iter().max_by_key(|y| x.near.intersection(&y.near).count()) else { continue };
        let only = rivals.len() == 1 && open_mine.iter().filter(|z| alike(z, y)).count() == 1;
        if comparable(x, y, a, b, only) {
            found.push(Found { kind: kind(&x.dimension), of: x.dimension.name(), said: [said(a, x), said(b, y)] });
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
                    Unit::Size(size) if size.is_weight() => Dimension::Weight,
                    Unit::Size(_) => Dimension::Length,
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
                names: around
                    .iter()
                    .filter(|w| w.named && !w.span.overlaps(measure.place.span))
                    .map(|w| w.stem.as_str())
                    .collect(),
                anchors: anchors(telling, first, past),
                acting: telling
                    .on(past.saturating_sub(1))
                    .take(6)
                    .find(|(_, w)| predicates::is_past(&w.form, &w.stem))
                    .is_some_and(|(i, _)| !is_passive(telling, i)),
                converted: dimension == Dimension::Money
                    && telling.text.get(..measure.place.span.start).is_some_and(|t| t.ends_with('(')),
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
    let of = |form: &str| match form {
        "killed" | "kills" | "kill" | "killing" | "died" | "dies" | "die" | "dying" | "dead" | "slain" | "deaths" => {
            Some(Fate::Killed)
        }
        "injured" | "injures" | "injuring" | "wounded" | "wounding" | "wounds" | "hurt" | "injuries" => Some(Fate::Hurt),
        "arrested" | "arrests" | "detained" | "jailed" | "charged" => Some(Fate::Held),
        "missing" => Some(Fate::Missing),
        _ => None,
    };
    // `a mother of six was killed`
    if first > 0 && telling.form_at(first - 1) == "of" {
        return None;
    }
    let after = telling.on(past.checked_sub(1)?).take(6).find_map(|(i, w)| Some((i, of(&w.form)?)));
    if let Some((i, fate)) = after {
        // `two guards killed a man` counts those who did it.
        let active = !matches!(telling.form_at(i), "died" | "die" | "dies" | "dead" | "missing") && !is_passive(telling, i);
        let object =
            matches!(telling.form_at(i + 1), "a" | "an" | "the" | "his" | "her" | "their" | "two" | "three" | "at" | "more");
        return (!(active && object)).then_some(fate);
    }
    telling.back(first).take(4).find_map(|(_, w)| of(&w.form))
}

/// Whether a form of `be` governs the word.
fn is_passive(telling: &Telling, k: usize) -> bool {
    let be = |w: &Word| matches!(w.form.as_str(), "was" | "were" | "is" | "are" | "been" | "be" | "being");
    telling.back(k).take(3).any(|(_, w)| be(w))
}

/// Whether the date is that of an act of saying: `said on Friday`, `told reporters on Friday`.
fn of_saying(telling: &Telling, first: usize, past: usize) -> bool {
    #[rustfmt::skip]
    const SAYING: &[&str] = &[
        "publish", "releas", "say", "tell", "announc", "stat", "report", "writ", "tweet", "add", "claim", "declar",
        "insist", "argu",
    ];
    let saying = |w: &Word| SAYING.contains(&w.stem.as_str());
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

/// The verb that a measure goes with (the nearest before it in its clause, else the nearest after it) and the content
/// words right beside it: `was hit on Friday`, `Friday's attack`.
fn anchors<'t>(telling: &'t Telling, first: usize, past: usize) -> BTreeSet<&'t str> {
    let verb = |w: &&Word| predicates::is_past(&w.form, &w.stem) || w.form.ends_with("ing") && w.form.len() > 5;
    let usable = |w: &&Word| !is_plain(w) && !w.named;
    let before: Vec<&Word> = telling.back(first).map(|(_, w)| w).take(8).collect();
    let after: Vec<&Word> = telling.words.iter().skip(past).take(6).collect();
    let governor = before.iter().find(|w| verb(w)).or_else(|| after.iter().find(|w| verb(w)));
    let beside = before.iter().take(2).chain(after.iter().take(2)).filter(|w| usable(w));
    governor.into_iter().filter(|w| usable(w)).chain(beside).map(|w| w.stem.as_str()).collect()
}

/// Whether two measures that disagree are of the same thing.
fn comparable(x: &Item, y: &Item, a: &Telling, b: &Telling, only: bool) -> bool {
    let shared = x.near.intersection(&y.near).count();
    let short = a.words.len() <= SHORT && b.words.len() <= SHORT;
    let strangers = !x.names.is_empty() && !y.names.is_empty() && x.names.is_disjoint(&y.names);
    let (Value::Amount(p), Value::Amount(q)) = (&x.measure.value, &y.measure.value) else {
        return if x.saying { shared >= 1 && only } else { !x.anchors.is_disjoint(&y.anchors) && only }
            && !same_night(x, y, a, b);
    };
    // Of one thing, reports differ by little; a day's visit and a year's plan are two things.
    let sane = p.at.max(q.at) <= 20.0 * p.at.min(q.at) || p.hedge == Hedge::Many || q.hedge == Hedge::Many;
    if !sane || other_day(a, b) {
        return false;
    }
    match &x.dimension {
        Dimension::Count(Some(of)) if of == "person" || of == "attacker" => {
            let same_act = x.fate.is_some() && x.fate == y.fate || x.acting == y.acting && !x.anchors.is_disjoint(&y.anchors);
            same_act && !x.known && !y.known && !strangers
        }
        Dimension::Count(_) => x.known == y.known && (shared >= 2 || only && short && shared >= 1) && !strangers,
        Dimension::Age => !x.names.is_disjoint(&y.names) && only,
        Dimension::Money => only && (short || shared >= 1) || shared >= 3,
        _ => only && shared >= 1 && !strangers,
    }
}

/// Whether two versions date what they tell to different days: their numbers are then of different events.
fn other_day(a: &Telling, b: &Telling) -> bool {
    let dates = |t: &Telling| -> Vec<Value> {
        t.measures.iter().map(|m| &m.value).filter(|v| matches!(v, Value::When(_))).cloned().collect()
    };
    let (mine, theirs) = (dates(a), dates(b));
    !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|m| theirs.iter().any(|t| m.agrees(t)))
}

/// Whether one date is the night of a day and the other the early morning after it: `late Friday`, `early Saturday`.
fn same_night(x: &Item, y: &Item, a: &Telling, b: &Telling) -> bool {
    let words = |t: &Telling, i: &Item| t.printed(i.measure.place.span).to_lowercase();
    let (p, q) = (words(a, x), words(b, y));
    let night = |w: &str| ["night", "late", "evening", "overnight"].iter().any(|n| w.contains(n));
    let dawn = |w: &str| ["early", "morning", "overnight"].iter().any(|n| w.contains(n));
    night(&p) && dawn(&q) || night(&q) && dawn(&p)
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{details, kinds};
    use crate::model::DifferenceKind::{Date, Money, Number};

    #[test]
    fn amounts_that_cannot_both_be_true() {
        for (a, b, kind) in [
            ("The bank lent the club £8million.", "The club had a $9.7 million loan from a bank.", Money),
            ("Six guards were killed at the gate.", "Four guards were killed at the gate.", Number),
            ("Six guards died at the gate.", "At least eight people were killed at the gate.", Number),
            ("Two undersea cables were cut.", "Three undersea cables were cut.", Number),
            ("Turnout fell to 41 percent.", "Turnout fell to 47%.", Number),
            ("They spoke for two hours.", "They spoke for about 90 minutes.", Number),
            ("The guard was hit on Friday.", "The guard was hit on Saturday.", Date),
            ("The paper published it on Saturday.", "The paper published it on Sunday.", Date),
            ("The town approved the bond in 2009.", "The town approved the bond in 2010.", Date),
        ] {
            assert_eq!(kinds(a, b), [kind], "{a} / {b}");
            assert_eq!(kinds(b, a), [kind], "{b} / {a}");
        }
    }

    #[test]
    fn amounts_that_agree_or_are_of_other_things() {
        for (a, b) in [
            ("They spoke for about 90 minutes.", "They spoke for an hour and a half."),
            ("At least 12 people were killed.", "Fifteen people were killed."),
            ("The guard was hit on Friday.", "The guard was hit on March 24."),
            ("The guard was hit on Friday night.", "The guard was hit early Saturday."),
            ("Damage of $1 million was done.", "It did about $1 million in damage."),
            ("Six guards were killed and three were hurt.", "Three guards were hurt and six were killed."),
            ("Six guards were killed.", "Four attackers were killed."),
            ("Two guards shot a man at the gate.", "The man shot three guards at the gate."),
            ("A mother of 13 was killed.", "Two people were killed."),
            ("It was sold for 2 million euros (£1.7 million).", "It was sold for 2 million euros ($2.6 million)."),
            ("The guard was hit on Friday.", "The trial of the guard begins on Monday."),
            ("There Adler, of the union, has worked for 15 years.", "There Brand, of the union, has worked for 37 years."),
            ("The two ministers met.", "Three ministers met."),
            ("It was sold for £8 million.", "It was sold for £8.2 million."),
        ] {
            assert_eq!(kinds(a, b).iter().filter(|k| **k != crate::model::DifferenceKind::Certainty).count(), 0, "{a} / {b}");
        }
    }

    #[test]
    fn numbers_of_different_days_are_not_held_against_each_other() {
        assert_eq!(kinds("In May two cables were cut.", "In June three cables were cut."), [Date]);
    }

    #[test]
    fn the_detail_prints_each_value_with_its_outlets() {
        let found = details(&[
            ("Daily", "The bank lent the club £8million."),
            ("Herald", "The club had a $9.7 million loan from a bank."),
            ("Post", "A bank gave the club a loan of $9.7 million."),
        ]);
        assert_eq!(found, ["£8million (Daily) / $9.7 million (Herald, Post)"]);
    }

    #[test]
    fn amounts_of_different_things_are_told_apart() {
        let found = details(&[
            ("Daily", "Six guards were killed and three cables were cut."),
            ("Herald", "Four guards were killed and five cables were cut."),
        ]);
        assert_eq!(found, ["three (Daily) / five (Herald)", "Six (Daily) / Four (Herald)"]);
    }
}
