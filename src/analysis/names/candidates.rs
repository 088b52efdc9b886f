//! Runs of capitalised words that may be names.
//!
//! In: a run and the tokens around it. Out: a [`Candidate`]: the name, the title before it, the gender that shows, and votes
//! for each kind. Nothing is decided here: the votes of all places where the same name stands are counted together.

use super::bodies;
use super::runs::{Page, Run, span_of};
use super::votes::{self, Votes};
use crate::analysis::lexicon::people::{self, Gender};
use crate::analysis::lexicon::{common, organisations as org, places};
use crate::model::{Article, Span};
use std::borrow::Cow;

/// A run with what its words and neighbours tell.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Index of the passage.
    pub passage: usize,
    /// The whole run, titles included.
    pub span: Span,
    /// The tokens of the whole run.
    pub tokens: (usize, usize),
    /// First token of the name proper.
    pub core: usize,
    /// The name proper as written.
    pub name: String,
    /// The name proper in lower case, words parted by one space.
    pub key: String,
    /// Whether a title stands before the name.
    pub titled: bool,
    /// The gender that title, first name or a role beside it shows.
    pub gender: Option<Gender>,
    /// The gender of a pronoun that follows in the same clause: mostly, not always, it means this name.
    pub referred: Option<Gender>,
    /// Whether a title shows the gender, not only a first name.
    pub sure: bool,
    /// Whether the title is a ruler's or a cleric's, which goes with a first name: King, Pope.
    pub regal: bool,
    /// Whether what stands beside it goes with bodies alone.
    pub body: bool,
    /// What speaks for each kind.
    pub votes: Votes,
}

/// Weighs a run; none where it is no name at all.
pub fn weigh(text: &str, page: &Page, run: &Run) -> Option<Candidate> {
    let core = span_of(page, run.core, run.end);
    let words: Vec<Cow<str>> = (run.core..run.end).filter_map(|n| page.tokens.get(n)).map(|t| t.key(text)).collect();
    let titles: Vec<Cow<str>> = (run.first..run.core).filter_map(|n| page.tokens.get(n)).map(|t| t.key(text)).collect();
    let key = words.join(" ");
    // An adjective of a country alone, a title alone: descriptions see to them.
    let adjective = |w: &Cow<str>| places::country_of(w).is_some() && !places::is_place(w);
    let office = |w: &Cow<str>| (people::is_title(w) || people::is_role(w)) && !people::is_first_name(w);
    let named = words.first().is_some_and(|w| people::is_first_name(w));
    if is_work(text, page, run) {
        return None;
    }
    // The Department of Justice ends in a title, and is a body.
    let body = words
        .windows(2)
        .any(|w| w.last().is_some_and(|w| w == "of") && w.first().is_some_and(|w| org::is_organisation_noun(w) && !office(w)));
    if words.iter().all(|w| adjective(w) || office(w))
        || (words.len() > 1 && !body && !named && words.last().is_some_and(|w| office(w) && !org::is_organisation_noun(w)))
    {
        return None;
    }
    let mut candidate = Candidate {
        passage: run.passage,
        span: run.span(page),
        tokens: (run.first, run.end),
        core: run.core,
        name: core.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
        key,
        titled: titles.last().is_some_and(|t| people::is_title(t) || people::is_role(t))
            || titles.iter().any(|t| people::is_title(t)),
        gender: titles.iter().rev().find_map(|t| people::title_gender(t)),
        regal: titles.iter().any(|t| is_regal(t)),
        referred: None,
        body: bodies::shown(text, page, run),
        sure: titles.iter().any(|t| people::title_gender(t).is_some()),
        votes: Votes::default(),
    };
    votes::by_words(&mut candidate, span_of(page, run.core, run.end).of(text), &words);
    votes::by_neighbours(&mut candidate, text, page, run);
    if candidate.gender.or(candidate.referred).is_none() && ends_like_a_womans(&candidate, &words) {
        candidate.gender = Some(Gender::She);
    }
    Some(candidate)
}

/// Whether a run is the title of a work, with a function word in capitals well inside: Gone With the Tide.
fn is_work(text: &str, page: &Page, run: &Run) -> bool {
    let names = |word: &str| {
        matches!(
            word,
            "New"
                | "Great"
                | "May"
                | "Will"
                | "Little"
                | "First"
                | "Second"
                | "Third"
                | "Women"
                | "Men"
                | "Children"
                | "People"
                | "Same"
                | "Young"
                | "Page"
                | "Police"
                | "Opinion"
                | "Story"
                | "Part"
                | "Right"
                | "Left"
                | "Just"
                | "Voters"
                | "US"
        )
    };
    let inner = (run.core + 1..run.end).filter_map(|n| page.tokens.get(n));
    run.core + 1 < run.end && inner.into_iter().any(|t| t.capital && common::is_function_word(&t.key(text)) && !names(t.of(text)))
}

/// Titles that go with a first name.
fn is_regal(title: &str) -> bool {
    matches!(
        title,
        "king"
            | "queen"
            | "prince"
            | "princess"
            | "pope"
            | "emperor"
            | "empress"
            | "saint"
            | "st"
            | "sister"
            | "brother"
            | "father"
            | "uncle"
            | "aunt"
    )
}

/// First names that end in -a are women's in most languages; the list of first names holds the exceptions.
fn ends_like_a_womans(candidate: &Candidate, words: &[Cow<str>]) -> bool {
    let first = words.first().filter(|first| words.len() > 1 && first.len() > 3 && first.ends_with('a'));
    first.is_some_and(|first| !people::is_first_name(first)) && candidate.votes.person > 0 && !votes::has_noun(words)
}

/// Names with the acronym that follows them in brackets: `(long key, acronym key)`.
pub fn bracketed(article: &Article, candidates: &[Candidate]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for pair in candidates.windows(2) {
        let [long, short] = pair else { continue };
        let near = long.passage == short.passage && (1..=3).contains(&short.span.start.saturating_sub(long.span.end));
        if !near || !long.key.contains(' ') || short.name.chars().any(char::is_lowercase) {
            continue;
        }
        let between = article.passages.get(long.passage).and_then(|p| p.text.get(long.span.end..short.span.start));
        if between.is_some_and(|b| b.trim() == "(") {
            found.push((long.key.clone(), short.key.clone()));
        }
    }
    found
}
