//! The mouse: its gestures, and what lies under it on the screen.
//!
//! In: a place on the screen. Out: what is drawn there, by the same layout that draws it. What becomes of a click is in
//! [`super::update::mouse`].

use super::coverage::matrix::Matrix;
use super::coverage::outlets;
use super::draw::{bar, hints, panes, status};
use super::layout::{GUTTER, Layout};
use super::state::View;
use super::wrap::{RowKind, byte_at};
use super::{Action, Session, headlines, only_here, update, versions};
use ratatui::layout::{Position, Rect};

/// What was done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gesture {
    /// The left button was pressed.
    Press,
    /// The mouse moved with the left button held down.
    Drag,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
}

/// A gesture and where on the screen it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointer {
    /// What was done.
    pub gesture: Gesture,
    /// The column, counted from 0.
    pub column: u16,
    /// The row, counted from 0.
    pub row: u16,
}

/// What lies under the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An article's name, in the bar or over its pane.
    Outlet(usize),
    /// A row of an article's text, and the byte of its passage where the text has one there.
    Text {
        /// The article.
        article: usize,
        /// The row of the wrapped article.
        row: usize,
        /// The byte of the row's passage.
        byte: Option<usize>,
    },
    /// The scroll bar of an article's pane, with the part of the article that it stands for there: rows from, to.
    ScrollBar(usize, usize, usize),
    /// A cell of the coverage: which row of the list, which outlet; no outlet beside the cells.
    Cell(usize, Option<usize>),
    /// An outlet over its cells, or over the column of what it alone tells (an index into the outlets).
    Column(usize),
    /// One of the things to choose from in the view on top; for what only one outlet tells: of that outlet.
    Item(usize, Option<usize>),
    /// A key in the line of hints.
    Hint(Action),
}

/// What lies under a place on the screen; none where nothing can be done.
pub fn target(session: &Session, column: u16, row: u16) -> Option<Target> {
    let at = Position::new(column, row);
    let layout = session.layout();
    if layout.hints.contains(at) {
        if status::takes_hints(session, &layout) {
            return None;
        }
        let hints = hints::hints(session, &layout);
        return hints.iter().find(|hint| hint.columns.contains(&column)).map(|hint| Target::Hint(hint.action));
    }
    if layout.bar.contains(at) {
        let labels = bar::labels(session, &layout).labels;
        return labels.iter().find(|label| label.columns.contains(&column)).map(|label| Target::Outlet(label.article));
    }
    if !layout.middle.contains(at) {
        return None;
    }
    let line = usize::from(row - layout.middle.y);
    match session.state.view() {
        View::Read => in_panes(session, &layout, at),
        View::Coverage(view) => in_coverage(session, view, at),
        View::Versions(view) => {
            let starts = versions::lines::lines(session, view, layout.middle.width).starts;
            item(&starts, view.top + line).map(|n| Target::Item(n, None))
        }
        View::Headlines(_) if headlines::side_by_side(session) => pane(&layout, at).map(|(n, _)| Target::Item(n, None)),
        View::Headlines(view) => {
            let starts = headlines::lines(session, view, layout.middle.width, &(0..0)).starts;
            item(&starts, view.top + line).map(|n| Target::Item(n, None))
        }
        View::OnlyHere(view) => in_only_here(session, view, at),
        View::Palette(view) => Some(Target::Item(view.choice.top + line, None)),
        View::Kept(choice) => Some(Target::Item(choice.top + line, None)),
        View::Certificate(_) | View::Help(_) | View::Ask(_) => None,
    }
}

/// The pane under a place: the article and its area.
pub fn pane(layout: &Layout, at: Position) -> Option<(usize, Rect)> {
    layout.panes.iter().copied().find(|(_, area)| area.contains(at))
}

/// Which of the things that begin on the lines `starts` has a line.
fn item(starts: &[usize], line: usize) -> Option<usize> {
    starts.partition_point(|&start| start <= line).checked_sub(1)
}

/// Among the articles side by side.
fn in_panes(session: &Session, layout: &Layout, at: Position) -> Option<Target> {
    let (article, area) = pane(layout, at)?;
    let y = at.y - area.y;
    if y < layout.head {
        return Some(Target::Outlet(article));
    }
    let wrapped = session.wrapped(article);
    if at.x + 2 >= area.right() {
        let height = usize::from(area.height.saturating_sub(layout.head)).max(1);
        let length = wrapped.len().max(height);
        let part = |y: usize| (y * length).div_ceil(height);
        let y = usize::from(y - layout.head);
        return Some(Target::ScrollBar(article, part(y), part(y + 1)));
    }
    let pane = session.state.panes.get(article).copied().unwrap_or_default();
    let number = panes::row_at(pane, y - layout.head)?;
    let row = wrapped.rows.get(number)?;
    let passage = session.story.articles.get(article)?.passages.get(row.passage)?;
    let left = area.x + GUTTER + row.indent;
    let in_text = row.kind == RowKind::Text && at.x >= left;
    let byte = if in_text { byte_at(&passage.text, row.span, at.x - left) } else { None };
    Some(Target::Text { article, row: number, byte })
}

/// In the matrix of coverage.
fn in_coverage(session: &Session, view: &super::coverage::CoverageView, at: Position) -> Option<Target> {
    let matrix = Matrix::new(&session.story, &session.comparison);
    let (rows, chosen) = update::coverage::rows(session, view);
    let shape = update::coverage::shape(session, &matrix, view, rows.len());
    let (first, fit) = shape.window;
    let cell = at.x.checked_sub(shape.cells_x()).map(|x| usize::from(x / shape.cell.max(1))).filter(|n| *n < fit);
    let column = cell.map(|n| first + n).filter(|n| *n < matrix.outlets.len());
    if shape.head.contains(at) || shape.totals.contains(at) {
        return column.map(Target::Column);
    }
    if shape.strip.contains(at) {
        let height = usize::from(shape.strip.height).max(1);
        return Some(Target::Cell(usize::from(at.y - shape.strip.y) * rows.len() / height, None));
    }
    let row = shape.top(view.top, chosen, rows.len()) + usize::from(at.y.checked_sub(shape.rows.y)?);
    (shape.rows.contains(at) && row < rows.len()).then_some(Target::Cell(row, column))
}

/// Among what only one outlet tells.
fn in_only_here(session: &Session, view: &only_here::OnlyHereView, at: Position) -> Option<Target> {
    let outlets = outlets(&session.story);
    let layout = only_here::areas(session, outlets.len(), view.window);
    let (column, area) = pane(&layout, at)?;
    let y = at.y - area.y;
    if y < layout.head {
        return Some(Target::Column(column));
    }
    let outlet = outlets.get(column)?;
    let found = only_here::lines(session, outlet, None, area.width);
    let height = usize::from(area.height.saturating_sub(layout.head));
    let (row, top) = view.at.get(column).copied().unwrap_or_default();
    let line = found.top(top, row, height) + usize::from(y - layout.head);
    let statement = item(&found.starts, line).filter(|_| line < found.lines.len());
    Some(statement.map_or(Target::Column(column), |n| Target::Item(n, Some(column))))
}
