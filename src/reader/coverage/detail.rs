//! What is known of the cell under the cursor, in a few lines under the matrix.

use super::Told;
use super::certificate::{how_near, nearest};
use super::matrix::{Cell, Matrix};
use crate::model::{DifferenceKind, Span};
use crate::reader::Session;
use crate::reader::draw::flow::{first, flow, plain};
use crate::reader::theme::Role;
use crate::reader::versions::lines::place_in_article;
use crate::report::phrases;
use ratatui::text::Line;

/// The lines for a row and an outlet.
pub fn lines(session: &Session, matrix: &Matrix, told: Told, column: usize, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let mut lines = plain(super::name(session, told), theme.style(Role::Headline), width, 1);
    lines.truncate(2);
    match matrix.cells(told).get(column).copied().flatten() {
        Some(cell) => lines.extend(full(session, matrix, told, column, &cell, width)),
        None => lines.extend(empty(session, matrix, told, column, width)),
    }
    if let Told::Claim(c) = told
        && let Some(claim) = session.comparison.claims.get(c)
    {
        for difference in claim.differences.iter().filter(|d| d.kind != DifferenceKind::Wording) {
            let text = format!("{} {}: {}", theme.sign(Role::Difference), difference.kind.name(), difference.detail);
            lines.extend(plain(&text, theme.style(Role::Difference), width, 1));
        }
    }
    lines
}

/// How the outlet tells it.
fn full(session: &Session, matrix: &Matrix, told: Told, column: usize, cell: &Cell, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let name = matrix.name(column);
    let mut about = vec![place_in_article(session, &cell.place), cell.form.name().to_owned()];
    about.extend(matrix.speaker_in(told, cell).map(str::to_owned));
    if !cell.strong {
        about.push("weak link".to_owned());
    }
    let text = format!("{name}  {}", about.join(" · "));
    let styles = [(Span::new(0, name.len()), theme.style(Role::Title))];
    let mut lines = flow(&text, &styles, theme.style(Role::Quiet), width, 1);
    lines.extend(plain(session.story.text(&cell.place), theme.style(Role::Text), width, 3));
    lines
}

/// How the other outlets tell it, each in a few lines: for screens with room beside the chosen cell.
pub fn others(session: &Session, matrix: &Matrix, told: Told, column: usize, width: u16) -> Vec<Line<'static>> {
    /// Lines for each of them: who, and the beginning of what.
    const LINES: usize = 3;
    let mut lines = Vec::new();
    for (other, cell) in matrix.cells(told).iter().enumerate().filter(|(other, _)| *other != column) {
        if let Some(cell) = cell {
            lines.extend(first(full(session, matrix, told, other, cell, width), LINES));
        }
    }
    lines
}

/// The nearest that the outlet comes.
fn empty(session: &Session, matrix: &Matrix, told: Told, column: usize, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let Some(outlet) = matrix.outlets.get(column) else { return Vec::new() };
    let not = format!("Not in {}.", outlet.name);
    let found = nearest(session, told, outlet);
    let rest = match &found {
        Some(nearest) => format!(" Nearest: {}", how_near(session, nearest)),
        None => " No statement shares a telling word with it.".to_owned(),
    };
    let styles = [(Span::new(0, not.len()), theme.style(Role::Warning))];
    let mut lines = flow(&format!("{not}{rest}"), &styles, theme.style(Role::Quiet), width, 1);
    if let Some(nearest) = found {
        lines.extend(plain(session.story.text(&nearest.place), theme.style(Role::Text), width, 3));
        let why = phrases::not_the_claim(&session.comparison, &nearest);
        if !why.is_empty() {
            lines.extend(plain(&why.join(" · "), theme.style(Role::Quiet), width, 3));
        }
    }
    lines
}
