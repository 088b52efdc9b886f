//! Who said it where an office, a place, a document or a crowd stands in the way: for each rule what it must catch and what it must
//! leave alone.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/quoted.rs"]
mod quoted;

use quoted::{Case, check};

#[test]
fn nobody_says_what_was_said() {
    check(
        "nobody",
        &[
            Case {
                tries: "said in the crowd, said to be: nobody says it",
                text: "The Harbour Board met on Friday. It was said in the crowd that the mayor was “a liar and a thief.” Anna Lindqvist was said to be “furious about the whole affair.”",
                found: &[("a liar and a thief.", ""), ("furious about the whole affair.", "")],
            },
            Case {
                tries: "quoted as saying, reported to have said: somebody does",
                text: "Anna Lindqvist was quoted as saying that the ferry was “a floating coffin.” Tom Berg is reported to have said it was “as thin as paper.”",
                found: &[("a floating coffin.", "Anna Lindqvist"), ("as thin as paper.", "Tom Berg")],
            },
        ],
    );
}

#[test]
fn offices_and_their_holders() {
    check(
        "offices",
        &[
            Case {
                tries: "an office of two words that are both titles",
                text: "The Attorney General of Ruritania said the bank had been “a willing helper of thieves.”",
                found: &[("a willing helper of thieves.", "Attorney General of Ruritania")],
            },
            Case {
                tries: "its holder behind it, and one to a country",
                text: "“The ferry must sail,” said Attorney General Anna Lindqvist. “It will,” said the Norwegian ambassador to Kenya Akinsola Oduro. Mr. Oduro added: “It always has.”",
                found: &[
                    ("The ferry must sail,", "Anna Lindqvist"),
                    ("It will,", "Akinsola Oduro"),
                    ("It always has.", "Akinsola Oduro"),
                ],
            },
            Case {
                tries: "a member of parliament with the party before",
                text: "HF MP Ghazal Oduro said the move was “a step into the deep.” The HF, she added, would “fight it to the last boat.”",
                found: &[("a step into the deep.", "Ghazal Oduro"), ("fight it to the last boat.", "Ghazal Oduro")],
            },
            Case {
                tries: "what somebody does, with the capital of the sentence; a name that no list knows in an insertion",
                text: "Rescuer Suyo Min-lee said workers cut through walls. “It takes a few hours,” Suyo said. The director of the harbour office, Zhangu Zhiju, said it was “willing to send a team.”",
                found: &[("It takes a few hours,", "Suyo Min-lee"), ("willing to send a team.", "Zhangu Zhiju")],
            },
            Case {
                tries: "an initial before a family name that is a word as well",
                text: "Harbour union president Horace V. Quill wrote that the union supports the plan. “We do not know if it will come,” he added.",
                found: &[("We do not know if it will come,", "Horace V. Quill")],
            },
        ],
    );
}

#[test]
fn a_clause_behind_a_comma_is_no_apposition() {
    check(
        "clause",
        &[
            Case {
                tries: "the chief said, behind a street; a source said, behind a name",
                text: "Officers found the man in Bergen Street, the chief said. “He had run,” the chief added.\n\nThe singer will marry Tom Berg, a source close to the harbour said. “She wants it to be loud,” said the source.",
                found: &[("He had run,", "chief"), ("She wants it to be loud,", "source")],
            },
            Case {
                tries: "an apposition that a comma closes, or that opens the sentence",
                text: "The council heard Tom Berg, the harbour chief, on Friday. “He had run,” the harbour chief said.\n\nAnna Lindqvist, the mayor of Dell said no. “It will not sail,” the mayor said.",
                found: &[("He had run,", "Tom Berg"), ("It will not sail,", "Anna Lindqvist")],
            },
        ],
    );
}

#[test]
fn who_they_and_it_are() {
    check(
        "they",
        &[
            Case {
                tries: "the people whom a clause with a present is about",
                text: "The unions say they noted the remarks of Tom Berg on Friday.\n\n“We have no agreement at all with the owners of the ferry.”",
                found: &[("We have no agreement at all with the owners of the ferry.", "unions")],
            },
            Case {
                tries: "a statement by somebody speaks as it",
                text: "A statement on Friday by Oyelaran Tiwa, the mayor’s spokesman, recalled that the Harbour Board had been told.\n\n“The ferry has been brought under control,” it noted.",
                found: &[("The ferry has been brought under control,", "Oyelaran Tiwa")],
            },
            Case {
                tries: "a body named since is it",
                text: "A statement on Friday by Tom Berg recalled the storm. The Harbour Board met at noon.\n\n“The ferry has been brought under control,” it noted.",
                found: &[("The ferry has been brought under control,", "Harbour Board")],
            },
            Case {
                tries: "a party that accuses another is not that one",
                text: "The Tidal Party met on Friday. The party accused the Tidal Party of “a long tale of lies.”",
                found: &[("a long tale of lies.", "party")],
            },
            Case {
                tries: "who a pronoun means in front of a relative clause about others",
                text: "Mayor Tom Berg has praised dockers who have rallied around the town in the north as he warned there was “much left to mend.”",
                found: &[("much left to mend.", "Tom Berg")],
            },
            Case {
                tries: "who said the last sentence, at its end",
                text: "The harbour chief has broken every rule, Dell councillor Tom Berg, who was also a candidate, said. “He should resign at once,” he said.",
                found: &[("He should resign at once,", "Tom Berg")],
            },
        ],
    );
}

#[test]
fn short_names_mean_who_was_named_in_full() {
    check(
        "short",
        &[
            Case {
                tries: "a first name that is a place's as well",
                text: "Georgia Steele took to the stage with Tom Berg. “I am very sad to go,” she said.\n\n“I will always care,” Georgia concluded.",
                found: &[("I am very sad to go,", "Georgia Steele"), ("I will always care,", "Georgia Steele")],
            },
            Case {
                tries: "a country that nobody bears as a name",
                text: "The foreign ministers met on Monday with Tom Berg.\n\n“We will always care,” Georgia said in a statement.",
                found: &[("We will always care,", "Georgia")],
            },
            Case {
                tries: "a family name that nothing tells the kind of, then he",
                text: "The house heard of Anton Kvale, who will not be sent home. Oduro says he does not see why. “It is a great pity,” he says.",
                found: &[("It is a great pity,", "Oduro")],
            },
            Case {
                tries: "the same with what its bearer does behind a comma",
                text: "The house heard of Anton Kvale. Desso Morrin, the convener for the union, said nothing had moved yet. “It is a great pity,” he said.",
                found: &[("It is a great pity,", "Desso Morrin")],
            },
            Case {
                tries: "whom a party's possessive stands before, by a name that no list knows",
                text: "The Harbour Front's Radhiko Kheda said that Tom Berg had lied. “A vote was cast by nobody,” she added.",
                found: &[("A vote was cast by nobody,", "Radhiko Kheda")],
            },
            Case {
                tries: "a heading or a caption between two paragraphs of one speech",
                text: "“The ferry must sail,” said a harbour spokeswoman.\n\nA HARD WEEK IN DELL\n\n“We have no other road in the winter and none in the spring.",
                found: &[
                    ("The ferry must sail,", "harbour spokeswoman"),
                    ("We have no other road in the winter and none in the spring.", "harbour spokeswoman"),
                ],
            },
        ],
    );
}

#[test]
fn whom_a_participle_or_a_preposition_stands_before() {
    check(
        "participles",
        &[
            Case {
                tries: "a source speaking to a paper; a police official",
                text: "Another harbour source speaking to the Dell Gazette said, “The hull is as thin as paper.” “We saw it all,” a police official said.",
                found: &[("The hull is as thin as paper.", "another harbour source"), ("We saw it all,", "police official")],
            },
            Case {
                tries: "a statement that somebody sent says nothing itself",
                text: "In a statement emailed to The Harbour Post, Dell Airlines did not speak of the merger, but said that it would be “a great day for the firm.”",
                found: &[("a great day for the firm.", "Dell Airlines")],
            },
            Case {
                tries: "but one that somebody read does",
                text: "A statement emailed on Friday said the merger would be “a great day for the firm.”",
                found: &[("a great day for the firm.", "statement")],
            },
        ],
    );
}

#[test]
fn who_has_no_name_is_he_or_she() {
    check(
        "nameless",
        &[
            Case {
                tries: "a neighbour who does something, a doctor at a house that has a king's name",
                text: "A neighbour, who only gave her name as Petra, described the fire as a horror. “It woke the whole street,” she said.\n\nA doctor at the King Aldric Teaching Hospital said it was too early to tell. “We will share the outcome,” he told reporters.",
                found: &[
                    ("It woke the whole street,", "neighbour"),
                    ("We will share the outcome,", "doctor at the King Aldric Teaching Hospital"),
                ],
            },
            Case {
                tries: "somebody with a name since is he",
                text: "A neighbour saw the fire from the road. Tom Berg came by at noon. “It woke the whole street,” he said.",
                found: &[("It woke the whole street,", "Tom Berg")],
            },
            Case {
                tries: "whom a clause before the main one is about says nothing",
                text: "Another neighbour, who did not give his name, said the man was quiet. He said while his son fetched a ladder, he tried to break a window of the house, which was “one red glow from end to end.”",
                found: &[("one red glow from end to end.", "another neighbour")],
            },
            Case {
                tries: "during somebody's speech another was loud",
                text: "Peter Holm was loud at the meeting. During Tom Berg's speech, guards asked the docker to leave. “They are stripping us of all we had,” he said.",
                found: &[("They are stripping us of all we had,", "Peter Holm")],
            },
            Case {
                tries: "somebody whose plan failed",
                text: "Tom Berg's plan failed on Friday. “They are stripping us of all we had,” he said.",
                found: &[("They are stripping us of all we had,", "Tom Berg")],
            },
            Case {
                tries: "the people a sentence opens with",
                text: "Protesters were let in by Mayor Tom Berg, but they insisted that they would “stay until the last crane is gone.”",
                found: &[("stay until the last crane is gone.", "protesters")],
            },
            Case {
                tries: "what the last sentence's end names goes on",
                text: "Tom Berg met the press. Police were called after the man was found, which is the rule, inspector Anna Lindqvist said.\n\n“We found that it needed a bit more time and more men.”",
                found: &[("We found that it needed a bit more time and more men.", "Anna Lindqvist")],
            },
            Case {
                tries: "a few words in a sentence that nobody is said to say",
                text: "“I could not get near,” Tom Berg said.\n\nThe fire began with a bang “like an earthquake,” and the quay shook.",
                found: &[("I could not get near,", "Tom Berg"), ("like an earthquake,", "")],
            },
            Case {
                tries: "what begins with a bang says nothing",
                text: "A great fire began with a bang that was “as loud as an earthquake under the quay.”",
                found: &[("as loud as an earthquake under the quay.", "")],
            },
            Case {
                tries: "two offices of one",
                text: "“I support the call,” said Harbour Spokesman and Chief Fishing Counsel Anna Lindqvist. “I do not,” said a docker and Tom Berg.",
                found: &[("I support the call,", "Anna Lindqvist"), ("I do not,", "docker")],
            },
        ],
    );
}

#[test]
fn names_before_a_colon_and_counted_sources() {
    check(
        "colon",
        &[
            Case {
                tries: "a name that no list knows, alone before a colon",
                text: "Guuso Haddink: “I am satisfied with the match and the result.”\n\nSamo Allardi: “They had more of the ball.”",
                found: &[
                    ("I am satisfied with the match and the result.", "Guuso Haddink"),
                    ("They had more of the ball.", "Samo Allardi"),
                ],
            },
            Case {
                tries: "a heading before a colon is no name",
                text: "Anna Lindqvist spoke on the quay.\n\nOn the ferry: “It must sail whatever the wind may be.”",
                found: &[("It must sail whatever the wind may be.", "Anna Lindqvist")],
            },
            Case {
                tries: "one, and another",
                text: "“It burned all night,” said one docker. “We saw it all,” said another. “So did we,” said another neighbour.",
                found: &[
                    ("It burned all night,", "one docker"),
                    ("We saw it all,", "another"),
                    ("So did we,", "another neighbour"),
                ],
            },
            Case {
                tries: "one source of some kind, and a notice that reads",
                text: "“He was under siege in his own town,” said one well-placed source, who would not be named. “The pier is closed until May,” read a police notice seen on Saturday.",
                found: &[
                    ("He was under siege in his own town,", "one well-placed source"),
                    ("The pier is closed until May,", "police notice"),
                ],
            },
            Case {
                tries: "a body of the country, town or island is called without it, one of a firm is not",
                text: "“The vote was void,” the country’s highest court said. “We were not asked,” the firm’s night watchmen said.",
                found: &[("The vote was void,", "highest court"), ("We were not asked,", "firm’s night watchmen")],
            },
            Case {
                tries: "here is whom a trainer's team belongs to",
                text: "Here is Dell coach Anna Lindqvist, trying to tell when her knee will heal.\n\n“I cannot name a week for it, to be honest.”",
                found: &[("I cannot name a week for it, to be honest.", "Anna Lindqvist")],
            },
        ],
    );
}
