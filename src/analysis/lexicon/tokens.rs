//! Words, numbers and signs of a text, with their places.
//!
//! In: text. Out: [`Token`]s. A possessive ending is a token of its own, so that a name is the same with and without
//! it; a full stop belongs to the word where it abbreviates (Mr., U.S., J.). One pass, nothing copied.

use crate::model::Span;
use std::borrow::Cow;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word.
    Word,
    /// A number: it begins with a digit.
    Number,
    /// `'s`, or `'` after s.
    Possessive,
    /// A sign.
    Sign(char),
}

/// A word, number or sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where in the text.
    pub span: Span,
    /// What.
    pub kind: Kind,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether white space (or nothing) stands before it.
    pub spaced: bool,
}

impl Token {
    /// Its text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }

    /// Its text in lower case, without a full stop at its end unless others stand inside (`mr`, `u.s.`).
    pub fn key<'t>(&self, text: &'t str) -> Cow<'t, str> {
        lower(self.of(text))
    }

    /// Whether it is this sign.
    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// A word in lower case, without a full stop at its end unless others stand inside. Copies only what has capitals.
pub fn lower(word: &str) -> Cow<'_, str> {
    let word = match word.strip_suffix('.') {
        Some(bare) if !bare.contains('.') => bare,
        _ => word,
    };
    if word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') || !word.chars().any(char::is_uppercase) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase() })
}

/// Abbreviations whose full stop does not end a sentence.
const ABBREVIATIONS: &str = " mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt sgt cpl pvt cmdr adm brig det insp supt rev hon fr sr jr st messrs mme mlle pres sec atty amb \
    inc corp co ltd bros vs jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo mt ft no dept univ assn est dist asst assoc cdr lieut ";

/// The tokens of a text.
pub fn of(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut found: Vec<Token> = Vec::with_capacity(text.len() / 5 + 1);
    let mut spaced = true;
    let mut start = 0;
    while let Some(&byte) = bytes.get(start) {
        if byte == b' ' {
            spaced = true;
            start += 1;
            continue;
        }
        let c = if byte.is_ascii() { char::from(byte) } else { text.get(start..).and_then(|t| t.chars().next()).unwrap_or(' ') };
        if c.is_whitespace() {
            spaced = true;
            start += c.len_utf8();
            continue;
        }
        if !c.is_alphanumeric() {
            let end = start + c.len_utf8();
            found.push(Token { span: Span::new(start, end), kind: Kind::Sign(c), capital: false, spaced });
            spaced = false;
            start = end;
            continue;
        }
        let end = word_end(text, start);
        start = word(text, Span::new(start, end), c, spaced, &mut found);
        spaced = false;
    }
    found
}

/// Adds a word or number, and its possessive ending. Returns where the next token may begin.
fn word(text: &str, span: Span, first: char, spaced: bool, found: &mut Vec<Token>) -> usize {
    let kind = if first.is_numeric() { Kind::Number } else { Kind::Word };
    let token = Token { span, kind, capital: first.is_uppercase(), spaced };
    let end = span.end;
    let possessor =
        |cut: usize, end: usize| Token { span: Span::new(cut, end), kind: Kind::Possessive, capital: false, spaced: false };
    if let Some(length) = possessive(span.of(text)).filter(|_| kind == Kind::Word) {
        found.push(Token { span: Span::new(span.start, end - length), ..token });
        found.push(possessor(end - length, end));
        return end;
    }
    found.push(token);
    // The workers' rights: the sign after s, before white space, is the possessive of a plural.
    if kind == Kind::Word && text.as_bytes().get(end.wrapping_sub(1)) == Some(&b's') {
        let rest = text.get(end..).unwrap_or("");
        let length = ["' ", "’ "].iter().find(|mark| rest.starts_with(**mark)).map_or(0, |mark| mark.len() - 1);
        if length > 0 {
            found.push(possessor(end, end + length));
            return end + length;
        }
    }
    end
}

/// Where the word that begins at `start` ends: letters and digits, with apostrophes, hyphens and stops inside.
fn word_end(text: &str, start: usize) -> usize {
    // Most words are plain letters before a space or a sign that ends them: no need to look closer.
    let bytes = text.as_bytes();
    let plain = bytes.iter().skip(start).take_while(|b| b.is_ascii_alphanumeric()).count();
    if plain > 0
        && bytes.get(start + plain).is_none_or(|b| {
            matches!(b, b' ' | b'!' | b'?' | b':' | b';' | b')' | b'"' | b',')
                && (*b != b',' || !bytes.get(start + plain + 1).is_some_and(u8::is_ascii_digit))
        })
    {
        return start + plain;
    }
    let mut end = start;
    let mut stops = 0;
    let rest = text.get(start..).unwrap_or("");
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || is_mark(c) {
            end = start + at + c.len_utf8();
            continue;
        }
        let next = chars.peek().map(|&(_, n)| n);
        let inside = next.is_some_and(char::is_alphanumeric);
        let word = text.get(start..end).unwrap_or("");
        match c {
            '\'' | '’' | '-' | '‑' | '&' if inside => {}
            '.' | ','
                if inside && next.is_some_and(char::is_numeric) && word.chars().next_back().is_some_and(char::is_numeric) => {}
            // U.S., a.m., J.
            '.' if single(word) => {
                end = start + at + 1;
                stops += 1;
                if !inside {
                    break;
                }
            }
            '.' if stops == 0 && word.len() <= 6 && abbreviates(word) => {
                end = start + at + 1;
                break;
            }
            _ => break,
        }
    }
    end
}

/// Whether the word so far ends in a single letter after nothing or a stop.
fn single(word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or("");
    let mut chars = last.chars();
    // A lone capital I is the pronoun more often than an initial, but then no stop follows inside a sentence.
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

fn abbreviates(word: &str) -> bool {
    if !word.starts_with(char::is_uppercase) {
        return word == "vs";
    }
    let lower = word.to_lowercase();
    ABBREVIATIONS.split(' ').any(|a| a == lower) && lower != "no"
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The length of a possessive ending in bytes; none for the `'s` of it's, that's, let's.
fn possessive(word: &str) -> Option<usize> {
    if !word.ends_with(['s', 'S']) || word.len() < 3 {
        return None;
    }
    let bare = ["'s", "’s", "'S", "’S"].iter().find_map(|e| word.strip_suffix(e))?;
    let contracted = [
        "it",
        "that",
        "there",
        "here",
        "what",
        "who",
        "let",
        "he",
        "she",
        "where",
        "how",
        "when",
        "why",
        "everyone",
        "everybody",
        "one",
        "this",
    ];
    (!contracted.iter().any(|c| c.eq_ignore_ascii_case(bare))).then_some(word.len() - bare.len())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        of(text).iter().map(|t| t.of(text)).collect()
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        assert_eq!(
            words("Mr. Roe of the U.S. left. J. Doe won."),
            ["Mr.", "Roe", "of", "the", "U.S.", "left", ".", "J.", "Doe", "won", "."]
        );
        assert_eq!(words("at 9 p.m. and $1,250.50"), ["at", "9", "p.m.", "and", "$", "1,250.50"]);
    }

    #[test]
    fn possessives_stand_alone() {
        assert_eq!(words("Roe's and the workers' it's"), ["Roe", "'s", "and", "the", "workers", "'", "it's"]);
        assert_eq!(words("don’t O’Neill’s"), ["don’t", "O’Neill", "’s"]);
    }
}
