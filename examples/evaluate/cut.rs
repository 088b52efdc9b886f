//! Stories of short articles, made of the annotated ones: each article up to the line in which it reaches so many words.

use crate::scoring::places::Articles;
use crate::stories::Annotated;
use std::path::{Path, PathBuf};

type Failure = Box<dyn std::error::Error>;

/// A story whose articles are cut after `words` words, with the judgements that are left; its files are written into
/// `folder`.
///
/// # Errors
/// When an article cannot be read or written.
pub fn cut(story: Annotated, words: usize, folder: &Path) -> Result<Annotated, Failure> {
    let folder = folder.join(&story.name);
    std::fs::create_dir_all(&folder)?;
    let shortened = |file: &PathBuf| -> Result<PathBuf, Failure> {
        let target = folder.join(file.file_name().unwrap_or_default());
        std::fs::write(&target, shorten(&String::from_utf8_lossy(&std::fs::read(file)?), words))?;
        Ok(target)
    };
    let articles = story.articles.iter().map(shortened).collect::<Result<Vec<PathBuf>, Failure>>()?;
    Ok(Annotated { gold: story.gold.within(Articles::read(&articles)?), articles, ..story })
}

/// The lines of a text up to the one in which it reaches so many words.
fn shorten(text: &str, words: usize) -> String {
    let mut left = words;
    let mut kept = String::new();
    for line in text.lines() {
        kept.push_str(line);
        kept.push('\n');
        left = left.saturating_sub(line.split_whitespace().count());
        if left == 0 {
            break;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_ends_with_the_line_that_reaches_the_words() {
        assert_eq!(shorten("A head\n\nThe mayor resigned.\nShe left.\n", 4), "A head\n\nThe mayor resigned.\n");
        assert_eq!(shorten("A head\n", 4), "A head\n");
    }
}
