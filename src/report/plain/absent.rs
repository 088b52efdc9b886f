//! What an outlet lacks, each claim with the certificate of its absence.

use crate::error::{Error, Result};
use crate::model::{Comparison, Story};
use crate::report::lines::Lines;
use crate::report::phrases::{count, short_list};
use crate::report::plain::claim::nearest;
use crate::report::shown::Shown;

/// The claims that no article of an outlet carries, each with who does and the nearest that the outlet comes. The
/// outlet may be named by its name, by the id of one of its articles, or by a part of the name that no other has.
///
/// # Errors
/// When there is no such outlet, or several; the message says which there are.
pub fn absent(story: &Story, comparison: &Comparison, outlet: &str) -> Result<String> {
    let shown = Shown::new(story, comparison);
    let number = find(&shown, outlet)?;
    let outlet = shown.outlets.get(number).copied().unwrap_or(outlet);
    let own = shown.articles_of(number);
    let missing: Vec<usize> = (0..comparison.claims.len())
        .filter(|&c| comparison.claims.get(c).is_some_and(|c| c.versions.iter().all(|v| !own.contains(&v.place.article))))
        .collect();
    let mut lines = Lines::default();
    let all = count(comparison.claims.len(), "shared claim");
    lines.wrapped("", "", &format!("{outlet} lacks {} of {all}.", missing.len()));
    for c in missing {
        let Some(claim) = comparison.claims.get(c) else { continue };
        lines.gap();
        lines.wrapped("", "", &format!("Claim {}: {}", c + 1, shown.label(claim)));
        lines.wrapped("", "", &format!("In {}.", short_list(&shown.carrying(claim))));
        for absence in claim.absent.iter().filter(|a| own.contains(&a.article)) {
            nearest(&shown, absence, &mut lines);
        }
    }
    Ok(lines.done())
}

/// The outlet that somebody means (an index into the shown outlets).
fn find(shown: &Shown, asked: &str) -> Result<usize> {
    let wanted = asked.to_lowercase();
    let index = |outlet: &str| shown.outlets.iter().position(|o| *o == outlet);
    let exact = shown.story.articles.iter().find(|a| a.outlet.to_lowercase() == wanted || a.id == wanted);
    if let Some(number) = exact.and_then(|a| index(&a.outlet)) {
        return Ok(number);
    }
    let part = |o: &str| !wanted.is_empty() && o.to_lowercase().contains(&wanted);
    let alike: Vec<usize> = shown.outlets.iter().enumerate().filter(|(_, o)| part(o)).map(|(n, _)| n).collect();
    let several: Vec<&str> = alike.iter().filter_map(|n| shown.outlets.get(*n).copied()).collect();
    match alike.as_slice() {
        [one] => Ok(*one),
        [] => Err(Error::Unknown(format!("there is no outlet {asked}; there are {}", short_list(&shown.outlets)))),
        _ => Err(Error::Unknown(format!("{asked} may mean {}; give more of the name", short_list(&several)))),
    }
}
