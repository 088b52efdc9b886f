//! What a number counts: the noun after it, as a stem. `six Russian servicemen` counts persons, `three banks` banks.

use super::tokens::Tokens;
use rust_stemmers::{Algorithm, Stemmer};
use std::sync::LazyLock;

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// How many words may stand between a number and its noun.
const REACH: usize = 4;

/// Nouns that count people, in whatever role; all of them become `person`.
const PEOPLE: [&str; 51] = [
    "people",
    "persons",
    "person",
    "men",
    "women",
    "man",
    "woman",
    "children",
    "child",
    "boys",
    "girls",
    "servicemen",
    "soldiers",
    "troops",
    "officers",
    "policemen",
    "civilians",
    "residents",
    "passengers",
    "victims",
    "others",
    "workers",
    "students",
    "pupils",
    "employees",
    "migrants",
    "refugees",
    "protesters",
    "demonstrators",
    "hostages",
    "prisoners",
    "personnel",
    "guards",
    "fatalities",
    "casualties",
    "crew",
    "tourists",
    "villagers",
    "pedestrians",
    "spectators",
    "fans",
    "viewers",
    "volunteers",
    "participants",
    "marchers",
    "inmates",
    "detainees",
    "worshippers",
    "onlookers",
    "survivors",
    "mourners",
];

/// Words for many people together.
const COLLECTIVES: [&str; 12] =
    ["crowd", "crowds", "audience", "group", "team", "staff", "workforce", "congregation", "gathering", "mob", "crew", "army"];

/// What a number that begins at token `start` counts after a word for many people: `a crowd of 42,000`.
pub(super) fn collective(t: &Tokens, start: usize) -> Option<String> {
    let of = start.checked_sub(1).filter(|&b| t.is(b, &["of"]))?;
    let word = of.checked_sub(1)?;
    t.is(word, &COLLECTIVES).then(|| "person".to_owned())
}

/// Nouns that count those on the other side of a crime; all of them become `attacker`, never to be taken for victims.
const ATTACKERS: [&str; 14] = [
    "militants",
    "terrorists",
    "gunmen",
    "attackers",
    "suspects",
    "assailants",
    "insurgents",
    "rebels",
    "bombers",
    "hijackers",
    "robbers",
    "militant",
    "gunman",
    "attacker",
];

/// Words that end a run of words after a number: no noun of its own stands beyond them.
const STOPS: [&str; 60] = [
    "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as", "than", "that", "which", "who", "whose",
    "when", "where", "while", "after", "before", "since", "because", "if", "is", "are", "was", "were", "be", "been", "has",
    "have", "had", "will", "would", "could", "may", "might", "can", "should", "must", "did", "do", "does", "not", "the", "a",
    "an", "his", "her", "their", "its", "more", "said", "this", "per", "into", "during",
];

/// The stem of the noun that a number ending before token `i` counts. `single`: the number is one.
pub(super) fn noun(t: &Tokens, i: usize, single: bool) -> Option<String> {
    let start = t.past_hyphen(i);
    // `dozens of people`, `six of the banks`.
    let start = if t.is(start, &["of"]) {
        start + 1 + usize::from(t.is(start + 1, &["the", "its", "their", "his", "her", "these", "those"]))
    } else {
        start
    };
    let mut last = None;
    for j in start..start + REACH {
        if !t.is_word(j) || t.is(j, &STOPS) {
            // A hyphen joins, anything else ends the run.
            if t.is_dash(j) && t.glued(j) && t.glued(j + 1) {
                continue;
            }
            break;
        }
        let word = t.word(j);
        if t.is(j, &PEOPLE) {
            return Some("person".to_owned());
        }
        if t.is(j, &ATTACKERS) {
            return Some("attacker".to_owned());
        }
        if !single && plural(word) {
            return Some(stem(word));
        }
        last = Some(word);
    }
    // Without a plural to go by, the word right after `one` is as good a guess as any; of others there is none.
    last.filter(|w| single && w.chars().all(char::is_lowercase)).map(stem)
}

/// Whether a word looks like a plural noun.
fn plural(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") && !lower.ends_with("is")
}

/// The stem of a word.
pub(super) fn stem(word: &str) -> String {
    STEMMER.stem(&word.to_lowercase()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, single: bool) -> Option<String> {
        noun(&Tokens::new(text), 0, single)
    }

    #[test]
    fn the_noun_is_found_behind_its_adjectives() {
        assert_eq!(of("Russian military men died and", false).as_deref(), Some("person"));
        assert_eq!(of("servicemen killed", false).as_deref(), Some("person"));
        assert_eq!(of("of the largest banks in town", false).as_deref(), Some("bank"));
        assert_eq!(of("loan from a bank", true).as_deref(), Some("loan"));
    }

    #[test]
    fn a_crowd_is_of_people() {
        let of = |text: &str| collective(&Tokens::new(text), 3);
        assert_eq!(of("a crowd of 42,000 at the gate").as_deref(), Some("person"));
        assert_eq!(of("a rise of 42,000 at the gate"), None);
    }

    #[test]
    fn no_noun_is_made_up() {
        assert_eq!(of("were injured", false), None);
        assert_eq!(of(", banks said", false), None);
    }
}
