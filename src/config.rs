//! The settings file. In: TOML; out: what it sets, as plain values with their lines, and everything that is wrong with
//! it at once. What names of looks, marks, actions and keys mean is for the reader to say.
//!
//! The file is optional, and survives being damaged: what is wrong is named and left out, the rest holds.

use etcetera::BaseStrategy;
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The settings file that comes with the program: every setting with its default, explained.
pub const DEFAULTS: &str = include_str!("../assets/config.toml");

/// A settings file larger than this is a mistake.
const LARGEST: u64 = 1 << 20;

/// The settings there are, for messages.
const KNOWN: &str = "theme, marks, bar, pane-width, mouse and [keys]";

/// A value and the line that sets it, counted from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Its line.
    pub line: usize,
}

/// What a settings file sets; what it does not set is none.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// The look of the reader.
    pub theme: Option<Setting<String>>,
    /// Which marks are shown at the start.
    pub marks: Option<Setting<String>>,
    /// The bar of certainty, 0 to 1.
    pub bar: Option<Setting<f64>>,
    /// Columns that a pane needs.
    pub pane_width: Option<Setting<u16>>,
    /// Whether the reader takes the mouse.
    pub mouse: Option<Setting<bool>>,
    /// For each action its keys.
    pub keys: BTreeMap<String, Setting<Vec<String>>>,
    /// What is wrong, by line.
    pub complaints: Vec<Complaint>,
}

/// Something wrong in a settings file, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// The line, counted from 1; 0 where it is the file as a whole.
    pub line: usize,
    /// What and how to mend it.
    pub text: String,
}

/// Where the settings file belongs; none where the system names no home.
pub fn path() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok().map(|dirs| dirs.config_dir().join("rashomon").join("config.toml"))
}

/// Reads a settings file; one that is not there sets nothing.
pub fn read(path: &Path) -> Config {
    match text_of(path) {
        Ok(text) => parse(&text),
        Err(cause) if cause.kind() == ErrorKind::NotFound => Config::default(),
        Err(cause) => {
            let text = format!("cannot be read: {cause}; check its permissions, or remove it");
            Config { complaints: vec![Complaint { line: 0, text }], ..Config::default() }
        }
    }
}

/// The text of a file that is not too large.
fn text_of(path: &Path) -> std::io::Result<String> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        // Opening a named pipe waits until somebody writes to it.
        if std::fs::metadata(path)?.file_type().is_fifo() {
            return Err(std::io::Error::new(ErrorKind::InvalidInput, "it is a named pipe, not a file"));
        }
    }
    let mut text = String::new();
    std::fs::File::open(path)?.take(LARGEST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LARGEST {
        return Err(std::io::Error::new(ErrorKind::FileTooLarge, "it is larger than a megabyte"));
    }
    Ok(text)
}

/// Reads settings.
pub fn parse(text: &str) -> Config {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reading = Reading { text, config: Config::default() };
    for error in errors {
        let at = error.span().unwrap_or(0..0);
        reading.complain(at, format!("{}; see `rashomon config` for how settings are written", error.message()));
    }
    for (name, value) in table.get_ref() {
        reading.setting(name, value);
    }
    reading.config.complaints.sort();
    reading.config
}

impl Config {
    /// The complaints, each with file and line.
    pub fn messages(&self, path: &Path) -> Vec<String> {
        let place = |line: usize| if line == 0 { String::new() } else { format!(", line {line}") };
        self.complaints.iter().map(|c| format!("{}{}: {}", path.display(), place(c.line), c.text)).collect()
    }
}

/// A settings file being read.
struct Reading<'t> {
    text: &'t str,
    config: Config,
}

impl Reading<'_> {
    /// Takes one setting.
    fn setting(&mut self, name: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue<'_>>) {
        let line = self.line(name.span());
        match name.get_ref().as_ref() {
            "theme" => self.config.theme = self.string(name, value).map(|value| Setting { value, line }),
            "marks" => self.config.marks = self.string(name, value).map(|value| Setting { value, line }),
            "bar" => match number(value.get_ref()).filter(|bar| (0.0..=1.0).contains(bar)) {
                Some(value) => self.config.bar = Some(Setting { value, line }),
                None => self.complain(value.span(), "bar is a number from 0 to 1, such as bar = 0.8".to_owned()),
            },
            "pane-width" => match whole(value.get_ref()).filter(|width| (20..=200).contains(width)) {
                Some(value) => self.config.pane_width = Some(Setting { value, line }),
                None => {
                    self.complain(value.span(), "pane-width is a whole number from 20 to 200, such as pane-width = 34".to_owned())
                }
            },
            "mouse" => match value.get_ref().as_bool() {
                Some(value) => self.config.mouse = Some(Setting { value, line }),
                None => self.complain(value.span(), "mouse is true or false".to_owned()),
            },
            "keys" => match value.get_ref().as_table() {
                Some(keys) => keys.iter().for_each(|(action, keys)| self.keys(action, keys)),
                None => {
                    self.complain(value.span(), "keys is a table: [keys], and under it lines such as down = [\"j\"]".to_owned())
                }
            },
            other => {
                let text = format!("there is no setting {other:?}; settings are {KNOWN}; correct or remove the line");
                self.complain(name.span(), text);
            }
        }
    }

    /// Takes the keys of one action: a list of strings, or one string.
    fn keys(&mut self, action: &Spanned<impl AsRef<str>>, keys: &Spanned<DeValue<'_>>) {
        let name = action.get_ref().as_ref();
        let list = match keys.get_ref() {
            DeValue::String(one) => Some(vec![one.to_string()]),
            DeValue::Array(several) => several.iter().map(|k| k.get_ref().as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        match list {
            Some(value) => {
                let line = self.line(action.span());
                self.config.keys.insert(name.to_owned(), Setting { value, line });
            }
            None => self
                .complain(keys.span(), format!("the keys of {name} are a list of strings, such as {name} = [\"j\", \"Ctrl-N\"]")),
        }
    }

    /// A string, or a complaint.
    fn string(&mut self, name: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let found = value.get_ref().as_str().map(str::to_owned);
        if found.is_none() {
            self.complain(value.span(), format!("{} is a word between quotation marks", name.get_ref().as_ref()));
        }
        found
    }

    /// Notes what is wrong at a place.
    fn complain(&mut self, at: Range<usize>, text: String) {
        let line = self.line(at);
        self.config.complaints.push(Complaint { line, text });
    }

    /// The line of a place.
    fn line(&self, at: Range<usize>) -> usize {
        1 + self.text.as_bytes().iter().take(at.start).filter(|&&b| b == b'\n').count()
    }
}

/// A number with or without a point.
fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Float(number) => number.as_str().replace('_', "").parse().ok(),
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().replace('_', "").parse().ok(),
        _ => None,
    }
}

/// A whole number.
fn whole(value: &DeValue<'_>) -> Option<u16> {
    match value {
        DeValue::Integer(number) => u16::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_file_that_comes_along_sets_everything_and_is_right() {
        let config = parse(DEFAULTS);
        assert_eq!(config.complaints, []);
        assert_eq!(config.theme.unwrap().value, "auto");
        assert_eq!(config.bar.unwrap().value, crate::analysis::DEFAULT_BAR);
        assert!(config.marks.is_some() && config.pane_width.is_some() && config.mouse.is_some());
    }

    #[test]
    fn every_mistake_is_named_with_its_line_and_the_rest_holds() {
        let config =
            parse("bar = 2\ncolour = 1\nmouse = true\ntheme = 3\n\n[keys]\ndown = \"j\"\nup = [\"k\", \"↑\"]\nleft = 7\n");
        let lines: Vec<usize> = config.complaints.iter().map(|c| c.line).collect();
        assert_eq!(lines, [1, 2, 4, 9]);
        assert!(config.complaints[1].text.contains("no setting \"colour\""));
        assert_eq!(config.mouse, Some(Setting { value: true, line: 3 }));
        assert_eq!(config.keys["down"].value, ["j"]);
        assert_eq!(config.keys["up"], Setting { value: vec!["k".to_owned(), "↑".to_owned()], line: 8 });
        let messages = config.messages(Path::new("c.toml"));
        assert!(messages[0].starts_with("c.toml, line 1: bar is a number"));
    }

    #[test]
    fn damage_is_named_and_harms_nothing() {
        for damaged in ["bar = ", "[keys", "= 3", "\u{0}\u{1}", "theme = \"x", "bar = 1\nbar = 0"] {
            let config = parse(damaged);
            assert!(!config.complaints.is_empty(), "{damaged:?}");
        }
        assert_eq!(parse(""), Config::default());
        assert_eq!(parse("bar = 1").bar.unwrap().value, 1.0);
    }

    #[cfg(unix)]
    #[test]
    fn a_named_pipe_is_refused_at_once() {
        let pipe = std::env::temp_dir().join(format!("rashomon-config-{}", std::process::id()));
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let (done, waits) = std::sync::mpsc::channel();
        let path = pipe.clone();
        std::thread::spawn(move || {
            let _ = done.send(read(&path));
        });
        let config = waits.recv_timeout(std::time::Duration::from_secs(20));
        std::fs::remove_file(&pipe).unwrap();
        assert!(config.unwrap().complaints[0].text.contains("named pipe"));
    }
}
