//! Where the parts of the matrix stand: sizes to columns and rows. Nothing is drawn here.

use crate::reader::layout::GUTTER;
use ratatui::layout::Rect;

/// Columns of the strip at the right: heat, and the part on screen.
const STRIP: u16 = 2;

/// The least that a claim's name needs.
const LABEL: u16 = 18;

/// Columns from which names of claims give way to names of outlets, and from which there is a column for who says it.
const WIDE: u16 = 120;
const WIDEST: u16 = 140;

/// Columns for who says it, the gap included.
const SPEAKER: u16 = 18;

/// The most that an outlet's name is given, its gap included.
const WIDEST_NAME: u16 = 18;

/// Columns from which the outlets are named over their cells, not only numbered.
const NAMED: u16 = 6;

/// Where everything stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// Order and filters; the names of the outlets.
    pub head: Rect,
    /// How many rows; how many of them each outlet carries.
    pub totals: Rect,
    /// The rows.
    pub rows: Rect,
    /// What is known of the chosen cell; empty where there is no room.
    pub detail: Rect,
    /// The strip of heat beside the rows; empty where all rows are on screen.
    pub strip: Rect,
    /// Columns of a claim's name.
    pub label: u16,
    /// Columns for who says it, after the name; none where there is no room.
    pub speaker: u16,
    /// Columns for how many outlets carry it; none where there is no room.
    pub count: u16,
    /// Columns of a cell, its gap included.
    pub cell: u16,
    /// The first outlet on screen, and how many are.
    pub window: (usize, usize),
}

impl Shape {
    /// The shape in an area, for so many rows and outlets with names of so many columns, the chosen outlet on screen.
    pub fn new(area: Rect, rows: usize, names: &[u16], chosen: usize) -> Shape {
        let outlets = names.len();
        let wide = area.width >= WIDE;
        let digits = u16::try_from(outlets.max(1).ilog10()).unwrap_or(u16::MAX).saturating_add(1);
        let (count, speaker) =
            (if area.width >= 70 { 3 + 2 * digits } else { 0 }, if area.width >= WIDEST { SPEAKER } else { 0 });
        let room = area.width.saturating_sub(GUTTER + STRIP + count + speaker);
        let longest = names.iter().copied().max().unwrap_or(0).saturating_add(2);
        let least = if rows > 99 { 4 } else { 3 };
        let name = if wide { room * 2 / 5 } else { room / 2 };
        let share = room.saturating_sub(LABEL.max(name)) / u16::try_from(outlets.max(1)).unwrap_or(u16::MAX);
        let cell = share.min(longest).min(WIDEST_NAME).max(least);
        let fit = usize::from(room.saturating_sub(LABEL) / cell).clamp(1, outlets.max(1));
        let first = crate::reader::layout::window_with(0, chosen, fit, outlets);
        let cells = cell.saturating_mul(u16::try_from(fit).unwrap_or(u16::MAX));
        let label = room.saturating_sub(cells);
        let row = |y: u16, height: u16| {
            let y = y.min(area.height);
            Rect { y: area.y + y, height: height.min(area.height - y), ..area }
        };
        let detail = detail_rows(area.height);
        let list = area.height.saturating_sub(2 + detail).min(u16::try_from(rows.max(1)).unwrap_or(u16::MAX));
        let all = row(2, list);
        let detail = if detail == 0 { 0 } else { area.height.saturating_sub(2 + list) };
        let overflow = rows > usize::from(list);
        Shape {
            head: row(0, 1),
            totals: row(1, 1),
            rows: all,
            detail: row(2 + list, detail),
            strip: Rect { x: area.right().saturating_sub(STRIP), width: if overflow { STRIP.min(area.width) } else { 0 }, ..all },
            label,
            speaker,
            count,
            cell,
            window: (first, fit),
        }
    }

    /// Whether the outlets are named over their cells.
    pub fn named(&self) -> bool {
        self.cell >= NAMED
    }

    /// Where the cells begin.
    pub fn cells_x(&self) -> u16 {
        self.head.x + GUTTER + self.label + self.speaker + self.count
    }

    /// The first row on screen, so that the chosen one is, moved from `top` as little as may be.
    pub fn top(&self, top: usize, chosen: usize, rows: usize) -> usize {
        let height = usize::from(self.rows.height).max(1);
        let last = rows.saturating_sub(height);
        top.clamp((chosen + 1).saturating_sub(height), chosen.max((chosen + 1).saturating_sub(height))).min(last)
    }
}

/// Rows that are kept for what is known of the chosen cell.
fn detail_rows(height: u16) -> u16 {
    match height {
        0..=15 => 0,
        16..=19 => 5,
        20..=29 => 8,
        30..=44 => 11,
        _ => 15,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(width: u16, height: u16, outlets: usize, chosen: usize) -> Shape {
        Shape::new(Rect::new(0, 1, width, height), 50, &vec![12; outlets], chosen)
    }

    #[test]
    fn five_outlets_fit_from_40_columns_on_and_names_from_80() {
        assert_eq!((shape(40, 10, 5, 0).window, shape(40, 10, 5, 0).named()), ((0, 5), false));
        assert_eq!((shape(80, 21, 5, 0).window, shape(80, 21, 5, 0).named()), ((0, 5), true));
        assert_eq!(shape(200, 57, 5, 0).cell, 14, "a name and its gap");
    }

    #[test]
    fn of_many_outlets_the_chosen_one_is_on_screen() {
        for chosen in 0..40 {
            let (first, fit) = shape(80, 21, 40, chosen).window;
            assert!((first..first + fit).contains(&chosen), "{chosen} of 40 is not in {first}+{fit}");
        }
    }

    #[test]
    fn the_list_moves_as_little_as_possible() {
        let shape = shape(40, 10, 5, 0);
        assert_eq!(shape.rows.height, 8);
        assert_eq!([shape.top(0, 3, 50), shape.top(0, 8, 50), shape.top(20, 5, 50), shape.top(49, 49, 50)], [0, 1, 5, 42]);
    }

    #[test]
    fn every_size_keeps_within_its_area() {
        for (width, height) in (0..60).flat_map(|w| (0..60).map(move |h| (w * 3, h))) {
            for outlets in [0, 1, 2, 5, 12, 40] {
                let shape = shape(width, height, outlets, 0);
                for area in [shape.head, shape.totals, shape.rows, shape.detail, shape.strip] {
                    assert!(area.right() <= width && area.bottom() <= height + 1, "{width}x{height}, {outlets}: {area:?}");
                }
            }
        }
    }
}
