//! The certificate of absence: opening it, reading on in it, going to the nearest passage.

use super::{Outcome, claims, close_all, open as open_view};
use crate::reader::coverage::matrix::Matrix;
use crate::reader::coverage::{CertificateView, Chosen, Told, certificate};
use crate::reader::state::View;
use crate::reader::{Action, Session};

/// Opens the certificate of a row for an outlet.
pub fn open(session: &mut Session, told: Told, column: usize) {
    if let Some(chosen) = Chosen::new(&session.comparison, told) {
        open_view(session, View::Certificate(CertificateView { chosen, column, top: 0 }));
    }
}

/// Opens the certificate of the claim in hand for the next outlet that lacks it, after the one with the focus.
pub fn open_next(session: &mut Session, times: usize, forward: bool) {
    let Some(hand) = session.state.hand else { return };
    let column = Matrix::new(&session.story, &session.comparison).column_of(session.state.focus);
    open_after(session, Told::Claim(hand.claim), column, times, forward);
}

/// Opens the certificate of a row for the next outlet that lacks it, after `column`.
pub fn open_after(session: &mut Session, told: Told, column: usize, times: usize, forward: bool) {
    match next_lacking(session, told, column, times, forward) {
        Some(column) => open(session, told, column),
        None => session.state.message = Some("every outlet carries it".to_owned()),
    }
}

/// The next outlet that lacks a row.
fn next_lacking(session: &Session, told: Told, column: usize, times: usize, forward: bool) -> Option<usize> {
    let matrix = Matrix::new(&session.story, &session.comparison);
    let carriers = matrix.carriers(told);
    super::coverage::round(matrix.outlets.len(), column, times, forward, |n| !carriers.contains(&n))
}

/// Does what the certificate knows.
pub fn update(session: &mut Session, action: Action, times: usize) -> Outcome {
    let View::Certificate(view) = *session.state.view() else { return Outcome::Unknown };
    let Some(told) = view.chosen.now(&session.comparison) else { return Outcome::Unknown };
    let layout = session.layout();
    let height = usize::from(layout.middle.height).max(1);
    let last = certificate::lines(session, told, view.column, layout.middle.width).len().saturating_sub(height);
    let top = match action {
        Action::Down => view.top.saturating_add(times),
        Action::Up => view.top.saturating_sub(times),
        Action::HalfDown => view.top.saturating_add(height / 2),
        Action::HalfUp => view.top.saturating_sub(height / 2),
        Action::PageDown => view.top.saturating_add(height.saturating_sub(1)),
        Action::PageUp => view.top.saturating_sub(height.saturating_sub(1)),
        Action::Top => 0,
        Action::Bottom => last,
        Action::NextLacking | Action::PrevLacking => {
            if let Some(column) = next_lacking(session, told, view.column, times, action == Action::NextLacking) {
                put(session, CertificateView { column, top: 0, ..view });
            }
            return Outcome::Done;
        }
        Action::GoTo => {
            go_near(session, told, view.column);
            return Outcome::Done;
        }
        _ => return Outcome::Unknown,
    };
    put(session, CertificateView { top: top.min(last), ..view });
    Outcome::Done
}

fn put(session: &mut Session, view: CertificateView) {
    if let Some(top) = session.state.views.last_mut() {
        *top = View::Certificate(view);
    }
}

/// To the nearest passage in the text.
fn go_near(session: &mut Session, told: Told, column: usize) {
    let outlet = Matrix::new(&session.story, &session.comparison).outlets.get(column).cloned();
    let nearest = outlet.and_then(|outlet| certificate::nearest(session, told, &outlet));
    match nearest {
        Some(nearest) => {
            close_all(session);
            claims::go_to_place(session, nearest.place);
        }
        None => session.state.message = Some("nothing in this outlet comes near".to_owned()),
    }
}
