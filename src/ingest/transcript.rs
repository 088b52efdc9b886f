//! Speech turns (`Jane Roe (in French): …`, `Q: …`) in blocks that may be a transcript: whose words each block is. Left out:
//! quotations inside running text, which the analysis finds; a colon alone makes no turn, a transcript has several.

use super::words;
use std::collections::{BTreeMap, BTreeSet};

/// A line that opens with a speaker's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn<'t> {
    /// The name as printed, without remarks in brackets.
    pub name: &'t str,
    /// All that stands before the colon.
    pub printed: &'t str,
    /// What is said.
    pub words: &'t str,
}

/// Reads the opening of a turn: a name of up to eight words and a colon. Whether it is one, only the whole text can tell.
pub fn turn(line: &str) -> Option<Turn<'_>> {
    let head_end = line.char_indices().nth(100).map_or(line.len(), |(at, _)| at);
    let colon = line.get(..head_end)?.find(':')?;
    let (before, after) = (line.get(..colon)?, line.get(colon + 1..)?);
    if !after.is_empty() && !after.starts_with(' ') {
        return None;
    }
    let printed = before.trim();
    let name = without_remark(printed);
    is_name(name).then(|| Turn { name, printed, words: after.trim_start() })
}

/// `Jane Roe (in French)` → `Jane Roe`; `JANE ROE, HOST` → `JANE ROE`.
fn without_remark(name: &str) -> &str {
    let name = match name.split_once(['(', '[']) {
        Some((name, remark)) if remark.ends_with([')', ']']) => name.trim_end(),
        _ => name,
    };
    let shouted = !name.chars().any(char::is_lowercase);
    name.split_once(", ").filter(|_| shouted).map_or(name, |(name, _)| name)
}

fn is_name(name: &str) -> bool {
    const SMALL: [&str; 22] = [
        "of", "the", "de", "von", "van", "der", "den", "al", "bin", "ibn", "for", "and", "to", "le", "la", "du", "da", "dos",
        "di", "el", "ben", "y",
    ];
    let words: Vec<&str> = name.split_whitespace().collect();
    let good = |w: &&str| {
        let letters = w.trim_matches(|c: char| !c.is_alphanumeric());
        letters.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || SMALL.contains(&letters)
    };
    let ends = |w: Option<&&str>| w.is_some_and(|w| w.starts_with(|c: char| c.is_uppercase()));
    (1..=8).contains(&words.len())
        && words.iter().all(good)
        && ends(words.first())
        && (ends(words.last()) || words.last().is_some_and(|w| w.chars().all(|c| c.is_ascii_digit())))
        && !name.contains(['“', '”', '"', '!', '?', ';', '…', '/', '@', '‘'])
        && !is_label(name)
}

/// Words before a colon that announce a matter, not a speaker.
fn is_label(name: &str) -> bool {
    const LABELS: [&str; 46] = [
        "source",
        "sources",
        "date",
        "note",
        "notes",
        "update",
        "updated",
        "breaking",
        "watch",
        "read",
        "listen",
        "photo",
        "photos",
        "photograph",
        "picture",
        "image",
        "video",
        "published",
        "publication",
        "posted",
        "contributing",
        "contributed",
        "correction",
        "clarification",
        "latest",
        "more",
        "related",
        "tags",
        "topics",
        "topic",
        "category",
        "categories",
        "title",
        "headline",
        "url",
        "link",
        "author",
        "byline",
        "credit",
        "section",
        "sections",
        "opinion",
        "analysis",
        "exclusive",
        "also",
        "by",
    ];
    let low = name.to_lowercase();
    low.split_whitespace().next().is_some_and(|w| LABELS.contains(&w))
        || low.split_whitespace().next_back().is_some_and(|w| LABELS.contains(&w))
}

/// What all prints of one speaker share: the last word of the name.
fn key(name: &str) -> String {
    name.split_whitespace().next_back().unwrap_or(name).to_lowercase()
}

/// Whether a text has a name in front of that one: `Jane Roe`.
fn names_in_full(text: &str, surname: &str) -> bool {
    const OPENERS: [&str; 16] =
        ["a", "after", "an", "and", "at", "but", "for", "from", "his", "her", "if", "in", "on", "the", "when", "with"];
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let mut before = "";
    for word in text.split_whitespace() {
        let first = before.starts_with(char::is_uppercase) && !before.ends_with([':', ',', ';']);
        if first && bare(word) == surname && !OPENERS.contains(&bare(before).as_str()) {
            return true;
        }
        before = word;
    }
    false
}

/// Who asks and who answers right below: who asks has an office for it, or both have names that the text has in full.
fn answered<'t>(blocks: impl Iterator<Item = &'t str> + Clone) -> Option<[&'t str; 2]> {
    const ASKERS: [&str; 10] =
        ["anchor", "correspondent", "host", "interviewer", "journalist", "moderator", "presenter", "question", "reporter", "q"];
    let known = |name: &str| {
        let people = name.split_whitespace().count() >= 2 && !name.starts_with("The ");
        people || blocks.clone().any(|b| names_in_full(b, &key(name)))
    };
    let mut asking: Option<&str> = None;
    for block in blocks.clone() {
        let spoken = turn(block).filter(|t| !t.words.is_empty());
        let answers = |asks: &str, answer: &Turn| {
            let other = key(asks) != key(answer.name) && !answer.words.ends_with('?') && words::ends_sentence(answer.words);
            other && (ASKERS.contains(&key(asks).as_str()) || known(answer.name) && known(asks))
        };
        if let Some((asks, answer)) = asking.zip(spoken).filter(|(asks, answer)| answers(asks, answer)) {
            return Some([asks, answer.name]);
        }
        asking = spoken.filter(|t| t.words.ends_with('?')).map(|t| t.name);
    }
    None
}

/// The speakers of a transcript, by the keys of their names; empty if the text is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Speakers {
    counts: BTreeMap<String, usize>,
}

impl Speakers {
    /// Looks for evidence: three turns or more, of which a person has at least two; or a question and its answer, be they the only
    /// ones. A list whose points open with `Pros:` or `California:` is none.
    pub fn of<'t>(blocks: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut people: BTreeSet<String> = BTreeSet::new();
        for turn in blocks.clone().filter_map(turn) {
            let shouted = !turn.name.chars().any(char::is_lowercase);
            if shouted || turn.name.contains(' ') {
                people.insert(key(turn.name));
            }
            *counts.entry(key(turn.name)).or_default() += 1;
        }
        let total: usize = counts.values().sum();
        let often = || counts.iter().filter(|(_, n)| **n >= 2).map(|(key, _)| key);
        let repeated = total >= 3 && often().any(|key| people.contains(key) || blocks.clone().any(|b| names_in_full(b, key)));
        let asked = counts.contains_key("q") && counts.contains_key("a");
        let answered = answered(blocks);
        // These two speak, be it only once.
        answered.iter().flatten().for_each(|name| *counts.entry(key(name)).or_default() += 1);
        if asked || repeated || answered.is_some() { Speakers { counts } } else { Speakers::default() }
    }

    /// Whether there is a transcript at all.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The turn that a block opens. A name that stands there once needs two words or capitals: `Besides: …` is no speaker.
    pub fn turn<'t>(&self, block: &'t str) -> Option<Turn<'t>> {
        if self.is_empty() {
            return None;
        }
        if let Some(turn) = turn(block) {
            let often = self.counts.get(&key(turn.name)).is_some_and(|n| *n >= 2);
            let named = turn.name.split_whitespace().count() >= 2
                && turn.name.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count() >= 2;
            let shouted = !turn.name.chars().any(char::is_lowercase);
            return (often || named || shouted).then_some(turn);
        }
        // `Q  And what now?`, as press offices print it.
        let words = block.strip_prefix("Q ")?;
        words::begins_high(words).then_some(Turn { name: "Q", printed: "Q", words })
    }
}

/// Follows who speaks from block to block.
#[derive(Debug, Default)]
pub struct Floor {
    speaker: Option<String>,
    /// Whether an earlier turn went on over several paragraphs and was followed by another turn.
    goes_on: bool,
    /// Paragraphs since the last turn opened.
    since: usize,
}

impl Floor {
    /// A turn opens.
    pub fn open(&mut self, name: &str) {
        self.goes_on |= self.speaker.is_some() && self.since > 0;
        self.speaker = Some(name.to_owned());
        self.since = 0;
    }

    /// Whether somebody speaks.
    pub fn is_open(&self) -> bool {
        self.speaker.is_some()
    }

    /// Nobody speaks any more: a heading, page furniture, the end.
    pub fn close(&mut self) {
        *self = Floor { goes_on: self.goes_on, ..Floor::default() };
    }

    /// Who speaks in a paragraph without a name of its own. After the `last` turn only if speeches here run over several
    /// paragraphs, and not if it tells of the speaker.
    pub fn speaker(&mut self, paragraph: &str, last: bool) -> Option<String> {
        let speaker = self.speaker.clone()?;
        let tells = last && (!self.goes_on || tells_of(paragraph, &speaker));
        if tells {
            self.close();
            return None;
        }
        self.since += 1;
        Some(speaker)
    }
}

/// Whether a paragraph speaks of that person by surname.
fn tells_of(paragraph: &str, speaker: &str) -> bool {
    let surname = key(speaker);
    surname.chars().count() > 1
        && paragraph.split(|c: char| !c.is_alphanumeric() && c != '-').any(|w| w.to_lowercase() == surname)
}

/// A remark of the transcript itself: `(Applause.)`, `[Laughter]`, `[crosstalk]`.
pub fn is_remark(block: &str) -> bool {
    let inner = block
        .strip_prefix('(')
        .and_then(|b| b.strip_suffix(')'))
        .or_else(|| block.strip_prefix('[').and_then(|b| b.strip_suffix(']')));
    inner.is_some_and(|i| !i.contains(['(', '[']) && (1..=6).contains(&words::count(i)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_read_with_their_remarks() {
        let t = turn("Prime Minister of Ruritania Jane Roe (in French): Good day.").unwrap();
        assert_eq!((t.name, t.words), ("Prime Minister of Ruritania Jane Roe", "Good day."));
        assert_eq!(turn("MR. DOE: Yes.").unwrap().name, "MR. DOE");
        let t = turn("JANE ROE, BYLINE: It is five in the morning.").unwrap();
        assert_eq!((t.name, t.printed), ("JANE ROE", "JANE ROE, BYLINE"));
        assert_eq!(turn("Q: Why?").unwrap().name, "Q");
        assert_eq!(turn("Speaker 2: Why?").unwrap().name, "Speaker 2");
        for line in [
            "He added: we go",
            "At 14:00 he left",
            "Source: Example",
            "Photo: Doe",
            "The Latest: bridge shut",
            "“Go”: he said",
            "See http://x.example",
            "Jane Roe told the paper: no",
        ] {
            assert_eq!(turn(line), None, "{line}");
        }
    }

    #[test]
    fn a_transcript_needs_several_turns() {
        let three = ["Jane Roe: One.", "John Doe: Two.", "Roe: Three.", "Besides: four."];
        let speakers = Speakers::of(three.into_iter());
        assert!(speakers.turn(three[2]).is_some() && speakers.turn("Besides: four.").is_none());
        assert!(Speakers::of(["Jane Roe: One."].into_iter()).is_empty());
        assert!(Speakers::of(["Bridges: what now", "Roads: later", "Trains: never"].into_iter()).is_empty());
        assert!(!Speakers::of(["Q: Why?", "A: So."].into_iter()).is_empty());
    }

    #[test]
    fn one_question_and_its_answer_are_a_transcript() {
        let met = "Harbour master Anna Lindqvist spoke on Friday.";
        let lines = [met, "Reporter: Why did it stop?", "Lindqvist: The wind was too strong."];
        let speakers = Speakers::of(lines.into_iter());
        assert!(speakers.turn(lines[1]).is_some() && speakers.turn(lines[2]).is_some());
        for lines in [
            // Lines that lead to other articles, and points of a list.
            [met, "Northern War: Can it end?", "Jane Roe: Envoy charged over lost ferry"],
            [met, "Ferry: Why did it stop?", "Wind: It was too strong."],
            [met, "Lindqvist: Why did it stop?", "Lindqvist: The wind was too strong."],
        ] {
            assert!(Speakers::of(lines.into_iter()).is_empty(), "{lines:?}");
        }
    }

    #[test]
    fn points_that_open_with_a_word_are_no_turns() {
        for points in [
            ["Pros: It is cheap.", "Cons: It is old.", "Pros: It is near.", "Cons: It is wet."],
            ["Party: Tidal", "Party: Independent", "Skerry: A tax.", "Party: Tidal"],
        ] {
            assert!(Speakers::of(points.into_iter()).is_empty(), "{points:?}");
        }
        // A surname alone is a speaker's where the text has the whole name, and an initial or a role may ask.
        for lines in [
            ["We met Jane Roe in the harbour.", "Weekly: Why row?", "Roe: It is quiet.", "Weekly: And cold?", "Roe: That too."],
            ["It was a talk at noon.", "WEEKLY: Why row?", "Roe: It is quiet.", "WEEKLY: And cold?", "Roe: That too."],
        ] {
            let speakers = Speakers::of(lines.into_iter());
            assert!(speakers.turn(lines[1]).is_some() && speakers.turn(lines[2]).is_some(), "{lines:?}");
        }
    }

    #[test]
    fn the_floor_passes_on() {
        let mut floor = Floor::default();
        assert_eq!(floor.speaker("Before.", false), None);
        floor.open("Jane Roe");
        assert_eq!(floor.speaker("More.", false).as_deref(), Some("Jane Roe"));
        floor.open("John Doe");
        assert_eq!(floor.speaker("And so we must go.", true).as_deref(), Some("John Doe"));
        assert_eq!(floor.speaker("Mr Doe then left the hall.", true), None);
        assert_eq!(floor.speaker("Nobody followed.", true), None);
    }

    #[test]
    fn single_paragraph_turns_end_with_their_paragraph() {
        let mut floor = Floor::default();
        floor.open("Q");
        floor.open("A");
        assert_eq!(floor.speaker("The interview was held on Monday.", true), None);
    }

    #[test]
    fn remarks() {
        assert!(
            is_remark("(Applause.)")
                && is_remark("[Laughter and applause]")
                && !is_remark("(He left the hall.) Then he came back.")
        );
    }
}
