//! The measures of two versions that surely tell one thing: where each has one of a kind that the other has not, they are of
//! the same, whatever words stand around them. `Tests took 60 grams from the mine`, `the miners say no more than 15 grams`.

use super::items::{self, Dimension, Item, Role};
use super::measures::{self, Measured};
use super::predicates::Certainty;
use super::{Found, amounts, closeness, days, far, frames, parts, sameness, sums, tolls};
use crate::analysis::facts::{Grain, Value, When};

/// Two accounts of one day lie no more days apart, of one month or year no more than that.
const DAYS: [i32; 3] = [45, 400, 3700];

/// The noun of an act stands within so many words after the verb that carries it.
const OBJECT: usize = 2;

/// A year in seconds, nearly.
const YEAR: f64 = 300.0 * 86_400.0;

/// What two versions that surely tell one thing measure otherwise, where `known` has not found it.
pub(super) fn between(a: &Measured, b: &Measured, known: &[Found]) -> Vec<Found> {
    let (mine, theirs) = sums::left(a, open(a, b), b, open(b, a));
    let mut found: Vec<Found> = Vec::new();
    for x in &mine {
        let kind = measures::kind(&x.dimension);
        let again = |f: &Found| f.kind == kind;
        if known.iter().chain(&found).any(again) {
            continue;
        }
        // `want 11 percent`, `want 14 percent and were offered 5`: of several only one is of the same.
        let rivals = |y: &Item| mine.iter().filter(|z| one_kind(z, y) && are_of_one(z, a, y, b)).count();
        let all = theirs.iter().filter(|y| one_kind(x, y)).count() + mine.iter().filter(|z| one_kind(x, z)).count();
        let chosen = matches!(x.dimension, Dimension::Percent | Dimension::Money);
        if all > 2 && !chosen {
            continue;
        }
        let mut same = theirs.iter().filter(|y| one_kind(x, y) && are_of_one(x, a, y, b));
        if let (Some(y), None) = (same.next(), same.next())
            && rivals(y) == 1
        {
            found.push(Found { kind, of: x.of(), said: [measures::said(a, x), measures::said(b, y)] });
        }
    }
    found
}

/// The measures of a version that the other has not: of a kind of which no amount there agrees with it.
fn open<'m>(of: &'m Measured, other: &Measured) -> Vec<&'m Item<'m>> {
    let times = |x: &Item, y: &Item| x.dimension == Dimension::Time && y.dimension == Dimension::Time;
    // `eight $1 billion brands` names no noun.
    let counts = |i: &Item| matches!(i.dimension, Dimension::Count(_));
    let hides = |i: &Item, m: &Measured| {
        let past = m.telling.range(i.measure.place.span).1;
        i.dimension == Dimension::Count(None) && m.items.iter().any(|next| next.first == past)
    };
    let unnamed = |x: &Item, y: &Item| hides(x, of) && counts(y) || counts(x) && hides(y, other);
    let same = |x: &Item, y: &Item| one_kind(x, y) || times(x, y) || unnamed(x, y);
    let settled = |x: &Item| other.items.iter().any(|y| same(x, y) && tolls::agree(x, y));
    of.items.iter().filter(|x| !x.aside && !x.scored && !settled(x)).collect()
}

/// Whether two measures measure the same kind of thing.
fn one_kind(x: &Item, y: &Item) -> bool {
    match (&x.dimension, &y.dimension) {
        (Dimension::Date, Dimension::Date) => x.saying == y.saying,
        _ => measures::alike(x, y),
    }
}

/// Whether nothing tells two measures of a kind apart.
fn are_of_one(x: &Item, a: &Measured, y: &Item, b: &Measured) -> bool {
    let people = |m: &Measured, i: &Item| frames::named(m.telling, i.first, true);
    let first = |m: &Measured, i: &Item| frames::subject(m.telling, i.governor.filter(|g| *g < i.first).unwrap_or(i.first));
    let elsewhere = parts::is_elsewhere(x, a.telling, y, b.telling) || parts::is_elsewhere(y, b.telling, x, a.telling);
    let apart = x.earlier != y.earlier
        || sameness::are_of_others(x, y)
        || x.asked != y.asked
        || x.which != y.which
        || x.bound != y.bound
        || elsewhere
        || frames::strangers(&people(a, x), &people(b, y))
        || frames::strangers(&first(a, x), &first(b, y))
        || far::are_apart(x, a, y, b, true)
        || is_stretch(a, x)
        || is_stretch(b, y)
        || x.words == y.words
        || amounts::one_means(a.telling, &x.paid_in, b.telling, &y.paid_in) == Some(false)
        || x.dimension == Dimension::Money && !sums::are_one(x, a, y, b)
        || other_act(x, a, y, b)
        || other_act(y, b, x, a);
    if apart {
        return false;
    }
    match (&x.measure.value, &y.measure.value) {
        (Value::When(p), Value::When(q)) => {
            let alone = is_only_date(x, a) && is_only_date(y, b);
            !x.saying && (one_act(x, a, y, b) || alone) && are_near(p, q) && !days::are_others(x, y) && days::are_printed(x, y)
        }
        (Value::Amount(p), Value::Amount(q)) => {
            let times = sameness::reach(&x.dimension, p.unit == q.unit);
            let some = items::is_of_several(a.telling, x) || items::is_of_several(b.telling, y);
            let counts = matches!(x.dimension, Dimension::Count(_));
            let group = !counts || x.known == y.known && !some && items::one_group(x, a.telling, y, b.telling);
            // Of people, only those of one fate, or whom both count by one noun.
            let counted = match (&x.dimension, &y.dimension) {
                (Dimension::Count(p), Dimension::Count(q)) => p == q && p.as_deref() != Some("game") && one_act(x, a, y, b),
                (Dimension::Age, _) => frames::shared(&x.owner, &y.owner) > 0 || x.owner.is_empty() && y.owner.is_empty(),
                // Years are served, lived and looked back on.
                (Dimension::Time, _) => x.role == Role::Term || p.at.max(q.at) < YEAR,
                _ => true,
            };
            group
                && counted
                && !sameness::are_rounded(p, q)
                && p.at.max(q.at) <= times * p.at.min(q.at)
                && !frames::other_day(a.telling, b.telling)
        }
        _ => false,
    }
}

/// Whether two measures go with one verb, or tell of one fate, as far as the versions tell.
fn one_act(x: &Item, a: &Measured, y: &Item, b: &Measured) -> bool {
    let (Some(j), Some(k)) = (x.governor, y.governor) else { return x.dimension != Dimension::Date };
    closeness::akin(a.telling, j, b.telling, k) || measures::one_fate(x, y)
}

/// Whether a version gives no date but one, which is of something to come.
fn is_only_date(x: &Item, of: &Measured) -> bool {
    let dates = of.items.iter().filter(|i| i.dimension == Dimension::Date).count();
    let ahead = |at: usize| of.telling.predicate(at).is_some_and(|p| p.certainty == Some(Certainty::Planned));
    let due = |at: usize| of.telling.back(at).take(3).any(|(_, w)| matches!(w.form.as_str(), "should" | "to"));
    dates == 1 && !x.which && x.governor.is_some_and(|at| ahead(at) || due(at))
}

/// Whether a length of time looks back or ahead from the day of writing: `the past five years`.
fn is_stretch(m: &Measured, i: &Item) -> bool {
    matches!(m.telling.form_before(i.first), "past" | "last" | "next" | "previous" | "coming" | "recent")
}

/// Whether the other version tells the act that a measure goes with, and its own measure goes with another.
fn other_act(x: &Item, a: &Measured, y: &Item, b: &Measured) -> bool {
    let akin = |j: usize, k: usize| closeness::akin(a.telling, j, b.telling, k);
    // `announced her resignation` tells the act by its noun.
    let of_own = |k: usize| y.governor.is_some_and(|own| k > own && k <= own + OBJECT);
    let told = |j: usize| (0..b.telling.words.len()).any(|k| akin(j, k) && !of_own(k));
    x.governor.is_some_and(|j| y.governor.is_none_or(|k| !akin(j, k)) && told(j))
}

/// Whether two days, months or years may be two accounts of one.
fn are_near(p: &When, q: &When) -> bool {
    let (When::Days { from: p, to: r, grain: g, .. }, When::Days { from: q, to: s, grain: h, .. }) = (p, q) else { return false };
    let sharp = |g: &Grain| *g != Grain::Around;
    let limit = |g: &Grain| match g {
        Grain::Day => DAYS[0],
        Grain::Month | Grain::Around | Grain::Stretch => DAYS[1],
        Grain::Year => DAYS[2],
    };
    let gap = (*p - *s).get_days().max((*q - *r).get_days());
    sharp(g) && sharp(h) && gap > 0 && gap <= limit(g).max(limit(h))
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{kinds, linked, sure_kinds};
    use crate::model::DifferenceKind::{Date, Money, Number};

    #[test]
    fn the_only_measure_of_a_kind_is_of_what_both_surely_tell() {
        for (a, b, kind) in [
            (
                "The drill is thought to have brought up at least 60 grams of gold from the harbour bed.",
                "No more than 15 grams were in the drill when it came up, the divers reckon.",
                Number,
            ),
            (
                "Adler broke away from the others with six kilometres left to run.",
                "Adler, a fisherman, made his move nine kilometres from the finish and was not caught.",
                Number,
            ),
            (
                "The new quay has cost the town $870 million, with the cranes.",
                "With its cranes the quay came in at half a billion dollars.",
                Money,
            ),
            (
                "The pilots want a rise of 11 percent, while the town has said that it cannot go beyond five.",
                "The pilots, who are demanding 14 percent more pay, have been told that there is money for 5 percent.",
                Number,
            ),
            (
                "The match is to open on April 7, 2021, on the quay.",
                "The first game will be played on the quay on May 12, 2021.",
                Date,
            ),
            (
                "The first ferries should leave the new quay in the second half of 2024.",
                "Ferries are to leave from the quay in 2026.",
                Date,
            ),
            (
                "Police said 12 people were injured at the quay.",
                "Eighteen people had been injured and 12 arrested at the quay.",
                Number,
            ),
        ] {
            assert_eq!(sure_kinds(a, b), [kind], "{a} / {b}");
            assert_eq!(sure_kinds(b, a), [kind], "{b} / {a}");
        }
    }

    #[test]
    fn weakly_linked_versions_may_measure_two_things() {
        let drill = "The drill is thought to have brought up at least 60 grams of gold from the harbour bed.";
        assert_eq!(kinds(drill, "No more than 15 grams were in the drill when it came up, the divers reckon."), []);
    }

    #[test]
    fn other_acts_people_and_parts_are_no_counterparts() {
        for (a, b) in [
            ("Adler Shipping offered $200 million for the quay.", "Brand Lines offered $160 million for the quay."),
            ("At least three people died on the quay.", "Two women and one man died on the quay."),
            ("The march to the quay was held on Monday.", "The pilot was killed on the quay on Saturday."),
            ("The quay was closed for two months.", "The quay was shut for eight weeks."),
            ("Adler had served on the quay for 15 years.", "Adler had led the night watch for the past five years."),
            ("Tens of thousands marched to the quay.", "Hundreds of people broke windows on the quay."),
            ("Anna Adler, 23, was arrested on the quay.", "Police held Anna Adler over the death of Bruno Brand, 20."),
            ("Adler missed four games for the Rovers.", "Adler played in 10 games for the Rovers."),
            (
                "The deal of the harbour bank takes $9 million to settle claims and $4 million in relief for pilots.",
                "The harbour bank will pay $9 million to settle claims, which holds a $2 million fine to the ministry.",
            ),
            (
                "What was left open in the harbour bank's deal was the $4 million for pilots.",
                "Harbour bank seals $13 million deal with pilots",
            ),
        ] {
            assert_eq!(sure_kinds(a, b), [], "{a} / {b}");
            assert_eq!(sure_kinds(b, a), [], "{b} / {a}");
        }
    }

    #[test]
    fn a_month_of_last_year_is_in_it() {
        let day = Some(jiff::civil::date(2016, 7, 25));
        let found = linked(
            &[
                ("Daily", day, "Adler Shipping bought the ferry for $4 million last year."),
                ("Herald", day, "Adler Shipping snapped up the ferry last May for $4 million."),
            ],
            1.0,
        );
        assert_eq!(found, []);
    }

    #[test]
    fn lengths_of_time_after_one_event() {
        for (a, b) in [
            (
                "Adler resigned as mayor, 44 days after taking up the post.",
                "Adler has resigned as mayor after 45 days in the post.",
            ),
            (
                "Adler has announced her resignation as mayor, 44 days after taking office.",
                "Adler has resigned as mayor after 45 days in the post.",
            ),
            (
                "Adler resigned as mayor 44 days after taking office.",
                "Adler resigned as mayor just 45 days after being appointed.",
            ),
        ] {
            assert_eq!(sure_kinds(a, b), [Number], "{a} / {b}");
            assert_eq!(sure_kinds(b, a), [Number], "{b} / {a}");
        }
        for (a, b) in [
            (
                "Adler announced her resignation 44 days after the flood.",
                "Adler resigned, two days after the flood inquiry ended.",
            ),
            (
                "The council was split after 30 hours of talks.",
                "After six days and more than 40 hours of talks the council was split.",
            ),
            ("Adler resigned after six weeks in the post.", "Adler resigned 44 days after taking up the post."),
            ("Adler resigned 44 days after taking office.", "Adler resigned in a statement that lasted 45 seconds."),
        ] {
            assert_eq!(sure_kinds(a, b), [], "{a} / {b}");
        }
    }
}
