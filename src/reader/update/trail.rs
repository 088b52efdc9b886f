//! Going along a trail: from place to place over all panes, round and round.

use super::moving::Room;
use super::{claims, focus};
use crate::model::Place;
use crate::reader::trail::{Subject, Trail};
use crate::reader::{Session, search};

/// Sets out on a trail, at its first place; the place left can be returned to.
pub fn set_out(session: &mut Session, trail: Trail) {
    super::close_all(session);
    session.state.jumps.leave(session.spot());
    session.state.trail = Some(trail);
    go(session, Some(0));
}

/// Goes to the first place at or after the cursor.
pub fn begin(session: &mut Session) {
    let Some(trail) = &session.state.trail else { return };
    let (article, row) = (session.state.focus, session.state.pane().cursor);
    let at_or_after = trail.places().iter().position(|p| (p.article, row_of(session, p)) >= (article, row));
    let first = if trail.places().is_empty() { None } else { Some(at_or_after.unwrap_or(0)) };
    go(session, first);
}

/// The next or the previous place. Where the reader has moved on since the last one, counted from the cursor.
pub fn step(session: &mut Session, times: usize, forward: bool) {
    let Some(trail) = &session.state.trail else { return };
    let count = trail.places().len();
    if count == 0 {
        return;
    }
    let cursor = (session.state.focus, session.state.pane().cursor);
    let at = |p: &Place| (p.article, row_of(session, p));
    let on_it = trail.at.filter(|_| trail.here().is_some_and(|p| at(&p) == cursor));
    let (first, turned) = match (on_it, forward) {
        (Some(here), true) => ((here + 1) % count, here + 1 == count),
        (Some(here), false) => ((here + count - 1) % count, here == 0),
        (None, true) => trail.places().iter().position(|p| at(p) > cursor).map_or((0, true), |n| (n, false)),
        (None, false) => trail.places().iter().rposition(|p| at(p) < cursor).map_or((count - 1, true), |n| (n, false)),
    };
    let more = times.saturating_sub(1) % count;
    let target = if forward { (first + more) % count } else { (first + count - more) % count };
    session.state.jumps.leave(session.spot());
    go(session, Some(target));
    if turned && times == 1 {
        let said = if forward { "on from the beginning" } else { "on from the end" };
        let position = session.state.trail.as_ref().map_or_else(String::new, Trail::position);
        session.state.message = Some(format!("{said}: {position}"));
    }
}

/// After the choice of what is shown has changed: the words are looked for again.
pub fn renew(session: &mut Session) {
    let Some(Trail { of: Subject::Words(words), .. }) = &session.state.trail else { return };
    let here = session.state.trail.as_ref().and_then(Trail::here);
    let mut trail = Trail::new(Subject::Words(words.clone()), search::find(&session.story, words, session.state.furniture));
    trail.at = here.and_then(|here| trail.places().binary_search(&here).ok());
    session.state.trail = Some(trail);
}

/// The row of its article in which a place begins.
fn row_of(session: &Session, place: &Place) -> usize {
    session.wrapped(place.article).row_of(place.passage, place.span.start)
}

/// Goes to a place of the trail; the claim there, if there is one, is in hand.
fn go(session: &mut Session, target: Option<usize>) {
    let Some(trail) = &mut session.state.trail else { return };
    trail.at = target;
    let Some(place) = trail.here() else { return };
    to(session, &place);
}

/// Goes to a place in the text, whatever stands there.
pub fn to(session: &mut Session, place: &Place) {
    focus::on(session, place.article);
    let row = row_of(session, place);
    let pane = Room::of(session, place.article).resting_at(row);
    if let Some(at) = session.state.panes.get_mut(place.article) {
        *at = pane;
    }
    claims::take_up(session);
}
