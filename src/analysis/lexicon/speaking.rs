//! Nouns for those who can speak: people by role, peoples, and bodies, in singular and plural.

use super::{Set, organisations, people, places};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Whether a word in lower case is a noun for people or for a body that can speak: aide, officials, ministry, Russians, also
/// with what stands before it at a hyphen or behind it: vice-president, secretary-general.
pub fn can_speak(word: &str) -> bool {
    let joined = |(one, other): (&str, &str)| {
        SPEAKING.contains(other) || matches!(other, "general" | "elect" | "designate") && SPEAKING.contains(one)
    };
    SPEAKING.contains(word) || word.split_once('-').is_some_and(joined)
}

/// Whether a word in lower case is an occasion or a channel at which somebody speaks, not somebody: interview, rally.
pub fn is_occasion(word: &str) -> bool {
    matches!(
        word,
        "interview"
            | "statement"
            | "speech"
            | "letter"
            | "email"
            | "e-mail"
            | "appearance"
            | "rally"
            | "stop"
            | "event"
            | "meeting"
            | "visit"
            | "message"
            | "post"
            | "tweet"
            | "conversation"
            | "call"
            | "debate"
            | "briefing"
            | "breakfast"
            | "lunch"
            | "dinner"
            | "hearing"
            | "memo"
            | "filing"
    )
}

static SPEAKING: LazyLock<Set> = LazyLock::new(|| {
    let mut all = Set::with_capacity_and_hasher(2048, Default::default());
    for word in people::roles().chain(organisations::institutions()).chain(places::demonyms()) {
        all.insert(Cow::Owned(plural(word)));
        all.insert(Cow::Borrowed(word));
    }
    let others = "police people others one many some most man woman men women children those critics both someone somebody everyone everybody anyone anybody nobody";
    all.extend(others.split(' ').map(Cow::Borrowed));
    all
});

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
        for word in ["table", "decision", "taxes"] {
            assert!(!can_speak(word), "{word}");
        }
    }
}
