//! What is being done, on standard error, once it takes long enough to be wondered about. Ctrl-C gives up at any time:
//! the terminal is still as it was.

use crate::progress::Progress;
use crate::report::printable::one_line;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Work that ends sooner is not spoken of.
const SOON: Duration = Duration::from_millis(200);

/// Between one picture of the bar and the next.
const STEP: Duration = Duration::from_millis(100);

/// Columns of the bar.
const BAR: usize = 16;

/// Does the work; where standard error is a terminal and it takes long, says `what` is being done meanwhile, and how much
/// of it is.
pub fn during<T>(what: &str, work: impl FnOnce(&Progress) -> T) -> T {
    let progress = Arc::new(Progress::default());
    if !io::stderr().is_terminal() || super::output::is_dumb() {
        return work(&progress);
    }
    let what = one_line(what).into_owned();
    let (done, ended) = channel::<()>();
    let watched = Arc::clone(&progress);
    let teller = std::thread::Builder::new().spawn(move || tell(&what, &watched, &ended));
    let result = work(&progress);
    drop(done);
    if let Ok(teller) = teller {
        // It says nothing that could be lost.
        let _ = teller.join();
    }
    result
}

/// Says what is being done until it is done, and takes that away again.
fn tell(what: &str, progress: &Progress, ended: &Receiver<()>) {
    if !goes_on(ended, SOON) {
        return;
    }
    loop {
        say(&format!("\r\x1b[K{what}  {}, Ctrl-C gives up", bar(progress.share())));
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

/// A bar that is full as far as the work is done, and the percentage.
fn bar(share: f64) -> String {
    let full = ((share * BAR as f64) as usize).min(BAR);
    format!("[{}{}] {:>3.0} %", "=".repeat(full), " ".repeat(BAR - full), (share * 100.0).floor())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_full_when_all_is_done_and_not_before() {
        assert_eq!(bar(0.0), "[                ]   0 %");
        assert_eq!(bar(0.5), "[========        ]  50 %");
        assert_eq!(bar(0.999), "[=============== ]  99 %");
        assert_eq!(bar(1.0), "[================] 100 %");
    }
}
