//! What stands beside the article on a page: elements that say so by their names and roles, and those whose class, name or
//! test label hints so by a word that outlets widely use. Markup that would put much of the text beside the article is
//! not believed, neither the single element nor, on that page, the word.

use super::element::{self, attribute};
use super::replies::{self, Replies};
use super::walk::Piece;
use crate::ingest::words;
use html5gum::StartTag;

/// The share of the text that is too large for what stands beside an article.
const MUCH: (usize, usize) = (3, 5);

/// Elements beside the article: ways to other pages, forms, who wrote.
const ELEMENTS: [&str; 7] = ["address", "aside", "dialog", "footer", "form", "menu", "nav"];

/// Roles of what is beside the article.
#[rustfmt::skip]
const ROLES: [&str; 17] = [
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "form", "menu", "menubar", "menuitem",
    "navigation", "search", "tab", "tablist", "toolbar", "tooltip", "tree",
];

/// Words in the class or name of an element that is beside the article.
#[rustfmt::skip]
const HINTS: [&str; 106] = [
    "ad", "ads", "advert", "advertisement", "advertising", "affiliate", "alsoread", "audio", "audioplayer", "author",
    "authors", "banner", "bio", "breadcrumb", "breadcrumbs", "byline", "bylines", "comment", "comments", "connatix",
    "consent", "cookie", "cookies", "copyright", "cta", "dateline", "dianomi", "didomi", "disclaimer", "disqus", "donate",
    "donation", "factbox", "footer", "gdpr", "instagram", "livefyre", "livestream", "login", "marketing", "menu", "mgid",
    "modal", "mpu", "newsletter", "newsletters", "onetrust", "onward", "onwards", "openweb", "outbrain", "overlay",
    "pagination", "paywall", "piano", "player", "playlist", "poll", "popular", "popup", "promo", "promos", "promoted",
    "promotion", "puff", "pullquote", "quiz", "rail", "rating", "readmore", "recirc", "recirculation", "recommendation",
    "recommendations", "recommended", "registration", "regwall", "related", "revcontent", "share", "sharedaddy",
    "sharing", "sidebar", "signup", "social", "sponsor", "sponsored", "spotim", "subscribe", "subscription", "survey",
    "taboola", "tags", "teads", "teasers", "ticker", "timestamp", "toolbar", "topics", "trending", "tweet", "twitter",
    "upnext", "usercentrics", "viafoura", "zergnet",
];

/// Those of them that end longer words.
const TAILS: [&str; 2] = ["footer", "newsletter"];

/// Two words that together hint so.
const PAIRS: [(&str, &str); 20] = [
    ("also", "read"),
    ("article", "links"),
    ("contact", "info"),
    ("key", "events"),
    ("links", "block"),
    ("links", "grid"),
    ("more", "on"),
    ("most", "popular"),
    ("most", "read"),
    ("most", "viewed"),
    ("next", "up"),
    ("pull", "quote"),
    ("read", "more"),
    ("read", "next"),
    ("rich", "link"),
    ("right", "bar"),
    ("see", "also"),
    ("side", "bar"),
    ("tag", "list"),
    ("up", "next"),
];

/// The word for what bars the way to the rest of an article; the article's own words may stand in such an element.
const GATES: [&str; 3] = ["paywall", "subscribe", "subscription"];

/// Words by which what bars the way asks for money or an account.
#[rustfmt::skip]
const ASKS: [&str; 12] = [
    "abonn", "account", "cancel", "log in", "member", "offer", "reserved for", "sign in", "subscri", "suscri", "trial",
    "unlimited",
];

/// Kinds of what is beside an article: one for articles within the article, one for roles, one for links that hold a picture, a
/// title and a teaser, the others by their names.
const NESTED: usize = 0;
const ROLE: usize = 1;
const CARD: usize = 2;
const FIRST_ELEMENT: usize = 3;
const FIRST_HINT: usize = FIRST_ELEMENT + ELEMENTS.len();
const FIRST_PAIR: usize = FIRST_HINT + HINTS.len();
const FIRST_REPLY: usize = FIRST_PAIR + PAIRS.len();
const KINDS: usize = FIRST_REPLY + 1;

/// Bytes of sentences below a headline that are an article.
const TOLD: usize = 400;

/// Elements within elements that are looked at for one piece.
const REACH: usize = 32;

/// An element that says or hints that it is beside the article.
#[derive(Debug, Clone, Copy)]
pub struct Aside {
    /// The next such element around it; it opened before this one.
    pub around: Option<usize>,
    /// What it says that readers wrote of what stands in it.
    pub replies: Replies,
    kind: usize,
}

impl Aside {
    /// An element with these `words` in its class and labels, if it is such a one. `inside` says whether it stands in an `article`,
    /// `linked` whether in a link.
    pub fn of(tag: &StartTag<usize>, words: &[String], (inside, linked): (bool, bool), around: Option<usize>) -> Option<Aside> {
        let card = || (linked && !element::is_inline(tag.name.as_slice())).then_some(CARD);
        let replies = replies::named(tag, words);
        let named = || (replies != Replies::None).then_some(FIRST_REPLY);
        kind(tag, words, inside).or_else(card).or_else(named).map(|kind| Aside { around, replies, kind })
    }
}

fn kind(tag: &StartTag<usize>, words: &[String], inside: bool) -> Option<usize> {
    let name = tag.name.as_slice();
    if inside && element::is_article(tag, words) {
        return Some(NESTED);
    }
    if let Some(at) = ELEMENTS.iter().position(|element| element.as_bytes() == name) {
        return Some(FIRST_ELEMENT + at);
    }
    if attribute(tag, "role").is_some_and(|role| ROLES.contains(&role.trim())) {
        return Some(ROLE);
    }
    // What stands inside a line belongs to it.
    if [b"article".as_slice(), b"body", b"html", b"main", b"h1"].contains(&name) || element::is_inline(name) {
        return None;
    }
    // `meldungsfooter`
    let tail = |word: &String| TAILS.iter().find(|tail| word.ends_with(**tail)).copied();
    let hint = words.iter().find_map(|word| HINTS.iter().position(|hint| hint == word || tail(word) == Some(*hint)));
    let pair = || {
        let follows = |pair: &(&str, &str)| words.windows(2).any(|two| matches!(two, [a, b] if a == pair.0 && b == pair.1));
        PAIRS.iter().position(follows)
    };
    hint.map(|at| FIRST_HINT + at).or_else(|| pair().map(|at| FIRST_PAIR + at))
}

/// For each piece whether it is beside the article, as far as the page is to be believed. Weighed are the pieces `among` which
/// the article is.
pub fn beside(asides: &[Aside], pieces: &[Piece], headline: Option<usize>, among: &[bool]) -> Vec<bool> {
    // Of what readers wrote there may be more than of the article.
    let replies = replies::below(asides, pieces);
    let among: Vec<bool> = among.iter().zip(&replies).map(|(among, reply)| *among && !reply).collect();
    let among = among.as_slice();
    let weighed = || pieces.iter().zip(among).filter(|(_, among)| **among).map(|(piece, _)| piece);
    let all: usize = weighed().map(Piece::running).sum();
    let little = |weight: usize| weight * MUCH.1 < all * MUCH.0;
    let mut believed = elements(asides, pieces, little, among);
    // What holds the headline and sentences below it is not beside the article, whatever it is called.
    for id in chain(asides, headline.and_then(|at| pieces.get(at)?.aside)) {
        let hints = asides.get(id).is_some_and(|aside| aside.kind >= FIRST_HINT);
        let told = || pieces.iter().filter(|piece| chain(asides, piece.aside).any(|other| other == id)).map(Piece::told);
        if let Some(belief) = believed.get_mut(id).filter(|belief| **belief && hints && told().sum::<usize>() >= TOLD) {
            *belief = false;
        }
    }
    // A word that hints wrongly on many elements is wrong on all.
    let (mut kinds, mut last) = ([0usize; KINDS], [usize::MAX; KINDS]);
    for (n, piece) in weighed().enumerate() {
        for id in chain(asides, piece.aside).filter(|id| believed.get(*id).copied().unwrap_or(false)) {
            let kind = asides.get(id).map_or(0, |aside| aside.kind);
            let (Some(weight), Some(last)) = (kinds.get_mut(kind), last.get_mut(kind)) else { continue };
            // An element within one of its kind is counted with it.
            *weight += if *last == n { 0 } else { piece.running() };
            *last = n;
        }
    }
    for id in 0..asides.len() {
        let Some(aside) = asides.get(id) else { break };
        let around = aside.around.and_then(|around| believed.get(around).copied()).unwrap_or(false);
        let word = kinds.get(aside.kind).is_none_or(|weight| little(*weight));
        if let Some(belief) = believed.get_mut(id) {
            *belief = around || *belief && word;
        }
    }
    let beside = |piece: &Piece| piece.aside.and_then(|id| believed.get(id).copied()).unwrap_or(false);
    pieces.iter().zip(&replies).map(|(piece, reply)| *reply || beside(piece)).collect()
}

/// Which elements are to be believed, each looked at alone.
fn elements(asides: &[Aside], pieces: &[Piece], little: impl Fn(usize) -> bool, among: &[bool]) -> Vec<bool> {
    let (mut weights, mut asking) = (vec![0usize; asides.len()], vec![0usize; asides.len()]);
    for (piece, _) in pieces.iter().zip(among).filter(|(_, among)| **among) {
        let Some(id) = piece.aside else { continue };
        let low = words::opening(&piece.text, 400);
        let asks = ASKS.iter().any(|word| low.contains(word));
        for (weights, weight) in [(&mut weights, piece.running()), (&mut asking, if asks { piece.text.len() } else { 0 })] {
            weights.get_mut(id).into_iter().for_each(|sum| *sum += weight);
        }
    }
    // What stands in an element stands in those around it, which opened before.
    for id in (0..asides.len()).rev() {
        let Some(around) = asides.get(id).and_then(|aside| aside.around) else { continue };
        for weights in [&mut weights, &mut asking] {
            let weight = weights.get(id).copied().unwrap_or(0);
            weights.get_mut(around).into_iter().for_each(|sum| *sum += weight);
        }
    }
    let gate = |kind: usize| kind.checked_sub(FIRST_HINT).and_then(|at| HINTS.get(at)).is_some_and(|hint| GATES.contains(hint));
    let weighed = asides.iter().zip(weights.iter().zip(&asking));
    weighed.map(|(aside, (weight, asks))| little(*weight) && (!gate(aside.kind) || asks * 3 >= *weight)).collect()
}

/// An element and those around it.
pub fn chain(asides: &[Aside], innermost: Option<usize>) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(innermost, |id| asides.get(*id).and_then(|aside| aside.around)).take(REACH)
}
