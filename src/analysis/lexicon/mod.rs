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

/// The words of a block, parted by white space; `_` stands for a space within a word.
pub(crate) fn set(block: &'static str) -> FxHashSet<String> {
    block.split_whitespace().map(|w| w.replace('_', " ")).collect()
}

/// Pairs `key=value` of a block, parted by white space; `_` stands for a space.
pub(crate) fn map(block: &'static str) -> FxHashMap<String, String> {
    block.split_whitespace().filter_map(|w| w.split_once('=')).map(|(k, v)| (k.replace('_', " "), v.replace('_', " "))).collect()
}
