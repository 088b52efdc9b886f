//! The line of hints below every view: the keys that are useful here, and which stands where.

use super::put;
use crate::reader::layout::Layout;
use crate::reader::state::View;
use crate::reader::theme::Role;
use crate::reader::wrap::columns;
use crate::reader::{Action, Session};
use ratatui::buffer::Buffer;
use std::ops::Range;

/// A key in the line of hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What it does.
    pub action: Action,
    /// The columns that it takes.
    pub columns: Range<u16>,
    key: String,
    short: &'static str,
}

/// What a key does, in a word or two; the keys of claims do something else on a trail.
fn short(session: &Session, action: Action) -> &'static str {
    let on_trail = session.state.trail.is_some() && *session.state.view() == View::Read;
    match action {
        Action::NextClaim if on_trail => "next place",
        Action::PrevClaim if on_trail => "place before",
        Action::Close if *session.state.view() == View::Read => "quit",
        Action::Close => "back",
        Action::Accept if matches!(session.state.view(), View::Palette(_) | View::Kept(_)) => "go there",
        _ => action.about().short,
    }
}

/// What is useful in the view, the most useful first.
pub fn useful(view: &View) -> &'static [Action] {
    match view {
        View::Read => &[
            Action::NextClaim,
            Action::NextOutlet,
            Action::Versions,
            Action::Coverage,
            Action::Legend,
            Action::LineUp,
            Action::Blink,
            Action::Lock,
            Action::NextLacking,
            Action::BarUp,
            Action::BarDown,
            Action::Filter,
            Action::Search,
            Action::Mark,
            Action::Back,
        ],
        View::Versions(_) => {
            &[Action::Down, Action::GoTo, Action::NextClaim, Action::Base, Action::Why, Action::NextLacking, Action::Context]
        }
        View::Coverage(_) => &[
            Action::OpenCell,
            Action::Sort,
            Action::Kind,
            Action::Lacks,
            Action::Speaker,
            Action::Sole,
            Action::Differing,
            Action::Legend,
            Action::Versions,
            Action::NextLacking,
            Action::NextClaim,
        ],
        View::OnlyHere(_) => {
            &[Action::GoTo, Action::Down, Action::Right, Action::NextLacking, Action::Coverage, Action::Headlines]
        }
        View::Headlines(_) => &[Action::GoTo, Action::Down, Action::Base, Action::Paragraphs, Action::Coverage, Action::OnlyHere],
        View::Certificate(_) => &[Action::GoTo, Action::NextLacking, Action::Down],
        View::Help(_) => &[Action::Down, Action::PageDown],
        View::Ask(_) => &[Action::Accept, Action::Escape],
        View::Kept(_) => &[Action::Accept, Action::Mark, Action::Note, Action::Down],
        View::Palette(_) => &[Action::Accept, Action::Down, Action::Up, Action::Escape],
    }
}

/// The keys that are useful here, as many as there is room for. The way to help and the way out always have their place.
pub fn hints(session: &Session, layout: &Layout) -> Vec<Hint> {
    let area = layout.hints;
    if area.height == 0 {
        return Vec::new();
    }
    let label = |action: &Action| -> Option<Hint> {
        let view = session.state.view();
        let key = session.keys.hint(*action, view.kind(), view.takes_text())?.to_string();
        let hint = Hint { action: *action, columns: 0..0, key, short: short(session, *action) };
        let of_claims = matches!(action, Action::NextClaim | Action::Coverage | Action::Lock | Action::Filter);
        (action.applies(session) && !(of_claims && session.comparison.claims.is_empty())).then_some(hint)
    };
    let width = |hint: &Hint| columns(&hint.key) + columns(hint.short) + 3;
    let last: Vec<Hint> = [Action::Help, Action::Close].iter().filter_map(label).collect();
    let mut room = area.width.saturating_sub(last.iter().map(width).sum::<u16>() + 1);
    let mut shown: Vec<Hint> = Vec::new();
    for hint in useful(session.state.view()).iter().filter_map(label) {
        if width(&hint) > room {
            break;
        }
        room -= width(&hint);
        shown.push(hint);
    }
    let mut x = area.x + 1;
    shown.extend(last);
    for hint in &mut shown {
        let end = x.saturating_add(width(hint) - 2);
        hint.columns = x..end;
        x = end.saturating_add(2);
    }
    shown
}

/// Draws the line.
pub fn draw(session: &Session, layout: &Layout, buffer: &mut Buffer) {
    let theme = &session.theme;
    let area = layout.hints;
    for hint in hints(session, layout) {
        let x = put(buffer, hint.columns.start, area.y, area.right(), &hint.key, theme.style(Role::HintKey));
        put(buffer, x + 1, area.y, area.right(), hint.short, theme.style(Role::Hint));
    }
}
