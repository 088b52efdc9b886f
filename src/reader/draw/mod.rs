//! From a session to a frame. Views draw, and decide nothing: the same session and size give the same frame.

pub mod ask;
pub mod bar;
pub mod blink;
pub mod certificate;
pub mod coverage;
pub mod flow;
pub mod headlines;
pub mod help;
pub mod hints;
pub mod kept;
pub mod legend;
pub mod list;
pub mod only_here;
pub mod overlay;
pub mod palette;
pub mod panes;
pub mod status;
pub mod versions;

use super::Session;
use super::layout::{self, Layout, SMALLEST};
use super::state::View;
use super::theme::Role;
use super::wrap::visible;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use unicode_segmentation::UnicodeSegmentation;

/// Draws the whole screen.
pub fn draw(session: &Session, buffer: &mut Buffer) {
    if layout::too_small(session.state.size) {
        return too_small(session, buffer);
    }
    let layout = session.layout();
    bar::draw(session, &layout, buffer);
    match session.state.on_screen() {
        View::Read | View::Ask(_) => panes::draw(session, &layout, buffer),
        View::Versions(view) => versions::draw(session, view, &layout, buffer),
        View::Palette(view) => palette::draw(session, view, &layout, buffer),
        View::Coverage(view) => coverage::draw(session, view, buffer),
        View::OnlyHere(view) => only_here::draw(session, view, buffer),
        View::Headlines(view) => headlines::draw(session, view, &layout, buffer),
        View::Certificate(view) => certificate::draw(session, view, &layout, buffer),
        View::Kept(choice) => kept::draw(session, *choice, &layout, buffer),
        View::Help(view) => help::draw(session, view, &layout, buffer),
    }
    overlay::draw(session, &layout, buffer);
    status::status(session, &layout, buffer);
    if !status::takes_hints(session, &layout) {
        hints::draw(session, &layout, buffer);
    }
}

/// Says so politely where there is no room to read.
fn too_small(session: &Session, buffer: &mut Buffer) {
    let (width, height) = session.state.size;
    let text = format!("Reading needs {}×{}; this is {width}×{height}. q quits.", SMALLEST.0, SMALLEST.1);
    for (y, line) in flow::plain(&text, session.theme.style(Role::Text), width, 0).iter().enumerate() {
        put_line(buffer, Rect::new(0, 0, width, height), y, line);
    }
}

/// Writes a text in one row, cut at `end`; what is not on the screen is left out. Returns the column after it.
pub fn put(buffer: &mut Buffer, x: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
    let area = *buffer.area();
    let end = end.min(area.right());
    if x < area.x || y < area.y || y >= area.bottom() || x >= end {
        return x;
    }
    buffer.set_stringn(x, y, visible(text), usize::from(end - x), style).0
}

/// Writes a text in one row, with an ellipsis where it is cut.
pub fn put_cut(buffer: &mut Buffer, x: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
    let room = end.saturating_sub(x);
    if super::wrap::columns(text) <= room {
        return put(buffer, x, y, end, text, style);
    }
    let x = put(buffer, x, y, end.saturating_sub(1), text, style);
    put(buffer, x, y, end, "…", style)
}

/// A text cut to a width, with an ellipsis where it is cut.
pub fn cut(text: &str, width: u16) -> String {
    if super::wrap::columns(text) <= width {
        return text.to_owned();
    }
    let mut start = String::new();
    for grapheme in text.graphemes(true) {
        if super::wrap::columns(&start) + super::wrap::columns(grapheme) >= width {
            break;
        }
        start.push_str(grapheme);
    }
    start + "…"
}

/// Writes a line as row `y` of an area, if it is in it.
pub fn put_line(buffer: &mut Buffer, area: Rect, y: usize, line: &Line) {
    let Ok(y) = u16::try_from(y) else { return };
    let row = area.y.saturating_add(y);
    if y >= area.height || row >= buffer.area().bottom() {
        return;
    }
    let mut x = area.x;
    for span in &line.spans {
        x = put(buffer, x, row, area.right(), &span.content, line.style.patch(span.style));
    }
}

/// Fills an area with a style.
pub fn fill(buffer: &mut Buffer, area: Rect, style: Style) {
    buffer.set_style(area.intersection(*buffer.area()), style);
}

/// Draws lines from `top` on into an area, with a scroll bar at its right edge where they do not fit.
pub fn scrolled(session: &Session, area: Rect, lines: &[Line<'static>], top: usize, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    for (y, line) in lines.iter().skip(top).take(height).enumerate() {
        put_line(buffer, area, y, line);
    }
    if lines.len() > height && area.width > 0 {
        let theme = &session.theme;
        for y in 0..area.height {
            let at = usize::from(y) * lines.len() / height.max(1);
            let role = if (top..top + height).contains(&at) { Role::Thumb } else { Role::Line };
            put(buffer, area.right() - 1, area.y + y, area.right(), theme.sign(role), theme.style(role));
        }
    }
}

/// The area of the middle without a margin at its sides, for views of one column.
pub fn column(layout: &Layout) -> Rect {
    layout.middle
}
