//! The matrix of coverage, drawn: claims down, outlets across, what is known of the chosen cell below.

use super::flow::{first, plain};
use super::{fill, put, put_cut, put_line};
use crate::reader::Session;
use crate::reader::coverage::matrix::{Cell, Matrix};
use crate::reader::coverage::shape::Shape;
use crate::reader::coverage::{self, CoverageView, Outlet, Told, detail};
use crate::reader::layout::GUTTER;
use crate::reader::marks::role_of;
use crate::reader::theme::Role;
use crate::reader::update::coverage::{rows, shape};
use crate::reader::wrap::columns;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Columns below which the view does not say what it is.
const NARROW: u16 = 60;

/// Columns from which there is room beside the chosen cell for the others of its row.
const WIDE: u16 = 110;

/// Draws the matrix.
pub fn draw(session: &Session, view: &CoverageView, buffer: &mut Buffer) {
    let matrix = Matrix::new(&session.story, &session.comparison);
    let (rows, at) = rows(session, view);
    let shape = shape(session, &matrix, view, rows.len());
    head(session, &matrix, view, &shape, buffer);
    totals(session, &matrix, &rows, &shape, buffer);
    let top = shape.top(view.top, at, rows.len());
    for (y, (n, &told)) in rows.iter().enumerate().skip(top).take(usize::from(shape.rows.height)).enumerate() {
        let y = shape.rows.y.saturating_add(u16::try_from(y).unwrap_or(u16::MAX));
        row(session, &matrix, told, (n == at, view.column), (&shape, y), buffer);
    }
    if rows.is_empty() {
        let why = if session.state.coverage.filters() {
            "nothing is left of these; Esc shows all"
        } else {
            "nothing is linked at this bar; - shows more"
        };
        let area = Rect { height: shape.rows.height.max(3), ..shape.rows };
        for (y, line) in plain(why, session.theme.style(Role::Quiet), area.width, GUTTER).iter().enumerate() {
            put_line(buffer, area, y, line);
        }
    }
    strip(session, &matrix, &rows, (top, at), shape.strip, buffer);
    if let Some(&told) = rows.get(at) {
        below(session, &matrix, told, view.column, shape.detail, buffer);
    }
}

/// The columns on screen: outlet and where its cells begin.
fn across(shape: &Shape) -> impl Iterator<Item = (usize, u16)> {
    let (first, fit) = shape.window;
    let (x, cell) = (shape.cells_x(), shape.cell);
    (first..first + fit)
        .enumerate()
        .map(move |(n, column)| (column, x.saturating_add(cell.saturating_mul(u16::try_from(n).unwrap_or(u16::MAX)))))
}

/// Order and filters; the outlets.
fn head(session: &Session, matrix: &Matrix, view: &CoverageView, shape: &Shape, buffer: &mut Buffer) {
    let theme = &session.theme;
    let area = shape.head;
    let mut told = session.state.coverage.told(|column| matrix.name(column).to_owned());
    // What is left out says more than the order.
    let first = usize::from(told.len() > 1);
    told.rotate_left(first);
    let end = shape.cells_x().saturating_sub(1);
    let mut x = area.x + 1;
    if area.width >= NARROW {
        x = put_cut(buffer, x, area.y, end, "Coverage", theme.style(Role::Heading)) + 2;
    }
    put_cut(buffer, x, area.y, end, &told.join(" · "), theme.style(Role::Quiet));
    for (column, x) in across(shape) {
        let Some(outlet) = matrix.outlets.get(column) else { continue };
        let end = (x + shape.cell.saturating_sub(1)).min(area.right());
        let style = theme.style(if column == view.column { Role::TitleFocus } else { Role::Title });
        fill(buffer, Rect { x, width: end.saturating_sub(x), ..area }, style);
        if shape.named() {
            put_cut(buffer, x, area.y, end, &name_over_cells(matrix, outlet, end.saturating_sub(x)), style);
        } else {
            put(buffer, x, area.y, end, &outlet.number().to_string(), style);
        }
    }
    more(session, matrix, shape, buffer);
}

/// An outlet's name for so many columns: with its number where all fit so, without its article where it does not fit; and
/// with its number all the same where another begins alike.
fn name_over_cells(matrix: &Matrix, outlet: &Outlet, width: u16) -> String {
    let numbered = |o: &Outlet| format!("{} {}", o.number(), o.name);
    if matrix.outlets.iter().all(|o| columns(&numbered(o)) <= width) {
        return numbered(outlet);
    }
    let short = |o: &Outlet| -> String {
        let whole = columns(&o.name) <= width;
        o.name.strip_prefix("The ").filter(|_| !whole).unwrap_or(&o.name).to_owned()
    };
    let start = |o: &Outlet| short(o).chars().take(usize::from(width.saturating_sub(1))).collect::<String>();
    let own = start(outlet);
    let alike = matrix.outlets.iter().filter(|o| start(o) == own).count() > 1;
    if alike { numbered(outlet) } else { short(outlet) }
}

/// Signs beside the head where outlets are off screen.
fn more(session: &Session, matrix: &Matrix, shape: &Shape, buffer: &mut Buffer) {
    let style = session.theme.style(Role::Quiet);
    let (first, fit) = shape.window;
    let (before, after) = if session.theme.ascii { ("<", ">") } else { ("‹", "›") };
    if first > 0 {
        put(buffer, shape.cells_x().saturating_sub(1), shape.head.y, shape.head.right(), before, style);
    }
    if first + fit < matrix.outlets.len() {
        let x = shape.cells_x().saturating_add(shape.cell.saturating_mul(u16::try_from(fit).unwrap_or(u16::MAX)));
        put(buffer, x, shape.head.y, shape.head.right(), after, style);
    }
}

/// How many rows there are, and how many of them each outlet carries.
fn totals(session: &Session, matrix: &Matrix, rows: &[Told], shape: &Shape, buffer: &mut Buffer) {
    let style = session.theme.style(Role::Quiet);
    let area = shape.totals;
    let claims = session.comparison.claims.len();
    let text = match rows.len() {
        n if session.state.coverage.sole => format!("{n} told by one outlet"),
        1 if claims == 1 => "1 claim".to_owned(),
        n if n == claims => format!("{n} claims"),
        n => format!("{n} of {claims} claims"),
    };
    put_cut(buffer, area.x + 1, area.y, shape.cells_x().saturating_sub(1), &text, style);
    let totals = matrix.totals(rows);
    for (column, x) in across(shape) {
        if let Some(total) = totals.get(column) {
            put(buffer, x, area.y, x + shape.cell.saturating_sub(u16::from(shape.cell > 3)), &total.to_string(), style);
        }
    }
}

/// One row: cursor, sign, name, and a cell for each outlet.
fn row(
    session: &Session,
    matrix: &Matrix,
    told: Told,
    (here, chosen): (bool, usize),
    (shape, y): (&Shape, u16),
    buffer: &mut Buffer,
) {
    let theme = &session.theme;
    let (mark, strong) = match told {
        Told::Claim(c) => (session.comparison.claims.get(c).map_or(Role::Shared, role_of), session.comparison.is_strong(c)),
        Told::Alone(_) => (Role::OnlyHere, true),
    };
    let x = shape.rows.x;
    if here {
        put(buffer, x, y, x + 1, theme.sign(Role::Cursor), theme.style(Role::Cursor));
    }
    put(buffer, x + 1, y, x + 2, theme.sign(mark), theme.style(mark));
    if !strong {
        put(buffer, x + 2, y, x + 3, "~", theme.style(Role::Quiet));
    }
    let name = x + GUTTER;
    let style = theme.style(if here { Role::Title } else { Role::Text });
    put_cut(
        buffer,
        name,
        y,
        (name + shape.label).saturating_sub(2),
        short_name(session, matrix, told, shape.label, shape.speaker > 0),
        style,
    );
    let speaker = name + shape.label;
    if shape.speaker > 0 {
        let end = (speaker + shape.speaker).saturating_sub(2);
        put_cut(buffer, speaker, y, end, matrix.speaker(told).unwrap_or_default(), theme.style(Role::Quiet));
    }
    let cells = matrix.cells(told);
    if shape.count > 0 {
        let full = cells.iter().flatten().count();
        let text = format!("{full}/{}", cells.len());
        put(buffer, speaker + shape.speaker, y, shape.cells_x(), &text, theme.style(Role::Quiet));
    }
    for (column, x) in across(shape) {
        let Some(cell) = cells.get(column) else { continue };
        draw_cell(session, cell.as_ref(), mark, here && column == chosen, Rect { x, y, width: shape.cell, height: 1 }, buffer);
    }
}

/// Columns of a name from which it begins with who says it.
const ROOMY: u16 = 45;

/// What a row is called; where there is little room, so that claims can be told apart, and where that has a column of its
/// own, without whose words they are.
fn short_name<'s>(session: &'s Session, matrix: &'s Matrix, told: Told, room: u16, own_column: bool) -> &'s str {
    let name = coverage::name(session, told);
    match told {
        _ if room >= ROOMY && !own_column => name,
        Told::Claim(c) => session.comparison.claims.get(c).map_or(name, |claim| claim.without_speaker(name)),
        Told::Alone(_) => matrix.speaker(told).and_then(|s| name.strip_prefix(s)?.strip_prefix(": ")).unwrap_or(name),
    }
}

/// A cell: how it is told, and whether differently; reversed under the cursor.
fn draw_cell(session: &Session, cell: Option<&Cell>, mark: Role, here: bool, area: Rect, buffer: &mut Buffer) {
    let theme = &session.theme;
    let end = area.right().saturating_sub(u16::from(area.width > 2));
    let style = cell.map_or(theme.style(Role::Quiet), |cell| theme.cell(mark, cell.strong));
    let x = put(buffer, area.x, area.y, end, theme.form_sign(cell.map(|c| c.form)), style);
    if cell.is_some_and(|c| c.differs) {
        put(buffer, x, area.y, end, theme.sign(Role::Difference), theme.style(Role::Difference));
    }
    if here {
        let width = end.saturating_sub(area.x).min(area.width);
        fill(buffer, Rect { width, ..area }, theme.style(Role::Chosen));
    }
}

/// How widely the rows are told, from the first to the last, with the part on screen and the cursor.
fn strip(session: &Session, matrix: &Matrix, rows: &[Told], (top, at): (usize, usize), area: Rect, buffer: &mut Buffer) {
    if area.width == 0 || area.height == 0 || rows.is_empty() {
        return;
    }
    let theme = &session.theme;
    let height = usize::from(area.height);
    let first = |y: usize| y * rows.len() / height;
    for y in 0..height {
        let part = first(y)..first(y + 1).max(first(y) + 1);
        let of = rows.get(part.clone()).unwrap_or(&[]);
        let row = area.y + u16::try_from(y).unwrap_or(u16::MAX);
        put(buffer, area.x, row, area.right(), theme.heat(matrix.heat(of)), theme.style(Role::Tick));
        let role = if part.contains(&at) {
            Role::TickInHand
        } else if (top..top + height).contains(&part.start) {
            Role::Thumb
        } else {
            Role::Line
        };
        put(buffer, area.x + 1, row, area.right(), theme.sign(role), theme.style(role));
    }
}

/// What is known of the chosen cell.
fn below(session: &Session, matrix: &Matrix, told: Told, column: usize, area: Rect, buffer: &mut Buffer) {
    if area.height < 2 {
        return;
    }
    let line = if session.theme.ascii { "-" } else { "─" };
    put(buffer, area.x, area.y, area.right(), &line.repeat(usize::from(area.width)), session.theme.style(Role::Line));
    let area = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let width = if area.width >= WIDE { area.width / 2 } else { area.width };
    let mut lines = detail::lines(session, matrix, told, column, width);
    if area.width < WIDE {
        lines.push(Line::default());
        lines.extend(detail::others(session, matrix, told, column, width));
    }
    let height = usize::from(area.height);
    for (y, line) in first(lines, height).iter().enumerate() {
        put_line(buffer, area, y, line);
    }
    if area.width >= WIDE {
        let beside = Rect { x: area.x + width, width: area.width - width, ..area };
        let others = detail::others(session, matrix, told, column, beside.width);
        for (y, line) in first(others, height).iter().enumerate() {
            put_line(buffer, beside, y, line);
        }
    }
}
