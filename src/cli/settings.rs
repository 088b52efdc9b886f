//! What is in force: defaults, over them the settings file, over it the command line and the environment; each value
//! with where it comes from.

use super::arguments::Arguments;
use crate::config::{self, Config, Setting};
use crate::report::printable::one_line;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said otherwise.
    Default,
    /// A line of the settings file.
    File(usize),
    /// An option.
    CommandLine,
    /// A variable of the environment.
    Environment,
}

/// A value in force.
#[derive(Debug, Clone, PartialEq)]
pub struct InForce<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub from: Origin,
}

/// Everything in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The look of the reader.
    pub theme: InForce<String>,
    /// Which marks are shown at the start.
    pub marks: InForce<String>,
    /// The bar of certainty.
    pub bar: InForce<f64>,
    /// Columns that a pane needs.
    pub pane_width: InForce<u16>,
    /// Whether the reader takes the mouse.
    pub mouse: InForce<bool>,
    /// Whether this is a kiosk.
    pub kiosk: InForce<bool>,
    /// Keys that are not the usual ones.
    pub keys: BTreeMap<String, InForce<Vec<String>>>,
    /// The settings file, there or not.
    pub file: Option<PathBuf>,
    /// What is wrong with the settings file.
    pub complaints: Vec<String>,
}

impl Settings {
    /// What the arguments, the environment and the settings file lead to together.
    pub fn new(arguments: &Arguments) -> Settings {
        let file = config::path();
        let config = file.as_deref().map(config::read).unwrap_or_default();
        let complaints = config.messages(file.as_deref().unwrap_or(Path::new("")));
        let usual = config::parse(config::DEFAULTS);
        let mut settings = Settings::of(usual, config);
        (settings.file, settings.complaints) = (file, complaints);
        let said = Origin::CommandLine;
        if let Some(theme) = &arguments.theme {
            settings.theme = InForce { value: theme.clone(), from: said };
        }
        if let Some(value) = arguments.common.bar {
            settings.bar = InForce { value, from: said };
        }
        if arguments.mouse {
            settings.mouse = InForce { value: true, from: said };
        }
        if arguments.common.kiosk {
            settings.kiosk = InForce { value: true, from: said };
        }
        if kiosk_by_environment() {
            settings.kiosk = InForce { value: true, from: Origin::Environment };
        }
        settings
    }

    /// A settings file over the one that comes with the program.
    fn of(usual: Config, config: Config) -> Settings {
        Settings {
            theme: over(config.theme, usual.theme),
            marks: over(config.marks, usual.marks),
            bar: over(config.bar, usual.bar),
            pane_width: over(config.pane_width, usual.pane_width),
            mouse: over(config.mouse, usual.mouse),
            kiosk: InForce { value: false, from: Origin::Default },
            keys: config.keys.into_iter().map(|(action, keys)| (action, in_force(keys))).collect(),
            file: None,
            complaints: Vec::new(),
        }
    }

    /// The settings as a settings file, each with where it comes from.
    pub fn listing(&self) -> String {
        let file = self.file.as_ref().map_or("(no home)".to_owned(), |f| one_line(&f.to_string_lossy()).into_owned());
        let there = if self.file.as_ref().is_some_and(|f| f.exists()) { "" } else { " (not there)" };
        let mut out = format!("# Settings in force. The settings file is {file}{there}.\n\n");
        let mut line = |name: &str, value: String, from: Origin| {
            let _ = writeln!(out, "{:<30} # {}", format!("{name} = {value}"), from.name());
        };
        line("theme", quoted(&self.theme.value), self.theme.from);
        line("marks", quoted(&self.marks.value), self.marks.from);
        line("bar", self.bar.value.to_string(), self.bar.from);
        line("pane-width", self.pane_width.value.to_string(), self.pane_width.from);
        line("mouse", self.mouse.value.to_string(), self.mouse.from);
        line("# kiosk", self.kiosk.value.to_string(), self.kiosk.from);
        out.push_str("\n[keys]\n");
        for (action, keys) in &self.keys {
            let list: Vec<String> = keys.value.iter().map(|k| quoted(k)).collect();
            let _ = writeln!(out, "{:<30} # {}", format!("{} = [{}]", key(action), list.join(", ")), keys.from.name());
        }
        out
    }
}

impl Origin {
    /// In a reader's words.
    fn name(self) -> String {
        match self {
            Origin::Default => "default".to_owned(),
            Origin::File(line) => format!("settings file, line {line}"),
            Origin::CommandLine => "command line".to_owned(),
            Origin::Environment => "environment".to_owned(),
        }
    }
}

/// Whether the environment makes this a kiosk: `RASHOMON_KIOSK` is set to anything but nothing and `0`.
fn kiosk_by_environment() -> bool {
    std::env::var_os("RASHOMON_KIOSK").is_some_and(|value| !value.is_empty() && value != "0")
}

/// What a settings file says.
fn in_force<T>(setting: Setting<T>) -> InForce<T> {
    InForce { value: setting.value, from: Origin::File(setting.line) }
}

/// What the settings file says, or else the usual value.
fn over<T: Default>(said: Option<Setting<T>>, usual: Option<Setting<T>>) -> InForce<T> {
    let usual = || InForce { value: usual.map(|s| s.value).unwrap_or_default(), from: Origin::Default };
    said.map_or_else(usual, in_force)
}

/// A string as TOML writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c == '\n' || crate::report::printable::steers(c) => {
                let _ = write!(out, "\\U{:08x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A key of a table: bare where TOML allows it.
fn key(text: &str) -> String {
    let bare = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { text.to_owned() } else { quoted(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_listing_is_a_settings_file_that_sets_the_same() {
        let text = "bar = 0.75\nmouse = true\n[keys]\ndown = [\"j\", \"\\\\\"]\n\"a b\" = []\n";
        let settings = Settings::of(config::parse(config::DEFAULTS), config::parse(text));
        let listing = settings.listing();
        let again = Settings::of(config::parse(config::DEFAULTS), config::parse(&listing));
        assert_eq!(again.keys.keys().collect::<Vec<_>>(), settings.keys.keys().collect::<Vec<_>>());
        assert_eq!((again.bar.value, again.mouse.value, again.theme.value), (0.75, true, "dark".to_owned()));
        assert!(listing.contains("bar = 0.75                     # settings file, line 1"), "{listing}");
        assert!(listing.contains("# default"));
    }
}
