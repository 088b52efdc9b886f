//! The terminal: entered once, always given back as it was found; frames written in one piece, none before the last
//! has been shown; waiting for keys and signals without a single wake-up in between.
//!
//! A terminal that is gone shows as a hang-up on its file, and ends the reader.

mod mode;
mod signals;

use super::input::{GROUND, Heard, Input, QUESTION};
use super::keys::Key;
use super::mouse::Pointer;
use super::pace::Pace;
use super::paint;
use crate::error::{Error, Result};
use ratatui::buffer::Buffer;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::tcgetwinsize;
use signal_hook::consts::{SIGHUP, SIGTSTP};
use signal_hook::low_level;
use signals::Signals;
use std::io;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

/// How long Escape may stand before it is taken for a key and not for the beginning of one.
const ESCAPE: Duration = Duration::from_millis(50);

/// Bytes that are taken in at a time, so that a flood does not keep the screen from being drawn.
const GULP: usize = 1 << 16;

/// The size where the terminal tells none.
const USUAL: (u16, u16) = (80, 24);

/// The largest size that is believed: the other end of a line can claim any, and each cell takes memory.
const LARGEST: (u16, u16) = (1_000, 500);

/// What woke the reader.
#[derive(Debug, Clone, PartialEq)]
pub enum Wake {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Pointer(Pointer),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this size.
    Size(u16, u16),
    /// The terminal writes on a light ground, or on a dark one.
    Ground {
        /// Whether it is light.
        light: bool,
    },
    /// Nothing happened for the time given.
    Silence,
    /// The shell wants the program to stop for a while.
    Stop,
    /// The program goes on after a stop that it did not see coming.
    Continue,
    /// The program must end, with this exit code.
    End(i32),
}

/// Columns and rows of the terminal, as far as they can be believed.
pub fn size() -> (u16, u16) {
    let told = tcgetwinsize(io::stdout()).or_else(|_| tcgetwinsize(io::stdin()));
    let size = told.ok().map(|size| (size.ws_col, size.ws_row)).filter(|&(width, height)| width > 0 && height > 0);
    let (width, height) = size.unwrap_or(USUAL);
    (width.min(LARGEST.0), height.min(LARGEST.1))
}

/// The terminal, entered. Leaves it when dropped.
#[derive(Debug)]
pub struct Terminal {
    signals: Signals,
    keys: OwnedFd,
    input: Input,
    pace: Pace,
    /// What the terminal shows.
    shown: Option<Buffer>,
}

impl Terminal {
    /// Enters the terminal: raw, on its other screen, cursor hidden. After a panic it is left before the panic's
    /// message is printed.
    ///
    /// # Errors
    /// Where there is no terminal, or it refuses.
    pub fn enter(mouse: bool) -> Result<Terminal> {
        let open = || -> io::Result<Terminal> {
            let (signals, keys) = (Signals::new()?, mode::keys()?);
            Ok(Terminal { signals, keys, input: Input::default(), pace: Pace::default(), shown: None })
        };
        let terminal = open().map_err(Error::Terminal)?;
        mode::wants_mouse(mouse);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            mode::leave(true);
            before(panic);
        }));
        mode::enter(&terminal.keys).map_err(|cause| {
            mode::leave(false);
            Error::Terminal(cause)
        })?;
        Ok(terminal)
    }

    /// Takes the mouse from the terminal, or gives it back.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn set_mouse(&mut self, on: bool) -> Result<()> {
        mode::set_mouse(on).map_err(Error::Terminal)
    }

    /// Asks whether the ground is light; where the terminal tells, [`Wake::Ground`] follows.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn ask_ground(&mut self) -> Result<()> {
        mode::send(GROUND).map_err(Error::Terminal)
    }

    /// Whether the last frame has been shown, as far as can be known, so that another may be sent.
    pub fn is_ready(&self) -> bool {
        self.pace.hold(Instant::now()).is_none()
    }

    /// Shows a frame: only what changed since the last one, in one write, and nothing if nothing did.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn show(&mut self, frame: Buffer) -> Result<()> {
        let mut bytes = mode::BEGIN.to_vec();
        let empty = Buffer::empty(*frame.area());
        let before = match &self.shown {
            Some(shown) if shown.area() == frame.area() => shown,
            _ => {
                bytes.extend_from_slice(b"\x1b[2J");
                &empty
            }
        };
        let unpainted = bytes.len();
        paint::paint(before, &frame, &mut bytes);
        if bytes.len() == unpainted && self.shown.is_some() {
            self.shown = Some(frame);
            return Ok(());
        }
        bytes.extend_from_slice(mode::END);
        self.pace.give_up();
        let asks = self.pace.asks();
        if asks {
            bytes.extend_from_slice(QUESTION);
        }
        mode::send(&bytes).map_err(Error::Terminal)?;
        if asks {
            self.pace.asked(Instant::now());
        }
        self.shown = Some(frame);
        Ok(())
    }

    /// Forgets what is on the screen, so that the next frame is written whole.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// Waits until something happens, at most for `patience`; then takes in all that has happened. Where a frame is
    /// held back (`frame`), it also returns, with nothing, when that may be sent.
    ///
    /// # Errors
    /// When the terminal cannot be read.
    pub fn wait(&mut self, patience: Option<Duration>, frame: bool) -> Result<Vec<Wake>> {
        let start = Instant::now();
        loop {
            let hold = self.pace.hold(Instant::now()).filter(|_| frame);
            let left = patience.map(|p| p.saturating_sub(start.elapsed()));
            let escape = self.input.waits().then_some(ESCAPE);
            let limit = [hold, left, escape].into_iter().flatten().min();
            match self.wait_once(limit).map_err(Error::Terminal)? {
                Some(wakes) if wakes.is_empty() && !(frame && self.is_ready()) => {}
                Some(wakes) => return Ok(wakes),
                // What is not the shortest limit has not run out.
                None if escape.is_some() && limit == escape => {
                    let heard = self.input.settle();
                    return Ok(self.understood(heard));
                }
                None if hold.is_some() && limit == hold => return Ok(Vec::new()),
                None => return Ok(vec![Wake::Silence]),
            }
        }
    }

    /// Waits for one thing to happen; nothing where the time ran out.
    fn wait_once(&mut self, limit: Option<Duration>) -> io::Result<Option<Vec<Wake>>> {
        // A limit that cannot be told to the system is none.
        let limit = limit.and_then(|p| Timespec::try_from(p).ok());
        let (keys, signals) = {
            let mut files = [PollFd::new(&self.keys, PollFlags::IN), PollFd::new(&self.signals.pipe, PollFlags::IN)];
            match poll(&mut files, limit.as_ref()) {
                Ok(0) => return Ok(None),
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(cause) => return Err(cause.into()),
            }
            let [keys, signals] = files.map(|f| f.revents());
            (keys, signals)
        };
        let mut wakes = if signals.is_empty() { Vec::new() } else { self.signals.take() };
        if keys.intersects(PollFlags::HUP | PollFlags::ERR) {
            wakes.push(Wake::End(128 + SIGHUP));
        } else if keys.intersects(PollFlags::IN | PollFlags::NVAL) {
            match self.read() {
                Ok(heard) => wakes.extend(self.understood(heard)),
                // The terminal went while it was read.
                Err(rustix::io::Errno::IO) => wakes.push(Wake::End(128 + SIGHUP)),
                Err(cause) => return Err(cause.into()),
            }
        }
        Ok(Some(wakes))
    }

    /// Takes in all that was sent.
    fn read(&mut self) -> rustix::io::Result<Vec<Heard>> {
        let mut heard = Vec::new();
        let mut bytes = [0; 4096];
        let mut taken = 0;
        while taken < GULP {
            match rustix::io::read(&self.keys, &mut bytes) {
                Ok(0) | Err(rustix::io::Errno::AGAIN) => break,
                Ok(n) => {
                    taken += n;
                    heard.extend(self.input.take(bytes.get(..n).unwrap_or(&[])));
                }
                Err(rustix::io::Errno::INTR) => {}
                Err(cause) => return Err(cause),
            }
        }
        Ok(heard)
    }

    /// What was heard, for the reader; answers are for the pace.
    fn understood(&mut self, heard: Vec<Heard>) -> Vec<Wake> {
        let mut wakes = Vec::new();
        for heard in heard {
            match heard {
                Heard::Key(key) => wakes.push(Wake::Key(key)),
                Heard::Pointer(pointer) => wakes.push(Wake::Pointer(pointer)),
                Heard::Paste(text) => wakes.push(Wake::Paste(text)),
                Heard::Ground { light } => wakes.push(Wake::Ground { light }),
                Heard::Answer => self.pace.answered(),
            }
        }
        wakes
    }

    /// Stops as a job of the shell, with the terminal as it was; returns when the job goes on.
    ///
    /// # Errors
    /// When the terminal cannot be entered again.
    pub fn stop(&mut self) -> Result<()> {
        self.give_back();
        low_level::emulate_default_handler(SIGTSTP).map_err(Error::Terminal)?;
        self.signals.forget_stops();
        self.resume()
    }

    /// Enters the terminal again, after a stop.
    ///
    /// # Errors
    /// When the terminal cannot be entered again.
    pub fn resume(&mut self) -> Result<()> {
        self.forget();
        self.pace.give_up();
        mode::enter(&self.keys).map_err(Error::Terminal)
    }

    /// Gives the terminal, as it was found, to other work, and takes it back; signals to stop that came in between were
    /// for that work.
    ///
    /// # Errors
    /// When the terminal cannot be entered again.
    pub fn lend<T>(&mut self, work: impl FnOnce() -> T) -> Result<T> {
        self.give_back();
        let done = work();
        self.signals.forget_stops();
        self.resume()?;
        Ok(done)
    }

    /// Asks the shell to stop the whole job, as Ctrl-Z does where the terminal is not raw; [`Wake::Stop`] follows.
    pub fn ask_to_stop(&self) {
        // Where the shell's job cannot be reached there is nothing to stop.
        let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
    }

    /// Leaves the terminal once its last answer is in, or has been waited for long enough, so that it does not end up
    /// in the shell.
    fn give_back(&mut self) {
        while let Some(left) = self.pace.hold(Instant::now()) {
            match self.wait_once(Some(left)) {
                Ok(Some(wakes)) if !wakes.iter().any(|wake| matches!(wake, Wake::End(_))) => {}
                _ => break,
            }
        }
        mode::leave(self.pace.is_open());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.give_back();
    }
}
