//! What stands only in one outlet, headlines side by side, help, signs and first words: what a reader sees and where the keys lead.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rashomon::model::Comparison;
use rashomon::reader::state::Overlay;
use rashomon::reader::{Options, Session, ThemeName};
use ratatui::style::Modifier;
use support::{ferry, ferry_compared, golden, look, reading, reading_with, row, text};

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

#[test]
fn frames_of_the_views_at_four_sizes() {
    for (name, keys) in [("only-here", "]O"), ("headlines", "Hj")] {
        for size in SIZES {
            let mut session = reading(size);
            session.press(keys);
            golden(&format!("{name}-{}x{}", size.0, size.1), &session);
        }
    }
}

#[test]
fn on_a_wide_screen_the_reasons_stand_beside_the_versions() {
    for (size, beside) in [((200, 60), true), ((150, 40), true), ((140, 40), false), ((80, 24), false)] {
        let mut session = reading(size);
        session.press("v");
        let shown = |session: &Session| text(&session.draw()).matches("Why they are linked").count();
        assert_eq!(shown(&session), usize::from(beside), "{size:?}");
        assert_eq!(row(&session.draw(), 1).contains("Why they are linked"), beside, "{size:?}");
        session.press("w");
        assert_eq!(shown(&session), 1, "{size:?}: once, and where it can be scrolled");
    }
}

#[test]
fn signs_without_room_go_on_at_the_next_press_of_their_key() {
    let mut session = reading((40, 12));
    let mut seen = String::new();
    session.press("i");
    for _ in 0..6 {
        if session.state.overlay.is_none() {
            break;
        }
        seen.push_str(&text(&session.draw()));
        session.press("i");
    }
    assert!(session.state.overlay.is_none(), "the last page is closed by its key\n{seen}");
    for sign in ["a quotation that other", "stands in no other outlet", "at the side: a claim"] {
        assert!(seen.contains(sign), "{sign} is not told\n{seen}");
    }
    assert!(seen.contains("i: more of them"), "{seen}");
    session.press("i<Esc>");
    assert!(session.state.overlay.is_none());
}

#[test]
fn help_begins_with_the_view_it_was_asked_for_in() {
    for (keys, sign, does) in [
        ("v?", "Words that are compared", "compare the others with this version"),
        ("H?", "Words that are compared", "one, two or three paragraphs of each opening"),
    ] {
        let mut session = reading((120, 40));
        session.press(keys);
        let screen = text(&session.draw());
        let at = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words} is not in\n{screen}"));
        assert!(at(sign) < at("In the view you came from") && at("In the view you came from") < at(does));
    }
}

#[test]
fn a_message_too_long_for_its_line_goes_on_in_the_next() {
    let mut session = reading((80, 24));
    let words: Vec<String> = (1..=30).map(|n| format!("word{n}")).collect();
    session.state.message = Some(words.join(" "));
    let frame = session.draw();
    let said = format!("{} {}", row(&frame, 22).trim(), row(&frame, 23).trim());
    assert!(said.starts_with("word1 word2") && said.contains(" word20 ") && said.ends_with('…'), "{said}");
    session.press("n");
    assert!(row(&session.draw(), 23).contains("q quit"), "the hints are back");
}

#[test]
fn one_article_alone_says_that_there_is_nothing_to_compare() {
    let mut story = ferry();
    story.articles.truncate(1);
    let session = Session::new(story, Options::default(), (80, 24));
    let screen = text(&session.draw());
    assert!(screen.contains("nothing to compare it with") && !screen.contains("next claim"), "{screen}");
}

#[test]
fn only_here_lists_each_outlets_own_in_order_and_leads_to_the_text() {
    let mut session = Session::new(ferry(), Options::default(), (200, 60));
    for (article, column) in [(0, "1"), (1, "2"), (4, "5")] {
        let own: Vec<_> = session.comparison.only_in(article).map(|s| s.place).collect();
        assert!(own.is_sorted() && !own.is_empty());
        session.press(&format!("O{column}G<Enter>"));
        let last = own.last().unwrap();
        assert_eq!(session.state.focus, article);
        assert_eq!(session.wrapped(article).row_of(last.passage, last.span.start), session.state.pane().cursor);
    }
}

#[test]
fn an_outlet_with_nothing_of_its_own_says_so() {
    let story = ferry();
    let comparison = Comparison { statements: Vec::new(), ..ferry_compared(&story) };
    let mut session = Session::showing(story, comparison, Options::default(), (80, 24));
    session.press("Oj<Enter>}");
    assert!(text(&session.draw()).replace("\n", " ").contains("Every statement of this"), "{}", text(&session.draw()));
    session.press("qcSG<Enter>}v");
    assert!(text(&session.draw()).contains("nothing is left"));
}

#[test]
fn headlines_mark_the_words_that_the_base_has_not() {
    let mut session = reading_with(look(ThemeName::Plain), (80, 40));
    session.press("H");
    let buffer = session.draw();
    let y = (0..40).find(|&y| row(&buffer, y).contains("Mayor vows to find")).unwrap();
    let line = row(&buffer, y);
    let weight = |word: &str| buffer[(line.find(word).unwrap() as u16, y)].modifier;
    let lede = (y..40).find(|&y| row(&buffer, y).contains("Mayor Ada Brandt vowed")).unwrap();
    let at = |word: &str| {
        let x = row(&buffer, lede).find(word).unwrap() as u16;
        buffer[(x, lede)].modifier.contains(Modifier::BOLD)
    };
    assert!(at("vowed") && !at("the cause"), "{}", row(&buffer, lede));
    assert!(weight("vows").contains(Modifier::BOLD) && !weight("ferry").contains(Modifier::BOLD), "{line}");
    session.press("jB");
    assert!(row(&session.draw(), 38).contains("word by word against Evening Bell"), "{}", row(&session.draw(), 38));
}

#[test]
fn headlines_stand_in_columns_where_all_fit_and_else_under_each_other() {
    let mut session = reading((200, 60));
    session.press("H");
    let line = row(&session.draw(), 1);
    assert!(line.contains("1 Harbour Post") && line.contains("5 Wire"), "{line}");
    session.resize(100, 60);
    let line = row(&session.draw(), 1);
    assert!(line.contains("1 Harbour Post") && !line.contains("2 Evening Bell"), "{line}");
    assert!(text(&session.draw()).contains("5 Wire  4 May 2031"));
}

#[test]
fn frames_of_the_signs_and_the_first_words() {
    for (name, keys) in [("signs-text", "i"), ("signs-coverage", "ci"), ("signs-words", "vi")] {
        let mut session = reading((80, 24));
        session.press(keys);
        golden(name, &session);
    }
    for size in [(40, 12), (80, 24)] {
        let mut session = reading(size);
        session.state.overlay = Some(Overlay::Welcome);
        golden(&format!("welcome-{}x{}", size.0, size.1), &session);
    }
}

#[test]
fn the_first_words_go_with_any_key_and_name_the_keys_as_they_are_set() {
    let mut options = Options::default();
    let key = rashomon::reader::keys::Key::parse("Z").unwrap();
    options.keys.bind(options.keys.named("coverage").unwrap(), &[key]);
    let mut session = reading_with(options, (80, 24));
    session.state.overlay = Some(Overlay::Welcome);
    assert!(text(&session.draw()).contains("Z     who carries what"), "{}", text(&session.draw()));
    session.press("]");
    assert_eq!((session.state.overlay, session.state.focus), (None, 1), "the key does what it says all the same");
    session.state.overlay = Some(Overlay::Welcome);
    session.press("<Esc>");
    assert_eq!((session.state.overlay, session.state.hand.map(|h| h.claim)), (None, Some(0)), "Esc does no more than that");
}

#[test]
fn the_first_words_are_for_the_first_run_alone() {
    for (first_run, overlay) in [(true, Some(Overlay::Welcome)), (false, None)] {
        let mut session = reading((80, 24));
        session.remember(rashomon::reader::memory::Memory::new(first_run));
        assert_eq!(session.state.overlay, overlay);
    }
}
