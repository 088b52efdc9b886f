//! What a version makes of a predicate: done, planned, possible, hearsay; affirmed or denied. Read from the words around
//! it in its clause, by closed lists of English auxiliaries, adverbs and governing verbs; no grammar is parsed.

use super::cues;
use super::telling::{Telling, Word};

/// How certain a predicate is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// `met`, `has met`; in a headline `meets`.
    Done,
    /// `will meet`, `is expected to meet`, `a planned meeting`.
    Planned,
    /// `may meet`, `could have met`.
    Possible,
    /// `allegedly met`, `is said to have met`.
    Hearsay,
}

impl Certainty {
    /// One word for it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Certainty::Done => "done",
            Certainty::Planned => "planned",
            Certainty::Possible => "possible",
            Certainty::Hearsay => "hearsay",
        }
    }
}

/// A predicate as told at one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Predicate {
    /// Index of its word.
    pub word: usize,
    /// How certain; none where the words do not tell.
    pub certainty: Option<Certainty>,
    /// Denied: an odd number of negations governs it.
    pub denied: bool,
    /// First word of the cues that say so.
    pub from: usize,
}

/// How many words before a predicate may govern it.
const REACH: usize = 7;

/// Whether word `k` denies what follows it: `not`, `won't`, `refused to`; but not `not only`, `no doubt`, `no more than`,
/// `not … until` (which tells when), `the failed plan`, `to avoid arrest`.
pub(super) fn denies(telling: &Telling, k: usize) -> bool {
    let form = telling.form_at(k);
    let next = telling.form_at(k + 1);
    let before = telling.form_before(k);
    // `has yet to sign`
    let listed = telling.words.get(k).is_some_and(|w| w.cues.any(cues::DENIER)) && (form != "yet" || next == "to");
    if !listed {
        return false;
    }
    let dates = |i: usize| telling.words.get(i).is_some_and(|w| w.named || w.form.starts_with(|c: char| c.is_ascii_digit()));
    let when = |(i, w): (usize, &Word)| match w.form.as_str() {
        "until" | "till" | "unless" => true,
        "before" => dates(i + 1),
        _ => false,
    };
    if telling.on(k).take(9).any(when) {
        return false;
    }
    match form {
        // What these deny is what they govern, and only that: see `denials`.
        "ruled" | "rules" | "ruling" => next == "out",
        "rejected" | "dismissed" | "rejects" | "dismisses" | "waive" | "waived" | "waives" | "waiving" | "renounced"
        | "renounces" | "up" => false,
        "not" => !matches!(next, "only" | "just" | "merely" | "simply" | "necessarily" | "least") && before != "or",
        "no" => !matches!(next, "doubt" | "matter" | "more" | "less" | "fewer" | "later"),
        "nothing" => next != "but",
        "fail" | "failed" | "fails" | "failing" | "refuse" | "refused" | "refuses" | "refusing" | "decline" | "declined"
        | "declines" | "declining" => next == "to",
        "avoid" | "avoids" | "avoided" | "avoiding" | "escape" | "escaped" | "prevent" | "prevents" | "prevented"
        | "preventing" => telling.on(k).take(5).any(|(_, w)| w.form.ends_with("ing") && w.form.len() > 4),
        _ => true,
    }
}

/// What the version makes of the predicate at word `k`.
pub(super) fn at(telling: &Telling, k: usize) -> Option<Predicate> {
    let word = telling.words.get(k)?;
    let (certainty, from) = certainty(telling, k, word).map_or((None, k), |(c, from)| (Some(c), from));
    // `has not decided whether to appeal` denies the decision alone.
    let governing = telling.back(k).take(REACH).take_while(|(_, w)| w.form != "whether");
    let deniers = governing.map(|(i, _)| i).filter(|i| telling.denials.contains(i));
    let (number, first) = deniers.fold((0, k), |(number, first), i| (number + 1, first.min(i)));
    let prefixed = word.form.starts_with("un") && !word.stem.starts_with("un");
    let denied = (number + usize::from(prefixed)) % 2 == 1;
    let from = from.min(first);
    Some(Predicate { word: k, certainty, denied, from })
}

/// How certain the predicate at `k` is told, and the first word that says so.
fn certainty(telling: &Telling, k: usize, word: &Word) -> Option<(Certainty, usize)> {
    if let Some(i) = hearsay(telling, k, word).or_else(|| opening(telling, k)) {
        return Some((Certainty::Hearsay, i));
    }
    if let Some(charged) = charged(telling, k, word) {
        return Some(charged);
    }
    if let Some(i) = examined(telling, k) {
        return Some((Certainty::Possible, i));
    }
    if is_supposed(telling, k) {
        return None;
    }
    auxiliary(telling, k, word).or_else(|| noun(telling, k)).unwrap_or_else(|| stated(telling, k, word))
}

/// The first of the predicate at `k` and an adverb of hearsay on either side of it: `was allegedly paid`, `the alleged thief`.
fn hearsay(telling: &Telling, k: usize, word: &Word) -> Option<usize> {
    let mut beside = telling.back(k).take(3).chain(telling.on(k).take(2));
    let (i, w) = beside.find(|(_, w)| w.cues.any(cues::HEARSAY))?;
    (w.form != word.form && (w.form.ends_with("ly") || i < k && is_led(telling, i))).then_some(i.min(k))
}

/// What the auxiliaries before the predicate at `k` make of it: `will meet`, `may have met`, `to meet`. The outer option: whether
/// one of them settles it.
fn auxiliary(telling: &Telling, k: usize, word: &Word) -> Option<Option<(Certainty, usize)>> {
    let first = joined(telling, k).unwrap_or(k);
    for (i, w) in telling.back(first).take(REACH) {
        let form = w.form.as_str();
        // `she'd been`, `he'd met` look back.
        let had = form.ends_with("'d") && telling.words.get(i + 1).is_some_and(|w| w.form == "been" || w.cues.any(cues::PAST));
        // `would not say` is a refusal.
        if form == "wouldn't" || form == "would" && telling.form_at(i + 1) == "not" {
            return Some(None);
        }
        // `did not meet` denies what `met` tells.
        if matches!(form, "did" | "didn't")
            && telling.words.get(i + 1..k).is_some_and(|ws| ws.iter().all(|w| w.cues.any(cues::LIGHT)))
        {
            return Some(Some((Certainty::Done, i)));
        }
        if w.cues.any(cues::WILL) || w.cues.any(cues::WOULD) && !had && telling.form_at(i + 1) != "have" {
            return Some(Some((Certainty::Planned, i)));
        }
        // `in May`
        if w.cues.any(cues::MAY) && !(form == "may" && w.capital && i > 0) {
            // `asked how it could have sunk` doubts nothing.
            let asked = telling.back(i).take(2 * REACH).any(|(_, w)| matches!(w.form.as_str(), "how" | "why"));
            return Some((!asked).then_some((Certainty::Possible, i)));
        }
        if form == "to" {
            // `moved to injured reserve` has no infinitive.
            let base = !word.cues.any(cues::PAST) && !word.form.ends_with("ing");
            return Some(if base || i + 1 < k { infinitive(telling, i) } else { None });
        }
        if !w.cues.any(cues::LIGHT) {
            break;
        }
    }
    None
}

/// The first of two bare verbs of which word `k` is the second: one auxiliary leads both, `will close or sell all shops`.
fn joined(telling: &Telling, k: usize) -> Option<usize> {
    let bare = |n: usize| {
        let past =
            |w: &Word| w.cues.any(cues::PAST) && !is_unchanged(&w.form) || w.form.ends_with("ing") || w.form.ends_with('s');
        telling.words.get(n).is_some_and(|w| w.is_content() && !w.named && !past(w))
    };
    let first = k.checked_sub(2)?;
    let led = |n: usize| telling.words.get(n).is_some_and(|w| w.form == "to" || w.cues.any(cues::WILL | cues::WOULD | cues::MAY));
    let joins = matches!(telling.form_before(k), "or" | "and");
    (joins && bare(first) && bare(k) && first.checked_sub(1).is_some_and(led)).then_some(first)
}

/// Whether a verb's past is its bare form: `will shut or sell`.
fn is_unchanged(form: &str) -> bool {
    matches!(form, "shut" | "cut" | "hit" | "hurt" | "put" | "set" | "let" | "split" | "quit" | "shed" | "spread")
}

/// How certain a predicate is told that no auxiliary leads: by its own form, unless somebody only claims it.
fn stated(telling: &Telling, k: usize, word: &Word) -> Option<(Certainty, usize)> {
    let finite = tells_of_done(telling, k, word);
    let state = is_state(telling, k, word);
    if let Some(i) = claimed(telling, k).filter(|_| finite || state) {
        return Some((Certainty::Hearsay, i));
    }
    if state {
        return Some((Certainty::Done, k));
    }
    let anticipated = telling.back(k).take(REACH).find(|(_, w)| w.cues.any(cues::COMING));
    match anticipated {
        Some((i, _)) if word.form.ends_with("ing") => Some((Certainty::Planned, i)),
        _ => finite.then_some((Certainty::Done, k)),
    }
}

/// Whether the form of word `k` tells what has been done.
fn tells_of_done(telling: &Telling, k: usize, word: &Word) -> bool {
    // In a headline the present tells what has been done: `Adler meets Brand`.
    let subject = k.checked_sub(1).and_then(|b| telling.words.get(b)).is_some_and(|w| w.named || w.capital && !w.plain);
    let present = telling.headline && subject && word.form.ends_with('s') && word.form != word.stem;
    // `is held`, `are being held` tell a state that goes on.
    let state = telling
        .back(k)
        .take(3)
        .find(|(_, w)| !w.form.ends_with("ly"))
        .is_some_and(|(_, w)| matches!(w.form.as_str(), "is" | "are" | "be" | "being"));
    // `threatened species`, `listed as threatened or endangered` tell of what kind, not what was done.
    let kind = matches!(telling.form_before(k), "as" | "or" | "in" | "for" | "with" | "by" | "on" | "from");
    word.cues.any(cues::PAST) && !state && !kind || present
}

/// The adverb of hearsay that stands alone before the clause of word `k`: `Allegedly, he was paid`.
fn opening(telling: &Telling, k: usize) -> Option<usize> {
    let clause = telling.words.get(k)?.clause;
    let first = telling.words.partition_point(|w| w.clause < clause);
    let before = first.checked_sub(1)?;
    let alone = before == 0 || telling.words.get(before - 1).is_some_and(|w| w.clause + 1 < clause);
    let word = telling.words.get(before)?;
    (alone && word.cues.any(cues::HEARSAY) && word.form.ends_with("ly")).then_some(before)
}

/// Whether word `k` tells how somebody or something is: `they are alive`, `she is still ill`. Words that weigh chances, and
/// participles, are none.
fn is_state(telling: &Telling, k: usize, word: &Word) -> bool {
    let open = word.cues.any(cues::HEDGE) || word.cues.any(cues::PAST) || word.form.ends_with("ing") || word.named || word.time;
    let lead = telling.back(k).find(|(_, w)| !matches!(w.form.as_str(), "still" | "not" | "also" | "all" | "already" | "both"));
    let be = lead.is_some_and(|(_, w)| matches!(w.form.as_str(), "is" | "are" | "was" | "were"));
    // `is alive.`, `is ill with`, but not `is prime minister`, which a noun follows.
    let ends = telling.on(k).next().is_none_or(|(_, w)| (w.plain || w.time) && !matches!(w.form.as_str(), "to" | "that" | "for"));
    be && ends && !open && !word.plain && !word.form.ends_with("ly") && !is_noun(word)
}

/// Whether the ending of a word makes a noun of it.
fn is_noun(word: &Word) -> bool {
    ["ion", "ions", "ment", "ments", "ness", "ity", "ance", "ence", "er", "ers", "or", "ors", "ship", "ist", "ists"]
        .iter()
        .any(|ending| word.form.ends_with(ending))
}

/// Whether word `k` tells what may come to be, or is asked: `if they chose`, `it could take weeks before it is restored`,
/// `whether it would harm fish`, `reversing the rule will save fish`.
fn is_supposed(telling: &Telling, k: usize) -> bool {
    let open = || {
        telling
            .words
            .iter()
            .take(k)
            .rev()
            .take(5 * REACH)
            .any(|w| w.cues.any(cues::WILL) || w.cues.any(cues::WOULD) || w.cues.any(cues::MAY))
    };
    // What would follow from an act: `Reversing the rule will save fish`, not `Closing arguments will be heard`.
    let (first, second) = (telling.form_at(0), telling.form_at(1));
    let linking = matches!(first, "following" | "including" | "according" | "regarding" | "concerning" | "pending");
    let object = matches!(second, "the" | "a" | "an" | "this" | "its" | "his" | "their");
    let gerund = first.len() > 5 && first.ends_with("ing") && !linking && object;
    if gerund && k > 1 && telling.words.get(k).map(|w| w.clause) == telling.words.first().map(|w| w.clause) {
        return true;
    }
    // `must ensure that no fish are harmed`
    if telling.back(k).take(2 * REACH).any(|(_, w)| matches!(w.form.as_str(), "ensure" | "ensures" | "ensuring")) {
        return true;
    }
    let leads = |form: &str| matches!(form, "if" | "unless" | "before" | "until" | "till" | "once" | "whether");
    let led = telling.back(k).take(2 * REACH).find(|(_, w)| leads(&w.form));
    match led {
        Some((_, w)) if matches!(w.form.as_str(), "if" | "unless") => true,
        // `asked whether it would harm fish`; `whether to` is told by what leads it, `may` tells itself.
        Some((i, w)) if w.form == "whether" => {
            let may = telling.back(k).take(REACH).any(|(_, w)| w.cues.any(cues::MAY));
            !may && telling.form_at(i + 1) != "to"
        }
        Some((i, _)) => !telling.words.get(i + 1).is_some_and(|w| w.time || w.named) && open(),
        None => false,
    }
}

/// The word that leaves open whether word `k` is so: `are investigating whether he broke the law`.
fn examined(telling: &Telling, k: usize) -> Option<usize> {
    #[rustfmt::skip]
    const EXAMINING: &[&str] = &[
        "investigating", "examining", "into", "probing", "determine", "studying", "exploring", "checking", "weighing", "unclear",
        "uncertain", "debating",
    ];
    let past = telling.words.get(k).is_some_and(|w| w.cues.any(cues::PAST));
    let (i, _) = telling.back(k).take(REACH + 1).find(|(_, w)| w.form == "whether").filter(|_| past)?;
    // `whether it is likely to harm listed fish` asks of the harm alone.
    let other = |w: &Word| w.form == "to" || w.cues.any(cues::WILL) || w.cues.any(cues::WOULD) || w.cues.any(cues::MAY);
    let first = !telling.words.get(i + 1..k)?.iter().any(|w| other(w) || w.cues.any(cues::PAST) && !w.cues.any(cues::LIGHT));
    (first && EXAMINING.contains(&telling.form_before(i))).then_some(i.checked_sub(1)?)
}

/// `is accused of killing`, `charged with selling`: hearsay; `is considering selling`: possible.
fn charged(telling: &Telling, k: usize, word: &Word) -> Option<(Certainty, usize)> {
    if !word.form.ends_with("ing") {
        return None;
    }
    let back = |n: usize| k.checked_sub(n).map_or("", |b| telling.form_at(b));
    match (back(2), back(1)) {
        (_, "considering" | "weighing" | "mulling" | "contemplating") => Some((Certainty::Possible, k.checked_sub(1)?)),
        ("verge" | "brink", "of") | ("close", "to") => Some((Certainty::Possible, k.checked_sub(2)?)),
        // `accuse the army of shelling`
        (_, "of") if telling.back(k).take(REACH).any(|(_, w)| matches!(w.form.as_str(), "accuse" | "accuses" | "accusing")) => {
            let (i, _) = telling.back(k).take(REACH).find(|(_, w)| w.form.starts_with("accus"))?;
            Some((Certainty::Hearsay, i))
        }
        ("accused" | "suspected", "of") | ("charged", "with") => Some((Certainty::Hearsay, k.checked_sub(2)?)),
        _ => None,
    }
}

/// Whether a word is a verb of claiming or supposing.
pub(super) fn is_claim(word: &Word) -> bool {
    #[rustfmt::skip]
    const CLAIMS: &[&str] = &[
        "claims", "claimed", "claim", "alleges", "alleged", "speculates", "speculated", "speculate", "believes", "believe",
        "suspects", "suspect", "think", "thinks", "suggest", "suggests", "suggested",
    ];
    CLAIMS.contains(&word.form.as_str())
}

/// Whether a word names what is charged or heard, and may not be so.
fn is_charge(word: &Word) -> bool {
    matches!(
        word.form.as_str(),
        "allegation"
            | "allegations"
            | "accusation"
            | "accusations"
            | "rumor"
            | "rumors"
            | "rumour"
            | "rumours"
            | "suspicion"
            | "suspicions"
    )
}

/// The word that makes a mere claim of word `k`: `claimed that he signed`, `alleges that`. `Brand claimed victory` makes none.
fn claimed(telling: &Telling, k: usize) -> Option<usize> {
    let (i, _) = telling.back(k).take(REACH + 3).find(|(_, w)| is_claim(w) || is_charge(w))?;
    // `contest the allegations that he took it`
    if is_charge(telling.words.get(i)?) {
        return (telling.form_at(i + 1) == "that").then_some(i);
    }
    let named = telling.words.get(i + 1).is_some_and(|w| w.named && !w.time);
    // `many think the council misled them`, `which critics claim weakened it`
    let past = telling.words.get(k).is_some_and(|w| w.cues.any(cues::PAST));
    let whole = match telling.form_at(i) {
        "think" | "thinks" => true,
        "claim" | "claims" | "allege" | "alleges" | "believe" | "believes" => i + 1 == k && past,
        _ => false,
    };
    let opens = named || whole || matches!(telling.form_at(i + 1), "that" | "he" | "she" | "they" | "it" | "the" | "a" | "an");
    let noun =
        matches!(telling.form_before(i), "the" | "a" | "an" | "his" | "her" | "their" | "its" | "to" | "is" | "are" | "was");
    (opens && !noun).then_some(i)
}

/// Whether an article, a possessive or the like leads the word: `the alleged thief`.
fn is_led(telling: &Telling, k: usize) -> bool {
    let before = telling.form_before(k);
    matches!(before, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "of" | "any" | "this") || before.ends_with("'s")
}

/// Whether a word tells of what is tried, offered or threatened, and may not be done: `tried to sell`.
pub(super) fn is_attempt(form: &str) -> bool {
    #[rustfmt::skip]
    const ATTEMPTS: &[&str] = &[
        "tried", "tries", "trying", "attempted", "attempting", "offered", "offers", "offering", "willing", "threatened",
        "threatens", "threatening",
    ];
    ATTEMPTS.contains(&form)
}

/// What governs the infinitive whose `to` is word `to`.
fn infinitive(telling: &Telling, to: usize) -> Option<(Certainty, usize)> {
    let headline = telling.headline;
    for (i, w) in telling.back(to).take(3) {
        let form = w.form.as_str();
        if w.cues.any(cues::SAID_TO) {
            return Some((Certainty::Hearsay, i));
        }
        let due = || i + 1 == to && telling.back(i).next().is_some_and(|(_, w)| w.cues.any(cues::BE) || w.form.ends_with("'s"));
        // `is in talks to buy`, `has not decided whether to appeal`
        if i + 1 == to && (form == "likely" || matches!(form, "talks" | "whether" | "considering") && !telling.headline) {
            return Some((Certainty::Possible, i));
        }
        if i + 1 == to && is_attempt(form) && !headline {
            // `is not trying to sway` tells no less than `does not intend to`.
            let denied = telling.back(i).take(4).any(|(d, _)| telling.denials.contains(&d));
            return (!denied).then_some((Certainty::Possible, i));
        }
        if w.cues.any(cues::PLANNED) && (form != "due" || due()) {
            return Some((Certainty::Planned, i));
        }
        if w.cues.any(cues::BE) {
            return (i + 1 == to).then_some((Certainty::Planned, i));
        }
        // `Adler to meet Brand`, but not `Adler beats Brand to win the title`.
        let subject = || telling.back(to).all(|(i, w)| w.named || i == 0);
        if headline && i + 1 == to && subject() {
            return Some((Certainty::Planned, to));
        }
        if !w.cues.any(cues::LIGHT) {
            break;
        }
    }
    None
}

/// Past tenses after which what is named as a noun is there: `reached a deal`.
const REACHING: [&str; 10] =
    ["reached", "struck", "signed", "sealed", "clinched", "secured", "concluded", "brokered", "lodged", "filed"];

/// A predicate as a noun: `after the meeting` is done, `a planned meeting` is planned. The outer option: whether it is one.
fn noun(telling: &Telling, k: usize) -> Option<Option<(Certainty, usize)>> {
    const LEADS: [&str; 16] =
        ["the", "a", "an", "his", "her", "their", "its", "this", "that", "our", "my", "any", "no", "of", "own", "your"];
    let mut led = false;
    let past = telling.words.get(k).is_some_and(|w| w.cues.any(cues::PAST));
    for (i, w) in telling.back(k).take(4) {
        let form = w.form.as_str();
        if w.cues.any(cues::COMING) {
            // `broke away from a planned march`: there was one.
            let held = telling.back(i).take(2).any(|(_, w)| matches!(w.form.as_str(), "from" | "at" | "during" | "after"));
            return Some((!held).then_some((Certainty::Planned, i)));
        }
        // `close to a deal`, `on the verge of a deal`
        let near = form == "to" && telling.form_before(i) == "close"
            || form == "of" && matches!(telling.form_before(i), "verge" | "brink")
            || matches!(form, "near" | "nearing")
            || matches!(form, "faces" | "face" | "facing") && !telling.form_at(k).starts_with("charge");
        // `a deal is within reach`
        let reach = led && telling.on(k).take(4).any(|(n, w)| w.form == "within" && telling.form_at(n + 1) == "reach");
        if w.cues.any(cues::MAYBE) || near && led || reach {
            return Some(Some((Certainty::Possible, i)));
        }
        if led && i + 2 >= k && REACHING.contains(&form) {
            return Some(Some((Certainty::Done, i)));
        }
        let event = ["ing", "ings", "ion", "ions", "ment", "al"].iter().any(|e| telling.form_at(k).ends_with(e)) || i + 2 >= k;
        if matches!(form, "after" | "following") && (led || i + 1 == k) && event {
            return Some(Some((Certainty::Done, i)));
        }
        if LEADS.contains(&form) || form.ends_with("'s") {
            // `the thief broke in`: before a past tense, a noun and its article are the subject.
            led = i + 1 == k || !past;
        } else if led || i + 1 < k {
            break;
        }
    }
    // `a rally planned for Thursday`
    if led
        && let Some((i, _)) = telling.on(k).take(2).find(|(_, w)| matches!(w.form.as_str(), "planned" | "scheduled" | "expected"))
    {
        return Some(Some((Certainty::Planned, i)));
    }
    led.then_some(None)
}
