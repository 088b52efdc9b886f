//! Who said it: one short made-up passage for each way in which newspapers tell.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/quoted.rs"]
mod quoted;

use quoted::{Case, check};

#[test]
fn cue_verbs() {
    check(
        "cues",
        &[
            Case {
                tries: "before, with a colon; before, with that",
                text: "Anna Lindqvist said: “The ferry must sail.” Tom Berg insisted that the wind was “far too strong for it.”",
                found: &[("The ferry must sail.", "Anna Lindqvist"), ("far too strong for it.", "Tom Berg")],
            },
            Case {
                tries: "inverted, with an apposition behind",
                text: "“The ferry must sail,” said Anna Lindqvist, the harbour master of Dell. “It always has,” added Tom Berg, a docker.",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("It always has,", "Tom Berg")],
            },
            Case {
                tries: "a question or a cry, then name and verb",
                text: "“Would the ferry sail without him?” Dell harbour master Anna Lindqvist asked. “Never!” the crowd shouted.",
                found: &[("Would the ferry sail without him?", "Anna Lindqvist"), ("Never!", "crowd")],
            },
            Case {
                tries: "told an agency; told it on a day",
                text: "“The ferry must sail,” Anna Lindqvist told AFP on Monday. “It will,” Tom Berg told reporters in Dell.",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("It will,", "Tom Berg")],
            },
            Case {
                tries: "according to, on either side",
                text: "According to Anna Lindqvist, the ferry is “the only road we have.” It is “a floating coffin,” according to Tom Berg, a docker.",
                found: &[("the only road we have.", "Anna Lindqvist"), ("a floating coffin,", "Tom Berg")],
            },
            Case {
                tries: "an apposition between name and verb",
                text: "“The ferry must sail,” Anna Lindqvist, who has run the harbour since the flood, said on Monday.",
                found: &[("The ferry must sail,", "Anna Lindqvist")],
            },
            Case {
                tries: "an apposition that nobody closed",
                text: "“The ferry must sail,” Anna Lindqvist, the assistant harbour master said Tuesday. Tom Berg, chief engineer at Dell Dockyard Company says the hull is “as thin as paper.”",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("as thin as paper.", "Tom Berg")],
            },
            Case {
                tries: "the name inside the apposition",
                text: "“The ferry must sail,” the harbour master, Anna Lindqvist, said. “It will,” said another witness, Tom Berg.",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("It will,", "Tom Berg")],
            },
            Case {
                tries: "work and employer before the name",
                text: "“The hull is thin,” said Dell Dockyard advanced materials engineer Tom Berg. “It is paper,” said local baker and blogger Nora Quist.",
                found: &[("The hull is thin,", "Tom Berg"), ("It is paper,", "Nora Quist")],
            },
            Case {
                tries: "verbs that are not said",
                text: "“The ferry must sail,” Anna Lindqvist tweeted. “Must it,” sighed Tom Berg. “It must,” Nora Quist shot back.",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("Must it,", "Tom Berg"), ("It must,", "Nora Quist")],
            },
            Case {
                tries: "a participle",
                text: "Anna Lindqvist defended the timetable, calling it “the only honest one on this coast.” Tom Berg laughed, saying, “We shall see.”",
                found: &[("the only honest one on this coast.", "Anna Lindqvist"), ("We shall see.", "Tom Berg")],
            },
            Case {
                tries: "one who quotes another",
                text: "“The boat just turned over,” the Dell Gazette quoted witness Nora Quist as saying. Tom Berg was quoted by the paper as saying, “I swam.”",
                found: &[("The boat just turned over,", "Nora Quist"), ("I swam.", "Tom Berg")],
            },
            Case {
                tries: "judged by somebody in the passive",
                text: "The timetable was described by Anna Lindqvist as “the only honest one on this coast.”",
                found: &[("the only honest one on this coast.", "Anna Lindqvist")],
            },
            Case {
                tries: "judged in the passive by nobody",
                text: "Tom Berg spoke first. The ferry has been described as “the slowest boat in the north.”",
                found: &[("the slowest boat in the north.", "")],
            },
            Case {
                tries: "a clause of time after the quotation is no attribution",
                text: "Anna Lindqvist told Tom Berg in a steady voice, “You did not break us,” as her mother began to weep.",
                found: &[("You did not break us,", "Anna Lindqvist")],
            },
            Case {
                tries: "headline style: a name and a colon",
                text: "Lindqvist: ‘The ferry must sail’\n\nAnna Lindqvist spoke on Monday.",
                found: &[("The ferry must sail", "Anna Lindqvist")],
            },
            Case {
                tries: "the verb after a parenthesis of party and place",
                text: "“The ferry must sail,” Sen. Anna Lindqvist (R-Dell) said. Rep. Tom Berg, D-Harwick, replied: “It won't.”",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("It won't.", "Tom Berg")],
            },
        ],
    );
}

#[test]
fn pieces_in_reported_speech() {
    check(
        "pieces",
        &[
            Case {
                tries: "a piece in the object of what was said",
                text: "Anna Lindqvist said Tom Berg had withdrawn his offer and was “out of the race for good.”",
                found: &[("out of the race for good.", "Anna Lindqvist")],
            },
            Case {
                tries: "an inner subject that only shows",
                text: "Anna Lindqvist, who once ran the harbour, said the flood showed that “nobody listens to the tide.”",
                found: &[("nobody listens to the tide.", "Anna Lindqvist")],
            },
            Case {
                tries: "somebody's words told by another are the first one's",
                text: "Anna Lindqvist said Tom Berg called the ferry “a floating coffin.”",
                found: &[("a floating coffin.", "Tom Berg")],
            },
            Case {
                tries: "two pieces and an attribution at the end",
                text: "The timetable is “an honest one” but comes “years too late,” Anna Lindqvist said.",
                found: &[("an honest one", "Anna Lindqvist"), ("years too late,", "Anna Lindqvist")],
            },
            Case {
                tries: "a relative clause with its own description",
                text: "Tom Berg said the ferry, which he described as “a floating coffin,” is about 60 years old.",
                found: &[("a floating coffin,", "Tom Berg")],
            },
            Case {
                tries: "because of what he said at a meeting with others",
                text: "At a breakfast Tuesday with Dell Business News, he said he would do so not because of “any quarrel with Anna,” Tom Berg's office confirmed.",
                found: &[("any quarrel with Anna,", "Tom Berg's office")],
            },
            Case {
                tries: "in an interview with somebody",
                text: "In an interview with Nora Quist of Dell Radio on Monday, Tom Berg said the ferry was “a floating coffin.”",
                found: &[("a floating coffin.", "Tom Berg")],
            },
        ],
    );
}

#[test]
fn one_person_under_many_names() {
    check(
        "persons",
        &[
            Case {
                tries: "pronouns",
                text: "Anna Lindqvist met Tom Berg on Monday. “The ferry must sail,” she said. “It won't,” he replied.",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("It won't,", "Tom Berg")],
            },
            Case {
                tries: "a pronoun means who spoke last, not who is spoken of",
                text: "“The hull is thin,” Tom Berg said.\n\nThe captain, Olaf Strand, drowned in the flood of 1987.\n\n“There was no warning,” he said.",
                found: &[("The hull is thin,", "Tom Berg"), ("There was no warning,", "Tom Berg")],
            },
            Case {
                tries: "office, form of address and family name",
                text: "Prime Minister Anna Lindqvist opened the dock.\n\n“The ferry must sail,” Ms. Lindqvist said. “It always has,” the prime minister added.\n\n“We need it,” said Lindqvist.",
                found: &[
                    ("The ferry must sail,", "Anna Lindqvist"),
                    ("It always has,", "Anna Lindqvist"),
                    ("We need it,", "Anna Lindqvist"),
                ],
            },
            Case {
                tries: "a party's leader by his office",
                text: "Tom Berg, leader of the Harbour Front, came by sea.\n\n“The ferry must sail,” the Harbour Front leader said.",
                found: &[("The ferry must sail,", "Tom Berg")],
            },
            Case {
                tries: "who goes on without attribution",
                text: "“The ferry must sail,” said Anna Lindqvist. “It always has. It is our road.”",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("It always has. It is our road.", "Anna Lindqvist")],
            },
            Case {
                tries: "a suffix and a first name alone",
                text: "“The hull is thin,” said Tom Berg Jr. “It is paper,” Tom added.",
                found: &[("The hull is thin,", "Tom Berg Jr."), ("It is paper,", "Tom Berg Jr.")],
            },
            Case {
                tries: "names that no list holds",
                text: "“The ferry must sail,” said Oyelaran Tiwa, a docker. “It will,” Tiwa said.",
                found: &[("The ferry must sail,", "Oyelaran Tiwa"), ("It will,", "Oyelaran Tiwa")],
            },
        ],
    );
}

#[test]
fn many_and_bodies() {
    check(
        "bodies",
        &[
            Case {
                tries: "a palace, a ministry, a company",
                text: "“The talks were useful,” the Kremlin said. “They were not,” the Defence Ministry replied. “We regret it,” said Mozilla in a statement.",
                found: &[
                    ("The talks were useful,", "Kremlin"),
                    ("They were not,", "Defence Ministry"),
                    ("We regret it,", "Mozilla"),
                ],
            },
            Case {
                tries: "people in the plural",
                text: "“The ferry must sail,” aides said. “It is our road,” three former officials told the paper.",
                found: &[("The ferry must sail,", "aides"), ("It is our road,", "three former officials")],
            },
            Case {
                tries: "people by a work that no list holds",
                text: "“It gets rough here,” a local barber told the Dell Gazette. “Too rough,” the toymaker said.",
                found: &[("It gets rough here,", "local barber"), ("Too rough,", "toymaker")],
            },
            Case {
                tries: "somebody's spokesman is not somebody",
                text: "“The ferry must sail,” said a spokeswoman for Anna Lindqvist. A spokesman for Waitford said: “We agree.”",
                found: &[("The ferry must sail,", "spokeswoman for Anna Lindqvist"), ("We agree.", "spokesman for Waitford")],
            },
            Case {
                tries: "a statement's place is no part of who speaks",
                text: "“The ferry must sail,” said the company in a statement.",
                found: &[("The ferry must sail,", "company")],
            },
            Case {
                tries: "what can be read",
                text: "Banners on the quay outside the town hall read: “No ferry, no Dell.”",
                found: &[("No ferry, no Dell.", "Banners")],
            },
            Case {
                tries: "a report of nobody speaks for itself",
                text: "“The hull is thin,” the report says.",
                found: &[("The hull is thin,", "report")],
            },
            Case {
                tries: "a report is its authors'",
                text: "A study by the Harbour Institute came out on Monday. “The hull is thin,” the study says. “It is paper,” it adds.\n\nA Dell Gazette article called the ferry “a floating coffin.” In a letter to the council, Tom Berg asked for patience. “Wait for spring,” the letter said.",
                found: &[
                    ("The hull is thin,", "Harbour Institute"),
                    ("It is paper,", "Harbour Institute"),
                    ("a floating coffin.", "Dell Gazette"),
                    ("Wait for spring,", "Tom Berg"),
                ],
            },
            Case {
                tries: "who has no name and goes on as she or it",
                text: "Anna Lindqvist and Tom Berg stayed away. “The ferry must sail,” a spokeswoman said. “It always has,” she added.\n\n“We regret it,” the company said. “It was late,” it added.",
                found: &[
                    ("The ferry must sail,", "spokeswoman"),
                    ("It always has,", "spokeswoman"),
                    ("We regret it,", "company"),
                    ("It was late,", "company"),
                ],
            },
            Case {
                tries: "what a thing is called by many",
                text: "The quay, called the “Gateway of the North” by fishermen, was empty.",
                found: &[("Gateway of the North", "fishermen")],
            },
            Case {
                tries: "a noun that is a verb elsewhere",
                text: "Anna Lindqvist told Tom Berg in a firm voice, “You did not break us.”",
                found: &[("You did not break us.", "Anna Lindqvist")],
            },
        ],
    );
}

#[test]
fn clauses_around_a_quotation() {
    check(
        "clauses",
        &[
            Case {
                tries: "an attribution put into the middle of a reported sentence",
                text: "Tom Berg, the company said, “was never employed here.” The dock, Anna Lindqvist said on Monday, was “a total ruin.”",
                found: &[("was never employed here.", "company"), ("a total ruin.", "Anna Lindqvist")],
            },
            Case {
                tries: "asked whether",
                text: "Asked whether the ferry would sail, Tom Berg said: “Ask the wind.” When Nora Quist asked Anna Lindqvist why, she said, “Because.”",
                found: &[("Ask the wind.", "Tom Berg"), ("Because.", "Anna Lindqvist")],
            },
            Case {
                tries: "relative clauses",
                text: "Tom Berg, whom Anna Lindqvist had called “a fool in a boat,” left. Nora Quist, who once called the ferry “a floating coffin,” stayed.",
                found: &[("a fool in a boat,", "Anna Lindqvist"), ("a floating coffin,", "Nora Quist")],
            },
            Case {
                tries: "a relative clause with two verbs",
                text: "Firemen held back an elderly woman outside the bank, who wept and cried “my child, my child.”",
                found: &[("my child, my child.", "elderly woman outside the bank")],
            },
            Case {
                tries: "a clause with what, a clause with as",
                text: "The council will close what Anna Lindqvist calls “the only road we have.” It is, as Tom Berg puts it, “a floating coffin.”",
                found: &[("the only road we have.", "Anna Lindqvist"), ("a floating coffin.", "Tom Berg")],
            },
            Case {
                tries: "somebody's lawyer, by name",
                text: "Tom Berg's lawyer, Nora Quist, said her client was “relieved beyond words.”",
                found: &[("relieved beyond words.", "Nora Quist")],
            },
            Case {
                tries: "a report of a report",
                text: "“The hull is thin,” the Dell Gazette reported, citing Anna Lindqvist.",
                found: &[("The hull is thin,", "Dell Gazette")],
            },
            Case {
                tries: "heard by others",
                text: "Tom Berg could be heard shouting, “Cut the rope!” She overheard someone say “he cannot swim,” and ran.",
                found: &[("Cut the rope!", "Tom Berg"), ("he cannot swim,", "someone")],
            },
            Case {
                tries: "a participle that belongs to something else",
                text: "A poll placed Anna Lindqvist as the “best harbour master of all,” outscoring others. Sources tell the Gazette so.",
                found: &[("best harbour master of all,", "")],
            },
            Case {
                tries: "plural subjects with verbs in the present",
                text: "“He did not mean to sink it,” sources tell the Dell Gazette. “It just sank,” they say.",
                found: &[("He did not mean to sink it,", "sources"), ("It just sank,", "sources")],
            },
            Case {
                tries: "a new speaker although the paragraph before was left open",
                text: "“The ferry must sail. It is our road,” Anna Lindqvist said. “We need it.\n\n“It is paper,” said Tom Berg, a docker.",
                found: &[
                    ("The ferry must sail. It is our road,", "Anna Lindqvist"),
                    ("We need it.", "Anna Lindqvist"),
                    ("It is paper,", "Tom Berg"),
                ],
            },
            Case {
                tries: "by age, by origin, by party",
                text: "Anna Lindqvist, a Democrat, came from Sweden. “The ferry must sail,” the 54-year-old said.",
                found: &[("The ferry must sail,", "Anna Lindqvist")],
            },
            Case {
                tries: "a headline's verb in the present",
                text: "Anna Lindqvist says ferry ‘must sail at any price’\n\nThe harbour master spoke on Monday.",
                found: &[("must sail at any price", "Anna Lindqvist")],
            },
            Case {
                tries: "a quotation that its speaker tells of another",
                text: "“Tom told me, ‘You will drown,’ and he was right,” Anna Lindqvist said.",
                found: &[("Tom told me, ‘You will drown,’ and he was right,", "Anna Lindqvist")],
            },
            Case {
                tries: "in one's own words",
                text: "In a post on Facebook on Monday, Tom Berg announced that he was “done with boats.” His wife, Nora Berg, agreed. “So am I,” she said.",
                found: &[("done with boats.", "Tom Berg"), ("So am I,", "Nora Berg")],
            },
            Case {
                tries: "an echo",
                text: "“We are not confirming it,” said one official. “We are not,” echoed a second representative.",
                found: &[("We are not confirming it,", "one official"), ("We are not,", "second representative")],
            },
        ],
    );
}
