//! A list to choose from: one line each, the chosen one lit, a remark at the right.

use super::{fill, put, put_cut};
use crate::reader::Session;
use crate::reader::list::Choice;
use crate::reader::theme::Role;
use crate::reader::wrap::columns;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// A line of a list.
#[derive(Debug, Clone)]
pub struct Item {
    /// What it is.
    pub text: Line<'static>,
    /// What stands at the right; gives way where there is no room.
    pub remark: String,
}

/// Columns that the text of a line keeps before its remark is shown.
const ROOM: u16 = 16;

/// Draws the lines that are on screen.
pub fn draw(session: &Session, area: Rect, items: &[Item], choice: Choice, buffer: &mut Buffer) {
    let theme = &session.theme;
    let height = usize::from(area.height);
    let choice = choice.within(items.len(), height);
    for (y, (n, item)) in (area.y..area.bottom()).zip(items.iter().enumerate().skip(choice.top)) {
        let mut end = area.right().saturating_sub(1);
        let remark = columns(&item.remark);
        if remark > 0 && remark + ROOM < area.width {
            put(buffer, end - remark, y, end, &item.remark, theme.style(Role::Quiet));
            end -= remark + 2;
        }
        let mut x = area.x + 2;
        for run in &item.text.spans {
            let style = item.text.style.patch(run.style);
            let cut = x.saturating_add(columns(&run.content)) > end;
            x = put_cut(buffer, x, y, end, &run.content, style);
            if cut {
                break;
            }
        }
        if n == choice.chosen {
            put(buffer, area.x, y, area.right(), theme.sign(Role::Cursor), theme.style(Role::Cursor));
            fill(buffer, Rect::new(area.x + 1, y, area.width.saturating_sub(1), 1), theme.style(Role::Chosen));
        }
    }
}

/// A text as a line, some of its characters (by number, ascending) in another style.
pub fn with_letters(text: &str, letters: &[usize], style: Style, lit: Style) -> Line<'static> {
    let mut runs: Vec<(String, bool)> = Vec::new();
    let mut letters = letters.iter().peekable();
    for (n, character) in text.chars().enumerate() {
        let is_lit = letters.next_if(|&&letter| letter == n).is_some();
        match runs.last_mut() {
            Some((run, before)) if *before == is_lit => run.push(character),
            _ => runs.push((character.to_string(), is_lit)),
        }
    }
    let run = |(text, is_lit): (String, bool)| {
        ratatui::text::Span::styled(super::visible(&text).into_owned(), if is_lit { lit } else { style })
    };
    Line::from(runs.into_iter().map(run).collect::<Vec<_>>())
}
