//! Help: the keys, from the same table that dispatches them, and what the signs mean.

use super::{column, scrolled};
use crate::model::Span;
use crate::reader::action::{Action, Group};
use crate::reader::layout::Layout;
use crate::reader::state::HelpView;
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
    let mut lines = signs(session, width);
    let actions = session.keys.actions();
    for group in Group::ALL {
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

/// What the signs in the gutter mean.
fn signs(session: &Session, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let mut lines = flow::plain("Signs", theme.style(Role::Heading), width, 1);
    let meanings = [
        (Role::Quotation, "a quotation that other outlets carry"),
        (Role::Shared, "a fact or statement that other outlets carry"),
        (Role::Difference, "a shared claim told differently: numbers, dates, who says it …"),
        (Role::OnlyHere, "stands in no other outlet"),
    ];
    for (role, meaning) in meanings {
        let text = format!("{}   {meaning}", theme.sign(role));
        let styles = [(Span::new(0, theme.sign(role).len()), theme.style(role))];
        lines.extend(flow::flow(&text, &styles, theme.style(Role::Text), width, 2));
    }
    let lit = theme.lit(theme.style(Role::Quotation), true);
    let text = "lit  the claim under the cursor, in every outlet at once";
    lines.extend(flow::flow(text, &[(Span::new(0, 3), lit)], theme.style(Role::Text), width, 2));
    let weak = format!("{}~  a weak link: less than 80 % sure", theme.sign(Role::Quotation));
    lines.extend(flow::plain(&weak, theme.style(Role::Text), width, 2));
    lines
}
