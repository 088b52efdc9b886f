//! What an outlet lacks, each claim with the certificate of its absence.

use crate::error::{Error, Result};
use crate::model::{Comparison, Story};
use crate::report::lines::Lines;
use crate::report::phrases::{Places, count, list};
use crate::report::plain::claim::nearest;

/// The claims that no article of an outlet carries, each with who does and the nearest that the outlet comes. The
/// outlet may be named by its name, by the id of one of its articles, or by a part of the name that no other has.
///
/// # Errors
/// When there is no such outlet, or several; the message says which there are.
pub fn absent(story: &Story, comparison: &Comparison, outlet: &str) -> Result<String> {
    let outlet = find(story, outlet)?;
    let missing: Vec<usize> = (0..comparison.claims.len())
        .filter(|&c| comparison.claims.get(c).is_some_and(|c| !c.outlets(story).contains(&outlet)))
        .collect();
    let places = Places::new(story);
    let mut lines = Lines::default();
    let all = count(comparison.claims.len(), "shared claim");
    lines.wrapped("", "", &format!("{outlet} lacks {} of {all}.", missing.len()));
    for c in missing {
        let Some(claim) = comparison.claims.get(c) else { continue };
        lines.gap();
        let speaker = claim.speaker.as_ref().map(|s| format!(" ({s})")).unwrap_or_default();
        lines.wrapped("", "", &format!("Claim {}: {}{speaker}", c + 1, claim.label));
        lines.wrapped("", "", &format!("In {}.", list(&claim.outlets(story))));
        let own = |article: usize| story.articles.get(article).is_some_and(|a| a.outlet == outlet);
        for absence in claim.absent.iter().filter(|a| own(a.article)) {
            nearest(story, absence, &places, &mut lines);
        }
    }
    Ok(lines.done())
}

/// The outlet that somebody means.
fn find<'s>(story: &'s Story, asked: &str) -> Result<&'s str> {
    let wanted = asked.to_lowercase();
    let exact = story.articles.iter().find(|a| a.outlet.to_lowercase() == wanted || a.id == wanted);
    if let Some(article) = exact {
        return Ok(&article.outlet);
    }
    let outlets = story.outlets();
    let alike: Vec<&str> = outlets.iter().copied().filter(|o| !wanted.is_empty() && o.to_lowercase().contains(&wanted)).collect();
    match alike.as_slice() {
        [one] => Ok(one),
        [] => Err(Error::Unknown(format!("there is no outlet {asked}; there are {}", list(&outlets)))),
        several => Err(Error::Unknown(format!("{asked} may mean {}; give more of the name", list(several)))),
    }
}
