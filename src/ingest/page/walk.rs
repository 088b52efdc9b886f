//! A page's tags and words in, its pieces out: runs of words that no block element parts, each with where it stands.

use super::about::About;
use super::element;
use crate::ingest::clean::clean;
use crate::ingest::markup::Mark;
use crate::ingest::words;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::ops::Range;

/// How far up an end tag looks for its element: pages close what they open nearby, and whatever they leave open must not
/// be gone through at each tag.
const REACH: usize = 64;

/// Elements within elements that are kept account of; a page with more is broken.
const DEEPEST: usize = 10_000;

/// Parts that are kept account of.
const PARTS: usize = 100_000;

/// A page, taken apart.
pub struct Page {
    /// Its pieces in order.
    pub pieces: Vec<Piece>,
    /// Its parts, in the order in which they open.
    pub parts: Vec<Part>,
    /// What it says of itself.
    pub about: About,
}

/// An element that holds others: `div`, `td`.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// The pieces in it.
    pub pieces: Range<usize>,
    /// Bytes of sentences that stand in it and in no part within it.
    pub told: usize,
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
    /// Whether it stands in an element that is beside the article.
    pub beside: bool,
    /// Whether it stands in one that hints so.
    pub hinted: bool,
    /// The level of the heading that it is, 0 for none.
    pub level: u8,
    /// The innermost part that it stands in.
    inside: Option<usize>,
    /// What its element makes of it.
    element: Mark,
    /// Bytes of it that lead to another page.
    linked: usize,
}

impl Piece {
    /// What it is in the article. A heading, an item or a few words that are nothing but a link lead elsewhere.
    pub fn mark(&self) -> Mark {
        let link = self.linked * 10 >= self.text.len() * 9;
        let told = self.element == Mark::Text && words::ends_sentence(&self.text) && words::count(&self.text) > 8;
        if link && !told { Mark::Dead } else { self.element }
    }

    /// Bytes of it if it is a sentence or more, as articles are made of.
    pub fn told(&self) -> usize {
        let sentence = words::ends_sentence(&self.text) && words::count(&self.text) >= 8;
        if sentence { self.running() } else { 0 }
    }

    /// Bytes of running text: what counts when it is asked where the article stands.
    pub fn running(&self) -> usize {
        if self.level > 0 || self.mark() == Mark::Dead { 0 } else { self.text.len() }
    }
}

/// Where words stand that come now.
#[derive(Debug, Clone, Copy, Default)]
struct Context {
    unread: bool,
    beside: bool,
    hinted: bool,
    linked: bool,
    title: bool,
    main: bool,
    article: Option<usize>,
    inside: Option<usize>,
    level: u8,
    mark: Mark,
}

/// Takes a page apart.
pub fn walk(html: &str) -> Page {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut walker = Walker::new(html);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => walker.start(&tag),
            Token::EndTag(tag) => walker.end(&tag.name),
            Token::String(words) => walker.words(&String::from_utf8_lossy(&words), words.span.start),
            Token::Comment(words) => walker.about.comment(&String::from_utf8_lossy(&words)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    walker.finish();
    walker.close(0);
    Page { pieces: walker.pieces, parts: walker.parts, about: walker.about }
}

struct Walker<'h> {
    html: &'h str,
    /// How far lines are counted, and the line there.
    counted: (usize, usize),
    open: Vec<(Vec<u8>, Context)>,
    articles: usize,
    piece: Piece,
    pieces: Vec<Piece>,
    parts: Vec<Part>,
    about: About,
}

impl<'h> Walker<'h> {
    fn new(html: &'h str) -> Self {
        Walker {
            html,
            counted: (0, 1),
            open: Vec::new(),
            articles: 0,
            piece: Piece::default(),
            pieces: Vec::new(),
            parts: Vec::new(),
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
        if element::is_void(name) || tag.self_closing || self.open.len() >= DEEPEST {
            return;
        }
        let mut context = self.context();
        context.unread |= element::is_unread(tag);
        context.beside |= element::is_beside(tag);
        context.hinted |= element::is_hinted(tag);
        context.linked |= name == b"a";
        context.title |= name == b"title";
        context.main |= element::is_main(tag);
        if name == b"article" && context.article.is_none() {
            context.article = Some(self.articles);
            self.articles += 1;
        }
        if element::is_part(name) && self.parts.len() < PARTS {
            context.inside = Some(self.parts.len());
            self.parts.push(Part { pieces: self.pieces.len()..self.pieces.len(), told: 0 });
        }
        context.level = element::level(name).unwrap_or(context.level);
        context.mark = match name {
            b"li" => Mark::Item,
            b"figcaption" | b"caption" => Mark::Caption,
            _ if element::level(name).is_some() => Mark::Heading,
            _ => context.mark,
        };
        self.open.push((name.to_vec(), context));
    }

    fn end(&mut self, name: &[u8]) {
        if !element::is_inline(name) {
            self.finish();
        }
        let from = self.open.len().saturating_sub(REACH);
        let found = self.open.iter().skip(from).rposition(|(open, _)| open == name);
        // An inline element ends within its block.
        let within = |at: usize| {
            !element::is_inline(name) || self.open.iter().skip(from + at + 1).all(|(open, _)| element::is_inline(open))
        };
        if let Some(at) = found.filter(|at| within(*at)) {
            self.close(from + at);
        }
        self.about.end(name);
    }

    /// Closes all elements from a depth on.
    fn close(&mut self, depth: usize) {
        for (_, context) in self.open.drain(depth.min(self.open.len())..) {
            if let Some(this) = context.inside.and_then(|n| self.parts.get_mut(n)) {
                this.pieces.end = self.pieces.len();
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
                beside: context.beside,
                hinted: context.hinted,
                level: context.level,
                element: context.mark,
                inside: context.inside,
                ..Piece::default()
            };
        }
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
        piece.text = clean(piece.text.trim()).text;
        if piece.text.chars().any(char::is_alphanumeric) {
            if let Some(this) = piece.inside.and_then(|n| self.parts.get_mut(n)) {
                this.told += piece.told();
            }
            self.pieces.push(piece);
        }
    }
}
