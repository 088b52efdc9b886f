//! Facts of invented sentences: as printed, their kind, and what they come to, in an article of Friday, 24 March 2017.
#![allow(clippy::unwrap_used, missing_docs)]

use rashomon::analysis;
use rashomon::model::{Article, Passage, PassageKind, Story};

/// Every fact of a sentence, as `kind: words = value`.
fn facts(sentence: &str) -> Vec<String> {
    let passage = Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: sentence.to_owned() };
    let published = Some("2017-03-24".parse().unwrap());
    let article = Article { outlet: "Daily".to_owned(), passages: vec![passage], published, ..Article::default() };
    let story = Story { articles: vec![article], ..Story::default() };
    let facts = analysis::weigh(&story).facts;
    facts.iter().map(|f| format!("{}: {} = {}", f.kind.name(), story.text(&f.place), f.value)).collect()
}

fn check(table: &[(&str, &[&str])]) {
    for (sentence, wanted) in table {
        assert_eq!(facts(sentence), *wanted, "{sentence}");
    }
}

#[test]
fn money() {
    check(&[
        ("The bank lent the club £8million.", &["money: £8million = 8000000 GBP"]),
        ("They asked for millions of euros.", &["money: millions of euros = ≥2000000 EUR"]),
        ("The bridge cost between $4 and $5 million.", &["money: $4 and $5 million = 4000000–5000000 USD"]),
        ("It was sold for nearly half a billion dollars.", &["money: nearly half a billion dollars = ~500000000 USD"]),
        ("The firm owes C$300 in fees.", &["money: C$300 = 300 CAD"]),
        ("A ticket is two pounds.", &["money: two pounds = 2 GBP"]),
        ("They gave $200 or less.", &["money: $200 or less = ≤200 USD"]),
        ("It lost a billion dollars.", &["money: a billion dollars = 1000000000 USD"]),
        (
            "The plan costs $2.5 trillion over 10 years.",
            &["money: $2.5 trillion = 2500000000000 USD", "duration: 10 years = 10 years"],
        ),
        ("They bought two pounds of butter.", &["number: two pounds = 2 lb"]),
    ]);
}

#[test]
fn percentages_and_shares() {
    check(&[
        ("Turnout fell to 41 per cent.", &["percent: 41 per cent = 41%"]),
        ("Prices rose by as much as 19.9 percent.", &["percent: as much as 19.9 percent = ≤19.9%"]),
        ("Almost half of the voters stayed away.", &["percent: Almost half = ~50%"]),
        ("Two-thirds of the boats sank.", &["percent: Two-thirds = 66.7%"]),
        ("More than six in 10 voters agreed.", &["percent: More than six in 10 = >60%"]),
        ("One in every 500 users was hit.", &["percent: One in every 500 = 0.2%"]),
        ("The lead shrank by four percentage points.", &["percent: four percentage points = 4 percentage points"]),
    ]);
}

#[test]
fn counts() {
    check(&[
        ("At least 12 people came.", &["number: At least 12 = ≥12"]),
        ("Tens of thousands of people came.", &["number: Tens of thousands = ≥20000"]),
        ("Some 60 boats sank.", &["number: Some 60 = ~60"]),
        ("Five or six boats sank.", &["number: Five or six = 5–6"]),
        ("Nearly two dozen boats sank.", &["number: Nearly two dozen = ~24"]),
        ("The harbour lies 70km away.", &["number: 70km = 70 km"]),
        ("Gusts of 87 miles an hour hit it.", &["number: 87 miles an hour = 87 mph"]),
        ("It sailed at 12 knots.", &["number: 12 knots = 12 kn"]),
        ("They lost 650,000 votes.", &["number: 650,000 = 650000"]),
        ("It took in one million seven hundred thousand letters.", &["number: one million seven hundred thousand = 1700000"]),
    ]);
}

#[test]
fn ages_and_lengths_of_time() {
    check(&[
        ("The 83-year-old judge left.", &["duration: 83-year-old = 83 years old"]),
        ("The keeper, aged 83, left.", &["duration: 83 = 83 years old"]),
        ("She was 85.", &["duration: 85 = 85 years old"]),
        ("The keeper died at 95.", &["duration: 95 = 95 years old"]),
        ("They spoke for an hour and a half.", &["duration: an hour and a half = 90 minutes"]),
        ("They spoke for about 90 minutes.", &["duration: about 90 minutes = ~90 minutes"]),
        ("He served for nearly two decades.", &["duration: nearly two decades = ~20 years"]),
        ("It was a three- to four-day trip.", &["duration: three- to four-day = 3–4 days"]),
        ("They talked for over an hour.", &["duration: over an hour = >60 minutes"]),
    ]);
    let named = facts("It was told by Anna Adler, 61, at noon.");
    assert!(named.contains(&"duration: 61 = 61 years old".to_owned()), "{named:?}");
}

#[test]
fn dates() {
    check(&[
        ("They met on Friday.", &["date: Friday = 2017-03-24"]),
        ("They met on Thursday night.", &["date: Thursday night = 2017-03-23"]),
        ("They will meet on Monday.", &["date: Monday = 2017-03-27"]),
        ("He said Monday that he will leave.", &["date: Monday = 2017-03-20"]),
        ("They met last year.", &["date: last year = 2016"]),
        ("They met this morning.", &["date: this morning = 2017-03-24"]),
        ("They met three days ago.", &["date: three days ago = 2017-03-21"]),
        ("They met on 24 March 2016.", &["date: 24 March 2016 = 2016-03-24"]),
        ("They met on Dec. 30.", &["date: Dec. 30 = 2016-12-30"]),
        ("It was built in the 1990s.", &["date: 1990s = 1990-01-01/1999-12-31"]),
        ("It was hit by the 2007-09 crisis.", &["date: 2007-09 = 2007-01-01/2009-12-31"]),
        ("They vote in May.", &["date: May = 2017-05"]),
        ("They voted last May.", &["date: last May = 2016-05"]),
        ("It was signed in 2014.", &["date: 2014 = 2014"]),
    ]);
}

#[test]
fn what_is_no_fact() {
    for sentence in [
        "Call 555-1234 before noon.",
        "Anybody who saw it should call 0845 125 2222 or 0800 555 111.",
        "The harbour won 3-2 at home.",
        "It opened at 2:45 p.m. as planned.",
        "It was the third storm and the 24th boat.",
        "The court split 5-4 over it.",
        "One of them left, and no one came.",
        "He went 7-for-14 from the line.",
        "They may march on in the second half.",
        "The shop is open 24/7.",
        "See page 12 of version 1.2.3.",
    ] {
        assert_eq!(facts(sentence), Vec::<String>::new(), "{sentence}");
    }
}

#[test]
fn names() {
    let sentence = "On the old quay the Prime Minister, Anna Adler, quietly met her rival Bruno Brand and a guest from the \
                    Ministry of Fish before she flew to Paris with him.";
    let wanted: &[&str] = &[
        "person: Anna Adler = Anna Adler",
        "person: Bruno Brand = Bruno Brand",
        "organisation: Ministry of Fish = Ministry of Fish",
        "place: Paris = Paris",
    ];
    check(&[(sentence, wanted)]);
}

#[test]
fn who_is_described() {
    let told = |office: &str| {
        let sentence = format!("The Harbour vice presidential nominee Bruno Brand spoke. Later the {office} nominee left.");
        facts(&sentence).iter().filter(|f| f.ends_with("= Bruno Brand")).count()
    };
    assert_eq!(told("Harbour vice presidential"), 2);
    assert_eq!(told("Harbour presidential"), 1);
}
