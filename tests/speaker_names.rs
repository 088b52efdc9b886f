//! Under which name somebody speaks: one for each person and each body, however the article puts it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/quoted.rs"]
mod quoted;

use quoted::{Case, check};

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
                tries: "a pronoun means the last one whom it fits, not who is named between",
                text: "“The hull is thin,” Tom Berg said.\n\nThe captain, Anna Lindqvist, drowned in the flood of 1987.\n\n“There was no warning,” he said.",
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
                tries: "a firm that something well known hangs on",
                text: "The company behind the hugely popular Ferrix said that “the ferry must sail.”",
                found: &[("the ferry must sail.", "company behind the hugely popular Ferrix")],
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
fn bodies_by_what_they_are() {
    check(
        "boards",
        &[
            Case {
                tries: "a board under all its descriptions",
                text: "“The hull is thin,” Ferrix’s board said on Monday. “It is paper,” the board of directors of Ferrix told the press. “It leaks,” the Ferrix board added. “It sank,” the board said.",
                found: &[
                    ("The hull is thin,", "Ferrix's board"),
                    ("It is paper,", "Ferrix's board"),
                    ("It leaks,", "Ferrix's board"),
                    ("It sank,", "Ferrix's board"),
                ],
            },
            Case {
                tries: "of two boards neither",
                text: "Ferrix’s board met on Monday. Dellwater’s board stayed away. “The hull is thin,” the board said.",
                found: &[("The hull is thin,", "board")],
            },
            Case {
                tries: "an office named in full before, and one of its kind that was not",
                text: "The Department of Harbours closed the quay. “The hull is thin,” the department said. “It is paper,” a department said.",
                found: &[("The hull is thin,", "Department of Harbours"), ("It is paper,", "department")],
            },
            Case {
                tries: "a regulator told from others by its country",
                text: "The Ruritanian regulator closed the quay on Monday. “The hull is thin,” the regulator said.",
                found: &[("The hull is thin,", "Ruritanian regulator")],
            },
            Case {
                tries: "the company, where one is spoken of; who told the paper it would",
                text: "On Monday Ferrix, a Dell shipping company, lost a boat. “The hull is thin,” the company said. Ferrix told the Dell Gazette it was “sorry beyond words.”",
                found: &[("The hull is thin,", "Ferrix"), ("sorry beyond words.", "Ferrix")],
            },
            Case {
                tries: "a firm by its first word; but a town is not its paper",
                text: "On Monday Ferrix Motion, a shipping company, lost a boat. “The hull is thin,” Ferrix, a company of few words, said. The Dell Gazette called it “paper all through.” In Dell on Monday “the ferry must sail,” a docker said.",
                found: &[
                    ("The hull is thin,", "Ferrix Motion"),
                    ("paper all through.", "Dell Gazette"),
                    ("the ferry must sail,", "docker"),
                ],
            },
            Case {
                tries: "the company, where two are spoken of",
                text: "On Monday Ferrix, a Dell shipping company, lost a boat. On Tuesday Dellwater, a rival company, lost none. “The hull is thin,” the company said.",
                found: &[("The hull is thin,", "company")],
            },
            Case {
                tries: "a body in several spellings, and with the country before it",
                text: "The U.S. Coast Guard sent a boat. “The hull is thin,” US Coast Guard officials said. “It is paper,” the Coast Guard said.",
                found: &[("The hull is thin,", "U.S. Coast Guard officials"), ("It is paper,", "U.S. Coast Guard")],
            },
            Case {
                tries: "people at the beginning of a sentence are the same as inside it; a people keeps its capital",
                text: "“The hull is thin,” police said. Police said it was “paper all through.” Russians said it was “steel all through.”",
                found: &[("The hull is thin,", "police"), ("paper all through.", "police"), ("steel all through.", "Russians")],
            },
            Case {
                tries: "names inside a phrase are whole where the rest is theirs",
                text: "Anna Lindqvist came by sea. “The hull is thin,” Lindqvist's aides said. “It is paper,” one Lindqvist supporter said.",
                found: &[("The hull is thin,", "Anna Lindqvist's aides"), ("It is paper,", "one Lindqvist supporter")],
            },
            Case {
                tries: "an office that no list knows before the name",
                text: "“The hull is thin,” Harbour Advocate Bill de Roe said.",
                found: &[("The hull is thin,", "Bill de Roe")],
            },
        ],
    );
}

#[test]
fn offices_of_one_kind_are_told_apart() {
    check(
        "offices",
        &[
            Case {
                tries: "a prime minister and a minister",
                text: "Housing minister Pela Ormsby resigned on Monday. “I am sad to see her go,” the prime minister said. “I am sorry,” the minister said.",
                found: &[("I am sad to see her go,", "prime minister"), ("I am sorry,", "Pela Ormsby")],
            },
            Case {
                tries: "a premier who is called so",
                text: "Ruritanian Prime Minister Pela Ormsby resigned on Monday. “I am sorry,” the premier said. “We all go,” the prime minister said.",
                found: &[("I am sorry,", "Pela Ormsby"), ("We all go,", "Pela Ormsby")],
            },
            Case {
                tries: "ministers of other things, and one with an adjective",
                text: "Housing minister Pela Ormsby resigned on Monday. “She owes us nothing,” the finance minister said. “I am sorry,” the tearful minister said.",
                found: &[("She owes us nothing,", "finance minister"), ("I am sorry,", "Pela Ormsby")],
            },
            Case {
                tries: "governors of two states",
                text: "Ohio Governor Pela Ormsby came on Monday. “The roads are bad,” the Texas governor said. “Ours are good,” the Ohio governor said.",
                found: &[("The roads are bad,", "Texas governor"), ("Ours are good,", "Pela Ormsby")],
            },
        ],
    );
}

#[test]
fn men_whose_names_end_like_womens() {
    check(
        "names in -a",
        &[Case {
            tries: "first names of men in -a, and a woman's",
            text: "Dellwater chief Satya Quorne resigned on Monday. “I am tired,” Quorne said. “It is over,” he added. Ferrix chief Velma Orsk stayed. “I am not,” Orsk said. “It goes on,” she added.",
            found: &[
                ("I am tired,", "Satya Quorne"),
                ("It is over,", "Satya Quorne"),
                ("I am not,", "Velma Orsk"),
                ("It goes on,", "Velma Orsk"),
            ],
        }],
    );
}
