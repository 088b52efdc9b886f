//! Headlines and ledes: how each article opens, side by side or one under the other, compared word by word with one of them.
//!
//! In: the session. Out: for each article the lines of its opening; of all together, where each begins.

use super::Session;
use super::draw::flow::{flow, plain};
use super::draw::panes::flag;
use super::layout;
use super::state::Hold;
use super::theme::Role;
use super::versions::lines::{legend, word_role};
use crate::model::{Article, Passage, PassageKind, Span};
use crate::report::wording;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};
use std::ops::Range;

/// The most paragraphs of an opening that are shown.
pub const MOST: usize = 3;

/// What the view remembers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeadlinesView {
    /// The article that is chosen.
    pub chosen: usize,
    /// The article that the others are compared with.
    pub base: usize,
    /// How many paragraphs of each are shown.
    pub paragraphs: usize,
    /// The first line shown.
    pub top: usize,
    /// The claim that was in hand when the view was opened.
    pub came_with: Option<Hold>,
}

/// The lines of all openings, one under the other.
#[derive(Debug, Default)]
pub struct Lines {
    /// The lines.
    pub lines: Vec<Line<'static>>,
    /// The first line of each article.
    pub starts: Vec<usize>,
}

/// Whether all articles stand side by side at this width.
pub fn side_by_side(session: &Session) -> bool {
    let articles = session.story.articles.len();
    articles > 1 && layout::panes_that_fit(session.state.size.0, session.options.pane_width, articles) == articles
}

/// The first paragraphs of an article.
fn opening(article: &Article, paragraphs: usize) -> Vec<&Passage> {
    let body = |p: &&Passage| matches!(p.kind, PassageKind::Paragraph | PassageKind::Speech | PassageKind::Item);
    article.passages.iter().filter(body).take(paragraphs).collect()
}

/// All openings, one under the other, with what the looks of words mean. Words are compared only in openings that have
/// a line in `seen`; that changes no line's place.
pub fn lines(session: &Session, view: &HeadlinesView, width: u16, seen: &Range<usize>) -> Lines {
    let mut found = Lines::default();
    for n in 0..session.story.articles.len() {
        let start = found.lines.len();
        found.starts.push(start);
        let plain = one(session, view, n, width, false);
        let is_seen = start < seen.end && seen.start < start + plain.len();
        found.lines.extend(if is_seen { one(session, view, n, width, true) } else { plain });
        found.lines.push(Line::default());
    }
    found.lines.extend(legend(session, "the base", width));
    found
}

/// The opening of an article: outlet and date, headline, first paragraphs; its words compared with the base's if wanted.
pub fn one(session: &Session, view: &HeadlinesView, n: usize, width: u16, compared: bool) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let Some(article) = session.story.articles.get(n) else { return Vec::new() };
    let base = session.story.articles.get(view.base).filter(|_| compared && view.base != n);
    let mut lines = title(session, view, n, article, width);
    let marked = |base: Option<&str>, text: &str| -> Vec<(Span, Style)> {
        let found = base.map(|base| wording::compare(base, text)).unwrap_or_default();
        found.into_iter().map(|(word, kin)| (word, theme.style(word_role(kin)))).collect()
    };
    let headline = if article.headline.is_empty() { "no headline" } else { &article.headline };
    let styles = marked(base.map(|b| b.headline.as_str()), headline);
    // Where words are marked, bold is the mark of those that the base has not.
    let look = if styles.is_empty() { Role::Headline } else { Role::Text };
    lines.extend(flow(headline, &styles, theme.style(look), width, 1));
    let theirs = base.map(|b| opening(b, view.paragraphs).iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" "));
    for passage in opening(article, view.paragraphs) {
        if let Some(speaker) = &passage.speaker {
            lines.extend(plain(speaker, theme.style(Role::Speaker), width, 3));
        }
        let styles = marked(theirs.as_deref(), &passage.text);
        lines.extend(flow(&passage.text, &styles, theme.style(Role::Text), width, 3));
    }
    lines
}

/// Number and outlet, date, author, remark; whether it is the base.
fn title(session: &Session, view: &HeadlinesView, n: usize, article: &Article, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let name = format!("{} {}", n + 1, article.outlet);
    let mut about: Vec<String> = article.published.map(|d| d.strftime("%-d %b %Y").to_string()).into_iter().collect();
    about.extend(flag(article));
    about.extend(article.byline.clone());
    if view.base == n {
        about.insert(0, "base".to_owned());
    }
    let text = format!("{name}  {}", about.join(" · "));
    let chosen = view.chosen == n;
    let look = if chosen { theme.style(Role::Chosen).patch(theme.style(Role::Title)) } else { theme.style(Role::Title) };
    let styles = [(Span::new(0, name.len()), look), (Span::new(name.len(), text.len()), theme.style(Role::Quiet))];
    let mut lines = flow(&text, &styles, theme.style(Role::Text), width, 1);
    if let Some(first) = lines.first_mut().and_then(|line| line.spans.first_mut()) {
        let mark = if chosen { theme.sign(Role::Cursor) } else { " " };
        *first = Run::styled(mark.to_owned(), theme.style(Role::Cursor));
    }
    lines
}
