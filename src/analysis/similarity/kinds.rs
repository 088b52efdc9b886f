//! Statements that nothing tells apart by which pairs are measured: an agency's sentence in forty papers is held against
//! what the others say once.

use crate::analysis::similarity::profile::Profile;
use crate::model::Statement;
use rustc_hash::FxHashMap;

/// Of statements with the same words no more kinds than this are told apart; further ones are each of a kind of their own.
const KINDS: usize = 16;

/// Notes on each profile of which [kind](Profile::kind) it is.
pub fn note(profiles: &mut [Profile], statements: &[Statement]) {
    // The kinds of those with the same words, in order; the first of them is always one.
    let mut of_twins: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for n in 0..profiles.len() {
        let Some(twin) = profiles.get(n).map(|p| p.twin) else { continue };
        let mut kind = n;
        if twin != n {
            let known = of_twins.entry(twin).or_insert_with(|| vec![twin]);
            match known.iter().find(|&&k| alike(profiles, statements, k, n)) {
                Some(&same) => kind = same,
                None if known.len() < KINDS => known.push(n),
                None => {}
            }
        }
        if let Some(profile) = profiles.get_mut(n) {
            profile.kind = kind as u32;
        }
    }
}

/// Whether all that pairs are measured by is the same: what is said in what parts, who says it, and what is recalled from before.
fn alike(profiles: &[Profile], statements: &[Statement], one: usize, other: usize) -> bool {
    let (Some(a), Some(b)) = (profiles.get(one), profiles.get(other)) else { return false };
    let (Some(x), Some(y)) = (statements.get(one), statements.get(other)) else { return false };
    let words = || a.terms.len() == b.terms.len() && a.terms.iter().zip(&b.terms).all(|(s, t)| s.is_like(t));
    let sums = a.mass == b.mass && a.content == b.content && a.negated == b.negated;
    sums && x.form == y.form && x.speaker == y.speaker && a.values == b.values && a.elements == b.elements && words()
}

#[cfg(test)]
mod tests {
    use crate::analysis::weigh;
    use crate::model::{Article, Passage, PassageKind, Story};

    /// The kinds of the statements of made-up articles.
    fn kinds(texts: &[&[&str]]) -> Vec<u32> {
        let passage = |text: &&str| {
            let text = (*text).to_owned();
            Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text }
        };
        let articles = texts.iter().map(|texts| Article { passages: texts.iter().map(passage).collect(), ..Article::default() });
        let story = Story { articles: articles.collect(), ..Story::default() };
        weigh(&story).similarity.profiles.of.iter().map(|p| p.kind).collect()
    }

    #[test]
    fn the_same_sentence_is_one_kind_wherever_it_stands() {
        let one = "The council sold the harbour ferries.";
        assert_eq!(kinds(&[&[one], &["Rain fell all night in the hills.", one], &[one]]), [0, 1, 0, 0]);
    }

    #[test]
    fn what_is_told_otherwise_is_another_kind() {
        for other in [
            "The council sold the ferries.",
            "“The council sold the harbour ferries.”",
            "The council never sold the harbour ferries.",
            "“The council sold the harbour ferries,” Anna Adler said.",
        ] {
            let kinds = kinds(&[&["The council sold the harbour ferries."], &[other]]);
            assert_eq!(kinds.first(), Some(&0));
            assert!(kinds.iter().skip(1).all(|kind| *kind > 0), "{other}: {kinds:?}");
        }
    }

    #[test]
    fn what_a_stand_in_recalls_tells_sentences_apart() {
        let kinds = kinds(&[
            &["The harbour ferries were sold to a shipyard.", "The matter divides the council of the town."],
            &["Teachers in the hills asked for more money.", "The matter divides the council of the town."],
            &["The harbour ferries were sold to a shipyard.", "The matter divides the council of the town."],
        ]);
        assert_eq!(kinds, [0, 1, 2, 3, 0, 1]);
    }
}
