//! The obvious methods, scored like the analysis: what it must beat.
//!
//! Each links sentences of different articles (or quotations) in pairs. A threshold is chosen on the other stories:
//! the one with the best F1 over all but the story it is used on.

use crate::scoring::claims::{self, Counts};
use crate::scoring::clean::tokens;
use crate::scoring::gold::{Gold, Telling};
use crate::system::Findings;
use rashomon::analysis::statements;
use std::collections::{BTreeMap, BTreeSet};

/// A method's name and its counts for each story.
pub struct Baseline {
    /// What it does.
    pub name: &'static str,
    /// In the order of the stories.
    pub counts: Vec<Counts>,
}

type Pair = Vec<Telling>;

/// Every baseline on every story.
pub fn all(stories: &[(&Gold, &Findings)]) -> Vec<Baseline> {
    let fixed = |name, links: fn(&Findings) -> Vec<Pair>| Baseline {
        name,
        counts: stories.iter().map(|(gold, findings)| claims::score(gold, links(findings))).collect(),
    };
    vec![
        fixed("identical quotations", identical_quotations),
        fixed("shared run of 5 words", shared_runs),
        held_out("tf-idf cosine", stories, cosines),
    ]
}

/// A scored method with its threshold chosen on the other stories.
fn held_out(name: &'static str, stories: &[(&Gold, &Findings)], scored: fn(&Findings) -> Vec<(f64, Pair)>) -> Baseline {
    const STEPS: usize = 30;
    let thresholds: Vec<f64> = (0..STEPS).map(|n| 0.10 + 0.02 * n as f64).collect();
    let table: Vec<Vec<Counts>> = stories
        .iter()
        .map(|(gold, findings)| {
            let pairs = scored(findings);
            let at = |bar: &f64| {
                let over = pairs.iter().filter(|(score, _)| score >= bar).map(|(_, pair)| pair.clone());
                claims::score(gold, over)
            };
            thresholds.iter().map(at).collect()
        })
        .collect();
    let f1_without = |left_out: usize, threshold: usize| {
        let mut sum = Counts::default();
        for (_, counts) in table.iter().enumerate().filter(|(n, _)| *n != left_out) {
            sum += counts.get(threshold).copied().unwrap_or_default();
        }
        sum.f1()
    };
    let choose = |(n, counts): (usize, &Vec<Counts>)| {
        let best = (0..STEPS).max_by(|&a, &b| f1_without(n, a).total_cmp(&f1_without(n, b))).unwrap_or(0);
        counts.get(best).copied().unwrap_or_default()
    };
    Baseline { name, counts: table.iter().enumerate().map(choose).collect() }
}

/// A sentence of an article and its words.
struct Sentence {
    telling: Telling,
    article: usize,
    words: Vec<String>,
}

fn sentences(findings: &Findings) -> Vec<Sentence> {
    let sentence = |place: &rashomon::model::Place| {
        let telling = findings.telling(place);
        Sentence { words: tokens(&telling.text), telling, article: place.article }
    };
    statements::sentences(&findings.story).iter().map(sentence).filter(|s| !s.words.is_empty()).collect()
}

/// Every pair of sentences of different articles.
fn pairs(sentences: &[Sentence]) -> impl Iterator<Item = (&Sentence, &Sentence)> {
    let after = |n: usize| sentences.iter().skip(n + 1);
    sentences.iter().enumerate().flat_map(move |(n, a)| after(n).map(move |b| (a, b))).filter(|(a, b)| a.article != b.article)
}

/// Sentences that share a run of five words or more.
fn shared_runs(findings: &Findings) -> Vec<Pair> {
    const RUN: usize = 5;
    let sentences = sentences(findings);
    let share = |a: &Sentence, b: &Sentence| {
        let runs: BTreeSet<&[String]> = a.words.windows(RUN).collect();
        b.words.windows(RUN).any(|run| runs.contains(run))
    };
    pairs(&sentences).filter(|(a, b)| share(a, b)).map(|(a, b)| vec![a.telling.clone(), b.telling.clone()]).collect()
}

/// Quotations of three words and more with exactly the same words.
fn identical_quotations(findings: &Findings) -> Vec<Pair> {
    let mut same: BTreeMap<Vec<String>, Vec<Telling>> = BTreeMap::new();
    for quotation in &findings.evidence.quotations {
        let telling = findings.telling(&quotation.place);
        let words = tokens(&telling.text);
        if words.len() > 2 {
            same.entry(words).or_default().push(telling);
        }
    }
    same.into_values().filter(|tellings| tellings.len() > 1).collect()
}

/// Cosine of sentences' words, weighted by their rarity among the story's sentences.
fn cosines(findings: &Findings) -> Vec<(f64, Pair)> {
    let sentences = sentences(findings);
    let mut spread: BTreeMap<&str, f64> = BTreeMap::new();
    for sentence in &sentences {
        for word in sentence.words.iter().map(String::as_str).collect::<BTreeSet<_>>() {
            *spread.entry(word).or_default() += 1.0;
        }
    }
    let all = sentences.len() as f64;
    let vectors: Vec<BTreeMap<&str, f64>> = sentences
        .iter()
        .map(|sentence| {
            let mut vector: BTreeMap<&str, f64> = BTreeMap::new();
            for word in &sentence.words {
                *vector.entry(word).or_default() += (all / spread.get(word.as_str()).copied().unwrap_or(1.0)).ln();
            }
            let length = vector.values().map(|w| w * w).sum::<f64>().sqrt();
            vector.values_mut().for_each(|w| *w /= length.max(f64::MIN_POSITIVE));
            vector
        })
        .collect();
    let mut scored = Vec::new();
    for (n, (a, v)) in sentences.iter().zip(&vectors).enumerate() {
        for (b, w) in sentences.iter().zip(&vectors).skip(n + 1).filter(|(b, _)| b.article != a.article) {
            let cosine: f64 = v.iter().filter_map(|(word, x)| w.get(word).map(|y| x * y)).sum();
            if cosine >= 0.1 {
                scored.push((cosine, vec![a.telling.clone(), b.telling.clone()]));
            }
        }
    }
    scored
}
