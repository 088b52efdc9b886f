//! Answering what is asked on the status line.

use super::{Outcome, kept, trail};
use crate::reader::ask::{Asking, Question};
use crate::reader::field::Edit;
use crate::reader::keys::Key;
use crate::reader::memory::Kept;
use crate::reader::outside::export::{self, Form};
use crate::reader::state::View;
use crate::reader::trail::{Subject, Trail};
use crate::reader::{Action, Effect, Session, search};

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

/// Asks in which form to write a report.
pub fn report_form(session: &mut Session) {
    session.state.views.push(View::Ask(Asking::new(Question::ReportForm, "")));
}

/// Asks whether a file is to be written over.
pub fn over(session: &mut Session, form: Form, file: String) {
    session.state.views.push(View::Ask(Asking::new(Question::Over { form, file }, "")));
}

/// A letter that is an answer by itself.
fn letter(session: &mut Session, question: &Question, letter: char) -> Outcome {
    match (question, letter) {
        (Question::ReportForm, letter) => {
            if let Some(&(_, form)) = Form::ALL.iter().find(|(key, _)| *key == letter.to_ascii_lowercase()) {
                session.state.views.pop();
                let name = export::name(&session.story, form);
                session.state.views.push(View::Ask(Asking::new(Question::ReportFile(form), &name)));
            }
            Outcome::Done
        }
        (Question::Over { form, file }, 'y' | 'Y') => {
            let (form, file) = (*form, file.clone());
            session.state.views.pop();
            Outcome::Do(Effect::Export { form, file, over: true })
        }
        (Question::Over { form, file }, 'n' | 'N') => {
            let asking = Asking::new(Question::ReportFile(*form), file);
            session.state.views.pop();
            session.state.views.push(View::Ask(asking));
            Outcome::Done
        }
        _ => Outcome::Done,
    }
}

/// Does what a key does to the answer.
pub fn key(session: &mut Session, key: Key) -> Outcome {
    let Some(View::Ask(asking)) = session.state.views.last_mut() else { return Outcome::Unknown };
    if asking.question.wants_a_letter() {
        let question = asking.question.clone();
        return key.typed().map_or(Outcome::Unknown, |c| letter(session, &question, c));
    }
    match asking.field.key(key) {
        Edit::Changed => changed(session),
        Edit::Kept => {}
        Edit::NotMine => return Outcome::Unknown,
    }
    Outcome::Done
}

/// Puts pasted text into the answer.
pub fn paste(session: &mut Session, text: &str) {
    if let Some(View::Ask(asking)) = session.state.views.last_mut()
        && !asking.question.wants_a_letter()
    {
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
        Question::ReportFile(form) => {
            let file = asking.field.text().trim().to_owned();
            return if file.is_empty() { Outcome::Done } else { Outcome::Do(Effect::Export { form, file, over: false }) };
        }
        // Enter is no answer to these; the question stays.
        Question::ReportForm | Question::Over { .. } => session.state.views.push(View::Ask(asking)),
    }
    Outcome::Done
}

/// Nothing is answered; everything is as before.
fn give_up(session: &mut Session) {
    let Some(View::Ask(asking)) = session.state.views.pop() else { return };
    if let Question::Search { from, before } = asking.question {
        session.state.trail = before;
        session.go_to_spot(&from);
    }
}
