//! Every key of the default table does what help says of it. A row that is added to the table without a test here
//! makes `every_row_of_the_table_has_a_test` fail.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rashomon::model::ClaimKind;
use rashomon::reader::coverage::{Choice, Sort};
use rashomon::reader::keys::{Key, KeyTable};
use rashomon::reader::state::{Shown, ViewKind};
use rashomon::reader::{Effect, Session, View};
use support::{reading, row, text};

/// A session after the key, compared with the one before it.
struct Seen<'a> {
    was: &'a Session,
    is: &'a Session,
    effects: Vec<Effect>,
}

impl Seen<'_> {
    fn cursor(&self) -> (usize, usize) {
        (self.was.state.pane().cursor, self.is.state.pane().cursor)
    }
    fn cursor_moved(&self, rows: isize) -> bool {
        let (was, is) = self.cursor();
        is as isize - was as isize == rows
    }
    fn focus(&self) -> (usize, usize) {
        (self.was.state.focus, self.is.state.focus)
    }
    fn hand(&self) -> (Option<usize>, Option<usize>) {
        (self.was.state.hand.map(|h| h.claim), self.is.state.hand.map(|h| h.claim))
    }
    fn chosen(&self) -> (usize, usize) {
        let chosen = |s: &Session| if let View::Versions(v) = s.state.view() { v.chosen } else { 99 };
        (chosen(self.was), chosen(self.is))
    }
    fn line(&self) -> (usize, usize) {
        let line = |s: &Session| if let View::Palette(view) = s.state.view() { view.choice.chosen } else { 99 };
        (line(self.was), line(self.is))
    }
    /// Row and column of the cursor in the coverage.
    fn cell(&self) -> ((usize, usize), (usize, usize)) {
        let cell = |s: &Session| if let View::Coverage(v) = s.state.view() { (v.row, v.column) } else { (99, 99) };
        (cell(self.was), cell(self.is))
    }
    fn choice(&self) -> (&Choice, &Choice) {
        (&self.was.state.coverage, &self.is.state.coverage)
    }
    fn closed(&self) -> bool {
        self.is.state.views.len() + 1 == self.was.state.views.len()
    }
}

/// A key: what is pressed before it, the key, and what must be so afterwards. At 80×24 a pane has 19 rows of text; the
/// cursor begins on the mayor's sentence in the first pane.
type Case = (&'static str, &'static str, ViewKind, fn(&Seen) -> bool);

const READ: ViewKind = ViewKind::Read;
const VERSIONS: ViewKind = ViewKind::Versions;
const ASK: ViewKind = ViewKind::Ask;
const PALETTE: ViewKind = ViewKind::Palette;
const COVERAGE: ViewKind = ViewKind::Coverage;
const CERTIFICATE: ViewKind = ViewKind::Certificate;
const ONLY_HERE: ViewKind = ViewKind::OnlyHere;
const HEADLINES: ViewKind = ViewKind::Headlines;
const KEPT: ViewKind = ViewKind::Kept;

const CASES: &[Case] = &[
    ("", "j", READ, |s| s.cursor_moved(1)),
    ("", "↓", READ, |s| s.cursor_moved(1)),
    ("", "k", READ, |s| s.cursor_moved(-1)),
    ("", "↑", READ, |s| s.cursor_moved(-1)),
    ("g", "d", READ, |s| s.is.state.pane().top == 9),
    ("g", "Ctrl-D", READ, |s| s.is.state.pane().top == 9),
    ("G", "u", READ, |s| s.was.state.pane().top - s.is.state.pane().top == 9),
    ("G", "Ctrl-U", READ, |s| s.was.state.pane().top - s.is.state.pane().top == 9),
    ("g", "Space", READ, |s| s.cursor_moved(17)),
    ("g", "PgDn", READ, |s| s.cursor_moved(17)),
    ("g", "Ctrl-F", READ, |s| s.cursor_moved(17)),
    ("G", "b", READ, |s| s.cursor_moved(-17)),
    ("G", "PgUp", READ, |s| s.cursor_moved(-17)),
    ("G", "Ctrl-B", READ, |s| s.cursor_moved(-17)),
    ("", "g", READ, |s| s.cursor().1 == 0 && s.is.state.pane().top == 0),
    ("", "Home", READ, |s| s.cursor().1 == 0),
    ("", "G", READ, |s| s.cursor().1 == s.is.wrapped(0).len() - 1),
    ("", "End", READ, |s| s.cursor().1 == s.is.wrapped(0).len() - 1),
    ("3", "h", READ, |s| s.focus() == (2, 1)),
    ("3", "←", READ, |s| s.focus() == (2, 1)),
    ("2", "l", READ, |s| s.focus() == (1, 2) && s.is.state.window == 1),
    ("2", "→", READ, |s| s.focus() == (1, 2)),
    ("5", "Tab", READ, |s| s.focus() == (4, 0)),
    ("", "Shift-Tab", READ, |s| s.focus() == (0, 4)),
    ("2", "1", READ, |s| s.focus() == (1, 0)),
    ("", "2", READ, |s| s.focus() == (0, 1)),
    ("", "3", READ, |s| s.focus() == (0, 2)),
    ("", "4", READ, |s| s.focus() == (0, 3)),
    ("", "5", READ, |s| s.focus() == (0, 4)),
    ("", "6", READ, |s| s.focus() == (0, 0)),
    ("", "7", READ, |s| s.focus() == (0, 0)),
    ("", "8", READ, |s| s.focus() == (0, 0)),
    ("", "9", READ, |s| s.focus() == (0, 0)),
    ("", "n", READ, |s| s.hand() == (Some(0), Some(2))),
    ("", "N", READ, |s| s.hand() == (Some(0), Some(3))),
    ("", "]", READ, |s| s.focus() == (0, 1) && s.hand() == (Some(0), Some(0))),
    ("", "[", READ, |s| s.focus() == (0, 4) && s.hand() == (Some(0), Some(0))),
    ("", "v", READ, |s| matches!(s.is.state.view(), View::Versions(_))),
    ("", "Enter", READ, |s| matches!(s.is.state.view(), View::Versions(_))),
    ("kk", "=", READ, |s| s.was.state.hand.is_none() && s.is.state.panes == s.was.state.panes),
    ("j", "=", READ, |s| s.is.state.panes[1].cursor_on_screen() == s.is.state.pane().cursor_on_screen()),
    ("", "L", READ, |s| !s.was.state.locked && s.is.state.locked),
    ("", "x", READ, |s| text(&s.is.draw()).matches("Mayor Ada Brandt vowed not to rest").count() == 2),
    ("", "+", READ, |s| s.is.comparison.bar > s.was.comparison.bar),
    ("", "-", READ, |s| s.is.comparison.bar < s.was.comparison.bar),
    ("", "f", READ, |s| s.is.state.shown == Shown::Quotations),
    ("", "s", READ, |s| s.is.wrapped(0).len() > s.was.wrapped(0).len()),
    ("]", "Ctrl-O", READ, |s| s.focus() == (1, 0)),
    ("]", "Backspace", READ, |s| s.focus() == (1, 0)),
    ("]<Ctrl-O>", "Alt-o", READ, |s| s.focus() == (0, 1)),
    ("", "?", READ, |s| matches!(s.is.state.view(), View::Help(_))),
    ("", "F1", READ, |s| matches!(s.is.state.view(), View::Help(_))),
    ("", "q", READ, |s| s.effects == [Effect::Quit]),
    ("", "Esc", READ, |s| s.hand() == (Some(0), None)),
    ("v", "Ctrl-C", READ, |s| s.effects == [Effect::Quit]),
    ("", "Ctrl-Z", READ, |s| s.effects == [Effect::Suspend]),
    ("", "Ctrl-L", READ, |s| s.effects == [Effect::Repaint]),
    ("", "M", READ, |s| s.effects == [Effect::Mouse(true)] && !s.was.options.mouse && s.is.options.mouse),
    ("M", "M", READ, |s| s.effects == [Effect::Mouse(false)] && !s.is.options.mouse),
    ("", "/", READ, |s| matches!(s.is.state.view(), View::Ask(_))),
    ("", ":", READ, |s| matches!(s.is.state.view(), View::Palette(_))),
    ("", "Ctrl-P", READ, |s| matches!(s.is.state.view(), View::Palette(_))),
    (":lock", "Enter", PALETTE, |s| s.closed() && s.is.state.locked),
    (":", "↓", PALETTE, |s| s.line() == (0, 1)),
    (":<↓><↓>", "↑", PALETTE, |s| s.line() == (2, 1)),
    (":", "Esc", PALETTE, |s| s.closed()),
    ("", "m", READ, |s| s.effects == [Effect::Save] && s.is.kept_in_hand().is_some_and(|k| k.marked)),
    ("m", "m", READ, |s| s.effects == [Effect::Save] && s.is.memory.kept.is_empty()),
    ("v", "m", VERSIONS, |s| text(&s.is.draw()).contains(" marked") && !text(&s.was.draw()).contains(" marked")),
    ("m", "'", READ, |s| matches!(s.is.state.view(), View::Kept(_))),
    ("", "'", READ, |s| s.is.state.views.is_empty() && text(&s.is.draw()).contains("no claim is marked")),
    ("", "a", READ, |s| matches!(s.is.state.view(), View::Ask(_))),
    ("", "a", READ, |s| row(&s.is.draw(), 22).starts_with(" note:")),
    ("mnm'j", "Enter", KEPT, |s| s.closed() && s.is.claim_in_hand().unwrap().label == "The damage is £8 million"),
    ("mnm'", "m", KEPT, |s| s.is.memory.kept.len() == 1 && s.effects == [Effect::Save]),
    ("m'", "m", KEPT, |s| s.closed()),
    ("m'", "a", KEPT, |s| matches!(s.is.state.view(), View::Ask(_))),
    ("m'", "'", KEPT, |s| s.closed()),
    ("m'", "Esc", KEPT, |s| s.closed()),
    ("awhy<Enter>av", "Enter", ASK, |s| s.is.kept_in_hand().unwrap().note == "whyv" && s.effects == [Effect::Save]),
    ("", "y", READ, |s| matches!(&s.effects[..], [Effect::Copy(text)] if text.contains("We shall not rest"))),
    ("v", "y", VERSIONS, |s| matches!(&s.effects[..], [Effect::Copy(_)])),
    ("", "e", READ, |s| row(&s.is.draw(), 22).starts_with(" report: m Markdown  h HTML  j JSON")),
    ("e", "m", ASK, |s| row(&s.is.draw(), 22).starts_with(" write to: the-ferry-at-skerry-point.md")),
    ("em", "Enter", ASK, |s| s.closed() && matches!(&s.effects[..], [Effect::Export { over: false, .. }])),
    ("", "o", READ, |s| s.effects.is_empty() && row(&s.is.draw(), 22).contains("no file and no address")),
    ("/quay", "Enter", ASK, |s| s.closed() && s.is.state.trail.is_some()),
    ("/quay", "Esc", ASK, |s| s.closed() && s.is.state.trail.is_none()),
    ("vjj", "Enter", VERSIONS, |s| s.focus() == (0, 2) && s.closed()),
    ("vj", "B", VERSIONS, |s| matches!(s.is.state.view(), View::Versions(v) if v.base == 1)),
    ("v", "w", VERSIONS, |s| text(&s.is.draw()).contains("Harbour Post – Wire: 94 %")),
    ("]nv", "t", VERSIONS, |s| {
        !text(&s.was.draw()).contains("Sunday morning at Skerry Point with 214 people aboard, and nobody was hurt.")
            && text(&s.is.draw()).contains("and nobody was hurt.")
    }),
    ("v", "v", VERSIONS, |s| s.closed()),
    ("v", "j", VERSIONS, |s| s.chosen() == (0, 1)),
    ("vjj", "k", VERSIONS, |s| s.chosen() == (2, 1)),
    ("v", "n", VERSIONS, |s| s.hand() == (Some(0), Some(2)) && text(&s.is.draw()).contains("The damage is £8 million")),
    ("v", "q", VERSIONS, |s| s.closed() && s.effects.is_empty()),
    ("v", "Esc", VERSIONS, |s| s.closed()),
    ("v", "Ctrl-O", VERSIONS, |s| s.closed()),
    ("", "i", READ, |s| text(&s.is.draw()).contains("any key closes") && s.hand().1 == Some(0)),
    ("i", "n", READ, |s| s.is.state.overlay.is_none() && s.hand() == (Some(0), Some(2))),
    ("i", "i", READ, |s| s.is.state.overlay.is_none()),
    ("i", "Esc", READ, |s| s.is.state.overlay.is_none() && s.hand() == (Some(0), Some(0))),
    ("i", "q", READ, |s| s.is.state.overlay.is_none() && s.effects.is_empty() && s.hand() == (Some(0), Some(0))),
    ("c", "i", COVERAGE, |s| text(&s.is.draw()).contains("told in direct speech")),
    ("n", "c", READ, |s| matches!(s.is.state.view(), View::Coverage(_)) && s.hand() == (Some(2), Some(2))),
    ("", "O", READ, |s| text(&s.is.draw()).contains("1 of 1 only here")),
    ("", "H", READ, |s| text(&s.is.draw()).contains("4 Town Hall  4 May 2031")),
    ("n", "}", READ, |s| text(&s.is.draw()).contains("Not in Radio Nord")),
    ("n", "{", READ, |s| text(&s.is.draw()).contains("Not in Wire")),
    ("c2", "Enter", COVERAGE, |s| s.focus() == (0, 1) && s.closed() && s.hand() == (Some(0), Some(0))),
    ("cj", "v", COVERAGE, |s| matches!(s.is.state.view(), View::Versions(_)) && s.hand().1 == Some(1)),
    ("c", "s", COVERAGE, |s| s.choice().0.sort == Sort::Coverage && s.choice().1.sort == Sort::Order(0)),
    ("c", "f", COVERAGE, |s| s.choice().1.kind == Some(ClaimKind::Quotation)),
    ("c3", "w", COVERAGE, |s| s.choice().1.lacks == Some(2) && text(&s.is.draw()).contains("2 of 4 claims")),
    ("c", "p", COVERAGE, |s| text(&s.is.draw()).contains("2 of 4 claims") && text(&s.is.draw()).contains("Ada Brandt")),
    ("c", "S", COVERAGE, |s| s.choice().1.sole && text(&s.is.draw()).contains("5 told by one outlet")),
    ("c", "D", COVERAGE, |s| s.choice().1.differing && text(&s.is.draw()).contains("1 of 4 claims")),
    ("c", "c", COVERAGE, |s| s.closed()),
    ("c", "j", COVERAGE, |s| s.cell() == ((0, 0), (1, 0)) && s.hand() == (Some(0), Some(1))),
    ("cG", "k", COVERAGE, |s| s.cell() == ((3, 0), (2, 0))),
    ("c", "G", COVERAGE, |s| s.cell() == ((0, 0), (3, 0))),
    ("cG", "g", COVERAGE, |s| s.cell() == ((3, 0), (0, 0))),
    ("c", "d", COVERAGE, |s| s.cell().1.0 > 1),
    ("cG", "u", COVERAGE, |s| s.cell().1.0 < 2),
    ("c", "Space", COVERAGE, |s| s.cell() == ((0, 0), (3, 0))),
    ("cG", "b", COVERAGE, |s| s.cell() == ((3, 0), (0, 0))),
    ("c", "l", COVERAGE, |s| s.cell() == ((0, 0), (0, 1))),
    ("c3", "h", COVERAGE, |s| s.cell() == ((0, 2), (0, 1))),
    ("c5", "Tab", COVERAGE, |s| s.cell() == ((0, 4), (0, 0))),
    ("c", "Shift-Tab", COVERAGE, |s| s.cell() == ((0, 0), (0, 4))),
    ("c", "3", COVERAGE, |s| s.cell() == ((0, 0), (0, 2)) && s.focus() == (0, 0)),
    ("c3", "n", COVERAGE, |s| s.cell() == ((0, 2), (1, 2))),
    ("cj3", "N", COVERAGE, |s| s.cell() == ((1, 2), (0, 2))),
    ("cj3", "]", COVERAGE, |s| s.cell() == ((1, 2), (1, 4))),
    ("cj5", "[", COVERAGE, |s| s.cell() == ((1, 4), (1, 2))),
    ("cG", "}", COVERAGE, |s| s.cell() == ((3, 0), (3, 2))),
    ("cG", "{", COVERAGE, |s| s.cell() == ((3, 0), (3, 4))),
    ("cD", "Esc", COVERAGE, |s| s.choice().0.differing && !s.choice().1.differing && s.was.state.views.len() == 1),
    ("c", "Esc", COVERAGE, |s| s.closed()),
    ("c", "-", COVERAGE, |s| s.is.comparison.bar < s.was.comparison.bar && !s.is.state.views.is_empty()),
    ("n}}", "Enter", CERTIFICATE, |s| s.closed() && s.focus() == (0, 3)),
    ("n}", "}", CERTIFICATE, |s| text(&s.is.draw()).contains("Not in Town Hall")),
    ("n}", "{", CERTIFICATE, |s| text(&s.is.draw()).contains("Not in Wire")),
    ("n}", "q", CERTIFICATE, |s| s.closed()),
    ("O2", "Enter", ONLY_HERE, |s| s.closed() && s.focus() == (0, 1)),
    ("O", "l", ONLY_HERE, |s| matches!(s.is.state.view(), View::OnlyHere(v) if v.column == 1)),
    ("O", "4", ONLY_HERE, |s| text(&s.is.draw()).contains("early to name a sum")),
    ("O", "}", ONLY_HERE, |s| text(&s.is.draw()).contains("Not in Evening Bell")),
    ("O", "O", ONLY_HERE, |s| s.closed()),
    ("H4", "Enter", HEADLINES, |s| s.closed() && s.focus() == (0, 3) && s.cursor().1 == 0),
    ("Hj", "B", HEADLINES, |s| matches!(s.is.state.view(), View::Headlines(v) if v.base == 1)),
    ("H", "t", HEADLINES, |s| {
        !text(&s.was.draw()).contains("We will not rest until we know")
            && text(&s.is.draw()).contains("We will not rest until we know")
    }),
    ("H", "j", HEADLINES, |s| matches!(s.is.state.view(), View::Headlines(v) if v.chosen == 1)),
    ("H", "3", HEADLINES, |s| matches!(s.is.state.view(), View::Headlines(v) if v.chosen == 2)),
    ("H", "H", HEADLINES, |s| s.closed()),
];

#[test]
fn every_key_does_what_it_says() {
    for (before, key, view, then) in CASES {
        let session = || {
            let mut session = reading((80, 24));
            session.press(before);
            session
        };
        let (was, mut is) = (session(), session());
        assert!(*view == READ || was.state.view().kind() == *view, "{key} after {before:?} is not pressed in that view");
        let key = Key::parse(key).unwrap().to_string();
        let effects = is.press(&format!("<{key}>"));
        let seen = Seen { was: &was, is: &is, effects };
        assert!(then(&seen), "{key} after {before:?}; the screen was\n{}\nand is\n{}", text(&was.draw()), text(&is.draw()));
    }
}

#[test]
fn every_row_of_the_table_has_a_test() {
    for row in KeyTable::default().rows {
        let view = row.view.unwrap_or(READ);
        let tested = CASES.iter().any(|(_, key, of, _)| Key::parse(key) == Some(row.key) && (*of == view));
        assert!(tested, "no test for {} ({:?})", row.key, row.action);
    }
}

#[test]
fn help_names_every_key() {
    let mut session = reading((100, 120));
    session.press("?");
    let screen = text(&session.draw());
    for row in KeyTable::default().rows {
        let key = row.key.to_string();
        let digit = key.parse::<u8>().is_ok();
        assert!(digit || screen.contains(&key), "{key} is missing in help:\n{screen}");
    }
    assert!(screen.contains("1–9"));
}

#[test]
fn a_number_before_a_key_says_how_often() {
    let mut session = reading((80, 24));
    session.press("g5j");
    assert_eq!((session.state.pane().cursor, session.state.focus), (5, 0));
    session.press("12k");
    assert_eq!(session.state.pane().cursor, 0);
    session.press("2n");
    assert_eq!(session.claim_in_hand().unwrap().label, "Nobody was hurt");
}

#[test]
fn a_digit_that_nothing_follows_was_an_outlet() {
    let mut session = reading((80, 24));
    session.press("3");
    let row = session.state.pane().cursor;
    session.press("j");
    assert_eq!((session.state.focus, session.state.pane().cursor), (2, row + 1));
}

#[test]
fn round_the_outlets_that_carry_a_claim_and_back() {
    let mut session = reading((80, 24));
    let visited: Vec<usize> = (0..5)
        .map(|_| {
            session.press("]");
            session.state.focus
        })
        .collect();
    assert_eq!(visited, [1, 2, 3, 4, 0]);
    session.press("<Ctrl-O><Ctrl-O>");
    assert_eq!(session.state.focus, 3);
    session.press("<Alt-o>");
    assert_eq!(session.state.focus, 4);
    assert_eq!(session.claim_in_hand().unwrap().articles().len(), 5);
}

#[test]
fn blink_goes_round_and_any_other_key_restores() {
    let mut session = reading((80, 24));
    let own = text(&session.draw());
    let screens: Vec<String> = (0..5)
        .map(|_| {
            session.press("x");
            text(&session.draw())
        })
        .collect();
    assert!(screens[3].contains("“We won't ") && screens[3].contains("rest until we know"), "{}", screens[3]);
    assert_eq!(screens[4], own, "after the last outlet its own words stand there again");
    session.press("xx");
    assert_ne!(text(&session.draw()), own);
    session.press("<Ctrl-L>");
    assert_eq!(text(&session.draw()), own);
}

/// In a story of hundreds of articles linking anew takes a second: a held key must not run on.
#[test]
fn keys_that_wait_move_the_bar_together_and_link_once() {
    let mut session = reading((80, 24));
    let before = session.comparison.bar;
    let up = rashomon::reader::keys::parse_run("+++");
    assert!(up.into_iter().all(|key| session.key(key).is_none()));
    assert_eq!(session.comparison.bar, before, "linked anew before anything is to be seen");
    assert!(text(&session.draw()).contains("bar 0.55 …"), "{}", text(&session.draw()));
    session.settle();
    assert_eq!(session.comparison.bar, 0.55);
    session.press("3-");
    assert_eq!(session.comparison.bar, before, "a number before the key counts");
    session.key(rashomon::reader::keys::parse_run("+")[0]);
    session.key(rashomon::reader::keys::parse_run("n")[0]);
    assert_eq!(session.comparison.bar, 0.45, "any other key finds the bar where it was moved to");
}

#[test]
fn words_that_both_versions_have_stay_where_they_are_in_a_blink() {
    let mut session = reading((120, 30));
    let find = |buffer: &ratatui::buffer::Buffer, words: &str| {
        let at = |y: u16| Some((support::row(buffer, y).split_once(words)?.0.chars().count(), y));
        (0..28).find_map(at).unwrap_or_else(|| panic!("{words} is not in\n{}", text(buffer)))
    };
    let before = session.draw();
    session.press("xxxx");
    let after = session.draw();
    assert!(text(&after).contains("“We won't "), "{}", text(&after));
    assert_eq!(find(&before, "rest until we know"), find(&after, "rest until we know"), "{}", text(&after));
}

#[test]
fn blinking_changes_nothing_but_the_words_and_the_status_line() {
    let mut session = reading((120, 30));
    session.press("jjj");
    session.press("n");
    let before = session.draw();
    session.press("x");
    let after = session.draw();
    let place = session.place_of(session.state.hand.unwrap()).unwrap();
    let rows = session.wrapped(0).rows_of(&place).len() as u16;
    let first = 3 + session.state.pane().cursor_on_screen() as u16;
    for y in (0..30).filter(|y| !(first..first + rows.max(3)).contains(y) && *y != 28) {
        assert_eq!(support::row(&before, y), support::row(&after, y));
    }
}

#[test]
fn locked_panes_follow_and_those_without_the_claim_stay() {
    let mut session = reading((200, 20));
    session.press("L");
    let town_hall = session.state.panes[3];
    session.press("n");
    assert_eq!(session.claim_in_hand().unwrap().label, "The damage is £8 million");
    assert_eq!(session.state.panes[3], town_hall);
    assert_eq!(session.state.panes[1].cursor_on_screen(), session.state.pane().cursor_on_screen());
    let titles = support::row(&session.draw(), 1);
    assert_eq!(titles.matches("follows").count(), 1, "{titles}");
    assert_eq!(titles.matches("not here").count(), 3, "{titles}");
}

#[test]
fn an_article_without_links_says_so() {
    let story = support::ferry();
    let mut session = Session::showing(story, Default::default(), Default::default(), (80, 24));
    session.press("n");
    assert!(text(&session.draw()).contains("nothing is linked at this bar; - shows more"));
    for keys in ["]", "[", "=", "L", "x", "v", "<Enter>", "N", "f", "s", "<Ctrl-O>"] {
        session.press(keys);
        session.draw();
    }
    assert!(session.state.views.is_empty());
}

#[test]
fn the_claim_in_hand_outlives_another_width_and_the_bar() {
    let mut session = reading((80, 24));
    session.press("]");
    let row = |s: &Session| s.wrapped(1).rows_of(&s.place_of(s.state.hand.unwrap()).unwrap());
    for size in [(200, 60), (40, 12), (1, 1), (120, 40)] {
        session.resize(size.0, size.1);
        assert_eq!(session.state.hand.map(|h| h.claim), Some(0));
        assert!(row(&session).contains(&session.state.pane().cursor), "at {size:?}");
    }
}

#[test]
fn a_key_that_cannot_do_anything_here_says_why() {
    let cases =
        [("jjj]", "no claim under the cursor"), ("jjjv", "no claim under the cursor"), ("<Alt-o>", "no place to go forward")];
    for (keys, said) in cases {
        let mut session = reading((80, 24));
        session.press(keys);
        let message = session.state.message.clone().unwrap_or_default();
        assert!(message.contains(said), "{keys}: {message:?}");
    }
}

#[test]
fn what_could_not_be_read_is_said_at_the_start() {
    let mut story = support::ferry();
    story.warnings = vec!["a.pdf: not a kind of file that is read".to_owned(), "b: empty".to_owned()];
    let comparison = support::ferry_compared(&story);
    let session = Session::showing(story, comparison, Default::default(), (80, 24));
    assert!(text(&session.draw()).contains("a.pdf: not a kind of file that is read (and 1 more)"));
}
