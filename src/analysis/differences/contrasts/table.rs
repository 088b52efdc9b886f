//! The table of contrasts, by the stem that a word or phrase begins with.

use crate::analysis::similarity::table::{self, Table};

static ROWS: Table<{ table::lines(TEXT) }> = Table::new(TEXT);

const TEXT: &str = include_str!("../../../../assets/contrasts.tsv");

/// A word or phrase of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::analysis::differences) struct Entry {
    /// The row.
    pub row: u16,
    /// Whether the row is a scale of degrees, the surest first; else it has two sides.
    pub scale: bool,
    /// Of a scale, whether it leaves open, puts off or only claims what it tells.
    pub hedged: bool,
    /// The side, or the degree.
    pub side: u8,
    /// The stems that must follow, parted by `_`, `*` for a gap; empty for a single word.
    pub rest: &'static str,
    /// How the next stem of a phrase begins, as a set; everything where nothing must follow.
    pub initial: u64,
    /// A gap stands before that stem.
    pub gap: bool,
}

/// How a stem begins, as a set of one: its first two letters, of which some pairs share a place.
pub(in crate::analysis::differences) fn initial(stem: &str) -> u64 {
    match stem.as_bytes() {
        [] => u64::MAX,
        [one] => 1 << (one & 63),
        [one, two, ..] => 1 << (one.wrapping_mul(7).wrapping_add(*two) & 63),
    }
}

/// The words and phrases that begin with a stem.
pub(in crate::analysis::differences) fn entries(stem: &str) -> impl Iterator<Item = Entry> {
    ROWS.entries(stem).filter_map(read)
}

/// Reads `20C0:*_asid`: the row, its kind, the side, and what must follow. Byte by byte, as many are read.
fn read(entry: &'static str) -> Option<Entry> {
    let bytes = entry.as_bytes();
    let (row, digits) = table::row(entry);
    let (kind, side) = (*bytes.get(digits)?, bytes.get(digits + 1)?.wrapping_sub(b'0'));
    let rest = entry.get(digits + 3..).unwrap_or("");
    let first = rest.as_bytes().first();
    let gap = matches!(first, Some(b'*' | b'~'));
    let next = match first {
        Some(b'=') => "",
        _ if gap => rest.get(2..).unwrap_or(""),
        _ => rest,
    };
    Some(Entry { row, scale: kind != b'P', hedged: kind == b'H', side, rest, initial: initial(next), gap })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_made_of_the_list() {
        let list = include_str!("../../../../assets/contrasts.txt");
        let rows: Vec<&str> = list.lines().filter(|l| l.starts_with("P: ") || l.starts_with("C: ")).collect();
        for (stem, value) in ROWS.lines() {
            assert_eq!(entries(stem).count(), value.split(' ').count(), "{stem}");
            for e in entries(stem) {
                let row = rows.get(usize::from(e.row)).copied().unwrap_or("");
                assert_eq!(e.scale, row.starts_with('C'), "{stem} {row}");
                assert!(usize::from(e.side) < row.split('|').count(), "{stem} {row}");
            }
        }
    }

    #[test]
    fn a_row_has_two_sides_or_a_scale_of_degrees_and_no_member_twice() {
        let list = include_str!("../../../../assets/contrasts.txt");
        for line in list.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            let (kind, sides) = line.split_once(": ").unwrap_or(("", ""));
            let sides: Vec<Vec<&str>> = sides.split('|').map(|s| s.split(',').map(str::trim).collect()).collect();
            let right = match kind {
                "P" => sides.len() == 2,
                "C" => (2..=5).contains(&sides.len()),
                _ => false,
            };
            assert!(right, "{line}");
            let mut members: Vec<&str> = sides.concat();
            assert!(members.iter().all(|m| !m.is_empty() && !m.starts_with('*')), "{line}");
            members.sort_unstable();
            assert!(members.windows(2).all(|w| w.first() != w.last()), "{line}");
        }
    }
}
