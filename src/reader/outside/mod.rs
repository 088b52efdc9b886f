//! Taking something out of the reader: to the clipboard, into a file, to another program. What is taken is decided by
//! the update; here it is done, by the loop.
//!
//! Other programs are started with a list of arguments, never by a shell, so that nothing in an article, an address
//! or a file's name is ever a command.

pub mod clipboard;
pub mod export;
pub mod original;
pub(super) mod program;
