//! Who speaks in what can be read: a report, an article, a statement.
//!
//! In: the items of a sentence. Out: whose a document is, where the sentence says so (`a Gazette article`, `a report by
//! the Harbour Board`, `Roe said in a statement`), and the last one of a kind for `the report says`.

use super::items::{Is, Item};
use super::memory::Speaker;
use super::subjects::Scene;
use crate::analysis::lexicon::common;
use crate::model::FactKind;
use std::ops::Range;

/// What can be read and quoted, by kind: a story and an article may be the same text, a story and a letter not.
const KINDS: [&[&str]; 3] = [
    &["article", "story", "column", "editorial", "piece", "op-ed", "essay"],
    &["report", "study", "survey", "analysis", "paper", "poll", "review", "findings"],
    &["statement", "letter", "memo", "email", "e-mail", "note", "post", "message", "tweet", "release"],
];

/// The kind of document that a word in lower case means.
fn kind(word: &str) -> Option<usize> {
    KINDS.iter().position(|kind| kind.contains(&word))
}

/// The last document of each kind, and whose it is.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    authors: [Option<Speaker>; KINDS.len()],
}

impl Documents {
    /// Remembers the documents whose author a sentence names; `spoken` is who speaks in it.
    pub fn note(&mut self, scene: &Scene, sentence: Range<usize>, text: &str, spoken: Option<&Speaker>) {
        for n in sentence.clone() {
            let Some(kind) = scene.at(n).filter(|i| i.is == Is::Word).and_then(|i| kind(&i.key)) else { continue };
            let author = author(scene, &sentence, n, text).or_else(|| spoken.filter(|_| issued(scene, &sentence, n)).cloned());
            if let (Some(author), Some(slot)) = (author, self.authors.get_mut(kind)) {
                *slot = Some(author);
            }
        }
    }

    /// Whose the document is that a sentence opens with: `A statement by Roe recalled that …`.
    pub fn opening(scene: &Scene, sentence: Range<usize>, text: &str) -> Option<Speaker> {
        let first = sentence.start + usize::from(common::is_determiner(scene.key(sentence.start)));
        kind(scene.key(first))?;
        author(scene, &sentence, first, text)
    }

    /// Whose words a phrase stands for if it means a document: `a Gazette article`, `the report`.
    pub fn author(&self, scene: &Scene, phrase: Range<usize>, text: &str) -> Option<Speaker> {
        // An editorial board is no editorial.
        let head = |n: usize| n + 1 == phrase.end || common::is_preposition(scene.key(n + 1));
        let read = |n: usize| scene.at(n).is_some_and(|i| i.is == Is::Word && kind(&i.key).is_some());
        let document = phrase.clone().find(|&n| read(n) && head(n))?;
        let kind = scene.at(document).and_then(|i| kind(&i.key))?;
        // An analysis by Roe: the name may stand behind the phrase.
        if let Some(author) = author(scene, &(phrase.start..phrase.end + 4), document, text) {
            return Some(author);
        }
        let known = matches!(scene.key(phrase.start), "the" | "that" | "this" | "its") && document + 1 == phrase.end;
        self.authors.get(kind).filter(|_| known).cloned().flatten()
    }
}

/// The author of the document at item `at`, where a name beside it tells.
fn author(scene: &Scene, within: &Range<usize>, at: usize, text: &str) -> Option<Speaker> {
    let name = |n: usize| scene.at(n).filter(|_| within.contains(&n)).and_then(Item::entity);
    let word = |n: usize| within.contains(&n) && scene.at(n).is_some_and(|i| i.is == Is::Word);
    let speaker = |n: usize| {
        let item = scene.at(n)?;
        let entity = item.entity()?;
        let name = scene.entities.get(entity)?.name.clone();
        Some(Speaker { name: Some(name), written: item.span.of(text).to_owned(), entity: Some(entity) })
    };
    // Roe's long letter; a Gazette article. Roe's tax story without the ending is one about Roe.
    let plain = |n: &usize| word(*n) && !common::is_function_word(scene.key(*n)) && !scene.at(*n).is_some_and(Item::like_verb);
    if let Some(possessor) = (within.start..at).rev().take(4).find(|n| !plain(n))
        && scene.at(possessor).is_some_and(|i| i.is == Is::Possessive)
        && let Some(owner) = possessor.checked_sub(1).filter(|&n| name(n).is_some())
    {
        return speaker(owner);
    }
    let body = |n: usize| name(n).is_some_and(|e| scene.is_kind(e, FactKind::Organisation));
    if let Some(owner) = at.checked_sub(1).filter(|&n| body(n)) {
        return speaker(owner);
    }
    // A report by the Harbour Board; a story from the Gazette; the writers of the study, which include the Board.
    // A statement issued on Friday by Roe.
    let aside = |n: usize| {
        let word = scene.key(n);
        common::is_calendar(word) || matches!(word, "on" | "issued" | "released" | "signed" | "published" | "sent" | "posted")
    };
    let at = (at..at + 4).find(|&n| !aside(n + 1)).unwrap_or(at);
    let by = matches!(scene.key(at + 1), "by" | "from");
    let authors = scene.key(at.wrapping_sub(2)) == "of" && matches!(scene.key(at.wrapping_sub(3)), "author" | "authors");
    let include = (at + 1..at + 4).find(|&n| authors && matches!(scene.key(n), "include" | "included" | "including"));
    let from = if by { at + 2 } else { include? + 1 };
    let named = (from..from + 2).find(|&n| name(n).is_some())?;
    (from..named).all(|n| common::is_determiner(scene.key(n))).then(|| speaker(named)).flatten()
}

/// Whether the document at item `at` is where the sentence's speaker says it: `in a statement`, `wrote a letter`.
fn issued(scene: &Scene, sentence: &Range<usize>, at: usize) -> bool {
    let open = (sentence.start..at)
        .rev()
        .take(4)
        .find(|&n| scene.at(n).is_some_and(|i| i.is == Is::Word && (common::is_determiner(&i.key) || &*i.key == "her")));
    open.and_then(|n| n.checked_sub(1)).is_some_and(|n| matches!(scene.key(n), "in" | "by" | "through" | "wrote"))
}
