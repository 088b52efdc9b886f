//! The program in a pseudo-terminal. Waits are for text, never for time.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use crate::support;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Long enough for a loaded machine; a test that passes never waits so long.
pub const PATIENCE: Duration = Duration::from_secs(30);

pub struct Output {
    pub screen: vt100::Parser,
    pub bytes: Vec<u8>,
}

pub struct Run {
    pub master: Option<Box<dyn MasterPty + Send>>,
    pub writer: Option<Box<dyn Write + Send>>,
    /// Held open, so that the terminal can be looked at after the program is gone.
    _slave: Box<dyn SlavePty + Send>,
    pub child: Box<dyn Child + Send + Sync>,
    pub output: Arc<Mutex<Output>>,
    pub before: String,
}

/// The terminal's settings in one comparable text.
pub fn settings(master: &dyn MasterPty) -> String {
    let termios = master.get_termios().unwrap();
    format!("{:?} {:?} {:?}", termios.input_flags, termios.output_flags, termios.local_flags)
}

impl Run {
    pub fn start(command: CommandBuilder, (columns, rows): (u16, u16)) -> Run {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = settings(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let output = Arc::new(Mutex::new(Output { screen: vt100::Parser::new(rows, columns, 0), bytes: Vec::new() }));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let into = Arc::clone(&output);
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                let mut output = into.lock().unwrap();
                output.screen.process(&buffer[..n]);
                output.bytes.extend_from_slice(&buffer[..n]);
            }
        });
        let writer = pair.master.take_writer().ok();
        Run { master: Some(pair.master), writer, _slave: pair.slave, child, output, before }
    }

    pub fn command(sources: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rashomon"));
        command.args(sources);
        let home = tempdir("home");
        for variable in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
            command.env(variable, &home);
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env_remove("NO_COLOR");
        command
    }

    pub fn rashomon(sources: &[&str], size: (u16, u16)) -> Run {
        Run::start(Run::command(sources), size)
    }

    pub fn type_keys(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    pub fn until(&mut self, what: &str, seen: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        loop {
            if seen(self.output.lock().unwrap().screen.screen()) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}; the screen is\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn until_text(&mut self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    pub fn screen(&self) -> String {
        self.output.lock().unwrap().screen.screen().contents()
    }

    pub fn bytes(&self) -> usize {
        self.output.lock().unwrap().bytes.len()
    }

    pub fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(self.child.process_id().unwrap() as i32).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// The exit code, once it has ended.
    pub fn ended(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end; the screen is\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The terminal is as it was found: settings, screen, cursor, mouse, pasting.
    pub fn assert_given_back(&mut self) {
        self.until("the first screen to be back", |screen| !screen.alternate_screen());
        let start = Instant::now();
        while settings(&**self.master.as_ref().unwrap()) != self.before {
            assert!(start.elapsed() < PATIENCE, "the terminal's settings have changed");
            std::thread::sleep(Duration::from_millis(10));
        }
        let output = self.output.lock().unwrap();
        let screen = output.screen.screen();
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "pasting is still bracketed");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        let (begun, ended) = (count(&output.bytes, b"\x1b[?2026h"), count(&output.bytes, b"\x1b[?2026l"));
        assert!(ended >= begun, "a frame was begun and never ended");
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

pub fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).filter(|w| *w == wanted).count()
}

/// A folder of its own at each call.
pub fn tempdir(name: &str) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("rashomon-terminal-{}-{number}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The ferry story as a folder of plain texts.
pub fn ferry() -> String {
    let folder = tempdir("ferry");
    for (n, article) in support::ferry().articles.iter().enumerate() {
        let text: Vec<&str> = article.passages.iter().map(|p| p.text.as_str()).collect();
        std::fs::write(folder.join(format!("{}{}.txt", n + 1, article.id)), text.join("\n\n")).unwrap();
    }
    folder.to_string_lossy().into_owned()
}
