//! Reported speech: what somebody said, without quotation marks.
//!
//! In: sentences, names, quotations with their speakers. Out: at most one [`Report`] for each sentence: who says what with which
//! verb, and where the attribution stands. [`verbs`] knows which verbs report where they stand, [`shape`] finds that of a
//! sentence and parts content from attribution; this file walks through the articles and finds whom pronouns mean. Left out:
//! turns of transcripts, and sentences that are nothing but a quotation with its attribution.

mod shape;
mod verbs;

use crate::analysis::names::Names;
use crate::analysis::reprints::Reprints;
use crate::analysis::speakers::items::{self, Item};
use crate::analysis::speakers::memory::Speaker;
use crate::analysis::speakers::subjects::Scene;
use crate::analysis::speakers::voices::{Sentence, Voices};
use crate::model::places::{self, Placed};
use crate::model::{Article, PassageKind, Place, Quotation, Span, Story};
use rustc_hash::FxHashMap;

/// A sentence that reports what somebody said, denied, promised, called for …
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The sentence (one of [`super::statements::sentences`]).
    pub sentence: Place,
    /// What was said: the sentence without the attribution.
    pub content: Place,
    /// The attribution: `Putin said that`, `according to aides`. Empty where the verb carries content itself (`called for`).
    pub attribution: Place,
    /// Who said it: one name for the same person in every article.
    pub speaker: Option<String>,
    /// The reporting verb in its base form: `say`, `deny`, `call for`.
    pub verb: String,
    /// The clause in which somebody else speaks, and who: `Roe said it was safe, but the ministry said it was not`.
    pub other: Option<(Span, String)>,
}

/// A report stands where its sentence does.
impl Placed for Report {
    fn place(&self) -> Place {
        self.sentence
    }
}

impl Report {
    /// Who speaks in a part of the sentence, where that is not who speaks first in it.
    pub fn other_voice(&self, part: Span) -> Option<&str> {
        self.other.as_ref().filter(|(clause, _)| clause.start <= part.start).map(|(_, who)| who.as_str())
    }
}

/// Finds the reports of a story, by place.
pub fn find(story: &Story, sentences: &[Place], names: &Names, quotations: &[Quotation]) -> Vec<Report> {
    let entities: FxHashMap<&str, usize> = names.entities.iter().enumerate().rev().map(|(n, e)| (e.name.as_str(), n)).collect();
    Reprints::of(story).gather(
        |a| {
            let Some(article) = story.articles.get(a) else { return Vec::new() };
            of_article(a, article, sentences, names, quotations, &entities)
        },
        |report, article| {
            let [sentence, content, attribution] =
                [report.sentence, report.content, report.attribution].map(|place| Place { article, ..place });
            Report { sentence, content, attribution, ..report }
        },
    )
}

fn of_article(
    a: usize,
    article: &Article,
    sentences: &[Place],
    names: &Names,
    quotations: &[Quotation],
    entities: &FxHashMap<&str, usize>,
) -> Vec<Report> {
    let mut found = Vec::new();
    let mut voices = Voices::new(names);
    for (p, passage) in article.passages.iter().enumerate() {
        if !passage.is_article() || passage.kind == PassageKind::Speech {
            continue;
        }
        let speech = |n: usize| quotations.get(n).filter(|q| !q.scare).map(|q| (n, q.place.span));
        let quotes: Vec<(usize, Span)> = places::of_passage(quotations, a, p).filter_map(speech).collect();
        let line = items::read(&passage.text, names.in_passage(a, p), &quotes);
        let scene = Scene { items: &line.items, entities: &names.entities };
        for sentence in places::in_passage(sentences, a, p) {
            let from = line.items.partition_point(|i| i.span.end <= sentence.span.start);
            let to = line.items.partition_point(|i| i.span.start < sentence.span.end).min(from + items::LONGEST_SENTENCE);
            let told = Sentence { passage: p, text: &passage.text, scene, from, to };
            let mut reported = None;
            if let Some(shape) = shape::of(&scene, from, to, sentence.span) {
                let speaker = voices.who(&shape.subject, &told);
                let place = |span: Span| Place::new(a, p, span);
                let other = shape.other.as_ref().and_then(|(clause, who)| Some((*clause, voices.who(who, &told).name?)));
                found.push(Report {
                    other: other.filter(|(_, who)| speaker.name.as_ref() != Some(who)),
                    sentence: *sentence,
                    content: place(shape.content.trimmed(&passage.text)),
                    attribution: place(shape.attribution.trimmed(&passage.text)),
                    speaker: speaker.name.clone(),
                    verb: shape.verb,
                });
                reported = Some(speaker);
            }
            let spoken = quoted_by(&line.items, from, to, quotations, entities).or(reported);
            voices.note(&told, spoken.as_ref());
        }
    }
    found
}

/// Who speaks the last quotation of a sentence.
fn quoted_by(
    items: &[Item],
    from: usize,
    to: usize,
    quotations: &[Quotation],
    entities: &FxHashMap<&str, usize>,
) -> Option<Speaker> {
    let last = (from..to).rev().find_map(|n| match items.get(n)?.is {
        items::Is::Quote(q) => Some(q),
        _ => None,
    })?;
    let quotation = quotations.get(last)?;
    let name = quotation.speaker.clone()?;
    let entity = entities.get(name.as_str()).copied();
    Some(Speaker { written: quotation.speaker_as_written.clone().unwrap_or_default(), name: Some(name), entity })
}
