//! What the command line names (files, folders, `-`, `NAME=` before any of them) in, the inputs to read out, each once and in an
//! order that does not depend on the order given; and their bytes. What is in them is not looked at.

use super::clean::clean;
use super::limits::LARGEST;
use super::outlet;
use crate::error::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Folders within folders that are followed at most.
const DEEPEST: usize = 32;

/// Endings of the files that a folder is read for.
const ARTICLES: [&str; 12] = ["txt", "text", "md", "markdown", "json", "jsonl", "ndjson", "html", "htm", "xhtml", "mhtml", "mht"];

/// One file or the standard input.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// The path as given, or below the folder as given, as far as it is text; `-` is the standard input.
    pub path: String,
    /// The same path, for the system: a file's name need be no text.
    pub file: PathBuf,
    /// The outlet's name, where the command line gives one.
    pub name: Option<String>,
}

/// What the sources lead to.
#[derive(Debug, Default)]
pub struct Inputs {
    /// Each once, by path.
    pub inputs: Vec<Input>,
    /// What was left out and why, by path.
    pub warnings: Vec<String>,
}

/// Finds the inputs that `sources` name.
pub fn find(sources: &[String], recursive: bool) -> Inputs {
    let mut search = Search { recursive, ..Search::default() };
    let mut sources: Vec<&String> = sources.iter().collect();
    sources.sort();
    for source in sources {
        let (name, path) = split_name(source);
        search.source(path, name);
    }
    let mut inputs: Vec<Input> = search.found.into_values().collect();
    inputs.sort();
    let mut warnings = search.warnings;
    warnings.sort();
    warnings.dedup();
    Inputs { inputs, warnings }
}

#[derive(Default)]
struct Search {
    recursive: bool,
    /// By the file's one true path, so that no file is read twice.
    found: BTreeMap<PathBuf, Input>,
    visited: BTreeSet<PathBuf>,
    warnings: Vec<String>,
}

impl Search {
    fn source(&mut self, path: &str, name: Option<String>) {
        if outlet::host(path).is_some() || path.starts_with("http://") || path.starts_with("https://") {
            let what = "web addresses are not read".to_owned();
            let remedy = "save the article's text as a .txt file and give that".to_owned();
            self.warnings.push(Error::Format { path: path.into(), what, remedy }.to_string());
        } else if path != "-" && Path::new(path).is_dir() {
            self.folder(Path::new(path), &name, 0);
        } else {
            let known = self.found.len();
            let file = PathBuf::from(path);
            let named = name.is_some();
            self.file(file, name);
            // A name beside a folder tells whose one of its files is; the same without a name is an oversight.
            if self.found.len() == known && !named {
                self.warnings.push(format!("{}: given more than once; it is read once", clean(path).text));
            }
        }
    }

    fn file(&mut self, file: PathBuf, name: Option<String>) {
        let stdin = file.as_os_str() == "-";
        let key = if stdin { file.clone() } else { std::fs::canonicalize(&file).unwrap_or_else(|_| file.clone()) };
        let input = Input { path: file.to_string_lossy().into_owned(), file, name };
        let Some(known) = self.found.get_mut(&key) else {
            self.found.insert(key, input);
            return;
        };
        match (&known.name, &input.name) {
            (Some(one), Some(other)) if one != other => {
                let (kept, left) = if one < other { (one, other) } else { (other, one) };
                self.warnings.push(format!("{}: named both {kept} and {left}; {kept} is used", known.path));
                known.name = Some(kept.clone());
            }
            _ => known.name = known.name.take().or(input.name),
        }
        if input.path < known.path {
            (known.path, known.file) = (input.path, input.file);
        }
    }

    /// Takes the article files of a folder by name, and says what it leaves out.
    fn folder(&mut self, folder: &Path, name: &Option<String>, depth: usize) {
        let real = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
        // A link in a folder may lead back to it.
        if depth > DEEPEST || !self.visited.insert(real) && depth > 0 {
            return;
        }
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(cause) => {
                self.warnings.push(Error::Read { path: folder.to_path_buf(), cause }.to_string());
                return;
            }
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).filter(|p| !is_hidden(p)).collect();
        paths.sort();
        let (mut taken, mut folders, mut others) = (0, 0, Vec::new());
        for path in paths {
            if path.is_dir() && is_of_a_page(&path) {
                continue;
            } else if path.is_dir() {
                folders += 1;
                if self.recursive {
                    self.folder(&path, name, depth + 1);
                }
            } else if is_article(&path) {
                taken += 1;
                self.file(path, name.clone());
            } else {
                others.push(path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default());
            }
        }
        let shown = folder.display();
        if !others.is_empty() {
            self.warnings.push(format!("{shown}: not read: {}", list(&others)));
        }
        if taken == 0 && (folders == 0 || !self.recursive) && depth == 0 {
            let hint = if folders > 0 { "; folders in it are read with --recursive" } else { "" };
            let endings = ARTICLES.map(|ending| format!(".{ending}")).join(", ");
            self.warnings.push(format!("{shown}: no article in this folder (files ending in {endings}){hint}"));
        } else if folders > 0 && !self.recursive {
            let what = if folders == 1 { "a folder in it is" } else { "folders in it are" };
            self.warnings.push(format!("{shown}: {what} not read without --recursive"));
        }
    }
}

/// At most six names, and how many more there are.
fn list(names: &[String]) -> String {
    let shown: Vec<String> = names.iter().take(6).map(|n| clean(n).text).collect();
    let more = names.len().saturating_sub(shown.len());
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}

/// How browsers call that folder in their languages, behind the name of the page: `Page_files`, `Page-Dateien`.
const BESIDE_A_PAGE: [&str; 12] = [
    "files",
    "file",
    "dateien",
    "fichiers",
    "archivos",
    "arquivos",
    "ficheiros",
    "bestanden",
    "pliki",
    "filer",
    "soubory",
    "tiedostot",
];

/// Whether a folder holds what a browser saved along with a page: pictures, scripts, frames.
fn is_of_a_page(folder: &Path) -> bool {
    let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let page = name.rsplit_once(['_', '-']).filter(|(_, word)| BESIDE_A_PAGE.contains(&word.to_lowercase().as_str()));
    page.is_some_and(|(page, _)| ["html", "htm"].iter().any(|ending| folder.with_file_name(format!("{page}.{ending}")).is_file()))
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'))
}

fn is_article(path: &Path) -> bool {
    path.extension().is_some_and(|e| ARTICLES.contains(&e.to_string_lossy().to_lowercase().as_str()))
}

/// `NAME=SOURCE`, unless there is a file of just that name, or what stands before the sign cannot be a name.
fn split_name(source: &str) -> (Option<String>, &str) {
    let Some((name, path)) = source.split_once('=') else { return (None, source) };
    let name = clean(name).text;
    let is_name = !name.is_empty() && !path.is_empty() && !name.contains(['/', '\\']) && !name.contains("://");
    if !is_name || Path::new(source).exists() { (None, source) } else { (Some(name), path) }
}

/// The bytes of an input.
///
/// # Errors
/// If it cannot be read or is larger than [`LARGEST`].
pub fn bytes(input: &Input) -> Result<Vec<u8>> {
    let file = input.file.as_path();
    let failed = |cause| Error::Read { path: file.to_path_buf(), cause };
    let refused = |what: String, remedy: &str| Error::Format { path: file.to_path_buf(), what, remedy: remedy.to_owned() };
    let mut bytes = Vec::new();
    if input.path == "-" {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let about = std::fs::metadata(file).map_err(|cause| match std::fs::read_link(file) {
            Ok(target) => {
                refused(format!("this is a link to {}, which cannot be read ({cause})", target.display()), "mend the link")
            }
            Err(_) => failed(cause),
        })?;
        if let Some(what) = waits(&input.path, about.file_type()) {
            return Err(refused(what.to_owned(), "give a file, or pipe the text in and give -"));
        }
        if about.len() > LARGEST {
            return Err(too_large(refused));
        }
        bytes.reserve(usize::try_from(about.len()).unwrap_or(0));
        std::fs::File::open(file).map_err(failed)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() as u64 > LARGEST { Err(too_large(refused)) } else { Ok(bytes) }
}

/// What a path is that is no file: opening or reading it may wait for ever. A pipe that the shell has opened for this program
/// (`<(pdftotext a.pdf -)`) is as good as a file.
fn waits(path: &str, kind: std::fs::FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let opened = ["/dev/fd/", "/proc/self/fd/", "/dev/stdin"].iter().any(|open| path.starts_with(open));
        if kind.is_fifo() {
            return (!opened).then_some("this is a named pipe, not a file");
        }
        if kind.is_socket() {
            return Some("this is a socket, not a file");
        }
        if kind.is_char_device() || kind.is_block_device() {
            return (path != "/dev/stdin").then_some("this is a device, not a file");
        }
    }
    Some("this is not a file")
}

fn too_large(refused: impl Fn(String, &str) -> Error) -> Error {
    refused(format!("larger than {} MB", LARGEST / 1024 / 1024), "give the articles as several smaller files")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn names_before_a_source() {
        assert_eq!(split_name("Daily Mail=a.txt"), (Some("Daily Mail".into()), "a.txt"));
        assert_eq!(split_name("UPI=-"), (Some("UPI".into()), "-"));
        for source in ["a.txt", "https://x.example/?a=b", "dir/a=b.txt", "=a.txt", "a="] {
            assert_eq!(split_name(source), (None, source));
        }
    }

    #[test]
    fn a_source_named_twice_is_read_once() {
        let found = find(&["nowhere.txt".into(), "A=nowhere.txt".into(), "-".into(), "-".into()], false);
        assert_eq!(found.inputs.len(), 2);
        assert_eq!(found.inputs[1].name.as_deref(), Some("A"));
        let both = find(&["B=nowhere.txt".into(), "A=nowhere.txt".into()], false);
        assert_eq!((both.inputs[0].name.as_deref(), both.warnings.len()), (Some("A"), 1));
    }

    #[test]
    fn addresses_are_refused_with_a_remedy() {
        let found = find(&["https://news.example/a".into()], false);
        assert!(found.inputs.is_empty() && found.warnings[0].contains(".txt"));
    }
}
