//! Which pieces of a page are its article.
//!
//! An `article` that holds most of the page's running text, else what the page calls its main part, else the part in which
//! most of its sentences stand, else all of it; and of that not what says, or hints, that it is something else. A hint that
//! would take much of the text away is none.

use super::walk::{Page, Part, Piece};
use crate::ingest::{dates, words};
use std::ops::Range;

/// A share of the text that is too large for what stands beside an article.
const MUCH: (usize, usize) = (2, 5);

/// How many pieces above the headline a day is looked for.
const NEAR: usize = 8;

/// Words of a sentence below the headline that tells what the article is about.
const STANDFIRST: usize = 8;

/// For each piece whether it belongs to the article.
pub fn of(page: &Page) -> Vec<bool> {
    let pieces = page.pieces.as_slice();
    let mut kept = marked(pieces).unwrap_or_else(|| {
        let part = densest(pieces, &page.parts);
        (0..pieces.len()).map(|n| part.as_ref().is_none_or(|part| part.contains(&n))).collect()
    });
    // Markup that puts the article itself beside the article is not believed.
    for beside in [|piece: &Piece| piece.beside, |piece: &Piece| piece.hinted] {
        let inside = |only: bool| pieces.iter().zip(&kept).filter(move |(piece, kept)| **kept && (!only || beside(piece)));
        let weight = |only: bool| -> usize { inside(only).map(|(piece, _)| piece.running()).sum() };
        if weight(true) * MUCH.1 < weight(false) * MUCH.0 {
            kept.iter_mut().zip(pieces).for_each(|(kept, piece)| *kept &= !beside(piece));
        }
    }
    kept
}

/// Takes up, where the page's markup does not say where its article is, what the headline says: what stands above it is
/// none of it; days, names and whole sentences between it and the text are.
pub fn below(pieces: &[Piece], headline: usize, kept: &mut [bool]) {
    if marked(pieces).is_some() {
        return;
    }
    let told =
        |n: usize, kept: &[bool]| if kept.get(n).copied().unwrap_or(false) { pieces.get(n).map_or(0, Piece::told) } else { 0 };
    let all: usize = (0..pieces.len()).map(|n| told(n, kept)).sum();
    let above: usize = (0..headline).map(|n| told(n, kept)).sum();
    if above * MUCH.1 < all * MUCH.0 {
        // A day stands above the headline on some pages.
        let near = headline.saturating_sub(NEAR);
        for (n, (kept, piece)) in kept.iter_mut().zip(pieces).take(headline).enumerate() {
            *kept = n >= near && dates::whole(&piece.text).is_some();
        }
    }
    let first = kept.iter().skip(headline + 1).position(|kept| *kept).map_or(headline, |n| headline + 1 + n);
    for (kept, piece) in kept.iter_mut().zip(pieces).take(first).skip(headline + 1).filter(|(_, piece)| !piece.beside) {
        let text = piece.text.as_str();
        let named = text.starts_with("By ") && words::count(text) <= STANDFIRST;
        *kept |= named || dates::whole(text).is_some() || dates::is_labelled(text) || piece.told() > 0;
    }
}

/// The part in which three fifths of the page's sentences stand, or more, by their length and with no part between.
fn densest(pieces: &[Piece], parts: &[Part]) -> Option<Range<usize>> {
    let all: usize = pieces.iter().map(Piece::told).sum();
    // Of several that are equal the first.
    let best = parts.iter().rev().max_by_key(|part| part.told)?;
    (best.told * 5 >= all * 3 && all > 0).then(|| best.pieces.clone())
}

/// The part of the page that its markup says is the article, or the main part.
fn marked(pieces: &[Piece]) -> Option<Vec<bool>> {
    let weigh = |among: &dyn Fn(&Piece) -> bool| -> usize { pieces.iter().filter(|p| among(p)).map(Piece::running).sum() };
    let all = weigh(&|piece| !piece.beside);
    let articles = pieces.iter().filter_map(|piece| piece.article).max().map_or(0, |last| last + 1);
    let mut weights = vec![0usize; articles];
    for piece in pieces.iter().filter(|piece| !piece.beside) {
        if let Some(weight) = piece.article.and_then(|n| weights.get_mut(n)) {
            *weight += piece.running();
        }
    }
    // Of several that are equal the first.
    let best = weights.iter().enumerate().rev().max_by_key(|(_, weight)| **weight).map(|(n, weight)| (n, *weight));
    let much = |weight: usize| weight > 0 && weight * 2 >= all;
    // Where others tell as much, each is an entry of a live report.
    let alone = |weight: usize| weight * 4 >= weights.iter().sum::<usize>() * 3;
    match best {
        Some((best, weight)) if much(weight) && alone(weight) => {
            Some(pieces.iter().map(|piece| piece.article == Some(best)).collect())
        }
        _ if much(weigh(&|piece| piece.main && !piece.beside)) => Some(pieces.iter().map(|piece| piece.main).collect()),
        _ => None,
    }
}
