//! Which files are read and how: encodings, what cannot be read, what the order of the sources does not change.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/folder.rs"]
mod folder;

use folder::*;
use rashomon::error::Error;
use rashomon::ingest::{self, Options};

#[test]
fn encodings_are_told_or_guessed_aloud() {
    let folder = Folder::new(
        "encodings",
        &[
            ("bom.txt", b"\xef\xbb\xbfPont ferm\xc3\xa9\n\nLe pont est ferm\xc3\xa9.\n"),
            ("latin.txt", b"Pont ferm\xe9\n\nLe pr\xe9sident a dit \x93non\x94 \xe0 Gen\xe8ve hier soir.\n"),
            (
                "wide.txt",
                &"\u{feff}Pont fermé\n\nLe pont est fermé.\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
            ),
        ],
    );
    let story = folder.load();
    assert!(
        story.articles.iter().all(|a| a.headline == "Pont fermé"),
        "{:?}",
        story.articles.iter().map(|a| &a.headline).collect::<Vec<_>>()
    );
    assert_eq!(story.warnings.len(), 1);
    assert!(story.warnings[0].contains("latin.txt") && story.warnings[0].contains("windows-1252"));
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_read() {
    let folder = Folder::new(
        "bad",
        &[
            ("good.txt", b"Bridge shut\n\nThe bridge is shut.\n"),
            ("empty.txt", b""),
            ("blank.txt", b"\n\n  \n"),
            ("zeros.txt", &[0u8, 1, 2, 3, 255].repeat(200)),
            ("broken.json", b"{\"articles\": [\n  {\"title\": oops}]}"),
            ("picture.jpg", b"\xff\xd8\xff"),
            (".hidden.txt", b"no"),
            ("inner/deep.txt", b"Deep\n\nThe bridge is deep.\n"),
        ],
    );
    let mut sources = vec![folder.path()];
    sources.extend(["page.mhtml", "paper.pdf", "nowhere.txt"].map(|n| folder.file(n)));
    sources.push("https://news.example/bridge".into());
    let story = load(&sources).unwrap();
    assert_eq!(story.articles.len(), 1);
    let all = story.warnings.join("\n");
    for part in [
        "empty.txt",
        "blank.txt",
        "zeros.txt",
        "broken.json",
        "line 2",
        "picture.jpg",
        "--recursive",
        "page.mhtml",
        "pdftotext",
        "nowhere.txt",
        "https://news.example/bridge",
    ] {
        assert!(all.contains(part), "{part} is not in:\n{all}");
    }
    assert!(!all.contains(".hidden"));
    let deep = ingest::load(&[folder.path()], &Options { recursive: true, ..Options::default() }).unwrap();
    assert_eq!(deep.articles.len(), 2);
    assert!(!deep.warnings.join("\n").contains("--recursive"));
}

#[test]
fn a_report_beside_its_articles_is_none_of_them() {
    let articles: [(&str, &[u8]); 2] =
        [("a.txt", b"Bridge shut\n\nThe bridge is shut.\n"), ("b.txt", b"Bridge is shut\n\nIt is.\n")];
    let folder = Folder::new("report", &articles);
    let story = load(&[folder.path()]).unwrap();
    let comparison = rashomon::analysis::compare(&story, 0.38);
    std::fs::write(folder.file("story.txt"), rashomon::report::text::report(&story, &comparison)).unwrap();
    std::fs::write(folder.file("story.md"), rashomon::report::markdown::report(&story, &comparison)).unwrap();
    std::fs::write(folder.file("story.html"), rashomon::report::html::report(&story, &comparison)).unwrap();
    let again = load(&[folder.path()]).unwrap();
    assert_eq!(again.articles, story.articles);
    assert_eq!(again.warnings.iter().filter(|w| w.contains("a report that rashomon wrote")).count(), 3, "{:?}", again.warnings);
}

#[test]
fn nothing_usable_is_an_error_that_lists_why() {
    let folder = Folder::new("nothing", &[("a.pdf", b"%PDF-1.4"), ("b.txt", b"")]);
    let error = load(&[folder.file("a.pdf"), folder.file("b.txt")]).unwrap_err().to_string();
    assert!(error.contains("pdftotext") && error.contains("b.txt"), "{error}");
    assert!(matches!(load(&[]), Err(Error::Nothing(_))));
    let empty = Folder::new("empty", &[]);
    let said = load(&[empty.path()]).unwrap_err().to_string();
    assert!(said.contains("no article in this folder") && [".txt", ".htm,", ".mhtml"].iter().all(|e| said.contains(e)), "{said}");
}

#[test]
fn a_file_given_twice_is_said_to_be() {
    let articles: [(&str, &[u8]); 2] =
        [("a.txt", b"Bridge shut\n\nThe bridge is shut.\n"), ("b.txt", b"Bridge is shut\n\nIt is.\n")];
    let folder = Folder::new("twice", &articles);
    let story = load(&["a.txt", "b.txt", "./a.txt"].map(|n| folder.file(n))).unwrap();
    assert_eq!((story.articles.len(), story.warnings.len()), (2, 1), "{:?}", story.warnings);
    assert!(story.warnings[0].contains("a.txt") && story.warnings[0].contains("more than once"));
    // A link that leads back into its folder gives nothing twice.
    #[cfg(unix)]
    {
        let inner = folder.file("inner");
        std::fs::create_dir_all(&inner).unwrap();
        let _ = std::os::unix::fs::symlink("..", format!("{inner}/up"));
        let story = ingest::load(&[folder.path()], &Options { recursive: true, ..Options::default() }).unwrap();
        assert_eq!((story.articles.len(), story.warnings.len()), (2, 0), "{:?}", story.warnings);
        std::fs::remove_dir_all(&inner).unwrap();
    }
    // Who names one of a folder's files says something new.
    let named = load(&[folder.path(), format!("Bell={}", folder.file("a.txt"))]).unwrap();
    assert!(named.warnings.is_empty() && named.articles.iter().any(|a| a.outlet == "Bell"), "{:?}", named.warnings);
}

#[test]
fn a_file_without_an_ending_is_told_by_its_contents() {
    let folder = Folder::new(
        "unknown",
        &[
            ("one", b"[Update] Bridge shut\n\nThe bridge is shut.\n"),
            ("two", br#"{"title": "Bridge shut", "outlet": "B", "text": "The bridge is shut."}"#),
            ("three", b"{\"title\": \"A\", \"text\": \"One is here.\", \"outlet\": \"C\"}\n{\"title\": \"B\", \"text\": \"Two is here.\", \"outlet\": \"D\"}\n"),
            ("four", b"<!DOCTYPE html><html><h1>Bridge shut</h1><p>The bridge is closed.</p></html>"),
        ],
    );
    let story = load(&["one", "two", "three", "four"].map(|n| folder.file(n))).unwrap();
    assert_eq!(story.articles.len(), 5);
    assert_eq!(story.articles.iter().filter(|a| ["B", "C", "D"].contains(&a.outlet.as_str())).count(), 3);
    assert!(story.articles.iter().any(|a| a.passages[1].text == "The bridge is closed."));
}

#[test]
fn the_order_of_the_sources_does_not_matter() {
    let text = |n: usize| {
        format!("Bridge {n} shut\n\n0{}/02/2017\n\nThe bridge is shut, said mayor number {n}.\n", n % 9 + 1).into_bytes()
    };
    let files: Vec<(String, Vec<u8>)> = (0..9)
        .map(|n| (format!("{n}.txt"), text(n)))
        .chain([("y.txt".into(), b"Bridge\n24 February 2017\n\nThe bridge is open.\n".to_vec())])
        .collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    let folder = Folder::new("order", &files);
    let mut sources: Vec<String> = files.iter().map(|(n, _)| folder.file(n)).collect();
    let one = load(&sources).unwrap();
    sources.reverse();
    assert_eq!(load(&sources).unwrap(), one);
    sources.rotate_left(3);
    sources.push(folder.path());
    sources.push(folder.file("./3.txt"));
    assert_eq!(load(&sources).unwrap().articles.len(), one.articles.len());
}
