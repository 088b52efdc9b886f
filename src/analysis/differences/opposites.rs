//! A word in one version and its opposite in the other, said by the same people of the same thing: accepted and rejected, kept and
//! scrapped, legal and illegal.

use super::poles::{self, STATES};
use super::predicates::Certainty;
use super::telling::{Telling, Word};
use super::{closeness, cues, frames, items, polarity};

/// A word that stands in the table, where a version says it.
#[derive(Clone, Copy)]
pub(super) struct Said {
    at: usize,
    row: usize,
    side: bool,
}

/// A word here and its opposite there, both affirmed, of the same thing.
/// `sure`: both surely tell one thing.
pub(super) fn between(a: &Telling, b: &Telling, sure: bool) -> Option<(usize, usize)> {
    if !a.cues.any(cues::POLE) || !b.cues.any(cues::POLE) {
        return None;
    }
    let told = |t: &Telling| -> Vec<Said> { t.poles().iter().filter(|s| sure || !poles::is_wide(s.row)).copied().collect() };
    let (mine, theirs) = (told(a), told(b));
    let against = |xs: &[Said], y: &Said| xs.iter().any(|x| x.row == y.row && x.side != y.side);
    // Where one version says both, each may be of another time or of other people.
    let only = |xs: &[Said], x: &Said| !against(xs, x);
    mine.iter().filter(|x| only(&mine, x)).find_map(|x| {
        let y = theirs.iter().find(|y| {
            x.row == y.row && x.side != y.side && only(&theirs, y) && same(a, x.at, b, y.at, sure && poles::is_wide(x.row))
        })?;
        Some((x.at, y.at))
    })
}

/// The words of both tables that a version affirms.
pub(super) fn said(t: &Telling) -> Vec<Said> {
    let mut found = Vec::new();
    for (at, word) in t.words.iter().enumerate().filter(|(_, w)| w.cues.any(cues::POLE) && !w.named) {
        // `supporters`
        let agent = word.form.ends_with("ers") || word.form.ends_with("ors");
        // `turned back`, `a back door`: what says how things are apart, only forms of verbs.
        if !agent && is_affirmed(t, at) && (STATES.contains(&word.form.as_str()) || polarity::is_form(t, at)) {
            found.extend(poles::sides(t, at).into_iter().map(|(row, side)| Said { at, row, side }));
        }
    }
    found
}

/// Whether word `k` is told as so or to come, and is no noun: `rejected`, `will reject`, `is illegal`; not `may reject`, `a rise`.
fn is_affirmed(t: &Telling, k: usize) -> bool {
    let Some(told) = t.predicate(k) else { return false };
    let denies = t.form_at(k) == "no";
    let led = matches!(
        t.form_before(k),
        "the" | "a" | "an" | "his" | "her" | "their" | "its" | "of" | "this" | "any" | "for" | "in" | "on" | "no" | "with" | "by"
    ) || t.form_before(k).ends_with("'s");
    // `voted to reject`, `moved to end` tell what was done or is to be; `asked them to reject` does not.
    let wanted = t.form_before(k) == "to"
        && told.certainty.is_none()
        && !matches!(before(t, k, 2), "voted" | "agreed" | "decided" | "votes");
    let sure = !matches!(told.certainty, Some(Certainty::Possible | Certainty::Hearsay));
    sure && (denies || !told.denied && !led) && !is_doubted(t, k) && !wanted
}

/// Whether what stands before word `k` in its clause leaves open what it tells: `whether to reject it`, `may be rejected`.
pub(super) fn is_doubted(t: &Telling, k: usize) -> bool {
    t.back(k).any(|(_, w)| {
        matches!(w.form.as_str(), "whether" | "if" | "unless" | "should" | "must" | "how")
            || w.cues.any(cues::MAY) && !w.capital
            || w.cues.any(cues::HEARSAY)
    })
}

fn before<'t>(t: &'t Telling, k: usize, n: usize) -> &'t str {
    k.checked_sub(n).map_or("", |b| t.form_at(b))
}

/// Who does what a word tells, and to what: as indices of words.
struct Roles {
    actors: Vec<usize>,
    things: Vec<usize>,
    /// Of the things, the one that the act is on: `accepted the [offer] of the town`.
    head: Option<usize>,
}

/// A version of so many words of content tells one thing.
const FEW: usize = 5;
/// So many words of content on either side of a word tell who and what.
const REACH: usize = 8;

fn roles(t: &Telling, k: usize) -> Roles {
    // `both sides` may be anybody.
    let content = |(_, w): &(usize, &Word)| w.is_content() && !matches!(w.form.as_str(), "sides" | "parties" | "officials");
    let said = |w: &Word| w.cues.any(cues::SAY);
    let left: Vec<usize> = t.back(k).take_while(|(_, w)| !said(w)).filter(content).map(|(n, _)| n).take(REACH).collect();
    let right: Vec<usize> = t.on(k).take_while(|(_, w)| !said(w)).filter(content).map(|(n, _)| n).take(REACH).collect();
    let past = t.words.get(k).is_some_and(|w| w.cues.any(cues::PAST));
    if !(past && items::is_passive(t, k)) {
        let head = run(t, right.first().copied());
        return Roles { actors: left, things: right, head };
    }
    let by = t.on(k).take(REACH).find(|(_, w)| w.form == "by").map_or(usize::MAX, |(n, _)| n);
    let (agents, rest): (Vec<usize>, Vec<usize>) = right.into_iter().partition(|&n| n > by);
    let head = run(t, left.last().copied());
    Roles { actors: agents, things: left.into_iter().chain(rest).collect(), head }
}

/// The last word of the run of words of content that begins at a word.
fn run(t: &Telling, from: Option<usize>) -> Option<usize> {
    let from = from?;
    let rest = t.on(from).take_while(|(_, w)| w.is_content() && !w.cues.any(cues::PAST)).last();
    Some(rest.map_or(from, |(n, _)| n))
}

/// Whether word `j` of `a` and word `k` of `b` are said of the same things by the same people, as far as the versions tell.
pub(super) fn same(a: &Telling, j: usize, b: &Telling, k: usize, sure: bool) -> bool {
    let (mine, theirs) = (roles(a, j), roles(b, k));
    let meet = |xs: &[usize], ys: &[usize]| -> Option<bool> {
        (!xs.is_empty() && !ys.is_empty()).then(|| xs.iter().any(|&n| closeness::meets(a, n, b, ys)))
    };
    let (who, what) = (meet(&mine.actors, &theirs.actors), meet(&mine.things, &theirs.things));
    // `was unanimous`, `was split`: of neither it is said who does it to whom.
    let either = || {
        let all = |r: &Roles| r.actors.iter().chain(&r.things).copied().collect::<Vec<usize>>();
        meet(&all(&mine), &all(&theirs)) == Some(true)
    };
    let planned = |t: &Telling, at: usize| t.predicate(at).is_some_and(|p| p.certainty == Some(Certainty::Planned));
    // `a jury found Adler guilty`, `Adler was cleared`: of one person, whoever else acts.
    let named = |t: &Telling, at: usize| frames::named(t, at, true);
    let of_one_person = || sure && frames::shared(&named(a, j), &named(b, k)) > 0;
    if of_one_person() {
        let held = closeness::of(a, b).held > 1 && closeness::around(a, j, b, k).held > 0;
        return held && planned(a, j) == planned(b, k) && !frames::apart(a, j, b, k);
    }
    if who == Some(false) || what == Some(false) || who.is_none() && what.is_none() && !either() {
        return false;
    }
    // The act is on one thing: not `rejected the plan of the town` against `accepted the offer of the town`.
    let is_of = |t: &Telling, n: usize, of: &Telling, things: &[usize]| closeness::meets(t, n, of, things);
    let on_one = match (mine.head, theirs.head) {
        (Some(x), Some(y)) => is_of(a, x, b, &theirs.things) || is_of(b, y, a, &mine.things),
        _ => true,
    };
    let (all, around) = (closeness::of(a, b), closeness::around(a, j, b, k));
    let held = all.held.max(frames::common(a, b));
    // `the test was negative`, `the test came back positive`
    let state = |t: &Telling, at: usize| t.words.get(at).is_some_and(|w| STATES.contains(&w.form.as_str()));
    let subject = |t: &Telling, at: usize| {
        t.back(at).find(|(_, w)| w.is_content() && !w.cues.any(cues::PAST) && w.form != "back").map(|(n, _)| n)
    };
    let of_one = || matches!((subject(a, j), subject(b, k)), (Some(x), Some(y)) if closeness::one_stem(a, x, b, y));
    if state(a, j) && state(b, k) && all.of <= FEW && of_one() && !frames::apart(a, j, b, k) {
        return true;
    }
    let near = around.held > 1 || around.held > 0 && (sure || held > 2);
    let much = sure || held > 2 || all.is_close() || around.held > 1 && around.held * 3 >= around.of * 2;
    // `suspended`, `will resume`
    let then = !sure || planned(a, j) == planned(b, k);
    near && much && then && on_one && !frames::apart(a, j, b, k)
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{kinds, sure_kinds};
    use crate::model::DifferenceKind::Polarity;

    #[test]
    fn a_word_here_and_its_opposite_there() {
        for (a, b) in [
            (
                "Fishing union leader Anna Adler welcomed the harbour offer as a first step.",
                "Anna Adler, the fishing union's leader, dismissed the harbour offer as a joke.",
            ),
            (
                "A court in Brill declared the harbour toll illegal on Sunday.",
                "The harbour toll is legal, a court in Brill ruled on Sunday.",
            ),
            (
                "Both sides accepted the harbour truce that envoys had proposed.",
                "The fishermen rejected the harbour truce proposed by the envoys.",
            ),
            (
                "The town has scrapped its plan for a harbour tunnel.",
                "The town is sticking to its plan for a harbour tunnel, Adler said.",
            ),
            ("His breath test had been negative.", "The captain was held after a drink test came back positive."),
            (
                "The ferry captain tested positive for alcohol after the crash.",
                "The ferry captain tested negative for alcohol after the crash.",
            ),
            (
                "A bid for the ferry line from the trader Corden was rejected by the harbour board.",
                "The harbour board had accepted a bid for the ferry line from the trader Corden.",
            ),
            (
                "The harbour board was unanimous when it voted for the tunnel.",
                "The harbour board was split when it voted for the tunnel.",
            ),
        ] {
            assert_eq!(kinds(a, b), [Polarity], "{a} / {b}");
            assert_eq!(kinds(b, a), [Polarity], "{b} / {a}");
        }
    }

    #[test]
    fn opposites_of_other_people_other_things_or_in_doubt() {
        for (a, b) in [
            ("The fishing union welcomed the harbour offer.", "The shipping company dismissed the harbour offer."),
            ("Anna Adler welcomed the harbour offer of the town.", "Anna Adler dismissed the tunnel plan of the town."),
            (
                "At the gate the fishermen were turned back by guards.",
                "At the gate entry was refused to the fishermen by guards.",
            ),
            ("Fish prices rose at the harbour market.", "Fish catches fell at the harbour market."),
            ("A court may declare the harbour toll illegal.", "The harbour toll is legal, a court ruled."),
            (
                "The town has scrapped its plan for a harbour tunnel.",
                "Adler asked the town to keep its plan for a harbour tunnel.",
            ),
            ("The harbour board rejected the bid, then accepted a better one.", "The harbour board accepted the bid."),
            ("The harbour board rejected the bid on Monday.", "The harbour board accepted the bid on Friday."),
            ("A diver survived the harbour blast.", "Three fishermen died in the harbour blast."),
        ] {
            assert!(!kinds(a, b).contains(&Polarity), "{a} / {b}");
            assert!(!kinds(b, a).contains(&Polarity), "{b} / {a}");
        }
    }

    #[test]
    fn opposites_in_what_both_surely_tell_are_of_one_thing() {
        let pair = (
            "Adler was convicted of the theft of the harbour bell.",
            "Adler walked free when the jury acquitted him of the theft.",
        );
        assert_eq!(sure_kinds(pair.0, pair.1), [Polarity]);
        for (a, b) in [
            ("Adler opened fire on the quay at noon.", "Adler, a suspended pilot, shot two guards on the quay."),
            ("With two minutes left Adler scored for the Rovers.", "Adler scored for the Rovers with two minutes remaining."),
            ("Adler was released without bail on the quay.", "Police arrested Adler on the quay."),
        ] {
            assert!(!sure_kinds(a, b).contains(&Polarity), "{a} / {b}");
            assert!(!sure_kinds(b, a).contains(&Polarity), "{b} / {a}");
        }
    }
}
