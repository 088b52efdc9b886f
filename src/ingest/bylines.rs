//! Who wrote an article, as the head of its page says: a line in, the names out. Which lines are looked at, `header.rs` says.

use super::dates::{self, Printed};
use super::words;

/// `By Jane Roe and John Doe` → the names.
pub fn byline(text: &str) -> Option<&str> {
    #[rustfmt::skip]
    const SMALL: [&str; 20] = [
        "and", "of", "for", "in", "the", "de", "von", "van", "&", "staff", "agencies", "agency", "desk", "wires", "correspondent",
        "correspondents", "editor", "reporter", "reporters", "writer",
    ];
    const BY: [&str; 20] = [
        "Text by: ",
        "By ",
        "BY ",
        "by ",
        "By: ",
        "BY: ",
        "Written by ",
        "Story by ",
        "Words by ",
        "Text by ",
        "WRITTEN BY ",
        "Par ",
        "Von ",
        "Por ",
        "Author: ",
        "Autor: ",
        "Autorin: ",
        "Auteur : ",
        "Opracowanie: ",
        "Автор: ",
    ];
    let name = BY.iter().find_map(|by| text.strip_prefix(by))?.trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |w: &&str| !w.starts_with(char::is_lowercase) || SMALL.contains(w) || w.contains('@');
    let fits = (1..=14).contains(&words.len())
        && words.first().is_some_and(|w| w.starts_with(char::is_uppercase))
        && words.iter().all(capital);
    (fits && !name.contains([':', '“', '”', '?']) && !(words::ends_sentence(name) && words.len() > 4)).then_some(name)
}

/// What those who write for newspapers are.
const WORK: [&str; 8] = ["columnist", "contributor", "correspondent", "editor", "journalist", "producer", "reporter", "writer"];

/// The names in a field that is known to hold those who wrote: without addresses, and without the word that says so.
pub fn named(field: &str) -> Option<String> {
    let field = field.trim();
    let bare = byline(field).unwrap_or(field);
    // `Jane Roe - AP Technology Writer | AP`
    let bare = bare.split(" | ").next().unwrap_or(bare);
    let does = |rest: &str| rest.split_whitespace().any(|w| WORK.contains(&w.to_lowercase().trim_end_matches('s')));
    let bare = bare.split_once(" - ").filter(|(_, rest)| does(rest)).map_or(bare, |(names, _)| names);
    // `Jane Roe, technology reporter`
    let work = |name: &str| name.starts_with(char::is_lowercase) && name.split_whitespace().any(|word| WORK.contains(&word));
    let is_name = |name: &&str| !name.is_empty() && !name.contains("://") && !name.starts_with('@') && !work(name);
    let names: Vec<&str> = bare.split(',').map(str::trim).filter(is_name).collect();
    let names = without_mail(&names.join(", "));
    // `Jane Roe •`, before the day.
    let names = names.trim_end_matches(|c: char| matches!(c, '-' | '–' | '—' | '•' | '·' | '|') || c.is_whitespace()).to_owned();
    names.chars().any(char::is_alphabetic).then_some(names)
}

/// `Jane Roe jroe@news.example` → `Jane Roe`; an address alone stays.
pub fn without_mail(names: &str) -> String {
    let plain = |part: &str| {
        let words = part.split_whitespace().filter(|word| !word.trim_start_matches('@').contains('@'));
        words.collect::<Vec<_>>().join(" ")
    };
    // `Jane Roe | jroe@news.example | Example News`
    let parts: Vec<String> = names.split('|').map(plain).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { names.to_owned() } else { parts.join(" | ").trim_end_matches([',', ' ']).to_owned() }
}

/// What the last word of a place's name is where offices give speeches: `Town Hall` signs nothing.
const PLACES: [&str; 14] = [
    "Airport", "Base", "Building", "Center", "Centre", "Garden", "Hall", "Hotel", "House", "Lawn", "Office", "Palace", "Room",
    "Square",
];

/// `Jane Roe`, `Jane Roe in Exampleville`, as names stand above a date.
pub fn is_signed(text: &str) -> bool {
    let capital = |w: &str| {
        w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    let name = |t: &str| {
        let last = t.split_whitespace().next_back().unwrap_or("");
        (2..=3).contains(&t.split_whitespace().count()) && t.split_whitespace().all(capital) && !PLACES.contains(&last)
    };
    let (who, place) = text.split_once(" in ").unwrap_or((text, ""));
    // `Jane Roe (now) and John Doe (earlier)`
    let bare = |t: &str| match t.split_once(" (") {
        Some((name, rest)) if rest.find(')').is_none_or(|at| at + 1 == rest.len()) => name.to_owned(),
        _ => t.to_owned(),
    };
    who.split(" and ").all(|w| name(&bare(w)))
        && place.split_whitespace().all(|w| capital(w.trim_end_matches(',')))
        && !words::ends_sentence(text)
}

/// `Jane Roe Senior Capital Correspondent` → `Jane Roe`, where an element is known to sign: what follows a name there says what
/// its bearer does.
pub fn titled(text: &str) -> Option<&str> {
    #[rustfmt::skip]
    const RANKS: [&str; 16] = [
        "associate", "chief", "contributing", "deputy", "executive", "foreign", "managing", "national", "news", "political",
        "senior", "special", "sports", "staff", "technology", "white",
    ];
    let words: Vec<&str> = text.split_whitespace().take(9).collect();
    let work = |word: &str| WORK.contains(&word.to_lowercase().as_str());
    if words.len() > 8 || !words.last().is_some_and(|word| work(word)) {
        return None;
    }
    let starts = |word: &&str| work(word) || RANKS.contains(&word.to_lowercase().as_str());
    let first = words.iter().find(|word| starts(word))?;
    let (name, _) = text.split_once(first)?;
    Some(name.trim_end_matches([',', ' '])).filter(|name| is_signed(name))
}

/// `Jane Roe in Exampleville MAY 12 2021` → the name, the date.
pub fn signed_date(text: &str) -> Option<(&str, Printed)> {
    if text.len() > 80 {
        return None;
    }
    text.match_indices(' ').find_map(|(at, _)| {
        let (name, date) = (text.get(..at)?, text.get(at..)?);
        let printed = dates::whole(date).filter(|d| *d != Printed::TimeOnly)?;
        is_signed(name.trim_end_matches([',', '|', ' ', '-', '·']))
            .then_some((name.trim_end_matches([',', '|', ' ', '-', '·']), printed))
    })
}

/// `Example News, Exampleville`: a few words with capitals.
pub fn is_employer(text: &str) -> bool {
    const SMALL: [&str; 6] = ["of", "the", "and", "for", "in", "at"];
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=7).contains(&words.len())
        && words.iter().all(|w| w.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()) || SMALL.contains(w))
        && !words::ends_sentence(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_told_from_sentences() {
        for (line, name) in [
            ("By Jane Roe, Example News", "Jane Roe, Example News"),
            ("By JANE ROE FOR EXAMPLE MAIL", "JANE ROE FOR EXAMPLE MAIL"),
            ("Written by Jane Roe", "Jane Roe"),
            ("Text by: NEWS WIRES", "NEWS WIRES"),
            ("By Agency staff", "Agency staff"),
            ("By Jane Roe, Bell News staff writer", "Jane Roe, Bell News staff writer"),
        ] {
            assert_eq!(byline(line), Some(name));
        }
        for text in [
            "By Monday the bridge was open again",
            "By then it was over.",
            "By staff the ferry was full",
            "By Monday staff had left",
            "Bystanders Saw It",
            "Written by hand",
        ] {
            assert_eq!(byline(text), None, "{text}");
        }
    }

    #[test]
    fn names_stand_alone_with_a_place_or_with_a_date() {
        assert!(
            is_signed("Jane Roe in Exampleville")
                && is_signed("Jane Roe (now) and John Doe (earlier)")
                && !is_signed("Bridges in danger")
                && !is_signed("NEW DELL (XY) — The Latest on the ferries (all times local):")
        );
        assert_eq!(signed_date("Jane Roe in Exampleville MAY 12 2021").map(|s| s.0), Some("Jane Roe in Exampleville"));
        assert_eq!(signed_date("Ferries sail MAY 12 2021"), None);
        assert_eq!(titled("Jane Roe Senior Capital Correspondent"), Some("Jane Roe"));
        assert_eq!(titled("Jane Ann Roe, Staff Writer"), Some("Jane Ann Roe"));
        assert_eq!(titled("Bridges shut by chief editor"), None);
        assert_eq!(titled("Jane Roe Ferry"), None);
        assert!(is_employer("Example News, Exampleville") && !is_employer("The bridge is shut"));
    }
}
