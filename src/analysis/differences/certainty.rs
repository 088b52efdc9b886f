//! Asserted here, hedged there: one event in two certainties (see [`events`]); a promise against a wish; words that weaken
//! (`effectively`, `in many cases`) in one version only; what one holds back or leaves open.

use super::cues;
use super::events::{self, Cue, cue};
use super::polarity::snippet;
use super::predicates::Certainty;
use super::telling::{Telling, Word};
use super::{Found, Of, Said, closeness, contrasts, frames, grades, hedged, open, provisional, superlatives, supposed, suspects};
use crate::model::DifferenceKind;

/// The difference of certainty between two versions of different outlets, if there is one.
/// `contradicted`: one denies what the other tells, which is then no question of certainty. `sure`: they surely tell one thing.
pub(super) fn between(a: &Telling, b: &Telling, contradicted: bool, sure: bool) -> Option<Found> {
    let event = events::between(a, b, sure);
    let (x, y) = event
        .or_else(|| both_ways(commitment, a, b))
        .or_else(|| both_ways(weakened, a, b))
        .or_else(|| both_ways(qualified, a, b))
        .or_else(|| both_ways(understated, a, b))
        .or_else(|| both_ways(reticent, a, b))
        .or_else(|| both_ways(open::between, a, b).filter(|_| !contradicted))
        .or_else(|| both_ways(supposed::between, a, b))
        .or_else(|| both_ways(hedged::between, a, b))
        .or_else(|| both_ways(provisional::between, a, b))
        .or_else(|| both_ways(suspects::between, a, b))
        .or_else(|| both_ways(superlatives::between, a, b).filter(|_| sure))
        .or_else(|| both_ways(grades::between, a, b).filter(|_| sure && !contradicted))
        .or_else(|| if sure && !contradicted { contrasts::degrees::between(a, b) } else { None })?;
    if !a.owns(x.to) || !b.owns(y.to) {
        return None;
    }
    // What is told is named by its verb, on the side that tells it surer: `held the plans`, `did not hold the keys` are two things.
    let verb = |t: &Telling, cue: Cue| {
        let clause = t.words.get(cue.to).map(|w| w.clause);
        let denied = t.denials.iter().any(|&d| t.words.get(d).map(|w| w.clause) == clause);
        let stem = t.words.get(cue.to).map_or("", |w| w.stem.as_str());
        Of::Named(if denied { format!("not {stem}") } else { stem.to_owned() })
    };
    let of = match (x.says, y.says) {
        ("greatest", _) | (_, "greatest") => Of::named("greatest"),
        (says, _) if event.is_some() || SURER.contains(&says) => verb(a, x),
        (_, says) if SURER.contains(&says) => verb(b, y),
        _ => Of::Whole,
    };
    let said = |t: &Telling, cue: Cue| Said { version: 0, words: snippet(t, cue.from, cue.to), value: cue.says.to_owned() };
    Some(Found { of, kind: DifferenceKind::Certainty, said: [said(a, x), said(b, y)] })
}

/// What the surer side of a rule other than that of events comes to.
const SURER: [&str; 7] = ["plain", "firm", "told", "outright", "final", "explained", "is so"];

/// What is promised, wished or said stands within so many words.
const OBJECT: usize = 7;

/// A rule that holds from the first version to the second, tried in both directions.
fn both_ways(rule: fn(&Telling, &Telling) -> Option<(Cue, Cue)>, a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    rule(a, b).or_else(|| rule(b, a).map(|(y, x)| (x, y)))
}

/// A promise in `a` of what is no more than a wish or a position in `b`.
fn commitment(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    if !a.cues.any(cues::PROMISE) || b.cues.any(cues::FIRM) || !b.cues.any(cues::WISH) {
        return None;
    }
    let promise = |t: &Telling| {
        let noun = |k: usize| {
            k.checked_sub(1).is_some_and(|p| {
                matches!(t.form_at(p), "a" | "the" | "his" | "her" | "their" | "its") || t.form_at(p).ends_with("'s")
            })
        };
        t.words.iter().enumerate().position(|(k, w)| w.cues.any(cues::PROMISE) && !w.named && !noun(k))
    };
    let j = promise(a)?;
    let wished = |(k, w): (usize, &Word)| w.cues.any(cues::WISH) && (w.form != "called" || b.form_at(k + 1) == "for");
    // What is promised must be what is wished for.
    let k = (0..b.words.len())
        .find(|&k| b.words.get(k).is_some_and(|w| wished((k, w))) && frames::same_object(a, j, b, k, OBJECT))?;
    Some((cue(j, j, "promised"), cue(k, k, "wished")))
}

/// A word in `a` that weakens what `b` says without one, or with one that makes it stronger.
fn weakened(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    if !a.cues.any(cues::WEAK) || b.cues.any(cues::SOFT) {
        return None;
    }
    let weak = |t: &Telling, k: usize| -> Option<usize> {
        let word = t.words.get(k).filter(|w| w.cues.any(cues::WEAK))?;
        let form = word.form.as_str();
        let phrase = matches!(
            (form, t.form_at(k + 1), t.form_at(k + 2)),
            ("in", "many" | "some" | "most" | "certain", "cases" | "ways" | "respects")
        );
        if phrase {
            return Some(k + 2);
        }
        // `all but eight were found` is an exception.
        if (form, t.form_at(k + 1)) == ("all", "but") {
            let counted = t.form_at(k + 2) == "one" || t.measures.iter().any(|m| t.range(m.place.span).0 == k + 2);
            return (!counted).then_some(k + 1);
        }
        // `effectively fight` is how, `effectively won` is nearly.
        let manner = form == "effectively" && !t.words.get(k + 1).is_some_and(|w| w.cues.any(cues::PAST));
        (!matches!(form, "in" | "all") && !manner).then_some(k)
    };
    let (from, to) = (0..a.words.len()).find_map(|k| Some((k, weak(a, k)?)))?;
    let some = |w: &Word| matches!(w.form.as_str(), "many" | "most" | "some" | "several" | "frequently" | "partly" | "sometimes");
    if (0..b.words.len()).any(|k| weak(b, k).is_some()) || b.words.iter().any(some) {
        return None;
    }
    // What is weakened must stand in both: the word after the cue (`largely intact`, `in many cases, a farce`), or the
    // object of a verb (`effectively won the title`, `took the title`).
    let lead = usize::from(to > from && matches!(a.form_at(to + 1), "a" | "an" | "the"));
    let next = a.words.get(to + 1 + lead).filter(|w| w.is_content() && !w.named)?;
    let verb = next.cues.any(cues::PAST);
    let itself = b.words.iter().position(|w| w.id == next.id && !w.named);
    let k = itself.filter(|&k| frames::same_event(a, to + 1 + lead, b, k)).or_else(|| {
        let (_, object) = a.on(to + 1).take(4).find(|(_, w)| w.is_content()).filter(|_| verb)?;
        let own = b.words.iter().position(|w| w.id == object.id && !w.named).filter(|&k| is_object(b, k))?;
        (!frames::strangers(&frames::named(a, to, true), &frames::named(b, own, true))).then_some(own)
    })?;
    let start = b.back(k).take(3).last().map_or(k, |(i, _)| i);
    Some((cue(from, to, "weakened"), cue(start, k, "plain")))
}

/// Whether a past verb stands before the word with nothing but what leads a noun between.
fn is_object(t: &Telling, k: usize) -> bool {
    let light = |w: &Word| w.named || matches!(w.form.as_str(), "a" | "an" | "the" | "his" | "her" | "their" | "its");
    t.back(k).take(4).find(|(_, w)| !light(w)).is_some_and(|(_, w)| w.cues.any(cues::PAST))
}

/// `gave qualified support` here, supported there.
fn qualified(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    #[rustfmt::skip]
    const HALF: &[&str] = &[
        "qualified", "lukewarm", "tentative", "conditional", "partial", "tepid", "grudging", "cautious", "limited", "reluctant",
    ];
    if !a.cues.any(cues::APPROVAL) || !b.cues.any(cues::APPROVAL) || !b.denials.is_empty() {
        return None;
    }
    let approves = |t: &Telling, k: usize| t.words.get(k).is_some_and(|w| w.cues.any(cues::APPROVAL));
    let k = (0..a.words.len()).find(|&k| approves(a, k) && HALF.contains(&a.form_before(k)))?;
    if b.words.iter().any(|w| HALF.contains(&w.form.as_str()) || w.cues.any(cues::SOFT)) {
        return None;
    }
    // The same person approves of the same thing.
    let objects = |t: &Telling, at: usize| -> Vec<usize> {
        t.on(at).take(OBJECT).filter(|(_, w)| w.is_content() && !w.named).map(|(i, _)| i).collect()
    };
    let alike = |j: usize| objects(a, k).into_iter().any(|m| objects(b, j).into_iter().any(|n| closeness::akin(a, m, b, n)));
    let j = (0..b.words.len()).find(|&j| approves(b, j) && alike(j))?;
    let same = frames::shared(&frames::named(a, k, false), &frames::named(b, j, false)) > 0;
    same.then_some((cue(k - 1, k, "qualified"), cue(j, j, "plain")))
}

/// `does not consider it illegal` here, plain approval there.
fn understated(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    if !a.cues.any(cues::BAD) || a.denials.is_empty() || !b.cues.any(cues::APPROVAL) || !b.denials.is_empty() {
        return None;
    }
    let k = a.words.iter().position(|w| w.cues.any(cues::BAD))?;
    let denied = a.back(k).take(9).find(|(i, _)| a.denials.contains(i)).map(|(i, _)| i)?;
    let j = b.words.iter().position(|w| w.cues.any(cues::APPROVAL))?;
    let between = a.words.get(denied..k)?;
    between.iter().any(|w| !w.plain && b.has(w.id)).then_some((cue(denied, k, "understated"), cue(j, j, "approved")))
}

/// `stopped short of saying`, `gave no sign` here, said outright there.
fn reticent(a: &Telling, b: &Telling) -> Option<(Cue, Cue)> {
    if !a.cues.any(cues::HOLDING) {
        return None;
    }
    let holds_back = |t: &Telling, k: usize| {
        let (one, two, three) = (t.form_at(k), t.form_at(k + 1), t.form_at(k + 2));
        one == "stopped" && two == "short"
            || matches!(one, "gave" | "given" | "gives" | "giving")
                && two == "no"
                && matches!(three, "indication" | "sign" | "hint" | "signal")
    };
    let k = (0..a.words.len()).find(|&k| holds_back(a, k))?;
    if (0..b.words.len()).any(|k| holds_back(b, k)) {
        return None;
    }
    // `did not want to think of it and predicted that`: what stands before `and` denies nothing after it.
    let affirmed = |j: usize| {
        let own = b.back(j).take(2 * OBJECT).take_while(|(_, w)| !matches!(w.form.as_str(), "and" | "but"));
        !own.map(|(i, _)| i).any(|i| b.denials.contains(&i))
    };
    // `stopped short of backing him` here, backed there.
    let act = a.on(k).take(5).find(|(_, w)| w.form.ends_with("ing")).map(|(i, _)| i);
    if let Some(i) = act
        && let Some(j) = closeness::kin(b, a, i).into_iter().find(|&j| affirmed(j))
        && closeness::of(a, b).held >= 2
    {
        return Some((cue(k, i, "held back"), cue(j, j, "outright")));
    }
    // `stopped short of promising a rise` here, it will rise there.
    if let Some(i) = act {
        let promised =
            a.on(i).take(OBJECT).filter(|(_, w)| w.is_content() && !w.named).flat_map(|(n, _)| closeness::kin(b, a, n));
        let told = |j: &usize| {
            let sure = b.predicate(*j).and_then(|p| p.certainty);
            matches!(sure, Some(Certainty::Planned | Certainty::Done)) && affirmed(*j)
        };
        let speaks = b.source.is_some_and(|s| {
            let last = s.speaker.rsplit(' ').next().unwrap_or("").to_lowercase();
            a.words.iter().any(|w| w.named && w.form == last)
        });
        if let Some(j) = promised.into_iter().find(told).filter(|_| closeness::of(a, b).held + usize::from(speaks) >= 2) {
            return Some((cue(k, i, "held back"), cue(j, j, "outright")));
        }
    }
    let outright = |j: usize| b.words.get(j).is_some_and(|w| w.cues.any(cues::OUTRIGHT)) && affirmed(j);
    let j = (0..b.words.len()).find(|&j| outright(j) && frames::same_object(a, k, b, j, 3 * OBJECT))?;
    Some((cue(k, k + 2, "held back"), cue(j, j, "outright")))
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
    use crate::model::DifferenceKind::Certainty;

    #[test]
    fn asserted_here_and_hedged_there() {
        for (a, b) in [
            ("Adler met the fishermen at the harbour on Friday.", "Adler will meet the fishermen at the harbour on Friday."),
            ("Adler met the fishermen at the harbour.", "Adler is expected to meet the fishermen at the harbour."),
            ("After his meeting with Brand he left.", "He plans to meet with Brand at noon."),
            ("The thief broke the harbour gates.", "The thief allegedly broke the harbour gates."),
            ("The thief broke the harbour gates.", "The thief may have broken the harbour gates."),
            ("It was caused by a leak.", "It is believed to have been caused by a leak."),
            ("The party promised not to sell the harbour.", "The party does not want to sell the harbour."),
            ("The club effectively clinched the title.", "The club has clinched the title."),
            ("The debate was in many cases a shouting match.", "The debate was a shouting match."),
            ("She said she does not consider the harbour sale illegal.", "She approved of the harbour sale."),
            ("Adler vowed to leave the race.", "Adler gave no sign that he would leave the race."),
            ("Nobody had been injured in the harbour fire.", "Nobody is believed to have been injured in the harbour fire."),
            ("The harbour wall is largely intact.", "The harbour wall is intact."),
            ("Adler will sell the harbour to Brand.", "Adler may sell the harbour to Brand."),
            ("Adler will sell the harbour to Brand.", "Adler has not decided whether to sell the harbour to Brand."),
            ("Adler stepped down from the harbour board.", "Adler will resign from the harbour board."),
            ("The ferry ran out of fuel, police said.", "The ferry seems to have run out of fuel, police said."),
            (
                "The harbour line has reached a deal with the pilots of Brill, its chairman said.",
                "The harbour line has reportedly reached a deal with the pilots of Brill.",
            ),
            ("Anna Adler gave qualified support to the harbour plan.", "Anna Adler said she agrees with the harbour plan."),
            ("Anna Adler will meet Bruno Brand at the harbour.", "Bruno Brand met Anna Adler at the harbour."),
            (
                "Though he no longer leads it, Adler vowed to stay in the harbour race.",
                "Adler gave no sign that he would stay in the harbour race.",
            ),
            ("Brand was charged with the harbour theft.", "Brand is to be charged with the harbour theft."),
            ("Brand killed the harbour pilot.", "Brand is accused of killing the harbour pilot."),
            ("Adler, who runs the harbour, is expected to resign soon.", "Adler resigned from the harbour."),
            ("Adler said the harbour tax would rise in May.", "Adler stopped short of promising a rise of the tax in May."),
            ("Adler is likely to sell the harbour to Brand.", "Adler will sell the harbour to Brand."),
            ("Adler is considering selling the harbour to Brand.", "Adler will sell the harbour to Brand."),
            ("Adler and Brand reached a deal on the harbour.", "Adler and Brand are close to a deal on the harbour."),
            ("Adler stopped short of backing the harbour plan.", "Adler backed the harbour plan."),
            (
                "Adler stopped short of noting that Brand would make harbour appointments.",
                "Adler said she did not want to think of the mayor and predicted that Brand would make harbour appointments.",
            ),
            ("The oldest harbour wall is 900 years old, Adler said.", "The oldest of the harbour walls could be 900 years old."),
            ("Adler has left the harbour board, the town hall said.", "Adler is said to have left the harbour board."),
            ("Adler sold the harbour to Brand.", "Adler tried to sell the harbour to Brand."),
            ("Adler sold the harbour to Brand.", "Adler offered to sell the harbour to Brand."),
            ("Adler broke the harbour law.", "Prosecutors are investigating whether Adler broke the harbour law."),
            ("Anna Adler resigned because the harbour was sold.", "Anna Adler did not say why she resigned from the board."),
            ("The harbour rule weakened the law.", "Reportedly, the harbour rule weakened the law."),
            (
                "Anna Adler, who faces a hard race in a town of fishermen, did not say how she would vote.",
                "Anna Adler, a critic of the harbour plan since the spring, said that she would vote against it in May.",
            ),
            (
                "Anna Adler declined to say whether she would sell the harbour, which has lost money for years.",
                "Anna Adler, who took over in the spring, will sell the harbour to the highest bidder, she told the town.",
            ),
            (
                "A diver claimed that the council had sealed the harbour gates with concrete in the spring.",
                "The council had sealed the harbour gates with concrete, and the ferries had to turn back.",
            ),
            (
                "Bruno Brand, the last of the thieves still at large, was caught on Friday in a cellar, police said.",
                "Bruno Brand, the fugitive thief, was reportedly caught on Friday in a cellar near the harbour.",
            ),
        ] {
            assert_eq!(kinds(a, b), [Certainty], "{a} / {b}");
            assert_eq!(kinds(b, a), [Certainty], "{b} / {a}");
        }
    }

    #[test]
    fn what_only_looks_hedged() {
        for (a, b) in [
            (
                "“Little is expected to change in the way the harbour works,” Adler said.",
                "“We have changed the way the harbour works,” Adler said.",
            ),
            // Foreseen in two words; heard from somebody who gives no name.
            (
                "The toll of the harbour fire is likely to rise on Monday.",
                "The harbour fire's toll is expected to soar on Monday.",
            ),
            (
                "The harbour line has reached a deal with the pilots of Brill, a person familiar with the talks said.",
                "The harbour line has reportedly reached a deal with the pilots of Brill.",
            ),
            // What tells since when is another's.
            (
                "The harbour line will close its shops on the island.",
                "It would be one of the largest sales since Adler Lines closed their shops on the island.",
            ),
            // What is asked, what rises to another number, who is suspected, what is owned.
            (
                "Police asked how the harbour fire could have killed so many people.",
                "Police asked how the harbour fire killed so many people.",
            ),
            (
                "The toll of the harbour fire rose to 13 on Monday, police said.",
                "The toll of the harbour fire could rise on Monday, police said.",
            ),
            (
                "Police arrested four suspects Monday after the harbour fire killed nine people.",
                "The harbour fire killed nine people, police said.",
            ),
            ("Adler will own 49 percent of the harbour line.", "The harbour line, owned by Adler, lost money."),
            ("All but eight of the harbour clerks have been found.", "Only eight of the harbour clerks are still missing."),
            (
                "The council restored the harbour gates on the island.",
                "Reversing the sale will restore the harbour gates on the island.",
            ),
            ("The family claimed the body that divers had found in the harbour.", "Divers found the body in the harbour."),
            ("He said he would meet the fishermen.", "“I will meet the fishermen,” he said."),
            (
                "Anna Adler did not say how she would vote on the harbour plan.",
                "Bruno Brand said that he would vote against the harbour plan.",
            ),
            ("Adler did not say whether she would sell the harbour.", "Adler said that she would sell the wells."),
            ("Adler vowed to defeat the harbour plan.", "Adler said he will defeat the harbour plan."),
            ("Police say the thief broke the harbour gates.", "The thief allegedly broke the harbour gates."),
            ("Adler met the fishermen at noon.", "Adler plans to meet Corden at noon."),
            ("We can effectively fight the storm.", "We can fight the storm."),
            ("The harbour was closed due to damage by the storm.", "The storm damaged the harbour."),
            ("The Promises Clinic supported the plan.", "The clinic supported the plan."),
            ("He lived up to his pledge not to sell the harbour.", "He does not want to sell the harbour."),
            ("She'd been dismissed from the bank.", "She was dismissed from the bank."),
            ("It protects species listed as threatened by the harbour.", "The plan would threaten species by the harbour."),
            ("The minister announced a harbour rule.", "The rule goes back to a May announcement by the minister."),
            ("In many cases the harbour fee had been borrowed.", "They paid the harbour fee, many with borrowed money."),
            ("The harbour fire virtually destroyed the store.", "The fire brigade was called to the store in the harbour."),
            ("Adler will miss the last two harbour games.", "Adler missed four harbour games."),
            ("Adler was moved to injured reserve for the season.", "Adler injured his knee and is on reserve for the season."),
            ("They broke away from a planned march to the harbour.", "They marched to the harbour."),
            ("He would not specify the cause of the fire.", "The cause of the fire was not specified."),
            ("Adler will sell the harbour to Brand.", "Adler may sell the ferry to Corden."),
            ("The harbour pilot was killed at noon.", "Brand is accused of killing the harbour pilot at noon."),
            ("Anna Adler will beat Bruno Brand at the harbour.", "Bruno Brand has beaten Anna Adler at the harbour."),
            ("Anna Adler gave qualified support to the harbour plan.", "Anna Adler said she agrees with the ferry captain."),
            ("Anna Adler gave full support to the harbour plan.", "Anna Adler said she agrees with the harbour plan."),
            ("Bruno Brand resigned because the harbour was sold.", "Anna Adler did not say why she resigned from the board."),
            (
                "An inquiry is looking into whether Adler took harbour money.",
                "Adler took harbour money, according to an indictment.",
            ),
            ("Adler does not intend to sell the harbour.", "Adler is not trying to sell the harbour."),
            ("Adler thanked the harbour police.", "Adler said he wanted to thank the harbour police."),
            (
                "The board lists the fish of the harbour.",
                "The board is to determine whether the harbour is likely to harm listed fish.",
            ),
            ("Adler missed four harbour games with a bad knee.", "Adler will miss the remaining harbour games with a bad knee."),
            ("Fishermen claim weakened walls sank the harbour.", "The harbour sank."),
            ("The board must ensure that no fish are harmed by the harbour.", "Fish are not likely to be harmed by the harbour."),
            ("The oldest harbour wall is 900 years old.", "The ferry could be 900 years old."),
            ("Adler won the harbour vote.", "At the harbour, Adler aims to win by a margin that lasts."),
        ] {
            assert_eq!(kinds(a, b), [], "{a} / {b}");
        }
    }
}
