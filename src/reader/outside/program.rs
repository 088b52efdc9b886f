//! Starting another program: in the reader's terminal, beside it, or to feed it text.

use crate::error::Result;
use crate::reader::terminal::Terminal;
use rustix::process::{Pid, WaitOptions, waitpid};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level;
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};

/// Gives the terminal to the first of the programs that there is, and takes it back when that ends; its Ctrl-C and
/// Ctrl-\ are not for the reader. Says whether there was one.
///
/// # Errors
/// When the terminal cannot be entered again.
pub fn in_terminal(terminal: &mut Terminal, programs: &[Vec<String>]) -> Result<bool> {
    terminal.lend(|| {
        programs.iter().any(|words| {
            let Some(mut command) = command(words) else { return false };
            match command.spawn() {
                Ok(child) => {
                    wait(&child);
                    true
                }
                Err(_) => false,
            }
        })
    })
}

/// Starts the first of the programs that there is, and leaves it alone. Says whether there was one.
pub fn beside(programs: &[Vec<String>]) -> bool {
    programs.iter().any(|words| {
        let Some(mut command) = command(words) else { return false };
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        match command.spawn() {
            // Somebody has to take note of its end.
            Ok(mut child) => std::thread::Builder::new().spawn(move || child.wait()).is_ok(),
            Err(_) => false,
        }
    })
}

/// Gives a program text to read, and waits for its end.
///
/// # Errors
/// When it cannot be started, does not read, or fails.
pub fn feed(program: &str, arguments: &[&str], text: &str) -> io::Result<()> {
    let mut command = Command::new(program);
    let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let fed = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
    let ended = child.wait()?;
    fed?;
    if ended.success() { Ok(()) } else { Err(io::Error::other("it failed")) }
}

/// The words of a command line, the program first.
fn command(words: &[String]) -> Option<Command> {
    let (program, arguments) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments);
    Some(command)
}

/// Waits for the end of a program. When it is stopped (Ctrl-Z), the reader stops with it, so that the shell gets the
/// terminal; both go on together.
fn wait(child: &Child) {
    let Some(pid) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) else { return };
    loop {
        match waitpid(Some(pid), WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() => {
                let _ = low_level::emulate_default_handler(SIGTSTP);
            }
            Err(rustix::io::Errno::INTR) => {}
            _ => return,
        }
    }
}
