//! One question at a time, answered in lines that read well aloud: for screen readers, pipes and quick looks. No
//! tables, no drawing, no meaning in indentation.

mod absent;
mod claim;
mod coverage;
mod quotes;

pub use absent::absent;
pub use claim::claim;
pub use coverage::coverage;
pub use quotes::quotes;
