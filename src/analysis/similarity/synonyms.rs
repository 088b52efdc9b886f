//! Words that newspapers use for one another: `vow` and `promise`, `sway` and `influence`.
//!
//! The table `assets/synonyms.txt` holds a row for each sense. A shared sense counts for less than a shared word
//! ([`SYNONYM`]): two tellings may well mean different things by two words that can mean the same.

use crate::analysis::similarity::weights::SYNONYM;
use crate::analysis::similarity::words::stem;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../../../assets/synonyms.txt");

/// For each stem of the table, the rows it stands in.
static ROWS: LazyLock<FxHashMap<String, Vec<u16>>> = LazyLock::new(|| {
    let mut rows: FxHashMap<String, Vec<u16>> = FxHashMap::default();
    for (n, row) in TABLE.lines().filter(|l| !l.starts_with('#')).enumerate() {
        for word in row.split_whitespace() {
            let of_word = rows.entry(stem(word)).or_default();
            if of_word.last() != Some(&(n as u16)) {
                of_word.push(n as u16);
            }
        }
    }
    rows
});

/// Adds to each stem's kin the stems of the vocabulary that share a sense with it.
pub fn add(vocabulary: &[String], kin: &mut [Vec<(u32, f32)>]) {
    let mut members: FxHashMap<u16, Vec<u32>> = FxHashMap::default();
    let rows_of = |stem: &String| ROWS.get(stem).map_or(&[][..], Vec::as_slice);
    for (id, stem) in vocabulary.iter().enumerate() {
        for &row in rows_of(stem) {
            members.entry(row).or_default().push(id as u32);
        }
    }
    for (id, (stem, kin)) in vocabulary.iter().zip(kin.iter_mut()).enumerate() {
        for &other in rows_of(stem).iter().filter_map(|row| members.get(row)).flatten() {
            if other as usize != id && !kin.iter().any(|(k, _)| *k == other) {
                kin.push((other, SYNONYM));
            }
        }
        kin.sort_unstable_by_key(|(k, _)| *k);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share_a_sense(a: &str, b: &str) -> bool {
        let mut kin = vec![Vec::new(), Vec::new()];
        add(&[stem(a), stem(b)], &mut kin);
        kin.iter().all(|k| !k.is_empty())
    }

    #[test]
    fn senses_are_shared_and_opposites_are_not() {
        assert!(
            share_a_sense("vowed", "promises") && share_a_sense("swaying", "influence") && share_a_sense("custody", "arrested")
        );
        assert!(!share_a_sense("win", "lose") && !share_a_sense("deny", "admit") && !share_a_sense("January", "March"));
    }
}
