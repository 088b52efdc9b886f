//! Taking something away: a claim to the clipboard, a report into a file, the original of a place to another program.

use super::ask;
use crate::model::{Place, Span};
use crate::reader::outside::clipboard;
use crate::reader::outside::original;
use crate::reader::{Action, Effect, Session};
use crate::report;

/// Does what takes something away.
pub fn update(session: &mut Session, action: Action) -> Option<Effect> {
    match action {
        Action::Copy => copy(session),
        Action::Original => open(session),
        Action::Export => {
            ask::report_form(session);
            None
        }
        _ => None,
    }
}

/// The claim in hand with all its versions and addresses, as Markdown.
fn copy(session: &mut Session) -> Option<Effect> {
    let hand = session.state.hand?;
    let text = report::claim_markdown(&session.story, &session.comparison, hand.claim);
    let versions = session.claim_in_hand().map_or(0, |c| c.versions.len());
    if text.len() > clipboard::LARGEST {
        let size = text.len() / 1_000;
        session.state.message = Some(format!("too long to copy ({size} kB); e writes a report into a file"));
        return None;
    }
    session.state.message = Some(format!("copied: the claim with its {versions} versions, as Markdown"));
    Some(Effect::Copy(text))
}

/// The original of the place under the cursor, or of the version that is chosen.
fn open(session: &mut Session) -> Option<Effect> {
    let place = place(session);
    match original::of(&session.story, &place) {
        Ok(original) => Some(Effect::Open(original)),
        Err(why) => {
            session.state.message = Some(why);
            None
        }
    }
}

/// The place that is looked at: the version chosen where versions are on screen, else the row of the cursor.
fn place(session: &Session) -> Place {
    if let (crate::reader::View::Versions(view), Some(claim)) = (session.state.view(), session.claim_in_hand())
        && let Some(version) = claim.versions.get(view.chosen)
    {
        return version.place;
    }
    let article = session.state.focus;
    let (passage, byte) = session.wrapped(article).place_at(session.state.pane().cursor);
    Place::new(article, passage, Span::new(byte, byte))
}
