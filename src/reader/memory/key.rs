//! By what a story and its articles are known again: their content, wherever the files lie and in whatever order they
//! are given. The same text gives the same key with every version of the program.

use crate::model::{Article, Story};

/// FNV-1a with 128 bits (Fowler, Noll, Vo): short, the same everywhere, wide enough that two stories do not meet.
struct Fnv(u128);

impl Fnv {
    fn new() -> Fnv {
        Fnv(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(0x0100_0000_0000_0000_0000_013b);
    }

    /// A text, and a byte after it that no text has.
    fn text(&mut self, text: &str) {
        text.bytes().for_each(|b| self.byte(b));
        self.byte(0xff);
    }

    fn hex(&self) -> String {
        format!("{:032x}", self.0)
    }
}

/// The key of an article: its outlet and its text.
pub fn of_article(article: &Article) -> String {
    let mut hash = Fnv::new();
    hash.text(&article.outlet);
    article.passages.iter().for_each(|p| hash.text(&p.text));
    hash.hex()
}

/// The key of a story: its articles in any order.
pub fn of_story(story: &Story) -> String {
    let mut articles: Vec<String> = story.articles.iter().map(of_article).collect();
    articles.sort_unstable();
    let mut hash = Fnv::new();
    articles.iter().for_each(|key| hash.text(key));
    hash.hex()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Passage, PassageKind};

    fn article(outlet: &str, texts: &[&str]) -> Article {
        let passage =
            |text: &&str| Passage { kind: PassageKind::Paragraph, speaker: None, lines: (0, 0), text: (*text).to_owned() };
        Article { outlet: outlet.to_owned(), passages: texts.iter().map(passage).collect(), ..Article::default() }
    }

    fn key(articles: &[Article]) -> String {
        of_story(&Story { articles: articles.to_vec(), ..Story::default() })
    }

    #[test]
    fn the_hash_is_the_published_one() {
        let mut hash = Fnv::new();
        "a".bytes().for_each(|b| hash.byte(b));
        assert_eq!(hash.hex(), "d228cb696f1a8caf78912b704e4a8964");
    }

    #[test]
    fn content_alone_makes_the_key() {
        let (a, b) = (article("Bell", &["one", "two"]), article("Post", &["three"]));
        let moved = Article { source: "elsewhere.txt".to_owned(), id: "x".to_owned(), ..a.clone() };
        assert_eq!(key(&[a.clone(), b.clone()]), key(&[b.clone(), moved]));
        assert_ne!(key(&[a.clone(), b.clone()]), key(std::slice::from_ref(&a)));
        assert_ne!(key(&[a]), key(&[article("Bell", &["onetwo"])]));
        assert_ne!(key(&[article("Bell", &["x"])]), key(&[article("Post", &["x"])]));
    }
}
