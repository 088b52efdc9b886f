//! What can go wrong, in the reader's words: each message names the file, the place and the remedy.

use std::path::PathBuf;

/// An error that stops the work (exit code 1) or that a source is left out for (then it becomes a warning).
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read.
    #[error("cannot read {path}: {cause}; check the path and its permissions")]
    Read {
        /// The path as given.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file is of a kind that is not read.
    #[error("{path}: {what}; {remedy}")]
    Format {
        /// The path as given.
        path: PathBuf,
        /// What is wrong, with line and column where known.
        what: String,
        /// What to do about it.
        remedy: String,
    },
    /// Nothing usable in all sources together.
    #[error("nothing to compare: {0}")]
    Nothing(String),
    /// A file could not be written.
    #[error("cannot write {path}: {cause}; choose another place with --output")]
    Write {
        /// The path as given.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Terminal(std::io::Error),
    /// Something was asked for that the story does not have; says what it has.
    #[error("{0}")]
    Unknown(String),
    /// Wrong settings, all of them together.
    #[error("{0}")]
    Config(String),
}

/// The result of anything that can fail so.
pub type Result<T> = std::result::Result<T, Error>;
