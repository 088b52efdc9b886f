//! A comparison as text, Markdown, HTML or JSON, and in plain lines for one question at a time. In: a story and its
//! comparison; out: text. Nothing is judged here, only shown.

mod address;
mod breaks;
pub mod html;
pub mod json;
mod lines;
pub mod markdown;
pub mod phrases;
pub mod plain;
pub mod printable;
mod shown;
mod speakers;
pub mod text;
pub mod wording;

pub use markdown::claim as claim_markdown;
