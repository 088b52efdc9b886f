//! Every view at every size and in every look: one golden file for each view with the text of its screens, one with how
//! they look. A view that is added without keys that open it here does not compile.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rashomon::reader::memory::Memory;
use rashomon::reader::state::ViewKind;
use rashomon::reader::{Options, Session, ThemeName};
use support::{look, reading_with, styles, text};

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

/// The views, and boxes over them.
const VIEWS: [ViewKind; 10] = [
    ViewKind::Read,
    ViewKind::Versions,
    ViewKind::Coverage,
    ViewKind::Certificate,
    ViewKind::OnlyHere,
    ViewKind::Headlines,
    ViewKind::Help,
    ViewKind::Ask,
    ViewKind::Palette,
    ViewKind::Kept,
];

/// The keys that open a view with something in it, and its name.
fn keys(view: ViewKind) -> (&'static str, &'static str) {
    match view {
        ViewKind::Read => ("read", "n"),
        ViewKind::Versions => ("versions", "nvjt"),
        ViewKind::Coverage => ("coverage", "njc"),
        ViewKind::Certificate => ("certificate", "n}}"),
        ViewKind::OnlyHere => ("only-here", "O"),
        ViewKind::Headlines => ("headlines", "Ht"),
        ViewKind::Help => ("help", "?"),
        ViewKind::Ask => ("ask", "/skerry"),
        ViewKind::Palette => ("palette", ":cla"),
        ViewKind::Kept => ("kept", "manot sure<Enter>nm'"),
    }
}

fn session(options: Options, size: (u16, u16), keys: &str) -> Session {
    let mut session = reading_with(options, size);
    session.press(keys);
    session
}

fn golden(name: String, frame: String) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("screens");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, frame));
}

#[test]
fn every_view_at_every_size() {
    for view in VIEWS {
        let (name, keys) = keys(view);
        let mut screens = String::new();
        for size in SIZES {
            let session = session(look(ThemeName::Plain), size, keys);
            assert!(session.state.view().kind() == view, "{keys} does not open {name}");
            screens += &format!("--- {}x{}\n{}\n\n", size.0, size.1, text(&session.draw()));
        }
        golden(format!("{name}-sizes"), screens);
    }
}

#[test]
fn every_view_in_every_look() {
    for view in VIEWS {
        let (name, keys) = keys(view);
        let mut looks = String::new();
        for theme in ThemeName::ALL {
            for true_colour in [false, true] {
                if true_colour && !matches!(theme, ThemeName::Dark | ThemeName::Light) {
                    continue;
                }
                let session = session(Options { true_colour, ..look(theme) }, (80, 24), keys);
                let depth = if true_colour { "all colours" } else { "16 colours" };
                looks += &format!("--- {}, {depth}: row, look, text\n{}\n\n", theme.name(), styles(&session.draw()));
            }
        }
        golden(format!("{name}-looks"), looks);
    }
}

/// The boxes over a view.
#[test]
fn boxes_at_every_size() {
    let mut screens = String::new();
    for size in SIZES {
        for keys in ["", "c", "v"] {
            let mut session = session(look(ThemeName::Plain), size, &format!("{keys}i"));
            screens += &format!("--- {keys}i {}x{}\n{}\n\n", size.0, size.1, text(&session.draw()));
            session.press("<Esc>");
        }
        let mut session = session(look(ThemeName::Plain), size, "");
        session.remember(Memory::new(true));
        screens += &format!("--- first words {}x{}\n{}\n\n", size.0, size.1, text(&session.draw()));
    }
    golden("boxes-sizes".to_owned(), screens);
}

/// A screen larger than any, which the golden files would only fill with blanks.
#[test]
fn every_view_on_a_very_large_screen() {
    for view in VIEWS {
        let (name, keys) = keys(view);
        let large = session(look(ThemeName::Plain), (400, 120), keys);
        let screen = text(&large.draw());
        assert_eq!(screen.lines().count(), 120, "{name}");
        // What is said on 200×60 is said here too: a larger screen leaves nothing out.
        let usual = text(&session(look(ThemeName::Plain), (200, 60), keys).draw());
        let said = |screen: &str| -> Vec<String> {
            let words = screen.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() > 6);
            words.map(str::to_owned).collect()
        };
        let all = said(&screen);
        for word in said(&usual) {
            assert!(all.contains(&word), "{word} is missing in {name} at 400x120\n{screen}");
        }
    }
}

/// Without colour every mark, and the claim in hand, is told by a sign or an attribute.
#[test]
fn nothing_is_told_by_colour_alone() {
    for view in VIEWS {
        let (name, keys) = keys(view);
        let session = session(look(ThemeName::Plain), (80, 24), keys);
        let buffer = session.draw();
        let coloured =
            buffer.content.iter().any(|cell| cell.fg != ratatui::style::Color::Reset || cell.bg != ratatui::style::Color::Reset);
        assert!(!coloured, "{name} has colour where none is wanted");
    }
}
