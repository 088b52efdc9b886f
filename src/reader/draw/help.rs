//! Help: the keys, from the same table that dispatches them, and what the signs mean.

use super::{column, legend, scrolled};
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
    let mut lines = signs(session, matrix);
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
            let keys = session.keys.keys_of(action);
            let pad = KEYS.saturating_sub(columns(&keys)).max(1);
            let wrapped = flow::plain(action.about().does, theme.style(Role::Text), width.saturating_sub(KEYS + 2), 0);
            for (n, line) in wrapped.into_iter().enumerate() {
                let left =
                    if n == 0 { format!("  {keys}{}", " ".repeat(usize::from(pad))) } else { " ".repeat(usize::from(KEYS) + 2) };
                let mut runs = vec![Run::styled(left, theme.style(Role::HintKey))];
                runs.extend(line.spans);
                lines.push(Line::from(runs));
            }
        }
    }
    lines
}

/// What the signs mean: those of the coverage first, if help was asked for there.
fn signs(session: &Session, matrix: bool) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let width = session.state.size.0;
    let title = |title: &str| flow::plain(title, theme.style(Role::Heading), width, 1);
    let text = [title("Signs in the text"), legend::lines(session, &legend::marks(session), width)].concat();
    let cells = [title("Signs in the coverage"), legend::lines(session, &legend::cells(session), width)].concat();
    let gap = vec![Line::default()];
    if matrix { [cells, gap, text].concat() } else { [text, gap, cells].concat() }
}
