//! What a statement brings to a comparison: its words in order, its elements (distinct stems and names) with weights,
//! its numbers, its speaker, whether it denies.

use crate::analysis::names::Names;
use crate::analysis::reprints::Reprints;
use crate::analysis::similarity::candidates::{self, Size};
use crate::analysis::similarity::collocations::Collocations;
use crate::analysis::similarity::emphasis::{self, Named, Part};
use crate::analysis::similarity::figures::{self, Figures};
use crate::analysis::similarity::matches::Stems;
use crate::analysis::similarity::phrases::Listed;
use crate::analysis::similarity::weights::{REACH, RECALLED};
use crate::analysis::similarity::{clauses, kin, kinds, paraphrases, phrases, rarity, words};
use crate::model::places::overlapping;
use crate::model::{Fact, FactKind, Form, Place, Quotation, Span, Statement, Story};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// One word of a statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// Its stem: an index into [`Profiles::vocabulary`].
    pub stem: u32,
    /// The part it plays.
    pub part: Part,
    /// Its clause, from 0.
    pub clause: u8,
    /// Between quotation marks.
    pub quoted: bool,
    /// Where in the passage it begins and ends: no passage has so many bytes that these cannot tell, and a large story has
    /// a million words.
    start: u32,
    end: u32,
}

impl Term {
    /// A word whose stem is not known yet.
    fn new(part: Part, clause: u8, quoted: bool, span: Span) -> Self {
        let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Term { stem: 0, part, clause, quoted, start: short(span.start), end: short(span.end) }
    }

    /// Where in the passage.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Whether it is the same word in the same part, wherever it stands.
    pub fn is_like(&self, other: &Term) -> bool {
        (self.stem, self.part, self.clause, self.quoted) == (other.stem, other.part, other.clause, other.quoted)
    }

    /// The words from this one to the end of another.
    pub fn up_to(self, last: &Term) -> Self {
        Term { end: last.end, ..self }
    }
}

/// A distinct stem or phrase of a statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Element {
    /// Index into [`Profiles::vocabulary`].
    pub stem: u32,
    /// What sharing it says, in nats.
    pub weight: f64,
    /// What it adds to the statement's mass: less than its weight beside a word that it always comes with.
    pub own: f64,
    /// Says who, not what.
    pub name: bool,
    /// A phrase: shared only with another member of its row in the table of paraphrases.
    pub phrase: bool,
    /// The clauses it stands in, a bit for each.
    pub clauses: u64,
    /// Which of the statement's words it is.
    pub at: At,
}

/// Which of a statement's words an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// None: a phrase.
    None,
    /// This one alone.
    One(u16),
    /// To be looked for: several, or perhaps none.
    Some,
}

impl At {
    fn one(at: usize) -> Self {
        u16::try_from(at).map_or(At::Some, At::One)
    }
}

/// One statement, ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// Its words in order.
    pub terms: Vec<Term>,
    /// Its phrases, by spelling.
    pub phrases: Vec<Term>,
    /// Its elements, by stem.
    pub elements: Vec<Element>,
    /// The stems of its words and elements.
    pub stems: Stems,
    /// The weight of all elements together, in nats.
    pub mass: f64,
    /// The weight of those that are no names.
    pub content: f64,
    /// The mass as containment wants it.
    pub size: Size,
    /// The same for the content.
    pub content_size: Size,
    /// Its place in the article: 0 the first statement, towards 1 the last.
    pub place: f64,
    /// Values of its numbers, amounts, dates and durations.
    pub values: Vec<(FactKind, String)>,
    /// What its figures count.
    pub figures: Figures,
    /// Whether it holds a negation.
    pub negated: bool,
    /// Numbers that stand for the same text: the lowest statement with the same words.
    pub twin: usize,
    /// The lowest statement that is the same in all that pairs are measured by (see [`kinds`]).
    pub kind: u32,
}

/// All statements of a story, ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Profiles {
    /// The distinct stems, in order of first use; then the phrases, their stems parted by spaces.
    pub vocabulary: Vec<String>,
    /// Weight of each stem, in nats.
    pub weights: Vec<f64>,
    /// Stems that come together.
    pub collocations: Collocations,
    /// Kin of each stem.
    pub kin: Vec<Vec<(u32, f32)>>,
    /// One for each statement.
    pub of: Vec<Profile>,
    /// Containment under which a pair is not looked at.
    pub floor: f64,
}

/// Words that deny.
const NEGATIONS: &[&str] = &["not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "without", "cannot"];

/// A statement as it is read by itself: the forms of its words are not yet numbered.
struct Draft<'s> {
    forms: Vec<Cow<'s, str>>,
    profile: Profile,
}

/// Statements whose forms are held at once.
const AT_ONCE: usize = 2048;
/// Forms that one thread stems at the least: fewer are not worth handing over.
const STEMMED_AT_ONCE: usize = 64;

/// Prepares the statements of a story.
pub fn profiles(story: &Story, statements: &[Statement], names: &Names, quotations: &[Quotation], facts: &[Fact]) -> Profiles {
    let floor = candidates::floor(story.articles.len());
    let again = again(story, statements);
    let read: Vec<&Statement> = statements.iter().zip(&again).filter(|(_, again)| again.is_none()).map(|(s, _)| s).collect();
    let mut profiles = Profiles { of: Vec::with_capacity(read.len()), floor, ..Profiles::default() };
    let mut ids: FxHashMap<String, u32> = FxHashMap::default();
    // Forms are numbered as they come, and stemmed together.
    let mut numbers: FxHashMap<Cow<str>, u32> = FxHashMap::default();
    let mut of_form: Vec<u32> = Vec::new();
    for some in read.chunks(AT_ONCE) {
        let drafts: Vec<Draft> = some.par_iter().map(|s| draft(story, s, names, quotations)).collect();
        let (mut fresh, first) = (Vec::new(), profiles.of.len());
        for Draft { forms, mut profile } in drafts {
            for (form, term) in forms.into_iter().zip(&mut profile.terms) {
                term.stem = numbers.get(&form).copied().unwrap_or_else(|| {
                    let number = numbers.len() as u32;
                    fresh.push(form.clone());
                    numbers.insert(form, number);
                    number
                });
            }
            profiles.of.push(profile);
        }
        let stems: Vec<String> = fresh.par_iter().with_min_len(STEMMED_AT_ONCE).map(|form| words::stem(form)).collect();
        for stem in stems {
            let next = profiles.vocabulary.len() as u32;
            let id = ids.get(&stem).copied().unwrap_or(next);
            if id == next {
                ids.insert(stem.clone(), id);
                profiles.vocabulary.push(stem);
            }
            of_form.push(id);
        }
        for term in profiles.of.iter_mut().skip(first).flat_map(|profile| &mut profile.terms) {
            term.stem = of_form.get(term.stem as usize).copied().unwrap_or_default();
        }
    }
    drop((numbers, of_form));
    let vocabulary = std::mem::take(&mut profiles.vocabulary);
    let listed;
    ((profiles.kin, listed), ()) = rayon::join(
        || rayon::join(|| kin::of(&vocabulary), || Listed::of(&vocabulary, &ids)),
        || {
            twins(&mut profiles.of);
            weigh(&mut profiles, &vocabulary);
            recall(&mut profiles, &ids, &read);
        },
    );
    drop(ids);
    profiles.vocabulary = vocabulary;
    let members = phrases::find(&mut profiles, listed, &times(&again));
    profiles.of = with_reprints(std::mem::take(&mut profiles.of), &again);
    profiles.kin.resize(profiles.vocabulary.len(), Vec::new());
    let marks = figures::marks(&profiles.vocabulary);
    let Profiles { vocabulary, kin, of, .. } = &mut profiles;
    rayon::join(|| paraphrases::add(vocabulary, &members, kin), || note_what_is_held(of, statements, facts, &marks));
    set_places(&mut profiles.of, statements);
    kinds::note(&mut profiles.of, statements);
    profiles
}

/// Notes the stems and the values that each statement holds.
fn note_what_is_held(profiles: &mut [Profile], statements: &[Statement], facts: &[Fact], marks: &[u64]) {
    profiles.par_iter_mut().zip(statements).for_each(|(profile, statement)| {
        let words = profile.terms.iter().map(|t| t.stem);
        profile.stems = Stems::of(words.chain(profile.elements.iter().map(|e| e.stem)));
        profile.values = overlapping(facts, &statement.place)
            .filter(|f| !matches!(f.kind, FactKind::Person | FactKind::Place | FactKind::Organisation))
            .map(|f| (f.kind, f.value.clone()))
            .collect();
        profile.figures = figures::of(&profile.terms, overlapping(facts, &statement.place), marks);
    });
}

/// For each statement the number of the one that it repeats, where its article is a reprint of one before.
fn again(story: &Story, statements: &[Statement]) -> Vec<Option<usize>> {
    let reprints = Reprints::of(story);
    let mut again: Vec<Option<usize>> = Vec::with_capacity(statements.len());
    let mut bounds: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
    for own in statements.chunk_by(|a, b| a.place.article == b.place.article) {
        let (start, article) = (again.len(), own.first().map_or(0, |s| s.place.article));
        bounds.insert(article, (start, start + own.len()));
        let (from, to) = bounds.get(&reprints.first(article)).copied().unwrap_or((start, start + own.len()));
        let first = statements.get(from..to).unwrap_or(&[]);
        let alike = |(a, b): (&Statement, &Statement)| Place { article, ..a.place } == b.place && a.form == b.form;
        let same = from < start && first.len() == own.len() && first.iter().zip(own).all(alike);
        again.extend((from..from + own.len()).map(|n| same.then_some(n)));
    }
    again
}

/// For each statement that is read how often it stands in the story, reprints and all.
fn times(again: &[Option<usize>]) -> Vec<usize> {
    let mut times: Vec<usize> = Vec::with_capacity(again.len());
    // From the number among all to that among those read.
    let mut numbers: Vec<usize> = Vec::with_capacity(again.len());
    for again in again {
        let number = again.and_then(|first| numbers.get(first).copied()).unwrap_or(times.len());
        numbers.push(number);
        match times.get_mut(number) {
            Some(times) => *times += 1,
            None => times.push(1),
        }
    }
    times
}

/// The profiles of all statements, of those that were read and those that stand once more in a reprint.
fn with_reprints(read: Vec<Profile>, again: &[Option<usize>]) -> Vec<Profile> {
    if read.len() == again.len() {
        return read;
    }
    // From the number among those read to that among all.
    let numbers: Vec<usize> = again.iter().enumerate().filter(|(_, again)| again.is_none()).map(|(n, _)| n).collect();
    let mut read = read.into_iter();
    let mut all: Vec<Profile> = Vec::with_capacity(again.len());
    for again in again {
        let profile = match again {
            Some(first) => all.get(*first).cloned(),
            None => read.next().map(|p| Profile { twin: numbers.get(p.twin).copied().unwrap_or(p.twin), ..p }),
        };
        all.extend(profile);
    }
    all
}

/// Nouns that name nothing themselves: `the topic`, `this matter` stand for what the sentence before is about.
const STAND_INS: &[&str] = &["topic", "issue", "matter", "subject", "question"];
/// Verbs before which `this` stands alone: `She said this was not discussed.`
const BEHIND_THIS: &[&str] = &["is", "was", "has", "had", "would", "will", "could", "did", "does"];
/// How many words may stand before such a `this`.
const BEFORE_THIS: usize = 4;

/// A statement that opens with a stand-in, or reports what was said of `this`, brings what the statements before it are about,
/// at a discount.
fn recall(profiles: &mut Profiles, ids: &FxHashMap<String, u32>, statements: &[&Statement]) {
    let numbers =
        |words: &[&str]| -> Vec<u32> { words.iter().filter_map(|word| ids.get(words::stem(word).as_str()).copied()).collect() };
    let (stand_ins, this, verbs) = (numbers(STAND_INS), numbers(&["this"]), numbers(BEHIND_THIS));
    let leans = |terms: &[Term]| {
        let pairs = terms.iter().zip(terms.iter().skip(1)).take(BEFORE_THIS + 1);
        pairs.into_iter().any(|(one, next)| this.contains(&one.stem) && verbs.contains(&next.stem) && !one.quoted)
    };
    for n in 1..profiles.of.len() {
        let opens = |p: &Profile| p.terms.iter().take(2).any(|t| stand_ins.contains(&t.stem)) || leans(&p.terms);
        let opens = profiles.of.get(n).is_some_and(opens);
        let article = |n: usize| statements.get(n).map(|s| s.place.article);
        if !opens || article(n) != article(n - 1) {
            continue;
        }
        let mut before: Vec<Element> = Vec::new();
        for back in 1..=REACH.min(n) {
            if article(n - back) == article(n) {
                before.extend(profiles.of.get(n - back).map_or(&[][..], |p| p.elements.as_slice()));
            }
        }
        let Some(profile) = profiles.of.get_mut(n) else { continue };
        profile.elements.retain(|e| !stand_ins.contains(&e.stem));
        profile.elements.reserve_exact(before.len());
        for element in before {
            if let Err(at) = profile.elements.binary_search_by_key(&element.stem, |e| e.stem) {
                let (weight, own) = (element.weight * RECALLED, element.own * RECALLED);
                let recalled = Element { weight, own, clauses: u64::MAX, at: At::Some, ..element };
                profile.elements.insert(at, recalled);
            }
        }
        size_up(profile);
    }
}

/// Notes how far down its article each statement stands.
fn set_places(profiles: &mut [Profile], statements: &[Statement]) {
    let mut start = 0;
    while let Some(first) = statements.get(start) {
        let end = start + statements.iter().skip(start).take_while(|s| s.place.article == first.place.article).count();
        for (n, profile) in profiles.iter_mut().enumerate().take(end).skip(start) {
            profile.place = (n - start) as f64 / (end - start) as f64;
        }
        start = end;
    }
}

fn draft<'s>(story: &'s Story, statement: &Statement, names: &Names, quotations: &[Quotation]) -> Draft<'s> {
    let place = statement.place;
    let text = story.text(&place);
    let mentions: Vec<(Place, Named)> = overlapping(&names.mentions, &place)
        .map(|m| {
            let person = names.entities.get(m.entity).is_some_and(|e| e.kind == FactKind::Person);
            (m.place, Named { entity: m.entity, person })
        })
        .collect();
    let quoted: Vec<Place> = overlapping(quotations, &place).map(|q| q.place).collect();
    let whole = quoted.iter().any(|q| q.span.contains(place.span));
    let words = words::words(text);
    let at = |span: Span| Place { span: Span::new(place.span.start + span.start, place.span.start + span.end), ..place };
    let mut mentions_left = mentions.as_slice();
    let named: Vec<Option<Named>> =
        words.iter().map(|w| first_at(&mut mentions_left, at(w.span), |(m, _)| *m).map(|(_, named)| *named)).collect();
    let unnamed = mentions.is_empty() && statement.form != Form::Direct && !whole;
    let capital = |word: &words::Word| word.span.of(text).starts_with(char::is_uppercase);
    let name: Vec<bool> = words
        .iter()
        .zip(&named)
        .enumerate()
        .map(|(n, (word, named))| named.is_some() || (unnamed && n > 0 && capital(word)))
        .collect();
    let parts = emphasis::parts(text, &words, &name, &named);
    let clauses = clauses::of(text, &words);
    let negated = words.iter().any(|w| NEGATIONS.contains(&w.form.as_ref()) || w.form.ends_with("n't"));
    let mut quoted_left = quoted.as_slice();
    let terms = words
        .iter()
        .zip(parts)
        .zip(clauses)
        .map(|((word, part), clause)| {
            let here = at(word.span);
            let quoted = first_at(&mut quoted_left, here, |q| *q).is_some();
            Term::new(part, clause, quoted, here.span)
        })
        .collect();
    Draft { forms: words.into_iter().map(|w| w.form).collect(), profile: Profile { terms, negated, ..Profile::default() } }
}

/// The first of places sorted by their start that overlaps `here`. Those that end before it are let go: what is asked for next
/// stands behind.
fn first_at<'p, T>(left: &mut &'p [T], here: Place, place: impl Fn(&T) -> Place) -> Option<&'p T> {
    while let Some((first, rest)) = left.split_first()
        && place(first).span.end <= here.span.start
    {
        *left = rest;
    }
    left.first().filter(|first| place(first).overlaps(&here))
}

/// Statements with the same words are one witness of how common a word is in the story.
fn twins(profiles: &mut [Profile]) {
    let mut first: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
    for (n, profile) in profiles.iter_mut().enumerate() {
        let stems: Vec<u32> = profile.terms.iter().map(|t| t.stem).collect();
        profile.twin = *first.entry(stems).or_insert(n);
    }
}

/// Weighs the stems by how many statements hold them, and sums up each statement.
fn weigh(profiles: &mut Profiles, vocabulary: &[String]) {
    let mut held = vec![0_usize; vocabulary.len()];
    // For each stem the last statement that it was counted in.
    let mut last = vec![usize::MAX; vocabulary.len()];
    let mut statements = 0;
    for (n, profile) in profiles.of.iter().enumerate().filter(|(n, p)| p.twin == *n) {
        statements += 1;
        for term in &profile.terms {
            let counts = held.get_mut(term.stem as usize).zip(last.get_mut(term.stem as usize));
            if let Some((held, last)) = counts.filter(|(_, last)| **last != n) {
                *held += 1;
                *last = n;
            }
        }
    }
    profiles.weights =
        vocabulary.par_iter().zip(&held).map(|(stem, &held)| rarity::weight(held, statements, rarity::in_news(stem))).collect();
    let stems: Vec<Vec<u32>> = profiles
        .of
        .iter()
        .enumerate()
        .filter(|(n, p)| p.twin == *n)
        .map(|(_, p)| p.terms.iter().map(|t| t.stem).collect())
        .collect();
    profiles.collocations = Collocations::of(stems.iter().map(Vec::as_slice), &held);
    let (weights, collocations) = (&profiles.weights, &profiles.collocations);
    profiles.of.par_iter_mut().for_each(|profile| sum_up(profile, weights, collocations));
}

/// The elements of a statement, and its masses.
fn sum_up(profile: &mut Profile, weights: &[f64], collocations: &Collocations) {
    let mut elements: Vec<Element> = profile
        .terms
        .iter()
        .enumerate()
        .filter_map(|(at, t)| {
            let weight = weights.get(t.stem as usize)? * t.part.weight();
            let (name, clauses) = (t.part.is_name(), 1_u64 << t.clause.min(63));
            Some(Element { stem: t.stem, weight, own: 0.0, name, phrase: false, clauses, at: At::one(at) })
        })
        .collect();
    // Where a stem stands both as a name and not, the fuller reading counts.
    elements.sort_by(|a, b| a.stem.cmp(&b.stem).then(b.weight.total_cmp(&a.weight)));
    elements.dedup_by(|again, first| {
        let same = again.stem == first.stem;
        if same {
            first.clauses |= if again.weight > 0.0 { again.clauses } else { 0 };
            first.at = At::Some;
        }
        same
    });
    elements.retain(|e| e.weight > 0.0);
    let mut heaviest: Vec<(f64, u32, usize)> = elements.iter().enumerate().map(|(n, e)| (e.weight, e.stem, n)).collect();
    heaviest.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut before: Vec<u32> = Vec::with_capacity(heaviest.len());
    for (weight, stem, n) in heaviest {
        if let Some(element) = elements.get_mut(n) {
            element.own = weight * collocations.left(stem, &before);
        }
        before.push(stem);
    }
    elements.shrink_to_fit();
    profile.elements = elements;
    size_up(profile);
}

/// The masses of a statement, whole and without names.
fn size_up(profile: &mut Profile) {
    let elements = &profile.elements;
    profile.mass = elements.iter().map(|e| e.own).sum();
    profile.content = elements.iter().filter(|e| !e.name).map(|e| e.own).sum();
    profile.size = Size::of(profile.mass);
    profile.content_size = Size::of(profile.content);
}
