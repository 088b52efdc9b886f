//! Parts of one whole, and rates by one unit: `82 of the 158 seats`, `1,060 crowns a share`. They are no amounts by themselves,
//! but two accounts of the same part or rate can differ. And amounts that are told of one place only.

use super::items::{Dimension, Item};
use super::measures::{self, Measured};
use super::telling::Telling;
use super::{Found, Of, closeness, frames};
use crate::analysis::facts::Value;

/// So many words before a number may stand the place of which alone it is told.
const PLACE: usize = 5;

/// So many words after `35 of them` tell how they are.
const CONDITION: usize = 10;

/// The differences of parts and rates between two versions.
pub(super) fn between(a: &Measured, b: &Measured) -> Option<Found> {
    let told = |m: &Measured| -> Vec<(usize, String)> {
        let part = |n: usize| whole(m, n).or_else(|| unit(m, n)).or_else(|| of_them(m, n));
        (0..m.items.len()).filter_map(|n| Some((n, part(n)?))).collect()
    };
    let (mine, theirs) = (told(a), told(b));
    let ([(i, of)], [(j, other)]) = (mine.as_slice(), theirs.as_slice()) else { return None };
    let (x, y) = (a.items.get(*i)?, b.items.get(*j)?);
    let people = |t: &Telling, i: &Item| frames::named(t, i.first, true);
    let strangers = frames::strangers(&people(a.telling, x), &people(b.telling, y));
    let apart = strangers || frames::other_day(a.telling, b.telling) || closeness::of(a.telling, b.telling).held < 2;
    let differ = of == other && x.dimension == y.dimension && !x.measure.value.agrees(&y.measure.value) && !apart;
    let said = [measures::said(a, x), measures::said(b, y)];
    differ.then(|| Found { kind: measures::kind(&x.dimension), of: Of::named(of), said })
}

/// Of how many a number is a part: `82 of the 158`; none for `nine of them`.
fn whole(m: &Measured, n: usize) -> Option<String> {
    let (part, all) = (m.items.get(n)?, m.items.get(n + 1)?);
    let between = m.telling.text.get(part.measure.place.span.end..all.measure.place.span.start)?;
    let joined = matches!(between.trim(), "of" | "of the" | "of its" | "of their" | "of all" | "out of");
    let less = match (&part.measure.value, &all.measure.value) {
        (Value::Amount(p), Value::Amount(q)) => p.at < q.at && q.at > 2.0,
        _ => false,
    };
    (joined && less).then(|| format!("of {}", all.measure.value))
}

/// Of how many others a number tells how they are: `94 people were injured, 35 of them seriously`.
fn of_them(m: &Measured, n: usize) -> Option<String> {
    let (all, part) = (m.items.get(n.checked_sub(1)?)?, m.items.get(n)?);
    let past = m.telling.range(part.measure.place.span).1;
    let them = m.telling.form_at(past) == "of" && matches!(m.telling.form_at(past + 1), "them" | "whom");
    let how = |form: &str| ["serious", "critical", "grave"].iter().any(|how| form.starts_with(how));
    let badly = m.telling.words.iter().skip(past).take(CONDITION).any(|w| how(&w.form));
    let counts = matches!((&all.dimension, &part.dimension), (Dimension::Count(_), Dimension::Count(_)));
    let Value::Amount(of) = &all.measure.value else { return None };
    (them && badly && counts).then(|| format!("badly of {}", of.at))
}

/// By what an amount of money is told: `a share`, `per head`; not by time, which salaries and fees of many kinds are.
fn unit(m: &Measured, n: usize) -> Option<String> {
    let item = m.items.get(n)?;
    let rest = m.telling.text.get(item.measure.place.span.end..)?;
    let mut words = rest.split_whitespace();
    let led = matches!(words.next(), Some("a" | "per" | "each"));
    let unit = words.next()?.trim_end_matches(|c: char| !c.is_alphanumeric());
    (led && item.dimension == Dimension::Money
        && matches!(unit, "share" | "head" | "person" | "barrel" | "ton" | "tonne" | "litre" | "gallon" | "ounce"))
    .then(|| format!("a {unit}"))
}

/// Whether a number is told of a place that the other's clause does not name: `Dell, where 1,940 people work`.
pub(super) fn is_elsewhere(x: &Item, a: &Telling, y: &Item, b: &Telling) -> bool {
    let before = |n: usize| x.first.checked_sub(n);
    let Some(at) = (1..=PLACE).filter_map(before).find(|&k| a.form_at(k) == "where") else { return false };
    let place = at.checked_sub(1).and_then(|k| a.words.get(k)).filter(|w| w.named || w.placed);
    let clause = || b.back(y.first).chain(b.on(y.first)).map(|(_, w)| w);
    place.is_some_and(|p| !clause().any(|w| w.id == p.id || w.who.is_some() && w.who == p.who))
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::{Money, Number};

    #[test]
    fn parts_of_one_whole_and_rates_by_one_unit() {
        for (a, b, kind) in [
            (
                "The coalition holds 82 of the 158 seats in the harbour council.",
                "The harbour council's coalition has 81 of the 158 seats.",
                Number,
            ),
            (
                "Around 94 people were injured at the harbour, 35 of them, including four children, seriously, the mayor said.",
                "The town said 94 people were injured in the crash at the harbour, 31 of them, including four children, critically.",
                Number,
            ),
            (
                "Brand offered 1,060 crowns a share for the harbour line.",
                "Brand's bid for the harbour line was 1,020 crowns a share.",
                Money,
            ),
        ] {
            assert_eq!(kinds(a, b), [kind], "{a} / {b}");
            assert_eq!(kinds(b, a), [kind], "{b} / {a}");
        }
    }

    #[test]
    fn parts_of_other_wholes_and_amounts_of_one_place() {
        for (a, b) in [
            (
                "The coalition holds 82 of the 158 seats in the harbour council.",
                "The coalition holds 41 of the 90 seats in the harbour board.",
            ),
            (
                "Some 94 people were injured at the harbour, 35 of them seriously, the mayor said.",
                "The town said 94 people were injured at the harbour, 31 of them clerks.",
            ),
            (
                "Brand offered 1,060 crowns a share for the harbour line.",
                "Brand paid 900 crowns a ton for the coal of the harbour line.",
            ),
            (
                "The harbour line has works in Dell, where 1,940 people work, and in Orley and on the island.",
                "The harbour line has works on the island and employs 2,870 people, most of whom build wagons.",
            ),
        ] {
            assert_eq!(kinds(a, b), [], "{a} / {b}");
        }
    }
}
