//! Reported speech: which sentences tell what somebody said, who that is, and which only tell. Made-up sentences, each
//! after one that introduces Anna Lindqvist and Tom Berg.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use rashomon::analysis::weigh;
use rashomon::model::Form::{self, Direct, Indirect, Narrated};
use rashomon::model::{Article, Passage, PassageKind, Story};

/// The form and speaker of the statement that a passage of its own makes; the first where it makes several.
fn told(text: &str, kind: PassageKind) -> (Form, String) {
    let passage = |kind, text: &str| Passage { kind, speaker: None, lines: (0, 0), text: text.to_owned() };
    let before = passage(PassageKind::Paragraph, "Harbour master Anna Lindqvist and docker Tom Berg met in Dell on Monday.");
    let passages = vec![before, passage(kind, text)];
    let story = Story { articles: vec![Article { passages, ..Article::default() }], ..Story::default() };
    let evidence = weigh(&story);
    let statement = evidence.statements.iter().find(|s| s.place.passage == 1).expect("a statement");
    (statement.form, statement.speaker.clone().unwrap_or_default())
}

fn check(kind: PassageKind, cases: &[(&str, Form, &str)]) {
    let mut failed = String::new();
    for (text, form, speaker) in cases {
        let found = told(text, kind);
        if (found.0, found.1.as_str()) != (*form, *speaker) {
            failed += &format!("\n{text}\n  wanted {form:?} {speaker:?}, found {found:?}\n");
        }
    }
    assert!(failed.is_empty(), "{failed}");
}

#[test]
fn what_somebody_said() {
    check(
        PassageKind::Paragraph,
        &[
            ("Lindqvist said the ferry would sail on Friday whatever the wind.", Indirect, "Anna Lindqvist"),
            ("The ferry would sail on Friday whatever the wind, Berg told reporters.", Indirect, "Tom Berg"),
            (
                "The ferry would sail on Friday, Berg told the council, and nobody would be left on the quay.",
                Indirect,
                "Tom Berg",
            ),
            ("The ferry would sail on Friday, the harbour master, Anna Lindqvist, told the council.", Indirect, "Anna Lindqvist"),
            ("According to Lindqvist, the ferry has never missed a winter.", Indirect, "Anna Lindqvist"),
            ("The ferry has never missed a winter, according to an analysis by Tom Berg.", Indirect, "Tom Berg"),
            ("Berg called Wednesday for the council to buy a new ferry.", Indirect, "Tom Berg"),
            ("Berg denied that he had ever been paid by the owners.", Indirect, "Tom Berg"),
            ("Lindqvist accused the owners of letting the ferry rot.", Indirect, "Anna Lindqvist"),
            ("Lindqvist promised not to raise the fares before spring.", Indirect, "Anna Lindqvist"),
            ("Lindqvist, who on Tuesday endorsed the plan, said Wednesday it came too late.", Indirect, "Anna Lindqvist"),
            ("Berg barked that the hull was as thin as paper.", Indirect, "Tom Berg"),
            ("Even dockers who might agree with the plan swiftly said it came too late.", Indirect, "dockers"),
            ("The council's complaint to the board on harbour safety says the hull is thin.", Indirect, "council's complaint"),
            ("Berg called her a menace to every boat on the coast.", Indirect, "Tom Berg"),
            ("Lindqvist said the hull was “thinner than paper” and would not last.", Indirect, "Anna Lindqvist"),
            (
                "A Norwegian company that wants to buy a dockyard in the Czech Republic has confirmed that it would close the slip.",
                Indirect,
                "Norwegian company",
            ),
            (
                "The ferry has been held since April over its papers, according to the Norwegian authorities.",
                Indirect,
                "Norwegian authorities",
            ),
            ("The Department of Justice said the guards came with a private firm.", Indirect, "Department of Justice"),
            ("Neighbours of the docker told the Gazette that he kept to himself.", Indirect, "neighbours of the docker"),
            ("A second source said that the row began at the end of last week.", Indirect, "second source"),
            (
                "The Special Harbour Committee on Winter Fishing said the quay would be closed.",
                Indirect,
                "Special Harbour Committee",
            ),
            ("Berg responded by saying that the hull was as thin as paper.", Indirect, "Tom Berg"),
            ("Police say the row began when dockers refused to leave the quay.", Indirect, "police"),
            ("A source close to Lindqvist told the Gazette that the ferry would be sold.", Indirect, "source close to Lindqvist"),
            (
                "The ferry will be sold, according to opposition parties reacting to the plan of the council.",
                Indirect,
                "opposition parties",
            ),
            ("The students walked off the quay as they demanded that the council sell the ferry.", Indirect, "students"),
            ("Berg declined to say whether the ferry would ever sail again.", Indirect, "Tom Berg"),
            ("Harbour Marine of Vancouver announced on Monday that it would buy the ferry.", Indirect, "Harbour Marine"),
        ],
    );
}

#[test]
fn what_somebody_says_in_their_own_words() {
    check(
        PassageKind::Paragraph,
        &[
            ("“It is paper,” said Tom Berg, a docker who has worked on the quay for thirty years.", Direct, "Tom Berg"),
            ("She went further late on Monday evening, telling the Dell Gazette: “It is paper.”", Direct, "Anna Lindqvist"),
        ],
    );
}

#[test]
fn what_is_only_told() {
    check(
        PassageKind::Paragraph,
        &[
            ("The ferry sailed on Friday with forty people and six goats.", Narrated, ""),
            ("Her recently revealed plan for a new quay costs nine million.", Narrated, ""),
            ("Those words echoed remarks about the flood of 1987 all along the coast.", Narrated, ""),
            ("Lindqvist called both owners on Tuesday night and met them later.", Narrated, ""),
            ("They have not seen that crowd of gulls on the quay for years.", Narrated, ""),
            ("A dog barked at a wet stone, and by noon the whole of Dell stood on the quay.", Narrated, ""),
            ("The hull groaned under the load while the crowd sobbed on the quay.", Narrated, ""),
            ("Rumours among dockers about Berg rejected by the harbour police.", Narrated, ""),
            ("The dockers began on Monday a strike threatened by Berg in May.", Narrated, ""),
            ("Clashes over alleged theft on the quay marked the night in Dell.", Narrated, ""),
            ("Three more ferries were reported to have been lost in the storm.", Narrated, ""),
            ("It was said in the crowd that Berg had sunk the ferry himself.", Narrated, ""),
            ("Takings at the harbour declined 50 per cent from the year before.", Narrated, ""),
            ("Crews responded to the fire on the quay at half past seven.", Narrated, ""),
            ("All signs pointed to a long winter on the quay at Dell.", Narrated, ""),
            ("Lindqvist met anger on the quay as she left, calling the owners by telephone.", Narrated, ""),
        ],
    );
}

#[test]
fn headlines_that_capitalise_every_word() {
    check(
        PassageKind::Heading,
        &[
            ("Lindqvist Calls For Ending Winter Fares, Night Boats", Indirect, "Anna Lindqvist"),
            ("Berg Meets Harbour Master Lindqvist, Says Ferry Must Sail", Indirect, "Tom Berg"),
            ("Ferry Sails With Forty People And Goats Aboard", Narrated, ""),
        ],
    );
}
