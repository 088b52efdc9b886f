//! How the articles open, drawn: in columns where all of them fit side by side, else one under the other.

use super::{put_line, scrolled};
use crate::reader::Session;
use crate::reader::headlines::{HeadlinesView, lines, one, side_by_side};
use crate::reader::layout::Layout;
use crate::reader::versions::lines::legend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the view.
pub fn draw(session: &Session, view: &HeadlinesView, layout: &Layout, buffer: &mut Buffer) {
    if !side_by_side(session) {
        let area = layout.middle;
        let seen = view.top..view.top + usize::from(area.height);
        scrolled(session, area, &lines(session, view, area.width, &seen).lines, view.top, buffer);
        return;
    }
    let below = 2.min(layout.middle.height);
    for &(article, area) in &layout.panes {
        let area = Rect { height: area.height - below, ..area };
        scrolled(session, area, &one(session, view, article, area.width, true), view.top, buffer);
    }
    let area = Rect { y: layout.middle.bottom() - below, height: below, ..layout.middle };
    for (y, line) in legend(session, "the base", area.width).iter().enumerate() {
        put_line(buffer, area, y + 1, line);
    }
}
