//! Several groups of phrases, looked for in one pass over a text: which groups occur at all. A rule that needs a phrase asks here
//! first, so that the many paragraphs that hold none cost one pass and no more.
//!
//! Phrases are told by a hash of their first four bytes. An automaton would read somewhat faster, but to build one takes longer than
//! to read five articles.

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
                let hash = hash([phrase[0], phrase[1], phrase[2], phrase[3]]);
                openings[hash / 64] |= 1 << (hash % 64);
                n += 1;
            }
            group += 1;
        }
        Phrases { groups, openings }
    }

    /// The groups of which a phrase stands in the text, one bit each.
    pub fn found(&self, text: &str) -> u8 {
        let mut found = 0;
        for (at, four) in text.as_bytes().windows(OPENING).enumerate() {
            let &[a, b, c, d] = four else { continue };
            let hash = hash([a, b, c, d]);
            if self.openings.get(hash / 64).is_some_and(|word| word >> (hash % 64) & 1 == 1) {
                found |= self.at(text.as_bytes().get(at..).unwrap_or(&[]));
            }
        }
        found
    }

    /// The groups of which a phrase stands at the start of the text.
    fn at(&self, text: &[u8]) -> u8 {
        let begins = |phrase: &&str| text.get(..phrase.len()).is_some_and(|t| t.eq_ignore_ascii_case(phrase.as_bytes()));
        let held = self.groups.iter().enumerate().filter(|(_, group)| group.iter().any(begins));
        held.fold(0, |found, (n, _)| found | 1 << n)
    }
}

/// A number below 64 times [`WORDS`], the same for small letters and capitals.
const fn hash(opening: [u8; OPENING]) -> usize {
    let small = u32::from_le_bytes(opening) | 0x2020_2020;
    (small.wrapping_mul(0x9e37_79b1) >> 19) as usize
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
