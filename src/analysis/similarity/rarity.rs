//! How much it says that two statements share a word: −ln of the chance to meet it, here and in the language.
//!
//! A word's weight is −ln(p_story + p_news): p_story is the share of the story's statements that hold it, p_news the share
//! of sentences of general news that do. Neither half alone will do: a word rare in the language may stand in every
//! second sentence of the story (its people and places), and a word rare in a short story may be a common one.

use crate::analysis::similarity::table::{self, Table};
use std::sync::LazyLock;

/// Stem counts of general news; `examples/background.rs` makes it. The line of `#` holds the number of sentences.
static NEWS: Table<{ table::lines(TEXT) }> = Table::new(TEXT);

const TEXT: &str = include_str!("../../../assets/background.tsv");

/// The number of sentences.
static SENTENCES: LazyLock<f64> = LazyLock::new(|| count("#").unwrap_or(1.0));

fn count(stem: &str) -> Option<f64> {
    NEWS.get(stem).and_then(|n| n.trim().parse().ok())
}

/// Share of sentences of general news that hold a stem; 0 for a stem too rare to be listed.
pub fn in_news(stem: &str) -> f64 {
    count(stem).map_or(0.0, |n| n / *SENTENCES)
}

/// A story of fewer statements is weighed as if it had so many: in short texts that say the same, the words of a claim are
/// in a large share of the statements, and still are worth sharing. Found on the annotated stories cut to the first 150 and
/// the first 300 words of each article (`examples/evaluate --words`): link F1 over the five, the six and the eight is 0.70,
/// 0.75, 0.73 and 0.71, 0.66, 0.76, and was 0.54, 0.61, 0.69 and 0.67, 0.64, 0.76 with 30. With 100 the five fall to 0.66
/// and 0.69, and chances are overstated. None of them has fewer statements uncut.
pub const FEWEST_STATEMENTS: usize = 80;

/// The weight in nats of a word that `held` of `statements` hold.
pub fn weight(held: usize, statements: usize, in_news: f64) -> f64 {
    let here = held as f64 / statements.max(FEWEST_STATEMENTS) as f64;
    (-(here + in_news).ln()).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_found() {
        for (stem, count) in NEWS.lines() {
            assert_eq!(NEWS.get(stem), Some(count), "{stem}");
        }
        assert_eq!(in_news("zzyzx"), 0.0);
    }

    #[test]
    fn what_is_common_here_or_everywhere_weighs_little() {
        assert!(weight(50, 100, 0.0) < 1.0);
        assert!(weight(2, 100, in_news("the")) < 1.0);
        assert!(weight(2, 100, 0.0) > 3.5);
        assert!(weight(1, 1, 0.0) > 3.0);
    }
}
