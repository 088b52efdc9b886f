//! **rashomon**: one story, every outlet's telling, side by side, in a terminal.
//!
//! The data's way, one function at each arrow:
//!
//! ```text
//! sources ─▶ ingest ─▶ Story ─▶ analysis ─▶ Comparison ─▶ reader (frames)
//!                                                    └──▶ report (text, Markdown, HTML, JSON)
//! ```
//!
//! [`ingest`] knows formats and dirt, [`analysis`] is pure, [`reader`] and [`report`] only show a
//! [`model::Comparison`]. Nothing imports upwards.

pub mod analysis;
pub mod cli;
pub mod config;
pub mod error;
pub mod ingest;
pub mod model;
pub mod progress;
pub mod reader;
pub mod report;
