//! The articles side by side: title, text with its marks, gutter of signs, scroll bar with ticks.

use super::{blink, flow, put, put_cut};
use crate::model::{Article, PassageKind, Span};
use crate::reader::Session;
use crate::reader::layout::{GUTTER, Layout};
use crate::reader::marks::Mark;
use crate::reader::state::Pane;
use crate::reader::theme::Role;
use crate::reader::wrap::{Row, RowKind, columns};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Draws all panes on screen.
pub fn draw(session: &Session, layout: &Layout, buffer: &mut Buffer) {
    for &(article, area) in &layout.panes {
        let text = Rect { y: area.y + layout.head.min(area.height), height: area.height.saturating_sub(layout.head), ..area };
        title(session, article, area, layout.head, buffer);
        body(session, article, text, buffer);
        scroll_bar(session, article, text, buffer);
    }
}

/// Number and name of the outlet, date and note; under them the headline, once it has left the pane.
fn title(session: &Session, n: usize, area: Rect, head: u16, buffer: &mut Buffer) {
    let Some(article) = session.story.articles.get(n) else { return };
    let theme = &session.theme;
    let focused = session.state.focus == n;
    let role = if focused { Role::TitleFocus } else { Role::Title };
    let end = area.right().saturating_sub(1);
    let x = put_cut(buffer, area.x + 1, area.y, end, &format!(" {} {} ", n + 1, article.outlet), theme.style(role));
    let mut about: Vec<String> = article.published.map(|d| d.strftime("%-d %b %Y").to_string()).into_iter().collect();
    about.extend(flag(article));
    if let Some(follows) = follows(session, n) {
        about.insert(0, follows.to_owned());
    }
    put_cut(buffer, x + 1, area.y, end, &about.join(" · "), theme.style(Role::Quiet));
    if head > 1 && !headline_in_sight(session, n) {
        put_cut(buffer, area.x + GUTTER, area.y + 1, end, &article.headline, theme.style(Role::Headline));
    }
}

/// The remark on an article in a word: what stands before the colon, else `note`.
pub fn flag(article: &Article) -> Option<String> {
    let note = article.note.as_deref()?;
    let word = note.split_once(':').map(|(word, _)| word).filter(|w| !w.contains(' ') && w.len() <= 12);
    Some(word.unwrap_or("note").to_lowercase())
}

/// With locked panes: whether this one has what the focused one shows.
fn follows(session: &Session, article: usize) -> Option<&'static str> {
    let state = &session.state;
    if !state.locked || state.focus == article {
        return None;
    }
    let carries = session.claim_in_hand().is_some_and(|c| c.versions.iter().any(|v| v.place.article == article));
    Some(match (carries, session.theme.ascii) {
        (true, false) => "⇄ follows",
        (true, true) => "<> follows",
        (false, _) => "not here",
    })
}

/// Whether the headline stands among the rows shown.
fn headline_in_sight(session: &Session, article: usize) -> bool {
    let pane = session.state.panes.get(article).copied().unwrap_or_default();
    let passages = session.story.articles.get(article).map_or(&[][..], |a| &a.passages);
    let wrapped = session.wrapped(article);
    let top = usize::try_from(pane.top).unwrap_or(0);
    let rows = wrapped.rows.iter().skip(top).take(session.text_rows());
    let headline = session.story.articles.get(article).map_or("", |a| a.headline.as_str());
    rows.filter_map(|r| passages.get(r.passage)).any(|p| p.kind == PassageKind::Headline || p.text == headline)
}

/// The rows of text.
fn body(session: &Session, article: usize, area: Rect, buffer: &mut Buffer) {
    let pane = session.state.panes.get(article).copied().unwrap_or_default();
    let wrapped = session.wrapped(article);
    for y in 0..area.height {
        let Some(n) = row_at(pane, y) else { continue };
        let Some(row) = wrapped.rows.get(n) else { break };
        let at = (area.x, area.y + y);
        if n == pane.cursor && session.state.focus == article {
            put(buffer, at.0, at.1, at.0 + 1, session.theme.sign(Role::Cursor), session.theme.style(Role::Cursor));
        }
        draw_row(session, article, row, at, area.right().saturating_sub(2), buffer);
    }
    blink::draw(session, article, area, buffer);
}

/// The row of the article that stands on a row of the pane.
pub fn row_at(pane: Pane, y: u16) -> Option<usize> {
    usize::try_from(pane.top.checked_add(isize::try_from(y).ok()?)?).ok()
}

/// One row: sign and text.
fn draw_row(session: &Session, article: usize, row: &Row, (x, y): (u16, u16), end: u16, buffer: &mut Buffer) {
    let theme = &session.theme;
    let Some(passage) = session.story.articles.get(article).and_then(|a| a.passages.get(row.passage)) else { return };
    match row.kind {
        RowKind::Blank => {}
        RowKind::Speaker => {
            let speaker = passage.speaker.as_deref().unwrap_or_default();
            put_cut(buffer, x + GUTTER, y, end, speaker, theme.style(Role::Speaker));
        }
        RowKind::Text => {
            let marks = session.marks.in_passage(article, row.passage);
            sign(session, marks, row, (x, y), buffer);
            if row.indent > 0 && row.span.start == 0 {
                let bullet = if passage.kind == PassageKind::Caption { theme.sign(Role::Caption) } else { "- " };
                put(buffer, x + GUTTER, y, end, bullet, theme.style(Role::Quiet));
            }
            let styles = styles(session, marks, article, row);
            let mut at = x + GUTTER + row.indent;
            for run in flow::runs_of(&passage.text, row.span, &styles, theme.style(role(passage.kind))) {
                at = put(buffer, at, y, end, &run.content, run.style);
            }
        }
    }
}

/// What a passage's text is, by its kind.
fn role(kind: PassageKind) -> Role {
    match kind {
        PassageKind::Headline => Role::Headline,
        PassageKind::Heading => Role::Heading,
        PassageKind::Caption => Role::Caption,
        PassageKind::Furniture => Role::Furniture,
        PassageKind::Paragraph | PassageKind::Speech | PassageKind::Item => Role::Text,
    }
}

/// How much a mark matters where several meet.
pub fn weight(session: &Session, mark: &Mark) -> (bool, u8, bool) {
    let in_hand = mark.of.is_some() && mark.of.map(|h| h.claim) == session.state.hand.map(|h| h.claim);
    let kind = match mark.role {
        Role::Difference => 3,
        Role::Quotation => 2,
        Role::Shared => 1,
        _ => 0,
    };
    (in_hand, kind, mark.strong)
}

/// How a mark looks in the text.
pub fn look(session: &Session, mark: &Mark) -> Style {
    let theme = &session.theme;
    match (weight(session, mark).0, mark.role) {
        (_, Role::OnlyHere) => Style::default(),
        (true, role) => theme.lit(theme.style(role), mark.strong),
        (false, role) if mark.strong => theme.style(role),
        (false, role) => theme.weak(theme.style(role)),
    }
}

/// The styles of a row's parts: where marks meet, the weightiest wins.
fn styles(session: &Session, marks: &[Mark], article: usize, row: &Row) -> Vec<(Span, Style)> {
    let here = |m: &&Mark| m.place.span.overlaps(row.span) && seen(session, m);
    let marks: Vec<&Mark> = marks.iter().filter(here).collect();
    let trail = trail_in(session, article, row);
    let spans = marks.iter().map(|m| m.place.span).chain(trail.iter().map(|(span, _)| *span));
    let mut bounds: Vec<usize> = spans.flat_map(|s| [s.start.max(row.span.start), s.end.min(row.span.end)]).collect();
    bounds.sort_unstable();
    bounds.dedup();
    let mut found = Vec::new();
    for (&start, &end) in bounds.iter().zip(bounds.iter().skip(1)) {
        let part = Span::new(start, end);
        let over = marks.iter().filter(|m| m.place.span.contains(part));
        let marked = over.max_by_key(|m| weight(session, m)).map(|best| look(session, best));
        let on_trail = trail.iter().find(|(span, _)| span.contains(part)).map(|(_, style)| *style);
        match (marked, on_trail) {
            (Some(style), Some(over)) => found.push((part, style.remove_modifier(Modifier::REVERSED).patch(over))),
            (Some(style), None) | (None, Some(style)) => found.push((part, style)),
            (None, None) => {}
        }
    }
    found
}

/// The places of the trail in a row, the one gone to first, each with its look.
fn trail_in(session: &Session, article: usize, row: &Row) -> Vec<(Span, Style)> {
    let Some(trail) = &session.state.trail else { return Vec::new() };
    let at = trail.here();
    let here = trail.in_passage(article, row.passage).iter().filter(|p| p.span.overlaps(row.span));
    let mut found: Vec<(Span, Role)> =
        here.map(|p| (p.span, if Some(*p) == at { Role::FoundHere } else { Role::Found })).collect();
    found.sort_by_key(|(_, role)| *role != Role::FoundHere);
    found.into_iter().map(|(span, role)| (span, session.theme.style(role))).collect()
}

/// Whether a mark is seen: the choice of marks lets it, or its claim is in hand.
fn seen(session: &Session, mark: &Mark) -> bool {
    mark.is_shown(session.state.shown) || weight(session, mark).0
}

/// The sign in the gutter of the row on which a mark begins; a bar beside the further rows of the claim in hand.
fn sign(session: &Session, marks: &[Mark], row: &Row, (x, y): (u16, u16), buffer: &mut Buffer) {
    let theme = &session.theme;
    let begins = |m: &&Mark| row.span.holds(m.place.span.start) && seen(session, m);
    let goes_on = |m: &&Mark| weight(session, m).0 && m.place.span.overlaps(row.span);
    let first = marks.iter().filter(begins).max_by_key(|m| weight(session, m));
    let more = marks.iter().find(goes_on);
    match (first, more) {
        (Some(mark), None) => draw_sign(session, mark, theme.sign(mark.role), (x, y), buffer),
        (Some(mark), Some(_)) if weight(session, mark).0 => draw_sign(session, mark, theme.sign(mark.role), (x, y), buffer),
        (_, Some(mark)) => draw_sign(session, mark, theme.sign(Role::Line), (x, y), buffer),
        (None, None) => {}
    }
}

fn draw_sign(session: &Session, mark: &Mark, sign: &str, (x, y): (u16, u16), buffer: &mut Buffer) {
    let theme = &session.theme;
    let style = theme.style(mark.role).remove_modifier(Modifier::UNDERLINED);
    let style = if weight(session, mark).0 { style.patch(theme.style(Role::Cursor)) } else { style };
    put(buffer, x + 1, y, x + 2, sign, style);
    if !mark.strong && sign == theme.sign(mark.role) {
        put(buffer, x + 2, y, x + 3, "~", theme.style(Role::Quiet));
    }
}

/// The scroll bar: the part on screen, ticks where claims stand, the claim in hand brighter.
fn scroll_bar(session: &Session, article: usize, area: Rect, buffer: &mut Buffer) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    let theme = &session.theme;
    let wrapped = session.wrapped(article);
    let height = usize::from(area.height);
    let length = wrapped.len().max(height);
    let top = usize::try_from(session.state.panes.get(article).map_or(0, |p| p.top)).unwrap_or(0);
    let mut ticks = vec![0u8; height];
    for mark in session.marks.of(article).iter().filter(|m| m.of.is_some() && seen(session, m)) {
        let row = wrapped.row_of(mark.place.passage, mark.place.span.start);
        if let Some(tick) = ticks.get_mut(row * height / length) {
            *tick = (*tick).max(if weight(session, mark).0 { 2 } else { 1 });
        }
    }
    for place in session.state.trail.iter().flat_map(|trail| trail.in_article(article)) {
        if let Some(tick) = ticks.get_mut(wrapped.row_of(place.passage, place.span.start) * height / length) {
            *tick = 3;
        }
    }
    for (y, tick) in ticks.into_iter().enumerate() {
        let first = y * length / height;
        let in_sight = wrapped.len() > height && first + length / height > top && first < top + height;
        let (sign, role) = match (tick, in_sight, theme.ascii) {
            (3, _, _) => (theme.sign(Role::Found), Role::Found),
            (2, _, _) => (theme.sign(Role::TickInHand), Role::TickInHand),
            (1, true, false) => ("┫", Role::Tick),
            (1, false, false) => ("┤", Role::Tick),
            (1, _, true) => (theme.sign(Role::Tick), Role::Tick),
            (_, true, _) => (theme.sign(Role::Thumb), Role::Thumb),
            _ => (theme.sign(Role::Line), Role::Line),
        };
        let row = area.y + u16::try_from(y).unwrap_or(u16::MAX);
        put(buffer, area.right() - 1, row, area.right(), sign, theme.style(role));
    }
}

/// Columns from the left edge of a pane at which a byte of a row's passage stands.
pub fn column_of(text: &str, row: &Row, byte: usize) -> u16 {
    let before = Span::new(row.span.start, byte.min(row.span.end)).of(text);
    GUTTER + row.indent + columns(before)
}
