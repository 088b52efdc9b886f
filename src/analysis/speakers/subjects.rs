//! Who is the subject of a verb.
//!
//! In: the items of a sentence and the place of a verb. Out: a [`Subject`]: a name, a pronoun or a phrase. Rules state
//! English word order: the subject stands before its verb, with adverbs, auxiliaries, times and inserted clauses
//! between; in `said X` it stands behind; a participle's subject is the sentence's.

use super::items::{self, Is, Item};
use super::phrases::is_noun;
use crate::analysis::lexicon::people::Gender;
use crate::analysis::lexicon::saying::Form;
use crate::analysis::lexicon::{common, speaking};
use crate::analysis::names::Entity;
use crate::model::{FactKind, Span};

/// Who does what a verb says.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The words.
    pub span: Span,
    /// Who.
    pub who: Who,
}

/// Who a subject is.
#[derive(Debug, Clone, PartialEq)]
pub enum Who {
    /// A name or a description that is somebody's: index of the entity.
    Entity(usize),
    /// he, she, they, it: with the gender it asks for.
    Pronoun(Option<Gender>, Number),
    /// A phrase: officials, a spokesman for the governor.
    Phrase,
}

/// One or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// he, she
    Person,
    /// it
    Thing,
    /// they
    Many,
    /// I, we, you
    Speaking,
}

/// The items of a passage with the entities they name.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a, 't> {
    /// The items.
    pub items: &'a [Item<'t>],
    /// The story's entities.
    pub entities: &'a [Entity],
}

impl<'t> Scene<'_, 't> {
    pub(super) fn at(&self, n: usize) -> Option<&Item<'t>> {
        self.items.get(n)
    }

    pub(super) fn key(&self, n: usize) -> &str {
        self.at(n).map_or("", |i| &i.key)
    }

    pub(super) fn is_kind(&self, entity: usize, kind: FactKind) -> bool {
        self.entities.get(entity).is_some_and(|e| e.kind == kind)
    }

    /// The subject of the verb at `verb`, sought back to `from`.
    pub fn before(&self, from: usize, verb: usize) -> Option<Subject> {
        if let Some(subject) = self.unclosed(from, verb) {
            return Some(subject);
        }
        let form = self.at(verb).and_then(|i| i.saying).map(|s| s.form);
        let end = self.strip(from, verb);
        if end <= from {
            return None;
        }
        let last = end - 1;
        // Footage of Jane Roe saying.
        if form == Some(Form::Gerund)
            && let Some(entity) = self.at(last).filter(|_| end == verb).and_then(|i| i.person(self.entities))
        {
            return Some(self.entity_at(last, entity));
        }
        if form == Some(Form::Gerund)
            && !self.at(last).is_some_and(|i| i.key == "is" || i.key == "was")
            && !self.was_stripped_be(end, verb)
        {
            return self.main(from, verb);
        }
        self.ending_at(from, end)
            .map(|found| {
                let head = self.opening_head(from, end, &found).or_else(|| self.told_of(from, end, &found));
                head.or_else(|| self.belonging(from, end, &found)).unwrap_or(found)
            })
            .or_else(|| self.coordinated(from, end))
            .or_else(|| self.main(from, verb))
            .or_else(|| self.antecedent(from, end))
    }

    /// Whom a relative clause before the verb tells of: `writers who might agree said`.
    fn antecedent(&self, from: usize, end: usize) -> Option<Subject> {
        let who = (from..end).rev().find(|&n| self.key(n) == "who")?;
        // Who tells of people, whatever their noun.
        let any = || {
            let last =
                who.checked_sub(1).map(|n| if self.at(n).is_some_and(|i| i.is_sign(',')) { n.saturating_sub(1) } else { n })?;
            self.at(last).filter(|i| is_noun(i) && last >= from)?;
            self.phrase_of(self.phrase_start(from, last), last + 1)
        };
        self.ending_at(from, who + 1).or_else(any)
    }

    /// The phrase that opens the sentence, where what was found before the verb only hangs on it by two prepositions or
    /// more: `the club's complaint to the board on conduct says`.
    fn opening_head(&self, from: usize, end: usize, found: &Subject) -> Option<Subject> {
        let inside = from..end;
        let prepositions =
            inside.clone().filter(|&n| self.at(n).is_some_and(|i| i.is == Is::Word && !i.capital && governs(&i.key))).count();
        let plain = inside.clone().all(|n| {
            self.at(n).is_some_and(|i| match i.is {
                Is::Name(_) | Is::Possessive | Is::Number => true,
                Is::Word => {
                    !i.like_verb()
                        && !common::is_subject_pronoun(&i.key)
                        && !matches!(
                            &*i.key,
                            "and" | "but" | "or" | "who" | "which" | "that" | "when" | "if" | "as" | "than" | "like"
                        )
                }
                _ => false,
            })
        });
        let first = self.at(from)?;
        let hangs = found.span.start > first.span.start && prepositions >= 2;
        let begins = self.begins_phrase(from) && !common::is_calendar(&first.key);
        (hangs && plain && begins).then(|| self.opening(from, end)).flatten()
    }

    /// The phrase that opens the sentence and that a relative clause tells of, where what was found is governed in that clause:
    /// `a firm that wants to buy a mill in Dell has confirmed`.
    fn told_of(&self, from: usize, end: usize, found: &Subject) -> Option<Subject> {
        let at = (from..end).find(|&n| self.at(n).is_some_and(|i| i.span.start >= found.span.start))?;
        let preposition = |i: &Item| i.is == Is::Word && governs(&i.key);
        let governed = at.checked_sub(1).is_some_and(|n| self.at(n).is_some_and(preposition))
            || at
                .checked_sub(2)
                .is_some_and(|n| self.at(n + 1).is_some_and(|i| i.key == "the") && self.at(n).is_some_and(preposition));
        let relative = (from + 1..at).find(|&n| matches!(self.key(n), "that" | "which" | "who"))?;
        let noun =
            relative.checked_sub(1).and_then(|n| self.at(n)).is_some_and(|i| i.is == Is::Word && speaking::can_speak(&i.key));
        let verb = |part: std::ops::Range<usize>| part.into_iter().any(|n| self.at(n).is_some_and(Item::like_verb));
        (governed && noun && verb(relative + 1..at) && !verb(from..relative) && self.begins_phrase(from))
            .then(|| self.phrase_of(from, relative))
            .flatten()
    }

    /// The person at the head of the phrase, where what was found is only the house that she belongs to: `Roe of the Harbour
    /// Board said`, `Roe from Dell University says`; but not in `a letter to Roe of the Harbour Board said`.
    fn belonging(&self, from: usize, end: usize, found: &Subject) -> Option<Subject> {
        if matches!(found.who, Who::Entity(entity) if self.is_kind(entity, FactKind::Person)) {
            return None;
        }
        let house = (from..end).find(|&n| self.at(n).is_some_and(|i| i.span.start >= found.span.start))?;
        let joint = house.checked_sub(1)?;
        let head = joint.checked_sub(1).filter(|&n| n >= from)?;
        // The Committee on Winter Fishing.
        let body = self.at(head).and_then(Item::entity).filter(|&e| self.is_kind(e, FactKind::Organisation));
        if let Some(body) = body.filter(|_| self.key(joint) == "on") {
            return Some(self.entity_at(head, body));
        }
        let hangs = self.at(joint).is_some_and(|i| i.is == Is::Word) && matches!(self.key(joint), "of" | "from" | "at" | "with");
        // The secretary of state; but not the president of the union, who is another one.
        let office = end == house + 1 && self.at(house).is_some_and(|i| i.is == Is::Word && !i.capital);
        let person = self.at(head).filter(|i| hangs && (!i.described || office)).and_then(|i| i.person(self.entities))?;
        let governed = head.checked_sub(1).filter(|&n| n >= from).and_then(|n| self.at(n));
        let free = governed.is_none_or(|i| i.is != Is::Word || !common::is_preposition(&i.key) && !i.like_verb());
        free.then(|| self.entity_at(head, person))
    }

    /// The subject of `Roe said A and added B`: that of the verb of saying before.
    fn coordinated(&self, from: usize, end: usize) -> Option<Subject> {
        let joint = end.checked_sub(1).and_then(|n| self.at(n)).is_some_and(|i| matches!(&*i.key, "and" | "but" | "then"));
        if !joint {
            return None;
        }
        // A woman who wept and cried: the one whom `who` means, if it is nearer than another verb of saying.
        let who = (from..end).rev().find(|&n| self.key(n) == "who");
        let earlier = (from..end).rev().find(|&n| {
            self.at(n).is_some_and(|i| {
                i.is == Is::Word && i.saying.is_some_and(|s| matches!(s.form, Form::Past | Form::Third) && s.base != "be")
            })
        });
        let subject = match (earlier, who) {
            (Some(verb), who) if who.is_none_or(|who| who < verb) => self.ending_at(from, self.strip(from, verb))?,
            (_, Some(who)) => self.ending_at(from, who + 1)?,
            (_, None) => return None,
        };
        if who.is_some() {
            return Some(subject);
        }
        matches!(subject.who, Who::Entity(_) | Who::Pronoun(..)).then_some(subject)
    }

    fn was_stripped_be(&self, end: usize, verb: usize) -> bool {
        (end..verb).any(|n| matches!(self.key(n), "is" | "was" | "are" | "were" | "been" | "be"))
    }

    /// The end of the subject's region, without adverbs, auxiliaries and times before the verb.
    pub(super) fn strip(&self, from: usize, verb: usize) -> usize {
        let mut end = verb;
        while end > from {
            let n = end - 1;
            let Some(item) = self.at(n) else { break };
            let word = &*item.key;
            let skip = item.is == Is::Word
                && (common::is_auxiliary(word) || common::is_adverb(word) || (common::is_calendar(word) && item.capital))
                || (item.is == Is::Word && word == "on" && end < verb)
                || (item.is == Is::Word && word == "in" && end < verb && common::is_calendar(self.key(end)));
            if !skip {
                break;
            }
            end = n;
        }
        end
    }

    /// The noun phrase, name or pronoun that ends before item `end`.
    fn ending_at(&self, from: usize, end: usize) -> Option<Subject> {
        let last = end.checked_sub(1).filter(|&n| n >= from)?;
        let item = self.at(last)?;
        match item.is {
            Is::Sign(',' | ')' | '–' | '—' | '-') => self.before_insertion(from, last),
            Is::Name(entity) => self.named(from, last, entity),
            Is::Word if matches!(&*item.key, "who" | "which" | "that") => {
                let comma = last.checked_sub(1).filter(|&n| n > from && self.at(n).is_some_and(|i| i.is_sign(',')));
                let nearest = self.ending_at(from, comma.unwrap_or(last));
                let person = |s: &Subject| matches!(s.who, Who::Entity(entity) if self.is_kind(entity, FactKind::Person));
                // Roe, the minister for fisheries, who said: not the fisheries.
                let named = || self.before_insertion(from, comma?).filter(person);
                if &*item.key == "who" && !nearest.as_ref().is_some_and(person) { named().or(nearest) } else { nearest }
            }
            // Nobody said: nothing is said.
            Is::Word if matches!(&*item.key, "nobody" | "anybody" | "everybody" | "anyone" | "everyone" | "none") => None,
            Is::Word if common::is_subject_pronoun(&item.key) => Some(pronoun(item)),
            Is::Word
                if matches!(
                    &*item.key,
                    "and"
                        | "but"
                        | "or"
                        | "then"
                        | "to"
                        | "by"
                        | "before"
                        | "after"
                        | "while"
                        | "as"
                        | "without"
                        | "for"
                        | "of"
                        | "not"
                ) =>
            {
                None
            }
            Is::Word | Is::Number => self.phrase(from, last),
            _ => None,
        }
    }

    /// The subject before an insertion that ends at item `close`: `Roe, a farmer from Dell, said`.
    fn before_insertion(&self, from: usize, close: usize) -> Option<Subject> {
        let sign = self.at(close)?.is;
        let open = match sign {
            Is::Sign(')') => '(',
            Is::Sign(c) => c,
            _ => return None,
        };
        let opens: Vec<usize> = (from..close).rev().filter(|&n| self.at(n).is_some_and(|i| i.is_sign(open))).take(5).collect();
        // A mayor's aide, Jane Roe, said: the insertion is the name, unless a name stands before it by itself.
        if let Some(&n) = opens.first().filter(|&&n| n + 2 == close)
            && let Some(entity) = self.at(n + 1).and_then(|i| i.person(self.entities))
        {
            let name = n.checked_sub(1).and_then(|m| self.at(m)).is_some_and(|i| i.person(self.entities).is_some());
            let governed =
                n.checked_sub(2).and_then(|m| self.at(m)).is_some_and(|i| i.is == Is::Word && common::is_preposition(&i.key));
            if !name || governed {
                return Some(self.entity_at(n + 1, entity));
            }
        }
        // The director of the office, Zhang Zhijun, said: a name that no list knows.
        if let Some(named) = opens.first().filter(|_| sign == Is::Sign(',')).and_then(|&n| self.unknown_name(n + 1, close)) {
            return Some(named);
        }
        for &n in &opens {
            let person = n.checked_sub(1).filter(|&m| m >= from).and_then(|m| self.at(m)).and_then(|i| i.person(self.entities));
            if let Some(entity) = person {
                return self.named(from, n - 1, entity);
            }
        }
        // Gov. Jane Roe (X-YZ), said: a stray comma before the verb.
        let mut last = close.checked_sub(1)?;
        if self.at(last).is_some_and(|i| i.is_sign(')')) {
            last = (from..last).rev().find(|&n| self.at(n).is_some_and(|i| i.is_sign('(')))?.checked_sub(1)?;
        }
        if let Some(entity) = self.at(last).filter(|_| last >= from).and_then(|i| i.person(self.entities)) {
            // Roe meets Doe, says all is well: in headlines the first name goes on.
            let first = self.at(from).and_then(|i| i.person(self.entities)).filter(|_| from < last);
            return Some(first.map_or_else(|| self.entity_at(last, entity), |first| self.entity_at(from, first)));
        }
        let n = *opens.first()?;
        self.ending_at(from, n)
    }

    /// The person before an apposition that no comma closes: `Jane Roe, chief engineer at the dockyard said`.
    fn unclosed(&self, from: usize, verb: usize) -> Option<Subject> {
        let entity = self.at(from)?.person(self.entities)?;
        let inside = from + 2..self.strip(from + 2, verb).max(from + 2);
        // Roe, the firm said, was out: the comma behind the verb closes another clause.
        let closed = self.at(verb + 1).is_some_and(|i| i.is_sign(','));
        if !self.at(from + 1)?.is_sign(',') || closed || inside.is_empty() {
            return None;
        }
        let noun = |n: usize| {
            self.at(n).is_some_and(|i| match i.is {
                Is::Name(_) => i.person(self.entities).is_none(),
                Is::Possessive | Is::Number | Is::Sign('-') => true,
                Is::Word => !i.like_verb() && !common::is_subject_pronoun(&i.key) && !matches!(&*i.key, "who" | "which" | "and"),
                _ => false,
            })
        };
        // Fire and Rescue Service is one body.
        let joint = |n: usize| self.key(n) == "and" && self.at(n + 1).is_some_and(|i| i.capital);
        let head = inside.clone().any(|n| self.at(n).is_some_and(|i| speaking::can_speak(&i.key.to_lowercase())));
        (head && inside.clone().all(|n| noun(n) || joint(n))).then(|| self.entity_at(from, entity))
    }

    pub(super) fn entity_at(&self, n: usize, entity: usize) -> Subject {
        Subject { span: self.at(n).map_or(Span::new(0, 0), |i| i.span), who: Who::Entity(entity) }
    }

    /// A name that ends the region: the subject, or what a phrase hangs on (`a spokesman for Roe`).
    fn named(&self, from: usize, at: usize, entity: usize) -> Option<Subject> {
        let before = at.checked_sub(1).filter(|&n| n >= from).and_then(|n| self.at(n));
        if let Some(preposition) = before.filter(|i| i.is == Is::Word && !i.capital && governs(&i.key))
            && at >= from + 2
        {
            return self.hanging(from, at, preposition.key.as_ref());
        }
        if let Some(article) = before.filter(|i| i.is == Is::Word && i.key == "the")
            && at >= from + 2
            && self.at(at - 2).is_some_and(|i| i.is == Is::Word && !i.capital && governs(&i.key))
            && article.key == "the"
        {
            let preposition = self.key(at - 2).to_owned();
            return self.hanging(from, at, &preposition);
        }
        // The company behind the hugely popular Ferrix.
        let start = self.phrase_start(from, at);
        let told = (start..at).all(|n| self.at(n).is_some_and(|i| i.is == Is::Word && !i.capital)) && start + 1 < at;
        if let Some(head) = Some(start).filter(|_| told).and_then(|start| self.governing(from, start, at)) {
            return Some(head);
        }
        // Roe and Doe said: the first stands for both; a place before the comma is no speaker.
        Some(self.entity_at(at, entity))
    }
}

/// Whether a preposition governs the name after it even where a verb follows: `after` and `as` begin clauses then.
pub(super) fn governs(word: &str) -> bool {
    common::is_preposition(word)
        && !matches!(word, "after" | "before" | "since" | "until" | "as" | "than" | "once" | "while" | "like")
}

pub(super) fn pronoun(item: &Item) -> Subject {
    let number = match &*item.key {
        "he" | "she" => Number::Person,
        "it" => Number::Thing,
        "they" => Number::Many,
        _ => Number::Speaking,
    };
    Subject { span: item.span, who: Who::Pronoun(items::pronoun_gender(&item.key), number) }
}
