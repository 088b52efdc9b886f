//! What is asked on the status line: the question, the answer with its cursor, what is known so far.

use super::put;
use crate::reader::Session;
use crate::reader::ask::{Asking, Question};
use crate::reader::field::Field;
use crate::reader::theme::Role;
use crate::reader::trail::Trail;
use crate::reader::wrap::columns;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Columns that an answer keeps, whatever else there is to say.
const ROOM: u16 = 12;

/// Draws a question in the status line.
pub fn draw(session: &Session, asking: &Asking, area: Rect, buffer: &mut Buffer) {
    line(session, &asking.prompt(), &asking.field, &told(session, asking), area, buffer);
}

/// Draws a line that is being typed: what stands before it, the text with its cursor, and at the right what is known.
pub fn line(session: &Session, prompt: &str, field: &Field, told: &str, area: Rect, buffer: &mut Buffer) {
    let theme = &session.theme;
    let style = theme.style(Role::Status);
    let mut end = area.right();
    if columns(prompt) + ROOM + columns(told) + 2 < area.width && !told.is_empty() {
        end = end.saturating_sub(columns(told) + 1);
        put(buffer, end, area.y, area.right(), told, style);
        end = end.saturating_sub(1);
    }
    let x = put(buffer, area.x + 1, area.y, end, prompt, style.patch(theme.style(Role::HintKey)));
    let (before, under, after) = field.window(end.saturating_sub(x));
    let x = put(buffer, x, area.y, end, before, style);
    let cursor = if under.is_empty() { " " } else { under };
    let x = put(buffer, x, area.y, end, cursor, style.patch(theme.style(Role::Chosen)));
    put(buffer, x, area.y, end, after, style);
}

/// What stands at the right end.
fn told(session: &Session, asking: &Asking) -> String {
    match asking.question {
        Question::Search { .. } => session.state.trail.as_ref().map_or_else(String::new, Trail::position),
        _ => String::new(),
    }
}
