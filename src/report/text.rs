//! The report as plain text for 80 columns: outlets, shared claims with their versions, what each outlet tells alone,
//! who is quoted, warnings.

use crate::model::{Comparison, Place, Story};
use crate::report::lines::Lines;
use crate::report::phrases::{self, count, list, short_list};
use crate::report::shown::Shown;
use crate::report::speakers;
use rayon::prelude::*;

/// The whole report.
pub fn report(story: &Story, comparison: &Comparison) -> String {
    let shown = Shown::new(story, comparison);
    let mut lines = Lines::default();
    lines.heading(shown.title(), '=');
    lines.gap();
    lines.wrapped("", "", &shown.summary());
    outlets(&shown, &mut lines);
    lines.heading("Shared claims", '-');
    if comparison.claims.is_empty() {
        lines.gap();
        lines.wrapped("", "", "None. A lower --bar shows links that are less certain.");
    } else {
        lines.gap();
        let how = "Each outlet's clearest version; of weak claims its first words. `rashomon claim N` prints all of them.";
        lines.wrapped("", "", how);
    }
    let claims: Vec<Lines> = (0..comparison.claims.len()).into_par_iter().map(|number| claim(&shown, number)).collect();
    for claim in &claims {
        lines.gap();
        lines.append(claim);
    }
    alone(&shown, &mut lines);
    quoted(&shown, &mut lines);
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
fn outlets(shown: &Shown, lines: &mut Lines) {
    lines.heading("Outlets", '-');
    lines.gap();
    for (a, article) in shown.story.articles.iter().enumerate() {
        lines.wrapped("", "    ", &format!("{}: {}", shown.outlet(a), phrases::particulars(article)));
        if !article.headline.is_empty() {
            lines.wrapped("    ", "    ", &article.headline);
        }
        if let Some(note) = &article.note {
            lines.wrapped("    (", "    ", &format!("{note})"));
        }
    }
}

/// One claim: what and whose it is, who carries it in which words, what differs, who lacks it.
fn claim(shown: &Shown, number: usize) -> Lines {
    let mut lines = Lines::default();
    let Some(claim) = shown.comparison.claims.get(number) else { return lines };
    let head = format!("{:>3}. ", number + 1);
    let inside = " ".repeat(head.len());
    lines.wrapped(&head, &inside, &claim.label);
    lines.wrapped(&inside, &inside, &format!("[{}]", shown.about(number).join("; ")));
    let text = format!("{inside}  ");
    for version in shown.tellings(number) {
        self::version(shown, number, version, &inside, &mut lines);
    }
    for difference in &claim.differences {
        lines.wrapped(&inside, &text, &format!("Differs in {}: {}", difference.kind.name(), difference.detail));
    }
    let lacking = shown.lacking(claim);
    if !lacking.is_empty() {
        lines.wrapped(&inside, &text, &format!("Not in {}", short_list(&lacking)));
    }
    lines
}

/// One outlet's telling: the clearest of its versions, whole if the claim is strong, else its first words; and where
/// else the outlet tells it.
fn version(shown: &Shown, number: usize, v: usize, inside: &str, lines: &mut Lines) {
    let Some(claim) = shown.comparison.claims.get(number) else { return };
    let Some(version) = claim.versions.get(v) else { return };
    let mut told = vec![shown.place(&version.place), version.form.name().to_owned()];
    if version.speaker != claim.speaker {
        told.extend(version.speaker.clone());
    }
    let words = shown.story.text(&version.place);
    told.push(count(words.split_whitespace().count(), "word"));
    let article = version.place.article;
    let same = |other: usize| shown.same_outlet(article, other);
    let others = claim.versions.iter().enumerate().filter(|(o, x)| *o != v && same(x.place.article));
    let elsewhere = |p: &Place| {
        let place = shown.place(p);
        if p.article == article { place } else { format!("{place} of {}", shown.outlet(p.article)) }
    };
    let others: Vec<String> = others.map(|(_, x)| elsewhere(&x.place)).collect();
    if !others.is_empty() {
        told.push(format!("also {}", list(&others)));
    }
    let text = format!("{inside}  ");
    lines.wrapped(inside, &text, &format!("{}: {}", shown.outlet(article), told.join(", ")));
    if shown.comparison.is_strong(number) {
        lines.wrapped(&text, &text, words);
    } else {
        lines.clipped(&text, words);
    }
}

/// How much each article tells that no other does.
fn alone(shown: &Shown, lines: &mut Lines) {
    lines.heading("Told by one article only", '-');
    lines.gap();
    for a in 0..shown.story.articles.len() {
        let (alone, all) = shown.alone(a);
        lines.wrapped("", "    ", &format!("{}: {alone} of {}", shown.outlet(a), count(all, "statement")));
    }
}

/// Who is quoted how often, by whom; most quoted first.
fn quoted(shown: &Shown, lines: &mut Lines) {
    lines.heading("Quoted", '-');
    lines.gap();
    for quoted in speakers::quoted(shown.comparison) {
        let by: Vec<String> = quoted.by_article().iter().map(|&(a, n)| format!("{} {n}", shown.outlet(a))).collect();
        lines.wrapped("", "    ", &format!("{}: {}", quoted.speaker.unwrap_or("Speaker not known"), by.join(", ")));
    }
}
