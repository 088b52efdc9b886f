//! The attribution behind a quotation: `"…," Roe said`, `"…," said Roe`, `"…," according to Roe`, `"…" - Roe`.
//!
//! In: a sentence of items and the place of a quotation in it. Out: who says it, where what stands right behind tells.

use super::cues::{Cue, Strength, is_finite, puts_it, quoted_by_another, says};
use super::edges;
use super::items::{Is, Item};
use super::subjects::{Scene, Subject};
use crate::analysis::lexicon::saying::{self, Form, Manner};
use crate::analysis::lexicon::{common, speaking};

/// What parts a quotation from the words behind it.
struct Gap {
    /// The first item after the signs.
    at: usize,
    /// A comma, or a sign that closes the quotation as one does.
    comma: bool,
    dash: bool,
}

impl Gap {
    fn after(scene: &Scene, to: usize, quote: usize) -> Self {
        let sign = |n: usize| scene.items.get(n).filter(|i| n < to && matches!(i.is, Is::Sign(',' | '-' | '–' | '—' | ')')));
        let signs = (quote + 1..to).map_while(sign);
        let ends = scene.items.get(quote).and_then(|i| i.ends);
        let at = quote + 1 + signs.clone().count();
        Gap {
            at,
            comma: at > quote + 1 || matches!(ends, Some(',' | '?' | '!' | '—' | '–' | '-' | '…')),
            dash: signs.into_iter().any(|i| matches!(i.is, Is::Sign('-' | '–' | '—'))),
        }
    }
}

/// Who says the quotation at item `quote`, and how sure.
pub(super) fn behind(scene: &Scene, from: usize, to: usize, quote: usize) -> Option<Cue> {
    let strong = |subject| Some(Cue { subject, strength: Strength::Strong });
    if let Some(subject) = edges::headed(scene, from, to, quote) {
        return strong(subject);
    }
    let gap = Gap::after(scene, to, quote);
    let at = gap.at;
    let first = scene.items.get(at).filter(|_| at < to)?;
    if let Some(subject) = called_by(scene, from, to, quote, at) {
        return strong(subject);
    }
    if &*first.key == "according" {
        return scene.after(at + 2, to).and_then(|(subject, _)| strong(subject));
    }
    if let Some(subject) = inverted(scene, to, &gap, first) {
        return strong(subject);
    }
    let ends_clause = |n: &usize| scene.items.get(*n).is_some_and(|i| matches!(i.is, Is::Quote(_) | Is::Sign(':' | ';')));
    let limit = (at..to).find(ends_clause).unwrap_or(to);
    if let Some(subject) = clause(scene, limit, &gap, first) {
        return strong(subject);
    }
    if gap.dash {
        let (subject, next) = scene.after(at, to)?;
        let ended = scene.items.get(next).is_none_or(|i| next >= to || matches!(i.is, Is::Sign('.' | ',' | '(' | '|')));
        return ended.then_some(Cue { subject, strength: Strength::Fair });
    }
    acting(scene, limit, &gap, first).and_then(strong)
}

/// `called the "…" by fishermen`
fn called_by(scene: &Scene, from: usize, to: usize, quote: usize, at: usize) -> Option<Subject> {
    scene.items.get(at).filter(|i| &*i.key == "by")?;
    let mut before = (from..quote).rev().take(4).filter_map(|n| scene.items.get(n)?.saying);
    let called = before.any(|s| s.form == Form::Past && (s.manner == Manner::Judging || s.base == "call"));
    let (subject, _) = scene.after(at + 1, to).or_else(|| scene.anybody_after(at + 1, to)).filter(|_| called)?;
    Some(subject)
}

/// `"…," said Roe`
fn inverted(scene: &Scene, to: usize, gap: &Gap, verb: &Item) -> Option<Subject> {
    let saying = verb.saying.filter(|s| s.base != "be")?;
    // Read a notice: past and base are written alike.
    let tells = is_finite(verb) || &*verb.key == "read";
    let told = gap.comma || saying.form == Form::Past && matches!(saying.manner, Manner::Words | Manner::Loose | Manner::Stand);
    if !tells || !told {
        return None;
    }
    // Said Roe; but `"…," said the report and …` the same.
    let anybody = || scene.anybody_after(gap.at + 1, to).filter(|_| gap.comma && saying.manner == Manner::Words);
    scene.after(gap.at + 1, to).or_else(anybody).map(|(subject, _)| subject)
}

/// `"…," Roe said`, `"…," as Roe put it`, `"…," the paper quoted Roe as saying`
fn clause(scene: &Scene, limit: usize, gap: &Gap, first: &Item) -> Option<Subject> {
    let at = gap.at;
    // As Roe put it; but as the crowd began to sing tells when.
    let as_put = first.is == Is::Word && &*first.key == "as";
    let verb = (at + 1..limit).find(|&n| finite(scene, n) || puts_it(scene, n))?;
    if as_put && !scene.items.get(verb).is_some_and(puts) && !puts_it(scene, verb) {
        return None;
    }
    if let Some(quoted) = quoted_by_another(scene, verb, limit) {
        return Some(quoted);
    }
    let start = if as_put { at + 1 } else { at };
    let another = (start..verb).any(|n| {
        scene.items.get(n).is_some_and(|i| {
            i.is == Is::Word && matches!(&*i.key, "and" | "but" | "which" | "that" | "because" | "when" | "while" | "if")
        })
    });
    if another || !starts_subject(scene, start) || !gap.comma && !plain(scene, start, verb) {
        return None;
    }
    scene.before(start, verb).or_else(|| scene.anybody_before(start, verb).filter(|_| gap.comma && says(scene, verb)))
}

/// After a closing comma a name or pronoun with any verb: `"…," Roe grinned.`
fn acting(scene: &Scene, limit: usize, gap: &Gap, first: &Item) -> Option<Subject> {
    let participle = first.is == Is::Word && !first.capital && first.key.ends_with("ing") && !speaking::can_speak(&first.key);
    if !gap.comma || participle || !starts_subject(scene, gap.at) {
        return None;
    }
    let (subject, next) = scene.after(gap.at, limit)?;
    let acts = |i: &Item| i.is == Is::Word && !i.capital && &*i.key != "being" || i.is_sign(',');
    scene.items.get(next).is_some_and(acts).then_some(subject)
}

/// Whether a finite verb of saying stands at `at`: also one in the present behind several people (`sources say`).
fn finite(scene: &Scene, at: usize) -> bool {
    let many = |i: &Item| {
        i.is == Is::Word
            && (matches!(
                &*i.key,
                "they" | "we" | "i" | "you" | "people" | "police" | "men" | "women" | "some" | "many" | "others"
            ) || i.key.ends_with('s') && speaking::can_speak(&i.key))
    };
    scene.items.get(at).is_some_and(|item| {
        is_finite(item)
            || item.saying.is_some_and(|s| s.form == Form::Base && s.manner == Manner::Words)
                && at.checked_sub(1).and_then(|n| scene.items.get(n)).is_some_and(many)
    })
}

/// Whether a verb gives the words of a clause with `as`: as Roe put it, as Roe wrote.
fn puts(item: &Item) -> bool {
    item.saying.is_some_and(|s| matches!(s.manner, Manner::Words | Manner::Judging) && !saying::begins(s.base))
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
