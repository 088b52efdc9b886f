//! Writing files so that at every moment the old or the new content is there whole, whatever kills the program.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Its owner alone.
    Private,
    /// Whoever the system lets.
    Usual,
}

/// Puts content in the place of a file, or makes the file: written beside it, brought to the disk, then renamed.
///
/// # Errors
/// When the folder cannot be written to or the disk is full; the file is as it was then.
pub fn replace(path: &Path, content: &[u8], access: Access) -> io::Result<()> {
    // A link stays a link: the file that it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let beside = beside(&path)?;
    let done = write(&beside, content, access).and_then(|()| fs::rename(&beside, &path));
    if done.is_err() {
        // What is left of the attempt is of no use; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&beside);
    }
    done?;
    // Not every file system lets a folder be brought to the disk; the rename itself is done.
    if let Some(Ok(folder)) = path.parent().map(File::open) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// A name of this process's own in the same folder.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "it is no file name"))?;
    Ok(path.with_file_name(format!(".{}.{}.new", name.to_string_lossy(), std::process::id())))
}

fn write(path: &Path, content: &[u8], access: Access) -> io::Result<()> {
    let mode = if access == Access::Private { 0o600 } else { 0o666 };
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(mode).open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Makes a file that is not there yet.
///
/// # Errors
/// `AlreadyExists` where it is there; else as for [`replace`].
pub fn create(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let done = file.write_all(content).and_then(|()| file.sync_all());
    if done.is_err() {
        let _ = fs::remove_file(path);
    }
    done
}
