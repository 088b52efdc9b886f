//! Taking away: the clipboard, reports into files, originals in other programs.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/pty.rs"]
mod pty;
mod support;

use pty::{Run, ferry, tempdir};
use rashomon::reader::outside::export::{Form, Written, write};
use rashomon::reader::outside::original::Original;
use rashomon::reader::{Effect, Options, View};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use support::{reading, reading_with, row, text};

#[test]
fn the_forms_of_a_report_and_a_name_of_ones_own() {
    for (key, ending) in [("m", "md"), ("h", "html"), ("j", "json")] {
        let mut session = reading((80, 24));
        session.press(&format!("ez{key}"));
        assert!(row(&session.draw(), 22).contains(&format!("the-ferry-at-skerry-point.{ending}")), "{key}");
        let effects = session.press("<Ctrl-U>mine<Enter>");
        assert!(matches!(&effects[..], [Effect::Export { file, over: false, .. }] if file == "mine"), "{effects:?}");
    }
    let mut session = reading((40, 12));
    session.press("e<Enter>");
    assert!(row(&session.draw(), 11).contains("j JSON"), "it fits, and Enter is no answer: {}", row(&session.draw(), 11));
    session.press("<Esc>em<Ctrl-U><Enter>");
    assert!(session.state.views.is_empty(), "no name, no report");
}

#[test]
fn a_report_is_written_and_nothing_is_written_over_unasked() {
    let folder = tempdir("export");
    let session = reading((80, 24));
    let named = folder.join("r.json").to_string_lossy().into_owned();
    let export = |over| write(&session.story, &session.comparison, Form::Json, &named, over);
    assert_eq!(export(false), Written::To(folder.join("r.json")));
    let report: serde_json::Value = serde_json::from_str(&fs::read_to_string(&named).unwrap()).unwrap();
    assert_eq!(report["claims"].as_array().unwrap().len(), 4);
    fs::write(&named, "mine").unwrap();
    assert_eq!(export(false), Written::Exists);
    assert_eq!(fs::read_to_string(&named).unwrap(), "mine");
    assert_eq!(export(true), Written::To(folder.join("r.json")));
    assert!(fs::read_to_string(&named).unwrap().contains("rashomon.report/1"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn articles_folders_and_places_that_are_not_there_are_refused() {
    let folder = tempdir("refused");
    let mut session = reading((80, 24));
    let article = folder.join("a.txt").to_string_lossy().into_owned();
    fs::write(&article, "an article").unwrap();
    session.story.articles[0].source = article.clone();
    let export = |named: &str| write(&session.story, &session.comparison, Form::Html, named, true);
    for (named, why) in [
        (article.as_str(), "is an article of this story"),
        (folder.to_str().unwrap(), "is a folder"),
        ("/nowhere/at/all/r.html", "cannot be written: no such file or directory"),
    ] {
        assert!(matches!(export(named), Written::Not(said) if said.contains(why)), "{named}");
    }
    assert_eq!(fs::read_to_string(&article).unwrap(), "an article");
}

#[test]
fn a_claim_too_long_to_copy_says_so() {
    let mut session = reading((80, 24));
    session.story.articles[0].passages[3].text.push_str(&" and so on".repeat(10_000));
    let whole = session.story.articles[0].passages[3].whole();
    session.comparison.claims[0].versions[0].place.span = whole;
    assert_eq!(session.press("y"), []);
    assert!(
        row(&session.draw(), 22).contains("too long to copy (100 kB); e writes a report into a file"),
        "{}",
        row(&session.draw(), 22)
    );
}

#[test]
fn the_original_is_that_of_the_row_or_of_the_version_chosen() {
    let mut session = reading((80, 24));
    for (n, article) in session.story.articles.iter_mut().enumerate() {
        article.source = format!("{n}.txt");
        for (p, passage) in article.passages.iter_mut().enumerate() {
            passage.lines = (10 * p + 1, 10 * p + 3);
        }
    }
    let file = |path: &str, line| vec![Effect::Open(Original::File { path: path.to_owned(), line })];
    assert_eq!(session.press("o"), file("0.txt", 31));
    assert_eq!(session.press("vjo"), file("1.txt", 11), "the version chosen among the versions");
    session.press("q");
    assert_eq!(session.press("2go"), file("1.txt", 1));
}

#[test]
fn a_kiosk_refuses_all_that_leaves_it_but_copying() {
    let mut session = reading_with(Options { kiosk: true, ..Options::default() }, (80, 24));
    for (key, why) in [("e", "a kiosk writes no files"), ("o", "a kiosk starts no other programs"), ("<Ctrl-Z>", "not suspended")]
    {
        assert_eq!(session.press(key), [], "{key}");
        assert!(row(&session.draw(), 22).contains(why), "{}", row(&session.draw(), 22));
        assert!(session.state.views.is_empty());
    }
    session.press(":");
    let View::Palette(view) = session.state.view() else { panic!("no palette") };
    let listed: Vec<&str> = view.actions.iter().map(|(action, _)| action.about().name).collect();
    assert!(["export", "original", "suspend"].iter().all(|name| !listed.contains(name)), "{listed:?}");
    assert!(listed.contains(&"copy"));
    session.press("<Esc>?");
    assert!(matches!(&session.press("qy")[..], [Effect::Copy(_)]));
    assert!(!text(&session.draw()).contains("e export"));
}

/// A script that says what it was started with.
fn script(folder: &Path, name: &str, then: &str) -> String {
    let path = folder.join(name);
    let told = folder.join("told");
    fs::write(&path, format!("#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\n{then}\n", told.display())).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_string_lossy().into_owned()
}

#[test]
fn another_program_gets_the_terminal_and_gives_it_back() {
    let folder = tempdir("pager");
    let sources = ferry();
    let mut command = Run::command(&[&sources]);
    command.env("PAGER", script(&folder, "less", "echo LOOKING; read answer; echo \"GOT $answer\""));
    let mut run = Run::start(command, (80, 24));
    run.until_text("Ferry runs aground at Skerry");
    run.type_keys("o");
    run.until_text("LOOKING");
    assert!(!run.output.lock().unwrap().screen.screen().alternate_screen(), "it has the first screen");
    run.type_keys("yes\r");
    run.until("the reader to be back", |screen| screen.alternate_screen() && screen.contents().contains("Ferry"));
    let told = fs::read_to_string(folder.join("told")).unwrap();
    let (line, file) = told.trim_end().split_once('\n').unwrap();
    assert!(line.starts_with('+') && file.starts_with(&sources), "{told}");
    run.type_keys("q");
    assert_eq!(run.ended(), 0);
    run.assert_given_back();
}

#[test]
fn control_c_in_the_other_program_does_not_end_the_reader() {
    let folder = tempdir("interrupted");
    let mut command = Run::command(&[&ferry()]);
    // A shell that had to fork for it could lose the signal on the way.
    command.env("PAGER", script(&folder, "less", "echo LOOKING; exec sleep 60"));
    let mut run = Run::start(command, (80, 24));
    run.until_text("Ferry runs aground at Skerry");
    run.type_keys("o");
    run.until_text("LOOKING");
    run.type_keys("\u{3}");
    run.until("the reader to be back", |screen| screen.alternate_screen() && screen.contents().contains("Ferry"));
    run.type_keys("q");
    assert_eq!(run.ended(), 0);
}

#[test]
fn copying_reaches_the_terminal_as_one_sequence() {
    let mut command = Run::command(&[&ferry()]);
    command.env_remove("TMUX");
    let mut run = Run::start(command, (80, 24));
    run.until_text("Ferry runs aground at Skerry");
    run.type_keys("vy");
    run.until_text("copied");
    let bytes = run.output.lock().unwrap().bytes.clone();
    assert_eq!(pty::count(&bytes, b"\x1b]52;c;"), 1);
    run.type_keys("qq");
    assert_eq!(run.ended(), 0);
}

#[test]
fn a_report_written_from_the_reader_asks_before_it_writes_over() {
    let folder = tempdir("written");
    let file = folder.join("r.md");
    let mut run = Run::rashomon(&[&ferry()], (80, 24));
    run.until_text("Ferry runs aground at Skerry");
    let name = format!("\u{15}{}\r", file.display());
    run.type_keys(&format!("em{name}"));
    run.until_text("written: ");
    assert!(fs::read_to_string(&file).unwrap().starts_with("# "));
    fs::write(&file, "mine").unwrap();
    run.type_keys(&format!("em{name}"));
    run.until_text("write over ");
    run.type_keys("n");
    run.until_text("write to: ");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    run.type_keys("\ry");
    run.until_text("written: ");
    assert!(fs::read_to_string(&file).unwrap().starts_with("# "));
    run.type_keys("q");
    assert_eq!(run.ended(), 0);
}
