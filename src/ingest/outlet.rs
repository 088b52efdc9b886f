//! Who published an article: what a file's name says, what the text says of itself, and short names for use as identifiers.
//! Left out: lists of known outlets; what a name looks like is enough.

use super::dates;
use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a file's name tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileName {
    /// The outlet, where the name looks like one: `wash-post`, `breitbart_2015-11-23_a-slug`.
    pub outlet: Option<String>,
    /// The date in it.
    pub published: Option<Date>,
    /// What is left to tell it from others: its first part, and all of it.
    pub label: (String, String),
}

/// Reads a file's name (without its ending).
pub fn file_name(stem: &str) -> FileName {
    let stem = stem.trim();
    let (date, before, after) = split_date(stem);
    let before = without_number(before);
    let words: Vec<&str> = before.split(['_', ' ', '-']).filter(|w| !w.is_empty()).collect();
    let parts: Vec<&str> = before.split('_').filter(|w| !w.is_empty()).collect();
    // `outlet_2017-03-24_headline`, `outlet_headline-of-several-words`, `outlet`
    let name = match (date, parts.as_slice()) {
        (Some(_), _) if is_name(&words) => Some(before.trim_matches(['_', '-', ' '])),
        (Some(_), _) if before.is_empty() => {
            after.split('_').find(|p| is_name(&p.split(['-', ' ']).filter(|w| !w.is_empty()).collect::<Vec<_>>()))
        }
        (None, [first, rest @ ..]) if !rest.is_empty() && rest.join("-").split('-').count() >= 4 => {
            Some(*first).filter(|f| is_name(&f.split(['-', ' ']).filter(|w| !w.is_empty()).collect::<Vec<_>>()))
        }
        (None, _) if is_name(&words) => Some(before),
        _ => None,
    };
    let first = stem.split(['_', ' ']).find(|p| !p.is_empty()).unwrap_or(stem);
    FileName { outlet: name.map(title), published: date, label: (first.to_owned(), stem.to_owned()) }
}

/// `01_bbc` → `bbc`: a number that only sorts files.
fn without_number(name: &str) -> &str {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = (name.get(..digits).unwrap_or(""), name.get(digits..).unwrap_or(""));
    let sorts = (1..=3).contains(&digits) && (rest.starts_with(['_', '.', ' ']) || number.starts_with('0'));
    let rest = rest.trim_start_matches(['_', '-', '.', ' ']);
    if sorts && rest.starts_with(char::is_alphabetic) && !rest.bytes().any(|b| b.is_ascii_digit()) { rest } else { name }
}

/// The date in a file's name, and what stands before and after it.
fn split_date(stem: &str) -> (Option<Date>, &str, &str) {
    for (at, _) in stem.char_indices().filter(|(_, c)| c.is_ascii_digit()).take(40) {
        let boundary = stem.get(..at).is_none_or(|b| !b.ends_with(|c: char| c.is_alphanumeric()));
        for len in [10, 8] {
            let Some(piece) = stem.get(at..at + len).filter(|_| boundary) else { continue };
            let rest = stem.get(at + len..).unwrap_or("");
            let shape =
                if len == 10 { piece.matches(['-', '_', '.']).count() == 2 } else { piece.bytes().all(|b| b.is_ascii_digit()) };
            if !shape || rest.starts_with(|c: char| c.is_alphanumeric()) {
                continue;
            }
            if let Some(day) = dates::field(&piece.replace('_', "-")).and_then(dates::Printed::day) {
                return (Some(day), stem.get(..at).unwrap_or("").trim_matches(['_', '-', ' ']), rest);
            }
        }
    }
    (None, stem, "")
}

/// Whether the words could be an outlet's name: one to four words with letters, no hash, no word for a file.
fn is_name(words: &[&str]) -> bool {
    const FILES: [&str; 32] = [
        "article",
        "articles",
        "text",
        "txt",
        "doc",
        "document",
        "file",
        "story",
        "page",
        "index",
        "untitled",
        "new",
        "copy",
        "draft",
        "test",
        "sample",
        "input",
        "output",
        "data",
        "news",
        "clip",
        "item",
        "part",
        "version",
        "source",
        "download",
        "downloads",
        "notes",
        "tmp",
        "temp",
        "example",
        "stdin",
    ];
    let plain = |w: &&str| w.chars().any(char::is_alphabetic);
    let hash = |w: &&str| w.len() >= 6 && w.chars().all(|c| c.is_ascii_hexdigit()) && w.chars().any(|c| c.is_ascii_digit());
    let filing = |w: &&str| FILES.contains(&w.to_lowercase().trim_end_matches(|c: char| c.is_ascii_digit()));
    let numbered = words.first().is_some_and(|w| w.chars().all(|c| c.is_ascii_digit()))
        && !words.iter().skip(1).all(|w| w.len() >= 4 && w.chars().all(char::is_alphabetic));
    // `1`, `a1` and the like number something; `abc7`, `bbc` and `a-rt` do not.
    let letters = words.iter().flat_map(|w| w.chars()).filter(|c| c.is_alphabetic()).count();
    let digits = words.iter().flat_map(|w| w.chars()).filter(char::is_ascii_digit).count();
    (1..=4).contains(&words.len())
        && letters >= 2
        && digits < letters
        && words.iter().any(plain)
        && !numbered
        && !words.iter().any(hash)
        && !words.iter().all(|w| filing(w) || !plain(w))
        && !words
            .first()
            .is_some_and(|w| filing(w) && words.len() > 1 && words.iter().skip(1).all(|w| w.chars().all(|c| c.is_ascii_digit())))
}

/// A name as people write it: `wash-post` → `Wash Post`, `nyt` → `NYT`, `DailyMail` → `Daily Mail`; host names stay.
pub fn title(name: &str) -> String {
    let name = name.trim();
    let name = name.strip_prefix("www.").unwrap_or(name);
    let host = name.contains('.') && !name.contains([' ', '_']) && !name.ends_with('.');
    if host || name.contains(' ') && name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    name.split(['-', '_', ' ']).filter(|w| !w.is_empty()).map(title_word).collect::<Vec<_>>().join(" ")
}

fn title_word(word: &str) -> String {
    /// Words of three letters and fewer in newspapers' names; other short ones are initials.
    const SHORT: [&str; 40] = [
        "the", "new", "sun", "of", "and", "on", "in", "day", "now", "one", "sky", "fox", "age", "hot", "big", "bay", "sea", "le",
        "la", "el", "al", "de", "der", "die", "das", "il", "lo", "los", "las", "du", "a", "i", "hill", "at", "for", "to", "by",
        "les", "den", "het",
    ];
    let letters = word.chars().count();
    if word.chars().any(char::is_uppercase) {
        return split_camel(word);
    }
    let vowels = word.chars().any(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    let ascii = word.is_ascii();
    if ascii && letters <= 3 && !SHORT.contains(&word) || ascii && letters == 4 && !vowels {
        return word.to_uppercase();
    }
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `DailyMail` → `Daily Mail`; `BBC` and `McClatchy` stay as they are.
fn split_camel(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 2);
    let mut before = ' ';
    let mut run = 0;
    for c in word.chars() {
        if c.is_uppercase() && before.is_lowercase() && run >= 3 {
            out.push(' ');
            run = 0;
        }
        run += 1;
        out.push(c);
        before = c;
    }
    out
}

/// A name made of lower-case letters, digits and hyphens: `RFE/RL` → `rfe-rl`; never empty.
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).take(80) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '’' | '.') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "article".to_owned() } else { slug.to_owned() }
}

/// The host of an address, without `www.`.
pub fn host(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.')).then(|| host.to_lowercase())
}

/// Whether a field is a web address.
pub fn is_url(text: &str) -> bool {
    host(text).is_some() && !text.contains(char::is_whitespace)
}

/// The outlet that a passage at the foot of a page describes or that claims its copyright: `Example News journalists report …`,
/// `© 2017 Example News. All rights reserved.`
pub fn self_named(passage: &str) -> Option<String> {
    described(passage).or_else(|| copyright(passage))
}

/// `<Name> journalists report …`, where the name is one to four words with capitals.
pub fn described(passage: &str) -> Option<String> {
    let words: Vec<&str> = passage.split_whitespace().take(7).collect();
    let staff = words.iter().position(|w| matches!(*w, "journalists" | "reporters" | "correspondents"))?;
    let acts = words.get(staff + 1)?;
    if !matches!(*acts, "report" | "cover" | "bring" | "deliver" | "tell" | "work" | "provide") {
        return None;
    }
    let name = words.get(..staff)?;
    let capital =
        |w: &&str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || matches!(*w, "of" | "the" | "and" | "&");
    ((1..=4).contains(&name.len()) && name.iter().all(capital) && speaks_of_itself(passage)).then(|| name.join(" "))
}

/// Whether the passage says `we` or `our` outside quotation marks.
fn speaks_of_itself(passage: &str) -> bool {
    !passage.contains(['“', '"'])
        && passage.split(|c: char| !c.is_alphanumeric()).any(|w| matches!(w, "We" | "we" | "Our" | "our" | "us"))
}

/// `Copyright (c) 2017. Example News, Inc.` → `Example News`.
fn copyright(passage: &str) -> Option<String> {
    if passage.len() > 400 {
        return None;
    }
    let at =
        passage.find('©').map(|at| at + '©'.len_utf8()).or_else(|| passage.find("Copyright").map(|at| at + "Copyright".len()))?;
    let rest = passage.get(at..)?.trim_start_matches(|c: char| !c.is_alphabetic() || matches!(c, '©'));
    let rest = rest
        .strip_prefix("c)")
        .or_else(|| rest.strip_prefix("C)"))
        .unwrap_or(rest)
        .trim_start_matches(|c: char| !c.is_alphabetic());
    let rest = rest.strip_prefix("Copyright").unwrap_or(rest).trim_start_matches(|c: char| !c.is_alphabetic());
    let name: Vec<&str> = rest
        .split(['.', ',', ';', '|', '–', '—'])
        .next()?
        .split_whitespace()
        .take_while(|w| w.starts_with(char::is_uppercase) || matches!(*w, "of" | "the" | "and" | "&"))
        .take_while(|w| !matches!(*w, "All" | "Inc" | "Ltd" | "LLC" | "Limited" | "Corporation"))
        .collect();
    (passage.chars().any(|c| c.is_ascii_digit() || c == '©') && (1..=5).contains(&name.len())).then(|| name.join(" "))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn file_names_that_name_an_outlet() {
        for (stem, outlet) in [
            ("nyt", "NYT"),
            ("bbc", "BBC"),
            ("usa-today", "USA Today"),
            ("wash-post", "Wash Post"),
            ("huff-post", "Huff Post"),
            ("fox", "Fox"),
            ("the-sun", "The Sun"),
            ("new-york-post", "New York Post"),
            ("Daily Mail", "Daily Mail"),
            ("DailyMail", "Daily Mail"),
            ("rt", "RT"),
            ("upi_2017-03-24", "UPI"),
            ("breitbart_2015-11-23_a-long-story-of-things", "Breitbart"),
            ("2017-03-24_le-monde_une-visite", "Le Monde"),
            ("guardian_pm-resigns-after-long-night-of-votes", "Guardian"),
            ("bbc.co.uk", "bbc.co.uk"),
            ("abc7", "Abc7"),
            ("01_bbc", "BBC"),
            ("002-the-sun", "The Sun"),
            ("20-minuten", "20 Minuten"),
        ] {
            assert_eq!(file_name(stem).outlet.as_deref(), Some(outlet), "{stem}");
        }
        assert_eq!(file_name("breitbart_2015-11-23_a-slug").published, Some(date(2015, 11, 23)));
        assert_eq!(file_name("upi-20170324").published, Some(date(2017, 3, 24)));
    }

    #[test]
    fn file_names_that_name_none() {
        for stem in [
            "000_22173a77c9d0ab34",
            "1_10ecb",
            "article",
            "article-3",
            "text2",
            "42",
            "9f86d081884c7d65",
            "pm-resigns-after-long-night-of-votes",
            "news_01",
            "",
        ] {
            assert_eq!(file_name(stem).outlet, None, "{stem}");
        }
        assert_eq!(file_name("000_22173a77c9d0ab34").label.0, "000");
    }

    #[test]
    fn slugs_are_short_and_plain() {
        for (name, want) in [
            ("RFE/RL", "rfe-rl"),
            ("The Example", "the-example"),
            ("Süddeutsche Zeitung", "suddeutsche-zeitung"),
            ("U.S. News", "us-news"),
            ("***", "article"),
        ] {
            assert_eq!(slug(name), want);
        }
    }

    #[test]
    fn pages_name_themselves() {
        assert_eq!(
            self_named("Example Radio journalists report the news in ten countries. We tell what others do not."),
            Some("Example Radio".into())
        );
        assert_eq!(self_named("© 2017 Example News. All rights reserved."), Some("Example News".into()));
        assert_eq!(self_named("Copyright (c) 2019, Example Press Inc."), Some("Example Press".into()));
        for text in [
            "Syrian journalists report shelling in the north.",
            "Local reporters cover what we do, “our work”, he said.",
            "Copyright law in the Union is old.",
        ] {
            assert_eq!(self_named(text), None, "{text}");
        }
    }

    #[test]
    fn hosts() {
        assert_eq!(host("https://www.example.co.uk/a?b#c"), Some("example.co.uk".into()));
        assert!(is_url("http://a.example/x") && !is_url("Daily Mail") && !is_url("see http://a.example"));
    }
}
