//! Several groups of phrases, looked for in one pass over a text: which groups occur at all. A rule that needs a phrase asks here
//! first, so that the many paragraphs that hold none cost one pass and no more.
//!
//! Phrases are told by a hash of their first four bytes. An automaton would read somewhat faster, but to build one takes longer
//! than to read five articles.

/// Groups of phrases; capitals do not matter.
pub struct Phrases {
    groups: &'static [&'static [&'static str]],
    /// A bit for each hash that a phrase begins with.
    openings: [u64; WORDS],
}

/// Words of the table of openings: few enough to build at once, so many that one text position in a hundred is looked at twice.
const WORDS: usize = 128;

/// Bytes of an opening.
const OPENING: usize = 4;

impl Phrases {
    /// Takes up to eight groups, of phrases of four bytes and more.
    pub const fn new(groups: &'static [&'static [&'static str]]) -> Self {
        let mut openings = [0; WORDS];
        let mut group = 0;
        while group < groups.len() {
            let mut n = 0;
            while n < groups[group].len() {
                let phrase = groups[group][n].as_bytes();
                assert!(phrase.len() >= OPENING, "a phrase of four bytes and more");
                let hash = hash(u32::from_le_bytes([phrase[0], phrase[1], phrase[2], phrase[3]]));
                openings[hash / 64] |= 1 << (hash % 64);
                n += 1;
            }
            group += 1;
        }
        Phrases { groups, openings }
    }

    /// The groups of which a phrase stands in the text, one bit each.
    pub fn found(&self, text: &str) -> u8 {
        let bytes = text.as_bytes();
        let Some((first, rest)) = bytes.split_at_checked(OPENING - 1) else { return 0 };
        // The last four bytes read, the latest on top.
        let mut four = first.iter().fold(0, |four: u32, byte| four >> 8 | u32::from(*byte) << 24);
        let mut found = 0;
        for (at, byte) in rest.iter().enumerate() {
            four = four >> 8 | u32::from(*byte) << 24;
            let hash = hash(four);
            if self.openings.get(hash / 64).is_some_and(|word| word >> (hash % 64) & 1 == 1) {
                found |= self.at(small(four), bytes.get(at..).unwrap_or(&[]));
            }
        }
        found
    }

    /// The groups of which a phrase stands at the start of the text, whose first four bytes are `four`.
    fn at(&self, four: u32, text: &[u8]) -> u8 {
        let begins = |phrase: &&str| {
            phrase.as_bytes().first_chunk().is_some_and(|opening| small(u32::from_le_bytes(*opening)) == four)
                && text.get(..phrase.len()).is_some_and(|t| t.eq_ignore_ascii_case(phrase.as_bytes()))
        };
        let held = self.groups.iter().enumerate().filter(|(_, group)| group.iter().any(begins));
        held.fold(0, |found, (n, _)| found | 1 << n)
    }
}

/// Four bytes, the same for small letters and capitals.
const fn small(four: u32) -> u32 {
    four | 0x2020_2020
}

/// A number below 64 times [`WORDS`], the same for small letters and capitals.
const fn hash(four: u32) -> usize {
    (small(four).wrapping_mul(0x9e37_79b1) >> 19) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_found_in_any_case_and_overlapping() {
        static PHRASES: Phrases = Phrases::new(&[&["our content", "click here"], &["content"], &["(c) "]]);
        assert_eq!(PHRASES.found("Sharing Our Content is"), 0b011);
        assert_eq!(PHRASES.found("at the end: CONTENT"), 0b010);
        assert_eq!(PHRASES.found("“(C) 2017”"), 0b100);
        for text in ["The bridge is shut", "our", "", "conten", "© 2017"] {
            assert_eq!(PHRASES.found(text) & 0b101, 0, "{text}");
        }
        assert_eq!(PHRASES.found("conten"), 0);
    }
}
