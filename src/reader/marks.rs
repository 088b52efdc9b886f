//! What is marked where: the comparison turned round, so that a place in an article leads to its claims.
//!
//! In: a comparison. Out: for each article its marks, by place. Made again when the bar of certainty moves.

use super::state::{Hand, Shown};
use super::theme::Role;
use crate::model::places::{self, Placed};
use crate::model::{Claim, ClaimKind, Comparison, Place, Story};

/// A marked place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Where.
    pub place: Place,
    /// What it is marked as: `Quotation`, `Shared`, `Difference` or `OnlyHere`.
    pub role: Role,
    /// The claim and version; none for what stands only here.
    pub of: Option<Hand>,
    /// Whether its links are strong.
    pub strong: bool,
    /// Whether it is a quotation, whatever the role.
    pub quotation: bool,
}

impl Placed for Mark {
    fn place(&self) -> Place {
        self.place
    }
}

/// All marks of a story.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Marks {
    articles: Vec<Vec<Mark>>,
}

impl Mark {
    /// Whether the choice of marks lets it be seen.
    pub fn is_shown(&self, shown: Shown) -> bool {
        match shown {
            Shown::All => true,
            Shown::Quotations => self.of.is_some() && self.quotation,
            Shown::Facts => self.of.is_some() && !self.quotation,
            Shown::Differences => self.role == Role::Difference,
            Shown::OnlyHere => self.role == Role::OnlyHere,
        }
    }
}

/// What the versions of a claim are marked as.
pub fn role_of(claim: &Claim) -> Role {
    match claim.kind {
        _ if claim.differs() => Role::Difference,
        ClaimKind::Quotation => Role::Quotation,
        ClaimKind::Statement | ClaimKind::Fact => Role::Shared,
    }
}

impl Marks {
    /// The marks of a comparison.
    pub fn new(story: &Story, comparison: &Comparison) -> Marks {
        let mut articles: Vec<Vec<Mark>> = vec![Vec::new(); story.articles.len()];
        for (c, claim) in comparison.claims.iter().enumerate() {
            let role = role_of(claim);
            let strong = comparison.is_strong(c);
            for (v, version) in claim.versions.iter().enumerate() {
                let quotation = claim.kind == ClaimKind::Quotation;
                let mark = Mark { place: version.place, role, of: Some(Hand { claim: c, version: v }), strong, quotation };
                if let Some(marks) = articles.get_mut(version.place.article) {
                    marks.push(mark);
                }
            }
        }
        for (a, marks) in articles.iter_mut().enumerate() {
            let alone = comparison.only_in(a);
            marks.extend(alone.map(|s| Mark { place: s.place, role: Role::OnlyHere, of: None, strong: true, quotation: false }));
            marks.sort_by_key(|m| (m.place, m.of.map(|h| (h.claim, h.version))));
        }
        Marks { articles }
    }

    /// The marks of an article, by place.
    pub fn of(&self, article: usize) -> &[Mark] {
        self.articles.get(article).map_or(&[], Vec::as_slice)
    }

    /// The marks of a passage, by place.
    pub fn in_passage(&self, article: usize, passage: usize) -> &[Mark] {
        places::in_passage(self.of(article), article, passage)
    }
}
