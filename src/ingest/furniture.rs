//! Which blocks belong to the page and not to the article: navigation, links to other pages, forms, credits, what an outlet
//! says about itself, code. Each rule is a general fact about newspaper pages. A rule that looks at one block stands in
//! [`is_furniture`]; those that need its neighbours in [`spread`].

use super::captions::is_counter;
use super::dates;
use super::markup::Mark;
use super::outlet;
use super::paragraphs::Block;
use super::phrases::Phrases;
use super::words;
use std::sync::LazyLock;

/// Words by which an outlet speaks to its readers.
const READER: [&str; 26] = [
    "our content",
    "our website",
    "our newsletter",
    "our journalism",
    "our privacy policy",
    "our cookie",
    "our terms",
    "our app",
    "contacting us",
    "contact us at",
    "click here",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "privacy policy",
    "cookie policy",
    "we use cookies",
    "uses cookies",
    "unsubscribe",
    "follow us on",
    "support independent journalism",
    "become a member",
    "become a subscriber",
    "license photo",
    "photo gallery:",
    "this article first appeared",
];

/// Words that tell who worked on an article.
const WORK: [&str; 8] = [
    "contributed to this report",
    "contributed to this article",
    "contributed to this story",
    "contributed reporting",
    "contributed from",
    "contributed to the story",
    "contributed to the report",
    "contributed research",
];

/// Who an outlet's own people are.
const STAFF: [&str; 3] = ["journalists ", "reporters ", "correspondents "];

/// Words of a claim to copyright.
const RIGHTS: [&str; 4] = ["©", "(c) ", "copyright", "all rights reserved"];

/// Which of these groups a text holds.
static GROUPS: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(&[&READER, &WORK, &STAFF, &RIGHTS, &["this material may not be published"]]));

/// Whether a block, looked at alone, is page furniture.
pub fn is_furniture(block: &Block) -> bool {
    let text = block.text.as_str();
    if block.mark == Mark::Dead || is_elision(text) || is_code(text) || is_counter(text) {
        return true;
    }
    // What is longer than a legal notice is the article's.
    if text.len() > 900 {
        return false;
    }
    let head = words::opening(text, HEAD);
    let opening = head.trim_start_matches(|c: char| !c.is_alphanumeric());
    let groups = GROUPS.found(text);
    let has = |group: u8| groups & (1 << group) != 0;
    is_label(text)
        || points_elsewhere(&head, text)
        || is_form(opening, text)
        || is_credit(opening, text)
        || is_page_data(&head, text)
        || (has(0) && addresses_reader(text))
        || (has(1) && tells_of_work(text))
        || (has(2) && outlet::described(text).is_some())
        || ((has(3) || has(4)) && is_copyright(text))
}

/// Bytes at a block's start that tell how it opens.
const HEAD: usize = 60;

/// `<…>`, `[...]`: something was left out here.
pub fn is_elision(text: &str) -> bool {
    text.len() <= 12 && (text.contains('…') || text.contains("...")) && !text.chars().any(char::is_alphanumeric)
}

/// A line of a style sheet or script that a copied page left behind.
fn is_code(text: &str) -> bool {
    let property = text.strip_suffix(';').is_some_and(|t| {
        t.split_once(':').is_some_and(|(name, value)| {
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
                && !value.trim().is_empty()
                && value.split_whitespace().count() <= 8
        })
    });
    let brace = text.trim_end_matches('.').ends_with('{') || matches!(text.trim_end_matches('.'), "}" | "});" | "};" | "}}");
    let script = text.ends_with(';')
        && (text.contains("function(") || text.starts_with("var ") || text.contains("();") || text.contains(") {"));
    property || brace || script
}

/// Words that stand alone on a page as buttons, sections and signs.
fn is_label(text: &str) -> bool {
    if text.len() > 48 {
        return false;
    }
    let low = text.to_lowercase();
    let bare = low.trim_matches(|c: char| !c.is_alphanumeric());
    const LABELS: [&str; 103] = [
        "accessibility links",
        "skip to content",
        "skip to main content",
        "skip to navigation",
        "breaking news",
        "latest news",
        "top stories",
        "news",
        "events",
        "home",
        "menu",
        "search",
        "sign in",
        "log in",
        "login",
        "register",
        "subscribe",
        "subscribe now",
        "world",
        "politics",
        "business",
        "sport",
        "sports",
        "opinion",
        "culture",
        "technology",
        "science",
        "health",
        "entertainment",
        "lifestyle",
        "travel",
        "video",
        "videos",
        "photos",
        "photo",
        "gallery",
        "image",
        "images",
        "audio",
        "podcast",
        "podcasts",
        "live",
        "print",
        "print this article",
        "print this page",
        "email",
        "email this",
        "share",
        "share this",
        "share this article",
        "share on facebook",
        "share on twitter",
        "tweet",
        "tweet this",
        "facebook",
        "twitter",
        "whatsapp",
        "linkedin",
        "copy link",
        "link copied",
        "save",
        "like",
        "comment",
        "comments",
        "view comments",
        "show comments",
        "load more",
        "show more",
        "read more",
        "more",
        "see more",
        "see also",
        "related",
        "related stories",
        "related articles",
        "related topics",
        "related content",
        "recommended",
        "recommended stories",
        "most read",
        "most popular",
        "most viewed",
        "trending",
        "trending now",
        "popular",
        "advertisement",
        "advertisements",
        "advertising",
        "sponsored",
        "sponsored content",
        "promoted",
        "story continues below advertisement",
        "article continues below",
        "continue reading",
        "continue reading below",
        "loading",
        "text version",
        "full version",
        "mobile version",
        "back to top",
        "newsletter",
        "newsletters",
        "cookies",
    ];
    LABELS.contains(&bare) || is_social_count(bare)
}

/// `12 comments`, `1.2k shares`, `16x9 image`, `5 min read`.
fn is_social_count(bare: &str) -> bool {
    let words: Vec<&str> = bare.split_whitespace().collect();
    let [number, what @ ..] = words.as_slice() else { return false };
    let size =
        number.split_once('x').is_some_and(|(a, b)| !a.is_empty() && (a.to_owned() + b).bytes().all(|c| c.is_ascii_digit()));
    let number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | 'k' | 'm'));
    match what {
        ["image" | "photo" | "picture" | "video"] => size,
        ["comments" | "comment" | "shares" | "share" | "likes" | "views" | "retweets"] => number,
        ["min" | "minute" | "minutes" | "mins", "read"] => number,
        _ => false,
    }
}

/// A line that sends the reader to another page.
fn points_elsewhere(head: &str, text: &str) -> bool {
    const LEADS: [&str; 27] = [
        "read more",
        "read also",
        "also read",
        "read next",
        "read:",
        "see also",
        "see more:",
        "related:",
        "related story",
        "related article",
        "more:",
        "more on this",
        "more from",
        "more stories",
        "watch:",
        "watch live",
        "watch the video",
        "listen:",
        "listen to the",
        "video:",
        "photos:",
        "gallery:",
        "live updates:",
        "you may also like",
        "you might also like",
        "don't miss:",
        "don’t miss:",
    ];
    let Some(lead) = LEADS.iter().find(|l| head.starts_with(**l)) else { return false };
    // `Listen to the people, he said.` and `More from the north came.` are sentences; a lead has a title without its stop.
    let open = lead.ends_with(':') || lead.starts_with("read more") || !words::ends_sentence(text);
    open && words::count(text) <= 30 && !text.contains(['“', '”'])
}

/// Forms and invitations: comments, subscriptions, following.
fn is_form(opening: &str, text: &str) -> bool {
    const STARTS: [&str; 30] = [
        "please enter your",
        "please enter a",
        "enter your email",
        "enter your name",
        "your email address will not",
        "leave a comment",
        "leave a reply",
        "post a comment",
        "write a comment",
        "join the conversation",
        "join the discussion",
        "log in to comment",
        "sign in to comment",
        "save my name",
        "sign up for our",
        "sign up to our",
        "sign up for the",
        "sign up to receive",
        "subscribe to our",
        "subscribe to the",
        "subscribe for",
        "get our newsletter",
        "get the latest",
        "download our app",
        "download the app",
        "follow us",
        "like us on",
        "find us on",
        "thank you for subscribing",
        "by signing up",
    ];
    const NETWORKS: [&str; 6] = ["twitter", "facebook", "instagram", "telegram", "youtube", "@"];
    let opens = STARTS.iter().any(|s| opening.starts_with(s)) && words::count(text) <= 40;
    let follow = || {
        let low = text.to_lowercase();
        words::count(text) <= 15 && NETWORKS.iter().any(|n| low.contains(n))
    };
    opens || (opening.starts_with("follow ") && follow())
}

/// Who else worked on the article: `With reporting by …`, `(Editing by …)`.
fn is_credit(opening: &str, text: &str) -> bool {
    const STARTS: [&str; 12] = [
        "with reporting by",
        "with reporting from",
        "additional reporting by",
        "additional reporting from",
        "reporting by",
        "reporting and writing by",
        "reporting from",
        "editing by",
        "writing by",
        "contributing:",
        "compiled by",
        "with additional reporting",
    ];
    if !STARTS.iter().any(|s| opening.starts_with(s)) || words::count(text) > 40 {
        return false;
    }
    // `Reporting by the council shows that …` goes on with a verb; a credit is names, and at most one sentence.
    opening.starts_with("with ")
        || opening.starts_with("additional ")
        || opening.starts_with("contributing")
        || !has_verb(&text.to_lowercase())
}

/// `Jane Roe contributed to this report.`
fn tells_of_work(text: &str) -> bool {
    let low = text.to_lowercase();
    words::count(text) <= 40 && WORK.iter().any(|w| low.trim_end_matches(['.', ')', ']']).ends_with(w))
}

fn has_verb(low: &str) -> bool {
    const VERBS: [&str; 20] = [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "shows",
        "showed",
        "suggests",
        "suggested",
        "says",
        "said",
        "found",
        "finds",
        "that",
        "will",
        "would",
        "can",
        "could",
    ];
    low.split(|c: char| !c.is_alphanumeric()).any(|w| VERBS.contains(&w))
}

/// The outlet speaks to its readers: `our content`, `click here`, `contacting us`. Not within quotation marks, where somebody else does.
fn addresses_reader(text: &str) -> bool {
    let low = text.to_lowercase();
    let Some(at) = READER.iter().filter_map(|p| low.find(p)).min() else { return false };
    let quoted = low.get(..at).is_some_and(words::quotation_open) || text.starts_with(['“', '"', '‘', '\'', '«']);
    // A sentence about a company's terms of service tells what somebody did; the outlet's own speaks of `you` or `we`, or is short.
    let own = low.split(|c: char| !c.is_alphanumeric()).any(|w| matches!(w, "you" | "your" | "we" | "our" | "us" | "here"))
        || words::count(text) <= 6;
    !quoted && own && !low.contains(" said") && !low.contains(" told ")
}

fn is_copyright(text: &str) -> bool {
    let low = text.to_lowercase();
    let short = words::count(text) <= 60;
    let sign =
        low.starts_with('©') || low.starts_with("(c) ") || low.starts_with("copyright ©") || low.starts_with("copyright (c)");
    let year = low.strip_prefix("copyright ").is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
    short
        && (sign
            || year
            || (low.contains("all rights reserved") && !low.contains(['“', '”']))
            || low.starts_with("this material may not be published"))
}

/// Data about the page: `Tags: …`, `Published in sections: …`, `Filed under …`.
fn is_page_data(head: &str, text: &str) -> bool {
    const STARTS: [&str; 20] = [
        "tags:",
        "tags ",
        "topics:",
        "filed under",
        "categories:",
        "category:",
        "published in ",
        "publication date",
        "publication status",
        "last updated",
        "last modified",
        "posted in ",
        "posted by ",
        "source url",
        "permalink",
        "short link",
        "section:",
        "sections:",
        "keywords:",
        "reading time",
    ];
    text.len() <= 160 && STARTS.iter().any(|s| head.starts_with(s)) && !words::ends_sentence(text)
}

/// Rules that need the neighbours: given which blocks are furniture by themselves, marks those that are so by where they stand.
/// `body` is the first block that may be the article's text.
pub fn spread(blocks: &[Block], marks: &mut [bool], body: usize) {
    tail_of_labels(blocks, marks, body);
    between_furniture(blocks, marks, body);
    author_note(blocks, marks, body);
}

/// Below the last sentence, short lines without a stop are the page's data about the article, if there are several of them or one
/// of them is known to be that.
fn tail_of_labels(blocks: &[Block], marks: &mut [bool], body: usize) {
    let sentence = |b: &Block| {
        words::ends_sentence(&b.text)
            || words::count(&b.text) > 8
            || b.mark != Mark::Text
            || b.text.ends_with([':', ',', '”', '"', '’'])
    };
    let known = |marks: &[bool], n: usize| marks.get(n).copied().unwrap_or(false);
    let last = blocks.iter().enumerate().rposition(|(n, b)| !known(marks, n) && sentence(b)).filter(|last| *last >= body);
    let Some(last) = last else { return };
    let from = last + 1;
    let announced = blocks.get(last).is_some_and(|b| b.text.ends_with(':'));
    let tail = blocks.len() - from;
    let any_known = (from..blocks.len()).any(|n| known(marks, n));
    if announced || tail == 0 || (tail < 3 && !any_known) {
        return;
    }
    for mark in marks.iter_mut().skip(from) {
        *mark = true;
    }
}

/// At the foot of the page, up to two blocks between furniture are furniture too: an outlet's notes about itself.
fn between_furniture(blocks: &[Block], marks: &mut [bool], body: usize) {
    let foot = body.max(blocks.len().saturating_sub(12)).max(blocks.len() / 2);
    let mut before: Option<usize> = None;
    for n in foot..blocks.len() {
        if !marks.get(n).copied().unwrap_or(false) {
            continue;
        }
        if let Some(before) = before {
            let gap = n - before - 1;
            let above = blocks.get(before).is_some_and(|b| outlet::described(&b.text).is_some() || legal(&b.text));
            let below = blocks.get(n).is_some_and(|b| legal(&b.text));
            if (1..=2).contains(&gap) && above && below {
                for mark in marks.iter_mut().take(n).skip(before + 1) {
                    *mark = true;
                }
            }
        }
        before = Some(n);
    }
}

fn legal(text: &str) -> bool {
    addresses_reader(text) || is_copyright(text)
}

/// The last block, below furniture, that says what its author does: `Jane Roe is a senior editor at Example News.`
fn author_note(blocks: &[Block], marks: &mut [bool], body: usize) {
    let Some(last) = blocks.len().checked_sub(1).filter(|last| *last > body) else { return };
    let below = marks.get(last - 1).copied().unwrap_or(false);
    let note = blocks.get(last).is_some_and(|b| is_author_note(&b.text));
    if let Some(mark) = marks.get_mut(last).filter(|_| below && note) {
        *mark = true;
    }
}

fn is_author_note(text: &str) -> bool {
    const WORK: [&str; 12] = [
        "editor",
        "reporter",
        "writer",
        "columnist",
        "correspondent",
        "producer",
        "contributor",
        "journalist",
        "author",
        "fellow",
        "critic",
        "bureau",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is = words.iter().position(|w| matches!(*w, "is" | "covers" | "writes"));
    let named = is.is_some_and(|at| (1..=4).contains(&at) && words.iter().take(at).all(|w| w.starts_with(char::is_uppercase)));
    words.len() <= 40
        && named
        && (words.iter().any(|w| WORK.contains(&w.trim_matches([',', '.'])))
            || words.iter().any(|w| matches!(*w, "covers" | "writes")))
}

/// Whether a line above the headline is a place: `The Town Hall, Exampleville`. Only beside a date can one know.
pub fn is_place(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |w: &&str| w.starts_with(char::is_uppercase) || matches!(*w, "of" | "the" | "de" | "la" | "am" | "on");
    (1..=8).contains(&words.len())
        && text.contains(", ")
        && words.iter().all(capital)
        && !words::ends_sentence(text)
        && dates::whole(text).is_none()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::ingest::paragraphs;

    fn alone(text: &str) -> bool {
        paragraphs::blocks(text, 1).blocks.first().is_some_and(is_furniture)
    }

    fn marked(text: &str) -> Vec<bool> {
        let blocks = paragraphs::blocks(text, 1).blocks;
        let mut marks: Vec<bool> = blocks.iter().map(is_furniture).collect();
        spread(&blocks, &mut marks, 1);
        marks
    }

    #[test]
    fn furniture_is_told_by_itself() {
        for text in [
            "Accessibility links",
            "Breaking News",
            "Read more [Bridge shut after storm](#)",
            "READ MORE: Bridge shut after storm",
            "Related: What we know about the bridge",
            "Please enter your comment!",
            "Please enter your name here",
            "With reporting by AFP, AP, and Example News",
            "(Additional reporting by Jane Roe; Editing by John Doe.)",
            "Contributing: Jane Roe.",
            "Jane Roe and John Doe contributed to this report.",
            "  • 16x9 Image",
            "12 comments",
            "<…>",
            "[...]",
            "9 of 11",
            "Follow Jane Roe on Twitter @janeroe.",
            "Subscribe to our newsletter for more.",
            "© 2017 Example News",
            "Copyright 2017 Example News. All rights reserved.",
            "Example Radio journalists report the news in ten countries. We tell what others do not.",
            "If you live in Ruritania, please note that you could be fined for sharing our content or for contacting us.",
            "To find out more, click here.",
            "This site uses cookies. By staying you accept our cookie policy.",
            "Published in sections: News, Transcripts",
            "Tags: bridge, storm, mayor",
            ".bio-text {",
            "padding-left: 80px;",
            "@media screen and (max-width: 600px) {",
            "}.",
            "Share on Facebook",
        ] {
            assert!(alone(text), "{text}");
        }
    }

    #[test]
    fn the_article_is_left_alone() {
        for text in [
            "Read more books, the minister told pupils on Monday, “and watch less television”.",
            "More from the north are expected to come on Friday.",
            "Reporting by the council shows that the bridge was never safe.",
            "“Our content is the best there is,” the owner of the station said.",
            "The company said that its privacy policy had not changed in ten years of business.",
            "He said the firm must change our terms of trade.",
            "Follow the money, investigators were told.",
            "Syrian journalists report shelling in the north.",
            "Copyright law in the Union is older than the web.",
            "The bridge was shut; the road stays open;",
            "Three of the 11 cables tore.",
            "Please enter, the mayor told the crowd.",
            "Events in the harbour took another turn on Monday.",
            "The news broke on Friday...",
            "Topics at the summit will be trade and war.",
            "Sign up or lose your place, he said",
        ] {
            assert!(!alone(text), "{text}");
        }
    }

    #[test]
    fn short_lines_at_the_foot_are_the_pages() {
        assert_eq!(
            marked("Head\n\nThe bridge is shut.\n\nGeography\nRuritania\nTopics\nTransport\nText version"),
            [false, false, true, true, true, true, true]
        );
        assert_eq!(marked("Head\n\nThe bridge is shut.\n\nTorn Cables"), [false; 3]);
        assert_eq!(marked("Head\n\nThe winners are:\n\nJane Roe\n\nJohn Doe\n\nMary Major"), [false; 5]);
    }

    #[test]
    fn notes_between_furniture_at_the_foot_are_furniture() {
        let about = "Example Radio journalists report the news in ten countries. We tell what others do not.";
        let text = format!(
            "Head\n\nThe bridge is shut.\n\n{about}\n\nExample Radio was banned in Ruritania.\n\nTo find out more, click here."
        );
        assert_eq!(marked(&text), [false, false, true, true, true]);
        let text = "Head\n\nThe bridge is shut.\n\nRead more: Storm\n\nThe mayor left.\n\nRead more: Flood\n\nThe end came.";
        assert_eq!(marked(text), [false, false, true, false, true, false]);
    }

    #[test]
    fn a_note_on_the_author_below_furniture() {
        let note = "Jane Roe is a senior editor at Example News.";
        assert_eq!(marked(&format!("Head\n\nThe bridge is shut.\n\nShare\n\n{note}")), [false, false, true, true]);
        assert_eq!(marked(&format!("Head\n\nThe bridge is shut.\n\n{note}")), [false, false, false]);
    }

    #[test]
    fn places() {
        assert!(
            is_place("The Town Hall, Exampleville")
                && !is_place("Jane Roe, who left")
                && !is_place("March 24, 2017")
                && !is_place("Exampleville")
        );
    }
}
