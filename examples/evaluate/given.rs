//! Claims that people found by hand, as the analysis would hand them on to the search for differences: so that its
//! errors are seen apart from those of links.

use rashomon::analysis::similarity::words::words;
use rashomon::analysis::{Evidence, differences, labels, statements};
use rashomon::model::{Claim, ClaimKind, Comparison, Form, Link, Place, Span, Story, Version};
use std::collections::BTreeSet;
use std::path::Path;

/// A claim by its label, and the article's name and the words of each version.
pub type Given = (String, Vec<(String, String)>);

/// The claims with the versions that stand in the story's articles, their labels, and their differences.
pub fn compare(story: &Story, evidence: &Evidence, claims: &[Given]) -> Comparison {
    let mut comparison = Comparison { facts: evidence.facts.clone(), ..Comparison::default() };
    for (n, given) in claims.iter().enumerate() {
        let claim = claim(story, evidence, given);
        comparison.links.extend(links(&claim, n));
        comparison.claims.push(claim);
    }
    for (n, label) in labels::of(story, evidence, &comparison).into_iter().enumerate() {
        comparison.claims[n].label = label.text;
    }
    differences::find(story, evidence, &mut comparison);
    comparison
}

fn claim(story: &Story, evidence: &Evidence, (label, given): &Given) -> Claim {
    let mut places: BTreeSet<Place> = BTreeSet::new();
    for (name, text) in given {
        let named = |source: &str| Path::new(source).file_stem().is_some_and(|stem| stem.to_string_lossy() == *name);
        if let Some(article) = story.articles.iter().position(|article| named(&article.source)) {
            places.extend(locate(story, article, text));
        }
    }
    let version = |place: Place| {
        let (form, speaker) = statements::telling(story, &place, &evidence.quotations, &evidence.reports);
        Version { place, form, speaker }
    };
    let versions: Vec<Version> = places.into_iter().map(version).collect();
    Claim {
        label: label.clone(),
        kind: if versions.iter().any(|v| v.form == Form::Direct) { ClaimKind::Quotation } else { ClaimKind::Statement },
        speaker: None,
        confidence: 1.0,
        versions,
        absent: Vec::new(),
        differences: Vec::new(),
    }
}

/// Every pair of versions of different articles, certain.
fn links(claim: &Claim, index: usize) -> Vec<Link> {
    let pairs = claim.versions.iter().enumerate().flat_map(|(x, a)| {
        let others = claim.versions.iter().enumerate().skip(x + 1);
        others.filter(move |(_, b)| a.place.article != b.place.article).map(move |(y, _)| (x, y))
    });
    pairs.map(|versions| Link { claim: index, versions, score: 1.0, reasons: Box::default() }).collect()
}

/// Where an article has these words: every exact run, else the stretch of a passage that holds most of them, and three
/// fifths at least.
fn locate(story: &Story, article: usize, text: &str) -> Vec<Place> {
    let forms = |text: &str| words(text).into_iter().map(|w| w.form.replace(['’', 'ʼ'], "'")).collect::<Vec<_>>();
    let want = forms(text);
    let mut exact = Vec::new();
    let mut best: Option<(usize, Place)> = None;
    let passages = story.articles.get(article).map_or(&[][..], |a| &a.passages);
    for (p, passage) in passages.iter().enumerate().filter(|(_, p)| p.is_article()) {
        let spans: Vec<Span> = words(&passage.text).into_iter().map(|w| w.span).collect();
        let have = forms(&passage.text);
        for start in 0..have.len() {
            let end = (start + want.len()).min(have.len());
            let window = have.get(start..end).unwrap_or(&[]);
            let (Some(first), Some(last)) = (spans.get(start), spans.get(end - 1)) else { continue };
            let place = Place::new(article, p, Span::new(first.start, last.end));
            if window == want {
                exact.push(place);
            }
            let bag: BTreeSet<&String> = window.iter().collect();
            let held = want.iter().filter(|w| bag.contains(w)).count();
            if held * 5 >= want.len() * 3 && best.is_none_or(|(most, _)| held > most) {
                best = Some((held, place));
            }
        }
    }
    if exact.is_empty() { best.into_iter().map(|(_, place)| place).collect() } else { exact }
}
