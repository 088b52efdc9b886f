//! A text in, its blocks out: paragraphs with the source lines they came from, joined where the file broke them (lines wrapped
//! at a width, a quotation torn in two), never where a line is a paragraph. What a block is in the article is decided elsewhere.

use super::clean::clean;
use super::markup::{self, Mark};
use super::{transcript, words};
use std::borrow::Cow;

/// A paragraph, heading, item or other piece that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// First and last line in the source, from 1.
    pub lines: (usize, usize),
    /// Cleaned text; never empty.
    pub text: String,
    /// What its marks say.
    pub mark: Mark,
    /// Whether an empty line or a rule stands before it (or nothing).
    pub gap: bool,
}

/// A whole text, cut and cleaned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Blocks {
    /// In reading order.
    pub blocks: Vec<Block>,
    /// Characters that were removed.
    pub removed: usize,
}

/// A line, or a piece of one where a tag cuts it.
struct Line {
    number: usize,
    mark: Mark,
    text: String,
    gap: bool,
    indent: usize,
}

impl Line {
    /// Whether it may be a title: a line by itself, short, without a stop.
    fn is_title(&self) -> bool {
        self.mark == Mark::Text && self.gap && !words::ends_sentence(&self.text) && words::count(&self.text) <= 20
    }
}

/// Cuts a text into blocks. Source lines are counted from `first`.
pub fn blocks(text: &str, first: usize) -> Blocks {
    let text = markup::without_scripts(text);
    let (lines, removed) = lines(&text, first);
    let width = wrap_width(&lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut previous: Option<Line> = None;
    for line in lines {
        let join = match (&previous, blocks.last()) {
            (Some(before), Some(block)) => continues(before, block, &line, width),
            _ => None,
        };
        match (join, blocks.last_mut()) {
            (Some(glue), Some(block)) => {
                block.text.push_str(glue);
                block.text.push_str(&line.text);
                block.lines.1 = line.number;
            }
            _ => {
                blocks.push(Block { lines: (line.number, line.number), text: line.text.clone(), mark: line.mark, gap: line.gap })
            }
        }
        previous = Some(line);
    }
    Blocks { blocks, removed }
}

/// The lines that hold something; empty lines and rules become the `gap` of the next, an underline the mark of the one before.
fn lines(text: &str, first: usize) -> (Vec<Line>, usize) {
    let mut lines: Vec<Line> = Vec::new();
    let (mut removed, mut gap) = (0, true);
    for (n, raw) in normal_breaks(text).split('\n').enumerate() {
        let indent = raw.chars().take_while(|c| c.is_whitespace()).count();
        let mut empty = true;
        for segment in markup::segments(raw) {
            let cleaned = clean(&segment.text);
            removed += cleaned.removed;
            if segment.mark == Mark::Rule {
                let underline = !gap && cleaned.text.starts_with(['=', '-', '~']);
                if let Some(above) = lines.last_mut().filter(|l| underline && l.number == first + n - 1 && l.is_title()) {
                    above.mark = Mark::Heading;
                }
                continue;
            }
            if cleaned.text.is_empty() {
                continue;
            }
            let torn = lines.last().is_some_and(|l| l.number == first + n);
            lines.push(Line { number: first + n, mark: segment.mark, text: cleaned.text, gap: gap || torn, indent });
            (gap, empty) = (false, false);
        }
        gap |= empty;
    }
    (lines, removed)
}

/// Every kind of line break as `\n`.
fn normal_breaks(text: &str) -> Cow<'_, str> {
    const OTHERS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    // 0x85, 0xa8 and 0xa9 end the breaks beyond ASCII.
    if !text.bytes().any(|b| matches!(b, b'\r' | 0xb | 0xc | 0x85 | 0xa8 | 0xa9)) || !text.contains(OTHERS) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace(OTHERS, "\n"))
}

/// The column at which the file's lines were wrapped, if they were: then a line that is followed directly by another is full,
/// that is, the next line's first word would not have fitted on it.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let pairs = || lines.iter().zip(lines.iter().skip(1)).filter(|(a, b)| !b.gap && a.mark == Mark::Text && b.mark == Mark::Text);
    let mut widths: Vec<usize> = pairs().map(|(a, _)| columns(a)).collect();
    if widths.len() < 2 {
        return None;
    }
    widths.sort_unstable();
    let width = *widths.last()?;
    if !(40..=120).contains(&width) {
        return None;
    }
    let (mut full, mut open) = (0, 0);
    for (a, b) in pairs() {
        full += usize::from(is_full(a, b, width));
        open += usize::from(!words::ends_sentence(&a.text));
    }
    let all = widths.len();
    (full * 10 >= all * 7 && open * 10 >= all * 6).then_some(width)
}

fn columns(line: &Line) -> usize {
    line.indent + line.text.chars().count()
}

/// Whether the first word of `b` would not have fitted at the end of `a`; a few columns are allowed for ragged wrapping.
fn is_full(a: &Line, b: &Line, width: usize) -> bool {
    let first = b.text.split_whitespace().next().map_or(0, |w| w.chars().count());
    columns(a) + 1 + first + 4 > width
}

/// What to put between a block and a line that continues it; `None` if it does not.
fn continues(before: &Line, block: &Block, line: &Line, width: Option<usize>) -> Option<&'static str> {
    let plain = line.mark == Mark::Text && matches!(block.mark, Mark::Text | Mark::Item);
    if !plain {
        return None;
    }
    if !line.gap {
        let width = width?;
        if words::ends_sentence(&before.text) && transcript::turn(&line.text).is_some() {
            return None;
        }
        let hyphen = before.text.ends_with('-') && before.text.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
        let low = words::begins_low(&line.text) && !words::ends_sentence(&before.text);
        let same = line.indent <= before.indent || block.mark == Mark::Item;
        return (same && (is_full(before, line, width) || low)).then_some(if hyphen { "" } else { " " });
    }
    torn(&block.text, &line.text).then_some(" ")
}

/// Whether markup tore one sentence into two paragraphs: it is not ended, a quotation is open or a word calls for the next,
/// and what follows begins in the middle of a sentence.
fn torn(above: &str, below: &str) -> bool {
    const CALLS: [&str; 26] = [
        "a", "an", "the", "of", "to", "in", "on", "at", "for", "from", "by", "with", "and", "or", "but", "that", "against",
        "into", "his", "her", "their", "its", "our", "my", "as", "than",
    ];
    // A limit, so that hostile text cannot make one paragraph grow for ever.
    if above.len() > 4000 || !words::begins_low(below) || words::ends_sentence(above) || above.ends_with([':', ';']) {
        return false;
    }
    let last = above.split_whitespace().next_back().unwrap_or("");
    (words::quotation_open(above) && words::count(above) >= 4) || CALLS.contains(&last) && words::count(above) >= 6
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        blocks(text, 1).blocks.into_iter().map(|b| b.text).collect()
    }

    const WRAPPED: &str = "Harbour bridge shut after storm\n\nThe old harbour bridge was shut on Monday night after the storm\n\
        tore two of its cables, the city said, and no one could tell when\nit would open again for the traffic of the northern quarters.\n\n\
        “We will not take any risk with people's lives,” the mayor told a\nnews conference.\n";

    #[test]
    fn wrapped_lines_are_joined() {
        let got = blocks(WRAPPED, 1).blocks;
        assert_eq!(got.len(), 3, "{got:#?}");
        assert_eq!(got[1].lines, (3, 5));
        assert!(got[1].text.contains("no one could tell when it would open"));
        assert_eq!(got[2].lines, (7, 8));
    }

    #[test]
    fn a_headline_above_wrapped_text_stays_apart() {
        let text = WRAPPED.replacen("\n\n", "\n", 1);
        assert_eq!(texts(&text).len(), 3);
    }

    #[test]
    fn one_paragraph_a_line_is_not_joined() {
        let text = "Headline here\nThe first paragraph says that the bridge is shut and will be for weeks.\nShe left.\n\
            The third paragraph is a good deal longer than any of the others and says nothing new at all, as third paragraphs do.\nHe stayed\n";
        assert_eq!(texts(text).len(), 5);
        let short = "The bridge is shut, the mayor said.\nIt will open again on Friday.\nNo one was hurt in the storm.\nTwo cables tore.\n";
        assert_eq!(texts(short).len(), 4);
    }

    #[test]
    fn turns_part_paragraphs_in_wrapped_text() {
        let text = "JANE ROE: The old harbour bridge was shut on Monday night after the storm tore\ntwo of its cables, and no one can tell when it will be open again for us here.\n\
            JOHN DOE: And what will the city do for those who have to use the bridge every\nday to go to their work?\n";
        assert_eq!(texts(text).len(), 2);
    }

    #[test]
    fn indents_part_paragraphs_in_wrapped_text() {
        let text = "    The old harbour bridge was shut on Monday night after the storm\ntore two of its cables, the city said, and no one could tell when\n\
            it would open.\n    The mayor said that the city would not take any risk with the\nlives of people who use the bridge every day to go to work.\n";
        assert_eq!(texts(text).len(), 2);
    }

    #[test]
    fn a_torn_quotation_is_one_passage() {
        let got = blocks("*“We should see the danger, and join in the fight against*\n\nfloods.”\n\nSix men died.\n", 1).blocks;
        assert_eq!(got[0].text, "“We should see the danger, and join in the fight against floods.”");
        assert_eq!((got[0].lines, got.len()), ((1, 3), 2));
        assert_eq!(texts("He spoke to the head of the\n\nlocal council on Monday.").len(), 1);
    }

    #[test]
    fn paragraphs_that_only_look_torn_stay_apart() {
        for text in [
            "“We should see the danger and\n\n“join in the fight.”",
            "The winners are:\n\nred apples",
            "Pictured: the hall where they met on Monday\n\nde Wit said he would go.",
            "“We go.”\n\nhe said",
            "The first iPhone of the\n\niPhone era",
        ] {
            assert_eq!(texts(text).len(), 2, "{text}");
        }
    }

    #[test]
    fn rules_and_underlines() {
        let got = blocks("Bridge shut\n===========\n\nText one.\n\n---\nText two.\n---\n", 1).blocks;
        assert_eq!(
            got.iter().map(|b| (b.mark, b.gap)).collect::<Vec<_>>(),
            [(Mark::Heading, true), (Mark::Text, true), (Mark::Text, true)]
        );
        assert_eq!(got[2].mark, Mark::Text);
    }

    #[test]
    fn lines_are_counted_over_every_kind_of_break() {
        let got = blocks("one\r\n\r\ntwo\u{2028}three\rfour", 1).blocks;
        assert_eq!(got.iter().map(|b| b.lines.0).collect::<Vec<_>>(), [1, 3, 4, 5]);
    }
}
