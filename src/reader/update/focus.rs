//! From outlet to outlet: which pane has the focus, and which panes are on screen.

use super::claims;
use crate::reader::state::{Count, View};
use crate::reader::{Action, Session, layout};

/// Moves the focus.
pub fn update(session: &mut Session, action: Action) {
    let count = session.story.articles.len();
    let focus = session.state.focus;
    let target = match action {
        Action::Left => focus.saturating_sub(1),
        Action::Right => (focus + 1).min(count.saturating_sub(1)),
        Action::NextPane if focus + 1 < count => focus + 1,
        Action::NextPane => 0,
        Action::PrevPane if focus > 0 => focus - 1,
        Action::PrevPane => count.saturating_sub(1),
        Action::Outlet(number) => usize::from(number).saturating_sub(1),
        _ => focus,
    };
    on(session, target);
    claims::meet(session);
}

/// Puts the focus on an article's pane and that pane on screen.
pub fn on(session: &mut Session, article: usize) {
    let count = session.story.articles.len();
    let article = article.min(count.saturating_sub(1));
    let fit = layout::panes_that_fit(session.state.size.0, session.options.pane_width, count);
    session.state.focus = article;
    session.state.window = layout::window_with(session.state.window, article, fit, count);
}

/// A digit: the number of an outlet, or the beginning or the rest of a count.
pub fn digit(session: &mut Session, digit: u8, action: Option<Action>) {
    let before = session.state.count;
    let number = before.number.unwrap_or(0).saturating_mul(10).saturating_add(usize::from(digit)).min(10_000);
    if let Some(before) = before.before {
        put_back(session, before);
        if session.state.views.is_empty() {
            claims::meet(session);
        }
    }
    let alone = before.number.is_none();
    let at = match session.state.view() {
        View::Coverage(view) => (view.column, 0),
        View::OnlyHere(view) => (view.column, 0),
        View::Headlines(view) => (view.chosen, 0),
        _ => (session.state.focus, session.state.window),
    };
    let mut count = Count { number: Some(number), before: None };
    if let Some(action) = action.filter(|a| alone && a.applies(session)) {
        session.state.blink = None;
        super::in_view(session, action, 1);
        count.before = Some(at);
    }
    session.state.count = count;
}

/// A digit moved the focus, or the column of the coverage, and was a count after all: back to where it was.
pub fn put_back(session: &mut Session, (focus, window): (usize, usize)) {
    match session.state.views.last_mut() {
        None => (session.state.focus, session.state.window) = (focus, window),
        Some(View::Coverage(view)) => view.column = focus,
        Some(View::OnlyHere(view)) => view.column = focus,
        Some(View::Headlines(view)) => view.chosen = focus,
        Some(_) => {}
    }
}
