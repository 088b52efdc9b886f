//! What leaves the program outside the reader: results on standard output or into a file, messages on standard error.

use crate::error::{Error, Result};
use crate::model::Story;
use crate::report::printable::{one_line, printable};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;

/// Whether the terminal says that it prints lines and knows no screen: an editor's shell window, a line printer.
pub fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Prints a result. A reader that has seen enough and closes the pipe is no error.
///
/// # Errors
/// When standard output takes no more for another reason (a full disk).
pub fn print(text: &str) -> Result<()> {
    stream(|out| out.write_all(text.as_bytes()))
}

/// Prints what `write` writes, in the same way.
fn stream(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => Err(Error::Write { path: "standard output".into(), cause }),
        _ => Ok(()),
    }
}

/// Puts what `write` writes into a file, or prints it where there is none. A source of the story is never written over.
///
/// # Errors
/// When the file is one of the story's sources, or cannot be written.
pub fn deliver(file: Option<&Path>, story: &Story, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let Some(path) = file else {
        return stream(write);
    };
    if let Ok(target) = path.canonicalize()
        && story.articles.iter().any(|a| Path::new(&a.source).canonicalize().is_ok_and(|source| source == target))
    {
        let cause = io::Error::new(ErrorKind::AlreadyExists, "it is one of the sources");
        return Err(Error::Write { path: path.to_path_buf(), cause });
    }
    let written = File::create(path).and_then(|file| {
        let mut out = BufWriter::new(file);
        write(&mut out)?;
        out.flush()
    });
    written.map_err(|cause| Error::Write { path: path.to_path_buf(), cause })
}

/// Says on standard error what went wrong; a message that cannot be said is dropped.
pub fn complain(error: &Error) {
    let text = error.to_string();
    let text = if matches!(error, Error::Config(_)) { printable(&text) } else { one_line(&text) };
    say(&format!("rashomon: {text}\n"));
}

/// Says on standard error what was left out or guessed.
pub fn warn(warnings: &[String]) {
    for warning in warnings {
        say(&format!("rashomon: warning: {}\n", one_line(warning)));
    }
}

/// Writes to standard error.
pub fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
