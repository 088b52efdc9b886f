//! The mouse, where it is turned on: what lies under it is what is drawn there, and what a click, the wheel and the
//! scroll bar do.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[cfg(unix)]
#[path = "support/pty.rs"]
mod pty;
mod support;

use rashomon::reader::mouse::{Gesture, Pointer, Target, target};
use rashomon::reader::{Effect, Session, View};
use support::{reading, row, text};

fn at(session: &mut Session, gesture: Gesture, (column, row): (u16, u16)) -> Option<Effect> {
    session.pointer(Pointer { gesture, column, row })
}

fn click(session: &mut Session, place: (u16, u16)) -> Option<Effect> {
    at(session, Gesture::Press, place)
}

/// Where a text stands on the screen: column and row of its first letter.
fn find(session: &Session, wanted: &str) -> (u16, u16) {
    let buffer = session.draw();
    let (_, height) = session.state.size;
    for y in 0..height {
        let line = row(&buffer, y);
        if let Some(at) = line.find(wanted) {
            return (line[..at].chars().count() as u16, y);
        }
    }
    panic!("{wanted:?} is not on the screen\n{}", text(&buffer));
}

#[test]
fn the_wheel_scrolls_the_pane_under_it_and_no_other() {
    let mut session = reading((80, 16));
    let before = (session.state.panes.clone(), session.state.hand);
    at(&mut session, Gesture::WheelDown, (60, 10));
    assert_eq!(session.state.panes[1].top, before.0[1].top + 3);
    assert_eq!((session.state.focus, session.state.panes[0], session.state.hand), (0, before.0[0], before.1));
    at(&mut session, Gesture::WheelUp, (60, 10));
    assert_eq!(session.state.panes[1], before.0[1]);
    session.press("g");
    at(&mut session, Gesture::WheelDown, (5, 10));
    assert_eq!(session.state.panes[0].top, 3);
    assert!(session.state.pane().cursor >= 3, "the cursor is on the screen");
    for _ in 0..100 {
        at(&mut session, Gesture::WheelDown, (5, 10));
    }
    assert_eq!(session.state.panes[0].top as usize, session.wrapped(0).len() - session.text_rows(), "the end is the end");
}

#[test]
fn a_click_takes_up_the_claim_under_it_and_another_opens_its_versions() {
    let mut session = reading((80, 24));
    session.press("gg<Esc>");
    let place = find(&session, "£8 million");
    click(&mut session, place);
    assert_eq!(session.claim_in_hand().unwrap().label, "The damage is £8 million");
    assert_eq!(find(&session, "▶").1, place.1, "the cursor is where the mouse was");
    click(&mut session, place);
    assert!(matches!(session.state.view(), View::Versions(_)));
    // Beside the text of a claim there is nothing to take up.
    let mut session = reading((80, 30));
    session.press("g");
    let blank = find(&session, "Fishermen");
    click(&mut session, blank);
    assert!(session.claim_in_hand().is_none() && session.state.views.is_empty());
    session.press("<Ctrl-O>");
    assert_eq!(session.state.pane().cursor, 0, "the place that was left can be returned to");
}

#[test]
fn of_two_claims_in_a_row_the_one_under_the_mouse_is_taken() {
    let mut session = reading((200, 60));
    session.press("g");
    for (words, label) in [("214 people", "The ferry ran aground"), ("nobody", "Nobody was hurt")] {
        let place = find(&session, words);
        click(&mut session, place);
        assert!(session.claim_in_hand().unwrap().label.starts_with(label), "{words}: {:?}", session.claim_in_hand());
    }
}

#[test]
fn a_click_on_an_outlet_focuses_it() {
    let mut session = reading((80, 24));
    let name = find(&session, "(4 Town Hall)");
    click(&mut session, name);
    assert_eq!((session.state.focus, session.state.window), (3, 2), "its pane came on screen");
    let mut session = reading((80, 24));
    click(&mut session, (45, 1));
    assert_eq!(session.state.focus, 1, "the title of its pane");
    assert_eq!(target(&session, 79, 0), None, "there is nothing at the end of the bar");
}

#[test]
fn a_click_on_the_scroll_bar_goes_to_the_tick_and_dragging_goes_on() {
    let mut session = reading((80, 24));
    session.press("G");
    let ticks: Vec<u16> =
        (3..22).filter(|&y| row(&session.draw(), y).chars().nth(39).is_some_and(|c| "┤┫◆".contains(c))).collect();
    for &y in &ticks {
        click(&mut session, (39, y));
        assert!(session.claim_in_hand().is_some(), "the tick on row {y} is a claim");
    }
    click(&mut session, (39, 3));
    at(&mut session, Gesture::Drag, (60, 21));
    assert_eq!(session.state.focus, 0, "it is still the bar of the first pane");
    assert!(row(&session.draw(), 21).len() > 10 && session.state.panes[0].top > 0);
    click(&mut session, (20, 12));
    let before = session.state.panes.clone();
    at(&mut session, Gesture::Drag, (20, 5));
    assert_eq!(session.state.panes, before, "text is not dragged");
}

#[test]
fn a_click_on_a_cell_chooses_it_and_another_opens_it() {
    let mut session = reading((120, 40));
    session.press("c");
    let (_, row) = find(&session, "The damage is");
    let cells = (0..120).filter_map(|x| match target(&session, x, row) {
        Some(Target::Cell(3, Some(outlet))) => Some((outlet, x)),
        _ => None,
    });
    let first = |outlet: usize| cells.clone().find(|(o, _)| *o == outlet).unwrap().1;
    let radio = first(2);
    assert!(radio > first(1));
    click(&mut session, (radio, row));
    assert!(matches!(session.state.view(), View::Coverage(v) if (v.row, v.column) == (3, 2)));
    click(&mut session, (radio, row));
    assert!(text(&session.draw()).contains("Not in Radio Nord"), "an empty cell opens its certificate");
    session.press("q");
    let harbour = (0..120).find(|&x| target(&session, x, row) == Some(Target::Cell(3, Some(0)))).unwrap();
    click(&mut session, (harbour, row));
    click(&mut session, (harbour, row));
    assert!(session.state.views.is_empty() && session.state.focus == 0, "a full one leads into the text");
}

#[test]
fn lists_are_clicked_in_and_scrolled() {
    let mut session = reading((80, 24));
    session.press("v");
    let third = find(&session, "Radio Nord  p");
    click(&mut session, (third.0, third.1 + 1));
    assert!(matches!(session.state.view(), View::Versions(v) if v.chosen == 2));
    at(&mut session, Gesture::WheelUp, (5, 5));
    assert!(matches!(session.state.view(), View::Versions(v) if v.chosen == 1));
    let second = find(&session, "Evening Bell  lede");
    click(&mut session, second);
    assert_eq!((session.state.views.len(), session.state.focus), (0, 1));
    session.press(":lock");
    click(&mut session, (4, 1));
    assert!(session.state.locked, "the first entry was chosen already");
    session.press("O");
    click(&mut session, (60, 1));
    assert!(matches!(session.state.view(), View::OnlyHere(v) if v.column == 1), "{:?}", session.state.view());
    session.press("qH");
    let name = find(&session, "3 Radio Nord");
    click(&mut session, (name.0, name.1.max(1)));
    session.press("q?");
    at(&mut session, Gesture::WheelDown, (5, 5));
    assert!(matches!(session.state.view(), View::Help(v) if v.top == 3));
}

#[test]
fn a_hint_that_is_clicked_on_does_what_it_says() {
    let mut session = reading((80, 24));
    let place = find(&session, "c coverage");
    click(&mut session, place);
    assert!(matches!(session.state.view(), View::Coverage(_)));
    let place = find(&session, "q back");
    click(&mut session, place);
    let place = find(&session, "q quit");
    assert_eq!(click(&mut session, place), Some(Effect::Quit));
}

#[test]
fn a_box_is_closed_by_a_click_which_does_nothing_else() {
    let mut session = reading((80, 24));
    session.press("i");
    let focus = session.state.focus;
    click(&mut session, (60, 1));
    assert_eq!((session.state.overlay, session.state.focus), (None, focus));
}

#[test]
fn no_place_and_no_gesture_breaks_it_or_loses_the_cursor() {
    for size in [(40, 12), (80, 24), (30, 8)] {
        for keys in ["", "v", "c", "O", "H", "?", "n}", ":", "m'", "/quay", "x", "L", "i"] {
            for y in (0..size.1 + 2).step_by(2) {
                let mut session = reading(size);
                session.press(keys);
                for x in (0..size.0 + 3).step_by(usize::from(size.0) / 7 + 1) {
                    for gesture in [Gesture::WheelDown, Gesture::Press, Gesture::Drag, Gesture::WheelUp] {
                        at(&mut session, gesture, (x, y));
                        let on_screen = session.state.pane().cursor_on_screen();
                        assert!(on_screen >= 0 && (on_screen as usize) < session.text_rows(), "{keys} {x},{y} {gesture:?}");
                    }
                }
                session.draw();
            }
        }
    }
}

/// Off by default, so that the terminal's own selection works; on with the option or the key, off again with the key.
#[cfg(unix)]
#[test]
fn the_terminal_is_asked_for_the_mouse_only_when_it_is_wanted() {
    use pty::{Run, ferry};
    use vt100::MouseProtocolMode::{ButtonMotion, None as No};
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("q quit");
    assert_eq!(run.output.lock().unwrap().screen.screen().mouse_protocol_mode(), No);
    run.type_keys("M");
    run.until("the mouse", |screen| screen.mouse_protocol_mode() == ButtonMotion && screen.contents().contains("mouse on"));
    // A click on the second pane's title, as terminals send it.
    run.type_keys("\x1b[<0;46;2M\x1b[<0;46;2m");
    run.type_keys("]");
    run.until("the third outlet", |screen| screen.contents().contains("3 3radio"));
    run.type_keys("M");
    run.until("no mouse", |screen| screen.mouse_protocol_mode() == No);
    run.type_keys("qq");
    assert_eq!(run.ended(), 0);
    run.assert_given_back();
    let mut run = Run::rashomon(&["--mouse", &ferry()], (80, 24));
    run.until("the mouse", |screen| screen.mouse_protocol_mode() == ButtonMotion);
    run.type_keys("qq");
    assert_eq!(run.ended(), 0);
    run.assert_given_back();
}
