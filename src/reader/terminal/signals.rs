//! The signals that the reader waits for, as a file to wait on beside the keys.

use super::Wake;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::{flag, low_level};
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The signals that are waited for.
#[derive(Debug)]
pub(super) struct Signals {
    /// Can be read from when a signal came.
    pub(super) pipe: UnixStream,
    /// Those that ask for the end, each with whether it came. Ctrl-C and Ctrl-\ are keys while the terminal is raw, but
    /// what started the program may send their signals.
    ends: [(i32, Arc<AtomicBool>); 4],
    stop: Arc<AtomicBool>,
    cont: Arc<AtomicBool>,
    size: Arc<AtomicBool>,
}

impl Signals {
    /// Listens from now on.
    pub(super) fn new() -> io::Result<Signals> {
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
            ends: [
                (SIGTERM, listen(SIGTERM)?),
                (SIGHUP, listen(SIGHUP)?),
                (SIGINT, listen(SIGINT)?),
                (SIGQUIT, listen(SIGQUIT)?),
            ],
            stop: listen(SIGTSTP)?,
            cont: listen(SIGCONT)?,
            size: listen(SIGWINCH)?,
            pipe,
        })
    }

    /// What the signals since the last question ask for.
    pub(super) fn take(&mut self) -> Vec<Wake> {
        let mut bytes = [0; 64];
        while matches!((&self.pipe).read(&mut bytes), Ok(n) if n > 0) {}
        let taken = |flag: &AtomicBool| flag.swap(false, Ordering::SeqCst);
        let mut wakes = Vec::new();
        wakes.extend(self.ends.iter().filter(|(_, came)| taken(came)).map(|(signal, _)| Wake::End(128 + signal)));
        if taken(&self.stop) {
            wakes.push(Wake::Stop);
        }
        if taken(&self.cont) {
            wakes.push(Wake::Continue);
        }
        if taken(&self.size) {
            let (width, height) = super::size();
            wakes.push(Wake::Size(width, height));
        }
        wakes
    }

    /// Forgets that the program was stopped and went on, and what was typed at the program that had the terminal.
    pub(super) fn forget_stops(&self) {
        let typed = self.ends.iter().filter(|(signal, _)| matches!(*signal, SIGINT | SIGQUIT)).map(|(_, came)| came);
        typed.chain([&self.stop, &self.cont]).for_each(|came| came.store(false, Ordering::SeqCst));
    }
}
