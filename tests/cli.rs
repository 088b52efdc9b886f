//! The command line from outside: exit codes, messages, pipes, files, odd names, kiosks.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const BRIDGE: &str = "Council votes for a second bridge\n\nThe council of Harwick voted on Monday for a second bridge over the \
river Ore.\n\n\"We have waited forty years for this bridge, and we will wait no longer,\" said Mayor Anna Lindqvist.\n\nThe \
bridge will cost 12 million euros and be finished in 2031.\n";
const RIVER: &str = "Harwick decides on river crossing\n\nHarwick's council decided on Monday to build a second bridge over the \
Ore.\n\nMayor Anna Lindqvist said: \"We have waited forty years for this bridge and will wait no longer.\"\n\nFishermen were \
not heard.\n";

/// A fresh folder for one test, with two articles in it.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("echo.txt"), BRIDGE).unwrap();
    std::fs::write(folder.join("star.txt"), RIVER).unwrap();
    folder
}

/// The program, started in a folder, with no settings but those in it.
fn program<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rashomon"));
    command.current_dir(folder).args(arguments).stdin(Stdio::null());
    command.env("XDG_CONFIG_HOME", folder.join("config")).env("XDG_STATE_HOME", folder.join("state")).env("HOME", folder);
    command.env_remove("RASHOMON_KIOSK");
    command
}

/// What it prints, says and returns.
fn run<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> (i32, String, String) {
    told(program(folder, arguments).output().unwrap())
}

fn told(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

/// Whether a text could steer a terminal.
fn steers(text: &str) -> bool {
    text.chars().any(|c| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c))
}

#[test]
fn without_a_terminal_the_text_report_is_printed() {
    let folder = folder("no-terminal");
    let (code, out, said) = run(&folder, &["echo.txt", "star.txt"]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert_eq!((code, out, said), run(&folder, &["report", "echo.txt", "star.txt"]));
}

#[test]
fn every_format_is_written_and_a_files_ending_chooses_one() {
    let folder = folder("formats");
    for (format, begins) in [("text", "Council"), ("markdown", "# "), ("html", "<!doctype html>"), ("json", "{")] {
        let (code, out, said) = run(&folder, &["report", "--format", format, "echo.txt", "star.txt"]);
        assert_eq!((code, said.as_str()), (0, ""), "{format}");
        assert!(out.starts_with(begins) && out.ends_with('\n'), "{format}: {out}");
    }
    for (file, begins) in [("r.json", "{"), ("r.html", "<!doctype"), ("r.md", "# "), ("r.txt", "Council"), ("r", "Council")] {
        let (code, out, _) = run(&folder, &["report", "-o", file, "echo.txt", "star.txt"]);
        assert_eq!((code, out.as_str()), (0, ""));
        assert!(std::fs::read_to_string(folder.join(file)).unwrap().starts_with(begins), "{file}");
    }
    let (code, out, _) = run(&folder, &["report", "-o", "-", "-f", "json", "echo.txt", "star.txt"]);
    assert!(code == 0 && out.starts_with('{'));
}

#[test]
fn wrong_usage_is_two_and_says_what_is_right() {
    let folder = folder("usage");
    for (arguments, hint) in [
        (vec!["report", "--format", "pdf", "echo.txt"], "[possible values: text, markdown, html, json]"),
        (vec!["--bar", "1.5", "echo.txt"], "from 0 to 1"),
        (vec!["--bar", "NaN", "echo.txt"], "from 0 to 1"),
        (vec!["--colour"], "--help"),
        (vec!["claim"], "<N>"),
        (vec!["claim", "one", "echo.txt"], "N"),
        (vec!["completions", "cobol"], "bash"),
        (vec!["--kiosk", "report", "--output", "x.txt", "echo.txt"], "writes no files"),
        (vec!["pack", "--output", "x.txt", "echo.txt", "--kiosk"], "writes no files"),
        (vec!["--theme", "neon", "echo.txt"], "colour-blind"),
    ] {
        let (code, out, said) = run(&folder, &arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {said}");
        assert!(said.contains(hint), "{arguments:?}: {said}");
    }
    assert!(!folder.join("x.txt").exists());
}

#[test]
fn what_cannot_be_read_is_one_and_named() {
    let folder = folder("unreadable");
    let (code, out, said) = run(&folder, &["report", "nowhere.txt"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(said.contains("nowhere.txt"), "{said}");
    std::fs::create_dir(folder.join("empty")).unwrap();
    let (code, _, said) = run(&folder, &["report", "empty"]);
    assert!(code == 1 && said.starts_with("rashomon: "), "{said}");
    std::fs::write(folder.join("nothing.txt"), "").unwrap();
    assert_eq!(run(&folder, &["report", "nothing.txt"]).0, 1);
}

#[test]
fn one_bad_source_among_good_ones_is_a_warning_there_and_in_the_report() {
    let folder = folder("warning");
    let (code, out, said) = run(&folder, &["report", "echo.txt", "nowhere.txt", "star.txt"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("warning") && said.contains("nowhere.txt"), "{said}");
    assert!(out.contains("nowhere.txt") && out.contains("Lindqvist"), "{out}");
}

#[test]
fn what_cannot_be_written_is_one_and_no_source_is_written_over() {
    let folder = folder("unwritable");
    let (code, _, said) = run(&folder, &["report", "-o", "nowhere/r.txt", "echo.txt", "star.txt"]);
    assert!(code == 1 && said.contains("nowhere/r.txt"), "{said}");
    let (code, _, said) = run(&folder, &["report", "-o", "./star.txt", "echo.txt", "star.txt"]);
    assert!(code == 1 && said.contains("one of the sources"), "{said}");
    assert_eq!(std::fs::read_to_string(folder.join("star.txt")).unwrap(), RIVER);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let folder = folder("full");
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = program(&folder, &["report", "echo.txt", "star.txt"]).stdout(full).output().unwrap();
    let (code, _, said) = told(output);
    assert!(code == 1 && said.contains("standard output"), "{code} {said}");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = folder("pipe");
    let long: String = (0..4000).map(|n| format!("The {n}th stone of the bridge was laid by hand.\n\n")).collect();
    std::fs::write(folder.join("long.txt"), long).unwrap();
    let mut child = program(&folder, &["report", "--format", "json", "long.txt", "star.txt"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let (code, _, said) = told(child.wait_with_output().unwrap());
    assert_eq!((code, said.as_str()), (0, ""));
}

#[test]
fn standard_input_is_a_source() {
    let folder = folder("stdin");
    let mut child = program(&folder, &["report", "-", "star.txt"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(BRIDGE.as_bytes()).unwrap();
    let (code, out, _) = told(child.wait_with_output().unwrap());
    assert!(code == 0 && out.contains("12 million") | out.contains("2 articles"), "{out}");
}

#[test]
fn folders_are_read_and_those_inside_only_if_asked() {
    let folder = folder("folders");
    std::fs::create_dir(folder.join("inner")).unwrap();
    std::fs::rename(folder.join("star.txt"), folder.join("inner/star.txt")).unwrap();
    std::fs::write(folder.join("post.txt"), RIVER).unwrap();
    let articles = |arguments: &[&str]| {
        let (code, out, said) = run(&folder, arguments);
        assert_eq!(code, 0, "{said}");
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        report["articles"].as_array().unwrap().len()
    };
    assert_eq!(articles(&["report", "--format", "json", "."]), 2);
    assert_eq!(articles(&["report", "--format", "json", "--recursive", "."]), 3);
}

#[test]
fn a_command_wins_over_a_folder_of_its_name() {
    let folder = folder("report-folder");
    std::fs::create_dir(folder.join("report")).unwrap();
    for name in ["echo.txt", "star.txt"] {
        std::fs::rename(folder.join(name), folder.join("report").join(name)).unwrap();
    }
    let (code, out, _) = run(&folder, &["./report"]);
    assert!(code == 0 && out.contains("Lindqvist"), "{out}");
    let (code, again, _) = run(&folder, &["report", "./report"]);
    assert_eq!((code, again), (0, out));
}

#[cfg(unix)]
#[test]
fn odd_names_reach_no_terminal_raw() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder("odd");
    let odd = "st\u{1b}[31mar\u{202e} \u{9b}2J\n.txt";
    std::fs::write(folder.join(odd), RIVER).unwrap();
    for format in ["text", "markdown", "html", "json"] {
        let (code, out, said) = run(&folder, &["report", "--format", format, "echo.txt", odd]);
        assert_eq!(code, 0, "{said}");
        assert!(!steers(&out) && !steers(&said), "{format}: {out:?} {said:?}");
    }
    for arguments in
        [["report", "no\u{1b}]0;x\u{7}"], ["claim", "\u{1b}[31m"], ["--th\u{1b}[31m", "x"], ["report", "--format=\u{1b}c"]]
    {
        let (code, _, said) = run(&folder, &arguments);
        assert!(code > 0 && !said.is_empty() && !steers(&said), "{arguments:?}: {said:?}");
    }
    let (code, _, said) = run(&folder, &[OsStr::new("report"), OsStr::from_bytes(b"a\xff\x1b[31m.txt")]);
    assert!(code > 0 && !said.is_empty() && !steers(&said), "{said:?}");
}

#[test]
fn a_packed_story_opens_again_as_the_same_story() {
    let folder = folder("pack");
    let (code, packed, said) = run(&folder, &["pack", "A. Echo=echo.txt", "star.txt"]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert_eq!(run(&folder, &["pack", "-o", "story.json", "star.txt", "A. Echo=echo.txt"]).0, 0);
    assert_eq!(std::fs::read_to_string(folder.join("story.json")).unwrap(), packed);
    assert_eq!(run(&folder, &["pack", "story.json"]).1, packed);
    assert_eq!(run(&folder, &["coverage", "story.json"]).1, run(&folder, &["coverage", "A. Echo=echo.txt", "star.txt"]).1);
    assert!(run(&folder, &["quotes", "story.json"]).1.contains("A. Echo"));
}

#[test]
fn without_a_source_the_bundled_story_is_taken() {
    let folder = folder("bundled");
    let (code, out, said) = run::<&str>(&folder, &[]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert!(out.contains("5 articles by 5 outlets") && out.contains("Digest"), "{out}");
    assert_eq!(run(&folder, &["report"]).1, out);
}

#[test]
fn unknown_claims_outlets_and_speakers_are_told_what_there_is() {
    let folder = folder("unknown");
    for (arguments, hint) in [
        (["claim", "9999"], "there "),
        (["claim", "0"], "there "),
        (["absent", "Gazette"], "Echo and Star"),
        (["quotes", "--speaker=Nobody"], "Lindqvist"),
    ] {
        let (code, out, said) = run(&folder, &[arguments[0], arguments[1], "echo.txt", "star.txt"]);
        assert_eq!((code, out.as_str()), (1, ""), "{arguments:?}");
        assert!(said.contains(hint), "{arguments:?}: {said}");
    }
}

#[test]
fn plain_answers_name_claim_outlet_place_and_words() {
    let folder = folder("plain");
    let ask = |arguments: &[&str]| {
        let (code, out, said) = run(&folder, &[arguments, &["echo.txt", "star.txt"]].concat());
        assert_eq!((code, said.as_str()), (0, ""), "{arguments:?}");
        out
    };
    let claim = ask(&["claim", "1"]);
    for part in ["Claim 1 of", "Version 1 of 2: ", "Place: ", "echo.txt", "Text: ", "linked"] {
        assert!(claim.contains(part), "{part}: {claim}");
    }
    assert!(ask(&["coverage"]).contains("Claim 1: "));
    assert!(ask(&["quotes"]).contains("waited forty years"));
    let absent = ask(&["absent", "STAR"]);
    assert!(absent.starts_with("Star lacks 0 of"), "{absent}");
    assert_eq!(absent, ask(&["absent", "sta"]));
}

#[test]
fn the_bar_decides_how_many_claims_there_are() {
    let folder = folder("bar");
    let claims = |bar: &str| {
        let (code, out, _) = run(&folder, &["report", "--format", "json", "--bar", bar, "echo.txt", "star.txt"]);
        assert_eq!(code, 0);
        let report: serde_json::Value = serde_json::from_str(&out).unwrap();
        report["claims"].as_array().unwrap().len()
    };
    assert!(claims("0.1") >= 1);
    assert_eq!(claims("1"), 0);
}

#[test]
fn a_kiosk_by_environment_cannot_be_undone_and_writes_nothing() {
    let folder = folder("kiosk");
    let kiosk = |value: &str| {
        let mut command = program(&folder, &["report", "--output", "x.txt", "echo.txt", "star.txt"]);
        told(command.env("RASHOMON_KIOSK", value).output().unwrap())
    };
    for value in ["1", "yes", "false"] {
        let (code, _, said) = kiosk(value);
        assert!(code == 2 && said.contains("kiosk"), "{value}: {said}");
        assert!(!folder.join("x.txt").exists());
    }
    let mut printed = program(&folder, &["report", "echo.txt", "star.txt"]);
    let (code, out, _) = told(printed.env("RASHOMON_KIOSK", "1").output().unwrap());
    assert!(code == 0 && out.contains("Lindqvist"));
    assert_eq!(kiosk("0").0, 0);
    assert!(folder.join("x.txt").exists());
}

#[test]
fn settings_are_read_and_their_mistakes_named_together() {
    let folder = folder("settings");
    let file = folder.join("config/rashomon/config.toml");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    let (code, out, said) = run(&folder, &["config"]);
    assert!(
        code == 0
            && said.is_empty()
            && out.contains("not there")
            && out.contains(&format!("bar = {}", rashomon::analysis::DEFAULT_BAR)),
        "{out}"
    );
    std::fs::write(&file, "bar = 1.0\n").unwrap();
    assert!(run(&folder, &["config"]).1.contains("# settings file, line 1"));
    assert!(run(&folder, &["config", "--bar=0.2"]).1.contains("# command line"));
    let none = run(&folder, &["coverage", "echo.txt", "star.txt"]);
    assert!(none.1.contains("0 shared claims"), "{}", none.1);
    std::fs::write(&file, "bar = 7\nmouse = true\ncolor = \"\u{9b}\"\n[keys]\ndown = 3\n").unwrap();
    let (code, out, said) = run(&folder, &["config"]);
    assert_eq!(code, 1);
    for part in ["line 1: bar", "line 3", "line 5"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(
        out.contains("mouse = true") && out.contains(&format!("bar = {}", rashomon::analysis::DEFAULT_BAR)) && !steers(&said),
        "{out}"
    );
    let (code, out, said) = run(&folder, &["report", "echo.txt", "star.txt"]);
    assert!(code == 0 && out.contains("Lindqvist") && said.contains("warning") && said.contains("line 5"), "{said}");
}

#[test]
fn help_version_manual_and_completions_are_printed() {
    let folder = folder("help");
    let out = |arguments: &[&str]| {
        let (code, out, said) = run(&folder, arguments);
        assert_eq!((code, said.as_str()), (0, ""), "{arguments:?}");
        out
    };
    assert!(out(&["--help"]).contains("Exit codes: 0 done; 1"));
    assert!(out(&["-h"]).contains("report"));
    assert_eq!(out(&["--version"]), format!("rashomon {}\n", env!("CARGO_PKG_VERSION")));
    assert!(out(&["man"]).starts_with(".ie") || out(&["man"]).contains(".TH rashomon"));
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(out(&["completions", shell]).contains("report"), "{shell}");
    }
}
