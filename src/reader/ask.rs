//! What the reader is asked on the status line, and what has been typed so far. The rest of the screen stays as it is.

use super::field::Field;
use super::memory::Kept;
use super::outside::export::Form;
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
    /// The form of a report; one letter answers.
    ReportForm,
    /// The file to write a report to.
    ReportFile(Form),
    /// Whether the file of that name is to be written over; one letter answers.
    Over {
        /// The form of the report.
        form: Form,
        /// The file as it was named.
        file: String,
    },
}

impl Question {
    /// Whether the articles are shown under it, whatever view it was asked in.
    pub fn concerns_articles(&self) -> bool {
        matches!(self, Question::Search { .. })
    }
}

impl Question {
    /// Whether one letter answers it.
    pub fn wants_a_letter(&self) -> bool {
        matches!(self, Question::ReportForm | Question::Over { .. })
    }
}

impl Asking {
    /// A question with an answer to begin with.
    pub fn new(question: Question, answer: &str) -> Asking {
        Asking { question, field: Field::new(answer) }
    }

    /// What stands before the answer on the status line.
    pub fn prompt(&self) -> String {
        match &self.question {
            Question::Search { .. } => "/".to_owned(),
            Question::Note(_) => "note: ".to_owned(),
            Question::ReportForm => "report: m Markdown  h HTML  j JSON ".to_owned(),
            Question::ReportFile(_) => "write to: ".to_owned(),
            Question::Over { file, .. } => format!("write over {file}? y n "),
        }
    }
}
