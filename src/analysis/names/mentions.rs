//! Who is meant where: candidates of one article against the register.
//!
//! In: an article's candidates, in order. Out: its [`Mention`]s. A family name alone is the person whom the article
//! names so most; between equals, the one named last. In passages that capitalise every word, known names are sought.

use super::Mention;
use super::candidates::Candidate;
use super::descriptions;
use super::register::Register;
use super::runs::{Page, Read, Usage, span_of};
use crate::analysis::lexicon::people::{self, Gender};
use crate::model::{Article, FactKind, Place, Span};
use rustc_hash::FxHashMap;

/// What an article has said of whom so far.
#[derive(Debug, Default)]
pub struct Memory {
    /// Entity to (how often the article gives its full name, order of last mention).
    seen: FxHashMap<usize, (usize, usize)>,
    clock: usize,
}

impl Memory {
    fn note(&mut self, entity: usize) {
        self.clock += 1;
        self.seen.entry(entity).or_default().1 = self.clock;
    }

    /// How recently somebody was named; 0 for never.
    pub fn last(&self, entity: usize) -> usize {
        self.seen.get(&entity).map_or(0, |s| s.1)
    }

    /// Whom the article has named so far; in order, so that nothing depends on hashing.
    pub fn people(&self) -> impl Iterator<Item = usize> {
        let mut seen: Vec<usize> = self.seen.iter().filter(|(_, s)| s.1 > 0).map(|(e, _)| *e).collect();
        seen.sort_unstable();
        seen.into_iter()
    }

    fn count(&self, entity: usize) -> usize {
        self.seen.get(&entity).map_or(0, |s| s.0)
    }
}

/// The mentions of an article, by place.
pub fn of(
    a: usize,
    article: &Article,
    read: &Read,
    candidates: &[Candidate],
    register: &Register,
    usage: &Usage,
) -> Vec<Mention> {
    let mut memory = Memory::default();
    for entity in candidates.iter().filter_map(|c| register.full(&c.key)) {
        memory.seen.entry(entity).or_default().0 += 1;
    }
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    for (p, (passage, page)) in article.passages.iter().zip(&read.passages).enumerate() {
        let first = found.len();
        let mut add = |span: Span, entity: usize, memory: &mut Memory| {
            memory.note(entity);
            found.push(Mention { place: Place::new(a, p, span), entity, described: false });
        };
        if page.title_case {
            for (span, entity) in known(&passage.text, page, 0, page.tokens.len(), register, &memory, Some(usage)) {
                add(span, entity, &mut memory);
            }
        }
        while let Some(candidate) = candidates.get(at).filter(|c| c.passage == p) {
            at += 1;
            match meant(candidate, register, &memory) {
                Some(entity) => add(candidate.span, entity, &mut memory),
                None if candidate.key.contains(' ') => {
                    let inside = known(&passage.text, page, candidate.tokens.0, candidate.tokens.1, register, &memory, None);
                    for (span, entity) in inside {
                        add(span, entity, &mut memory);
                    }
                }
                None => {}
            }
        }
        let named: Vec<Mention> = found.get(first..).unwrap_or(&[]).to_vec();
        for (span, entity) in descriptions::resolve(&passage.text, page, &named, register, &memory) {
            found.push(Mention { place: Place::new(a, p, span), entity, described: true });
        }
        if let Some(passage) = found.get_mut(first..) {
            passage.sort_by_key(|m| m.place);
        }
    }
    found
}

/// The entity that a candidate names.
fn meant(candidate: &Candidate, register: &Register, memory: &Memory) -> Option<usize> {
    let full = register.full(&candidate.key);
    let known = |e: usize| register.entities.get(e);
    if let Some(entity) = full {
        let other_kind = candidate.titled && known(entity).is_some_and(|k| k.kind != FactKind::Person);
        let shared = !candidate.key.contains(' ') && register.short(&candidate.key).len() > 1;
        if !other_kind && !shared {
            return Some(entity);
        }
    }
    bearer(register.short(&candidate.key), candidate.gender, register, memory)
        .or_else(|| bearer(register.given(&candidate.key), candidate.gender, register, memory))
        .or(full)
}

/// Of several bearers of a name the one meant: of the right gender; named in full in this article; named most there;
/// named most in the story; named last.
fn bearer(bearers: &[usize], gender: Option<Gender>, register: &Register, memory: &Memory) -> Option<usize> {
    let fits =
        |e: &&usize| register.entities.get(**e).is_some_and(|k| gender.is_none() || k.gender.is_none() || k.gender == gender);
    let here = |e: usize| memory.count(e);
    let weight = |e: usize| register.entities.get(e).map_or(0, |k| k.weight);
    if let [sole] = bearers {
        return Some(*sole);
    }
    let sure = |e: usize| gender.is_some() && register.entities.get(e).is_some_and(|k| k.gender == gender);
    bearers.iter().filter(fits).copied().max_by_key(|&e| {
        (
            here(e) > 0,
            sure(e),
            memory.last(e) > 0 || here(e) == 0,
            prominent(here(e), weight(e)),
            memory.last(e),
            std::cmp::Reverse(e),
        )
    })
}

/// A coarse measure: who is named twice as often leads, else recency decides.
fn prominent(here: usize, story: usize) -> u32 {
    (here.max(1).ilog2()) * 2 + story.max(1).ilog2()
}

/// Known names among the tokens `from..to`, the longest first. With `usage`, words that the story also writes small
/// are no names.
fn known(
    text: &str,
    page: &Page,
    from: usize,
    to: usize,
    register: &Register,
    memory: &Memory,
    usage: Option<&Usage>,
) -> Vec<(Span, usize)> {
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        let capital = page.tokens.get(at).is_some_and(|t| t.capital && t.is_word());
        let longest = if capital {
            (1..=LONGEST_KNOWN.min(to - at)).rev().find_map(|n| named(text, page, at, n, register, memory, usage).map(|e| (n, e)))
        } else {
            None
        };
        match longest {
            Some((n, entity)) => {
                let titles = (from..at)
                    .rev()
                    .take_while(|&t| {
                        page.tokens.get(t).is_some_and(|x| x.is_word() && x.capital && people::is_title(&x.key(text)))
                    })
                    .count();
                found.push((span_of(page, at - titles, at + n), entity));
                at += n;
            }
            None => at += 1,
        }
    }
    found
}

const LONGEST_KNOWN: usize = 6;

fn named(
    text: &str,
    page: &Page,
    at: usize,
    length: usize,
    register: &Register,
    memory: &Memory,
    usage: Option<&Usage>,
) -> Option<usize> {
    let tokens = page.tokens.get(at..at + length)?;
    if !tokens.iter().all(|t| t.is_word()) || !tokens.last().is_some_and(|t| t.capital) {
        return None;
    }
    let key = tokens.iter().map(|t| t.key(text)).collect::<Vec<_>>().join(" ");
    if length == 1 && usage.is_some_and(|u| u.small.contains(key.as_str())) {
        return None;
    }
    register.full(&key).or_else(|| bearer(register.short(&key), None, register, memory))
}
