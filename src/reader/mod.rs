//! The reader in the terminal: wait, update, lay out, draw.
//!
//! ```text
//! terminal ─▶ Key ─▶ keys::KeyTable ─▶ Action ─▶ update ─▶ State ─▶ layout ─▶ draw ─▶ frame
//!                                                  └─▶ Effect, done by the loop
//! ```
//!
//! A [`Session`] is all of it but the terminal: press keys, ask for a frame. It touches no disk and no clock. [`run()`]
//! puts a terminal round it, and does the effects that an update asks for.

pub mod action;
pub mod ask;
pub mod coverage;
mod disk;
pub mod draw;
pub mod field;
pub mod headlines;
pub mod input;
pub mod keys;
pub mod layout;
pub mod list;
pub mod marks;
pub mod memory;
pub mod mouse;
pub mod names;
pub mod only_here;
pub mod outside;
mod pace;
mod paint;
pub mod palette;
mod run;
pub mod search;
mod session;
pub mod state;
pub mod terminal;
pub mod theme;
pub mod trail;
pub mod update;
pub mod versions;
pub mod wrap;

pub use action::Action;
pub use run::{open, run};
pub use session::Session;
pub use state::{State, View};
pub use theme::{Theme, ThemeName};

use outside::export::Form;
use outside::original::Original;
use std::time::Duration;

/// What is set before reading begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The look.
    pub theme: ThemeName,
    /// Whether the terminal is asked for its ground, to take the light look where that is light.
    pub ask_ground: bool,
    /// Whether the terminal shows all colours, not only sixteen.
    pub true_colour: bool,
    /// Whether signs are ASCII only.
    pub ascii: bool,
    /// The bar of certainty at the start.
    pub bar: f64,
    /// Whether the mouse is taken from the terminal.
    pub mouse: bool,
    /// The safe face for strangers: no writes, no other programs, no suspending.
    pub kiosk: bool,
    /// Leave after this long without a key.
    pub idle: Option<Duration>,
    /// Columns that a pane needs before another is put beside it.
    pub pane_width: u16,
    /// Which marks are shown at the start.
    pub shown: state::Shown,
    /// The keys.
    pub keys: keys::KeyTable,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            theme: ThemeName::default(),
            ask_ground: false,
            true_colour: false,
            ascii: false,
            bar: crate::analysis::DEFAULT_BAR,
            mouse: false,
            kiosk: false,
            idle: None,
            pane_width: layout::PANE,
            shown: state::Shown::default(),
            keys: keys::KeyTable::default(),
        }
    }
}

impl Options {
    /// What the environment asks for: `NO_COLOR` for no colour, `COLORTERM` for all colours, a locale without UTF-8
    /// for plain signs.
    pub fn of_environment() -> Options {
        Options::told_by(|name| std::env::var(name).ok())
    }

    /// The same, of an environment that is told.
    fn told_by(variable: impl Fn(&str) -> Option<String>) -> Options {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set).unwrap_or_default().to_lowercase();
        let utf8 = locale.contains("utf-8") || locale.contains("utf8");
        Options {
            theme: if set("NO_COLOR").is_some() { ThemeName::Plain } else { ThemeName::default() },
            true_colour: set("COLORTERM").is_some_and(|c| c == "truecolor" || c == "24bit"),
            // Where no locale is set at all, terminals of today still read UTF-8.
            ascii: !locale.is_empty() && !utf8,
            ..Options::default()
        }
    }
}

/// What an update wants done outside: the loop does it, so that updates need no disk, clock or terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave the reader.
    Quit,
    /// Stop as a job of the shell.
    Suspend,
    /// Write the whole screen anew.
    Repaint,
    /// Save what is remembered.
    Save,
    /// Copy a text to the terminal's clipboard.
    Copy(String),
    /// Write a report; the reader says where it is, or asks whether a file is to be written over.
    Export {
        /// In which form.
        form: Form,
        /// The file as the reader named it.
        file: String,
        /// Whether a file that is there is to be written over.
        over: bool,
    },
    /// Take the mouse from the terminal, or give it back.
    Mouse(bool),
    /// Show an original in another program.
    Open(Original),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_chooses_colours_and_signs() {
        let told = |pairs: &[(&str, &str)]| {
            Options::told_by(|name| pairs.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(told(&[]), Options::default());
        assert_eq!(told(&[("NO_COLOR", "1")]).theme, ThemeName::Plain);
        assert_eq!(told(&[("NO_COLOR", "")]).theme, ThemeName::Dark);
        assert!(told(&[("COLORTERM", "truecolor")]).true_colour);
        assert!(!told(&[("COLORTERM", "yes")]).true_colour);
        assert!(told(&[("LANG", "C")]).ascii);
        assert!(!told(&[("LC_ALL", "en_GB.UTF-8"), ("LANG", "C")]).ascii);
    }
}
