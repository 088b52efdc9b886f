//! What people found by hand: the files as they are, and the same made ready for scoring.

use super::places::{Articles, name_of};
use super::quotations::Quotations;
use super::side::{Side, Version};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A text of an article: one version of a claim, by its words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Telling {
    /// The article's name.
    pub article: String,
    /// The words.
    pub text: String,
}

/// A claim with the texts that tell it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Claim {
    /// How differences refer to it.
    #[serde(default)]
    pub id: String,
    /// What a person would call it.
    #[serde(default)]
    pub label: String,
    /// Its texts.
    pub versions: Vec<Telling>,
}

/// A quotation in quotation marks. Files of different makes give more or less of this.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Quote {
    /// The article's name.
    pub article: String,
    /// The words.
    #[serde(default)]
    pub text: Option<String>,
    /// First character in the article's file.
    #[serde(default)]
    pub start: Option<usize>,
    /// One past the last character.
    #[serde(default)]
    pub end: Option<usize>,
    /// Whose words.
    #[serde(default)]
    pub speaker: Option<String>,
    /// `name`, `pronoun`, `nominal` or `none`.
    #[serde(default)]
    pub speaker_type: Option<String>,
    /// Quotations of one attribution share it.
    #[serde(default)]
    pub group: Option<String>,
    /// Too short to be judged.
    #[serde(default)]
    pub optional: Option<bool>,
}

/// A material difference within a claim.
#[derive(Debug, Clone, Deserialize)]
pub struct Difference {
    /// The claim's `id`.
    pub claim: String,
    /// The kind, in the words of reports.
    pub kind: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Listed {
    Name(String),
    Entry { id: String },
}

#[derive(Debug, Default, Deserialize)]
struct File {
    articles: Vec<Listed>,
    #[serde(default)]
    claims: Vec<Claim>,
    #[serde(default)]
    neutral: Vec<Claim>,
    #[serde(default)]
    scope: Option<Vec<Telling>>,
    #[serde(default)]
    quotes: Vec<Quote>,
    #[serde(default)]
    ignore: Vec<Quote>,
    #[serde(default)]
    scare_quotes: Vec<Quote>,
    #[serde(default)]
    differences: Vec<Difference>,
}

/// One story's judgements, ready for scoring.
#[derive(Debug, Default)]
pub struct Gold {
    /// The articles' texts.
    pub articles: Articles,
    /// The claims as written.
    pub told: Vec<Claim>,
    /// The claims.
    pub claims: Side,
    /// Links that are neither right nor wrong.
    pub neutral: Side,
    /// The claims that hold them, as written.
    pub open: Vec<Claim>,
    /// Where set: only links with both ends in these texts are judged.
    pub scope: Option<Side>,
    /// Quotations and speakers.
    pub quotations: Quotations,
    /// Differences within claims.
    pub differences: Vec<Difference>,
}

/// Why a gold file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// A file could not be read.
    #[error("cannot read {0}: {1}")]
    Read(String, std::io::Error),
    /// A file is not what it should be.
    #[error("{0} is no gold file: {1}")]
    Parse(String, serde_json::Error),
}

impl Gold {
    /// Reads a gold file and its articles' files.
    ///
    /// # Errors
    /// When one of them cannot be read or the gold file is not of the form described here.
    pub fn read(file: &Path, articles: &[PathBuf]) -> Result<Gold, Unreadable> {
        let name = |path: &Path| path.to_string_lossy().into_owned();
        let bytes = std::fs::read(file).map_err(|cause| Unreadable::Read(name(file), cause))?;
        let parsed: File = serde_json::from_slice(&bytes).map_err(|cause| Unreadable::Parse(name(file), cause))?;
        let articles =
            Articles::read(articles).map_err(|cause| Unreadable::Read(format!("the articles of {}", name(file)), cause))?;
        Ok(Gold::new(parsed, articles))
    }

    /// Judgements of claims alone.
    pub fn of_claims(articles: Articles, claims: Vec<Claim>, neutral: Vec<Claim>) -> Gold {
        Gold::new(File { claims, neutral, ..File::default() }, articles)
    }

    /// The judgements of claims that are left where articles are cut.
    pub fn within(&self, articles: Articles) -> Gold {
        let left = |claim: &Claim| {
            let stands = |version: &&Telling| Version::locate(version, &articles).is_found();
            let versions = claim.versions.iter().filter(stands).cloned().collect();
            Claim { versions, ..claim.clone() }
        };
        let (claims, neutral) = (self.told.iter().map(left).collect(), self.open.iter().map(left).collect());
        Gold::of_claims(articles, claims, neutral)
    }

    fn new(file: File, articles: Articles) -> Gold {
        let names = |listed: Vec<Listed>| {
            let name = |l: Listed| match l {
                Listed::Name(name) | Listed::Entry { id: name } => name_of(&name),
            };
            listed.into_iter().map(name).collect()
        };
        let scope = |texts: Vec<Telling>| Side::new(texts.into_iter().map(|text| vec![text]), &articles);
        let mut ignored = file.ignore;
        ignored.extend(file.scare_quotes);
        let names: Vec<String> = names(file.articles);
        Gold {
            quotations: Quotations::new(&names, &file.quotes, &ignored, &articles),
            claims: Side::new(file.claims.iter().map(|c| c.versions.clone()), &articles),
            neutral: Side::new(file.neutral.iter().map(|c| c.versions.clone()), &articles),
            scope: file.scope.map(scope),
            told: file.claims,
            open: file.neutral,
            differences: file.differences,
            articles,
        }
    }

    /// Judgements on made-up articles.
    #[cfg(test)]
    pub fn of(articles: Articles, claims: &[Vec<Telling>]) -> Gold {
        let claims = claims.iter().map(|versions| Claim { versions: versions.clone(), ..Claim::default() }).collect();
        Gold::of_claims(articles, claims, Vec::new())
    }
}
