//! Which pieces of a page are its article.
//!
//! An `article` that holds most of the page's running text, else what the page calls its main part, else all of it; and of
//! that not what says, or hints, that it is something else. A hint that would take much of the text away is none.

use super::walk::Piece;

/// A share of the text that is too large for what stands beside an article.
const MUCH: (usize, usize) = (2, 5);

/// For each piece whether it belongs to the article.
pub fn of(pieces: &[Piece]) -> Vec<bool> {
    let mut kept = region(pieces);
    // Markup that puts the article itself beside the article is not believed.
    for beside in [|piece: &Piece| piece.beside, |piece: &Piece| piece.hinted] {
        let weight = |only: bool| -> usize {
            let inside = pieces.iter().zip(&kept).filter(|(piece, kept)| **kept && (!only || beside(piece)));
            inside.map(|(piece, _)| piece.running()).sum()
        };
        if weight(true) * MUCH.1 < weight(false) * MUCH.0 {
            kept.iter_mut().zip(pieces).for_each(|(kept, piece)| *kept &= !beside(piece));
        }
    }
    kept
}

/// The part of the page in which the article stands, whatever else stands there.
fn region(pieces: &[Piece]) -> Vec<bool> {
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
        Some((best, weight)) if much(weight) && alone(weight) => pieces.iter().map(|piece| piece.article == Some(best)).collect(),
        _ if much(weigh(&|piece| piece.main && !piece.beside)) => pieces.iter().map(|piece| piece.main).collect(),
        _ => vec![true; pieces.len()],
    }
}
