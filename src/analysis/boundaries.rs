//! Where sentences end by the rules of Unicode (UAX #29).
//!
//! In: text. Out: the bounds, as [`unicode_segmentation`] finds them. Text in plain English letters and signs is read here, by
//! the same rules over a table of a few classes: looking every character up in the tables of all scripts took a tenth of
//! the comparison of five articles. Anything else is left to the library.

use unicode_segmentation::UnicodeSegmentation;

/// The ends of the pieces that a text is parted into, ascending.
pub fn ends(text: &str) -> Vec<usize> {
    plain(text).unwrap_or_else(|| text.split_sentence_bound_indices().map(|(start, piece)| start + piece.len()).collect())
}

/// What a character is to the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Upper,
    Lower,
    Digit,
    Space,
    /// Ends a paragraph.
    Line,
    /// A full stop: it may abbreviate.
    Stop,
    /// Ends a sentence.
    End,
    /// Closes, or opens, a quotation or a bracket.
    Close,
    /// Goes on.
    On,
    /// Plain, and nothing to the rules.
    Other,
    /// Left to the library.
    Strange,
}

/// The classes of ASCII.
const ASCII: [Class; 128] = {
    let mut classes = [Class::Other; 128];
    let mut at = 0;
    while at < 128 {
        classes[at] = match at as u8 {
            b'a'..=b'z' => Class::Lower,
            b'A'..=b'Z' => Class::Upper,
            b'0'..=b'9' => Class::Digit,
            b' ' | b'\t' => Class::Space,
            b'\n' => Class::Line,
            b'.' => Class::Stop,
            b'!' | b'?' => Class::End,
            b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}' => Class::Close,
            b',' | b'-' | b':' | b';' => Class::On,
            0..=31 | 127 => Class::Strange,
            _ => Class::Other,
        };
        at += 1;
    }
    classes
};

fn class(c: char) -> Class {
    match c {
        '\0'..='\u{7f}' => ASCII.get(c as usize).copied().unwrap_or(Class::Strange),
        '‘' | '’' | '“' | '”' | '«' | '»' => Class::Close,
        '–' | '—' => Class::On,
        '\u{a0}' => Class::Space,
        'À'..='Ö' | 'Ø'..='Þ' => Class::Upper,
        'ß'..='ö' | 'ø'..='ÿ' => Class::Lower,
        '£' | '€' | '…' | '•' | '½' | '°' | '×' => Class::Other,
        _ => Class::Strange,
    }
}

/// The same as [`ends`]; nothing where a character is strange.
fn plain(text: &str) -> Option<Vec<usize>> {
    let mut ends = Vec::new();
    let mut at = Cursor { text, at: 0 };
    let mut before = Class::Other;
    while let Some(class) = at.step()? {
        match class {
            Class::Line => ends.push(at.at),
            Class::Stop | Class::End => {
                if let Some(end) = after(&mut at, class, before)? {
                    ends.push(end);
                }
            }
            _ => {}
        }
        before = class;
    }
    if ends.last() != Some(&text.len()) && !text.is_empty() {
        ends.push(text.len());
    }
    Some(ends)
}

/// Reads what follows a full stop or a sign that ends sentences (`class`; `before` stands before it), and says where the
/// sentence ends, if it does. Rules SB6 to SB11.
fn after(at: &mut Cursor, class: Class, before: Class) -> Option<Option<usize>> {
    if class == Class::Stop {
        let next = at.peek()?;
        let letters = matches!(before, Class::Upper | Class::Lower) && next == Some(Class::Upper);
        if next == Some(Class::Digit) || letters {
            return Some(None);
        }
    }
    while at.peek()? == Some(Class::Close) {
        at.step()?;
    }
    while at.peek()? == Some(Class::Space) {
        at.step()?;
    }
    match at.peek()? {
        Some(Class::Line) => {
            at.step()?;
            Some(Some(at.at))
        }
        None | Some(Class::On | Class::Stop | Class::End) => Some(None),
        Some(_) if class == Class::Stop && at.clone().goes_on()? => Some(None),
        Some(_) => Some(Some(at.at)),
    }
}

/// A place in a text.
#[derive(Clone)]
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl Cursor<'_> {
    /// The class of the next character, and how long it is; nothing where it is strange.
    fn next(&self) -> Option<Option<(Class, usize)>> {
        let Some(&byte) = self.text.as_bytes().get(self.at) else { return Some(None) };
        let (class, length) = match ASCII.get(usize::from(byte)) {
            Some(class) => (*class, 1),
            None => self.text.get(self.at..)?.chars().next().map(|c| (class(c), c.len_utf8()))?,
        };
        (class != Class::Strange).then_some(Some((class, length)))
    }

    fn peek(&self) -> Option<Option<Class>> {
        Some(self.next()?.map(|(class, _)| class))
    }

    fn step(&mut self) -> Option<Option<Class>> {
        Some(self.next()?.map(|(class, length)| {
            self.at += length;
            class
        }))
    }

    /// Whether the next letter, before anything ends, is a small one.
    fn goes_on(mut self) -> Option<bool> {
        loop {
            match self.step()? {
                Some(Class::Lower) => return Some(true),
                None | Some(Class::Upper | Class::Line | Class::Stop | Class::End) => return Some(false),
                Some(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of_the_library(text: &str) -> Vec<usize> {
        text.split_sentence_bound_indices().map(|(start, piece)| start + piece.len()).collect()
    }

    #[test]
    fn every_class_is_the_librarys() {
        // Each plain character in places where its class decides.
        for c in (0..0x2100).filter_map(char::from_u32).filter(|c| class(*c) != Class::Strange) {
            for text in [
                format!("A. {c} b"),
                format!("a{c}. B"),
                format!("a.{c}"),
                format!("a! {c}B"),
                format!("a!{c} B"),
                format!("{c}.B"),
                format!("a.{c}B. c"),
                format!("a{c}b"),
                format!("a{c}\u{308}. B"),
            ] {
                assert_eq!(ends(&text), of_the_library(&text), "{text:?}");
            }
        }
    }

    #[test]
    fn plain_text_is_read_here() {
        assert_eq!(plain("It’s over.” She left (at 3 p.m.) – “why?”"), Some(vec![16, 51]));
        assert_eq!(plain("他走了。"), None);
    }

    proptest! {
        #[test]
        fn plain_text_is_parted_as_the_library_parts_it(text in "([aBé 1.!?,:;'\"()’”“–\n…-]|\\. |\\.” |[^\u{0}]){0,24}") {
            prop_assert_eq!(ends(&text), of_the_library(&text));
        }

        #[test]
        fn signs_in_a_row_too(text in "[aB 1.!?,\"’“–\n]{0,24}") {
            prop_assert_eq!(plain(&text), Some(of_the_library(&text)));
        }
    }
}
