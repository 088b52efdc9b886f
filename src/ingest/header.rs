//! The head of a page: which of the blocks above the text is the headline, and what the others tell (date, byline, source,
//! address, place). Blocks in, their roles out. Left out: everything below the first paragraphs.

use super::bylines::{byline, is_employer, is_signed, signed_date, without_mail};
use super::captions;
use super::dates::{self, Printed};
use super::furniture;
use super::markup::Mark;
use super::masthead::{is_credit, is_masthead};
use super::outlet;
use super::paragraphs::Block;
use super::words;

/// Bare times in a text from which on they head the entries of a live report.
const LIVE: usize = 3;

/// What the head of a page tells about its article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// Its headlines, as indices of blocks: mostly one.
    pub headlines: Vec<usize>,
    /// Blocks that only tell what stands below, or sections of the site.
    pub furniture: Vec<usize>,
    /// The first block that may be text.
    pub body: usize,
    /// What labelled lines tell.
    pub labels: Labels,
    /// A place that stands beside the date, as press offices print it.
    pub place: Option<String>,
}

/// What labels (`Source: …`, `By …`, front matter) tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// The headline.
    pub headline: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When.
    pub published: Option<Printed>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// The language, as given.
    pub language: Option<String>,
}

impl Labels {
    /// Takes up a labelled line; `false` if the label is not known.
    pub fn take(&mut self, label: &str, value: &str) -> bool {
        let value = value.trim().trim_matches(['"', '\'']).trim();
        let label: String = label.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        let slot = match label.as_str() {
            "title" | "headline" => &mut self.headline,
            "source" | "outlet" | "publisher" | "site" | "sitename" | "newspaper" | "publication" | "medium"
                if !outlet::is_url(value) =>
            {
                &mut self.outlet
            }
            "source" | "url" | "link" | "address" | "permalink" | "canonical" => &mut self.url,
            "by" | "byline" | "author" | "authors" | "writer" => &mut self.byline,
            "language" | "lang" => &mut self.language,
            "date" | "published" | "pubdate" | "publishedat" | "publicationdate" | "datepublished" | "posted" | "updated" => {
                let printed = dates::field(value).filter(|_| words::count(value) <= 12);
                self.see(printed);
                return printed.is_some();
            }
            _ => return false,
        };
        if slot.is_none() && !value.is_empty() {
            *slot = Some(value.to_owned());
        }
        true
    }

    /// Takes up a date; a whole day is better than half a one, and the first better than a later one.
    pub fn see(&mut self, printed: Option<Printed>) {
        let rank = |p: Option<Printed>| match p {
            Some(Printed::Day(_)) => 3,
            Some(Printed::Either(..)) => 2,
            Some(Printed::Yearless(..)) => 1,
            _ => 0,
        };
        if rank(printed) > rank(self.published) {
            self.published = printed;
        }
    }
}

/// Reads the head of a page. `known` says which blocks are furniture by themselves, `given` whether the headline is known already.
pub fn header(blocks: &[Block], known: &[bool], given: bool) -> Header {
    let mut header = Header::default();
    let mut others = 0;
    for (n, block) in blocks.iter().enumerate().take(24) {
        let found = given || !header.headlines.is_empty();
        let counts =
            furniture::is_number(&block.text) && n.checked_sub(1).is_some_and(|n| known.get(n).copied().unwrap_or(false));
        if counts || known.get(n).copied().unwrap_or(false) {
            header.labels.see(dates::whole(&block.text));
            continue;
        }
        if !found && titled(&block.text).is_some() {
            header.headlines.push(n);
        } else if header.reads(n, block, blocks, known, found) {
            others = 0;
        } else if !found && is_masthead(n, blocks) {
            header.labels.outlet.get_or_insert_with(|| block.text.clone());
            header.furniture.push(n);
        } else if !found && is_kicker(n, blocks, known) {
            header.furniture.push(n);
        } else if if found { header.is_second(block, blocks) } else { is_headline(block, blocks.get(n + 1)) } {
            header.headlines.push(n);
        } else {
            if header.body == 0 && others == 0 {
                header.body = n;
            }
            others += 1;
        }
        // Two paragraphs without anything of a head between them: the text has begun.
        if others > 2 || (others > 0 && !found) {
            break;
        }
    }
    let above = header.headlines.last().map_or(0, |n| n + 1);
    header.body = header.body.max(above);
    header
}

impl Header {
    /// Takes up a block that tells something about the article: a date, a label, a byline, a place.
    fn reads(&mut self, n: usize, block: &Block, blocks: &[Block], known: &[bool], found: bool) -> bool {
        let text = block.text.as_str();
        let above = n.checked_sub(1).and_then(|b| blocks.get(b)).map_or("", |b| b.text.as_str());
        let beside_date = dates::whole(above).is_some();
        if let Some(printed) = dates::whole(text) {
            // A bare time below the text's first lines is a heading of a live report.
            let times = || blocks.iter().skip(n).filter(|b| dates::whole(&b.text) == Some(Printed::TimeOnly)).take(LIVE).count();
            let dated = || matches!(self.labels.published, Some(Printed::Day(_))) || times() == LIVE;
            if printed == Printed::TimeOnly && found && !beside_date && (self.body != 0 || dated()) {
                return false;
            }
            self.labels.see(Some(printed));
        } else if let Some(name) = byline(text).filter(|_| found) {
            self.labels.byline.get_or_insert_with(|| without_mail(name));
        } else if let Some(printed) = placed_date(text).filter(|_| found) {
            self.labels.see(Some(printed));
        } else if let Some((date, source)) = sourced(text) {
            self.labels.see(Some(date));
            self.labels.take("source", source);
        } else if let Some((label, value)) = labelled(text) {
            // `Source: Example News| 2021-05-12 19:42|Editor: jr`
            let mut parts = value.split('|');
            if !self.labels.take(label, parts.next().unwrap_or(value)) {
                return false;
            }
            parts.for_each(|part| self.labels.see(dates::whole(part)));
        } else if let Some((name, printed)) = signed_date(text).filter(|_| found) {
            self.labels.byline.get_or_insert_with(|| name.to_owned());
            self.labels.see(Some(printed));
        } else if found && is_signed(text) && (self.between_stamps(n, blocks, known) || self.opens_as_point(n, blocks)) {
            self.labels.byline.get_or_insert_with(|| text.to_owned());
        } else if found && !block.gap && is_credit(text) && blocks.get(n + 1).is_some_and(|b| dates::whole(&b.text).is_some()) {
            // Which of the outlet's people wrote, between the headline and the date.
            self.labels.byline.get_or_insert_with(|| text.strip_prefix("By ").unwrap_or(text).to_owned());
        } else if found && !block.gap && byline(above).is_some() && is_employer(text) {
            // Below a byline its author's paper, office or town.
        } else if beside_date && found && furniture::is_place(text) {
            self.place = Some(text.split(',').next().unwrap_or(text).trim().to_owned());
        } else {
            return false;
        }
        self.furniture.push(n);
        true
    }

    /// Whether a block right below the headline is a point by itself, as some papers set who wrote: `- Jane Roe`.
    fn opens_as_point(&self, n: usize, blocks: &[Block]) -> bool {
        let point = |n: usize| blocks.get(n).is_some_and(|b| b.mark == Mark::Item);
        self.body == 0 && point(n) && !point(n + 1)
    }

    /// Whether a date stands below, or the head's data both above and below.
    fn between_stamps(&self, n: usize, blocks: &[Block], known: &[bool]) -> bool {
        let furniture = |n: usize| known.get(n).copied().unwrap_or(false) || self.furniture.contains(&n);
        let stamp = |n: usize| blocks.get(n).is_some_and(|b| dates::whole(&b.text).is_some());
        stamp(n + 1) || (furniture(n + 1) && n.checked_sub(1).is_some_and(furniture))
    }

    /// A second headline below the first: no sentence, and half of its words are the first one's.
    fn is_second(&self, block: &Block, blocks: &[Block]) -> bool {
        let Some(first) = self.headlines.first().and_then(|n| blocks.get(*n)) else { return false };
        if self.body != 0 || words::ends_sentence(&block.text) || !(3..=25).contains(&words::count(&block.text)) {
            return false;
        }
        let (one, two) = (words::bare(&first.text), words::bare(&block.text));
        let shared = two.iter().filter(|w| one.contains(w)).count();
        shared * 2 >= two.len()
    }
}

/// `Label: value`, where the label is one or two words.
fn labelled(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.split_once(':')?;
    let short = words::count(value) <= 12 || (words::count(value) <= 30 && !words::ends_sentence(value));
    let fits = label.len() <= 24 && label.split_whitespace().count() <= 2 && !value.trim().is_empty() && short;
    // `Source: …` is a label; `https://…` is an address by itself.
    fits.then_some(if label.starts_with("http") { ("url", text) } else { (label, value) })
}

/// `2026年3月5日 08:15 | 来源：Example News` → the date, the source.
fn sourced(text: &str) -> Option<(Printed, &str)> {
    let (date, source) = ["来源：", "來源：", "来源:"].iter().find_map(|label| text.split_once(label))?;
    let date = dates::whole(date.trim_end_matches([' ', '|', '　']))?;
    Some((date, source.trim())).filter(|(_, source)| !source.is_empty() && source.len() <= 60)
}

/// `Title: Bridge shut` → the headline.
pub fn titled(text: &str) -> Option<&str> {
    let (label, value) = labelled(text)?;
    matches!(label, "Title" | "Headline" | "TITLE" | "HEADLINE" | "title" | "headline").then(|| value.trim())
}

/// `Exampleville | Updated: May 12, 2021` → the date.
fn placed_date(text: &str) -> Option<Printed> {
    let (place, date) = text.rsplit_once(" | ")?;
    let fits = (1..=4).contains(&words::count(place)) && place.starts_with(char::is_uppercase);
    dates::whole(date).filter(|_| fits)
}

/// Whether a block, the first that could be, is the headline.
fn is_headline(block: &Block, next: Option<&Block>) -> bool {
    let text = block.text.as_str();
    if block.mark == Mark::Heading {
        return true;
    }
    let count = words::count(text);
    // What a date or a byline stands below is a headline, however long or ended.
    let stamped = next.is_some_and(|n| dates::whole(&n.text).is_some() || byline(&n.text).is_some());
    let most = if stamped { 40 } else { 25 };
    if block.mark != Mark::Text || count == 0 || count > most || text.len() > 9 * most || text.ends_with([':', ',']) {
        return false;
    }
    if !words::ends_sentence(text) || (stamped && !words::has_inner_break(text)) {
        return true;
    }
    let apart = next.is_some_and(|n| n.gap);
    let one = !words::has_inner_break(text);
    let asks = text.trim_end_matches([')', '”', '"', '’', '\'']).ends_with(['?', '!']) && count <= 15;
    next.is_some() && (asks || (apart && one && count <= 18 && !is_attributed(text)))
}

/// Whether a sentence ends by saying who said so: headlines put that first, or leave it out.
fn is_attributed(text: &str) -> bool {
    const SAID: [&str; 7] = ["said", "says", "told", "reported", "announced", "added", "reports"];
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).rev().take(4).any(|w| SAID.contains(&w))
}

/// Whether a block of one or two words, or of three with capitals, is the name of a section or of the paper, because a headline
/// follows; other such blocks may stand between.
fn is_kicker(n: usize, blocks: &[Block], known: &[bool]) -> bool {
    let Some(block) = blocks.get(n) else { return false };
    let short = |b: &Block| {
        let count = words::count(&b.text);
        let capitals = || b.text.split_whitespace().all(|w| !w.starts_with(char::is_lowercase));
        (count <= 2 || count == 3 && capitals()) && !words::ends_sentence(&b.text) && b.mark != Mark::Heading
    };
    if !short(block) {
        return false;
    }
    let stamp = |m: usize, b: &Block| {
        known.get(m).copied().unwrap_or(false) || dates::whole(&b.text).is_some() || captions::is_counter(&b.text)
    };
    let below = blocks.iter().enumerate().skip(n + 1).take(12).filter(|(m, b)| !stamp(*m, b)).map(|(_, b)| b);
    let mut below = below.skip_while(|b| short(b) && byline(&b.text).is_none());
    let Some(next) = below.next() else { return false };
    let asks = next.text.ends_with(['?', '!']) && !words::has_inner_break(&next.text);
    (3..=20).contains(&words::count(&next.text))
        && byline(&next.text).is_none()
        && (asks || !words::ends_sentence(&next.text))
        && !next.text.ends_with([':', ','])
        && below.next().is_some()
}

/// The front matter at the head of a Markdown file: its `key: value` lines with their numbers, and how many lines it takes.
pub fn front_matter(text: &str) -> Option<(Vec<(usize, &str)>, usize)> {
    let mut lines = text.lines().enumerate().skip_while(|(_, l)| l.trim().is_empty());
    let fence = lines.next().filter(|(_, l)| matches!(l.trim(), "---" | "+++"))?.1.trim();
    let mut found = Vec::new();
    for (n, line) in lines.take(80) {
        let trimmed = line.trim();
        if trimmed == fence || trimmed == "..." {
            return (!found.is_empty()).then_some((found, n + 1));
        }
        let key = trimmed.split_once([':', '=']).is_some_and(|(key, _)| {
            !key.trim().is_empty()
                && key.trim().len() <= 30
                && key.trim().chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.'))
        });
        let goes_on = line.starts_with([' ', '\t', '-']) && !found.is_empty();
        if !(key || goes_on || trimmed.is_empty() && !found.is_empty()) {
            return None;
        }
        if !trimmed.is_empty() {
            found.push((n + 1, trimmed));
        }
    }
    None
}

/// Reads the lines of a front matter; a list below a key (`- Jane Roe`) belongs to it.
pub fn front_labels(lines: &[(usize, &str)]) -> Labels {
    let mut labels = Labels::default();
    let mut key = "";
    for (_, line) in lines {
        if let Some(item) = line.strip_prefix("- ") {
            labels.take(key, item);
        } else if let Some((name, value)) = line.split_once([':', '=']) {
            key = name.trim();
            labels.take(key, value.trim().trim_matches(['[', ']']));
        }
    }
    labels
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use crate::ingest::paragraphs;
    use jiff::civil::date;

    fn read(text: &str) -> (Header, Vec<String>) {
        let blocks = paragraphs::blocks(text, 1).blocks;
        let known: Vec<bool> = blocks.iter().map(furniture::is_furniture).collect();
        let header = header(&blocks, &known, false);
        let lines = header.headlines.iter().map(|n| blocks[*n].text.clone()).collect();
        (header, lines)
    }

    const BODY: &str = "The old harbour bridge was shut on Monday after the storm tore two of its cables, the city said.\n\nIt will stay shut for weeks, said the mayor of the town.\n";

    #[test]
    fn headlines_are_found_below_sections_and_dates() {
        for head in [
            "Events\nBridge shut after storm\n",
            "Accessibility links\n\nBreaking News\n\nBridge shut after storm\n\n\n",
            "March 24, 2017\nBridge shut after storm\n",
            "Bridge shut after storm.\n\n",
            "# Bridge shut after storm\n",
            "Example Daily News\nTown\nBridge shut after storm\n",
        ] {
            assert_eq!(
                read(&format!("{head}{BODY}")).1.first().map(|h| h.trim_end_matches('.')),
                Some("Bridge shut after storm"),
                "{head}"
            );
        }
    }

    #[test]
    fn a_first_sentence_is_no_headline() {
        assert!(
            read("The bridge was shut on Monday, the city said.\nIt will stay shut for weeks, the mayor said.\n").1.is_empty()
        );
        assert!(read(BODY).1.is_empty());
        assert_eq!(read("Mayor leaves for D.C. by train.\n24/03/2017\nThe mayor left on Monday.\n").1.len(), 1);
        assert_eq!(read("Tidal wave\nThe bridge is gone.\n").1, ["Tidal wave"]);
    }

    #[test]
    fn a_second_headline_counts_as_one() {
        let (header, lines) =
            read(&format!("Mayor tells town the bridge stays shut\nMayor promises town the bridge stays shut\n\n{BODY}"));
        assert_eq!((lines.len(), header.body), (2, 2));
        assert_eq!(
            read(&format!("Mayor tells town the bridge stays shut\nFerries sail all night instead of it\n\n{BODY}")).1.len(),
            1
        );
    }

    #[test]
    fn dates_bylines_and_labels_are_read() {
        let (header, _) = read(&format!(
            "Bridge shut after storm\nBy Jane Roe and John Doe\n24/03/2017\nSource: Example News\nURL: https://news.example/bridge\n\n{BODY}"
        ));
        assert_eq!(header.labels.byline.as_deref(), Some("Jane Roe and John Doe"));
        assert_eq!(header.labels.published, Some(Printed::Day(date(2017, 3, 24))));
        assert_eq!(header.labels.outlet.as_deref(), Some("Example News"));
        assert_eq!(header.labels.url.as_deref(), Some("https://news.example/bridge"));
        assert_eq!((header.furniture.len(), header.body), (4, 5));
    }

    #[test]
    fn a_place_beside_the_date() {
        let (header, _) = read(
            "Meeting with the mayor\nThe governor met with the mayor of Exampleville.\nMarch 24, 2017\n14:00\nThe Town Hall, Exampleville\nGovernor: Good day.\n",
        );
        assert_eq!(header.place.as_deref(), Some("The Town Hall"));
        assert_eq!((header.furniture.len(), header.body), (3, 1));
    }

    #[test]
    fn bylines_come_with_offices_and_places() {
        for (head, byline) in [
            ("By Jane Roe\nExample News, Exampleville\n12 May 2021\n", "Jane Roe"),
            ("Written by Jane Roe\nExampleville | Updated: May 12, 2021 2:05:31 pm\n", "Jane Roe"),
            (
                "12 May 2021\nJane Roe (now) and John Doe (earlier)\nFirst published on 11 May 2021\n",
                "Jane Roe (now) and John Doe (earlier)",
            ),
        ] {
            let (header, _) = read(&format!("Bridge shut after storm\n{head}\n{BODY}"));
            assert_eq!(header.labels.byline.as_deref(), Some(byline), "{head}");
            assert_eq!(header.labels.published, Some(Printed::Day(date(2021, 5, 12))), "{head}");
            assert_eq!(header.body, head.lines().count() + 1, "{head}");
        }
    }

    #[test]
    fn times_in_a_live_report_stay() {
        let (header, _) = read(
            "Latest: bridge shut\n\nHARBOUR (AP) — The latest on the bridge (all times local):\n\n11:20 p.m.\n\nThe bridge is shut.\n\n11 p.m.\n\nIt is not.\n",
        );
        assert!(header.furniture.is_empty());
    }

    #[test]
    fn names_above_a_date_sign_the_article() {
        for (line, signs) in [
            ("Jane Roe in Exampleville", true),
            ("Jane Roe and John Doe", true),
            ("Ferries sail all night", false),
            ("Bridges in danger", false),
        ] {
            let (header, _) = read(&format!("Bridge shut after storm\n{line}\n24/03/2017\n\n{BODY}"));
            assert_eq!(header.labels.byline.as_deref(), signs.then_some(line), "{line}");
        }
    }

    #[test]
    fn a_sentence_that_begins_with_by_is_no_byline() {
        let (header, _) = read(
            "Bridge shut after storm\n\nUpdated: The mayor on Sunday tried to clear up what she had said about the bridge, saying that it was not hers.\n\nBy the way.\n",
        );
        assert!(header.furniture.is_empty());
    }

    #[test]
    fn front_matter_is_told_from_rules() {
        let (lines, end) = front_matter(
            "---\ntitle: \"Bridge shut\"\nauthors:\n  - Jane Roe\ndate: 2017-03-24\nsource: https://news.example/a\n---\nText",
        )
        .unwrap();
        let labels = front_labels(&lines);
        assert_eq!((labels.headline.as_deref(), labels.byline.as_deref(), end), (Some("Bridge shut"), Some("Jane Roe"), 7));
        assert_eq!(labels.url.as_deref(), Some("https://news.example/a"));
        assert!(front_matter("---\n\nBridge shut after storm\n\n24/03/2017\n---").is_none());
        assert!(front_matter("---\n---\nText").is_none());
    }
}
