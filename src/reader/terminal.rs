//! The terminal: entered once, always given back as it was found; frames written in one piece; waiting for keys and
//! signals without a single wake-up in between.
//!
//! A terminal that is gone shows as a hang-up on its file: reading ends then, where crossterm alone would spin.

use super::keys::Key;
use super::paint;
use crate::error::{Error, Result};
use crossterm::event::{Event, KeyEventKind};
use crossterm::{cursor, event, execute, queue, terminal};
use ratatui::buffer::Buffer;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::{flag, low_level};
use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Whether the terminal is ours at the moment: raw, on its other screen. Also read when the program panics.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is ours.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Begin and end of a frame that the terminal shows in one piece.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// What woke the reader.
#[derive(Debug, Clone, PartialEq)]
pub enum Wake {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Mouse(event::MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has this size.
    Size(u16, u16),
    /// Nothing happened for the time given.
    Silence,
    /// The shell wants the program to stop for a while.
    Stop,
    /// The program goes on after a stop that it did not see coming.
    Continue,
    /// The program must end, with this exit code.
    End(i32),
}

/// Columns and rows of the terminal.
///
/// # Errors
/// Where there is no terminal.
pub fn size() -> Result<(u16, u16)> {
    terminal::size().map_err(Error::Terminal)
}

/// The signals that are waited for.
#[derive(Debug)]
struct Signals {
    pipe: UnixStream,
    term: Arc<AtomicBool>,
    hup: Arc<AtomicBool>,
    stop: Arc<AtomicBool>,
    cont: Arc<AtomicBool>,
    size: Arc<AtomicBool>,
}

impl Signals {
    fn new() -> io::Result<Signals> {
        let (pipe, writer) = UnixStream::pair()?;
        pipe.set_nonblocking(true)?;
        writer.set_nonblocking(true)?;
        let listen = |signal: i32| -> io::Result<Arc<AtomicBool>> {
            let seen = Arc::new(AtomicBool::new(false));
            if signal == SIGTERM || signal == SIGHUP {
                // Asked a second time, as when the terminal takes no more output, the program ends on the spot.
                flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&seen))?;
            }
            flag::register(signal, Arc::clone(&seen))?;
            low_level::pipe::register(signal, writer.try_clone()?)?;
            Ok(seen)
        };
        Ok(Signals {
            term: listen(SIGTERM)?,
            hup: listen(SIGHUP)?,
            stop: listen(SIGTSTP)?,
            cont: listen(SIGCONT)?,
            size: listen(SIGWINCH)?,
            pipe,
        })
    }

    /// What the signals since the last question ask for.
    fn take(&mut self) -> io::Result<Vec<Wake>> {
        let mut bytes = [0; 64];
        while matches!((&self.pipe).read(&mut bytes), Ok(n) if n > 0) {}
        let taken = |flag: &AtomicBool| flag.swap(false, Ordering::SeqCst);
        let mut wakes = Vec::new();
        if taken(&self.term) {
            wakes.push(Wake::End(128 + SIGTERM));
        }
        if taken(&self.hup) {
            wakes.push(Wake::End(128 + SIGHUP));
        }
        if taken(&self.stop) {
            wakes.push(Wake::Stop);
        }
        if taken(&self.cont) {
            wakes.push(Wake::Continue);
        }
        if taken(&self.size) {
            let (width, height) = terminal::size()?;
            wakes.push(Wake::Size(width, height));
        }
        Ok(wakes)
    }
}

/// The terminal, entered. Leaves it when dropped.
#[derive(Debug)]
pub struct Terminal {
    signals: Signals,
    /// The file that keys come from: standard input, or the controlling terminal where that is something else.
    keys: OwnedFd,
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
            let stdin = io::stdin();
            let keys = if stdin.is_terminal() {
                stdin.as_fd().try_clone_to_owned()?
            } else {
                std::fs::OpenOptions::new().read(true).write(true).open("/dev/tty")?.into()
            };
            Ok(Terminal { signals: Signals::new()?, keys, shown: None })
        };
        let terminal = open().map_err(Error::Terminal)?;
        MOUSE.store(mouse, Ordering::SeqCst);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            leave();
            before(panic);
        }));
        enter().map_err(|cause| {
            leave();
            Error::Terminal(cause)
        })?;
        Ok(terminal)
    }

    /// Takes the mouse from the terminal, or gives it back.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn set_mouse(&mut self, on: bool) -> Result<()> {
        MOUSE.store(on, Ordering::SeqCst);
        let mut out = io::stdout();
        let done = if on { execute!(out, event::EnableMouseCapture) } else { execute!(out, event::DisableMouseCapture) };
        done.map_err(Error::Terminal)
    }

    /// Shows a frame: only what changed since the last one, in one write, and nothing if nothing did.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn show(&mut self, frame: Buffer) -> Result<()> {
        let mut bytes = BEGIN.to_vec();
        let empty = Buffer::empty(*frame.area());
        let before = match &self.shown {
            Some(shown) if shown.area() == frame.area() => shown,
            _ => {
                queue!(bytes, terminal::Clear(terminal::ClearType::All)).map_err(Error::Terminal)?;
                &empty
            }
        };
        let unpainted = bytes.len();
        paint::paint(before, &frame, &mut bytes);
        if bytes.len() == unpainted && self.shown.is_some() {
            self.shown = Some(frame);
            return Ok(());
        }
        bytes.extend_from_slice(END);
        let mut out = io::stdout().lock();
        out.write_all(&bytes).and_then(|()| out.flush()).map_err(Error::Terminal)?;
        self.shown = Some(frame);
        Ok(())
    }

    /// Forgets what is on the screen, so that the next frame is written whole.
    pub fn forget(&mut self) {
        self.shown = None;
    }

    /// Waits until something happens, at most for `patience`; then takes in all that has happened.
    ///
    /// # Errors
    /// When the terminal cannot be read.
    pub fn wait(&mut self, patience: Option<Duration>) -> Result<Vec<Wake>> {
        self.wait_for(patience).map_err(Error::Terminal)
    }

    fn wait_for(&mut self, patience: Option<Duration>) -> io::Result<Vec<Wake>> {
        // A limit that cannot be told to the system is none.
        let limit = patience.and_then(|p| Timespec::try_from(p).ok());
        let (keys, signals) = {
            let mut files = [PollFd::new(&self.keys, PollFlags::IN), PollFd::new(&self.signals.pipe, PollFlags::IN)];
            match poll(&mut files, limit.as_ref()) {
                Ok(0) => return Ok(vec![Wake::Silence]),
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(cause) => return Err(cause.into()),
            }
            let [keys, signals] = files.map(|f| f.revents());
            (keys, signals)
        };
        let mut wakes = if signals.is_empty() { Vec::new() } else { self.signals.take()? };
        if keys.intersects(PollFlags::HUP | PollFlags::ERR) {
            wakes.push(Wake::End(128 + SIGHUP));
        } else if keys.contains(PollFlags::IN) || keys.contains(PollFlags::NVAL) {
            // A millisecond, since crossterm looks at nothing when given no time at all.
            while event::poll(Duration::from_millis(1))? {
                wakes.extend(read(event::read()?));
            }
        }
        Ok(wakes)
    }

    /// Stops as a job of the shell, with the terminal as it was; returns when the job goes on.
    ///
    /// # Errors
    /// When the terminal cannot be entered again.
    pub fn stop(&mut self) -> Result<()> {
        leave();
        low_level::emulate_default_handler(SIGTSTP).map_err(Error::Terminal)?;
        self.signals.cont.store(false, Ordering::SeqCst);
        self.resume()
    }

    /// Enters the terminal again, after a stop.
    ///
    /// # Errors
    /// When the terminal cannot be entered again.
    pub fn resume(&mut self) -> Result<()> {
        self.forget();
        enter().map_err(Error::Terminal)
    }

    /// Gives the terminal, as it was found, to other work, and takes it back; signals to stop that came in between were
    /// for that work.
    ///
    /// # Errors
    /// When the terminal cannot be entered again.
    pub fn lend<T>(&mut self, work: impl FnOnce() -> T) -> Result<T> {
        leave();
        let done = work();
        self.signals.stop.store(false, Ordering::SeqCst);
        self.signals.cont.store(false, Ordering::SeqCst);
        self.resume()?;
        Ok(done)
    }

    /// Asks the shell to stop the whole job, as Ctrl-Z does where the terminal is not raw; [`Wake::Stop`] follows.
    pub fn ask_to_stop(&self) {
        // Where the shell's job cannot be reached there is nothing to stop.
        let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        leave();
    }
}

/// What an event of the terminal means to the reader.
fn read(event: Event) -> Option<Wake> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Some(Wake::Key(Key::from_event(key))),
        Event::Mouse(mouse) => Some(Wake::Mouse(mouse)),
        Event::Paste(text) => Some(Wake::Paste(text)),
        Event::Resize(width, height) => Some(Wake::Size(width, height)),
        Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

/// Raw mode, the other screen, no cursor.
fn enter() -> io::Result<()> {
    ENTERED.store(true, Ordering::SeqCst);
    terminal::enable_raw_mode()?;
    read_without_waiting()?;
    let mut out = io::stdout();
    execute!(out, terminal::EnterAlternateScreen, cursor::Hide, event::EnableBracketedPaste)?;
    if MOUSE.load(Ordering::SeqCst) {
        execute!(out, event::EnableMouseCapture)?;
    }
    Ok(())
}

/// Lets a read of the terminal return at once when nothing was typed: crossterm, given half of a key, would else sit in
/// a read that no signal ends. Leaving raw mode undoes this with the rest.
fn read_without_waiting() -> io::Result<()> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        let mut settings = tcgetattr(&stdin)?;
        settings.special_codes[SpecialCodeIndex::VMIN] = 0;
        settings.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(&stdin, OptionalActions::Now, &settings)?;
    }
    Ok(())
}

/// The terminal as it was found. Does what it can: there may be no terminal any more.
pub fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = END.to_vec();
    if MOUSE.load(Ordering::SeqCst) {
        let _ = queue!(bytes, event::DisableMouseCapture);
    }
    let _ = queue!(bytes, event::DisableBracketedPaste, cursor::Show, terminal::LeaveAlternateScreen);
    let mut out = io::stdout();
    let _ = out.write_all(&bytes).and_then(|()| out.flush());
    let _ = terminal::disable_raw_mode();
}
