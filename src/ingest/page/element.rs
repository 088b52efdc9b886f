//! What the elements of a page are for, by their names, roles and classes.

use html5gum::StartTag;

/// Elements that hold nothing and are never closed.
const VOID: [&[u8]; 13] =
    [b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"source", b"track", b"wbr"];

/// Elements whose words are not shown as text.
const UNREAD: [&[u8]; 17] = [
    b"audio",
    b"button",
    b"canvas",
    b"datalist",
    b"dialog",
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

/// Elements beside the article: ways to other pages, forms, what is no part of the telling.
const BESIDE: [&[u8]; 5] = [b"aside", b"footer", b"form", b"menu", b"nav"];

/// Elements that stand inside a line and part no words.
const INLINE: [&[u8]; 36] = [
    b"a", b"abbr", b"acronym", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"font", b"i",
    b"img", b"ins", b"kbd", b"label", b"mark", b"picture", b"q", b"rp", b"rt", b"ruby", b"s", b"samp", b"small", b"source",
    b"span", b"strong", b"sub", b"sup", b"time", b"u", b"wbr",
];

/// Roles of what is beside the article.
const ROLES: [&str; 7] = ["banner", "complementary", "contentinfo", "dialog", "form", "navigation", "search"];

/// Words in the class or name of an element that is beside the article.
const HINTS: [&str; 32] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "newsletter",
    "outbrain",
    "paywall",
    "popular",
    "promo",
    "promoted",
    "readmore",
    "recirc",
    "recommended",
    "related",
    "share",
    "sharing",
    "signup",
    "social",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "toolbar",
    "trending",
    "tags",
    "topics",
];

/// Whether nothing closes the element.
pub fn is_void(name: &[u8]) -> bool {
    VOID.contains(&name)
}

/// Whether the element stands inside a line.
pub fn is_inline(name: &[u8]) -> bool {
    INLINE.contains(&name)
}

/// Whether the element holds a part of the page, and not a paragraph, a heading or a list.
pub fn is_part(name: &[u8]) -> bool {
    const PARTS: [&[u8]; 7] = [b"body", b"center", b"div", b"form", b"main", b"section", b"td"];
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

/// Whether the words in an element are not for reading: scripts, controls, what is hidden.
pub fn is_unread(tag: &StartTag<usize>) -> bool {
    let hidden = || tag.attributes.contains_key("hidden".as_bytes());
    let unshown = || attribute(tag, "style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    let spoken = || {
        let class = attribute(tag, "class").unwrap_or_default();
        class.contains("visually-hidden") || class.contains("visuallyhidden") || class.split_whitespace().any(|c| c == "sr-only")
    };
    UNREAD.contains(&tag.name.as_slice()) || hidden() || unshown() || spoken()
}

/// Whether an element says that it is beside the article.
pub fn is_beside(tag: &StartTag<usize>) -> bool {
    BESIDE.contains(&tag.name.as_slice()) || attribute(tag, "role").is_some_and(|role| ROLES.contains(&role.trim()))
}

/// Whether an element's class or name hints that it is beside the article.
pub fn is_hinted(tag: &StartTag<usize>) -> bool {
    let whole = [b"article".as_slice(), b"body", b"html", b"main", b"h1"];
    let hints = |value: String| value.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| HINTS.contains(&word));
    !whole.contains(&tag.name.as_slice()) && ["class", "id"].into_iter().any(|name| attribute(tag, name).is_some_and(hints))
}

/// Whether an element holds the main part of the page.
pub fn is_main(tag: &StartTag<usize>) -> bool {
    let is = |name: &str, wanted: &str| attribute(tag, name).is_some_and(|value| value == wanted);
    tag.name.as_slice() == b"main" || is("role", "main") || is("itemprop", "articlebody")
}
