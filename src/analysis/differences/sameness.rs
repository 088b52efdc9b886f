//! Whether two measures that disagree are of one thing: the same act, the same people, the same things counted, and no more
//! apart than two accounts of one thing are.

use super::accounts::Accounts;
use super::fates::is_people;
use super::items::{self, Dimension, Item};
use super::measures::{MANY, Measured, is_near, one_fate};
use super::predicates::Certainty;
use super::telling::Telling;
use super::{amounts, closeness, days, frames, parts, sole, sums};
use crate::analysis::facts::{Amount, Grain, Hedge, Scale, Unit, Value, When};

/// So many days after each other the dead of one disaster are counted again.
const TOLD_ANEW: i32 = 4;

/// So many years apart lie two accounts of since when.
const YEARS: i16 = 3;

/// So many times apart lie early tolls of hundreds and thousands.
const FEARED: f64 = 12.0;

/// Whether two measures that disagree are of the same thing.
pub(super) fn are_of_one_thing(x: &Item, y: &Item, a: &Measured, b: &Measured) -> bool {
    let (Value::Amount(p), Value::Amount(q)) = (&x.measure.value, &y.measure.value) else {
        return !are_set_apart(x, y, a, b) && date_one_act(x, y, a, b);
    };
    let so_far_or_long = is_one_way_or_time(x, y, a.telling, b.telling, p, q);
    so_far_or_long.unwrap_or_else(|| {
        !are_set_apart(x, y, a, b) && are_near_enough(x, y, a, b, p, q) && {
            sole::are_of_one(x, y, a, b)
                || Accounts::of([x, y], [a, b], [p, q]).is_some_and(|accounts| accounts.are_of_one_thing())
        }
    })
}

/// Whether two lengths are of one way or one time, where what stands beside both tells: `180 kilometres east of Dell`, `the
/// 21-month siege`.
fn is_one_way_or_time(x: &Item, y: &Item, a: &Telling, b: &Telling, p: &Amount, q: &Amount) -> Option<bool> {
    let near = || !are_rounded(p, q) && p.at.max(q.at) <= BEARING * p.at.min(q.at);
    if let Some(one) = one_bearing(x, a, y, b) {
        return Some(one && near());
    }
    (are_of_one_noun(x, a, y, b) && near() && !different_people(x, y, a, b)).then_some(true)
}

/// Whether two measures are of an earlier thing and of this one, of two places, of other people, or of a part of a game.
fn are_set_apart(x: &Item, y: &Item, a: &Measured, b: &Measured) -> bool {
    // `grabbed 3 of his 11 rebounds` tells of a part of the game.
    let part = |of: &Measured| of.items.iter().any(|i| i.aside && matches!(i.dimension, Dimension::Count(_)));
    x.earlier != y.earlier
        || are_of_others(x, y)
        || parts::is_elsewhere(x, a.telling, y, b.telling)
        || parts::is_elsewhere(y, b.telling, x, a.telling)
        || !(x.toll && y.toll || is_near(x, y) && x.shares(y) > 2) && different_people(x, y, a.telling, b.telling)
        || (x.scored || y.scored) && (part(a) || part(b) || !closeness::of(a.telling, b.telling).is_very_close())
}

/// Whether two dates that disagree are of one act, or of one utterance.
fn date_one_act(x: &Item, y: &Item, a: &Measured, b: &Measured) -> bool {
    let same = if x.saying {
        said_by_one(x, a.telling, y, b.telling) && was_said(x, a.telling) == was_said(y, b.telling)
    } else {
        same_act(x, y, a.telling, b.telling)
    };
    // `had led it since 2005`, `has worked there since 2006`: since when one person has been one thing.
    let long = x.bound == Some("since") && frames::shared(&x.names, &y.names) > 0 && x.shares(y) > 0 && are_years_near(x, y);
    let same = same || long && y.bound == x.bound;
    // `June 24`, `June 24, 2005`: the year that nobody prints is guessed.
    let one = x.words.starts_with(&y.words) || y.words.starts_with(&x.words);
    (same || sole::are_of_one(x, y, a, b)) && !one && x.bound == y.bound && !days::are_others(x, y)
}

/// Whether two years lie no further apart than two accounts of one do.
fn are_years_near(x: &Item, y: &Item) -> bool {
    match (&x.measure.value, &y.measure.value) {
        (
            Value::When(When::Days { from: p, grain: Grain::Year, .. }),
            Value::When(When::Days { from: q, grain: Grain::Year, .. }),
        ) => (p.year() - q.year()).abs() <= YEARS,
        _ => false,
    }
}

/// Whether two amounts are no further apart than reports of one thing are, nor so near that they are one, rounded; paid in one
/// way, and both of what there is or both of what is asked for.
fn are_near_enough(x: &Item, y: &Item, a: &Measured, b: &Measured, p: &Amount, q: &Amount) -> bool {
    let taken_up = x.dimension == Dimension::Money && sums::is_taken_up(a, x) != sums::is_taken_up(b, y);
    if are_rounded(p, q) || means(x, y, a, b) == Some(false) || taken_up {
        return false;
    }
    // Of one thing, reports differ by little; a day's visit and a year's plan are two things.
    let times = match reach(&x.dimension, p.unit == q.unit) {
        _ if p.hedge == Hedge::Many || q.hedge == Hedge::Many => 100.0,
        _ if one_fate(x, y) && p.at.min(q.at) >= 2.0 * MANY => FEARED,
        times => times,
    };
    let asked = x.asked != y.asked && matches!(x.dimension, Dimension::Money | Dimension::Percent | Dimension::Time);
    // A toll is told anew every day.
    let anew = || one_fate(x, y) && frames::are_days_near(a.telling, b.telling, TOLD_ANEW) && one_name(a.telling, b.telling);
    p.at.max(q.at) <= times * p.at.min(q.at) && !asked && (!frames::other_day(a.telling, b.telling) || anew())
}

/// Whether two sums are paid in the same, where both versions tell in what.
pub(super) fn means(x: &Item, y: &Item, a: &Measured, b: &Measured) -> Option<bool> {
    amounts::one_means(a.telling, &x.paid_in, b.telling, &y.paid_in)
}

/// So many times further away one outlet may put a town, and so many times longer a siege.
const BEARING: f64 = 1.5;

/// Whether two lengths tell how far a place lies from one town, where both tell how far one lies from some: `180 kilometres east of
/// Dell`.
fn one_bearing(x: &Item, a: &Telling, y: &Item, b: &Telling) -> Option<bool> {
    let bearing = |t: &Telling, i: &Item| {
        let past = t.range(i.measure.place.span).1;
        let way = t.form_at(past).to_owned();
        let compass = ["north", "south", "east", "west"].iter().any(|way_of| way.starts_with(way_of));
        let town = t.words.get(past + 2).filter(|w| compass && t.form_at(past + 1) == "of" && w.named)?;
        (i.dimension == Dimension::Length).then_some((way, town.key()))
    };
    Some(bearing(a, x)? == bearing(b, y)?)
}

/// Whether two lengths of time stand before one noun, and tell how long that was: `the 21-month siege`, `the 22-month-long siege`.
fn are_of_one_noun(x: &Item, a: &Telling, y: &Item, b: &Telling) -> bool {
    let noun = |t: &Telling, i: &Item| {
        let past = t.range(i.measure.place.span).1;
        let own = t.words.get(i.first)?.clause;
        let led = t.words.iter().skip(past).take(3).take_while(|w| !w.plain && !w.time && w.clause == own);
        (i.dimension == Dimension::Time).then(|| led.map(|w| w.id).last()).flatten()
    };
    matches!((noun(a, x), noun(b, y)), (Some(p), Some(q)) if p == q)
}

/// Whether one of two amounts is what analysts expected and the other what came, one is of a year and the other not, or one is
/// feared only.
pub(super) fn are_of_others(x: &Item, y: &Item) -> bool {
    x.foreseen != y.foreseen && matches!(x.dimension, Dimension::Money | Dimension::Percent | Dimension::Count(_))
        || x.yearly != y.yearly
        || x.open != y.open && x.fate.is_some()
}

/// Whether both versions name one person or place.
fn one_name(a: &Telling, b: &Telling) -> bool {
    a.words.iter().any(|w| w.named && w.is_content() && b.has(w.id))
}

/// Amounts in two units that are no further apart may be one, rounded: `two months`, `eight weeks`.
const ROUNDED: f64 = 1.15;

/// Whether two amounts in two units may be one, rounded; whole weeks and hours are units of their own (`six weeks`, `44 days`).
pub(super) fn are_rounded(p: &Amount, q: &Amount) -> bool {
    let measured = |u: Unit| matches!(u, Unit::Time(_) | Unit::Size(_));
    let whole = |a: &Amount| match a.unit {
        Unit::Time(Scale::Days) => a.at % (7.0 * 86_400.0) == 0.0,
        Unit::Time(Scale::Minutes) => a.at % 3_600.0 == 0.0,
        _ => false,
    };
    (p.unit != q.unit && measured(p.unit) || whole(p) != whole(q)) && p.at.max(q.at) <= ROUNDED * p.at.min(q.at)
}

/// So many times larger the greater of two accounts of one thing can be.
pub(super) fn reach(dimension: &Dimension, same_unit: bool) -> f64 {
    match dimension {
        Dimension::Money if same_unit => 4.0,
        Dimension::Money => 500.0,
        Dimension::Count(Some(of)) if is_people(of) || of == "attacker" => 8.0,
        Dimension::Time => 8.0,
        Dimension::Count(Some(of)) if of == "magnitude" => 1.1,
        _ => 5.0,
    }
}

/// Whether the clauses of the two measures name different people: nobody in both, or others first.
fn different_people(x: &Item, y: &Item, a: &Telling, b: &Telling) -> bool {
    let people = |t: &Telling, i: &Item, whole: bool| frames::named(t, i.first, whole);
    let other = || frames::strangers(&people(a, x, false), &people(b, y, false));
    let first = |t: &Telling, i: &Item| frames::subject(t, i.governor.filter(|g| *g < i.first).unwrap_or(i.first));
    frames::strangers(&people(a, x, true), &people(b, y, true))
        || x.dimension != Dimension::Date
            && !bought(x, a, y, b)
            && !two_sides(x, a, y, b)
            && (other() || frames::strangers(&first(a, x), &first(b, y)))
}

/// Whether two prices are told by who pays and by what is sold: `was bought by Adler for`, `Adler will pay`.
fn bought(x: &Item, a: &Telling, y: &Item, b: &Telling) -> bool {
    let passive = |t: &Telling, i: &Item| i.governor.is_some_and(|g| items::is_passive(t, g));
    x.price && y.price && passive(a, x) != passive(b, y)
}

/// Whether two sums are told from the two sides of one deal: `borrowed £8 million from a bank`, `a bank lent $9 million`.
fn two_sides(x: &Item, a: &Telling, y: &Item, b: &Telling) -> bool {
    #[rustfmt::skip]
    const DEALS: &[(&[&str], &[&str])] = &[
        (&["borrowed", "received", "got", "took", "obtained", "accepted"], &["lent", "loaned", "gave", "granted", "paid", "advanced"]),
        (&["bought", "acquired", "purchased"], &["sold"]),
        (&["inherited"], &["left", "bequeathed"]),
    ];
    let verb = |t: &Telling, i: &Item| i.governor.map(|g| t.form_at(g).to_owned()).unwrap_or_default();
    let (one, other) = (verb(a, x), verb(b, y));
    let takes = |(take, give): &(&[&str], &[&str]), p: &str, q: &str| take.contains(&p) && give.contains(&q);
    x.dimension == Dimension::Money && DEALS.iter().any(|d| takes(d, &one, &other) || takes(d, &other, &one))
}

/// Whether both measures go with one verb, of the same people.
pub(super) fn same_verb(x: &Item, y: &Item, a: &Telling, b: &Telling) -> bool {
    let (Some(j), Some(k)) = (x.governor, y.governor) else { return false };
    closeness::akin(a, j, b, k) || closeness::turned(a, j, b, k)
}

/// Whether two dates are of one act: of one verb with the same things around it, or beside the same noun.
fn same_act(x: &Item, y: &Item, a: &Telling, b: &Telling) -> bool {
    match (x.governor, y.governor) {
        (Some(j), Some(k)) => same_verb(x, y, a, b) && frames::compatible(a, j, b, k),
        // `convicted on May 3`, `convicted of the June 20 theft`
        (Some(_), None) if y.which => false,
        (None, Some(_)) if x.which => false,
        _ => frames::shared(&x.beside, &y.beside) > 0 && frames::shared(&x.near, &y.near) > 1,
    }
}

/// Whether the saying that a date is of is over: `said on Tuesday`, not `will announce on Thursday`.
fn was_said(x: &Item, t: &Telling) -> bool {
    let plans = |k: usize| t.predicate(k).is_some_and(|p| p.certainty == Some(Certainty::Planned));
    !x.governor.is_some_and(plans)
}

/// Whether two dates of saying are of one utterance: of the same people or with the same verb, about the same.
fn said_by_one(x: &Item, a: &Telling, y: &Item, b: &Telling) -> bool {
    let one = frames::shared(&x.names, &y.names) > 0 || same_verb(x, y, a, b) && !frames::strangers(&x.names, &y.names);
    frames::shared(&x.near, &y.near) >= 1 && one
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::told_on;
    use crate::model::DifferenceKind::{self, Money, Number};
    use jiff::civil::date;

    fn kinds(a: &str, b: &str) -> Vec<DifferenceKind> {
        let told = told_on(&[("Daily", Some(date(2019, 7, 7)), a), ("Herald", Some(date(2019, 7, 9)), b)]);
        told.into_iter().map(|d| d.kind).collect()
    }

    #[test]
    fn a_toll_is_told_anew_every_day() {
        let sunday = "About 40 people were still considered missing in Brill on Sunday after the storm, police said.";
        assert_eq!(
            kinds(sunday, "The number of people missing in Brill since the storm reached 50 on Monday, police said."),
            [Number]
        );
        // Another storm, another town.
        assert_eq!(kinds(sunday, "The storm of May 2 left 50 people missing in Brill, police said."), []);
        assert_eq!(kinds(sunday, "The number of people missing in Orley since the storm reached 50 on Monday, police said."), []);
    }

    #[test]
    fn a_loan_is_one_sum_whichever_side_tells_of_it() {
        let taken = "In 2014 the Harbour Front borrowed the equivalent of £8 million from a Norwegian bank.";
        let given = "A Norwegian bank lent the Harbour Front $9.7 million in 2014.";
        assert_eq!(kinds(taken, given), [Money]);
        assert_eq!(kinds(given, taken), [Money]);
        // What both lent, each lent for itself.
        let other = "The Brill Savings Society lent the Harbour Front $9.7 million in 2014.";
        assert_eq!(kinds("A Norwegian bank lent the Harbour Front £8 million in 2014.", other), []);
    }
}
