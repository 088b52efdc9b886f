//! Nouns for those who can speak: people by role, peoples, and bodies, in singular and plural.

use super::{organisations, people, places};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Whether a word in lower case is a noun for people or for a body that can speak: aide, officials, ministry, Russians.
pub fn can_speak(word: &str) -> bool {
    SPEAKING.contains(word)
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

static SPEAKING: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let mut all = FxHashSet::default();
    for word in people::roles().chain(organisations::institutions()).chain(places::demonyms()) {
        all.insert(plural(word));
        all.insert(word.to_owned());
    }
    let others = "police people others one many some most man woman men women children those critics both someone somebody everyone everybody anyone anybody nobody";
    all.extend(others.split(' ').map(str::to_owned));
    all
});

fn plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("man") {
        return format!("{stem}men");
    }
    if let Some(stem) = word.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    if ["s", "sh", "ch", "x"].iter().any(|e| word.ends_with(e)) { format!("{word}es") } else { format!("{word}s") }
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
