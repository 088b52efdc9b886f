//! Which stories are annotated, and where their articles are.
//!
//! Three kinds ([`Kind`]): stories that lie in a folder with their articles (`gold/STORY.json`, `stories/STORY/*.txt`);
//! stories annotated here (`examples/evaluate/gold/*.json`), whose files tell each version by its place in an article of that
//! folder and hold none of its words; and invented ones (`examples/evaluate/invented`), articles and all. Those annotated
//! here and the invented ones were read by two language models, apart from each other and by the example of the first kind.

use crate::scoring::gold::{Claim, Gold, Telling};
use crate::scoring::places::{Articles, name_of};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Judgements that hold no words of articles.
const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/evaluate/gold");
/// Stories written for this project.
const INVENTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/evaluate/invented");

type Failure = Box<dyn std::error::Error>;

/// Where a story and its judgements come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// From the folder, both.
    Given,
    /// The articles from the folder, the judgements from here.
    Here,
    /// Written here, both. No weight is fitted on these.
    Invented,
}

/// A story with its judgements.
pub struct Annotated {
    /// Its name.
    pub name: String,
    /// The judgements.
    pub gold: Gold,
    /// Its articles' files.
    pub articles: Vec<PathBuf>,
    /// Where they come from.
    pub kind: Kind,
}

/// The stories of a folder, those annotated here whose articles lie in it, and the invented ones.
///
/// # Errors
/// When a file of judgements cannot be read.
pub fn all(folder: &Path) -> Result<Vec<Annotated>, Failure> {
    let mut stories = Vec::new();
    if folder.join("gold").is_dir() {
        stories = whole(folder, Kind::Given)?;
    } else {
        eprintln!("no gold/STORY.json in {}: only the invented stories are measured", folder.display());
    }
    for (name, file) in files(Path::new(HERE), "json")? {
        let placed: Placed = serde_json::from_slice(&std::fs::read(&file)?)?;
        let articles: Vec<PathBuf> = placed.articles.iter().map(|article| folder.join(article)).collect();
        if articles.iter().all(|article| article.is_file()) {
            stories.push(Annotated { gold: placed.gold(&articles)?, name, articles, kind: Kind::Here });
        } else {
            eprintln!("{name}: left out, for its articles are not in {}", folder.display());
        }
    }
    stories.extend(whole(Path::new(INVENTED), Kind::Invented)?);
    Ok(stories)
}

/// The stories that lie in a folder with their articles.
fn whole(folder: &Path, kind: Kind) -> Result<Vec<Annotated>, Failure> {
    let story = |(name, file): (String, PathBuf)| {
        let articles = texts(&folder.join("stories").join(&name))?;
        Ok(Annotated { gold: Gold::read(&file, &articles)?, name, articles, kind })
    };
    files(&folder.join("gold"), "json")?.into_iter().map(story).collect()
}

/// The text files of a folder, by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn texts(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    Ok(files(folder, "txt")?.into_iter().map(|(_, file)| file).collect())
}

/// The files of a folder with that ending, and their names without it, by name.
fn files(folder: &Path, ending: &str) -> Result<Vec<(String, PathBuf)>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|cause| format!("cannot read {}: {cause}", folder.display()))?;
    let mut files: Vec<(String, PathBuf)> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), path)))
        .collect();
    files.sort();
    Ok(files)
}

/// Judgements by place.
#[derive(Deserialize)]
struct Placed {
    /// The articles' files, from the folder.
    articles: Vec<String>,
    /// What both of two annotators found.
    claims: Vec<PlacedClaim>,
    /// All that either found: a link that only one of them has is neither right nor wrong.
    neutral: Vec<PlacedClaim>,
}

#[derive(Deserialize)]
struct PlacedClaim {
    #[serde(default)]
    label: String,
    versions: Vec<Version>,
}

/// A run of an article's file.
#[derive(Deserialize)]
struct Version {
    /// The article's name.
    article: String,
    /// First byte.
    start: usize,
    /// One past the last.
    end: usize,
}

impl Placed {
    fn gold(self, files: &[PathBuf]) -> Result<Gold, Failure> {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        for file in files {
            texts.insert(name_of(&file.to_string_lossy()), String::from_utf8_lossy(&std::fs::read(file)?).into_owned());
        }
        let telling = |version: &Version| -> Result<Telling, Failure> {
            let text = texts.get(&version.article).and_then(|text| text.get(version.start..version.end));
            let text = text.ok_or_else(|| format!("{}: no text from {} to {}", version.article, version.start, version.end))?;
            Ok(Telling { article: version.article.clone(), text: text.to_owned() })
        };
        let claims = |placed: Vec<PlacedClaim>| -> Result<Vec<Claim>, Failure> {
            let claim = |c: PlacedClaim| -> Result<Claim, Failure> {
                let versions = c.versions.iter().map(telling).collect::<Result<_, Failure>>()?;
                Ok(Claim { label: c.label, versions, ..Claim::default() })
            };
            placed.into_iter().map(claim).collect()
        };
        Ok(Gold::of_claims(Articles::read(files)?, claims(self.claims)?, claims(self.neutral)?))
    }
}
