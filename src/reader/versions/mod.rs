//! All versions of one claim, one under the other, compared word by word with one of them.
//!
//! What the view remembers stands here; its lines are made in [`lines`].

pub mod lines;

/// What the view of versions remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VersionsView {
    /// The version that is chosen (index into `Claim::versions`).
    pub chosen: usize,
    /// The version that the others are compared with.
    pub base: usize,
    /// The first line shown.
    pub top: usize,
    /// Whether the reasons of the links are shown.
    pub why: bool,
    /// Whether the text around each version is shown.
    pub context: bool,
}
