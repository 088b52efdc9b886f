//! Quotations and speakers against hand-made gold: 70 newspaper articles and five stories, where the corpus is there.
//!
//! The measure is simpler and a little stricter than the scorer that goes with the corpus (`examples/evaluate` has that
//! one): a quotation is found when its words are those of the gold, but for a fifth at most; a speaker is right when the
//! last names agree or one name's words lie within the other's.
//!
//! Articles without any gold quotation are not judged, unlike there. Of the 70 newspaper articles these are 15: ten whose
//! quotations stand in doubled single marks (`''…''`), all of which went unannotated, an interview in questions and
//! answers, and four without quotations. The 153 quotations found in the first eleven count as wrong in the corpus'
//! scorer and hold precision there at 0.73; but one of the five stories has such marks, and its gold has the quotations.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use rashomon::analysis::{names, quotations, speakers};
use rashomon::ingest;
use rashomon::model::Story;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if folder.join("quotations/gold.json").is_file() {
        return Some(folder);
    }
    assert!(
        std::env::var_os("CI").is_none() || std::env::var_os("RASHOMON_NO_CORPUS").is_some(),
        "no corpus at {}",
        folder.display()
    );
    eprintln!("skipped: no corpus at {}", folder.display());
    None
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Whether two runs of words agree but for a fifth of each.
fn agree(a: &[String], b: &[String]) -> bool {
    let longest = (0..a.len())
        .flat_map(|i| (0..b.len().min(4)).map(move |j| (i, j)))
        .chain((0..a.len().min(4)).flat_map(|i| (0..b.len()).map(move |j| (i, j))))
        .map(|(i, j)| a[i..].iter().zip(&b[j..]).take_while(|(x, y)| x == y).count())
        .max()
        .unwrap_or(0);
    longest * 5 >= a.len() * 4 && longest * 5 >= b.len() * 4
}

fn same_speaker(gold: &str, system: &str) -> bool {
    let drop = ["the", "mr", "ms", "mrs", "sen", "rep", "gov", "president", "jr", "s"];
    let strip = |s: &str| words(s).into_iter().filter(|w| !drop.contains(&w.as_str())).collect::<Vec<_>>();
    let (g, s) = (strip(gold), strip(system));
    !g.is_empty() && !s.is_empty() && (g.last() == s.last() || g.iter().all(|w| s.contains(w)) || s.iter().all(|w| g.contains(w)))
}

#[derive(Default, Debug)]
struct Score {
    gold: usize,
    found: usize,
    system: usize,
    right: usize,
    speakers: usize,
    speakers_right: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        let (p, r) = (self.right as f64 / self.system as f64, self.found as f64 / self.gold as f64);
        2.0 * p * r / (p + r)
    }

    fn end_to_end(&self) -> f64 {
        self.speakers_right as f64 / self.speakers as f64
    }
}

/// Article to its quotations: words and speaker.
fn found_in(story: &Story) -> BTreeMap<String, Vec<(Vec<String>, String)>> {
    let names = names::find(story);
    let quoted = quotations::find(story);
    let mut found: BTreeMap<String, Vec<(Vec<String>, String)>> = BTreeMap::new();
    for q in speakers::attribute(story, &names, &quoted).into_iter().filter(|q| !q.scare) {
        let file = Path::new(&story.articles[q.place.article].source).file_stem().unwrap().to_string_lossy().into_owned();
        found.entry(file).or_default().push((words(story.text(&q.place)), q.speaker.unwrap_or_default()));
    }
    found
}

fn score(gold: &Value, story: &Story) -> Score {
    let text = |v: &Value, key: &str| v[key].as_str().unwrap_or("").to_owned();
    let mut expected: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for q in gold["quotes"].as_array().unwrap() {
        expected.entry(text(q, "article").trim_end_matches(".txt").to_owned()).or_default().push(q);
    }
    let found = found_in(story);
    let mut score = Score::default();
    for (article, quotes) in &expected {
        let nothing = Vec::new();
        let system = found.get(article).unwrap_or(&nothing);
        let gold_words: Vec<Vec<String>> = quotes.iter().map(|q| words(&text(q, "text"))).collect();
        for (q, expected) in quotes.iter().zip(&gold_words).filter(|(_, w)| w.len() >= 3) {
            score.gold += 1;
            let hits: Vec<&String> = system.iter().filter(|(w, _)| agree(w, expected)).map(|(_, s)| s).collect();
            score.found += usize::from(!hits.is_empty());
            let speaker = text(q, "speaker");
            if !speaker.is_empty() && speaker != "unknown" && q["speaker_type"] != "nominal" {
                score.speakers += 1;
                score.speakers_right += usize::from(hits.iter().any(|s| same_speaker(&speaker, s)));
            }
        }
        let scare: Vec<Vec<String>> = gold["scare_quotes"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|q| text(q, "article").trim_end_matches(".txt") == article)
            .map(|q| words(&text(q, "text")))
            .collect();
        for (w, _) in system.iter().filter(|(w, _)| w.len() >= 3 && !scare.iter().any(|s| agree(w, s))) {
            score.system += 1;
            score.right += usize::from(gold_words.iter().any(|g| agree(w, g)));
        }
    }
    score
}

fn load(folder: &Path) -> Story {
    ingest::load(&[folder.to_string_lossy().into_owned()], &ingest::Options::default()).expect("the corpus can be read")
}

#[test]
fn newspaper_articles() {
    let Some(corpus) = corpus() else { return };
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(corpus.join("quotations/gold.json")).unwrap()).unwrap();
    let score = score(&gold, &load(&corpus.join("quotations/articles")));
    assert!(score.f1() >= 0.975, "quotations: F1 {:.3}, {score:?}", score.f1());
    assert!(score.end_to_end() >= 0.96, "speakers: {:.3}, {score:?}", score.end_to_end());
}

#[test]
fn stories() {
    let Some(corpus) = corpus() else { return };
    let mut all = Score::default();
    let mut golds: Vec<PathBuf> = std::fs::read_dir(corpus.join("gold")).unwrap().map(|e| e.unwrap().path()).collect();
    golds.sort();
    for path in golds.iter().filter(|p| p.extension().is_some_and(|e| e == "json")) {
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let score = score(&gold, &load(&corpus.join("stories").join(path.file_stem().unwrap())));
        assert!(score.f1() >= 0.98, "{}: F1 {:.3}, {score:?}", path.display(), score.f1());
        all.gold += score.gold;
        all.found += score.found;
        all.system += score.system;
        all.right += score.right;
        all.speakers += score.speakers;
        all.speakers_right += score.speakers_right;
    }
    assert!(all.f1() >= 0.985, "quotations: F1 {:.3}, {all:?}", all.f1());
    assert!(all.end_to_end() >= 0.96, "speakers: {:.3}, {all:?}", all.end_to_end());
}
