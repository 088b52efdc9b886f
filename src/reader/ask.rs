//! What the reader is asked on the status line, and what has been typed so far. The rest of the screen stays as it is.

use super::field::Field;
use super::memory::Kept;
use super::state::Spot;
use super::trail::Trail;

/// A question being answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Asking {
    /// What is asked.
    pub question: Question,
    /// The answer so far.
    pub field: Field,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// Words to look for; the panes follow while they are typed.
    Search {
        /// Where the reader was before.
        from: Spot,
        /// What `n` went through before.
        before: Option<Trail>,
    },
    /// A note on a claim.
    Note(Kept),
}

impl Question {
    /// Whether the articles are shown under it, whatever view it was asked in.
    pub fn concerns_articles(&self) -> bool {
        match self {
            Question::Search { .. } => true,
            Question::Note(_) => false,
        }
    }
}

impl Asking {
    /// A question with an answer to begin with.
    pub fn new(question: Question, answer: &str) -> Asking {
        Asking { question, field: Field::new(answer) }
    }

    /// What stands before the answer on the status line.
    pub fn prompt(&self) -> &'static str {
        match self.question {
            Question::Search { .. } => "/",
            Question::Note(_) => "note: ",
        }
    }
}
