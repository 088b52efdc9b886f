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
                tries: "an office of two words, or of whatever word, before the name",
                text: "“The ferry must sail,” said the Secretary-General, Anna Lindqvist. “It will,” said the toymaker, Tom Berg.",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("It will,", "Tom Berg")],
            },
            Case {
                tries: "a name that no list knows, behind an office",
                text: "“The ferry must sail,” said the vice-chairman, Zorilla Quantz-Vey. “It will,” the director, Harrick Thole, said.",
                found: &[("The ferry must sail,", "Zorilla Quantz-Vey"), ("It will,", "Harrick Thole")],
            },
            Case {
                tries: "an apposition with a preposition before a relative clause",
                text: "That is not the account of Anna Lindqvist, the Minister for Harbours, who told the press on the quay: “The ferry must sail at once.”",
                found: &[("The ferry must sail at once.", "Anna Lindqvist")],
            },
            Case {
                tries: "name and house before the verb; an office; but not whom something is sent to",
                text: "“The ferry must sail,” Anna Lindqvist of Northwater said in a statement. “It will,” Tom Berg of the dockers’ union told reporters. “Never again,” a letter to Nora Quist of the Harbour Board said. Secretary of State Ines Roe came later. “Perhaps,” the secretary of state said.",
                found: &[
                    ("The ferry must sail,", "Anna Lindqvist"),
                    ("It will,", "Tom Berg"),
                    ("Never again,", "letter"),
                    ("Perhaps,", "Ines Roe"),
                ],
            },
            Case {
                tries: "what she is to others before the name",
                text: "“My daughter coughed the whole winter long,” said mum Losa Faleafanga at the school gate in Dell yesterday. “Her teacher used to move the lamp.”",
                found: &[
                    ("My daughter coughed the whole winter long,", "Losa Faleafanga"),
                    ("Her teacher used to move the lamp.", "Losa Faleafanga"),
                ],
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
                text: "Firemen held back an elderly woman near the school, who shook and cried “my boats, my boats.”",
                found: &[("my boats, my boats.", "elderly woman near the school")],
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

#[test]
fn politics() {
    check(
        "politics",
        &[
            Case {
                tries: "a long attribution with a relative clause and places",
                text: "“The ferry must sail,” Mr. Berg, who is running for governor, told supporters at a rally here on Tuesday night. “It will,” said Anna Lindqvist, whose husband, Olaf, was there.",
                found: &[("The ferry must sail,", "Berg"), ("It will,", "Anna Lindqvist")],
            },
            Case {
                tries: "said of somebody",
                text: "Tom Berg said of Anna Lindqvist: “She never learned to row.” Of Tom Berg, she said: “He never tried it.” “He is a coward,” she said of Tom Berg.",
                found: &[
                    ("She never learned to row.", "Tom Berg"),
                    ("He never tried it.", "Anna Lindqvist"),
                    ("He is a coward,", "Anna Lindqvist"),
                ],
            },
            Case {
                tries: "an adviser with the name in the middle",
                text: "Anna Lindqvist’s campaign manager, Bob Poe, called the attack “a new low even here.” In a tweet, Anna Lindqvist called Tom Berg “a man without a boat.”",
                found: &[("a new low even here.", "Bob Poe"), ("a man without a boat.", "Anna Lindqvist")],
            },
            Case {
                tries: "in turn, and since he called",
                text: "Tom Berg, in turn, has called Anna Lindqvist “the least honest of all.” He has been under fire since he called Nora Quist “a woman of no weight.”",
                found: &[("the least honest of all.", "Tom Berg"), ("a woman of no weight.", "Tom Berg")],
            },
            Case {
                tries: "the woman he once called",
                text: "He shook hands with Nora Quist, the woman Tom Berg once called “a storm in a skirt.”",
                found: &[("a storm in a skirt.", "Tom Berg")],
            },
            Case {
                tries: "an interview",
                text: "Asked by Radio Dell’s Jake Poe if she would row, Anna Lindqvist replied, “Gladly, if he does.” “Would you row?” Mr. Poe asked Tom Berg. “Never in my life,” Mr. Berg told Mr. Poe.",
                found: &[
                    ("Gladly, if he does.", "Anna Lindqvist"),
                    ("Would you row?", "Jake Poe"),
                    ("Never in my life,", "Tom Berg"),
                ],
            },
            Case {
                tries: "a rebuke from somebody, who called it",
                text: "The remarks drew a rebuke from Anna Lindqvist, who called them “beneath contempt and below deck.”",
                found: &[("beneath contempt and below deck.", "Anna Lindqvist")],
            },
            Case {
                tries: "speaking on a programme",
                text: "Anna Lindqvist, speaking on Radio Dell’s “Morning Tide,” said: “The ferry must sail.”",
                found: &[("The ferry must sail.", "Anna Lindqvist")],
            },
            Case {
                tries: "a statement from somebody, a sign of nobody",
                text: "“The ferry must sail,” according to a statement from Anna Lindqvist. “No ferry, no Dell,” reads a sign outside the town hall.",
                found: &[("The ferry must sail,", "Anna Lindqvist"), ("No ferry, no Dell,", "sign")],
            },
            Case {
                tries: "somebody's claim inside another's sentence",
                text: "Tom Berg rejected Anna Lindqvist’s claim that he was “unfit to lead a rowing boat.” Her description of him as “a man of straw” hurt him.",
                found: &[("unfit to lead a rowing boat.", "Anna Lindqvist"), ("a man of straw", "Anna Lindqvist")],
            },
            Case {
                tries: "a judgement of somebody's remarks",
                text: "Tom Berg told Radio Dell on Tuesday that Anna Lindqvist’s comments “show bias to me.”",
                found: &[("show bias to me.", "Tom Berg")],
            },
            Case {
                tries: "an old quotation in a story about another",
                text: "Tom Berg likes to cite the poet Edna Holm, who wrote, “The tide forgives nobody.”",
                found: &[("The tide forgives nobody.", "Edna Holm")],
            },
            Case {
                tries: "many voices one after the other",
                text: "“It is paper,” said Tom Berg.\n\n“It is steel,” said Anna Lindqvist.\n\nMr. Berg laughed.\n\n“Paper,” he said.\n\n“Steel,” she said.",
                found: &[
                    ("It is paper,", "Tom Berg"),
                    ("It is steel,", "Anna Lindqvist"),
                    ("Paper,", "Tom Berg"),
                    ("Steel,", "Anna Lindqvist"),
                ],
            },
            Case {
                tries: "her party is hers",
                text: "Anna Lindqvist came by sea. “The ferry must sail,” her party said in a statement.",
                found: &[("The ferry must sail,", "Anna Lindqvist's party")],
            },
            Case {
                tries: "a party's leader with everything before the office",
                text: "Tom Berg, leader of the Ruritanian Harbour Front (HF), came by sea. “The ferry must sail,” the Ruritanian Harbour Front (HF) party leader said.",
                found: &[("The ferry must sail,", "Tom Berg")],
            },
            Case {
                tries: "agencies of a country",
                text: "“They lied,” US intelligence agencies said. “They did not,” the Russian foreign ministry replied.",
                found: &[("They lied,", "US intelligence agencies"), ("They did not,", "Russian foreign ministry")],
            },
        ],
    );
}
