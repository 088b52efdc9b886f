//! The loop: wait, update, draw; and the effects that updates ask for.

use super::terminal::{self, Terminal, Wake};
use super::{Effect, Options, Session};
use crate::error::Result;
use crate::model::Story;
use std::time::Duration;

/// How long a digit may stand before it is taken for itself and not for the beginning of a count.
const PAUSE: Duration = Duration::from_millis(700);

/// Opens the reader on a story, and returns when the person leaves it. On SIGTERM and SIGHUP, and when the terminal
/// is gone, the process ends with exit code 143 or 129, the terminal as it was found.
///
/// # Errors
/// When the terminal cannot be entered, read or written.
pub fn run(story: Story, options: Options) -> Result<()> {
    // Compared before the terminal is entered, so that Ctrl-C still ends a long comparison.
    let mouse = options.mouse;
    let mut session = Session::new(story, options, terminal::size()?);
    let mut terminal = Terminal::enter(mouse)?;
    let (width, height) = terminal::size()?;
    if (width, height) != session.state.size {
        session.resize(width, height);
    }
    let mut end = None;
    while end.is_none() {
        terminal.show(session.draw())?;
        let patience = if session.waits() { Some(PAUSE) } else { session.options.idle };
        for wake in terminal.wait(patience)? {
            end = on(&mut session, &mut terminal, wake)?;
            if end.is_some() {
                break;
            }
        }
    }
    drop(terminal);
    match end {
        Some(code) if code > 0 => std::process::exit(code),
        _ => Ok(()),
    }
}

/// Does what woke the reader asks for; the exit code, if it is to end.
fn on(session: &mut Session, terminal: &mut Terminal, wake: Wake) -> Result<Option<i32>> {
    match wake {
        Wake::Key(key) => match session.key(key) {
            Some(effect) => return Ok(perform(terminal, effect)),
            None => return Ok(None),
        },
        Wake::Paste(text) => session.paste(&text),
        Wake::Mouse(_) => {}
        Wake::Size(width, height) => session.resize(width, height),
        Wake::Silence if session.waits() => session.pause(),
        Wake::Silence => return Ok(Some(0)),
        Wake::Stop if session.options.kiosk => {}
        Wake::Stop => {
            terminal.stop()?;
            let (width, height) = terminal::size()?;
            session.resize(width, height);
        }
        Wake::Continue => terminal.resume()?,
        Wake::End(code) => return Ok(Some(code)),
    }
    Ok(None)
}

/// Does an effect; the exit code, if it ends the program.
fn perform(terminal: &mut Terminal, effect: Effect) -> Option<i32> {
    match effect {
        Effect::Quit => return Some(0),
        Effect::Suspend => terminal.ask_to_stop(),
        Effect::Repaint => terminal.forget(),
    }
    None
}
