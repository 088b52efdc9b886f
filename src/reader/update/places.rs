//! Back to where I was, and forward again.

use crate::reader::{Action, Session};

/// Goes through the places that were left.
pub fn update(session: &mut Session, action: Action) {
    if !session.state.views.is_empty() {
        super::close(session);
        return;
    }
    let here = session.spot();
    let spot = match action {
        Action::Back => session.state.jumps.back(here),
        _ => session.state.jumps.forward(here),
    };
    if let Some(spot) = spot {
        session.go_to_spot(&spot);
    }
}
