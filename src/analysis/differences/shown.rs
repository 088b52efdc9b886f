//! What is shown of all that was found: the values that differ from each other together, each once with all outlets that print
//! it, and what sibling claims repeat in one of them only.

use super::fates::is_toll;
use super::{Compared, Found, Of, Said};
use crate::model::{Difference, DifferenceKind};
use rustc_hash::FxHashMap;

/// A difference, and what it comes to.
pub(super) struct Shown {
    pub difference: Difference,
    /// Of which of the things that a claim measures, or of which event.
    of: Of,
    /// The values, each with the outlets that print it.
    values: Vec<(String, Vec<String>)>,
    /// The same as first printed.
    printed: Vec<String>,
}

/// A value, by all who say it, and their outlets.
type Value<'f> = (Vec<&'f Said>, Vec<&'f str>);

/// Brings what was found of a kind into differences: each value once, with all outlets that print it. What nothing holds against
/// each other stands apart: a price of $5 million, told as $6 million elsewhere, is no rival of a fee.
pub(super) fn gather<'f>(kind: DifferenceKind, of: &Of, found: &[&'f Found], compared: &[Compared<'f>]) -> Vec<Shown> {
    let mut said: Vec<&Said> = found.iter().flat_map(|f| &f.said).collect();
    said.sort_by_key(|s| s.version);
    let mut values: Vec<Value> = Vec::new();
    for s in said {
        let outlet = compared.iter().find(|(v, _)| *v == s.version).map_or("", |(_, m)| m.outlet);
        match values.iter_mut().find(|(group, _)| group.first().is_some_and(|g| g.value == s.value)) {
            Some((group, outlets)) => {
                group.push(s);
                if !outlets.contains(&outlet) {
                    outlets.push(outlet);
                }
            }
            None => values.push((vec![s], vec![outlet])),
        }
    }
    together(values, found).into_iter().filter_map(|values| shown(kind, of, &values)).collect()
}

/// The values in sets, of which each holds those that were found against each other.
fn together<'f>(values: Vec<Value<'f>>, found: &[&Found]) -> Vec<Vec<Value<'f>>> {
    let is = |v: &Value, s: &Said| v.0.first().is_some_and(|g| g.value == s.value);
    let differ = |v: &Value, w: &Value| found.iter().any(|f| f.said.iter().any(|s| is(v, s)) && f.said.iter().any(|s| is(w, s)));
    let mut sets: Vec<Vec<Value>> = Vec::new();
    for value in values {
        let (own, rest): (Vec<_>, Vec<_>) = sets.into_iter().partition(|set| set.iter().any(|v| differ(v, &value)));
        let mut joined: Vec<Value> = own.into_iter().flatten().collect();
        joined.push(value);
        sets = rest;
        sets.push(joined);
    }
    for set in &mut sets {
        set.sort_by_key(|(group, _)| group.first().map(|s| s.version));
    }
    sets.sort_by_key(|set| set.first().and_then(|(group, _)| group.first()).map(|s| s.version));
    sets
}

/// Whether the same outlets, two at least, print every value: then each is of another thing.
fn told_by_all(values: &[Value]) -> bool {
    let Some(((_, first), rest)) = values.split_first() else { return false };
    let all = |outlets: &[&str]| outlets.len() == first.len() && first.iter().all(|o| outlets.contains(o));
    first.len() > 1 && rest.iter().all(|(_, outlets)| all(outlets))
}

fn shown(kind: DifferenceKind, of: &Of, values: &[Value]) -> Option<Shown> {
    if values.len() < 2 || told_by_all(values) {
        return None;
    }
    let detail = values
        .iter()
        .filter_map(|(group, outlets)| Some(format!("{} ({})", group.first()?.words, outlets.join(", "))))
        .collect::<Vec<_>>()
        .join(" / ");
    let mut versions: Vec<usize> = values.iter().flat_map(|(group, _)| group.iter().map(|s| s.version)).collect();
    versions.sort_unstable();
    versions.dedup();
    let owned = |(group, outlets): &Value| {
        let value = group.first().map_or(String::new(), |s| s.value.clone());
        (value, outlets.iter().map(|o| (*o).to_owned()).collect())
    };
    let printed = values.iter().filter_map(|(group, _)| group.first()).map(|s| s.words.clone()).collect();
    let values = values.iter().map(owned).collect();
    Some(Shown { printed, difference: Difference { kind, versions, detail }, of: of.clone(), values })
}

/// The differences of each claim, of which those that tell in several claims that the same outlets differ in the same way are kept
/// in the one that tells it of most.
pub(super) fn once(claims: Vec<Vec<Shown>>) -> Vec<Vec<Difference>> {
    let mut order: Vec<(usize, usize)> =
        claims.iter().enumerate().flat_map(|(c, shown)| (0..shown.len()).map(move |n| (c, n))).collect();
    let at = |(c, n): (usize, usize)| claims.get(c).and_then(|shown| shown.get(n));
    let size = |s: &Shown| (s.values.len(), s.values.iter().map(|(_, outlets)| outlets.len()).sum::<usize>());
    order.sort_by_key(|&place| (std::cmp::Reverse(at(place).map(size)), place));
    // By kind, thing and first value, so that a story of thousands of claims holds each against few.
    let mut kept: FxHashMap<(DifferenceKind, &Of, &str), Vec<&Shown>> = FxHashMap::default();
    let mut told: FxHashMap<(DifferenceKind, &Of), Vec<&Shown>> = FxHashMap::default();
    let mut repeated: Vec<(usize, usize)> = Vec::new();
    for place in order {
        let Some(one) = at(place) else { continue };
        let first = one.values.first().map_or("", |(value, _)| value.as_str());
        let known = kept.get(&(one.difference.kind, &one.of, first)).into_iter().flatten().any(|k| repeats(one, k))
            || told.get(&(one.difference.kind, &one.of)).into_iter().flatten().any(|k| tells_again(one, k));
        if known {
            repeated.push(place);
            continue;
        }
        told.entry((one.difference.kind, &one.of)).or_default().push(one);
        for (value, _) in &one.values {
            kept.entry((one.difference.kind, &one.of, value.as_str())).or_default().push(one);
        }
    }
    repeated.sort_unstable();
    let keep = |c: usize, n: usize| repeated.binary_search(&(c, n)).is_err();
    claims
        .into_iter()
        .enumerate()
        .map(|(c, shown)| shown.into_iter().enumerate().filter(|(n, _)| keep(c, *n)).map(|(_, s)| s.difference).collect())
        .collect()
}

/// Whether one difference tells again, in other words or with another count, what another tells: of a toll, all its outlets are
/// there, two of them with different counts; of how certain an act is, two are on different sides there.
fn tells_again(one: &Shown, other: &Shown) -> bool {
    let at = |outlet: &String| other.values.iter().position(|(_, outlets)| outlets.contains(outlet));
    let places: Vec<Option<usize>> = one.values.iter().flat_map(|(_, outlets)| outlets).map(at).collect();
    let apart = |p: &usize| places.iter().flatten().any(|q| q != p);
    match one.difference.kind {
        DifferenceKind::Number => {
            let toll = matches!(one.of, Of::Fate(fate) if is_toll(fate));
            toll && places.iter().all(Option::is_some) && places.iter().flatten().any(apart)
        }
        DifferenceKind::Certainty => {
            let sides = one.values.iter().map(|(_, outlets)| outlets.iter().filter_map(at).collect::<Vec<_>>());
            let sides: Vec<Vec<usize>> = sides.collect();
            let crossed = |(n, side): (usize, &Vec<usize>)| {
                let others = || sides.iter().enumerate().filter(move |(m, _)| *m != n).flat_map(|(_, s)| s);
                side.iter().any(|p| others().any(|q| q != p))
            };
            one.of != Of::Whole && sides.iter().enumerate().any(crossed)
        }
        _ => false,
    }
}

/// Whether all values of one difference are in another, where two outlets that differ differ in the same way.
fn repeats(one: &Shown, other: &Shown) -> bool {
    let held = |value: &str| other.values.iter().find(|(v, _)| v == value).map(|(_, outlets)| outlets);
    let mut both = 0;
    for (value, outlets) in &one.values {
        let Some(theirs) = held(value) else { return false };
        both += usize::from(outlets.iter().any(|o| theirs.contains(o)));
    }
    // What is only heard, or only planned, is told of many acts: without the act, only the same
    // words tell that it is one.
    let acts = matches!(one.difference.kind, DifferenceKind::Polarity | DifferenceKind::Certainty);
    both > 1 && (!acts || one.of != Of::Whole || one.printed.iter().all(|p| other.printed.contains(p)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::differences::fates::Fate;
    use crate::analysis::differences::tests::details;

    fn shown(kind: DifferenceKind, of: Of, values: &[(&str, &[&str])]) -> Shown {
        let detail = values.iter().map(|(v, outlets)| format!("{v} ({})", outlets.join(", "))).collect::<Vec<_>>().join(" / ");
        Shown {
            difference: Difference { kind, versions: Vec::new(), detail },
            of,
            values: values.iter().map(|(v, o)| ((*v).to_owned(), o.iter().map(|o| (*o).to_owned()).collect())).collect(),
            printed: values.iter().map(|(v, _)| (*v).to_owned()).collect(),
        }
    }

    fn kept(claims: Vec<Vec<Shown>>) -> Vec<Vec<String>> {
        once(claims).into_iter().map(|c| c.into_iter().map(|d| d.detail).collect()).collect()
    }

    #[test]
    fn what_sibling_claims_repeat_is_shown_where_most_tell_it() {
        let number = |values| shown(DifferenceKind::Number, Of::Fate(Fate::Hurt), values);
        let found = kept(vec![
            vec![number(&[("12", &["Daily"]), ("18", &["Herald"])])],
            vec![number(&[("12", &["Daily", "Post"]), ("18", &["Herald"])])],
        ]);
        assert_eq!(found, [vec![], vec!["12 (Daily, Post) / 18 (Herald)".to_owned()]]);
        // Of a toll, another count of an outlet that is shown already; not of a kind of thing that every claim has.
        let again = |of: Of| {
            kept(vec![
                vec![shown(DifferenceKind::Number, of.clone(), &[("12", &["Daily"]), ("18", &["Herald"]), ("20", &["Post"])])],
                vec![shown(DifferenceKind::Number, of, &[("12", &["Daily"]), ("dozens", &["Herald"])])],
            ])
        };
        assert_eq!(again(Of::Fate(Fate::Hurt)).iter().map(Vec::len).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(again(Of::named("shop")).iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
        // Other outlets, another value, another thing.
        let found = kept(vec![
            vec![number(&[("12", &["Daily"]), ("18", &["Herald"])])],
            vec![number(&[("12", &["Post"]), ("18", &["Echo"])])],
            vec![shown(DifferenceKind::Number, Of::named("shop"), &[("12", &["Daily"]), ("18", &["Herald"])])],
            vec![shown(DifferenceKind::Number, Of::named("shop"), &[("12", &["Daily"]), ("19", &["Herald"])])],
            vec![shown(DifferenceKind::Number, Of::Fate(Fate::Killed), &[("12", &["Daily"]), ("18", &["Herald"])])],
        ]);
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1, 1, 1, 1]);
    }

    #[test]
    fn without_the_act_only_the_same_words_are_a_repeat() {
        let sure = |one, other| shown(DifferenceKind::Certainty, Of::Whole, &[(one, &["Daily"]), (other, &["Herald"])]);
        let found = kept(vec![vec![sure("intact", "largely intact")], vec![sure("intact", "largely intact")]]);
        assert_eq!(found.iter().map(Vec::len).sum::<usize>(), 1);
        let mut other = sure("intact", "largely intact");
        other.printed = vec!["closed".to_owned(), "virtually closed".to_owned()];
        let found = kept(vec![vec![sure("intact", "largely intact")], vec![other]]);
        assert_eq!(found.iter().map(Vec::len).sum::<usize>(), 2);
    }

    #[test]
    fn amounts_that_nothing_holds_against_each_other_stand_apart() {
        let found = details(&[
            ("Daily", "Adler Lines will pay Cole Lines a fee of $15 million to end their $60 billion merger."),
            ("Herald", "Adler Lines must pay Cole Lines a fee of $40 million to end their merger."),
            ("Post", "Adler Lines ended its $50 billion merger with Cole Lines."),
        ]);
        assert_eq!(found, ["$15 million (Daily) / $40 million (Herald)", "$60 billion (Daily) / $50 billion (Post)"]);
    }
}
