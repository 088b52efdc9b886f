//! Speech told from titles of works and from words held at arm's length.
//!
//! In: a quoted run and the text around it. Out: whether it is no speech.

use super::pairs::Run;
use crate::analysis::lexicon::common::is_preposition;
use crate::analysis::lexicon::saying::{Form, Manner, saying};
use crate::model::PassageKind;

/// Titles of works are seldom longer, in words.
const LONGEST_TITLE: usize = 12;

/// Words after which quoted words are a name, a title or a nickname.
const NAMING: [&str; 30] = [
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
    "nickname",
    "moniker",
    "alias",
    "pseudonym",
    "codename",
    "opera",
];

/// Titles that a word for a work introduces may be longer.
const LONGEST_NAMED: usize = 24;

/// Whether a quoted run is no speech.
pub fn is_scare(text: &str, run: &Run, kind: PassageKind) -> bool {
    if !run.closed {
        return false;
    }
    let words: Vec<&str> = run.inner.of(text).split_whitespace().collect();
    let before = text.get(..run.outer.start).unwrap_or("").trim_end();
    let ends_speech = run.inner.of(text).ends_with([',', '.', '?', '!', '—', '–', '…']);
    let introduced = before.ends_with([':', ',']);
    // ABC’s “This Week”: what an outlet owns in title case is a programme or a column.
    let owned = (before.ends_with("’s") || before.ends_with("'s")) && words.len() > 1 && title_case(&words);
    let named = owned || named(before);
    // Behind another quotation only where that one ended a sentence: “Salt,” “Iron” and “Tide” are a list.
    let sentence = before.trim_end_matches(['”', '"', '’', '\'', '»']);
    let starts = sentence.is_empty() || sentence.ends_with(['.', '?', '!']);
    if words.len() <= 2 {
        return named || !(introduced || (ends_speech && starts) || attributed(text, run));
    }
    let headline = matches!(kind, PassageKind::Headline | PassageKind::Heading);
    let longest = if named { LONGEST_NAMED } else { LONGEST_TITLE };
    let told = saying(&last_word(before)).is_some_and(|s| s.manner == Manner::Words && s.base != "call");
    if headline || words.len() > longest || !title_case(&words) || told {
        return false;
    }
    // Several cries are no title.
    if run.inner.of(text).trim_end_matches(['!', '?', '.']).contains(['!', '?']) {
        return false;
    }
    named || !(introduced || starts || attributed(text, run) || judged(before))
}

/// Whether the words before say that a name or title comes: `the novel "…"`, `in her memoir, "…"`, `his nickname was "…"`.
fn named(before: &str) -> bool {
    let tail: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    let mut words = tail.trim_end_matches([',', ':']).rsplit(char::is_whitespace).map(str::to_lowercase);
    let last = words.next().unwrap_or_default();
    let naming = |w: &str| NAMING.contains(&w) || w.strip_suffix('s').is_some_and(|w| NAMING.contains(&w));
    let colon = before.ends_with(':');
    match last.as_str() {
        "is" | "was" | "called" => words.next().is_some_and(|w| naming(&w)),
        _ => naming(&last) && !colon,
    }
}

/// Whether a verb of calling or crying stands close before: he called her the “Queen of the North”.
fn judged(before: &str) -> bool {
    let tail: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    tail.rsplit(char::is_whitespace).take(4).any(|w| {
        let word = w.to_lowercase();
        !NAMING.contains(&word.as_str())
            && saying(&word).is_some_and(|s| {
                s.manner == Manner::Judging || matches!(s.base, "call" | "chant" | "shout" | "yell" | "scream" | "cry" | "sing")
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
    // Gone with the Tide: what titles write small.
    let small = |w: &str| is_preposition(w) || matches!(w, "that" | "when" | "what" | "where" | "than");
    let mut weighty = words.iter().filter(|w| w.chars().count() > 3 && !small(w)).peekable();
    weighty.peek().is_some() && weighty.all(|w| w.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase()))
}
