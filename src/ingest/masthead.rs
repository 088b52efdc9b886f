//! The name of the paper printed above its headline, and the line below the headline that says which of its people wrote: the
//! head of a page in, what its lines are out. Left out: lists of papers; a name is told by what papers call themselves.

use super::bylines::byline;
use super::dates::{self, Printed};
use super::paragraphs::Block;
use super::words;

/// What papers, broadcasters, agencies and offices call themselves.
const CALLED: [&str; 60] = [
    "agency",
    "agence",
    "agencia",
    "association",
    "authority",
    "broadcasting",
    "bulletin",
    "bureau",
    "channel",
    "chronicle",
    "commission",
    "correspondent",
    "council",
    "courier",
    "daily",
    "dispatch",
    "echo",
    "enquirer",
    "evening",
    "examiner",
    "express",
    "gazette",
    "globe",
    "government",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "institute",
    "international",
    "journal",
    "magazine",
    "mail",
    "mercury",
    "ministry",
    "mirror",
    "monitor",
    "news",
    "newspaper",
    "newswire",
    "observer",
    "office",
    "online",
    "post",
    "press",
    "radio",
    "record",
    "reporter",
    "review",
    "service",
    "standard",
    "sun",
    "telegraph",
    "television",
    "times",
    "tribune",
    "tv",
    "weekly",
    "wire",
    "world",
];

/// Words that by themselves make the name of a section or of a kind of text, not of a paper: `World News`, `Press Release`.
const SECTIONS: [&str; 30] = [
    "breaking",
    "business",
    "channel",
    "culture",
    "europe",
    "home",
    "international",
    "latest",
    "live",
    "local",
    "magazine",
    "monitor",
    "national",
    "news",
    "online",
    "opinion",
    "politics",
    "press",
    "record",
    "release",
    "releases",
    "review",
    "science",
    "service",
    "sport",
    "sports",
    "top",
    "tv",
    "weekly",
    "world",
];

/// Whether block `n` is the name of who publishes the page: a few words with capitals, one of them what papers are called, right
/// above a headline that a date or a byline stands below.
pub fn is_masthead(n: usize, blocks: &[Block]) -> bool {
    const SMALL: [&str; 11] = ["of", "the", "and", "for", "in", "at", "de", "la", "du", "&", "–"];
    let Some(block) = blocks.get(n) else { return false };
    let name: Vec<&str> = block.text.split_whitespace().collect();
    let capital = |w: &&str| w.starts_with(char::is_uppercase) || SMALL.contains(w);
    let called = |w: &&str| w.split(['-', '/']).any(|part| CALLED.contains(&part.to_lowercase().as_str()));
    let section = |w: &&str| SMALL.contains(w) || SECTIONS.contains(&w.to_lowercase().as_str());
    if !(2..=9).contains(&name.len()) || !name.iter().all(capital) || !name.iter().any(called) || name.iter().all(section) {
        return false;
    }
    let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '&' | '\'' | '’' | '/' | '.');
    let Some(headline) = blocks.get(n + 1).map(|b| b.text.as_str()) else { return false };
    let headed = words::count(headline) >= 3 && byline(headline).is_none() && dates::whole(headline).is_none();
    let day = |text: &str| matches!(dates::whole(text), Some(Printed::Day(_) | Printed::Either(..) | Printed::Yearless(..)));
    let below = blocks.iter().skip(n + 2).take(3).map(|b| b.text.as_str());
    block.text.chars().all(plain)
        && !words::ends_sentence(&block.text)
        && headed
        && below.into_iter().any(|text| day(text) || byline(text).is_some())
}

/// Whether a line between the headline and the date says which of an outlet's people wrote: `World desk`, `From our man in
/// Exampleville`, `EN`.
pub fn is_credit(text: &str) -> bool {
    const STAFF: [&str; 14] = [
        "desk",
        "staff",
        "reporter",
        "reporters",
        "correspondent",
        "correspondents",
        "service",
        "team",
        "writer",
        "writers",
        "editor",
        "agencies",
        "bureau",
        "newsroom",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let staff = words.iter().any(|w| STAFF.contains(&bare(w).as_str()));
    let ours = matches!(words.as_slice(), ["By" | "From", "our" | "the" | "a", ..]);
    let issued = text.starts_with("Issued by ");
    let sign = matches!(words.as_slice(), [sign] if (2..=6).contains(&sign.len()) && sign.chars().all(|c| c.is_uppercase() || matches!(c, '/' | '-')));
    words.len() <= 9 && !words::ends_sentence(text) && (staff || ours || issued || sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::paragraphs;

    fn named(head: &str) -> bool {
        is_masthead(0, &paragraphs::blocks(&format!("{head}\n\nThe bridge was shut on Monday, the city said.\n"), 1).blocks)
    }

    #[test]
    fn a_papers_name_above_a_dated_headline() {
        for name in ["The Morning Tribune of Exampleville", "Great Bay Public Radio", "Press Office of the Harbour Commission"] {
            for below in ["By Jane Roe\n12 May 2021", "World desk\nWednesday 12 May 2021, 18:00", "12 May 2021"] {
                assert!(named(&format!("{name}\nBridge shut after the storm\n{below}")), "{name}, {below}");
            }
        }
    }

    #[test]
    fn a_headline_is_no_papers_name() {
        for head in [
            "Storm Shuts The Old Harbour Bridge\nFerries sail all night instead of it\n12 May 2021", // no word that papers are called by
            "Press office of the harbour shut\nFerries sail all night instead of it\n12 May 2021",   // no name: small letters
            "The Morning Tribune Of Exampleville\nBy Jane Roe\n12 May 2021", // nothing else is the headline
            "World News\nBridge shut after the storm\n12 May 2021",          // a section
            "World News: Bridge Shut\nFerries sail all night instead of it\n12 May 2021",
            "The Morning Tribune\nBridge shut after the storm\nIt will stay shut for weeks, the mayor said.", // no date
        ] {
            assert!(!named(head), "{head}");
        }
    }

    #[test]
    fn credits_are_told_from_second_headlines() {
        for text in [
            "World desk",
            "English service",
            "From our man on the quay",
            "By the Bugle's harbour reporter",
            "EN",
            "Issued by the Harbour Office",
        ] {
            assert!(is_credit(text), "{text}");
        }
        for text in [
            "Ferries sail all night",
            "From bridge to bridge",
            "Rescue goes on in Exampleville",
            "Reporters were shut out of the harbour hall all night long again",
            "The staff are safe.",
        ] {
            assert!(!is_credit(text), "{text}");
        }
    }
}
