//! Who stands behind a verb or preposition: `said Jane Roe`, `according to the ministry`.
//!
//! In: the items of a sentence and where the phrase may begin. Out: it as a [`Subject`], and the item after it.

use super::items::{Is, Item};
use super::phrases::is_noun;
use super::subjects::{Scene, Subject, Who, pronoun};
use crate::analysis::lexicon::saying::Manner;
use crate::analysis::lexicon::{common, speaking};
use crate::model::FactKind;

/// A phrase in which no name is met is given up after so many items.
const LONGEST_PHRASE: usize = 12;
/// What hangs on a noun with a preposition ends within so many items.
const LONGEST_HOUSE: usize = 7;

/// What an item is to the noun phrase that is being read.
enum Step {
    /// It stands before the noun.
    Belongs,
    /// It is the noun, as far as is read.
    Head,
    /// It ends whom the noun belongs to: of `the company's engineer`, who owns is not who speaks.
    Owner,
    /// The phrase has ended before it.
    Past,
    /// The phrase names somebody; and the item after the name.
    Named(Subject, usize),
}

impl Scene<'_, '_> {
    /// The noun phrase, name or pronoun that begins at item `from`: behind an inverted verb, after `according to`.
    /// Gives also the item after it.
    pub fn after(&self, from: usize, to: usize) -> Option<(Subject, usize)> {
        let mut start = from;
        while self.at(start).is_some_and(|i| i.is == Is::Word && common::is_adverb(&i.key)) {
            start += 1;
        }
        let first = self.at(start)?;
        if start >= to {
            return None;
        }
        if first.is == Is::Word && common::is_subject_pronoun(&first.key) {
            return Some((pronoun(first), start + 1));
        }
        let mut head = None;
        for at in start..to.min(start + LONGEST_PHRASE) {
            match self.step(start, at, to, head) {
                Step::Belongs => {}
                Step::Head => head = Some(at),
                Step::Owner => head = None,
                Step::Past => break,
                Step::Named(subject, next) => return Some((subject, next)),
            }
        }
        self.with_house(start, head?, to)
    }

    /// What item `at` is to the phrase that begins at `start` and has its noun at `head` so far.
    fn step(&self, start: usize, at: usize, to: usize, head: Option<usize>) -> Step {
        let Some(item) = self.at(at) else { return Step::Past };
        let beside = head.is_some() && head == at.checked_sub(1);
        match item.is {
            Is::Name(entity) => self.step_of_name(at, to, entity, head),
            Is::Possessive => Step::Owner,
            Is::Number => Step::Belongs,
            // His aide, Jane Roe.
            Is::Sign(',') if beside => match self.at(at + 1).and_then(|i| i.person(self.entities)) {
                Some(entity) => Step::Named(self.entity_at(at + 1, entity), at + 2),
                None => Step::Past,
            },
            Is::Word => self.step_of_word(start, at, to, head),
            _ => Step::Past,
        }
    }

    /// A name is who speaks, unless it stands before the noun: `Harbour Board spokesman`, `Roe's aide`.
    fn step_of_name(&self, at: usize, to: usize, entity: usize, head: Option<usize>) -> Step {
        // Dell University political scientist Jane Roe; Doe adviser Jane Roe.
        if let Some((subject, next)) = self.modified(at + 1, to) {
            return Step::Named(subject, next);
        }
        let possessor = self.at(at + 1).is_some_and(|i| i.is == Is::Possessive);
        let modifies =
            self.at(at + 1).is_some_and(|i| i.is == Is::Word && !i.capital && speaking::can_speak(&i.key) && i.saying.is_none());
        if !possessor && !modifies && (self.is_kind(entity, FactKind::Person) || head.is_none()) {
            return Step::Named(self.entity_at(at, entity), at + 1);
        }
        Step::Belongs
    }

    /// A word is the noun, stands before it, or ends the phrase as a verb or a preposition behind the noun does.
    fn step_of_word(&self, start: usize, at: usize, to: usize, head: Option<usize>) -> Step {
        let Some(item) = self.at(at) else { return Step::Past };
        let word = &*item.key;
        // One well-placed source.
        let counted = at == start + 1
            && matches!(self.key(start), "one" | "some" | "many" | "most" | "both")
            && self.at(at + 1).is_some_and(|i| i.is == Is::Word && speaking::can_speak(&i.key));
        if head.is_some()
            && !(counted && item.saying.is_none() && !common::is_function_word(word))
            && (common::is_preposition(word)
                || !speaking::can_speak(word) && (item.like_verb() || common::is_function_word(word)))
        {
            return self.joined(start, at, to).map_or(Step::Past, |(subject, next)| Step::Named(subject, next));
        }
        if speaking::can_speak(word) || self.is_compound(at, head) {
            return Step::Head;
        }
        let verb = item.like_verb() || common::is_preposition(word) && word != "of";
        if head.is_none() && at > start && verb { Step::Past } else { Step::Belongs }
    }

    /// Whether the word at `at` makes one noun with that right before it: `police department`.
    fn is_compound(&self, at: usize, head: Option<usize>) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| head == Some(*before)) else { return false };
        self.at(at).is_some_and(|item| {
            let says = item.saying.is_some_and(|s| s.manner == Manner::Words) && !speaking::can_speak(&item.key);
            // Parties reacting to the plan.
            let acting = item.key.ends_with("ing") && self.key(before).ends_with('s');
            !says && !acting && !item.capital && !common::is_adverb(&item.key)
        })
    }

    /// Who is named behind the `and` at `at`.
    fn joined(&self, start: usize, at: usize, to: usize) -> Option<(Subject, usize)> {
        if self.key(at) != "and" {
            return None;
        }
        // Presidential Spokesman and Chief Counsel Jane Roe: one who has two offices.
        let two_offices = || {
            let offices = (start..at).all(|n| self.at(n).is_some_and(|i| i.capital));
            let entity = self.at(at + 1).filter(|_| offices).and_then(|i| i.person(self.entities))?;
            Some((self.entity_at(at + 1, entity), at + 2))
        };
        // Local baker and blogger Jane Roe.
        self.modified(at + 1, to).or_else(two_offices)
    }

    /// The phrase with its noun at `last` and what hangs on it: `a spokesman for the governor`.
    fn with_house(&self, start: usize, last: usize, to: usize) -> Option<(Subject, usize)> {
        let mut close = last + 1;
        let hangs = self.at(close).is_some_and(|i| {
            i.is == Is::Word && matches!(&*i.key, "for" | "of" | "to" | "with" | "at" | "from" | "in" | "close" | "familiar")
        });
        if hangs && !self.occasion(close + 1, to) {
            let belongs = |i: &Item| {
                matches!(i.is, Is::Name(_) | Is::Possessive)
                    || i.is == Is::Word && !i.like_verb() && !common::is_preposition(&i.key)
            };
            let house = (close + 1..to.min(close + LONGEST_HOUSE)).take_while(|&n| self.at(n).is_some_and(belongs)).count();
            let end = close + 1 + house;
            if let Some(posted) = self.posted(close, end) {
                return Some(posted);
            }
            if house > 0 {
                close = end;
            }
        }
        let span = self.at(start)?.span.join(self.at(close - 1)?.span);
        Some((Subject { span, who: Who::Phrase }, close))
    }

    /// Who is named behind where she is posted: `the ambassador to Ruritania Jane Roe`.
    fn posted(&self, preposition: usize, end: usize) -> Option<(Subject, usize)> {
        let last = end.checked_sub(1).filter(|&last| last > preposition + 1 && self.key(preposition) == "to")?;
        let entity = self.at(last)?.person(self.entities)?;
        let country = self.at(last - 1).is_some_and(|i| matches!(i.is, Is::Name(_)));
        country.then(|| (self.entity_at(last, entity), end))
    }

    /// The person named at the end of a run of plain words: `political scientist Jane Roe`.
    fn modified(&self, from: usize, to: usize) -> Option<(Subject, usize)> {
        for n in from..to.min(from + 5) {
            let item = self.at(n)?;
            if let Some(entity) = item.person(self.entities).filter(|_| n > from) {
                return Some((self.entity_at(n, entity), n + 1));
            }
            let plain = item.is == Is::Word
                && !(item.like_verb() && (item.saying.is_some() || common::is_auxiliary(&item.key)))
                && !common::is_preposition(&item.key)
                && !common::is_function_word(&item.key);
            if !plain && !matches!(item.is, Is::Name(_) | Is::Number) {
                return None;
            }
        }
        None
    }

    /// Whether where or how something was said follows, not whose it is: `in a statement`, `at a rally`.
    fn occasion(&self, from: usize, to: usize) -> bool {
        (from..to.min(from + 4))
            .take_while(|&n| self.at(n).is_some_and(|i| i.is == Is::Word))
            .any(|n| speaking::is_occasion(self.key(n)))
    }

    /// Whoever stands behind an inverted verb of saying, whatever noun it is: `"…," said the toymaker`.
    pub fn anybody_after(&self, from: usize, to: usize) -> Option<(Subject, usize)> {
        let many =
            self.at(from).is_some_and(|i| i.is == Is::Word && is_noun(i) && (i.key.ends_with('s') || i.key.ends_with("men")));
        // Said mum Jane Roe: whoever bears a name that no list knows.
        let name = |n: usize| self.at(n).is_some_and(|i| i.is == Is::Word && i.capital && is_noun(i));
        let called = (from + 1..to.min(from + 5)).take_while(|&n| name(n)).count();
        if called >= 2 && self.at(from).is_some_and(|i| i.is == Is::Word && !i.capital && is_noun(i)) {
            return self.phrase_of(from + 1, from + 1 + called).map(|subject| (subject, from + 1 + called));
        }
        if !self.begins_phrase(from) && !many {
            return None;
        }
        let joined = |n: usize| {
            n == from
                || self.at(n).is_some_and(|i| match i.is {
                    Is::Name(_) | Is::Possessive | Is::Number | Is::Sign('-') => true,
                    Is::Word => is_noun(i),
                    _ => false,
                })
        };
        let end = (from..to.min(from + 8)).take_while(|&n| joined(n)).count() + from;
        self.at(end.wrapping_sub(1)).filter(|i| is_noun(i))?;
        // Said the toymaker, Jane Roe.
        let named = self.at(end).filter(|i| end + 1 < to && i.is_sign(',')).and_then(|_| self.at(end + 1));
        if let Some(entity) = named.and_then(|i| i.person(self.entities)) {
            return Some((self.entity_at(end + 1, entity), end + 2));
        }
        self.phrase_of(from, end).map(|subject| (subject, end))
    }
}
