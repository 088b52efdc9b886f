//! Copying by OSC 52, an escape sequence that carries text to the clipboard of the terminal, also over SSH; inside
//! tmux through tmux, which passes it on.

use super::program;
use std::io::{self, Write};
use termina::escape::osc::{Osc, Selection};

/// Bytes that can be copied: encoded they are just under 100 000, beyond which terminals refuse the sequence.
pub const LARGEST: usize = 74_994;

/// Copies a text. Whether the terminal took it, it does not say. Inside tmux, tmux is asked, unless no other program
/// may be started.
///
/// # Errors
/// When the terminal cannot be written to.
pub fn copy(text: &str, programs: bool) -> io::Result<()> {
    let in_tmux = programs && std::env::var_os("TMUX").is_some_and(|value| !value.is_empty());
    if in_tmux && program::feed("tmux", &["load-buffer", "-w", "-"], text).is_ok() {
        return Ok(());
    }
    let mut out = io::stdout();
    write!(out, "{}", Osc::SetSelection(Selection::CLIPBOARD, text))?;
    out.flush()
}
