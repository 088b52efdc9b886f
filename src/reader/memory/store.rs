//! Where memory is kept on the disk: one file for each story in the state folder, written whole at every change, with
//! what other readers of the story wrote into it since.
//!
//! A file that cannot be read as memory is set aside under another name, never written over.

use super::record::{self, Unreadable};
use super::{Kept, Memory, key, merge};
use crate::model::Story;
use crate::reader::disk::{self, Access};
use crate::reader::state::Spot;
use etcetera::BaseStrategy;
use rustix::fs::{FlockOperation, flock};
use std::fs::{self, DirBuilder, File};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A file larger than this is not memory.
const LARGEST: u64 = 16 << 20;

/// How often, and how long apart, a save asks for its turn before it does without: whoever has it may be stopped.
const TURNS: (u32, Duration) = (25, Duration::from_millis(10));

/// The place of one story's memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Store {
    file: PathBuf,
    /// What was marked and noted when the file was last read or written here.
    common: Vec<Kept>,
}

/// What is found when a store is opened.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Opened {
    /// Where to save; none where nothing can be kept.
    pub store: Option<Store>,
    /// What is remembered.
    pub memory: Memory,
    /// What went wrong, for the status line.
    pub message: Option<String>,
}

/// The folder for what programs remember, by the XDG rules; none where the system names no home.
pub fn folder() -> Option<PathBuf> {
    let dirs = etcetera::choose_base_strategy().ok()?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_dir()).join("rashomon"))
}

impl Store {
    /// Opens the memory of a story in a folder, which is made if need be. Damage is no error: it is set aside, and
    /// reading begins afresh.
    pub fn open(folder: &Path, story: &Story) -> Opened {
        let first_run = !folder.exists();
        if let Err(cause) = DirBuilder::new().recursive(true).mode(0o700).create(folder) {
            let message = format!("marks and notes will not be kept: cannot make {}: {cause}", folder.display());
            return Opened { memory: Memory::new(true), message: Some(message), store: None };
        }
        let file = folder.join(format!("{}.json", key::of_story(story)));
        let store = Store { file: file.clone(), common: Vec::new() };
        let afresh = |message: Option<String>| Opened { store: Some(store.clone()), memory: Memory::new(first_run), message };
        let text = match text_of(&file) {
            Ok(text) => text,
            Err(cause) if cause.kind() == ErrorKind::NotFound => return afresh(None),
            Err(cause) if matches!(cause.kind(), ErrorKind::InvalidData | ErrorKind::FileTooLarge) => {
                return afresh(Some(set_aside(&file)));
            }
            Err(cause) => {
                let message = format!("marks and notes will not be kept: cannot read {}: {cause}", file.display());
                return Opened { memory: Memory::default(), message: Some(message), store: None };
            }
        };
        match record::read(story, &text) {
            Ok(memory) => {
                let store = Store { common: memory.kept.clone(), ..store };
                Opened { store: Some(store), memory, message: None }
            }
            Err(Unreadable::Damaged) => afresh(Some(set_aside(&file))),
            Err(Unreadable::Later) => {
                let message = "marks and notes are those of a later version of rashomon; none are kept this time";
                Opened { memory: Memory::default(), message: Some(message.to_owned()), store: None }
            }
        }
    }

    /// Saves what is remembered, with the place where the reader is. What another reader of the story marked or noted
    /// since is taken up into `memory`.
    ///
    /// # Errors
    /// When the file cannot be written; the old one is there still.
    pub fn save(&mut self, story: &Story, memory: &mut Memory, spot: &Spot) -> io::Result<()> {
        let _turn = self.turn();
        // What cannot be read, or is gone, has nothing to add.
        let theirs = text_of(&self.file).ok().and_then(|text| record::read(story, &text).ok());
        if let Some(theirs) = theirs.filter(|theirs| theirs.kept != self.common) {
            memory.kept = merge::merged(&self.common, &memory.kept, &theirs.kept);
        }
        disk::replace(&self.file, record::write(story, memory, spot).as_bytes(), Access::Private)?;
        self.common.clone_from(&memory.kept);
        Ok(())
    }

    /// This reader's turn to read and write the file, until dropped; none where the file system knows no turns.
    fn turn(&self) -> Option<File> {
        let folder = File::open(self.file.parent()?).ok()?;
        for _ in 0..TURNS.0 {
            match flock(&folder, FlockOperation::NonBlockingLockExclusive) {
                Err(rustix::io::Errno::WOULDBLOCK) => std::thread::sleep(TURNS.1),
                Err(_) => return None,
                Ok(()) => return Some(folder),
            }
        }
        None
    }

    /// The file.
    pub fn file(&self) -> &Path {
        &self.file
    }
}

fn text_of(file: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(file)?.take(LARGEST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LARGEST {
        return Err(io::Error::new(ErrorKind::FileTooLarge, "it is too large"));
    }
    Ok(text)
}

/// Puts a damaged file out of the way; what to tell the reader.
fn set_aside(file: &Path) -> String {
    let aside = file.with_extension("json.damaged");
    match fs::rename(file, &aside) {
        Ok(()) => format!("damaged marks and notes were set aside: {}", aside.display()),
        Err(cause) => format!("damaged marks and notes are in {} and cannot be set aside: {cause}", file.display()),
    }
}
