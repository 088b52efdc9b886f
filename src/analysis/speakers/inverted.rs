//! Who stands behind a verb or preposition: `said Jane Roe`, `according to the ministry`.
//!
//! In: the items of a sentence and where the phrase may begin. Out: it as a [`Subject`], and the item after it.

use super::items::Is;
use super::phrases::is_noun;
use super::subjects::{Scene, Subject, Who, pronoun};
use crate::analysis::lexicon::saying::Manner;
use crate::analysis::lexicon::{common, speaking};
use crate::model::FactKind;

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
        let mut end = start;
        let mut phrase_head = None;
        while end < to && end - start < 12 {
            let Some(item) = self.at(end) else { break };
            match item.is {
                Is::Name(entity) => {
                    // Dell University political scientist Jane Roe; Doe adviser Jane Roe.
                    if let Some(named) = self.modified(end + 1, to) {
                        return Some(named);
                    }
                    let possessor = self.at(end + 1).is_some_and(|i| i.is == Is::Possessive);
                    let modifies = self
                        .at(end + 1)
                        .is_some_and(|i| i.is == Is::Word && !i.capital && speaking::can_speak(&i.key) && i.saying.is_none());
                    if !possessor && !modifies && (self.is_kind(entity, FactKind::Person) || phrase_head.is_none()) {
                        return Some((self.entity_at(end, entity), end + 1));
                    }
                    end += 1;
                }
                // The company's engineer Jane Roe: who owns is not who speaks.
                Is::Possessive => {
                    phrase_head = None;
                    end += 1;
                }
                Is::Number => end += 1,
                Is::Sign(',') if phrase_head == end.checked_sub(1) && phrase_head.is_some() => {
                    // His aide, Jane Roe.
                    if let Some(entity) = self.at(end + 1).and_then(|i| i.person(self.entities)) {
                        return Some((self.entity_at(end + 1, entity), end + 2));
                    }
                    break;
                }
                Is::Word => {
                    let word = &*item.key;
                    // One well-placed source.
                    let counted = end == start + 1
                        && matches!(self.key(start), "one" | "some" | "many" | "most" | "both")
                        && self.at(end + 1).is_some_and(|i| i.is == Is::Word && speaking::can_speak(&i.key));
                    if phrase_head.is_some()
                        && !(counted && item.saying.is_none() && !common::is_function_word(word))
                        && (common::is_preposition(word)
                            || !speaking::can_speak(word) && (item.like_verb() || common::is_function_word(word)))
                    {
                        // Local baker and blogger Jane Roe.
                        if word == "and"
                            && let Some(named) = self.modified(end + 1, to)
                        {
                            return Some(named);
                        }
                        // Presidential Spokesman and Chief Counsel Jane Roe: one who has two offices.
                        let offices = (start..end).all(|n| self.at(n).is_some_and(|i| i.capital));
                        if let Some(entity) =
                            self.at(end + 1).filter(|_| word == "and" && offices).and_then(|i| i.person(self.entities))
                        {
                            return Some((self.entity_at(end + 1, entity), end + 2));
                        }
                        break;
                    }
                    let says = item.saying.is_some_and(|s| s.manner == Manner::Words) && !speaking::can_speak(word);
                    // Parties reacting to the plan.
                    let acting = word.ends_with("ing") && end.checked_sub(1).is_some_and(|n| self.key(n).ends_with('s'));
                    let compound = !says
                        && !acting
                        && phrase_head.is_some()
                        && phrase_head == end.checked_sub(1)
                        && !item.capital
                        && !common::is_adverb(word);
                    if speaking::can_speak(word) || compound {
                        phrase_head = Some(end);
                    }
                    if phrase_head.is_none() && end > start && (item.like_verb() || common::is_preposition(word) && word != "of")
                    {
                        break;
                    }
                    end += 1;
                }
                _ => break,
            }
        }
        let last = phrase_head?;
        let mut close = last + 1;
        // A spokesman for the governor.
        if self.at(close).is_some_and(|i| {
            i.is == Is::Word && matches!(&*i.key, "for" | "of" | "to" | "with" | "at" | "from" | "in" | "close" | "familiar")
        }) && !self.occasion(close + 1, to)
        {
            let mut n = close + 1;
            while n < to
                && n - close < 7
                && self.at(n).is_some_and(|i| {
                    matches!(i.is, Is::Name(_) | Is::Possessive)
                        || i.is == Is::Word && !i.like_verb() && !common::is_preposition(&i.key)
                })
            {
                n += 1;
            }
            // The ambassador to Ruritania Jane Roe.
            let posted = n.checked_sub(1).filter(|&last| last > close + 1 && self.key(close) == "to");
            let named = |last: usize| self.at(last).and_then(|i| i.person(self.entities));
            if let Some((last, entity)) = posted.and_then(|last| Some((last, named(last)?)))
                && self.at(last - 1).is_some_and(|i| matches!(i.is, Is::Name(_)))
            {
                return Some((self.entity_at(last, entity), n));
            }
            if n > close + 1 {
                close = n;
            }
        }
        let span = self.at(start)?.span.join(self.at(close - 1)?.span);
        Some((Subject { span, who: Who::Phrase }, close))
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
