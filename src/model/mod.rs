//! The data that every other part points into: the [`story`] as it was read, and the [`comparison`] found in it.

pub mod comparison;
pub mod places;
pub mod reasons;
pub mod span;
pub mod story;

pub use comparison::*;
pub use reasons::{Reason, Stretch};
pub use span::{Place, Scalars, Span};
pub use story::*;
