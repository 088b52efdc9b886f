//! Coverage: which outlet carries which claim, and what comes nearest where none does.
//!
//! What the views of coverage remember stands here; rows and cells are made in [`matrix`], their areas in [`shape`], the
//! proof that an outlet lacks a claim in [`certificate`].

pub mod certificate;
pub mod choice;
pub mod detail;
pub mod matrix;
pub mod outlets;
pub mod shape;

pub use choice::{Choice, Sort};
pub use outlets::{Outlet, outlets};

use super::Session;
use super::state::Hold;
use crate::model::{Comparison, Place};

/// What a row of the matrix is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A claim that several articles carry (index into `Comparison::claims`).
    Claim(usize),
    /// A statement that stands in one outlet alone (index into `Comparison::statements`).
    Alone(usize),
}

/// What a row is called: a claim by its name, a statement by its words.
pub fn name(session: &Session, told: Told) -> &str {
    match told {
        Told::Claim(claim) => session.name(claim),
        Told::Alone(s) => session.comparison.statements.get(s).map_or("", |s| session.story.text(&s.place)),
    }
}

/// A row that is chosen, held by the text, so that it is found again when the bar of certainty has moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    told: Told,
    place: Place,
}

impl Chosen {
    /// Takes hold of a row.
    pub fn new(comparison: &Comparison, told: Told) -> Option<Chosen> {
        let place = match told {
            Told::Claim(c) => comparison.claims.get(c)?.versions.first()?.place,
            Told::Alone(s) => comparison.statements.get(s)?.place,
        };
        Some(Chosen { told, place })
    }

    /// What it is about now: the same, or what stands at its place since the bar moved.
    pub fn now(&self, comparison: &Comparison) -> Option<Told> {
        let claim = |c: usize| comparison.claims.get(c);
        match self.told {
            Told::Claim(c) if claim(c).is_some_and(|c| c.versions.iter().any(|v| v.place == self.place)) => {
                return Some(self.told);
            }
            Told::Alone(s) if comparison.statements.get(s).is_some_and(|s| s.claims.is_empty()) => return Some(self.told),
            _ => {}
        }
        let statements = comparison.statements.iter().enumerate();
        let (number, statement) = statements.into_iter().find(|(_, s)| s.place.overlaps(&self.place))?;
        Some(statement.claims.first().map_or(Told::Alone(number), |&c| Told::Claim(c)))
    }
}

/// What the view of coverage remembers; how it is sorted and filtered is in the state, and outlives the view.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct CoverageView {
    /// The row of the cursor.
    pub chosen: Option<Chosen>,
    /// Where that row stood; the cursor stays there when it is filtered away.
    pub row: usize,
    /// The outlet of the cursor.
    pub column: usize,
    /// The first row shown, as far as it can be.
    pub top: usize,
    /// The claim that was in hand when the view was opened.
    pub came_with: Option<Hold>,
}

/// What the view of a certificate of absence remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertificateView {
    /// The claim or statement that is lacking.
    pub chosen: Chosen,
    /// The outlet that lacks it.
    pub column: usize,
    /// The first line shown.
    pub top: usize,
}
