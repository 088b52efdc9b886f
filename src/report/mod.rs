//! A comparison as text, Markdown, HTML or JSON.

pub mod json;
