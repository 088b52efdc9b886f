//! The view of headlines and ledes: choosing an article, the base, how much of each; going to the article.

use super::{Outcome, claims, close, close_all, focus, open as open_view};
use crate::reader::headlines::{HeadlinesView, MOST, lines, one, side_by_side};
use crate::reader::state::{Pane, View};
use crate::reader::{Action, Session};

/// Opens the view on the article with the focus, which is the base.
pub fn open(session: &mut Session) {
    let came_with = session.hold();
    let focus = session.state.focus;
    let view = HeadlinesView { chosen: focus, base: focus, paragraphs: 1, top: 0, came_with };
    open_view(session, View::Headlines(view));
    session.state.hand = None;
    show(session, view);
}

/// The view is gone: the claim that was in hand before is in hand again.
pub fn closed(session: &mut Session, view: HeadlinesView) {
    session.state.hand = view.came_with.and_then(|hold| session.held(&hold));
}

/// Does what the view knows.
pub fn update(session: &mut Session, action: Action, times: usize) -> Outcome {
    let View::Headlines(view) = *session.state.view() else { return Outcome::Unknown };
    let count = session.story.articles.len().max(1);
    let height = usize::from(session.layout().middle.height).max(1);
    let page = height.saturating_sub(1).max(1);
    let mut next = view;
    match action {
        Action::Down | Action::NextClaim => next.chosen = view.chosen.saturating_add(times).min(count - 1),
        Action::Up | Action::PrevClaim => next.chosen = view.chosen.saturating_sub(times),
        Action::Left => next.chosen = view.chosen.saturating_sub(1),
        Action::Right => next.chosen = (view.chosen + 1).min(count - 1),
        Action::NextPane => next.chosen = (view.chosen + 1) % count,
        Action::PrevPane => next.chosen = (view.chosen + count - 1) % count,
        Action::Outlet(n) => next.chosen = usize::from(n).saturating_sub(1).min(count - 1),
        Action::Top => next.chosen = 0,
        Action::Bottom => next.chosen = count - 1,
        Action::HalfDown => next.top = view.top.saturating_add(height / 2),
        Action::HalfUp => next.top = view.top.saturating_sub(height / 2),
        Action::PageDown => next.top = view.top.saturating_add(page),
        Action::PageUp => next.top = view.top.saturating_sub(page),
        Action::Base => next.base = view.chosen,
        Action::Paragraphs => next.paragraphs = if view.paragraphs < MOST { view.paragraphs + 1 } else { 1 },
        Action::GoTo => {
            close_all(session);
            session.state.jumps.leave(session.spot());
            focus::on(session, view.chosen);
            if let Some(pane) = session.state.panes.get_mut(view.chosen) {
                *pane = Pane::default();
            }
            claims::take_up(session);
            return Outcome::Done;
        }
        Action::Headlines => {
            close(session);
            return Outcome::Done;
        }
        _ => return Outcome::Unknown,
    }
    if next.top == view.top {
        show(session, next)
    } else {
        put(session, next)
    }
    Outcome::Done
}

/// Chooses an article; whether it was chosen already.
pub fn choose(session: &mut Session, chosen: usize) -> bool {
    let View::Headlines(view) = *session.state.view() else { return false };
    show(session, HeadlinesView { chosen, ..view });
    view.chosen == chosen
}

/// Scrolls so that the chosen article is on the screen, as little as may be.
fn show(session: &mut Session, mut view: HeadlinesView) {
    if !side_by_side(session) {
        let layout = session.layout();
        let height = usize::from(layout.middle.height).max(1);
        let found = lines(session, &view, layout.middle.width, &(0..0));
        let start = found.starts.get(view.chosen).copied().unwrap_or(0);
        let end = found.starts.get(view.chosen + 1).map_or(found.lines.len(), |next| next.saturating_sub(1));
        view.top = view.top.max(end.saturating_sub(height)).min(start);
    }
    put(session, view);
}

/// Puts the view back, scrolled no further than its end.
fn put(session: &mut Session, mut view: HeadlinesView) {
    let layout = session.layout();
    let height = usize::from(layout.middle.height).max(1);
    let last = if side_by_side(session) {
        let longest = layout.panes.iter().map(|&(n, area)| one(session, &view, n, area.width, false).len()).max();
        longest.unwrap_or(0).saturating_sub(height.saturating_sub(2))
    } else {
        lines(session, &view, layout.middle.width, &(0..0)).lines.len().saturating_sub(height)
    };
    view.top = view.top.min(last);
    if let Some(top) = session.state.views.last_mut() {
        *top = View::Headlines(view);
    }
}
