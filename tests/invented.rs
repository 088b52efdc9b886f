//! The invented stories, articles in, links out: floors under which no change may push what readers see. Nothing is fitted on
//! these stories.
#![allow(clippy::unwrap_used, clippy::expect_used, dead_code, missing_docs, unused_imports)]

#[path = "../examples/evaluate/given.rs"]
mod given;
#[path = "../examples/evaluate/scoring/mod.rs"]
mod scoring;
#[path = "../examples/evaluate/stories.rs"]
mod stories;
#[path = "../examples/evaluate/system.rs"]
mod system;

use rashomon::analysis::DEFAULT_BAR;
use std::path::Path;
use stories::Kind;
use system::{Findings, Score};

fn scores() -> Vec<(String, Score)> {
    let all = stories::all(Path::new("no folder")).unwrap();
    let invented = all.into_iter().filter(|story| story.kind == Kind::Invented);
    let score = |story: stories::Annotated| {
        let findings = Findings::of(&story.articles, DEFAULT_BAR).unwrap();
        (story.name, system::score(&story.gold, &findings))
    };
    invented.map(score).collect()
}

#[test]
fn links_hold_on_stories_that_nothing_is_fitted_on() {
    let scores = scores();
    assert!(scores.len() >= 8, "invented stories are missing: {}", scores.len());
    let mut pooled = Score::default();
    for (name, score) in &scores {
        assert!(score.all.f1() >= 0.72, "{name}: {:.3}", score.all.f1());
        pooled.pool(score);
    }
    let (links, strong) = (&pooled.all, &pooled.strong);
    assert!(links.f1() >= 0.78, "links {:.3}", links.f1());
    assert!(strong.precision() >= 0.95, "strong links {:.3}", strong.precision());
    assert!(strong.recall() >= 0.55, "strong links found {:.3}", strong.recall());
    assert!(pooled.all.coverage().0 >= 0.72, "claims found whole {:.3}", pooled.all.coverage().0);
}
