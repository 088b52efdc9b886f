//! Sentences, and the statements made of them.

use crate::analysis::reports::Report;
use crate::model::{Form, Place, Quotation, Span, Statement, Story};
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of every passage that belongs to the article, by place.
pub fn sentences(story: &Story) -> Vec<Place> {
    let mut found = Vec::new();
    for (a, article) in story.articles.iter().enumerate() {
        for (p, passage) in article.passages.iter().enumerate().filter(|(_, p)| p.is_article()) {
            for (start, sentence) in passage.text.split_sentence_bound_indices() {
                let span = Span::new(start, start + sentence.len()).trimmed(&passage.text);
                if !span.is_empty() {
                    found.push(Place::new(a, p, span));
                }
            }
        }
    }
    found
}

/// The statements of the story: sentences, with their form and speaker.
pub fn of(_story: &Story, sentences: &[Place], quotations: &[Quotation], reports: &[Report]) -> Vec<Statement> {
    sentences
        .iter()
        .map(|place| {
            let quoted = quotations.iter().find(|q| !q.scare && q.place.overlaps(place));
            let report = reports.iter().find(|r| r.sentence == *place);
            let (form, speaker) = match (quoted, report) {
                (Some(q), _) => (Form::Direct, q.speaker.clone()),
                (None, Some(r)) => (Form::Indirect, r.speaker.clone()),
                (None, None) => (Form::Narrated, None),
            };
            Statement { place: *place, form, speaker, claims: Vec::new() }
        })
        .collect()
}
