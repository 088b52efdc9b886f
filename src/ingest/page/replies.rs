//! What readers wrote below an article. There may be more of it than of the article, so that no share of the page's text tells
//! whether an element that says so is to be believed; where it stands and what it is made of do.

use super::asides::{self, Aside};
use super::element::{self, attribute};
use super::walk::Piece;
use html5gum::StartTag;

/// Bytes of sentences that stand above what readers wrote about them.
const ABOVE: usize = 400;

/// Bytes of sentences above an element that says it holds all of what readers wrote, whatever its own elements say.
const LONG: usize = 1200;

/// How many elements that say so stand in the one that holds them all.
const INSIDE: usize = 3;

/// What an element says that readers wrote of what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replies {
    /// Nothing.
    None,
    /// This: `comment-12`, `itemtype=".../Comment"`.
    One,
    /// All that is below the article: `comments`, `commentlist`.
    All,
}

/// What an element says that readers wrote of what stands in it.
pub fn named(tag: &StartTag<usize>, words: &[String]) -> Replies {
    const ALL: [&str; 9] = [
        "comentarios",
        "commentaires",
        "commentlist",
        "commentlists",
        "comments",
        "commentslist",
        "disqus",
        "kommentare",
        "livefyre",
    ];
    #[rustfmt::skip]
    const ONE: [&str; 6] = ["comment", "commentbody", "commentbox", "commenttext", "forum", "kommentar"];
    let name = tag.name.as_slice();
    let block = !element::is_inline(name) && ![b"body".as_slice(), b"html", b"main", b"h1"].contains(&name);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let kind = attribute(tag, "itemtype").unwrap_or_default();
    if block && has(&ALL) {
        Replies::All
    } else if block && (has(&ONE) || kind.ends_with("/comment") || kind.ends_with("/usercomments")) {
        Replies::One
    } else {
        Replies::None
    }
}

/// For each piece whether readers wrote it: it stands below an article, in an element that says so and holds several which say so
/// as well, or far below in one that says it holds them all.
pub fn below(asides: &[Aside], pieces: &[Piece]) -> Vec<bool> {
    let mut inside = vec![0usize; asides.len()];
    // An element opens before those in it.
    for (id, aside) in asides.iter().enumerate().rev() {
        let own = inside.get(id).copied().unwrap_or(0) + usize::from(aside.replies != Replies::None);
        aside.around.and_then(|around| inside.get_mut(around)).into_iter().for_each(|sum| *sum += own);
    }
    let named = |id: &usize| asides.get(*id).is_some_and(|aside| aside.replies != Replies::None);
    let mut opened = vec![None; asides.len()];
    let mut above = 0;
    let mut below = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let mut reply = false;
        for id in asides::chain(asides, piece.aside).filter(named) {
            let above = opened.get_mut(id).map_or(0, |opened| *opened.get_or_insert(above));
            reply |= above >= ABOVE && inside.get(id).is_some_and(|inside| *inside >= INSIDE)
                || above >= LONG && asides.get(id).is_some_and(|aside| aside.replies == Replies::All);
        }
        above += if reply { 0 } else { piece.told() };
        below.push(reply);
    }
    below
}
