//! The command line: arguments in, exit code out; between them sources are read, compared, and shown by the reader or
//! a report.

mod arguments;
mod output;

use crate::error::{Error, Result};
use crate::model::{Comparison, Story};
use crate::{analysis, ingest, report};
use arguments::{Arguments, Command, Common, Format, Sources};
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

/// The work is done (also when the reader of a pipe closed it early).
const DONE: u8 = 0;
/// The work failed: nothing usable to read, a write failed, no such claim or outlet.
const FAILED: u8 = 1;
/// Wrong usage: an unknown option or format, a bar outside 0 to 1, something that a kiosk refuses.
const USAGE: u8 = 2;

/// Runs the program with its arguments, the program's own name first.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let code = match Arguments::try_parse_from(arguments) {
        Ok(mut arguments) => {
            arguments.common.kiosk |= kiosk_by_environment();
            match carry_out(&arguments) {
                Ok(()) => DONE,
                Err(Failure::Usage(message)) => {
                    output::say(&format!("rashomon: {}\n", report::printable::one_line(&message)));
                    USAGE
                }
                Err(Failure::Work(error)) => {
                    output::complain(&error);
                    FAILED
                }
            }
        }
        Err(error) if error.use_stderr() => {
            output::say(&report::printable::printable(&error.render().to_string()));
            USAGE
        }
        Err(help) => help.print().map_or(FAILED, |()| DONE),
    };
    ExitCode::from(code)
}

/// Why a command was not carried out.
enum Failure {
    /// It was asked for wrongly.
    Usage(String),
    /// It went wrong.
    Work(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::Work(error)
    }
}

/// Does what the arguments ask for.
fn carry_out(arguments: &Arguments) -> std::result::Result<(), Failure> {
    let common = &arguments.common;
    match &arguments.command {
        None => open(&arguments.sources, common)?,
        Some(Command::Report { sources, format, output }) => {
            if common.kiosk && output.as_deref().is_some_and(|o| o != Path::new("-")) {
                return Err(Failure::Usage("a kiosk writes no files; leave --output out".to_owned()));
            }
            let format = format.or_else(|| output.as_deref().and_then(Format::by_ending)).unwrap_or(Format::Text);
            let (story, comparison) = compare(sources, common)?;
            let text = match format {
                Format::Text => report::text::report(&story, &comparison),
                Format::Markdown => report::markdown::report(&story, &comparison),
                Format::Html => report::html::report(&story, &comparison),
                Format::Json => report::json::report(&story, &comparison),
            };
            output::deliver(&text, output.as_deref(), &story)?;
        }
        Some(Command::Claim { claim, sources }) => {
            let (story, comparison) = compare(sources, common)?;
            output::print(&report::plain::claim(&story, &comparison, *claim)?)?;
        }
        Some(Command::Coverage { sources }) => {
            let (story, comparison) = compare(sources, common)?;
            output::print(&report::plain::coverage(&story, &comparison))?;
        }
        Some(Command::Absent { outlet, sources }) => {
            let (story, comparison) = compare(sources, common)?;
            output::print(&report::plain::absent(&story, &comparison, outlet)?)?;
        }
        Some(Command::Quotes { sources, speaker }) => {
            let (story, comparison) = compare(sources, common)?;
            output::print(&report::plain::quotes(&story, &comparison, speaker.as_deref())?)?;
        }
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "rashomon", &mut script);
            output::print(&String::from_utf8_lossy(&script))?;
        }
        Some(Command::Man) => output::print(&manual()?)?,
    }
    Ok(())
}

impl Format {
    /// The format that a file's ending asks for.
    fn by_ending(file: &Path) -> Option<Format> {
        match file.extension()?.to_str()? {
            "json" => Some(Format::Json),
            "txt" => Some(Format::Text),
            "md" | "markdown" => Some(Format::Markdown),
            "html" | "htm" => Some(Format::Html),
            _ => None,
        }
    }
}

/// Whether the environment makes this a kiosk: `RASHOMON_KIOSK` is set to anything but nothing and `0`.
fn kiosk_by_environment() -> bool {
    std::env::var_os("RASHOMON_KIOSK").is_some_and(|value| !value.is_empty() && value != "0")
}

/// Opens the reader, or prints the text report where standard output is no terminal.
fn open(sources: &Sources, common: &Common) -> Result<()> {
    let (story, comparison) = compare(sources, common)?;
    output::print(&report::text::report(&story, &comparison))
}

/// Reads the sources, or the bundled story where there are none, and says what could not be read.
fn load(sources: &Sources, common: &Common) -> Result<Story> {
    let options = ingest::Options { recursive: common.recursive, bundled_only: common.kiosk };
    let story = if sources.sources.is_empty() { ingest::bundled()? } else { ingest::load(&sources.sources, &options)? };
    output::warn(&story.warnings);
    Ok(story)
}

/// Reads and compares the sources.
fn compare(sources: &Sources, common: &Common) -> Result<(Story, Comparison)> {
    let story = load(sources, common)?;
    let comparison = analysis::compare(&story, common.bar.unwrap_or(analysis::DEFAULT_BAR));
    Ok((story, comparison))
}

/// The manual page, in roff.
fn manual() -> Result<String> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command())
        .render(&mut page)
        .map_err(|cause| Error::Write { path: "standard output".into(), cause })?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
