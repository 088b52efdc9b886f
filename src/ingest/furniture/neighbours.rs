//! Furniture by its place: what stands between, below or at the foot of blocks that are furniture by themselves.

use super::{labels, prompts};
use crate::ingest::bylines::byline;
use crate::ingest::dates;
use crate::ingest::markup::Mark;
use crate::ingest::outlet;
use crate::ingest::paragraphs::Block;
use crate::ingest::words;
use rustc_hash::FxHashSet;

/// Rules that need the neighbours: given which blocks are furniture by themselves, marks those that are so by where they stand.
/// `body` is the first block that may be the article's text, `byline` who wrote it.
pub fn spread(blocks: &[Block], marks: &mut [bool], body: usize, byline: Option<&str>) {
    headings(blocks, marks, body);
    numbers(blocks, marks);
    below_lists(blocks, marks, body);
    live_authors(blocks, marks, body);
    posts(blocks, marks, body);
    about_notes(blocks, marks, body);
    amid_buttons(blocks, marks, body);
    author_notes(blocks, marks, body, byline);
    signature(blocks, marks, body);
    tail_of_labels(blocks, marks, body);
    between_furniture(blocks, marks, body);
    author_notes(blocks, marks, body, byline);
    twice(blocks, marks, body);
    excerpts(blocks, marks, body);
    foot_headings(blocks, marks, body);
}

/// At the foot, two paragraphs or more that break off with `[…]` are the beginnings of other articles.
fn excerpts(blocks: &[Block], marks: &mut [bool], body: usize) {
    let cut = |block: &Block| block.text.ends_with("[…]") || block.text.ends_with("[...]");
    let last = blocks.iter().zip(marks.iter()).rposition(|(block, mark)| !mark && block.mark != Mark::Heading && !cut(block));
    let Some(last) = last.filter(|last| *last >= body) else { return };
    if blocks.iter().skip(last + 1).filter(|block| cut(block)).count() >= 2 {
        marks.iter_mut().skip(last + 1).for_each(|mark| *mark = true);
    }
}

/// A paragraph of more words stands on a page a second time for another width of screen, and not as a refrain.
const REFRAIN: usize = 11;

/// A paragraph that stands word for word further up; a caption that does, as the title of an album on each of its pictures does, or
/// that only counts them.
fn twice(blocks: &[Block], marks: &mut [bool], body: usize) {
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    for (block, mark) in blocks.iter().zip(marks.iter_mut()).skip(body).filter(|(_, mark)| !**mark) {
        let caption = block.mark == Mark::Caption;
        if caption || block.mark == Mark::Text && words::are_more_than(REFRAIN, &block.text) {
            *mark = !seen.insert(block.text.as_str()) || caption && labels::is_number(&block.text);
        }
    }
}

/// Words of a line that announces what comes below it.
const ANNOUNCES: usize = 6;

/// Below the last of the text, headings head what is not the article's, and lines announce what is not there: `Related photos:`.
fn foot_headings(blocks: &[Block], marks: &mut [bool], body: usize) {
    let heads = |block: &Block| {
        let line = block.mark == Mark::Text && block.text.ends_with(':') && words::count(&block.text) <= ANNOUNCES;
        block.mark == Mark::Heading || line
    };
    let told = blocks.iter().zip(marks.iter()).rposition(|(block, mark)| !mark && !heads(block));
    let Some(last) = told.filter(|last| *last >= body) else { return };
    for (block, mark) in blocks.iter().zip(marks.iter_mut()).skip(last + 1) {
        *mark |= heads(block);
    }
}

/// A word that names a section, alone between two paragraphs of the article, is a heading of it: `Health`, `Economy`.
fn headings(blocks: &[Block], marks: &mut [bool], body: usize) {
    let text = |marks: &[bool], n: usize| {
        let marked = marks.get(n).copied().unwrap_or(true);
        !marked && blocks.get(n).is_some_and(|b| b.gap && words::ends_sentence(&b.text) && words::are_more_than(8, &b.text))
    };
    for (n, block) in blocks.iter().enumerate().skip(body.max(1)) {
        let heads = block.gap && labels::is_section(&block.text) && text(marks, n - 1) && text(marks, n + 1);
        if let Some(mark) = marks.get_mut(n).filter(|_| heads) {
            *mark = false;
        }
    }
}

/// A bare number below a label counts what the label names: `Shares`, `1,234`.
fn numbers(blocks: &[Block], marks: &mut [bool]) {
    for n in 1..blocks.len() {
        let below = marks.get(n - 1).copied().unwrap_or(false);
        if let Some(mark) = marks.get_mut(n).filter(|_| below && blocks.get(n).is_some_and(|b| labels::is_number(&b.text))) {
            *mark = true;
        }
    }
}

/// Below the head of a list (`Related stories`), titles without a stop are other articles' headlines. A list that begins right
/// below its head, without an empty line, ends at the first one.
fn below_lists(blocks: &[Block], marks: &mut [bool], body: usize) {
    /// Where a list stands.
    #[derive(Clone, Copy, PartialEq)]
    enum List {
        Outside,
        Head,
        /// Whether empty lines part its items.
        Inside(bool),
    }
    let mut list = List::Outside;
    for (n, block) in blocks.iter().enumerate().skip(body) {
        let text = block.text.as_str();
        let asks = text.ends_with('?') && !words::has_inner_break(text);
        let title =
            (asks || !words::ends_sentence(text)) && (1..=20).contains(&words::count(text)) && !text.ends_with([':', '”', '"']);
        // A heading above a paragraph heads it.
        let sentence = |b: &Block| words::ends_sentence(&b.text) && words::are_more_than(8, &b.text);
        let heads = block.mark == Mark::Heading && blocks.get(n + 1).is_some_and(sentence);
        let goes_on = match list {
            List::Outside => false,
            _ if heads => false,
            List::Head => true,
            List::Inside(gaps) => gaps || !block.gap,
        };
        if labels::heads_a_list(text) {
            list = List::Head;
            marks.get_mut(n).into_iter().for_each(|mark| *mark = true);
        } else if let Some(mark) = marks.get_mut(n).filter(|mark| **mark || goes_on && title) {
            // A button or a number among the titles ends no list.
            list = match list {
                List::Head if !*mark => List::Inside(block.gap),
                list => list,
            };
            *mark = true;
        } else {
            list = List::Outside;
        }
    }
}

/// Below a bare time of a live report, the name of who wrote the entry.
fn live_authors(blocks: &[Block], marks: &mut [bool], body: usize) {
    for (n, pair) in blocks.windows(2).enumerate().skip(body) {
        let [time, name] = pair else { continue };
        let signed = dates::whole(&time.text) == Some(dates::Printed::TimeOnly) && !name.gap && is_name(&name.text);
        if let Some(mark) = marks.get_mut(n + 1).filter(|_| signed) {
            *mark = true;
        }
    }
}

/// A post on a network that the page shows, above the line which says whose it is: `— Jane Roe (@janeroe) March 3, 2026`.
fn posts(blocks: &[Block], marks: &mut [bool], body: usize) {
    for (n, block) in blocks.iter().enumerate().skip(body.max(1)) {
        let signed = || {
            let line = block.text.strip_prefix(['—', '–', '-'])?;
            let (_, handle) = line.split_once("(@")?;
            let (_, date) = handle.split_once(')')?;
            dates::whole(date.trim())
        };
        if block.text.len() <= 160 && signed().is_some() {
            marks.iter_mut().take(n + 1).skip(n - 1).for_each(|mark| *mark = true);
        }
    }
}

/// `About Example Works`, and below it the paragraph in which Example Works praises itself.
fn about_notes(blocks: &[Block], marks: &mut [bool], body: usize) {
    for (n, pair) in blocks.windows(2).enumerate().skip(body) {
        let [title, note] = pair else { continue };
        let Some(name) = title.text.strip_prefix("About ").filter(|name| words::count(name) <= 7) else { continue };
        let bare = |t: &str| t.strip_prefix("The ").or_else(|| t.strip_prefix("the ")).unwrap_or(t).to_owned();
        if !words::ends_sentence(name) && bare(&note.text).starts_with(&bare(name)) {
            for mark in marks.iter_mut().skip(n).take(2) {
                *mark = true;
            }
        }
    }
}

/// A few words without a stop between two lines of buttons, with no empty line on either side, are a button too.
fn amid_buttons(blocks: &[Block], marks: &mut [bool], body: usize) {
    for n in body.max(1)..blocks.len() {
        let (Some(block), Some(below)) = (blocks.get(n), blocks.get(n + 1)) else { continue };
        let marked = |n: usize| marks.get(n).copied().unwrap_or(false);
        let amid = marked(n - 1) && marked(n + 1) && !block.gap && !below.gap && block.mark == Mark::Text;
        let few = words::count(&block.text) <= 8 && !words::ends_sentence(&block.text);
        if let Some(mark) = marks.get_mut(n).filter(|_| amid && few) {
            *mark = true;
        }
    }
}

/// `Jane Roe`.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |w: &&str| {
        w.starts_with(char::is_uppercase) && w.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    (2..=3).contains(&words.len()) && words.iter().all(capital) && !words::ends_sentence(text)
}

/// What stands before the source of a report, in small letters.
const SOURCES: [&str; 11] =
    ["source:", "sources:", "via:", "quelle:", "quellen:", "fuente:", "fonte:", "bron:", "źródło:", "来源：", "출처:"];

/// The last line, if it is an agency's sign or the source: `(AP)`, `/EPN/`, `— Reuters`, `Source: Agencies`.
fn signature(blocks: &[Block], marks: &mut [bool], body: usize) {
    let last = blocks.iter().enumerate().rposition(|(n, _)| !marks.get(n).copied().unwrap_or(false)).filter(|n| *n > body);
    let Some((last, block)) = last.and_then(|n| Some((n, blocks.get(n)?))) else { return };
    let text = block.text.as_str();
    let few = words::count(text) <= 3 && !text.ends_with(['.', '!', '?', '”', '"']);
    let enclosed = [('(', ')'), ('[', ']'), ('/', '/')]
        .iter()
        .any(|(a, b)| text.starts_with(*a) && text.ends_with(*b) && !text.contains(". ") && !text.contains(".)"));
    let by = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')).is_some_and(|inner| byline(inner).is_some());
    let dashed = text.starts_with(['—', '–']) || text.starts_with("--");
    let source = SOURCES.iter().any(|s| words::opening(text, 14).starts_with(s)) && words::count(text) <= 6;
    if let Some(mark) = marks.get_mut(last).filter(|_| source || by || (few && (enclosed || dashed))) {
        *mark = true;
    }
}

/// Below the last sentence, short lines without a stop are the page's data about the article, if there are several of them or one
/// of them is known to be that.
fn tail_of_labels(blocks: &[Block], marks: &mut [bool], body: usize) {
    let sentence = |b: &Block| {
        let invites = b.text.ends_with(['?', '!']) && words::count(&b.text) <= 4;
        words::ends_sentence(&b.text) && !invites
            || words::length(&b.text) > 8
            || b.mark != Mark::Text
            || b.text.ends_with([':', ',', '”', '"', '’'])
    };
    let known = |marks: &[bool], n: usize| marks.get(n).copied().unwrap_or(false);
    let last = blocks.iter().enumerate().rposition(|(n, b)| !known(marks, n) && sentence(b)).filter(|last| *last >= body);
    let Some(last) = last else { return };
    let from = last + 1;
    let announced = blocks.get(last).is_some_and(|b| b.text.ends_with(':'));
    let tail = blocks.len() - from;
    let any_known = (from..blocks.len()).any(|n| known(marks, n));
    if announced || tail == 0 || (tail < 3 && !any_known) {
        return;
    }
    for mark in marks.iter_mut().skip(from) {
        *mark = true;
    }
}

/// At the foot of the page, up to two blocks between furniture are furniture too: an outlet's notes about itself.
fn between_furniture(blocks: &[Block], marks: &mut [bool], body: usize) {
    let foot = body.max(blocks.len().saturating_sub(12)).max(blocks.len() / 2);
    let mut before: Option<usize> = None;
    for n in foot..blocks.len() {
        if !marks.get(n).copied().unwrap_or(false) {
            continue;
        }
        if let Some(before) = before {
            let gap = n - before - 1;
            let about = |b: &Block| outlet::described(&b.text).is_some() || prompts::is_legal(&b.text);
            let above = || blocks.get(before).is_some_and(about);
            let below = || blocks.get(n).is_some_and(|b| prompts::is_legal(&b.text));
            if (1..=2).contains(&gap) && above() && below() {
                for mark in marks.iter_mut().take(n).skip(before + 1) {
                    *mark = true;
                }
            }
        }
        before = Some(n);
    }
}

/// At the foot of the page, what is said of its author (`Jane Roe is a senior editor at Example News.`): beside furniture, or where
/// the byline names the same.
fn author_notes(blocks: &[Block], marks: &mut [bool], body: usize, byline: Option<&str>) {
    let marked = |marks: &[bool], n: usize| marks.get(n).copied().unwrap_or(false);
    for n in (body + 1..blocks.len()).rev() {
        if marked(marks, n) {
            continue;
        }
        let Some(block) = blocks.get(n) else { break };
        let name: Vec<&str> = block.text.split_whitespace().take(2).collect();
        let same = byline.is_some_and(|b| b.to_lowercase().contains(&name.join(" ").to_lowercase()));
        let beside = marked(marks, n - 1) || marked(marks, n + 1);
        if !is_author_note(&block.text) || !(same || beside) {
            break;
        }
        if let Some(mark) = marks.get_mut(n) {
            *mark = true;
        }
    }
}

fn is_author_note(text: &str) -> bool {
    const WORK: [&str; 12] = [
        "editor",
        "reporter",
        "writer",
        "columnist",
        "correspondent",
        "producer",
        "contributor",
        "journalist",
        "author",
        "fellow",
        "critic",
        "bureau",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is = words.iter().position(|w| matches!(*w, "is" | "covers" | "writes"));
    let named = is.is_some_and(|at| (1..=4).contains(&at) && words.iter().take(at).all(|w| w.starts_with(char::is_uppercase)));
    words.len() <= 40
        && named
        && (words.iter().any(|w| WORK.contains(&w.trim_matches([',', '.'])))
            || words.iter().any(|w| matches!(*w, "covers" | "writes")))
}

/// Whether a line above the headline is a place: `The Town Hall, Exampleville`. Only beside a date can one know.
pub fn is_place(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |w: &&str| w.starts_with(char::is_uppercase) || matches!(*w, "of" | "the" | "de" | "la" | "am" | "on");
    (1..=8).contains(&words.len())
        && text.contains(", ")
        && words.iter().all(capital)
        && !words::ends_sentence(text)
        && dates::whole(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::furniture::is_furniture;
    use crate::ingest::paragraphs;

    fn marked(text: &str) -> Vec<bool> {
        let blocks = paragraphs::blocks(text, 1).blocks;
        let mut marks: Vec<bool> = blocks.iter().map(is_furniture).collect();
        spread(&blocks, &mut marks, 1, None);
        marks
    }

    #[test]
    fn short_lines_at_the_foot_are_the_pages() {
        assert_eq!(
            marked("Head\n\nThe bridge is shut.\n\nGeography\nRuritania\nTopics\nTransport\nText version"),
            [false, false, true, true, true, true, true]
        );
        assert_eq!(marked("Head\n\nThe bridge is shut.\n\nTorn Cables"), [false; 3]);
        assert_eq!(marked("Head\n\nThe winners are:\n\nJane Roe\n\nJohn Doe\n\nMary Major"), [false; 5]);
    }

    #[test]
    fn notes_between_furniture_at_the_foot_are_furniture() {
        let about = "Example Radio journalists report the news in ten countries. We tell what others do not.";
        let text = format!(
            "Head\n\nThe bridge is shut.\n\n{about}\n\nExample Radio was banned in Ruritania.\n\nTo find out more, click here."
        );
        assert_eq!(marked(&text), [false, false, true, true, true]);
        let text = "Head\n\nThe bridge is shut.\n\nRead more: Storm\n\nThe mayor left.\n\nRead more: Flood\n\nThe end came.";
        assert_eq!(marked(text), [false, false, true, false, true, false]);
    }

    #[test]
    fn a_note_on_the_author_below_furniture() {
        let note = "Jane Roe is a senior editor at Example News.";
        assert_eq!(marked(&format!("Head\n\nThe bridge is shut.\n\nShare\n\n{note}")), [false, false, true, true]);
        assert_eq!(marked(&format!("Head\n\nThe bridge is shut.\n\n{note}")), [false, false, false]);
    }

    #[test]
    fn a_note_on_who_signed_it_needs_no_furniture_beside_it() {
        let text = "Head\n\nThe bridge is shut.\n\nJane Roe is a reporter in the north. Her book comes out in spring.";
        let blocks = paragraphs::blocks(text, 1).blocks;
        for (byline, noted) in [(Some("Jane Roe and John Doe"), true), (Some("John Doe"), false), (None, false)] {
            let mut marks = vec![false; blocks.len()];
            spread(&blocks, &mut marks, 1, byline);
            assert_eq!(marks, [false, false, noted], "{byline:?}");
        }
    }

    #[test]
    fn names_of_sections_are_headings_between_paragraphs() {
        let body = "The bridge is shut and nobody knows when it will open again.";
        let more = "The ferry runs by night and the county pays for all of it.";
        assert_eq!(marked(&format!("Head\n\n{body}\n\nHealth\n\n{more}")), [false; 4]);
        assert_eq!(marked(&format!("Head\n\n{body}\n\nHealth\n\nShare\n\n{more}")), [false, false, true, true, false]);
    }

    #[test]
    fn a_paragraph_that_stands_twice_is_read_once() {
        let body = "The bridge is shut and nobody in the town knows when it will open.";
        assert_eq!(marked(&format!("Head\n\n{body}\n\nThe ferry runs.\n\n{body}")), [false, false, false, true]);
        // A refrain is short.
        let refrain = "We shall not row.";
        assert_eq!(marked(&format!("Head\n\n{refrain}\n\nThe ferry runs.\n\n{refrain}")), [false; 4]);
    }

    #[test]
    fn beginnings_of_other_articles_at_the_foot() {
        let text = "Head\n\nThe bridge is shut, and it will stay so for long.\n\nA ferry ran aground in the fog on […]\n\nThe mayor left \
                    the town hall by the […]";
        assert_eq!(marked(text), [false, false, true, true]);
        let quoted =
            "Head\n\nThe bridge is shut, and it will stay so for long.\n\n“A ferry ran aground in the fog on […]\n\nSo it ended.";
        assert_eq!(marked(quoted), [false; 4]);
    }

    #[test]
    fn headings_below_the_text_head_nothing_of_it() {
        let text = "# Head\n\nThe bridge is shut.\n\n## Why\n\nIt is old.\n\n## Deep dive\n\n## Stay connected\n";
        assert_eq!(marked(text), [false, false, false, false, true, true]);
        assert_eq!(marked("Head\n\nThe bridge is shut.\n\nSee more photos:"), [false, false, true]);
        assert_eq!(marked("Head\n\nThe bridge is shut.\n\nThe mayor said:\n\n“We wait.”"), [false; 4]);
    }

    #[test]
    fn lists_end_where_the_article_goes_on() {
        let text = "Head\n\nThe bridge is shut.\n\nRELATED ARTICLES\nPrevious\n1\nNext\nMayor resigns\nWho pays?\n\nWhat happens now\n\nIt will open again.";
        assert_eq!(marked(text), [false, false, true, true, true, true, true, true, false, false]);
    }

    #[test]
    fn what_a_body_says_of_itself_is_no_article() {
        let text = "Head\n\nThe bridge is shut.\n\nAbout the Town of Harbour\nThe Town of Harbour is a place of 200 people.";
        assert_eq!(marked(text), [false, false, true, true]);
        assert_eq!(marked("Head\n\nThe bridge is shut.\n\nAbout time\n\nThe mayor left at last."), [false; 4]);
    }

    #[test]
    fn words_amid_buttons_are_one_of_them() {
        assert_eq!(
            marked("Head\n\nText is here.\n\nShare\nWeek in the South\nSubscribe\n\nIt rained."),
            [false, false, true, true, true, false]
        );
        assert_eq!(marked("Head\n\nText is here.\n\nShare\n\nWeek in the South\n\nSubscribe\n\nIt rained.").get(3), Some(&false));
    }

    #[test]
    fn entries_of_a_live_report_are_signed() {
        assert_eq!(marked("Head\n\n16.12 BST\nJohn Doe\n\nThe bridge is shut."), [false, false, true, false]);
        assert_eq!(marked("Head\n\n16.12 BST\n\nJohn Doe\n\nThe bridge is shut."), [false; 4]);
    }

    #[test]
    fn places() {
        assert!(
            is_place("The Town Hall, Exampleville")
                && !is_place("Jane Roe, who left")
                && !is_place("March 24, 2017")
                && !is_place("Exampleville")
        );
    }

    #[test]
    fn titles_below_the_head_of_a_list_are_other_articles() {
        let text = "Head\n\nThe bridge is shut.\n\nRelated stories\n\nFerry runs aground in thick fog near the old harbour\n\nMayor resigns\n\nThe bridge opens on Friday.";
        assert_eq!(marked(text), [false, false, true, true, true, false]);
        assert_eq!(
            marked("Head\n\nThe bridge is shut.\n\nShare\n\nThe mayor, who came by ferry and not by car\n\nThe bridge opens."),
            [false, false, true, false, false]
        );
    }

    #[test]
    fn numbers_below_labels_are_counts() {
        assert_eq!(
            marked("Head\n\nThe bridge is shut.\n\nShares\n1,234\n\nIt will open again."),
            [false, false, true, true, false]
        );
        assert_eq!(marked("Head\n\nThe bridge is shut.\n\n1,234\n\nIt will open again."), [false; 4]);
    }

    #[test]
    fn signatures_end_a_report() {
        for sign in ["(EPN)", "/EPN/", "— Example News", "Source: Agencies"] {
            assert_eq!(marked(&format!("Head\n\nThe bridge is shut.\n\n{sign}")), [false, false, true], "{sign}");
        }
        for text in [
            "(She left.)",
            "— Jane Roe of Example News, for the best report of the year",
            "Sources: the mayor and two of her staff who asked not to be named",
        ] {
            assert_eq!(marked(&format!("Head\n\nThe bridge is shut.\n\n{text}")), [false; 3], "{text}");
        }
    }
}
