//! A trail: places that `n` and `N` go through in the place of claims, lit in the text and on the scroll bars: what
//! was searched for, all that a speaker is quoted with, every mention of a fact.

use crate::model::{Place, places};
use std::collections::BTreeSet;

/// Places to go through.
#[derive(Debug, Clone, PartialEq)]
pub struct Trail {
    /// What it is a trail of.
    pub of: Subject,
    /// By article, passage and byte.
    places: Vec<Place>,
    /// The one last gone to (index into the places).
    pub at: Option<usize>,
}

/// What a trail is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Words searched for.
    Words(String),
    /// A speaker or a fact, by name.
    Name(String),
}

impl Trail {
    /// A trail of places in any order.
    pub fn new(of: Subject, mut places: Vec<Place>) -> Trail {
        places.sort_unstable();
        places.dedup();
        Trail { of, places, at: None }
    }

    /// All places.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place last gone to.
    pub fn here(&self) -> Option<Place> {
        self.places.get(self.at?).copied()
    }

    /// The places in an article.
    pub fn in_article(&self, article: usize) -> &[Place] {
        places::in_article(&self.places, article)
    }

    /// The places in a passage.
    pub fn in_passage(&self, article: usize, passage: usize) -> &[Place] {
        places::in_passage(&self.places, article, passage)
    }

    /// What the status line says of it: `/may  3/17 · 4 outlets`.
    pub fn summary(&self) -> String {
        let name = match &self.of {
            Subject::Words(words) => format!("/{words}"),
            Subject::Name(name) => name.clone(),
        };
        format!("{name}  {}", self.position())
    }

    /// How far along: `3/17 · 4 outlets`.
    pub fn position(&self) -> String {
        if self.places.is_empty() {
            return "nothing found".to_owned();
        }
        let more = if self.places.len() >= super::search::MOST { "+" } else { "" };
        let at = self.at.map_or_else(String::new, |at| format!("{}/", at + 1));
        let articles: BTreeSet<usize> = self.places.iter().map(|p| p.article).collect();
        let s = if articles.len() == 1 { "" } else { "s" };
        format!("{at}{}{more} in {} article{s}", self.places.len(), articles.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    #[test]
    fn places_by_article_and_passage() {
        let place = |a, p, b| Place::new(a, p, Span::new(b, b + 1));
        let mut trail =
            Trail::new(Subject::Words("x".to_owned()), vec![place(2, 0, 1), place(0, 1, 0), place(0, 1, 5), place(0, 0, 3)]);
        assert_eq!(trail.in_article(0).len(), 3);
        assert_eq!(trail.in_article(1), []);
        assert_eq!(trail.in_passage(0, 1), [place(0, 1, 0), place(0, 1, 5)]);
        trail.at = Some(3);
        assert_eq!(trail.summary(), "/x  4/4 in 2 articles");
        assert_eq!(trail.here(), Some(place(2, 0, 1)));
    }
}
