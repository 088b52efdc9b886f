//! Where everything stands on the screen: sizes to areas, and which panes are on it.
//!
//! In: the size, the number of articles, the window of panes. Out: areas. Nothing is drawn here, and no text is known.

use ratatui::layout::Rect;
use std::ops::Range;

/// Columns that a pane usually needs before another one is put beside it.
pub const PANE: u16 = 34;

/// Columns before the text of a pane: cursor, sign, strength, a gap.
pub const GUTTER: u16 = 4;

/// Columns of a pane that are not text: the gutter; a gap and the scroll bar.
pub const MARGINS: u16 = GUTTER + 2;

/// The smallest screen that can be read.
pub const SMALLEST: (u16, u16) = (40, 12);

/// The areas of the screen of articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The bar of outlets.
    pub bar: Rect,
    /// The panes from left to right: the article and its area, title included.
    pub panes: Vec<(usize, Rect)>,
    /// Rows of a pane above its text: title, and the headline where there is room.
    pub head: u16,
    /// The status line.
    pub status: Rect,
    /// The line of hints; empty where there is no room.
    pub hints: Rect,
    /// The area between the bar and the status line, for views other than the articles.
    pub middle: Rect,
}

/// Whether the screen is too small to be read.
pub fn too_small(size: (u16, u16)) -> bool {
    size.0 < SMALLEST.0 || size.1 < SMALLEST.1
}

/// How many panes stand side by side, where each needs `least` columns.
pub fn panes_that_fit(width: u16, least: u16, articles: usize) -> usize {
    usize::from(width / least.max(1)).clamp(1, articles.max(1))
}

/// Columns of a pane.
pub fn pane_width(width: u16, least: u16, articles: usize) -> u16 {
    let fit = u16::try_from(panes_that_fit(width, least, articles)).unwrap_or(1);
    width / fit.max(1)
}

/// Columns of text in a pane.
pub fn text_width(width: u16, least: u16, articles: usize) -> u16 {
    pane_width(width, least, articles).saturating_sub(MARGINS).clamp(1, super::wrap::WIDEST)
}

/// The window of panes, moved as little as possible so that `focus` lies in it.
pub fn window_with(window: usize, focus: usize, fit: usize, articles: usize) -> usize {
    let last = articles.saturating_sub(fit);
    let reach = if focus < window { focus } else { window.max((focus + 1).saturating_sub(fit)) };
    reach.min(last)
}

impl Layout {
    /// The areas for a size.
    pub fn new(size: (u16, u16), least: u16, articles: usize, window: usize) -> Layout {
        let (width, height) = size;
        let row = |y: u16, rows: u16| Rect::new(0, y.min(height), width, rows.min(height.saturating_sub(y)));
        let hints = u16::from(height >= 16);
        let below = 1 + hints;
        let middle = row(1, height.saturating_sub(1 + below));
        let fit = panes_that_fit(width, least, articles);
        let columns = pane_width(width, least, articles);
        let on_screen: Range<usize> = window..(window + fit).min(articles);
        let panes = on_screen
            .enumerate()
            .map(|(n, article)| {
                let x = columns.saturating_mul(u16::try_from(n).unwrap_or(u16::MAX)).min(width);
                (article, Rect::new(x, middle.y, columns.min(width - x), middle.height))
            })
            .collect();
        Layout {
            bar: row(0, 1),
            panes,
            head: if height >= 20 { 2 } else { 1 },
            status: row(height.saturating_sub(below), 1),
            hints: row(height.saturating_sub(hints), hints),
            middle,
        }
    }

    /// Rows of text in a pane.
    pub fn text_rows(&self) -> u16 {
        self.middle.height.saturating_sub(self.head)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_panes_as_keep_about_34_columns() {
        let fit: Vec<usize> = [40, 80, 120, 170, 200, 400].iter().map(|&w| panes_that_fit(w, PANE, 5)).collect();
        assert_eq!(fit, [1, 2, 3, 5, 5, 5]);
        assert_eq!(panes_that_fit(10, PANE, 5), 1);
        assert_eq!(pane_width(200, PANE, 5), 40);
        assert_eq!((panes_that_fit(200, 60, 5), panes_that_fit(200, 0, 5)), (3, 5));
    }

    #[test]
    fn the_window_moves_as_little_as_possible() {
        assert_eq!(window_with(0, 1, 2, 5), 0);
        assert_eq!(window_with(0, 2, 2, 5), 1);
        assert_eq!(window_with(3, 1, 2, 5), 1);
        assert_eq!(window_with(4, 4, 2, 5), 3);
        assert_eq!(window_with(2, 0, 5, 3), 0);
    }

    #[test]
    fn every_size_has_areas_within_the_screen() {
        for width in 0..60 {
            for height in 0..40 {
                let layout = Layout::new((width, height), PANE, 5, 0);
                let screen = Rect::new(0, 0, width, height);
                let areas = layout.panes.iter().map(|p| p.1).chain([layout.bar, layout.status, layout.hints, layout.middle]);
                for area in areas {
                    assert!(area.right() <= screen.right() && area.bottom() <= screen.bottom(), "{width}x{height}: {area:?}");
                }
            }
        }
    }
}
