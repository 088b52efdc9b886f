//! The view of coverage: moving in the matrix, sorting and filtering it, opening a cell.

use super::{Outcome, certificate, claims, close, close_all, open as open_view, versions};
use crate::reader::coverage::matrix::Matrix;
use crate::reader::coverage::shape::Shape;
use crate::reader::coverage::{Choice, Chosen, CoverageView, Told};
use crate::reader::state::{Hand, View};
use crate::reader::wrap::columns;
use crate::reader::{Action, Session};

/// Opens the matrix on the claim in hand and the outlet with the focus.
pub fn open(session: &mut Session) {
    let came_with = session.hold();
    let told = session.state.hand.map(|hand| Told::Claim(hand.claim));
    let matrix = Matrix::new(&session.story, &session.comparison);
    let column = matrix.column_of(session.state.focus);
    if told.is_some_and(|told| !matrix.rows(&session.state.coverage).contains(&told)) {
        session.state.coverage.clear();
    }
    let chosen = told.and_then(|told| Chosen::new(&session.comparison, told));
    let view = CoverageView { chosen, column, came_with, ..CoverageView::default() };
    open_view(session, View::Coverage(view));
    stand(session, view);
}

/// The view is gone: the claim that was in hand before is in hand again.
pub fn closed(session: &mut Session, view: CoverageView) {
    session.state.hand = view.came_with.and_then(|hold| session.held(&hold));
}

/// The rows as they are now, and which of them has the cursor.
pub fn rows(session: &Session, view: &CoverageView) -> (Vec<Told>, usize) {
    let rows = Matrix::new(&session.story, &session.comparison).rows(&session.state.coverage);
    let now = view.chosen.and_then(|c| c.now(&session.comparison));
    let at = now.and_then(|now| rows.iter().position(|row| *row == now)).unwrap_or(view.row);
    let last = rows.len().saturating_sub(1);
    (rows, at.min(last))
}

/// The shape of the view on the screen.
pub fn shape(session: &Session, matrix: &Matrix, view: &CoverageView, rows: usize) -> Shape {
    let names: Vec<u16> = matrix.outlets.iter().map(|o| columns(&o.name)).collect();
    Shape::new(session.layout().middle, rows, &names, view.column)
}

/// Puts the view back with its cursor on a row that exists, and takes the claim there in hand.
fn stand(session: &mut Session, mut view: CoverageView) {
    let (rows, at) = rows(session, &view);
    let matrix = Matrix::new(&session.story, &session.comparison);
    view.column = view.column.min(matrix.outlets.len().saturating_sub(1));
    view.row = at;
    view.top = shape(session, &matrix, &view, rows.len()).top(view.top, at, rows.len());
    let told = rows.get(at).copied();
    view.chosen = told.and_then(|told| Chosen::new(&session.comparison, told)).or(view.chosen);
    let cell = told.and_then(|told| matrix.cells(told).get(view.column).copied().flatten());
    session.state.hand = match told {
        Some(Told::Claim(claim)) => Some(Hand { claim, version: cell.map_or(0, |c| c.version) }),
        _ => None,
    };
    if let Some(top) = session.state.views.last_mut() {
        *top = View::Coverage(view);
    }
}

/// Does what the matrix knows.
pub fn update(session: &mut Session, action: Action, times: usize) -> Outcome {
    let View::Coverage(view) = *session.state.view() else { return Outcome::Unknown };
    match action {
        Action::Down
        | Action::Up
        | Action::HalfDown
        | Action::HalfUp
        | Action::PageDown
        | Action::PageUp
        | Action::Top
        | Action::Bottom => by_rows(session, view, action, times),
        Action::Left | Action::Right | Action::NextPane | Action::PrevPane | Action::Outlet(_) => {
            by_columns(session, view, action);
        }
        Action::NextClaim => to_full_row(session, view, times, true),
        Action::PrevClaim => to_full_row(session, view, times, false),
        Action::NextOutlet => to_cell(session, view, times, true, true),
        Action::PrevOutlet => to_cell(session, view, times, false, true),
        Action::NextLacking => to_cell(session, view, times, true, false),
        Action::PrevLacking => to_cell(session, view, times, false, false),
        Action::OpenCell => open_cell(session, view),
        Action::Versions => match session.state.hand {
            Some(_) => versions::open(session),
            None => session.state.message = Some("a single outlet carries this: there is nothing to compare".to_owned()),
        },
        Action::Sort | Action::Kind | Action::Speaker | Action::Lacks | Action::Differing | Action::Sole => {
            choose(session, view, action);
        }
        Action::Escape if session.state.coverage.filters() => {
            session.state.coverage.clear();
            stand(session, view);
            say(session);
        }
        Action::BarUp | Action::BarDown => {
            super::showing::update(session, action, times);
            super::showing::settle(session);
            stand(session, view);
        }
        Action::Coverage => close(session),
        _ => return Outcome::Unknown,
    }
    Outcome::Done
}

/// The cursor on a row of the list.
fn to_row(session: &mut Session, view: CoverageView, rows: &[Told], row: usize) {
    let row = row.min(rows.len().saturating_sub(1));
    let chosen = rows.get(row).and_then(|&told| Chosen::new(&session.comparison, told));
    stand(session, CoverageView { row, chosen, ..view });
}

/// Puts the cursor on a row of the list, and on an outlet if one is given; whether it was on that cell already.
pub fn choose_cell(session: &mut Session, row: usize, column: Option<usize>) -> bool {
    let View::Coverage(view) = *session.state.view() else { return false };
    let (rows, at) = rows(session, &view);
    let again = at == row && column == Some(view.column);
    to_row(session, CoverageView { column: column.unwrap_or(view.column), ..view }, &rows, row);
    again
}

/// Puts the cursor on an outlet.
pub fn choose_column(session: &mut Session, column: usize) {
    if let View::Coverage(view) = *session.state.view() {
        stand(session, CoverageView { column, ..view });
    }
}

fn by_rows(session: &mut Session, mut view: CoverageView, action: Action, times: usize) {
    let (rows, at) = rows(session, &view);
    let matrix = Matrix::new(&session.story, &session.comparison);
    let height = usize::from(shape(session, &matrix, &view, rows.len()).rows.height).max(1);
    let (half, page) = ((height / 2).max(1), height.saturating_sub(1).max(1));
    let (down, step) = match action {
        Action::Down => (true, times),
        Action::Up => (false, times),
        Action::HalfDown => (true, half.saturating_mul(times)),
        Action::HalfUp => (false, half.saturating_mul(times)),
        Action::PageDown => (true, page.saturating_mul(times)),
        Action::PageUp => (false, page.saturating_mul(times)),
        Action::Bottom => (true, rows.len()),
        _ => (false, rows.len()),
    };
    // A leaf moves the list with the cursor, so that the cursor keeps its row of the screen.
    if step >= half && !matches!(action, Action::Down | Action::Up) {
        view.top = if down { view.top.saturating_add(step) } else { view.top.saturating_sub(step) };
    }
    let row = if down { at.saturating_add(step) } else { at.saturating_sub(step) };
    to_row(session, view, &rows, row);
}

fn by_columns(session: &mut Session, view: CoverageView, action: Action) {
    let matrix = Matrix::new(&session.story, &session.comparison);
    let count = matrix.outlets.len().max(1);
    let column = match action {
        Action::Left => view.column.saturating_sub(1),
        Action::Right => (view.column + 1).min(count - 1),
        Action::NextPane => (view.column + 1) % count,
        Action::PrevPane => (view.column + count - 1) % count,
        Action::Outlet(number) => matrix.column_of(usize::from(number).saturating_sub(1)),
        _ => view.column,
    };
    stand(session, CoverageView { column, ..view });
}

/// Which of `count` places comes next after `at`, round and round, among those that are `wanted`.
pub fn round(count: usize, at: usize, times: usize, forward: bool, wanted: impl Fn(usize) -> bool) -> Option<usize> {
    let around = |n: usize| if forward { (at + n) % count } else { (at + count - n % count) % count };
    let found: Vec<usize> = (1..=count).map(around).filter(|&n| wanted(n)).collect();
    found.get(times.saturating_sub(1) % found.len().max(1)).copied()
}

/// The next row that the outlet of the cursor carries.
fn to_full_row(session: &mut Session, view: CoverageView, times: usize, forward: bool) {
    let (rows, at) = rows(session, &view);
    let matrix = Matrix::new(&session.story, &session.comparison);
    let carried = |n: usize| rows.get(n).is_some_and(|&told| matrix.carriers(told).contains(&view.column));
    match round(rows.len(), at, times, forward, carried) {
        Some(row) => {
            let turned = if forward { row <= at } else { row >= at };
            to_row(session, view, &rows, row);
            if turned && times == 1 {
                session.state.message = Some(if forward { "on from the beginning" } else { "on from the end" }.to_owned());
            }
        }
        None => session.state.message = Some(format!("{} carries none of these", matrix.name(view.column))),
    }
}

/// The next full or empty cell of the row.
fn to_cell(session: &mut Session, view: CoverageView, times: usize, forward: bool, full: bool) {
    let (rows, at) = rows(session, &view);
    let Some(&told) = rows.get(at) else { return };
    let matrix = Matrix::new(&session.story, &session.comparison);
    let carriers = matrix.carriers(told);
    match round(matrix.outlets.len(), view.column, times, forward, |n| carriers.contains(&n) == full) {
        Some(column) => stand(session, CoverageView { column, ..view }),
        None => session.state.message = Some("every outlet carries it".to_owned()),
    }
}

/// Enter: a full cell leads into the text, an empty one to the certificate of absence.
fn open_cell(session: &mut Session, view: CoverageView) {
    let (rows, at) = rows(session, &view);
    let Some(&told) = rows.get(at) else { return };
    let cell = Matrix::new(&session.story, &session.comparison).cells(told).get(view.column).copied().flatten();
    match (cell, told) {
        (Some(cell), Told::Claim(claim)) => {
            close_all(session);
            claims::go_to(session, Hand { claim, version: cell.version });
        }
        (Some(cell), Told::Alone(_)) => {
            close_all(session);
            claims::go_to_place(session, cell.place);
        }
        (None, told) => certificate::open(session, told, view.column),
    }
}

/// Another order or filter; pressed again on the same outlet or speaker, a filter is lifted.
fn choose(session: &mut Session, view: CoverageView, action: Action) {
    let (rows, at) = rows(session, &view);
    let speaker =
        rows.get(at).and_then(|&told| Matrix::new(&session.story, &session.comparison).speaker(told).map(str::to_owned));
    let choice: &mut Choice = &mut session.state.coverage;
    match action {
        Action::Sort => choice.sort = choice.sort.next(view.column),
        Action::Kind => choice.next_kind(),
        Action::Lacks => choice.lacks = if choice.lacks == Some(view.column) { None } else { Some(view.column) },
        Action::Differing => choice.differing = !choice.differing,
        Action::Sole => choice.sole = !choice.sole,
        Action::Speaker if choice.speaker.is_some() => choice.speaker = None,
        Action::Speaker if speaker.is_none() => {
            session.state.message = Some("nobody is known to say this: no speaker to choose by".to_owned());
            return;
        }
        Action::Speaker => choice.speaker = speaker,
        _ => {}
    }
    stand(session, view);
    say(session);
}

/// Says how many rows are left, and in which order.
fn say(session: &mut Session) {
    let matrix = Matrix::new(&session.story, &session.comparison);
    let rows = matrix.rows(&session.state.coverage).len();
    let told = session.state.coverage.told(|column| matrix.name(column).to_owned()).join(" · ");
    session.state.message = Some(format!("{rows} row{}: {told}", if rows == 1 { "" } else { "s" }));
}
