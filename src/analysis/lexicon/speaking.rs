//! Nouns for those who can speak: people by role, peoples, and bodies, in singular and plural.

use super::{organisations, people, places};

/// Whether a word in lower case is a noun for people or for a body that can speak: aide, officials, ministry, Russians, also
/// with what stands before it at a hyphen or behind it: vice-president, secretary-general.
pub fn can_speak(word: &str) -> bool {
    let joined = |(one, other): (&str, &str)| speaks(other) || matches!(other, "general" | "elect" | "designate") && speaks(one);
    speaks(word) || word.split_once('-').is_some_and(joined)
}

/// Whether a word in lower case is an occasion or a channel at which somebody speaks, not somebody: interview, rally.
#[rustfmt::skip]
pub fn is_occasion(word: &str) -> bool {
    matches!(
        word,
        "interview" | "statement" | "speech" | "letter" | "email" | "e-mail" | "appearance" | "rally" | "stop" | "event"
        | "meeting" | "visit" | "message" | "post" | "tweet" | "conversation" | "call" | "debate" | "briefing" | "breakfast"
        | "lunch" | "dinner" | "hearing" | "memo" | "filing"
    )
}

/// Whether a word is such a noun without a hyphen. A plural is brought to its singular: a list of all plurals would be made
/// in every run, and few of them are asked for.
fn speaks(word: &str) -> bool {
    let listed = |word: &str| people::is_listed(word) || organisations::is_institution(word) || places::is_demonym(word);
    let plural_of_listed = |(ending, singular): &(&str, &str)| {
        let one = word.strip_suffix(ending).map(|stem| [stem, singular].concat());
        one.is_some_and(|one| listed(&one) && plural(&one) == word)
    };
    listed(word) || OTHERS.contains(&word) || [("men", "man"), ("ies", "y"), ("es", ""), ("s", "")].iter().any(plural_of_listed)
}

/// Those of whom no plural is made.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "police", "people", "others", "one", "many", "some", "most", "man", "woman", "men", "women", "children", "those", "critics",
    "both", "another", "someone", "somebody", "everyone", "everybody", "anyone", "anybody", "nobody",
];

fn plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("man") {
        return [stem, "men"].concat();
    }
    if let Some(stem) = word.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
        return [stem, "ies"].concat();
    }
    let hisses = ["s", "sh", "ch", "x"].iter().any(|e| word.ends_with(e));
    [word, if hisses { "es" } else { "s" }].concat()
}

#[cfg(test)]
mod tests {
    use super::can_speak;

    #[test]
    fn people_and_bodies_speak() {
        for word in ["aide", "officials", "spokesmen", "agencies", "ministry", "russians", "police"] {
            assert!(can_speak(word), "{word}");
        }
        for word in ["table", "decision", "taxes", "ministrys", "spokesmans", "peoples"] {
            assert!(!can_speak(word), "{word}");
        }
    }
}
