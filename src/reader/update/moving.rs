//! Moving in the text of the focused pane.
//!
//! The cursor is the row being read. It drifts to a third of the pane's height and stays there while the text moves
//! under it; at the ends of the article the text stops and the cursor goes on.

use super::claims;
use crate::reader::state::Pane;
use crate::reader::{Action, Session};

/// The length of an article and the height of a pane, in rows.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Rows of the article.
    pub length: usize,
    /// Rows of the pane.
    pub height: usize,
}

impl Room {
    /// The room of an article's pane.
    pub fn of(session: &Session, article: usize) -> Room {
        Room { length: session.wrapped(article).len(), height: session.text_rows() }
    }

    /// The row of the screen on which the cursor rests.
    pub fn rest(&self) -> isize {
        signed(self.height / 3)
    }

    /// The highest row that may stand on top, so that the end of the article is at the end of the pane.
    fn last_top(&self) -> isize {
        signed(self.length.saturating_sub(self.height))
    }

    /// The pane with its cursor on `row`, resting, without blank rows over or under the article.
    pub fn resting_at(&self, row: usize) -> Pane {
        let mut pane = Pane::default();
        pane.stand(row.min(self.length.saturating_sub(1)), self.rest());
        pane.top = pane.top.clamp(0, self.last_top());
        pane
    }
}

fn signed(n: usize) -> isize {
    isize::try_from(n).unwrap_or(isize::MAX)
}

/// Moves the focused pane.
pub fn update(session: &mut Session, action: Action, times: usize) {
    let room = Room::of(session, session.state.focus);
    let page = room.height.saturating_sub(2).max(1);
    let half = (room.height / 2).max(1);
    if matches!(action, Action::Top | Action::Bottom) {
        session.state.jumps.leave(session.spot());
    }
    let mut pane = session.state.pane();
    match action {
        Action::Down => (0..times.min(room.length)).for_each(|_| down(&mut pane, room)),
        Action::Up => (0..times.min(room.length)).for_each(|_| up(&mut pane, room)),
        Action::HalfDown => leaf_down(&mut pane, room, half.saturating_mul(times)),
        Action::HalfUp => leaf_up(&mut pane, room, half.saturating_mul(times)),
        Action::PageDown => leaf_down(&mut pane, room, page.saturating_mul(times)),
        Action::PageUp => leaf_up(&mut pane, room, page.saturating_mul(times)),
        Action::Top => pane = Pane::default(),
        Action::Bottom => {
            pane.cursor = room.length.saturating_sub(1);
            pane.top = room.last_top();
        }
        _ => {}
    }
    let focus = session.state.focus;
    if let Some(place) = session.state.panes.get_mut(focus) {
        *place = pane;
    }
    claims::take_up(session);
}

/// Rolls the pane of an article, which need not have the focus, by rows; where it has, the claim under its cursor is
/// taken up.
pub fn roll(session: &mut Session, article: usize, rows: usize, down: bool) {
    let room = Room::of(session, article);
    if let Some(pane) = session.state.panes.get_mut(article) {
        let roll = if down { leaf_down } else { leaf_up };
        roll(pane, room, rows);
    }
    if session.state.focus == article {
        claims::take_up(session);
    }
}

/// A line down.
fn down(pane: &mut Pane, room: Room) {
    if pane.cursor + 1 < room.length {
        pane.cursor += 1;
    } else if pane.top >= room.last_top() {
        return;
    }
    if pane.top < 0 || (pane.cursor_on_screen() > room.rest() && pane.top < room.last_top()) {
        pane.top += 1;
    }
    keep_in_sight(pane, room);
}

/// A line up.
fn up(pane: &mut Pane, room: Room) {
    if pane.cursor == 0 {
        pane.top = pane.top.min(0);
        return;
    }
    pane.cursor -= 1;
    if pane.top > room.last_top() || (pane.cursor_on_screen() < room.rest() && pane.top > 0) {
        pane.top -= 1;
    }
    keep_in_sight(pane, room);
}

/// Many rows down; the cursor keeps its row of the screen until the text ends.
fn leaf_down(pane: &mut Pane, room: Room, rows: usize) {
    let at_end = pane.top >= room.last_top();
    let last = room.length.saturating_sub(1);
    pane.cursor = if at_end { last } else { pane.cursor.saturating_add(rows).min(last) };
    pane.top = pane.top.saturating_add(signed(rows)).min(room.last_top().max(pane.top));
    keep_in_sight(pane, room);
}

/// Many rows up.
fn leaf_up(pane: &mut Pane, room: Room, rows: usize) {
    let at_start = pane.top <= 0;
    pane.cursor = if at_start { 0 } else { pane.cursor.saturating_sub(rows) };
    pane.top = pane.top.saturating_sub(signed(rows)).max(pane.top.min(0));
    keep_in_sight(pane, room);
}

/// Keeps the cursor on the screen.
fn keep_in_sight(pane: &mut Pane, room: Room) {
    let cursor = signed(pane.cursor);
    let highest = cursor.saturating_sub(signed(room.height.saturating_sub(1)));
    pane.top = pane.top.clamp(highest, cursor);
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { length: 100, height: 12 };

    #[test]
    fn the_text_moves_under_a_resting_cursor() {
        let mut pane = Pane { cursor: 30, top: 26 };
        down(&mut pane, ROOM);
        assert_eq!(pane, Pane { cursor: 31, top: 27 });
        up(&mut pane, ROOM);
        assert_eq!(pane, Pane { cursor: 30, top: 26 });
    }

    #[test]
    fn at_the_ends_the_cursor_goes_on_alone() {
        let mut pane = Pane::default();
        down(&mut pane, ROOM);
        assert_eq!(pane, Pane { cursor: 1, top: 0 });
        let mut pane = Pane { cursor: 95, top: 88 };
        down(&mut pane, ROOM);
        assert_eq!(pane, Pane { cursor: 96, top: 88 });
        (0..20).for_each(|_| down(&mut pane, ROOM));
        assert_eq!(pane, Pane { cursor: 99, top: 88 });
    }

    #[test]
    fn down_then_up_comes_back_and_pages_meet_the_ends() {
        let mut pane = Pane::default();
        for _ in 0..30 {
            leaf_down(&mut pane, ROOM, 10);
        }
        assert_eq!(pane, Pane { cursor: 99, top: 88 });
        for _ in 0..30 {
            leaf_up(&mut pane, ROOM, 10);
        }
        assert_eq!(pane, Pane::default());
    }

    #[test]
    fn blank_rows_over_a_lined_up_pane_go_first() {
        let mut pane = Pane { cursor: 1, top: -5 };
        down(&mut pane, ROOM);
        assert_eq!(pane, Pane { cursor: 2, top: -4 });
    }

    #[test]
    fn nothing_breaks_without_text() {
        let room = Room { length: 0, height: 1 };
        let mut pane = Pane::default();
        down(&mut pane, room);
        up(&mut pane, room);
        leaf_down(&mut pane, room, 5);
        leaf_up(&mut pane, room, 5);
        assert_eq!(pane, Pane::default());
    }
}
