//! A saved web page in, its article out: which parts of the page are the article (`region`), its words piece by piece
//! (`walk`), and what the page says of itself (`about`). What stands around the article is kept as furniture. The page is
//! read as it was saved: no script runs and nothing is fetched.

mod about;
mod element;
mod region;
mod walk;

use super::limits;
use super::markup::Mark;
use super::outlet;
use super::paragraphs::{Block, Blocks};
use super::text::{self, Text};
use super::words;
use walk::Piece;

/// Whether a text is a web page: it begins like one.
pub fn is_page(text: &str) -> bool {
    let mut start = text.trim_start_matches('\u{feff}').trim_start();
    // What an XML writer or a browser puts before.
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->")] {
        if let Some((_, rest)) = start.strip_prefix(open).and_then(|rest| rest.split_once(close)) {
            start = rest.trim_start();
        }
    }
    let begins = |word: &str| start.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    ["<!doctype html", "<html", "<head>"].into_iter().any(begins)
}

/// Reads a page; none where it is a report that this program wrote.
pub fn read(html: &str) -> Option<Text> {
    let page = walk::walk(html);
    let mut kept = region::of(&page);
    let walk::Page { mut pieces, about, .. } = page;
    if about.generator.starts_with("rashomon") {
        return None;
    }
    let mut labels = about.labels();
    let called = labels.headline.as_deref().unwrap_or(&about.title);
    let headline = headline(&pieces, &kept, called);
    if let Some(headline) = headline {
        region::below(&pieces, headline, &mut kept);
    }
    if labels.outlet.is_none() {
        let main = headline.and_then(|n| pieces.get(n)).map(|piece| piece.text.as_str());
        labels.outlet = site(&about.title, main.or(labels.headline.as_deref()));
    }
    let mut title = labels.headline.take();
    let (mut article, mut around) = (Vec::new(), Vec::new());
    for (n, piece) in pieces.iter_mut().enumerate() {
        match kept.get(n) {
            _ if Some(n) == headline => article.insert(0, block(piece, Mark::Heading)),
            Some(true) => article.push(block(piece, piece.mark())),
            _ => around.push(block(piece, Mark::Dead)),
        }
    }
    if headline.is_some() {
        title = article.first().map(|block| block.text.clone());
    }
    let title = title.map(|title| without_site(&title, labels.outlet.as_deref()));
    let (blocks, cut) = within_limits(article);
    let mut text = Text { labels, cut, ..Text::default() };
    text::take(Blocks { blocks, removed: 0 }, title.as_deref(), &mut text);
    if text.headline.is_empty() && !about.title.is_empty() {
        text.headed(&without_site(&about.title, text.labels.outlet.as_deref()));
    }
    text.named = text.named.or_else(|| around.iter().rev().find_map(|block| outlet::self_named(&block.text)));
    text.furniture(&within_limits(around).0);
    Some(text)
}

/// A piece as a block of the article.
fn block(piece: &mut Piece, mark: Mark) -> Block {
    Block { lines: piece.lines, text: std::mem::take(&mut piece.text), mark, gap: true }
}

/// The headline: the only main heading of the article, else the one of the page that says what the page is called.
fn headline(pieces: &[Piece], kept: &[bool], title: &str) -> Option<usize> {
    let wanted = words::bare(title);
    let among = |inside: bool| {
        let mains = pieces.iter().enumerate().filter(|(_, piece)| piece.level == 1);
        mains.filter(move |(n, _)| !inside || kept.get(*n).copied().unwrap_or(false)).map(|(n, _)| n)
    };
    // `Bridge shut` in `Roe: Bridge shut | Example News`.
    let called = |piece: &Piece, least: usize| {
        let words = words::bare(&piece.text);
        words.len() >= least && wanted.windows(words.len()).any(|run| run == words)
    };
    let titled = |n: &usize| pieces.get(*n).is_some_and(|piece| called(piece, 2));
    let alike = |n: &usize| {
        let words = pieces.get(*n).map(|piece| words::bare(&piece.text)).unwrap_or_default();
        wanted.is_empty() || words.iter().filter(|word| wanted.contains(word)).count() * 2 >= words.len()
    };
    let second = || pieces.iter().position(|piece| (2..=3).contains(&piece.level) && called(piece, 3));
    let only = |inside: bool| among(inside).next().filter(|_| among(inside).count() == 1);
    among(false).find(titled).or_else(|| only(true)).or_else(second).or_else(|| only(false).filter(alike))
}

/// Signs between a headline and the outlet's name in the title of a page.
const PARTING: [&str; 4] = [" | ", " - ", " – ", " — "];

/// `Bridge shut | Example News` → `Example News`, where the headline is known.
fn site(title: &str, headline: Option<&str>) -> Option<String> {
    let headline = words::bare(headline?);
    let parted = PARTING.into_iter().filter_map(|sign| title.rsplit_once(sign));
    let fits = |head: &str| {
        let head = words::bare(head);
        !head.is_empty() && (headline.starts_with(&head) || head.starts_with(&headline))
    };
    let named = |site: &str| (1..=4).contains(&words::count(site)) && words::begins_high(site);
    parted.into_iter().find(|(head, site)| fits(head) && named(site)).map(|(_, site)| site.trim().to_owned())
}

/// `Bridge shut | Example News` → `Bridge shut`, where that is the outlet's name.
fn without_site(title: &str, outlet: Option<&str>) -> String {
    let parted = PARTING.into_iter().filter_map(|sign| title.rsplit_once(sign));
    let wanted = outlet.map(words::bare);
    let whole = parted.into_iter().find(|(_, site)| wanted.as_ref().is_some_and(|name| *name == words::bare(site)));
    whole.map_or(title, |(head, _)| head).trim().to_owned()
}

/// The blocks that are read, and what to say of the rest.
fn within_limits(mut blocks: Vec<Block>) -> (Vec<Block>, Option<String>) {
    let all: usize = blocks.iter().map(|block| block.text.len()).sum();
    let mut bytes = 0;
    let fit = blocks.iter().position(|block| {
        bytes += block.text.len();
        bytes > limits::LONGEST_ARTICLE
    });
    // A single block without end is cut where passages are.
    let Some(fit) = fit.map(|fit| fit.max(1)).filter(|fit| *fit < blocks.len()) else { return (blocks, None) };
    blocks.truncate(fit);
    (blocks, Some(limits::too_long(all, limits::LONGEST_ARTICLE, "bytes")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::model::PassageKind;

    fn told(html: &str) -> Vec<(PassageKind, String)> {
        read(html).unwrap().passages.into_iter().map(|p| (p.kind, p.text)).collect()
    }

    fn of(html: &str, kind: PassageKind) -> Vec<String> {
        told(html).into_iter().filter(|(k, _)| *k == kind).map(|(_, text)| text).collect()
    }

    #[test]
    fn a_page_is_known_by_its_beginning() {
        for page in ["<!DOCTYPE html>", " \n<HTML lang=en>", "<?xml version='1.0'?>\n<html>", "<!-- saved --><!doctype html>"] {
            assert!(is_page(page), "{page}");
        }
        for text in ["The <html> tag", "<p>Bridge shut</p>", "", "<!-- a remark", "<héad>"] {
            assert!(!is_page(text), "{text}");
        }
    }

    #[test]
    fn headings_of_the_page_are_no_headline_unless_it_is_called_so() {
        let body = "<article><p>The bridge is shut, the mayor said on Monday.</p></article>";
        let page = |head: &str, before: &str| read(&format!("<html><title>{head}</title>{before}{body}")).unwrap().headline;
        assert_eq!(page("Bridge shut - Bell", "<h1>Bell</h1><h1>Bridge shut</h1>"), "Bridge shut");
        assert_eq!(page("Bridge shut", "<h1>Bell</h1>"), "Bridge shut");
        assert_eq!(page("", "<h1>Bridge shut</h1>"), "Bridge shut");
    }

    #[test]
    fn text_outside_any_article_is_read_too() {
        let html = "<html><body><h1>Bridge shut</h1>The bridge is shut.<br><br>It will stay so for <b>six</b>\nweeks.<hr>End";
        let texts: Vec<String> = told(html).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["Bridge shut", "The bridge is shut.", "It will stay so for six weeks.", "End"]);
    }

    #[test]
    fn signs_of_html_in_words_stay_words() {
        let html =
            "<html><h1>Odds &amp; ends</h1><p>If a &lt; b &amp;amp; 2*3*4 = 24, he said <em>so</em> &#8212; caf&eacute;.</p>";
        assert_eq!(of(html, PassageKind::Paragraph), ["If a < b &amp; 2*3*4 = 24, he said so — café."]);
    }

    #[test]
    fn what_is_hidden_or_runs_is_not_read() {
        let html = "<html><h1>Bridge shut</h1><p>One is read.</p><script>var x = '<p>Two is not.</p>';</script><noscript><p>Three</p>\
                    </noscript><p hidden>Four</p><svg><title>Five</title></svg><style>p{}</style><template><p>Six</p></template>";
        assert_eq!(told(html).len(), 2, "{:?}", told(html));
    }
}
