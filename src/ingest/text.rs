//! Plain text as people save it: one article's text in, its passages and what they tell about it out. The rules stand in the
//! neighbouring files; here they are put together.

use super::captions::{self, Picture};
use super::clean::clean;
use super::dates::{self, Dateline, Printed};
use super::furniture;
use super::header::{self, Header, Labels};
use super::limits;
use super::markup::Mark;
use super::outlet;
use super::paragraphs::{self, Block, Blocks};
use super::transcript::{self, Floor, Speakers};
use super::words;
use crate::model::{Passage, PassageKind};

/// An article's text, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// The text in reading order.
    pub passages: Vec<Passage>,
    /// The headline; empty where there is none.
    pub headline: String,
    /// What its head and labels tell.
    pub labels: Labels,
    /// What the text says of who published it, best first: what the page says of itself, the place of a transcript, the agency.
    pub named: Option<String>,
    /// Speakers' names as printed, where a remark in brackets was taken off them.
    pub remarks: Vec<String>,
    /// Characters that were removed.
    pub removed: usize,
    /// That the end of it was not read.
    pub cut: Option<String>,
}

/// Reads a text. A headline that is known from elsewhere is `given`.
pub fn read(text: &str, given: Option<&str>) -> Text {
    let (mut text, cut) = limits::head(text);
    let mut result = Text { cut, ..Text::default() };
    let mut first = 1;
    if let Some((lines, end)) = header::front_matter(text) {
        result.labels = header::front_labels(&lines);
        for (n, line) in lines {
            result.push(PassageKind::Furniture, None, (n, n), line);
        }
        first = end + 1;
        let taken: usize = text.split_inclusive('\n').take(end).map(str::len).sum();
        text = text.get(taken..).unwrap_or("");
    }
    let given = given.map(str::to_owned).or_else(|| result.labels.headline.clone());
    take(paragraphs::blocks(text, first), given.as_deref(), &mut result);
    result
}

/// Takes up the blocks of a text, with the headline that is known from elsewhere.
pub fn take(Blocks { blocks, removed }: Blocks, given: Option<&str>, result: &mut Text) {
    result.removed += removed;
    let page = Page::new(&blocks, given);
    result.labels.fill(&page.header.labels);
    if let Some(given) = given.filter(|_| page.header.headlines.is_empty()) {
        result.push(PassageKind::Headline, None, (0, 0), given);
    }
    page.passages(result);
    result.named = page.named();
    result.headline =
        result.passages.iter().find(|p| p.kind == PassageKind::Headline).map(|p| p.text.clone()).unwrap_or_default();
}

impl Text {
    /// What was taken off speakers' names, for the reader to know.
    pub fn note(&self) -> Option<String> {
        (!self.remarks.is_empty()).then(|| format!("Speakers as printed: {}.", self.remarks.join(", ")))
    }

    /// Says that the text stood at an address in an archive, in which lines mean nothing.
    pub fn of_archive(mut self, url: Option<String>) -> Self {
        self.labels.url = self.labels.url.or(url);
        self.passages.iter_mut().for_each(|passage| passage.lines = (0, 0));
        self
    }

    /// Puts a headline that stands nowhere in the text before it.
    pub fn headed(&mut self, headline: &str) {
        let rest = std::mem::take(&mut self.passages);
        self.push(PassageKind::Headline, None, (0, 0), headline);
        self.headline = self.passages.first().map(|passage| passage.text.clone()).unwrap_or_default();
        self.passages.extend(rest);
    }

    /// Adds blocks that belong to the page and not to the article.
    pub fn furniture(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.push(PassageKind::Furniture, None, block.lines, &block.text);
        }
    }

    /// Adds a passage, cleaned; none without words, except one that shows that something is left out.
    fn push(&mut self, kind: PassageKind, speaker: Option<String>, lines: (usize, usize), text: &str) {
        let cleaned = clean(text);
        self.removed += cleaned.removed;
        if cleaned.text.chars().any(char::is_alphanumeric) || furniture::is_elision(&cleaned.text) {
            self.passages.push(Passage { kind, speaker, lines, text: cleaned.text });
        }
    }
}

impl Labels {
    /// Takes off names what only an address book needs (`Example News (www.news.example)`), and drops a byline that names the
    /// outlet.
    pub fn name_apart(&mut self) {
        for name in [&mut self.outlet, &mut self.byline].into_iter().flatten() {
            if let Some((bare, address)) = name.split_once(" (").filter(|(_, rest)| rest.ends_with(')') && rest.contains('.')) {
                let host = address.trim_end_matches(')');
                if !bare.is_empty() && !host.contains(' ') && host.split('.').count() >= 2 {
                    *name = bare.to_owned();
                }
            }
        }
        let bare = |name: &Option<String>| name.as_deref().map(words::bare);
        if bare(&self.byline).is_some_and(|byline| Some(byline) == bare(&self.outlet)) {
            self.byline = None;
        }
    }

    /// Takes from `other` what is missing here.
    pub fn fill(&mut self, other: &Labels) {
        let pairs = [
            (&mut self.headline, &other.headline),
            (&mut self.outlet, &other.outlet),
            (&mut self.byline, &other.byline),
            (&mut self.url, &other.url),
            (&mut self.language, &other.language),
        ];
        for (mine, theirs) in pairs {
            if mine.is_none() {
                mine.clone_from(theirs);
            }
        }
        self.see(other.published);
    }
}

/// Speakers as printed that are listed at most.
const REMARKS: usize = 12;

/// The blocks of a page and what was found out about them.
struct Page<'b> {
    blocks: &'b [Block],
    furniture: Vec<bool>,
    pictures: Vec<Picture>,
    speakers: Speakers,
    header: Header,
}

impl<'b> Page<'b> {
    fn new(blocks: &'b [Block], given: Option<&str>) -> Self {
        let mut furniture: Vec<bool> = blocks.iter().map(furniture::is_furniture).collect();
        let repeated = given.and_then(|given| repeats(blocks, given));
        let mut header = header::header(blocks, &furniture, given.is_some() && repeated.is_none());
        if let Some(repeated) = repeated {
            header.headlines = vec![repeated];
        } else if given.is_none() && header.headlines.is_empty() && blocks.first().is_some_and(|b| is_labelled_headline(&b.text))
        {
            header.headlines.push(0);
        }
        for n in &header.furniture {
            if let Some(mark) = furniture.get_mut(*n) {
                *mark = true;
            }
        }
        furniture::spread(blocks, &mut furniture, header.body, header.labels.byline.as_deref());
        let headline = header.headlines.clone();
        let spoken =
            blocks.iter().enumerate().filter(|(n, _)| !headline.contains(n) && !furniture.get(*n).copied().unwrap_or(false));
        let speakers = Speakers::of(spoken.map(|(_, b)| b.text.as_str()));
        // A date at the foot of the page (`Publication date: …`) serves where the head has none.
        for (n, block) in blocks.iter().enumerate().rev().take(12) {
            if furniture.get(n).copied().unwrap_or(false) {
                header.labels.see(dates::whole(&block.text));
            }
        }
        let dated: Vec<Printed> = datelines(blocks, &header).filter_map(|d| d.date).collect();
        for date in dated {
            header.labels.see(Some(date));
        }
        Page { pictures: captions::captions(blocks), blocks, furniture, speakers, header }
    }

    fn is_furniture(&self, n: usize) -> bool {
        self.furniture.get(n).copied().unwrap_or(false)
    }

    /// Turns the blocks into passages.
    fn passages(&self, result: &mut Text) {
        let last_turn = self.blocks.iter().rposition(|b| self.speakers.turn(&b.text).is_some()).unwrap_or(0);
        let mut floor = Floor::default();
        for (n, block) in self.blocks.iter().enumerate() {
            let lines = block.lines;
            if self.header.headlines.contains(&n) {
                let text = header::titled(&block.text).unwrap_or(&block.text).trim_end_matches([';', ' ']);
                result.push(PassageKind::Headline, None, lines, text);
            } else if self.is_furniture(n) {
                floor.close();
                result.push(PassageKind::Furniture, None, lines, &block.text);
            } else if let Some(turn) = self.speakers.turn(&block.text) {
                floor.open(turn.name);
                let room = result.remarks.len() < REMARKS;
                if turn.printed != turn.name && room && !result.remarks.iter().any(|r| r == turn.printed) {
                    result.remarks.push(turn.printed.to_owned());
                }
                let (kind, speaker, text) = if turn.words.is_empty() {
                    (PassageKind::Heading, None, turn.name)
                } else {
                    (PassageKind::Speech, Some(turn.name.to_owned()), turn.words)
                };
                result.push(kind, speaker, lines, text);
            } else {
                self.plain(n, block, n > last_turn, &mut floor, result);
            }
        }
    }

    /// A block that is neither headline, furniture nor the opening of a turn.
    fn plain(&self, n: usize, block: &Block, last: bool, floor: &mut Floor, result: &mut Text) {
        let picture = self.pictures.get(n).copied().unwrap_or_default();
        let (words, credit) = match block.mark {
            Mark::Caption => captions::split_marked(&block.text),
            _ if picture.credit => captions::split_credit(&block.text),
            _ => (block.text.as_str(), None),
        };
        let kind = match block.mark {
            Mark::Heading => PassageKind::Heading,
            Mark::Item => PassageKind::Item,
            Mark::Caption => PassageKind::Caption,
            _ if credit.is_some() || picture.caption => PassageKind::Caption,
            // Who has the floor asks a short question, too.
            _ if self.is_heading(n, block) && !(floor.is_open() && block.text.ends_with('?')) => PassageKind::Heading,
            _ => PassageKind::Paragraph,
        };
        let mut speaker = None;
        let mut kind = kind;
        if kind == PassageKind::Heading {
            floor.close();
        } else if matches!(kind, PassageKind::Paragraph | PassageKind::Item) && !transcript::is_remark(words) {
            speaker = floor.speaker(words, last);
            if speaker.is_some() {
                kind = PassageKind::Speech;
            }
        }
        result.push(kind, speaker, block.lines, words);
        if let Some(credit) = credit {
            result.push(PassageKind::Furniture, None, block.lines, credit);
        }
    }

    /// A short line between paragraphs that is no sentence; a bare time in a live report.
    fn is_heading(&self, n: usize, block: &Block) -> bool {
        let text = block.text.as_str();
        if text.len() > 100 || n < self.header.body || !block.gap {
            return false;
        }
        if dates::whole(text) == Some(Printed::TimeOnly) {
            return true;
        }
        let above = n.checked_sub(1).and_then(|a| self.blocks.get(a));
        let below = self.blocks.get(n + 1);
        let text_below = below.is_some_and(|b| {
            b.gap
                && b.mark == Mark::Text
                && (words::ends_sentence(&b.text) || b.text.ends_with(':') || words::count(&b.text) > 10)
        });
        let announced = above.is_none_or(|a| a.text.ends_with(':'));
        let open = text.ends_with([',', ';', ':', '-', '–', '—']) || words::ends_sentence(text) && !text.ends_with('?');
        words::count(text) <= 8 && words::begins_high(text) && !open && text_below && !announced && !words::quotation_open(text)
    }

    /// Who published this, in the text's own words.
    fn named(&self) -> Option<String> {
        let foot = || self.blocks.iter().enumerate().filter(|(n, _)| self.is_furniture(*n)).map(|(_, b)| b.text.as_str());
        let described = foot().find_map(outlet::described).or_else(|| foot().find_map(outlet::self_named));
        let place = || self.header.place.clone().filter(|_| !self.speakers.is_empty());
        let agency = || datelines(self.blocks, &self.header).find_map(|d| d.agency.map(str::to_owned));
        // `Bridge shut | Example News`, as a browser's title has it.
        let suffix = || {
            let first = self.header.headlines.first().and_then(|h| self.blocks.get(*h))?;
            let (_, name) = first.text.rsplit_once(" | ")?;
            ((1..=4).contains(&words::count(name)) && words::begins_high(name)).then(|| name.trim().to_owned())
        };
        described.or_else(place).or_else(suffix).or_else(agency)
    }
}

/// The datelines of the first paragraphs.
fn datelines<'b>(blocks: &'b [Block], header: &Header) -> impl Iterator<Item = Dateline<'b>> {
    blocks.iter().skip(header.headlines.first().map_or(0, |h| h + 1)).take(5).filter_map(|b| dates::dateline(&b.text))
}

/// Whether a line, the first of a page without another headline, is one behind a label: `WATCH: Ferry runs aground in the fog`. In
/// an article such a line leads elsewhere.
fn is_labelled_headline(text: &str) -> bool {
    const LABELS: [&str; 7] = ["WATCH", "VIDEO", "LISTEN", "PHOTOS", "GALLERY", "IN PICTURES", "PICTURES"];
    let told = text.split_once(": ").filter(|(label, _)| LABELS.contains(label));
    told.is_some_and(|(_, told)| (4..=25).contains(&words::count(told)) && !words::has_inner_break(told))
}

/// Which of the first blocks repeats a headline that is given.
fn repeats(blocks: &[Block], given: &str) -> Option<usize> {
    let wanted = words::bare(given);
    blocks.iter().take(6).position(|b| b.text.len() <= given.len() + 20 && words::bare(&b.text) == wanted)
}
