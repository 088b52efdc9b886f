//! Affirmed here, denied there: the same predicate of the same claim with a negation in one version and none in the other.

use super::cues;
use super::predicates::Certainty;
use super::telling::Telling;
use super::{Found, Of, Said, absence, closeness, contrasts, denials, frames, opposites, until};
use crate::model::{DifferenceKind, Span};

/// So many other stems besides the predicate must be shared, or the two may speak of different acts.
const SHARED: usize = 2;
/// What is said or denied stands within so many words.
const OBJECT: usize = 9;
/// So many words are shown of each version.
const SHOWN: usize = 9;

/// The difference of polarity between two versions of different outlets, if there is one; `sure`: they surely tell one thing.
pub(super) fn between(a: &Telling, b: &Telling, sure: bool) -> Option<Found> {
    let found = negated(a, b).map(|at| (at, true)).or_else(|| negated(b, a).map(|(k, j)| ((j, k), false)));
    let found = found.or_else(|| none(a, b).map(|at| (at, true)));
    let found = found.or_else(|| none(b, a).map(|(k, j)| ((j, k), false)));
    let found = found.or_else(|| silent(a, b).map(|at| (at, true)));
    let found = found.or_else(|| silent(b, a).map(|(k, j)| ((j, k), false)));
    let found = found.or_else(|| opposites::between(a, b, sure).map(|at| (at, true)));
    let found = found.or_else(|| denials::between(a, b).map(|at| (at, true)));
    let found = found.or_else(|| denials::between(b, a).map(|(k, j)| ((j, k), false)));
    let found = found.or_else(|| absence::between(a, b).map(|at| (at, true)));
    let found = found.or_else(|| absence::between(b, a).map(|(k, j)| ((j, k), false)));
    let found = found.or_else(|| sides(a, b).map(|at| (at, true)));
    let found = found.or_else(|| if sure { contrasts::sides::between(a, b) } else { None }.map(|at| (at, true)));
    // `will not return on Monday`, `may return on Tuesday`
    let found = found.filter(|((j, k), _)| !frames::other_day_near(a, *j, b, *k));
    // `the UN-backed court`
    let joined =
        |t: &Telling, k: usize| t.words.get(k).and_then(|w| t.text.get(..w.span.start)).is_some_and(|t| t.ends_with('-'));
    let found = found.filter(|((j, k), _)| !joined(a, *j) && !joined(b, *k));
    let found = found.or_else(|| until::between(a, b).map(|at| (at, true)));
    let found = found.or_else(|| until::between(b, a).map(|(k, j)| ((j, k), false)));
    let ((j, k), mine) = found?;
    if !a.owns(j) || !b.owns(k) {
        return None;
    }
    Some(Found { of: Of::Whole, kind: DifferenceKind::Polarity, said: [said(a, j, mine), said(b, k, !mine)] })
}

/// How many content words both have.
fn shared(a: &Telling, b: &Telling) -> usize {
    frames::sorted(a.words.iter().filter(|w| !w.plain && b.has(w.id)).map(|w| w.id)).len()
}

/// A shared predicate that `a` denies wherever it has it, and `b` affirms of the same things without any denial near.
fn negated(a: &Telling, b: &Telling) -> Option<(usize, usize)> {
    if a.denials.is_empty() || !b.denials.is_empty() || b.cues.any(cues::DOUBT) {
        return None;
    }
    let supposed = a.words.iter().any(|w| matches!(w.form.as_str(), "if" | "unless"));
    if supposed || shared(a, b) < SHARED || denials::takes_back(b) {
        return None;
    }
    let much = shared(a, b) > SHARED;
    let close = || closeness::of(a, b).is_very_close();
    let places =
        |t: &Telling, id: u32| -> Vec<usize> { t.words.iter().enumerate().filter(|(_, w)| w.id == id).map(|(k, _)| k).collect() };
    a.words.iter().enumerate().find_map(|(k, word)| {
        // `has not explained what happened` leaves open, and denies nothing that was explained.
        let says = matches!(word.stem.as_str(), "explain" | "report");
        if says
            || word.named
            || word.plain
            || is_bare(a, k)
            || is_stance(a, k)
            || !directly(a, k)
            || !b.has(word.id)
            || is_ought(a, k)
        {
            return None;
        }
        let denied = |t: &Telling, at: usize| t.predicate(at).is_some_and(|p| p.denied);
        let certainty = |t: &Telling, at: usize| t.predicate(at).and_then(|p| p.certainty);
        let mine = places(a, word.id);
        let theirs = places(b, word.id);
        let opposed = mine.iter().all(|&m| denied(a, m)) && theirs.iter().all(|&t| !denied(b, t));
        // Done there; or planned there, and here not to be done.
        let told = |t: usize| match (certainty(a, k), certainty(b, t)) {
            (None | Some(Certainty::Done), Some(Certainty::Done)) => true,
            // `refused to release it`, `will release it`
            (None, Some(Certainty::Planned)) => refused(a, k) && close(),
            // `guilty`, `not guilty`
            (None, None) => a.form_before(k) == "not" && !is_form(a, k) && !is_form(b, t) && close(),
            (x, y) => x == y,
        };
        let same =
            |t: usize| told(t) && frames::same_event(a, k, b, t) && (much && frames::overlap(a, k, b, t) > SHARED || close());
        let first = theirs.into_iter().find(|&t| is_verb(b, t) && same(t))?;
        opposed.then_some((k, first))
    })
}

/// `to strengthen the law, not weaken it`: a base form that no auxiliary leads denies nothing that was done.
fn is_bare(t: &Telling, k: usize) -> bool {
    let lead = k.checked_sub(2).map_or("", |b| t.form_at(b));
    let object =
        matches!(t.form_at(k + 1), "it" | "them" | "him" | "her" | "the" | "a" | "an" | "this" | "that" | "his" | "their");
    let base = object && t.words.get(k).is_some_and(|w| !w.cues.any(cues::PAST) && !w.form.ends_with("ing"));
    base && t.form_before(k) == "not"
        && !matches!(lead, "did" | "does" | "do" | "will" | "would" | "shall" | "is" | "was" | "found")
}

/// Whether a refusal leads word `k`: `refused to sign`.
fn refused(t: &Telling, k: usize) -> bool {
    let back = |n: usize| k.checked_sub(n).map_or("", |b| t.form_at(b));
    back(1) == "to" && (back(2).starts_with("refus") || back(2).starts_with("declin"))
}

/// Whether a word tells what is wanted, tried, needed and the like; `did not know of it` is an answer.
fn is_stance(t: &Telling, k: usize) -> bool {
    let Some(word) = t.words.get(k) else { return true };
    let back = |n: usize| k.checked_sub(n).map_or("", |b| t.form_at(b));
    let did = matches!((back(2), back(1)), ("did", "not")) || back(1) == "didn't";
    let does = matches!((back(2), back(1)), ("does" | "do", "not")) || matches!(back(1), "doesn't" | "don't");
    let answers = did && matches!(word.stem.as_str(), "try" | "want" | "seek" | "need" | "plan" | "tri")
        || (did || does) && matches!(word.stem.as_str(), "know" | "believ" | "think");
    word.cues.any(cues::STANCE) && !answers
}

/// `no ransom was paid`, `knew nothing of it` here, a ransom paid, it known there: the same verb and thing, no other day.
fn none(a: &Telling, b: &Telling) -> Option<(usize, usize)> {
    if a.denials.is_empty() || !b.denials.is_empty() || b.cues.any(cues::DOUBT) || frames::other_day(a, b) {
        return None;
    }
    let verb = |t: &Telling, k: usize| {
        t.words.get(k).is_some_and(|w| {
            let led =
                matches!(t.form_before(k), "will" | "would" | "be" | "been" | "to" | "was" | "were" | "has" | "had" | "have");
            let stance = w.cues.any(cues::STANCE) && w.stem != "know";
            !w.plain && !w.named && !stance && (w.cues.any(cues::PAST) || led)
        })
    };
    let affirmed = |k: usize| {
        let led = b.back(k).take(4).any(|(_, w)| matches!(w.form.as_str(), "any" | "alleged" | "possible" | "suspected"));
        !led && !b.predicate(k).is_some_and(|p| matches!(p.certainty, Some(Certainty::Possible | Certainty::Hearsay)))
    };
    let planned = |t: &Telling, k: usize| t.predicate(k).is_some_and(|p| p.certainty == Some(Certainty::Planned));
    let same = |j: usize, k: usize| {
        let people = |t: &Telling, at: usize| frames::named(t, at, true);
        // `reported that it had burned` is no injury reported.
        affirmed(k)
            && verb(b, k)
            && b.form_at(k + 1) != "that"
            && planned(a, j) == planned(b, k)
            && !frames::strangers(&people(a, j), &people(b, k))
    };
    for &i in &a.denials {
        let (form, next) = (a.form_at(i), a.form_at(i + 1));
        if form == "nothing" && i > 0 && verb(a, i - 1) && closeness::of(a, b).held >= 2 {
            let v = i - 1;
            if let Some(k) = closeness::kin(b, a, v).into_iter().find(|&k| same(v, k)) {
                return Some((v, k));
            }
        }
        if form != "no"
            || matches!(next, "further" | "other" | "longer" | "new" | "idea" | "comment" | "one" | "way" | "plans" | "need")
        {
            continue;
        }
        let near: Vec<usize> = a.on(i).map(|(k, _)| k).take(8).chain(a.back(i).map(|(k, _)| k).take(2)).collect();
        let things = a.on(i).take(4).filter(|(_, w)| w.is_content() && !w.named && !w.cues.any(cues::PAST));
        let shared: Vec<(usize, usize)> =
            things.flat_map(|(n, _)| closeness::kin(b, a, n).into_iter().map(move |m| (n, m))).collect();
        for &v in near.iter().filter(|&&v| verb(a, v) && !shared.iter().any(|(n, _)| *n == v)) {
            let there = closeness::kin(b, a, v).into_iter().filter(|&k| same(v, k));
            for k in there {
                // What there is none of stands in one clause with the verb there too.
                let beside = |m: usize| b.words.get(m).map(|w| w.clause) == b.words.get(k).map(|w| w.clause) && affirmed(m);
                if shared.iter().any(|(_, m)| *m != k && beside(*m)) {
                    return Some((v, k));
                }
            }
        }
    }
    None
}

/// `should not sign`, `cannot sign`: what ought to be or could be denies nothing that was done.
fn is_ought(t: &Telling, k: usize) -> bool {
    t.back(k).take(5).any(|(_, w)| w.cues.any(cues::OUGHT))
}

/// `did not say`, `kept mum` here; said there, by the same person of the same thing.
fn silent(a: &Telling, b: &Telling) -> Option<(usize, usize)> {
    if a.denials.is_empty() && !a.cues.any(cues::KEPT) || !b.denials.is_empty() {
        return None;
    }
    let says = |t: &Telling, k: usize| t.words.get(k).is_some_and(|w| w.cues.any(cues::SAY));
    let mute = |t: &Telling, k: usize| {
        let kept = t.words.get(k).is_some_and(|w| w.cues.any(cues::KEPT));
        // `did not say why` leaves one thing open, and contradicts nobody.
        let open = matches!(t.form_at(k + 1), "what" | "why" | "where" | "how" | "who" | "when" | "which" | "whether" | "if");
        kept && matches!(t.form_at(k + 1), "mum" | "silent" | "quiet" | "mute") || says(t, k) && directly(t, k) && !open
    };
    let k = (0..a.words.len()).find(|&k| mute(a, k))?;
    if (0..b.words.len()).any(|k| mute(b, k)) || shared(a, b) == 0 {
        return None;
    }
    let calls = |j: usize| b.words.get(j).is_some_and(|w| w.stem == "call") && b.form_at(j + 1) == "for";
    let j = (0..b.words.len()).find(|&j| (says(b, j) || calls(j)) && is_verb(b, j))?;
    (frames::same_object(a, k, b, j, OBJECT) && frames::same_subject(a, k, b, j)).then_some((k, j))
}

/// Whether the denial stands right at the predicate, with nothing but auxiliaries and adverbs between.
fn directly(t: &Telling, k: usize) -> bool {
    for (i, w) in t.back(k).take(4) {
        if t.denials.contains(&i) {
            // `no reform`, `without reform` deny a thing, not an act.
            return !matches!(w.form.as_str(), "no" | "none" | "nothing" | "without" | "nobody" | "zero");
        }
        let light = matches!(w.form.as_str(), "be" | "been" | "being" | "have" | "has" | "to" | "yet" | "even" | "ever" | "any")
            || w.form.ends_with("ly");
        if !light {
            return false;
        }
    }
    false
}

/// Whether the word can be a predicate: nothing that leads a noun stands before it.
fn is_verb(t: &Telling, k: usize) -> bool {
    let before = k.checked_sub(1).map_or("", |b| t.form_at(b));
    !matches!(before, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "of" | "this" | "any" | "for" | "in" | "on" | "to")
        && !before.ends_with("'s")
}

/// Whether a word is a form of a verb, by its ending or what leads it.
pub(super) fn is_form(t: &Telling, k: usize) -> bool {
    let led = matches!(t.form_before(k), "to" | "will" | "would" | "did" | "does" | "do" | "may" | "can" | "could");
    led || t
        .words
        .get(k)
        .is_some_and(|w| w.cues.any(cues::PAST) || w.form.ends_with("ing") || w.form != w.stem && w.form.ends_with('s'))
}

/// `voted for the plan` here, `voted against the plan` there, by the same people.
fn sides(a: &Telling, b: &Telling) -> Option<(usize, usize)> {
    const TAKING: [&str; 7] = ["vote", "vot", "argu", "campaign", "demonstrat", "protest", "decid"];
    let side = |t: &Telling, k: usize| match (t.form_at(k + 1), t.form_at(k + 2)) {
        ("against", _) => Some(false),
        ("for", _) | ("in", "favor" | "favour") => Some(true),
        _ => None,
    };
    let taken = |t: &Telling| -> Option<(usize, bool)> {
        let takes = |k: usize| t.words.get(k).is_some_and(|w| TAKING.contains(&w.stem.as_str()));
        (0..t.words.len()).filter(|&k| takes(k)).find_map(|k| Some((k, side(t, k)?)))
    };
    if !a.denials.is_empty() || !b.denials.is_empty() {
        return None;
    }
    let ((j, x), (k, y)) = (taken(a)?, taken(b)?);
    let same = closeness::akin(a, j, b, k) && frames::same_object(a, j, b, k, OBJECT) && !frames::other_day(a, b);
    let who = |t: &Telling, at: usize| t.back(at).find(|(_, w)| w.named || w.who.is_some()).map(|(_, w)| w.key());
    let people = who(a, j).is_some() && who(a, j) == who(b, k);
    (x != y && same && people).then_some((j, k))
}

/// The words from the denial to a little past the predicate.
fn said(t: &Telling, k: usize, denied: bool) -> Said {
    let from = t.predicate(k).map_or(k, |p| p.from).min(k);
    Said { version: 0, words: snippet(t, from, k), value: if denied { "no" } else { "yes" }.to_owned() }
}

/// The printed words from word `from`, with a word before it that denies, to a little past word `to`, within the clause.
pub(super) fn snippet(t: &Telling, from: usize, to: usize) -> String {
    let past: Vec<usize> = t.on(to).map(|(i, _)| i).take(SHOWN.saturating_sub(to - from.min(to)).clamp(2, 5)).collect();
    // What is cut short ends with a word that says something: `close cooperation`, not `close cooperation between the`.
    let last = past.into_iter().rev().find(|&k| !LEADS.contains(&t.form_at(k))).unwrap_or(to).max(to);
    let first = from.checked_sub(1).filter(|&k| t.words.get(k).is_some_and(|w| w.cues.any(cues::DENIER))).unwrap_or(from);
    let start = t.words.get(first).map_or(0, |w| w.span.start);
    let end = t.words.get(last).map_or(start, |w| w.span.end);
    t.printed(Span::new(start, end))
}

/// Words that lead what comes next.
const LEADS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "and", "or", "but", "between", "from", "as", "that",
    "his", "her", "its", "their", "our", "my", "this", "these", "those", "two", "who", "which", "into", "about", "over", "if",
];

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{details, kinds};
    use crate::model::DifferenceKind::Polarity;

    #[test]
    fn denied_here_and_affirmed_there() {
        for (a, b) in [
            ("The minister did not sign the harbour treaty on fish.", "The minister signed the harbour treaty on fish."),
            ("Adler refused to sign the harbour treaty on fish.", "Adler signed the harbour treaty on fish."),
            ("The mayor confirmed the sale of the old harbour.", "The mayor denied the sale of the old harbour."),
            ("Mr. Adler did not say the harbour would close.", "Mr. Adler said the harbour would close."),
            ("No ransom was paid for the harbour pilot.", "The family paid a ransom for the harbour pilot."),
            ("Guards fired no shots at the harbour.", "Guards fired several shots at the harbour."),
            ("Adler knew nothing of the harbour sale.", "Adler knew of the harbour sale."),
            ("The jury found Brand guilty of the harbour theft.", "The jury found Brand not guilty of the harbour theft."),
            ("Mayor Anna Adler voted for the harbour plan.", "Mayor Anna Adler voted against the harbour plan."),
            ("Adler refused to release the harbour files.", "Adler said he would release the harbour files."),
            ("Adler has not conceded the race.", "Adler conceded the race."),
            ("The court upheld the ban on harbour fishing.", "The court overturned the ban on harbour fishing."),
            ("Adler accepted the harbour board's offer of peace.", "Adler rebuffed the harbour board's offer of peace."),
            ("The town hall kept mum about a sale of the harbour.", "The town hall said a sale of the harbour was near."),
        ] {
            assert_eq!(kinds(a, b), [Polarity], "{a} / {b}");
            assert_eq!(kinds(b, a), [Polarity], "{b} / {a}");
        }
    }

    #[test]
    fn the_detail_keeps_what_denies_and_ends_with_a_word_that_says_something() {
        let found = details(&[
            ("Daily", "The mayor has no intention to close the harbour of the town."),
            ("Herald", "The mayor promised not to close the harbour in the north of the town."),
        ]);
        assert_eq!(found, ["no intention to close the harbour (Daily) / promised not to close the harbour (Herald)"]);
    }

    #[test]
    fn what_only_looks_denied() {
        for (a, b) in [
            ("Brand has never denied shooting the harbour pilot.", "Brand shot the harbour pilot at noon."),
            ("The treaty on fish was not discussed by the ministers.", "The ministers never discussed the treaty on fish."),
            ("Ferries will not be restored to the island until Monday.", "Ferries will be restored to the island by Monday."),
            ("The minister not only signed the harbour treaty on fish.", "The minister signed the harbour treaty on fish."),
            ("The visit was not announced by the ministry of trade.", "The visit went unannounced by the ministry of trade."),
            ("The failed campaign of the harbour party ended.", "The campaign of the harbour party ended."),
            ("Adler did not sign the harbour treaty with Brand.", "Adler signed the harbour treaty with Corden."),
            ("Adler has not yet signed the harbour treaty on fish.", "Adler has yet to sign the harbour treaty on fish."),
            ("No further ransom was paid for the harbour pilot.", "The family paid a ransom for the harbour pilot."),
            ("Mayor Anna Adler voted for the harbour plan.", "Mayor Bruno Brand voted against the harbour plan."),
            ("Mayor Anna Adler voted for the harbour plan.", "Mayor Anna Adler voted against the ferry tax."),
            ("Adler wants to mend the harbour wall, not close it.", "Adler closed the harbour wall to mend it."),
            ("No guards were hurt at the harbour.", "Three fishermen were hurt at the harbour."),
            ("No ransom was paid for the harbour pilot.", "The family may have paid a ransom for the harbour pilot."),
            ("Adler should not sign the harbour treaty on fish.", "Adler signed the harbour treaty on fish."),
            ("The cause of the harbour fire is not known to Adler.", "Adler came to know the cause of the harbour fire."),
            ("Adler's harbour injury does not need surgery on the knee.", "Brand's harbour injury needed surgery on the knee."),
            ("Adler was not named as a harbour suspect by police.", "Adler was named harbour master of the town."),
            ("The guard declined to say why the harbour was shut.", "The guard said the harbour was shut by a storm."),
            (
                "Adler sent to Brill as last appeal rejected",
                "The town has sent the pilot Alan Adler to the state-backed court in Brill.",
            ),
            (
                "Police had not determined the cause of the harbour fire.",
                "Experts came to determine the cause of the harbour fire.",
            ),
        ] {
            assert_eq!(kinds(a, b), [], "{a} / {b}");
        }
    }

    #[test]
    fn none_on_one_day_and_some_on_another_agree() {
        let (a, b) = ("No ransom was paid on Friday for the pilot.", "The family paid a ransom for the pilot on Monday.");
        assert!(!kinds(a, b).contains(&Polarity));
        let (a, b) = (
            "Those whom the fire drove from the harbour will not be able to go home on Monday, but the mayor thinks that most \
             will be able to sleep in their flats on Tuesday.",
            "Some 70 families were forced to leave the harbour, but most of those driven out may be able to go home by \
             Tuesday.",
        );
        assert!(!kinds(a, b).contains(&Polarity));
        assert!(!kinds(b, a).contains(&Polarity));
    }

    #[test]
    fn two_peoples_words_do_not_contradict() {
        let (a, b) = ("Brand declined to say if the harbour was lost.", "Adler told the council that the harbour was lost.");
        assert!(!kinds(a, b).contains(&Polarity));
    }
}
