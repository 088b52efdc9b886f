//! One version of a claim, read for comparison: its words by clause, its measures, who tells it. Each place is read once,
//! however many claims it is in.

use super::closeness;
use super::contrasts::members::{self, Member};
use super::cues::{self, Cues};
use super::events::{self, Event};
use super::hedged;
use super::hedges::{self, Hedge};
use super::lexicon::{Entry, Lexicon, Spelled};
use super::open::{self, Open};
use super::opposites::{self, Said};
use super::ordinals::{self, Ordinal};
use super::predicates::{self, Certainty, Predicate};
use super::sources::{Source, source, together};
use super::superlatives::{self, Superlative};
use super::tallies::{self, Tally};
use crate::analysis::Evidence;
use crate::analysis::facts::Measure;
use crate::analysis::lexicon::tokens::abbreviates;
use crate::model::places::overlapping;
use crate::model::{FactKind, PassageKind, Place, Span, Story, Version};
use std::ops::Deref;
use std::sync::OnceLock;

/// A verb or a denial this many words before a word at the most tells something with it.
const TOLD_NEAR: usize = 9;

/// A word of a version.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Word<'l> {
    /// Where in the passage's text.
    pub span: Span,
    entry: &'l Entry,
    /// Which clause of the version it stands in, counted from 0.
    pub clause: usize,
    /// Part of a name: inside one that the story's names know, or with a capital letter where no sentence begins.
    pub named: bool,
    /// Printed with a capital letter.
    pub capital: bool,
    /// Whom it names or describes.
    pub who: Option<usize>,
    /// Part of the name of a place.
    pub placed: bool,
}

impl Deref for Word<'_> {
    type Target = Entry;

    fn deref(&self) -> &Entry {
        self.entry
    }
}

impl Word<'_> {
    /// What it stands for: the same for every way to name one person, else for forms of one stem.
    pub(super) fn key(&self) -> Key {
        self.who.map_or(Key::Stem(self.id), Key::Entity)
    }

    /// Whether it carries content and tells something other than when.
    pub(super) fn is_content(&self) -> bool {
        !self.plain && !self.time
    }
}

/// What a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Entity(usize),
    Stem(u32),
}

/// A version of a claim, read for comparison, whoever prints it: an agency's text in forty papers is read once.
pub(super) struct Telling<'s> {
    /// The passage's text.
    pub text: &'s str,
    /// The version itself, which may be read with the words before it.
    pub own: Span,
    /// Who is given as its source, where it is mostly what somebody said, and the words that are his.
    pub source: Option<Source<'s>>,
    /// The same, and whoever says it with him: `both Adler and Brand said`.
    pub sources: Vec<Source<'s>>,
    /// A headline, heading or caption: written in the present of the event.
    pub headline: bool,
    pub words: Vec<Word<'s>>,
    pub measures: Vec<&'s Measure>,
    /// The words that deny what follows them, as indices.
    pub denials: Vec<usize>,
    /// What its words can tell of certainty and polarity, all together.
    pub cues: Cues,
    /// Its predicates by word, once somebody asks.
    predicates: OnceLock<Vec<Predicate>>,
    /// The senses of its words, once somebody asks.
    rows: OnceLock<Vec<(u16, usize)>>,
    /// The words that tell what it tells, once somebody asks.
    content: OnceLock<Vec<usize>>,
    /// The ways in which it tells anything, once somebody asks.
    ways: OnceLock<Vec<(Certainty, bool)>>,
    /// Its events, once somebody asks.
    events: OnceLock<Vec<Event>>,
    /// Whether it leaves open what is done, once somebody asks.
    open: OnceLock<bool>,
    /// Its phrases of the table of hedges, once somebody asks.
    hedges: OnceLock<Vec<Hedge>>,
    /// Whether a word of it leaves open anything, once somebody asks.
    hedged: OnceLock<bool>,
    /// What it leaves open and others may answer, once somebody asks.
    question: OnceLock<Option<Open>>,
    /// Its votes and scores, once somebody asks.
    tallies: OnceLock<Vec<Tally>>,
    /// What it ranks highest, once somebody asks.
    superlatives: OnceLock<Vec<Superlative>>,
    /// Its ordinals, once somebody asks.
    ordinals: OnceLock<Vec<Ordinal>>,
    /// Its words that have an opposite, once somebody asks.
    poles: OnceLock<Vec<Said>>,
    /// What it says of the table of contrasts, once somebody asks.
    members: OnceLock<Vec<Member>>,
    /// A bit for each stem, some shared: whether one may stand in it.
    stems: u128,
}

impl<'s> Telling<'s> {
    /// Reads a version; none if its place is not in the story.
    pub(super) fn read(
        story: &'s Story,
        evidence: &'s Evidence,
        lexicon: &'s Lexicon,
        spelled: &Spelled,
        version: &'s Version,
    ) -> Option<Self> {
        let place = spelled.place;
        let passage = story.passage(&place)?;
        let measures = overlapping(&evidence.measures, &place).filter(|m| place.contains(&m.place)).collect();
        let mut words = read_words(&passage.text, place.span, lexicon, spelled);
        name_words(&mut words, evidence, &place);
        let mut telling = Telling {
            text: &passage.text,
            own: version.place.span,
            source: None,
            sources: Vec::new(),
            headline: matches!(passage.kind, PassageKind::Headline | PassageKind::Heading),
            words,
            measures,
            denials: Vec::new(),
            cues: Cues::default(),
            predicates: OnceLock::new(),
            rows: OnceLock::new(),
            content: OnceLock::new(),
            ways: OnceLock::new(),
            events: OnceLock::new(),
            open: OnceLock::new(),
            hedges: OnceLock::new(),
            hedged: OnceLock::new(),
            question: OnceLock::new(),
            tallies: OnceLock::new(),
            superlatives: OnceLock::new(),
            ordinals: OnceLock::new(),
            poles: OnceLock::new(),
            members: OnceLock::new(),
            stems: 0,
        };
        let together = together(&telling.words, evidence, place.span);
        telling.source = if together.is_empty() { source(story, evidence, version) } else { together.first().copied() };
        telling.sources = if together.is_empty() { telling.source.into_iter().collect() } else { together };
        telling.stems = telling.words.iter().fold(0, |all, w| all | bit(w.id));
        telling.cues = telling.words.iter().fold(Cues::default(), |all, w| all | w.cues);
        if telling.cues.any(cues::DENIER) {
            telling.denials = (0..telling.words.len()).filter(|&k| predicates::denies(&telling, k)).collect();
        }
        Some(telling)
    }

    /// The words of a span of the passage as printed.
    pub(super) fn printed(&self, span: Span) -> String {
        span.of(self.text).trim().to_owned()
    }

    /// Whether word `k` stands in the version itself.
    pub(super) fn owns(&self, k: usize) -> bool {
        self.words.get(k).is_some_and(|w| self.own.overlaps(w.span))
    }

    /// Word `k`'s form; empty where there is none.
    pub(super) fn form_at(&self, k: usize) -> &str {
        self.words.get(k).map_or("", |w| w.form.as_str())
    }

    /// The form of the word before word `k`; empty where there is none.
    pub(super) fn form_before(&self, k: usize) -> &str {
        k.checked_sub(1).map_or("", |b| self.form_at(b))
    }

    /// What the version makes of the predicate at word `k`.
    pub(super) fn predicate(&self, k: usize) -> Option<&Predicate> {
        self.predicates().get(k)
    }

    fn predicates(&self) -> &[Predicate] {
        self.predicates.get_or_init(|| (0..self.words.len()).filter_map(|k| predicates::at(self, k)).collect())
    }

    /// The ways in which it tells anything: how certain, and whether denied; each once.
    pub(super) fn ways(&self) -> &[(Certainty, bool)] {
        self.ways.get_or_init(|| {
            let told = self.predicates().iter().filter_map(|p| p.certainty.map(|certainty| (certainty, p.denied)));
            let mut ways: Vec<(Certainty, bool)> = told.collect();
            ways.sort_unstable();
            ways.dedup();
            ways
        })
    }

    /// The events that it tells in one way each.
    pub(super) fn events(&self) -> &[Event] {
        self.events.get_or_init(|| events::told_by(self))
    }

    /// Whether something in it may make of what is told something other than done.
    pub(super) fn is_open(&self) -> bool {
        *self.open.get_or_init(|| events::is_open(self))
    }

    /// Its phrases of the table of hedges, in order.
    pub(super) fn hedges(&self) -> &[Hedge] {
        self.hedges.get_or_init(|| hedges::of(self))
    }

    /// Whether a word of it leaves open anything, whatever that is.
    pub(super) fn is_hedged(&self) -> bool {
        *self.hedged.get_or_init(|| hedged::is_hedged(self))
    }

    /// What it leaves open and others may answer.
    pub(super) fn question(&self) -> Option<Open> {
        *self.question.get_or_init(|| open::question(self))
    }

    /// What it ranks highest.
    pub(super) fn superlatives(&self) -> &[Superlative] {
        self.superlatives.get_or_init(|| superlatives::of(self))
    }

    /// Its ordinals.
    pub(super) fn ordinals(&self) -> &[Ordinal] {
        self.ordinals.get_or_init(|| ordinals::ordinals(self))
    }

    /// Its votes and scores.
    pub(super) fn tallies(&self) -> &[Tally] {
        self.tallies.get_or_init(|| tallies::tallies(self))
    }

    /// Its words that have an opposite.
    pub(super) fn poles(&self) -> &[Said] {
        self.poles.get_or_init(|| opposites::said(self))
    }

    /// What it says of the table of contrasts, by row.
    pub(super) fn members(&self) -> &[Member] {
        self.members.get_or_init(|| members::of(self))
    }

    /// The senses of its words, by row of the table of paraphrases, with the word that has it; ascending.
    pub(super) fn rows(&self) -> &[(u16, usize)] {
        self.rows.get_or_init(|| closeness::rows(self))
    }

    /// The words that tell what it tells, each stem once.
    pub(super) fn content(&self) -> &[usize] {
        self.content.get_or_init(|| closeness::content(self))
    }

    /// The words of the same clause before word `k`, nearest first, with their index.
    pub(super) fn back(&self, k: usize) -> impl Iterator<Item = (usize, &Word<'s>)> {
        let clause = self.words.get(k).map(|w| w.clause);
        self.words.iter().enumerate().take(k).rev().take_while(move |(_, w)| Some(w.clause) == clause)
    }

    /// Where the words begin that tell something with word `k`: at a denial, else a verb, near before it in its clause.
    pub(super) fn told_from(&self, k: usize) -> usize {
        let verb = |w: &Word| !w.capital && w.cues.any(cues::PAST | cues::BE);
        if self.words.get(k).is_some_and(verb) {
            return k;
        }
        let near = || self.back(k).take(TOLD_NEAR);
        let denial = near().find(|(n, _)| self.denials.contains(n));
        denial.or_else(|| near().find(|(_, w)| verb(w))).map_or(k, |(n, _)| n)
    }

    /// The words of the same clause after word `k`, with their index.
    pub(super) fn on(&self, k: usize) -> impl Iterator<Item = (usize, &Word<'s>)> {
        let clause = self.words.get(k).map(|w| w.clause);
        self.words.iter().enumerate().skip(k + 1).take_while(move |(_, w)| Some(w.clause) == clause)
    }

    /// First word of a span and one past its last.
    pub(super) fn range(&self, span: Span) -> (usize, usize) {
        let first = self.words.partition_point(|w| w.span.end <= span.start);
        let past = self.words.partition_point(|w| w.span.start < span.end);
        (first, past.max(first))
    }

    /// Whether a stem stands in the version.
    pub(super) fn has(&self, id: u32) -> bool {
        self.stems & bit(id) != 0 && self.words.iter().any(|w| w.id == id)
    }

    /// Whether the words are the same.
    pub(super) fn repeats(&self, other: &Telling) -> bool {
        let words = || self.words.iter().zip(&other.words).all(|(a, b)| std::ptr::eq(a.entry, b.entry));
        std::ptr::eq(self, other) || self.words.len() == other.words.len() && words()
    }
}

/// The place that a version is read from: one that begins with a participle (`telling reporters that`) hangs on the words
/// before it in its sentence, which tell who and when.
pub(super) fn reading(story: &Story, place: Place) -> Place {
    let Some(passage) = story.passage(&place) else { return place };
    let (Some(before), Some(own)) = (passage.text.get(..place.span.start), passage.text.get(place.span.start..)) else {
        return place;
    };
    let first = own.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let hangs = first.len() > 5 && first.ends_with("ing") && first.chars().all(char::is_lowercase);
    if !hangs || !before.trim_end().ends_with([',', '—', '–', '-']) {
        return place;
    }
    // No abbreviation ends a sentence before a small letter, and one too short a reading is no harm.
    let start = before.rmatch_indices(['.', '!', '?', '”', '"']).find_map(|(at, mark)| {
        let next = before.get(at + mark.len()..)?.trim_start_matches(['”', '"', '’', ')']);
        next.starts_with(' ').then_some(before.len() - next.len() + 1)
    });
    Place { span: Span::new(start.unwrap_or(0).min(place.span.start), place.span.end), ..place }
}

fn bit(id: u32) -> u128 {
    1 << (id % u128::BITS)
}

/// Words that open a new clause.
const OPENERS: [&str; 12] =
    ["but", "although", "though", "while", "whereas", "because", "who", "which", "whose", "if", "unless", "when"];

fn read_words<'l>(text: &str, place: Span, lexicon: &'l Lexicon, spelled: &Spelled) -> Vec<Word<'l>> {
    let mut clause = 0;
    let mut last = place.start;
    let mut read: Vec<Word> = Vec::with_capacity(spelled.len());
    for (span, number) in spelled.words() {
        let Some(entry) = lexicon.entry(number) else { continue };
        let between = text.get(last..span.start).unwrap_or("");
        let (mut stop, mut pause) = (false, between.contains("--") || between.contains(" - "));
        // `St. Mary's`, `J. Adler`
        let printed = read.last().map_or("", |w| w.span.of(text));
        let short = between == ". " && (abbreviates(printed) || printed.len() == 1 && printed.starts_with(char::is_uppercase));
        for c in between.chars().filter(|c| *c != ' ' && !short) {
            stop |= matches!(c, '.' | '!' | '?' | ';' | ':' | '…');
            pause |= matches!(c, '—' | '–' | '―');
        }
        // No clause ends in `a two-year, $3 million contract`.
        let amount = |c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€');
        if let Some((_, after)) = between.split_once(',') {
            pause |= !after.chars().chain(span.of(text).chars()).find(|c| *c != ' ').is_some_and(amount);
        }
        if !read.is_empty() && (stop || pause || OPENERS.contains(&entry.form.as_str())) {
            clause += 1;
        }
        let capital = span.of(text).chars().next().is_some_and(char::is_uppercase);
        let begins = read.is_empty() || stop || between.contains(['“', '"', '‘']);
        last = span.end;
        read.push(Word { span, entry, clause, named: capital && !begins, capital, who: None, placed: false });
    }
    read
}

/// Settles which words are names, and whose: under a headline in capitals throughout, only those that the names know.
fn name_words(words: &mut [Word], evidence: &Evidence, place: &Place) {
    let content = words.iter().filter(|w| !w.plain).count();
    let capital = words.iter().filter(|w| !w.plain && w.capital).count();
    if content >= 3 && capital * 10 >= content * 9 {
        words.iter_mut().for_each(|w| w.named = false);
    }
    for mention in overlapping(&evidence.names.mentions, place) {
        let span = mention.place.span;
        let placed = evidence.names.entities.get(mention.entity).is_some_and(|e| e.kind == FactKind::Place);
        let first = words.partition_point(|w| w.span.end <= span.start);
        for word in words.iter_mut().skip(first).take_while(|w| w.span.start < span.end).filter(|w| !w.plain) {
            word.named |= word.capital;
            word.who = Some(mention.entity);
            word.placed = placed;
        }
    }
}
