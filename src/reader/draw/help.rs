//! Help: the keys, from the same table that dispatches them, and what the signs mean.

use super::{column, hints, legend, scrolled};
use crate::reader::action::{Action, Group};
use crate::reader::layout::Layout;
use crate::reader::state::{HelpView, View};
use crate::reader::theme::Role;
use crate::reader::wrap::columns;
use crate::reader::{Session, draw::flow};
use ratatui::buffer::Buffer;
use ratatui::text::{Line, Span as Run};

/// Columns for the keys.
const KEYS: u16 = 22;

/// Draws help.
pub fn draw(session: &Session, view: &HelpView, layout: &Layout, buffer: &mut Buffer) {
    scrolled(session, column(layout), &lines(session), view.top, buffer);
}

/// The lines of help.
pub fn lines(session: &Session) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let width = session.state.size.0;
    let under = session.state.views.iter().rev().find(|v| !matches!(v, View::Help(_)));
    let matrix = matches!(under, Some(View::Coverage(_) | View::Certificate(_)));
    let mut lines = signs(session, under);
    // The coverage has a group of its own, which stands first.
    if let Some(view) = under.filter(|view| !matches!(view, View::Coverage(_))) {
        lines.extend(here(session, view));
    }
    let actions = session.keys.actions();
    // What concerns the view that help was asked for in stands first.
    let mut groups = Group::ALL;
    groups.sort_by_key(|group| !(matrix && *group == Group::Coverage));
    for group in groups {
        let of_group: Vec<Action> = actions.iter().copied().filter(|a| a.about().group == group).collect();
        if of_group.is_empty() {
            continue;
        }
        lines.push(Line::default());
        lines.extend(flow::plain(group.title(), theme.style(Role::Heading), width, 1));
        for action in of_group {
            lines.extend(row(session, &session.keys.keys_of(action), action));
        }
    }
    lines
}

/// The keys that are of most use in the view that help was asked for in.
fn here(session: &Session, view: &View) -> Vec<Line<'static>> {
    let mut lines = vec![Line::default()];
    lines.extend(flow::plain("In the view you came from", session.theme.style(Role::Heading), session.state.size.0, 1));
    for &action in hints::useful(view) {
        let keys = session.keys.keys_in(action, view.kind());
        if !keys.is_empty() {
            lines.extend(row(session, &keys, action));
        }
    }
    lines
}

/// An action: its keys, and what it does.
fn row(session: &Session, keys: &str, action: Action) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let pad = KEYS.saturating_sub(columns(keys)).max(1);
    let does = flow::plain(action.about().does, theme.style(Role::Text), session.state.size.0.saturating_sub(KEYS + 2), 0);
    let one = |(n, line): (usize, Line<'static>)| {
        let left = if n == 0 { format!("  {keys}{}", " ".repeat(usize::from(pad))) } else { " ".repeat(usize::from(KEYS) + 2) };
        let mut runs = vec![Run::styled(left, theme.style(Role::HintKey))];
        runs.extend(line.spans);
        Line::from(runs)
    };
    does.into_iter().enumerate().map(one).collect()
}

/// What the signs mean: those of the view first that help was asked for in.
fn signs(session: &Session, under: Option<&View>) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let width = session.state.size.0;
    let title = |title: &str| flow::plain(title, theme.style(Role::Heading), width, 1);
    let text = [title("Signs in the text"), legend::lines(session, &legend::marks(session), width)].concat();
    let cells = [title("Signs in the coverage"), legend::lines(session, &legend::cells(session), width)].concat();
    let words = [title("Words that are compared"), legend::lines(session, &legend::words(session), width)].concat();
    let gap = || vec![Line::default()];
    match under {
        Some(View::Coverage(_) | View::Certificate(_)) => [cells, gap(), text].concat(),
        Some(View::Versions(_) | View::Headlines(_)) => [words, gap(), text].concat(),
        _ => [text, gap(), cells].concat(),
    }
}
