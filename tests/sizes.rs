//! No size and no run of keys breaks the reader: every screen from 1×1 up can be drawn after anything.

mod support;

use proptest::prelude::*;
use rashomon::reader::keys::KeyTable;
use support::{reading, text};

/// A thing that happens to a session.
#[derive(Debug, Clone)]
enum Event {
    Key(usize),
    Size(u16, u16),
    Pause,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => any::<usize>().prop_map(Event::Key),
        2 => (1u16..130, 1u16..50).prop_map(|(w, h)| Event::Size(w, h)),
        1 => Just(Event::Pause),
    ]
}

#[test]
fn every_small_size_can_be_drawn() {
    for keys in ["", "v", "vw", "x", "?", "GL", "nt=", "c", "cSG", "nc4<Enter>", "O2G", "H", "Htt2B", "i", "ci", "Hi"] {
        let mut session = reading((80, 24));
        session.press(keys);
        for width in 1..50 {
            for height in 1..26 {
                session.resize(width, height);
                session.draw();
            }
        }
    }
    for size in [(400, 120), (65535, 3), (3, 65535), (1000, 12), (1, 1)] {
        reading(size).draw();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]
    #[test]
    fn any_keys_at_any_size(width in 1u16..130, height in 1u16..50, events in prop::collection::vec(event(), 1..40)) {
        let rows = KeyTable::default().rows;
        let mut session = reading((width, height));
        for event in events {
            match event {
                Event::Key(n) => {
                    session.key(rows[n % rows.len()].key);
                }
                Event::Size(width, height) => session.resize(width, height),
                Event::Pause => session.pause(),
            }
            let buffer = session.draw();
            prop_assert_eq!((buffer.area.width, buffer.area.height), session.state.size);
            let pane = session.state.pane();
            let length = session.wrapped(session.state.focus).len();
            prop_assert!(pane.cursor < length.max(1));
            let on_screen = pane.cursor_on_screen();
            prop_assert!(on_screen >= 0 && (on_screen as usize) < session.text_rows(), "the cursor left the screen: {:?}", pane);
            if session.state.views.is_empty() && session.state.overlay.is_none() && session.state.size.0 >= 40 && session.state.size.1 >= 12 {
                prop_assert!(text(&buffer).contains('▶'), "no cursor in\n{}", text(&buffer));
            }
        }
    }
}
