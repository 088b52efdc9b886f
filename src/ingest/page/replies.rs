//! What readers wrote below an article. There may be more of it than of the article, so that no share of the page's text tells
//! whether an element that says so is to be believed; where it stands and what it is made of do.

use super::asides::{self, Aside};
use super::element::{self, attribute};
use super::walk::Piece;
use html5gum::StartTag;

/// Bytes of sentences that stand above what readers wrote about them.
const ABOVE: usize = 400;

/// How many elements that say so stand in the one that holds them all.
const INSIDE: usize = 3;

/// Whether an element says that readers wrote what stands in it: `comment-list`, `commentlist`, `itemtype=".../Comment"`.
pub fn is_named(tag: &StartTag<usize>, words: &[String]) -> bool {
    #[rustfmt::skip]
    const NAMES: [&str; 15] = [
        "comentarios", "comment", "commentaires", "commentbody", "commentbox", "commentlist", "commentlists", "comments",
        "commentslist", "commenttext", "disqus", "forum", "kommentar", "kommentare", "livefyre",
    ];
    let name = tag.name.as_slice();
    let block = !element::is_inline(name) && ![b"body".as_slice(), b"html", b"main", b"h1"].contains(&name);
    block
        && (words.iter().any(|word| NAMES.contains(&word.as_str()))
            || attribute(tag, "itemtype").is_some_and(|kind| kind.ends_with("/comment") || kind.ends_with("/usercomments")))
}

/// For each piece whether readers wrote it: it stands below an article, in an element that says so and holds several which say so
/// as well.
pub fn below(asides: &[Aside], pieces: &[Piece]) -> Vec<bool> {
    let mut inside = vec![0usize; asides.len()];
    // An element opens before those in it.
    for (id, aside) in asides.iter().enumerate().rev() {
        let own = inside.get(id).copied().unwrap_or(0) + usize::from(aside.replies);
        aside.around.and_then(|around| inside.get_mut(around)).into_iter().for_each(|sum| *sum += own);
    }
    let named = |id: &usize| asides.get(*id).is_some_and(|aside| aside.replies);
    let mut opened = vec![None; asides.len()];
    let mut above = 0;
    let mut below = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let mut reply = false;
        for id in asides::chain(asides, piece.aside).filter(named) {
            let above = opened.get_mut(id).map_or(0, |opened| *opened.get_or_insert(above));
            reply |= above >= ABOVE && inside.get(id).is_some_and(|inside| *inside >= INSIDE);
        }
        above += if reply { 0 } else { piece.told() };
        below.push(reply);
    }
    below
}
