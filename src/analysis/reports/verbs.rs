//! Which verbs of saying report speech where they stand, and which are nouns, participles or acts.
//!
//! In: a verb of saying in its sentence. Out: whether the sentence can report with it.

use super::shape::{item, key};
use crate::analysis::lexicon::saying::{Form, Manner, Saying};
use crate::analysis::lexicon::{common, speaking};
use crate::analysis::speakers::items::{Is, Item};
use crate::analysis::speakers::subjects::Scene;

/// Whether a verb of saying reports here.
pub fn reports(scene: &Scene, from: usize, to: usize, at: usize, saying: Saying) -> bool {
    let previous = at.checked_sub(1).filter(|&n| n >= from).and_then(|n| item(scene, n));
    // Called Wednesday for a vote.
    let next = if common::is_calendar(key(scene, at + 1)) { key(scene, at + 2) } else { key(scene, at + 1) };
    let that = (at + 1..to.min(at + 9)).any(|n| key(scene, n) == "that");
    // Profit declined 50 per cent; crews responded to the fire.
    let other_sense = match saying.base {
        "be" => true,
        "decline" => next != "to" && next != "comment" && !that,
        "respond" => next == "to" && !that,
        _ => false,
    };
    let finite_or_gerund = match saying.form {
        Form::Base => has_auxiliary(scene, from, at) || has_plural_subject(previous, next, saying),
        Form::Past => !is_participle(scene, from, at, saying, next),
        Form::Third | Form::Gerund => true,
    };
    finite_or_gerund
        && !other_sense
        && !is_noun(previous, next, saying)
        && tells(scene, to, at, saying, next, that || next == "that")
}

/// Whether the form is a noun here, as far as what stands before it tells: `their emails`, `there are fears`, `a report`, `in
/// saying`.
fn is_noun(previous: Option<&Item>, next: &str, saying: Saying) -> bool {
    let word = previous.filter(|i| i.is == Is::Word).map_or("", |i| &*i.key);
    let determined = common::is_determiner(word);
    let governed = |but: &str| common::is_preposition(word) && word != but;
    // The claim that; but that claims.
    let led = determined && word != "that" || governed("to");
    let letters =
        matches!(saying.base, "email" | "text" | "message" | "post" | "comment" | "remark" | "note" | "quote" | "tweet");
    previous.is_some_and(|i| i.is == Is::Possessive)
        || match saying.form {
            Form::Third => letters && next != "that" || previous.is_some_and(|i| common::is_auxiliary(&i.key)) || led,
            Form::Base => led,
            Form::Gerund => previous.is_none() && saying.manner != Manner::Words || determined || governed("as"),
            Form::Past => false,
        }
}

/// Whether an auxiliary or a negation stands before a verb, after which its base form is finite.
fn has_auxiliary(scene: &Scene, from: usize, at: usize) -> bool {
    #[rustfmt::skip]
    const AUXILIARIES: &[&str] = &[
        "did", "does", "do", "will", "would", "could", "cannot", "can", "didn't", "didn’t", "doesn't", "doesn’t", "won't", "won’t",
        "wouldn't", "wouldn’t", "not",
    ];
    (from..at).rev().take(3).any(|n| AUXILIARIES.contains(&key(scene, n)))
}

/// Whether several people stand right before a verb in its base form: `officials say`; not `to say`.
fn has_plural_subject(previous: Option<&Item>, next: &str, saying: Saying) -> bool {
    previous.is_some_and(|i| {
        let many = matches!(&*i.key, "they" | "some" | "many" | "others" | "who" | "police" | "people" | "men" | "women")
            || speaking::can_speak(&i.key) && i.key.ends_with('s');
        // Polls ahead of the vote suggest that …
        i.is == Is::Word
            && (many || next == "that" && saying.manner == Manner::Words && !common::is_auxiliary(&i.key) && i.key != "to")
    })
}

/// Whether a past form is a participle, with which nobody reports: `was said`, `rejected by the police`, `the alleged plan`.
fn is_participle(scene: &Scene, from: usize, at: usize, saying: Saying, next: &str) -> bool {
    let previous = at.checked_sub(1).filter(|&n| n >= from).and_then(|n| item(scene, n));
    let before = previous.map_or("", |i| &*i.key);
    let be = |n: usize| matches!(key(scene, n), "is" | "was" | "are" | "were" | "been" | "be" | "being");
    let passive = (from..at).rev().take(2).any(be);
    // Roe was quoted as saying; but it was said that, and the ferries were reported to have sailed, name nobody who says it.
    if passive && saying.base != "quote" {
        return true;
    }
    // Clashes over alleged heavy-handed policing.
    let governed = previous.is_some_and(|i| i.is == Is::Word) && common::is_preposition(before);
    // Rumours rejected by the police; a strike threatened by dockers.
    let by = next == "by" && !key(scene, at + 2).ends_with("ing") && !passive;
    // In a statement emailed to the Gazette: the statement does not say so, it is sent.
    let sent = matches!(saying.base, "email" | "post" | "write" | "text" | "read" | "address" | "relay");
    // His recently revealed plan: a participle before its noun.
    let lead = (from..at).rev().map(|n| key(scene, n)).find(|k| !common::is_adverb(k));
    let adjective = lead.is_some_and(|k| matches!(k, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our"));
    governed || by || sent && speaking::is_occasion(before) || adjective
}

/// Whether a verb tells what was said, by its manner: by itself, with `that`, or with the words that it goes with.
fn tells(scene: &Scene, to: usize, at: usize, saying: Saying, next: &str, that: bool) -> bool {
    let base = saying.base;
    match saying.manner {
        Manner::Words => {
            !is_other_act(base)
                || that
                || matches!((base, next), ("call", "for" | "on") | ("point", "out") | ("weigh", "in"))
                || base == "call" && judges(scene, at, to)
        }
        Manner::Loose => next == "that" && opines(base),
        Manner::Judging => !is_treatment(base) || that || matches!((base, next), ("refer", "to")),
        Manner::Stand => {
            !is_dealing(base)
                || that
                || matches!(
                    (base, next),
                    ("rule", "out")
                        | ("lash", "out")
                        | ("speak", "out" | "against")
                        | ("object" | "commit" | "appeal" | "plead", "to" | "for")
                )
                || matches!(base, "voice" | "express")
        }
    }
}

/// Verbs of words that mostly tell of another act, or of a sound.
#[rustfmt::skip]
fn is_other_act(base: &str) -> bool {
    matches!(
        base,
        "post" | "text" | "read" | "start" | "begin" | "finish" | "open" | "end" | "go" | "come" | "point" | "fire"
        | "shoot" | "sing" | "spell" | "sum" | "weigh" | "press" | "sign" | "call" | "continue" | "start_off" | "echo"
        | "weep" | "wail" | "roar" | "bark" | "hiss" | "growl" | "groan" | "sigh" | "sob" | "chime" | "snap" | "thunder"
        | "gasp" | "shriek" | "yelp" | "sputter" | "drawl" | "croak" | "rasp" | "whine" | "moan" | "recite" | "jest"
    )
}

/// Verbs of judging that mostly tell how somebody or something is treated or called.
#[rustfmt::skip]
fn is_treatment(base: &str) -> bool {
    matches!(
        base,
        "cast" | "rate" | "rap" | "rip" | "bash" | "hammer" | "paint" | "pan" | "cheer" | "style" | "address" | "term"
        | "label" | "name" | "title" | "trash" | "fault" | "credit" | "define" | "refer" | "welcome" | "thank"
        | "congratulate" | "portray" | "brand" | "attack" | "regard"
    )
}

/// Verbs of taking a stand that mostly tell what is done.
#[rustfmt::skip]
fn is_dealing(base: &str) -> bool {
    matches!(
        base,
        "back" | "order" | "offer" | "plan" | "address" | "raise" | "renew" | "repeat" | "object" | "signal" | "withdraw"
        | "retract" | "lobby" | "press" | "push" | "commit" | "appeal" | "speak" | "lash" | "rule" | "invite"
        | "consider" | "intend" | "ponder" | "want" | "wish" | "expect" | "contemplate" | "forbid" | "permit" | "ban"
        | "plead" | "seek" | "voice" | "express" | "outline" | "detail" | "discuss"
    )
}

/// Whether `call` judges: quoted words follow, as in `called the idea of it “a folly”`, or it is `called him a fool`. Alone
/// it may mean the telephone.
fn judges(scene: &Scene, at: usize, to: usize) -> bool {
    let somebody =
        item(scene, at + 1).is_some_and(|i| matches!(i.is, Is::Name(_)) || matches!(&*i.key, "him" | "her" | "it" | "them"));
    if somebody && matches!(key(scene, at + 2), "a" | "an" | "the") {
        return true;
    }
    (at + 1..to).any(|n| item(scene, n).is_some_and(|i| matches!(i.is, Is::Quote(_))))
}

/// Loose verbs that with `that` tell what somebody thinks or finds; `have seen that crowd` does not.
fn opines(base: &str) -> bool {
    !matches!(base, "see" | "hear" | "go" | "be" | "like" | "know" | "laugh" | "smile" | "nod" | "remember" | "choose" | "read")
}
