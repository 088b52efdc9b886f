//! The command line: arguments in, exit code out; between them sources are read, compared, and shown by the reader or
//! a report.

mod arguments;
mod manual;
mod output;
mod progress;
mod settings;

use crate::analysis::Extent;
use crate::error::{Error, Result};
use crate::model::{Comparison, Story};
use crate::progress::Progress;
use crate::report::plain;
use crate::{analysis, ingest, reader, report};
use arguments::{Arguments, Command, Format, Sources};
use clap::{CommandFactory, Parser};
use settings::Settings;
use std::ffi::OsString;
use std::io::{ErrorKind, IsTerminal, Write};
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
        Ok(arguments) => match carry_out(&arguments, &Settings::new(&arguments)) {
            Ok(()) => DONE,
            Err(Failure::Usage(message)) => {
                output::say(&format!("rashomon: {}\n", report::printable::one_line(&message)));
                USAGE
            }
            Err(Failure::Work(error)) => {
                output::complain(&error);
                FAILED
            }
        },
        Err(error) if error.use_stderr() => {
            output::say(&report::printable::printable(&error.render().to_string()));
            USAGE
        }
        Err(help) => match help.print() {
            Err(cause) if cause.kind() != ErrorKind::BrokenPipe => FAILED,
            _ => DONE,
        },
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
fn carry_out(arguments: &Arguments, settings: &Settings) -> std::result::Result<(), Failure> {
    let Some(command) = &arguments.command else {
        return open(&Asked { sources: &arguments.sources, recursive: arguments.common.recursive, settings });
    };
    work_along();
    let asked = |sources| Asked { sources, recursive: arguments.common.recursive, settings };
    match command {
        Command::Report { sources, format, output } => {
            let file = file_of(output.as_deref(), settings)?;
            let format = format.or_else(|| file.and_then(Format::by_ending)).unwrap_or(Format::Text);
            let (story, comparison) = asked(sources).compare(format.extent())?;
            output::deliver(file, &story, |out| format.write(&story, &comparison, out))?;
            // The program ends: what the system takes back whole need not be taken apart.
            std::mem::forget((story, comparison));
        }
        Command::Claim { claim, sources } => asked(sources).answer(|s, c| plain::claim(s, c, *claim))?,
        Command::Coverage { sources } => asked(sources).answer(|s, c| Ok(plain::coverage(s, c)))?,
        Command::Absent { outlet, sources } => asked(sources).answer(|s, c| plain::absent(s, c, outlet))?,
        Command::Quotes { sources, speaker } => asked(sources).answer(|s, c| plain::quotes(s, c, speaker.as_deref()))?,
        Command::Pack { sources, output } => {
            let file = file_of(output.as_deref(), settings)?;
            let story = asked(sources).load()?;
            output::deliver(file, &story, |out| out.write_all(ingest::pack(&story).as_bytes()))?;
        }
        Command::Config => {
            output::print(&settings.listing())?;
            let (_, unknown) = settings.reader().map_err(Failure::Usage)?;
            let complaints: Vec<String> = settings.complaints.iter().cloned().chain(unknown).collect();
            if !complaints.is_empty() {
                return Err(Failure::Work(Error::Config(complaints.join("\n"))));
            }
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "rashomon", &mut script);
            output::print(&String::from_utf8_lossy(&script))?;
        }
        Command::Man => output::print(&manual::page().map_err(|cause| Error::Write { path: "standard output".into(), cause })?)?,
    }
    Ok(())
}

/// Makes this thread one of those that work: outside the reader it has nothing else to do meanwhile, and one that waits costs as
/// much room and time as one that works.
fn work_along() {
    // Where no threads are to be had, the work says so once it needs them.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
}

/// The file that is to be written, if any: `-` is standard output, and a kiosk writes none.
fn file_of<'a>(output: Option<&'a Path>, settings: &Settings) -> std::result::Result<Option<&'a Path>, Failure> {
    let file = output.filter(|o| o.as_os_str() != "-");
    if settings.kiosk.value && file.is_some() {
        return Err(Failure::Usage("a kiosk writes no files; leave --output out".to_owned()));
    }
    Ok(file)
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

    /// How much of a comparison a report in this format tells.
    fn extent(self) -> Extent {
        if self == Format::Text { Extent::Outline } else { Extent::Whole }
    }

    /// Writes the report in this format.
    fn write(self, story: &Story, comparison: &Comparison, out: &mut dyn Write) -> std::io::Result<()> {
        match self {
            Format::Text => out.write_all(report::text::report(story, comparison).as_bytes()),
            Format::Markdown => out.write_all(report::markdown::report(story, comparison).as_bytes()),
            Format::Html => out.write_all(report::html::report(story, comparison).as_bytes()),
            Format::Json => report::json::write(story, comparison, out),
        }
    }
}

/// Opens the reader, or prints the text report where standard output is no terminal, or one that cannot show a screen.
fn open(asked: &Asked) -> std::result::Result<(), Failure> {
    let (options, unknown) = asked.settings.reader().map_err(Failure::Usage)?;
    if !std::io::stdout().is_terminal() || output::is_dumb() {
        let (story, comparison) = asked.compare(Format::Text.extent())?;
        output::print(&report::text::report(&story, &comparison))?;
        return Ok(());
    }
    let mut story = asked.load()?;
    // What standard error says, the reader's screen covers.
    story.warnings.extend(asked.settings.complaints.iter().cloned().chain(unknown));
    let articles = story.articles.len();
    let session = comparing(articles, |progress| reader::open(story, options, progress));
    reader::run(session)?;
    Ok(())
}

/// Compares so many articles; says so where that takes long.
fn comparing<T>(articles: usize, work: impl FnOnce(&Progress) -> T) -> T {
    progress::during(&format!("rashomon: comparing {articles} articles"), work)
}

/// Which story, and how it is to be read.
struct Asked<'a> {
    sources: &'a Sources,
    recursive: bool,
    settings: &'a Settings,
}

impl Asked<'_> {
    /// Reads the sources, or the bundled story where there are none, and says what could not be read.
    fn load(&self) -> Result<Story> {
        output::warn(&self.settings.complaints);
        let sources = &self.sources.sources;
        let options = ingest::Options { recursive: self.recursive, bundled_only: self.settings.kiosk.value };
        let load = |progress: &Progress| match sources.as_slice() {
            [] => ingest::bundled(),
            sources => ingest::load_watched(sources, &options, progress),
        };
        let story = progress::during("rashomon: reading", load)?;
        output::warn(&story.warnings);
        Ok(story)
    }

    /// Reads and compares the sources.
    fn compare(&self, extent: Extent) -> Result<(Story, Comparison)> {
        let story = self.load()?;
        let bar = self.settings.bar.value;
        let comparison = comparing(story.articles.len(), |progress| analysis::compare_watched(&story, bar, extent, progress));
        Ok((story, comparison))
    }

    /// Compares the sources and prints the answer to one question.
    fn answer(&self, question: impl FnOnce(&Story, &Comparison) -> Result<String>) -> Result<()> {
        let (story, comparison) = self.compare(Extent::Whole)?;
        output::print(&question(&story, &comparison)?)
    }
}
