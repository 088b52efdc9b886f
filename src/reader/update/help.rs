//! The help view: scrolling it.

use super::Outcome;
use crate::reader::state::View;
use crate::reader::{Action, Session, draw};

/// Scrolls help.
pub fn update(session: &mut Session, action: Action, times: usize) -> Outcome {
    let length = draw::help::lines(session).len();
    let height = usize::from(session.layout().middle.height).max(1);
    let last = length.saturating_sub(height);
    let Some(View::Help(help)) = session.state.views.last_mut() else { return Outcome::Unknown };
    help.top = match action {
        Action::Down => help.top.saturating_add(times),
        Action::Up => help.top.saturating_sub(times),
        Action::HalfDown => help.top.saturating_add(height / 2),
        Action::HalfUp => help.top.saturating_sub(height / 2),
        Action::PageDown => help.top.saturating_add(height.saturating_sub(1)),
        Action::PageUp => help.top.saturating_sub(height.saturating_sub(1)),
        Action::Top => 0,
        Action::Bottom => last,
        Action::Help => {
            session.state.views.pop();
            return Outcome::Done;
        }
        _ => return Outcome::Unknown,
    }
    .min(last);
    Outcome::Done
}
