//! Dates as newspapers print them above and below an article. A line or a field in, the day out, as far as it says one. Left
//! out: dates inside running text (`on Friday`), which mean something to the analysis only.

use super::eastern;
pub use super::printed::Printed;
use jiff::civil::Date;

/// The date that makes up a whole line: `Published: 24 March 2017, 14:00 GMT`. `None` if the line says anything else.
pub fn whole(line: &str) -> Option<Printed> {
    if line.len() > 120 {
        return None;
    }
    let plain = eastern::plain(line);
    let line = plain.as_ref();
    let tokens = tokens(line);
    let mut dated = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Number { .. } => {}
            Token::Month(_) => dated = true,
            Token::Word(word) => {
                // `a` and `p` are what is left of a torn `a. m.`.
                let torn = matches!(word.as_str(), "a" | "p" | "m") && at > 0;
                let of = word == "of" && tokens.get(at + 1).is_some_and(|t| matches!(t, Token::Month(_)));
                if !torn && !of && !is_stamp_word(word) {
                    return None;
                }
            }
        }
    }
    match parse(line, &tokens) {
        Some(printed) => Some(printed),
        None if !dated && has_time(line) => Some(Printed::TimeOnly),
        None => None,
    }
}

/// Whether a line holds nothing but words that stand beside a date: `Published on`, `mis à jour le`.
pub fn is_beside(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    line.len() <= 60 && words.peek().is_some() && words.all(|word| is_stamp_word(&word.to_lowercase()))
}

/// Whether a line is a date that says what it is the date of: `Updated at 18.44 BST`, `First published: 12 May 2021`.
pub fn is_labelled(line: &str) -> bool {
    const LABELS: [&str; 9] = ["published", "updated", "posted", "issued", "first", "last", "originally", "modified", "publié"];
    let word = line.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let label = word.len() <= 10 && LABELS.contains(&word.to_lowercase().as_str());
    label && whole(line).is_some()
}

/// The first date in a field that is known to hold one, whatever else it holds.
pub fn field(text: &str) -> Option<Printed> {
    let head: String = text.chars().take(120).collect();
    let head = eastern::plain(&head);
    parse(&head, &tokens(&head))
}

enum Token {
    /// Digits, what stands right before them, and whether an ordinal ending follows.
    Number {
        value: u32,
        digits: usize,
        before: char,
    },
    Month(i8),
    /// Any other word, in lower case.
    Word(String),
}

fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut before = ' ';
    let mut rest = line.trim_start();
    while let Some(c) = rest.chars().next() {
        let run = |same: fn(char) -> bool| rest.find(|c: char| !same(c)).unwrap_or(rest.len());
        let len = if c.is_ascii_digit() {
            let len = run(|c| c.is_ascii_digit());
            let digits = rest.get(..len).unwrap_or("");
            match digits.parse() {
                Ok(value) => {
                    // A colon between two numbers makes a time; behind a label it means nothing.
                    let clock = before != ':' || matches!(tokens.last(), Some(Token::Number { .. }));
                    tokens.push(Token::Number { value, digits: len, before: if clock { before } else { ' ' } });
                }
                Err(_) => tokens.push(Token::Word(digits.to_owned())),
            }
            let ordinal = ["st", "nd", "rd", "th", "er"].iter().find(|o| {
                let tail = rest.get(len..).unwrap_or("");
                tail.starts_with(**o) && !tail.chars().nth(2).is_some_and(char::is_alphanumeric)
            });
            len + ordinal.map_or(0, |o| o.len())
        } else if c.is_alphabetic() {
            let len = run(char::is_alphabetic);
            let word = rest.get(..len).unwrap_or("").to_lowercase();
            tokens.push(month(&word).map_or(Token::Word(word), Token::Month));
            len
        } else {
            c.len_utf8()
        };
        let read = rest.get(..len).unwrap_or("");
        if !c.is_whitespace() {
            before = read.chars().next_back().unwrap_or(' ');
        }
        rest = rest.get(len..).unwrap_or("");
    }
    tokens
}

/// Month names of the languages that newspapers here are most often in, in full and cut short.
fn month(word: &str) -> Option<i8> {
    const NAMES: [&[&str]; 12] = [
        &["january", "jan", "janvier", "janv", "januar", "jänner", "enero", "gennaio", "januari", "janeiro"],
        &["february", "feb", "février", "févr", "fév", "februar", "febrero", "febbraio", "februari", "fevereiro"],
        &["march", "mar", "mars", "märz", "marzo", "maart", "março"],
        &["april", "apr", "avril", "avr", "abril", "aprile"],
        &["may", "mai", "mayo", "maggio", "mei", "maio"],
        &["june", "jun", "juin", "juni", "junio", "giugno", "junho"],
        &["july", "jul", "juillet", "juil", "juli", "julio", "luglio", "julho"],
        &["august", "aug", "août", "agosto", "augustus"],
        &["september", "sept", "sep", "septembre", "septiembre", "settembre", "setembro"],
        &["october", "oct", "octobre", "oktober", "okt", "octubre", "ottobre", "outubro"],
        &["november", "nov", "novembre", "noviembre", "novembro"],
        &["december", "dec", "décembre", "déc", "dezember", "dez", "diciembre", "dicembre", "dezembro"],
    ];
    let at = NAMES.iter().position(|names| names.contains(&word))?;
    i8::try_from(at + 1).ok()
}

/// Such words in other languages.
#[rustfmt::skip]
const FOREIGN: [&str; 36] = [
    "stand", "aktualisiert", "erstellt", "veröffentlicht", "zuletzt", "geändert", "um", "am", "vom", "modifié", "mise", "publicado",
    "publicada", "actualizado", "actualizada", "las", "el", "los", "horas", "hrs", "pubblicato", "aggiornato", "alle", "ore", "il",
    "gepubliceerd", "laatst", "bijgewerkt", "om", "op", "aktualizacja", "publikacja", "godz", "atualizado", "às", "os",
];

/// Words that stand beside a date without making it a sentence: weekdays, labels, hours, time zones.
fn is_stamp_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 88] = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
        "thur", "thurs", "fri", "sat", "sun", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "published", "publication",
        "updated", "update", "posted", "modified", "created", "released", "release", "found", "first", "last", "originally",
        "story", "article", "date", "dated", "time", "at", "on", "and", "am", "pm", "p", "a", "uhr", "h", "le", "de",
        "publié", "mis", "à", "jour", "gmt", "utc", "bst", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst",
        "pdt", "pt", "cet", "cest", "msk", "ist", "akst", "akdt", "aest", "aedt", "jst",
    ];
    WORDS.contains(&word)
        || matches!(word, "ago" | "years" | "year" | "months" | "month" | "weeks" | "days" | "day" | "minutes" | "hour")
        || FOREIGN.contains(&word)
        || matches!(word, "issued" | "z" | "t" | "local" | "hrs" | "hours" | "mez" | "mesz")
        || matches!(
            word,
            "eastern" | "central" | "european" | "western" | "pacific" | "mountain" | "atlantic" | "greenwich" | "mean"
        )
        || matches!(word, "standard" | "daylight" | "summer" | "winter" | "british")
}

/// Whether the line holds a time of day: `14:00`, `8. 40 am`, `11 p.m.`.
fn has_time(line: &str) -> bool {
    let tokens = tokens(line);
    tokens.iter().zip(tokens.iter().skip(1)).any(|pair| match pair {
        (Token::Number { value: hour, .. }, Token::Number { value: minute, digits: 2, before: ':' | '.' | 'h' }) => {
            *hour < 25 && *minute < 60
        }
        (Token::Number { value: hour, .. }, Token::Word(half)) => *hour < 13 && matches!(half.as_str(), "am" | "pm" | "a" | "p"),
        _ => false,
    })
}

/// The first date among the tokens.
fn parse(line: &str, tokens: &[Token]) -> Option<Printed> {
    let american = tokens.iter().any(|t| matches!(t, Token::Word(w) if matches!(w.as_str(), "am" | "pm" | "edt" | "est" | "et" | "cdt" | "pdt" | "pst" | "mdt")))
        || tokens.windows(2).any(|w| matches!(w, [Token::Word(a), Token::Word(m)] if matches!(a.as_str(), "a" | "p") && m == "m"));
    compact(line).or_else(|| numeric(tokens, american)).or_else(|| named(tokens))
}

/// `20170324` or `20170324T083000Z`.
fn compact(line: &str) -> Option<Printed> {
    let digits = line.split(|c: char| !c.is_ascii_digit()).find(|d| d.len() == 8)?;
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    let year = number(0, 4).filter(|y| (1800..2200).contains(y))?;
    let day = Date::new(year, i8::try_from(number(4, 6)?).ok()?, i8::try_from(number(6, 8)?).ok()?).ok()?;
    Some(Printed::Day(day))
}

/// `2017-03-24`, `24/03/2017`, `24.3.17`, `03/24/2017`.
fn numeric(tokens: &[Token], american: bool) -> Option<Printed> {
    tokens.windows(3).find_map(|three| {
        let [
            Token::Number { value: a, digits: first, before: lead },
            Token::Number { value: b, before: one, .. },
            Token::Number { value: c, digits: last, before: two },
        ] = three
        else {
            return None;
        };
        if one != two || !matches!(one, '-' | '/' | '.' | '–') || lead.is_ascii_digit() {
            return None;
        }
        if *first == 4 {
            return date(*a, *b, *c).map(Printed::Day);
        }
        let year = match last {
            4 => *c,
            2 if *first <= 2 && *one != '.' || *last == 2 && *first <= 2 && *c < 70 => 2000 + *c,
            _ => return None,
        };
        let (day_first, month_first) = (date(year, *b, *a), date(year, *a, *b));
        match (day_first, month_first) {
            (Some(day), Some(month)) if day == month || *one == '.' => Some(Printed::Day(day)),
            (Some(_), Some(month)) if american => Some(Printed::Day(month)),
            (Some(day), Some(month)) => Some(Printed::Either(day, month)),
            (day, month) => day.or(month).map(Printed::Day),
        }
    })
}

/// `March 24, 2017`, `24 March 2017`, `24th of March`, `24 mars 2017`.
fn named(tokens: &[Token]) -> Option<Printed> {
    let at = tokens.iter().position(|t| matches!(t, Token::Month(_)))?;
    let Some(Token::Month(month)) = tokens.get(at) else { return None };
    let number = |t: Option<&Token>| match t {
        Some(Token::Number { value, digits, before }) => Some((*value, *digits, *before)),
        _ => None,
    };
    let before_at = if matches!(tokens.get(at.wrapping_sub(1)), Some(Token::Word(of)) if of == "of" || of == "de") {
        at.wrapping_sub(2)
    } else {
        at.wrapping_sub(1)
    };
    let day_before = number(tokens.get(before_at)).filter(|(v, d, before)| *d <= 2 && (1..=31).contains(v) && *before != ':');
    let next = number(tokens.get(at + 1));
    let day_after = next.filter(|(v, d, _)| *d <= 2 && (1..=31).contains(v));
    let (day, year_at) = match (day_before, day_after, next) {
        // `8:56 Monday 10 June 2013`: the day stands before, and what follows is the year.
        (Some((day, ..)), _, Some((_, 4, _))) => (day, at + 1),
        (_, Some((day, ..)), _) => (day, at + 2),
        (Some((day, ..)), None, _) => (day, at + 1),
        _ => return None,
    };
    let year = number(tokens.get(year_at)).filter(|(v, d, _)| *d == 4 && (1800..2200).contains(v)).map(|(v, ..)| v);
    let (month, day) = (*month, i8::try_from(day).ok()?);
    match year {
        Some(year) => Date::new(i16::try_from(year).ok()?, month, day).ok().map(Printed::Day),
        None => Date::new(2000, month, day).ok().map(|_| Printed::Yearless(month, day)),
    }
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|y| (1800..2200).contains(y))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The opening of an agency's report: `PORT BELL, March 24 (UPI) — …`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dateline<'t> {
    /// The agency in brackets.
    pub agency: Option<&'t str>,
    /// Month and day, or a whole date.
    pub date: Option<Printed>,
}

/// The dateline at the start of a paragraph, if there is one: a place in capitals or a date, perhaps an agency in brackets,
/// and a dash.
pub fn dateline(paragraph: &str) -> Option<Dateline<'_>> {
    let head_end = paragraph.char_indices().nth(90).map_or(paragraph.len(), |(at, _)| at);
    let head = paragraph.get(..head_end)?;
    let dash = [" — ", " – ", " -- ", " - ", "— ", "– "].iter().filter_map(|d| head.find(d)).min()?;
    let lead = head.get(..dash)?.trim();
    let (place, agency) = match lead.strip_suffix(')').and_then(|l| l.rsplit_once('(')) {
        Some((place, agency)) => (place.trim(), Some(agency.trim())),
        None => (lead, None),
    };
    let agency_fits = agency.is_none_or(|a| {
        a.split_whitespace().count() <= 3
            && a.starts_with(char::is_uppercase)
            && a.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '.' | '-' | '&'))
    });
    let date = place.rsplit_once(',').map_or(place, |(_, d)| d);
    let date = whole(date.trim()).or_else(|| whole(place)).filter(|d| *d != Printed::TimeOnly);
    let capitals = place
        .split(|c: char| !c.is_alphabetic())
        .find(|w| !w.is_empty())
        .is_some_and(|w| w.chars().count() > 1 && w.chars().all(char::is_uppercase));
    let sure =
        agency_fits && (agency.is_some() && (capitals || date.is_some() || place.is_empty()) || capitals && date.is_some());
    sure.then_some(Dateline { agency, date })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_in_every_dress() {
        for (line, day) in [
            ("24/03/2017", date(2017, 3, 24)),
            ("March 24, 2017", date(2017, 3, 24)),
            ("Published: 24 March 2017, 14:00 GMT", date(2017, 3, 24)),
            ("2017-03-24T10:00:00+03:00", date(2017, 3, 24)),
            ("Fri., May. 3, 2013 11: 45 AM PDT", date(2013, 5, 3)),
            ("12: 52 p. m. EDT May 2, 2013", date(2013, 5, 2)),
            ("updated 8: 41 p. m. EST, Tue March 3, 2009", date(2009, 3, 3)),
            ("26 September 2013, 10: 00 (GMT+05: 00)", date(2013, 9, 26)),
            ("Published: 2012. 08. 08 09: 01 AM", date(2012, 8, 8)),
            ("UPDATED 05 / 03 / 2013 at 11: 00 AM EDT", date(2013, 5, 3)),
            ("12 / 16 / 08 1: 30 AM EST", date(2008, 12, 16)),
            ("On Tue, 16 / 08 / 2011 - 13: 42", date(2011, 8, 16)),
            ("8: 56am Monday 10th June 2013", date(2013, 6, 10)),
            ("PUBLISHED FRIDAY, MARCH 8, 2013 AT 12: 46 PM / UPDATED AT 12: 48 PM", date(2013, 3, 8)),
            ("9: 53 AM, MON 22 JUL 2013", date(2013, 7, 22)),
            ("Publié le 24 mars 2017 à 14h00", date(2017, 3, 24)),
            ("24.3.2017", date(2017, 3, 24)),
            ("Story Created: Aug 7, 2012 at 9: 56 AM AKDT", date(2012, 8, 7)),
            ("(March 20, 2007) - -", date(2007, 3, 20)),
            ("March 24, 2017 / 10:23 AM / 3 years ago", date(2017, 3, 24)),
            ("23 July 2013 Last updated at 13: 42 GMT", date(2013, 7, 23)),
        ] {
            assert_eq!(whole(line).and_then(Printed::day), Some(day), "{line}");
        }
    }

    #[test]
    fn doubtful_dates_say_so() {
        assert_eq!(whole("05/02/2013"), Some(Printed::Either(date(2013, 2, 5), date(2013, 5, 2))));
        assert_eq!(whole("Dec. 24 4: 33 AM EST"), Some(Printed::Yearless(12, 24)));
        assert_eq!(whole("14:00"), Some(Printed::TimeOnly));
        assert_eq!(whole("11:20 p.m."), Some(Printed::TimeOnly));
        assert_eq!(Printed::Either(date(2013, 2, 5), date(2013, 5, 2)).near(&[date(2013, 5, 4)]), Some(date(2013, 5, 2)));
        assert_eq!(Printed::Yearless(12, 31).near(&[date(2014, 1, 2)]), Some(date(2013, 12, 31)));
        assert_eq!(Printed::Yearless(3, 24).near(&[]), None);
    }

    #[test]
    fn sentences_with_dates_are_no_stamps() {
        for line in [
            "May 7 runoff",
            "On March 23 he left",
            "9 of 11",
            "2013",
            "28",
            "Friday",
            "At least 12 hurt",
            "March for peace",
            "May 2017 bring peace",
            "0-2 at home",
            "3 years ago",
            "Day 3",
            "B-52 at 14",
        ] {
            assert_eq!(whole(line), None, "{line}");
        }
    }

    #[test]
    fn labels_tell_stamps_from_headings() {
        for line in [
            "Updated at 18.44 BST",
            "First published on Wed 12 May 2021 06.02 BST",
            "PUBLISHED: 06:14 GMT, 12 May 2021 | UPDATED: 09:02 GMT, 12 May 2021",
            "Published 11 May",
        ] {
            assert!(is_labelled(line), "{line}");
        }
        for line in ["18.44 BST", "12 May 2021", "First", "Last Friday at 10", "Updated figures show 12 May 2021"] {
            assert!(!is_labelled(line), "{line}");
        }
    }

    #[test]
    fn fields_hold_dates_with_other_words() {
        assert_eq!(field("Mon, 20 Nov 2017 08:00:00 +0000").and_then(Printed::day), Some(date(2017, 11, 20)));
        assert_eq!(field("20261120T083000Z").and_then(Printed::day), Some(date(2026, 11, 20)));
        assert_eq!(field("printed in Paris, 24 March 2017").and_then(Printed::day), Some(date(2017, 3, 24)));
        assert_eq!(field("None"), None);
    }

    #[test]
    fn datelines_are_told_from_sentences_with_dashes() {
        assert_eq!(
            dateline("March 24 (UPI) — The candidate met").unwrap(),
            Dateline { agency: Some("UPI"), date: Some(Printed::Yearless(3, 24)) }
        );
        assert_eq!(dateline("WASHINGTON (AP) — The").unwrap().agency, Some("AP"));
        assert_eq!(dateline("NEW YORK, Dec. 22 (UPI) -- The").unwrap().date, Some(Printed::Yearless(12, 22)));
        assert_eq!(dateline("LONDON (Reuters) - The").unwrap().agency, Some("Reuters"));
        assert_eq!(dateline("LONDON, June 1 — The").unwrap().agency, None);
        for text in [
            "He left — and she stayed",
            "The party (PDC) — of old — won",
            "Jane Roe (pictured) — the mayor",
            "IT — said he",
            "A man (34) — tall",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
