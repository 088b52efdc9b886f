//! Speech told from titles of works and from words held at arm's length.
//!
//! In: a quoted run and the text around it. Out: whether it is no speech.

use super::pairs::Run;
use crate::model::PassageKind;

/// Titles of works are seldom longer, in words.
pub const LONGEST_TITLE: usize = 12;

/// Words after which quoted words are a name, a title or a nickname.
const NAMING: [&str; 24] = [
    "so-called",
    "titled",
    "entitled",
    "headlined",
    "nicknamed",
    "subtitled",
    "named",
    "film",
    "movie",
    "book",
    "song",
    "album",
    "show",
    "series",
    "novel",
    "program",
    "programme",
    "play",
    "memoir",
    "documentary",
    "hit",
    "single",
    "podcast",
    "musical",
];

/// Whether a quoted run is no speech.
pub fn is_scare(text: &str, run: &Run, kind: PassageKind) -> bool {
    if !run.closed {
        return false;
    }
    let words: Vec<&str> = run.inner.of(text).split_whitespace().collect();
    let before = text.get(..run.outer.start).unwrap_or("").trim_end();
    let ends_speech = run.inner.of(text).ends_with([',', '.', '?', '!', '—', '–', '…']);
    let introduced = before.ends_with([':', ',']);
    let last = last_word(before);
    let starts = before.is_empty() || before.ends_with(['.', '?', '!', '”', '"', '’']);
    if words.len() <= 2 {
        return !(introduced || (ends_speech && starts));
    }
    if kind == PassageKind::Headline || words.len() > LONGEST_TITLE || introduced || starts {
        return false;
    }
    let named = NAMING.contains(&last.as_str());
    named && title_case(&words)
}

/// The last word of a text, in lower case; of a giant one its last letters.
fn last_word(text: &str) -> String {
    let backwards: Vec<char> = text.chars().rev().take(24).take_while(|c| !c.is_whitespace()).collect();
    backwards.into_iter().rev().flat_map(char::to_lowercase).collect()
}

/// Whether all words of weight begin with a capital.
fn title_case(words: &[&str]) -> bool {
    let mut weighty = words.iter().filter(|w| w.chars().count() > 3).peekable();
    weighty.peek().is_some() && weighty.all(|w| w.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase()))
}
