//! Differences found in gold claims, against the gold differences: the floors that rules must keep.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use rashomon::analysis::similarity::words::words;
use rashomon::analysis::{self, Evidence, differences, statements};
use rashomon::ingest;
use rashomon::model::{Claim, ClaimKind, Comparison, Form, Place, Span, Story, Version};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The optional corpus beside the checkout; without it the test is skipped, except in CI.
fn corpus() -> Option<PathBuf> {
    let shared = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    if shared.join("gold").is_dir() {
        return Some(shared.to_owned());
    }
    assert!(std::env::var_os("CI").is_none(), "CI needs the corpus at {}", shared.display());
    eprintln!("skipped: no corpus at {}", shared.display());
    None
}

fn forms(text: &str) -> Vec<(Span, String)> {
    let text = text.replace(['’', 'ʼ'], "'");
    words(&text).into_iter().map(|w| (w.span, w.form.into_owned())).collect()
}

/// Where an article has these words: the exact run, else the passage window that holds most of them.
fn locate(story: &Story, article: usize, text: &str) -> Vec<Place> {
    let want: Vec<String> = forms(text).into_iter().map(|(_, f)| f).collect();
    let mut exact = Vec::new();
    let mut best: Option<(usize, Place)> = None;
    for (p, passage) in story.articles[article].passages.iter().enumerate().filter(|(_, p)| p.is_article()) {
        let found: Vec<(Span, String)> = words(&passage.text).into_iter().map(|w| (w.span, w.form.into_owned())).collect();
        let span = |a: usize, b: usize| Place::new(article, p, Span::new(found[a].0.start, found[b].0.end));
        for start in 0..found.len() {
            let end = (start + want.len()).min(found.len());
            let window = &found[start..end];
            if window.len() == want.len() && window.iter().zip(&want).all(|((_, a), b)| a == b) {
                exact.push(span(start, end - 1));
            }
            let bag: BTreeSet<&String> = window.iter().map(|(_, f)| f).collect();
            let hits = want.iter().filter(|w| bag.contains(w)).count();
            if hits * 10 >= want.len() * 6 && best.as_ref().is_none_or(|(most, _)| hits > *most) {
                best = Some((hits, span(start, end - 1)));
            }
        }
    }
    if exact.is_empty() { best.into_iter().map(|(_, p)| p).collect() } else { exact }
}

/// The gold claims as the analysis would hand them on.
fn gold_claims(story: &Story, evidence: &Evidence, gold: &Value) -> (Comparison, Vec<String>) {
    let mut comparison = Comparison { facts: evidence.facts.clone(), ..Comparison::default() };
    let mut ids = Vec::new();
    for claim in gold["claims"].as_array().unwrap() {
        let mut versions: Vec<Version> = Vec::new();
        for version in claim["versions"].as_array().unwrap() {
            let name = version["article"].as_str().unwrap().trim_end_matches(".txt");
            let article = story
                .articles
                .iter()
                .position(|a| Path::new(&a.source).file_stem().is_some_and(|s| s.to_string_lossy() == name))
                .unwrap();
            let places = locate(story, article, version["text"].as_str().unwrap());
            if places.is_empty() {
                println!("not found: {version}");
            }
            for place in places {
                if versions.iter().any(|v| v.place == place) {
                    continue;
                }
                let (form, speaker) = statements::telling(story, &place, &evidence.quotations, &evidence.reports);
                versions.push(Version { place, form, speaker });
            }
        }
        versions.sort_by_key(|v| v.place);
        ids.push(claim["id"].as_str().unwrap().to_owned());
        comparison.claims.push(Claim {
            label: claim["label"].as_str().unwrap().to_owned(),
            kind: if versions.iter().any(|v| v.form == Form::Direct) { ClaimKind::Quotation } else { ClaimKind::Statement },
            speaker: None,
            confidence: 1.0,
            versions,
            absent: Vec::new(),
            differences: Vec::new(),
        });
    }
    (comparison, ids)
}

#[test]
fn gold_differences_are_found_and_little_else() {
    let Some(shared) = corpus() else { return };
    let (mut hits, mut found, mut wanted) = (0, 0, 0);
    let mut stories: Vec<_> = std::fs::read_dir(shared.join("gold")).unwrap().map(|e| e.unwrap().path()).collect();
    stories.sort();
    for path in stories {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let folder = shared.join("stories").join(&name);
        let story = ingest::load(&[folder.to_string_lossy().into_owned()], &ingest::Options::default()).unwrap();
        let evidence = analysis::weigh(&story);
        let (mut comparison, ids) = gold_claims(&story, &evidence, &gold);
        differences::find(&story, &evidence, &mut comparison);
        let key = |c: &str, k: &str| format!("{c} {k}");
        let gold_set: BTreeSet<String> = gold["differences"]
            .as_array()
            .unwrap()
            .iter()
            .map(|d| key(d["claim"].as_str().unwrap(), d["kind"].as_str().unwrap()))
            .collect();
        let mut seen = BTreeSet::new();
        println!("== {name}");
        for (claim, id) in comparison.claims.iter().zip(&ids) {
            for difference in &claim.differences {
                let k = key(id, difference.kind.name());
                let hit = gold_set.contains(&k);
                println!("{} {k}: {}", if hit { "+" } else { "?" }, difference.detail);
                assert!(difference.versions.iter().all(|&v| v < claim.versions.len()));
                seen.insert(k);
            }
        }
        for missed in gold_set.difference(&seen) {
            println!("- {missed}");
        }
        hits += gold_set.intersection(&seen).count();
        found += seen.len();
        wanted += gold_set.len();
    }
    println!("hits {hits}, found {found}, wanted {wanted}");
    assert!(hits * 10 >= found * 8, "precision: {hits} of {found} found are right");
    assert!(hits * 2 >= wanted, "recall: {hits} of {wanted} are found");
}
