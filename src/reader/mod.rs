//! The reader in the terminal: wait, update, lay out, draw.
//!
//! ```text
//! terminal ─▶ Key ─▶ keys::KeyTable ─▶ Action ─▶ update ─▶ State ─▶ layout ─▶ draw ─▶ frame
//!                                                  └─▶ Effect, done by the loop
//! ```
//!
//! A [`Session`] is all of it but the terminal: press keys, ask for a frame. It touches no disk and no clock. [`run`]
//! puts a terminal round it, and does the effects that an update asks for.

pub mod action;
pub mod draw;
pub mod keys;
pub mod layout;
pub mod marks;
mod run;
mod session;
pub mod state;
pub mod terminal;
pub mod theme;
pub mod update;
pub mod versions;
pub mod wrap;

pub use action::Action;
pub use run::run;
pub use session::Session;
pub use state::{State, View};
pub use theme::{Theme, ThemeName};

use std::time::Duration;

/// What is set before reading begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The look.
    pub theme: ThemeName,
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
}

impl Default for Options {
    fn default() -> Self {
        Options {
            theme: ThemeName::default(),
            true_colour: false,
            ascii: false,
            bar: crate::analysis::DEFAULT_BAR,
            mouse: false,
            kiosk: false,
            idle: None,
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
}
