//! The greatest of its kind beyond doubt in one version, and perhaps, or with others, in the other: `the worst flood on record`,
//! `what may be the worst flood on record`, `one of the worst floods`.

use super::events::{Cue, cue};
use super::hedges::Class;
use super::telling::{Telling, Word};
use super::{closeness, cues, frames};

/// Superlatives of what papers rank, by what they say. `The lowest`, `the poorest` mostly tell who is meant.
#[rustfmt::skip]
const SENSES: &[&str] = &[
    "largest biggest greatest hugest",
    "worst deadliest bloodiest gravest",
    "richest wealthiest",
    "fastest quickest",
    "smallest tiniest",
    "strongest mightiest",
    "fiercest heaviest",
    "oldest", "longest", "costliest", "busiest", "hottest", "coldest", "wettest", "driest", "deepest",
];

/// A hedge stands within so many words before a superlative.
const BEFORE: usize = 9;
/// `one of the` and a denial within so many.
const LEAD: usize = 5;
/// What is the greatest stands within so many words after it.
const NOUN: usize = 6;

/// How a version tells that something is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    Alone,
    Perhaps,
    WithOthers,
}

/// A superlative in a version.
#[derive(Debug)]
pub(super) struct Superlative {
    /// Its sense, by row of [`SENSES`].
    sense: usize,
    at: usize,
    rank: Rank,
    /// The first word that tells its rank.
    from: usize,
    /// Whose greatest it is, where a possessive says so: a firm's largest deal is not the largest of all.
    owned: bool,
}

/// The greatest in `a`, which it may be, or is with others, in `b`.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    let (mine, theirs) = (a.superlatives(), b.superlatives());
    let alone = mine.iter().filter(|x| x.rank == Rank::Alone);
    alone.clone().find_map(|x| {
        let weaker =
            |y: &&Superlative| y.sense == x.sense && y.owned == x.owned && y.rank != Rank::Alone && are_of_one(a, x, b, y);
        // Who tells it in both ways contradicts nobody.
        let both = theirs.iter().any(|y| y.sense == x.sense && y.rank == Rank::Alone)
            || mine.iter().any(|z| z.sense == x.sense && z.rank != Rank::Alone);
        let y = theirs.iter().find(weaker).filter(|_| !both)?;
        let says = if y.rank == Rank::Perhaps { "perhaps greatest" } else { "among the greatest" };
        Some((cue(x.from, x.at, "greatest"), cue(y.from, y.at, says)))
    })
}

/// Whether two superlatives are of one thing: a noun after both says the same, or the versions tell the same.
fn are_of_one(a: &Telling, x: &Superlative, b: &Telling, y: &Superlative) -> bool {
    let nouns = |t: &Telling, s: &Superlative| -> Vec<usize> {
        t.on(s.at).take(NOUN).filter(|(_, w)| w.is_content() && !w.named).map(|(k, _)| k).collect()
    };
    let (mine, theirs) = (nouns(a, x), nouns(b, y));
    let one = mine.iter().any(|&j| theirs.iter().any(|&k| closeness::akin(a, j, b, k)));
    // `the biggest French theft`, `one of the biggest thefts`: of all, or of those in one country.
    let among = |t: &Telling, s: &Superlative, other: &Telling| {
        t.on(s.at).take(NOUN).any(|(_, w)| (w.named || w.placed) && w.is_content() && !other.has(w.id))
    };
    let elsewhere = y.rank == Rank::WithOthers && (among(a, x, b) || among(b, y, a));
    (one || closeness::of(a, b).is_close()) && !elsewhere && !frames::of_others(a, x.at, b, y.at)
}

/// The superlatives of a version that rank something.
pub(super) fn of(t: &Telling) -> Vec<Superlative> {
    let sense = |w: &Word| {
        let listed = w.form.ends_with("est") || w.form == "worst";
        SENSES.iter().position(|row| listed && row.split(' ').any(|s| s == w.form))
    };
    let found = t.words.iter().enumerate().filter_map(|(at, w)| Some((at, sense(w)?)));
    found.filter_map(|(at, sense)| superlative(t, at, sense)).collect()
}

fn superlative(t: &Telling, at: usize, sense: usize) -> Option<Superlative> {
    let before = || (at.saturating_sub(LEAD)..at).rev().map(|k| (k, t.form_at(k)));
    // `the second largest`, `at worst`, `not the largest`
    let ordinal = |form: &str| {
        matches!(form, "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "next" | "at" | "least" | "since")
    };
    let denied = before().any(|(k, _)| t.denials.contains(&k));
    if denied || ordinal(t.form_before(at)) {
        return None;
    }
    let owner = t.form_before(at);
    let one = owner.ends_with("'s") && !matches!(owner, "world's" | "history's") || owner.ends_with("s'");
    let owned = one || matches!(owner, "its" | "his" | "her" | "their" | "our");
    let one_of = before().find(|(k, form)| match *form {
        "of" => matches!(t.form_before(*k), "one" | "some" | "many" | "two" | "three"),
        "among" | "amongst" => true,
        _ => false,
    });
    // `may be the largest`, `would make it the largest`, `is thought to be the largest`; `probably the largest`
    let ranks = |k: usize| {
        matches!(
            t.form_at(k),
            "be" | "been" | "is" | "was" | "become" | "make" | "making" | "mark" | "rank" | "represent" | "constitute"
        )
    };
    let over = |from: usize, to: usize| (to..at).any(ranks) || t.form_at(from).ends_with("ly") && to + LEAD > at;
    // `would have been the largest` was not to be.
    let modal =
        |k: usize| t.words.get(k).is_some_and(|w| w.cues.any(cues::MAY) || w.cues.any(cues::WOULD) && t.form_at(k + 1) != "have");
    let near = |k: usize| k < at && k + BEFORE >= at;
    let hedge = t
        .hedges()
        .iter()
        .filter(|h| !matches!(h.class, Class::Plan) && near(h.to) && over(h.from, h.to))
        .map(|h| h.from)
        .chain((0..at).filter(|&k| near(k) && modal(k) && over(k, k)))
        .chain(before().filter(|(_, form)| matches!(*form, "likely" | "arguably")).map(|(k, _)| k))
        .min();
    // `if it is confirmed, it is the largest`
    let supposed = t.words.iter().position(|w| matches!(w.form.as_str(), "if" | "unless"));
    let (rank, from) = match (hedge.or(supposed), one_of) {
        (Some(from), _) => (Rank::Perhaps, from.min(at)),
        (None, Some((of, _))) => (Rank::WithOthers, of.saturating_sub(1)),
        (None, None) => (Rank::Alone, t.told_from(at)),
    };
    Some(Superlative { sense, at, rank, from, owned })
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::sure_kinds;
    use crate::model::DifferenceKind::Certainty;

    #[test]
    fn the_greatest_and_perhaps_the_greatest() {
        for (a, b) in [
            ("The flood is the worst in the history of the harbour.", "The flood may be the worst in the harbour's history."),
            (
                "The harbour line lost 300,000 tickets in the largest theft of the kind.",
                "The theft of tickets from the harbour line is thought to be the biggest of its kind.",
            ),
            (
                "It was the deadliest fire on record in the harbour, in which 40 pilots died.",
                "Some 40 pilots died in one of the deadliest fires on record in the harbour.",
            ),
            (
                "The fine of $3 million is the largest ever paid by a ferry line, the harbour court said.",
                "The fine would be the largest ever paid by a ferry line, the harbour court said.",
            ),
        ] {
            assert_eq!(sure_kinds(a, b), [Certainty], "{a} / {b}");
            assert_eq!(sure_kinds(b, a), [Certainty], "{b} / {a}");
        }
    }

    #[test]
    fn other_ranks_other_things_and_both_unsure() {
        for (a, b) in [
            ("The flood is the worst in the harbour's history.", "The flood is the second worst in the harbour's history."),
            (
                "The flood may be the worst in the harbour's history.",
                "The flood is thought to be the worst in the harbour's history.",
            ),
            ("The sale is the harbour line's largest.", "The sale may be the largest in the history of shipping."),
            ("It was the largest fire of the year.", "The largest harbour of the island may be closed."),
            (
                "It was the worst flood of the harbour, and one of the worst of the island.",
                "It was one of the worst floods of the harbour.",
            ),
        ] {
            assert_eq!(sure_kinds(a, b), [], "{a} / {b}");
            assert_eq!(sure_kinds(b, a), [], "{b} / {a}");
        }
    }
}
