//! Told plainly in one version, and in the other under a word that leaves it open, where the words are otherwise much the same:
//! `the drug prevents the fever`, `the drug appears to prevent the fever`. Where the events rule needs one verb that it can place,
//! this one needs the same words around.

use super::events::{Cue, cue};
use super::predicates::{self, Certainty};
use super::telling::{Telling, Word};
use super::{closeness, cues, frames, sources};

/// So many words of one version must be told in the other too.
const HELD: usize = 2;

/// A word of `a` that leaves open what `b` tells plainly.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    let hedging = cues::MAY | cues::HEARSAY | cues::SAID_TO | cues::BELIEF | cues::UNSURE;
    if !a.cues.any(hedging) || b.is_hedged() || frames::other_day(a, b) {
        return None;
    }
    (0..a.words.len()).filter_map(|k| hedge(a, k)).find_map(|hedge| plainly(a, &hedge, b))
}

/// What leaves something open.
struct Hedge {
    from: usize,
    to: usize,
    /// Whose words it stands among: from this word on to the end of the clause.
    governs: usize,
    /// It says that it is only heard, which naming a source says as well.
    heard: bool,
    /// Of all that the version tells.
    all: bool,
    /// Somebody supposes it.
    belief: bool,
}

/// The hedge that word `k` is, if it is one.
fn hedge(t: &Telling, k: usize) -> Option<Hedge> {
    let word = t.words.get(k)?;
    let next = t.form_at(k + 1);
    let clause = t.back(k).last().map_or(k, |(n, _)| n);
    let led = matches!(
        t.form_before(k),
        "a" | "an" | "the" | "his" | "her" | "their" | "its" | "of" | "to" | "is" | "are" | "was" | "be"
    );
    // `so that it may`, `whether it might`, `what could`
    let asked =
        t.back(k).any(|(_, w)| matches!(w.form.as_str(), "so" | "whether" | "if" | "what" | "how" | "who" | "which" | "where"));
    let able = word.form.starts_with("could") && !matches!(next, "be" | "have");
    let found = |to: usize, governs: usize, heard: bool, all: bool| {
        Some(Hedge { from: k, to, governs, heard, all, belief: to < governs })
    };
    if word.cues.any(cues::UNSURE) {
        return found(k, clause, false, word.form.starts_with("un"));
    }
    let month = word.form == "may" && word.capital && k > 0;
    if word.cues.any(cues::MAY) && !month && !asked && !able {
        return found(k, clause, false, false);
    }
    if word.cues.any(cues::HEARSAY) && word.form.ends_with("ly") {
        return found(k, clause, word.form == "allegedly", false);
    }
    let seems = word.cues.any(cues::SEEM) && !word.form.ends_with("ly");
    let said = word.cues.any(cues::SAID_TO) && t.back(k).take(2).any(|(_, w)| w.cues.any(cues::BE) || w.form == "been");
    if (seems || said) && next == "to" {
        return found(k + 1, clause, !seems, false);
    }
    let opens = matches!(next, "that" | "he" | "she" | "they" | "it" | "the" | "a" | "an")
        || t.words.get(k + 1).is_some_and(|w| w.named && !w.time);
    // `four suspects`
    let counted = t.measures.iter().any(|m| t.range(m.place.span).1 == k);
    // `I think that she was kind` leaves nothing open.
    let opinion = word.form.starts_with("think");
    if word.cues.any(cues::BELIEF) && !opinion && opens && !led && !counted && !asked {
        return found(k, k + 1, false, false);
    }
    None
}

/// Whether a version itself leaves open what it tells.
pub(super) fn is_hedged(t: &Telling) -> bool {
    t.words.iter().enumerate().any(|(k, w)| {
        let claims = predicates::is_claim(w) || predicates::is_attempt(&w.form) || w.form.starts_with("alleg");
        let asks = matches!(
            w.form.as_str(),
            "if" | "whether" | "unless" | "expected" | "likely" | "accused" | "suspected" | "should" | "would"
        );
        let month = w.form == "may" && w.capital && k > 0;
        // `thousands feared killed`
        let feared =
            matches!(w.form.as_str(), "feared" | "presumed") && t.words.get(k + 1).is_some_and(|w| w.cues.any(cues::PAST));
        let supposed =
            w.cues.any(cues::SAID_TO) && w.form != "said" && w.form != "thought" || w.form == "said" && t.form_at(k + 1) == "to";
        // `it is thought`
        let thought = w.form == "thought" && t.back(k).take(1).any(|(_, w)| w.cues.any(cues::BE));
        claims
            || asks
            || supposed
            || thought
            || feared
            || !month
                && (w.cues.any(cues::MAY) || w.cues.any(cues::HEARSAY) || w.cues.any(cues::UNSURE) || w.cues.any(cues::MAYBE))
    })
}

/// What `b` tells plainly of what the hedge in `a` governs, where it tells two thirds of it, two words at least in one clause.
fn plainly(a: &Telling, hedge: &Hedge, b: &Telling) -> Option<(Cue, Cue)> {
    let heard = || a.words.get(hedge.from).is_some_and(|w| w.cues.any(cues::HEARSAY));
    if hedge.heard && (b.source.is_some() || b.cues.any(cues::SOURCE)) || heard() && sources::is_nameless(b) {
        return None;
    }
    let clause = a.words.get(hedge.from)?.clause;
    let own = |n: &&usize| hedge.all || **n >= hedge.governs && a.words.get(**n).is_some_and(|w| w.clause == clause);
    let governed: Vec<usize> = a.content().iter().filter(own).copied().filter(|n| !(hedge.from..=hedge.to).contains(n)).collect();
    let met: Vec<(usize, usize)> = governed.iter().filter_map(|&n| Some((n, told(b, a, n)?))).collect();
    if met.len() < HELD || met.len() * 3 < governed.len() * 2 || governed.len() == HELD && !closeness::of(a, b).is_very_close() {
        return None;
    }
    // What is left open begins with the first word that tells something, and that must be told there; of a belief, the verb.
    let first = governed.iter().copied().find(|&n| n > hedge.to).filter(|_| !hedge.belief);
    let (n, k) = *met.iter().find(|(n, k)| match first {
        Some(first) => *n == first,
        None => hedge.all || is_told(b, *k) && a.words.get(*n).is_some_and(|w| w.cues.any(cues::PAST)),
    })?;
    // `joked about moving`
    let gerund = b.words.get(k).is_some_and(|w| w.form.ends_with("ing")) && !b.back(k).take(2).any(|(_, w)| w.cues.any(cues::BE));
    if gerund {
        return None;
    }
    let place = b.words.get(k)?.clause;
    let together = met.iter().filter(|(_, m)| b.words.get(*m).is_some_and(|w| w.clause == place)).count();
    let denied = |t: &Telling, at: usize| t.denials.iter().filter(|&&d| t.words.get(d).map(|w| w.clause) == Some(at)).count() % 2;
    let verb = met.iter().map(|(_, m)| *m).chain([k]).find(|&m| is_told(b, m));
    // `appears to prevent`, `prevents`; `allegedly owns`, `owns`
    let present = met.iter().find(|(n, m)| {
        let (here, there) = (a.form_at(*n), b.form_at(*m));
        *n > hedge.to && *n <= hedge.to + 2 && there.ends_with('s') && (there == here || there.strip_suffix('s') == Some(here))
    });
    let verb = verb.or(present.map(|(_, m)| *m));
    let plain = verb.is_some() || b.words.iter().any(|w| w.clause == place && is_verb(w));
    // Another act, or a clause that is mostly of something else: `may have come from a leak`, `divers closed a leak with steel`.
    let there: Vec<usize> = b.content().iter().copied().filter(|&m| b.words.get(m).is_some_and(|w| w.clause == place)).collect();
    let act = |m: usize| b.words.get(m).is_some_and(|w| w.cues.any(cues::PAST) && !w.cues.any(cues::VAGUE) && !is_finding(w));
    let other_act = verb.is_none() && there.iter().any(|&m| act(m) && !closeness::has_kin(a, b, m));
    let mostly = there.iter().filter(|m| met.iter().any(|(_, k)| k == *m)).count() * 2 >= there.len();
    let ahead = met.iter().any(|(_, m)| b.predicate(*m).is_some_and(|p| matches!(p.certainty, Some(c) if c != Certainty::Done)));
    let people = |t: &Telling, at: usize| frames::named(t, at, true);
    let others = frames::strangers(&people(a, n), &people(b, k)) || frames::apart(a, n, b, k);
    let open = if hedge.all { a.words.get(n)?.clause } else { clause };
    let one_person = frames::shared(&people(a, n), &people(b, k)) > 0;
    let same = together >= HELD
        && denied(a, open) == denied(b, place)
        && plain
        && (mostly || one_person && verb.is_some())
        && !other_act
        && !ahead
        && !others;
    let itself = b.words.get(k).is_some_and(|w| w.cues.any(cues::PAST));
    let shown = verb.filter(|_| !itself).unwrap_or(k);
    same.then(|| (cue(hedge.from, hedge.to.max(n.min(hedge.to + 3)), "left open"), cue(b.told_from(shown), shown, "told")))
}

/// The word of `b` that says what word `n` of `a` says, if there is one.
fn told(b: &Telling, a: &Telling, n: usize) -> Option<usize> {
    let who = a.words.get(n)?.who;
    let person = || b.words.iter().position(|w| who.is_some() && w.who == who);
    closeness::kin(b, a, n).into_iter().next().or_else(person)
}

/// Whether word `k` is a verb that tells what is so or was done.
fn is_told(t: &Telling, k: usize) -> bool {
    let past = t.words.get(k).is_some_and(|w| w.cues.any(cues::PAST));
    // `did not hold`
    let told = |from: usize| past || matches!(t.form_at(from), "did" | "didn't");
    t.predicate(k).is_some_and(|p| p.certainty == Some(Certainty::Done) && told(p.from))
}

/// Whether a word tells that something was seen to be there: `may have been cracks`, `found cracks`.
fn is_finding(word: &Word) -> bool {
    matches!(word.form.as_str(), "found" | "discovered" | "detected" | "saw" | "seen" | "spotted" | "noticed" | "identified")
}

/// Whether a word is a finite verb by its form.
fn is_verb(word: &Word) -> bool {
    word.cues.any(cues::PAST) || matches!(word.form.as_str(), "is" | "are" | "was" | "were" | "has" | "have" | "had")
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Certainty;

    #[test]
    fn left_open_here_and_told_plainly_there() {
        for (a, b) in [
            (
                "The harbour pump keeps the cellars dry, the study shows.",
                "The harbour pump appears to keep the cellars dry, the study shows.",
            ),
            ("Brand owns part of the ferry company.", "Brand allegedly owns part of the ferry company."),
            (
                "The oil came from a leak in the harbour tank, Adler said.",
                "Adler said that the oil might have come from a leak in the harbour tank.",
            ),
            (
                "A night guard led the thieves into the harbour store, police said.",
                "Police suspect that a night guard led the thieves into the harbour store.",
            ),
            ("Divers found cracks in the harbour wall in January.", "There may have been cracks in the harbour wall in January."),
            ("The harbour wall is older than the church.", "The harbour wall is probably older than the church."),
            (
                "The stolen letters did not hold the harbour plans or the keys.",
                "The stolen letters may not have held the harbour plans or the keys.",
            ),
            (
                "The harbour cook and nine sailors are refusing to eat.",
                "According to unconfirmed reports, the harbour cook and nine sailors are refusing to eat.",
            ),
        ] {
            assert_eq!(kinds(a, b), [Certainty], "{a} / {b}");
            assert_eq!(kinds(b, a), [Certainty], "{b} / {a}");
        }
    }

    #[test]
    fn what_is_open_in_both_or_of_something_else() {
        for (a, b) in [
            ("The harbour wall may be older than the church.", "The harbour wall could be older than the church."),
            ("The harbour wall is probably older than the church.", "The harbour wall is not older than the church."),
            ("The stolen letters may not have held the harbour plans.", "The stolen letters held the harbour plans."),
            ("Brand allegedly owns part of the ferry company.", "Police say Brand owns part of the ferry company."),
            ("Police suspect that a night guard let the thieves in.", "Police found the night guard at noon."),
            (
                "The oil may have come from a leak in the harbour tank.",
                "Divers closed a leak in the harbour tank with a sheet of steel.",
            ),
            ("From the wall she could see the ferry in the harbour.", "From the wall she saw the ferry in the harbour."),
            ("Ice may form on the harbour wall on Friday.", "Ice formed on the harbour wall on Monday."),
            (
                "Adler lit the lamp so that the ferry might find the harbour.",
                "The ferry found the harbour by a lamp that Adler lit.",
            ),
            ("Bruno Brand allegedly owns part of the ferry company.", "Anna Adler owns part of the ferry company."),
            (
                "Hundreds feared killed in harbour storm",
                "The mayor said as many as 300 people could be dead in the harbour storm.",
            ),
        ] {
            assert!(!kinds(a, b).contains(&Certainty), "{a} / {b}");
            assert!(!kinds(b, a).contains(&Certainty), "{b} / {a}");
        }
    }
}
