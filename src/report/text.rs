//! The report as plain text for 80 columns: outlets, shared claims with their versions, what each outlet tells alone,
//! who is quoted, warnings.

use crate::model::{Comparison, Story};
use crate::report::lines::Lines;
use crate::report::phrases::{self, Places, count, list};
use std::collections::BTreeMap;

/// The whole report.
pub fn report(story: &Story, comparison: &Comparison) -> String {
    let mut lines = Lines::default();
    lines.heading(phrases::title(story), '=');
    lines.gap();
    lines.wrapped("", "", &phrases::summary(story, comparison));
    outlets(story, &mut lines);
    let places = Places::new(story);
    lines.heading("Shared claims", '-');
    if comparison.claims.is_empty() {
        lines.gap();
        lines.wrapped("", "", "None. A lower --bar shows links that are less certain.");
    }
    for number in 0..comparison.claims.len() {
        lines.gap();
        claim(story, comparison, number, &places, &mut lines);
    }
    alone(story, comparison, &mut lines);
    quoted(story, comparison, &mut lines);
    if !story.warnings.is_empty() {
        lines.heading("Warnings", '-');
        lines.gap();
        for warning in &story.warnings {
            lines.wrapped("- ", "  ", warning);
        }
    }
    lines.done()
}

/// Who published what, when, and how long it is.
fn outlets(story: &Story, lines: &mut Lines) {
    lines.heading("Outlets", '-');
    lines.gap();
    for (a, article) in story.articles.iter().enumerate() {
        lines.wrapped("", "    ", &format!("{}: {}", phrases::outlet(story, a), phrases::particulars(article)));
        if !article.headline.is_empty() {
            lines.wrapped("    ", "    ", &article.headline);
        }
    }
}

/// One claim: what and whose it is, who carries it in which words, what differs, who lacks it.
fn claim(story: &Story, comparison: &Comparison, number: usize, places: &Places, lines: &mut Lines) {
    let Some(claim) = comparison.claims.get(number) else { return };
    let head = format!("{:>3}. ", number + 1);
    let inside = " ".repeat(head.len());
    lines.wrapped(&head, &inside, &claim.label);
    let mut about: Vec<String> = claim.speaker.clone().into_iter().collect();
    about.push(claim.kind.name().to_owned());
    about.push(format!("{} of {}", claim.outlets(story).len(), count(story.outlets().len(), "outlet")));
    let weak = if comparison.is_strong(number) { "" } else { " (weak)" };
    about.push(format!("certainty {}{weak}", phrases::score(claim.confidence)));
    lines.wrapped(&inside, &inside, &format!("[{}]", about.join("; ")));
    let text = format!("{inside}  ");
    for version in &claim.versions {
        let words = story.text(&version.place).split_whitespace().count();
        let mut told = vec![places.name(&version.place), phrases::form(version.form).to_owned()];
        if version.speaker != claim.speaker {
            told.extend(version.speaker.clone());
        }
        let head = format!("{} ({}; {}):", phrases::outlet(story, version.place.article), told.join(", "), count(words, "word"));
        lines.wrapped(&inside, &text, &head);
        lines.wrapped(&text, &text, story.text(&version.place));
    }
    for difference in &claim.differences {
        lines.wrapped(&inside, &text, &format!("Differs in {}: {}", difference.kind.name(), difference.detail));
    }
    let lacking = phrases::lacking(story, claim);
    if !lacking.is_empty() {
        lines.wrapped(&inside, &text, &format!("Not in {}", list(&lacking)));
    }
}

/// How much each article tells that no other does.
fn alone(story: &Story, comparison: &Comparison, lines: &mut Lines) {
    lines.heading("Told by one article only", '-');
    lines.gap();
    for a in 0..story.articles.len() {
        let alone = comparison.only_in(a).count();
        let all = comparison.statements.iter().filter(|s| s.place.article == a).count();
        lines.wrapped("", "    ", &format!("{}: {alone} of {}", phrases::outlet(story, a), count(all, "statement")));
    }
}

/// Who is quoted how often, by whom; most quoted first.
fn quoted(story: &Story, comparison: &Comparison, lines: &mut Lines) {
    let mut speakers: BTreeMap<&str, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut unknown = 0;
    for quotation in comparison.quotations.iter().filter(|q| !q.scare) {
        match &quotation.speaker {
            Some(name) => *speakers.entry(name).or_default().entry(quotation.place.article).or_default() += 1,
            None => unknown += 1,
        }
    }
    lines.heading("Quoted", '-');
    lines.gap();
    let mut speakers: Vec<_> = speakers.into_iter().collect();
    speakers.sort_by_key(|(name, by)| (std::cmp::Reverse(by.values().sum::<usize>()), *name));
    for (name, by) in speakers {
        let by: Vec<String> = by.iter().map(|(&a, n)| format!("{} {n}", phrases::outlet(story, a))).collect();
        lines.wrapped("", "    ", &format!("{name}: {}", by.join(", ")));
    }
    if unknown > 0 {
        lines.wrapped("", "    ", &format!("Speaker not known: {unknown}"));
    }
}
