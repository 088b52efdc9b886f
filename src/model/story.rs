//! Story, article, passage: the text that all else points into.

use crate::model::{Place, Span};
use jiff::civil::Date;

/// A set of articles on one event.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Story {
    /// What the story is called; empty if nobody said.
    pub title: String,
    /// The articles, in the one order that every input order leads to: by source, then as they stand in it.
    pub articles: Vec<Article>,
    /// What could not be read or had to be guessed, in the reader's words.
    pub warnings: Vec<String>,
}

/// One text by one outlet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Short, unique in the story, made from the outlet: `rfe-rl`.
    pub id: String,
    /// Who published it.
    pub outlet: String,
    /// The headline; also the first passage of that kind, where the text has one.
    pub headline: String,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// The day it was published.
    pub published: Option<Date>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// A remark on the text itself, such as that it is a digest.
    pub note: Option<String>,
    /// Where it was read from: the path as given, or `-`.
    pub source: String,
    /// ISO 639-1 code, where known.
    pub language: Option<String>,
    /// The text in reading order.
    pub passages: Vec<Passage>,
    /// How many control, escape, bidi and invisible characters were removed when it was read.
    pub removed: usize,
}

/// What a passage is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PassageKind {
    /// The article's headline.
    Headline,
    /// Running text.
    Paragraph,
    /// A heading between paragraphs.
    Heading,
    /// Words under or about a picture.
    Caption,
    /// A turn of a transcript: somebody's own words.
    Speech,
    /// An item of a list.
    Item,
    /// Text of the page that is not the article's.
    Furniture,
}

impl PassageKind {
    /// The word that reports and story files use.
    pub fn name(self) -> &'static str {
        match self {
            PassageKind::Headline => "headline",
            PassageKind::Paragraph => "paragraph",
            PassageKind::Heading => "heading",
            PassageKind::Caption => "caption",
            PassageKind::Speech => "speech",
            PassageKind::Item => "item",
            PassageKind::Furniture => "furniture",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Headline, Self::Paragraph, Self::Heading, Self::Caption, Self::Speech, Self::Item, Self::Furniture]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// One paragraph, heading, caption, list item or speech turn.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Whose words it is, in a transcript; as the transcript names them.
    pub speaker: Option<String>,
    /// First and last line of the source file it came from, counted from 1; `(0, 0)` where there is no such file.
    pub lines: (usize, usize),
    /// The cleaned text: one line, no control characters.
    pub text: String,
}

impl Story {
    /// The passage at a place.
    pub fn passage(&self, place: &Place) -> Option<&Passage> {
        self.articles.get(place.article)?.passages.get(place.passage)
    }

    /// The words at a place; empty where there are none.
    pub fn text(&self, place: &Place) -> &str {
        self.passage(place).map_or("", |p| place.span.of(&p.text))
    }

    /// Outlets in the order of their first article, each once: two articles of one outlet are one witness.
    pub fn outlets(&self) -> Vec<&str> {
        let mut outlets: Vec<&str> = Vec::new();
        for article in &self.articles {
            if !outlets.contains(&article.outlet.as_str()) {
                outlets.push(&article.outlet);
            }
        }
        outlets
    }
}

impl Article {
    /// Words of the article proper, without furniture.
    pub fn words(&self) -> usize {
        self.passages.iter().filter(|p| p.is_article()).map(|p| p.text.split_whitespace().count()).sum()
    }
}

impl Passage {
    /// Whether it belongs to the article and may carry claims.
    pub fn is_article(&self) -> bool {
        self.kind != PassageKind::Furniture
    }

    /// The span of the whole text.
    pub fn whole(&self) -> Span {
        Span::new(0, self.text.len())
    }
}
