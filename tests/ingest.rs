//! What a text says of itself and what of it is the article: made-up texts with every kind of dirt.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/folder.rs"]
mod folder;

use folder::*;
use jiff::civil::date;

use rashomon::model::PassageKind;

#[test]
fn a_page_with_all_its_dirt_is_sorted() {
    let article = read("page", PAGE);
    assert_eq!(article.headline, "Bridge Shut After Storm, Mayor Says");
    assert_eq!(
        texts(&article, PassageKind::Headline),
        ["Bridge Shut After Storm, Mayor Says", "Bridge Closed After Storm, Mayor Says"]
    );
    assert_eq!((article.byline.as_deref(), article.published), (Some("Jane Roe"), Some(date(2017, 3, 24))));
    assert_eq!(
        texts(&article, PassageKind::Furniture),
        [
            "Accessibility links",
            "Breaking News",
            "By Jane Roe",
            "24/03/2017",
            "Read more Ferry runs aground in fog",
            "With reporting by AFP and Example News",
            "16x9 Image",
            "Example Radio journalists report the news in ten countries. We tell what others do not.",
            "Example Radio was banned in Ruritania.",
            "To find out more, click here.",
        ]
    );
    assert_eq!(texts(&article, PassageKind::Heading), ["'A Hard Week'"]);
    assert_eq!(texts(&article, PassageKind::Caption).len(), 3);
    assert_eq!(
        texts(&article, PassageKind::Paragraph),
        [
            "\"We will not take any risk with people's lives,\" the mayor told reporters.",
            "“The storm was worse than anything we have seen, and we must mend what it broke before the next storm in autumn.”",
            "The city lost £8million, or £9 a head, the treasurer said. It can’t pay that at once.",
            "Nine ferries will carry the traffic of the bridge until it is open again, the harbour office said on Friday.",
        ]
    );
    let torn = article.passages.iter().find(|p| p.text.ends_with("autumn.”")).unwrap();
    assert_eq!(torn.lines, (19, 21));
}

#[test]
fn a_transcript_keeps_its_speakers() {
    let text = "Events\nMeeting with Mary Major\nThe Governor met with Mary Major, Mayor of Exampleville.\nMarch 24, 2017\n14:00\n\
        The Town Hall, Exampleville\n9 of 11\nMeeting with Mary Major, Mayor of Exampleville.\n\
        Governor of Ruritania John Doe: Good day.\nYou have come far.\nMary Major (retranslated): Thank you, Governor. Besides: the bridge is shut.\n\
        John Doe: I know.\n<…>\nGeography\nRuritania\nTopics\nTransport\nPublished in sections: News\nText version";
    let folder = Folder::new("transcript", &[("000_22173a77c9d0ab34.txt", text.as_bytes())]);
    let article = folder.load().articles.remove(0);
    assert_eq!((article.outlet.as_str(), article.id.as_str()), ("The Town Hall", "the-town-hall"));
    assert_eq!((article.headline.as_str(), article.published), ("Meeting with Mary Major", Some(date(2017, 3, 24))));
    let turns: Vec<(&str, &str)> = article
        .passages
        .iter()
        .filter(|p| p.kind == PassageKind::Speech)
        .map(|p| (p.speaker.as_deref().unwrap(), p.text.as_str()))
        .collect();
    assert_eq!(
        turns,
        [
            ("Governor of Ruritania John Doe", "Good day."),
            ("Governor of Ruritania John Doe", "You have come far."),
            ("Mary Major", "Thank you, Governor. Besides: the bridge is shut."),
            ("John Doe", "I know."),
        ]
    );
    assert!(article.note.unwrap().contains("Mary Major (retranslated)"));
    assert_eq!(article.passages.last().unwrap().kind, PassageKind::Furniture);
}

#[test]
fn colons_alone_make_no_transcript() {
    let article = read(
        "colons",
        "Bridge: what we know\n\nThe bridge is shut, the city says.\n\nBut the mayor added: “Not for long.”\n\nRoe: “It is a shame.”\n",
    );
    assert!(texts(&article, PassageKind::Speech).is_empty());
    assert_eq!(article.headline, "Bridge: what we know");
}

#[test]
fn an_agency_report_gives_its_name_and_day() {
    let text = "Bridge shut after storm\n\nThe mayor at the bridge. File photo by Jane Roe/EPN | License Photo\n\nMarch 24 (EPN) — The bridge is shut, the mayor said on Friday.\n\nPlease enter your comment!\nPlease enter your name here";
    let other = "Bridge closed\n24 March 2017\n\nThe bridge is closed, the city said.\n";
    let folder = Folder::new("agency", &[("004_1aab3dff66316583.txt", text.as_bytes()), ("breitbart.txt", other.as_bytes())]);
    let story = folder.load();
    let agency = &story.articles[0];
    assert_eq!((agency.outlet.as_str(), agency.published), ("EPN", Some(date(2017, 3, 24))));
    assert_eq!(texts(agency, PassageKind::Caption), ["The mayor at the bridge."]);
    assert_eq!(
        texts(agency, PassageKind::Furniture),
        ["File photo by Jane Roe/EPN | License Photo", "Please enter your comment!", "Please enter your name here"]
    );
    assert_eq!(story.articles[1].outlet, "Breitbart");
}

#[test]
fn a_file_named_after_its_outlet_outdoes_a_dateline() {
    let folder = Folder::new(
        "dateline",
        &[("wash-post.txt", b"Bridge shut\n\nHARBOUR (AP) \xe2\x80\x94 The bridge is shut, the mayor said.\n")],
    );
    assert_eq!(folder.load().articles[0].outlet, "Wash Post");
    let named = load(&[format!("Daily Bridge={}", folder.file("wash-post.txt"))]).unwrap();
    assert_eq!(named.articles[0].outlet, "Daily Bridge");
}

#[test]
fn nameless_articles_stay_apart() {
    let text = b"Bridge shut\n\nThe bridge is shut.\n";
    let folder = Folder::new(
        "nameless",
        &[
            ("000_22173a77c9d0ab34.txt", text),
            ("001_a2b4cae30a5abbb7.txt", text),
            ("1_1ecb.txt", text),
            ("1_2ecb.txt", text),
            ("nyt_2016-01-01_a.txt", text),
            ("nyt_2016-01-02_b.txt", text),
        ],
    );
    let story = folder.load();
    let names: Vec<&str> = story.articles.iter().map(|a| a.outlet.as_str()).collect();
    assert_eq!(names, ["Article 000", "Article 001", "Article 1_1ecb", "Article 1_2ecb", "NYT", "NYT"]);
    let ids: Vec<&str> = story.articles.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(&ids[4..], ["nyt", "nyt-2"]);
    assert_eq!(story.articles[5].published, Some(date(2016, 1, 2)));
}

#[test]
fn labels_and_front_matter_are_read() {
    let folder = Folder::new(
        "labels",
        &[
            ("a.txt", b"Source: Example News\nURL: https://news.example/bridge\nDate: 2017-03-24\nTitle: Bridge shut\n\nThe bridge is shut, the mayor said on Friday.\n"),
            ("b.md", b"---\ntitle: Bridge closed\nauthor: Jane Roe\npublished: 24 March 2017\nsource: Daily Bridge\nlang: en-GB\n---\n\n# Bridge closed\n\nThe *bridge* is closed.\n\n## Why\n\n- It is [old](http://a.example).\n- It is shut.\n"),
        ],
    );
    let story = folder.load();
    let (a, b) = (&story.articles[0], &story.articles[1]);
    assert_eq!(
        (a.outlet.as_str(), a.url.as_deref(), a.published),
        ("Example News", Some("https://news.example/bridge"), Some(date(2017, 3, 24)))
    );
    assert_eq!(
        (b.outlet.as_str(), b.byline.as_deref(), b.language.as_deref(), b.headline.as_str()),
        ("Daily Bridge", Some("Jane Roe"), Some("en"), "Bridge closed")
    );
    assert_eq!(a.headline, "Bridge shut");
    assert_eq!(
        (texts(b, PassageKind::Headline).len(), texts(b, PassageKind::Heading), texts(b, PassageKind::Item)),
        (1, vec!["Why"], vec!["It is old.", "It is shut."])
    );
    assert_eq!(b.passages.iter().find(|p| p.text == "The bridge is closed.").unwrap().lines, (11, 11));
}

#[test]
fn wrapped_text_becomes_paragraphs_and_other_text_does_not() {
    let wrapped = "Harbour bridge shut after storm\n\nThe old harbour bridge was shut on Monday night after the storm\ntore two of its cables, the city said, and no one could tell when\n\
        it would open again for the traffic of the northern quarters.\n\nThe mayor told a news conference on Tuesday that the city had not\nseen such a storm for years, and would not soon again.\n";
    assert_eq!(read("wrapped", wrapped).passages.len(), 3);
    let lines = "Bridge shut\nThe bridge was shut on Monday, the city said.\nShe left.\nThe mayor told a news conference that the city had not seen such a storm for years, and would not soon see one again.\n";
    assert_eq!(read("lines", lines).passages.len(), 4);
}

#[test]
fn bylines_and_dates_of_other_kinds_are_no_text() {
    let folder = Folder::new(
        "kinds",
        &[
            (
                "agency.md",
                "# Bridge shut after storm\n\n*By Agency staff*\n\nMarch 3, 2026\n\nThe bridge was shut on Monday, the mayor said.\n".as_bytes(),
            ),
            ("japan.txt", "橋が閉鎖される\n\n2026年3月3日（火） 14時05分\n\n市長は月曜日に橋を閉鎖すると述べた。\n".as_bytes()),
        ],
    );
    let story = load(&[folder.path()]).unwrap();
    for article in &story.articles {
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2026-03-03"), "{}", article.source);
        assert_eq!(article.passages.iter().filter(|p| p.is_article()).count(), 2, "{:?}", article.passages);
    }
    assert!(story.articles.iter().any(|article| article.byline.as_deref() == Some("Agency staff")));
}

#[test]
fn the_headline_of_a_copied_page_is_none_of_its_buttons() {
    for above in [
        "Connect with us",
        "Hi, what are you looking for?",
        "Press Esc to close",
        "Notifications can be managed in browser preferences.",
        "The Dell Press - ONLINE EDITION",
        "LATEST UPDATES: The Storm | The Ferry | The Vote",
    ] {
        let text = format!(
            "{above}\n\nFerry stays in Dell harbour after storm\n\nThe ferry stayed in Dell on Friday, the mayor said.\n"
        );
        let article = read("buttons", &text);
        assert_eq!(article.headline, "Ferry stays in Dell harbour after storm", "{above}");
    }
    let text = "WATCH: Ferry runs aground off Dell in thick fog\n\nThe ferry ran aground on Friday, the mayor said.\n\n";
    assert_eq!(read("watch", text).headline, "WATCH: Ferry runs aground off Dell in thick fog");
    // Below a headline such a line leads elsewhere.
    let text =
        format!("Ferry stays in Dell harbour after storm\n\nThe ferry stayed in Dell on Friday, the mayor said.\n\n{text}");
    let article = read("watch-below", &text);
    assert!(texts(&article, PassageKind::Furniture).iter().any(|t| t.starts_with("WATCH")));
    assert_eq!(
        read("sale", "Dell Press sells its online edition\n\nThe paper sold it on Friday.\n").headline,
        "Dell Press sells its online edition"
    );
}

#[test]
fn who_has_the_floor_may_ask_shortly() {
    let text = "An evening in Dell\n\nMARY MAJOR: The ferry has been out for a week now.\n\nI know what you said last week.\n\n\
        Has it been that day?\n\nJOHN DOE: It has been a long one for all of us here.\n\nMARY MAJOR: Thank you for that.\n";
    let article = read("floor", text);
    let asked = article.passages.iter().find(|p| p.text == "Has it been that day?").unwrap();
    assert_eq!((asked.kind, asked.speaker.as_deref()), (PassageKind::Speech, Some("MARY MAJOR")));
    let told = text.replace("MARY MAJOR: ", "").replace("JOHN DOE: ", "");
    let article = read("no-floor", &told);
    assert_eq!(texts(&article, PassageKind::Heading), ["Has it been that day?"]);
}

#[test]
fn who_wrote_may_stand_as_a_point_below_the_headline() {
    let rest = "The ferry stayed in Dell on Friday, the mayor said, and nobody was hurt.";
    let article = read("point", &format!("Ferry stays in Dell harbour after storm\n\n- Jane Roe\n\n{rest}\n"));
    assert_eq!(article.byline.as_deref(), Some("Jane Roe"));
    let article = read("points", &format!("Ferry stays in Dell harbour after storm\n\n- Jane Roe\n- John Doe\n\n{rest}\n"));
    assert_eq!((article.byline.as_deref(), texts(&article, PassageKind::Item).len()), (None, 2));
    let mail = read("mail", &format!("Ferry stays in Dell\n\nBy Jane Roe jroe@news.example\n\n{rest}\n"));
    assert_eq!(mail.byline.as_deref(), Some("Jane Roe"));
}
