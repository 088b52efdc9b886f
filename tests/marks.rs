//! Quotation marks and layouts, one short made-up passage each: which words are quoted, and whose they are.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/quoted.rs"]
mod quoted;

use proptest::prelude::*;
use quoted::{Case, check};
use rashomon::analysis::weigh;
use rashomon::model::{Article, Passage, PassageKind, Story};

#[test]
fn kinds_of_marks() {
    check(
        "kinds",
        &[
            Case {
                tries: "straight double marks, split by the attribution",
                text: "\"The ferry sails at noon,\" Anna Lindqvist said, \"and it will not wait.\"",
                found: &[("The ferry sails at noon,", "Anna Lindqvist"), ("and it will not wait.", "Anna Lindqvist")],
            },
            Case {
                tries: "curly double marks",
                text: "“The ferry sails at noon,” said Anna Lindqvist. “It will not wait.”",
                found: &[("The ferry sails at noon,", "Anna Lindqvist"), ("It will not wait.", "Anna Lindqvist")],
            },
            Case {
                tries: "straight single marks with apostrophes inside",
                text: "'It's the owners' duty, and they've shirked it,' said Tom Berg. 'We won't.'",
                found: &[("It's the owners' duty, and they've shirked it,", "Tom Berg"), ("We won't.", "Tom Berg")],
            },
            Case {
                tries: "curly single marks with apostrophes inside",
                text: "‘It’s the owners’ duty, and they’ve shirked it,’ said Tom Berg. ‘We won’t.’",
                found: &[("It’s the owners’ duty, and they’ve shirked it,", "Tom Berg"), ("We won’t.", "Tom Berg")],
            },
            Case {
                tries: "marks that point the wrong way",
                text: "”The ferry sails at noon,” said Anna Lindqvist.",
                found: &[("The ferry sails at noon,", "Anna Lindqvist")],
            },
            Case {
                tries: "a curly mark closed by a straight one, and the other way round",
                text: "“The ferry sails at noon,\" Anna Lindqvist said. \"It will not wait,” she added.",
                found: &[("The ferry sails at noon,", "Anna Lindqvist"), ("It will not wait,", "Anna Lindqvist")],
            },
            Case {
                tries: "two single signs for a double one",
                text: "''The ferry's off at noon,'' Anna Lindqvist said. Mr. Berg called it ``a dull 'compromise' of a timetable.''",
                found: &[("The ferry's off at noon,", "Anna Lindqvist"), ("a dull 'compromise' of a timetable.", "Berg")],
            },
            Case {
                tries: "guillemets, either way round, with and without spaces",
                text: "« The ferry sails at noon », said Anna Lindqvist. »It will not wait«, she added. Tom Berg spoke of «a dull compromise».",
                found: &[
                    ("The ferry sails at noon", "Anna Lindqvist"),
                    ("It will not wait", "Anna Lindqvist"),
                    ("a dull compromise", "Tom Berg"),
                ],
            },
            Case {
                tries: "low and high marks, closed by either curly sign",
                text: "„The ferry sails at noon“, said Anna Lindqvist. „It will not wait”, she added.",
                found: &[("The ferry sails at noon", "Anna Lindqvist"), ("It will not wait", "Anna Lindqvist")],
            },
            Case {
                tries: "marks as entities of a saved page",
                text: "&ldquo;The ferry sails at noon,&rdquo; said Anna Lindqvist. &quot;It will not wait,&quot; she said.",
                found: &[("The ferry sails at noon,", "Anna Lindqvist"), ("It will not wait,", "Anna Lindqvist")],
            },
            Case {
                tries: "British style: double marks inside single ones",
                text: "'The harbour master told me \"wait and see\", and I'm waiting,' said Tom Berg.",
                found: &[("The harbour master told me \"wait and see\", and I'm waiting,", "Tom Berg")],
            },
            Case {
                tries: "American style: single marks inside double ones, closing together",
                text: "“The harbour master told me, ‘Wait and see,’ and then, ‘Go home,’” said Tom Berg.",
                found: &[("The harbour master told me, ‘Wait and see,’ and then, ‘Go home,’", "Tom Berg")],
            },
            Case {
                tries: "three levels",
                text: "“He wrote, ‘My father said “never” and meant it,’ and signed,” said Tom Berg.",
                found: &[("He wrote, ‘My father said “never” and meant it,’ and signed,", "Tom Berg")],
            },
        ],
    );
}

#[test]
fn signs_that_are_no_marks() {
    check(
        "no-marks",
        &[
            Case {
                tries: "possessives and elisions",
                text: "The fishermen's leaders met the dockers' union in the '90s. It was rock 'n' roll, they'll tell 'em, and the owners' share grew.",
                found: &[],
            },
            Case {
                tries: "feet and inches",
                text: "Tom Berg, who is 6'2\", bought a 40\" screen and a 12' plank on Friday.",
                found: &[],
            },
            Case { tries: "minutes of arc and a prime", text: "The wreck lies at 54°12'30\"N, two miles off Dell.", found: &[] },
            Case {
                tries: "a possessive before a quotation in single marks",
                text: "The dockers' leader, Tom Berg, said: 'The owners' share grew, ours didn't.'",
                found: &[("The owners' share grew, ours didn't.", "Tom Berg")],
            },
            Case {
                tries: "single marks around a few words beside apostrophes",
                text: "Tom Berg's lawyer said the owners' plan was 'worse than useless' and the dockers' fears 'more than justified'.",
                found: &[("worse than useless", "Tom Berg's lawyer"), ("more than justified", "Tom Berg's lawyer")],
            },
        ],
    );
}

#[test]
fn no_speech() {
    check(
        "no-speech",
        &[
            Case {
                tries: "words held at arm's length",
                text: "The \"reform\" took a year. Its so-called “safety net” never came. The ‘experts’ left town.",
                found: &[],
            },
            Case {
                tries: "nicknames",
                text: "John “Johnny Boy” Smith met Carla \"The Ace\" Moretti. Her father, known as “the Duke of Dell Harbour,” died in May.",
                found: &[],
            },
            Case {
                tries: "titles of works",
                text: "Nora Quist, who wrote the novel “The Long Winter of the Heron,” hosts “Good Morning, Dell.” Her film \"Salt and Iron\" opened on Friday.",
                found: &[],
            },
            Case {
                tries: "a title after a comma",
                text: "In her memoir, “A Lighthouse Keeper’s Daughter: The Years Before the War and the Silence After,” Nora Quist left the flood out.",
                found: &[],
            },
            Case {
                tries: "several titles in a row",
                text: "She starred in “The Glass Pier,” “Two for the Tide” and “Nobody’s Harbour.”",
                found: &[],
            },
            Case {
                tries: "one word that is speech all the same",
                text: "“No,” said Tom Berg. Asked again, he said, “Never.”",
                found: &[("No,", "Tom Berg"), ("Never.", "Tom Berg")],
            },
            Case {
                tries: "a slogan that is shouted is speech",
                text: "The crowd chanted “Save Our Harbour” for an hour.",
                found: &[("Save Our Harbour", "crowd")],
            },
            Case {
                tries: "a judgement in title case is speech",
                text: "Tom Berg called her “the Iron Queen of the Docks” in May.",
                found: &[("the Iron Queen of the Docks", "Tom Berg")],
            },
        ],
    );
}

#[test]
fn over_paragraphs() {
    check(
        "paragraphs",
        &[
            Case {
                tries: "a mark opened again in each paragraph, closed in the last",
                text: "“The first winter was hard,” Anna Lindqvist said.\n\n“We burned the chairs.\n\n“Then we burned the boats.\n\n“In spring we sang.”\n\nNobody replied.",
                found: &[
                    ("The first winter was hard,", "Anna Lindqvist"),
                    ("We burned the chairs.", "Anna Lindqvist"),
                    ("Then we burned the boats.", "Anna Lindqvist"),
                    ("In spring we sang.", "Anna Lindqvist"),
                ],
            },
            Case {
                tries: "the attribution only in the last paragraph of several",
                text: "Tom Berg had left long before.\n\n“The first winter was hard. We burned the chairs.\n\n“Then we burned the boats,” Anna Lindqvist said.",
                found: &[("The first … chairs.", "Anna Lindqvist"), ("Then we burned the boats,", "Anna Lindqvist")],
            },
            Case {
                tries: "single marks left open at a paragraph's end",
                text: "Tom Berg told the court: 'The first winter was hard, and nobody's help came.\n\n'Then we burned the boats.'",
                found: &[("The first … came.", "Tom Berg"), ("Then we burned the boats.", "Tom Berg")],
            },
            Case {
                tries: "left open and never closed",
                text: "Tom Berg said: “The first winter was hard.\n\nThe council meets again on Monday.",
                found: &[("The first winter was hard.", "Tom Berg")],
            },
            Case {
                tries: "torn in the middle of a sentence",
                text: "“We shall rebuild the\n\nharbour,” said Anna Lindqvist.",
                found: &[("We shall rebuild the harbour,", "Anna Lindqvist")],
            },
            Case {
                tries: "a caption between two paragraphs of one utterance",
                text: "Anna Lindqvist said: “The first winter was hard.\n\nPhoto: The harbour in winter\n\n“Then we burned the boats.”",
                found: &[("The first winter was hard.", "Anna Lindqvist"), ("Then we burned the boats.", "Anna Lindqvist")],
            },
            Case {
                tries: "paragraphs that each stand closed",
                text: "Anna Lindqvist spoke for an hour.\n\n“The first winter was hard.”\n\n“Then we burned the boats.”",
                found: &[("The first winter was hard.", "Anna Lindqvist"), ("Then we burned the boats.", "Anna Lindqvist")],
            },
        ],
    );
}

#[test]
fn layouts() {
    check(
        "layouts",
        &[
            Case {
                tries: "broken by mark-up",
                text: "<p>&ldquo;The ferry <b>must</b> sail,&rdquo; said <a href=\"/al\">Anna Lindqvist</a>.</p>",
                found: &[("The ferry must sail,", "Anna Lindqvist")],
            },
            Case {
                tries: "broken by Markdown",
                text: "*“The ferry **must** sail,”* said [Anna Lindqvist](https://example.org/al). **\"It will,\"** she added.",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("It will,", "Anna Lindqvist")],
            },
            Case {
                tries: "no space after the closing mark",
                text: "\"The ferry must sail,\"said Anna Lindqvist. \"It will,\"she added.",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("It will,", "Anna Lindqvist")],
            },
            Case {
                tries: "turns of a transcript, with the language in brackets",
                text: "Anna Lindqvist (in Swedish): The ferry must sail.\n\nIt always has.\n\nTom Berg: Not in this wind.\n\nAnna Lindqvist: Then we row.",
                found: &[
                    ("The ferry must sail.", "Anna Lindqvist"),
                    ("It always has.", "Anna Lindqvist"),
                    ("Not in this wind.", "Tom Berg"),
                    ("Then we row.", "Anna Lindqvist"),
                ],
            },
            Case {
                tries: "turns in capitals",
                text: "MS. LINDQVIST: The ferry must sail.\n\nMR. BERG: Not in this wind.\n\nMS. LINDQVIST: Then we row.",
                found: &[
                    ("The ferry must sail.", "MS. LINDQVIST"),
                    ("Not in this wind.", "MR. BERG"),
                    ("Then we row.", "MS. LINDQVIST"),
                ],
            },
            Case {
                tries: "turns in capitals, of people whom the text names",
                text: "Anna Lindqvist and Tom Berg met the press on Monday.\n\nMS. LINDQVIST: The ferry must sail.\n\nMR. BERG: Not in this wind.\n\nMS. LINDQVIST: Then we row.",
                found: &[
                    ("The ferry must sail.", "Anna Lindqvist"),
                    ("Not in this wind.", "Tom Berg"),
                    ("Then we row.", "Anna Lindqvist"),
                ],
            },
            Case {
                tries: "questions and answers",
                text: "Anna Lindqvist, who runs the ferry, spoke to us on Monday.\n\nQ: Will it sail?\n\nA: It must.\n\nQ: In this wind?\n\nA: We have rowed before.",
                found: &[
                    ("Will it sail?", "Q"),
                    ("It must.", "Anna Lindqvist"),
                    ("In this wind?", "Q"),
                    ("We have rowed before.", "Anna Lindqvist"),
                ],
            },
            Case {
                tries: "a quotation as a headline between paragraphs",
                text: "Anna Lindqvist spoke on Monday.\n\n## ‘The ferry must sail’\n\nShe gave no date.",
                found: &[("The ferry must sail", "Anna Lindqvist")],
            },
            Case {
                tries: "a pull quote with its speaker below",
                text: "The harbour was quiet on Monday.\n\n> “The ferry must sail, whatever the wind.”\n> — Anna Lindqvist\n\nNobody had slept.",
                found: &[("The ferry must sail, whatever the wind.", "Anna Lindqvist")],
            },
            Case {
                tries: "what somebody wrote, in a quotation within a letter's paragraph",
                text: "In a letter to the council on Monday, Ms. Lindqvist wrote: “The ferry must sail.”",
                found: &[("The ferry must sail.", "Lindqvist")],
            },
        ],
    );
}

/// Words and signs of attributions, put together in any order.
const PIECES: [&str; 64] = [
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "''",
    "«",
    "»",
    "„",
    ",",
    ".",
    "?",
    "!",
    ":",
    ";",
    "—",
    "-",
    "(",
    ")",
    "…",
    "’s",
    "said",
    "says",
    "say",
    "saying",
    "told",
    "tell",
    "called",
    "quoted",
    "as",
    "according",
    "to",
    "by",
    "who",
    "which",
    "that",
    "and",
    "but",
    "was",
    "described",
    "heard",
    "read",
    "put",
    "it",
    "he",
    "she",
    "they",
    "I",
    "the",
    "a",
    "of",
    "for",
    "in",
    "letter",
    "report",
    "mayor",
    "spokeswoman",
    "officials",
    "Anna Lindqvist",
    "Tom Berg",
    "Ms. Lindqvist",
    "Dell Gazette",
    "54",
];

fn page(parts: &[Vec<&str>]) -> Story {
    let passages =
        parts.iter().map(|words| Passage { kind: PassageKind::Paragraph, speaker: None, text: words.join(" "), lines: (1, 1) });
    Story { articles: vec![Article { passages: passages.collect(), ..Article::default() }], ..Story::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    /// Whatever stands in whatever order: the analysis comes to an end, and what it quotes is in the text, in order.
    #[test]
    fn any_words_in_any_order(parts in proptest::collection::vec(proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..14), 1..5)) {
        let story = page(&parts);
        let evidence = weigh(&story);
        for pair in evidence.quotations.windows(2) {
            prop_assert!(pair[0].place <= pair[1].place);
        }
        for quotation in &evidence.quotations {
            prop_assert!(!story.text(&quotation.place).is_empty());
        }
    }
}
