//! Quoted words: every kind of mark, unclosed and continued quotations, speech turns.
//!
//! In: the passages of a story. Out: one [`Quoted`] for each run of words between marks, without the marks, and one
//! for each speech turn. Quotations inside quotations are part of the outer one and not listed. Furniture is left out.
//!
//! Three steps, one file each: [`marks`] finds the signs and says what each can be (opening, closing, apostrophe),
//! [`pairs`] matches them within a passage, [`scare`] tells speech from titles and words held at arm's length. This
//! file carries open quotations over passages.

mod marks;
mod pairs;
mod scare;

use crate::analysis::reprints::Reprints;
use crate::model::places::Placed;
use crate::model::{Article, PassageKind, Place, Span, Story};
use pairs::Pending;

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

impl Placed for Quoted {
    fn place(&self) -> Place {
        self.place
    }
}

/// Finds the quotations of a story, by place.
pub fn find(story: &Story) -> Vec<Quoted> {
    let mut found = Reprints::of(story).gather(
        |a| story.articles.get(a).map(|article| of_article(a, article)).unwrap_or_default(),
        |quoted, article| Quoted { place: Place { article, ..quoted.place }, ..quoted },
    );
    // Each article has counted from its own first.
    let mut first = 0;
    for article in found.chunk_by_mut(|a, b| a.place.article == b.place.article) {
        for quoted in &mut *article {
            quoted.continues = quoted.continues.map(|c| c + first);
        }
        first += article.len();
    }
    found
}

/// How many captions, headings and pieces of furniture may stand between two paragraphs of one utterance.
const INTERRUPTIONS: usize = 4;

/// A quotation that the passage before left open.
struct Open {
    pending: Pending,
    quotation: usize,
    interruptions: usize,
}

fn of_article(a: usize, article: &Article) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    let mut open: Option<Open> = None;
    for (p, passage) in article.passages.iter().enumerate() {
        match passage.kind {
            PassageKind::Furniture => open = open.and_then(interrupted),
            PassageKind::Speech => {
                open = None;
                let span = turn(&passage.text, passage.speaker.as_deref());
                if !span.is_empty() {
                    let continues = continued_turn(article, p, &found);
                    found.push(Quoted { place: Place::new(a, p, span), continues, turn: true, scare: false });
                }
            }
            kind => {
                let carried = open.as_ref().map(|o| o.pending);
                let matched = pairs::of(&passage.text, carried);
                let apart =
                    matches!(kind, PassageKind::Caption | PassageKind::Heading | PassageKind::Headline) || !ends(&passage.text);
                let aside = apart && !matched.resumes;
                let before = open.as_ref().map(|o| o.quotation);
                let first = found.len();
                for (n, run) in matched.runs.iter().enumerate() {
                    let scare = scare::is_scare(&passage.text, run, kind);
                    let continues = before.filter(|_| n == 0 && matched.resumes);
                    found.push(Quoted {
                        place: Place::new(a, p, run.inner),
                        continues,
                        turn: false,
                        scare: scare && continues.is_none(),
                    });
                }
                open = match matched.pending {
                    Some(pending) if found.len() > first => Some(Open { pending, quotation: found.len() - 1, interruptions: 0 }),
                    _ if aside => open.and_then(interrupted),
                    _ => None,
                };
            }
        }
    }
    found
}

/// Whether a text ends as sentences do; captions and headings do not.
fn ends(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '»' | '*' | '_' | ')'))
        .ends_with(['.', '?', '!', ':', '…', '—', '-', '–'])
}

fn interrupted(open: Open) -> Option<Open> {
    (open.interruptions < INTERRUPTIONS).then_some(Open { interruptions: open.interruptions + 1, ..open })
}

/// A turn without the name before it, where the passage still has it.
fn turn(text: &str, speaker: Option<&str>) -> Span {
    let whole = Span::new(0, text.len());
    let named = speaker.and_then(|s| text.strip_prefix(s)).and_then(|rest| rest.trim_start().strip_prefix(':'));
    named.map_or(whole, |rest| Span::new(text.len() - rest.len(), text.len())).trimmed(text)
}

/// The turn before, where this passage is its next paragraph.
fn continued_turn(article: &Article, p: usize, found: &[Quoted]) -> Option<usize> {
    let (last, before) = found.iter().enumerate().next_back().map(|(n, q)| (n, q.place.passage))?;
    let previous = article.passages.get(before)?;
    let this = article.passages.get(p)?;
    (before + 1 == p && previous.kind == PassageKind::Speech && previous.speaker.is_some() && previous.speaker == this.speaker)
        .then_some(last)
}
