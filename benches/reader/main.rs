//! How long a key takes to become a frame: `cargo bench --bench reader`.
//!
//! Made-up stories in panes of two terminal sizes. For each thing that a reader does: the median of many times and
//! what nine in ten keep within, from the key to the finished frame. What a terminal then does with it is not in it.

#[path = "../analysis/grammar.rs"]
mod grammar;

use rashomon::model::{Article, Passage, PassageKind, Story};
use rashomon::reader::wrap::Wrapping;
use rashomon::reader::{Options, Session};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Columns and rows.
const SCREENS: [(u16, u16); 2] = [(200, 60), (400, 120)];
const TIMES: usize = 60;
/// What takes long is done less often: no line gets longer than this.
const LIMIT: Duration = Duration::from_millis(500);
/// What is pressed, and what it does.
const KEYS: [(&str, &str); 7] = [
    ("j", "scroll a line"),
    ("d", "scroll half a screen"),
    ("l", "next pane"),
    ("n", "next claim"),
    ("]", "next version"),
    ("=", "line up"),
    ("+", "raise the bar"),
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    // `cargo test --benches` comes without `--bench`: only see that it runs.
    let times = if arguments.iter().any(|a| a == "--bench") { TIMES } else { 1 };
    for articles in [5, 20] {
        let story = story(articles);
        let mut session = Session::new(story.clone(), Options::default(), (200, 60));
        println!("{articles} articles of 760 words{:22} median   9 in 10", "");
        for screen in SCREENS {
            on_screen(&story, &mut session, screen, times);
        }
    }
}

/// Made-up articles as a story, without a file between.
fn story(count: usize) -> Story {
    let article = |(n, text): (usize, String)| {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty());
        let passage = |(n, line): (usize, &str)| Passage {
            kind: if n == 0 { PassageKind::Headline } else { PassageKind::Paragraph },
            speaker: None,
            lines: (n + 1, n + 1),
            text: line.to_owned(),
        };
        let passages: Vec<Passage> = lines.map(passage).collect();
        Article {
            id: format!("outlet-{n}"),
            outlet: format!("Outlet {n}"),
            headline: passages.first().map(|p| p.text.clone()).unwrap_or_default(),
            passages,
            ..Article::default()
        }
    };
    let articles = grammar::articles(count, 760).into_iter().enumerate().map(article).collect();
    Story { title: "A made-up story".to_owned(), articles, ..Story::default() }
}

fn on_screen(story: &Story, session: &mut Session, size: (u16, u16), times: usize) {
    session.resize(size.0, size.1);
    let (width, articles) = (session.wrapping.width(), story.articles.len());
    line(size, "wrap every article", times, || {
        let wrapping = Wrapping::new(story, width, false);
        black_box((0..articles).map(|article| wrapping.of(story, article).len()).sum::<usize>());
    });
    line(size, "the same screen again", times, || {
        black_box(session.draw());
    });
    for (key, does) in KEYS {
        line(size, does, times, || {
            session.press(key);
            black_box(session.draw());
        });
    }
    let mut narrow = false;
    line(size, "another size", times, || {
        narrow = !narrow;
        session.resize(size.0 - if narrow { 20 } else { 0 }, size.1);
        black_box(session.draw());
    });
}

fn line(size: (u16, u16), does: &str, times: usize, mut work: impl FnMut()) {
    let mut took = Vec::new();
    let first = Instant::now();
    while took.is_empty() || took.len() < times && first.elapsed() < LIMIT {
        let begun = Instant::now();
        work();
        took.push(begun.elapsed());
    }
    took.sort_unstable();
    let milliseconds = |time: Option<&Duration>| time.map_or(0.0, |t| t.as_secs_f64() * 1e3);
    let (median, most) = (milliseconds(took.get(took.len() / 2)), milliseconds(took.get(took.len() * 9 / 10)));
    println!("  {:9} {does:30} {median:7.3} ms {most:7.3} ms", format!("{}×{}", size.0, size.1));
}
