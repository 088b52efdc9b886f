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

/// Abbreviations, in order.
#[rustfmt::skip]
const ABBREVIATIONS: [&[u8]; 100] = [
    b"adm", b"ala", b"amb", b"apr", b"ariz", b"ark", b"assn", b"assoc", b"asst", b"atty", b"aug", b"brig", b"bros",
    b"calif", b"capt", b"cdr", b"cmdr", b"co", b"col", b"colo", b"conn", b"corp", b"cpl", b"dec", b"del", b"dept",
    b"det", b"dist", b"dr", b"est", b"feb", b"fla", b"fr", b"ft", b"ga", b"gen", b"gov", b"govs", b"hon", b"ill",
    b"inc", b"ind", b"insp", b"jan", b"jr", b"jul", b"jun", b"kan", b"ky", b"la", b"lieut", b"lt", b"ltd", b"maj",
    b"mar", b"mass", b"md", b"messrs", b"mich", b"minn", b"miss", b"mlle", b"mme", b"mo", b"mont", b"mr", b"mrs",
    b"ms", b"mt", b"neb", b"nev", b"nov", b"oct", b"okla", b"ore", b"pa", b"pres", b"prof", b"pvt", b"rep", b"reps",
    b"rev", b"sec", b"sen", b"sens", b"sep", b"sept", b"sgt", b"sr", b"st", b"supt", b"tenn", b"tex", b"univ", b"va",
    b"vs", b"vt", b"wash", b"wis", b"wyo",
];

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
    let from = start + plain;
    let mut end = from;
    let mut stops = 0;
    let rest = text.get(from..).unwrap_or("");
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || is_mark(c) {
            end = from + at + c.len_utf8();
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
                end = from + at + 1;
                stops += 1;
                if !inside {
                    break;
                }
            }
            '.' if stops == 0 && word.len() <= 6 && abbreviates(word) => {
                end = from + at + 1;
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

/// Whether a word's full stop does not end a sentence.
pub(crate) fn abbreviates(word: &str) -> bool {
    if !word.starts_with(char::is_uppercase) {
        return word == "vs";
    }
    let mut lower = [0; 6];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    ABBREVIATIONS.binary_search(&&*lower).is_ok()
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The length of a possessive ending in bytes; none for the `'s` of it's, that's, let's.
fn possessive(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let (last, before) = bytes.split_last()?;
    if !matches!(last, b's' | b'S') || word.len() < 3 {
        return None;
    }
    let length = if before.ends_with(b"'") {
        2
    } else if before.ends_with("’".as_bytes()) {
        4
    } else {
        return None;
    };
    const CONTRACTED: [&str; 17] = [
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
    let bare = word.get(..word.len() - length)?;
    (!CONTRACTED.iter().any(|c| c.eq_ignore_ascii_case(bare))).then_some(length)
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
