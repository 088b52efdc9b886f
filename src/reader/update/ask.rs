//! Answering what is asked on the status line.

use super::{Outcome, kept, trail};
use crate::reader::ask::{Asking, Question};
use crate::reader::field::Edit;
use crate::reader::keys::Key;
use crate::reader::memory::Kept;
use crate::reader::state::View;
use crate::reader::trail::{Subject, Trail};
use crate::reader::{Action, Session, search};

/// Asks for words to look for.
pub fn search(session: &mut Session) {
    let question = Question::Search { from: session.spot(), before: session.state.trail.clone() };
    session.state.views.push(View::Ask(Asking::new(question, "")));
}

/// Asks for a note on a claim.
pub fn note(session: &mut Session, kept: Kept) {
    let before = kept.note.clone();
    session.state.views.push(View::Ask(Asking::new(Question::Note(kept), &before)));
}

/// Does what a key does to the answer.
pub fn key(session: &mut Session, key: Key) -> Outcome {
    let Some(View::Ask(asking)) = session.state.views.last_mut() else { return Outcome::Unknown };
    match asking.field.key(key) {
        Edit::Changed => changed(session),
        Edit::Kept => {}
        Edit::NotMine => return Outcome::Unknown,
    }
    Outcome::Done
}

/// Puts pasted text into the answer.
pub fn paste(session: &mut Session, text: &str) {
    if let Some(View::Ask(asking)) = session.state.views.last_mut() {
        asking.field.insert(text);
        changed(session);
    }
}

/// Does what keys other than those of the line itself do.
pub fn update(session: &mut Session, action: Action) -> Outcome {
    match action {
        Action::Accept => accept(session),
        Action::Escape | Action::Close | Action::Back => {
            give_up(session);
            Outcome::Done
        }
        Action::Help | Action::Quit | Action::Suspend | Action::Repaint => Outcome::Unknown,
        _ => Outcome::Done,
    }
}

/// The answer is another one: a search follows it.
fn changed(session: &mut Session) {
    let Some(View::Ask(Asking { question: Question::Search { from, .. }, field })) = session.state.views.last().cloned() else {
        return;
    };
    session.go_to_spot(&from);
    let places = search::find(&session.story, field.text(), session.state.furniture);
    session.state.trail = Some(Trail::new(Subject::Words(field.text().to_owned()), places)).filter(|_| !field.text().is_empty());
    trail::begin(session);
}

/// The answer stands.
fn accept(session: &mut Session) -> Outcome {
    let Some(View::Ask(asking)) = session.state.views.pop() else { return Outcome::Unknown };
    match asking.question {
        Question::Search { from, before } => match session.state.trail.take() {
            Some(trail) if !trail.places().is_empty() => {
                super::close_all(session);
                session.state.jumps.leave(from);
                session.state.trail = Some(trail);
            }
            nothing => {
                session.state.trail = before.filter(|_| nothing.is_some());
                session.state.message = nothing.map(|trail| trail.summary());
            }
        },
        Question::Note(kept) => return Outcome::Do(kept::write(session, kept, asking.field.text())),
    }
    Outcome::Done
}

/// Nothing is answered; everything is as before.
fn give_up(session: &mut Session) {
    let Some(View::Ask(asking)) = session.state.views.pop() else { return };
    match asking.question {
        Question::Search { from, before } => {
            session.state.trail = before;
            session.go_to_spot(&from);
        }
        Question::Note(_) => {}
    }
}
