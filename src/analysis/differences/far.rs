//! What tells two amounts apart though their versions have much in common: nothing said beside one is said beside the other, and
//! they are not nearly as much; or what is done is done to somebody else. Two accounts of one thing mostly differ by little:
//! `bought Adler Lines for $4.8 million`, `bought Brand Shipping for $4.4 million` are two sales.

use super::closeness;
use super::fates::{Fate, is_people};
use super::frames::{self, sorted};
use super::items::{Dimension, Item};
use super::measures::{Measured, jobs};
use super::telling::Key;
use crate::analysis::facts::Value;

/// Amounts with nothing in common beside them are so many times apart at the most.
const NEARLY: f64 = 1.2;
/// What has an age and is no person.
const THINGS: [&str; 14] = [
    "case", "murder", "law", "rule", "record", "building", "bridge", "firm", "company", "war", "conflict", "feud", "mystery",
    "ban",
];
/// Sums with two names are so many times apart at the most.
const MANY_TIMES: f64 = 3.0;
/// Things that two verbs go with are so many times as many at the most.
const AS_MANY: f64 = 1.7;

/// Whether two amounts are too far apart, in what is said beside them, to be of one thing; `sure`: the versions surely tell one.
pub(super) fn are_apart(x: &Item, a: &Measured, y: &Item, b: &Measured, sure: bool) -> bool {
    let (Value::Amount(p), Value::Amount(q)) = (&x.measure.value, &y.measure.value) else { return false };
    if frames::strangers(&objects(x, a), &objects(y, b)) {
        return true;
    }
    if is_suspects(x, a) != is_suspects(y, b) {
        return true;
    }
    let times = p.at.max(q.at) / p.at.min(q.at).max(f64::MIN_POSITIVE);
    let verb = || match (x.governor, y.governor) {
        (Some(j), Some(k)) => closeness::akin(a.telling, j, b.telling, k) || closeness::turned(a.telling, j, b.telling, k),
        _ => false,
    };
    let beside = x.shares(y) > 0 || frames::shared(&x.beside, &y.beside) > 0;
    match &x.dimension {
        Dimension::Percent if x.several && y.several && !beside => true,
        Dimension::Money if times > MANY_TIMES && p.unit == q.unit && are_named_apart(x, a, y, b) => true,
        Dimension::Money | Dimension::Percent => !sure && !beside && times > NEARLY && !verb(),
        Dimension::Age => is_of_a_thing(x, a) != is_of_a_thing(y, b),
        // Of people and jobs it is told what became of them.
        Dimension::Count(of) if x.fate.is_none() && !jobs(x) && !of.as_deref().is_none_or(is_people) => {
            times > AS_MANY && !verb()
        }
        _ => false,
    }
}

/// Whether a measure counts suspects who died or were hurt: nobody counts them among the victims.
fn is_suspects(x: &Item, m: &Measured) -> bool {
    let past = m.telling.range(x.measure.place.span).1;
    let named = || (past..past + 2).any(|k| matches!(m.telling.form_at(k), "suspect" | "suspects"));
    matches!(x.fate, Some(Fate::Killed | Fate::Hurt)) && named()
}

/// Whether what two sums are is told right after both, by two words: `a $250,000 fine`, `$2 million in hush money`.
fn are_named_apart(x: &Item, a: &Measured, y: &Item, b: &Measured) -> bool {
    let name = |m: &Measured, i: &Item| {
        let past = m.telling.range(i.measure.place.span).1;
        let run = m
            .telling
            .words
            .iter()
            .enumerate()
            .skip(past)
            .take(3)
            .skip_while(|(_, w)| matches!(w.form.as_str(), "in" | "as" | "a"));
        run.take_while(|(_, w)| w.is_content() && !w.named).map(|(k, _)| k).last()
    };
    matches!((name(a, x), name(b, y)), (Some(j), Some(k)) if !closeness::akin(a.telling, j, b.telling, k))
}

/// Whether an age leads a noun that is no person: `a 41-year-old case`.
fn is_of_a_thing(x: &Item, m: &Measured) -> bool {
    let past = m.telling.range(x.measure.place.span).1;
    let run = m.telling.words.iter().skip(past).take(4).take_while(|w| w.is_content());
    run.last().is_some_and(|w| !w.named && w.who.is_none() && THINGS.contains(&w.form.as_str()))
}

/// Whoever is named between the verb and the amount that goes with it: to whom or with what it is done.
fn objects(x: &Item, m: &Measured) -> Vec<Key> {
    let Some(verb) = x.governor.filter(|g| *g < x.first) else { return Vec::new() };
    let between = m.telling.words.get(verb + 1..x.first).unwrap_or(&[]);
    sorted(between.iter().filter(|w| w.named && !w.placed && !w.time && w.is_content()).flat_map(frames::faces))
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{kinds, sure_kinds};
    use crate::model::DifferenceKind::{Money, Number};

    #[test]
    fn amounts_of_two_things() {
        for (a, b) in [
            (
                "Adler Shipping is buying Cole Lines for $4.8 million.",
                "Adler Shipping bought Dell Ferries for $4.4 million last year.",
            ),
            (
                "Adler, a 60-year-old clerk, was arrested over the killing of two pilots in the harbour.",
                "Police made an arrest on the island in a 41-year-old murder case.",
            ),
            (
                "The harbour line says at least 500,000 tickets were stolen.",
                "A thief offered 200,000 tickets of the harbour line for sale in May.",
            ),
        ] {
            assert_eq!(sure_kinds(a, b), [], "{a} / {b}");
            assert_eq!(sure_kinds(b, a), [], "{b} / {a}");
        }
    }

    #[test]
    fn a_part_and_the_whole_that_a_weak_link_holds_together() {
        let part = "Up to $10 million will go to 4,000 owners who had thought that they were getting safe boats.";
        let whole =
            "A judge on Tuesday approved the $14.7 million offer by which the harbour line wants to end the case of the boats.";
        assert_eq!(kinds(part, whole), []);
        assert_eq!(kinds(whole, part), []);
        let offer = "The harbour line's $10 million offer to the owners of the boats was approved on Tuesday by a judge.";
        assert_eq!(kinds(offer, whole), [Money]);
    }

    #[test]
    fn two_accounts_of_one_thing() {
        for (a, b, kind) in [
            (
                "Adler Shipping is buying Cole Lines for $4.8 million.",
                "Adler Shipping bought Cole Lines for $4.4 million.",
                Money,
            ),
            (
                "The harbour line says at least 500,000 tickets were stolen.",
                "The harbour line says some 260,000 tickets were stolen.",
                Number,
            ),
        ] {
            assert_eq!(kinds(a, b), [kind], "{a} / {b}");
            assert_eq!(kinds(b, a), [kind], "{b} / {a}");
        }
    }
}
