//! Blink: another outlet's words in the place of the version in hand, beginning in the same row and column. Nothing
//! else in the pane moves; what the other words need more of, they cover.

use super::panes::column_of;
use super::{fill, put};
use crate::reader::Session;
use crate::reader::layout::GUTTER;
use crate::reader::marks::{Mark, role_of};
use crate::reader::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the other version over the one in hand, if one is shown and this is its pane.
pub fn draw(session: &Session, article: usize, area: Rect, buffer: &mut Buffer) {
    let (Some(blink), Some(hand), Some(claim)) = (session.state.blink, session.state.hand, session.claim_in_hand()) else {
        return;
    };
    let Some(own) = session.place_of(hand).filter(|p| p.article == article && session.state.focus == article) else { return };
    let Some(other) = claim.versions.get(blink.version) else { return };
    let Some(passage) = session.story.passage(&own) else { return };
    let pane = session.state.pane();
    let wrapped = session.wrapped(article);
    let rows = wrapped.rows_of(&own);
    let left = area.x + GUTTER;
    let end = area.right().saturating_sub(2);
    let row_y = |row: usize| -> Option<u16> {
        let y = isize::try_from(row).ok()?.checked_sub(pane.top)?;
        u16::try_from(y).ok().filter(|&y| y < area.height).map(|y| area.y + y)
    };
    let mut first_column = 0;
    for n in rows.clone() {
        let Some(row) = wrapped.rows.get(n) else { continue };
        let from = area.x + column_of(&passage.text, row, own.span.start.max(row.span.start));
        let to = area.x + column_of(&passage.text, row, own.span.end);
        if n == rows.start {
            first_column = from.saturating_sub(left);
        }
        if let Some(y) = row_y(n) {
            clear(buffer, Rect::new(from, y, to.min(end).saturating_sub(from), 1));
        }
    }
    let text = session.story.text(&other.place);
    let mark = Mark {
        place: own,
        role: role_of(claim),
        of: Some(hand),
        strong: session.comparison.is_strong(hand.claim),
        quotation: false,
    };
    let style = super::panes::look(session, &mark);
    for (n, line) in wrap::lines(text, end.saturating_sub(left), first_column).into_iter().enumerate() {
        let Some(y) = row_y(rows.start + n) else { continue };
        let x = if n == 0 { left + first_column } else { left };
        if rows.start + n >= rows.end {
            clear(buffer, Rect::new(left, y, end.saturating_sub(left), 1));
        }
        put(buffer, x, y, end, line.of(text), style);
    }
}

/// Blanks an area of one row.
fn clear(buffer: &mut Buffer, area: Rect) {
    let blank = " ".repeat(usize::from(area.width));
    put(buffer, area.x, area.y, area.right(), &blank, Style::reset());
    fill(buffer, area, Style::reset());
}
