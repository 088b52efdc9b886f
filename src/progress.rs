//! How far a long piece of work has come: the work tells, whoever shows it looks. No result depends on it.

use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::Relaxed};

/// The share of a piece of work that is done. It never goes back.
#[derive(Debug, Default)]
pub struct Progress {
    /// In thousandths of the whole.
    done: AtomicU32,
}

impl Progress {
    /// The share that is done, from 0 to 1.
    pub fn share(&self) -> f64 {
        f64::from(self.done.load(Relaxed)) / 1000.0
    }

    /// So large a share, from 0 to 1, is done.
    pub fn reach(&self, share: f64) {
        self.done.fetch_max((share.clamp(0.0, 1.0) * 1000.0) as u32, Relaxed);
    }

    /// A part of the work, from one share to another, that is done in so many steps of one size.
    pub fn part(&self, from: f64, to: f64, steps: usize) -> Part<'_> {
        Part { progress: self, from, to, steps: steps.max(1), taken: AtomicUsize::new(0) }
    }
}

/// A part of the work that is done step by step, by any number of threads.
#[derive(Debug)]
pub struct Part<'a> {
    progress: &'a Progress,
    from: f64,
    to: f64,
    steps: usize,
    taken: AtomicUsize,
}

impl Part<'_> {
    /// Another step is done.
    pub fn step(&self) {
        let taken = self.taken.fetch_add(1, Relaxed).saturating_add(1).min(self.steps);
        self.progress.reach(self.from + (self.to - self.from) * taken as f64 / self.steps as f64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_grow_step_by_step_and_never_shrink() {
        let progress = Progress::default();
        assert_eq!(progress.share(), 0.0);
        progress.reach(0.2);
        let part = progress.part(0.2, 0.6, 4);
        part.step();
        assert_eq!(progress.share(), 0.3);
        for _ in 0..9 {
            part.step();
        }
        assert_eq!(progress.share(), 0.6, "more steps than were told do not overrun the part");
        progress.reach(0.1);
        progress.part(0.0, 1.0, 0);
        assert_eq!(progress.share(), 0.6);
        progress.reach(7.0);
        assert_eq!(progress.share(), 1.0);
    }
}
