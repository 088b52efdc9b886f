//! How much it says that two statements share a word: −ln of the chance to meet it, here and in the language.
//!
//! A word's weight is −ln(p_story + p_news): p_story is the share of the story's statements that hold it, p_news the share
//! of sentences of general news that do. Neither half alone will do: a word rare in the language may stand in every
//! second sentence of the story (its people and places), and a word rare in a short story may be a common one.

/// Stem counts of general news, sorted by stem; `examples/background.rs` makes it.
static NEWS: &str = include_str!("../../../assets/background.tsv");

/// Share of sentences of general news that hold a stem; 0 for a stem too rare to be listed.
pub fn in_news(stem: &str) -> f64 {
    let mut lines = NEWS.split('\n');
    let total = lines.next().and_then(count).unwrap_or(1.0);
    find(stem).map_or(0.0, |n| n / total)
}

fn count(line: &str) -> Option<f64> {
    line.split_once('\t')?.1.trim().parse().ok()
}

/// Bisection over the lines of the table.
fn find(stem: &str) -> Option<f64> {
    let table = NEWS.as_bytes();
    let (mut low, mut high) = (NEWS.find('\n')? + 1, NEWS.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = table.get(low..middle)?.iter().rposition(|&b| b == b'\n').map_or(low, |n| low + n + 1);
        let end = table.get(start..high)?.iter().position(|&b| b == b'\n').map_or(high, |n| start + n);
        let line = NEWS.get(start..end)?;
        match line.split('\t').next()?.cmp(stem) {
            std::cmp::Ordering::Equal => return count(line),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// A story of fewer statements is weighed as if it had so many: in two short texts that say the same every word is in every
/// statement, and still each is worth sharing.
const FEWEST_STATEMENTS: usize = 30;

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
        let mut before = "";
        for line in NEWS.lines().skip(1) {
            let (stem, n) = line.split_once('\t').unwrap_or_default();
            assert!(before < stem, "{before} / {stem} out of order");
            assert_eq!(find(stem), n.parse().ok(), "{stem}");
            before = stem;
        }
        assert_eq!(find("zzyzx"), None);
    }

    #[test]
    fn what_is_common_here_or_everywhere_weighs_little() {
        assert!(weight(50, 100, 0.0) < 1.0);
        assert!(weight(2, 100, in_news("the")) < 1.0);
        assert!(weight(2, 100, 0.0) > 3.5);
        assert!(weight(1, 1, 0.0) > 3.0);
    }
}
