//! Finding: searching over all panes, the palette, and coming back.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rashomon::reader::{Session, View};
use support::{golden, reading, row, text};

/// The words under the place last gone to, and the pane with the focus.
fn here(session: &Session) -> (String, usize) {
    let place = session.state.trail.as_ref().unwrap().here().unwrap();
    assert_eq!(place.article, session.state.focus, "the place is in the pane with the focus");
    let row = session.wrapped(place.article).row_of(place.passage, place.span.start);
    assert_eq!(row, session.state.pane().cursor, "the cursor stands on it");
    (session.story.text(&place).to_owned(), session.state.focus)
}

#[test]
fn frames_of_a_search() {
    for size in [(80, 24), (40, 12)] {
        let mut session = reading(size);
        session.press("/skerry");
        golden(&format!("search-typed-{}x{}", size.0, size.1), &session);
        session.press("<Enter>nn");
        golden(&format!("search-next-{}x{}", size.0, size.1), &session);
    }
}

#[test]
fn a_search_goes_through_the_panes_in_order_and_round() {
    let mut session = reading((80, 24));
    session.press("g/MAYOR<Enter>");
    assert!(text(&session.draw()).contains("/MAYOR  nothing found"), "capitals that were typed count");
    assert!(session.state.trail.is_none());
    session.press("/mayor");
    assert!(row(&session.draw(), 22).contains("1/7 in 5 articles"), "{}", row(&session.draw(), 22));
    session.press("<Enter>");
    let visited: Vec<(String, usize)> = (0..9)
        .map(|_| {
            let at = here(&session);
            session.press("n");
            at
        })
        .collect();
    let panes: Vec<usize> = visited.iter().map(|(_, pane)| *pane).collect();
    assert_eq!(panes, [0, 1, 1, 1, 2, 3, 4, 0, 1], "{visited:?}");
}

#[test]
fn escape_gives_the_keys_back_to_claims() {
    let mut session = reading((80, 24));
    let before = session.spot();
    session.press("/tanker");
    assert_eq!(session.state.focus, 2, "the panes follow while one types");
    session.press("<Esc>");
    assert_eq!((session.spot(), session.state.trail.is_some()), (before, false), "given up: all is as before");
    session.press("/tanker<Enter><Esc>");
    assert_eq!((session.state.focus, session.state.trail.is_some()), (2, false));
    session.press("<Ctrl-O>");
    assert_eq!(session.state.focus, 0, "back to where the search began");
    session.press("n");
    assert!(session.claim_in_hand().is_some(), "n goes through claims again");
}

#[test]
fn what_is_taken_back_while_typing_leads_back() {
    let mut session = reading((80, 24));
    let before = session.spot();
    session.press("/tanker<Ctrl-U>");
    assert_eq!(session.spot(), before);
    session.press("<Enter>");
    assert!(session.state.views.is_empty() && session.state.message.is_none());
}

#[test]
fn a_search_from_another_view_ends_in_the_articles() {
    let mut session = reading((80, 24));
    session.press("v/tanker");
    assert!(text(&session.draw()).contains("tanker stood by"));
    session.press("<Esc>");
    assert!(matches!(session.state.view(), View::Versions(_)));
    session.press("/tanker<Enter>");
    assert!(session.state.views.is_empty());
}

#[test]
fn what_was_cleaned_away_is_found_once_it_is_shown() {
    let mut session = reading((80, 24));
    session.press("/walks by<Enter>");
    assert!(session.state.trail.is_none());
    session.press("s/walks by<Enter>");
    assert_eq!(here(&session).0, "walks by");
    session.press("s");
    assert_eq!(session.state.trail.as_ref().unwrap().places().len(), 0, "and no more when it is hidden");
    session.press("nN");
}

#[test]
fn pasted_text_is_searched_for_as_one_line() {
    let mut session = reading((80, 24));
    session.press("/");
    session.paste("tanker\nstood\u{1b}[2J");
    assert!(row(&session.draw(), 22).contains("/tanker stood[2J"), "{}", row(&session.draw(), 22));
    session.press("<Ctrl-W><Backspace><Backspace>");
    assert_eq!(session.state.focus, 2);
    session.press("<Esc>");
    session.paste("q");
    assert!(session.state.views.is_empty(), "elsewhere pasting does nothing");
}

#[test]
fn after_moving_on_the_next_place_is_the_next_from_there() {
    let mut session = reading((80, 24));
    session.press("g/mayor<Enter>5n");
    assert_eq!(session.state.focus, 3);
    session.press("1gn");
    assert_eq!(here(&session).1, 0);
    session.press("2GN");
    assert_eq!(here(&session).1, 1);
}

#[test]
fn frames_of_the_palette() {
    for size in [(80, 24), (40, 12)] {
        let mut session = reading(size);
        session.press(":");
        golden(&format!("palette-{}x{}", size.0, size.1), &session);
        session.press("ada<Down>");
        golden(&format!("palette-typed-{}x{}", size.0, size.1), &session);
    }
}

#[test]
fn the_palette_does_and_goes() {
    let go = |keys: &str| {
        let mut session = reading((80, 24));
        session.press(&format!(":{keys}<Enter>"));
        assert!(!matches!(session.state.view(), View::Palette(_)), "{keys}");
        session
    };
    assert_eq!(go("radio").state.focus, 2, "an outlet");
    assert_eq!(go("damage is").claim_in_hand().unwrap().label, "The damage is £8 million", "a claim");
    assert!(go("furniture cleaned").state.furniture, "something to do");
    assert!(matches!(go("word by word").state.view(), View::Versions(_)));
    let mut nowhere = reading((80, 24));
    nowhere.press(":zzzz<Enter>");
    assert!(text(&nowhere.draw()).contains("nothing of that name"));
    let mut back = go("radio");
    back.press("<Ctrl-O>");
    assert_eq!(back.state.focus, 0);
}

#[test]
fn a_speaker_leads_from_quotation_to_quotation() {
    let mut session = reading((80, 24));
    session.press("5:brandt<Enter>");
    assert!(here(&session).0.contains("We will not rest until we know why"), "the first one, from wherever one is");
    session.press("nn");
    assert_eq!(here(&session).1, 1);
    assert!(row(&session.draw(), 22).contains("Ada Brandt  3/7 in 5 articles"), "{}", row(&session.draw(), 22));
    session.press("<Esc>");
    assert!(session.state.trail.is_none());
}

#[test]
fn the_palette_lists_what_can_be_done_where_it_was_opened() {
    let mut session = reading((80, 60));
    session.press(":");
    assert!(!text(&session.draw()).contains("compare the others with this version"));
    session.press("<Esc>v:compare the others<Enter>");
    assert!(matches!(session.state.view(), View::Versions(_)));
    session.press("j:compare the others<Enter>");
    assert!(matches!(session.state.view(), View::Versions(view) if view.base == 1));
    let mut kiosk = support::reading_with(rashomon::reader::Options { kiosk: true, ..Default::default() }, (80, 60));
    kiosk.press(":back to the shell");
    assert!(!text(&kiosk.draw()).contains("Ctrl-Z"));
}

#[test]
fn the_chosen_entry_is_on_screen() {
    let mut session = reading((40, 12));
    session.press(":");
    for keys in ["<Up>", "<PgDn>", "<PgDn>", "<PgDn>", "<PgDn>", "<PgUp>"] {
        session.press(keys);
        let screen = text(&session.draw());
        assert_eq!(screen.matches('▶').count(), 1, "{screen}");
    }
    session.resize(80, 24);
    assert_eq!(text(&session.draw()).matches('▶').count(), 1);
}
