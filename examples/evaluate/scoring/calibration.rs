//! Whether scores mean what they say: of the links scored 0.6 to 0.7, between 60 and 70 % should be right.

use super::links::Verdict;
use super::ratio;

/// Links by their score, in tenths: right ones and all judged ones.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Bins([Bin; 10]);

/// Links of one tenth.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Bin {
    /// Right links.
    pub right: usize,
    /// Judged links.
    pub judged: usize,
    /// Sum of their scores.
    pub scores: f64,
}

impl Bin {
    /// Share of right links.
    pub fn share(&self) -> f64 {
        ratio(self.right as f64, self.judged as f64)
    }
}

impl Bins {
    /// Counts a link.
    pub fn add(&mut self, score: f64, verdict: Verdict) {
        if verdict == Verdict::Unjudged {
            return;
        }
        if let Some(bin) = self.0.get_mut(((score * 10.0 + 1e-9) as usize).min(9)) {
            bin.judged += 1;
            bin.right += usize::from(verdict == Verdict::Right);
            bin.scores += score;
        }
    }

    /// Counts another story's.
    pub fn pool(&mut self, other: &Bins) {
        for (bin, more) in self.0.iter_mut().zip(&other.0) {
            bin.right += more.right;
            bin.judged += more.judged;
            bin.scores += more.scores;
        }
    }

    /// The tenths that hold links: lower end, and what is in it.
    pub fn filled(&self) -> impl Iterator<Item = (f64, &Bin)> {
        self.0.iter().enumerate().filter(|(_, bin)| bin.judged > 0).map(|(n, bin)| (n as f64 / 10.0, bin))
    }

    /// Mean distance of score and share right, over links.
    pub fn error(&self) -> f64 {
        let judged: usize = self.0.iter().map(|bin| bin.judged).sum();
        ratio(self.0.iter().map(|bin| (bin.scores - bin.right as f64).abs()).sum(), judged as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_fall_into_tenths_and_unjudged_ones_nowhere() {
        let mut bins = Bins::default();
        for (score, verdict) in [(0.7, Verdict::Right), (0.79, Verdict::Wrong), (1.0, Verdict::Right), (0.95, Verdict::Unjudged)]
        {
            bins.add(score, verdict);
        }
        let filled: Vec<_> = bins.filled().map(|(from, bin)| (from, bin.right, bin.judged)).collect();
        assert_eq!(filled, [(0.7, 1, 2), (0.9, 1, 1)]);
        assert!((bins.error() - 0.49 / 3.0).abs() < 1e-12);
    }
}
