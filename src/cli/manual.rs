//! The manual page: one page for the program and all its commands, from the same definition that reads the arguments.

use super::arguments::Arguments;
use clap::{Command, CommandFactory};
use clap_mangen::Man;

/// What the definition of the arguments does not say. A dot at a line's start is roff's; text lines begin with none.
const REST: &str = r#".SH SOURCES
A source is a file, a folder (its article files, by name; with \fB\-\-recursive\fR those of the folders in it too), or
\fB\-\fR for standard input. Nothing is ever fetched. \fINAME\fR=\fISOURCE\fR names the outlet:
.PP
.RS
rashomon "Daily Mail=a.txt" UPI=b.json
.RE
.PP
Without a source the bundled story is taken. Where standard output is no terminal (or TERM is dumb), \fBrashomon\fR prints the text report
instead of opening the reader. A command's name wins over a file of that name: for a folder called report, write
\fI./report\fR.
.SH EXIT STATUS
.TP
.B 0
Done. A reader of a pipe that closes it early is no error.
.TP
.B 1
The work failed: nothing usable to read, a file could not be written, no such claim or outlet, a mistake in the settings
file (\fBrashomon config\fR).
.TP
.B 2
Wrong usage.
.PP
A source that cannot be read among others that can is a warning on standard error and in the report.
.SH ENVIRONMENT
.TP
.B RASHOMON_KIOSK
If set to anything but nothing or 0, as \fB\-\-kiosk\fR; no option undoes it.
.TP
.B XDG_CONFIG_HOME
Where the folder with the settings is looked for; otherwise ~/.config.
.SH FILES
.TP
.I $XDG_CONFIG_HOME/rashomon/config.toml
Settings: theme, marks, bar, pane\-width, mouse, and under [keys] the keys of each action. Optional; what is wrong in it
is named with its line and left out. \fBrashomon config\fR prints what is in force.
"#;

/// The page, in roff.
///
/// # Errors
/// When memory cannot be written to: never.
pub fn page() -> std::io::Result<String> {
    let command = Arguments::command();
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    page.extend_from_slice(b".SH SYNOPSIS\n\\fBrashomon\\fR [\\fIOPTIONS\\fR] [\\fISOURCE\\fR]...\n");
    for sub in command.get_subcommands() {
        page.extend_from_slice(format!(".br\n{}\n", usage(sub)).as_bytes());
    }
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    page.extend_from_slice(b".SH COMMANDS\n");
    for sub in command.get_subcommands() {
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        page.extend_from_slice(format!(".SS {}\n{}.\n", usage(sub), roff(&about)).as_bytes());
        let mut options = Vec::new();
        Man::new(sub.clone().disable_help_flag(true)).render_options_section(&mut options)?;
        let options = String::from_utf8_lossy(&options).into_owned();
        page.extend(options.lines().filter(|l| !l.starts_with(".SH")).flat_map(|l| format!("{l}\n").into_bytes()));
    }
    page.extend_from_slice(REST.as_bytes());
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// How a command is called.
fn usage(command: &Command) -> String {
    let usage = command.clone().bin_name(format!("rashomon {}", command.get_name())).render_usage().to_string();
    roff(usage.trim_start_matches("Usage: "))
}

/// Text that roff takes for nothing else.
fn roff(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_command_and_option_is_described() {
        let page = page().unwrap();
        for command in Arguments::command().get_subcommands() {
            assert!(page.contains(&format!(".SS rashomon {}", command.get_name())), "{}", command.get_name());
        }
        for option in ["\\-\\-format", "\\-\\-bar", "\\-\\-kiosk", "EXIT STATUS", "config.toml"] {
            assert!(page.contains(option), "{option}");
        }
    }
}
