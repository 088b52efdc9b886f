//! Quoted words: every kind of mark, unclosed and continued quotations, speech turns.

use crate::model::{PassageKind, Place, Story};

/// Words between quotation marks, or a speech turn.
#[derive(Debug, Clone, PartialEq)]
pub struct Quoted {
    /// Where, without the marks.
    pub place: Place,
    /// Index of the quotation that this one continues (the next paragraph of the same utterance).
    pub continues: Option<usize>,
    /// A turn of a transcript.
    pub turn: bool,
    /// One or two words held at arm's length, a title: not speech.
    pub scare: bool,
}

/// Finds the quotations of a story, by place.
pub fn find(story: &Story) -> Vec<Quoted> {
    let mut found = Vec::new();
    for (a, article) in story.articles.iter().enumerate() {
        for (p, passage) in article.passages.iter().enumerate() {
            if passage.kind == PassageKind::Speech {
                found.push(Quoted { place: Place::new(a, p, passage.whole()), continues: None, turn: true, scare: false });
            }
        }
    }
    found
}
