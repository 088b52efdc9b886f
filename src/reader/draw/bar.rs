//! The bar of outlets on top of every view, and which outlet stands where in it.

use super::{fill, put};
use crate::reader::layout::Layout;
use crate::reader::state::View;
use crate::reader::theme::Role;
use crate::reader::wrap::columns;
use crate::reader::{Session, coverage};
use ratatui::buffer::Buffer;
use std::ops::Range;

/// An outlet in the bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The article.
    pub article: usize,
    /// The columns that it takes.
    pub columns: Range<u16>,
    text: String,
    on_screen: bool,
}

/// The outlets that have room in the bar, and whether others stand before and after them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// From left to right.
    pub labels: Vec<Label>,
    before: bool,
    after: bool,
}

/// The outlets in the bar: all of them, those off screen in brackets, and those that carry the claim in hand with a
/// dot. Of many, those left of the focus give way first, so that the focus is always to be seen.
pub fn labels(session: &Session, layout: &Layout) -> Labels {
    let theme = &session.theme;
    let area = layout.bar;
    let focus = focus(session);
    let whole =
        matches!(session.state.on_screen(), View::Coverage(_) | View::Certificate(_) | View::OnlyHere(_) | View::Headlines(_));
    let on_screen = |n: usize| whole || layout.panes.iter().any(|p| p.0 == n);
    let carries = |n: usize| session.claim_in_hand().is_some_and(|c| c.versions.iter().any(|v| v.place.article == n));
    let text = |n: usize, outlet: &str| {
        let dot = match (carries(n), theme.ascii) {
            (true, false) => "●",
            (true, true) => "*",
            (false, _) => " ",
        };
        if on_screen(n) { format!("{dot}{} {outlet} ", n + 1) } else { format!("{dot}({} {outlet})", n + 1) }
    };
    let texts: Vec<String> = session.story.articles.iter().enumerate().map(|(n, a)| text(n, &a.outlet)).collect();
    let upto =
        |from: usize| -> u16 { texts.iter().take(focus + 1).skip(from).fold(0, |sum: u16, l| sum.saturating_add(columns(l))) };
    let mut from = 0;
    while from < focus && upto(from).saturating_add(2) > area.width {
        from += 1;
    }
    let mut found = Labels { labels: Vec::new(), before: from > 0, after: false };
    let mut x = area.x.saturating_add(u16::from(found.before));
    for (article, text) in texts.into_iter().enumerate().skip(from) {
        let end = x.saturating_add(columns(&text));
        if end >= area.right() {
            found.after = true;
            break;
        }
        found.labels.push(Label { article, columns: x..end, text, on_screen: on_screen(article) });
        x = end;
    }
    found
}

/// Draws the bar; at the right, where there is room, the title of the story.
pub fn draw(session: &Session, layout: &Layout, buffer: &mut Buffer) {
    let theme = &session.theme;
    let area = layout.bar;
    let style = theme.style(Role::Bar);
    fill(buffer, area, style);
    let focus = focus(session);
    let found = labels(session, layout);
    if found.before {
        put(buffer, area.x, area.y, area.right(), "‹", style);
    }
    for label in &found.labels {
        let role = match (label.article == focus, label.on_screen) {
            (true, _) => style.patch(theme.style(Role::BarFocus)),
            (false, true) => style,
            (false, false) => style.patch(theme.style(Role::BarOff)),
        };
        put(buffer, label.columns.start, area.y, area.right(), &label.text, role);
    }
    if found.after {
        put(buffer, area.right().saturating_sub(1), area.y, area.right(), "›", style);
        return;
    }
    let title = &session.story.title;
    let width = columns(title);
    let x = found.labels.last().map_or(area.x, |label| label.columns.end);
    if x.saturating_add(width).saturating_add(3) < area.right() {
        put(buffer, area.right() - width - 1, area.y, area.right(), title, style.patch(theme.style(Role::Quiet)));
    }
}

/// The article that the view on top is about: the one with the focus, or the first of the chosen outlet.
fn focus(session: &Session) -> usize {
    let column = match session.state.view() {
        View::Coverage(view) => view.column,
        View::Certificate(view) => view.column,
        View::OnlyHere(view) => view.column,
        View::Headlines(view) => return view.chosen,
        _ => return session.state.focus,
    };
    coverage::outlets(&session.story).get(column).and_then(|o| o.articles.first().copied()).unwrap_or(0)
}
