//! Styled text flowing into lines: for views of one column, and for rows of a pane.

use crate::model::Span;
use crate::reader::wrap;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};

/// Columns left free at the right of a column of text: a gap and the scroll bar.
const RIGHT: u16 = 2;

/// Wraps a text whose parts have styles of their own (`styles`: in order, not overlapping, patched over `base`).
pub fn flow(text: &str, styles: &[(Span, Style)], base: Style, width: u16, indent: u16) -> Vec<Line<'static>> {
    let room = width.saturating_sub(indent).saturating_sub(RIGHT).clamp(1, wrap::WIDEST);
    let mut lines = Vec::new();
    for line in wrap::lines(text, room, 0) {
        let mut runs = vec![Run::raw(" ".repeat(usize::from(indent)))];
        runs.extend(runs_of(text, line, styles, base));
        lines.push(Line::from(runs));
    }
    lines
}

/// The first lines of some, with an ellipsis where others follow.
pub fn first(mut lines: Vec<Line<'static>>, most: usize) -> Vec<Line<'static>> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(run) = lines.last_mut().and_then(|line| line.spans.last_mut()) {
            run.content = format!("{} …", run.content.trim_end()).into();
        }
    }
    lines
}

/// The same for a text in one style.
pub fn plain(text: &str, style: Style, width: u16, indent: u16) -> Vec<Line<'static>> {
    flow(text, &[], style, width, indent)
}

/// A span of a text as runs, each in one style.
pub fn runs_of(text: &str, line: Span, styles: &[(Span, Style)], base: Style) -> Vec<Run<'static>> {
    let mut runs = Vec::new();
    let mut at = line.start;
    let mut push = |span: Span, style: Style| {
        if !span.is_empty() {
            runs.push(Run::styled(wrap::visible(span.of(text)).into_owned(), style));
        }
    };
    for (span, style) in styles.iter().filter(|(span, _)| span.overlaps(line)) {
        let (start, end) = (span.start.max(at), span.end.min(line.end));
        push(Span::new(at, start), base);
        push(Span::new(start, end), base.patch(*style));
        at = end.max(at);
    }
    push(Span::new(at, line.end), base);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Modifier;

    #[test]
    fn styles_keep_to_their_words_over_a_line_break() {
        let bold = Style::default().add_modifier(Modifier::BOLD);
        let text = "one two three";
        let lines = flow(text, &[(Span::new(4, 13), bold)], Style::default(), 9, 0);
        let told: Vec<Vec<(String, bool)>> = lines
            .iter()
            .map(|l| l.spans.iter().filter(|s| !s.content.is_empty()).map(|s| (s.content.to_string(), s.style == bold)).collect())
            .collect();
        assert_eq!(told, [vec![("one ".to_owned(), false), ("two".to_owned(), true)], vec![("three".to_owned(), true)]]);
    }
}
