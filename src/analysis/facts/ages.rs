//! Ages without a unit: `Anna Adler, 83, said`, `she was 83.`, `died at 83`, `ages 16 and 6`, `younger than 30`.

use super::lexicon::Tag;
use super::tokens::Tokens;
use crate::analysis::lexicon::people;

/// Words for one person, whose age may follow them.
#[rustfmt::skip]
const SOMEBODY: [&str; 22] = [
    "man", "woman", "boy", "girl", "driver", "victim", "suspect", "teenager", "student", "mother", "father", "son", "daughter",
    "brother", "sister", "husband", "wife", "dead", "pilot", "gunman", "passenger", "player",
];

/// Nobody is older.
const OLDEST: f64 = 115.0;

/// Whether the bare number from token `begin` to before `end` is somebody's age, by the words beside it.
pub(super) fn is_age(t: &Tokens, begin: usize, end: usize, value: f64) -> bool {
    let Some(before) = begin.checked_sub(1) else { return false };
    let plausible = (1.0..=OLDEST).contains(&value) && value.fract() == 0.0;
    if !plausible || matches!(t.sign(end), Some('%' | ':' | '/')) || t.is_dash(end) {
        return false;
    }
    t.is(before, &["aged", "age"])
        || t.is(before, &["ages"])
        || after_name(t, before, end)
        || told(t, before, end)
        || second(t, before, end)
}

/// `Anna Adler, 83,`; `Anna Adler, now 16,`: between commas, after a name.
fn after_name(t: &Tokens, before: usize, end: usize) -> bool {
    let comma = before.saturating_sub(usize::from(t.is(before, &["now", "then"])));
    let closed =
        matches!(t.sign(end), Some(',' | ';' | ')' | '.' | '—' | '–')) || t.is(end, &["and"]) && t.numeral(end + 1).is_some();
    let opened = t.sign(comma) == Some(',') || t.sign(comma) == Some('(') && t.sign(end) == Some(')');
    if !opened || !closed || t.sign(end) == Some(',') && t.numeral(end + 1).is_some() {
        return false;
    }
    let Some(name) = comma.checked_sub(1) else { return false };
    // `Sept. 3, 24,` and `Boeing, 20,` are rare; months and days are no names, nor are words in capitals only (`MD, 20,`).
    let capitals = t.word(name).chars().filter(|c| c.is_uppercase()).count();
    // `the driver, 26, was`
    let who = t.is_word(name) && (people::is_role(t.word(name)) || t.is(name, &SOMEBODY)) && t.sign(comma) == Some(',');
    who || t.is_word(name) && t.is_capital(name) && matches!(t.tag(name), Tag::Plain) && capitals < t.word(name).chars().count()
}

/// `she was 83.`, `he turned 40 on`, `died at 83`, `dead at 95`, `average age was 44`, `younger than 30`, `over the age of 65`.
fn told(t: &Tokens, before: usize, end: usize) -> bool {
    let back = |n: usize, words: &[&str]| before.checked_sub(n).is_some_and(|b| t.is(b, words));
    let ends = !t.is_word(end) || t.is(end, &["on", "and", "when", "but", "at", "in"]);
    let who =
        || back(1, &["he", "she", "i", "who"]) || back(1, &SOMEBODY) || back(1, &["just", "only"]) && back(2, &["was", "is"]);
    ends && (t.is(before, &["was", "is", "were"]) && (who() && !t.is(end, &["and", "at", "in", "on"]) || back(1, &["age"]))
        || t.is(before, &["turned", "turns", "turning"])
        || t.is(before, &["at"]) && back(1, &["died", "dead", "dies", "retired", "married"])
        || t.is(before, &["than"]) && back(1, &["younger", "older"])
        || t.is(before, &["of"]) && back(1, &["age"]) && !back(2, &["an"]))
}

/// `ages 16 and 6`, `John and Brian Adler, 22 and 19,`: the second of two.
fn second(t: &Tokens, before: usize, end: usize) -> bool {
    let Some(first) = before.checked_sub(1).filter(|_| t.is(before, &["and"])) else { return false };
    let Some(lead) = first.checked_sub(1).filter(|_| t.numeral(first).is_some()) else { return false };
    t.is(lead, &["ages", "aged"]) || after_name(t, lead, before) && matches!(t.sign(end), Some(',' | ';' | '.' | ')'))
}

#[cfg(test)]
mod tests {
    use super::super::quantities::at;
    use super::*;

    fn ages(text: &str) -> Vec<String> {
        let t = Tokens::new(text);
        let mut found = Vec::new();
        let mut i = 0;
        while i < t.len() {
            i = match at(&t, i) {
                Ok(q) => {
                    found.push(q.amount.to_string());
                    q.end.max(i + 1)
                }
                Err(next) => next.max(i + 1),
            };
        }
        found.retain(|v| v.ends_with(" old"));
        found
    }

    #[test]
    fn ages_without_a_unit() {
        for (text, wanted) in [
            ("Anna Adler, 83, said so.", vec!["83 years old"]),
            ("Anna Adler, 83; kept the harbour", vec!["83 years old"]),
            ("It was told by Bruno Brand, now 16, at noon.", vec!["16 years old"]),
            ("Bruno Brand (21) left.", vec!["21 years old"]),
            ("She was 85.", vec!["85 years old"]),
            ("He turned 40 on Monday.", vec!["40 years old"]),
            ("The keeper died at 95.", vec!["95 years old"]),
            ("two sons, ages 16 and 6, live", vec!["16 years old", "6 years old"]),
            ("John and Brian Adler, 22 and 19, came", vec!["22 years old", "19 years old"]),
            ("voters younger than 30", vec!["30 years old"]),
            ("The driver, 26, was hurt.", vec!["26 years old"]),
            ("One of the dead was 17.", vec!["17 years old"]),
            ("their average age was 44.", vec!["44 years old"]),
        ] {
            assert_eq!(ages(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_looks_like_an_age_and_is_none() {
        for text in [
            "On March 3, 24, boats sank.",
            "The score was 85.",
            "The harbour, 26, sank.",
            "He was 20 minutes late.",
            "She was 30 miles away.",
            "They flew a Boeing, 737 in all.",
            "the Rovers, 22-10 winners",
            "He left at 12.",
            "more than 30",
            "In Ruritania, 40 boats sank.",
            "There was 1.",
        ] {
            assert_eq!(ages(text), Vec::<String>::new(), "{text}");
        }
    }
}
