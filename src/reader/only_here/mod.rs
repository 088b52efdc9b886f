//! Only here: for each outlet the statements that no other outlet carries, in order, side by side.
//!
//! In: the session and an outlet. Out: its statements as lines, and where each begins. Two articles of one outlet are one
//! witness: what both of them tell, and nobody else, stands here.

use super::Session;
use super::coverage::Outlet;
use super::draw::flow::{flow, plain};
use super::layout::{self, GUTTER, Layout};
use super::state::Hold;
use super::theme::Role;
use super::versions::lines::place_in_article;
use crate::model::{Span, Statement};
use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};

/// What the view remembers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OnlyHereView {
    /// The outlet of the cursor.
    pub column: usize,
    /// The first outlet on screen.
    pub window: usize,
    /// For each outlet the statement of the cursor and the first line shown.
    pub at: Vec<(usize, usize)>,
    /// The claim that was in hand when the view was opened.
    pub came_with: Option<Hold>,
}

impl OnlyHereView {
    /// The statement of the cursor in the chosen outlet.
    pub fn row(&self) -> usize {
        self.at.get(self.column).map_or(0, |at| at.0)
    }
}

/// The statements of an outlet as lines.
#[derive(Debug, Default)]
pub struct Lines {
    /// The lines.
    pub lines: Vec<Line<'static>>,
    /// The first line of each statement.
    pub starts: Vec<usize>,
    /// The first line of what stands over each statement: that of the statement itself, or of where it stands.
    froms: Vec<usize>,
}

impl Lines {
    /// The first line to show, so that statement `row` is on a screen of `height` lines, moved as little as may be.
    pub fn top(&self, top: usize, row: usize, height: usize) -> usize {
        let start = self.starts.get(row).copied().unwrap_or(0);
        let from = self.froms.get(row).copied().unwrap_or(start);
        let end = self.froms.get(row + 1).copied().unwrap_or(self.lines.len());
        top.max(end.saturating_sub(height)).min(from).min(self.lines.len().saturating_sub(height))
    }

    /// The statement that stands on a line.
    pub fn row_at(&self, line: usize) -> usize {
        self.starts.partition_point(|&start| start <= line).saturating_sub(1)
    }
}

/// The statements of an outlet that no other carries.
pub fn statements<'s>(session: &'s Session, outlet: &'s Outlet) -> Vec<&'s Statement> {
    session.comparison.only_with(&outlet.articles).collect()
}

/// The areas of the outlets on screen, title included.
pub fn areas(session: &Session, outlets: usize, window: usize) -> Layout {
    Layout::new(session.state.size, session.options.pane_width, outlets, window)
}

/// Columns of an outlet's area.
pub fn width(session: &Session, outlets: usize) -> u16 {
    layout::pane_width(session.state.size.0, session.options.pane_width, outlets)
}

/// Makes the lines of an outlet at a width in columns; the statement `chosen` has the cursor.
pub fn lines(session: &Session, outlet: &Outlet, chosen: Option<usize>, width: u16) -> Lines {
    let theme = &session.theme;
    let mut found = Lines::default();
    let mut before: Option<(usize, usize)> = None;
    for (n, statement) in statements(session, outlet).into_iter().enumerate() {
        let place = statement.place;
        let elsewhere = before != Some((place.article, place.passage));
        if elsewhere && before.is_some() {
            found.lines.push(Line::default());
        }
        let from = found.lines.len();
        if before.is_none_or(|b| b.0 != place.article) && outlet.articles.len() > 1 {
            let headline = session.story.articles.get(place.article).map_or("", |a| a.headline.as_str());
            found.lines.extend(plain(headline, theme.style(Role::Headline), width, 1));
        }
        if elsewhere {
            found.lines.extend(plain(&place_in_article(session, &place), theme.style(Role::Quiet), width, 1));
        }
        found.froms.push(from);
        found.starts.push(found.lines.len());
        found.lines.extend(one(session, statement, chosen == Some(n), width));
        before = Some((place.article, place.passage));
    }
    if found.starts.is_empty() {
        let text = "Every statement of this outlet is linked with another outlet's.";
        found.lines.extend(plain(text, theme.style(Role::Quiet), width, 1));
    }
    found
}

/// A statement: cursor, how it is told, the text, who says it.
fn one(session: &Session, statement: &Statement, chosen: bool, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let mut text = session.story.text(&statement.place).to_owned();
    let end = text.len();
    if let Some(speaker) = &statement.speaker {
        text.push_str(if theme.ascii { "  -- " } else { "  — " });
        text.push_str(speaker);
    }
    let styles: [(Span, Style); 1] = [(Span::new(end, text.len()), theme.style(Role::Quiet))];
    let base = theme.style(if chosen { Role::Title } else { Role::Text });
    let mut lines = flow(&text, &styles, base, width, GUTTER);
    if let Some(first) = lines.first_mut().and_then(|line| line.spans.first_mut()) {
        let cursor = if chosen { theme.sign(Role::Cursor) } else { " " };
        let gap = " ".repeat(usize::from(GUTTER.saturating_sub(2)));
        *first = Run::styled(format!("{cursor}{}{gap}", theme.form_sign(Some(statement.form))), theme.style(Role::Cursor));
    }
    lines
}
