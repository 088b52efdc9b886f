//! Phrases of the table of paraphrases that the statements use: `step down`, `thumb on the scale`.
//!
//! In: profiles with their terms. Out: phrases in the vocabulary and in the profiles, and all [`Member`]s of the table's rows.
//! A phrase is shared only with another member of its row: that both hold the same phrase is seen from its words.

use crate::analysis::similarity::paraphrases::{Entry, Member, entries};
use crate::analysis::similarity::profile::{At, Element, Profile, Profiles, Term};
use crate::analysis::similarity::rarity::FEWEST_STATEMENTS;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// Words that may stand inside a phrase without being written in the table: `change his mind`.
const LOOSE: &[&str] = &["the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "it", "to", "of"];
/// How many of them in a row.
const LOOSE_RUN: usize = 2;

/// A phrase in a statement: its spelling in stems, where it stands, its weight and the clause it opens in.
struct Found {
    phrase: String,
    entry: Entry,
    term: Term,
    weight: f64,
    clauses: u64,
}

/// A phrase of the table that begins with a stem, all of whose stems the story has.
struct Phrase {
    entry: Entry,
    /// The stems behind the first: indices into [`Profiles::vocabulary`].
    rest: Vec<u32>,
}

/// What the table of paraphrases holds of the stems of a story.
pub struct Listed {
    /// The words of its rows.
    words: Vec<Member>,
    /// The phrases that begin with each stem.
    phrases: Vec<Vec<Phrase>>,
}

impl Listed {
    /// What it holds of these stems; `numbers` tells for each its place in the vocabulary.
    pub fn of(vocabulary: &[String], numbers: &FxHashMap<String, u32>) -> Self {
        let phrase = |entry: Entry| {
            let rest = entry.rest.split('_').map(|stem| numbers.get(stem).copied()).collect::<Option<_>>()?;
            Some(Phrase { entry, rest })
        };
        let of = |stem: &String| -> (Vec<Entry>, Vec<Phrase>) {
            let (words, phrases): (Vec<Entry>, Vec<Entry>) = entries(stem).partition(|e| e.rest.is_empty());
            (words, phrases.into_iter().filter_map(phrase).collect())
        };
        let (words, phrases): (Vec<Vec<Entry>>, Vec<Vec<Phrase>>) =
            vocabulary.par_iter().with_min_len(LOOKED_UP_AT_ONCE).map(of).unzip();
        let words = (0..).zip(words).flat_map(|(id, entries)| entries.into_iter().map(move |entry| (id, entry)));
        Listed { words: words.collect(), phrases }
    }
}

/// Stems that one thread looks up at the least: fewer are not worth handing over.
const LOOKED_UP_AT_ONCE: usize = 64;

/// Finds the phrases of statements that stand in the story so many `times` each, and gives every word and phrase of the table that
/// it uses.
pub fn find(profiles: &mut Profiles, listed: Listed, times: &[usize]) -> Vec<Member> {
    let Listed { words: mut members, phrases } = listed;
    let loose: Vec<bool> = profiles.vocabulary.iter().map(|stem| LOOSE.contains(&stem.as_str())).collect();
    let found: Vec<Vec<Found>> = profiles.of.par_iter().map(|p| within(profiles, &phrases, &loose, p)).collect();
    let mut held: FxHashMap<&str, usize> = FxHashMap::default();
    for (statement, times) in found.iter().zip(times) {
        let mut here: Vec<&str> = statement.iter().map(|f| f.phrase.as_str()).collect();
        here.dedup();
        for phrase in here {
            *held.entry(phrase).or_default() += times;
        }
    }
    let statements = times.iter().sum::<usize>().max(FEWEST_STATEMENTS) as f64;
    let held: FxHashMap<String, f64> = held.into_iter().map(|(p, n)| (p.to_owned(), -(n as f64 / statements).ln())).collect();
    let mut ids: FxHashMap<String, u32> = FxHashMap::default();
    let mut known: FxHashSet<(u32, u16)> = FxHashSet::default();
    for (profile, found) in profiles.of.iter_mut().zip(found) {
        profile.phrases.reserve_exact(found.len());
        profile.elements.reserve_exact(found.len());
        for Found { phrase, entry, mut term, weight, clauses } in found {
            let weight = held.get(&phrase).map_or(weight, |rarity| weight.min(*rarity)).max(0.0);
            let next = profiles.vocabulary.len() as u32;
            let id = *ids.entry(phrase.clone()).or_insert(next);
            if id == next {
                profiles.vocabulary.push(phrase);
                profiles.weights.push(weight);
            }
            if known.insert((id, entry.row)) {
                members.push((id, entry));
            }
            term.stem = id;
            profile.phrases.push(term);
            if !profile.elements.iter().any(|e| e.stem == id) {
                profile.elements.push(Element { stem: id, weight, own: 0.0, name: false, phrase: true, clauses, at: At::None });
            }
        }
        profile.elements.sort_unstable_by_key(|e| e.stem);
    }
    members
}

/// The phrases of one statement.
fn within(profiles: &Profiles, phrases: &[Vec<Phrase>], loose: &[bool], profile: &Profile) -> Vec<Found> {
    let mut found = Vec::new();
    let spelled = |term: &Term| profiles.vocabulary.get(term.stem as usize).map_or("", String::as_str);
    for (n, first) in profile.terms.iter().enumerate() {
        for &Phrase { entry, ref rest } in phrases.get(first.stem as usize).into_iter().flatten() {
            let Some(last) = ends(loose, profile, n, rest) else { continue };
            let words = profile.terms.get(n..=last).unwrap_or(&[]);
            let rest = entry.rest.replace('_', " ");
            let weight = words.iter().filter_map(|t| profiles.weights.get(t.stem as usize)).copied().fold(0.0, f64::max);
            found.push(Found {
                phrase: format!("{} {rest}", spelled(first)),
                entry,
                term: first.up_to(words.last().unwrap_or(first)),
                weight,
                clauses: 1_u64 << first.clause.min(63),
            });
        }
    }
    found.sort_by(|a, b| a.phrase.cmp(&b.phrase).then(a.term.span().start.cmp(&b.term.span().start)));
    found
}

/// The last word of the phrase that begins at word `first` and goes on with the stems of `rest`, where it stands there.
fn ends(loose: &[bool], profile: &Profile, first: usize, rest: &[u32]) -> Option<usize> {
    let mut at = first;
    for &stem in rest {
        let mut skipped = 0;
        loop {
            at += 1;
            let term = profile.terms.get(at)?;
            if term.stem == stem {
                break;
            }
            if skipped == LOOSE_RUN || !loose.get(term.stem as usize).copied().unwrap_or(false) {
                return None;
            }
            skipped += 1;
        }
    }
    Some(at)
}
