//! Finds the weights of the linking, and what they are worth on stories that they were not fitted on.
//!
//! `cargo run --release --example fit -- [FOLDER]`, where `FOLDER` (by default `../shared`) holds `gold/STORY.json` with the
//! articles in `stories/STORY/`; stories annotated here are taken in where their articles are there (see `stories`). Prints, for
//! every story, how it scores with weights fitted on the others, and then the weights fitted on all, as they stand in
//! `src/analysis/similarity/weights.rs`.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, dead_code, missing_docs)]

#[path = "../evaluate/baselines.rs"]
mod baselines;
#[path = "../evaluate/given.rs"]
mod given;
#[path = "logistic.rs"]
mod logistic;
#[path = "../evaluate/scoring/mod.rs"]
mod scoring;
#[path = "../evaluate/stories.rs"]
mod stories;
#[path = "../evaluate/system.rs"]
mod system;
#[path = "../evaluate/table.rs"]
mod table;

use clap::Parser;
use logistic::{Example, Sign};
use rashomon::analysis::similarity::calibration::{Logistic, Model, of_pairs};
use rashomon::analysis::similarity::measures::{ALONE, AMONG, NAMES};
use rashomon::analysis::similarity::rivals;
use rashomon::analysis::{self, Evidence};
use scoring::gold::Gold;
use scoring::links::{self, Verdict};
use std::path::{Path, PathBuf};
use stories::Kind;
use system::Findings;

/// A story and its counts, for the tables.
#[derive(Clone)]
pub struct Row {
    name: String,
    score: system::Score,
}

/// Fit the weights of the linking.
#[derive(Parser)]
struct Options {
    /// Where the judgements and the articles are.
    #[arg(default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"))]
    folder: PathBuf,
    /// The bar at which claims are made.
    #[arg(long, default_value_t = analysis::DEFAULT_BAR)]
    bar: f64,
    /// The ridge on the weights of the first model.
    #[arg(long, default_value_t = 0.05)]
    ridge: f64,
    /// The ridge on those of the second: higher, for it sees what the first says.
    #[arg(long, default_value_t = 0.2)]
    second_ridge: f64,
    /// Also the counts at other bars.
    #[arg(long)]
    bars: bool,
}

/// A story with its gold, and what gold says about each weighed pair.
struct Annotated {
    name: String,
    gold: Gold,
    findings: Findings,
    verdicts: Vec<Option<Verdict>>,
    kind: Kind,
}

fn main() {
    let options = Options::parse();
    let mut stories = read(&options.folder);
    let all: Vec<usize> = (0..stories.len()).collect();
    let ridges = (options.ridge, options.second_ridge);
    let mut models: Vec<Model> = Vec::new();
    for held in 0..stories.len() {
        let others: Vec<usize> = all.iter().copied().filter(|s| *s != held).collect();
        models.push(pair_models(&mut stories, &others, ridges));
    }
    let bars = if options.bars { vec![0.25, 0.3, 0.33, 0.36, 0.39, 0.42, 0.46] } else { vec![options.bar] };
    for bar in bars {
        println!("bar {bar}: each story by weights fitted on the others");
        let scores: Vec<Row> = (0..stories.len()).map(|s| score(&mut stories[s], models[s], bar)).collect();
        tables(&stories, &scores);
    }
    links_by_pair(&mut stories, &models, options.bar);
    let model = pair_models(&mut stories, &all, ridges);
    println!("fitted on all:\n{}", shown(&model));
    let scores: Vec<Row> = stories.iter_mut().map(|story| score(story, model, options.bar)).collect();
    tables(&stories, &scores);
}

/// The scores of the folder's stories, of those annotated here, and of all together.
fn tables(stories: &[Annotated], scores: &[Row]) {
    let of =
        |kind: Kind| stories.iter().zip(scores).filter(|(s, _)| s.kind == kind).map(|(_, row)| row.clone()).collect::<Vec<_>>();
    for some in [of(Kind::Given), of(Kind::Here)].iter().filter(|some| !some.is_empty()) {
        table::claims(some);
        table::calibration(some);
    }
    table::calibration(scores);
}

/// How many links are right by the chance of their pairs: what the knots of the calibration of links are drawn through.
fn links_by_pair(stories: &mut [Annotated], models: &[Model], bar: f64) {
    let mut counts = [(0, 0); 10];
    for (story, model) in stories.iter_mut().zip(models) {
        score(story, *model, bar);
        let links = &story.findings.comparison.links;
        for (link, verdict) in links.iter().zip(links::judge(&story.gold, &story.findings.links())) {
            let slot = &mut counts[((of_pairs(link.score) * 10.0) as usize).min(9)];
            match verdict {
                Some(Verdict::Right) => *slot = (slot.0 + 1, slot.1 + 1),
                Some(Verdict::Wrong) => slot.1 += 1,
                _ => {}
            }
        }
    }
    let shares = counts.iter().enumerate().filter(|(_, (_, of))| *of > 0);
    let shares = shares.map(|(n, (right, of))| format!("0.{n}+ {:.2} of {of}", f64::from(*right) / f64::from(*of)));
    println!("links right by the chance of their pairs: {}", shares.collect::<Vec<_>>().join(" | "));
}

fn read(folder: &Path) -> Vec<Annotated> {
    let all = stories::all(folder).unwrap();
    let stories = all.into_iter().filter(|story| story.kind != Kind::Invented).map(|story| {
        let stories::Annotated { name, gold, articles, kind } = story;
        let findings = Findings::of(&articles, analysis::DEFAULT_BAR).unwrap();
        let (weighed, _) = findings.weighed();
        let verdicts = links::judge(&gold, &weighed);
        Annotated { name, gold, findings, verdicts, kind }
    });
    stories.collect()
}

/// The sign of each measure: those that grow with unlikeness say so by name.
fn signs(names: &[(&'static str, f64)]) -> Vec<Sign> {
    let sign = |n: usize, name: &str| match name {
        _ if n >= ALONE => Sign::Free,
        _ if name.starts_with("other") => Sign::Minus,
        _ => Sign::Plus,
    };
    names.iter().enumerate().map(|(n, (name, _))| sign(n, name)).collect()
}

/// The judged pairs of some stories as examples; a story counts by the square root of its right pairs.
fn examples<const N: usize>(
    stories: &[Annotated],
    which: &[usize],
    numbers: impl Fn(&Annotated, usize) -> [(&'static str, f64); N],
) -> (Vec<Example>, Vec<Sign>) {
    let mut found = Vec::new();
    let mut of = Vec::new();
    for &s in which {
        let story = &stories[s];
        let right = story.verdicts.iter().filter(|v| **v == Some(Verdict::Right)).count();
        let weight = 1.0 / (right.max(1) as f64).sqrt();
        for (n, verdict) in story.verdicts.iter().enumerate() {
            let right = match verdict {
                Some(Verdict::Right) => true,
                Some(Verdict::Wrong) => false,
                _ => continue,
            };
            let named = numbers(story, n);
            if of.is_empty() {
                of = signs(&named);
            }
            found.push(Example { numbers: named.iter().map(|(_, x)| *x).collect(), right, weight });
        }
    }
    (found, of)
}

fn alone(story: &Annotated, n: usize) -> [(&'static str, f64); ALONE] {
    let similarity = &story.findings.evidence.similarity;
    let (i, j) = similarity.pairs[n].statements();
    named(similarity.measures[n].alone(&similarity.profiles.of[i], &similarity.profiles.of[j]))
}

fn among(story: &Annotated, n: usize) -> [(&'static str, f64); AMONG] {
    let similarity = &story.findings.evidence.similarity;
    let (i, j) = similarity.pairs[n].statements();
    named(similarity.measures[n].among(&similarity.profiles.of[i], &similarity.profiles.of[j]))
}

fn named<const N: usize>(numbers: [f64; N]) -> [(&'static str, f64); N] {
    std::array::from_fn(|n| (NAMES[n], numbers[n]))
}

fn fitted<const N: usize>((examples, signs): (Vec<Example>, Vec<Sign>), ridge: f64) -> Logistic<N> {
    let (weights, bias) = logistic::fit(&examples, &signs, ridge);
    Logistic { weights: std::array::from_fn(|k| weights[k]), bias }
}

/// The two models of pairs, fitted on `which`; the rivals that the second sees are scored by first models of the other stories.
fn pair_models(stories: &mut [Annotated], which: &[usize], (ridge, second): (f64, f64)) -> Model {
    let first: Logistic<ALONE> = fitted(examples(stories, which, alone), ridge);
    for &s in which {
        let others: Vec<usize> = which.iter().copied().filter(|o| *o != s).collect();
        let model: Logistic<ALONE> = fitted(examples(stories, &others, alone), ridge);
        let chances: Vec<f64> =
            (0..stories[s].verdicts.len()).map(|n| model.chance(alone(&stories[s], n).map(|(_, x)| x))).collect();
        let Evidence { statements, similarity, .. } = &mut stories[s].findings.evidence;
        rivals::compare(statements, &similarity.partners, &chances, &mut similarity.measures);
    }
    Model { alone: first, among: fitted(examples(stories, which, among), second) }
}

fn score(story: &mut Annotated, model: Model, bar: f64) -> Row {
    let findings = &mut story.findings;
    findings.evidence.similarity.judge(&findings.evidence.statements, model);
    findings.comparison = analysis::alignment::claims(&findings.story, &findings.evidence, bar, analysis::Extent::Whole);
    Row { name: story.name.clone(), score: system::score(&story.gold, findings) }
}

fn shown(model: &Model) -> String {
    let list = |weights: &[f64]| weights.iter().map(|w| format!("{w:.2}")).collect::<Vec<_>>().join(", ");
    format!(
        "alone  [{}] bias {:.2}\namong  [{}] bias {:.2}",
        list(&model.alone.weights),
        model.alone.bias,
        list(&model.among.weights),
        model.among.bias,
    )
}
