//! Where a report was filed, before it begins: `PORT BELL, Ruritania — `, `NEW YORK (AP) - `, `NEW DELHI: `. It asserts nothing
//! of the story, and that two reports were filed in one town makes them no more alike.
//!
//! In: a passage. Out: where its report begins. Who filed it and on which day is asked when an article is read, and by a stricter
//! rule: a town needs an agency or a day beside it there.

use crate::analysis::lexicon::places;

/// The longest dateline, in characters.
const LONGEST: usize = 64;
/// What parts a dateline from the report.
const DIVIDERS: [&str; 6] = [" — ", " – ", " -- ", " - ", "— ", " | "];

/// Where the report begins, in bytes of the passage: after a dateline, else at 0.
pub fn past(text: &str) -> usize {
    let head = text.char_indices().nth(LONGEST).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    // Nearly every sentence begins otherwise.
    let first = head.split([' ', ',', ':']).next().unwrap_or("");
    if !in_capitals(first) && !head.contains('(') {
        return 0;
    }
    let dash = DIVIDERS.iter().filter_map(|divider| Some((head.find(divider)?, divider.len()))).min();
    if let Some((at, long)) = dash
        && head.get(..at).is_some_and(is_dateline)
        && begins(head.get(..at), text.get(at + long..))
    {
        return at + long;
    }
    match head.find(": ") {
        Some(at) if head.get(..at).is_some_and(|town| in_capitals(town) && places::is_place(&town.to_lowercase())) => at + 2,
        _ => 0,
    }
}

/// Whether a report can begin so: with a capital, a quotation or a number (which ends no score: `TOWN 3 - 2`).
fn begins(lead: Option<&str>, report: Option<&str>) -> bool {
    let score = lead.is_some_and(|lead| lead.ends_with(|c: char| c.is_ascii_digit()));
    report
        .and_then(|report| report.chars().next())
        .is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“' | '‘' | '\'') || c.is_ascii_digit() && !score)
}

/// A town in capitals, perhaps with its country and the day; or a town or a day in any letters with an agency in brackets.
fn is_dateline(words: &str) -> bool {
    let (place, agency) = match words.strip_suffix(')').and_then(|w| w.rsplit_once('(')) {
        Some((place, agency)) => (place.trim(), Some(agency)),
        None => (words.trim(), None),
    };
    let of_agency = agency.is_some_and(|a| a.starts_with(char::is_uppercase) && a.split_whitespace().count() <= 3);
    if agency.is_some() != of_agency {
        return false;
    }
    let mut parts = place.split(", ");
    let town = parts.next().unwrap_or("");
    let named = |part: &str| part.split_whitespace().all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    (in_capitals(town) || of_agency && named(town)) && parts.all(named)
}

/// Words in capitals, of two letters and more.
fn in_capitals(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphabetic()).count() > 1 && !words.chars().any(|c| c.is_lowercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_begins_after_its_dateline() {
        for text in [
            "PORT BELL, Ruritania — ",
            "PORT BELL (AP) - ",
            "PORT BELL, Ruritania, June 1 (Reuters) – ",
            "HILLTOP, Wash. -- ",
            "(Reuters) - ",
            "March 24 (UPI) — ",
            "Port Bell (CNN) -- ",
            "PORT BELL | ",
            "NEW DELHI: ",
        ] {
            assert_eq!(past(&format!("{text}The mayor resigned.")), text.len(), "{text}");
            assert_eq!(past(&format!("{text}“I am tired,” she said.")), text.len(), "{text}");
        }
        assert_eq!(past("LONDON — 12 people drowned."), "LONDON — ".len());
    }

    #[test]
    fn a_sentence_with_a_dash_or_a_colon_has_none() {
        for text in [
            "",
            "He left — and she stayed",
            "The Mayor — Jane Roe — resigned",
            "Jane Roe (pictured) — The mayor resigned",
            "A man (34) — The oldest — drowned",
            "NATO — which was founded in 1949 — met",
            "COLTS TOP CHIEFS, 20 - 3",
            "REPORT: The mayor resigned",
            "BP: The company is sorry",
        ] {
            assert_eq!(past(text), 0, "{text}");
        }
    }
}
