//! Which pieces of a page are its article.
//!
//! An `article` that holds the headline or most of the page's running text, else what the page calls its main part, else the
//! part in which most of its sentences stand, else all of it; and of that not what says, or hints, that it is something else.

use super::asides;
use super::walk::{Page, Piece};
use crate::ingest::markup::Mark;
use crate::ingest::{captions, dates, furniture, words};
use std::ops::Range;

/// A share of the text that is too large for what stands above a headline.
const MUCH: (usize, usize) = (2, 5);

/// How many pieces above the headline a day is looked for.
const NEAR: usize = 8;

/// Words of a sentence below the headline that tells what the article is about.
const STANDFIRST: usize = 8;

/// Bytes of running text that are a whole article, however many others were loaded below it.
const WHOLE: usize = 1000;

/// Words of the shortest point that is made in a list below a headline.
const POINT: usize = 4;

/// Where the article of a page is.
pub struct Region {
    /// For each piece whether it belongs to the article.
    pub kept: Vec<bool>,
    /// For each piece whether it stands beside the article.
    pub beside: Vec<bool>,
    /// Whether the page's markup says where its article is.
    marked: bool,
}

/// Finds the article; `headline` is the piece that has the page's title, where one has.
pub fn of(page: &Page, headline: Option<usize>) -> Region {
    let pieces = page.pieces.as_slice();
    let beside = asides::beside(&page.asides, pieces, headline, &vec![true; pieces.len()]);
    let found = marked(pieces, &beside, headline);
    let mut kept = found.clone().unwrap_or_else(|| {
        let part = fullest(pieces, &page.parts, &beside);
        (0..pieces.len()).map(|n| part.as_ref().is_none_or(|part| part.contains(&n))).collect()
    });
    // What is much of the article may be little of the page.
    let beside = asides::beside(&page.asides, pieces, headline, &kept);
    kept.iter_mut().zip(&beside).for_each(|(kept, beside)| *kept &= !beside);
    headed_lists(page, &mut kept);
    // The main part of a page is more than its article.
    if kept.iter().zip(pieces).any(|(kept, piece)| *kept && piece.article.is_none()) {
        trailing_list(pieces, &mut kept);
        cards(pieces, &mut kept);
    }
    // How long ago it was, how many pictures there are.
    let counts = |piece: &Piece| {
        let age = piece.time && !piece.in_line && dates::whole(&piece.text).is_none();
        age || captions::is_counter(&piece.text) || piece.level == 0 && dates::is_beside(&piece.text)
    };
    kept.iter_mut().zip(pieces).for_each(|(kept, piece)| *kept &= !counts(piece));
    Region { kept, beside, marked: found.is_some() }
}

impl Region {
    fn keeps(&self, n: usize) -> bool {
        self.kept.get(n).copied().unwrap_or(false)
    }

    /// Takes up what the headline says: where the page's markup does not say where its article is, what stands above it is none
    /// of it; days, names, whole sentences, captions and points between it and the text are.
    pub fn below(&mut self, pieces: &[Piece], headline: usize) {
        if !self.marked {
            let told = |n: usize| if self.keeps(n) { pieces.get(n).map_or(0, Piece::told) } else { 0 };
            let all: usize = (0..pieces.len()).map(told).sum();
            let above: usize = (0..headline).map(told).sum();
            if above * MUCH.1 < all * MUCH.0 {
                // A day stands above the headline on some pages.
                let near = headline.saturating_sub(NEAR);
                for (n, (kept, piece)) in self.kept.iter_mut().zip(pieces).take(headline).enumerate() {
                    *kept = n >= near && dates::whole(&piece.text).is_some();
                }
            }
        }
        let first = self.kept.iter().skip(headline + 1).position(|kept| *kept).map_or(headline, |n| headline + 1 + n);
        let between = self.kept.iter_mut().zip(&self.beside).zip(pieces).take(first).skip(headline + 1);
        for ((kept, beside), piece) in between.filter(|((_, beside), _)| !**beside) {
            let text = piece.text.as_str();
            let named = text.starts_with("By ") && words::count(text) <= STANDFIRST;
            let point = matches!(piece.mark(), Mark::Item | Mark::Caption) && words::count(text) >= POINT;
            *kept |= !beside && (named || point || dates::whole(text).is_some() || dates::is_labelled(text) || piece.told() > 0);
        }
    }
}

/// The part in which three fifths of the page's sentences stand, or more, by their length and with no part between; else the one
/// that holds three quarters of them and no more of the page than it must.
fn fullest(pieces: &[Piece], parts: &[Range<usize>], beside: &[bool]) -> Option<Range<usize>> {
    let (mut sums, mut own) = (vec![0usize], vec![0usize; parts.len()]);
    for (piece, beside) in pieces.iter().zip(beside) {
        let told = if *beside { 0 } else { piece.told() };
        sums.push(sums.last().copied().unwrap_or(0) + told);
        piece.inside.and_then(|n| own.get_mut(n)).into_iter().for_each(|own| *own += told);
    }
    let sum = |at: usize| sums.get(at).copied().unwrap_or(0);
    let all = sum(pieces.len());
    // Of several that are equal the first.
    let densest = parts.iter().zip(&own).rev().max_by_key(|(_, own)| **own);
    if let Some((part, _)) = densest.filter(|(_, own)| **own * 5 >= all * 3 && all > 0) {
        return Some(part.clone());
    }
    let held = |part: &&Range<usize>| (sum(part.end) - sum(part.start.min(part.end))) * 4 >= all * 3;
    parts.iter().filter(held).min_by_key(|part| part.len()).filter(|_| all > 0).cloned()
}

/// The part of the page that its markup says is the article, or the main part.
fn marked(pieces: &[Piece], beside: &[bool], headline: Option<usize>) -> Option<Vec<bool>> {
    let weigh = |among: &dyn Fn(&Piece) -> bool| -> usize {
        pieces.iter().zip(beside).filter(|(piece, beside)| !**beside && among(piece)).map(|(piece, _)| piece.running()).sum()
    };
    let all = weigh(&|_| true);
    let articles = pieces.iter().filter_map(|piece| piece.article).max().map_or(0, |last| last + 1);
    let mut weights = vec![0usize; articles];
    for (piece, _) in pieces.iter().zip(beside).filter(|(_, beside)| !**beside) {
        if let Some(weight) = piece.article.and_then(|n| weights.get_mut(n)) {
            *weight += piece.running();
        }
    }
    // An article whose heading leads elsewhere is a teaser of another one.
    let mut teasers = vec![false; articles];
    for piece in pieces.iter().filter(|piece| piece.level > 0 && piece.mark() == Mark::Dead) {
        piece.article.and_then(|n| teasers.get_mut(n)).into_iter().for_each(|teaser| *teaser = true);
    }
    let within = |n: usize| Some(pieces.iter().map(|piece| piece.article == Some(n)).collect());
    let total: usize = weights.iter().zip(&teasers).filter(|(_, teaser)| !**teaser).map(|(weight, _)| weight).sum();
    // Below one headline others may follow with articles of their own.
    let headed = headline.and_then(|n| pieces.get(n)?.article).and_then(|n| Some((n, *weights.get(n)?)));
    let some = |weight: usize| weight * 4 >= total && weight * 8 >= all && weight > 0 || weight >= WHOLE;
    if let Some((n, weight)) = headed.filter(|(_, weight)| some(*weight)) {
        let own = pieces.iter().any(|piece| piece.level == 1 && piece.article.is_some_and(|other| other != n));
        if own || weight * 4 >= total * 3 && weight * 2 >= all {
            return within(n);
        }
    }
    // Of several that are equal the first.
    let best = weights.iter().enumerate().rev().max_by_key(|(_, weight)| **weight).map(|(n, weight)| (n, *weight));
    let much = |weight: usize| weight > 0 && weight * 2 >= all;
    // Where others tell as much, each is an entry of a live report.
    let alone = |weight: usize| weight * 4 >= total * 3;
    match best {
        Some((best, weight)) if much(weight) && alone(weight) => within(best),
        _ if much(weigh(&|piece| piece.main)) => Some(pieces.iter().map(|piece| piece.main).collect()),
        _ => None,
    }
}

/// Bytes of sentences that readers wrote about what stands below them.
const ABOVE: usize = 300;

fn told_above(pieces: &[Piece], kept: &[bool], at: usize) -> usize {
    pieces.iter().zip(kept).take(at).filter(|(_, kept)| **kept).map(|(piece, _)| piece.told()).sum()
}

/// Points below an article that lead elsewhere, from so many on.
const TEASERS: usize = 3;

/// Where no `article` says where it ends, takes out what stands below its last paragraph if that is a list of other pages: of
/// the points in it three, and two thirds of all, hold a link.
fn trailing_list(pieces: &[Piece], kept: &mut [bool]) {
    let is_kept = |n: usize| kept.get(n).copied().unwrap_or(false);
    let told = |piece: &Piece| piece.mark() == Mark::Text && piece.told() > 0;
    let Some(last) = pieces.iter().enumerate().rposition(|(n, piece)| is_kept(n) && told(piece)) else { return };
    let items = || pieces.iter().enumerate().skip(last + 1).filter(|(n, piece)| is_kept(*n) && piece.mark() == Mark::Item);
    let (all, linked) = items().fold((0, 0), |(all, linked), (_, piece)| (all + 1, linked + usize::from(piece.holds_link())));
    if linked >= TEASERS && linked * 3 >= all * 2 {
        kept.iter_mut().skip(last + 1).for_each(|kept| *kept = false);
    }
}

/// Words of the longest text on the card of another article.
const CARD: usize = 45;

/// Where no `article` says where it ends, takes out rows of cards: three parts or more, one after the other, of which each holds
/// nothing but a title that leads elsewhere and a few words below it, if they are a third of the text at most.
fn cards(pieces: &[Piece], kept: &mut [bool]) {
    let title = |piece: &Piece| piece.mark() == Mark::Dead && words::count(&piece.text) >= 3;
    let short = |piece: &Piece| piece.mark() == Mark::Text && !piece.holds_link() && words::count(&piece.text) <= CARD;
    // How many pieces the card that begins at a piece has.
    let card = |at: usize| {
        let part = pieces.get(at).filter(|piece| title(piece)).and_then(|piece| piece.inside)?;
        let within = pieces.iter().skip(at).take(8).take_while(|piece| piece.inside == Some(part)).count();
        let below = || pieces.iter().skip(at + 1).take(within.saturating_sub(1));
        let plain = below().all(|piece| short(piece) || piece.mark() == Mark::Dead);
        (plain && below().filter(|piece| short(piece)).count() == 1).then_some(within)
    };
    let mut rows: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let (first, mut many) = (at, 0);
        while let Some(within) = card(at) {
            (at, many) = (at + within, many + 1);
        }
        if many >= TEASERS {
            rows.push(first..at);
        }
        at = at.max(first + 1);
    }
    let told = |part: Range<usize>, kept: &[bool]| -> usize {
        part.filter(|n| kept.get(*n).copied().unwrap_or(false)).filter_map(|n| pieces.get(n)).map(Piece::told).sum()
    };
    let all = told(0..pieces.len(), kept);
    for part in rows {
        if told(part.clone(), kept) * 3 <= all {
            kept.iter_mut().take(part.end).skip(part.start).for_each(|kept| *kept = false);
        }
    }
}

/// Takes out the parts whose heading says that a list of other pages (`Most read`) or what readers wrote follows, or that the
/// reader is asked for something (`Join the conversation`), and the headings of parts in which nothing but links to other pages
/// stands.
fn headed_lists(page: &Page, kept: &mut [bool]) {
    let all: usize = page.pieces.iter().zip(kept.iter()).filter(|(_, kept)| **kept).map(|(piece, _)| piece.running()).sum();
    let mut lists = 0;
    for (n, piece) in page.pieces.iter().enumerate().filter(|(_, piece)| piece.level > 1) {
        let Some(part) = piece.inside.and_then(|id| page.parts.get(id)).cloned() else { continue };
        // A heading that heads a thousand pieces is none of a list of links.
        let held = || page.pieces.get(part.clone()).unwrap_or(&[]).iter().take(64);
        let links = part.len() <= 64
            && held().any(|piece| piece.mark() == Mark::Dead || furniture::is_prompt(&piece.text))
            && held().all(|piece| piece.running() == 0 || furniture::is_prompt(&piece.text));
        kept.get_mut(n).filter(|_| links).into_iter().for_each(|kept| *kept = false);
        let list = part.len() <= 64
            && part.start == n
            && lists < 64
            && (furniture::heads_a_list(&piece.text) || furniture::is_prompt(&piece.text));
        let replies = part.start == n && lists < 64 && furniture::heads_replies(&piece.text);
        if replies && told_above(&page.pieces, kept, n) >= ABOVE {
            lists += 1;
            kept.iter_mut().take(part.end).skip(part.start).for_each(|kept| *kept = false);
        }
        if list && held().map(Piece::running).sum::<usize>() * MUCH.1 < all * MUCH.0 {
            lists += 1;
            kept.iter_mut().take(part.end).skip(part.start).for_each(|kept| *kept = false);
        }
    }
}
