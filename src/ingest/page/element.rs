//! What the elements of a page are for, by their names, roles and classes.

use crate::ingest::markup::Mark;
use html5gum::StartTag;

/// Elements that hold nothing and are never closed.
const VOID: [&[u8]; 13] =
    [b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"source", b"track", b"wbr"];

/// Elements whose words are not shown as text.
const UNREAD: [&[u8]; 16] = [
    b"audio",
    b"button",
    b"canvas",
    b"datalist",
    b"iframe",
    b"map",
    b"math",
    b"noscript",
    b"object",
    b"script",
    b"select",
    b"style",
    b"svg",
    b"template",
    b"textarea",
    b"video",
];

/// Elements that stand inside a line and part no words.
const INLINE: [&[u8]; 39] = [
    b"a", b"abbr", b"acronym", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"font", b"i",
    b"img", b"ins", b"kbd", b"label", b"mark", b"nobr", b"picture", b"q", b"rp", b"rt", b"ruby", b"s", b"samp", b"small",
    b"source", b"span", b"strike", b"strong", b"sub", b"sup", b"time", b"tt", b"u", b"wbr",
];

/// Words in the class of what only machines that read aloud are to tell.
const SPOKEN: [&str; 8] = [
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screenreader-text",
    "screen-reader-only",
    "screenreader",
    "assistive-text",
    "a11y-hidden",
];

/// Whether nothing closes the element.
pub fn is_void(name: &[u8]) -> bool {
    VOID.contains(&name)
}

/// Whether the element stands inside a line.
pub fn is_inline(name: &[u8]) -> bool {
    INLINE.contains(&name)
}

/// Whether the element holds a part of the page, and not a paragraph or a heading.
pub fn is_part(name: &[u8]) -> bool {
    const PARTS: [&[u8]; 11] = [b"article", b"body", b"center", b"div", b"form", b"li", b"main", b"ol", b"section", b"td", b"ul"];
    PARTS.contains(&name)
}

/// The level of a heading, 1 to 6.
pub fn level(name: &[u8]) -> Option<u8> {
    match name {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

/// An attribute's value, in small letters.
pub fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).to_ascii_lowercase())
}

/// Bytes of a class that are looked at.
const LONGEST: usize = 400;

/// The words of an element's own name, if a page made it up, and of its class, name and labels, in small letters: `relatedBox` →
/// `related`, `box`.
pub fn attribute_words(tag: &StartTag<usize>) -> Vec<String> {
    const NAMED: [&str; 8] = ["class", "id", "data-area", "data-component", "data-cy", "data-gu-name", "data-qa", "data-testid"];
    let mut words = Vec::new();
    // Words within a line need no labels but those of names and credits.
    if is_inline(&tag.name)
        && !matches!(tag.name.as_slice(), b"a" | b"b" | b"cite" | b"em" | b"i" | b"small" | b"span" | b"strong")
    {
        return words;
    }
    if tag.name.contains(&b'-') {
        words_of(&String::from_utf8_lossy(&tag.name), &mut words);
    }
    for (name, value) in &tag.attributes {
        if NAMED.iter().any(|named| named.as_bytes() == name.as_slice()) {
            let value = String::from_utf8_lossy(value.get(..value.len().min(LONGEST)).unwrap_or(value));
            // `section--has-ads`
            let parts = value.split_whitespace().flat_map(|class| class.split("--"));
            parts.filter(|class| !is_of_layout(class)).for_each(|class| words_of(class, &mut words));
        }
    }
    words
}

/// Whether a class tells what else the page has or hides: `has-related`, `no-sidebar`, `hidden-contents-menu`.
fn is_of_layout(class: &str) -> bool {
    ["has-", "hidden-", "hide-", "no-", "show-", "with-", "without-"].iter().any(|start| class.starts_with(start))
}

fn words_of(value: &str, words: &mut Vec<String>) {
    for token in value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|token| !token.is_empty()) {
        let humps: Vec<usize> = token
            .bytes()
            .zip(token.bytes().skip(1))
            .enumerate()
            .filter(|(_, (a, b))| a.is_ascii_lowercase() && b.is_ascii_uppercase())
            .map(|(at, _)| at + 1)
            .collect();
        let bounds: Vec<usize> = std::iter::once(0).chain(humps.iter().copied()).chain([token.len()]).collect();
        let parts = || bounds.windows(2).filter_map(|two| token.get(*two.first()?..*two.get(1)?));
        // Letters that a machine threw together hold no words.
        if !humps.is_empty() && parts().any(|part| part.len() >= 5) && parts().all(|part| part.len() >= 2) {
            words.extend(parts().map(str::to_ascii_lowercase));
        } else {
            words.push(token.to_ascii_lowercase());
        }
    }
}

/// Whether the words in an element are not for reading: scripts, controls, what is hidden.
pub fn is_unread(tag: &StartTag<usize>) -> bool {
    let hidden = || tag.attributes.contains_key("hidden".as_bytes());
    let unshown = || {
        attribute(tag, "style").is_some_and(|style| {
            let style = style.replace(' ', "");
            ["display:none", "visibility:hidden", "clip:rect(0", "clip:rect(1px", "clip-path:inset(50%", "clip-path:inset(100%"]
                .iter()
                .any(|hides| style.contains(hides))
        })
    };
    let spoken = || {
        let class = attribute(tag, "class").unwrap_or_default();
        SPOKEN.iter().any(|word| class.contains(word)) || class.split_whitespace().any(|c| c == "sr-only")
    };
    UNREAD.contains(&tag.name.as_slice()) || spoken() || (hidden() || unshown()) && !is_body(tag)
}

/// Whether an element says that it holds the text of the article: some pages hide it until a script has asked for leave or money.
fn is_body(tag: &StartTag<usize>) -> bool {
    let is = |value: String| ["articlebody", "article-body", "article_body", "storybody", "story-body"].contains(&value.as_str());
    tag.name.as_slice() != b"template" && ["id", "itemprop"].into_iter().filter_map(|name| attribute(tag, name)).any(is)
}

/// What an element makes of the words in it.
pub fn mark(name: &[u8], words: &[String]) -> Option<Mark> {
    const CAPTIONS: [&str; 5] = ["caption", "captions", "cutline", "figcaption", "legend"];
    const CREDITS: [&str; 4] = ["credit", "credits", "copyright", "photographer"];
    // The name of a section or a theme above a headline.
    const KICKERS: [&str; 6] = ["eyebrow", "kicker", "overline", "pretitle", "rubric", "topline"];
    match name {
        b"li" => return Some(Mark::Item),
        b"caption" => return Some(Mark::Caption),
        _ if level(name).is_some() => return Some(Mark::Heading),
        b"figcaption" | b"b" | b"cite" | b"div" | b"em" | b"i" | b"p" | b"small" | b"span" | b"strong" => {}
        _ => return None,
    }
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if has(&CREDITS) || has(&KICKERS) {
        Some(Mark::Dead)
    } else if name == b"figcaption" || has(&CAPTIONS) {
        Some(Mark::Caption)
    } else {
        None
    }
}

/// Whether an element holds a picture and what is said of it.
pub fn is_figure(name: &[u8], words: &[String]) -> bool {
    const PICTURES: [&str; 6] = ["bild", "figure", "foto", "image", "photo", "picture"];
    // `text-with-image`
    const TEXTS: [&str; 6] = ["body", "content", "has", "story", "text", "with"];
    // A film, its title and how long it is; not a page that shows one.
    const FILMS: [&str; 6] = ["video", "videobox", "videocontainer", "videoplayer", "videoteaser", "videowrapper"];
    const PAGES: [&str; 7] = ["article", "layout", "main", "news", "page", "post", "wrap"];
    match name {
        b"figure" => true,
        b"div" => {
            let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
            // `hauptbild`, `leadimage`
            let picture = |word: &String| PICTURES.iter().any(|picture| word.ends_with(picture));
            (words.iter().any(picture) || has(&FILMS) && !has(&PAGES)) && !has(&TEXTS)
        }
        _ => false,
    }
}

/// Whether pictures with words below follow one another in the element.
pub fn is_slides(name: &[u8], words: &[String]) -> bool {
    const SLIDES: [&str; 5] = ["carousel", "gallery", "lightbox", "slideshow", "slider"];
    matches!(name, b"div" | b"section" | b"ul") && words.iter().any(|word| SLIDES.contains(&word.as_str()))
}

/// Whether an element says who wrote the article, or when.
pub fn is_signature(tag: &StartTag<usize>, words: &[String]) -> bool {
    const SIGNS: [&str; 9] =
        ["author", "authors", "byline", "bylines", "contributor", "contributors", "dateline", "pubdate", "timestamp"];
    let is = |name: &str, wanted: &str| attribute(tag, name).is_some_and(|value| value == wanted);
    tag.name.as_slice() == b"address"
        || is("rel", "author")
        || is("itemprop", "author")
        || words.iter().any(|word| SIGNS.contains(&word.as_str()))
}

/// Whether an element holds an article, of which a page may have several: the element made for it, or one that says so in the way
/// of microformats (`hentry`) or of search engines (`itemtype=".../NewsArticle"`).
pub fn is_article(tag: &StartTag<usize>, words: &[String]) -> bool {
    let says = || {
        words.iter().any(|word| word == "hentry")
            || attribute(tag, "itemtype").is_some_and(|kind| kind.ends_with("article") || kind.ends_with("posting"))
    };
    tag.name.as_slice() == b"article" || matches!(tag.name.as_slice(), b"div" | b"section" | b"li") && says()
}

/// Whether an element holds the main part of the page.
pub fn is_main(tag: &StartTag<usize>) -> bool {
    let is = |name: &str, wanted: &str| attribute(tag, name).is_some_and(|value| value == wanted);
    tag.name.as_slice() == b"main" || is("role", "main") || is("itemprop", "articlebody")
}
