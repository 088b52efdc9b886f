//! Writing a report from the reader: its form, a name for it, and the file.

use crate::model::{Comparison, Story};
use crate::reader::disk::{self, Access};
use crate::reader::search;
use crate::report;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The forms of a report that the reader writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown.
    Markdown,
    /// One HTML page.
    Html,
    /// JSON for programs.
    Json,
}

/// What became of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// It is in this file.
    To(PathBuf),
    /// There is such a file already.
    Exists,
    /// It was not written; why.
    Not(String),
}

impl Form {
    /// All of them, each with the key that chooses it.
    pub const ALL: [(char, Form); 3] = [('m', Form::Markdown), ('h', Form::Html), ('j', Form::Json)];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Markdown => "md",
            Form::Html => "html",
            Form::Json => "json",
        }
    }

    /// The report in this form.
    fn of(self, story: &Story, comparison: &Comparison) -> String {
        match self {
            Form::Markdown => report::markdown::report(story, comparison),
            Form::Html => report::html::report(story, comparison),
            Form::Json => report::json::report(story, comparison),
        }
    }
}

/// Characters of a title that go into a file's name.
const LONGEST: usize = 60;

/// A name for the report on a story, from its title or its first headline.
pub fn name(story: &Story, form: Form) -> String {
    let titles = std::iter::once(story.title.as_str()).chain(story.articles.iter().map(|a| a.headline.as_str()));
    let title = titles.into_iter().map(words).find(|t| !t.is_empty()).unwrap_or_else(|| "report".to_owned());
    format!("{title}.{}", form.ending())
}

/// A title as a name: letters and digits without accents, hyphens between the words.
fn words(title: &str) -> String {
    let plain = search::plain(title);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let mut name = String::new();
    for word in words {
        if name.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    name
}

/// The file that was named: `~` is the home folder, as a shell has it.
fn path(named: &str) -> PathBuf {
    let home = named.strip_prefix("~/").and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest)));
    home.unwrap_or_else(|| PathBuf::from(named))
}

/// Writes the report. A file that is there is written over only if `over` says so, an article's own file never.
pub fn write(story: &Story, comparison: &Comparison, form: Form, named: &str, over: bool) -> Written {
    let file = path(named);
    let source = |a: &crate::model::Article| Path::new(&a.source).canonicalize().ok();
    if let Ok(target) = file.canonicalize() {
        if story.articles.iter().any(|a| source(a).as_ref() == Some(&target)) {
            return Written::Not(format!("{named} is an article of this story; choose another name"));
        }
        if target.is_dir() {
            return Written::Not(format!("{named} is a folder; name a file in it"));
        }
        if !over {
            return Written::Exists;
        }
    }
    let text = form.of(story, comparison);
    let done = if over { disk::replace(&file, text.as_bytes(), Access::Usual) } else { disk::create(&file, text.as_bytes()) };
    match done {
        Ok(()) => Written::To(std::path::absolute(&file).unwrap_or(file)),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Written::Exists,
        Err(cause) => Written::Not(format!("{named} cannot be written: {}", reason(&cause))),
    }
}

/// What the system says, without its number.
fn reason(cause: &io::Error) -> String {
    let text = cause.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_makes_a_name_that_every_system_takes() {
        let story = |title: &str| Story { title: title.to_owned(), ..Story::default() };
        let named = |title: &str| name(&story(title), Form::Markdown);
        assert_eq!(named("Königin über “Œuvre”: 24/3?"), "konigin-uber-oeuvre-24-3.md");
        assert_eq!(named("../../etc/passwd"), "etc-passwd.md");
        assert_eq!(named(" … "), "report.md");
        assert_eq!(name(&story(&"long word ".repeat(50)), Form::Json).len(), 59 + ".json".len());
    }
}
