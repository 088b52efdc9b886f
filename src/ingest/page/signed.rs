//! Who signed the article and when, as the page shows it: what stands between the headline and the text, in elements that say
//! that they name the author.

use super::walk::Piece;
use crate::ingest::bylines::{byline, is_signed, named, titled};
use crate::ingest::header::Labels;
use crate::ingest::markup::Mark;
use crate::ingest::{dates, words};

/// Pieces below the article's first sentence that are looked at.
const BELOW: usize = 6;

/// Authors whose names are looked for.
const AUTHORS: usize = 10;

/// Pieces between the headline and the text that are looked at.
const BETWEEN: usize = 200;

/// Words of the longest line that names who wrote.
const LONGEST: usize = 20;

/// Takes from the pieces that sign the article what its records do not say, and dismisses those that only repeat the names.
pub fn read(pieces: &mut [Piece], kept: &[bool], headline: usize, labels: &mut Labels) {
    let is_kept = |n: usize| kept.get(n).copied().unwrap_or(false);
    let body = pieces.iter().enumerate().position(|(n, piece)| n > headline && is_kept(n) && piece.told() > 0);
    let end = body.map_or(pieces.len(), |body| body + BELOW).min(headline + BETWEEN);
    for piece in pieces.iter().take(end).skip(headline).filter(|piece| piece.level == 0) {
        let text = piece.text.as_str();
        if words::count(text) > LONGEST {
            continue;
        }
        let line = undated(text);
        if let Some(names) = byline(line)
            .or_else(|| Some(line).filter(|_| piece.signature && is_signed(line)))
            .or_else(|| titled(line).filter(|_| piece.signature))
            .and_then(named)
        {
            if labels.byline.as_ref().is_none_or(|known| says_more(&names, known, labels.outlet.as_deref())) {
                labels.byline = Some(names);
            }
        } else if piece.signature {
            labels.see(dates::whole(text));
        }
    }
    let known: Vec<Vec<String>> =
        labels.byline.iter().flat_map(|names| people(names)).filter(|name| is_whole(name)).take(AUTHORS).collect();
    if known.is_empty() {
        return;
    }
    for (n, piece) in pieces.iter_mut().enumerate().skip(headline + 1).filter(|(_, piece)| piece.level == 0) {
        if piece.text.len() > 300
            || words::count(&piece.text) > LONGEST
            || words::ends_sentence(&piece.text)
            || piece.mark() == Mark::Caption
        {
            continue;
        }
        let bare = words::bare(&piece.text);
        // Far below the headline a name alone is one.
        let names = |name: &Vec<String>| if n < end { bare.windows(name.len()).any(|run| run == name) } else { bare == *name };
        if known.iter().any(names) && byline(&piece.text).is_none() {
            piece.dismiss();
        }
    }
}

/// Whether a name is a person's first and last, or one of three signs or more where no space parts them.
fn is_whole(name: &[String]) -> bool {
    name.len() > 1 || name.iter().any(|word| !word.is_ascii() && word.chars().count() >= 3)
}

/// `By Jane Roe - 3 March 2026` → `By Jane Roe`; so `By Jane Roe | 2 hours ago`.
fn undated(text: &str) -> &str {
    const SIGNS: [&str; 6] = [" - ", " – ", " — ", " | ", " · ", ", "];
    let dated = SIGNS.into_iter().filter_map(|sign| text.split_once(sign)).find(|(_, rest)| dates::whole(rest).is_some());
    let aged = || SIGNS.into_iter().filter_map(|sign| text.rsplit_once(sign)).find(|(_, rest)| is_age(rest));
    dated.or_else(aged).map_or(text, |(names, _)| names)
}

/// How long ago it was: `1 hr 4 mins ago`.
fn is_age(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = words.first().is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()) || matches!(*w, "a" | "an"));
    (2..=6).contains(&words.len()) && number && words.last() == Some(&"ago")
}

/// The names in a byline, each as its words.
fn people(byline: &str) -> Vec<Vec<String>> {
    let parts = byline.split([',', ';', '&']).flat_map(|part| part.split(" and ")).map(words::bare);
    parts.filter(|words| !words.is_empty()).collect()
}

/// Whether names that a page shows are those of its record, and more: some records name the first author only.
fn says_more(shown: &str, known: &str, outlet: Option<&str>) -> bool {
    let outlet = outlet.map(words::bare).unwrap_or_default();
    let shown: Vec<Vec<String>> = people(shown).into_iter().filter(|words| *words != outlet).collect();
    let known = people(known);
    shown.len() > known.len() && known.iter().all(|name| shown.contains(name))
}
