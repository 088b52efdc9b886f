//! Words and phrases that newspapers use for one another: `vow` and `promise`, `step down` and `resign`.
//!
//! `assets/paraphrases.txt` holds a row for each sense; `examples/paraphrases.rs` makes `assets/paraphrases.tsv` of it, by
//! stem. A shared sense counts for less than a shared word ([`SAME_SENSE`], [`NEAR_SENSE`]): two tellings may well mean
//! different things by two words that can mean the same.

use crate::analysis::similarity::table::{self, Table};
use crate::analysis::similarity::weights::{NEAR_SENSE, SAME_SENSE};
use rustc_hash::FxHashMap;

/// For each stem the rows it stands in, alone or as the first word of a phrase: `14S 20W:down`.
static ROWS: Table<{ table::lines(TEXT) }> = Table::new(TEXT);

const TEXT: &str = include_str!("../../../assets/paraphrases.tsv");

/// A row of the table that a stem stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The row.
    pub row: u16,
    /// Whether the words of the row are interchangeable, or only near.
    pub same: bool,
    /// The stems that must follow to make up the phrase, parted by `_`; empty for a single word.
    pub rest: &'static str,
}

/// The rows that a stem stands in.
pub fn entries(stem: &str) -> impl Iterator<Item = Entry> {
    ROWS.entries(stem).filter_map(read)
}

/// Reads `20W:down`: the row, whether its words are the same, and what must follow. Byte by byte, as each stem of a story has
/// several.
fn read(entry: &'static str) -> Option<Entry> {
    let bytes = entry.as_bytes();
    let (row, digits) = table::row(entry);
    Some(Entry { row, same: *bytes.get(digits)? == b'S', rest: entry.get(digits + 2..).unwrap_or("") })
}

/// A member of a row that the story uses: the entry of the vocabulary, and the row.
pub type Member = (u32, Entry);

/// Adds to each entry's kin those that share a sense with it. `members` are the single words of the vocabulary and the
/// phrases found; a phrase is no kin of its own words.
pub fn add(vocabulary: &[String], members: &[Member], kin: &mut [Vec<(u32, f32)>]) {
    let mut of_row: FxHashMap<u16, Vec<u32>> = FxHashMap::default();
    for (id, entry) in members {
        let list = of_row.entry(entry.row).or_default();
        if !list.contains(id) {
            list.push(*id);
        }
    }
    let word = |id: u32| vocabulary.get(id as usize).map_or("", String::as_str);
    let within = |one: &str, other: &str| one.contains(' ') && one.split(' ').any(|w| w == other);
    for &(id, entry) in members {
        let strength = if entry.same { SAME_SENSE } else { NEAR_SENSE };
        let Some(list) = kin.get_mut(id as usize) else { continue };
        for &other in of_row.get(&entry.row).map_or(&[][..], Vec::as_slice) {
            if other == id || within(word(id), word(other)) || within(word(other), word(id)) {
                continue;
            }
            match list.iter_mut().find(|(k, _)| *k == other) {
                Some((_, known)) => *known = known.max(strength),
                None => list.push((other, strength)),
            }
        }
    }
    for list in kin {
        list.sort_unstable_by_key(|(k, _)| *k);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::similarity::words::stem;

    fn share_a_sense(a: &str, b: &str) -> bool {
        let rows = |word: &str| entries(&stem(word)).filter(|e| e.rest.is_empty()).map(|e| e.row).collect::<Vec<_>>();
        let of_b = rows(b);
        rows(a).iter().any(|row| of_b.contains(row))
    }

    #[test]
    fn senses_are_shared_and_opposites_are_not() {
        for (a, b) in [("vowed", "promises"), ("swaying", "influence"), ("custody", "arrested"), ("probe", "investigation")] {
            assert!(share_a_sense(a, b), "{a} / {b}");
        }
        for (a, b) in [("deny", "admit"), ("January", "March"), ("increase", "decrease"), ("guilty", "acquitted")] {
            assert!(!share_a_sense(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn phrases_stand_by_their_first_word() {
        assert!(entries(&stem("stepped")).any(|e| e.rest == "down"));
    }

    #[test]
    fn the_table_is_made_of_the_list() {
        let rows: Vec<&str> = include_str!("../../../assets/paraphrases.txt").lines().filter(|l| l.contains(": ")).collect();
        assert!(ROWS.lines().all(|(stem, _)| entries(stem).all(|e| usize::from(e.row) < rows.len())));
        for (stem, value) in ROWS.lines() {
            assert_eq!(entries(stem).count(), value.split(' ').count(), "{stem}");
        }
    }
}
