//! The words of a sentence, and the closed lists of those that open clauses, join them, or go before others.

use crate::model::Span;

/// A word with its place, without the signs around it.
pub(super) struct Word<'t> {
    pub span: Span,
    pub text: &'t str,
    /// Which segment of the sentence it stands in.
    pub segment: usize,
    /// Printed before it: a comma or a dash.
    pub opens: bool,
}

/// The words of a sentence.
pub(super) fn read(text: &str, sentence: Span) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    let mut segment = 0;
    let mut pause = false;
    let inside = sentence.of(text);
    for piece in inside.split_whitespace() {
        // The place of a piece is where its bytes are.
        let start = sentence.start + (piece.as_ptr() as usize - inside.as_ptr() as usize);
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.is_empty() {
            pause |= piece.contains(['-', '–', '—']);
            continue;
        }
        let opens = pause && !words.is_empty();
        segment += usize::from(opens);
        // Closing marks belong to the word, a comma after it does not.
        let kept = piece.trim_end_matches([',', ';', ':', '—', '–']);
        words.push(Word { span: Span::new(start, start + kept.len()), text: bare, segment, opens });
        // `1,000` and `Oct. 5, 2011` have commas of their own.
        pause = piece.len() > kept.len();
    }
    // `, 2011,` and `, 61,` are no clauses.
    for n in 1..words.len() {
        let figure = words.get(n).is_some_and(|w| w.opens && w.text.chars().all(|c| c.is_ascii_digit()));
        if figure && let Some(word) = words.get_mut(n) {
            word.opens = false;
        }
    }
    words
}

/// Words that lead into a sentence, when they open it; in lower case.
pub(super) fn leads(word: &str) -> bool {
    #[rustfmt::skip]
    const LEADS: &[&str] = &[
        "after", "although", "amid", "as", "asked", "at", "because", "before", "besides", "briefly", "by", "despite", "during",
        "earlier", "for", "from", "given", "if", "in", "instead", "just", "later", "meanwhile", "now", "on", "once", "over",
        "shortly", "since", "speaking", "though", "through", "today", "under", "unlike", "until", "upon", "when", "while",
        "with", "without", "yesterday", "to",
    ];
    LEADS.contains(&word) || word.ends_with("ing") && word.len() > 5
}

/// Words that relate a clause to the one before, or to a noun of it.
pub(super) fn relates(word: &str) -> bool {
    matches!(word, "who" | "which" | "whose" | "whom" | "where" | "when" | "while" | "as" | "because")
}

/// Words that join a clause to the one before.
pub(super) fn joins(word: &str) -> bool {
    relates(word) || matches!(word, "and" | "or" | "but" | "that" | "than")
}

/// Segments that hang on a noun or on the clause before: their verbs are not the sentence's.
pub(super) fn hangs(word: &str) -> bool {
    relates(word) || matches!(word, "after" | "before" | "a" | "an" | "the" | "one" | "if" | "although" | "though")
}

/// Words that may follow a verb at once.
pub(super) fn light(word: &str) -> bool {
    #[rustfmt::skip]
    const LIGHT: &[&str] = &[
        "a", "an", "the", "his", "her", "their", "its", "to", "in", "on", "at", "by", "for", "that", "with", "from", "into",
        "about", "up", "out", "off", "over", "no", "not", "such", "some", "all", "him", "them", "it", "he", "she", "they",
    ];
    LIGHT.contains(&word)
}
