//! Several groups of phrases, looked for in one pass over a text: which groups occur at all. A rule that needs a phrase asks here
//! first, so that the many paragraphs that hold none cost one pass and no more.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// Groups of phrases; capitals do not matter.
pub struct Phrases {
    /// Without one (it cannot fail to build for lists like these) every group counts as found, and the rules decide.
    automaton: Option<AhoCorasick>,
    /// The group of each phrase, as a bit.
    groups: Vec<u8>,
}

impl Phrases {
    /// Takes up to eight groups.
    pub fn new(groups: &[&[&str]]) -> Self {
        let phrases = groups.iter().flat_map(|group| group.iter());
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA)).build(phrases).ok();
        let groups = groups
            .iter()
            .enumerate()
            .flat_map(|(n, group)| group.iter().map(move |_| 1u8.checked_shl(n as u32).unwrap_or(0)))
            .collect();
        Phrases { automaton, groups }
    }

    /// The groups of which a phrase stands in the text, one bit each.
    pub fn found(&self, text: &str) -> u8 {
        let Some(automaton) = &self.automaton else { return u8::MAX };
        if !automaton.is_match(text) {
            return 0;
        }
        let bit = |pattern: usize| self.groups.get(pattern).copied().unwrap_or(0);
        automaton.find_overlapping_iter(text).fold(0, |found, m| found | bit(m.pattern().as_usize()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_found_in_any_case_and_overlapping() {
        let phrases = Phrases::new(&[&["our content", "click here"], &["content"], &["©"]]);
        assert_eq!(phrases.found("Sharing Our Content is"), 0b011);
        assert_eq!(phrases.found("© 2017"), 0b100);
        assert_eq!(phrases.found("The bridge is shut"), 0);
    }
}
