//! A passage cut into words, numerals and signs, each with what it can be in a quantity. Nothing is judged here.

use super::lexicon::{Tag, tag};
use crate::model::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits, read as one numeral.
    Numeral(Numeral),
    /// Any other visible character.
    Sign(char),
}

/// A numeral as printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    /// Its value.
    pub value: f64,
    /// Value of the last printed place: 0.1 in `9.7`, 1 in `97` and `9,700`.
    pub step: f64,
    /// How many digits before the point.
    pub digits: usize,
    /// Whether its thousands are set apart (`9,700`).
    pub grouped: bool,
}

/// One word, numeral or sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Token {
    /// Where in the passage's text.
    pub span: Span,
    /// What it is made of.
    pub kind: Kind,
    /// What it can be in a quantity.
    pub tag: Tag,
    /// No white space before it.
    pub glued: bool,
}

/// A passage's tokens. Every question about a token that is not there is answered with no.
pub(super) struct Tokens<'t> {
    pub text: &'t str,
    tokens: Vec<Token>,
}

impl<'t> Tokens<'t> {
    /// Cuts `text`.
    pub(super) fn new(text: &'t str) -> Self {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut at = 0;
        let mut glued = false;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let start = at;
            at += c.len_utf8();
            if c.is_whitespace() {
                glued = false;
                continue;
            }
            let (kind, tag) = if c.is_ascii_digit() {
                let (numeral, end) = numeral(text, start);
                at = end;
                (Kind::Numeral(numeral), Tag::Plain)
            } else if c.is_alphabetic() {
                at = text.get(at..).map_or(at, |rest| at + rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()));
                (Kind::Word, tag(text.get(start..at).unwrap_or("")))
            } else {
                (Kind::Sign(c), if c == '%' { Tag::Percent } else { Tag::Plain })
            };
            tokens.push(Token { span: Span::new(start, at), kind, tag, glued });
            glued = true;
        }
        Tokens { text, tokens }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn get(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i)
    }

    /// The token `n` before `i`.
    pub(super) fn before(&self, i: usize, n: usize) -> Option<&Token> {
        self.tokens.get(i.checked_sub(n)?)
    }

    pub(super) fn tag(&self, i: usize) -> Tag {
        self.get(i).map_or(Tag::Plain, |t| t.tag)
    }

    /// The words of a token as printed; empty where there is none.
    pub(super) fn word(&self, i: usize) -> &'t str {
        self.get(i).map_or("", |t| t.span.of(self.text))
    }

    /// Whether the token is one of `words` (given in lower case), in any case.
    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.word(i);
        words.iter().any(|w| word.eq_ignore_ascii_case(w))
    }

    /// Whether the tokens from `i` on are these words, in any case.
    pub(super) fn reads(&self, i: usize, words: &[&str]) -> bool {
        words.iter().zip(i..).all(|(w, j)| self.word(j).eq_ignore_ascii_case(w))
    }

    /// Whether the tokens up to and without `i` are these words, in any case.
    pub(super) fn read_before(&self, i: usize, words: &[&str]) -> bool {
        i.checked_sub(words.len()).is_some_and(|start| self.reads(start, words))
    }

    pub(super) fn sign(&self, i: usize) -> Option<char> {
        match self.get(i)?.kind {
            Kind::Sign(c) => Some(c),
            _ => None,
        }
    }

    pub(super) fn numeral(&self, i: usize) -> Option<Numeral> {
        match self.get(i)?.kind {
            Kind::Numeral(n) => Some(n),
            _ => None,
        }
    }

    pub(super) fn glued(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.glued)
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.kind == Kind::Word)
    }

    /// Whether the token begins with a capital letter.
    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.word(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token is a hyphen or dash.
    pub(super) fn is_dash(&self, i: usize) -> bool {
        matches!(self.sign(i), Some('-' | '‐' | '‑' | '–' | '—' | '−'))
    }

    /// `i + 1` if the token at `i` is a hyphen between two words, else `i`: `83-year-old`, `83 year old`.
    pub(super) fn past_hyphen(&self, i: usize) -> usize {
        if self.is_dash(i) && self.glued(i) && self.glued(i + 1) { i + 1 } else { i }
    }

    /// Whether a sentence may begin at the token.
    pub(super) fn begins(&self, i: usize) -> bool {
        match self.before(i, 1) {
            None => true,
            Some(t) => matches!(t.kind, Kind::Sign('.' | '!' | '?' | ':' | '"' | '“' | '‘' | '«' | '„' | '—' | '–' | '(')),
        }
    }

    /// The text from the first to before the last token.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let first = self.get(start).map_or(0, |t| t.span.start);
        let last = end.checked_sub(1).and_then(|i| self.get(i)).map_or(first, |t| t.span.end);
        Span::new(first, last)
    }
}

/// More digits than this are no quantity that anybody reads; the value saturates, harmlessly.
const DIGITS: usize = 15;

/// Reads the numeral at `start`: digits, thousands in groups of three, decimals. Gives its end too.
fn numeral(text: &str, start: usize) -> (Numeral, usize) {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).filter(|b| b.is_ascii_digit()).map(|b| f64::from(b - b'0'));
    let group = |at: usize| (0..3).all(|k| digit(at + k).is_some()) && digit(at + 3).is_none();
    let (mut value, mut digits, mut grouped, mut at) = (0.0, 0, false, start);
    loop {
        if let Some(d) = digit(at) {
            if digits < DIGITS {
                value = value * 10.0 + d;
            }
            digits += 1;
            at += 1;
        } else if bytes.get(at) == Some(&b',') && group(at + 1) && (grouped || digits <= 3) {
            grouped = true;
            at += 1;
        } else {
            break;
        }
    }
    let mut parts = 1.0;
    if bytes.get(at) == Some(&b'.') && digit(at + 1).is_some() {
        at += 1;
        while let Some(d) = digit(at) {
            if parts < 1e6 {
                parts *= 10.0;
                value = value * 10.0 + d;
            }
            at += 1;
        }
    }
    (Numeral { value: value / parts, step: 1.0 / parts, digits, grouped }, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        (0..tokens.len()).map(|i| tokens.word(i)).collect()
    }

    #[test]
    fn words_numerals_and_signs_come_apart() {
        assert_eq!(words("Â£8million, or 9,700.50!"), ["Â", "£", "8", "million", ",", "or", "9,700.50", "!"]);
        assert_eq!(words("the 83-year-old"), ["the", "83", "-", "year", "-", "old"]);
        assert_eq!(words("in 1,2,3 we"), ["in", "1", ",", "2", ",", "3", "we"]);
    }

    #[test]
    fn numerals_know_their_value_and_their_last_place() {
        let read = |text: &str| Tokens::new(text).numeral(0).map(|n| (n.value, n.step, n.grouped));
        assert_eq!(read("1,234,567"), Some((1_234_567.0, 1.0, true)));
        assert_eq!(read("9.7"), Some((9.7, 0.1, false)));
        assert_eq!(read("2014,2015"), Some((2014.0, 1.0, false)));
    }
}
