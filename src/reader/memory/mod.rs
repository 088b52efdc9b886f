//! What is remembered of a story from one reading to the next: claims that were marked, notes on them, and where the
//! reader was.
//!
//! The data stands here; how it is written is in [`record`], where it is kept on the disk in [`store`],
//! and how two readers of one story share it in [`merge`].

pub mod key;
pub mod merge;
pub mod record;
pub mod store;

pub use store::{Opened, Store};

use super::state::{Hand, Spot};
use super::{Session, session};
use crate::model::{Claim, Place};

/// What is remembered of a story.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Memory {
    /// Claims that were marked or have a note, in the order in which that was done.
    pub kept: Vec<Kept>,
    /// Where the reader was when leaving.
    pub position: Option<Spot>,
    /// Whether nobody has read with this program here before.
    first_run: bool,
}

/// A claim that was marked or has a note.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    /// What the claim was called.
    pub label: String,
    /// Where its versions stand, the one that was in hand first. By these it is known again, whatever the bar.
    pub places: Vec<Place>,
    /// Whether it is marked.
    pub marked: bool,
    /// The note; empty for none.
    pub note: String,
}

impl Memory {
    /// Nothing remembered, by somebody who reads here for the first time if `first_run`.
    pub fn new(first_run: bool) -> Memory {
        Memory { first_run, ..Memory::default() }
    }

    /// Whether nobody has read with this program here before; always so in a kiosk, never in tests and benches.
    pub fn first_run(&self) -> bool {
        self.first_run
    }
}

impl Kept {
    /// A claim not marked yet, with the version in hand.
    pub fn new(claim: &Claim, version: usize) -> Kept {
        let in_hand = claim.versions.get(version).map(|v| v.place);
        let others = claim.versions.iter().map(|v| v.place).filter(|p| Some(*p) != in_hand);
        Kept { label: claim.label.clone(), places: in_hand.into_iter().chain(others).collect(), ..Kept::default() }
    }

    /// The claim that it is now, at the version that was in hand; none where no claim at this bar stands there.
    pub fn found(&self, session: &Session) -> Option<Hand> {
        session::same_claim(&session.comparison, &self.places, self.places.first()?)
    }

    /// What the status line says of it: `marked`, `note: …`.
    pub fn words(&self) -> Vec<String> {
        let marked = self.marked.then(|| "marked".to_owned());
        let note = (!self.note.is_empty()).then(|| format!("note: {}", self.note));
        marked.into_iter().chain(note).collect()
    }
}

impl Session {
    /// The place in memory of a claim that was marked or has a note (index into `memory.kept`).
    pub fn kept(&self, claim: usize) -> Option<usize> {
        let versions = &self.comparison.claims.get(claim)?.versions;
        let stands = |kept: &Kept| kept.places.first().is_some_and(|p| versions.iter().any(|v| v.place.overlaps(p)));
        self.memory.kept.iter().position(|k| stands(k) && k.found(self).is_some_and(|hand| hand.claim == claim))
    }

    /// What is remembered of the claim in hand.
    pub fn kept_in_hand(&self) -> Option<&Kept> {
        self.memory.kept.get(self.kept(self.state.hand?.claim)?)
    }

    /// Takes up what is remembered: marks, notes, and the place where the reader was; the first screen is one step back.
    /// Whoever reads here for the first time is greeted.
    pub fn remember(&mut self, memory: Memory) {
        self.memory = memory;
        if self.memory.first_run() {
            self.state.overlay = Some(super::state::Overlay::Welcome);
        }
        let Some(spot) = self.memory.position.take() else { return };
        let start = self.spot();
        self.go_to_spot(&spot);
        if self.spot() != start {
            let back = self.keys.hint(super::Action::Back, super::state::ViewKind::Read, false);
            let back = back.map_or_else(String::new, |key| format!("; {key} goes to the first screen"));
            self.state.message.get_or_insert(format!("where you left off{back}"));
            self.state.jumps.leave(start);
        }
    }
}
