//! Blink: another outlet's words in the place of the version in hand, beginning in the same row and column. Words that
//! both have stay where they are as far as that goes; the others are set off. Nothing else in the pane moves; what the
//! other words need more of, they cover.

use super::panes::column_of;
use super::{fill, put};
use crate::model::{Place, Span};
use crate::reader::Session;
use crate::reader::layout::GUTTER;
use crate::reader::marks::{Mark, role_of};
use crate::reader::theme::Role;
use crate::reader::wrap::{self, columns};
use crate::report::wording::{self, Kinship};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The widest gap, in columns, that is left so that a word stays where it is: a wider one would tear the sentence.
const GAP: u16 = 10;

/// A part of the other text on the screen: which part, in which row of the version and in which column of the pane's text.
struct Piece {
    span: Span,
    row: usize,
    column: u16,
}

/// Draws the other version over the one in hand, if one is shown and this is its pane.
pub fn draw(session: &Session, article: usize, area: Rect, buffer: &mut Buffer) {
    let (Some(blink), Some(hand), Some(claim)) = (session.state.blink, session.state.hand, session.claim_in_hand()) else {
        return;
    };
    let Some(own) = session.place_of(hand).filter(|p| p.article == article && session.state.focus == article) else { return };
    let Some(other) = claim.versions.get(blink.version) else { return };
    let pane = session.state.pane();
    let rows = session.wrapped(article).rows_of(&own);
    let left = area.x + GUTTER;
    let end = area.right().saturating_sub(2);
    let row_y = |row: usize| -> Option<u16> {
        let y = isize::try_from(row).ok()?.checked_sub(pane.top)?;
        u16::try_from(y).ok().filter(|&y| y < area.height).map(|y| area.y + y)
    };
    let (first_column, last_end) = wipe(session, &own, rows.clone(), (area.x, end), &row_y, buffer);
    let text = session.story.text(&other.place);
    let mark = Mark {
        place: own,
        role: role_of(claim),
        of: Some(hand),
        strong: session.comparison.is_strong(hand.claim),
        quotation: false,
    };
    let style = super::panes::look(session, &mark);
    // As in the view of versions; the words around are filled with the claim's colour or underlined, and these are not.
    let only = Style::reset().patch(session.theme.style(Role::WordOnly));
    let compared = wording::compare(session.story.text(&own), text).into_iter();
    let alone: Vec<Span> =
        compared.filter(|(_, kin)| !matches!(kin, Kinship::Same | Kinship::Form)).map(|(word, _)| word).collect();
    let mut wiped = rows.end;
    // Where the piece before ended, if all its words are the own version's too.
    let mut before: Option<(u16, u16)> = None;
    for piece in pieces(session, &own, text, end.saturating_sub(left), first_column) {
        let row = rows.start + piece.row;
        let Some(y) = row_y(row) else { continue };
        while wiped <= row {
            if let Some(y) = row_y(wiped) {
                clear(buffer, Rect::new(left, y, end.saturating_sub(left), 1));
            }
            wiped += 1;
        }
        let start = left + piece.column;
        // Half a word of what follows is worse than none of it.
        if row + 1 == rows.end && start + columns(piece.span.of(text)) > last_end {
            clear(buffer, Rect::new(start, y, end.saturating_sub(start), 1));
        }
        let x = put(buffer, start, y, end, piece.span.of(text), style);
        let mut shared = true;
        for word in alone.iter().filter(|word| word.overlaps(piece.span)) {
            let word = Span::new(word.start.max(piece.span.start), word.end.min(piece.span.end));
            let before = columns(Span::new(piece.span.start, word.start).of(text));
            put(buffer, start + before, y, x, word.of(text), only);
            shared = false;
        }
        if shared && before.is_some_and(|place| place == (start.saturating_sub(1), y)) {
            put(buffer, start - 1, y, x, " ", style);
        }
        before = Some((x, y)).filter(|_| shared);
    }
}

/// Takes the own version off the screen; the column of the pane's text it begins in, and that of the screen it ends before.
fn wipe(
    session: &Session,
    own: &Place,
    rows: Range<usize>,
    (start, end): (u16, u16),
    row_y: &impl Fn(usize) -> Option<u16>,
    buffer: &mut Buffer,
) -> (u16, u16) {
    let Some(passage) = session.story.passage(own) else { return (0, 0) };
    let wrapped = session.wrapped(own.article);
    let (mut first_column, mut last_end) = (0, end);
    for n in rows.clone() {
        let Some(row) = wrapped.rows.get(n) else { continue };
        let from = start + column_of(&passage.text, row, own.span.start.max(row.span.start));
        let to = start + column_of(&passage.text, row, own.span.end);
        if n == rows.start {
            first_column = from.saturating_sub(start + GUTTER);
        }
        last_end = to.min(end);
        if let Some(y) = row_y(n) {
            clear(buffer, Rect::new(from, y, to.min(end).saturating_sub(from), 1));
        }
    }
    (first_column, last_end)
}

/// Where the other text stands, in a width of columns and from a column of the first row on.
fn pieces(session: &Session, own: &Place, text: &str, width: u16, first: u16) -> Vec<Piece> {
    let words: Vec<Span> = text.split_word_bound_indices().fold(Vec::new(), |mut words: Vec<Span>, (at, part)| {
        match words.last_mut() {
            _ if part.trim().is_empty() => {}
            Some(last) if last.end == at => last.end = at + part.len(),
            _ => words.push(Span::new(at, at + part.len())),
        }
        words
    });
    // Writing without spaces flows as it does elsewhere.
    if words.iter().any(|word| columns(word.of(text)) > width / 2) {
        let lines = wrap::lines(text, width, first).into_iter().enumerate();
        return lines.map(|(row, span)| Piece { span, row, column: if row == 0 { first } else { 0 } }).collect();
    }
    let places = places(session, own, text);
    let mut pieces: Vec<Piece> = Vec::with_capacity(words.len());
    let (mut row, mut column) = (0, first);
    for span in words {
        let wide = columns(span.of(text));
        // In the own version: the row and the column in which this word would begin.
        let target = places.iter().find(|(word, _, _)| span.start <= word.start && word.start < span.end).and_then(|place| {
            let (word, row, column) = *place;
            Some((row, column.checked_sub(columns(Span::new(span.start, word.start).of(text)))?))
        });
        match target {
            Some((there, at)) if there == row && (column..=column.saturating_add(GAP)).contains(&at) => column = at,
            Some((there, at)) if there == row + 1 && at <= GAP / 2 && width.saturating_sub(column) <= GAP => {
                (row, column) = (there, at)
            }
            _ => {}
        }
        if column > 0 && column.saturating_add(wide) > width {
            (row, column) = (row + 1, 0);
        }
        pieces.push(Piece { span, row, column });
        column = column.saturating_add(wide).saturating_add(1);
    }
    pieces
}

/// The words of the other text that the own version has too, and the row and the column they have there.
fn places(session: &Session, own: &Place, text: &str) -> Vec<(Span, usize, u16)> {
    let wrapped = session.wrapped(own.article);
    let start = wrapped.rows_of(own).start;
    let Some(passage) = session.story.passage(own) else { return Vec::new() };
    let place = |(theirs, word): (Span, Span)| {
        let at = own.span.start + theirs.start;
        let n = wrapped.row_of(own.passage, at);
        let column = column_of(&passage.text, wrapped.rows.get(n)?, at).saturating_sub(GUTTER);
        Some((word, n.checked_sub(start)?, column))
    };
    wording::matched(session.story.text(own), text).into_iter().filter_map(place).collect()
}

/// Blanks an area of one row.
fn clear(buffer: &mut Buffer, area: Rect) {
    let blank = " ".repeat(usize::from(area.width));
    put(buffer, area.x, area.y, area.right(), &blank, Style::reset());
    fill(buffer, area, Style::reset());
}
