//! A folder of files that is gone after the test, and what is read from it.
#![allow(dead_code)]

use rashomon::error::Error;
use rashomon::ingest::{self, Options};
use rashomon::model::{Article, PassageKind, Story};
use std::path::PathBuf;

/// A folder of its own, gone at the end.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let path = std::env::temp_dir().join(format!("rashomon-ingest-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        for (file, bytes) in files {
            let file = path.join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
        Folder(path)
    }

    pub fn path(&self) -> String {
        self.0.to_string_lossy().into_owned()
    }

    pub fn file(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }

    pub fn load(&self) -> Story {
        load(&[self.path()]).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn load(sources: &[String]) -> Result<Story, Error> {
    ingest::load(sources, &Options::default())
}

/// One article from one text file.
pub fn read(test: &str, text: &str) -> Article {
    Folder::new(test, &[("example.txt", text.as_bytes())]).load().articles.remove(0)
}

pub fn texts(article: &Article, kind: PassageKind) -> Vec<&str> {
    article.passages.iter().filter(|p| p.kind == kind).map(|p| p.text.as_str()).collect()
}

/// The text of a page with every kind of dirt.
pub const PAGE: &str = "Accessibility links

Breaking News

Bridge Shut After Storm, Mayor Says
Bridge Closed After Storm, Mayor Says

By Jane Roe
24/03/2017


The mayor inspects the old harbour bridge on March 24.
The mayor inspects the old harbour bridge on March 24.

*\"We will not take any risk with people's lives,\"* the mayor told reporters.

Read more [Ferry runs aground in fog](#)

*“The storm was worse than anything we have seen, and we must mend what it broke before the next storm in*

autumn.”

The city lost &pound;8million, or Â£9 a head, the treasurer said. It canâ€™t pay <b>that</b> at once.

'A Hard Week'

Nine ferries will carry the traffic of the bridge until it is open again, the harbour office said on Friday.

Mayor Mary Major (right) with the treasurer at the bridge this morning

With reporting by AFP and Example News
  • 16x9 Image

    Example Radio journalists report the news in ten countries. We tell what others do not.

Example Radio was banned in Ruritania.

To find out more, click here.
";
