//! What a person would call a claim: short, complete, from the clearest version, with the speaker.
//!
//! In: claims. Out: their labels: for an utterance the speaker and the words (`Jane Doe: “We will win”`), else the clause
//! that says the claim. Of all versions, and of the clauses that can stand by themselves, the label is the one that has
//! most of what the other articles say too, in few words, leaning on nothing before it; claims that share a version are
//! called by different words where there are any.

mod candidates;
mod clauses;
mod taken;
mod told;
mod verbs;
mod whole;
mod words;

use crate::analysis::Evidence;
use crate::model::{Claim, ClaimKind, Comparison, Link, Place, Span, Story, Version};
use candidates::Candidate;
use rustc_hash::{FxHashMap, FxHashSet};
use taken::Taken;
use told::{Text, Told};

/// Of a claim that very many articles tell, so many versions are looked at.
const LOOKED_AT: usize = 12;

/// What things cost and earn, by judgement, on the labels of five stories: `COVERED` for all that the others say too.
mod worth {
    pub const COVERED: f64 = 1.0;
    pub const ALIKE: f64 = 0.3;
    pub const QUOTED: f64 = 0.15;
    pub const SPEAKER: f64 = 0.1;
    pub const WORD: f64 = 0.02;
    pub const SHORT: f64 = 0.1;
    pub const CUT: f64 = 0.4;
    pub const ELIDED: f64 = 0.08;
    pub const LEANING: f64 = 0.3;
    pub const PRONOUN: f64 = 0.06;
    pub const QUESTION: f64 = 0.2;
    pub const FRAGMENT: f64 = 0.35;
    pub const HALF: f64 = 0.2;
    pub const TAKEN: f64 = 1.0;
    pub const OPENING: f64 = 0.2;
    pub const SHARED: f64 = 0.3;
}

/// What a claim is called.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    /// As it is printed; empty where no version gives one.
    pub text: String,
    /// The version that it is taken from.
    pub place: Place,
    /// The longer words of that version that it prints, each by its first letters; ascending.
    pub words: Vec<u64>,
}

/// The label of each claim.
pub fn of(story: &Story, evidence: &Evidence, comparison: &Comparison) -> Vec<Label> {
    let mut links = comparison.links.as_slice();
    let told = Told::of(story, evidence, &comparison.claims);
    let mut taken = Taken::default();
    let mut labels: Vec<Label> = Vec::with_capacity(comparison.claims.len());
    let mut versions = told.versions();
    for (c, claim) in comparison.claims.iter().enumerate() {
        let read: Vec<(&Version, &Text)> = versions.by_ref().take(looked_at(claim)).collect();
        let (own, later) = links.split_at(links.partition_point(|l| l.claim <= c));
        links = later;
        labels.push(label(story, evidence, claim, own, &read, &mut taken));
    }
    labels
}

/// How many versions of a claim are looked at.
fn looked_at(claim: &Claim) -> usize {
    claim.versions.len().min(LOOKED_AT)
}

fn is_quoted(claim: &Claim) -> bool {
    claim.kind == ClaimKind::Quotation
}

fn label(
    story: &Story,
    evidence: &Evidence,
    claim: &Claim,
    links: &[Link],
    read: &[(&Version, &Text)],
    taken: &mut Taken,
) -> Label {
    // What several articles say: each word by how many of them have it.
    let mut articles: FxHashMap<u64, (usize, usize)> = FxHashMap::default();
    for (version, (_, text)) in claim.versions.iter().zip(read) {
        for &(_, key) in &text.words {
            let (count, last) = articles.entry(key).or_insert((0, usize::MAX));
            if *last != version.place.article {
                (*count, *last) = (*count + 1, version.place.article);
            }
        }
    }
    let common: FxHashSet<u64> = articles.into_iter().filter(|(_, (count, _))| *count > 1).map(|(key, _)| key).collect();
    let beside = taken.beside(claim);
    let mut best: Option<(f64, &Version, &Text, Candidate, Vec<u64>)> = None;
    let mut said: Vec<u64> = Vec::new();
    for (n, (version, (first, text))) in claim.versions.iter().zip(read).enumerate() {
        let alike: f64 = links.iter().filter(|l| l.versions.0 == n || l.versions.1 == n).map(|l| l.score).sum();
        let alike = worth::ALIKE * alike / claim.versions.len().max(1) as f64;
        let words: Vec<(Span, u64)> = text.words.iter().filter(|(_, key)| common.contains(key)).copied().collect();
        // Somebody else may be given the same words in another claim.
        let same = *first == version;
        let own = if same { Vec::new() } else { told::candidates(story, evidence, version, is_quoted(claim)) };
        let mut clearest: Option<(f64, &Candidate, Vec<u64>)> = None;
        for candidate in if same { &text.candidates } else { &own } {
            let inside = |span: &Span| candidate.parts.iter().any(|part| part.contains(*span));
            said.clear();
            said.extend(words.iter().filter(|(span, _)| inside(span)).map(|(_, key)| *key));
            said.sort_unstable();
            said.dedup();
            let covered = said.len() as f64 / common.len().max(1) as f64;
            let again = said.iter().filter(|key| beside.contains(key)).count() as f64 / said.len().max(1) as f64;
            let cost = taken.cost(&version.place, candidate).max(worth::SHARED * again);
            let clear = alike + worth::COVERED * covered + candidate.worth - cost;
            if clearest.as_ref().is_none_or(|(most, ..)| clear > *most) {
                clearest = Some((clear, candidate, said.clone()));
            }
        }
        if let Some((clear, candidate, keys)) = clearest
            && best.as_ref().is_none_or(|(most, ..)| clear > *most)
        {
            best = Some((clear, version, text, candidate.clone(), keys));
        }
    }
    let Some((_, version, text, candidate, keys)) = best else { return Label::default() };
    taken.take(claim, &version.place, &candidate, &keys);
    let printed = |span: &Span| candidate.parts.iter().any(|part| part.contains(*span));
    let mut words: Vec<u64> = text.words.iter().filter(|(span, _)| printed(span)).map(|(_, key)| *key).collect();
    words.sort_unstable();
    words.dedup();
    Label { text: candidate.label, place: version.place, words }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The labels of claims over two made-up articles of one passage each; a claim is the two spans' words.
    fn labels(texts: [&str; 2], claims: &[[&str; 2]]) -> Vec<String> {
        use crate::analysis::{statements, weigh};
        use crate::model::{Article, Passage, PassageKind};
        let articles = texts.iter().map(|text| Article {
            outlet: text.split(' ').next().unwrap_or_default().to_owned(),
            passages: vec![Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: (*text).to_owned() }],
            ..Article::default()
        });
        let story = Story { articles: articles.collect(), ..Story::default() };
        let evidence = weigh(&story);
        let version = |(article, words): (usize, &&str)| {
            let start = texts.get(article).and_then(|text| text.find(*words)).unwrap_or_default();
            let place = Place::new(article, 0, Span::new(start, start + words.len()));
            let (form, speaker) = statements::telling(&story, &place, &evidence.quotations, &evidence.reports);
            Version { place, form, speaker }
        };
        let claim = |words: &[&str; 2]| Claim {
            label: String::new(),
            kind: ClaimKind::Statement,
            speaker: None,
            confidence: 1.0,
            versions: words.iter().enumerate().map(version).collect(),
            absent: Vec::new(),
            differences: Vec::new(),
        };
        let comparison = Comparison { claims: claims.iter().map(claim).collect(), ..Comparison::default() };
        of(&story, &evidence, &comparison).into_iter().map(|label| label.text).collect()
    }

    #[test]
    fn claims_that_share_a_sentence_are_called_by_what_each_says() {
        let both = "Mayor Anna Adler closed the old harbour on Friday, and promised a new bridge over the river.";
        let (closed, bridge) = ("The old harbour was closed by the mayor.", "A new bridge over the river was promised.");
        let other = format!("{closed} {bridge}");
        let found = labels([both, &other], &[[both, closed], [both, bridge]]);
        assert!(found.iter().any(|label| label.contains("harbour") && !label.contains("bridge")), "{found:?}");
        assert!(found.iter().any(|label| label.contains("bridge") && !label.contains("harbour")), "{found:?}");
    }

    #[test]
    fn claims_that_share_a_version_are_called_by_different_words_of_it_or_of_another() {
        let closed = "The mayor closed the old harbour on Friday.";
        let shut = "On Friday the old harbour was closed by Mayor Anna Adler.";
        let found = labels([closed, shut], &[[closed, shut], [closed, shut]]);
        assert!(found.iter().any(|label| label.starts_with("The mayor closed")), "{found:?}");
        assert!(found.iter().any(|label| label.starts_with("On Friday the old harbour")), "{found:?}");
    }

    #[test]
    fn a_long_quotation_gives_a_clause_that_stands_by_itself() {
        let quoted = "“We do not want to close the harbour this year, whatever the council of the northern towns may have \
                      written about it in its report to the ministry of ports,” Anna Adler said.";
        let again = quoted.replace("to the ministry", "for the ministry");
        let found = labels([quoted, &again], &[[quoted, &again]]);
        assert_eq!(found, ["Anna Adler: “We do not want to close the harbour this year”"]);
    }

    #[test]
    fn a_version_that_leans_on_the_sentence_before_gives_no_label() {
        let leaning = "She said it was not discussed there, and they left.";
        let plain = "The fishing quota was not discussed at the talks, Anna Adler said.";
        let found = labels([leaning, plain], &[[leaning, plain]]);
        assert!(found.iter().all(|label| label.contains("The fishing quota was not discussed at the talks")), "{found:?}");
    }
}
