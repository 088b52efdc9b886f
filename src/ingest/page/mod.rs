//! A saved web page in, its article out: its words piece by piece (`walk`), which of them are the article (`region`) and stand
//! beside it (`asides`), its headline (`headline`), who signed it (`signed`), and what the page says of itself (`about`). What
//! stands around the article is kept as furniture. The page is read as it was saved: no script runs and nothing is fetched.

mod about;
mod asides;
mod element;
mod headline;
mod region;
mod replies;
mod signed;
mod walk;

use super::clean::clean;
use super::limits;
use super::markup::Mark;
use super::outlet;
use super::paragraphs::{Block, Blocks};
use super::text::{self, Text};
use super::words;
use headline::Titles;
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
    let mut page = walk::walk(html);
    if page.about.generator.starts_with("rashomon") {
        return None;
    }
    let titles = Titles::new(page.about.titles(), page.about.site(), &page.pieces);
    let mut region = region::of(&page, titles.heading(&page.pieces).map(|headline| headline.at));
    let headline = titles.headline(&page.pieces, &region.kept);
    if let Some(headline) = &headline {
        region.below(&page.pieces, headline.at);
    }
    let mut labels = page.about.labels();
    let title = headline.as_ref().map(|headline| headline.text.clone()).or_else(|| labels.headline.take());
    if labels.outlet.is_none() {
        labels.outlet = headline::site(&page.about.title, title.as_deref());
    }
    signed::read(&mut page.pieces, &region.kept, headline.as_ref().map_or(0, |headline| headline.at), &mut labels);
    labels.byline = labels.byline.or_else(|| page.about.signer());
    labels.name_apart();
    datelines(&mut page.pieces, &region.kept);
    let recorded = recorded(&page, &region.kept);
    let (mut article, mut around) = (Vec::new(), Vec::new());
    for (n, piece) in page.pieces.iter_mut().enumerate() {
        match (&headline, region.kept.get(n)) {
            (Some(headline), _) if headline.at == n => {
                piece.text.clone_from(&headline.text);
                article.insert(0, block(piece, Mark::Heading));
            }
            (_, Some(true)) if recorded.is_empty() => article.push(block(piece, piece.mark())),
            _ => around.push(block(piece, Mark::Dead)),
        }
    }
    article.extend(recorded);
    let title = title.map(|title| headline::without_site(&title, labels.outlet.as_deref()));
    let (blocks, cut) = within_limits(article);
    let cut = cut.or_else(|| (page.lost > LOST).then(|| unclosed(page.lost)));
    let mut text = Text { labels, cut, ..Text::default() };
    text::take(Blocks { blocks, removed: 0 }, title.as_deref(), &mut text);
    if text.headline.is_empty() && !page.about.title.is_empty() {
        text.headed(&headline::without_site(&page.about.title, text.labels.outlet.as_deref()));
    }
    text.named = text.named.or_else(|| around.iter().rev().find_map(|block| outlet::self_named(&block.text)));
    text.furniture(&within_limits(around).0);
    Some(text)
}

/// Words of the longest dateline that stands in an element of its own.
const DATELINE: usize = 6;

/// Puts a dateline that stands in an element of its own (`PORT BELL —`) before the paragraph that it opens.
fn datelines(pieces: &mut [Piece], kept: &[bool]) {
    for n in 1..pieces.len() {
        let Some([line, below]) = pieces.get_mut(n - 1..=n) else { return };
        let both = kept.get(n - 1..=n).is_some_and(|kept| kept.iter().all(|kept| *kept));
        let opens = line.text.ends_with(['—', '–']) && line.level == 0 && words::count(&line.text) <= DATELINE;
        if both && opens && below.mark() == Mark::Text && below.told() > 0 {
            below.text = format!("{} {}", line.text, below.text);
            line.text.clear();
        }
    }
}

/// Bytes at the end of a page that may be lost without a word.
const LOST: usize = 1000;

/// What to say of a page whose end is lost.
fn unclosed(bytes: usize) -> String {
    format!("a tag or remark that nothing closes hides the last {bytes} bytes of the page; save it again")
}

/// Bytes of the shortest text in a page's record that is taken for the article instead of what the page shows.
const RECORDED: usize = 200;

/// The article's text from the page's record, or from what a script was to build the page of, where the page itself shows less than
/// half of it: the way to the rest is barred, or no script has run.
fn recorded(page: &walk::Page, kept: &[bool]) -> Vec<Block> {
    let shown: usize = page.pieces.iter().zip(kept).filter(|(_, kept)| **kept).map(|(piece, _)| piece.told()).sum();
    let body = page.about.body().filter(|body| body.len() >= RECORDED && body.len() > shown * 2).map(str::to_owned);
    // A page that shows a sentence was built.
    let unbuilt = || if shown == 0 { page.about.unbuilt() } else { None };
    let Some(body) = body.or_else(unbuilt) else { return Vec::new() };
    // Some records keep the text's markup.
    let marked = body.contains("</p>") || body.contains("<br");
    let texts: Vec<String> = if marked {
        walk::walk(&body).pieces.into_iter().map(|piece| piece.text).collect()
    } else {
        body.lines().map(|line| clean(line.trim()).text).collect()
    };
    let blocks = texts.into_iter().filter(|text| text.chars().any(char::is_alphanumeric));
    blocks.map(|text| Block { lines: (0, 0), text, mark: Mark::Text, gap: true }).collect()
}

/// A piece as a block of the article.
fn block(piece: &mut Piece, mark: Mark) -> Block {
    Block { lines: piece.lines, text: std::mem::take(&mut piece.text), mark, gap: true }
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
