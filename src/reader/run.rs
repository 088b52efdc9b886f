//! The loop: wait, update, draw; and the effects that updates ask for.

use super::memory::{Memory, Opened, Store, store};
use super::outside::export::{self, Form, Written};
use super::outside::original::{self, Original};
use super::outside::{clipboard, program};
use super::terminal::{self, Terminal, Wake};
use super::{Effect, Options, Session, ThemeName, update};
use crate::error::{Error, Result};
use crate::model::Story;
use crate::progress::Progress;
use std::time::Duration;

/// How long a digit may stand before it is taken for itself and not for the beginning of a count.
const PAUSE: Duration = Duration::from_millis(700);

/// How long without a key before the place in the story is saved, so that it outlives whatever happens to the machine.
const REST: Duration = Duration::from_secs(2);

/// How long before leaving for want of keys the reader is warned.
const WARNING: Duration = Duration::from_secs(30);

/// Compares the articles of a story, and makes the first screen of the size of the terminal. The terminal is not
/// entered yet, so that Ctrl-C ends a long comparison.
pub fn open(story: Story, options: Options, progress: &Progress) -> Session {
    Session::watched(story, options, terminal::size(), progress)
}

/// Shows a session in the terminal, and returns when the person leaves it. On SIGTERM and SIGHUP, and when the terminal
/// is gone, the process ends with exit code 143 or 129, the terminal as it was found.
///
/// # Errors
/// When the terminal cannot be entered, read or written.
pub fn run(mut session: Session) -> Result<()> {
    let mouse = session.options.mouse;
    let store = recall(&mut session);
    let mut reading = Reading { session, terminal: Terminal::enter(mouse)?, store, moved: false, warned: false };
    let end = reading.go_on();
    reading.save();
    drop(reading);
    match end? {
        0 => Ok(()),
        code => std::process::exit(code),
    }
}

/// Takes up what is remembered of the story. A kiosk remembers nothing, and every guest reads for the first time.
fn recall(session: &mut Session) -> Option<Store> {
    if session.options.kiosk {
        session.remember(Memory::new(true));
        return None;
    }
    let folder = store::folder()?;
    let Opened { store, memory, message } = Store::open(&folder, &session.story);
    session.remember(memory);
    session.state.message = message.or(session.state.message.take());
    store
}

/// How long before leaving the reader is warned, in a time of `idle` without a key.
fn warning(idle: Duration) -> Duration {
    WARNING.min(idle / 2)
}

/// A session in a terminal.
struct Reading {
    session: Session,
    terminal: Terminal,
    store: Option<Store>,
    /// Whether something was done since the place was saved.
    moved: bool,
    /// Whether the person was warned that the reader is about to close.
    warned: bool,
}

impl Reading {
    /// Reads on until the person leaves; the exit code.
    fn go_on(&mut self) -> Result<i32> {
        let (width, height) = terminal::size();
        if (width, height) != self.session.state.size {
            self.session.resize(width, height);
        }
        if self.session.options.ask_ground {
            self.terminal.ask_ground()?;
        }
        let mut changed = true;
        loop {
            if changed && self.terminal.is_ready() {
                if self.session.settles_slowly() {
                    self.terminal.show(self.session.draw())?;
                }
                self.session.settle();
                self.terminal.show(self.session.draw())?;
                changed = false;
            }
            let patience = self.patience();
            for wake in self.terminal.wait(patience, changed)? {
                changed = true;
                if let Some(code) = self.on(wake)? {
                    return Ok(code);
                }
            }
        }
    }

    /// How long to wait for something to happen; for ever, if there is no reason not to.
    fn patience(&self) -> Option<Duration> {
        match self.session.options.idle {
            _ if self.session.waits() => Some(PAUSE),
            Some(idle) if self.warned => Some(warning(idle)),
            Some(idle) => Some(idle.saturating_sub(warning(idle))),
            None => self.moved.then_some(REST),
        }
    }

    /// Does what woke the reader asks for; the exit code, if it is to end.
    fn on(&mut self, wake: Wake) -> Result<Option<i32>> {
        if self.warned && wake != Wake::Silence {
            self.warned = false;
            self.session.state.message = None;
        }
        self.moved |= self.store.is_some() && matches!(wake, Wake::Key(_) | Wake::Pointer(_));
        match wake {
            Wake::Key(key) => {
                if let Some(effect) = self.session.key(key) {
                    return self.perform(effect);
                }
            }
            Wake::Paste(text) => self.session.paste(&text),
            Wake::Pointer(pointer) => {
                if let Some(effect) = self.session.pointer(pointer) {
                    return self.perform(effect);
                }
            }
            Wake::Ground { light: true } => self.session.set_theme(ThemeName::Light),
            Wake::Ground { light: false } => {}
            Wake::Size(width, height) => self.session.resize(width, height),
            Wake::Silence if self.session.waits() => self.session.pause(),
            Wake::Silence if self.session.options.idle.is_none() => {
                self.moved = false;
                // Nobody waits for it: marks and notes, which somebody does wait for, say so themselves where they fail.
                let _ = self.keep();
            }
            Wake::Silence if self.warned => return Ok(Some(0)),
            Wake::Silence => {
                self.warned = true;
                let seconds = self.patience().unwrap_or(WARNING).as_secs().max(1);
                self.session.state.message = Some(format!("closes in {seconds} s; any key stays"));
            }
            Wake::Stop if self.session.options.kiosk => {}
            Wake::Stop => {
                self.save();
                self.terminal.stop()?;
                let (width, height) = terminal::size();
                self.session.resize(width, height);
            }
            Wake::Continue => self.terminal.resume()?,
            Wake::End(code) => return Ok(Some(code)),
        }
        Ok(None)
    }

    /// Does an effect; the exit code, if it ends the program.
    ///
    /// # Errors
    /// When the terminal fails.
    fn perform(&mut self, effect: Effect) -> Result<Option<i32>> {
        match effect {
            Effect::Quit => return Ok(Some(0)),
            Effect::Suspend => self.terminal.ask_to_stop(),
            Effect::Repaint => self.terminal.forget(),
            Effect::Save => self.save(),
            Effect::Copy(text) => clipboard::copy(&text, !self.session.options.kiosk).map_err(Error::Terminal)?,
            Effect::Mouse(on) => self.terminal.set_mouse(on)?,
            Effect::Export { form, file, over } => self.export(form, file, over),
            Effect::Open(original) => self.open(&original)?,
        }
        Ok(None)
    }

    /// Writes a report and says where it is, or asks about a file that is there.
    fn export(&mut self, form: Form, file: String, over: bool) {
        if self.session.options.kiosk {
            return;
        }
        match export::write(&self.session.story, &self.session.comparison, form, &file, over) {
            Written::To(path) => self.session.state.message = Some(format!("written: {}", path.display())),
            Written::Exists => update::ask::over(&mut self.session, form, file),
            Written::Not(why) => self.session.state.message = Some(why),
        }
    }

    /// Shows an original in another program: a page beside the reader where there are windows, all else in its place.
    fn open(&mut self, original: &Original) -> Result<()> {
        if self.session.options.kiosk {
            return Ok(());
        }
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let windows = cfg!(target_os = "macos") || ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(|v| variable(v).is_some());
        let programs = original::programs(original, variable);
        let found = match original {
            Original::Address(_) if windows => program::beside(&programs),
            _ => program::in_terminal(&mut self.terminal, &programs)?,
        };
        let (width, height) = terminal::size();
        self.session.resize(width, height);
        self.session.state.message = match (found, original) {
            (true, Original::Address(address)) => Some(format!("opened: {address}")),
            (true, Original::File { .. }) => None,
            (false, Original::Address(address)) => Some(format!("no browser is found; the address is {address}")),
            (false, Original::File { path, line }) => Some(format!("no pager is found; it is line {line} of {path}")),
        };
        Ok(())
    }

    /// Writes what is remembered, where there is a place for it.
    fn keep(&mut self) -> std::io::Result<()> {
        let Some(store) = &mut self.store else { return Ok(()) };
        let spot = self.session.spot();
        store.save(&self.session.story, &mut self.session.memory, &spot)
    }

    /// The same; what goes wrong is said.
    fn save(&mut self) {
        if let Err(cause) = self.keep() {
            let file = self.store.as_ref().map_or_else(String::new, |store| store.file().display().to_string());
            self.session.state.message = Some(format!("not saved, {file} cannot be written: {cause}"));
        }
    }
}
