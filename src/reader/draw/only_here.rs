//! What only one outlet tells, drawn: the outlets side by side.

use super::{put, put_cut, scrolled};
use crate::reader::Session;
use crate::reader::coverage;
use crate::reader::only_here::{OnlyHereView, areas, lines, statements};
use crate::reader::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the view.
pub fn draw(session: &Session, view: &OnlyHereView, buffer: &mut Buffer) {
    let theme = &session.theme;
    let outlets = coverage::outlets(&session.story);
    let layout = areas(session, outlets.len(), view.window);
    for &(column, area) in &layout.panes {
        let Some(outlet) = outlets.get(column) else { continue };
        let focused = column == view.column;
        let end = area.right().saturating_sub(1);
        let style = theme.style(if focused { Role::TitleFocus } else { Role::Title });
        let x = put_cut(buffer, area.x + 1, area.y, end, &format!(" {} {} ", outlet.number(), outlet.name), style);
        let all = session.comparison.statements.iter().filter(|s| outlet.articles.contains(&s.place.article)).count();
        let alone = statements(session, outlet).len();
        put_cut(buffer, x + 1, area.y, end, &format!("{alone} of {all} only here"), theme.style(Role::Quiet));
        let list = Rect { y: area.y + layout.head, height: area.height.saturating_sub(layout.head), ..area };
        let (row, top) = view.at.get(column).copied().unwrap_or_default();
        let found = lines(session, outlet, focused.then_some(row), area.width);
        let top = found.top(top, row, usize::from(list.height));
        scrolled(session, list, &found.lines, top, buffer);
        if found.lines.len() <= usize::from(list.height) {
            for y in list.y..list.bottom() {
                put(buffer, list.right().saturating_sub(1), y, list.right(), theme.sign(Role::Line), theme.style(Role::Line));
            }
        }
    }
}
