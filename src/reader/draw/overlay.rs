//! A box over the corner of the screen that any key takes away: what the signs mean, or the first words to a newcomer.

use super::{fill, legend, put, put_line};
use crate::model::Span;
use crate::reader::draw::flow::flow;
use crate::reader::layout::Layout;
use crate::reader::state::Overlay;
use crate::reader::theme::Role;
use crate::reader::wrap::columns;
use crate::reader::{Action, Session};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// The widest a box gets.
const WIDEST: u16 = 64;

/// Draws the box that is open, if one is.
pub fn draw(session: &Session, layout: &Layout, buffer: &mut Buffer) {
    let Some(overlay) = session.state.overlay else { return };
    let middle = layout.middle;
    let most = widest(layout);
    if most < 10 || middle.height < 3 {
        return;
    }
    let (title, mut lines) = match overlay {
        Overlay::Legend(_) => ("Signs", legend::of_view(session, most.saturating_sub(2))),
        Overlay::Welcome => ("One story, every outlet's telling", welcome(session, most.saturating_sub(2))),
    };
    let mut away = "any key closes".to_owned();
    if let Overlay::Legend(page) = overlay {
        lines.drain(..(page * rows(layout)).min(lines.len()));
        let key = session.keys.first_key(Action::Legend).filter(|_| lines.len() > rows(layout));
        away = key.map_or(away, |key| format!("{key}: more of them"));
    }
    let longest = lines.iter().map(width_of).max().unwrap_or(0).max(columns(title));
    let width = (longest + 4).min(most);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2).min(middle.height);
    let area = Rect { x: middle.right() - width, y: middle.bottom() - height, width, height };
    frame(session, area, (title, &away), buffer);
    let inside = Rect { x: area.x + 1, y: area.y + 1, width: width - 2, height: height - 2 };
    for (y, line) in lines.iter().enumerate() {
        put_line(buffer, inside, y, line);
    }
}

/// The widest a box gets on this screen.
fn widest(layout: &Layout) -> u16 {
    layout.middle.width.saturating_sub(2).min(WIDEST)
}

/// The lines that a box can hold.
fn rows(layout: &Layout) -> usize {
    usize::from(layout.middle.height.saturating_sub(2)).max(1)
}

/// The page of the signs after a page, if they do not fit.
pub fn next_page(session: &Session, page: usize) -> Option<usize> {
    let layout = session.layout();
    let lines = legend::of_view(session, widest(&layout).saturating_sub(2)).len();
    (lines > (page + 1) * rows(&layout)).then_some(page + 1)
}

/// Columns of a line.
fn width_of(line: &Line) -> u16 {
    line.spans.iter().fold(0, |sum: u16, run| sum.saturating_add(columns(&run.content)))
}

/// The border, the title, how to be rid of it; inside, nothing.
fn frame(session: &Session, area: Rect, (title, away): (&str, &str), buffer: &mut Buffer) {
    let theme = &session.theme;
    let [left_top, right_top, left_low, right_low, across, down] =
        if theme.ascii { ["+", "+", "+", "+", "-", "|"] } else { ["┌", "┐", "└", "┘", "─", "│"] };
    let across = across.repeat(usize::from(area.width.saturating_sub(2)));
    let blank = " ".repeat(usize::from(area.width.saturating_sub(2)));
    let line = theme.style(Role::Line);
    for y in area.y..area.bottom() {
        let (left, between, right) = match y {
            y if y == area.y => (left_top, &across, right_top),
            y if y + 1 == area.bottom() => (left_low, &across, right_low),
            _ => (down, &blank, down),
        };
        fill(buffer, Rect { y, height: 1, ..area }, Style::reset());
        put(buffer, area.x, y, area.right(), &format!("{left}{between}{right}"), line);
    }
    let inside =
        Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height.saturating_sub(2) };
    fill(buffer, inside, Style::reset());
    put(buffer, area.x + 2, area.y, area.right() - 1, &format!(" {title} "), theme.style(Role::Heading));
    let away = format!(" {away} ");
    let x = area.right().saturating_sub(columns(&away) + 2).max(area.x + 1);
    put(buffer, x, area.bottom() - 1, area.right() - 1, &away, theme.style(Role::Hint));
}

/// The first words to a newcomer: the keys that matter most, as they are set.
fn welcome(session: &Session, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let first = [
        (Action::NextClaim, "the next shared claim"),
        (Action::NextOutlet, "the same, next outlet"),
        (Action::Versions, "its versions, word by word"),
        (Action::Coverage, "who carries what"),
        (Action::Legend, "what the signs mean"),
        (Action::Help, "all keys"),
    ];
    let line = |(action, does): &(Action, &str)| {
        let key = session.keys.first_key(*action)?.to_string();
        let pad = " ".repeat(usize::from(6u16.saturating_sub(columns(&key)).max(1)));
        let styles = [(Span::new(0, key.len()), theme.style(Role::HintKey))];
        Some(flow(&format!("{key}{pad}{does}"), &styles, theme.style(Role::Text), width, 2))
    };
    first.iter().filter_map(line).flatten().collect()
}
