//! The versions of a claim, drawn; on a wide screen why they are linked stands beside them.

use super::flow::first;
use super::{column, put_line, scrolled};
use crate::reader::Session;
use crate::reader::layout::Layout;
use crate::reader::versions::{VersionsView, lines};
use crate::reader::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns that lines of text and their margins take at most.
const TEXT: u16 = wrap::WIDEST + 6;

/// Columns below which nothing is put beside the versions.
const BESIDE: u16 = 56;

/// Draws the view of versions.
pub fn draw(session: &Session, view: &VersionsView, layout: &Layout, buffer: &mut Buffer) {
    let area = column(layout);
    let found = lines::lines(session, view, area.width);
    scrolled(session, area, &found.lines, view.top, buffer);
    let rest = area.width.saturating_sub(TEXT);
    if let Some(claim) = session.claim_in_hand()
        && !view.why
        && rest >= BESIDE
    {
        // The last column is the scroll bar's.
        let beside = Rect { x: area.x + TEXT, width: rest - 1, ..area };
        let reasons = first(lines::reasons(session, claim, beside.width), usize::from(beside.height));
        reasons.iter().enumerate().for_each(|(y, line)| put_line(buffer, beside, y, line));
    }
}
