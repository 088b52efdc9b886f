//! Words that stand alone on a page as buttons, sections and signs, and lines of data about the page.

use crate::ingest::words;

/// Buttons, sections, signs.
#[rustfmt::skip]
const LABELS: [&str; 173] = [
    "shares", "likes", "views",
    "published", "updated", "posted", "share page", "about sharing", "share this page", "share this with", "share this story",
    "toggle caption", "enlarge this image", "hide caption", "view gallery", "show all", "article content", "story highlights",
    "accessibility links", "skip to content", "skip to main content", "skip to navigation", "breaking news",
    "latest news", "top stories", "news", "events", "home", "menu", "search", "sign in", "log in", "login", "register",
    "subscribe", "subscribe now", "world", "politics", "business", "sport", "sports", "opinion", "culture", "technology",
    "science", "health", "entertainment", "lifestyle", "travel", "video", "videos", "photos", "photo", "gallery", "image",
    "images", "audio", "podcast", "podcasts", "live", "print", "print this article", "print this page", "email",
    "email this", "share", "share this", "share this article", "share on facebook", "share on twitter", "tweet",
    "tweet this", "facebook", "twitter", "whatsapp", "linkedin", "copy link", "link copied", "save", "like", "comment",
    "comments", "view comments", "show comments", "load more", "show more", "read more", "more", "see more", "see also",
    "related", "related stories", "related articles", "related topics", "related content", "recommended",
    "recommended stories", "most read", "most popular", "most viewed", "trending", "trending now", "popular",
    "advertisement", "advertisements", "advertising", "sponsored", "sponsored content", "promoted",
    "story continues below advertisement", "article continues below", "continue reading", "continue reading below",
    "loading", "text version", "full version", "mobile version", "back to top", "newsletter", "newsletters", "cookies",
    "you are here", "opinions", "editorial", "in pictures", "local news", "uk news", "us news", "world news",
    "press release", "press releases", "reuters staff", "staff reporter", "staff and agencies", "afp", "reuters",
    "associated press", "the associated press", "play video", "watch now", "listen now", "article bookmarked", "bookmark",
    "send this by email", "follow us", "about us", "contact us", "privacy policy", "terms of use", "terms of service",
    "cookie policy", "cookie settings", "media caption", "image caption", "getty images", "file photo", "sign up",
    "sign up now", "ad", "read more »", "jump to comments", "explore more", "editors' picks", "editor's picks",
    "don't miss", "must read", "must reads", "what to read next", "up next", "more top stories", "more stories",
    "top news", "go to homepage",
];

/// Labels below which the headlines of other articles stand.
#[rustfmt::skip]
const LISTS: [&str; 32] = [
    "related", "related stories", "related articles", "related topics", "related content", "recommended",
    "recommended stories", "most read", "most popular", "most viewed", "trending", "trending now", "popular", "see also",
    "read more", "see more", "more stories", "more top stories", "what to read next", "up next", "don't miss",
    "must read", "must reads", "editors' picks", "editor's picks", "you may also like", "you might also like",
    "latest news", "top stories", "top news", "more from", "explore more",
];

/// Where articles are shared; a row of such names is a row of buttons.
#[rustfmt::skip]
const NETWORKS: [&str; 23] = [
    "facebook", "twitter", "x", "whatsapp", "linkedin", "pinterest", "reddit", "tumblr", "messenger", "telegram",
    "flipboard", "google+", "instagram", "email", "e-mail", "mail", "print", "share", "copy", "link", "sms", "viber",
    "vk",
];

/// A block without capitals and without marks at its ends.
fn bare(text: &str) -> String {
    text.to_lowercase().replace('’', "'").trim_matches(|c: char| !c.is_alphanumeric() && c != '+').to_owned()
}

/// Whether a block is a label and nothing else.
pub fn is_label(text: &str) -> bool {
    if text.len() > 80 {
        return false;
    }
    let bare = bare(text);
    let buttons = bare.split([' ', ',', '|', '•', '/']).filter(|w| !w.is_empty());
    let row = buttons.clone().count() >= 2 && buttons.clone().all(|w| NETWORKS.contains(&w));
    LABELS.contains(&bare.as_str()) || LISTS.contains(&bare.as_str()) || is_count(&bare) || row || is_path(text)
}

/// Whether the headlines of other articles follow.
pub fn heads_a_list(text: &str) -> bool {
    text.len() <= 40 && (LISTS.contains(&bare(text).as_str()) || bare(text).starts_with("more from "))
}

/// `12 comments`, `1.2k shares`, `16x9 image`, `5 min read`.
fn is_count(bare: &str) -> bool {
    let words: Vec<&str> = bare.split_whitespace().collect();
    let [number, what @ ..] = words.as_slice() else { return false };
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let size = number.split_once('x').is_some_and(|(a, b)| digits(a) && digits(b));
    let number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | 'k' | 'm'));
    match what {
        ["image" | "photo" | "picture" | "video"] => size,
        ["comments" | "comment" | "shares" | "share" | "likes" | "views" | "retweets"] => number,
        ["min" | "minute" | "minutes" | "mins", "read"] => number,
        _ => false,
    }
}

/// `Home > World > Europe`: the way to this page.
fn is_path(text: &str) -> bool {
    [" > ", " › ", " » "].iter().any(|sign| {
        let steps: Vec<&str> = text.split(sign).collect();
        steps.len() >= 2
            && steps.iter().all(|s| (1..=4).contains(&words::count(s)))
            && (steps.len() >= 3 || bare(text).starts_with("home"))
    })
}

/// Data about the page: `Tags: …`, `Published in sections: …`, `Filed under …`.
pub fn is_page_data(head: &str, text: &str) -> bool {
    #[rustfmt::skip]
    const STARTS: [&str; 22] = [
        "tags:", "tags ", "topics:", "filed under", "categories:", "category:", "published in ", "publication date",
        "publication status", "last updated", "last modified", "posted in ", "posted by ", "source url", "permalink",
        "short link", "section:", "sections:", "keywords:", "reading time", "estimated reading time", "you are here:",
    ];
    text.len() <= 160 && STARTS.iter().any(|s| head.starts_with(s)) && !words::ends_sentence(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_alone() {
        for text in [
            "Breaking News",
            "READ MORE",
            "Facebook Twitter WhatsApp",
            "Home > World > Europe",
            "12 comments",
            "1.2k shares",
            "3 Min Read",
            "Editors’ picks",
        ] {
            assert!(is_label(text), "{text}");
        }
        for text in
            ["News of the storm", "Share", "Facebook", "A > B", "Twitter bans ads", "12 dead", "Bridge > Ferry", "Print run ends"]
        {
            assert_eq!(is_label(text), matches!(text, "Share" | "Facebook"), "{text}");
        }
    }

    #[test]
    fn lists_of_other_articles_have_a_head() {
        assert!(heads_a_list("Related stories") && heads_a_list("More from Example News") && !heads_a_list("Share"));
    }
}
