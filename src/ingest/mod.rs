//! Sources to a story: files and folders are found (`source`), decoded (`encoding`), taken out of an archive (`archive`), read
//! as text (`text`), web page (`page`) or JSON (`json`), and put together in one order with one name for each article
//! (`assemble`). Knows formats and dirt, and nothing of analysis.

mod again;
mod archive;
mod assemble;
mod bylines;
mod captions;
mod clean;
mod dates;
mod eastern;
mod encoding;
mod furniture;
mod header;
mod json;
mod language;
mod limits;
mod markup;
mod masthead;
mod outlet;
mod pack;
mod page;
mod paragraphs;
mod phrases;
mod printed;
mod record;
mod repair;
mod source;
mod text;
mod transcript;
mod words;

pub use pack::pack;

use crate::error::{Error, Result};
use crate::model::{Passage, PassageKind, Story};
use crate::progress::Progress;
use again::Texts;
use archive::Archived;
use assemble::File;
use encoding::Decoded;
use jiff::civil::Date;
use rayon::prelude::*;
use record::Draft;
use source::Input;
use std::path::Path;

/// How sources are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Folders are read with all folders in them.
    pub recursive: bool,
    /// Only what was named at start may be read (kiosk): later calls with other paths are the caller's to refuse.
    pub bundled_only: bool,
}

/// The bundled story's file.
const BUNDLED: &str = include_str!("../../assets/putin-le-pen.json");

/// Reads sources (files, folders, `-`, each with `NAME=` before it if wished) into one story. What cannot be read becomes a
/// warning of the story.
///
/// # Errors
/// When nothing usable is left in all sources together; the message lists why.
pub fn load(sources: &[String], options: &Options) -> Result<Story> {
    load_watched(sources, options, &Progress::default())
}

/// The same, and tells how far it has come.
///
/// # Errors
/// As [`load`].
pub fn load_watched(sources: &[String], options: &Options, progress: &Progress) -> Result<Story> {
    let found = source::find(sources, options.recursive);
    let part = progress.part(0.0, 1.0, found.inputs.len());
    let read = |group: Vec<(usize, Input)>| {
        let mut texts = Texts::of(group.len());
        let part = &part;
        group.into_iter().map(move |(n, input)| {
            let file = open(&input, &mut texts);
            part.step();
            (n, input, file)
        })
    };
    let mut files: Vec<(usize, Input, Result<File>)> =
        again::of_one_length(found.inputs).into_par_iter().flat_map_iter(read).collect();
    files.sort_by_key(|(n, ..)| *n);
    let files = files.into_iter().map(|(_, input, file)| (input, file)).collect();
    let story = assemble::story(files, found.warnings);
    if story.articles.is_empty() {
        let reasons = if story.warnings.is_empty() {
            "no source was given; name files, folders or -".to_owned()
        } else {
            story.warnings.join("; ")
        };
        return Err(Error::Nothing(reasons));
    }
    Ok(story)
}

/// The story that comes with the program.
///
/// # Errors
/// Never, as long as the bundled file is what the tests saw.
pub fn bundled() -> Result<Story> {
    let input = Input { path: "bundled".to_owned(), file: "bundled".into(), name: None };
    let file = structured(&input, json::read(BUNDLED));
    let story = assemble::story(vec![(input, file)], Vec::new());
    if story.articles.is_empty() { Err(Error::Nothing(story.warnings.join("; "))) } else { Ok(story) }
}

/// What a file is by its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
    JsonLines,
    /// A web page.
    Html,
    /// A web page with all that belongs to it.
    Archive,
    /// To be told from its first characters.
    Unknown,
}

/// Reads one input; `texts` are those of inputs that may be the same.
fn open(input: &Input, texts: &mut Texts) -> Result<File> {
    let refused = |what: &str, remedy: &str| Error::Format {
        path: input.path.as_str().into(),
        what: what.to_owned(),
        remedy: remedy.to_owned(),
    };
    let format = format(&input.path).map_err(|(what, remedy)| refused(what, remedy))?;
    let bytes = source::bytes(input)?;
    if bytes.is_empty() && input.path == "-" {
        return Err(refused("nothing came on standard input", "pipe an article's text in"));
    }
    if bytes.is_empty() {
        return Err(refused("the file is empty", "save the article again"));
    }
    let begins_as_page = || page::is_page(&String::from_utf8_lossy(bytes.get(..bytes.len().min(4096)).unwrap_or(&[])));
    let archived = archive::is_archive(&bytes) || format == Format::Archive && !begins_as_page();
    let Archived { page: Decoded { text, guess }, url } = if archived {
        archive::page(&bytes).map_err(|no| refused(no.what, no.remedy))?
    } else {
        Archived { page: encoding::decode(bytes).map_err(|no| refused(no.what, no.remedy))?, url: None }
    };
    let start = text.trim_start();
    let format = if archived || page::is_page(start) { Format::Html } else { format };
    if is_report(start) {
        return Err(refused(REPORT.0, REPORT.1));
    }
    let like_json = start.starts_with(['{', '[']);
    let mut file = match format {
        Format::Text => plain(input, &text, texts),
        Format::Html => match page::read(&text) {
            Some(read) if archived => article(input, read.of_archive(url), true),
            Some(read) => article(input, read, true),
            None => Err(refused(REPORT.0, REPORT.1)),
        },
        Format::Json => match json::read(&text) {
            Err(_) if is_lines(&text) => structured(input, Ok(json::read_lines(&text))),
            found => structured(input, found),
        },
        Format::JsonLines => structured(input, Ok(json::read_lines(&text))),
        Format::Unknown if like_json && is_lines(&text) => structured(input, Ok(json::read_lines(&text))),
        Format::Unknown if like_json => match json::read(&text) {
            Ok(found) => structured(input, Ok(found)),
            // `[Update] The bridge …` is no JSON.
            Err(_) => plain(input, &text, texts),
        },
        Format::Archive | Format::Unknown => plain(input, &text, texts),
    }?;
    file.warnings.extend(guess);
    bound(&mut file);
    Ok(file)
}

/// What a report of this program is, beside the articles that it tells of, and what to do with it.
const REPORT: (&str, &str) = ("this is a report that rashomon wrote, not an article", "keep it in another folder");

/// Whether a text is a report of this program, as text or Markdown: below its title it sums up what was compared.
fn is_report(text: &str) -> bool {
    let sum = |line: &str| {
        let counted = line.starts_with(|c: char| c.is_ascii_digit()) && line.contains(" by ");
        counted && line.contains(" shared claim") && line.contains(" strong; links of ")
    };
    text.lines().take(6).any(sum)
}

/// How often a warning that many articles of a file give is repeated.
const REPEATS: usize = 3;

/// Brings the articles of a file within the limits, and says so.
fn bound(file: &mut File) {
    let one = file.drafts.len() == 1;
    let mut said = 0usize;
    for (n, draft) in file.drafts.iter_mut().enumerate() {
        let warnings = limits::bound(&mut draft.article);
        said += usize::from(!warnings.is_empty());
        if said <= REPEATS {
            let named = |w| if one { w } else { format!("article {}: {w}", n + 1) };
            file.warnings.extend(warnings.into_iter().map(named));
        }
    }
    if said > REPEATS {
        file.warnings.push(format!("{} more articles are longer than is read or shown in one piece", said - REPEATS));
    }
}

/// What a path's ending says; for endings that are known and not read, what it is and what to do.
fn format(path: &str) -> std::result::Result<Format, (&'static str, &'static str)> {
    let ending = Path::new(path).extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "txt" | "text" | "md" | "markdown" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        "jsonl" | "ndjson" => Ok(Format::JsonLines),
        "html" | "htm" | "xhtml" => Ok(Format::Html),
        "mhtml" | "mht" => Ok(Format::Archive),
        "webarchive" => Err(("web archives of this kind are not read", "save the page as HTML")),
        "pdf" => Err(("PDF is not read", "run it through pdftotext, or save its text as a .txt file")),
        "doc" | "docx" | "odt" | "rtf" | "pages" | "epub" => {
            Err(("office documents are not read", "save it as plain text (.txt)"))
        }
        "xml" | "rss" | "atom" => Err(("feeds are not read yet", "save the articles' texts as .txt files")),
        "warc" | "zip" | "gz" | "tar" => Err(("archives are not read", "unpack it first")),
        _ => Ok(Format::Unknown),
    }
}

/// Whether a text is one JSON object a line, with more than one line.
fn is_lines(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    let whole = |l: &str| l.starts_with('{') && l.ends_with('}');
    lines.next().is_some_and(whole) && lines.next().is_some_and(whole)
}

/// Reads one article of plain text.
fn plain(input: &Input, text: &str, texts: &mut Texts) -> Result<File> {
    article(input, texts.read(text), false)
}

/// Makes an article of what was read. The file of a web `page` is called as the browser liked to call it: where it stood says
/// more about whose it is.
fn article(input: &Input, read: text::Text, page: bool) -> Result<File> {
    let warnings: Vec<String> = read.cut.clone().into_iter().collect();
    let mut draft = Draft { printed: read.labels.published, ..Draft::default() };
    let article = &mut draft.article;
    article.note = read.note();
    article.passages = read.passages;
    article.headline = read.headline;
    article.removed = read.removed;
    article.byline = read.labels.byline;
    article.language = read.labels.language.as_deref().and_then(record::language);
    let named = assemble::from_file(input, &mut draft);
    let article = &mut draft.article;
    let host = read.labels.url.as_deref().and_then(outlet::host);
    let outlet = read.labels.outlet;
    let outlet = if page { outlet.or(read.named).or(host).or(named) } else { outlet.or(named).or(read.named).or(host) };
    article.outlet = outlet.unwrap_or_default();
    article.url = read.labels.url.filter(|u| outlet::is_url(u));
    // What a page is called is no article yet.
    let told = |p: &Passage| p.is_article() && !(page && p.kind == PassageKind::Headline);
    if !article.passages.iter().any(told) {
        let what = "there is no article's text in it".to_owned();
        let remedy =
            if page { "a script may have put it there: save it from a browser, or as text" } else { "save the article again" };
        return Err(Error::Format { path: input.path.as_str().into(), what, remedy: remedy.to_owned() });
    }
    Ok(File { drafts: vec![draft], warnings, ..File::default() })
}

/// Takes up what a JSON text holds.
fn structured(input: &Input, found: std::result::Result<json::Found, json::Refused>) -> Result<File> {
    let found = found.map_err(|no| Error::Format { path: input.path.as_str().into(), what: no.what, remedy: no.remedy })?;
    if found.articles.is_empty() {
        let what = found.warnings.first().cloned().unwrap_or_else(|| "no article in it".to_owned());
        let remedy = "give a list of articles, each with a title and a text".to_owned();
        return Err(Error::Format { path: input.path.as_str().into(), what, remedy });
    }
    let mut drafts = found.articles;
    let one = drafts.len() == 1;
    for draft in &mut drafts {
        let named: Option<String> = if one { assemble::from_file(input, draft) } else { None };
        if draft.article.outlet.is_empty() {
            draft.article.outlet = named.unwrap_or_default();
        }
    }
    Ok(File { title: found.title, drafts, warnings: found.warnings })
}

/// A day that a file's name tells serves where nothing else does.
fn dated(printed: Option<dates::Printed>, file: Option<Date>) -> Option<dates::Printed> {
    match (printed, file) {
        (Some(dates::Printed::Day(day)), _) => Some(dates::Printed::Day(day)),
        (_, Some(day)) => Some(dates::Printed::Day(day)),
        (printed, None) => printed,
    }
}
