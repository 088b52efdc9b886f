//! Choosing from the palette, and doing or going there.

use super::{Outcome, claims, focus, trail};
use crate::reader::field::Edit;
use crate::reader::keys::Key;
use crate::reader::list::Choice;
use crate::reader::palette::{PaletteView, Target, found};
use crate::reader::state::{Hand, View};
use crate::reader::{Action, Session};

/// Opens the palette.
pub fn open(session: &mut Session) {
    let view = PaletteView::new(session);
    session.state.views.push(View::Palette(view));
}

/// Does what a key does to the letters typed.
pub fn key(session: &mut Session, key: Key) -> Outcome {
    let Some(View::Palette(view)) = session.state.views.last_mut() else { return Outcome::Unknown };
    match view.field.key(key) {
        Edit::Changed => view.choice = Choice::default(),
        Edit::Kept => {}
        Edit::NotMine => return Outcome::Unknown,
    }
    Outcome::Done
}

/// Puts pasted text to the letters typed.
pub fn paste(session: &mut Session, text: &str) {
    if let Some(View::Palette(view)) = session.state.views.last_mut() {
        view.field.insert(text);
        view.choice = Choice::default();
    }
}

/// Does what keys other than letters do.
pub fn update(session: &mut Session, action: Action, times: usize) -> Outcome {
    let View::Palette(view) = session.state.view() else { return Outcome::Unknown };
    let entries = found(session, view);
    let height = usize::from(session.layout().middle.height);
    if let Some(choice) = view.choice.moved(action, times, entries.len(), height) {
        if let Some(View::Palette(view)) = session.state.views.last_mut() {
            view.choice = choice;
        }
        return Outcome::Done;
    }
    match action {
        Action::Accept => {
            let chosen = view.choice.chosen;
            let Some(found) = entries.into_iter().nth(chosen) else { return Outcome::Done };
            session.state.views.pop();
            take(session, found.entry.target)
        }
        Action::Escape | Action::Close | Action::Back | Action::Help | Action::Quit | Action::Suspend | Action::Repaint => {
            Outcome::Unknown
        }
        _ => Outcome::Done,
    }
}

/// Does what an entry leads to.
fn take(session: &mut Session, target: Target) -> Outcome {
    match target {
        Target::Do(action) => return super::update(session, action).map_or(Outcome::Done, Outcome::Do),
        Target::Outlet(article) => {
            super::close_all(session);
            session.state.jumps.leave(session.spot());
            focus::on(session, article);
            claims::meet(session);
        }
        Target::Claim(claim) => {
            super::close_all(session);
            let version = claims::version_in(session, claim, session.state.focus).unwrap_or(0);
            claims::go_to(session, Hand { claim, version });
        }
        Target::Along(places) => trail::set_out(session, places),
    }
    Outcome::Done
}
