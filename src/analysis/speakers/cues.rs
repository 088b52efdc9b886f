//! The attribution of one quotation within its sentence.
//!
//! In: a sentence of items and the place of a quotation in it. Out: the subject that says it. Looked for in this
//! order: behind the quotation (`"…," Roe said`, `"…," said Roe`, `according to Roe`, `- Roe`), before it (`Roe said that
//! …`, `Roe: "…"`), at the sentence's end, and last the sentence's own subject.

use super::items::{Is, Item};
use super::subjects::{Scene, Subject};
use crate::analysis::lexicon::saying::{Form, Manner};
use crate::analysis::lexicon::{common, speaking};
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
    let behind = behind(scene, from, to, quote);
    if behind.as_ref().is_some_and(|c| c.strength == Strength::Strong) {
        return behind;
    }
    let before = before(scene, from, quote);
    before.or(behind).or_else(|| trailing(scene, to, quote)).or_else(|| own_subject(scene, from, to, quote))
}

fn is_finite(item: &Item) -> bool {
    item.saying.is_some_and(|s| matches!(s.form, Form::Past | Form::Third))
}

/// `"…," Roe said`, `"…," said Roe`, `"…" - Roe`, `"…," according to Roe`.
fn behind(scene: &Scene, _from: usize, to: usize, quote: usize) -> Option<Cue> {
    let ends = scene.items.get(quote).and_then(|i| i.ends);
    let mut at = quote + 1;
    let mut comma = matches!(ends, Some(',' | '?' | '!' | '—' | '–' | '-' | '…'));
    let mut dash = false;
    while at < to && scene.items.get(at).is_some_and(|i| matches!(i.is, Is::Sign(',' | '-' | '–' | '—' | ')'))) {
        dash |= scene.items.get(at).is_some_and(|i| matches!(i.is, Is::Sign('-' | '–' | '—')));
        comma = true;
        at += 1;
    }
    let first = scene.items.get(at).filter(|_| at < to)?;
    if &*first.key == "according" {
        let (subject, _) = scene.after(at + 2, to)?;
        return Some(Cue { subject, strength: Strength::Strong });
    }
    let strong = |subject| Some(Cue { subject, strength: Strength::Strong });
    if is_finite(first)
        && (comma || first.saying.is_some_and(|s| s.form == Form::Past))
        && first.saying.is_some_and(|s| matches!(s.manner, Manner::Words | Manner::Loose | Manner::Stand) || comma)
    {
        // Said Roe; but `"…," said the report and …` the same.
        if let Some((subject, _)) = scene.after(at + 1, to) {
            return strong(subject);
        }
    }
    let limit =
        (at..to).find(|&n| scene.items.get(n).is_some_and(|i| matches!(i.is, Is::Quote(_) | Is::Sign(':' | ';')))).unwrap_or(to);
    let verb = (at + 1..limit).find(|&n| scene.items.get(n).is_some_and(is_finite));
    let as_put = first.is == Is::Word && &*first.key == "as";
    if let Some(verb) = verb {
        let start = if as_put { at + 1 } else { at };
        let clause = (start..verb).find(|&n| {
            scene.items.get(n).is_some_and(|i| {
                i.is == Is::Word && matches!(&*i.key, "and" | "but" | "which" | "that" | "because" | "when" | "while" | "if")
            })
        });
        if clause.is_none()
            && starts_subject(scene, start)
            && (comma || plain(scene, start, verb))
            && let Some(subject) = scene.before(start, verb)
        {
            return strong(subject);
        }
    }
    // After a closing comma a name or pronoun with any verb: `"…," Roe grinned.`
    if comma && starts_subject(scene, at) && !dash {
        let (subject, next) = scene.after(at, limit)?;
        if scene.items.get(next).is_some_and(|i| i.is == Is::Word && !i.capital || i.is_sign(',')) {
            return Some(Cue { subject, strength: Strength::Strong });
        }
    }
    if dash {
        let (subject, next) = scene.after(at, to)?;
        let ended = scene.items.get(next).is_none_or(|i| next >= to || matches!(i.is, Is::Sign('.' | ',' | '(' | '|')));
        return ended.then_some(Cue { subject, strength: Strength::Fair });
    }
    None
}

/// Whether name or pronoun and verb follow each other, as they must where no comma parts quotation and attribution.
fn plain(scene: &Scene, start: usize, verb: usize) -> bool {
    let subject = scene
        .items
        .get(start)
        .is_some_and(|i| matches!(i.is, Is::Name(_)) || common::is_subject_pronoun(&i.key) || common::is_determiner(&i.key));
    subject && verb <= start + 3 && scene.items.get(verb).and_then(|i| i.saying).is_some_and(|s| s.manner != Manner::Loose)
}

/// Whether a name, a pronoun or a determined phrase begins here.
fn starts_subject(scene: &Scene, at: usize) -> bool {
    scene.items.get(at).is_some_and(|i| match i.is {
        Is::Name(_) => true,
        Is::Word => {
            common::is_subject_pronoun(&i.key)
                || common::is_determiner(&i.key)
                || speaking::can_speak(&i.key)
                || i.capital
                || (!i.like_verb() && !common::is_function_word(&i.key))
        }
        _ => false,
    })
}

/// `Roe said that … "…"`, `According to Roe, "…"`, `Roe: "…"`.
fn before(scene: &Scene, from: usize, quote: usize) -> Option<Cue> {
    let mut at = quote;
    let mut colon = false;
    while at > from {
        at -= 1;
        let Some(item) = scene.items.get(at) else { break };
        if item.is_sign(':') && at + 1 == quote {
            colon = true;
        }
        if item.is == Is::Word
            && &*item.key == "according"
            && let Some((subject, _)) = scene.after(at + 2, quote)
        {
            return Some(Cue { subject, strength: Strength::Fair });
        }
        let Some(saying) = item.saying.filter(|_| item.is == Is::Word) else { continue };
        if saying.base == "be" || noun_like(scene, from, at) {
            continue;
        }
        if saying.manner == Manner::Loose && at + 4 < quote && scene.items.get(at + 1).is_none_or(|i| &*i.key != "that") {
            continue;
        }
        if passive(scene, from, at) && !matches!(saying.base, "quote" | "cite" | "report" | "say" | "hear") {
            continue;
        }
        // Said Jane Roe, who …, "…"
        if saying.form == Form::Past
            && (from..at).all(|n| {
                scene
                    .items
                    .get(n)
                    .is_some_and(|i| i.is == Is::Word && (common::is_adverb(&i.key) || matches!(&*i.key, "and" | "but")))
            })
            && let Some((subject, _)) = scene.after(at + 1, quote)
        {
            return Some(Cue { subject, strength: Strength::Strong });
        }
        if let Some(subject) = scene.before(from, at) {
            let near = quote - at <= 3;
            return Some(Cue { subject, strength: if near { Strength::Strong } else { Strength::Fair } });
        }
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
        return scene.main(from, quote).map(|subject| Cue { subject, strength: Strength::Fair });
    }
    None
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

/// An attribution at the end of the sentence: `The plan is "bold" but "late," the mayor said.`
fn trailing(scene: &Scene, to: usize, quote: usize) -> Option<Cue> {
    let verb = (quote + 1..to).rev().find(|&n| scene.items.get(n).is_some_and(is_finite))?;
    // Only what stands behind the last comma or quotation.
    let start =
        (quote..verb).rev().find(|&n| scene.items.get(n).is_some_and(|i| matches!(i.is, Is::Quote(_)) || i.is_sign(',')))?;
    if let Some((subject, next)) = scene.after(verb + 1, to)
        && start + 1 == verb
        && next + 1 >= to
    {
        return Some(Cue { subject, strength: Strength::Fair });
    }
    let subject = scene.before(start + 1, verb)?;
    Some(Cue { subject, strength: Strength::Fair })
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
