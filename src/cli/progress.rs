//! What is being done, on standard error, once it takes long enough to be wondered about. Ctrl-C gives up at any time:
//! the terminal is still as it was.

use crate::report::printable::one_line;
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// Work that ends sooner is not spoken of.
const SOON: Duration = Duration::from_millis(200);

/// Between one picture of the bar and the next.
const STEP: Duration = Duration::from_millis(100);

/// Columns of the bar, and of the part of it that moves.
const BAR: (usize, usize) = (16, 4);

/// Does the work; where standard error is a terminal and it takes long, says `what` is being done meanwhile.
pub fn during<T>(what: &str, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() || std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return work();
    }
    let what = one_line(what).into_owned();
    let (done, ended) = channel::<()>();
    let teller = std::thread::Builder::new().spawn(move || tell(&what, &ended));
    let result = work();
    drop(done);
    if let Ok(teller) = teller {
        // It says nothing that could be lost.
        let _ = teller.join();
    }
    result
}

/// Says what is being done until it is done, and takes that away again.
fn tell(what: &str, ended: &Receiver<()>) {
    let start = Instant::now();
    if !goes_on(ended, SOON) {
        return;
    }
    let mut picture = 0;
    loop {
        say(&format!("\r\x1b[K{what}  {}  {} s, Ctrl-C gives up", bar(picture), start.elapsed().as_secs()));
        picture += 1;
        if !goes_on(ended, STEP) {
            say("\r\x1b[K");
            return;
        }
    }
}

/// Whether the work still goes on after a time.
fn goes_on(ended: &Receiver<()>, time: Duration) -> bool {
    ended.recv_timeout(time) == Err(RecvTimeoutError::Timeout)
}

fn say(text: &str) {
    let mut out = io::stderr().lock();
    // Who cannot be told is not told.
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// A bar whose lit part goes to and fro: how much is left is not known.
fn bar(picture: usize) -> String {
    let (whole, part) = BAR;
    let room = whole - part;
    let at = picture % (2 * room);
    let at = if at > room { 2 * room - at } else { at };
    format!("[{}{}{}]", " ".repeat(at), "=".repeat(part), " ".repeat(room - at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_goes_to_and_fro() {
        let bars: Vec<String> = (0..30).map(bar).collect();
        assert_eq!(bars[0], "[====            ]");
        assert_eq!(bars[12], "[            ====]");
        assert_eq!(bars[13], "[           ==== ]");
        assert_eq!(bars[24], bars[0]);
        assert!(bars.iter().all(|b| b.len() == 18));
    }
}
