//! General word lists of English news: verbs of saying, titles and roles, first names, countries and their peoples,
//! common words. Facts of the language, nothing of any story.
//!
//! In: a word in lower case. Out: what the lists know of it.

pub mod common;
pub mod organisations;
pub mod people;
pub mod places;
pub mod saying;
pub mod speaking;
pub mod tokens;

use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// Words of a list. A run that reads five articles spends more on its lists than on the articles, if every word is copied.
pub(crate) type Set = FxHashSet<Cow<'static, str>>;

/// What words of a list stand for.
pub(crate) type Map = FxHashMap<Cow<'static, str>, Cow<'static, str>>;

/// Bytes of a block for each of its words, about.
const BYTES_A_WORD: usize = 7;

/// The words of a block, parted by spaces; `_` stands for a space within a word.
pub(crate) fn set(block: &'static str) -> Set {
    let mut words = Set::with_capacity_and_hasher(block.len() / BYTES_A_WORD, Default::default());
    words.extend(words_of(block).map(spaced));
    words
}

/// Pairs `key=value` of a block, parted by spaces; `_` stands for a space.
pub(crate) fn map(block: &'static str) -> Map {
    words_of(block).filter_map(|w| w.split_once('=')).map(|(k, v)| (spaced(k), spaced(v))).collect()
}

/// The words of a block.
pub(crate) fn words_of(block: &'static str) -> impl Iterator<Item = &'static str> {
    block.split(' ').filter(|word| !word.is_empty())
}

fn spaced(word: &'static str) -> Cow<'static, str> {
    if word.contains('_') { Cow::Owned(word.replace('_', " ")) } else { Cow::Borrowed(word) }
}
