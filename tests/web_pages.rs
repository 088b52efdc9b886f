//! Web pages as browsers save them, made up in the ways of many kinds of outlets: what of them is the article, what the page
//! says of itself, and that no page, however broken, holds the program up.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use rashomon::ingest::{self, Options};
use rashomon::model::{Article, PassageKind, Story};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A folder that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Folder {
        let path = std::env::temp_dir().join(format!("rashomon-web-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        for (file, bytes) in files {
            let file = path.join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
        Folder(path)
    }

    fn load(&self) -> rashomon::error::Result<Story> {
        ingest::load(&[self.0.to_string_lossy().into_owned()], &Options { recursive: true, ..Options::default() })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn read(name: &str, file: &str, page: &[u8]) -> Article {
    Folder::new(name, &[(file, page)]).load().unwrap().articles.remove(0)
}

fn told(article: &Article) -> Vec<(&str, &str)> {
    article.passages.iter().filter(|p| p.is_article()).map(|p| (p.kind.name(), p.text.as_str())).collect()
}

fn furniture(article: &Article) -> Vec<&str> {
    article.passages.iter().filter(|p| p.kind == PassageKind::Furniture).map(|p| p.text.as_str()).collect()
}

const MODERN: &str = r##"<!DOCTYPE html>
<!-- saved from url=(0048)https://www.radiohill.example/news/2025/dam-leak -->
<html lang="en-GB"><head><meta charset="utf-8"><title>Dam leak empties valley - Radio Hill</title>
<meta property="og:site_name" content="Radio Hill"><meta name="author" content="https://radiohill.example/ada">
<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"Hill Group"},{"@type":["NewsArticle"],
"headline":"Dam leak empties valley","datePublished":"2025-10-14T17:20:00Z","author":[{"@type":"Person","name":"Ada Crane"}]}]}</script>
<style>p{color:red}</style></head><body>
<div class="cookie-consent"><p>We use cookies to make your visit better. Do you accept all of them?</p><button>Accept</button></div>
<header><a href="/">Radio Hill</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="story has-related"><h1>Dam leak empties
valley</h1><div>By <a href="/ada">Ada Crane</a></div><time datetime="2025-10-14T18:20">14 October 2025, 18:20</time>
<div class="share-tools"><a href="#">Post it</a></div>
<figure><img src="x.jpg"><figcaption><span class="visually-hidden">Image caption, </span>The wall on Tuesday.</figcaption></figure>
<p>Some <b>3,200 people</b> left their homes below the
Oldmere dam, <a href="/p">police said</a>.</p>
<p>&ldquo;We would rather move people twice than mourn them once,&rdquo; said the engineer.</p>
<aside><h3>More on this</h3><ul><li><a href="/a">Ten dams to see before you die</a></li></ul></aside>
<h2>Nobody hurt</h2><p>The mayor said nobody had been hurt.
<ul><li>The lake will fall by four metres.<li>Repairs may cost &pound;12 million.</ul>
<p><a href="/m">What is a spillway</a></p>
<div class="newsletter-signup"><p>The valley's best stories every morning.</p></div>
</article></main><section><h2>Most read</h2><ol><li><a href="/1">Cat found in tree</a></li></ol></section>
<footer>&copy; 2025 Radio Hill. All rights reserved.</footer></body></html>"##;

#[test]
fn of_a_page_the_article_is_read_and_the_rest_is_kept_as_furniture() {
    let article = read("modern", "Dam leak empties valley - Radio Hill.html", MODERN.as_bytes());
    assert_eq!(
        told(&article),
        [
            ("headline", "Dam leak empties valley"),
            ("caption", "The wall on Tuesday."),
            ("paragraph", "Some 3,200 people left their homes below the Oldmere dam, police said."),
            ("paragraph", "“We would rather move people twice than mourn them once,” said the engineer."),
            ("heading", "Nobody hurt"),
            ("paragraph", "The mayor said nobody had been hurt."),
            ("item", "The lake will fall by four metres."),
            ("item", "Repairs may cost £12 million."),
        ]
    );
    let around = furniture(&article);
    for part in ["cookies", "Sport", "Post it", "Ten dams", "spillway", "best stories", "Cat found", "© 2025", "By Ada"] {
        assert!(around.iter().any(|text| text.contains(part)), "{part} is lost: {around:?}");
    }
    assert!(article.passages.iter().all(|p| !p.text.contains("Accept") && !p.text.contains("color")));
}

#[test]
fn a_page_says_whose_and_when_it_is() {
    let article = read("about", "Dam leak empties valley - Radio Hill.html", MODERN.as_bytes());
    assert_eq!((article.outlet.as_str(), article.byline.as_deref()), ("Radio Hill", Some("Ada Crane")));
    assert_eq!(article.published.unwrap().to_string(), "2025-10-14");
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(article.url.as_deref(), Some("https://www.radiohill.example/news/2025/dam-leak"));
    let titled = "<html><title>Bridge shut | Bell News</title><h1>Bridge shut</h1><p>The bridge is shut.</p>";
    assert_eq!(read("titled", "x.html", titled.as_bytes()).outlet, "Bell News");
    let canonical = "<html><link rel=canonical href='https://www.bell.example/a'><h1>Bridge shut</h1><p>The bridge is shut.</p>";
    assert_eq!(read("host", "x.html", canonical.as_bytes()).outlet, "bell.example");
}

#[test]
fn a_list_of_other_pages_below_an_article_that_nothing_marks_is_none_of_it() {
    let told = "<p>The bridge is shut, the mayor said on Monday in the old town hall.</p>".repeat(6);
    let page = |heading: &str, items: &str| {
        let list = format!("<h3>{heading}</h3><ul>{items}</ul>");
        format!("<html><title>Bridge shut</title><body><div><h1>Bridge shut</h1><div>{told}{list}</div></div>")
    };
    let teasers: String = (1..5)
        .map(|n| {
            format!("<li><a href='/{n}'>Dam {n} leaks</a> A dam in the north leaks again, and nobody knows why it does so.</li>")
        })
        .collect();
    let article = read("teasers", "x.html", page("Around the county", &teasers).as_bytes());
    assert!(
        article.passages.iter().filter(|p| p.is_article()).all(|p| !p.text.contains("leaks") && p.text != "Around the county")
    );
    let points: String =
        (1..5).map(|n| format!("<li>Span {n} of the bridge was built in stone, and then in iron.</li>")).collect();
    let article = read("points", "x.html", page("How it was built", &points).as_bytes());
    assert_eq!(article.passages.iter().filter(|p| p.kind == PassageKind::Item).count(), 4, "points of the article stay");
}

#[test]
fn a_line_that_signs_may_tell_how_old_it_is() {
    let told = "<p>The bridge is shut, the mayor said on Monday in the old town hall.</p>".repeat(4);
    for (line, byline) in [
        ("By ADA CRANE and TOM BERG - BP Technology Writers | BP – 1 hr 4 mins ago", "ADA CRANE and TOM BERG"),
        ("By Ada Crane | 2 hours ago", "Ada Crane"),
    ] {
        let page = format!("<html><title>Bridge shut</title><body><h1>Bridge shut</h1><p>{line}</p>{told}");
        let article = read("aged", "x.html", page.as_bytes());
        assert_eq!(article.byline.as_deref(), Some(byline));
        assert!(article.passages.iter().all(|p| !p.is_article() || !p.text.contains("ago")), "{line}");
    }
}

#[test]
fn lines_are_those_of_the_file() {
    for breaks in ["\n", "\r\n"] {
        let article = read("lines", "x.html", MODERN.replace('\n', breaks).as_bytes());
        let at = |text: &str| article.passages.iter().find(|p| p.text.contains(text)).unwrap().lines;
        assert_eq!((at("Dam leak"), at("3,200"), at("© 2025")), ((10, 11), (14, 15), (23, 23)), "{breaks:?}");
    }
}

#[test]
fn a_page_of_tables_in_its_own_encoding_is_read() {
    let page =
        b"<HTML><HEAD><META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=windows-1252\"><TITLE>The Old Gazette: \
        Leak</TITLE></HEAD>\r\n<BODY><TABLE><TR><TD><A HREF=a>Home</A><BR><A HREF=b>Archive</A></TD><TD><FONT SIZE=5><B>Leak at \
        dam drives thousands away</B></FONT><BR><I>14 October 2025</I><BR><BR>OLDMERE \x97 The dam\x92s wall leaked, and 3,200 \
        people had to go.<BR><BR>\x93We would rather move people twice,\x94 said the engineer.<P>The mayor denied any \
        fault.</TD></TR></TABLE></BODY></HTML>";
    let folder = Folder::new("old", &[("gazette.htm", page)]);
    let story = folder.load().unwrap();
    assert_eq!(story.warnings, [""; 0], "what a page says of its letters is no guess");
    let told = told(&story.articles[0]);
    assert_eq!(told[0], ("headline", "Leak at dam drives thousands away"));
    assert_eq!(told[2], ("paragraph", "“We would rather move people twice,” said the engineer."));
    assert_eq!(told.len(), 4);
}

#[test]
fn without_markup_that_says_so_the_article_is_where_most_sentences_stand() {
    let page = "<html><body><div><a href=/>Home</a> EDITIONS: <p>Choose the edition that you would like to read today.</p></div>\
        <div><h1>Bridge shut</h1><div>Email this</div><div>Your message could not be sent to anybody, please try again.</div>\
        <div>4 June 2013, 4:56 PM</div><div>By Jane Roe</div><div><p>The bridge over the Skerry was shut on Monday, the mayor said.</p>\
        <div>Enlarge</div><p>\"It will stay shut for six weeks or more,\" she told the council on Tuesday.</p><p>Engineers had found a crack in the third pillar on Sunday night, and buses now go round \
        by the old ferry.</p><p>The council has no money for a new one, said the treasurer, and no plan \
        either.</p><p>So be it.</p></div>\
        <div>Jane Roe has written about bridges for this paper since 1991.</div></div><div>Long story short</div></body></html>";
    let article = read("old", "bell.html", page.as_bytes());
    let told = told(&article);
    assert_eq!(article.published.unwrap().to_string(), "2013-06-04");
    assert_eq!(article.byline.as_deref(), Some("Jane Roe"));
    assert_eq!(told.first().unwrap().1, "Bridge shut");
    assert_eq!(told.last().unwrap().1, "So be it.");
    for part in ["edition", "EDITIONS", "Email this", "since 1991", "Long story"] {
        assert!(told.iter().all(|(_, text)| !text.contains(part)), "{part}: {told:?}");
    }
}

#[test]
fn a_live_report_keeps_all_its_entries() {
    let page = "<html><title>Dam: live | Bell News</title><h1>Dam: live updates</h1><div>\
        <article><h2>18:40 Lake falls</h2><p>The lake has fallen by half a metre.</p></article>\
        <article><h2>09:00 Leak found</h2><p>A leak has been found in the wall of the dam.</p></article></div>";
    let article = read("live", "bell.html", page.as_bytes());
    assert_eq!(told(&article).len(), 5, "{:?}", told(&article));
    assert_eq!((article.headline.as_str(), article.outlet.as_str()), ("Dam: live updates", "Bell News"));
}

#[test]
fn markup_that_hides_the_article_is_not_believed() {
    let body = "<p>The bridge is shut, the mayor said on Monday.</p><p>It will stay so for six weeks.</p>";
    for (open, close) in [("<aside>", "</aside>"), ("<div class=related>", "</div>"), ("<nav>", ""), ("<form>", "</form>")] {
        let article = read("hidden", "bell.html", format!("<html><h1>Bridge shut</h1>{open}{body}{close}").as_bytes());
        assert_eq!(told(&article).len(), 3, "{open}");
    }
}

#[test]
fn what_holds_no_article_is_named() {
    let report = "<!doctype html><html><head><meta name=\"generator\" content=\"rashomon 0.1.0\"></head><h1>Story</h1><p>So.</p>";
    let app =
        "<!doctype html><html><head><title>App</title></head><body><div id=root></div><script>render()</script></body></html>";
    let folder = Folder::new(
        "none",
        &[
            ("a.html", MODERN.as_bytes()),
            ("a_files/frame.html", b"<html><p>A frame of another page.</p>"),
            ("a-Dateien/frame.html", b"<html><p>A frame of another page.</p>"),
            ("app.html", app.as_bytes()),
            ("story.html", report.as_bytes()),
            ("other_files/b.txt", b"Bridge shut\n\nThe bridge is shut.\n"),
            ("a-second/c.txt", b"Bridge open\n\nThe bridge is open.\n"),
        ],
    );
    let story = folder.load().unwrap();
    assert_eq!(story.articles.len(), 3, "what was saved along with a page is none: {:?}", story.articles);
    let said = story.warnings.join("\n");
    for part in ["app.html", "script", "story.html", "report that rashomon wrote"] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
}

#[test]
fn broken_pages_give_what_they_hold_and_say_what_is_lost() {
    let body = "<p>The bridge is shut, the mayor said on Monday.</p>";
    let page = |rest: &str| format!("<html><head><title>Bridge shut</title></head><body><h1>Bridge shut</h1>{body}{rest}");
    let utf16 =
        |text: &str| -> Vec<u8> { [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect() };
    let more = body.repeat(40);
    let rows: [(&str, Vec<u8>, usize, &str); 9] = [
        ("an unclosed quotation mark", page(&format!("<a href=\"x>{}", more.replace('"', ""))).into_bytes(), 2, "nothing closes"),
        ("an unclosed remark", page(&format!("<!-- {more}")).into_bytes(), 2, "nothing closes"),
        ("an unclosed tag of a few bytes", page("<p class=").into_bytes(), 2, ""),
        ("a remark at the end", page(&format!("<!-- {more} -->")).into_bytes(), 2, ""),
        ("plaintext", page("<plaintext><p>So it is.").into_bytes(), 3, ""),
        ("zero bytes", page("<p>So\0 it is.\0</p>").into_bytes(), 3, ""),
        ("UTF-16", utf16(&page("<p>Café – so it is.")), 3, ""),
        ("its own letters", page("<meta charset=windows-1252><p>So it is.").replace("The bridge", "\u{1}").into_bytes(), 3, ""),
        ("bytes that are no letters", [page("<p>So it is").as_bytes(), b"\xc3( \xff".as_slice()].concat(), 3, "guessed"),
    ];
    for (name, bytes, passages, said) in rows {
        let story = Folder::new("broken", &[("bell.html", &bytes)]).load().unwrap();
        let told = told(&story.articles[0]);
        assert_eq!(told.len(), passages, "{name}: {told:?}");
        let warned = story.warnings.join("\n");
        assert!(if said.is_empty() { warned.is_empty() } else { warned.contains(said) }, "{name}: {warned}");
        assert!(told.iter().all(|(_, text)| !text.contains(|c: char| c.is_control())), "{name}");
    }
}

#[test]
fn no_page_holds_the_program_up() {
    let many = |unit: &str, n: usize| unit.repeat(n);
    let pages = [
        format!("{}The bridge is shut.", many("<div>", 60_000)),
        format!("{}The bridge is shut.{}", many("<div><b>", 20_000), many("</i></p></section>", 50_000)),
        format!("<p {}>The bridge is shut.", many("a=b ", 80_000)),
        format!("<p {}>The bridge is shut.", (0..40_000).map(|n| format!("a{n}=b ")).collect::<String>()),
        format!("<p>The bridge is shut.<a {}", many("<", 200_000)),
        format!("<p>The bridge is shut.<script>{}", many("<!--<script>", 40_000)),
        format!("<p>The bridge is shut.{}", many("<table><tr><td><a href=x>yes</a>", 20_000)),
        format!("<p>The bridge is shut.<p>{}", many("so &amp;&#x202e;\u{1b}[31m&#27;", 50_000)),
        format!("<p>The bridge is shut.<script type=application/ld+json>{}</script>", many("[", 500_000)),
        format!("<title>{}</title><p>The bridge is shut.", many("x ", 1_000_000)),
        format!("<p>The bridge is shut.{}", many("<h1>x y z</h1>", 20_000)),
        format!("<p>The bridge is shut.{}", many("<article><p>x y z.</p></article>", 10_000)),
        format!(
            "<p>The bridge is shut.<p>It will stay so for weeks, said the mayor.{}",
            many("<aside class='promo ad'><p>x y z.</p>", 20_000)
        ),
        format!("<p>The bridge is shut.<p>It will stay so for weeks, said the mayor.<p class='{}'>x", many("adHolder ", 100_000)),
        format!(
            "<p>The bridge is shut.<p>It will stay so for weeks, said the mayor.{}",
            many("<a href=x><h3>t</h3><div>u</div>", 10_000)
        ),
        format!(
            "<p>The bridge is shut.<p>It will stay so for weeks, said the mayor.{}",
            many("<section><h2>Most read</h2><p>x y z.</p></section>", 10_000)
        ),
        format!(
            "<p>The bridge is shut.<p>It will stay so for weeks, said the mayor.{}",
            many("<div class=byline>By Jane Roe</div><figure>x y z", 10_000)
        ),
    ];
    for (n, page) in pages.iter().enumerate() {
        let start = Instant::now();
        let article = read("hostile", "bell.html", format!("<html>{page}").as_bytes());
        assert!(article.passages.iter().any(|p| p.text.starts_with("The bridge is shut.")), "{n}");
        let raw = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(article.passages.iter().all(|p| !p.text.contains(raw)), "{n}");
        assert!(start.elapsed() < Duration::from_secs(30), "page {n} took {:?}", start.elapsed());
    }
}

/// A page as browsers save it in one file.
fn archive(html: &str) -> String {
    let encoded = html.replace('=', "=3D").replace('’', "=E2=80=99");
    let folded: Vec<String> = encoded.lines().map(|line| line.replace(". ", ". =\r\n")).collect();
    format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://bell.example/a\r\nSubject: Bridge shut\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--M--\"\r\n\r\n\r\n----M--\r\nContent-Type: text/html\r\n\
        Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://bell.example/a\r\n\r\n{}\r\n----M--\r\n\
        Content-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\np {{ color: red }}\r\n----M----\r\n",
        folded.join("\r\n")
    )
}

#[test]
fn a_page_saved_with_all_that_belongs_to_it_is_read() {
    let html = "<!DOCTYPE html><html><head><title>Bridge shut</title></head><body><article class=\"story\"><h1>Bridge shut</h1>\
        <p>The bridge is shut, the town’s mayor said on Monday. It will stay so for six weeks.</p></article></body></html>";
    for name in ["page.mhtml", "page.mht"] {
        let article = read("archive", name, archive(html).as_bytes());
        assert_eq!(article.headline, "Bridge shut");
        let text = "The bridge is shut, the town’s mayor said on Monday. It will stay so for six weeks.";
        assert_eq!(told(&article)[1], ("paragraph", text));
        assert_eq!((article.url.as_deref(), article.outlet.as_str()), (Some("https://bell.example/a"), "bell.example"), "{name}");
        assert!(article.passages.iter().all(|passage| passage.lines == (0, 0)), "lines of the page are none of the file");
    }
    let page = read("archive", "page.mhtml", html.as_bytes());
    assert_eq!(page.headline, "Bridge shut", "a page is read whatever its file is called");
}

#[test]
fn an_archive_without_a_page_is_named() {
    let broken = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: image/png\r\n\r\nx\r\n--B--\r\n";
    let nested = format!("MIME-Version: 1.0\r\n{}", "Content-Type: multipart/related; boundary=B\r\n\r\n--B\r\n".repeat(50_000));
    let folder = Folder::new(
        "archives",
        &[("a.html", MODERN.as_bytes()), ("b.mhtml", broken.as_bytes()), ("c.mht", b"nothing"), ("d.mht", nested.as_bytes())],
    );
    let start = Instant::now();
    let story = folder.load().unwrap();
    assert!(start.elapsed() < Duration::from_secs(10));
    let said = story.warnings.join("\n");
    for name in ["b.mhtml", "c.mht", "d.mht"] {
        assert!(said.contains(name) && said.contains("save the page as HTML"), "{name}: {said}");
    }
}

#[test]
fn rows_of_cards_in_the_article_s_part_are_other_articles() {
    let told = "The ferry stayed in Dell harbour on Friday after a storm tore its mooring, and nobody was hurt, the harbour master said.";
    let paragraph =
        |n: usize| format!("<p>{told} It was storm number {n} of the winter, and the council has had enough of them.</p>");
    let text: String = (1..9).map(paragraph).collect();
    let card = |n: usize| {
        format!(
            "<div class='c'><h3><a href='/{n}'>Council sells pier number {n}</a></h3><p>Pier {n} has been sold to a firm from the north.</p></div>"
        )
    };
    let page = |below: &str| {
        format!(
            "<html><head><title>Ferry stays in Dell</title></head><body><div class='s'><h1>Ferry stays in Dell</h1>{text}{below}</div></body></html>"
        )
    };
    let read = |name: &str, below: &str| read(name, "Ferry.html", page(below).as_bytes());
    let has = |article: &Article| article.passages.iter().any(|p| p.is_article() && p.text.contains("sold to a firm"));
    assert!(!has(&read("cards", &(1..5).map(card).collect::<String>())));
    // Two are too few to tell; headings of the article lead nowhere.
    assert!(has(&read("two-cards", &(1..3).map(card).collect::<String>())));
    let heading = |n: usize| card(n).replace(&format!("<a href='/{n}'>"), "").replace("</a>", "");
    assert!(has(&read("headings", &(1..5).map(heading).collect::<String>())));
}
