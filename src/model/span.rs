//! Where something stands in a passage. The only file that converts between units of position.

use serde::{Deserialize, Serialize};

/// A half-open byte range into a passage's cleaned text. Both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end: end.max(start) }
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether the range holds nothing.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte `at` lies inside.
    pub fn holds(&self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that holds both.
    pub fn join(&self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The text of the range; empty where the range does not fit `text`.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The same range without white space at its ends.
    pub fn trimmed(&self, text: &str) -> Span {
        let whole = self.of(text);
        let start = self.start + (whole.len() - whole.trim_start().len());
        let end = start + whole.trim().len();
        Span { start, end }
    }

    /// The range in Unicode scalar values, as reports give it: `(start, end)`.
    pub fn scalars(&self, text: &str) -> (usize, usize) {
        let start = text.get(..self.start).map_or(0, |t| t.chars().count());
        (start, start + self.of(text).chars().count())
    }

    /// The byte range that `start..end` in Unicode scalar values covers; clamped to the text.
    pub fn from_scalars(text: &str, start: usize, end: usize) -> Span {
        let byte = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(i, _)| i);
        Span::new(byte(start), byte(end))
    }
}

/// Scalar offsets into one text without counting it from the start each time: for many spans of a long passage.
#[derive(Debug, Clone)]
pub struct Scalars<'t> {
    text: &'t str,
    /// Characters that begin before each multiple of [`Scalars::STEP`] bytes; empty where every byte is a character.
    before: Vec<usize>,
}

impl<'t> Scalars<'t> {
    /// Bytes that are counted at most for an offset.
    const STEP: usize = 256;

    /// Counts a text once.
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(Self::STEP) {
                before.push(count);
                count += characters(chunk);
            }
            before.push(count);
        }
        Scalars { text, before }
    }

    /// The range in Unicode scalar values: what [`Span::scalars`] gives.
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    /// How many characters begin before a byte.
    fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let Some(&before) = self.before.get(byte / Self::STEP) else { return byte };
        let from = byte - byte % Self::STEP;
        before + self.text.as_bytes().get(from..byte).map_or(0, characters)
    }
}

/// How many characters begin in these bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0b1100_0000 != 0b1000_0000).count()
}

/// A span together with the article and passage it lies in (indices into the story).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// Index into `Story::articles`.
    pub article: usize,
    /// Index into `Article::passages`.
    pub passage: usize,
    /// Byte range in the passage's text.
    pub span: Span,
}

impl Place {
    /// A place by its parts.
    pub fn new(article: usize, passage: usize, span: Span) -> Self {
        Place { article, passage, span }
    }

    /// Whether both lie in the same passage and share a byte.
    pub fn overlaps(&self, other: &Place) -> bool {
        self.same_passage(other) && self.span.overlaps(other.span)
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Place) -> bool {
        self.same_passage(other) && self.span.contains(other.span)
    }

    /// Whether both lie in the same passage of the same article.
    pub fn same_passage(&self, other: &Place) -> bool {
        self.article == other.article && self.passage == other.passage
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_and_bytes_round_trip() {
        let text = "Marine – “oui”";
        let at = text.find("oui").unwrap_or(0);
        let span = Span::new(at, at + 3);
        let (start, end) = span.scalars(text);
        assert_eq!((start, end), (10, 13));
        assert_eq!(Span::from_scalars(text, start, end), span);
        assert_eq!(Span::new(6, 7).trimmed(text).len(), 0);
    }

    #[test]
    fn counted_offsets_agree_with_counting_from_the_start() {
        for text in ["", "plain", &"a – “é” 🚀 ".repeat(200), &"x".repeat(600), &"é".repeat(256)] {
            let scalars = Scalars::new(text);
            let bounds: Vec<usize> = (0..=text.len()).filter(|&i| text.is_char_boundary(i)).collect();
            for (&a, &b) in bounds.iter().zip(bounds.iter().rev()).filter(|(a, b)| a <= b) {
                let span = Span::new(a, b);
                assert_eq!(scalars.of(span), span.scalars(text), "{a}..{b}");
            }
        }
    }
}
