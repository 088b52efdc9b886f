//! Which blocks belong to the page and not to the article: navigation, links to other pages, forms, credits, what an outlet
//! says about itself, code. Each rule is a general fact about newspaper pages. Rules that look at one block come together in
//! [`is_furniture`]; those that need its neighbours in [`spread`].

mod labels;
mod neighbours;
mod prompts;

pub use labels::{heads_a_list, heads_a_picture, heads_replies, is_number};
pub use neighbours::{is_place, spread};

use super::captions::is_counter;
use super::dates;
use super::markup::Mark;
use super::paragraphs::Block;
use super::words;

/// Bytes at a block's start that tell how it opens.
const HEAD: usize = 60;

/// Whether a block, looked at alone, is page furniture.
pub fn is_furniture(block: &Block) -> bool {
    let text = block.text.as_str();
    if block.mark == Mark::Dead || is_elision(text) || is_code(text) || is_counter(text) || is_sign(text) {
        return true;
    }
    // What is longer than a legal notice is the article's.
    if text.len() > 900 {
        return false;
    }
    let head = words::opening(text, HEAD);
    labels::is_label(text) || labels::is_page_data(&head, text) || dates::is_labelled(text) || prompts::is_prompt(&head, text)
}

/// Whether a text by itself prompts the reader or speaks of the page.
pub fn is_prompt(text: &str) -> bool {
    prompts::is_prompt(&words::opening(text, HEAD), text)
}

/// `<…>`, `[...]`: something was left out here.
pub fn is_elision(text: &str) -> bool {
    text.len() <= 12 && (text.contains('…') || text.contains("...")) && !text.chars().any(char::is_alphanumeric)
}

/// The name of a picture's file; an initial that was set as a picture beside its word; a bare bullet's letter.
fn is_sign(text: &str) -> bool {
    const PICTURES: [&str; 6] = [".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"];
    let file = text.len() <= 200 && !text.contains(' ') && {
        let low = text.to_lowercase();
        PICTURES.iter().any(|ending| low.ends_with(ending))
    };
    file || text.len() == 1 && text.starts_with(|c: char| c.is_ascii_alphabetic() && !matches!(c, 'A' | 'Q'))
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
    let unfilled = text.contains("{{") && text.contains("}}");
    property || brace || script || unfilled
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::ingest::paragraphs;

    fn alone(text: &str) -> bool {
        paragraphs::blocks(text, 1).blocks.first().is_some_and(is_furniture)
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
            "8 hours ago",
            "Updated 54 mins ago - Health",
            "Advertisement 2",
            "Lire aussi | Ces ponts qui font peur",
            "Jane Roe can be reached at 555-0100 or jroe@news.example.",
            "This story has been updated with more details.",
            "To continue reading, subscribe now.",
            "A ferry ran aground in the fog. Full story »",
            "Continue reading →",
            "You have 1 article left to read this month.",
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
            "« Le pont est fermé », dit la maire, « et la ville attend »",
            "Two hours ago the bridge was shut",
            "The island can be reached at low tide.",
            "Invalid emails were sent to voters, the court was told.",
            "Advertisement of the year",
            "Sign up or lose your place, he said",
            "The crews called for four appliances to help with the fire.",
            "Example Net’s new privacy policy: what you need to know",
            "The firm changed its terms of service on Monday.",
        ] {
            assert!(!alone(text), "{text}");
        }
    }
}
