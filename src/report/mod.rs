//! A comparison as text, Markdown, HTML or JSON, and in plain lines for one question at a time. In: a story and its
//! comparison; out: text. Nothing is judged here, only shown.

pub mod json;
mod lines;
mod phrases;
pub mod plain;
pub mod printable;
pub mod text;
