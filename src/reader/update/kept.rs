//! Marking claims, noting something on them, and the list of those that are marked.

use super::{Outcome, ask, claims, trail};
use crate::reader::list::Choice;
use crate::reader::memory::Kept;
use crate::reader::state::View;
use crate::reader::{Action, Effect, Session};

/// Opens the list of claims that are marked or have a note.
pub fn open(session: &mut Session) {
    if session.memory.kept.is_empty() {
        session.state.message = Some("no claim is marked".to_owned());
        return;
    }
    super::open(session, View::Kept(Choice::default()));
}

/// Marks the claim in hand, or takes its mark away.
pub fn mark(session: &mut Session) -> Option<Effect> {
    let (at, kept) = in_hand(session)?;
    keep(session, at, Kept { marked: !kept.marked, ..kept });
    Some(Effect::Save)
}

/// Asks for a note on the claim in hand.
pub fn note(session: &mut Session) {
    if let Some((_, kept)) = in_hand(session) {
        ask::note(session, kept);
    }
}

/// Writes a note: on the claim that is kept with the same places, or on one that is kept from now on.
pub fn write(session: &mut Session, kept: Kept, note: &str) -> Effect {
    let at = session.memory.kept.iter().position(|k| k.places == kept.places);
    keep(session, at, Kept { note: note.trim().to_owned(), ..kept });
    Effect::Save
}

/// The claim in hand as it is kept, with its place in memory; as it would be kept, where it is not.
fn in_hand(session: &mut Session) -> Option<(Option<usize>, Kept)> {
    let (Some(hand), Some(claim)) = (session.state.hand, session.claim_in_hand()) else {
        session.state.message = Some("there is no claim under the cursor".to_owned());
        return None;
    };
    let at = session.kept(hand.claim);
    let kept = at.and_then(|at| session.memory.kept.get(at)).cloned().unwrap_or_else(|| Kept::new(claim, hand.version));
    Some((at, kept))
}

/// Puts a claim into memory, or takes it out where nothing is left to remember, and says so.
fn keep(session: &mut Session, at: Option<usize>, kept: Kept) {
    let words = kept.words();
    let said = if words.is_empty() { "no longer marked".to_owned() } else { words.join(" · ") };
    session.state.message = Some(said);
    let memory = &mut session.memory.kept;
    match (at, words.is_empty()) {
        (Some(at), true) => drop(memory.remove(at)),
        (Some(at), false) => {
            if let Some(before) = memory.get_mut(at) {
                *before = kept;
            }
        }
        (None, true) => {}
        (None, false) => memory.push(kept),
    }
}

/// Does what the list knows.
pub fn update(session: &mut Session, action: Action, times: usize) -> Outcome {
    let View::Kept(choice) = *session.state.view() else { return Outcome::Unknown };
    let height = usize::from(session.layout().middle.height);
    let count = session.memory.kept.len();
    if let Some(moved) = choice.moved(action, times, count, height) {
        put(session, moved);
        return Outcome::Done;
    }
    let chosen = session.memory.kept.get(choice.chosen).cloned();
    match (action, chosen) {
        (Action::Kept, _) => {
            session.state.views.pop();
            Outcome::Done
        }
        (Action::Mark, Some(kept)) => {
            keep(session, Some(choice.chosen), Kept { marked: !kept.marked, ..kept });
            put(session, choice.within(session.memory.kept.len(), height));
            if session.memory.kept.is_empty() {
                session.state.views.pop();
            }
            Outcome::Do(Effect::Save)
        }
        (Action::Note, Some(kept)) => {
            ask::note(session, kept);
            Outcome::Done
        }
        (Action::Accept, Some(kept)) => {
            go(session, &kept);
            Outcome::Done
        }
        _ => Outcome::Unknown,
    }
}

fn put(session: &mut Session, choice: Choice) {
    if let Some(top) = session.state.views.last_mut() {
        *top = View::Kept(choice);
    }
}

/// Goes to a claim that is kept; where no claim at this bar stands there, to the place.
fn go(session: &mut Session, kept: &Kept) {
    super::close_all(session);
    if let Some(hand) = kept.found(session) {
        claims::go_to(session, hand);
    } else if let Some(place) = kept.places.first() {
        session.state.jumps.leave(session.spot());
        trail::to(session, place);
        session.state.message = Some("no outlet is linked to it at this bar".to_owned());
    }
}
