//! How the matrix of coverage is sorted, and which rows it has.

use crate::model::ClaimKind;

/// The order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// What most outlets carry first.
    #[default]
    Coverage,
    /// In the order in which an outlet tells them; what it lacks last.
    Order(usize),
    /// What differs most first.
    Differences,
    /// What an outlet lacks first, the most widely told before the rest.
    Omissions(usize),
}

impl Sort {
    /// The next order, with `outlet` chosen: for another outlet the same order first, then the others round and round.
    pub fn next(self, outlet: usize) -> Sort {
        match self {
            Sort::Order(of) if of != outlet => Sort::Order(outlet),
            Sort::Omissions(of) if of != outlet => Sort::Omissions(outlet),
            Sort::Coverage => Sort::Order(outlet),
            Sort::Order(_) => Sort::Differences,
            Sort::Differences => Sort::Omissions(outlet),
            Sort::Omissions(_) => Sort::Coverage,
        }
    }
}

/// The order of the rows, and what is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// The order.
    pub sort: Sort,
    /// Only claims of this kind.
    pub kind: Option<ClaimKind>,
    /// Only what this person says.
    pub speaker: Option<String>,
    /// Only what this outlet lacks.
    pub lacks: Option<usize>,
    /// Only claims that are told differently.
    pub differing: bool,
    /// Only what a single outlet carries.
    pub sole: bool,
}

impl Choice {
    /// Whether anything is left out.
    pub fn filters(&self) -> bool {
        self.kind.is_some() || self.speaker.is_some() || self.lacks.is_some() || self.differing || self.sole
    }

    /// Nothing is left out any more.
    pub fn clear(&mut self) {
        *self = Choice { sort: self.sort, ..Choice::default() };
    }

    /// The next kind: quotations, statements, facts, all.
    pub fn next_kind(&mut self) {
        self.kind = match self.kind {
            None => Some(ClaimKind::Quotation),
            Some(ClaimKind::Quotation) => Some(ClaimKind::Statement),
            Some(ClaimKind::Statement) => Some(ClaimKind::Fact),
            Some(ClaimKind::Fact) => None,
        };
    }

    /// Sort and filters in words; outlets by name.
    pub fn told(&self, outlet: impl Fn(usize) -> String) -> Vec<String> {
        let mut parts = vec![match self.sort {
            Sort::Coverage => "most told first".to_owned(),
            Sort::Order(of) => format!("in the order of {}", outlet(of)),
            Sort::Differences => "differences first".to_owned(),
            Sort::Omissions(of) => format!("what {} lacks first", outlet(of)),
        }];
        parts.extend(self.kind.map(|k| format!("{}s", k.name())));
        parts.extend(self.speaker.clone());
        parts.extend(self.lacks.map(|of| format!("not in {}", outlet(of))));
        parts.extend(self.differing.then(|| "told differently".to_owned()));
        parts.extend(self.sole.then(|| "in one outlet only".to_owned()));
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_go_round_and_turn_to_another_outlet_first() {
        let round: Vec<Sort> = std::iter::successors(Some(Sort::Coverage), |s| Some(s.next(2))).take(5).collect();
        assert_eq!(round, [Sort::Coverage, Sort::Order(2), Sort::Differences, Sort::Omissions(2), Sort::Coverage]);
        assert_eq!(Sort::Order(2).next(3), Sort::Order(3));
        assert_eq!(Sort::Omissions(2).next(3), Sort::Omissions(3));
    }

    #[test]
    fn kinds_go_round_and_clearing_keeps_the_order() {
        let mut choice = Choice { sort: Sort::Differences, ..Choice::default() };
        for kind in
            [Some(ClaimKind::Quotation), Some(ClaimKind::Statement), Some(ClaimKind::Fact), None, Some(ClaimKind::Quotation)]
        {
            choice.next_kind();
            assert_eq!(choice.kind, kind);
        }
        assert!(choice.filters());
        choice.clear();
        assert!(!choice.filters() && choice.sort == Sort::Differences);
    }
}
