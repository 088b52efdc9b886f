//! Sources that are damaged, odd or made to do harm: each is read in good time, or refused with a message that says what to do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use rashomon::analysis;
use rashomon::error::Error;
use rashomon::ingest::{self, Options};
use rashomon::model::Story;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A folder of its own, gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let path = std::env::temp_dir().join(format!("rashomon-hostile-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        for (file, bytes) in files {
            std::fs::write(path.join(file), bytes).unwrap();
        }
        Folder(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    fn load(&self) -> Result<Story, Error> {
        load(&[self.0.to_string_lossy().into_owned()])
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn load(sources: &[String]) -> Result<Story, Error> {
    ingest::load(sources, &Options::default())
}

const GOOD: &str = "Bridge shut\n\nThe bridge is shut, the mayor of the town said on Monday.\n";

/// Runs the work with a time limit that only work without end passes, on a busy machine and without optimisation.
fn in_good_time<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(60), "{what} took {took:?}");
    done
}

/// What a text is made of, over and over.
const UNITS: [&str; 46] = [
    "The mayor said on Monday that the old bridge would stay shut. ",
    "\"",
    "\" ",
    "\"a ",
    "said \"a\" ",
    "“a” ",
    "“a b c d ",
    "‘",
    "' ",
    "a ",
    "a\n\n",
    "Word\n",
    "<",
    "<b ",
    "<p>a",
    "<script>",
    "](",
    "[a](b",
    "[a](b) ",
    "*a ",
    "_a_ ",
    "&",
    "&amp;",
    "\u{1b}]",
    "â€",
    "1 ",
    "1/2/",
    "1,",
    "$1 to ",
    "one hundred and ",
    "March 24, 2017 ",
    "on Friday two years ago ",
    "Harbour ",
    "Jane Roe, Mary Major and ",
    "A. ",
    "Mr. ",
    "Ministry of ",
    "said ",
    "according to ",
    "she said he ",
    "but not never ",
    "e\u{301}",
    "\u{301}",
    "他说今天的会议非常重要。",
    "Ａ",
    "👩\u{200d}🚀",
];

/// The full measure, or what a build without optimisation can bear.
const fn size(full: usize, unoptimised: usize) -> usize {
    if cfg!(debug_assertions) { unoptimised } else { full }
}

#[test]
fn a_text_of_one_line_without_end_is_compared_in_good_time() {
    for unit in UNITS {
        let text = unit.repeat(size(60_000, 12_000) / unit.len());
        let other = format!("Another headline\n\nIt rained.\n\n{text}");
        let folder = Folder::new("unit", &[("a.txt", text.as_bytes()), ("b.txt", other.as_bytes())]);
        in_good_time(unit, || {
            let Ok(story) = folder.load() else { return };
            analysis::compare(&story, analysis::DEFAULT_BAR);
        });
    }
}

/// A page that says nearly the same over and over.
fn counted(bytes: usize) -> String {
    let mut text = String::new();
    for n in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&format!("The harbour master said on Friday that boat {n} had left the harbour. "));
    }
    text
}

#[test]
fn pages_that_repeat_themselves_are_compared_side_by_side_in_good_time() {
    let bytes = size(2_000_000, 90_000);
    let again = |unit: &str| unit.repeat(bytes / unit.len());
    let units = ["said \"a\" ", "“a b,” she said. ", "$1 to ", "Six. ", "the old bridge was shut on Friday. "];
    for text in units.iter().map(|unit| again(unit)).chain([counted(bytes)]) {
        let (b, c) = (format!("Another headline\n\n{text}"), format!("A third\n\nIt rained.\n\n{text}"));
        let folder = Folder::new("again", &[("a.txt", text.as_bytes()), ("b.txt", b.as_bytes()), ("c.txt", c.as_bytes())]);
        let what = text.get(..30).unwrap_or_default();
        in_good_time(what, || {
            let story = folder.load().unwrap();
            let comparison = analysis::compare(&story, analysis::DEFAULT_BAR);
            // What is said ten thousand times is told often, and not linked a hundred million times.
            for claim in &comparison.claims {
                let most = (0..3).map(|a| claim.versions.iter().filter(|v| v.place.article == a).count()).max();
                assert!(most <= Some(24), "{what}: {most:?} versions in one article");
            }
            let statements = comparison.statements.len();
            assert!(comparison.links.len() <= 100 * statements.max(100), "{what}: {} links", comparison.links.len());
        });
    }
}

#[test]
fn megabytes_of_anything_are_read_in_good_time() {
    for unit in UNITS {
        let text = unit.repeat(size(10_000_000, 200_000) / unit.len());
        let folder = Folder::new("megabytes", &[("a.txt", text.as_bytes()), ("good.txt", GOOD.as_bytes())]);
        in_good_time(unit, || folder.load().unwrap());
    }
}

#[test]
fn what_is_longer_than_any_article_is_cut_aloud() {
    let text = UNITS[0].repeat(3_000_000 / UNITS[0].len());
    let folder = Folder::new("long", &[("a.txt", text.as_bytes()), ("good.txt", GOOD.as_bytes())]);
    let story = in_good_time("three megabytes", || folder.load().unwrap());
    let read: usize = story.articles.iter().flat_map(|a| &a.passages).map(|p| p.text.len()).sum();
    assert!((1_900_000..2_100_000).contains(&read), "{read}");
    let said = story.warnings.iter().filter(|w| w.contains("a.txt")).collect::<Vec<_>>();
    assert!(said.iter().any(|w| w.contains("longer than any article") && w.contains("2,000,000")), "{said:?}");
    assert!(said.iter().any(|w| w.contains("pieces")), "{said:?}");
}

#[test]
fn a_hundred_thousand_paragraphs_of_a_word_are_compared_in_good_time() {
    let text = "Word\n\n".repeat(size(100_000, 5_000));
    let folder = Folder::new("paragraphs", &[("a.txt", text.as_bytes()), ("good.txt", GOOD.as_bytes())]);
    in_good_time("paragraphs of a word", || {
        let story = folder.load().unwrap();
        assert_eq!(story.articles.len(), 2);
        analysis::compare(&story, analysis::DEFAULT_BAR);
    });
}

#[test]
fn a_paragraph_without_end_stays_whole_in_pieces() {
    let sentence = "The mayor said on Monday that the old bridge would stay shut for weeks. ";
    let text = format!("Bridge shut\n\n{}", sentence.repeat(1000));
    let story = Folder::new("pieces", &[("a.txt", text.as_bytes())]).load().unwrap();
    let words: usize = story.articles[0].passages.iter().map(|p| p.text.split_whitespace().count()).sum();
    assert_eq!(words, text.split_whitespace().count());
    assert!(story.warnings.len() == 1 && story.warnings[0].contains("pieces"), "{:?}", story.warnings);
    assert!(story.articles[0].passages.iter().all(|p| p.lines == (3, 3) || p.lines == (1, 1)));
}

#[cfg(unix)]
mod no_files {
    use super::*;

    fn refused(source: &str) -> String {
        in_good_time(source, || load(&[source.to_owned()])).unwrap_err().to_string()
    }

    #[test]
    fn pipes_devices_and_sockets_are_refused_at_once() {
        let folder = Folder::new("no-files", &[]);
        let pipe = folder.file("pipe.txt");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let said = refused(&pipe);
        assert!(said.contains("pipe.txt") && said.contains("named pipe") && said.contains("give -"), "{said}");
        let socket = folder.file("socket.txt");
        let _bound = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert!(refused(&socket).contains("socket"), "{}", refused(&socket));
        for device in ["/dev/zero", "/dev/null"] {
            assert!(refused(device).contains("device"), "{}", refused(device));
        }
        // In a folder they cost only themselves.
        std::fs::write(folder.file("good.txt"), GOOD).unwrap();
        let story = in_good_time("the folder", || folder.load()).unwrap();
        assert_eq!((story.articles.len(), story.warnings.len()), (1, 2));
    }

    #[test]
    fn what_the_shell_has_opened_is_as_good_as_a_file() {
        let folder = Folder::new("substituted", &[("good.txt", GOOD.as_bytes())]);
        let script = format!("exec {} report <(cat {}) 2>&1", env!("CARGO_BIN_EXE_rashomon"), folder.file("good.txt"));
        let Ok(output) = std::process::Command::new("bash").arg("-c").arg(script).output() else {
            println!("skipped: no bash here");
            return;
        };
        assert!(String::from_utf8_lossy(&output.stdout).contains("Bridge shut"), "{output:?}");
    }

    #[test]
    fn links_that_lead_nowhere_or_in_a_circle_are_named() {
        let folder = Folder::new("links", &[("good.txt", GOOD.as_bytes())]);
        std::os::unix::fs::symlink("nowhere", folder.0.join("broken.txt")).unwrap();
        std::os::unix::fs::symlink("circle.txt", folder.0.join("circle.txt")).unwrap();
        std::os::unix::fs::symlink(".", folder.0.join("self")).unwrap();
        let source = [folder.0.to_string_lossy().into_owned()];
        let story = ingest::load(&source, &Options { recursive: true, ..Options::default() }).unwrap();
        let all = story.warnings.join("\n");
        assert_eq!(story.articles.len(), 1, "{all}");
        assert!(all.contains("broken.txt: this is a link to nowhere") && all.contains("circle.txt"), "{all}");
    }

    #[test]
    fn a_name_that_is_no_text_is_read_all_the_same() {
        use std::os::unix::ffi::OsStrExt;
        let folder = Folder::new("names", &[]);
        let name = std::ffi::OsStr::from_bytes(b"bad\xff\x1b[31m\nname.txt");
        if std::fs::write(folder.0.join(name), GOOD).is_err() {
            println!("skipped: this system's file names are text");
            return;
        }
        let story = folder.load().unwrap();
        assert_eq!(story.articles.len(), 1);
    }
}

#[test]
fn zeros_and_blanks_are_told_from_text() {
    let folder = Folder::new(
        "blanks",
        &[
            ("empty.txt", b""),
            ("blank.txt", b" \n\t\n\xc2\xa0\n"),
            ("zeros.txt", &[0; 500]),
            ("stray.txt", b"The\0 bridge is shut, the mayor said.\n"),
        ],
    );
    let story = folder.load().unwrap();
    assert_eq!(story.articles.len(), 1);
    assert_eq!(story.articles[0].passages[0].text, "The bridge is shut, the mayor said.");
    for file in ["empty.txt", "blank.txt", "zeros.txt"] {
        assert!(story.warnings.iter().any(|w| w.contains(file) && w.contains(';')), "{file}: {:?}", story.warnings);
    }
}

#[test]
fn one_outlet_in_two_spellings_is_one_and_a_text_saved_twice_is_said() {
    let text = "The bridge is shut, the mayor of the town said on Monday, and it will stay shut for weeks, the city added later.";
    let records = json!([
        {"outlet": "BBC", "title": "One", "text": text},
        {"outlet": "bbc", "title": "Two", "text": "The bridge is open."},
        {"outlet": "Example News", "title": "Three", "text": text}]);
    let story = Folder::new("twice", &[("x.json", records.to_string().as_bytes())]).load().unwrap();
    assert_eq!(story.outlets(), ["BBC", "Example News"]);
    assert!(story.warnings.len() == 1 && story.warnings[0].contains("the same text"), "{:?}", story.warnings);
}

#[test]
fn nested_without_end_is_refused_with_its_place() {
    let folder = Folder::new("deep", &[("x.json", "[".repeat(1_000_000).as_bytes())]);
    let said = folder.load().unwrap_err().to_string();
    assert!(said.contains("x.json") && said.contains("recursion") && said.contains("column"), "{said}");
}

/// Any JSON, with the names of fields that mean something.
fn any_json() -> impl Strategy<Value = Value> {
    let names = [
        "text",
        "title",
        "headline",
        "outlet",
        "passages",
        "articles",
        "items",
        "data",
        "date",
        "published",
        "author",
        "url",
        "schema",
        "kind",
        "speaker",
        "x",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        proptest::sample::select(vec![
            "The bridge is shut.",
            "rashomon.story/1",
            "2017-03-24",
            "https://news.example/a",
            "speech"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((proptest::sample::select(names.to_vec()), inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_json_gives_a_story_or_an_error(value in any_json(), ending in proptest::sample::select(vec!["json", "jsonl", "txt", "bin"])) {
        let name = format!("x.{ending}");
        let folder = Folder::new(&format!("json-{ending}"), &[(&name, value.to_string().as_bytes())]);
        match load(&[folder.file(&name)]) {
            Ok(story) => prop_assert!(!story.articles.is_empty()),
            Err(error) => prop_assert!(error.to_string().contains(&name)),
        }
    }

    #[test]
    fn any_text_can_be_compared(texts in proptest::collection::vec("([“”\"'‘’ .,:;!?—a-zA-Z0-9£$é]|said|Roe|he|the|\n|million|not){0,80}", 2..4)) {
        let files: Vec<(String, Vec<u8>)> = texts.into_iter().enumerate().map(|(n, t)| (format!("{n}.txt"), t.into_bytes())).collect();
        let files: Vec<(&str, &[u8])> = files.iter().map(|(n, t)| (n.as_str(), t.as_slice())).collect();
        if let Ok(story) = Folder::new("any-text", &files).load() {
            analysis::compare(&story, 0.0);
        }
    }
}
