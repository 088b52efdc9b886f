//! Words by which papers leave open what they tell, in classes. A class tells what stands against it: what is only under
//! consideration differs from a plan, a plan differs from a deed.

use super::cues;
use super::telling::Telling;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How a version leaves something open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Nobody knows or has decided: `may`, `is weighing`, `unclear whether`.
    Open,
    /// Somebody supposes it: `is feared`, `suspect that`.
    Belief,
    /// Only heard or charged: `allegedly`, `is said to`.
    Heard,
    /// To come, and not sure to: `is expected to`, `on the verge of`.
    Hope,
    /// To come: `is set to`, `plans to`.
    Plan,
}

/// A hedge in a version: its words, first and last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hedge {
    pub class: Class,
    pub from: usize,
    pub to: usize,
}

/// The hedges, by class. `*` stands for up to three words that carry little or tell when.
#[rustfmt::skip]
const TABLE: &[(Class, &[&str])] = &[
    // Modal verbs and adverbs.
    (Class::Open, &[
        "may", "might", "could", "perhaps", "maybe", "possibly", "probably", "presumably", "potentially", "conceivably",
        "seemingly", "apparently",
    ]),
    // Weighing what to do.
    (Class::Open, &[
        "considering", "weighing", "mulling", "contemplating", "exploring", "pondering", "examining whether", "examining if",
        "examining the possibility", "studying whether", "studying the possibility", "debating whether", "deciding whether",
        "discussing whether", "negotiating", "thinking about", "thinking of", "talking about", "toying with", "looking at whether",
        "in talks to", "in talks over", "in talks about", "in talks with", "leaning toward", "leaning towards", "open to", "undecided", "yet to decide", "not * decided whether", "not * decided if", "has not * said whether",
        "not * rule out", "not * ruled out", "not exclude", "not excluded", "not * made up his mind", "not * made up her mind",
        "makes up his mind", "makes up her mind", "make up his mind", "make up her mind", "under consideration", "being considered",
        "considers whether", "consider whether", "considered whether", "weighs whether",
    ]),
    // Not knowing.
    (Class::Open, &[
        "unclear", "not clear", "not * known whether", "not know whether", "not * sure whether", "not * say whether", "not saying whether",
        "uncertain", "unknown whether", "undetermined", "too early to", "too soon to", "remains to be seen", "remained to be seen",
        "an open question", "trying to establish", "trying to determine", "trying to find out", "investigating whether",
        "question of whether", "questions about whether",
        "refused to say whether", "declined to say whether", "would not say whether", "could not say whether", "asked whether",
        "wondering whether", "unresolved", "no decision",
    ]),
    // Chances.
    (Class::Open, &[
        "possible", "possibility", "chance", "chances", "likelihood", "potential", "conceivable", "likely that", "odds",
    ]),
    // Supposing, fearing, hoping.
    (Class::Belief, &[
        "believed to", "believed that", "believe that", "believe the", "believes that", "believes the", "feared", "fear that", "fears that",
        "fearing", "suspect that", "suspect the", "suspects that", "thought to", "assumed to", "assume that", "assumes that",
         "presume that", "supposed to have", "reckon", "reckons", "hoping", "hope that", "hopes that", "hoped that",
        "speculate", "speculated", "speculation", "suspicion", "suspicions", "worry that", "worried that", "seem", "seems", "seemed",
        "appear to", "appears to", "appeared to", "looks as if", "look as if", "suggest that",
        "suggests that", "suggested that", "hints that", "doubt that", "doubts that", "doubtful", "fears were growing", "fears are growing",
        "hopes were fading", "hopes are fading",
    ]),
    // Hearing and charging.
    (Class::Heard, &[
        "investigating whether", "investigating if", "looking into whether", "inquiry into whether", "allegedly", "reportedly", "supposedly", "purportedly", "alleged to", "alleged that", "alleges", "allege", "alleging", "accused of",
        "accuse", "accuses", "accusing", "suspected of", "rumours", "rumors", "rumoured", "rumored", "said to", "understood to",
        "reported to", "unconfirmed", "unverified", "allegations that", "allegation that", "accusations that", "accusation that",
        "claims that", "claimed that", "claim that", "has it that", "have it that",
    ]),
    // Hoping for what may come.
    (Class::Hope, &[
        "expected to", "expects to", "expect to", "likely to", "poised to", "on course to", "on track to", "in line to", "tipped to",
        "on the verge", "on the brink", "on the cusp", "close to", "nearing", "hopes to", "hope to", "hoped to", "wants to", "want to",
        "aims to", "aim to", "seeks to", "pressing for", "pushing for", "within reach",
    ]),
    // Planning it.
    (Class::Plan, &[
        "set to", "about to", "intends to", "intend to", "plans to", "plan to", "planning to", "planned to", "scheduled to", "slated to",
         "prepares to", "preparing to", "ready to",
    ]),
];

type Rows = FxHashMap<&'static str, Vec<(Class, Vec<&'static str>)>>;

/// First words, each with its classes and the words that must follow.
static BY_FIRST: LazyLock<Rows> = LazyLock::new(|| {
    let mut rows = Rows::default();
    for (class, phrases) in TABLE {
        for phrase in *phrases {
            let mut words = phrase.split(' ');
            if let Some(first) = words.next() {
                rows.entry(first).or_default().push((*class, words.collect()));
            }
        }
    }
    // The longest phrase tells best.
    rows.values_mut().for_each(|of| of.sort_by_key(|(_, rest)| std::cmp::Reverse(rest.len())));
    rows
});

/// The words that a hedge can begin with.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    BY_FIRST.keys().copied()
}

/// What `*` stands for is no longer than this.
const GAP: usize = 3;

/// The hedges of a version, in order.
pub(super) fn of(t: &Telling) -> Vec<Hedge> {
    if !t.cues.any(cues::HEDGING) {
        return Vec::new();
    }
    let mut found: Vec<Hedge> = Vec::new();
    for (from, word) in t.words.iter().enumerate().filter(|(_, w)| w.cues.any(cues::HEDGING)) {
        // `May`, the month; `a could-be`
        let month = word.form == "may" && word.capital && from > 0;
        // `her plans to leave` are a thing.
        let before = t.form_before(from);
        let noun =
            matches!(before, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "no" | "any") || before.ends_with("'s");
        // `by chance`; `it seemed fitting that they met` doubts only that it was fitting.
        let chance = before == "by" && word.form.starts_with("chance");
        let fitting = word.form.starts_with("seem")
            && !matches!(t.form_at(from + 1), "to" | "that" | "like" | "as" | "likely" | "clear" | "certain")
            && t.words.get(from + 1).is_some_and(|w| w.is_content());
        let inside = found.last().is_some_and(|h| h.to >= from);
        if month || chance || fitting || noun && word.form.starts_with("plan") || inside {
            continue;
        }
        let rows = BY_FIRST.get(word.form.as_str()).into_iter().flatten();
        found.extend(rows.filter_map(|(class, rest)| Some(Hedge { class: *class, from, to: follows(t, from, rest)? })).next());
    }
    found
}

/// The last word of a phrase whose first is word `from`, where the rest of it follows.
fn follows(t: &Telling, from: usize, rest: &[&str]) -> Option<usize> {
    let Some((first, others)) = rest.split_first() else { return Some(from) };
    if *first != "*" {
        return if t.form_at(from + 1) == *first { follows(t, from + 1, others) } else { None };
    }
    let light = |k: usize| t.words.get(k).is_some_and(|w| w.plain || w.time || w.named || w.form.ends_with("ly"));
    (0..=GAP).take_while(|&n| n == 0 || light(from + n)).find_map(|n| follows(t, from + n, others))
}
