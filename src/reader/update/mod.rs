//! From a key or an action to the next state. Nothing here draws, waits or writes: what has to be done outside is
//! returned as an [`Effect`].
//!
//! The view on top is asked first; what it does not know is done for all views alike.

pub mod ask;
pub mod away;
pub mod certificate;
pub mod claims;
pub mod coverage;
pub mod focus;
pub mod headlines;
pub mod help;
pub mod kept;
pub mod mouse;
pub mod moving;
pub mod only_here;
pub mod palette;
pub mod places;
pub mod showing;
pub mod trail;
pub mod versions;

use super::draw::overlay;
use super::keys::Key;
use super::mouse::Pointer;
use super::state::{Count, Overlay, View};
use super::{Action, Effect, Session};

/// What became of an action in a view.
pub enum Outcome {
    /// It was done, or does not apply here.
    Done,
    /// It was done, and something is to be done outside.
    Do(Effect),
    /// The view does not know it; what holds in all views holds.
    Unknown,
}

/// A key was pressed.
pub fn key(session: &mut Session, key: Key) -> Option<Effect> {
    session.state.message = None;
    let overlay = session.state.overlay.take();
    if session.state.view().takes_text() {
        match typed(session, key) {
            Outcome::Done => return None,
            Outcome::Do(effect) => return Some(effect),
            Outcome::Unknown => {}
        }
    }
    let action = session.keys.action(key, session.state.view().kind());
    // A box that was open is closed by any key, which then does what it always does; those that go back do no more
    // than close it, and one shows the signs that had no room.
    if let (Some(Overlay::Legend(page)), Some(Action::Legend)) = (overlay, action) {
        session.state.overlay = overlay::next_page(session, page).map(Overlay::Legend);
        return None;
    }
    if overlay.is_some() && matches!(action, Some(Action::Escape | Action::Close)) {
        return None;
    }
    if let Some(digit) = key.digit()
        && (session.state.count.number.is_some() || matches!(action, Some(Action::Outlet(_))))
    {
        focus::digit(session, digit, action);
        return None;
    }
    match action {
        Some(action) => update(session, action),
        None => {
            session.state.count = Count::default();
            session.state.blink = None;
            None
        }
    }
}

/// A key was pressed in a view that takes text: it edits the text, or else is looked up like any other.
fn typed(session: &mut Session, key: Key) -> Outcome {
    match session.state.view() {
        View::Ask(_) => ask::key(session, key),
        View::Palette(_) => palette::key(session, key),
        _ => Outcome::Unknown,
    }
}

/// The mouse was used.
pub fn pointer(session: &mut Session, pointer: Pointer) -> Option<Effect> {
    mouse::update(session, pointer)
}

/// Text was pasted: it goes where text is typed, and nowhere else.
pub fn paste(session: &mut Session, text: &str) {
    match session.state.view() {
        View::Ask(_) => ask::paste(session, text),
        View::Palette(_) => palette::paste(session, text),
        _ => {}
    }
}

/// Something is to be done.
pub fn update(session: &mut Session, action: Action) -> Option<Effect> {
    if !matches!(action, Action::BarUp | Action::BarDown) {
        let message = session.state.message.take();
        showing::settle(session);
        session.state.message = message;
    }
    let count = std::mem::take(&mut session.state.count);
    if let Some(before) = count.before
        && takes_count(action)
    {
        focus::put_back(session, before);
    }
    if action != Action::Blink {
        session.state.blink = None;
    }
    if !action.applies(session) {
        session.state.message = action.why_not(session).map(str::to_owned);
        return None;
    }
    let times = count.number.filter(|_| takes_count(action)).unwrap_or(1).clamp(1, 10_000);
    match in_view(session, action, times) {
        Outcome::Done => None,
        Outcome::Do(effect) => Some(effect),
        Outcome::Unknown => everywhere(session, action, times),
    }
}

/// What the view on top knows.
fn in_view(session: &mut Session, action: Action, times: usize) -> Outcome {
    match session.state.view() {
        View::Read => read(session, action, times),
        View::Versions(_) => versions::update(session, action, times),
        View::Coverage(_) => coverage::update(session, action, times),
        View::Certificate(_) => certificate::update(session, action, times),
        View::OnlyHere(_) => only_here::update(session, action, times),
        View::Headlines(_) => headlines::update(session, action, times),
        View::Help(_) => help::update(session, action, times),
        View::Ask(_) => ask::update(session, action),
        View::Palette(_) => palette::update(session, action, times),
        View::Kept(_) => kept::update(session, action, times),
    }
}

/// Opens a view; if one of its kind is open already, that one and what was opened over it are closed.
pub fn open(session: &mut Session, view: View) {
    if let Some(at) = session.state.views.iter().position(|v| v.kind() == view.kind()) {
        while session.state.views.len() > at {
            close(session);
        }
    }
    session.state.views.push(view);
}

/// Closes the view on top.
pub fn close(session: &mut Session) {
    match session.state.views.pop() {
        Some(View::Coverage(view)) => coverage::closed(session, view),
        Some(View::OnlyHere(view)) => only_here::closed(session, &view),
        Some(View::Headlines(view)) => headlines::closed(session, view),
        _ => {}
    }
}

/// Closes every view over the articles.
pub fn close_all(session: &mut Session) {
    while !session.state.views.is_empty() {
        close(session);
    }
}

/// Whether a number before the key says how often.
fn takes_count(action: Action) -> bool {
    matches!(
        action,
        Action::Down
            | Action::Up
            | Action::HalfDown
            | Action::HalfUp
            | Action::PageDown
            | Action::PageUp
            | Action::NextClaim
            | Action::PrevClaim
            | Action::NextOutlet
            | Action::PrevOutlet
            | Action::NextLacking
            | Action::PrevLacking
            | Action::BarUp
            | Action::BarDown
    )
}

/// Actions on the articles side by side.
fn read(session: &mut Session, action: Action, times: usize) -> Outcome {
    match action {
        Action::Down
        | Action::Up
        | Action::HalfDown
        | Action::HalfUp
        | Action::PageDown
        | Action::PageUp
        | Action::Top
        | Action::Bottom => moving::update(session, action, times),
        Action::Left | Action::Right | Action::NextPane | Action::PrevPane | Action::Outlet(_) => focus::update(session, action),
        Action::NextClaim | Action::PrevClaim if session.state.trail.is_some() => {
            trail::step(session, times, action == Action::NextClaim);
        }
        Action::NextClaim
        | Action::PrevClaim
        | Action::NextOutlet
        | Action::PrevOutlet
        | Action::LineUp
        | Action::Lock
        | Action::Blink => claims::update(session, action, times),
        Action::Escape if session.state.trail.take().is_some() => {}
        Action::Escape => claims::let_go(session),
        _ => return Outcome::Unknown,
    }
    Outcome::Done
}

/// What holds in all views.
fn everywhere(session: &mut Session, action: Action, times: usize) -> Option<Effect> {
    match action {
        Action::Versions => versions::open(session),
        Action::Search => ask::search(session),
        Action::Palette => palette::open(session),
        Action::Coverage => coverage::open(session),
        Action::Legend => session.state.overlay = Some(Overlay::Legend(0)),
        Action::OnlyHere => only_here::open(session),
        Action::Headlines => headlines::open(session),
        Action::NextLacking | Action::PrevLacking => certificate::open_next(session, times, action == Action::NextLacking),
        Action::Copy | Action::Export | Action::Original => return away::update(session, action),
        Action::Mark => return kept::mark(session),
        Action::Note => kept::note(session),
        Action::Kept => kept::open(session),
        Action::Help => session.state.views.push(View::Help(Default::default())),
        Action::BarUp | Action::BarDown | Action::Filter | Action::Furniture => showing::update(session, action, times),
        Action::Back | Action::Forward => places::update(session, action),
        Action::Close if session.state.views.is_empty() => return Some(Effect::Quit),
        Action::Close | Action::Escape => close(session),
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Repaint => return Some(Effect::Repaint),
        Action::Mouse => return Some(mouse::switch(session)),
        _ => {}
    }
    None
}
