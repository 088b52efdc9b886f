//! Entering and leaving: the terminal's settings, its other screen, cursor, pasting and mouse. What was found is kept
//! where a panic finds it too.

use rustix::termios::{OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use std::io::{self, IsTerminal, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// The settings as they were found, while the terminal is ours; also looked at when the program panics.
static FOUND: Mutex<Option<Found>> = Mutex::new(None);

/// Whether the mouse is ours.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Begin and end of a frame that the terminal shows in one piece.
pub(super) const BEGIN: &[u8] = b"\x1b[?2026h";
pub(super) const END: &[u8] = b"\x1b[?2026l";

/// The other screen, no cursor, pasted text in brackets; and all that undone.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";
const LEAVE: &[u8] = b"\x1b[m\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// Clicks, the wheel, and moves with a button held down, told without a limit to the columns. Moves alone are not
/// asked for: they would wake the reader for nothing.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// What was found.
#[derive(Debug)]
struct Found {
    keys: OwnedFd,
    settings: Termios,
}

/// The file that keys come from: standard input, or the controlling terminal where that is something else.
pub(super) fn keys() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return stdin.as_fd().try_clone_to_owned();
    }
    Ok(std::fs::OpenOptions::new().read(true).write(true).open("/dev/tty")?.into())
}

/// Sends bytes to the terminal at once.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Raw mode, the other screen, no cursor. Entered again without having been left, it only makes that so once more.
pub(super) fn enter(keys: &OwnedFd) -> io::Result<()> {
    let settings = tcgetattr(keys)?;
    let mut raw = settings.clone();
    raw.make_raw();
    // A read returns at once when nothing was typed.
    raw.special_codes[SpecialCodeIndex::VMIN] = 0;
    raw.special_codes[SpecialCodeIndex::VTIME] = 0;
    let found = Found { keys: keys.try_clone()?, settings };
    if let Ok(mut place) = FOUND.lock() {
        // After a stop that was not seen coming, what was found at first still counts.
        place.get_or_insert(found);
    }
    tcsetattr(keys, OptionalActions::Drain, &raw)?;
    send(ENTER)?;
    if MOUSE.load(Ordering::SeqCst) {
        send(MOUSE_ON)?;
    }
    Ok(())
}

/// Takes the mouse from the terminal, or gives it back.
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    MOUSE.store(on, Ordering::SeqCst);
    send(if on { MOUSE_ON } else { MOUSE_OFF })
}

/// Whether the mouse is to be taken when the terminal is entered.
pub(super) fn wants_mouse(on: bool) {
    MOUSE.store(on, Ordering::SeqCst);
}

/// The terminal as it was found; with `unread`, what it sent and nobody read is thrown away. Does what it can: there may
/// be no terminal any more.
pub(super) fn leave(unread: bool) {
    // One that holds the lock while the program panics is this thread itself.
    let Some(found) = FOUND.try_lock().ok().and_then(|mut place| place.take()) else { return };
    let mut bytes = END.to_vec();
    if MOUSE.load(Ordering::SeqCst) {
        bytes.extend_from_slice(MOUSE_OFF);
    }
    bytes.extend_from_slice(LEAVE);
    let _ = send(&bytes);
    let when = if unread { OptionalActions::Flush } else { OptionalActions::Now };
    let _ = tcsetattr(&found.keys, when, &found.settings);
}
