//! The versions of a claim, drawn.

use super::{column, scrolled};
use crate::reader::Session;
use crate::reader::layout::Layout;
use crate::reader::versions::{VersionsView, lines};
use ratatui::buffer::Buffer;

/// Draws the view of versions.
pub fn draw(session: &Session, view: &VersionsView, layout: &Layout, buffer: &mut Buffer) {
    let area = column(layout);
    let found = lines::lines(session, view, area.width);
    scrolled(session, area, &found.lines, view.top, buffer);
}
