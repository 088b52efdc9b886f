//! Tables of the language that are built into the program: lines sorted by stem, looked up by bisection, so that a run
//! pays for what it looks up and not for the whole table.

use std::cmp::Ordering;

/// A table of lines `stem TAB value`, sorted by stem (byte order), each stem once.
#[derive(Debug, Clone, Copy)]
pub struct Table(&'static str);

impl Table {
    /// A table of sorted lines.
    pub const fn new(lines: &'static str) -> Self {
        Table(lines)
    }

    /// The value of a stem.
    pub fn get(self, stem: &str) -> Option<&'static str> {
        let lines = self.0;
        let bytes = lines.as_bytes();
        let (mut low, mut high) = (0, lines.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes.get(low..middle)?.iter().rposition(|&b| b == b'\n').map_or(low, |n| low + n + 1);
            let end = bytes.get(start..high)?.iter().position(|&b| b == b'\n').map_or(high, |n| start + n);
            let (key, value) = lines.get(start..end)?.split_once('\t')?;
            match key.cmp(stem) {
                Ordering::Equal => return Some(value),
                Ordering::Less => low = end + 1,
                Ordering::Greater => high = start,
            }
        }
        None
    }

    /// Every line, in order.
    #[cfg(test)]
    pub fn lines(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.lines().filter_map(|line| line.split_once('\t'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        let table = Table::new("ab\t1\nabc\t2\nb\t3\n");
        assert_eq!(table.lines().map(|(key, _)| table.get(key)).collect::<Vec<_>>(), [Some("1"), Some("2"), Some("3")]);
        for absent in ["", "a", "abb", "abcd", "c"] {
            assert_eq!(table.get(absent), None, "{absent}");
        }
    }
}
