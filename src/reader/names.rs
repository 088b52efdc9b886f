//! What claims are called on the screen. Claims that overlap can have one label; then each but the first is called by
//! words that the others with this label have not.
//!
//! In: a comparison. Out: a name for each claim.

use crate::model::{Claim, Comparison, Place, Story};
use std::collections::BTreeMap;

/// Words of a name that is taken from the text.
const LONGEST: usize = 22;

/// The names of a comparison's claims, in their order.
pub fn names(story: &Story, comparison: &Comparison) -> Vec<String> {
    // For each label, the places of the claims that have it.
    let mut taken: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    let name = |claim: &'_ Claim, before: Option<&Vec<Place>>| {
        let own = |before: &Vec<Place>| claim.versions.iter().find(|v| !before.contains(&v.place));
        before.and_then(own).map_or_else(|| claim.label.clone(), |version| start(story.text(&version.place)))
    };
    let mut names = Vec::with_capacity(comparison.claims.len());
    for claim in &comparison.claims {
        names.push(name(claim, taken.get(claim.label.as_str())));
        taken.entry(&claim.label).or_default().extend(claim.versions.iter().map(|v| v.place));
    }
    names
}

/// The first words of a text.
fn start(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..LONGEST) {
        Some(first) if words.len() > LONGEST => format!("{} …", first.join(" ").trim_end_matches([',', ';', ':', '.'])),
        _ => words.join(" ").trim_end_matches(['.', ',']).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Form, Passage, PassageKind, Span, Version};

    #[test]
    fn claims_of_one_label_are_told_apart_by_what_only_one_of_them_has() {
        let passage = |text: &str| Passage { kind: PassageKind::Paragraph, speaker: None, lines: (0, 0), text: text.to_owned() };
        let texts = ["The bridge is closed.", "Nobody may cross the bridge.", "The bridge will reopen in May."];
        let articles = texts.iter().map(|text| Article { passages: vec![passage(text)], ..Article::default() }).collect();
        let story = Story { articles, ..Story::default() };
        let version = |article: usize| {
            let place = Place::new(article, 0, Span::new(0, texts.get(article).map_or(0, |t| t.len())));
            Version { place, form: Form::Narrated, speaker: None }
        };
        let claim = |versions: &[usize]| Claim {
            label: "The bridge is closed".to_owned(),
            kind: crate::model::ClaimKind::Statement,
            speaker: None,
            confidence: 0.5,
            versions: versions.iter().map(|&v| version(v)).collect(),
            absent: Vec::new(),
            differences: Vec::new(),
        };
        let comparison = Comparison { claims: vec![claim(&[0, 1]), claim(&[0, 2]), claim(&[0, 1])], ..Comparison::default() };
        assert_eq!(
            names(&story, &comparison),
            ["The bridge is closed", "The bridge will reopen in May", "The bridge is closed"],
            "what has nothing of its own keeps the label"
        );
    }

    #[test]
    fn long_words_are_cut() {
        let long = "word ".repeat(30);
        assert_eq!(start(&long).split(' ').count(), LONGEST + 1);
        assert!(start(&long).ends_with(" …"));
    }
}
