//! Whom a pronoun means.
//!
//! In: the sentences so far: who they are about, who speaks in them, whom they name. Out: the entity for `he`, `she`,
//! `it`. The nearest sentence with somebody who fits decides; in it the speaker comes before the subject, the
//! subject before others that are named.

use super::subjects::{Number, Scene, Subject, Who};
use super::voices::is_name;
use crate::analysis::lexicon::people::{self, Gender};
use crate::analysis::names::Names;
use crate::model::FactKind;
use std::collections::VecDeque;

/// A speaker as found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Speaker {
    /// One name for the same person everywhere; none for a pronoun that nobody is found for.
    pub name: Option<String>,
    /// As the article puts it.
    pub written: String,
    /// Which entity, if one.
    pub entity: Option<usize>,
}

impl Speaker {
    /// Whether it is a phrase for one person, man or woman as asked: a spokeswoman, the docker.
    pub(crate) fn is_one(&self, gender: Option<Gender>) -> bool {
        // A name that nothing tells the kind of: Mr Roe is `he`, the NRM is not.
        let words = || self.written.split_whitespace();
        if self.entity.is_none() && (1..=3).contains(&words().count()) && words().all(is_name) {
            return true;
        }
        let phrase = self.written.to_lowercase();
        let head = phrase.split([',', '(']).next().unwrap_or_default();
        let head = [" for ", " of ", " at ", " from ", " in "].iter().fold(head, |h, p| h.split(p).next().unwrap_or_default());
        let word = head.split_whitespace().next_back().unwrap_or_default();
        let shown = people::title_gender(word);
        // The businessman has a name somewhere; the spokesman may have none.
        let nameless =
            matches!(head.split_whitespace().next(), Some("a" | "an" | "another" | "one")) || people::is_nameless(word);
        nameless && people::is_role(word) && (shown.is_none() || gender.is_none() || shown == gender)
    }
}

/// The last sentences of an article.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    sentences: VecDeque<Vec<usize>>,
}

/// How many sentences back a pronoun reaches.
const REACH: usize = 8;

impl Memory {
    /// Adds a sentence: its speaker, its subject, and the names in it, in this order of weight.
    pub(crate) fn note(&mut self, scene: &Scene, from: usize, to: usize, subject: Option<usize>, speaker: Option<usize>) {
        let mut named: Vec<usize> = Vec::new();
        let owns = |n: usize| scene.items.get(n + 1).is_some_and(|i| i.is == super::items::Is::Possessive);
        let of = |n: usize| scene.items.get(n).and_then(super::items::Item::entity);
        let all = (from..to).filter(|&n| !owns(n)).filter_map(of);
        for entity in speaker.into_iter().chain(subject).chain(all) {
            if !named.contains(&entity) {
                named.push(entity);
            }
        }
        // During Roe's speech: whoever the sentences before are about comes before her.
        let owners = (from..to).filter(|&n| owns(n)).filter_map(of).filter(|e| !named.contains(e)).collect::<Vec<_>>();
        match self.sentences.front_mut() {
            Some(before) => before.extend(owners),
            None => named.extend(owners),
        }
        self.sentences.push_front(named);
        self.sentences.truncate(REACH);
    }

    /// Who a subject is.
    pub(crate) fn speaker(&self, subject: &Subject, scene: &Scene, from: usize, text: &str, names: &Names) -> Speaker {
        let written = subject.span.of(text).to_owned();
        let entity = match subject.who {
            Who::Entity(entity) => Some(self.by_first_name(entity, names).unwrap_or(entity)),
            Who::Pronoun(gender, number) => {
                here(subject, scene, from, gender, number, names).or_else(|| self.meant(gender, number, names))
            }
            Who::Phrase => return Speaker { name: Some(without_article(&written)), written, entity: None },
        };
        Speaker { name: entity.and_then(|e| names.name(e)).map(str::to_owned), written, entity }
    }

    /// The person told of just before whose first name a place's is: Georgia, where Georgia Roe was named.
    fn by_first_name(&self, place: usize, names: &Names) -> Option<usize> {
        let known = names.entities.get(place).filter(|e| e.kind == FactKind::Place)?;
        let bears = |e: &usize| {
            names.entities.get(*e).is_some_and(|x| {
                x.kind == FactKind::Person && x.name.strip_prefix(known.name.as_str()).is_some_and(|rest| rest.starts_with(' '))
            })
        };
        self.sentences.iter().find_map(|named| named.iter().copied().find(bears))
    }

    /// The entity a pronoun means.
    pub(crate) fn meant(&self, gender: Option<Gender>, number: Number, names: &Names) -> Option<usize> {
        let fits = |e: &usize| {
            names.entities.get(*e).is_some_and(|x| match number {
                Number::Person => x.kind == FactKind::Person && (x.gender.is_none() || gender.is_none() || x.gender == gender),
                Number::Thing => x.kind == FactKind::Organisation,
                Number::Many | Number::Speaking => false,
            })
        };
        self.sentences.iter().find_map(|named| named.iter().copied().find(fits))
    }
}

/// The person a pronoun means in its own sentence: the subject before it, else somebody else named before it.
fn here(subject: &Subject, scene: &Scene, from: usize, gender: Option<Gender>, number: Number, names: &Names) -> Option<usize> {
    let end = scene.items.partition_point(|i| i.span.start < subject.span.start);
    if number == Number::Thing {
        // Ferrix told the paper it would: the body, or the country, that the sentence is about.
        let about = scene.main(from, end).and_then(|s| if let Who::Entity(e) = s.who { Some(e) } else { None });
        return about.filter(|e| !scene.is_kind(*e, FactKind::Person));
    }
    if number != Number::Person {
        return None;
    }
    let fits = |e: &usize| {
        names.entities.get(*e).is_some_and(|x| x.kind == FactKind::Person && (x.gender.is_none() || x.gender == gender))
    };
    // When Roe asked Doe why, she said: who is asked answers.
    let asked = (from..end)
        .find(|&n| scene.items.get(n).and_then(|i| i.saying).is_some_and(|s| matches!(s.base, "ask" | "question" | "press")))
        .and_then(|n| scene.items.get(n + 1))
        .and_then(|i| i.person(scene.entities));
    if let Some(asked) = asked.filter(fits) {
        return Some(asked);
    }
    let main = scene.main(from, end).and_then(|s| if let Who::Entity(e) = s.who { Some(e) } else { None });
    main.filter(fits).or_else(|| (from..end).filter_map(|n| scene.items.get(n).and_then(super::items::Item::entity)).find(fits))
}

/// A phrase without `the`, `a`, `its` at its beginning, so that it is the same in every article.
fn without_article(phrase: &str) -> String {
    let bare = ["the ", "The ", "a ", "A ", "an ", "An ", "its ", "Its "].iter().find_map(|a| phrase.strip_prefix(a));
    bare.unwrap_or(phrase).to_owned()
}
