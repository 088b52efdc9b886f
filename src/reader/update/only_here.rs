//! The view of what only one outlet tells: from statement to statement, from outlet to outlet, into the text.

use super::{Outcome, certificate, claims, close, close_all, open as open_view};
use crate::reader::coverage::{Outlet, Told, outlets, outlets::outlet_of};
use crate::reader::only_here::{OnlyHereView, areas, lines, statements, width};
use crate::reader::state::View;
use crate::reader::{Action, Session, layout};

/// Opens the view on the outlet with the focus.
pub fn open(session: &mut Session) {
    let came_with = session.hold();
    let outlets = outlets(&session.story);
    let column = outlet_of(&outlets, session.state.focus).unwrap_or(0);
    let at = vec![(0, 0); outlets.len()];
    let view = OnlyHereView { column, window: 0, at, came_with };
    open_view(session, View::OnlyHere(view.clone()));
    session.state.hand = None;
    let view = near_cursor(session, &outlets, view);
    put(session, &outlets, view);
}

/// The cursor stands on the first statement at or after the row that is being read.
fn near_cursor(session: &Session, outlets: &[Outlet], mut view: OnlyHereView) -> OnlyHereView {
    let Some(outlet) = outlets.get(view.column) else { return view };
    let focus = session.state.focus;
    let (passage, byte) = session.wrapped(focus).place_at(session.state.pane().cursor);
    let here = |p: &crate::model::Place| (p.article, p.passage, p.span.end) > (focus, passage, byte);
    let all = statements(session, outlet);
    let row = all.iter().position(|s| here(&s.place)).unwrap_or(all.len().saturating_sub(1));
    if let Some(at) = view.at.get_mut(view.column) {
        at.0 = row;
    }
    view
}

/// The view is gone: the claim that was in hand before is in hand again.
pub fn closed(session: &mut Session, view: &OnlyHereView) {
    session.state.hand = view.came_with.and_then(|hold| session.held(&hold));
}

/// Puts the cursor on an outlet, and on one of its statements if one is given.
pub fn choose(session: &mut Session, column: usize, row: Option<usize>) {
    let View::OnlyHere(mut view) = session.state.view().clone() else { return };
    view.column = column;
    if let (Some(row), Some(at)) = (row, view.at.get_mut(column)) {
        at.0 = row;
    }
    let outlets = outlets(&session.story);
    put(session, &outlets, view);
}

/// Does what the view knows.
pub fn update(session: &mut Session, action: Action, times: usize) -> Outcome {
    let View::OnlyHere(mut view) = session.state.view().clone() else { return Outcome::Unknown };
    let outlets = outlets(&session.story);
    let Some(outlet) = outlets.get(view.column) else { return Outcome::Unknown };
    let (column, row) = (view.column, view.row());
    if let Some(row) = row_after(session, &view, &outlets, action, times) {
        if let Some(at) = view.at.get_mut(column) {
            at.0 = row;
        }
        put(session, &outlets, view);
        return Outcome::Done;
    }
    if let Some(column) = column_after(column, &outlets, action) {
        view.column = column;
        put(session, &outlets, view);
        return Outcome::Done;
    }
    let place = || statements(session, outlet).get(row).map(|s| s.place);
    match action {
        Action::GoTo => {
            if let Some(place) = place() {
                close_all(session);
                claims::go_to_place(session, place);
            }
        }
        Action::NextLacking | Action::PrevLacking => {
            let number = place().and_then(|place| session.comparison.statements.iter().position(|s| s.place == place));
            if let Some(number) = number {
                let forward = action == Action::NextLacking;
                certificate::open_after(session, Told::Alone(number), column, times, forward);
            }
        }
        Action::BarUp | Action::BarDown => {
            super::showing::update(session, action, times);
            super::showing::settle(session);
            session.state.hand = None;
            put(session, &outlets, view);
        }
        Action::OnlyHere => close(session),
        _ => return Outcome::Unknown,
    }
    Outcome::Done
}

/// The statement of the outlet on which an action puts the cursor, if it moves it up or down.
fn row_after(session: &Session, view: &OnlyHereView, outlets: &[Outlet], action: Action, times: usize) -> Option<usize> {
    let (outlet, row) = (outlets.get(view.column)?, view.row());
    let page = usize::from(areas(session, outlets.len(), 0).text_rows()).max(1);
    let leaf = |down: bool, rows: usize| {
        let found = lines(session, outlet, None, width(session, outlets.len()));
        let here = found.starts.get(row).copied().unwrap_or(0);
        let far = rows.saturating_mul(times);
        let next = found.row_at(if down { here.saturating_add(far) } else { here.saturating_sub(far) });
        // A statement longer than the leaf is left all the same.
        if down { next.max(row + 1) } else { next.min(row.saturating_sub(1)) }
    };
    let next = match action {
        Action::Down | Action::NextClaim => row.saturating_add(times),
        Action::Up | Action::PrevClaim => row.saturating_sub(times),
        Action::HalfDown => leaf(true, page / 2),
        Action::HalfUp => leaf(false, page / 2),
        Action::PageDown => leaf(true, page.saturating_sub(1)),
        Action::PageUp => leaf(false, page.saturating_sub(1)),
        Action::Top => 0,
        Action::Bottom => usize::MAX,
        _ => return None,
    };
    Some(next.min(statements(session, outlet).len().saturating_sub(1)))
}

/// The outlet on which an action puts the cursor, if it moves it sideways.
fn column_after(column: usize, outlets: &[Outlet], action: Action) -> Option<usize> {
    let count = outlets.len().max(1);
    Some(match action {
        Action::Left => column.saturating_sub(1),
        Action::Right => (column + 1).min(count - 1),
        Action::NextPane => (column + 1) % count,
        Action::PrevPane => (column + count - 1) % count,
        Action::Outlet(n) => outlet_of(outlets, usize::from(n).saturating_sub(1)).unwrap_or(column),
        _ => return None,
    })
}

/// Puts the view back, with its outlet and its statement on screen.
fn put(session: &mut Session, outlets: &[Outlet], mut view: OnlyHereView) {
    let fit = layout::panes_that_fit(session.state.size.0, session.options.pane_width, outlets.len());
    view.window = layout::window_with(view.window, view.column, fit, outlets.len());
    let height = usize::from(areas(session, outlets.len(), view.window).text_rows()).max(1);
    if let (Some(outlet), Some((row, top))) = (outlets.get(view.column), view.at.get_mut(view.column)) {
        let found = lines(session, outlet, None, width(session, outlets.len()));
        *row = (*row).min(found.starts.len().saturating_sub(1));
        *top = found.top(*top, *row, height);
    }
    if let Some(top) = session.state.views.last_mut() {
        *top = View::OnlyHere(view);
    }
}
