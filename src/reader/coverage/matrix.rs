//! Rows and cells of the matrix: who carries what, and how it is told.
//!
//! In: story, comparison, and the choice of order and filters. Out: rows in order, the cells of a row, counts by outlet.
//! Nothing is known here of the screen.

use super::outlets::{Outlet, of_articles};
use super::{Choice, Sort, Told};
use crate::model::{ClaimKind, Comparison, DifferenceKind, Form, PassageKind, Place, STRONG, Story, Version};
use std::cmp::Reverse;

/// How an outlet tells a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// The place of the version that tells it most directly.
    pub place: Place,
    /// That version (index into `Claim::versions`); 0 for a statement that stands alone.
    pub version: usize,
    /// How it is told.
    pub form: Form,
    /// Whether a strong link holds one of the outlet's versions; what stands alone needs none.
    pub strong: bool,
    /// Whether one of the outlet's versions is among those that differ.
    pub differs: bool,
}

/// A story with what was found in it, as a matrix.
pub struct Matrix<'s> {
    story: &'s Story,
    comparison: &'s Comparison,
    /// The columns.
    pub outlets: Vec<Outlet>,
    /// For each article its column.
    of_article: Vec<usize>,
}

impl<'s> Matrix<'s> {
    /// The matrix of a story.
    pub fn new(story: &'s Story, comparison: &'s Comparison) -> Matrix<'s> {
        let outlets = super::outlets(story);
        let of_article = of_articles(&outlets, story.articles.len());
        Matrix { story, comparison, outlets, of_article }
    }

    /// The column of an article.
    pub fn column_of(&self, article: usize) -> usize {
        self.of_article.get(article).copied().unwrap_or(0)
    }

    /// The name of a column.
    pub fn name(&self, column: usize) -> &str {
        self.outlets.get(column).map_or("", |o| o.name.as_str())
    }

    /// The places of a row's versions.
    fn places(&self, told: Told) -> Vec<Place> {
        match told {
            Told::Claim(c) => {
                self.comparison.claims.get(c).map_or_else(Vec::new, |c| c.versions.iter().map(|v| v.place).collect())
            }
            Told::Alone(s) => self.comparison.statements.get(s).map(|s| s.place).into_iter().collect(),
        }
    }

    /// The columns that carry a row, ascending.
    pub fn carriers(&self, told: Told) -> Vec<usize> {
        let mut columns: Vec<usize> = self.places(told).iter().map(|p| self.column_of(p.article)).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// The cells of a row, one for each outlet; none where the outlet lacks it.
    pub fn cells(&self, told: Told) -> Vec<Option<Cell>> {
        let mut cells = vec![None; self.outlets.len()];
        match told {
            Told::Alone(s) => {
                let Some(statement) = self.comparison.statements.get(s) else { return cells };
                let (place, form) = (statement.place, statement.form);
                if let Some(cell) = cells.get_mut(self.column_of(place.article)) {
                    *cell = Some(Cell { place, version: 0, form, strong: true, differs: false });
                }
            }
            Told::Claim(c) => self.claim_cells(c, &mut cells),
        }
        cells
    }

    fn claim_cells(&self, number: usize, cells: &mut [Option<Cell>]) {
        let Some(claim) = self.comparison.claims.get(number) else { return };
        let mut strong = vec![false; claim.versions.len()];
        for link in self.comparison.links_of(number).filter(|l| l.score >= STRONG) {
            for version in [link.versions.0, link.versions.1] {
                if let Some(mark) = strong.get_mut(version) {
                    *mark = true;
                }
            }
        }
        let material = claim.differences.iter().filter(|d| d.kind != DifferenceKind::Wording);
        let differing: Vec<usize> = material.flat_map(|d| d.versions.iter().copied()).collect();
        let running = |v: &Version| {
            let kind = self.story.passage(&v.place).map(|p| p.kind);
            matches!(kind, Some(PassageKind::Paragraph | PassageKind::Speech | PassageKind::Item))
        };
        let clear = self.comparison.clear(number, |article| self.column_of(article));
        let clear = |v: usize| clear.get(v).copied().unwrap_or(false);
        for (v, version) in claim.versions.iter().enumerate() {
            let Some(cell) = cells.get_mut(self.column_of(version.place.article)) else { continue };
            let mut new = Cell {
                place: version.place,
                version: v,
                form: version.form,
                strong: strong.get(v).copied().unwrap_or(false),
                differs: differing.contains(&v),
            };
            if let Some(old) = cell {
                let (any_strong, any_differs) = (old.strong || new.strong, old.differs || new.differs);
                let rank = |n: usize, v: &Version| (!clear(n), v.form, !running(v));
                let better = claim.versions.get(old.version).is_none_or(|o| rank(v, version) < rank(old.version, o));
                if !better {
                    new = *old;
                }
                (new.strong, new.differs) = (any_strong, any_differs);
            }
            *cell = Some(new);
        }
    }

    /// Whose words a row is.
    pub fn speaker(&self, told: Told) -> Option<&'s str> {
        match told {
            Told::Claim(c) => self.comparison.claims.get(c)?.speaker.as_deref(),
            Told::Alone(s) => self.comparison.statements.get(s)?.speaker.as_deref(),
        }
    }

    /// Who says it in an outlet's telling.
    pub fn speaker_in(&self, told: Told, cell: &Cell) -> Option<&'s str> {
        match told {
            Told::Claim(c) => self.comparison.claims.get(c)?.versions.get(cell.version)?.speaker.as_deref(),
            Told::Alone(_) => self.speaker(told),
        }
    }

    /// What kind a row is.
    fn kind(&self, told: Told) -> ClaimKind {
        match told {
            Told::Claim(c) => self.comparison.claims.get(c).map_or(ClaimKind::Statement, |c| c.kind),
            Told::Alone(s) => match self.comparison.statements.get(s).map(|s| s.form) {
                Some(Form::Direct) => ClaimKind::Quotation,
                _ => ClaimKind::Statement,
            },
        }
    }

    /// How many material differences a row has.
    fn differences(&self, told: Told) -> usize {
        match told {
            Told::Claim(c) => self
                .comparison
                .claims
                .get(c)
                .map_or(0, |c| c.differences.iter().filter(|d| d.kind != DifferenceKind::Wording).count()),
            Told::Alone(_) => 0,
        }
    }

    /// The rows that the choice lets through, in its order.
    pub fn rows(&self, choice: &Choice) -> Vec<Told> {
        let mut rows: Vec<Told> = (0..self.comparison.claims.len()).map(Told::Claim).collect();
        if choice.sole {
            rows.retain(|&row| self.carriers(row).len() <= 1);
            let alone = self.comparison.statements.iter().enumerate().filter(|(_, s)| s.claims.is_empty());
            rows.extend(alone.map(|(n, _)| Told::Alone(n)));
        }
        rows.retain(|&row| self.lets_through(choice, row));
        self.sort(&mut rows, choice.sort);
        rows
    }

    fn lets_through(&self, choice: &Choice, row: Told) -> bool {
        choice.kind.is_none_or(|kind| self.kind(row) == kind)
            && choice.speaker.as_deref().is_none_or(|s| self.speaker(row) == Some(s))
            && choice.lacks.is_none_or(|column| !self.carriers(row).contains(&column))
            && (!choice.differing || self.differences(row) > 0)
    }

    /// Sorts rows; those alike stay as they were, claims by certainty.
    fn sort(&self, rows: &mut [Told], sort: Sort) {
        let by_coverage = |row: Told| Reverse(self.carriers(row).len());
        match sort {
            Sort::Coverage => rows.sort_by_cached_key(|&row| by_coverage(row)),
            Sort::Order(column) => rows.sort_by_cached_key(|&row| {
                let first = self.places(row).into_iter().filter(|p| self.column_of(p.article) == column).min();
                (first.is_none(), first)
            }),
            Sort::Differences => rows.sort_by_cached_key(|&row| (Reverse(self.differences(row)), by_coverage(row))),
            Sort::Omissions(column) => rows.sort_by_cached_key(|&row| {
                let carriers = self.carriers(row);
                (carriers.contains(&column), Reverse(carriers.len()))
            }),
        }
    }

    /// How many of the rows each outlet carries.
    pub fn totals(&self, rows: &[Told]) -> Vec<usize> {
        let mut totals = vec![0; self.outlets.len()];
        for &row in rows {
            for column in self.carriers(row) {
                if let Some(total) = totals.get_mut(column) {
                    *total += 1;
                }
            }
        }
        totals
    }

    /// How widely rows are told: the share of outlets that carry them, on average, from 0 to 1.
    pub fn heat(&self, rows: &[Told]) -> f64 {
        let cells = rows.len() * self.outlets.len();
        let full: usize = rows.iter().map(|&row| self.carriers(row).len()).sum();
        if cells == 0 { 0.0 } else { full as f64 / cells as f64 }
    }
}
