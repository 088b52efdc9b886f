//! What a person would call a claim: short, complete, from the clearest version, with the speaker.
//!
//! In: claims. Out: their labels: for an utterance the speaker and the words (`Jane Doe: “We will win”`), else the sentence.
//! The clearest version is the one that is short, says what most of the others say, and holds together by itself.

use crate::analysis::Evidence;
use crate::analysis::statements::overlapping;
use crate::model::{Claim, ClaimKind, Comparison, Form, Place, Span, Story, Version};

/// Words that a label should have at the most; a longer one is cut at a clause.
const LONGEST: usize = 22;
/// A version of fewer words seldom says the claim whole.
const SHORTEST: usize = 5;

/// Words that lean on the sentence before: a version that opens with one is no good label.
const LEANING: &[&str] =
    &["but", "and", "so", "he", "she", "it", "they", "this", "that", "these", "those", "then", "also", "however"];

/// Gives each claim its label.
pub fn write(story: &Story, evidence: &Evidence, comparison: &mut Comparison) {
    let links: Vec<(usize, (usize, usize), f64)> = comparison.links.iter().map(|l| (l.claim, l.versions, l.score)).collect();
    for (c, claim) in comparison.claims.iter_mut().enumerate() {
        let first = links.partition_point(|l| l.0 < c);
        let own = links.get(first..).unwrap_or(&[]);
        let own = own.get(..own.partition_point(|l| l.0 == c)).unwrap_or(&[]);
        claim.label = label(story, evidence, claim, own);
    }
}

fn label(story: &Story, evidence: &Evidence, claim: &Claim, links: &[(usize, (usize, usize), f64)]) -> String {
    let clearness = |n: usize, version: &Version| -> f64 {
        let text = story.text(&version.place);
        let words = text.split_whitespace().count();
        let alike: f64 = links.iter().filter(|(_, (x, y), _)| *x == n || *y == n).map(|(_, _, score)| score).sum();
        let opening = text.split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty()).unwrap_or("").to_lowercase();
        let mut clearness = alike / claim.versions.len().max(1) as f64;
        clearness -= 0.02 * words.saturating_sub(LONGEST) as f64 + 0.1 * SHORTEST.saturating_sub(words) as f64;
        if LEANING.contains(&opening.as_str()) {
            clearness -= 0.15;
        }
        if claim.kind == ClaimKind::Quotation && version.form == Form::Direct {
            clearness += 0.15;
        }
        clearness
    };
    let mut best: Option<(f64, &Version)> = None;
    for (n, version) in claim.versions.iter().enumerate() {
        let clear = clearness(n, version);
        if best.is_none_or(|(most, _)| clear > most) {
            best = Some((clear, version));
        }
    }
    best.map(|(_, version)| word(story, evidence, version)).unwrap_or_default()
}

/// The label that a version gives.
fn word(story: &Story, evidence: &Evidence, version: &Version) -> String {
    let place = &version.place;
    let quotation = overlapping(&evidence.quotations, place, |q| q.place)
        .filter(|q| !q.scare)
        .max_by_key(|q| (q.place.span.end.min(place.span.end)).saturating_sub(q.place.span.start.max(place.span.start)));
    if let (Form::Direct, Some(quotation)) = (version.form, quotation) {
        let span = Span::new(quotation.place.span.start.max(place.span.start), quotation.place.span.end.min(place.span.end));
        let words = shorten(story.text(&Place { span, ..*place }));
        let words = words.trim_end_matches([',', '.', ';', ':']);
        return match &version.speaker {
            Some(speaker) => format!("{speaker}: “{words}”"),
            None => format!("“{words}”"),
        };
    }
    let text = story.text(place).trim();
    let report = overlapping(&evidence.reports, place, |r| r.sentence).next();
    // A report opening with a pronoun is named after its speaker.
    match (report, &version.speaker) {
        (Some(report), Some(speaker)) if opens_with_pronoun(text) && report.content.span.len() > 20 => {
            let content = shorten(story.text(&report.content));
            format!("{speaker}: {}", content.trim_end_matches([',', '.', ';', ':']))
        }
        _ => shorten(text).trim_end_matches(['.', ',']).to_owned(),
    }
}

fn opens_with_pronoun(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    matches!(first.as_str(), "he" | "she" | "they" | "it")
}

/// The text, cut after a clause, else after a word, where it is longer than [`LONGEST`] words.
fn shorten(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= LONGEST {
        return words.join(" ");
    }
    let head = words.get(..LONGEST).unwrap_or(&[]);
    let clause = head.iter().rposition(|w| w.ends_with([',', ';', ':', '.'])).filter(|n| *n >= LONGEST / 2);
    let kept = head.get(..clause.map_or(LONGEST, |n| n + 1)).unwrap_or(head).join(" ");
    format!("{} …", kept.trim_end_matches([',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_at_a_clause_and_short_ones_kept() {
        assert_eq!(shorten("The mayor  resigned on Friday."), "The mayor resigned on Friday.");
        let long = "The mayor of the northern town who had been in office for nine years, resigned on Friday after a long quarrel with the council over money";
        assert_eq!(shorten(long), "The mayor of the northern town who had been in office for nine years …");
    }
}
