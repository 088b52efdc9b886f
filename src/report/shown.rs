//! What a report shows: a story and its comparison, with the names, counts and places that every report needs, worked
//! out once. Two articles of one outlet are one witness.

use crate::model::{Article, Claim, Comparison, Form, PassageKind, Place, Story};
use crate::report::phrases::{self, count};
use std::collections::{BTreeMap, BTreeSet};

/// A story and its comparison, ready to be shown.
pub struct Shown<'s> {
    /// The story.
    pub story: &'s Story,
    /// What was found in it.
    pub comparison: &'s Comparison,
    /// The outlets, in the order of their first article.
    pub outlets: Vec<&'s str>,
    /// For each article, its outlet (an index into `outlets`).
    outlet_of: Vec<usize>,
    /// For each article, its outlet's name, with its own id where the outlet has several articles.
    names: Vec<String>,
    /// For each article and passage, its number among those of its kind.
    ordinals: Vec<Vec<usize>>,
    /// For each article, its statements that no other carries, and all its statements.
    statements: Vec<(usize, usize)>,
    /// For each article, the versions in it.
    versions: Vec<Vec<(usize, usize)>>,
}

impl<'s> Shown<'s> {
    /// Looks a story through once.
    pub fn new(story: &'s Story, comparison: &'s Comparison) -> Self {
        let mut outlets = Vec::new();
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        let mut outlet_of = Vec::with_capacity(story.articles.len());
        let mut articles_of: Vec<usize> = Vec::new();
        for article in &story.articles {
            let number = *numbers.entry(&article.outlet).or_insert_with(|| {
                outlets.push(article.outlet.as_str());
                articles_of.push(0);
                outlets.len() - 1
            });
            outlet_of.push(number);
            if let Some(n) = articles_of.get_mut(number) {
                *n += 1;
            }
        }
        let name = |(article, outlet): (&Article, &usize)| match articles_of.get(*outlet) {
            Some(1) => article.outlet.clone(),
            _ => format!("{} [{}]", article.outlet, article.id),
        };
        let names = story.articles.iter().zip(&outlet_of).map(name).collect();
        let mut statements = vec![(0, 0); story.articles.len()];
        for statement in &comparison.statements {
            if let Some((alone, all)) = statements.get_mut(statement.place.article) {
                *all += 1;
                *alone += usize::from(statement.claims.is_empty());
            }
        }
        let mut versions = vec![Vec::new(); story.articles.len()];
        for (c, claim) in comparison.claims.iter().enumerate() {
            for (v, version) in claim.versions.iter().enumerate() {
                if let Some(here) = versions.get_mut(version.place.article) {
                    here.push((c, v));
                }
            }
        }
        let ordinals = story.articles.iter().map(ordinals).collect();
        Shown { story, comparison, outlets, outlet_of, names, ordinals, statements, versions }
    }

    /// What the story is called: its title, or else its first headline.
    pub fn title(&self) -> &'s str {
        let headlines = self.story.articles.iter().map(|a| a.headline.as_str());
        std::iter::once(self.story.title.as_str()).chain(headlines).find(|t| !t.is_empty()).unwrap_or("Untitled story")
    }

    /// The story in figures, in one sentence.
    pub fn summary(&self) -> String {
        let comparison = self.comparison;
        let strong = (0..comparison.claims.len()).filter(|c| comparison.is_strong(*c)).count();
        let alone: usize = self.statements.iter().map(|(alone, _)| alone).sum();
        let spoken = comparison.quotations.iter().filter(|q| !q.scare).count();
        format!(
            "{} by {}: {} ({strong} strong; links of {} and more are shown), {}, {} in one article only.",
            count(self.names.len(), "article"),
            count(self.outlets.len(), "outlet"),
            count(comparison.claims.len(), "shared claim"),
            phrases::score(comparison.bar),
            count(spoken, "quotation"),
            count(alone, "statement"),
        )
    }

    /// The outlet of an article; with the article's id where the outlet has several.
    pub fn outlet(&self, article: usize) -> &str {
        self.names.get(article).map_or("", String::as_str)
    }

    /// The outlet of a version of a claim, in the same way.
    pub fn outlet_of_version(&self, claim: &Claim, version: usize) -> &str {
        claim.versions.get(version).map_or("", |v| self.outlet(v.place.article))
    }

    /// Whether two articles are of one outlet.
    pub fn same_outlet(&self, a: usize, b: usize) -> bool {
        self.outlet_of.get(a) == self.outlet_of.get(b)
    }

    /// The outlets that carry a claim, in the story's order.
    pub fn carrying(&self, claim: &Claim) -> Vec<&'s str> {
        self.carries(claim).into_iter().filter_map(|o| self.outlets.get(o).copied()).collect()
    }

    /// The outlets none of whose articles carries a claim, in the story's order.
    pub fn lacking(&self, claim: &Claim) -> Vec<&'s str> {
        let mut told = self.carries(claim).into_iter().peekable();
        let outlets = self.outlets.iter().enumerate();
        outlets.filter(|(o, _)| told.next_if_eq(o).is_none()).map(|(_, name)| *name).collect()
    }

    /// The versions that speak for the outlets that carry a claim (indices into the claim's versions), in the story's order: of
    /// an outlet's clear versions the most direct, of several the first.
    pub fn tellings(&self, number: usize) -> impl Iterator<Item = usize> {
        self.spoken(number).into_values().map(|(.., version)| version)
    }

    /// For each outlet the version that speaks for it (an index into the claim's versions), or none.
    pub fn cells(&self, number: usize) -> Vec<Option<usize>> {
        let spoken = self.spoken(number);
        (0..self.outlets.len()).map(|o| spoken.get(&o).map(|(.., version)| *version)).collect()
    }

    /// For each outlet that carries a claim the version that speaks for it: whether it is not clear, its form, its index.
    fn spoken(&self, number: usize) -> BTreeMap<usize, (bool, Form, usize)> {
        let versions = self.comparison.claims.get(number).map_or(&[][..], |c| &c.versions);
        let outlet = |article: usize| self.outlet_of.get(article).copied();
        let clear = self.comparison.clear(number, |article| outlet(article).unwrap_or(usize::MAX));
        let mut spoken: BTreeMap<usize, (bool, Form, usize)> = BTreeMap::new();
        for (v, (version, clear)) in versions.iter().zip(clear).enumerate() {
            if let Some(outlet) = outlet(version.place.article) {
                let this = (!clear, version.form, v);
                let best = spoken.entry(outlet).or_insert(this);
                *best = (*best).min(this);
            }
        }
        spoken
    }

    /// The outlets that carry a claim (indices into `outlets`).
    pub fn carries(&self, claim: &Claim) -> BTreeSet<usize> {
        claim.versions.iter().filter_map(|v| self.outlet_of.get(v.place.article).copied()).collect()
    }

    /// The articles of an outlet (an index into `outlets`).
    pub fn articles_of(&self, outlet: usize) -> BTreeSet<usize> {
        self.outlet_of.iter().enumerate().filter(|(_, o)| **o == outlet).map(|(a, _)| a).collect()
    }

    /// How many statements of an article no other carries, and how many it has: `(alone, all)`.
    pub fn alone(&self, article: usize) -> (usize, usize) {
        self.statements.get(article).copied().unwrap_or_default()
    }

    /// The versions in an article: `(claim, version)`, in the comparison's order.
    pub fn versions_in(&self, article: usize) -> &[(usize, usize)] {
        self.versions.get(article).map_or(&[], Vec::as_slice)
    }

    /// A passage as a person counts: `paragraph 3`, `headline`.
    pub fn place(&self, place: &Place) -> String {
        let kind = self.story.passage(place).map_or(PassageKind::Paragraph, |p| p.kind);
        let number = self.ordinals.get(place.article).and_then(|o| o.get(place.passage)).copied().unwrap_or(0);
        match kind {
            PassageKind::Headline if number == 1 => "headline".to_owned(),
            kind => format!("{} {number}", kind.name()),
        }
    }

    /// The same with lines and source: `paragraph 3, line 9 of a.txt`.
    pub fn place_in_full(&self, place: &Place) -> String {
        let name = self.place(place);
        let source = self.story.articles.get(place.article).map_or("", |a| a.source.as_str());
        match self.story.passage(place).map(|p| p.lines) {
            Some((0, _)) | None => format!("{name} of {source}"),
            Some((first, last)) if first == last => format!("{name}, line {first} of {source}"),
            Some((first, last)) => format!("{name}, lines {first} to {last} of {source}"),
        }
    }

    /// A claim's label, with its speaker after it where the label does not tell whose words it is.
    pub fn label(&self, claim: &Claim) -> String {
        match claim.speaker_beside(&claim.label) {
            Some(speaker) => format!("{} ({speaker})", claim.label),
            None => claim.label.clone(),
        }
    }

    /// What a claim is, whose (unless its label says so), how widely told and how certain: `Vladimir Putin`, `quotation`, `3 of
    /// 5 outlets`, `certainty 0.93`.
    pub fn about(&self, number: usize) -> Vec<String> {
        let Some(claim) = self.comparison.claims.get(number) else { return Vec::new() };
        let mut about: Vec<String> = claim.speaker_beside(&claim.label).map(str::to_owned).into_iter().collect();
        about.push(claim.kind.name().to_owned());
        about.push(format!("{} of {}", self.carries(claim).len(), count(self.outlets.len(), "outlet")));
        let weak = if self.comparison.is_strong(number) { "" } else { " (weak)" };
        about.push(format!("certainty {}{weak}", phrases::score(claim.confidence)));
        about
    }
}

/// The passages of an article, each with its number among those of its kind.
fn ordinals(article: &Article) -> Vec<usize> {
    let mut seen: BTreeMap<PassageKind, usize> = BTreeMap::new();
    let mut numbers = Vec::with_capacity(article.passages.len());
    for passage in &article.passages {
        let n = seen.entry(passage.kind).or_default();
        *n += 1;
        numbers.push(*n);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ClaimKind, Link, Span, Version};

    fn article(id: &str, outlet: &str) -> Article {
        Article { id: id.to_owned(), outlet: outlet.to_owned(), ..Article::default() }
    }

    fn version(article: usize, form: Form) -> Version {
        Version { place: Place::new(article, 0, Span::default()), form, speaker: None }
    }

    #[test]
    fn two_articles_of_one_outlet_are_one_witness() {
        let articles = vec![article("echo", "Echo"), article("echo-2", "Echo"), article("star", "Star")];
        let story = Story { articles, ..Story::default() };
        let claim = Claim {
            label: "x".to_owned(),
            kind: ClaimKind::Statement,
            speaker: None,
            confidence: 0.9,
            versions: vec![version(0, Form::Narrated), version(1, Form::Direct)],
            absent: Vec::new(),
            differences: Vec::new(),
        };
        let comparison = Comparison { claims: vec![claim.clone()], ..Comparison::default() };
        let shown = Shown::new(&story, &comparison);
        assert_eq!(shown.carrying(&claim), ["Echo"]);
        assert_eq!(shown.lacking(&claim), ["Star"]);
        assert_eq!(shown.cells(0), [Some(1), None]);
        assert_eq!((shown.outlet(1), shown.outlet(2)), ("Echo [echo-2]", "Star"));
        assert_eq!(shown.label(&claim), "x");
        let quoted = |label: &str| Claim { label: label.to_owned(), speaker: Some("Ann".to_owned()), ..claim.clone() };
        assert_eq!(shown.label(&quoted("Ann: “no”")), "Ann: “no”");
        assert_eq!(shown.label(&quoted("She refuses")), "She refuses (Ann)");
        assert!(shown.about(0).contains(&"1 of 2 outlets".to_owned()));
    }

    #[test]
    fn an_outlet_speaks_through_a_clear_version_before_a_direct_one() {
        let articles = vec![article("echo", "Echo"), article("star", "Star")];
        let story = Story { articles, ..Story::default() };
        let claim = Claim {
            label: "x".to_owned(),
            kind: ClaimKind::Quotation,
            speaker: None,
            confidence: 0.9,
            versions: vec![version(0, Form::Direct), version(0, Form::Narrated), version(1, Form::Narrated)],
            absent: Vec::new(),
            differences: Vec::new(),
        };
        let link = |a, score| Link { claim: 0, versions: (a, 2), score, reasons: Box::default() };
        let spoken = |direct, narrated| {
            let links = vec![link(0, direct), link(1, narrated)];
            let comparison = Comparison { claims: vec![claim.clone()], links, ..Comparison::default() };
            Shown::new(&story, &comparison).cells(0)
        };
        assert_eq!(spoken(0.5, 0.9), [Some(1), Some(2)]);
        assert_eq!(spoken(0.8, 0.9), [Some(0), Some(2)]);
    }
}
