//! A line of text being typed: the text, the cursor, and the keys that edit it.
//!
//! In: keys and pasted text. Out: the text. Where it is shown and what becomes of it is not known here. The keys are
//! those of every line editor (arrows, Home, End, Ctrl-A, Ctrl-E, Ctrl-K, Ctrl-U, Ctrl-W, Alt-b, Alt-f).

use super::keys::{Key, KeyCode};
use super::wrap::{columns, visible};
use unicode_segmentation::UnicodeSegmentation;

/// Bytes beyond which nothing more is taken in.
const LONGEST: usize = 2_000;

/// A line of text with a cursor in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    /// The byte before which the cursor stands; always on a character boundary.
    cursor: usize,
}

/// What a key did to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// The text is another.
    Changed,
    /// The key is the field's, and the text is the same.
    Kept,
    /// The key is not the field's.
    NotMine,
}

impl Field {
    /// A field with a text, the cursor behind it.
    pub fn new(text: &str) -> Field {
        let mut field = Field::default();
        field.insert(text);
        field
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the cursor, the character under it, and what follows.
    pub fn parts(&self) -> (&str, &str, &str) {
        let (before, after) = self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""));
        let under = after.graphemes(true).next().unwrap_or("");
        (before, under, after.get(under.len()..).unwrap_or(""))
    }

    /// Puts text in at the cursor: on one line, without what could steer a terminal, and no more than a line holds.
    pub fn insert(&mut self, text: &str) {
        let line: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        let mut line = visible(&line).into_owned();
        let room = LONGEST.saturating_sub(self.text.len());
        while line.len() > room {
            line.pop();
        }
        self.text.insert_str(self.cursor, &line);
        self.cursor += line.len();
    }

    /// Does what a key does in a line of text.
    pub fn key(&mut self, key: Key) -> Edit {
        let before = self.text.len();
        if let Some(character) = key.typed() {
            self.insert(character.encode_utf8(&mut [0; 4]));
            return self.compared(before);
        }
        let control = key.held.control;
        let alt = key.held.alt;
        match (key.code, control, alt) {
            (KeyCode::Left, false, false) | (KeyCode::Char('b'), true, false) => self.cursor = self.left(),
            (KeyCode::Right, false, false) | (KeyCode::Char('f'), true, false) => self.cursor = self.right(),
            (KeyCode::Left, ..) | (KeyCode::Char('b'), false, true) => self.cursor = self.word_left(),
            (KeyCode::Right, ..) | (KeyCode::Char('f'), false, true) => self.cursor = self.word_right(),
            (KeyCode::Home, ..) | (KeyCode::Char('a'), true, _) => self.cursor = 0,
            (KeyCode::End, ..) | (KeyCode::Char('e'), true, _) => self.cursor = self.text.len(),
            (KeyCode::Backspace, false, false) | (KeyCode::Char('h'), true, false) => self.remove(self.left(), self.cursor),
            (KeyCode::Delete, ..) | (KeyCode::Char('d'), true, false) => self.remove(self.cursor, self.right()),
            (KeyCode::Backspace, ..) | (KeyCode::Char('w'), true, false) => self.remove(self.word_left(), self.cursor),
            (KeyCode::Char('u'), true, false) => self.remove(0, self.cursor),
            (KeyCode::Char('k'), true, false) => self.remove(self.cursor, self.text.len()),
            _ => return Edit::NotMine,
        }
        self.compared(before)
    }

    /// Whether the length is another one: no key both puts in and takes out.
    fn compared(&self, before: usize) -> Edit {
        if self.text.len() == before { Edit::Kept } else { Edit::Changed }
    }

    fn remove(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        self.cursor = start;
    }

    /// Where the character before the cursor begins, as a reader sees characters.
    fn left(&self) -> usize {
        self.parts().0.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    /// Where the character under the cursor ends.
    fn right(&self) -> usize {
        self.cursor + self.parts().1.len()
    }

    /// Where the word before the cursor begins.
    fn word_left(&self) -> usize {
        self.parts().0.unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }

    /// Where the word behind the cursor ends.
    fn word_right(&self) -> usize {
        let after = self.text.get(self.cursor..).unwrap_or("");
        after.unicode_word_indices().next().map_or(self.text.len(), |(at, word)| self.cursor + at + word.len())
    }

    /// The part of the text that fits into `room` columns and has the cursor in it, in the same three parts; a column
    /// is kept for a cursor behind the text.
    pub fn window(&self, room: u16) -> (&str, &str, &str) {
        let (mut before, under, after) = self.parts();
        let cursor = columns(under).max(1);
        while columns(before).saturating_add(cursor) > room && !before.is_empty() {
            let first = before.graphemes(true).next().map_or(1, str::len);
            before = before.get(first..).unwrap_or("");
        }
        (before, under, after)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::reader::keys::parse_run;
    use proptest::prelude::*;

    fn after(text: &str, keys: &str) -> (String, String) {
        let mut field = Field::new(text);
        for key in parse_run(keys) {
            assert_ne!(field.key(key), Edit::NotMine, "{key}");
        }
        let (before, under, rest) = field.parts();
        (before.to_owned(), format!("{under}{rest}"))
    }

    #[test]
    fn keys_edit_as_in_a_shell() {
        let cases = [
            ("one two", "<Ctrl-W>", ("one ", "")),
            ("one two", "<Home>x", ("x", "one two")),
            ("one two", "<Ctrl-A><Alt-f><Ctrl-K>", ("one", "")),
            ("one two", "<Alt-b><Ctrl-U>", ("", "two")),
            ("one two", "<←><Del>!", ("one tw!", "")),
            ("one two", "<Backspace><Ctrl-H>", ("one t", "")),
            ("one two", "<Ctrl-←><Ctrl-B><Ctrl-D>", ("one", "two")),
            ("one two", "<Ctrl-A><Ctrl-F><→>", ("on", "e two")),
        ];
        for (text, keys, (before, behind)) in cases {
            assert_eq!(after(text, keys), (before.to_owned(), behind.to_owned()), "{keys}");
        }
    }

    #[test]
    fn a_character_is_what_a_reader_sees() {
        assert_eq!(after("ae\u{301}👩\u{200d}🚀", "<Backspace>").0, "ae\u{301}");
        assert_eq!(after("ae\u{301}", "<Backspace>").0, "a");
        assert_eq!(after("ae\u{301}b", "<←><←>").0, "a");
    }

    #[test]
    fn pasted_text_is_one_harmless_line() {
        assert_eq!(Field::new("a\nb\t\u{1b}[31mc\u{202e}").text(), "a b [31mc");
        assert_eq!(Field::new(&"é".repeat(5_000)).text().len(), LONGEST);
    }

    #[test]
    fn keys_of_lists_and_answers_are_left_alone() {
        let mut field = Field::new("x");
        for key in parse_run("<Enter><Esc><Up><Down><PgDn><Tab><Ctrl-N><Ctrl-C>") {
            assert_eq!(field.key(key), Edit::NotMine, "{key}");
        }
    }

    #[test]
    fn the_window_follows_the_cursor() {
        let mut field = Field::new("abcdefghij");
        assert_eq!(field.window(5), ("ghij", "", ""));
        field.key(parse_run("<Home>").first().copied().unwrap());
        assert_eq!(field.window(5), ("", "a", "bcdefghij"));
    }

    proptest! {
        /// Whatever is typed, the cursor stands between characters, and the text is no longer than allowed.
        #[test]
        fn no_run_of_keys_breaks_it(
            text in "\\PC{0,20}",
            steps in prop::collection::vec((0usize..18, any::<char>()), 0..60),
            room in 0u16..30,
        ) {
            let names = ["<←>", "<→>", "<Home>", "<End>", "<Backspace>", "<Del>", "<Ctrl-W>", "<Ctrl-U>", "<Ctrl-K>",
                "<Alt-b>", "<Alt-f>", "<Ctrl-A>", "<Ctrl-E>"];
            let mut field = Field::new(&text);
            for (step, character) in steps {
                let before = field.clone();
                let edit = match names.get(step) {
                    Some(name) => field.key(parse_run(name)[0]),
                    None => {
                        field.insert(&character.to_string());
                        Edit::Kept
                    }
                };
                prop_assert!(field.text.is_char_boundary(field.cursor));
                prop_assert!(step >= names.len() || (edit == Edit::Changed) == (field.text != before.text));
                prop_assert!(!field.text.contains(char::is_control) && field.text.len() <= LONGEST);
                let (before, under, rest) = field.parts();
                prop_assert_eq!(format!("{before}{under}{rest}"), field.text.clone());
                let (before, under, _) = field.window(room);
                prop_assert!(columns(before) == 0 || columns(before) + columns(under).max(1) <= room);
            }
        }

        /// What is typed and taken back leaves no trace.
        #[test]
        fn typing_and_taking_back(text in "[a-z ]{0,10}", typed in "[a-zé]{0,10}") {
            let mut field = Field::new(&text);
            for c in typed.chars() {
                field.key(parse_run(&c.to_string())[0]);
            }
            for _ in typed.chars() {
                field.key(parse_run("<Backspace>")[0]);
            }
            prop_assert_eq!(field, Field::new(&text));
        }
    }
}
