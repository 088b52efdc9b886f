//! The reader over a slow line: a terminal that shows 7,000 bytes in a second, as over a 56k modem or a bad radio link,
//! and answers when it is asked whether it has shown everything.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/pty.rs"]
mod pty;
mod support;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use pty::{PATIENCE, Run};
use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const SIZE: (u16, u16) = (120, 30);

/// Bytes in a second.
const SPEED: u64 = 7_000;

const QUESTION: &[u8] = b"\x1b[5n";
const ANSWER: &[u8] = b"\x1b[0n";

/// What a slow terminal has shown so far.
struct Shown {
    screen: vt100::Parser,
    bytes: usize,
    /// When something was shown last.
    last: Instant,
    frames: usize,
}

/// A terminal at the end of a slow line, with the program in it.
struct Line {
    child: Box<dyn portable_pty::Child + Send + Sync>,
    keys: Arc<Mutex<Box<dyn Write + Send>>>,
    shown: Arc<Mutex<Shown>>,
    _pair: portable_pty::PtyPair,
}

impl Line {
    fn new(command: CommandBuilder) -> Line {
        let size = PtySize { rows: SIZE.1, cols: SIZE.0, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let keys = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let screen = vt100::Parser::new(SIZE.1, SIZE.0, 0);
        let shown = Arc::new(Mutex::new(Shown { screen, bytes: 0, last: Instant::now(), frames: 0 }));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (into, answers) = (Arc::clone(&shown), Arc::clone(&keys));
        std::thread::spawn(move || {
            let mut buffer = [0; 256];
            let mut tail: Vec<u8> = Vec::new();
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                std::thread::sleep(Duration::from_micros(n as u64 * 1_000_000 / SPEED));
                let mut shown = into.lock().unwrap();
                shown.screen.process(&buffer[..n]);
                shown.bytes += n;
                shown.last = Instant::now();
                tail.extend_from_slice(&buffer[..n]);
                while let Some(at) = tail.windows(QUESTION.len()).position(|w| w == QUESTION) {
                    tail.drain(..at + QUESTION.len());
                    shown.frames += 1;
                    answers.lock().unwrap().write_all(ANSWER).unwrap();
                }
                let keep = tail.len().min(QUESTION.len() - 1);
                tail.drain(..tail.len() - keep);
            }
        });
        Line { child, keys, shown, _pair: pair }
    }

    fn press(&self, keys: &str) {
        self.keys.lock().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    fn until(&self, text: &str) {
        let start = Instant::now();
        while !self.shown.lock().unwrap().screen.screen().contents().contains(text) {
            assert!(start.elapsed() < PATIENCE, "waited in vain for {text}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// When the last thing was shown, once nothing more comes.
    fn quiet(&self) -> Instant {
        let start = Instant::now();
        loop {
            let last = self.shown.lock().unwrap().last;
            if last.elapsed() > Duration::from_millis(1_000) {
                return last;
            }
            assert!(start.elapsed() < PATIENCE, "it goes on writing");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn a_held_key_does_not_lag_behind_and_no_press_is_lost() {
    let mut line = Line::new(Run::command(&[]));
    line.until("q quit");
    line.press("3g");
    line.quiet();
    let (bytes, frames) = {
        let shown = line.shown.lock().unwrap();
        (shown.bytes, shown.frames)
    };
    let presses = 90;
    for _ in 0..presses {
        line.press("j");
        std::thread::sleep(Duration::from_millis(33));
    }
    let released = Instant::now();
    let lag = line.quiet().saturating_duration_since(released);
    let shown = line.shown.lock().unwrap();
    let frames = shown.frames - frames;
    let bytes = shown.bytes - bytes;
    println!("{presses} presses, {frames} frames, {bytes} bytes, {lag:?} behind");
    assert!(lag < Duration::from_millis(1_500), "{lag:?} behind after the key was let go");
    assert!(frames < presses, "a frame for every press: {frames}");
    // The screen is the one that so many presses lead to; an answer was never taken for a key.
    let mut session =
        rashomon::reader::Session::new(rashomon::ingest::bundled().unwrap(), rashomon::reader::Options::default(), SIZE);
    session.press(&format!("3g{}", "j".repeat(presses)));
    let expected = support::text(&session.draw());
    let screen: Vec<String> = shown.screen.screen().rows(0, SIZE.0).map(|row| row.trim_end().to_owned()).collect();
    assert_eq!(screen.join("\n"), expected);
    drop(shown);
    line.press("q");
    let start = Instant::now();
    while line.child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < PATIENCE, "it does not end");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn an_answer_that_is_under_way_at_the_end_does_not_reach_the_shell() {
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "\"$RASHOMON\"; IFS= read -r line; printf 'read:%d letters.' \"${#line}\"; sleep 1"]);
    for (name, value) in Run::command(&[]).iter_full_env_as_str() {
        command.env(name, value);
    }
    command.env("RASHOMON", env!("CARGO_BIN_EXE_rashomon"));
    let line = Line::new(command);
    line.until("q quit");
    // The whole screen changes, and is still on its way when the program is told to end.
    line.press("c");
    std::thread::sleep(Duration::from_millis(50));
    line.press("\x03");
    std::thread::sleep(Duration::from_secs(2));
    line.press("ls\r");
    line.until("letters.");
    line.quiet();
    let screen = line.shown.lock().unwrap().screen.screen().contents();
    assert!(screen.contains("read:2 letters."), "{screen}");
}
