//! One claim with all that is known of it.

use crate::error::{Error, Result};
use crate::model::{Absence, Claim, Comparison, Story};
use crate::report::lines::Lines;
use crate::report::phrases::{self, count, list, short_list};
use crate::report::shown::Shown;

/// All versions of claim `number` (counted from 1), what differs, why they are linked, who lacks it.
///
/// # Errors
/// When there is no such claim; the message says which there are.
pub fn claim(story: &Story, comparison: &Comparison, number: usize) -> Result<String> {
    let index = number.checked_sub(1).unwrap_or(usize::MAX);
    let Some(claim) = comparison.claims.get(index) else {
        return Err(Error::Unknown(unknown(comparison, number)));
    };
    let shown = Shown::new(story, comparison);
    let mut lines = Lines::default();
    lines.wrapped("", "", &format!("Claim {number} of {}: {}", comparison.claims.len(), claim.label));
    lines.wrapped("", "", &about(&shown, index, claim));
    for (v, version) in claim.versions.iter().enumerate() {
        lines.gap();
        let outlet = shown.outlet(version.place.article);
        lines.wrapped("", "", &format!("Version {} of {}: {outlet}.", v + 1, claim.versions.len()));
        lines.wrapped("", "", &format!("Place: {}.", shown.place_in_full(&version.place)));
        let speaker = version.speaker.as_deref().unwrap_or("not known");
        let words = story.text(&version.place).split_whitespace().count();
        lines.wrapped("", "", &format!("Speaker: {speaker}. Told {}. {}.", phrases::form(version.form), count(words, "word")));
        lines.wrapped("", "", &format!("Text: {}", story.text(&version.place)));
    }
    differences(claim, &mut lines);
    reasons(&shown, index, claim, &mut lines);
    for absence in &claim.absent {
        lines.gap();
        lines.wrapped("", "", &format!("{} does not carry it.", shown.outlet(absence.article)));
        nearest(&shown, absence, &mut lines);
    }
    Ok(lines.done())
}

/// Kind, speaker, coverage and certainty in sentences.
fn about(shown: &Shown, index: usize, claim: &Claim) -> String {
    let carried = shown.carrying(claim);
    let lacking = shown.lacking(claim);
    let mut text = match &claim.speaker {
        Some(speaker) => format!("A {} of {speaker}. ", claim.kind.name()),
        None => format!("A {}. ", claim.kind.name()),
    };
    text.push_str(&format!(
        "Carried by {} of {}: {}. ",
        carried.len(),
        count(shown.outlets.len(), "outlet"),
        short_list(&carried)
    ));
    if !lacking.is_empty() {
        text.push_str(&format!("Not carried by {}. ", short_list(&lacking)));
    }
    let strength = if shown.comparison.is_strong(index) { "strong" } else { "weak" };
    text.push_str(&format!("Certainty {}, {strength}.", phrases::score(claim.confidence)));
    text
}

/// What differs, and between which versions.
fn differences(claim: &Claim, lines: &mut Lines) {
    lines.gap();
    if claim.differences.is_empty() {
        lines.line("No difference found.");
    }
    for difference in &claim.differences {
        let versions: Vec<String> = difference.versions.iter().map(|v| (v + 1).to_string()).collect();
        let text = format!("Difference in {}, versions {}: {}", difference.kind.name(), list(&versions), difference.detail);
        lines.wrapped("", "", &text);
    }
}

/// Why the versions are held to be one claim.
fn reasons(shown: &Shown, index: usize, claim: &Claim, lines: &mut Lines) {
    lines.gap();
    for link in shown.comparison.links_of(index) {
        let name = |v: usize| format!("{} ({})", v + 1, shown.outlet_of_version(claim, v));
        let (a, b) = link.versions;
        let reasons = phrases::reasons(&shown.comparison.reasons(shown.story, link));
        let text = format!("Versions {} and {} are linked, {}: {reasons}.", name(a), name(b), phrases::score(link.score));
        lines.wrapped("", "", &text);
    }
}

/// The certificate of absence: the nearest that an article comes, and why that is not the claim.
pub(super) fn nearest(shown: &Shown, absence: &Absence, lines: &mut Lines) {
    match &absence.nearest {
        None => lines.line("Nothing in it comes near."),
        Some(nearest) => {
            let at = shown.place_in_full(&nearest.place);
            let likely = phrases::score(nearest.score);
            let text = format!("Nearest, {likely} likely: {at}: {}", shown.story.text(&nearest.place));
            lines.wrapped("", "", &text);
            let why = phrases::not_the_claim(shown.comparison, nearest);
            if !why.is_empty() {
                lines.wrapped("", "", &format!("Not the claim: {}.", why.join("; ")));
            }
        }
    }
}

/// That there is no such claim, and which there are.
fn unknown(comparison: &Comparison, number: usize) -> String {
    match comparison.claims.len() {
        0 => format!("there is no claim {number}: the sources share no claim; a lower --bar may show some"),
        1 => format!("there is no claim {number}; the only one is 1"),
        n => format!("there is no claim {number}; there are claims 1 to {n} (rashomon coverage lists them)"),
    }
}
