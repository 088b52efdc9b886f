//! Who is meant in an article's sentences, one after the other: names, pronouns, phrases, documents.
//!
//! In: the sentences in order, each with who speaks in it. Out: the [`Speaker`] that a subject stands for. Joins what
//! [`Memory`] knows of persons, [`Documents`] of reports and letters and [`Bodies`] of boards and firms with who spoke last without
//! a name.

use super::bodies::{self, Bodies};
use super::documents::Documents;
use super::edges;
use super::items::{Is, Item, pronoun_gender};
use super::memory::{Memory, Speaker};
use super::subjects::{Number, Scene, Subject, Who};
use crate::analysis::lexicon::saying::{Form, Manner, Saying};
use crate::analysis::lexicon::{common, people, places, speaking};
use crate::analysis::names::Names;
use crate::model::FactKind;
use std::ops::Range;

/// A sentence of a passage.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'s, 't> {
    /// Index of the passage.
    pub passage: usize,
    /// The passage's text.
    pub text: &'s str,
    /// Its items.
    pub scene: Scene<'s, 't>,
    /// First item of the sentence.
    pub from: usize,
    /// One past its last item.
    pub to: usize,
}

impl Sentence<'_, '_> {
    /// Whether nothing but quotations and signs stands in it.
    pub(crate) fn is_only_quotes(&self) -> bool {
        (self.from..self.to).all(|n| self.scene.items.get(n).is_some_and(|i| matches!(i.is, Is::Quote(_) | Is::Sign(_))))
    }

    /// Whether it is a question without a verb (`Senator Roe? "Strong," he said`): about nobody who speaks.
    pub(crate) fn is_elliptic(&self) -> bool {
        self.scene.items.get(self.to.saturating_sub(1)).is_some_and(|i| i.is_sign('?'))
            && !(self.from..self.to).any(|n| self.scene.items.get(n).is_some_and(Item::like_verb))
    }
}

/// Whom an article's sentences mean so far.
#[derive(Debug)]
pub(crate) struct Voices<'n> {
    names: &'n Names,
    memory: Memory,
    documents: Documents,
    bodies: Bodies,
    /// Who spoke last, and in which passage; nobody if a sentence without speech came after.
    last: Option<(usize, Speaker)>,
    /// Whose the document is that the sentences are about, and in which passage it was last told of.
    read: Option<(usize, Speaker)>,
}

impl<'n> Voices<'n> {
    /// Before the first sentence.
    pub(crate) fn new(names: &'n Names) -> Self {
        Voices {
            names,
            memory: Memory::default(),
            documents: Documents::default(),
            bodies: Bodies::default(),
            last: None,
            read: None,
        }
    }

    /// Who a subject is: for a pronoun also the phrase that spoke just before, for a document its author.
    pub(crate) fn who(&self, subject: &Subject, sentence: &Sentence) -> Speaker {
        let &Sentence { passage, text, scene, from, .. } = sentence;
        let speaker = self.memory.speaker(subject, &scene, from, text, self.names);
        let last = || self.last.as_ref().filter(|(at, s)| near(passage, *at) && s.name.is_some()).map(|(_, s)| s);
        let meant = match subject.who {
            Who::Phrase => {
                let at = |byte: usize| scene.items.partition_point(|i| i.span.start < byte);
                let phrase = at(subject.span.start)..at(subject.span.end);
                self.documents
                    .author(&scene, phrase.clone(), text)
                    .or_else(|| self.bodies.who(&scene, phrase.clone(), self.names, self.its(phrase.start, sentence)))
                    .or_else(|| self.owned(phrase.clone(), sentence, &speaker.written))
                    .or_else(|| Some(described(phrase, sentence, self.names)))
            }
            // "…," a spokeswoman said. "…," she added.
            Who::Pronoun(gender, Number::Person) if !named_before(subject, sentence) => {
                last().filter(|s| s.entity.is_none() && s.is_one(gender)).cloned()
            }
            // The students left as they demanded; a statement by Roe told of a fire, it said.
            Who::Pronoun(_, Number::Many | Number::Thing) if self.stands_for(subject, sentence).is_some() => {
                self.stands_for(subject, sentence)
            }
            // "…," the board said. It also said.
            Who::Pronoun(_, Number::Thing | Number::Many) if speaker.name.is_none() || !names_body(subject, sentence) => {
                last().filter(|s| s.entity.map_or(!s.is_one(None), |e| !self.is_person(e))).cloned()
            }
            _ => None,
        };
        let speaker = match meant {
            Some(meant) => Speaker { written: speaker.written, ..meant },
            None => speaker,
        };
        if self.is_mute(&speaker) { Speaker { name: None, entity: None, ..speaker } } else { speaker }
    }

    /// Whether what was found is a time or a place on the map, which never speak: last night, Capitol Hill.
    fn is_mute(&self, speaker: &Speaker) -> bool {
        const TIMES: [&str; 14] = [
            "night",
            "morning",
            "evening",
            "afternoon",
            "noon",
            "midnight",
            "day",
            "week",
            "weekend",
            "month",
            "year",
            "hour",
            "minutes",
            "hours",
        ];
        const PLACES: [&str; 10] = ["hill", "road", "avenue", "lane", "river", "lake", "bridge", "beach", "valley", "mountain"];
        let Some(name) = speaker.name.as_deref() else { return false };
        let last = |list: &[&str]| name.rsplit(' ').next().is_some_and(|word| list.contains(&word.to_lowercase().as_str()));
        match speaker.entity.and_then(|e| self.names.entities.get(e)) {
            Some(known) => known.kind == FactKind::Place && last(&PLACES),
            None => {
                last(&TIMES)
                    && name
                        .split(' ')
                        .rev()
                        .skip(1)
                        .all(|w| is_quantity(&w.to_lowercase()) || common::is_calendar(&w.to_lowercase()))
            }
        }
    }

    /// Whom `they` means where the sentence opens with several people, and `it` where a document is told of.
    fn stands_for(&self, pronoun: &Subject, sentence: &Sentence) -> Option<Speaker> {
        match pronoun.who {
            Who::Pronoun(_, Number::Many) => many_before(pronoun, sentence).map(|many| described(many, sentence, self.names)),
            Who::Pronoun(_, Number::Thing) => {
                let read = self.read.as_ref().filter(|(at, _)| near(sentence.passage, *at));
                read.filter(|_| !names_body(pronoun, sentence)).map(|(_, author)| author.clone())
            }
            _ => None,
        }
    }

    /// A phrase that somebody owns, with the owner's name as it is everywhere: her party, Roe's lawyer.
    fn owned(&self, phrase: Range<usize>, sentence: &Sentence, written: &str) -> Option<Speaker> {
        let &Sentence { text, scene, from, .. } = sentence;
        let first = scene.items.get(phrase.start)?;
        let rest = scene.items.get(phrase.start + 1)?;
        let (entity, rest) = match first.is {
            Is::Name(entity) if rest.is == Is::Possessive => (entity, scene.items.get(phrase.start + 2)?),
            Is::Word if matches!(&*first.key, "his" | "her") => {
                let who = Who::Pronoun(pronoun_gender(&first.key), Number::Person);
                let owner = self.memory.speaker(&Subject { span: first.span, who }, &scene, from, text, self.names);
                (owner.entity?, rest)
            }
            _ => return None,
        };
        let phrase = text.get(rest.span.start..first.span.start + written.len())?;
        // The Front's Jane Roe, whom no list knows, has a name of her own.
        let rest = phrase.split_whitespace().count();
        if first.is != Is::Word && (2..=3).contains(&rest) && phrase.split_whitespace().all(is_name) {
            return Some(Speaker { name: Some(phrase.to_owned()), written: written.to_owned(), entity: None });
        }
        let name = format!("{}'s {phrase}", self.names.name(entity)?);
        Some(Speaker { name: Some(name), written: written.to_owned(), entity: None })
    }

    /// The body that `its` means: the one named before in the sentence, if there is one alone, else as `it` would.
    fn its(&self, at: usize, sentence: &Sentence) -> Option<usize> {
        let body = |n: usize| {
            let entity = sentence.scene.items.get(n).and_then(Item::entity);
            entity.filter(|&e| self.names.entities.get(e).is_some_and(|x| x.kind == FactKind::Organisation))
        };
        let mut here = (sentence.from..at).filter_map(body);
        match (here.next(), here.next()) {
            (Some(sole), None) => Some(sole),
            (None, _) => self.memory.meant(None, Number::Thing, self.names),
            _ => None,
        }
    }

    /// Remembers who a sentence is about, who speaks in it, and what documents it tells of. Gives whom it is about.
    pub(crate) fn note(&mut self, sentence: &Sentence, spoken: Option<&Speaker>) -> Option<Speaker> {
        let &Sentence { passage, text, scene, from, to } = sentence;
        let closing = if spoken.is_none() { edges::closing(&scene, from, to) } else { None };
        let closing = closing.map(|subject| self.who(&subject, sentence));
        let spoken = spoken.or(closing.as_ref());
        let about = scene.main(from, to).map(|s| (self.who(&s, sentence), s));
        let issuer = spoken.or(about.as_ref().map(|(speaker, _)| speaker).filter(|s| s.entity.is_some()));
        self.documents.note(&scene, from..to, text, issuer);
        self.bodies.note(&scene, from..to, text, self.names);
        if sentence.is_elliptic() {
            return None;
        }
        if let Some(author) = Documents::opening(&scene, from..to, text) {
            self.read = Some((passage, author));
        } else if scene.key(from) != "it" && !sentence.is_only_quotes() && !(from..to).any(|n| scene.key(n) == "it") {
            self.read = None;
        }
        let entity = spoken.and_then(|s| s.entity);
        if sentence.is_only_quotes() {
            self.memory.note(&scene, from, to, None, entity);
            if let Some(speaker) = spoken {
                self.last = Some((passage, speaker.clone()));
            }
            return None;
        }
        let meant = |(speaker, s): &(Speaker, Subject)| {
            let meant = self.memory.speaker(s, &scene, from, text, self.names);
            if meant.name.is_some() { meant } else { speaker.clone() }
        };
        let subject = about.as_ref().map(meant);
        self.memory.note(&scene, from, to, subject.as_ref().and_then(|s| s.entity), entity);
        let subject = closing.clone().or(subject);
        // A neighbour who has no name is `she` whatever she does.
        let nameless = |subject: &Subject, speaker: &Speaker| subject.who == Who::Phrase && speaker.is_one(None);
        let reported =
            about.filter(|(speaker, subject)| says(sentence, subject) || nameless(subject, speaker)).map(|(speaker, _)| speaker);
        self.last = spoken.cloned().or(reported).map(|speaker| (passage, speaker));
        subject
    }

    fn is_person(&self, entity: usize) -> bool {
        self.names.entities.get(entity).is_some_and(|e| e.kind == FactKind::Person)
    }
}

/// A phrase by its own words: without the article before it, so that it is the same in every article, with the names in it as
/// they are everywhere, and small where only a sentence begins with it.
fn described(phrase: Range<usize>, sentence: &Sentence, names: &Names) -> Speaker {
    let &Sentence { text, scene, .. } = sentence;
    let article =
        |n: usize| scene.items.get(n).is_some_and(|i| i.is == Is::Word && matches!(&*i.key, "the" | "a" | "an" | "its"));
    let mut start = phrase.start + usize::from(article(phrase.start) && phrase.len() > 1);
    // Of which country, every article of the story says or knows: the country's highest court is the highest court.
    let here = |n: usize| scene.items.get(n).is_some_and(|i| i.is == Is::Word && is_here(&i.key));
    let owns = scene.items.get(start + 1).is_some_and(|i| i.is == Is::Possessive);
    start += if start > phrase.start && here(start) && owns && start + 2 < phrase.end { 2 } else { 0 };
    let mut name = bodies::spelt_out(&scene, start..phrase.end, text, names);
    let written = |n: usize, m: usize| {
        let (first, last) = (scene.items.get(n)?, scene.items.get(m.checked_sub(1)?)?);
        Some(first.span.join(last.span).of(text).to_owned())
    };
    let opens = scene.items.get(start).filter(|i| i.is == Is::Word && i.capital && start == phrase.start);
    let small = |i: &&Item| {
        let plain = phrase.len() > 1 && scene.items.get(start + 1).is_some_and(|next| next.is != Is::Word || !next.capital);
        let letters = name.chars().nth(1).is_some_and(char::is_uppercase);
        !letters && (is_many(&i.key) || plain && (is_common(&i.key) || is_quantity(&i.key)))
    };
    if opens.filter(small).is_some() {
        let mut letters = name.chars();
        name = letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    }
    Speaker { name: Some(name), written: written(phrase.start, phrase.end).unwrap_or_default(), entity: None }
}

/// Whether a word is written as people's names are: with a capital, and not in capitals.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// Whether a word is one for those who speak and no people's name: police, authorities; not Russians.
fn is_common(word: &str) -> bool {
    speaking::can_speak(word) && places::country_of(word).is_none()
}

/// Whether a word is one for many who speak, which no name is: authorities, witnesses, police.
fn is_many(word: &str) -> bool {
    is_common(word) && (word == "police" || word == "people" || word.ends_with('s') || people::role_of_plural(word).is_some())
}

/// Whether a word is one for where the story happens.
fn is_here(word: &str) -> bool {
    matches!(word, "country" | "nation" | "state" | "city" | "town" | "region" | "province" | "island" | "kingdom" | "republic")
}

/// Whether a word tells how many, or which: some, both, three.
fn is_quantity(word: &str) -> bool {
    common::is_determiner(word) || common::is_function_word(word)
}

/// Whether a passage is near enough to one before for what goes without saying.
pub(super) fn near(passage: usize, before: usize) -> bool {
    passage.saturating_sub(before) <= 3
}

/// Whether a verb of saying follows the subject.
fn says(sentence: &Sentence, subject: &Subject) -> bool {
    let items = sentence.scene.items;
    let next = items.partition_point(|i| i.span.start < subject.span.end);
    let says = |s: Saying| s.manner == Manner::Words && matches!(s.form, Form::Past | Form::Third);
    items.get(next).and_then(|i| i.saying).is_some_and(says)
}

/// The plural noun for people that a sentence is about before a pronoun: `the students … as they`.
fn many_before(pronoun: &Subject, sentence: &Sentence) -> Option<Range<usize>> {
    let &Sentence { scene, from, .. } = sentence;
    let end = scene.items.partition_point(|i| i.span.start < pronoun.span.start);
    let many = |n: usize| {
        let item = scene.items.get(n)?;
        (item.is == Is::Word && (!item.capital || n == from) && is_many(&item.key)).then_some(n)
    };
    let noun = (from..end).find_map(many)?;
    let start = scene.phrase_start(from, noun);
    // Only whom the sentence opens with.
    (start == from).then_some(start..noun + 1)
}

/// Whether the sentence names a body before a pronoun.
fn names_body(pronoun: &Subject, sentence: &Sentence) -> bool {
    let &Sentence { scene, from, to, .. } = sentence;
    let before = (from..to).filter_map(|n| scene.items.get(n)).take_while(|i| i.span.start < pronoun.span.start);
    before.filter_map(Item::entity).any(|e| scene.entities.get(e).is_some_and(|x| x.kind == FactKind::Organisation))
}

/// Whether the sentence names a person before a pronoun.
fn named_before(pronoun: &Subject, sentence: &Sentence) -> bool {
    let &Sentence { scene, from, to, .. } = sentence;
    (from..to)
        .filter_map(|n| scene.items.get(n))
        .take_while(|i| i.span.start < pronoun.span.start)
        .any(|i| i.person(scene.entities).is_some())
}
