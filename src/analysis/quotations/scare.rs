//! Speech told from titles of works and from words held at arm's length.
//!
//! In: a quoted run and the text around it. Out: whether it is no speech.

use super::pairs::Run;
use crate::analysis::lexicon::saying::{Form, Manner, saying};
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
        return !(introduced || (ends_speech && starts) || attributed(text, run));
    }
    let headline = matches!(kind, PassageKind::Headline | PassageKind::Heading);
    if headline || words.len() > LONGEST_TITLE || !title_case(&words) || saying(&last).is_some_and(|s| s.manner == Manner::Words)
    {
        return false;
    }
    // Several cries are no title.
    if run.inner.of(text).trim_end_matches(['!', '?', '.']).contains(['!', '?']) {
        return false;
    }
    NAMING.contains(&last.as_str()) || !(introduced || starts || attributed(text, run) || judged(before))
}

/// Whether a verb of calling or crying stands close before: he called her the “Queen of the North”.
fn judged(before: &str) -> bool {
    let tail: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    tail.rsplit(char::is_whitespace).take(4).any(|w| {
        let word = w.to_lowercase();
        !NAMING.contains(&word.as_str())
            && saying(&word).is_some_and(|s| {
                s.manner == Manner::Judging || matches!(s.base, "chant" | "shout" | "yell" | "scream" | "cry" | "sing")
            })
    })
}

/// Whether an attribution follows: a comma within the marks, and a verb of saying soon after them.
fn attributed(text: &str, run: &Run) -> bool {
    let after = text.get(run.outer.end..).unwrap_or("");
    let mut words = after.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty()).take(4);
    let verb = |w: &str| {
        saying(&w.trim_end_matches(['.', ':', ';']).to_lowercase())
            .is_some_and(|s| s.manner == Manner::Words && matches!(s.form, Form::Past | Form::Third))
    };
    run.inner.of(text).ends_with([',', '?', '!']) && words.any(verb)
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
