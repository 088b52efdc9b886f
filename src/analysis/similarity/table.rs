//! Tables of the language that are built into the program: lines sorted by stem, looked up by bisection, so that a run
//! pays for what it looks up and not for the whole table.

/// A table of `LINES` lines `stem TAB value`, sorted by stem (byte order), each stem once.
#[derive(Debug)]
pub struct Table<const LINES: usize> {
    text: &'static str,
    /// Where each line begins: found when the program is built.
    starts: [u32; LINES],
}

/// How many lines a text has.
pub const fn lines(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut lines, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] == b'\n' {
            lines += 1;
        }
        at += 1;
    }
    lines
}

impl<const LINES: usize> Table<LINES> {
    /// A table of sorted lines, each ended by a line feed.
    pub const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = [0; LINES];
        let (mut line, mut at) = (0, 0);
        while line < LINES {
            starts[line] = at as u32;
            while bytes[at] != b'\n' {
                at += 1;
            }
            at += 1;
            line += 1;
        }
        Table { text, starts }
    }

    /// The value of a stem.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        let (bytes, stem) = (self.text.as_bytes(), key.as_bytes());
        // A stem that another begins with comes before it, as its tab comes before every letter.
        let before = |start: u32| {
            let line = bytes.get(start as usize..).unwrap_or(&[]);
            line.get(..stem.len()).unwrap_or(line) < stem
        };
        let line = self.starts.partition_point(|start| before(*start));
        let start = *self.starts.get(line)? as usize;
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| *next as usize);
        self.text.get(start..end)?.strip_suffix('\n')?.strip_prefix(key)?.strip_prefix('\t')
    }

    /// The entries of a stem's value, parted by spaces.
    pub fn entries(&self, key: &str) -> impl Iterator<Item = &'static str> {
        let mut left = self.get(key).unwrap_or("");
        std::iter::from_fn(move || {
            let end = left.bytes().position(|b| b == b' ').unwrap_or(left.len());
            let entry = left.get(..end).filter(|entry| !entry.is_empty())?;
            left = left.get(end + 1..).unwrap_or("");
            Some(entry)
        })
    }

    /// Every line, in order.
    #[cfg(test)]
    pub fn lines(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.text.lines().filter_map(|line| line.split_once('\t'))
    }
}

/// The number that an entry begins with, and its digits: byte by byte, as each stem of a story has several entries.
pub fn row(entry: &str) -> (u16, usize) {
    let digits = entry.bytes().take_while(u8::is_ascii_digit).count();
    let row = entry.bytes().take(digits).fold(0_u16, |row, b| row.wrapping_mul(10).wrapping_add(u16::from(b.wrapping_sub(b'0'))));
    (row, digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found_and_nothing_else() {
        const TEXT: &str = "ab\t1\nabc\t2\nb\t3\n";
        let table: Table<{ lines(TEXT) }> = Table::new(TEXT);
        assert_eq!(table.lines().map(|(key, _)| table.get(key)).collect::<Vec<_>>(), [Some("1"), Some("2"), Some("3")]);
        for absent in ["", "a", "abb", "abcd", "c"] {
            assert_eq!(table.get(absent), None, "{absent}");
        }
    }
}
