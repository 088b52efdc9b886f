//! Whom a sentence is about: the subject of its main clause.
//!
//! In: the items of a sentence. Out: the first name, pronoun or phrase with a verb after it, as a [`Subject`].

use super::items::{Is, Item};
use super::phrases::is_noun;
use super::subjects::{Scene, Subject, pronoun};
use crate::analysis::lexicon::saying::{Form, Manner};
use crate::analysis::lexicon::{common, speaking};
use crate::model::FactKind;

impl<'t> Scene<'_, 't> {
    /// The subject of the main clause in `from..to`: the first name, pronoun or phrase with a verb after it; else the
    /// first person that no preposition governs.
    pub fn main(&self, from: usize, to: usize) -> Option<Subject> {
        let mut fallback: Option<Subject> = None;
        for n in from..to {
            let Some(item) = self.at(n) else { break };
            let governed = n
                .checked_sub(1)
                .filter(|&m| m >= from)
                .and_then(|m| self.at(m))
                .is_some_and(|i| i.is == Is::Word && common::is_preposition(&i.key) || i.saying.is_some());
            // The company behind the popular Ferrix announced: whatever hangs on a noun is not who did it.
            let named = matches!(item.is, Is::Name(entity) if !self.is_kind(entity, FactKind::Place));
            if named
                && self.next_word(n + 1, to).is_some_and(Item::like_verb)
                && let Some(head) = self.governing(from, self.phrase_start(from, n), n)
            {
                return Some(head);
            }
            match item.is {
                Is::Name(entity) => {
                    let next = self.next_word(n + 1, to);
                    let place = self.is_kind(entity, FactKind::Place);
                    if next.is_some_and(Item::like_verb) && !governed {
                        return Some(self.entity_at(n, entity));
                    }
                    // Here is Dell coach Jane Roe: whose coach she is is not whom it is about.
                    let modifies = self.at(n + 1).is_some_and(|i| {
                        i.is == Is::Possessive || i.is == Is::Word && !i.capital && !i.like_verb() && speaking::can_speak(&i.key)
                    });
                    if !place && !governed && fallback.is_none() && !modifies {
                        fallback = Some(self.entity_at(n, entity));
                    }
                }
                Is::Word if matches!(&*item.key, "he" | "she" | "they") && !governed => return Some(pronoun(item)),
                // Somebody by a name that nothing tells the kind of: Doe says.
                Is::Word if item.capital && !governed && is_noun(item) && !speaking::can_speak(&item.key) => {
                    let says = |i: &Item| {
                        i.saying.is_some_and(|s| matches!(s.form, Form::Past | Form::Third) && s.manner == Manner::Words)
                    };
                    if self.next_word(n + 1, to).is_some_and(says) {
                        return self.phrase_of(self.phrase_start(from, n), n + 1);
                    }
                }
                Is::Word
                    if !item.capital
                        && !governed
                        && self.next_word(n + 1, to).is_some_and(|next| next.like_verb() || says_together(item, next))
                        && speaking::can_speak(&item.key)
                        // In a statement sent to the council: what a preposition governs is not who did it.
                        && !(speaking::is_occasion(&item.key) && self.is_governed(from, n)) =>
                {
                    return self.apposed(n, to).or_else(|| self.phrase(from, n));
                }
                // A doctor at the hospital said.
                Is::Word if !item.capital && n > from && n <= from + 3 && speaking::can_speak(&item.key) => {
                    if let Some(verb) = self.verb_past(n, to).filter(|_| self.phrase_start(from, n) == from) {
                        return self.before(from, verb);
                    }
                }
                _ => {}
            }
        }
        fallback
    }

    /// The verb of saying behind what hangs on a noun by a preposition, with no comma between.
    fn verb_past(&self, noun: usize, to: usize) -> Option<usize> {
        let hangs = matches!(self.key(noun + 1), "at" | "of" | "for" | "from" | "in" | "with");
        let verb = (noun + 2..to.min(noun + 10)).find(|&n| self.at(n).is_some_and(Item::like_verb)).filter(|_| hangs)?;
        let plain = (noun + 2..verb).all(|n| self.at(n).is_some_and(|i| !matches!(i.is, Is::Sign(_) | Is::Quote(_))));
        let says = self.at(verb).and_then(|i| i.saying).is_some_and(|s| s.manner == Manner::Words && s.form != Form::Base);
        (plain && says).then_some(verb)
    }

    /// Whether a preposition governs the phrase whose noun stands at `noun`.
    fn is_governed(&self, from: usize, noun: usize) -> bool {
        let before = self.phrase_start(from, noun).checked_sub(1).filter(|&n| n >= from).and_then(|n| self.at(n));
        before.is_some_and(|i| i.is == Is::Word && common::is_preposition(&i.key))
    }

    /// The person named in the insertion after a phrase: `another candidate, former governor Jane Roe, said`.
    fn apposed(&self, head: usize, to: usize) -> Option<Subject> {
        self.at(head + 1).filter(|i| i.is_sign(','))?;
        let close = (head + 2..to.min(head + 8)).find(|&n| self.at(n).is_some_and(|i| i.is_sign(',')))?;
        let entity = self.at(close - 1)?.person(self.entities)?;
        Some(self.entity_at(close - 1, entity))
    }

    /// The next word that is no adverb, stepping over one insertion between commas.
    fn next_word(&self, from: usize, to: usize) -> Option<&Item<'t>> {
        let mut n = from;
        if self.at(n).is_some_and(|i| i.is_sign(',') || i.is_sign('(')) {
            let close = if self.at(n).is_some_and(|i| i.is_sign('(')) { ')' } else { ',' };
            let end = (n + 1..to.min(n + 16)).find(|&m| self.at(m).is_some_and(|i| i.is_sign(close)))?;
            n = end + 1;
        }
        while n < to && self.at(n).is_some_and(|i| i.is == Is::Word && common::is_adverb(&i.key)) {
            n += 1;
        }
        self.at(n).filter(|_| n < to)
    }
}

/// Whether the second item is what several people, the first, say: `the unions say`.
fn says_together(many: &Item, verb: &Item) -> bool {
    (many.key.ends_with('s') || matches!(&*many.key, "police" | "people" | "men" | "women"))
        && verb.saying.is_some_and(|s| s.form == Form::Base && s.manner == Manner::Words)
}
