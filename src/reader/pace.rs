//! When the next frame may be sent: not before the terminal has shown the last one.
//!
//! A frame ends with a question that terminals answer when they have read all before it. On a slow line frames would
//! else pile up, and a held key would go on scrolling long after it is let go. A terminal that never answers is not
//! waited for.

use std::time::{Duration, Instant};

/// How long a terminal is waited for that has never answered.
const UNKNOWN: Duration = Duration::from_millis(250);

/// How long one that answers is waited for; as long as a full screen takes on a very slow line.
const KNOWN: Duration = Duration::from_secs(5);

/// Questions without an answer after which a terminal that never answered is not asked any more.
const PATIENCE: u8 = 3;

/// Questions and answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pace {
    /// Questions that wait for an answer.
    open: u32,
    /// When the last one was asked.
    asked: Option<Instant>,
    /// Whether there ever was an answer.
    answers: bool,
    /// Questions given up, of a terminal that never answered.
    missed: u8,
}

impl Pace {
    /// Whether the next frame is to end with a question.
    pub fn asks(&self) -> bool {
        self.answers || self.missed < PATIENCE
    }

    /// A question was sent.
    pub fn asked(&mut self, now: Instant) {
        self.open = self.open.saturating_add(1);
        self.asked = Some(now);
    }

    /// An answer came.
    pub fn answered(&mut self) {
        self.answers = true;
        self.open = self.open.saturating_sub(1);
    }

    /// How long the next frame is to be held back; none if it may be sent.
    pub fn hold(&self, now: Instant) -> Option<Duration> {
        let asked = self.asked.filter(|_| self.open > 0)?;
        let limit = if self.answers { KNOWN } else { UNKNOWN };
        limit.checked_sub(now.saturating_duration_since(asked)).filter(|left| !left.is_zero())
    }

    /// A frame is sent though the last question has no answer: it is given up.
    pub fn give_up(&mut self) {
        if self.open > 0 && !self.answers {
            self.missed = self.missed.saturating_add(1);
        }
        self.open = 0;
    }

    /// Whether an answer may still come.
    pub fn is_open(&self) -> bool {
        self.open > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_waits_for_the_answer_to_the_last() {
        let start = Instant::now();
        let mut pace = Pace::default();
        assert_eq!((pace.asks(), pace.hold(start)), (true, None));
        pace.asked(start);
        assert!(pace.hold(start).is_some());
        pace.answered();
        assert_eq!(pace.hold(start), None);
        pace.asked(start);
        assert!(pace.hold(start + Duration::from_secs(4)).is_some(), "a slow line is waited for");
        assert_eq!(pace.hold(start + Duration::from_secs(6)), None, "not for ever");
        pace.give_up();
        assert!(pace.asks(), "one that answered is asked again");
    }

    #[test]
    fn a_terminal_that_never_answers_is_left_alone() {
        let mut now = Instant::now();
        let mut pace = Pace::default();
        let mut waited = Duration::ZERO;
        for _ in 0..10 {
            while let Some(left) = pace.hold(now) {
                now += left;
                waited += left;
            }
            pace.give_up();
            if pace.asks() {
                pace.asked(now);
            }
        }
        assert!(!pace.asks() && !pace.is_open());
        assert!(waited < Duration::from_secs(1), "{waited:?}");
        // A late answer shows that it does, only slowly.
        pace.answered();
        assert!(pace.asks());
    }
}
