//! One version of a claim, read for comparison: its words by clause, its measures, who tells it.

use crate::analysis::Evidence;
use crate::analysis::facts::Measure;
use crate::analysis::names::Mention;
use crate::analysis::reports::Report;
use crate::analysis::similarity::words::{stem, words};
use crate::analysis::statements::overlapping;
use crate::model::{Form, PassageKind, Place, Span, Story, Version};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A word of a version.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// Where in the passage's text.
    pub span: Span,
    /// Lower-case form, apostrophes straight: `don't`.
    pub form: String,
    /// Its stem, without a last `e`: `endors`.
    pub stem: String,
    /// Which clause of the version it stands in, counted from 0.
    pub clause: usize,
    /// Part of a name: inside one that the story's names know, or with a capital letter where no sentence begins.
    pub named: bool,
    /// Printed with a capital letter.
    capital: bool,
}

/// A version of a claim, read for comparison.
pub(super) struct Telling<'s> {
    /// Index into the claim's versions.
    pub version: usize,
    pub outlet: &'s str,
    /// The passage's text.
    pub text: &'s str,
    pub place: Place,
    /// Who is given as its source, where it is mostly what somebody said, and the words that are his.
    pub source: Option<Source<'s>>,
    /// A headline, heading or caption: written in the present of the event.
    pub headline: bool,
    pub words: Vec<Word>,
    pub measures: Vec<&'s Measure>,
}

impl<'s> Telling<'s> {
    /// Reads a version; none if its place is not in the story.
    pub(super) fn read(story: &'s Story, evidence: &'s Evidence, index: usize, version: &'s Version) -> Option<Self> {
        let passage = story.passage(&version.place)?;
        let measures = overlapping(&evidence.measures, &version.place, |m: &Measure| m.place)
            .filter(|m| version.place.contains(&m.place))
            .collect();
        Some(Telling {
            version: index,
            outlet: &story.articles.get(version.place.article)?.outlet,
            text: &passage.text,
            place: version.place,
            source: source(story, evidence, version),
            headline: matches!(passage.kind, PassageKind::Headline | PassageKind::Heading),
            words: name_words(read_words(&passage.text, version.place.span), evidence, &version.place),
            measures,
        })
    }

    /// The words of a span of the passage as printed.
    pub(super) fn printed(&self, span: Span) -> String {
        span.of(self.text).trim().to_owned()
    }

    /// Word `k`'s form; empty where there is none.
    pub(super) fn form_at(&self, k: usize) -> &str {
        self.words.get(k).map_or("", |w| w.form.as_str())
    }

    /// The words of the same clause before word `k`, nearest first, with their index.
    pub(super) fn back(&self, k: usize) -> impl Iterator<Item = (usize, &Word)> {
        let clause = self.words.get(k).map(|w| w.clause);
        self.words.iter().enumerate().take(k).rev().take_while(move |(_, w)| Some(w.clause) == clause)
    }

    /// The words of the same clause after word `k`, with their index.
    pub(super) fn on(&self, k: usize) -> impl Iterator<Item = (usize, &Word)> {
        let clause = self.words.get(k).map(|w| w.clause);
        self.words.iter().enumerate().skip(k + 1).take_while(move |(_, w)| Some(w.clause) == clause)
    }

    /// Whether a stem stands in the version.
    pub(super) fn has(&self, stem: &str) -> bool {
        self.words.iter().any(|w| w.stem == stem)
    }
}

/// Whose words or report a version is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Source<'s> {
    pub speaker: &'s str,
    /// In the speaker's own words.
    pub direct: bool,
    /// What was said, without the attribution.
    pub content: Span,
}

/// Verbs that give an assertion to somebody. Others tell what he did by speaking: he called for it, praised, refused.
#[rustfmt::skip]
const ASSERTING: &[&str] = &[
    "say", "tell", "according to", "claim", "insist", "argue", "write", "report", "note", "add", "announce", "state", "deny",
    "accuse", "confirm", "contend", "suggest", "explain", "warn", "predict", "acknowledge", "admit", "testify", "assert",
    "maintain", "reveal", "declare", "estimate", "allege", "conclude", "find", "believe",
];

/// The source of a version: a report whose content it mostly is, or the speaker of its quotation.
fn source<'s>(story: &'s Story, evidence: &'s Evidence, version: &'s Version) -> Option<Source<'s>> {
    if version.form == Form::Direct {
        let content = version.place.span;
        return Some(Source { speaker: version.speaker.as_deref()?, direct: true, content });
    }
    let inside = |content: Span| {
        let (start, end) = (content.start.max(version.place.span.start), content.end.min(version.place.span.end));
        Span::new(start, end)
    };
    overlapping(&evidence.reports, &version.place, |r: &Report| r.sentence)
        .filter(|r| ASSERTING.contains(&r.verb.as_str()) && r.content.same_passage(&version.place))
        .filter_map(|r| Some((r.speaker.as_deref()?, inside(r.content.span))))
        // Most of the version, apart from the attribution, is what was said.
        .filter(|(_, content)| content.len() * 2 >= story.text(&version.place).len())
        .max_by_key(|(_, content)| content.len())
        .map(|(speaker, content)| Source { speaker, direct: false, content })
}

/// Words that open a new clause.
const OPENERS: [&str; 12] =
    ["but", "although", "though", "while", "whereas", "because", "who", "which", "whose", "if", "unless", "when"];

fn read_words(text: &str, place: Span) -> Vec<Word> {
    let inside = place.of(text);
    let mut clause = 0;
    let mut last = 0;
    words(inside)
        .into_iter()
        .map(|w| {
            let between = inside.get(last..w.span.start).unwrap_or("");
            let stop = between.contains(['.', '!', '?', ';', ':', '…']);
            let dash = between.contains(['—', '–', '―', '(', ')']) || between.contains(" - ") || between.contains("--");
            if last > 0 && (stop || dash || between.contains(',') || OPENERS.contains(&w.form.as_str())) {
                clause += 1;
            }
            let capital = w.span.of(inside).chars().next().is_some_and(char::is_uppercase);
            let begins = last == 0 || stop || between.contains(['“', '"', '‘']);
            last = w.span.end;
            let stem = root(&w.form);
            let span = Span::new(w.span.start + place.start, w.span.end + place.start);
            Word { span, stem, clause, named: capital && !begins, capital, form: w.form }
        })
        .collect()
}

/// The stem without its last `e`, which `endorse` has and `endorsing` lacks.
fn root(form: &str) -> String {
    let mut stem = stem(form);
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

/// Settles which words are names: under a headline in capitals throughout, only those that the names know.
fn name_words(mut words: Vec<Word>, evidence: &Evidence, place: &Place) -> Vec<Word> {
    let content: Vec<&Word> = words.iter().filter(|w| !is_plain(w)).collect();
    let titled = content.len() >= 3 && content.iter().filter(|w| w.capital).count() * 10 >= content.len() * 9;
    if titled {
        words.iter_mut().for_each(|w| w.named = false);
    }
    for mention in overlapping(&evidence.names.mentions, place, |m: &Mention| m.place) {
        let span = mention.place.span;
        words.iter_mut().filter(|w| w.capital && span.overlaps(w.span)).for_each(|w| w.named = true);
    }
    words
}

/// Words that carry no content of their own: articles, pronouns, prepositions, auxiliaries, words of saying.
static PLAIN: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    "a an the this that these those his her its their my your our he she it they we i you him them me us who which whom what whose \
     there here of in on at to for from by with about into over after before between against under as than and or but nor if so \
     because while when where how why not no is are was were be been being am has have had having do does did will would can could \
     may might shall should must said says say saying told tell tells telling also just only even very more most some any all both \
     each other others such own same too then now still again up out off down through during since until upon around like one two \
     new mr mrs ms dr sen rep gov get got make made go going come came take well much many people thing things"
        .split_whitespace()
        .collect()
});

/// Whether a word carries no content of its own.
pub(super) fn is_plain(word: &Word) -> bool {
    let form = word.form.as_str();
    PLAIN.contains(form) || form.len() < 3 || form.contains("n't") || form.contains('\'') && form.len() < 6
}
