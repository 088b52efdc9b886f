//! Differences in invented stories: what a careful reader names, written down first, against what is found. The stories
//! are in `tellings/`; each file says what it came to at first sight. Rules were made with `first.txt`, `long.txt`,
//! `third.txt`, `ninth.txt` and `tenth.txt`, with what `fourth.txt`, `fifth.txt`, `seventh.txt`, `eighth.txt`, `twelfth.txt` and
//! `fourteenth.txt` missed in view. What rules made since did in the others was looked at too, but for `sixteenth.txt`.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use rashomon::analysis::{self, Evidence, differences, statements};
use rashomon::model::{Article, Claim, ClaimKind, Comparison, Difference, Form, Passage, PassageKind, Place, Story, Version};

/// A story: its articles, and the claims that its lines tell.
struct Telling {
    name: String,
    story: Story,
    claims: Vec<Told>,
}

/// A claim: a passage of each article that tells it, and what differs.
#[derive(Default)]
struct Told {
    name: String,
    versions: Vec<(usize, usize)>,
    wanted: Vec<Wanted>,
}

/// A difference: any of some kinds, and for each side the words of which one must be named.
struct Wanted {
    kinds: Vec<String>,
    sides: Vec<Vec<String>>,
}

impl Wanted {
    fn read(line: &str) -> Wanted {
        let (kinds, sides) = line.split_once(':').unwrap_or((line, ""));
        let words = |list: &str| list.split(" or ").map(|w| w.trim().to_lowercase()).filter(|w| !w.is_empty()).collect();
        let sides = if sides.is_empty() { Vec::new() } else { sides.split(" / ").map(words).collect() };
        Wanted { kinds: words(kinds), sides }
    }

    fn is_shown(&self, by: &Difference) -> bool {
        let detail = by.detail.to_lowercase();
        self.kinds.iter().any(|kind| kind == by.kind.name())
            && self.sides.iter().all(|words| words.iter().any(|word| detail.contains(word)))
    }
}

fn read(text: &str) -> Vec<Telling> {
    let mut stories: Vec<Telling> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('%')) {
        if let Some(title) = line.strip_prefix("## ") {
            let (name, date) = title.rsplit_once(", ").unwrap();
            let article = |outlet: &str| Article {
                id: outlet.to_lowercase(),
                outlet: outlet.to_owned(),
                source: format!("{outlet}.txt"),
                published: Some(date.parse().unwrap()),
                ..Article::default()
            };
            let articles = ["Daily", "Herald", "Courier"].map(article).to_vec();
            let story = Story { title: name.to_owned(), articles, ..Story::default() };
            stories.push(Telling { name: name.to_owned(), story, claims: Vec::new() });
            continue;
        }
        let telling = stories.last_mut().expect("a story before its claims");
        if let Some(name) = line.strip_prefix("# ") {
            telling.claims.push(Told { name: name.to_owned(), ..Told::default() });
        } else if let Some(wanted) = line.strip_prefix("= ") {
            telling.claims.last_mut().unwrap().wanted.extend((wanted != "none").then(|| Wanted::read(wanted)));
        } else {
            let (outlet, words) = line.split_once(": ").unwrap();
            let article = telling.story.articles.iter().position(|a| a.outlet == outlet).expect(outlet);
            let passages = &mut telling.story.articles[article].passages;
            passages.push(Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: words.to_owned() });
            telling.claims.last_mut().unwrap().versions.push((article, passages.len() - 1));
        }
    }
    stories
}

/// The claims as written down, for the search for differences alone.
fn given(telling: &Telling, evidence: &Evidence) -> Comparison {
    let claim = |told: &Told| {
        let version = |&(article, passage): &(usize, usize)| {
            let whole = telling.story.articles[article].passages[passage].whole();
            let text = telling.story.articles[article].passages[passage].text.trim_end_matches('.').len();
            let place = Place::new(article, passage, rashomon::model::Span::new(whole.start, text));
            let (form, speaker) = statements::telling(&telling.story, &place, &evidence.quotations, &evidence.reports);
            Version { place, form, speaker }
        };
        let versions: Vec<Version> = told.versions.iter().map(version).collect();
        let quoted = versions.iter().any(|v| v.form == Form::Direct);
        Claim {
            label: told.name.clone(),
            kind: if quoted { ClaimKind::Quotation } else { ClaimKind::Statement },
            speaker: None,
            confidence: 1.0,
            versions,
            absent: Vec::new(),
            differences: Vec::new(),
        }
    };
    let mut comparison = Comparison { claims: telling.claims.iter().map(claim).collect(), ..Comparison::default() };
    differences::find(&telling.story, evidence, &mut comparison);
    comparison
}

/// What was wanted, found of it, and shown without being wanted.
#[derive(Default, Clone, Copy)]
struct Counts {
    wanted: usize,
    found: usize,
    wrong: usize,
}

impl Counts {
    fn precision(self) -> f64 {
        self.found as f64 / (self.found + self.wrong).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.found as f64 / self.wanted.max(1) as f64
    }
}

/// Counts each difference for the claim that all its versions belong to; one between two claims is wrong.
fn judge(telling: &Telling, comparison: &Comparison, counts: &mut Counts) {
    let place = |v: &Version| (v.place.article, v.place.passage);
    let mut shown: Vec<(Option<usize>, &Difference)> = Vec::new();
    for claim in &comparison.claims {
        for d in &claim.differences {
            let between: Vec<(usize, usize)> = d.versions.iter().map(|&v| place(&claim.versions[v])).collect();
            let of = telling.claims.iter().position(|t| between.iter().all(|p| t.versions.contains(p)));
            if !shown.iter().any(|(o, s)| *o == of && s.kind == d.kind && s.detail == d.detail) {
                shown.push((of, d));
            }
        }
    }
    for (n, told) in telling.claims.iter().enumerate() {
        let mine: Vec<&Difference> = shown.iter().filter(|(of, _)| *of == Some(n)).map(|(_, d)| *d).collect();
        for wanted in &told.wanted {
            counts.wanted += 1;
            let found = mine.iter().any(|d| wanted.is_shown(d));
            counts.found += usize::from(found);
            if !found {
                println!("- {} / {}: {} {:?}", telling.name, told.name, wanted.kinds.join(" or "), wanted.sides);
            }
        }
        for d in mine.iter().filter(|d| !told.wanted.iter().any(|w| w.is_shown(d))) {
            counts.wrong += 1;
            println!("? {} / {}: {} {}", telling.name, told.name, d.kind.name(), d.detail);
        }
    }
    for (_, d) in shown.iter().filter(|(of, _)| of.is_none()) {
        counts.wrong += 1;
        println!("? {} / between claims: {} {}", telling.name, d.kind.name(), d.detail);
    }
}

/// Counts over a file of stories: with the claims given, and with those that the analysis finds.
fn measure(text: &str) -> (Counts, Counts) {
    let (mut with, mut whole) = (Counts::default(), Counts::default());
    let stories = read(text);
    println!("== claims given");
    for telling in &stories {
        let evidence = analysis::weigh(&telling.story);
        judge(telling, &given(telling, &evidence), &mut with);
    }
    println!("== claims found");
    for telling in &stories {
        judge(telling, &analysis::compare(&telling.story, analysis::DEFAULT_BAR), &mut whole);
    }
    for (name, c) in [("given", with), ("found", whole)] {
        println!("claims {name}: P {:.2} R {:.2} of {}, {} wrong", c.precision(), c.recall(), c.wanted, c.wrong);
    }
    (with, whole)
}

/// Holds the differences of stories to a precision and a recall, with the claims given and with those that are found.
fn hold(stories: &str, given: (f64, f64), found: (f64, f64)) {
    let (with, whole) = measure(stories);
    for (name, c, (precision, recall)) in [("given", with, given), ("found", whole, found)] {
        let reached = c.precision() >= precision && c.recall() >= recall;
        assert!(reached, "claims {name}: {} wrong, {} found", c.wrong, c.found);
    }
}

#[test]
fn stories_that_rules_were_made_with() {
    hold(include_str!("tellings/first.txt"), (0.9, 0.7), (0.85, 0.5));
}

#[test]
fn stories_that_no_rule_was_made_with() {
    hold(include_str!("tellings/second.txt"), (0.8, 0.6), (0.8, 0.5));
}

#[test]
fn more_stories_in_long_sentences() {
    hold(include_str!("tellings/third.txt"), (0.8, 0.5), (0.8, 0.35));
}

#[test]
fn stories_in_long_sentences() {
    hold(include_str!("tellings/long.txt"), (0.8, 0.6), (0.8, 0.35));
}

#[test]
fn pairs_of_long_sentences() {
    hold(include_str!("tellings/fourth.txt"), (0.8, 0.5), (0.8, 0.25));
}

#[test]
fn more_pairs_of_sentences() {
    hold(include_str!("tellings/fifth.txt"), (0.8, 0.4), (0.8, 0.3));
}

#[test]
fn sentences_written_late() {
    hold(include_str!("tellings/sixth.txt"), (0.8, 0.4), (0.8, 0.2));
}

#[test]
fn pairs_and_near_misses() {
    hold(include_str!("tellings/seventh.txt"), (0.8, 0.6), (0.8, 0.45));
}

#[test]
fn pairs_of_politics() {
    hold(include_str!("tellings/eighth.txt"), (0.8, 0.4), (0.8, 0.2));
}

#[test]
fn the_only_date_of_each_version() {
    hold(include_str!("tellings/ninth.txt"), (1.0, 0.6), (1.0, 0.3));
}

#[test]
fn pairs_of_certainty_and_polarity() {
    hold(include_str!("tellings/tenth.txt"), (0.8, 0.7), (0.8, 0.7));
}

#[test]
fn pairs_of_certainty_and_polarity_written_late() {
    hold(include_str!("tellings/eleventh.txt"), (0.9, 0.8), (0.9, 0.8));
}

#[test]
fn newspaper_sentences_of_many_fields() {
    hold(include_str!("tellings/twelfth.txt"), (0.9, 0.4), (0.9, 0.2));
}

#[test]
fn more_newspaper_sentences_of_many_fields() {
    hold(include_str!("tellings/thirteenth.txt"), (0.8, 0.2), (0.8, 0.05));
}

#[test]
fn yet_more_newspaper_sentences_of_many_fields() {
    hold(include_str!("tellings/fourteenth.txt"), (0.9, 0.5), (0.9, 0.2));
}

#[test]
fn sentences_of_three_kinds_of_paper() {
    hold(include_str!("tellings/fifteenth.txt"), (0.9, 0.1), (0.9, 0.05));
}

#[test]
fn more_sentences_of_three_kinds_of_paper() {
    hold(include_str!("tellings/sixteenth.txt"), (0.9, 0.15), (0.9, 0.1));
}
