//! Whole frames: a fixed story, a fixed size, keys, and the screen as text in `tests/frames/`, with a second block that
//! says how each run looks.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rashomon::reader::ThemeName;
use support::{frame, look, reading, reading_with, row, text};

fn golden(name: &str, frame: String) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("frames");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, frame));
}

#[test]
fn the_first_screen_at_four_sizes() {
    for size in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        golden(&format!("first-{}x{}", size.0, size.1), frame(&reading(size)));
    }
}

#[test]
fn every_look() {
    for theme in ThemeName::ALL {
        golden(&format!("look-{}", theme.name()), frame(&reading_with(look(theme), (80, 24))));
    }
}

#[test]
fn signs_of_ascii_only() {
    let options = rashomon::reader::Options { ascii: true, ..look(ThemeName::Plain) };
    let screen = text(&reading_with(options, (80, 24)).draw());
    let furniture_of_screen: String = screen.chars().filter(|c| "│┃┤┫◆▶●·≠▣⇄".contains(*c)).collect();
    assert_eq!(furniture_of_screen.replace('·', ""), "", "{screen}");
}

#[test]
fn screens_after_keys() {
    let pressed = [
        ("versions", "v"),
        ("versions-why", "vw"),
        ("versions-context", "vjBt"),
        ("blink", "x"),
        ("help", "?"),
        ("marks-differences", "fff"),
        ("furniture", "sG"),
        ("lock", "Lnn"),
        ("elsewhere", "]"),
    ];
    for (name, keys) in pressed {
        let mut session = reading((80, 24));
        session.press(keys);
        golden(&format!("keys-{name}"), frame(&session));
    }
    for (name, size) in [("narrow", (40, 12)), ("wide", (200, 60))] {
        let mut session = reading(size);
        session.press("v");
        golden(&format!("versions-{name}"), frame(&session));
    }
}

#[test]
fn one_sentence_is_lit_in_every_pane_at_the_start() {
    let session = reading((200, 20));
    let buffer = session.draw();
    let lit: Vec<u16> = (0..5)
        .map(|pane| {
            (0..18).find(|&y| buffer[(pane * 40 + 6, y)].modifier.contains(ratatui::style::Modifier::REVERSED) && y > 2).unwrap()
        })
        .collect();
    assert!(lit.iter().all(|y| *y == lit[0]), "one row: {lit:?}");
    assert!(row(&buffer, 18).contains("5/5 outlets"), "{}", row(&buffer, 18));
}

#[test]
fn too_small_a_screen_says_so() {
    for size in [(39, 12), (40, 11), (20, 5)] {
        let screen = text(&reading(size).draw());
        assert!(screen.replace('\n', " ").contains("needs 40×12"), "{screen}");
    }
    assert!(!text(&reading((40, 12)).draw()).contains("needs"));
}

#[test]
fn the_bundled_story_opens_with_a_sentence_that_all_five_outlets_carry() {
    let story = rashomon::ingest::bundled().unwrap();
    let session = rashomon::reader::Session::new(story, Default::default(), (200, 60));
    let claim = session.claim_in_hand().unwrap();
    assert_eq!(claim.articles(), [0, 1, 2, 3, 4]);
    let rows: Vec<isize> = session.state.panes.iter().map(|p| p.cursor_on_screen()).collect();
    assert!(rows.iter().all(|row| *row == rows[0]), "not on one row: {rows:?}");
    let buffer = session.draw();
    let row = 3 + rows[0] as u16;
    for pane in 0..5 {
        let lit = (pane * 40..pane * 40 + 39).any(|x| buffer[(x, row)].modifier.contains(ratatui::style::Modifier::REVERSED));
        assert!(lit, "pane {pane} is dark\n{}", text(&buffer));
    }
}
