//! Text made comparable: lower case if wished, accents off, typographic marks as on a keyboard; and the way back to
//! the bytes of the text itself.

use crate::model::Span;
use unicode_normalization::UnicodeNormalization;

/// A folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The text.
    pub text: String,
    /// For each byte of it, the byte at which its character begins in the text it was made from, and that text's
    /// length at the end; empty where the two have the same bytes.
    starts: Vec<usize>,
}

/// Folds a text; with `capitals` they stay capitals.
pub fn fold(text: &str, capitals: bool) -> Folded {
    if text.is_ascii() {
        let text = if capitals { text.to_owned() } else { text.to_ascii_lowercase() };
        return Folded { text, starts: Vec::new() };
    }
    let mut folded = Folded { text: String::with_capacity(text.len()), starts: Vec::with_capacity(text.len() + 1) };
    for (at, character) in text.char_indices() {
        let letters = std::iter::once(character).nfd().filter(|c| !is_accent(*c));
        for letter in letters {
            match plain(letter) {
                Some(plain) => plain.chars().for_each(|c| folded.push(c, at, capitals)),
                None => folded.push(letter, at, capitals),
            }
        }
    }
    folded.starts.push(text.len());
    folded
}

impl Folded {
    fn push(&mut self, character: char, at: usize, capitals: bool) {
        let before = self.text.len();
        if capitals {
            self.text.push(character);
        } else {
            self.text.extend(character.to_lowercase().filter(|c| !is_accent(*c)));
        }
        self.starts.extend(std::iter::repeat_n(at, self.text.len() - before));
    }

    /// The span of the text itself for a range of the folded one; accents that follow belong to it.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let (Some(&first), Some(&last)) = (self.starts.get(start), self.starts.get(end.saturating_sub(1))) else {
            return Span::new(start, end);
        };
        let after = self.starts.iter().skip(end).find(|&&at| at > last);
        Span::new(first, after.copied().unwrap_or(last))
    }
}

/// Marks over and under letters. Vowel signs of other scripts, which are letters of their own, are not among them.
fn is_accent(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

/// What a keyboard has for a character that no decomposition leads to.
fn plain(character: char) -> Option<&'static str> {
    Some(match character {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' => "'",
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => "\"",
        '‐'..='―' | '−' => "-",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => " ",
        '…' => "...",
        'ß' => "ss",
        'ẞ' => "SS",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' | 'ð' => "d",
        'Đ' | 'Ð' => "D",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_part_of_a_letter_leads_to_the_whole_letter() {
        let text = "œuvre";
        let folded = fold(text, false);
        assert_eq!(folded.text, "oeuvre");
        assert_eq!(folded.span(0, 1).of(text), "œ");
        assert_eq!(folded.span(1, 3).of(text), "œu");
    }

    proptest! {
        #[test]
        fn every_span_lies_between_characters(text in "\\PC{0,40}", capitals: bool, a in 0usize..80, b in 0usize..80) {
            let folded = fold(&text, capitals);
            let (start, end) = (a.min(b), a.max(b));
            if folded.text.get(start..end).is_some_and(|t| !t.is_empty()) {
                let span = folded.span(start, end);
                prop_assert!(text.get(span.start..span.end).is_some_and(|t| !t.is_empty()), "{:?}", span);
            }
        }

        /// A text is found in itself, whole.
        #[test]
        fn a_text_is_found_in_itself(text in "[a-zé“’ßœŁ日]{1,20}") {
            let folded = fold(&text, false);
            prop_assert_eq!(folded.span(0, folded.text.len()), Span::new(0, text.len()));
        }
    }
}
