//! Noun phrases before a verb: officials, a spokesman for the governor, the ministry, a local barber.
//!
//! In: the items of a sentence and where a phrase ends. Out: the phrase as a [`Subject`]. A phrase speaks where its
//! noun is one for people or bodies; beside a quotation and its verb of saying, any noun does.

use super::items::{Is, Item};
use super::subjects::{Scene, Subject, Who, governs};
use crate::analysis::lexicon::{common, people, speaking};
use crate::model::FactKind;

impl Scene<'_, '_> {
    /// The phrase that `preposition name` hangs on, if people are its head; else the sentence's own subject.
    pub(super) fn hanging(&self, from: usize, at: usize, preposition: &str) -> Option<Subject> {
        let mut head = at;
        while head > from && !(self.at(head).is_some_and(|i| i.is == Is::Word && &*i.key == preposition)) {
            head -= 1;
        }
        let mut noun = head.checked_sub(1).filter(|&n| n >= from)?;
        // A source close to Roe.
        if matches!(self.key(noun), "close" | "familiar" | "loyal" | "near")
            && let Some(before) = noun.checked_sub(1).filter(|&n| n >= from && speaking::can_speak(self.key(n)))
        {
            noun = before;
        }
        // Another source speaking to the Gazette.
        if self.key(noun).ends_with("ing")
            && let Some(before) = noun.checked_sub(1).filter(|&n| n >= from && speaking::can_speak(self.key(n)))
        {
            return self.phrase_of(self.phrase_start(from, before), before + 1);
        }
        let item = self.at(noun)?;
        match item.is {
            Is::Word if (!item.capital || noun == from) && speaking::can_speak(&item.key) => {
                let start = self.phrase_start(from, noun);
                let span = self.at(start)?.span.join(self.at(at)?.span);
                Some(Subject { span, who: Who::Phrase })
            }
            Is::Word if common::is_calendar(&item.key) || speaking::is_occasion(&item.key) => self.main(from, at),
            Is::Name(entity) if matches!(preposition, "of" | "from" | "in" | "at" | "on" | "for" | "with" | "to") => {
                Some(self.entity_at(noun, entity))
            }
            // Harbour Marine of Dell: a firm by a name that is made of common words.
            Is::Word
                if item.capital
                    && (preposition == "of" || preposition == "on" && speaking::can_speak(&item.key))
                    && noun > from
                    && self.at(noun - 1).is_some_and(|i| i.capital || matches!(i.is, Is::Name(_))) =>
            {
                self.phrase_of(self.phrase_start(from, noun), noun + 1)
            }
            _ => self.main(from, at).or_else(|| self.at(at).and_then(Item::entity).map(|e| self.entity_at(at, e))),
        }
    }

    /// A phrase that ends with the noun at `last`.
    pub(super) fn phrase(&self, from: usize, last: usize) -> Option<Subject> {
        let item = self.at(last)?;
        let start = self.phrase_start(from, last);
        if item.like_verb() && (start == last || !speaking::can_speak(&item.key)) {
            return None;
        }
        if let Some(head) = self.governing(from, start, last).filter(|_| is_noun(item)) {
            return Some(head);
        }
        // The campaign manager of Jane Roe; but `Roe's manager` and `manager Roe` end elsewhere.
        let span = self.at(start)?.span.join(item.span);
        let speaks = (start..=last).any(|n| self.at(n).is_some_and(|i| speaking::can_speak(&i.key) || i.capital));
        if !speaks {
            return None;
        }
        Some(Subject { span, who: Who::Phrase })
    }

    /// The phrase whose noun a preposition before this one hangs on: `a spokesman for Waitford`, `banners at the hall`.
    pub(super) fn governing(&self, from: usize, start: usize, last: usize) -> Option<Subject> {
        let noun = |start: usize| {
            let preposition = start.checked_sub(1).filter(|&n| n > from)?;
            let governs = self.at(preposition).is_some_and(|i| i.is == Is::Word && !i.capital && governs(&i.key));
            let body = |i: &Item| self.key(preposition) == "on" && speaking::can_speak(&i.key);
            let plain = |i: &&Item| i.is == Is::Word && (!i.capital || preposition == from + 1 || body(i)) && is_noun(i);
            self.at(preposition - 1).filter(plain).filter(|_| governs).map(|_| preposition - 1)
        };
        let first = noun(start)?;
        if speaking::can_speak(self.key(first)) {
            return self.hanging(from, last, self.key(first + 1));
        }
        let head = std::iter::successors(Some(first), |&n| noun(self.phrase_start(from, n))).last()?;
        if common::is_calendar(self.key(head)) || speaking::is_occasion(self.key(head)) {
            return None;
        }
        // Only where the phrase opens its sentence it is certain that the noun goes with the verb.
        let open = self.phrase_start(from, head);
        (open == from).then(|| self.phrase_of(open, head + 1)).flatten()
    }

    /// The first item of the noun phrase whose head is at `head`.
    pub(super) fn phrase_start(&self, from: usize, head: usize) -> usize {
        let mut start = head;
        while start > from && head - start < 9 {
            let Some(item) = self.at(start - 1) else { break };
            match item.is {
                Is::Name(_) | Is::Possessive | Is::Number => start -= 1,
                // The Harbour Front (HF) leader.
                Is::Sign(')') if start >= from + 4 && self.at(start - 3).is_some_and(|i| i.is_sign('(')) => start -= 3,
                Is::Word => {
                    let word = &*item.key;
                    if common::is_determiner(word) {
                        start -= 1;
                        // One of the officials: the quantity before goes with it.
                        break;
                    }
                    // The secretary of state: `of` inside an office.
                    // So in a board of directors.
                    let directors = matches!(self.key(start), "directors" | "governors" | "trustees" | "regents");
                    let office = |i: &Item| people::is_role(&i.key) || &*i.key == "board" && directors;
                    let of = word == "of" && self.at(start.wrapping_sub(2)).is_some_and(office);
                    if !of
                        && (common::is_preposition(word)
                            || common::is_function_word(word)
                                && !(word == "us" && item.capital)
                                && !matches!(word, "police" | "second" | "third")
                            || item.like_verb()
                            || common::is_adverb(word) && !self.is_degree(start - 1))
                    {
                        break;
                    }
                    start -= 1;
                }
                _ => break,
            }
        }
        start
    }

    /// Whether an adverb belongs to what follows it in a phrase: `the hugely popular`.
    fn is_degree(&self, adverb: usize) -> bool {
        let led = adverb.checked_sub(1).and_then(|n| self.at(n)).is_some_and(|i| common::is_determiner(&i.key));
        led && self.key(adverb).ends_with("ly")
    }

    /// Whoever stands between a quotation and its verb of saying, whatever noun it is: `"…," a local barber told …`.
    pub fn anybody_before(&self, from: usize, verb: usize) -> Option<Subject> {
        let end = self.strip(from, verb);
        let begins = self.begins_phrase(from);
        let joined = |n: usize| {
            self.at(n).is_some_and(|i| match i.is {
                Is::Name(_) | Is::Possessive | Is::Number | Is::Sign('-') => true,
                Is::Word => !common::is_subject_pronoun(&i.key) && !common::is_auxiliary(&i.key),
                _ => false,
            })
        };
        let noun = end.checked_sub(1).and_then(|n| self.at(n)).is_some_and(is_noun);
        if !begins || !noun || end - from > LONGEST || !(from..end).all(joined) {
            return None;
        }
        self.phrase_of(from, end)
    }

    /// The phrase that opens a sentence, up to its first preposition or verb: `Banners on the quay read: "…"`.
    pub fn opening(&self, from: usize, verb: usize) -> Option<Subject> {
        let open = (from..verb)
            .find(|&n| {
                !self.at(n).is_some_and(|i| match i.is {
                    Is::Name(_) | Is::Possessive | Is::Number => true,
                    Is::Word => n == from || common::is_determiner(&i.key) || is_noun(i),
                    _ => false,
                })
            })
            .unwrap_or(verb);
        let first = self.at(from)?;
        let pronoun = common::is_subject_pronoun(&first.key) || matches!(&*first.key, "this" | "that" | "these" | "those");
        let outside = first.is == Is::Word
            && (common::is_preposition(&first.key)
                || common::is_adverb(&first.key)
                || pronoun && open == from + 1
                || first.key.ends_with("ing"));
        let last = open.checked_sub(1).filter(|&n| n >= from).and_then(|n| self.at(n))?;
        let noun = last.is != Is::Word || is_noun(last) || open == from + 1;
        (!outside && noun && open - from <= LONGEST).then(|| self.phrase_of(from, open)).flatten()
    }

    /// A name that no list knows, and nothing else: two to four words with capitals, as before a colon (`Jane Roe: "…"`).
    pub fn unknown_name(&self, from: usize, end: usize) -> Option<Subject> {
        let name = |n: usize| {
            self.at(n).is_some_and(|i| match i.is {
                Is::Word => i.capital && is_noun(i) && !speaking::is_occasion(&i.key),
                Is::Name(entity) => self.is_kind(entity, FactKind::Person),
                _ => false,
            })
        };
        ((2..=4).contains(&end.saturating_sub(from)) && (from..end).all(name)).then(|| self.phrase_of(from, end)).flatten()
    }

    /// Whether a determiner, a name, a number or a noun of people begins here.
    pub(super) fn begins_phrase(&self, at: usize) -> bool {
        self.at(at).is_some_and(|i| match i.is {
            Is::Name(_) | Is::Number => true,
            Is::Word => common::is_determiner(&i.key) && &*i.key != "that" || i.capital && is_noun(i),
            _ => false,
        })
    }

    /// The items `from..end` as one who speaks.
    pub(super) fn phrase_of(&self, from: usize, end: usize) -> Option<Subject> {
        let last = end.checked_sub(1).filter(|&n| n >= from)?;
        if let Some(entity) = self.at(last).and_then(|i| i.person(self.entities)) {
            return Some(self.entity_at(last, entity));
        }
        if last == from
            && let Some(entity) = self.at(last).and_then(Item::entity)
        {
            return Some(self.entity_at(last, entity));
        }
        Some(Subject { span: self.at(from)?.span.join(self.at(last)?.span), who: Who::Phrase })
    }
}

/// A phrase of more items than this is a clause.
const LONGEST: usize = 8;

/// Whether an item can be the noun that a phrase ends with.
pub(super) fn is_noun(item: &Item) -> bool {
    match item.is {
        Is::Name(_) => true,
        Is::Word => {
            !common::is_function_word(&item.key)
                && !common::is_preposition(&item.key)
                && !common::is_adverb(&item.key)
                && !common::is_subject_pronoun(&item.key)
                && !common::is_calendar(&item.key)
                && !item.like_verb()
                || speaking::can_speak(&item.key)
        }
        _ => false,
    }
}
