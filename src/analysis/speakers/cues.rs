//! The attribution of one quotation within its sentence.
//!
//! In: a sentence of items and the place of a quotation in it. Out: the subject that says it. Looked for in this
//! order: behind the quotation (`"…," Roe said`, `"…," said Roe`, `according to Roe`, `- Roe`), before it (`Roe said that
//! …`, `Roe: "…"`), at the sentence's end, and last the sentence's own subject.

use super::items::{Is, Item};
use super::subjects::{Scene, Subject};
use super::{behind, edges};
use crate::analysis::lexicon::common;
use crate::analysis::lexicon::saying::{self, Form, Manner};
use crate::model::FactKind;

/// An attribution.
#[derive(Debug, Clone, PartialEq)]
pub struct Cue {
    /// Who.
    pub subject: Subject,
    /// How sure: of several that fit, the surest counts.
    pub strength: Strength,
}

/// How sure an attribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// The sentence has no verb of saying: its subject.
    Weak,
    /// A verb of saying elsewhere in the sentence.
    Fair,
    /// A verb of saying right beside it.
    Strong,
}

/// The attribution of the quotation at item `quote` in the sentence `from..to`.
pub fn of(scene: &Scene, from: usize, to: usize, quote: usize) -> Option<Cue> {
    let behind = behind::behind(scene, from, to, quote);
    if behind.as_ref().is_some_and(|c| c.strength == Strength::Strong) {
        return behind;
    }
    let before = before(scene, from, quote);
    before.or(behind).or_else(|| edges::trailing(scene, to, quote)).or_else(|| own_subject(scene, from, to, quote))
}

pub(super) fn is_finite(item: &Item) -> bool {
    item.saying.is_some_and(|s| matches!(s.form, Form::Past | Form::Third))
}

/// `as Roe puts it`: whether the verb at `at` is this one.
pub(super) fn puts_it(scene: &Scene, at: usize) -> bool {
    let key = |n: usize| scene.items.get(n).map_or("", |i| &*i.key);
    matches!(key(at), "put" | "puts") && key(at + 1) == "it"
}

/// Whether the verb at `verb` gives words.
pub(super) fn says(scene: &Scene, verb: usize) -> bool {
    scene.items.get(verb).and_then(|i| i.saying).is_some_and(|s| s.manner == Manner::Words && !saying::begins(s.base))
}

/// Whom the verb at `verb` quotes: the paper quoted Roe as saying.
pub(super) fn quoted_by_another(scene: &Scene, verb: usize, to: usize) -> Option<Subject> {
    let quotes = scene.items.get(verb).and_then(|i| i.saying).is_some_and(|s| matches!(s.base, "quote" | "cite"));
    if !quotes || passive(scene, 0, verb) {
        return None;
    }
    let (subject, next) = scene.after(verb + 1, to)?;
    let key = |n: usize| scene.items.get(n).map_or("", |i| &*i.key);
    (next..to.min(next + 3)).any(|n| key(n) == "as" && matches!(key(n + 1), "saying" | "telling" | "writing")).then_some(subject)
}

/// Verbs of saying before a quotation that are tried: further back another clause speaks.
const VERBS_TRIED: usize = 12;

/// `Roe said that … "…"`, `According to Roe, "…"`, `Roe: "…"`.
fn before(scene: &Scene, from: usize, quote: usize) -> Option<Cue> {
    let colon = quote.checked_sub(1).filter(|&n| n >= from).and_then(|n| scene.items.get(n)).is_some_and(|i| i.is_sign(':'));
    let mut inner: Option<(usize, Cue)> = None;
    let mut tried = 0;
    for at in (from..quote).rev() {
        let Some(item) = scene.items.get(at).filter(|i| i.is == Is::Word) else { continue };
        if &*item.key == "according"
            && let Some((subject, _)) = scene.after(at + 2, quote)
        {
            return Some(Cue { subject, strength: Strength::Fair });
        }
        if puts_it(scene, at)
            && let Some(subject) = scene.before(from, at)
        {
            return Some(Cue { subject, strength: Strength::Strong });
        }
        if let Some(subject) = claimed(scene, from, at, quote) {
            return Some(Cue { subject, strength: Strength::Strong });
        }
        if !reports(scene, from, at, quote) {
            continue;
        }
        tried += 1;
        if tried > VERBS_TRIED {
            break;
        }
        if let Some((verb, cue)) = inner.take() {
            // Roe said Doe had withdrawn an offer "…": who says it all. Roe said no, and Doe hoped "…": Doe.
            let outer = says(scene, at) && is_finite(item) && !parted(scene, at, verb);
            let subject = if outer { attributing(scene, from, at, quote).map(|c| c.subject) } else { None };
            return Some(subject.map_or(cue, |subject| Cue { subject, strength: Strength::Fair }));
        }
        let Some(cue) = attributing(scene, from, at, quote) else { continue };
        if seldom(scene, at, quote, &cue.subject) {
            inner = Some((at, cue));
        } else {
            return Some(cue);
        }
    }
    if let Some((_, cue)) = inner {
        return Some(cue);
    }
    if colon {
        // Roe: "…", and headlines: the name before the colon, else the headline's subject.
        let name = quote.checked_sub(2).filter(|&n| n >= from).and_then(|n| scene.items.get(n));
        let alone = name.and_then(Item::entity).filter(|_| quote - from <= 4);
        if let (Some(entity), Some(item)) = (alone, name) {
            return Some(Cue {
                subject: Subject { span: item.span, who: super::subjects::Who::Entity(entity) },
                strength: Strength::Strong,
            });
        }
        if let Some(subject) = scene.unknown_name(from, quote - 1) {
            return Some(Cue { subject, strength: Strength::Strong });
        }
        return scene.main(from, quote).map(|subject| Cue { subject, strength: Strength::Fair });
    }
    None
}

/// Whose the quoted words are by a noun of saying: `Roe's claim that he was "…"`, `her description of him as "…"`.
fn claimed(scene: &Scene, from: usize, at: usize, quote: usize) -> Option<Subject> {
    if !saying::is_utterance(&scene.items.get(at)?.key) {
        return None;
    }
    // Roe's comments "show bias"; her remarks about Doe were "mad": those judge the words, they are not them.
    let leads = match &*scene.items.get(at + 1)?.key {
        "that" => true,
        "of" => (at + 1..quote).all(|n| scene.items.get(n).is_some_and(|i| !i.like_verb())),
        _ => false,
    };
    let owner = at.checked_sub(1).filter(|&n| n >= from && leads)?;
    let item = scene.items.get(owner)?;
    match &item.is {
        Is::Possessive => {
            let name = owner.checked_sub(1).filter(|&n| n >= from)?;
            let entity = scene.items.get(name)?.person(scene.entities)?;
            Some(scene.entity_at(name, entity))
        }
        Is::Word if matches!(&*item.key, "his" | "her") => {
            let who = super::subjects::Who::Pronoun(super::items::pronoun_gender(&item.key), super::subjects::Number::Person);
            Some(Subject { span: item.span, who })
        }
        _ => None,
    }
}

/// Whether the verb at `at` can attribute the quotation after it.
fn reports(scene: &Scene, from: usize, at: usize, quote: usize) -> bool {
    let Some(saying) = scene.items.get(at).and_then(|i| i.saying) else { return false };
    let that = scene.items.get(at + 1).is_some_and(|i| &*i.key == "that");
    let by = || (at + 1..quote.min(at + 4)).any(|n| scene.items.get(n).is_some_and(|i| &*i.key == "by"));
    let far = saying.manner == Manner::Loose && at + 4 < quote && !that
        // The fire began with a bang “like thunder.”
        || saying::begins(saying.base) && at + 2 < quote && !that
        || !that && subordinate(scene, from, at, quote);
    let passive = || passive(scene, from, at) && !matches!(saying.base, "quote" | "cite") && !by();
    saying.base != "be"
        && !noun_like(scene, from, at)
        && !far
        && !passive()
        && (saying.form != Form::Base || says_so(scene, from, at))
}

/// Whether the verb at `at` belongs to a clause that is over before the quotation: `while his son fetched a ladder, he tried …
/// “…”`.
fn subordinate(scene: &Scene, from: usize, at: usize, quote: usize) -> bool {
    let key = |n: usize| scene.items.get(n).map_or("", |i| &*i.key);
    let comma = |n: usize| scene.items.get(n).is_some_and(|i| i.is_sign(','));
    let joint =
        (from..at).rev().take_while(|&n| !comma(n)).find(|&n| matches!(key(n), "while" | "when" | "because" | "although"));
    let over = (at + 1..quote).find(|&n| comma(n)).filter(|&n| common::is_subject_pronoun(key(n + 1)));
    joint.is_some() && over.is_some()
}

/// Whether a base form is a verb: after `to`, an auxiliary, a plural or several people. A firm voice is none.
fn says_so(scene: &Scene, from: usize, at: usize) -> bool {
    // The sign read: past and base are written alike. They heard a docker yell: a base form with its own subject.
    let read = scene.items.get(at).is_some_and(|i| &*i.key == "read");
    let heard = (from..at).rev().take(5).any(|n| {
        scene.items.get(n).is_some_and(|i| {
            matches!(&*i.key, "heard" | "hear" | "hears" | "overheard" | "saw" | "watched" | "made" | "let" | "had")
        })
    });
    if read || heard {
        return true;
    }
    let before = (from..at).rev().find(|&n| scene.items.get(n).is_some_and(|i| !common::is_adverb(&i.key)));
    before.and_then(|n| scene.items.get(n)).is_none_or(|i| match i.is {
        Is::Word => {
            matches!(
                &*i.key,
                "to" | "people" | "men" | "women" | "police" | "some" | "many" | "most" | "others" | "who" | "that" | "and"
            ) || common::is_auxiliary(&i.key)
                || common::is_subject_pronoun(&i.key)
                || i.key.ends_with('s')
        }
        Is::Name(_) | Is::Sign(_) => true,
        _ => false,
    })
}

/// The attribution by the verb at `at` before a quotation.
fn attributing(scene: &Scene, from: usize, at: usize, quote: usize) -> Option<Cue> {
    let saying = scene.items.get(at)?.saying?;
    let near = if quote - at <= 3 { Strength::Strong } else { Strength::Fair };
    // Described by Roe as "…"; the paper quoted Roe as saying: "…"
    if passive(scene, from, at)
        && let Some(by) = (at + 1..quote.min(at + 4)).find(|&n| scene.items.get(n).is_some_and(|i| &*i.key == "by"))
        && saying.manner == Manner::Judging
    {
        let (subject, _) = scene.after(by + 1, quote).or_else(|| scene.anybody_after(by + 1, quote))?;
        return Some(Cue { subject, strength: near });
    }
    if saying.form == Form::Gerund && at.checked_sub(1).and_then(|n| scene.items.get(n)).is_some_and(|i| &*i.key == "as") {
        let quoting = (from..at).rev().find(|&n| scene.items.get(n).and_then(|i| i.saying).is_some_and(|s| s.base == "quote"));
        if let Some(verb) = quoting {
            let subject = quoted_by_another(scene, verb, quote).or_else(|| scene.before(from, verb))?;
            return Some(Cue { subject, strength: near });
        }
    }
    // Said Jane Roe, who …, "…"
    let opens = |n: usize| {
        scene.items.get(n).is_some_and(|i| i.is == Is::Word && (common::is_adverb(&i.key) || matches!(&*i.key, "and" | "but")))
    };
    if saying.form == Form::Past
        && (from..at).all(opens)
        && let Some((subject, _)) = scene.after(at + 1, quote)
    {
        return Some(Cue { subject, strength: Strength::Strong });
    }
    // Banners in the square read: "…"
    let written = |_: &()| says(scene, at) && quote - at <= 2;
    let subject = scene.before(from, at).or_else(|| Some(()).filter(written).and_then(|()| scene.opening(from, at)))?;
    Some(Cue { subject, strength: near })
}

/// Verbs that report speech only now and then, not right before the quotation, or of what is no person: a verb of
/// saying before them counts more.
fn seldom(scene: &Scene, at: usize, quote: usize, subject: &Subject) -> bool {
    let Some(saying) = scene.items.get(at).and_then(|i| i.saying) else { return false };
    let thing = matches!(subject.who, super::subjects::Who::Phrase);
    match saying.manner {
        Manner::Loose => thing || quote - at > 2,
        Manner::Stand => quote - at > 2 && saying::acts(saying.base),
        Manner::Words | Manner::Judging => false,
    }
}

/// Whether a new main clause begins between two items: `, and`, `, but`, `;`.
fn parted(scene: &Scene, from: usize, to: usize) -> bool {
    (from..to).any(|n| {
        let next = scene.items.get(n + 1).map_or("", |i| &*i.key);
        scene.items.get(n).is_some_and(|i| {
            i.is_sign(';') || i.is_sign(',') && matches!(next, "and" | "but" | "while" | "whereas" | "although" | "though")
        })
    })
}

/// Whether the sentence says of the quoted words that somebody said them, and not who: `has been described as "…"`.
pub fn of_nobody(scene: &Scene, from: usize, quote: usize) -> bool {
    (from..quote).rev().take(8).any(|n| {
        // It was said in the crowd that he was "…"; she was said to be "…".
        let judging = scene.items.get(n).and_then(|i| i.saying).is_some_and(|s| match s.base {
            "call" | "say" | "report" | "allege" | "claim" | "rumour" | "rumor" => true,
            _ => s.manner == Manner::Judging && quote - n <= 5,
        });
        judging && passive(scene, from, n) && (n + 1..quote).all(|m| scene.items.get(m).is_some_and(|i| &*i.key != "by"))
    })
}

/// Whether a form that is also a noun (claim, report, call, comments, tweet) is one here: a determiner, possessive,
/// adjective of possession or preposition stands before it.
fn noun_like(scene: &Scene, from: usize, at: usize) -> bool {
    let Some(item) = scene.items.get(at) else { return false };
    if !item.saying.is_some_and(|s| matches!(s.form, Form::Base | Form::Third | Form::Gerund)) {
        return false;
    }
    at.checked_sub(1).filter(|&n| n >= from).and_then(|n| scene.items.get(n)).is_some_and(|i| {
        i.is == Is::Possessive
            || i.is == Is::Word
                && (common::is_determiner(&i.key) && &*i.key != "that"
                    || matches!(
                        &*i.key,
                        "of" | "in" | "with" | "from" | "for" | "at" | "new" | "public" | "recent" | "official" | "own"
                    ) && item.saying.is_some_and(|s| s.form != Form::Gerund))
    })
}

/// Whether a past form has a form of `be` right before it.
fn passive(scene: &Scene, from: usize, at: usize) -> bool {
    if scene.items.get(at).is_none_or(|i| i.saying.is_none_or(|s| s.form != Form::Past)) {
        return false;
    }
    let mut n = at;
    while n > from {
        n -= 1;
        let Some(item) = scene.items.get(n).filter(|i| i.is == Is::Word) else { return false };
        if matches!(&*item.key, "is" | "was" | "are" | "were" | "be" | "been" | "being" | "wasn't" | "isn't" | "wasn’t" | "isn’t")
        {
            return true;
        }
        if !common::is_adverb(&item.key) {
            return false;
        }
    }
    false
}

fn own_subject(scene: &Scene, from: usize, to: usize, quote: usize) -> Option<Cue> {
    if quote == from {
        return None;
    }
    let subject = scene.main(from, quote).or_else(|| scene.main(quote + 1, to))?;
    // Without a verb of saying only people speak.
    let somebody = match subject.who {
        super::subjects::Who::Entity(e) => scene.entities.get(e).is_some_and(|x| x.kind == FactKind::Person),
        super::subjects::Who::Pronoun(..) => true,
        super::subjects::Who::Phrase => false,
    };
    if !somebody {
        return None;
    }
    Some(Cue { subject, strength: Strength::Weak })
}
