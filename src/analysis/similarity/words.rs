//! Words and their stems: what two tellings of one thing still share when tense, number and spelling differ.
//!
//! In: text. Out: words with their place and stem. Stemming is Snowball's English stemmer (Porter 2), after irregular
//! forms, inhabitants and spelled numbers are brought to one form.

use crate::analysis::similarity::forms;
use crate::model::Span;
use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// A word in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// Where, in bytes of the text.
    pub span: Span,
    /// Lower-case form with straight apostrophes and without accents.
    pub form: Cow<'t, str>,
}

/// The words of a text, in order: runs of letters and digits, apostrophes and stops inside a word kept (`don't`, `u.s`),
/// hyphens parting words, a number parted from the letters that follow it (`8million`).
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / 5 + 1);
    let mut start: Option<usize> = None;
    let mut previous: Option<char> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, c)| *c);
        let inside = start.is_some() && next.is_some_and(char::is_alphanumeric);
        let part = if c.is_alphanumeric() {
            if start.is_some() && previous.is_some_and(|p| p.is_ascii_digit()) && c.is_alphabetic() && !ordinal(text, at) {
                push(text, &mut start, at, &mut found);
            }
            true
        } else {
            inside
                && match c {
                    '\'' | '’' | 'ʼ' => previous.is_some_and(char::is_alphabetic),
                    '.' => {
                        previous.is_some_and(|p| p.is_ascii_digit()) && next.is_some_and(|n| n.is_ascii_digit())
                            || stops(text, start, at)
                    }
                    ',' => previous.is_some_and(|p| p.is_ascii_digit()) && next.is_some_and(|n| n.is_ascii_digit()),
                    _ => unicode_normalization::char::is_combining_mark(c),
                }
        };
        if part {
            start = start.or(Some(at));
        } else {
            push(text, &mut start, at, &mut found);
        }
        previous = Some(c);
    }
    push(text, &mut start, text.len(), &mut found);
    found
}

/// Whether `at` begins the ending of an ordinal or a decade: `1st`, `90s`.
fn ordinal(text: &str, at: usize) -> bool {
    let ending: String = text.get(at..).unwrap_or("").chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(ending.as_str(), "st" | "nd" | "rd" | "th" | "s")
}

/// Whether the stop at `at` stands between single letters: `U.S`.
fn stops(text: &str, start: Option<usize>, at: usize) -> bool {
    let word = start.and_then(|s| text.get(s..at)).unwrap_or("");
    let after: String = text.get(at + 1..).unwrap_or("").chars().take_while(|c| c.is_alphabetic()).collect();
    word.rsplit('.').next().is_some_and(|p| p.chars().count() == 1 && p.chars().all(char::is_alphabetic))
        && after.chars().count() == 1
}

fn push<'t>(text: &'t str, start: &mut Option<usize>, end: usize, found: &mut Vec<Word<'t>>) {
    let Some(from) = start.take() else { return };
    let span = Span::new(from, end);
    found.push(Word { span, form: fold(span.of(text)) });
}

/// Lower case, straight apostrophes, no accents, no thousands separators.
fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        let lower = word.to_ascii_lowercase();
        return Cow::Owned(if lower.starts_with(|c: char| c.is_ascii_digit()) { lower.replace(',', "") } else { lower });
    }
    let plain: String = word.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect();
    Cow::Owned(plain.to_lowercase().replace(['’', 'ʼ'], "'"))
}

thread_local! {
    // Building a stemmer costs more than a stem; it holds no state that a result could depend on.
    static STEMMER: Stemmer = Stemmer::create(Algorithm::English);
}

/// The stem of a lower-case word form.
pub fn stem(form: &str) -> String {
    let bare = form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form);
    if let Some(base) = forms::base(bare) {
        return base.to_owned();
    }
    if bare.contains('.') || bare.starts_with(|c: char| c.is_ascii_digit()) {
        return if bare.starts_with(|c: char| c.is_ascii_digit()) { bare.to_owned() } else { bare.replace('.', "") };
    }
    let spelled = american(bare);
    let stem = STEMMER.with(|s| s.stem(&spelled).into_owned());
    forms::base(&stem).map_or(stem, str::to_owned)
}

/// British spellings brought to American ones: the endings that differ by rule (`-our`, `-ise`, `-yse`, `-isation`, `-ence`).
fn american(word: &str) -> Cow<'_, str> {
    if word.len() < 6 {
        return Cow::Borrowed(word);
    }
    for (british, american) in [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ise", "ize"),
        ("ysed", "yzed"),
        ("yse", "yze"),
        ("defence", "defense"),
        ("offence", "offense"),
        ("centre", "center"),
        ("theatre", "theater"),
        ("programme", "program"),
        ("programmes", "programs"),
    ] {
        if let Some(root) = word.strip_suffix(british)
            && !matches!(
                root,
                "prom" | "exerc" | "surpr" | "comprom" | "adv" | "superv" | "rev" | "dev" | "ra" | "prec" | "expert"
            )
        {
            return Cow::Owned(format!("{root}{american}"));
        }
    }
    for ending in ["our", "ours", "oured", "ouring", "ourable", "ourably", "ourite", "ourites"] {
        if let Some(root) = word.strip_suffix(ending)
            && root.len() >= 3
            && ["hono", "fav", "lab", "neighb", "behavi", "col", "arm", "harb", "hon", "hum", "rum", "vig", "endeav", "splend"]
                .iter()
                .any(|r| root.ends_with(r.trim_end_matches('o')) || root == *r)
        {
            return Cow::Owned(format!("{root}{}", ending.replacen("our", "or", 1)));
        }
    }
    Cow::Borrowed(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms_of(text: &str) -> Vec<Cow<'_, str>> {
        words(text).into_iter().map(|w| w.form).collect()
    }

    #[test]
    fn words_are_cut_where_readers_cut_them() {
        assert_eq!(forms_of("Don’t pay £8million, the U.S. said."), ["don't", "pay", "8", "million", "the", "u.s", "said"]);
        assert_eq!(
            forms_of("a far-right, 83-year-old’s $9.7 1,000th 90s"),
            ["a", "far", "right", "83", "year", "old's", "9.7", "1000th", "90s"]
        );
        assert_eq!(forms_of("Café ‘rôle’"), ["cafe", "role"]);
    }

    #[test]
    fn one_word_in_many_forms_has_one_stem() {
        for (a, b) in [
            ("met", "meeting"),
            ("russians", "russia"),
            ("favour", "favor"),
            ("organisation", "organization"),
            ("mayor's", "mayor"),
            ("twelve", "12"),
            ("fought", "fight"),
            ("u.s", "american"),
            ("women", "woman"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} / {b}");
        }
    }

    #[test]
    fn other_words_keep_other_stems() {
        for (a, b) in [("promise", "prom"), ("four", "for"), ("hour", "hor"), ("policy", "police"), ("thought", "though")] {
            assert_ne!(stem(a), stem(b), "{a} / {b}");
        }
    }
}
