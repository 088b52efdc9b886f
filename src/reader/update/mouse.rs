//! What the mouse does: the wheel scrolls what is under it, a click chooses, a click on what is chosen opens it as Enter
//! does. In the text that means: a click takes up the claim, another opens its versions.

use super::moving::{self, Room};
use super::{claims, coverage, focus, headlines, only_here, versions};
use crate::model::Place;
use crate::reader::mouse::{Gesture, Pointer, Target, pane, target};
use crate::reader::state::{Hand, View};
use crate::reader::{Action, Effect, Session};
use ratatui::layout::Position;

/// Rows that one notch of the wheel scrolls.
const NOTCH: usize = 3;

/// Does what a gesture asks for.
pub fn update(session: &mut Session, pointer: Pointer) -> Option<Effect> {
    match pointer.gesture {
        Gesture::WheelDown => wheel(session, pointer, true),
        Gesture::WheelUp => wheel(session, pointer, false),
        Gesture::Drag => drag(session, pointer),
        Gesture::Press => return press(session, pointer),
    }
    None
}

/// Switches the mouse on or off.
pub fn switch(session: &mut Session) -> Effect {
    let on = !session.options.mouse;
    session.options.mouse = on;
    let said = if on { "mouse on; to select text for the terminal, hold Shift" } else { "mouse off" };
    session.state.message = Some(said.to_owned());
    Effect::Mouse(on)
}

/// Turns the wheel over a pane, or in a list.
fn wheel(session: &mut Session, pointer: Pointer, down: bool) {
    session.state.blink = None;
    let action = if down { Action::Down } else { Action::Up };
    let times = match session.state.view() {
        View::Read => {
            let under = pane(&session.layout(), Position::new(pointer.column, pointer.row));
            moving::roll(session, under.map_or(session.state.focus, |(article, _)| article), NOTCH, down);
            return;
        }
        View::Versions(_) | View::Headlines(_) | View::OnlyHere(_) => 1,
        _ => NOTCH,
    };
    // What the view does not know does nothing here.
    let _ = super::in_view(session, action, times);
}

/// The scroll bar goes where it is dragged, also when the mouse leaves it sideways.
fn drag(session: &mut Session, pointer: Pointer) {
    let Some(article) = session.state.dragged else { return };
    let layout = session.layout();
    let Some(area) = layout.panes.iter().find(|(n, _)| *n == article).map(|(_, area)| *area) else { return };
    let lowest = area.bottom().saturating_sub(1);
    let y = pointer.row.clamp((area.y + layout.head).min(lowest), lowest);
    if let Some(Target::ScrollBar(article, from, _)) = target(session, area.right().saturating_sub(1), y) {
        session.state.dragged = Some(article);
        stand(session, article, from);
        claims::take_up(session);
    }
}

/// A click.
fn press(session: &mut Session, pointer: Pointer) -> Option<Effect> {
    session.state.dragged = None;
    session.state.message = None;
    session.state.count = Default::default();
    // A box that is open is closed by a click as by a key.
    if session.state.overlay.take().is_some() {
        return None;
    }
    let blinked = session.state.blink.take();
    match target(session, pointer.column, pointer.row)? {
        Target::Hint(action) => {
            session.state.blink = blinked;
            return super::update(session, action);
        }
        Target::Outlet(article) => outlet(session, article),
        Target::Text { article, row, byte } => return text(session, article, row, byte),
        Target::ScrollBar(article, from, to) => {
            session.state.jumps.leave(session.spot());
            session.state.dragged = Some(article);
            let row = claim_between(session, article, from, to);
            focus::on(session, article);
            stand(session, article, row.unwrap_or(from));
            claims::take_up(session);
        }
        Target::Cell(row, column) => return opens(coverage::choose_cell(session, row, column), session, Action::OpenCell),
        Target::Column(column) => match session.state.view() {
            View::Coverage(_) => coverage::choose_column(session, column),
            _ => only_here::choose(session, column, None),
        },
        Target::Item(n, column) => return item(session, n, column),
    }
    None
}

/// Something to choose from was clicked on.
fn item(session: &mut Session, n: usize, column: Option<usize>) -> Option<Effect> {
    match session.state.view() {
        View::Versions(_) => opens(versions::choose(session, n), session, Action::GoTo),
        View::Headlines(_) => opens(headlines::choose(session, n), session, Action::GoTo),
        View::OnlyHere(view) => {
            let column = column.unwrap_or(view.column);
            let again = (view.column, view.row()) == (column, n);
            only_here::choose(session, column, Some(n));
            opens(again, session, Action::GoTo)
        }
        View::Palette(view) => {
            let count = crate::reader::palette::found(session, view).len();
            let again = view.choice.chosen == n;
            if n < count
                && let Some(View::Palette(view)) = session.state.views.last_mut()
            {
                view.choice.chosen = n;
            }
            opens(again && n < count, session, Action::Accept)
        }
        View::Kept(choice) => {
            let again = choice.chosen == n;
            let count = session.memory.kept.len();
            if n < count
                && let Some(View::Kept(choice)) = session.state.views.last_mut()
            {
                choice.chosen = n;
            }
            opens(again && n < count, session, Action::Accept)
        }
        _ => None,
    }
}

/// Opens what was chosen already, as Enter does.
fn opens(again: bool, session: &mut Session, action: Action) -> Option<Effect> {
    if again { super::update(session, action) } else { None }
}

/// An outlet's name was clicked on: it has the focus, in whatever view.
fn outlet(session: &mut Session, article: usize) {
    match session.state.view() {
        View::Read => {
            focus::on(session, article);
            claims::meet(session);
        }
        View::Coverage(_) => {
            let column = column_of(session, article);
            coverage::choose_column(session, column);
        }
        View::OnlyHere(_) => {
            let column = column_of(session, article);
            only_here::choose(session, column, None);
        }
        View::Headlines(_) => {
            headlines::choose(session, article);
        }
        _ => {}
    }
}

/// The outlet of an article, as the columns count.
fn column_of(session: &Session, article: usize) -> usize {
    crate::reader::coverage::outlets::outlet_of(&crate::reader::coverage::outlets(&session.story), article).unwrap_or(0)
}

/// The text was clicked on: the cursor goes there, and the claim there is in hand; if it was already, its versions open.
fn text(session: &mut Session, article: usize, row: usize, byte: Option<usize>) -> Option<Effect> {
    let hit = byte.and_then(|byte| claim_at(session, article, row, byte));
    if hit.is_some() && hit == session.state.hand && session.state.focus == article {
        return super::update(session, Action::Versions);
    }
    session.state.jumps.leave(session.spot());
    focus::on(session, article);
    if let Some(pane) = session.state.panes.get_mut(article) {
        pane.cursor = row;
    }
    match hit {
        Some(hand) => claims::take(session, hand),
        None => claims::take_up(session),
    }
    None
}

/// The claim whose version is drawn at a byte of a row: where several meet, the one that is seen.
fn claim_at(session: &Session, article: usize, row: usize, byte: usize) -> Option<Hand> {
    let passage = session.wrapped(article).rows.get(row)?.passage;
    let marks = session.marks.in_passage(article, passage).iter();
    let here = marks.filter(|m| m.of.is_some() && m.place.span.holds(byte) && m.is_shown(session.state.shown));
    here.max_by_key(|m| crate::reader::draw::panes::weight(session, m)).and_then(|m| m.of)
}

/// The row of the first claim that begins in a part of an article, where the scroll bar has its tick.
fn claim_between(session: &Session, article: usize, from: usize, to: usize) -> Option<usize> {
    let wrapped = session.wrapped(article);
    let marks = session.marks.of(article).iter().filter(|m| m.of.is_some() && m.is_shown(session.state.shown));
    let row_of = |place: &Place| wrapped.row_of(place.passage, place.span.start);
    marks.map(|m| row_of(&m.place)).find(|row| (from..to.max(from + 1)).contains(row))
}

/// The pane of an article with its cursor on a row.
fn stand(session: &mut Session, article: usize, row: usize) {
    let pane = Room::of(session, article).resting_at(row);
    if let Some(at) = session.state.panes.get_mut(article) {
        *at = pane;
    }
}
