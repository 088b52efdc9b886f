//! Denied outright here, told as a fact there: `denied that`, `ruled out`, `no evidence that`, `without signing`, and plain
//! `not`. Unlike the other rules of polarity, this one looks at the two clauses alone, so that it holds in long sentences.

use super::cues;
use super::predicates::Certainty;
use super::telling::{Telling, Word};
use super::{closeness, frames, items};

/// What is denied stands within so many words of what denies it.
const REACH: usize = 10;
/// A denial so near before a word denies it in whatever clause: `no - one was hurt`.
const NEAR: usize = 6;
/// Its object stands within so many words after it.
const OBJECT: usize = 6;

/// A denial: what it governs begins at a word.
struct Denial {
    from: usize,
    /// Of what is still to come: `ruled out`, `no plans to`.
    ahead: bool,
    /// Of people: `nobody was hurt`.
    people: bool,
}

impl Denial {
    /// Of what is, or was done: `denied that`.
    fn of_fact(from: usize) -> Self {
        Denial { from, ahead: false, people: false }
    }

    /// Of what is still to come.
    fn ahead(from: usize) -> Self {
        Denial { from, ahead: true, people: false }
    }

    /// Of what was done to people.
    fn of_people(from: usize) -> Self {
        Denial { from, ahead: false, people: true }
    }
}

/// Whether word `k` tells what is done to things, and not to people: `damaged by fire`.
fn is_of_things(t: &Telling, k: usize) -> bool {
    t.words.get(k).is_some_and(|w| matches!(w.stem.as_str(), "damag" | "destroy" | "wreck" | "ruin" | "hit" | "batter"))
}

/// A predicate that `a` denies and `b` affirms, of the same things and people.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<(usize, usize)> {
    if !a.cues.any(cues::DENIER) || frames::other_day(a, b) || b.words.iter().any(|w| disputes(w)) || takes_back(b) {
        return None;
    }
    (0..a.words.len()).filter_map(|k| denial(a, k)).find_map(|denial| {
        let v = governed(a, denial.from)?;
        let kin = closeness::kin(b, a, v);
        // `nobody was hurt when it burned` here, `nobody was injured in the fire` there
        if kin.iter().any(|&k| b.predicate(k).is_some_and(|p| p.denied)) {
            return None;
        }
        let there = kin
            .into_iter()
            .filter(|&k| !(denial.people && is_of_things(b, k)))
            .find(|&k| affirmed(b, k, &denial, a.form_before(v) == "to") && same(a, v, b, k))?;
        Some((v, there))
    })
}

/// Whether a version tells that a report was taken back, whose content it then does not affirm: `withdrew its report that`.
pub(super) fn takes_back(t: &Telling) -> bool {
    let back = |form: &str| form.starts_with("retract") || matches!(form, "withdrew" | "withdrawn" | "withdraws" | "disavowed");
    let told = |form: &str| {
        ["report", "claim", "statement", "announcement", "allegation", "account"].iter().any(|noun| form.starts_with(noun))
    };
    let reach = |k: usize| (k + 1..k + 5).any(|n| told(t.form_at(n))) || t.back(k).take(4).any(|(_, w)| told(&w.form));
    t.words.iter().enumerate().any(|(k, w)| back(&w.form) && reach(k))
}

/// Whether a word says that something is in dispute, so that both may be told in one version.
fn disputes(word: &Word) -> bool {
    matches!(
        word.form.as_str(),
        "denied"
            | "denies"
            | "deny"
            | "denying"
            | "denials"
            | "denial"
            | "disputes"
            | "disputed"
            | "rejects"
            | "rejected"
            | "alleged"
            | "allegedly"
    )
}

/// The denial that word `k` begins, if it does.
fn denial(t: &Telling, k: usize) -> Option<Denial> {
    let at = |n: usize| t.form_at(k + n);
    match at(0) {
        // `has never denied shooting him`
        "denied" | "denies" | "denying" if opens(at(1)) => {
            let doubly = t.back(k).take(3).any(|(_, w)| matches!(w.form.as_str(), "not" | "never") || w.form.ends_with("n't"));
            (!doubly).then_some(Denial::of_fact(k + 1))
        }
        "ruled" | "rules" | "rule" | "ruling" if at(1) == "out" => {
            // `has not ruled out`
            let doubly = t.back(k).take(3).any(|(i, w)| t.denials.contains(&i) || w.form == "not");
            (!doubly).then_some(Denial::ahead(k + 2))
        }
        "without" if at(1).ends_with("ing") && at(1).len() > 5 => Some(Denial::of_fact(k + 1)),
        "no" => match at(1) {
            "evidence" | "proof" if matches!(at(2), "that" | "of") => Some(Denial::of_fact(k + 3)),
            "intention" | "intentions" | "plan" | "plans" | "promise" | "commitment" | "guarantee" | "pledge" | "decision"
            | "wish" | "desire"
                if matches!(at(2), "of" | "to") =>
            {
                Some(Denial::ahead(k + 3))
            }
            "one" => Some(Denial::of_people(k + 2)),
            _ => None,
        },
        // `gave up his right to appeal`
        "waive" | "waived" | "waives" | "waiving" | "renounced" | "renounces" | "up" => {
            let up = at(0) != "up" || matches!(t.form_before(k), "give" | "gives" | "gave" | "given" | "giving");
            let right = (1..4).find(|&n| at(n) == "right" && matches!(at(n + 1), "to" | "of")).filter(|_| up)?;
            Some(Denial::of_fact(k + right + 2))
        }
        "nobody" => Some(Denial::of_people(k + 1)),
        "rejected" | "dismissed" | "rejects" | "dismisses" => {
            let claim =
                |n: usize| at(n).starts_with("claim") || at(n).starts_with("suggestion") || at(n).starts_with("allegation");
            let n = (1..3).find(|&n| claim(n))?;
            (matches!(at(n + 1), "that" | "of") || opens(at(n + 1))).then_some(Denial::of_fact(k + n + 1))
        }
        // `decided not to appeal`
        "not" if at(1) == "to" && verb(t, k + 2) => resolves(t.form_before(k)).then_some(Denial::ahead(k + 2)),
        "not" | "never" | "didn't" | "hasn't" | "haven't" | "hadn't" | "wasn't" | "weren't" if t.denials.contains(&k) => {
            negation(t, k)
        }
        _ => None,
    }
}

/// Whether what is denied can begin with a word: `denied that`, `denied taking`.
fn opens(form: &str) -> bool {
    matches!(form, "that" | "he" | "she" | "they" | "it" | "any" | "all" | "having" | "being" | "ever")
        || form.ends_with("ing") && form.len() > 5
}

/// What the plain `not`, `never` or `didn't` that is word `k` denies, right at its verb: elsewhere nothing tells what it denies.
fn negation(t: &Telling, k: usize) -> Option<Denial> {
    let at = |n: usize| t.form_at(k + n);
    let light = |form: &str| matches!(form, "be" | "been" | "being" | "have" | "yet" | "even" | "ever") || form.ends_with("ly");
    let n = (1..5).find(|&n| !light(at(n)))?;
    // `was not immediately charged` leaves open what came later.
    if (1..n).any(|n| matches!(at(n), "immediately" | "initially" | "originally" | "yet")) {
        return None;
    }
    let lead = k.checked_sub(1).and_then(|b| t.words.get(b));
    // `should not sign` denies nothing that is so.
    let ought = lead.is_some_and(|w| w.cues.any(cues::OUGHT) && w.form != "would");
    let ahead = lead.is_some_and(|w| w.cues.any(cues::WILL) || w.cues.any(cues::WOULD));
    // Nor does `would not have signed`.
    let supposed = ahead && at(1) == "have";
    // `to strengthen the law, not weaken it`: a base form without an auxiliary denies nothing that was done.
    let helped = ahead || lead.is_some_and(|w| matches!(w.form.as_str(), "did" | "does" | "do"));
    let base =
        at(0) == "not" && !helped && t.words.get(k + n).is_some_and(|w| !w.cues.any(cues::PAST) && !w.form.ends_with("ing"));
    let denied = if ahead { Denial::ahead(k + n) } else { Denial::of_fact(k + n) };
    (!ought && !supposed && !base && verb(t, k + n)).then_some(denied)
}

/// Whether a word tells that somebody has made up his mind: `decided not to appeal`.
fn resolves(form: &str) -> bool {
    matches!(
        form,
        "decided" | "decides" | "chose" | "chosen" | "chooses" | "opted" | "opts" | "resolved" | "plans" | "planned" | "intends"
    )
}

/// The first verb from word `from` on, in its clause.
fn governed(t: &Telling, from: usize) -> Option<usize> {
    let clause = t.words.get(from).map(|w| w.clause);
    let reach = t.words.iter().enumerate().skip(from).take(REACH).take_while(|(_, w)| Some(w.clause) == clause);
    let noun = || matches!(t.form_at(from), "any" | "all").then_some(from + 1);
    noun().or_else(|| reach.map(|(k, _)| k).find(|&k| verb(t, k)))
}

/// Whether word `k` is a verb with a meaning of its own, by its form or what leads it.
pub(super) fn verb(t: &Telling, k: usize) -> bool {
    let led = matches!(
        t.form_before(k),
        "to" | "will"
            | "would"
            | "had"
            | "has"
            | "have"
            | "was"
            | "were"
            | "been"
            | "be"
            | "did"
            | "not"
            | "could"
            | "should"
            | "he"
            | "she"
            | "they"
    );
    t.words.get(k).is_some_and(|w| {
        let form = w.cues.any(cues::PAST) || w.form.ends_with("ing") && w.form.len() > 5;
        let stance = w.cues.any(cues::STANCE) && !matches!(w.stem.as_str(), "know" | "plan" | "seek" | "try" | "tri");
        let says = matches!(w.stem.as_str(), "report" | "explain");
        !w.named && !w.plain && !w.cues.any(cues::LIGHT) && (form || led) && !stance && !says
    })
}

/// Whether word `k` tells what was done, or, where what is ahead is denied, what will be; and nothing near denies or
/// doubts it. `infinitive`: what is denied is one.
fn affirmed(t: &Telling, k: usize, denial: &Denial, infinitive: bool) -> bool {
    let clause = t.words.get(k).map(|w| w.clause);
    let denied = t.denials.iter().any(|&d| t.words.get(d).map(|w| w.clause) == clause || d < k && k - d <= NEAR);
    // `is considering whether to appeal`, `will not appeal`
    let weighed = denial.ahead && t.predicate(k).is_some_and(|p| p.certainty == Some(Certainty::Possible));
    let doubted = t
        .back(k)
        .any(|(_, w)| w.form == "whether" && !weighed || matches!(w.form.as_str(), "if" | "unless" | "should" | "could" | "how"));
    // `would leave if his son came with him`
    let supposed = t.words.iter().skip(k + 1).take(OBJECT + 2).any(|w| matches!(w.form.as_str(), "if" | "unless"));
    // `months went by before anyone noticed`
    let nobody_yet = t.back(k).take(4).any(|(i, w)| w.form == "before" && t.form_at(i + 1).starts_with("any"));
    let Some(told) = t.predicate(k) else { return false };
    let sure = match told.certainty {
        Some(Certainty::Done) => true,
        Some(Certainty::Planned | Certainty::Possible) => denial.ahead && !supposed,
        // `had told the company to hold its offer`
        None => !denial.ahead && infinitive && t.form_before(k) == "to",
        Some(_) => false,
    };
    sure && !denied && !doubted && !nobody_yet && !told.denied
}

/// Whether word `v` of `a` and word `k` of `b` are said of the same things and people.
pub(super) fn same(a: &Telling, v: usize, b: &Telling, k: usize) -> bool {
    let (mine, theirs) = (frames::named(a, v, true), frames::named(b, k, true));
    if frames::strangers(&mine, &theirs) {
        return false;
    }
    let clause = b.words.get(k).map(|w| w.clause);
    let there: Vec<usize> =
        b.words.iter().enumerate().filter(|(n, w)| *n != k && Some(w.clause) == clause).map(|(n, _)| n).collect();
    // `recognised no voice before he fell` is of the voice.
    let ends = |w: &Word| matches!(w.form.as_str(), "before" | "after" | "until" | "when" | "during" | "because" | "and" | "but");
    let after = a.on(v).take(OBJECT).take_while(|(_, w)| !ends(w));
    let object: Vec<usize> = after.filter(|(_, w)| w.is_content() && !w.named).map(|(n, _)| n).collect();
    let met = object.iter().filter(|&&n| closeness::meets(a, n, b, &there)).count();
    let held = closeness::around(a, v, b, k).held;
    let stem = |t: &Telling, at: usize| t.words.get(at).map(|w| w.stem.clone());
    let one_stem = stem(a, v) == stem(b, k);
    // `the picture was not stolen`, `the picture was stolen`
    let subject = || {
        let passive = items::is_passive(a, v) && items::is_passive(b, k);
        let before = a.back(v).find(|(_, w)| w.is_content() && !w.cues.any(cues::DENIER));
        passive && before.is_some_and(|(n, _)| closeness::meets(a, n, b, &there))
    };
    // `would not back anybody` denies of all what is told of one.
    let anybody = matches!(a.form_at(v + 1), "anybody" | "anyone" | "anything" | "any");
    let any = a.form_at(v + 1) == "any" && object.len() == 1 && met == 1 && one_stem;
    match if anybody { 0 } else { object.len() } {
        _ if any => true,
        0 => held > 1 || one_stem && (frames::shared(&mine, &theirs) > 0 || subject() || closeness::of(a, b).held > 1),
        few => met * 2 >= few && (held > 1 || few <= 2 && met == few),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Polarity;

    #[test]
    fn denied_outright_here_and_told_there() {
        for (a, b) in [
            (
                "Adler denied that the council had sealed the harbour gates, calling the charge, which fishermen have made for years, a tale.",
                "Divers who went down on Monday with a camera found that the council had sealed the harbour gates with concrete.",
            ),
            (
                "The board, which met until midnight, found no evidence that the captain had steered the ferry on to the rock.",
                "The captain steered the ferry on to the rock to spare the fishing boats, a passenger told the inquiry.",
            ),
            (
                "Adler has ruled out leaving the harbour board, though her critics, among them two former mayors, want it.",
                "Adler will leave the harbour board in the autumn, people close to her said, because she is tired of the quarrel.",
            ),
            (
                "The ministers went home without signing the fishing treaty, which has been in the works for nine years.",
                "The ministers signed the fishing treaty in the hall of the old exchange, as a band played outside.",
            ),
            (
                "Adler has decided not to leave the harbour board, according to a letter that he wrote to a friend.",
                "Adler would leave the harbour board before the end of the month, his lawyer told reporters.",
            ),
            (
                "Adler would not back anybody for the harbour board before the vote, she said.",
                "Adler is expected to back Brand for the harbour board in the next few weeks.",
            ),
            (
                "The picture was not stolen, the auctioneers insisted, saying that they had searched the register of lost art.",
                "The picture was stolen from a villa by the harbour in the last year of the war, two scholars say.",
            ),
            (
                "Brand is giving up his right to appeal against the harbour verdict, the evening paper reported.",
                "Brand lodged an appeal against the harbour verdict within hours.",
            ),
            (
                "The harbour board will not appeal against the verdict, it said.",
                "The harbour board is considering whether to appeal against the verdict.",
            ),
            (
                "Anna Adler, who runs the harbour, insisted that nobody had ever warned her about the cracks.",
                "Anna Adler acknowledged that she had been warned about the harbour cracks.",
            ),
            (
                "The watchman had not recognised any voice before losing consciousness, the court found.",
                "The watchman said that he had heard a voice he recognised.",
            ),
            (
                "The maker Orla has made no promise to sell the harbour pumps at cost.",
                "Orla, the maker, will sell the harbour pumps at cost, it said.",
            ),
            (
                "Officials did not name the thief, who they said was a man in his thirties with a beard.",
                "The thief was named by the harbour police as Bruno Brand, a diver who had worked there until the spring.",
            ),
        ] {
            assert!(kinds(a, b).contains(&Polarity), "{a} / {b}");
            assert!(kinds(b, a).contains(&Polarity), "{b} / {a}");
        }
    }

    #[test]
    fn a_denial_of_something_else_or_of_what_is_in_dispute() {
        for (a, b) in [
            (
                "Adler denied that the council had sealed the harbour gates, calling the charge a tale.",
                "The council had sealed the wells of the old town in the spring, according to a letter.",
            ),
            (
                "Adler denied taking the harbour money, his lawyer said.",
                "Prosecutors say that Adler took the harbour money, which he denies.",
            ),
            (
                "Adler denied taking the harbour money, his lawyer said.",
                "Adler is accused of taking the harbour money over nine years.",
            ),
            (
                "The ministers went home without signing the fishing treaty, which has been in the works for nine years.",
                "The ministers signed the guest book of the old exchange, as a band played outside.",
            ),
            (
                "Officials did not name the thief, who they said was a man in his thirties with a beard.",
                "Officials named the harbour police chief as the head of the inquiry into the theft.",
            ),
            ("Adler has not ruled out leaving the harbour board.", "Adler will leave the harbour board in the autumn."),
            (
                "Nobody was hurt in the blaze at the harbour church, the brigade said.",
                "The harbour church was badly damaged by the fire, and the police suspect arson.",
            ),
            (
                "Nobody was hurt in the blaze at the harbour church, the brigade said.",
                "No one was injured when the fire hit the harbour church.",
            ),
            (
                "For months no one noticed that the harbour wall had cracks.",
                "Months went by before anyone noticed that the harbour wall had cracks.",
            ),
            (
                "Adler wants ways to strengthen the harbour law, not weaken it.",
                "The council's new rule weakened the harbour law, fishermen say.",
            ),
            (
                "Adler has decided not to leave the harbour board.",
                "Adler would leave the old town for the harbour if his son came with him.",
            ),
            (
                "Anna Adler has ruled out leaving the harbour board, though her critics want it.",
                "Bruno Brand will leave the harbour board in the autumn, people close to him said.",
            ),
        ] {
            assert!(!kinds(a, b).contains(&Polarity), "{a} / {b}");
            assert!(!kinds(b, a).contains(&Polarity), "{b} / {a}");
        }
    }
}
