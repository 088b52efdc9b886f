//! What claims are called on the screen. Claims that overlap can have labels that begin alike; then each but the first is
//! called by words that the others have not, so that they can be told apart where a list shows no more than a beginning.
//!
//! In: a comparison. Out: a name for each claim.

use crate::model::{Claim, Comparison, Place, Story, Version};
use std::collections::BTreeMap;

/// Letters of a label by which a list must tell it from others.
const TELLING: usize = 24;

/// Words of a name that is taken from the text.
const LONGEST: usize = 22;

/// The names of a comparison's claims, in their order.
pub fn names(story: &Story, comparison: &Comparison) -> Vec<String> {
    // For each beginning, the places of the claims whose labels have it.
    let mut taken: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let mut names = Vec::with_capacity(comparison.claims.len());
    for claim in &comparison.claims {
        let label = beginning(claim.without_speaker(&claim.label));
        let name = taken.get(&label).and_then(|before| another(story, claim, before, &taken));
        taken.entry(label).or_default().extend(claim.versions.iter().map(|v| v.place));
        if let Some(name) = &name {
            taken.entry(beginning(name)).or_default();
        }
        names.push(name.unwrap_or_else(|| claim.label.clone()));
    }
    names
}

/// The beginning of a version that no claim before is called by: of one that they have not, else of any.
fn another(story: &Story, claim: &Claim, before: &[Place], taken: &BTreeMap<String, Vec<Place>>) -> Option<String> {
    let (theirs, own): (Vec<&Version>, Vec<&Version>) = claim.versions.iter().partition(|v| before.contains(&v.place));
    let free = |version: &&Version| Some(start(story.text(&version.place))).filter(|n| !taken.contains_key(&beginning(n)));
    own.iter().chain(&theirs).find_map(free)
}

/// What a list shows at the least of a name: its first letters.
fn beginning(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).take(TELLING).flat_map(char::to_lowercase).collect()
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
    use crate::model::{Article, Form, Passage, PassageKind, Span};

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
            ["The bridge is closed", "The bridge will reopen in May", "Nobody may cross the bridge"],
            "what has nothing of its own is called by words that no other is called by"
        );
    }

    #[test]
    fn long_words_are_cut() {
        let long = "word ".repeat(30);
        assert_eq!(start(&long).split(' ').count(), LONGEST + 1);
        assert!(start(&long).ends_with(" …"));
    }
}
