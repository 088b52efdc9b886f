//! What is in force: defaults, over them the settings file, over it the command line and the environment; each value
//! with where it comes from.

use super::arguments::Arguments;
use crate::config::{self, Config, Setting};
use crate::reader::keys::{Key, KeyTable};
use crate::reader::state::Shown;
use crate::reader::{Action, Options, ThemeName};
use crate::report::printable::one_line;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The name of the look that is chosen by the environment (no colour) and by the terminal's ground (dark or light).
const AUTO: &str = "auto";

/// The name of the choice of marks that shows them all.
const ALL_MARKS: &str = "all";

/// A kiosk's reader closes after this long without a key.
const KIOSK_IDLE: Duration = Duration::from_secs(600);

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
    /// Seconds without a key after which the reader closes.
    pub idle: Option<u64>,
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
        settings.idle = arguments.idle;
        if arguments.common.kiosk {
            settings.kiosk = InForce { value: true, from: said };
        }
        if kiosk_by_environment() {
            settings.kiosk = InForce { value: true, from: Origin::Environment };
        }
        settings
    }

    /// What the reader is opened with; and what the settings file names that there is not, which is left out.
    ///
    /// # Errors
    /// When an option names a look that there is not.
    pub fn reader(&self) -> std::result::Result<(Options, Vec<String>), String> {
        let mut options = Options { kiosk: self.kiosk.value, ..Options::of_environment() };
        let mut unknown = Vec::new();
        let mut wrong = |from: Origin, text: String| match from {
            Origin::File(line) => unknown.push(format!("{}, line {line}: {text}", self.file_name())),
            _ => unknown.push(text),
        };
        (options.bar, options.mouse) = (self.bar.value, self.mouse.value);
        options.pane_width = self.pane_width.value;
        match ThemeName::from_name(&self.theme.value) {
            None if self.theme.value == AUTO => options.ask_ground = options.theme == ThemeName::Dark && answers_politely(),
            Some(theme) => options.theme = theme,
            None => {
                let names: Vec<&str> = std::iter::once(AUTO).chain(ThemeName::ALL.iter().map(|t| t.name())).collect();
                let text = format!("there is no theme {:?}; there are {}", self.theme.value, names.join(", "));
                if self.theme.from == Origin::CommandLine {
                    return Err(text);
                }
                wrong(self.theme.from, text);
            }
        }
        match Shown::from_name(&self.marks.value) {
            Some(shown) => options.shown = shown,
            None => wrong(
                self.marks.from,
                format!("marks are all, quotations, facts, differences or only-here, not {:?}", self.marks.value),
            ),
        }
        let usual = KeyTable::default();
        for (name, keys) in &self.keys {
            let Some(action) = usual.named(name) else {
                wrong(keys.from, format!("there is no action {name:?}; `rashomon config` lists them"));
                continue;
            };
            let parsed: Vec<Option<Key>> = keys.value.iter().map(|k| Key::parse(k)).collect();
            for (written, _) in keys.value.iter().zip(&parsed).filter(|(_, key)| key.is_none()) {
                wrong(keys.from, format!("{written:?} is no key; keys are written like j, G, Ctrl-O, Alt-x, Enter, PgDn, F1"));
            }
            let found: Vec<Key> = parsed.into_iter().flatten().collect();
            // A slip of the pen takes no action its keys away; an empty list does.
            let none_left = found.is_empty() && !keys.value.is_empty();
            if !none_left && keys.value.join(" ") != usual.keys_of(action) {
                options.keys.bind(action, &found);
            }
        }
        let usual = self.kiosk.value.then_some(KIOSK_IDLE);
        options.idle = self.idle.map(Duration::from_secs).or(usual);
        Ok((options, unknown))
    }

    /// The settings file, for messages.
    fn file_name(&self) -> String {
        self.file.as_ref().map_or_else(String::new, |f| f.display().to_string())
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
            idle: None,
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
        let theme = self.theme.value == AUTO || ThemeName::from_name(&self.theme.value).is_some();
        let (theme, from) = if theme { (self.theme.value.as_str(), self.theme.from) } else { (AUTO, Origin::Default) };
        line("theme", quoted(theme), from);
        let marks = Shown::from_name(&self.marks.value).is_some();
        let (marks, from) = if marks { (self.marks.value.as_str(), self.marks.from) } else { (ALL_MARKS, Origin::Default) };
        line("marks", quoted(marks), from);
        line("bar", self.bar.value.to_string(), self.bar.from);
        line("pane-width", self.pane_width.value.to_string(), self.pane_width.from);
        line("mouse", self.mouse.value.to_string(), self.mouse.from);
        line("# kiosk", self.kiosk.value.to_string(), self.kiosk.from);
        out.push_str("\n[keys]\n");
        let usual = KeyTable::default();
        let table = self.reader().map(|(options, _)| options.keys).unwrap_or_default();
        for action in usual.actions().into_iter().filter(|a| !matches!(a, Action::Outlet(_))) {
            let name = action.about().name;
            let keys = table.keys_of(action);
            let list: Vec<String> = keys.split_whitespace().map(quoted).collect();
            let from = match self.keys.get(name) {
                Some(written) if keys == usual.keys_of(action) && written.value.join(" ") != keys => {
                    format!("default; not as in {}", written.from.name())
                }
                Some(keys) => keys.from.name(),
                None if keys == usual.keys_of(action) => Origin::Default.name(),
                None => "default, less what the settings file gives to others".to_owned(),
            };
            let _ = writeln!(out, "{:<30} # {from}", format!("{} = [{}]", key(name), list.join(", ")));
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

/// Whether the terminal is of a kind that may be asked for its ground: some print the question.
fn answers_politely() -> bool {
    let kind = std::env::var("TERM").unwrap_or_default();
    !kind.is_empty() && !["dumb", "linux", "screen", "vt"].iter().any(|silent| kind.starts_with(silent))
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
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_listing_is_a_settings_file_that_sets_the_same() {
        let text = "bar = 0.75\nmouse = true\n[keys]\ndown = [\"n\", \"\\\\\"]\n\"a b\" = []\n";
        let settings = Settings::of(config::parse(config::DEFAULTS), config::parse(text));
        let listing = settings.listing();
        let again = Settings::of(config::parse(config::DEFAULTS), config::parse(&listing));
        let ((first, unknown), (second, none)) = (settings.reader().unwrap(), again.reader().unwrap());
        assert_eq!(first, second);
        assert_eq!((first.pane_width, first.mouse), (crate::reader::layout::PANE, true));
        assert!(
            unknown.len() == 1 && unknown[0].contains("line 5: there is no action \"a b\"") && none.is_empty(),
            "{unknown:?}"
        );
        assert_eq!((again.bar.value, again.mouse.value, again.theme.value), (0.75, true, "auto".to_owned()));
        assert!(listing.contains("bar = 0.75                     # settings file, line 1"), "{listing}");
        assert!(listing.contains("next-claim = []"), "{listing}");
    }

    #[test]
    fn what_the_reader_does_not_know_is_named_with_its_line_and_left_out() {
        let text = "theme = \"neon\"\nmarks = \"some\"\n[keys]\nup = [\"k\", \"Hyper-k\"]\ndown = \"Hyper-j\"\n";
        let mut settings = Settings::of(config::parse(config::DEFAULTS), config::parse(text));
        let (options, unknown) = settings.reader().unwrap();
        assert!(unknown.iter().zip(1..).all(|(text, n)| text.contains(&format!("line {}", [1, 2, 5, 4][n - 1]))), "{unknown:?}");
        assert_eq!((unknown.len(), options.shown), (4, Shown::All));
        assert_eq!(options.keys.keys_of(Action::Up), "k");
        assert_eq!(options.keys.keys_of(Action::Down), "j ↓", "a key that is none takes no action its keys away");
        let listing = settings.listing();
        for line in ["theme = \"auto\"", "marks = \"all\"", "down = [\"j\", \"↓\"]"] {
            assert!(listing.contains(line), "{line} is in force\n{listing}");
        }
        settings.theme.from = Origin::CommandLine;
        assert!(settings.reader().unwrap_err().contains("colour-blind"));
    }
}
