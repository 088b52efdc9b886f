//! Which verbs of saying report speech where they stand, and which are nouns, participles or acts.
//!
//! In: a verb of saying in its sentence. Out: whether the sentence can report with it.

use super::shape::{item, key};
use crate::analysis::lexicon::saying::{Form, Manner, Saying};
use crate::analysis::lexicon::{common, speaking};
use crate::analysis::speakers::items::Is;
use crate::analysis::speakers::subjects::Scene;

/// Whether a verb of saying reports here.
pub fn reports(scene: &Scene, from: usize, to: usize, at: usize, saying: Saying) -> bool {
    // Called Wednesday for a vote.
    let next = if common::is_calendar(key(scene, at + 1)) { key(scene, at + 2) } else { key(scene, at + 1) };
    let previous = at.checked_sub(1).filter(|&n| n >= from).and_then(|n| item(scene, n));
    let before = previous.map_or("", |i| &*i.key);
    if saying.base == "be" || previous.is_some_and(|i| i.is == Is::Possessive) {
        return false;
    }
    // Nouns: their emails, there are fears.
    if saying.form == Form::Third
        && (matches!(saying.base, "email" | "text" | "message" | "post" | "comment" | "remark" | "note" | "quote" | "tweet")
            || common::is_auxiliary(before))
        && next != "that"
    {
        return false;
    }
    if saying.form == Form::Third && common::is_auxiliary(before) {
        return false;
    }
    // Nouns: the claim, a report, their calls.
    if matches!(saying.form, Form::Base | Form::Third)
        && previous.is_some_and(|i| {
            i.is == Is::Word
                && (common::is_determiner(before) && before != "that" || common::is_preposition(before) && before != "to")
        })
    {
        return false;
    }
    let negated = (from..at).rev().take(3).any(|n| {
        matches!(
            key(scene, n),
            "did"
                | "does"
                | "do"
                | "will"
                | "would"
                | "could"
                | "cannot"
                | "can"
                | "didn't"
                | "didn’t"
                | "doesn't"
                | "doesn’t"
                | "won't"
                | "won’t"
                | "wouldn't"
                | "wouldn’t"
                | "not"
        )
    });
    if saying.form == Form::Base && !negated {
        // To say, they say: a plural subject right before.
        let plural = previous.is_some_and(|i| {
            let many = matches!(&*i.key, "they" | "some" | "many" | "others" | "who" | "police" | "people" | "men" | "women")
                || speaking::can_speak(&i.key) && i.key.ends_with('s');
            // Polls ahead of the vote suggest that …
            i.is == Is::Word
                && (many || next == "that" && saying.manner == Manner::Words && !common::is_auxiliary(&i.key) && i.key != "to")
        });
        if !plural {
            return false;
        }
    }
    if saying.form == Form::Gerund
        && (previous.is_none() && saying.manner != Manner::Words
            || previous.is_some_and(|i| {
                i.is == Is::Word && (common::is_determiner(before) || common::is_preposition(before) && before != "as")
            }))
    {
        return false;
    }
    let passive = saying.form == Form::Past
        && (from..at).rev().take(2).any(|n| matches!(key(scene, n), "is" | "was" | "are" | "were" | "been" | "be" | "being"));
    // Roe was quoted as saying; but it was said that, and the ferries were reported to have sailed, name nobody who says it.
    if passive && saying.base != "quote" {
        return false;
    }
    // Clashes over alleged heavy-handed policing.
    if saying.form == Form::Past && previous.is_some_and(|i| i.is == Is::Word) && common::is_preposition(before) {
        return false;
    }
    // Rumours rejected by the police; a strike threatened by dockers.
    let by = next == "by" && !key(scene, at + 2).ends_with("ing");
    if saying.form == Form::Past && by && !passive {
        return false;
    }
    // In a statement emailed to the Gazette: the statement does not say so, it is sent.
    let sent = matches!(saying.base, "email" | "post" | "write" | "text" | "read" | "address" | "relay");
    if saying.form == Form::Past && sent && speaking::is_occasion(before) {
        return false;
    }
    // Profit declined 50 per cent; crews responded to the fire.
    let other_sense = match saying.base {
        "decline" => next != "to" && next != "comment",
        "respond" => next == "to",
        _ => false,
    };
    if other_sense && !(at + 1..to.min(at + 9)).any(|n| key(scene, n) == "that") {
        return false;
    }
    // His recently revealed plan: a participle before its noun.
    let noun = (from..at).rev().map(|n| key(scene, n)).find(|k| !common::is_adverb(k));
    let adjective = saying.form == Form::Past
        && noun.is_some_and(|k| matches!(k, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our"));
    if adjective {
        return false;
    }
    let that = (at + 1..to.min(at + 9)).any(|n| key(scene, n) == "that") || next == "that";
    match saying.manner {
        Manner::Words => {
            !matches!(
                saying.base,
                "post"
                    | "text"
                    | "read"
                    | "start"
                    | "begin"
                    | "finish"
                    | "open"
                    | "end"
                    | "go"
                    | "come"
                    | "point"
                    | "fire"
                    | "shoot"
                    | "sing"
                    | "spell"
                    | "sum"
                    | "weigh"
                    | "press"
                    | "sign"
                    | "call"
                    | "continue"
                    | "start_off"
                    | "echo"
                    | "weep"
                    | "wail"
                    | "roar"
                    | "bark"
                    | "hiss"
                    | "growl"
                    | "groan"
                    | "sigh"
                    | "sob"
                    | "chime"
                    | "snap"
                    | "thunder"
                    | "gasp"
                    | "shriek"
                    | "yelp"
                    | "sputter"
                    | "drawl"
                    | "croak"
                    | "rasp"
                    | "whine"
                    | "moan"
                    | "recite"
                    | "jest"
            ) || that
                || matches!((saying.base, next), ("call", "for" | "on") | ("point", "out") | ("weigh", "in"))
                || saying.base == "call" && judges(scene, at, to)
        }
        Manner::Loose => next == "that" && opines(saying.base),
        Manner::Judging => {
            !matches!(
                saying.base,
                "cast"
                    | "rate"
                    | "rap"
                    | "rip"
                    | "bash"
                    | "hammer"
                    | "paint"
                    | "pan"
                    | "cheer"
                    | "style"
                    | "address"
                    | "term"
                    | "label"
                    | "name"
                    | "title"
                    | "trash"
                    | "fault"
                    | "credit"
                    | "define"
                    | "refer"
                    | "welcome"
                    | "thank"
                    | "congratulate"
                    | "portray"
                    | "brand"
                    | "attack"
                    | "regard"
            ) || that
                || matches!((saying.base, next), ("refer", "to"))
        }
        Manner::Stand => {
            !matches!(
                saying.base,
                "back"
                    | "order"
                    | "offer"
                    | "plan"
                    | "address"
                    | "raise"
                    | "renew"
                    | "repeat"
                    | "object"
                    | "signal"
                    | "withdraw"
                    | "retract"
                    | "lobby"
                    | "press"
                    | "push"
                    | "commit"
                    | "appeal"
                    | "speak"
                    | "lash"
                    | "rule"
                    | "invite"
                    | "consider"
                    | "intend"
                    | "ponder"
                    | "want"
                    | "wish"
                    | "expect"
                    | "contemplate"
                    | "forbid"
                    | "permit"
                    | "ban"
                    | "plead"
                    | "seek"
                    | "voice"
                    | "express"
                    | "outline"
                    | "detail"
                    | "discuss"
            ) || that
                || matches!(
                    (saying.base, next),
                    ("rule", "out")
                        | ("lash", "out")
                        | ("speak", "out" | "against")
                        | ("object" | "commit" | "appeal" | "plead", "to" | "for")
                )
                || matches!(saying.base, "voice" | "express")
        }
    }
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
