//! Memory as JSON, schema `rashomon.memory/1`. Places are told by the content of their article, so that they hold
//! whatever the articles' files are called. What does not fit the story is left out.

use super::{Kept, Memory, key};
use crate::model::{Place, Span, Story};
use crate::reader::state::{Hold, Spot};
use serde::{Deserialize, Serialize};

/// The schema, raised when a field changes its meaning.
const SCHEMA: &str = "rashomon.memory/1";

/// Why a record cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no record.
    Damaged,
    /// A later version of the program wrote it.
    Later,
}

#[derive(Deserialize)]
struct Head {
    schema: String,
}

#[derive(Serialize, Deserialize)]
struct Record {
    schema: String,
    /// For people who look into the file.
    title: String,
    kept: Vec<KeptRecord>,
    position: Option<Position>,
}

#[derive(Serialize, Deserialize)]
struct KeptRecord {
    label: String,
    marked: bool,
    note: String,
    places: Vec<Anchor>,
}

/// A place; start and end in bytes of the passage's cleaned text.
#[derive(Serialize, Deserialize)]
struct Anchor {
    article: String,
    passage: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize, Deserialize)]
struct Position {
    focus: String,
    first_pane: String,
    hand: Option<Anchor>,
    panes: Vec<PaneRecord>,
}

#[derive(Serialize, Deserialize)]
struct PaneRecord {
    article: String,
    passage: usize,
    byte: usize,
    row: isize,
}

/// Memory as JSON, with the place where the reader is.
pub fn write(story: &Story, memory: &Memory, spot: &Spot) -> String {
    let keys = Keys::of(story);
    let kept = memory.kept.iter().map(|kept| KeptRecord {
        label: kept.label.clone(),
        marked: kept.marked,
        note: kept.note.clone(),
        places: kept.places.iter().map(|p| keys.anchor(p)).collect(),
    });
    let panes = spot.panes.iter().enumerate().map(|(a, &(passage, byte, row))| {
        let article = keys.key(a);
        PaneRecord { article, passage, byte, row }
    });
    let record = Record {
        schema: SCHEMA.to_owned(),
        title: story.title.clone(),
        kept: kept.collect(),
        position: Some(Position {
            focus: keys.key(spot.focus),
            first_pane: keys.key(spot.window),
            hand: spot.hand.map(|hold| keys.anchor(&hold.place)),
            panes: panes.collect(),
        }),
    };
    // Strings, numbers and lists can always be written.
    serde_json::to_string_pretty(&record).unwrap_or_default()
}

/// Reads memory.
///
/// # Errors
/// Where the text is no record, or one of a later version.
pub fn read(story: &Story, text: &str) -> Result<Memory, Unreadable> {
    let head: Head = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
    if head.schema != SCHEMA {
        return Err(if head.schema.starts_with("rashomon.memory/") { Unreadable::Later } else { Unreadable::Damaged });
    }
    let record: Record = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
    let keys = Keys::of(story);
    let kept = record.kept.into_iter().map(|kept| Kept {
        label: kept.label,
        places: kept.places.iter().filter_map(|a| keys.place(story, a)).collect(),
        marked: kept.marked,
        note: kept.note,
    });
    let kept = kept.filter(|k| !k.places.is_empty() && (k.marked || !k.note.is_empty())).collect();
    Ok(Memory { kept, position: record.position.and_then(|p| keys.spot(story, &p)), first_run: false })
}

/// The keys of a story's articles, in the story's order.
struct Keys(Vec<String>);

impl Keys {
    fn of(story: &Story) -> Keys {
        Keys(story.articles.iter().map(key::of_article).collect())
    }

    fn key(&self, article: usize) -> String {
        self.0.get(article).cloned().unwrap_or_default()
    }

    fn article(&self, key: &str) -> Option<usize> {
        self.0.iter().position(|k| k == key)
    }

    fn anchor(&self, place: &Place) -> Anchor {
        Anchor { article: self.key(place.article), passage: place.passage, start: place.span.start, end: place.span.end }
    }

    /// The place of an anchor, if the story has it.
    fn place(&self, story: &Story, anchor: &Anchor) -> Option<Place> {
        let place = Place::new(self.article(&anchor.article)?, anchor.passage, Span::new(anchor.start, anchor.end));
        Some(place).filter(|p| !story.text(p).is_empty())
    }

    /// Where the reader was, if the story still has the article in focus.
    fn spot(&self, story: &Story, position: &Position) -> Option<Spot> {
        let mut panes = vec![(0, 0, 0); story.articles.len()];
        for record in &position.panes {
            if let Some(pane) = self.article(&record.article).and_then(|a| panes.get_mut(a)) {
                *pane = (record.passage, record.byte, record.row);
            }
        }
        let focus = self.article(&position.focus)?;
        let window = self.article(&position.first_pane).unwrap_or(focus);
        let hand = position.hand.as_ref().and_then(|a| self.place(story, a)).map(|place| Hold { place, counted: None });
        Some(Spot { focus, window, hand, panes })
    }
}
