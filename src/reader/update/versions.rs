//! The view of versions: choosing a version, changing the base, going to the text.

use super::{Outcome, claims};
use crate::reader::state::{Hand, View};
use crate::reader::versions::{VersionsView, lines};
use crate::reader::{Action, Session};

/// Opens the versions of the claim in hand.
pub fn open(session: &mut Session) {
    let Some(hand) = session.state.hand else { return };
    let view = VersionsView { chosen: hand.version, base: hand.version, ..VersionsView::default() };
    session.state.views.push(View::Versions(view));
    show(session, view);
}

/// Does what the view of versions knows.
pub fn update(session: &mut Session, action: Action, times: usize) -> Outcome {
    let (View::Versions(view), Some(hand)) = (session.state.view().clone(), session.state.hand) else {
        return Outcome::Unknown;
    };
    let count = session.claim_in_hand().map_or(0, |c| c.versions.len());
    let height = usize::from(session.layout().middle.height).max(1);
    let mut next = view;
    let mut follow = false;
    match action {
        Action::Down | Action::NextOutlet => (next.chosen, follow) = ((view.chosen + times).min(count.saturating_sub(1)), true),
        Action::Up | Action::PrevOutlet => (next.chosen, follow) = (view.chosen.saturating_sub(times), true),
        Action::Top => (next.chosen, next.top) = (0, 0),
        Action::Bottom => (next.chosen, follow) = (count.saturating_sub(1), true),
        Action::HalfDown => next.top = view.top.saturating_add(height / 2),
        Action::HalfUp => next.top = view.top.saturating_sub(height / 2),
        Action::PageDown => next.top = view.top.saturating_add(height.saturating_sub(1)),
        Action::PageUp => next.top = view.top.saturating_sub(height.saturating_sub(1)),
        Action::Base => next.base = view.chosen,
        Action::Why => (next.why, next.top) = (!view.why, if view.why { view.top } else { usize::MAX }),
        Action::Context => (next.context, follow) = (!view.context, true),
        Action::NextClaim => return other_claim(session, view, times, true),
        Action::PrevClaim => return other_claim(session, view, times, false),
        Action::GoTo => {
            super::close_all(session);
            claims::go_to(session, Hand { claim: hand.claim, version: view.chosen });
            return Outcome::Done;
        }
        _ => return Outcome::Unknown,
    }
    if follow {
        show(session, next);
    } else {
        put(session, next);
    }
    Outcome::Done
}

/// Chooses a version; whether it was chosen already.
pub fn choose(session: &mut Session, chosen: usize) -> bool {
    let View::Versions(view) = *session.state.view() else { return false };
    show(session, VersionsView { chosen, ..view });
    view.chosen == chosen
}

/// The next or previous claim of the focused outlet, or of the coverage under this view, without leaving the view.
fn other_claim(session: &mut Session, view: VersionsView, times: usize, forward: bool) -> Outcome {
    session.state.views.pop();
    if matches!(session.state.view(), View::Coverage(_)) {
        super::coverage::update(session, if forward { Action::Down } else { Action::Up }, times);
    } else {
        claims::update(session, if forward { Action::NextClaim } else { Action::PrevClaim }, times);
    }
    if let Some(hand) = session.state.hand {
        let next = VersionsView { chosen: hand.version, base: hand.version, top: 0, ..view };
        session.state.views.push(View::Versions(next));
        show(session, next);
    }
    Outcome::Done
}

/// Scrolls so that the chosen version is on the screen, as little as may be.
fn show(session: &mut Session, mut view: VersionsView) {
    let layout = session.layout();
    let height = usize::from(layout.middle.height).max(1);
    let found = lines::lines(session, &view, layout.middle.width);
    let start = found.starts.get(view.chosen).copied().unwrap_or(0);
    let end = found.starts.get(view.chosen + 1).map_or(found.lines.len(), |&next| next.saturating_sub(1));
    view.top = view.top.max(end.saturating_sub(height)).min(start);
    if view.chosen == 0 && end <= height {
        view.top = 0;
    }
    put(session, view);
}

/// Puts the view back, scrolled no further than its end.
fn put(session: &mut Session, mut view: VersionsView) {
    let layout = session.layout();
    let height = usize::from(layout.middle.height).max(1);
    let length = lines::lines(session, &view, layout.middle.width).lines.len();
    view.top = view.top.min(length.saturating_sub(height));
    if let Some(top) = session.state.views.last_mut() {
        *top = View::Versions(view);
    }
}
