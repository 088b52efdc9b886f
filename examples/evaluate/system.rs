//! What the analysis finds, in the words that scoring reads: claims, links and quotations as texts of articles.

use crate::given;
use crate::scoring::calibration::Bins;
use crate::scoring::claims::{self, Counts};
use crate::scoring::differences::{self, Kinds, Shown};
use crate::scoring::gold::{Claim, Gold, Telling};
use crate::scoring::links;
use crate::scoring::places::name_of;
use crate::scoring::quotations::{self, Said};
use rashomon::analysis::{self, Evidence};
use rashomon::error::Result;
use rashomon::ingest;
use rashomon::model::{Comparison, Place, STRONG, Story};
use std::path::{Path, PathBuf};

/// One story, read and compared.
pub struct Findings {
    /// The story.
    pub story: Story,
    /// All that is known before a bar is chosen.
    pub evidence: Evidence,
    /// What is shown.
    pub comparison: Comparison,
}

impl Findings {
    /// Reads articles and compares them.
    ///
    /// # Errors
    /// When nothing can be read.
    pub fn of(articles: &[PathBuf], bar: f64) -> Result<Findings> {
        let story = read(articles)?;
        let evidence = analysis::measured(&story);
        let comparison = analysis::claims_at(&story, &evidence, bar);
        Ok(Findings { story, evidence, comparison })
    }

    /// Reads articles and finds what differs in the claims that people found in them.
    ///
    /// # Errors
    /// When nothing can be read.
    pub fn given(articles: &[PathBuf], gold: &Gold) -> Result<Findings> {
        let story = read(articles)?;
        let evidence = analysis::measured(&story);
        let versions = |claim: &Claim| claim.versions.iter().map(|v| (name_of(&v.article), v.text.clone())).collect::<Vec<_>>();
        let told: Vec<_> = gold.told.iter().map(|claim| (claim.label.clone(), versions(claim))).collect();
        let comparison = given::compare(&story, &evidence, &told);
        Ok(Findings { story, evidence, comparison })
    }

    /// Reads articles for their quotations only: the articles are of many stories, and claims mean nothing.
    ///
    /// # Errors
    /// When nothing can be read.
    pub fn quotations_of(articles: &[PathBuf]) -> Result<Vec<Said>> {
        let story = read(articles)?;
        let evidence = analysis::measured(&story);
        let comparison = Comparison { quotations: evidence.quotations.clone(), ..Comparison::default() };
        Ok(Findings { story, evidence, comparison }.quotations())
    }

    /// A place's words.
    pub fn telling(&self, place: &Place) -> Telling {
        let source = self.story.articles.get(place.article).map_or("", |article| &article.source);
        let article = Path::new(source).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        Telling { article, text: self.story.text(place).to_owned() }
    }

    /// Every claim's versions.
    pub fn claims(&self) -> impl Iterator<Item = Vec<Telling>> {
        self.comparison.claims.iter().map(|claim| claim.versions.iter().map(|v| self.telling(&v.place)).collect())
    }

    /// Both ends of every link.
    pub fn links(&self) -> Vec<(Telling, Telling)> {
        let end = |link: &rashomon::model::Link, v: usize| {
            self.comparison.claims.get(link.claim).and_then(|c| c.versions.get(v)).map(|v| self.telling(&v.place))
        };
        let ends = |link: &rashomon::model::Link| end(link, link.versions.0).zip(end(link, link.versions.1));
        self.comparison.links.iter().filter_map(ends).collect()
    }

    /// Both ends and the score of every pair that was weighed, whether shown or not.
    pub fn weighed(&self) -> (Vec<(Telling, Telling)>, Vec<f64>) {
        let place = |n: usize| self.evidence.statements.get(n).map(|s| self.telling(&s.place));
        let pairs = self.evidence.similarity.pairs.iter();
        pairs.filter_map(|p| Some((place(p.statements().0).zip(place(p.statements().1))?, p.score))).unzip()
    }

    /// Every difference: its kind, and the versions that it is between.
    pub fn differences(&self) -> Vec<Shown> {
        let claims = self.comparison.claims.iter();
        let all = claims.flat_map(|claim| claim.differences.iter().map(move |difference| (claim, difference)));
        let between = |claim: &rashomon::model::Claim, versions: &[usize]| {
            versions.iter().filter_map(|&v| claim.versions.get(v)).map(|v| self.telling(&v.place)).collect()
        };
        all.map(|(claim, difference)| (difference.kind.name(), between(claim, &difference.versions))).collect()
    }

    /// Every quotation with its speaker; words held at arm's length are none.
    pub fn quotations(&self) -> Vec<Said> {
        let said = |q: &rashomon::model::Quotation| {
            let Telling { article, text } = self.telling(&q.place);
            Said { article, text, speaker: q.speaker.clone().unwrap_or_default() }
        };
        self.comparison.quotations.iter().filter(|q| !q.scare).map(said).collect()
    }
}

/// Articles as one story.
fn read(articles: &[PathBuf]) -> Result<Story> {
    let sources: Vec<String> = articles.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    ingest::load(&sources, &ingest::Options::default())
}

/// All counts of one story.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// All links.
    pub all: Counts,
    /// Each strong link as a claim of its own.
    pub strong: Counts,
    /// Links by their score.
    pub bins: Bins,
    /// Quotations and speakers.
    pub quotations: quotations::Counts,
    /// Differences of each kind.
    pub differences: Kinds,
}

impl Score {
    /// Adds another story's counts.
    pub fn pool(&mut self, other: &Score) {
        self.all += other.all;
        self.strong += other.strong;
        self.bins.pool(&other.bins);
        self.quotations += other.quotations;
        for (kind, counts) in &other.differences {
            *self.differences.entry(kind.clone()).or_default() += *counts;
        }
    }
}

/// Holds findings against gold.
pub fn score(gold: &Gold, findings: &Findings) -> Score {
    let links = findings.links();
    let scores = findings.comparison.links.iter().map(|link| link.score);
    let strong = links.iter().zip(scores.clone()).filter(|(_, score)| *score >= STRONG);
    let strong = strong.map(|((a, b), _)| vec![a.clone(), b.clone()]);
    // A pair of places in several claims counts once, with its best score.
    let mut by_score: Vec<(f64, &(Telling, Telling))> = scores.zip(&links).collect();
    by_score.sort_by(|a, b| b.0.total_cmp(&a.0));
    let pairs: Vec<(Telling, Telling)> = by_score.iter().map(|(_, link)| (*link).clone()).collect();
    let mut bins = Bins::default();
    for (verdict, (score, _)) in links::judge(gold, &pairs).into_iter().zip(&by_score) {
        if let Some(verdict) = verdict {
            bins.add(*score, verdict);
        }
    }
    Score {
        all: claims::score(gold, findings.claims()),
        strong: claims::score(gold, strong),
        bins,
        quotations: quotations::score(&gold.quotations, &gold.articles, &findings.quotations()).0,
        differences: differences::score(gold, &findings.differences()).0,
    }
}
