//! What can be said on the command line. In: arguments; out: [`Arguments`]; what they lead to is left to [`super`].

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// One story, every outlet's telling, side by side, in a terminal.
///
/// Loads several outlets' articles on one event, finds the quotations and claims that they share, what differs
/// between the versions, and what each outlet leaves out. Nothing leaves the machine, no text is rewritten.
#[derive(Debug, Parser)]
#[command(name = "rashomon", bin_name = "rashomon", version, after_long_help = AFTER, max_term_width = 100)]
pub struct Arguments {
    /// What to do; without it, the reader opens.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The articles.
    #[command(flatten)]
    pub sources: Sources,
    /// What holds for every command.
    #[command(flatten)]
    pub common: Common,
    /// Look of the reader: auto, dark, light, contrast, colour-blind or plain
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// Let the reader use the mouse (the terminal's own selection then needs Shift)
    #[arg(long)]
    pub mouse: bool,
    /// Close the reader after this long without a key, 1 to 86400; a kiosk closes after 600
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub idle: Option<u64>,
}

/// Printed below the long help.
const AFTER: &str = "\
A SOURCE is a file, a folder (its article files, by name), or - for standard input. NAME=SOURCE names the outlet, as \
in: rashomon \"Daily Mail=a.txt\" UPI=b.json. Without a SOURCE the bundled story opens. Nothing is ever fetched.

Where standard output is no terminal (or TERM is dumb), the text report is printed instead of opening the reader.

A command's name wins over a file of that name: for a folder called report, write ./report.

Exit codes: 0 done; 1 the work failed (nothing usable to read, a file could not be written); 2 wrong usage.

RASHOMON_KIOSK=1 has the effect of --kiosk, and no option undoes it.";

/// Where the articles are.
#[derive(Debug, Args, Clone, Default)]
pub struct Sources {
    /// Files, folders or - (standard input); NAME=SOURCE names the outlet
    #[arg(value_name = "SOURCE")]
    pub sources: Vec<String>,
}

/// What holds for every command.
#[derive(Debug, Args, Clone)]
pub struct Common {
    /// Read the folders inside folders too
    #[arg(long, short = 'r', global = true)]
    pub recursive: bool,
    /// Show only links that are right with this probability or more, 0 to 1
    #[arg(long, global = true, value_name = "X", value_parser = bar)]
    pub bar: Option<f64>,
    /// The safe face for guests: no files written, no external programs, only the stories named at the start
    #[arg(long, global = true)]
    pub kiosk: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the comparison as text, Markdown, HTML or JSON
    Report {
        /// The articles.
        #[command(flatten)]
        sources: Sources,
        /// Form of the report; without it, by the ending of --output, else text
        #[arg(long, short, value_name = "FORMAT")]
        format: Option<Format>,
        /// Write to a file instead of standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Print one claim with all its versions, differences, and why they are linked
    Claim {
        /// Number of the claim, as the text report and `coverage` count them
        #[arg(value_name = "N")]
        claim: usize,
        /// The articles.
        #[command(flatten)]
        sources: Sources,
    },
    /// Print which outlets carry which claim, one claim after the other
    Coverage {
        /// The articles.
        #[command(flatten)]
        sources: Sources,
    },
    /// Print the claims that an outlet lacks, each with the nearest it comes
    Absent {
        /// The outlet, or the id of an article
        #[arg(value_name = "OUTLET")]
        outlet: String,
        /// The articles.
        #[command(flatten)]
        sources: Sources,
    },
    /// Print who is quoted with what, and by whom
    Quotes {
        /// The articles.
        #[command(flatten)]
        sources: Sources,
        /// Only quotations of speakers whose name contains this
        #[arg(long, short, value_name = "NAME")]
        speaker: Option<String>,
    },
    /// Write the cleaned articles as one story file (JSON) that opens again
    Pack {
        /// The articles.
        #[command(flatten)]
        sources: Sources,
        /// Write to a file instead of standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the settings in force and where each comes from
    Config,
    /// Print the manual page
    Man,
}

/// The forms of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text for reading at 80 columns
    Text,
    /// Markdown with tables and block quotes
    #[value(alias = "md")]
    Markdown,
    /// One page that needs nothing else
    Html,
    /// For programs: schema rashomon.report/1
    Json,
}

/// A bar of certainty: a number from 0 to 1.
fn bar(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(bar) if (0.0..=1.0).contains(&bar) => Ok(bar),
        _ => Err("give a number from 0 to 1, such as 0.8".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_command_wins_over_a_folder_of_its_name() {
        let told = |args: &[&str]| Arguments::try_parse_from(args).unwrap();
        assert!(matches!(told(&["rashomon", "report"]).command, Some(Command::Report { .. })));
        assert!(matches!(told(&["rashomon", "--bar", "0.5", "report", "a"]).command, Some(Command::Report { .. })));
        let folder = told(&["rashomon", "./report"]);
        assert!(folder.command.is_none());
        assert_eq!(folder.sources.sources, ["./report"]);
        let second = told(&["rashomon", "a.txt", "report"]);
        assert!(second.command.is_none());
        assert_eq!(second.sources.sources, ["a.txt", "report"]);
    }

    #[test]
    fn a_bar_lies_between_nothing_and_certainty() {
        assert_eq!(bar("0.8"), Ok(0.8));
        for wrong in ["1.01", "-0.1", "NaN", "inf", "", "80%"] {
            assert!(bar(wrong).is_err(), "{wrong}");
        }
    }
}
