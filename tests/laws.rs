//! Laws of reading that hold for real articles, where they are at hand, and for any bytes: nothing is lost, nothing dangerous is let
//! through, and what was packed opens again the same.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/folder.rs"]
mod folder;

use folder::*;
use jiff::civil::date;
use proptest::prelude::*;
use rashomon::ingest;
use rashomon::model::{PassageKind, Story};
use std::path::{Path, PathBuf};

/// The corpus of real articles; `None`, with the reason printed, where it is absent.
fn corpus(part: &str) -> Option<PathBuf> {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")).join(part);
    if path.is_dir() {
        return Some(path);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is absent", path.display());
    eprintln!("skipped: {} is absent", path.display());
    None
}

#[test]
fn nothing_dangerous_reaches_a_terminal() {
    let text = "Bridge \u{1b}]0;gone\u{7}shut\u{202e}\n\nThe \u{1b}[31mbridge\u{1b}[0m is \u{9b}1mshut\u{200b}, &#27;[2Jsaid &#x202e;Roe.\n";
    let article = read("danger", text);
    assert_eq!(article.headline, "Bridge shut");
    assert_eq!(texts(&article, PassageKind::Paragraph), ["The bridge is shut, said Roe."]);
    assert!(article.removed >= 20);
    let json = r#"{"title": "A\u001b[1mB", "outlet": "C\u202eD", "author": "E\u0007F", "text": "G\u009bmH is here."}"#;
    let folder = Folder::new("danger-json", &[("a.json", json.as_bytes())]);
    let article = folder.load().articles.remove(0);
    assert_eq!((article.headline.as_str(), article.outlet.as_str(), article.byline.as_deref()), ("AB", "CD", Some("EF")));
}

/// All of a story that a story file keeps.
fn kept(story: &Story) -> Story {
    let mut story = story.clone();
    story.warnings.clear();
    for article in &mut story.articles {
        article.source.clear();
        article.removed = 0;
        article.passages.iter_mut().for_each(|p| p.lines = (0, 0));
    }
    story
}

fn opens_again(story: &Story, test: &str) {
    let packed = ingest::pack(story);
    let folder = Folder::new(test, &[("story.json", packed.as_bytes())]);
    let again = folder.load();
    assert_eq!(kept(&again), kept(story));
    assert_eq!(ingest::pack(&again), packed);
    let said: Vec<&String> = again.warnings.iter().filter(|w| !w.contains("the same text")).collect();
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn a_packed_story_opens_again_the_same() {
    let folder = Folder::new(
        "pack",
        &[
            ("a.txt", PAGE.as_bytes()),
            ("nyt.txt", b"R&amp;amp;D *cut*\n\n2 * 3 &amp;lt;b&amp;gt; Q: why? [x](y) Read more: \"a\\b\"\n"),
        ],
    );
    opens_again(&folder.load(), "packed");
}

#[test]
fn the_bundled_story_is_whole() {
    let story = ingest::bundled().unwrap();
    assert_eq!(
        story.articles.iter().map(|a| a.outlet.as_str()).collect::<Vec<_>>(),
        ["RT", "Daily Mail", "RFE/RL", "kremlin.ru", "UPI"]
    );
    assert!(story.warnings.is_empty() && !story.title.is_empty());
    for article in &story.articles {
        assert!(article.note.is_some() && article.published.is_some() && article.words() > 100, "{}", article.outlet);
        assert_eq!(article.passages[0].kind, PassageKind::Headline);
        assert_eq!(article.removed, 0);
    }
    opens_again(&story, "bundled");
}

#[test]
fn the_real_story_is_read_as_it_is() {
    let Some(folder) = corpus("stories/putin-le-pen") else { return };
    let story = load(&[folder.to_string_lossy().into_owned()]).unwrap();
    assert!(story.warnings.is_empty(), "{:?}", story.warnings);
    let seen: Vec<(&str, usize, usize, usize, usize)> = story
        .articles
        .iter()
        .map(|a| {
            let n = |kind| texts(a, kind).len();
            (
                a.outlet.as_str(),
                n(PassageKind::Furniture),
                n(PassageKind::Caption),
                n(PassageKind::Speech),
                n(PassageKind::Heading),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("Article 000", 2, 0, 0, 0),
            ("Article 001", 0, 7, 0, 0),
            ("RFE/RL", 9, 1, 0, 3),
            ("The Kremlin", 14, 1, 17, 0),
            ("UPI", 3, 1, 0, 0)
        ]
    );
    let day = Some(date(2017, 3, 24));
    assert_eq!(story.articles.iter().map(|a| a.published).collect::<Vec<_>>(), [day, None, None, day, day]);
    for article in &story.articles {
        let first = article.passages.iter().find(|p| p.is_article()).unwrap();
        assert_eq!((first.kind, &first.text), (PassageKind::Headline, &article.headline));
        assert_eq!(article.language.as_deref(), Some("en"));
        assert!(Path::new(&article.source).starts_with(&folder));
    }
    assert!(texts(&story.articles[0], PassageKind::Paragraph).iter().any(|t| t.contains("against terrorism.”")));
    let turn = story.articles[3].passages.iter().find(|p| p.kind == PassageKind::Speech).unwrap();
    assert_eq!((turn.speaker.as_deref(), turn.lines), (Some("President of Russia Vladimir Putin"), (9, 9)));
    opens_again(&story, "real");
}

/// Letters and digits of a text without what reading undoes.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn real_articles_lose_no_words() {
    for part in [
        "stories/putin-le-pen",
        "stories/trump-1995-taxes",
        "stories/ginsburg-trump",
        "quotations/articles",
        "more/ecbplus/13",
        "more/ecbplus/24",
    ] {
        let Some(folder) = corpus(part) else { return };
        let story = load(&[folder.to_string_lossy().into_owned()]).unwrap();
        for article in &story.articles {
            let raw = std::fs::read_to_string(&article.source).unwrap();
            let mut rest = raw.as_str();
            if raw.contains(['<', '&', 'Â', 'Ã']) && !article.source.contains("001_") {
                continue;
            }
            rest = rest.trim();
            let fixed = rest.replace('Â', "");
            let mut expected = letters(&fixed);
            for passage in &article.passages {
                // The names of speakers stand before their words, once for each turn.
                let speaker = passage.speaker.as_deref().map(letters).unwrap_or_default();
                if let Some(tail) = expected
                    .strip_prefix(&speaker)
                    .filter(|t| !speaker.is_empty() && !t.starts_with(&letters(&passage.text)) || t.len() < expected.len())
                {
                    expected = tail.strip_prefix("retranslated").unwrap_or(tail).to_owned();
                }
                let text = letters(&passage.text);
                expected = expected
                    .strip_prefix(&text)
                    .unwrap_or_else(|| {
                        panic!(
                            "{}: line {:?}: {:?} is not next in {:?}",
                            article.source,
                            passage.lines,
                            passage.text,
                            expected.chars().take(80).collect::<String>()
                        )
                    })
                    .to_owned();
            }
            assert_eq!(expected, "", "{}", article.source);
        }
    }
}

fn sane(story: &Story, lines: usize) {
    let mut ids: Vec<&str> = story.articles.iter().map(|a| a.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), story.articles.len());
    for article in &story.articles {
        let fields = [&article.id, &article.outlet, &article.headline]
            .into_iter()
            .chain(article.byline.iter())
            .chain(article.url.iter())
            .chain(article.note.iter());
        for text in fields
            .chain(article.passages.iter().map(|p| &p.text))
            .chain(article.passages.iter().filter_map(|p| p.speaker.as_ref()))
        {
            let bad = |c: char| {
                c.is_control()
                    || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
            };
            assert!(!text.contains(bad), "{text:?}");
            assert!(text.trim() == text && !text.contains("  "), "{text:?}");
        }
        assert!(!article.outlet.is_empty() && article.passages.iter().any(|p| p.is_article()));
        let mut before = 0;
        for p in &article.passages {
            assert!(!p.text.is_empty() && p.lines.0 <= p.lines.1 && p.lines.1 <= lines);
            assert!(p.lines.0 >= before || p.lines.0 == 0, "lines run backwards");
            before = p.lines.0.max(before);
            assert_eq!(p.speaker.is_some(), p.kind == PassageKind::Speech || p.speaker.is_some());
        }
    }
}

/// Pieces from which hostile texts are made.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "The bridge is shut, the mayor said.",
        "Bridge shut",
        "\n",
        "\n\n",
        "\r\n",
        "“",
        "”",
        "\"",
        "'",
        "*",
        "**",
        "_",
        "[a](#)",
        "](",
        "[",
        "<b>",
        "</p>",
        "<li>",
        "<script>",
        "</script>",
        "&amp;",
        "&#27;",
        "&",
        "Jane Roe: yes.",
        "Q: why?",
        "A: so.",
        "John Doe (pictured): ",
        "24/03/2017",
        "14:00",
        "March 24 (UPI) — ",
        "---",
        "=====",
        "- ",
        "• ",
        "# ",
        "> ",
        "Read more ",
        "Source: X",
        "By Jane Roe",
        "<…>",
        "9 of 11",
        "© 2017 X",
        "{",
        "}",
        "\u{1b}[1m",
        "\u{1b}]0;",
        "\u{7}",
        "\u{9d}",
        "\u{202e}",
        "\u{200d}",
        "\u{301}",
        "👩",
        "Â£",
        "â€™",
        "Ã©",
        "\u{2028}",
        "\0",
        "é",
        " ",
        "   ",
        "\t",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..40).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_story_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..300), ending in proptest::sample::select(vec!["txt", "md", "json", "jsonl", "bin"])) {
        let name = format!("x.{ending}");
        let folder = Folder::new(&format!("any-{ending}"), &[(&name, &bytes)]);
        if let Ok(story) = load(&[folder.file(&name)]) {
            sane(&story, bytes.len() + 1);
        }
    }

    #[test]
    fn any_dirt_gives_a_sane_story_that_packs(text in pieces()) {
        let folder = Folder::new("dirt", &[("x.txt", text.as_bytes())]);
        if let Ok(story) = load(&[folder.path()]) {
            sane(&story, text.len() + 1);
            opens_again(&story, "dirt-packed");
        }
    }

    #[test]
    fn any_dirt_in_json_gives_a_sane_story_that_packs(texts in proptest::collection::vec(pieces(), 1..4), field in proptest::sample::select(vec!["text", "content", "description", "body"])) {
        let records: Vec<serde_json::Value> = texts.iter().map(|t| serde_json::json!({"title": t, "outlet": t, "author": [t], "date": t, "url": t, field: t})).collect();
        let folder = Folder::new("dirt-json", &[("x.json", serde_json::json!({"articles": records}).to_string().as_bytes())]);
        if let Ok(story) = load(&[folder.path()]) {
            sane(&story, 1);
            opens_again(&story, "dirt-json-packed");
        }
    }
}
