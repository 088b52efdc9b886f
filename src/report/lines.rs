//! Text in the making: whole lines, wrapped and indented by display width.

use crate::report::printable::{one_line, printable};

/// The width that text reports are made for, in columns.
const WIDTH: usize = 80;

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
        let text = one_line(text);
        let options = textwrap::Options::new(WIDTH - 2)
            .initial_indent(indent)
            .subsequent_indent(indent)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let mut lines = textwrap::wrap(&text, options).into_iter();
        match (lines.next(), lines.next()) {
            (Some(first), Some(_)) => self.line(&format!("{} …", first.trim_end())),
            (Some(first), None) => self.line(&first),
            (None, _) => {}
        }
    }

    /// What has been written, with nothing in it that could steer a terminal.
    pub fn done(self) -> String {
        printable(&self.text).into_owned()
    }
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
}
