//! The list of claims that are marked or have a note, drawn.

use super::list::{Item, draw as list};
use super::{column, cut};
use crate::reader::Session;
use crate::reader::layout::Layout;
use crate::reader::list::Choice;
use crate::reader::memory::Kept;
use crate::reader::theme::Role;
use crate::reader::wrap::visible;
use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span};

/// Draws the list.
pub fn draw(session: &Session, choice: Choice, layout: &Layout, buffer: &mut Buffer) {
    let area = column(layout);
    let items: Vec<Item> = session.memory.kept.iter().map(|kept| item(session, kept, area.width)).collect();
    list(session, area, &items, choice, buffer);
}

/// A claim with the sign of its mark and its note, to which the claim's name gives way.
fn item(session: &Session, kept: &Kept, width: u16) -> Item {
    let theme = &session.theme;
    let label = if kept.note.is_empty() { kept.label.clone() } else { cut(&kept.label, width / 2) };
    let sign = if kept.marked { theme.sign(Role::TickInHand) } else { " " };
    let mut runs = vec![Span::styled(format!("{sign} "), theme.style(Role::TickInHand))];
    runs.push(Span::styled(visible(&label).into_owned(), theme.style(Role::Text)));
    if !kept.note.is_empty() {
        runs.push(Span::styled(format!("  {}", visible(&kept.note)), theme.style(Role::Headline)));
    }
    Item { text: Line::from(runs), remark: String::new() }
}
