//! The program in a pseudo-terminal: started, used, resized, ended in every way there is; the terminal must be as it
//! was found each time. Waits are for text, never for time.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/pty.rs"]
mod pty;
mod support;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use pty::{PATIENCE, Run, count, ferry, settings, tempdir};
use rustix::process::Signal;
use std::time::{Duration, Instant};

#[test]
fn start_move_resize_quit() {
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("Ferry runs aground at Skerry");
    assert!(run.output.lock().unwrap().screen.screen().alternate_screen());
    assert_ne!(settings(&**run.master.as_ref().unwrap()), run.before, "the terminal is not raw");
    run.type_keys("G");
    run.until_text("Tickets remain valid");
    run.master.as_ref().unwrap().resize(PtySize { rows: 20, cols: 120, pixel_width: 0, pixel_height: 0 }).unwrap();
    run.output.lock().unwrap().screen.screen_mut().set_size(20, 120);
    run.until_text("The Halcyon has run aground at");
    run.type_keys("g");
    run.until_text("Ferry runs aground at Skerry");
    run.type_keys("?");
    run.until_text("Signs");
    run.type_keys("qq");
    assert_eq!(run.ended(), 0);
    run.assert_given_back();
}

#[test]
fn a_terminal_that_knows_no_screen_gets_the_report() {
    let mut command = Run::command(&[&ferry()]);
    command.env("TERM", "dumb");
    let mut run = Run::start(command, (80, 24));
    assert_eq!(run.ended(), 0);
    run.until_text("Quoted");
    assert_eq!(count(&run.output.lock().unwrap().bytes, b"\x1b"), 0, "{}", run.screen());
}

#[test]
fn control_c_quits_from_any_view() {
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("Ferry runs aground at Skerry");
    run.type_keys("?");
    run.until_text("Signs");
    run.type_keys("\x03");
    assert_eq!(run.ended(), 0);
    run.assert_given_back();
}

#[test]
fn asked_to_end_it_ends_with_the_code_of_the_signal() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let mut run = Run::rashomon(&["--mouse", &ferry()], (80, 24));
        run.until_text("Ferry runs aground at Skerry");
        run.signal(signal);
        assert_eq!(run.ended(), code);
        run.assert_given_back();
    }
}

#[test]
fn a_terminal_that_is_gone_ends_it() {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut child = pair.slave.spawn_command(Run::command(&[&ferry()])).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut seen = Vec::new();
    while count(&seen, b"quit") == 0 {
        let mut buffer = [0; 4096];
        let n = reader.read(&mut buffer).unwrap();
        seen.extend_from_slice(&buffer[..n]);
    }
    drop((reader, pair));
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("it goes on without a terminal");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn half_a_key_does_not_hold_up_the_end() {
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("q quit");
    // The beginning of an arrow key, and then nothing.
    run.type_keys("\x1b[");
    std::thread::sleep(Duration::from_millis(200));
    run.signal(Signal::TERM);
    assert_eq!(run.ended(), 143);
    run.assert_given_back();
}

#[test]
fn suspended_and_back() {
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("Ferry runs aground at Skerry");
    run.type_keys("\x1a");
    run.assert_given_back();
    run.signal(Signal::CONT);
    run.until("the other screen again", |s| {
        s.alternate_screen() && s.contents().contains("Ferry runs aground at Skerry") && s.hide_cursor()
    });
    run.type_keys("qq");
    assert_eq!(run.ended(), 0);
    run.assert_given_back();
}

#[test]
fn after_a_panic_the_terminal_is_given_back() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "child_that_panics", "--ignored", "--nocapture"]);
    command.env("RUST_BACKTRACE", "0");
    let mut run = Run::start(command, (80, 24));
    assert_ne!(run.ended(), 0);
    run.until_text("the reader has a fault");
    run.assert_given_back();
    let entered = count(&run.output.lock().unwrap().bytes, b"\x1b[?1049h");
    assert_eq!(entered, 1, "it never entered the terminal");
}

/// Run by the test above in a terminal of its own.
#[test]
#[ignore = "a part of another test"]
fn child_that_panics() {
    let _terminal = rashomon::reader::terminal::Terminal::enter(true).unwrap();
    panic!("the reader has a fault");
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("q quit");
    run.type_keys("gj");
    run.until_text("▶");
    std::thread::sleep(Duration::from_millis(300));
    let before = run.bytes();
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(run.bytes(), before, "an idle reader wrote something");
    // A key that changes nothing writes nothing either: at the top there is no further up.
    run.type_keys("gk");
    std::thread::sleep(Duration::from_millis(300));
    let before = run.bytes();
    run.type_keys("kkk");
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(run.bytes(), before);
    run.type_keys("qq");
    assert_eq!(run.ended(), 0);
}

/// How often the system has woken a program.
#[cfg(target_os = "linux")]
fn woken(pid: u32) -> Vec<String> {
    let mut counts = Vec::new();
    for task in std::fs::read_dir(format!("/proc/{pid}/task")).unwrap() {
        let status = std::fs::read_to_string(task.unwrap().path().join("status")).unwrap();
        counts.extend(status.lines().filter(|l| l.contains("voluntary_ctxt_switches")).map(str::to_owned));
    }
    counts
}

#[cfg(target_os = "linux")]
#[test]
fn an_idle_reader_sleeps() {
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("q quit");
    std::thread::sleep(Duration::from_millis(500));
    let pid = run.child.process_id().unwrap();
    let before = woken(pid);
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(woken(pid), before, "an idle reader was woken");
    run.type_keys("qq");
    run.ended();
}

#[test]
fn a_frame_comes_in_one_synchronised_piece() {
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("q quit");
    run.type_keys("qq");
    run.ended();
    let output = run.output.lock().unwrap();
    let begun = count(&output.bytes, b"\x1b[?2026h");
    assert!(begun >= 1);
    assert!(count(&output.bytes, b"\x1b[?2026l") >= begun);
}

#[test]
fn escape_sequences_in_an_article_never_reach_the_terminal() {
    let folder = tempdir("hostile");
    let text = "Council votes \x1b]0;owned\x07on the plan\n\nThe council \x1b[31mvoted\x1b[2J on \u{202e}Monday\u{9b}5n.\n\x1b]52;c;b3duZWQ=\x07 It was late.\n";
    for outlet in ["Morning\u{1b}[5m Sun", "Evening Moon"] {
        std::fs::write(folder.join(format!("{outlet}.txt")), text).unwrap();
    }
    let mut run = Run::rashomon(&[&folder.to_string_lossy()], (80, 24));
    run.until_text("It was late.");
    run.type_keys("v?q");
    run.type_keys("qq");
    run.ended();
    let output = run.output.lock().unwrap();
    let written = String::from_utf8_lossy(&output.bytes);
    for wrong in ["\x1b]0", "\x1b]52", "\x1b[5m", "\u{202e}", "\u{9b}"] {
        assert!(!written.contains(wrong), "{wrong:?} reached the terminal");
    }
}

#[test]
fn long_work_is_told_of_and_control_c_gives_it_up() {
    let folder = tempdir("many");
    let (articles, paragraphs) = (120, 40);
    for article in 0..articles {
        let words =
            |n: usize| (0..14).map(|w| format!("w{}", (article * 7 + n * 13 + w * 5) % 997)).collect::<Vec<_>>().join(" ");
        let text: Vec<String> = (0..paragraphs).map(|n| format!("The council said {}.", words(n))).collect();
        std::fs::write(folder.join(format!("Paper {article}.txt")), text.join("\n\n")).unwrap();
    }
    let mut run = Run::rashomon(&[&folder.to_string_lossy()], (80, 24));
    run.until_text("rashomon: comparing 120 articles  [");
    let share = |screen: &vt100::Screen| {
        let text = screen.contents();
        let number = text.split_once(" %, Ctrl-C gives up").and_then(|(before, _)| before.rsplit(' ').next()?.parse::<u8>().ok());
        number.is_some_and(|share| (1..100).contains(&share))
    };
    run.until("a share of the work, and how to give it up", share);
    run.type_keys("\x03");
    assert_ne!(run.ended(), 0);
    run.assert_given_back();
    assert_eq!(count(&run.output.lock().unwrap().bytes, b"\x1b[?1049h"), 0, "the reader opened");
}

#[test]
fn the_place_is_kept_though_nobody_quits() {
    let home = tempdir("kept");
    let start = || {
        let mut command = Run::command(&[&ferry()]);
        command.env("XDG_STATE_HOME", &home);
        Run::start(command, (80, 24))
    };
    let mut run = start();
    run.until_text("any key closes");
    run.type_keys("G");
    let kept = || {
        std::fs::read_dir(home.join("rashomon"))
            .is_ok_and(|mut files| files.any(|f| f.unwrap().path().extension().is_some_and(|e| e == "json")))
    };
    run.until("the place to be saved", |_| kept());
    run.signal(Signal::KILL);
    run.ended();
    let mut again = start();
    again.until_text("where you left off");
    again.type_keys("qq");
    assert_eq!(again.ended(), 0);
}

/// What was said of the work is gone when it is done, however slow the machine.
#[test]
fn nothing_that_was_said_meanwhile_stays_on_the_screen() {
    let mut run = Run::rashomon(&["report", &ferry()], (80, 24));
    assert_eq!(run.ended(), 0);
    run.until("the report", |screen| !screen.contents().trim().is_empty());
    assert!(!run.screen().contains("gives up"), "{}", run.screen());
}

#[test]
fn on_a_light_ground_the_light_look_is_taken_unless_another_was_asked_for() {
    let blue =
        |screen: &vt100::Screen| (0..24).any(|y| (0..80).any(|x| screen.cell(y, x).unwrap().fgcolor() == vt100::Color::Idx(4)));
    let white = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("q quit");
    assert_eq!(count(&run.output.lock().unwrap().bytes, b"\x1b]11;?\x1b\\"), 1, "the terminal was not asked");
    assert!(!blue(run.output.lock().unwrap().screen.screen()));
    run.type_keys(white);
    run.until("the light look", blue);
    run.type_keys("qq");
    assert_eq!(run.ended(), 0);
    for (arguments, variable) in
        [(vec!["--theme", "dark"], None), (vec![], Some(("NO_COLOR", "1"))), (vec![], Some(("TERM", "linux")))]
    {
        let ferry = ferry();
        let mut command = Run::command(&[&arguments[..], &[ferry.as_str()]].concat());
        if let Some((name, value)) = variable {
            command.env(name, value);
        }
        let mut run = Run::start(command, (80, 24));
        run.until_text("q quit");
        run.type_keys("qq");
        assert_eq!(run.ended(), 0);
        assert_eq!(count(&run.output.lock().unwrap().bytes, b"\x1b]11"), 0, "{arguments:?} {variable:?}");
    }
}
