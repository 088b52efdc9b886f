//! Who is quoted with what, and by whom.

use crate::error::{Error, Result};
use crate::model::{Comparison, Quotation, Story};
use crate::report::lines::Lines;
use crate::report::phrases::{self, count};
use crate::report::shown::Shown;
use crate::report::speakers;

/// The quotations by speaker, most quoted first, each where it stands; those without a known speaker last. With
/// `speaker`, only of those whose name contains it.
///
/// # Errors
/// When nobody of that name is quoted; the message says who is.
pub fn quotes(story: &Story, comparison: &Comparison, speaker: Option<&str>) -> Result<String> {
    let mut groups = speakers::quoted(comparison);
    if let Some(wanted) = speaker {
        let known: Vec<&str> = groups.iter().filter_map(|g| g.speaker).collect();
        let message = format!("nobody called {wanted} is quoted; quoted are {}", phrases::short_list(&known));
        let message = if known.is_empty() { "no quotation has a known speaker".to_owned() } else { message };
        groups.retain(|g| g.speaker.is_some_and(|n| n.to_lowercase().contains(&wanted.to_lowercase())));
        if groups.is_empty() {
            return Err(Error::Unknown(message));
        }
    }
    let shown = Shown::new(story, comparison);
    let mut lines = Lines::default();
    if groups.is_empty() {
        lines.line("No quotations found.");
    }
    for group in groups {
        lines.gap();
        let all = count(group.quotations.len(), "quotation");
        match group.speaker {
            Some(name) => lines.wrapped("", "", &format!("{name}: {all}.")),
            None => lines.wrapped("", "", &format!("Speaker not known: {all}.")),
        }
        for quotation in group.quotations {
            lines.gap();
            quote(&shown, quotation, &mut lines);
        }
    }
    Ok(lines.done())
}

/// One quotation: where it stands, how its speaker is named there, which claim it is a version of, its words.
fn quote(shown: &Shown, quotation: &Quotation, lines: &mut Lines) {
    let mut head = format!("{}, {}", shown.outlet(quotation.place.article), shown.place(&quotation.place));
    if let Some(written) = quotation.speaker_as_written.as_ref().filter(|w| quotation.speaker.as_ref() != Some(w)) {
        head.push_str(&format!(", speaker given as {written}"));
    }
    if let Some(claim) = quotation.claim {
        head.push_str(&format!(", claim {}", claim + 1));
    }
    lines.wrapped("", "", &format!("{head}: {}", shown.story.text(&quotation.place)));
}
