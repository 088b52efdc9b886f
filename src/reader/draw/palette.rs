//! The palette, drawn: the entries that fit, over the line in which one types.

use super::list::{Item, draw as list, with_letters};
use super::{ask, column, flow, put_line};
use crate::reader::Session;
use crate::reader::layout::Layout;
use crate::reader::palette::{Found, PaletteView, found};
use crate::reader::theme::Role;
use ratatui::buffer::Buffer;

/// Draws the palette.
pub fn draw(session: &Session, view: &PaletteView, layout: &Layout, buffer: &mut Buffer) {
    let theme = &session.theme;
    let area = column(layout);
    let found = found(session, view);
    if found.is_empty() {
        for (y, line) in flow::plain("nothing of that name", theme.style(Role::Quiet), area.width, 2).iter().enumerate() {
            put_line(buffer, area, y, line);
        }
    }
    let items: Vec<Item> = found.iter().map(|found| item(session, found)).collect();
    list(session, area, &items, view.choice, buffer);
}

/// Draws the line in which one types.
pub fn draw_field(session: &Session, view: &PaletteView, layout: &Layout, buffer: &mut Buffer) {
    ask::line(session, ":", &view.field, "", layout.status, buffer);
}

/// An entry as a line of the list.
fn item(session: &Session, found: &Found) -> Item {
    let theme = &session.theme;
    let entry = &found.entry;
    let text = with_letters(&entry.text, &found.letters, theme.style(Role::Text), theme.style(Role::Found));
    let remark = [entry.kind, &entry.about].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Item { text, remark }
}
