//! The one bridge between places in the text and rows and columns of the screen.
//!
//! In: an article and a width in columns. Out: rows, each a span of one passage's text, and the ways between spans
//! and rows. Every word of every passage shown stands in exactly one row, and no row is wider than asked. Nothing
//! is known here of colours, panes or scrolling.

use crate::model::{Article, Passage, PassageKind, Place, Span, Story};
use std::cell::OnceCell;
use std::ops::Range;
use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The widest text that is pleasant to read, in columns.
pub const WIDEST: u16 = 84;

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A line of a passage.
    Text,
    /// The name of whoever speaks, over a speech turn.
    Speaker,
    /// The blank line between passages.
    Blank,
}

/// A row of a wrapped article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What it holds.
    pub kind: RowKind,
    /// The passage it belongs to; a blank row belongs to the passage under it.
    pub passage: usize,
    /// The bytes of the passage's text that stand in it, without the white space at its end.
    pub span: Span,
    /// Columns left free before it.
    pub indent: u16,
}

/// An article wrapped to a width.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wrapped {
    /// The rows, from the top.
    pub rows: Vec<Row>,
}

/// Columns that a text takes; what cannot be shown takes none.
pub fn columns(text: &str) -> u16 {
    u16::try_from(visible(text).width()).unwrap_or(u16::MAX)
}

/// The text without characters that could steer a terminal. Articles are cleaned when they are read; this is the
/// second lock on the same door.
pub fn visible(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains(is_hidden) {
        std::borrow::Cow::Owned(text.chars().filter(|&c| !is_hidden(c)).collect())
    } else {
        std::borrow::Cow::Borrowed(text)
    }
}

/// Control, bidi and other characters that have no place on a screen.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{feff}' | '\u{00ad}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A word, or a part of one that is too wide for a row, with the spaces after it.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span,
    width: u16,
    spaces: u16,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        f64::from(self.width)
    }
    fn whitespace_width(&self) -> f64 {
        f64::from(self.spaces)
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Splits a text into pieces of at most `width` columns, where Unicode's rules let a line break (UAX 14): between words, and
/// in writing without spaces between characters, but not before what closes or after what opens.
fn pieces(text: &str, width: u16) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(text) {
        let spaces = u16::try_from(word.whitespace.len()).unwrap_or(u16::MAX);
        let size = columns(word.word);
        if size <= width {
            found.push(Piece { span: Span::new(at, at + word.word.len()), width: size, spaces });
        } else {
            break_word(word.word, at, width, &mut found);
            if let Some(last) = found.last_mut() {
                last.spaces = spaces;
            }
        }
        at += word.word.len() + word.whitespace.len();
    }
    found
}

/// Splits a word that is wider than a row, between characters as a reader sees them.
fn break_word(word: &str, at: usize, width: u16, found: &mut Vec<Piece>) {
    let mut piece = Piece { span: Span::new(at, at), width: 0, spaces: 0 };
    for grapheme in word.graphemes(true) {
        let size = columns(grapheme);
        if piece.width + size > width && !piece.span.is_empty() {
            found.push(piece);
            piece = Piece { span: Span::new(piece.span.end, piece.span.end), width: 0, spaces: 0 };
        }
        piece.span.end += grapheme.len();
        piece.width = piece.width.saturating_add(size);
    }
    found.push(piece);
}

/// The lines of a text at a width, as spans of it; `first` columns are taken in the first line.
pub fn lines(text: &str, width: u16, first: u16) -> Vec<Span> {
    let width = width.max(1);
    let pieces = pieces(text, width);
    let widths = [f64::from(width.saturating_sub(first)), f64::from(width)];
    let line = |line: &[Piece]| match (line.first(), line.last()) {
        (Some(a), Some(b)) => Span::new(a.span.start, b.span.end),
        _ => Span::new(0, 0),
    };
    // Where the first piece does not fit beside what is there already, the first line stays empty.
    let crowded = first > 0 && pieces.first().is_some_and(|p| p.width.saturating_add(first) > width);
    if crowded {
        let rest = wrap_first_fit(&pieces, &[f64::from(width)]);
        return std::iter::once(Span::new(0, 0)).chain(rest.into_iter().map(line)).collect();
    }
    wrap_first_fit(&pieces, &widths).into_iter().map(line).collect()
}

/// The byte of a text that stands in a column of a line of it; none behind the line's end.
pub fn byte_at(text: &str, line: Span, column: u16) -> Option<usize> {
    let mut end = 0;
    for (at, grapheme) in line.of(text).grapheme_indices(true) {
        end += columns(grapheme);
        if column < end {
            return Some(line.start + at);
        }
    }
    None
}

/// Whether a blank line stands over a passage that follows `before`.
fn apart(before: &Passage, passage: &Passage) -> bool {
    let list = before.kind == PassageKind::Item && passage.kind == PassageKind::Item;
    let page = before.kind == PassageKind::Furniture && passage.kind == PassageKind::Furniture;
    !list && !page
}

impl Wrapped {
    /// Wraps an article to a width; furniture only if asked for.
    pub fn new(article: &Article, width: u16, furniture: bool) -> Wrapped {
        let mut rows = Vec::new();
        let mut before: Option<&Passage> = None;
        for (p, passage) in article.passages.iter().enumerate() {
            if !furniture && !passage.is_article() {
                continue;
            }
            let start = Span::new(0, 0);
            if before.is_some_and(|b| apart(b, passage)) {
                rows.push(Row { kind: RowKind::Blank, passage: p, span: start, indent: 0 });
            }
            let speaker = passage.speaker.as_deref().filter(|_| passage.kind == PassageKind::Speech);
            if let Some(speaker) = speaker
                && before.and_then(|b| b.speaker.as_deref()) != Some(speaker)
            {
                rows.push(Row { kind: RowKind::Speaker, passage: p, span: start, indent: 0 });
            }
            let indent = match passage.kind {
                PassageKind::Item | PassageKind::Caption if width > 12 => 2,
                _ => 0,
            };
            for span in lines(&passage.text, width.saturating_sub(indent), 0) {
                rows.push(Row { kind: RowKind::Text, passage: p, span, indent });
            }
            before = Some(passage);
        }
        Wrapped { rows }
    }

    /// The row in which a byte of a passage stands; the row before it where the passage is not shown.
    pub fn row_of(&self, passage: usize, byte: usize) -> usize {
        self.rows.partition_point(|r| (r.passage, r.span.start) <= (passage, byte)).saturating_sub(1)
    }

    /// The rows that a place covers.
    pub fn rows_of(&self, place: &Place) -> Range<usize> {
        let first = self.row_of(place.passage, place.span.start);
        let last = self.row_of(place.passage, place.span.end.saturating_sub(1).max(place.span.start));
        first..last + 1
    }

    /// Passage and byte that a row begins with; those of the last row where there are fewer.
    pub fn place_at(&self, row: usize) -> (usize, usize) {
        self.rows.get(row).or(self.rows.last()).map_or((0, 0), |r| (r.passage, r.span.start))
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Every article wrapped once per width, when it is first looked at.
#[derive(Debug, Default)]
pub struct Wrapping {
    width: u16,
    furniture: bool,
    articles: Vec<OnceCell<Wrapped>>,
    nothing: Wrapped,
}

impl Wrapping {
    /// Whether it was made for this width and choice of furniture.
    pub fn fits(&self, width: u16, furniture: bool) -> bool {
        (self.width, self.furniture) == (width, furniture) && !self.articles.is_empty()
    }

    /// Nothing wrapped yet, for this width.
    pub fn new(story: &Story, width: u16, furniture: bool) -> Wrapping {
        let articles = story.articles.iter().map(|_| OnceCell::new()).collect();
        Wrapping { width, furniture, articles, nothing: Wrapped::default() }
    }

    /// An article, wrapped.
    pub fn of(&self, story: &Story, article: usize) -> &Wrapped {
        match (self.articles.get(article), story.articles.get(article)) {
            (Some(cell), Some(article)) => cell.get_or_init(|| Wrapped::new(article, self.width, self.furniture)),
            _ => &self.nothing,
        }
    }

    /// Columns of text.
    pub fn width(&self) -> u16 {
        self.width
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn article(texts: &[&str]) -> Article {
        let passage =
            |text: &&str| Passage { kind: PassageKind::Paragraph, speaker: None, lines: (0, 0), text: (*text).to_owned() };
        Article { passages: texts.iter().map(passage).collect(), ..Article::default() }
    }

    fn shown(article: &Article, wrapped: &Wrapped) -> Vec<String> {
        let text = |r: &Row| article.passages.get(r.passage).map_or("", |p| r.span.of(&p.text)).to_owned();
        wrapped.rows.iter().map(text).collect()
    }

    #[test]
    fn words_stay_whole_and_passages_stand_apart() {
        let article = article(&["The council voted on Monday.", "Nobody spoke."]);
        let wrapped = Wrapped::new(&article, 12, false);
        assert_eq!(shown(&article, &wrapped), ["The council", "voted on", "Monday.", "", "Nobody", "spoke."]);
    }

    #[test]
    fn a_giant_word_is_broken_and_a_wide_character_is_not() {
        let article = article(&["aaaaaaaaaa", "日本語日本"]);
        let wrapped = Wrapped::new(&article, 5, false);
        assert_eq!(shown(&article, &wrapped), ["aaaaa", "aaaaa", "", "日本", "語日", "本"]);
    }

    #[test]
    fn writing_without_spaces_breaks_between_characters_but_not_before_what_closes() {
        // Invented: "The mayor said: "The harbour is safe." Nobody was hurt."
        let text = "市長は「港は安全だ。」と述べた。けが人はいなかった。";
        for width in 8..24 {
            let article = article(&[text]);
            let wrapped = Wrapped::new(&article, width, false);
            let rows = shown(&article, &wrapped);
            assert_eq!(rows.concat(), text);
            for row in &rows {
                assert!(!row.starts_with(['。', '」', '、']), "{width}: {rows:?}");
                assert!(!row.ends_with('「'), "{width}: {rows:?}");
            }
            let fullest = rows.iter().take(rows.len() - 1).map(|row| columns(row)).min().unwrap();
            assert!(fullest + 6 >= width, "{width}: a row is nearly empty: {rows:?}");
        }
    }

    #[test]
    fn characters_of_several_parts_stay_whole() {
        let text = "👩\u{200d}🚀👩\u{200d}🚀👩\u{200d}🚀e\u{301}e\u{301}e\u{301}🇫🇷🇫🇷";
        for width in 2..9 {
            let article = article(&[text]);
            let rows = shown(&article, &Wrapped::new(&article, width, false));
            let whole: Vec<&str> = text.graphemes(true).collect();
            let parts: Vec<&str> = rows.iter().flat_map(|row| row.graphemes(true)).collect();
            assert_eq!(parts, whole, "at {width}");
        }
    }

    #[test]
    fn a_first_line_can_begin_further_in() {
        let text = "one two three";
        let found: Vec<&str> = lines(text, 8, 5).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, ["one", "two", "three"]);
        let found: Vec<&str> = lines(text, 8, 7).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, ["", "one two", "three"]);
    }

    #[test]
    fn a_column_leads_to_the_character_in_it() {
        let text = "ab 日本 e\u{301}x";
        let line = Span::new(3, text.len());
        let found: Vec<Option<&str>> =
            (0..8).map(|column| byte_at(text, line, column).map(|at| text[at..].graphemes(true).next().unwrap())).collect();
        let expected = ["日", "日", "本", "本", " ", "e\u{301}", "x"].map(Some);
        assert_eq!(found, expected.into_iter().chain([None]).collect::<Vec<_>>());
    }

    #[test]
    fn hidden_characters_take_no_columns() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c"), "a[31mbc");
        assert_eq!(columns("a\u{7}b"), 2);
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_no_row_too_wide(
            texts in prop::collection::vec("[a-zé日🙂 ]{0,60}|\\PC{0,40}", 1..6),
            width in 1u16..50,
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let article = article(&texts);
            let wrapped = Wrapped::new(&article, width, false);
            for (p, text) in texts.iter().enumerate() {
                let mut at = 0;
                for row in wrapped.rows.iter().filter(|r| r.passage == p && r.kind == RowKind::Text) {
                    prop_assert!(row.span.start >= at);
                    let between = Span::new(at, row.span.start).of(text);
                    prop_assert!(between.chars().all(|c| c == ' '), "lost {between:?}");
                    let line = row.span.of(text);
                    prop_assert!(columns(line) <= width || line.graphemes(true).count() == 1, "{line:?} is too wide");
                    at = row.span.end;
                }
                prop_assert!(Span::new(at, text.len()).of(text).chars().all(|c| c == ' '));
                for (byte, _) in text.char_indices() {
                    let row = wrapped.rows.get(wrapped.row_of(p, byte)).copied();
                    prop_assert!(row.is_some_and(|r| r.passage == p && r.span.start <= byte));
                }
            }
        }
    }
}
