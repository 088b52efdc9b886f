//! Text in the making: whole lines, wrapped and indented by display width.

use crate::report::breaks;
use crate::report::printable::{one_line, printable};
use std::borrow::Cow;

/// The width that text reports are made for, in columns.
const WIDTH: usize = 80;

/// Bytes in which some lines end, unless they are of letters without width.
const ENOUGH: usize = 480;

/// Lines of text, each ended by a line feed.
#[derive(Debug, Default)]
pub struct Lines {
    text: String,
}

impl Lines {
    /// One line as it is.
    pub fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    /// An empty line; never two in a row, and none at the top.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A heading with a rule under it.
    pub fn heading(&mut self, text: &str, rule: char) {
        self.gap();
        let text = one_line(text);
        let before = self.text.len();
        self.wrapped("", "", &text);
        let longest = self.text.get(before..).unwrap_or("").lines().map(textwrap::core::display_width).max().unwrap_or(0);
        self.line(&rule.to_string().repeat(longest));
    }

    /// A paragraph wrapped to 80 columns, its first line and the others indented each in its way.
    pub fn wrapped(&mut self, first: &str, others: &str, text: &str) {
        let text = one_line(text);
        // Most is short and plain, and needs no search for where a line may break.
        if !text.starts_with(' ') && (first.len() + text.len()) < WIDTH && text.is_ascii() && first.is_ascii() {
            if text.trim_end().is_empty() {
                return self.line(first);
            }
            self.text.push_str(first);
            return self.line(&text);
        }
        if let Some((first_width, width)) = left(WIDTH, first).zip(left(WIDTH, others))
            && let Some(lines) = breaks::lines(&text, first_width, width)
        {
            for (n, line) in lines.into_iter().enumerate() {
                self.text.push_str(if n == 0 { first } else { others });
                self.line(line);
            }
            return;
        }
        let options = textwrap::Options::new(WIDTH)
            .initial_indent(first)
            .subsequent_indent(others)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&text, options) {
            self.line(&line);
        }
    }

    /// The beginning of a paragraph: as much as one line of 80 columns holds, cut between words.
    pub fn clipped(&mut self, indent: &str, text: &str) {
        let whole = one_line(text);
        if let Some((line, rest)) = left(WIDTH - 2, indent).and_then(|width| breaks::line(&whole, width)) {
            self.text.push_str(indent);
            self.text.push_str(line);
            return self.line(if rest.is_empty() { "" } else { " …" });
        }
        // A second line, which shows that there is more, is begun long before so many bytes end.
        let text = (0..=ENOUGH).rev().find_map(|end| whole.get(..end)).filter(|_| whole.len() > ENOUGH).unwrap_or(&whole);
        let options = textwrap::Options::new(WIDTH - 2)
            .initial_indent(indent)
            .subsequent_indent(indent)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let mut lines = textwrap::wrap(text, &options).into_iter();
        if lines.len() < 3 && text.len() < whole.len() {
            lines = textwrap::wrap(&whole, &options).into_iter();
        }
        match (lines.next(), lines.next()) {
            (Some(first), Some(_)) => self.line(&format!("{} …", first.trim_end())),
            (Some(first), None) => self.line(&first),
            (None, _) => {}
        }
    }

    /// What has been written, with nothing in it that could steer a terminal.
    pub fn done(self) -> String {
        match printable(&self.text) {
            Cow::Borrowed(_) => self.text,
            Cow::Owned(text) => text,
        }
    }

    /// Adds what was written elsewhere.
    pub fn append(&mut self, other: &Lines) {
        self.text.push_str(&other.text);
    }
}

/// The columns of a line that a plain indent leaves.
fn left(width: usize, indent: &str) -> Option<usize> {
    width.checked_sub(indent.len()).filter(|_| indent.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_keeps_within_the_width_under_its_indent() {
        let mut lines = Lines::default();
        lines.wrapped("1. ", "   ", &"wörter und ".repeat(20));
        let text = lines.done();
        assert!(text.lines().all(|l| textwrap::core::display_width(l) <= WIDTH));
        let mut clipped = Lines::default();
        clipped.clipped("  ", "kurz");
        clipped.clipped("  ", &"wörter und ".repeat(20));
        let clipped = clipped.done();
        assert!(
            clipped.starts_with("  kurz\n  wörter") && clipped.ends_with("und …\n") && clipped.lines().count() == 2,
            "{clipped}"
        );
        assert!(clipped.lines().all(|l| textwrap::core::display_width(l) <= WIDTH));
        assert!(text.lines().skip(1).all(|l| l.starts_with("   w") || l.starts_with("   u")));
    }

    #[test]
    fn what_is_short_or_cut_is_wrapped_as_the_whole_is() {
        let accents = "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}".repeat(60);
        let texts = [String::new(), "plain words - and/or more ".repeat(2), "ab ".repeat(26), "wörter und ".repeat(200), accents];
        for text in texts {
            let options = |width| textwrap::Options::new(width).initial_indent("  ").subsequent_indent("  ");
            let plainly = |width| textwrap::wrap(&text, options(width).word_splitter(textwrap::WordSplitter::NoHyphenation));
            let mut lines = Lines::default();
            lines.wrapped("  ", "  ", &text);
            let all: String = plainly(WIDTH).iter().map(|line| format!("{}\n", line.trim_end())).collect();
            assert_eq!(lines.done(), all);
            let mut lines = Lines::default();
            lines.clipped("  ", &text);
            let whole = plainly(WIDTH - 2);
            let more = if whole.len() > 1 { " …" } else { "" };
            assert_eq!(lines.done(), format!("{}{more}\n", whole[0].trim_end()));
        }
    }
}
