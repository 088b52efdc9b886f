//! One person's words are not another's, however alike they are; the same words given to two people are one utterance all the
//! same, and what somebody reports of another's words is a version of them.
#![allow(clippy::unwrap_used, missing_docs)]

use rashomon::analysis;
use rashomon::ingest::{self, Options};
use rashomon::model::{Comparison, Story};
use std::path::PathBuf;

/// The two articles held against each other.
fn compared(test: &str, one: &str, other: &str) -> (Story, Comparison) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("mouths-{test}"));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    };
    let rest = [
        "The harbour has been closed since the storm of January. Fishermen say the loss is theirs alone.",
        "Nobody has repaired the harbour since January. The fleet lies idle in the bay.",
    ];
    let sources = [
        file("east.txt", &format!("Talks on the harbour\n\n{one}\n\n{}\n", rest[0])),
        file("west.txt", &format!("Envoys meet at the quay\n\n{other}\n\n{}\n", rest[1])),
    ];
    let story = ingest::load(&sources, &Options::default()).unwrap();
    let comparison = analysis::compare(&story, analysis::DEFAULT_BAR);
    (story, comparison)
}

/// Whether the two articles' sentences with these words stand in one claim.
fn linked(test: &str, one: &str, other: &str, words: [&str; 2]) -> bool {
    let (story, comparison) = compared(test, one, other);
    comparison
        .claims
        .iter()
        .any(|claim| words.iter().all(|words| claim.versions.iter().any(|version| story.text(&version.place).contains(words))))
}

const ADLER: &str = "“Only by joining our forces can we defeat smuggling on the northern coast,” Anna Adler said on Friday.";

/// A report that ends in a quotation.
fn report(speaker: &str) -> String {
    format!(
        "{speaker} said the two coast guards should exchange what they know of ships and their crews, adding that “joining \
         forces is what defeats smuggling on the coast.”"
    )
}

#[test]
fn two_peoples_words_on_one_subject_are_two_utterances() {
    assert!(!linked("two", ADLER, &report("Otto Brandt"), ["Only by joining our forces", "joining forces is what"]));
}

#[test]
fn the_same_persons_words_in_a_report_are_one() {
    assert!(linked("one", ADLER, &report("Anna Adler"), ["Only by joining our forces", "joining forces is what"]));
}

#[test]
fn the_same_words_given_to_another_are_one_utterance() {
    let brandt = ADLER.replace("Anna Adler", "Otto Brandt");
    assert!(linked("same", ADLER, &brandt, ["Only by joining our forces", "Only by joining our forces"]));
}

#[test]
fn of_two_who_speak_in_one_sentence_each_has_their_own_words() {
    let speaker = |test: &str, second: &str| {
        let first = format!(
            "The shipyard owners said they had looked at every plate of the hull in March and found nothing wrong, {second} the ferry \
             was a danger to all who sail on it in winter."
        );
        let other = "The coast guard said on Friday that the ferry was a danger to all who sail on it in winter.";
        let (story, comparison) = compared(test, &first, other);
        let mut versions = comparison.claims.iter().flat_map(|claim| &claim.versions);
        let version = versions.find(|v| v.place.article == 0 && story.text(&v.place).contains("danger")).unwrap();
        version.speaker.clone().unwrap_or_default()
    };
    assert_eq!(speaker("both", "but both the ministry and the coast guard said"), "coast guard");
    assert_eq!(speaker("while", "while the ministry warned that"), "ministry");
    // What the same body adds is its own.
    assert_eq!(speaker("added", "but added that"), "shipyard owners");
}
