//! What is remembered from one reading to the next, and that nothing can damage it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use rashomon::model::{Story, Version};
use rashomon::reader::Session;
use rashomon::reader::memory::{Memory, Opened, Store};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use support::{ferry, golden, reading, row, text};

/// A folder that is gone after the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("rashomon-memory-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn open(folder: &Path) -> (Store, Memory, Option<String>) {
    let Opened { store, memory, message } = Store::open(folder, &ferry());
    (store.expect("a store"), memory, message)
}

/// A session in which two claims were marked and one has a note.
fn marked() -> Session {
    let mut session = reading((80, 24));
    session.press("mnmaask the harbour office<Enter>]");
    session
}

/// Saves as a reader does that opened the store as it is.
fn save(store: &Store, session: &Session) {
    let mut memory = session.memory.clone();
    store.clone().save(&session.story, &mut memory, &session.spot()).unwrap();
}

/// A session in which what the folder remembers was taken up.
fn again(folder: &Path, size: (u16, u16)) -> Session {
    let mut session = reading(size);
    session.remember(open(folder).1);
    session
}

#[test]
fn marks_notes_and_the_place_come_back() {
    let folder = Folder::new("round");
    let before = marked();
    save(&open(&folder.0).0, &before);
    let mut session = again(&folder.0, (80, 24));
    assert_eq!(session.memory.kept, before.memory.kept);
    assert_eq!(session.memory.kept[1].note, "ask the harbour office");
    assert_eq!((session.spot(), session.state.focus), (before.spot(), 1));
    assert!(row(&session.draw(), 22).contains("where you left off; Ctrl-O goes to the first screen"));
    session.press("<Ctrl-O>");
    assert_eq!(session.spot(), reading((80, 24)).spot());
    let other = again(&folder.0, (40, 12));
    assert_eq!(other.claim_in_hand().unwrap().label, "The damage is £8 million", "on another screen too");
}

#[test]
fn a_claim_is_marked_where_its_absence_is_shown() {
    let mut session = reading((80, 24));
    session.press("n}m");
    assert!(row(&session.draw(), 1).contains("Not in"), "{}", row(&session.draw(), 1));
    assert_eq!(session.memory.kept.len(), 1);
    session.press("m");
    assert!(session.memory.kept.is_empty());
}

#[test]
fn a_story_is_known_by_its_content() {
    let folder = Folder::new("content");
    let before = marked();
    save(&open(&folder.0).0, &before);
    let mut moved = ferry();
    moved.articles.iter_mut().for_each(|a| a.source = format!("/elsewhere/{}", a.source));
    moved.articles.reverse();
    let memory = Store::open(&folder.0, &moved).memory;
    let texts = |story: &Story, memory: &Memory| -> Vec<String> {
        memory.kept.iter().flat_map(|k| k.places.iter().map(|p| story.text(p).to_owned())).collect()
    };
    assert_eq!(texts(&moved, &memory), texts(&before.story, &before.memory));
    assert_eq!(memory.position.unwrap().focus, 3, "Evening Bell is now the fourth");
    let mut other = ferry();
    other.articles[0].passages[1].text.push('!');
    assert!(Store::open(&folder.0, &other).memory.kept.is_empty());
}

#[test]
fn a_mark_outlives_another_grouping_of_claims() {
    let folder = Folder::new("grouping");
    save(&open(&folder.0).0, &marked());
    let mut session = again(&folder.0, (80, 24));
    session.comparison.claims.remove(1);
    let version: Version = session.comparison.claims[0].versions[2].clone();
    session.comparison.claims[1].versions.push(version);
    let labels: Vec<String> =
        session.memory.kept.iter().map(|k| session.comparison.claims[k.found(&session).unwrap().claim].label.clone()).collect();
    assert_eq!(labels, ["“We will not rest until we know why this happened”", "The damage is £8 million"]);
    session.comparison.claims.clear();
    session.press("'j<Enter>");
    assert!(text(&session.draw()).contains("no outlet is linked to it at this bar"));
    assert_eq!(session.state.focus, 0, "the place is there still");
}

#[test]
fn damage_is_set_aside_and_said() {
    for damage in ["", "{", "[]", "\u{0}\u{1}", "{\"schema\":\"rashomon.story/1\"}", "{\"schema\":\"rashomon.memory/1\"}"] {
        let folder = Folder::new("damage");
        let store = open(&folder.0).0;
        std::fs::write(store.file(), damage).unwrap();
        let (store, memory, message) = open(&folder.0);
        let aside = store.file().with_extension("json.damaged");
        assert!(message.unwrap().contains("damaged"), "{damage:?}");
        assert_eq!(std::fs::read_to_string(aside).unwrap(), damage);
        assert_eq!(memory, Memory::default());
        save(&store, &marked());
        assert_eq!(again(&folder.0, (80, 24)).memory.kept.len(), 2, "and reading goes on");
    }
    let folder = Folder::new("bytes");
    let store = open(&folder.0).0;
    std::fs::write(store.file(), [0xff, 0xfe, 0x00]).unwrap();
    assert!(open(&folder.0).2.unwrap().contains("damaged"));
}

#[test]
fn places_that_the_story_does_not_have_are_left_out() {
    let folder = Folder::new("places");
    let store = open(&folder.0).0;
    save(&store, &marked());
    let written = std::fs::read_to_string(store.file()).unwrap();
    for (from, to) in
        [("\"passage\": ", "\"passage\": 9999"), ("\"end\": ", "\"end\": 99999"), ("\"start\": ", "\"start\": 77777")]
    {
        std::fs::write(store.file(), written.replace(from, to)).unwrap();
        let mut session = again(&folder.0, (80, 24));
        assert!(session.memory.kept.is_empty(), "{to}");
        session.press("jjGg'n");
        session.draw();
    }
    std::fs::write(store.file(), written.replace("\"row\": ", "\"row\": 99999999")).unwrap();
    again(&folder.0, (80, 24)).draw();
}

#[test]
fn what_a_later_version_wrote_is_left_alone() {
    let folder = Folder::new("later");
    let store = open(&folder.0).0;
    let later = "{\"schema\":\"rashomon.memory/2\",\"kept\":7}";
    std::fs::write(store.file(), later).unwrap();
    let opened = Store::open(&folder.0, &ferry());
    assert!(opened.store.is_none() && opened.message.unwrap().contains("later version"));
    assert_eq!(std::fs::read_to_string(store.file()).unwrap(), later);
}

#[test]
fn the_first_reading_is_known_as_such_once() {
    let folder = Folder::new("first");
    assert!(open(&folder.0).1.first_run());
    assert!(!open(&folder.0).1.first_run());
    assert!(!reading((80, 24)).memory.first_run(), "tests and pictures are nobody's first reading");
}

#[test]
fn a_folder_that_cannot_be_made_is_said() {
    let folder = Folder::new("blocked");
    std::fs::write(&folder.0, "a file").unwrap();
    let opened = Store::open(&folder.0.join("state"), &ferry());
    assert!(opened.store.is_none() && opened.message.unwrap().contains("will not be kept"));
    let _ = std::fs::remove_file(&folder.0);
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_notes() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("private");
    let store = open(&folder.0).0;
    save(&store, &marked());
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(store.file()), mode(&folder.0)), (0o600, 0o700));
}

/// Not a test: what `killed_at_any_time_the_memory_is_whole` starts and kills.
#[test]
#[ignore = "saves for ever"]
fn saving_for_ever() {
    let Some(folder) = std::env::var_os("RASHOMON_TEST_SAVES_TO") else { return };
    let store = open(Path::new(&folder)).0;
    let session = marked();
    loop {
        save(&store, &session);
    }
}

#[test]
fn killed_at_any_time_the_memory_is_whole() {
    let folder = Folder::new("killed");
    save(&open(&folder.0).0, &marked());
    for round in 0..12 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "saving_for_ever", "--ignored"])
            .env("RASHOMON_TEST_SAVES_TO", &folder.0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(120 + round * 7));
        child.kill().unwrap();
        child.wait().unwrap();
        let (_, memory, message) = open(&folder.0);
        assert_eq!((memory.kept.len(), message), (2, None), "after round {round}");
    }
}

#[test]
fn two_readers_of_one_story_keep_what_both_mark() {
    let folder = Folder::new("two");
    let start = |keys: &str| {
        let mut session = reading((80, 24));
        let (store, memory, _) = open(&folder.0);
        session.remember(memory);
        session.press(keys);
        (store, session)
    };
    let go_on = |(store, session): &mut (Store, Session), keys: &str| {
        session.press(keys);
        let spot = session.spot();
        store.save(&session.story, &mut session.memory, &spot).unwrap();
        session.memory.kept.iter().map(|k| (k.marked, k.note.clone())).collect::<Vec<_>>()
    };
    let (mut one, mut other) = (start(""), start(""));
    let plain = |note: &str| (note.is_empty(), note.to_owned());
    assert_eq!(go_on(&mut one, "m"), [plain("")]);
    assert_eq!(go_on(&mut other, "nnaask twice<Enter>").len(), 2, "the other one sees the mark");
    assert_eq!(go_on(&mut one, ""), [plain(""), plain("ask twice")], "and the first one the note");
    assert_eq!(go_on(&mut one, "m"), [plain("ask twice")]);
    assert_eq!(go_on(&mut other, ""), [plain("ask twice")], "a mark that was taken away does not come back");
    assert_eq!(again(&folder.0, (80, 24)).memory.kept.len(), 1);
    std::fs::remove_file(other.0.file()).unwrap();
    assert_eq!(go_on(&mut other, ""), [plain("ask twice")], "nor does a file that is gone take anything along");
}

#[test]
fn a_failed_save_leaves_the_old_file() {
    let folder = Folder::new("failed");
    let store = open(&folder.0).0;
    save(&store, &marked());
    std::fs::remove_dir_all(&folder.0).unwrap();
    let mut session = marked();
    let spot = session.spot();
    assert!(store.clone().save(&session.story, &mut session.memory, &spot).is_err());
}

#[test]
fn frames_of_marks_and_notes() {
    for size in [(80, 24), (40, 12)] {
        let mut session = reading(size);
        session.press("mnmaask the harbour office");
        golden(&format!("note-typed-{}x{}", size.0, size.1), &session);
        session.press("<Enter><Ctrl-L>");
        golden(&format!("noted-{}x{}", size.0, size.1), &session);
        session.press("v");
        assert!(text(&session.draw()).contains("marked · note: ask the harbour office"));
        session.press("q'");
        golden(&format!("marked-{}x{}", size.0, size.1), &session);
    }
}

#[test]
fn an_empty_note_is_none_and_a_note_given_up_changes_nothing() {
    let mut session = reading((80, 24));
    session.press("a  <Enter>");
    assert!(session.memory.kept.is_empty());
    session.press("afirst<Enter>a second<Esc>");
    assert_eq!(session.memory.kept[0].note, "first");
    session.press("m");
    assert!(session.memory.kept[0].marked && session.memory.kept[0].note == "first");
    session.press("m");
    assert_eq!(session.memory.kept.len(), 1, "the note stays when the mark goes");
    session.press("a<Ctrl-U><Enter>");
    assert!(session.memory.kept.is_empty());
}
