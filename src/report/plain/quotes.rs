//! Who is quoted with what, and by whom.

use crate::error::{Error, Result};
use crate::model::{Comparison, Quotation, Story};
use crate::report::lines::Lines;
use crate::report::phrases::{self, Places, count};
use std::collections::BTreeMap;

/// The quotations by speaker, most quoted first, each where it stands; those without a known speaker last. With
/// `speaker`, only of those whose name contains it.
///
/// # Errors
/// When nobody of that name is quoted; the message says who is.
pub fn quotes(story: &Story, comparison: &Comparison, speaker: Option<&str>) -> Result<String> {
    let mut by: BTreeMap<Option<&str>, Vec<&Quotation>> = BTreeMap::new();
    for quotation in comparison.quotations.iter().filter(|q| !q.scare) {
        by.entry(quotation.speaker.as_deref()).or_default().push(quotation);
    }
    let mut groups: Vec<_> = by.into_iter().collect();
    groups.sort_by_key(|(name, quotations)| (name.is_none(), std::cmp::Reverse(quotations.len()), *name));
    if let Some(wanted) = speaker {
        let known: Vec<&str> = groups.iter().filter_map(|(name, _)| *name).collect();
        let message = format!("nobody called {wanted} is quoted; quoted are {}", phrases::list(&known));
        let message = if known.is_empty() { "no quotation has a known speaker".to_owned() } else { message };
        groups.retain(|(name, _)| name.is_some_and(|n| n.to_lowercase().contains(&wanted.to_lowercase())));
        if groups.is_empty() {
            return Err(Error::Unknown(message));
        }
    }
    let places = Places::new(story);
    let mut lines = Lines::default();
    if groups.is_empty() {
        lines.line("No quotations found.");
    }
    for (name, quotations) in groups {
        lines.gap();
        let all = count(quotations.len(), "quotation");
        match name {
            Some(name) => lines.wrapped("", "", &format!("{name}: {all}.")),
            None => lines.wrapped("", "", &format!("Speaker not known: {all}.")),
        }
        for quotation in quotations {
            lines.gap();
            quote(story, quotation, &places, &mut lines);
        }
    }
    Ok(lines.done())
}

/// One quotation: where it stands, how its speaker is named there, which claim it is a version of, its words.
fn quote(story: &Story, quotation: &Quotation, places: &Places, lines: &mut Lines) {
    let mut head = format!("{}, {}", phrases::outlet(story, quotation.place.article), places.name(&quotation.place));
    if let Some(written) = quotation.speaker_as_written.as_ref().filter(|w| quotation.speaker.as_ref() != Some(w)) {
        head.push_str(&format!(", speaker given as {written}"));
    }
    if let Some(claim) = quotation.claim {
        head.push_str(&format!(", claim {}", claim + 1));
    }
    lines.wrapped("", "", &format!("{head}: {}", story.text(&quotation.place)));
}
