//! A page's tags and words in, its pieces out: runs of words that no block element parts, each with where it stands.

use super::about::About;
use super::asides::Aside;
use super::element;
use crate::ingest::clean::clean;
use crate::ingest::dates;
use crate::ingest::markup::Mark;
use crate::ingest::words;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::ops::Range;

/// How far up an end tag looks for its element: pages close what they open nearby, and whatever they leave open must not
/// be gone through at each tag.
const REACH: usize = 64;

/// Elements within elements that are kept account of; a page with more is broken.
const DEEPEST: usize = 10_000;

/// Parts, and elements beside the article, that are kept account of.
const PARTS: usize = 100_000;

/// A page, taken apart.
pub struct Page {
    /// Its pieces in order.
    pub pieces: Vec<Piece>,
    /// Its parts, in the order in which they open.
    pub parts: Vec<Range<usize>>,
    /// Its elements that say or hint that they are beside the article, in the order in which they open.
    pub asides: Vec<Aside>,
    /// What it says of itself.
    pub about: About,
    /// Bytes at its end that stand in a tag or a remark which nothing closes.
    pub lost: usize,
}

/// A run of words between two block tags.
#[derive(Debug, Clone, Default)]
pub struct Piece {
    /// First and last line of the file, from 1.
    pub lines: (usize, usize),
    /// The words, cleaned.
    pub text: String,
    /// Which of the page's outermost `article` elements it stands in.
    pub article: Option<usize>,
    /// Whether it stands in the main part of the page.
    pub main: bool,
    /// The innermost element beside the article that it stands in.
    pub aside: Option<usize>,
    /// Whether it, or some of it, says who wrote the article or when.
    pub signature: bool,
    /// Whether it, or some of it, is marked as a time.
    pub time: bool,
    /// Whether it stands in a paragraph, a heading or an item.
    pub in_line: bool,
    /// The level of the heading that it is, 0 for none.
    pub level: u8,
    /// The innermost part that it stands in.
    pub inside: Option<usize>,
    /// The picture whose words it may be.
    figure: Option<usize>,
    /// Whether it stands between slides.
    slides: bool,
    /// What its element makes of it.
    element: Mark,
    /// Bytes of it that lead to another page.
    linked: usize,
    /// Its words, counted.
    count: usize,
    /// Whether it ends as a sentence does.
    ends: bool,
    /// Whether it is marked as a time and nothing but that.
    stamp: bool,
}

impl Piece {
    /// What it is in the article. A heading, an item or a few words that are nothing but a link lead elsewhere.
    pub fn mark(&self) -> Mark {
        let told = self.element == Mark::Text && self.ends && self.count > 8;
        // The time of an entry in a live report is the way to the entry.
        if self.leads() && !told && !self.stamp { Mark::Dead } else { self.element }
    }

    /// Whether it is nothing but a link.
    pub fn leads(&self) -> bool {
        self.linked * 10 >= self.text.len() * 9
    }

    /// Whether some of it leads to another page.
    pub fn holds_link(&self) -> bool {
        self.linked > 0
    }

    /// Bytes of it if it is a sentence or more, as articles are made of.
    pub fn told(&self) -> usize {
        if self.ends && self.count >= 8 { self.running() } else { 0 }
    }

    /// Bytes of running text: what counts when it is asked where the article stands.
    pub fn running(&self) -> usize {
        if self.level > 0 || self.mark() == Mark::Dead { 0 } else { self.text.len() }
    }

    /// Takes it for something that leads elsewhere or belongs to the page.
    pub fn dismiss(&mut self) {
        self.element = Mark::Dead;
    }
}

/// Where words stand that come now.
#[derive(Debug, Clone, Copy, Default)]
struct Context {
    unread: bool,
    linked: bool,
    title: bool,
    main: bool,
    signature: bool,
    slides: bool,
    table: bool,
    time: bool,
    /// Whether it stands in a paragraph, a heading or an item.
    line: bool,
    /// Whether it stands in an element that holds an article, of whatever name.
    entry: bool,
    aside: Option<usize>,
    article: Option<usize>,
    figure: Option<usize>,
    inside: Option<usize>,
    level: u8,
    mark: Mark,
}

/// Takes a page apart.
pub fn walk(html: &str) -> Page {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut walker = Walker::new(html);
    let mut read = 0;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                read = tag.span.end;
                walker.start(&tag);
            }
            Token::EndTag(tag) => {
                read = tag.span.end;
                walker.end(&tag.name);
            }
            Token::String(words) => {
                read = words.span.end;
                walker.words(&String::from_utf8_lossy(&words), words.span.start);
            }
            Token::Comment(words) => {
                let closed = words.span.end < html.len() || html.trim_end().ends_with("-->");
                read = if closed { words.span.end } else { read };
                walker.about.comment(&String::from_utf8_lossy(&words));
            }
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    walker.finish();
    walker.close(0);
    caption(&mut walker.pieces);
    let lost = html.trim_end().len().saturating_sub(read);
    Page { pieces: walker.pieces, parts: walker.parts, asides: walker.asides, about: walker.about, lost }
}

/// Tells what words in a picture's element are: its caption, or, where that is marked, a credit or a sign; and that what stands on
/// slides are captions, whatever their elements are. What holds half of the page is no picture, and no slide.
fn caption(pieces: &mut [Piece]) {
    let figures = pieces.iter().filter_map(|piece| piece.figure).max().map_or(0, |last| last + 1);
    let (mut captioned, mut weights) = (vec![false; figures], vec![0usize; figures]);
    for piece in pieces.iter() {
        let Some(n) = piece.figure else { continue };
        weights.get_mut(n).into_iter().for_each(|weight| *weight += piece.told());
        captioned.get_mut(n).into_iter().for_each(|figure| *figure |= piece.element == Mark::Caption);
    }
    let told: usize = pieces.iter().map(Piece::told).sum();
    let large = |figure: usize| weights.get(figure).is_some_and(|weight| *weight > 0 && weight * 2 >= told);
    let slides: usize = pieces.iter().filter(|piece| piece.slides).map(Piece::told).sum();
    let slid = slides * 2 < told;
    for piece in pieces.iter_mut() {
        let lesser = piece.level > 1 || piece.element == Mark::Item;
        if lesser && (piece.slides && slid || piece.level > 1 && piece.figure.is_some_and(|figure| !large(figure))) {
            // The title of an album stands on each of its slides.
            piece.element = if piece.level > 0 && piece.slides { Mark::Dead } else { Mark::Caption };
            piece.level = 0;
        }
        if piece.element != Mark::Text {
            continue;
        }
        if let Some(figure) = piece.figure.filter(|figure| !large(*figure)) {
            piece.element = if captioned.get(figure).copied().unwrap_or(false) { Mark::Dead } else { Mark::Caption };
        } else if piece.slides && slid {
            piece.element = Mark::Caption;
        }
    }
}

struct Walker<'h> {
    html: &'h str,
    /// How far lines are counted, and the line there.
    counted: (usize, usize),
    open: Vec<(Vec<u8>, Context)>,
    articles: usize,
    figures: usize,
    /// Whether since the last words an element inside the line ended, and another began.
    seam: (bool, bool),
    piece: Piece,
    pieces: Vec<Piece>,
    parts: Vec<Range<usize>>,
    asides: Vec<Aside>,
    about: About,
}

impl<'h> Walker<'h> {
    fn new(html: &'h str) -> Self {
        Walker {
            html,
            counted: (0, 1),
            open: Vec::new(),
            articles: 0,
            figures: 0,
            seam: (false, false),
            piece: Piece::default(),
            pieces: Vec::new(),
            parts: Vec::new(),
            asides: Vec::new(),
            about: About::default(),
        }
    }

    fn context(&self) -> Context {
        self.open.last().map_or_else(Context::default, |(_, context)| *context)
    }

    /// The line of a byte of the file; bytes are asked for in order.
    fn line(&mut self, byte: usize) -> usize {
        let passed = self.html.as_bytes().get(self.counted.0..byte).unwrap_or(&[]);
        let breaks = passed.iter().filter(|b| **b == b'\n').count();
        self.counted = (self.counted.0.max(byte), self.counted.1 + breaks);
        self.counted.1
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = tag.name.as_slice();
        self.about.tag(tag);
        if !element::is_inline(name) {
            self.finish();
            // A paragraph or an item ends where the next begins.
            if let (b"p", Some((open, _))) | (b"li", Some((open, _))) = (name, self.open.last())
                && open == name
            {
                self.open.pop();
            }
        }
        self.seam.1 |= self.seam.0;
        if element::is_void(name) || tag.self_closing || self.open.len() >= DEEPEST {
            return;
        }
        let outside = self.context();
        let context = self.within(tag, outside);
        if parts(name, &outside, &context) {
            self.finish();
        }
        self.open.push((name.to_vec(), context));
    }

    /// Where words stand in an element.
    fn within(&mut self, tag: &StartTag<usize>, mut context: Context) -> Context {
        let name = tag.name.as_slice();
        let words = element::attribute_words(tag);
        context.unread |= element::is_unread(tag);
        // A heading or an item with a link for all of it is no card.
        let card = context.linked && !context.line;
        // An anchor that only has a name leads nowhere.
        let leads = || tag.attributes.contains_key("href".as_bytes()) || !tag.attributes.contains_key("name".as_bytes());
        context.linked |= name == b"a" && leads();
        context.title |= name == b"title";
        context.table |= name == b"table";
        context.time |= name == b"time";
        context.main |= element::is_main(tag);
        context.signature |= element::is_signature(tag, &words);
        context.slides |= element::is_slides(name, &words);
        context.line = match name {
            b"p" | b"li" | b"td" | b"blockquote" => true,
            _ if element::is_inline(name) => context.line,
            _ => element::level(name).is_some(),
        };
        // An entry may wrap the `article` that it is.
        let inside = if name == b"article" { context.article.is_some() } else { context.entry };
        if let Some(aside) = Aside::of(tag, &words, (inside, card), context.aside).filter(|_| self.asides.len() < PARTS) {
            context.aside = Some(self.asides.len());
            self.asides.push(aside);
        }
        context.entry |= element::is_article(tag, &words);
        match name {
            b"article" if context.article.is_none() => {
                context.article = Some(self.articles);
                self.articles += 1;
            }
            _ if element::is_figure(name, &words) => {
                context.figure = Some(self.figures);
                self.figures += 1;
            }
            // A quotation or figures in a frame are no words about a picture.
            b"blockquote" | b"table" => context.figure = None,
            _ => {}
        }
        if element::is_part(name) && self.parts.len() < PARTS {
            context.inside = Some(self.parts.len());
            self.parts.push(self.pieces.len()..self.pieces.len());
        }
        context.level = element::level(name).unwrap_or(context.level);
        // Who took a picture, beside what it shows.
        let signed = context.mark == Mark::Caption && element::is_signature(tag, &words);
        context.mark = element::mark(name, &words)
            .filter(|mark| !(context.mark == Mark::Dead && *mark == Mark::Item))
            .unwrap_or(context.mark);
        context.mark = if signed { Mark::Dead } else { context.mark };
        context
    }

    fn end(&mut self, name: &[u8]) {
        if !element::is_inline(name) {
            self.finish();
        }
        self.seam.0 = true;
        let from = self.open.len().saturating_sub(REACH);
        let found = self.open.iter().skip(from).rposition(|(open, _)| open == name);
        // An inline element ends within its block.
        let within = |at: usize| {
            !element::is_inline(name) || self.open.iter().skip(from + at + 1).all(|(open, _)| element::is_inline(open))
        };
        if let Some(at) = found.filter(|at| within(*at)) {
            let outside = (from + at).checked_sub(1).and_then(|at| self.open.get(at)).map(|(_, context)| *context);
            if parts(name, &outside.unwrap_or_default(), &self.context()) {
                self.finish();
            }
            self.close(from + at);
        }
        self.about.end(name);
    }

    /// Closes all elements from a depth on.
    fn close(&mut self, depth: usize) {
        for (_, context) in self.open.drain(depth.min(self.open.len())..) {
            if let Some(this) = context.inside.and_then(|n| self.parts.get_mut(n)) {
                this.end = self.pieces.len();
            }
        }
    }

    fn words(&mut self, words: &str, byte: usize) {
        let context = self.context();
        if self.about.takes(words) {
            return;
        }
        if context.title && !context.unread && self.open.iter().all(|(name, _)| name != b"body") {
            self.about.titled(words);
        }
        if context.unread || context.title {
            return;
        }
        let blank = words.len() - words.trim_start().len();
        let empty = blank == words.len();
        if self.piece.text.is_empty() {
            if empty {
                return;
            }
            let first = self.line(byte + blank);
            self.piece = Piece {
                lines: (first, first),
                article: context.article,
                main: context.main,
                aside: context.aside,
                figure: context.figure.filter(|_| !context.table),
                slides: context.slides,
                in_line: context.line,
                level: if context.mark == Mark::Dead { 0 } else { context.level },
                element: context.mark,
                inside: context.inside,
                ..Piece::default()
            };
        }
        self.piece.signature |= context.signature;
        self.piece.time |= context.time;
        // `<span>May 3</span><span>2 PM</span>` are two words, `<span>M</span><span>ay</span>` is one.
        let (last, first) = (self.piece.text.chars().next_back(), words.chars().next());
        let ends = last.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        let begins = first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        if self.seam.1 && (ends && begins || context.time) && !self.piece.text.ends_with(' ') {
            self.piece.text.push(' ');
            self.piece.linked += usize::from(context.linked);
        }
        self.seam = (false, false);
        let before = self.piece.text.len();
        for c in words.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' if self.piece.text.ends_with(' ') || self.piece.text.is_empty() => {}
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.piece.text.push(' '),
                _ => self.piece.text.push(c),
            }
        }
        self.piece.linked += if context.linked { self.piece.text.len() - before } else { 0 };
        let last = self.line(byte + words.trim_end().len());
        self.piece.lines.1 = last.max(self.piece.lines.0);
    }

    /// Ends the piece, if one was begun.
    fn finish(&mut self) {
        let mut piece = std::mem::take(&mut self.piece);
        self.seam = (false, false);
        piece.text = clean(piece.text.trim()).text;
        if piece.text.chars().any(char::is_alphanumeric) {
            (piece.count, piece.ends) = (words::length(&piece.text), words::ends_sentence(&piece.text));
            piece.stamp = piece.time && dates::whole(&piece.text).is_some();
            self.pieces.push(piece);
        }
    }
}

/// Whether an inline element parts the words in it from those around it: a credit beside a caption; a time that stands in no
/// paragraph.
fn parts(name: &[u8], outside: &Context, inside: &Context) -> bool {
    element::is_inline(name) && (outside.mark != inside.mark || name == b"time" && !outside.line)
}
