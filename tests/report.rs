//! Reports from outside: the schema's promises, the same bytes in any order and with any number of threads, nothing
//! raw from hostile articles, pages whose links lead somewhere.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Five made-up tellings of one event, with shared words, figures that differ, a caption and a heading.
const STORY: [(&str, &str); 5] = [
    (
        "Echo",
        "Council votes for second bridge at Harwick\n\nThe council of Harwick voted on Monday for a second bridge over the river \
         Ore. It will cost 12 million euros.\n\n“We have waited forty years for this bridge, and we will wait no longer,” said \
         Mayor Anna Lindqvist – to applause.\n\nAbout 300 people had come to the town hall.\n",
    ),
    (
        "Star",
        "Harwick decides on river crossing\n\nHarwick's council decided on Monday to build a second bridge over the \
         Ore.\n\nMayor Anna Lindqvist said: \"We have waited forty years for this bridge and will wait no longer.\"\n\nFishermen \
         say that nobody has asked them. The bridge is to cost 14 million euros.\n",
    ),
    (
        "Daily Post",
        "‘No longer’: mayor gets her bridge\n\nAfter forty years of waiting Harwick will get its second bridge, Lindqvist told \
         the council.\n\nMore than 300 citizens came to the town hall on Monday.\n\nTom Berg, who fishes in the Ore, said the \
         fishermen were never asked.\n",
    ),
    (
        "Harwick Gazette",
        "Bridge vote\n\nThe council voted for the bridge, 21 to 8.\n\nThe naïve hope is that it opens in 2031 🚧.\n",
    ),
    ("Wire", "HARWICK – The council of Harwick voted on Monday for a second bridge over the river Ore.\n"),
];

/// A folder with files in it.
fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report").join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        std::fs::write(folder.join(format!("{name}.txt")), text).unwrap();
    }
    folder
}

/// What `rashomon` prints in a folder; it must succeed.
fn printed(folder: &Path, threads: usize, arguments: &[String]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_rashomon"))
        .current_dir(folder)
        .args(arguments)
        .env("RAYON_NUM_THREADS", threads.to_string())
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env_remove("RASHOMON_KIOSK")
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn arguments(command: &[&str], sources: &[String]) -> Vec<String> {
    command.iter().map(|&s| s.to_owned()).chain(sources.iter().cloned()).collect()
}

/// The story as a JSON report.
fn json(folder: &Path) -> Value {
    serde_json::from_str(&printed(folder, 2, &arguments(&["report", "--format", "json"], &[".".to_owned()]))).unwrap()
}

/// Real stories, where they are at hand.
fn corpus() -> Vec<PathBuf> {
    let stories = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/stories");
    if !stories.is_dir() {
        assert!(std::env::var_os("CI").is_none(), "{} is missing", stories.display());
        println!("skipped: {} is missing", stories.display());
        return Vec::new();
    }
    let mut found: Vec<PathBuf> = std::fs::read_dir(stories).unwrap().map(|e| e.unwrap().path()).collect();
    found.sort();
    found
}

/// The keys of an object, as a list for comparison.
fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("a whole number")).unwrap()
}

/// A probability with four decimals at most.
fn is_score(value: &Value) -> bool {
    value.as_f64().is_some_and(|s| (0.0..=1.0).contains(&s) && ((s * 1e4).round() / 1e4 - s).abs() < 1e-12)
}

fn is_text_or_null(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|s| !s.is_empty())
}

/// The passages of a report: text and kind by article and number.
struct Passages(BTreeMap<(String, usize), (Vec<char>, String)>);

impl Passages {
    fn of(report: &Value) -> Self {
        let mut passages = BTreeMap::new();
        for article in list(&report["articles"]) {
            for (n, passage) in list(&article["passages"]).iter().enumerate() {
                assert_eq!(keys(passage), ["id", "kind", "speaker", "lines", "text"]);
                assert_eq!(number(&passage["id"]), n);
                let lines = list(&passage["lines"]);
                assert!(lines.len() == 2 && number(&lines[0]) <= number(&lines[1]));
                assert!(is_text_or_null(&passage["speaker"]));
                let text: Vec<char> = passage["text"].as_str().unwrap().chars().collect();
                let kind = passage["kind"].as_str().unwrap().to_owned();
                let kinds = ["headline", "paragraph", "heading", "caption", "speech", "item", "furniture"];
                assert!(kinds.contains(&kind.as_str()), "{kind}");
                passages.insert((article["id"].as_str().unwrap().to_owned(), n), (text, kind));
            }
        }
        Passages(passages)
    }

    /// That a span lies in its passage, outside furniture, and that its offsets give its text.
    fn holds(&self, article: &Value, span: &Value) {
        let at = (article.as_str().unwrap().to_owned(), number(&span["passage"]));
        let (text, kind) = self.0.get(&at).expect("a passage");
        let (start, end) = (number(&span["start"]), number(&span["end"]));
        assert!(start < end && end <= text.len(), "{span}");
        assert_ne!(kind, "furniture", "{span}");
        if let Some(words) = span.get("text") {
            assert_eq!(text[start..end].iter().collect::<String>(), words.as_str().unwrap());
        }
    }
}

/// Checks everything that the schema promises.
fn check(report: &Value) {
    let fields = ["schema", "story", "articles", "quotations", "facts", "claims", "links", "warnings"];
    assert_eq!(keys(report), fields);
    assert_eq!(report["schema"], "rashomon.report/1");
    assert_eq!(keys(&report["story"]), ["title"]);
    let passages = Passages::of(report);
    let mut articles = BTreeSet::new();
    for article in list(&report["articles"]) {
        let fields = ["id", "outlet", "headline", "byline", "published", "url", "source", "language", "words", "passages"];
        assert_eq!(keys(article), fields);
        assert!(articles.insert(article["id"].as_str().unwrap()), "an id twice");
        assert!(["byline", "published", "url", "language"].iter().all(|f| is_text_or_null(&article[f])));
        if let Some(date) = article["published"].as_str() {
            assert!(date.len() == 10 && date.chars().filter(|c| *c == '-').count() == 2, "{date}");
        }
    }
    for (n, quotation) in list(&report["quotations"]).iter().enumerate() {
        let fields = ["id", "article", "passage", "start", "end", "text", "speaker", "speaker_as_written", "claim"];
        assert_eq!(keys(quotation), fields);
        assert_eq!(quotation["id"], format!("q{}", n + 1));
        passages.holds(&quotation["article"], quotation);
        if let Some(id) = quotation["claim"].as_str() {
            let claim = list(&report["claims"]).iter().find(|c| c["id"] == id).expect("the claim of a quotation");
            let here = |v: &&Value| v["article"] == quotation["article"] && v["passage"] == quotation["passage"];
            let overlaps =
                |v: &Value| number(&v["start"]) < number(&quotation["end"]) && number(&quotation["start"]) < number(&v["end"]);
            assert!(list(&claim["versions"]).iter().filter(here).any(overlaps), "{quotation}");
        }
    }
    for fact in list(&report["facts"]) {
        assert_eq!(keys(fact), ["article", "passage", "start", "end", "text", "kind", "value"]);
        passages.holds(&fact["article"], fact);
        let kinds = ["number", "money", "percent", "date", "duration", "person", "place", "organisation"];
        assert!(kinds.contains(&fact["kind"].as_str().unwrap()), "{fact}");
        assert!(fact["value"].as_str().is_some_and(|v| !v.is_empty()));
    }
    let claims = list(&report["claims"]);
    for (n, claim) in claims.iter().enumerate() {
        assert_eq!(claim["id"], format!("c{}", n + 1));
        check_claim(claim, &articles, &passages);
    }
    let mut before = 0;
    for link in list(&report["links"]) {
        assert_eq!(keys(link), ["claim", "versions", "score", "reasons"]);
        let number_of = claims.iter().position(|c| c["id"] == link["claim"]).expect("the claim of a link");
        assert!(number_of >= before, "links are not grouped by claim");
        before = number_of;
        let versions = list(&claims[number_of]["versions"]);
        let [a, b] = [0, 1].map(|n| &versions[number(&link["versions"][n])]);
        assert_ne!(a["article"], b["article"], "{link}");
        assert!(is_score(&link["score"]), "{link}");
        assert!(list(&link["reasons"]).iter().all(|r| r.as_str().is_some_and(|r| !r.is_empty())));
    }
    assert!(list(&report["warnings"]).iter().all(Value::is_string));
}

fn check_claim(claim: &Value, articles: &BTreeSet<&str>, passages: &Passages) {
    let fields = ["id", "label", "kind", "speaker", "confidence", "versions", "carried_by", "absent", "differences"];
    assert_eq!(keys(claim), fields);
    assert!(claim["label"].as_str().is_some_and(|l| !l.is_empty()));
    assert!(["quotation", "statement", "fact"].contains(&claim["kind"].as_str().unwrap()));
    assert!(is_score(&claim["confidence"]) && is_text_or_null(&claim["speaker"]));
    let mut telling = BTreeSet::new();
    for version in list(&claim["versions"]) {
        assert_eq!(keys(version), ["article", "passage", "start", "end", "text", "form", "speaker"]);
        passages.holds(&version["article"], version);
        assert!(["direct", "indirect", "narrated"].contains(&version["form"].as_str().unwrap()));
        telling.insert(version["article"].as_str().unwrap());
    }
    let carried: Vec<&str> = list(&claim["carried_by"]).iter().map(|a| a.as_str().unwrap()).collect();
    assert_eq!(carried.iter().copied().collect::<BTreeSet<_>>(), telling);
    assert!(carried.len() == telling.len() && carried.len() >= 2, "{carried:?}");
    let mut all = telling.clone();
    for absence in list(&claim["absent"]) {
        assert_eq!(keys(absence), ["article", "nearest"]);
        assert!(all.insert(absence["article"].as_str().unwrap()), "an article both carries a claim and lacks it");
        let nearest = &absence["nearest"];
        if !nearest.is_null() {
            assert_eq!(keys(nearest), ["passage", "start", "end", "score", "told_in", "why"]);
            assert_ne!(nearest["told_in"], claim["id"]);
            passages.holds(&absence["article"], nearest);
            assert!(is_score(&nearest["score"]));
        }
    }
    assert_eq!(&all, articles, "carried_by and absent are not all articles");
    for difference in list(&claim["differences"]) {
        assert_eq!(keys(difference), ["kind", "versions", "detail"]);
        let kinds = ["number", "money", "date", "speaker", "polarity", "certainty", "wording"];
        assert!(kinds.contains(&difference["kind"].as_str().unwrap()));
        assert!(list(&difference["versions"]).iter().all(|v| number(v) < list(&claim["versions"]).len()));
        assert!(difference["detail"].as_str().is_some_and(|d| !d.is_empty()));
    }
}

#[test]
fn the_schema_keeps_its_promises() {
    let report = json(&folder("schema", &STORY));
    check(&report);
    assert_eq!(list(&report["articles"]).len(), 5);
    assert!(!list(&report["claims"]).is_empty() && !list(&report["quotations"]).is_empty());
    for story in corpus() {
        check(&json(&story));
    }
}

#[test]
fn any_order_and_any_number_of_threads_give_the_same_bytes() {
    let folder = folder("order", &STORY);
    let mut sources: Vec<String> = STORY.iter().map(|(name, _)| format!("{name}.txt")).collect();
    for format in ["json", "text", "markdown", "html"] {
        let command = ["report", "--format", format];
        let expected = printed(&folder, 1, &arguments(&command, &sources));
        for threads in [1, 2, 7] {
            for turn in 1..4 {
                sources.rotate_left(turn);
                sources.swap(0, turn);
                let found = printed(&folder, threads, &arguments(&command, &sources));
                assert!(found == expected, "{format} with {threads} threads and {sources:?}");
            }
        }
    }
    for story in corpus().into_iter().take(2) {
        let files = |reverse: bool| {
            let mut files: Vec<String> =
                std::fs::read_dir(&story).unwrap().map(|e| e.unwrap().path().to_string_lossy().into_owned()).collect();
            files.sort();
            if reverse {
                files.reverse();
            }
            arguments(&["report", "--format", "json"], &files)
        };
        assert!(printed(&folder, 1, &files(false)) == printed(&folder, 7, &files(true)), "{}", story.display());
    }
}

/// What could steer a terminal or hide.
fn steers(c: char) -> bool {
    let hidden = ['\u{ad}', '\u{61c}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{2028}', '\u{2029}', '\u{2060}', '\u{feff}'];
    (c.is_control() && c != '\n')
        || hidden.contains(&c)
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
        || ('\u{e0000}'..='\u{e007f}').contains(&c)
}

#[test]
fn hostile_articles_leave_no_raw_escape_and_no_markup() {
    let attack = "\u{1b}[31m\u{9b}2J\u{1b}]0;title\u{7}\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}\u{7f}\r\u{8}";
    let article = |n: usize| {
        format!(
            "Head{attack}line <script>alert({n})</script>\n\nThe council{attack} of Harwick voted on Monday for a second bridge \
             </mark></article><img src=x onerror=alert(1)> | *over* `the` river Ore.\n\n“We have{attack} waited forty years for \
             this bridge,” said Mayor <b>Anna</b> Lindqvist\" onclick='x'.\n"
        )
    };
    let (one, two) = (article(1), article(2));
    let folder = folder("hostile", &[("Echo", &one), ("S\u{1b}[1mtar<i>\u{202e}", &two), ("Wire", STORY[4].1)]);
    let dot = [".".to_owned()];
    for format in ["json", "text", "markdown", "html"] {
        let text = printed(&folder, 2, &arguments(&["report", "--format", format], &dot));
        assert!(!text.chars().any(steers), "{format}: {:?}", text.chars().find(|c| steers(*c)));
        if format == "html" {
            for raw in ["<script", "<img", "<i>", "onclick='"] {
                assert!(!text.contains(raw), "{raw}");
            }
            well_formed(&text);
        }
        if format == "markdown" {
            let markup = |mark: char| text.match_indices(mark).any(|(at, _)| !text[..at].ends_with('\\'));
            assert!(!markup('<') && !markup('`'), "{text}");
        }
    }
    for question in [&["coverage"][..], &["quotes"], &["claim", "1"], &["absent", "Wire"]] {
        let text = printed(&folder, 2, &arguments(question, &dot));
        assert!(!text.chars().any(steers), "{question:?}");
    }
    check(&json(&folder));
}

/// That tags are balanced, ids unique, and every link within the page leads somewhere.
fn well_formed(html: &str) {
    let body = html.split_once("</style>").expect("a style sheet").1;
    let mut open: Vec<&str> = vec!["html", "head"];
    let (mut ids, mut links) = (BTreeSet::new(), BTreeSet::new());
    for piece in body.split('<').skip(1) {
        let tag = piece.split_once('>').expect("an end of a tag").0;
        let name = tag.split(' ').next().unwrap();
        if let Some(closing) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closing), "…{piece}");
        } else if !["wbr", "meta", "br"].contains(&name) {
            open.push(name);
        }
        if let Some(id) = tag.split(" id=\"").nth(1).and_then(|t| t.split('"').next()) {
            assert!(ids.insert(id), "the id {id} stands twice");
        }
        if let Some(link) = tag.split(" href=\"").nth(1).and_then(|t| t.split('"').next()) {
            match link.strip_prefix('#') {
                Some(inner) => drop(links.insert(inner)),
                None => assert!(link.starts_with("http://") || link.starts_with("https://"), "{link}"),
            }
        }
    }
    assert_eq!(open, Vec::<&str>::new());
    let lost: Vec<_> = links.difference(&ids).collect();
    assert!(lost.is_empty(), "links to nowhere: {lost:?}");
}

#[test]
fn the_page_is_well_formed_and_needs_nothing_else() {
    let mut folders: Vec<PathBuf> = corpus().into_iter().take(1).collect();
    folders.push(folder("page", &STORY));
    for folder in folders {
        let page = printed(&folder, 2, &arguments(&["report", "--format", "html"], &[".".to_owned()]));
        well_formed(&page);
        let reported = json(&folder);
        let claims = list(&reported["claims"]);
        for (n, claim) in claims.iter().enumerate() {
            assert!(page.contains("<section class=\"claim ") && page.contains(&format!("id=\"c{}\"", n + 1)));
            for v in 0..list(&claim["versions"]).len() {
                let id = format!(" id=\"c{}v{v}\"", n + 1);
                assert_eq!(page.matches(&id).count(), 1, "{id} in {}", folder.display());
            }
        }
        assert!(!page.contains("src=") && !page.contains("@import") && !page.contains("url("));
        assert!(page.contains("prefers-color-scheme: dark") && page.contains("@media print"));
    }
}

#[test]
fn markdown_tables_have_one_width_and_every_version_is_a_block_quote() {
    let folder = folder("markdown", &STORY);
    let text = printed(&folder, 2, &arguments(&["report", "--format", "markdown"], &[".".to_owned()]));
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let lines: Vec<&str> = text.lines().collect();
    for pair in lines.windows(2).filter(|p| p[0].starts_with('|') && p[1].starts_with('|')) {
        assert_eq!(bars(pair[0]), bars(pair[1]), "{pair:?}");
    }
    let report = json(&folder);
    let versions: usize = list(&report["claims"]).iter().map(|c| list(&c["versions"]).len()).sum();
    assert_eq!(text.lines().filter(|l| l.starts_with("> ")).count(), versions);
}

#[test]
fn a_copied_claim_has_every_version_and_its_address() {
    use rashomon::{analysis, ingest, report};
    let article = |n: usize, url: &str| {
        let (outlet, text) = STORY[n];
        serde_json::json!({"outlet": outlet, "headline": "Bridge", "url": url, "text": text})
    };
    let articles = [article(0, "https://echo.example/bridge"), article(1, "javascript:alert(1)"), article(2, ""), article(3, "")];
    let folder = folder("copied", &[]);
    let file = folder.join("story.json");
    std::fs::write(&file, serde_json::json!({"schema": "rashomon.story/1", "title": "B", "articles": articles}).to_string())
        .unwrap();
    let story = ingest::load(&[file.to_string_lossy().into_owned()], &ingest::Options::default()).unwrap();
    let comparison = analysis::compare(&story, 0.2);
    let told =
        |c: &rashomon::model::Claim| c.versions.iter().filter(|v| story.text(&v.place).contains("forty years")).count() >= 2;
    let claim = comparison.claims.iter().position(told).expect("the shared quotation");
    let text = report::claim_markdown(&story, &comparison, claim);
    let quoted = text.lines().filter(|l| l.starts_with("> ")).count();
    assert!(quoted >= 2 && quoted == comparison.claims[claim].versions.len(), "{text}");
    assert!(text.contains("[**Echo**](<https://echo.example/bridge>)") && text.contains("**Star** – "), "{text}");
    assert!(!text.contains("javascript"), "{text}");
    assert_eq!(report::claim_markdown(&story, &comparison, 9999), "");
}

#[test]
fn a_text_report_of_the_outline_is_that_of_the_whole() {
    use rashomon::{analysis, ingest, progress::Progress, report};
    let story = ingest::bundled().unwrap();
    let [whole, outline] = [analysis::Extent::Whole, analysis::Extent::Outline]
        .map(|extent| analysis::compare_watched(&story, analysis::DEFAULT_BAR, extent, &Progress::default()));
    assert_eq!(report::text::report(&story, &whole), report::text::report(&story, &outline));
    assert!(whole.links.iter().any(|link| !link.reasons.is_empty()) && whole.claims.iter().any(|c| !c.absent.is_empty()));
}

#[test]
fn text_keeps_within_eighty_columns_and_names_every_claim() {
    let folder = folder("text", &STORY);
    let text = printed(&folder, 2, &arguments(&["report"], &[".".to_owned()]));
    assert!(text.lines().all(|l| l.chars().count() <= 80), "{text}");
    let report = json(&folder);
    for n in 1..=list(&report["claims"]).len() {
        assert!(text.contains(&format!("\n{n:>3}. ")), "claim {n}: {text}");
    }
    for (outlet, _) in STORY {
        assert!(text.contains(outlet), "{outlet}");
    }
}

/// The text report of the bundled story, line by line. When the analysis changes on purpose, look at the difference, then
/// write it anew with `INSTA_UPDATE=always cargo test --test report`.
#[test]
fn the_text_report_of_the_bundled_story() {
    let report = printed(&folder("bundled", &[]), 2, &["report".to_owned()]);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("reports");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("bundled", report));
}

/// What a reader with a keyboard or a screen reader needs of the page.
#[test]
fn the_page_can_be_used_without_eyes_and_without_a_mouse() {
    let html = printed(&folder("page-bundled", &[]), 2, &arguments(&["report", "--format", "html"], &[]));
    let body = html.split_once("<body>").unwrap().1.trim_start();
    assert!(body.starts_with("<a class=\"skip\" href=\"#claims\">"), "the way past everything else comes first");
    for landmark in ["<header>", "<nav aria-label=", "<main>", "<footer>", "<html lang=\"en\">"] {
        assert!(html.contains(landmark), "{landmark}");
    }
    let headings: Vec<u32> = html.match_indices("<h").filter_map(|(at, _)| html[at + 2..].chars().next()?.to_digit(10)).collect();
    assert_eq!(headings.iter().filter(|&&h| h == 1).count(), 1);
    assert!(headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a level of headings is left out: {headings:?}");
    assert!(!html.contains("<th>"), "a header of a table says what it is the header of");
    for (at, _) in html.match_indices("overflow-x: auto") {
        let rule = html[..at].rsplit('}').next().unwrap().trim();
        let class = rule.split('{').next().unwrap().trim().trim_start_matches('.');
        let boxes: Vec<&str> =
            html.match_indices(&format!("<div class=\"{class}\"")).map(|(at, _)| html[at..].split('>').next().unwrap()).collect();
        assert!(
            !boxes.is_empty() && boxes.iter().all(|b| b.contains("tabindex=\"0\"") && b.contains("aria-labelledby")),
            "{class}"
        );
    }
    // What opens and closes leads somewhere when a link points into it.
    assert!(!html.contains("<details id="));
    assert!(!html.contains("<script"), "no script");
}
