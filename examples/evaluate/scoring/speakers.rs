//! Whether two names mean one speaker.

use super::clean::tokens;

const TITLES: &str = "mr mrs ms miss dr sen senator rep representative gov governor president vice secretary prof professor gen \
    general col lt sgt judge justice mayor sir madam lord rev reverend king queen prince pope sheriff the former ex then \
    attorney state del delegate congressman congresswoman chairman chairwoman";
const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "s"];
const PRONOUNS: [&str; 11] = ["he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "his"];

/// The words of a name without titles before and suffixes after.
fn words(name: &str) -> Vec<String> {
    let mut words = tokens(name);
    words.retain(|word| !SUFFIXES.contains(&word.as_str()));
    let is_title = |word: &String| TITLES.split_whitespace().any(|title| title == word);
    let titles = words.iter().take(words.len().saturating_sub(1)).take_while(|word| is_title(word)).count();
    words.split_off(titles)
}

fn one_holds_the_other(a: &[String], b: &[String]) -> bool {
    a.iter().all(|word| b.contains(word)) || b.iter().all(|word| a.contains(word))
}

fn named(gold: &str, system: &str) -> Option<(Vec<String>, Vec<String>)> {
    let (gold, system) = (words(gold), words(system));
    let pronoun = matches!(system.as_slice(), [only] if PRONOUNS.contains(&only.as_str()));
    (!gold.is_empty() && !system.is_empty() && !pronoun).then_some((gold, system))
}

/// Same last name, or one name's words among the other's. A pronoun names nobody.
pub fn same_name(gold: &str, system: &str) -> bool {
    named(gold, system).is_some_and(|(gold, system)| {
        let last = gold.last().filter(|word| word.len() > 1);
        last.is_some() && last == system.last() || one_holds_the_other(&gold, &system)
    })
}

/// One phrase's words among the other's, articles aside.
pub fn same_phrase(gold: &str, system: &str) -> bool {
    named(gold, system).is_some_and(|(mut gold, mut system)| {
        for words in [&mut gold, &mut system] {
            words.retain(|word| !["the", "a", "an"].contains(&word.as_str()));
        }
        !gold.is_empty() && !system.is_empty() && one_holds_the_other(&gold, &system)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_its_last_word_or_by_all_of_the_shorter() {
        assert!(same_name("Nora Quist", "Secretary Quist"));
        assert!(same_name("Quist", "Nora B. Quist Jr."));
        assert!(same_name("Nora Quist", "Nora"));
        assert!(!same_name("Nora Quist", "Nora Ames"));
        assert!(!same_name("Nora Quist", "she"));
        assert!(!same_name("Nora Quist", ""));
    }

    #[test]
    fn a_phrase_is_known_by_its_words() {
        assert!(same_phrase("a harbour spokesman", "the spokesman"));
        assert!(!same_phrase("a harbour spokesman", "the harbour police"));
    }
}
