//! Whole pages as people copy them, with all their dirt: made up, in the ways of many kinds of outlets. Each line of a page in
//! `tests/pages` says before a bar what it is: `H` headline, `P` paragraph, `T` heading, `C` caption, `S` speech turn, `R` remark of a
//! transcript, `Q` quotation by itself, `F` what belongs to the page and not to the article; `-` is an empty line.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use rashomon::ingest::{self, Options};
use rashomon::model::{Article, PassageKind};

fn kind(letter: &str) -> PassageKind {
    match letter {
        "H" => PassageKind::Headline,
        "P" | "R" | "Q" => PassageKind::Paragraph,
        "T" => PassageKind::Heading,
        "C" => PassageKind::Caption,
        "S" => PassageKind::Speech,
        "F" => PassageKind::Furniture,
        _ => panic!("{letter} is no kind"),
    }
}

/// A page's text, and what each of its lines is.
fn page(name: &str) -> (String, Vec<Option<PassageKind>>) {
    let path = format!("{}/tests/pages/{name}.page", env!("CARGO_MANIFEST_DIR"));
    let marked = std::fs::read_to_string(path).unwrap();
    let (mut text, mut kinds) = (String::new(), Vec::new());
    for line in marked.lines() {
        let (letter, words) = line.split_once('|').unwrap_or(("-", ""));
        text.push_str(&words.replacen(" | ", " ", usize::from(letter == "S")));
        text.push('\n');
        kinds.push((!words.is_empty()).then(|| kind(letter)));
    }
    (text, kinds)
}

fn read(name: &str, text: &str) -> Article {
    let path = std::env::temp_dir().join(format!("rashomon-pages-{}-{name}.txt", std::process::id()));
    std::fs::write(&path, text).unwrap();
    let story = ingest::load(&[path.to_string_lossy().into_owned()], &Options::default());
    std::fs::remove_file(&path).unwrap();
    story.unwrap().articles.remove(0)
}

/// Reads a page and says which lines were taken for something else.
fn check(name: &str) -> Article {
    let (text, kinds) = page(name);
    let article = read(name, &text);
    let mut wrong = Vec::new();
    for (n, (line, wanted)) in text.lines().zip(kinds).enumerate() {
        let Some(wanted) = wanted else { continue };
        let here = || article.passages.iter().filter(|p| (p.lines.0..=p.lines.1).contains(&(n + 1)));
        // A rule leaves no passage; what is no passage is no part of the article.
        let right = here().any(|p| p.kind == wanted) || here().next().is_none() && wanted == PassageKind::Furniture;
        if !right {
            let got: Vec<&str> = here().map(|p| p.kind.name()).collect();
            wrong.push(format!("{}: {} not {}: {line}", n + 1, got.join("+"), wanted.name()));
        }
    }
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    article
}

fn day(article: &Article) -> String {
    article.published.map(|d| d.to_string()).unwrap_or_default()
}

#[test]
fn a_tabloid() {
    let article = check("tabloid");
    assert!(article.headline.starts_with("Mayor shuts"));
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("JANE ROE FOR EXAMPLE MAIL"), "2021-05-12"));
}

#[test]
fn a_broadsheet() {
    let article = check("broadsheet");
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("Jane Roe and John Doe"), "2021-05-12"));
}

#[test]
fn two_agencies() {
    let article = check("agency");
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("Jane Roe, John Doe"), "2021-05-12"));
    assert_eq!(day(&check("wire")), "2021-05-12");
}

#[test]
fn a_live_report() {
    let article = check("live");
    assert_eq!(article.byline.as_deref(), Some("Jane Roe (now) and John Doe (earlier)"));
    assert_eq!(day(&article), "2021-05-12");
}

#[test]
fn a_broadcaster_and_a_station() {
    let article = check("broadcaster");
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("Jane Roe"), "2021-05-12"));
    let article = check("station");
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("Jane Roe"), "2021-05-12"));
}

#[test]
fn a_transcript_of_the_radio() {
    let article = check("radio");
    let speakers: Vec<&str> = article.passages.iter().filter_map(|p| p.speaker.as_deref()).collect();
    assert_eq!(speakers, ["MARY MOE", "JANE ROE", "JOHN SMITH", "ROE", "MARY MAJOR", "MOE", "ROE"]);
}

#[test]
fn a_portal_and_a_weekly() {
    let article = check("portal");
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("Jane Roe"), "2021-05-12"));
    assert_eq!(check("weekly").byline.as_deref(), Some("Jane Roe"));
}

#[test]
fn cable_news_and_stations_abroad() {
    let article = check("cable");
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("Jane Roe | Example Cable News"), "2021-05-12"));
    let article = check("chinese");
    assert_eq!((article.outlet.as_str(), day(&article).as_str()), ("Example News Agency", "2021-05-12"));
    let article = check("gulf");
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("Jane Roe"), "2021-05-12"));
}

#[test]
fn more_agencies_and_papers() {
    let article = check("wires");
    assert_eq!(
        (article.headline.as_str(), article.byline.as_deref()),
        ("Storm damages historic bridge, council orders closure", Some("NEWS WIRES"))
    );
    let article = check("pink");
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("Jane Roe in Harbour"), "2021-05-12"));
    let article = check("daily");
    assert!(article.headline.starts_with("‘I thought it was thunder’"));
    assert_eq!((article.byline.as_deref(), day(&article).as_str()), (Some("JANE ROE | Daily News"), "2021-05-12"));
}

#[test]
fn a_press_release_and_a_letter() {
    let article = check("press");
    assert_eq!(
        (article.headline.as_str(), day(&article).as_str()),
        ("Mayor Major Closes Harbour Bridge Until Further Notice", "2021-05-12")
    );
    let article = check("letter");
    assert_eq!((article.headline.as_str(), article.byline.as_deref()), ("Whose bridge is it, anyway?", Some("Jane Roe")));
}

#[test]
fn a_page_that_only_sounds_like_dirt() {
    assert_eq!(check("plain").byline.as_deref(), Some("Jane Roe"));
}
