//! A walk through every claim of a real story: with the keys that go from claim to claim and from outlet to outlet, into
//! every view and back. The place is never lost, and no frame is shown with the claim in hand off the screen.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rashomon::model::Story;
use rashomon::reader::versions::lines;
use rashomon::reader::{Options, Session, View};
use ratatui::style::Modifier;
use std::collections::BTreeSet;
use std::path::Path;
use support::{row, text};

/// The story that comes along, and two real ones where there are any; always where `CI` is set.
fn stories() -> Vec<Story> {
    let mut stories = vec![rashomon::ingest::bundled().unwrap()];
    for folder in ["../shared/stories/putin-le-pen", "../shared/stories/ginsburg-trump"] {
        if Path::new(folder).is_dir() || std::env::var_os("CI").is_some() {
            stories.push(rashomon::ingest::load(&[folder.to_owned()], &Default::default()).unwrap());
        } else {
            println!("skipped: there is no {folder}");
        }
    }
    stories
}

/// What a reader would call the place: outlet, claim, where every pane stands.
fn place(session: &Session) -> String {
    let state = &session.state;
    format!("{} {:?} {:?} {} {:?}", state.focus, state.hand, state.panes, state.window, session.comparison.bar)
}

/// The version in hand begins on the screen, in the pane with the focus, under the cursor, and is lit there.
fn in_sight(session: &Session, after: &str) {
    let told = || format!("after {after} at {:?}\n{}", session.state.size, text(&session.draw()));
    let hand = session.state.hand.unwrap_or_else(|| panic!("no claim in hand {}", told()));
    let place = session.place_of(hand).unwrap();
    assert_eq!(place.article, session.state.focus, "another outlet has the focus {}", told());
    let layout = session.layout();
    let (_, area) = layout.panes.iter().find(|(n, _)| *n == place.article).unwrap_or_else(|| panic!("off screen {}", told()));
    let rows = session.wrapped(place.article).rows_of(&place);
    let pane = session.state.pane();
    assert!(rows.contains(&pane.cursor), "the cursor is not on it {}", told());
    let y = rows.start as isize - pane.top;
    assert!((0..session.text_rows() as isize).contains(&y), "its beginning is off the screen {}", told());
    let buffer = session.draw();
    let line = area.y + layout.head + y as u16;
    let lit = (area.x..area.right()).any(|x| {
        let looks = buffer[(x, line)].modifier;
        looks.contains(Modifier::REVERSED) || looks.contains(Modifier::UNDERLINED)
    });
    assert!(lit, "it is not lit {}", told());
    assert!(row(&buffer, line).contains('▶'), "no cursor beside it {}", told());
}

/// Presses keys that lead away and back, and finds everything as it was.
fn there_and_back(session: &mut Session, there: &str, seen: impl Fn(&Session), back: &str) {
    let before = (place(session), text(&session.draw()));
    session.press(there);
    seen(session);
    session.press(back);
    session.state.message = None;
    let after = (place(session), text(&session.draw()));
    assert_eq!(after.0, before.0, "{there} and {back} lost the place");
    assert_eq!(after.1, before.1, "{there} and {back} changed the screen");
}

/// In the view of versions the chosen one begins on the screen.
fn version_in_sight(session: &Session) {
    let View::Versions(view) = session.state.view() else { panic!("no versions: {:?}", session.state.view()) };
    let layout = session.layout();
    let found = lines::lines(session, view, layout.middle.width);
    let start = found.starts[view.chosen];
    assert!((view.top..view.top + usize::from(layout.middle.height)).contains(&start), "{}", text(&session.draw()));
    assert!(text(&session.draw()).contains('▶'));
}

/// In the coverage the row of the claim in hand is on the screen.
fn row_in_sight(session: &Session) {
    assert!(matches!(session.state.view(), View::Coverage(_)));
    let label = session.name_in_hand();
    let words = session.claim_in_hand().unwrap().without_speaker(label);
    let start: String = words.chars().take(8).collect();
    let screen = text(&session.draw());
    assert!(screen.lines().any(|line| line.starts_with('▶') && line.contains(&start)), "{label}\n{screen}");
}

fn walk(session: &mut Session) {
    let articles = session.story.articles.len();
    let mut seen = BTreeSet::new();
    for article in 0..articles {
        session.press(&format!("<Esc>{}g", article + 1));
        let marks = session.marks.of(article).iter().filter(|m| m.of.is_some()).count();
        for step in 0..marks {
            session.press("n");
            in_sight(session, "n");
            session.state.message = None;
            let claim = session.state.hand.unwrap().claim;
            let carried = session.claim_in_hand().unwrap().articles().len();
            if !seen.insert(claim) {
                continue;
            }
            there_and_back(session, "v", version_in_sight, "q");
            there_and_back(session, "c", row_in_sight, "q");
            there_and_back(session, "x", |s| assert!(s.state.blink.is_some()), &"x".repeat(carried - 1));
            if carried < articles {
                there_and_back(session, "}", |s| assert!(matches!(s.state.view(), View::Certificate(_))), "q");
            }
            // Round the outlets, and back to this one.
            for _ in 0..carried {
                session.press("]");
                in_sight(session, "]");
                assert_eq!(session.state.hand.map(|h| h.claim), Some(claim));
            }
            assert_eq!(session.state.focus, article, "] does not come round");
            for _ in 0..carried {
                session.press("<Ctrl-O>");
            }
            in_sight(session, "Ctrl-O");
            assert_eq!((session.state.hand.map(|h| h.claim), session.state.focus), (Some(claim), article));
            assert!(step + 1 == marks || session.state.message.is_none(), "round before the last");
        }
    }
}

#[test]
fn through_every_claim_with_every_key_of_claims() {
    for (n, story) in stories().into_iter().enumerate() {
        let sizes: &[(u16, u16)] = if n == 0 { &[(80, 24), (40, 12), (200, 60)] } else { &[(80, 24)] };
        for &size in sizes {
            let mut session = Session::new(story.clone(), Options::default(), size);
            in_sight(&session, "the start");
            walk(&mut session);
        }
    }
}

#[test]
fn locked_panes_never_lose_the_claim_either() {
    for story in stories() {
        let mut session = Session::new(story, Options::default(), (200, 60));
        session.press("Lg");
        for _ in 0..session.marks.of(0).len() {
            session.press("n");
            in_sight(&session, "n, locked");
            let on_screen = session.state.pane().cursor_on_screen();
            let claim = session.claim_in_hand().unwrap();
            for article in claim.articles() {
                assert_eq!(session.state.panes[article].cursor_on_screen(), on_screen, "pane {article} is not lined up");
            }
        }
    }
}

#[test]
fn three_keys_lead_to_all_versions_and_to_what_an_outlet_lacks() {
    for story in stories() {
        let mut session = Session::new(story, Options::default(), (80, 24));
        let most = session.comparison.claims.iter().map(|c| c.articles().len()).max().unwrap();
        session.press("v");
        assert_eq!(session.claim_in_hand().unwrap().articles().len(), most);
        assert!(matches!(session.state.view(), View::Versions(_)), "one key leads to the versions of the most shared claim");
        // From any claim: one key to the next outlet that lacks it; three to all that it lacks.
        session.press("q");
        for _ in 0..session.marks.of(session.state.focus).len() {
            session.press("n");
            if session.claim_in_hand().unwrap().articles().len() < session.story.articles.len() {
                session.press("}");
                assert!(text(&session.draw()).contains("Not in "));
                session.press("q");
            }
        }
        session.press("c3w");
        let View::Coverage(_) = session.state.view() else { panic!() };
        assert_eq!(session.state.coverage.lacks, Some(2));
    }
}

#[test]
fn another_outlet_is_met_at_the_words_that_are_linked_best_with_those_left() {
    let mut choices = 0;
    for story in stories() {
        let mut session = Session::new(story, Options::default(), (80, 24));
        for _ in 0..session.marks.of(session.state.focus).len() {
            session.press("n");
            let left = session.state.hand.unwrap();
            session.press("]");
            let met = session.state.hand.unwrap();
            let versions = &session.comparison.claims[left.claim].versions;
            let kind = |v: usize| session.story.passage(&versions[v].place).unwrap().kind;
            let link = |v: usize| {
                let links = session.comparison.links_of(left.claim);
                links.filter(|l| l.versions == (v.min(left.version), v.max(left.version))).map(|l| l.score).sum::<f64>()
            };
            for v in (0..versions.len()).filter(|&v| v != met.version) {
                let (other, here) = (&versions[v], &versions[met.version]);
                if other.place.article == here.place.article && other.form == here.form && kind(v) == kind(met.version) {
                    choices += 1;
                    assert!(link(v) <= link(met.version), "{other:?} is nearer than {here:?}");
                }
            }
            session.press("[");
        }
    }
    assert!(choices > 0, "no outlet ever had a choice");
}
