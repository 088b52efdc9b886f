//! A passage as attribution sees it: names and quotations are one item each, the rest are words and signs.
//!
//! In: a passage with its mentions and quotations. Out: [`Item`]s and the sentences they make. What stands inside a
//! quotation is not seen: a name there is spoken of, it does not speak.

use crate::analysis::lexicon::common;
use crate::analysis::lexicon::people::Gender;
use crate::analysis::lexicon::saying::{self, Manner, Saying};
use crate::analysis::lexicon::tokens::{self, Kind, Token, lower};
use crate::analysis::names::{Entity, Mention};
use crate::model::{FactKind, Span};
use std::borrow::Cow;

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Is {
    /// A word.
    Word,
    /// A number.
    Number,
    /// A sign.
    Sign(char),
    /// `'s`
    Possessive,
    /// A name: index of the entity.
    Name(usize),
    /// A quotation: index among the story's quotations.
    Quote(usize),
}

/// The longest run of items that is looked at as one sentence. No sentence of a newspaper is so long; rules that look back and
/// forth within one would take for ever on a text without stops.
pub const LONGEST_SENTENCE: usize = 400;

/// A word, sign, name or quotation.
#[derive(Debug, Clone)]
pub struct Item<'t> {
    /// What.
    pub is: Is,
    /// Where in the passage's text.
    pub span: Span,
    /// In lower case; empty for quotations.
    pub key: Cow<'t, str>,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// As a verb of saying.
    pub saying: Option<Saying>,
    /// Of a name: whether it is a description (`the secretary`).
    pub described: bool,
    /// Of a quotation: the last sign in it, if it is one that ends sentences or clauses.
    pub ends: Option<char>,
}

/// A passage as items, cut into sentences.
#[derive(Debug, Default)]
pub struct Line<'t> {
    /// The items, in order.
    pub items: Vec<Item<'t>>,
    /// Sentences: from item, up to item (left out).
    pub sentences: Vec<(usize, usize)>,
}

/// Reads a passage. `quotes` are spans with their indices, in order, none inside another.
pub fn read<'t>(text: &'t str, mentions: &[Mention], quotes: &[(usize, Span)]) -> Line<'t> {
    let mut items: Vec<Item<'t>> = Vec::with_capacity(text.len() / 6 + 1);
    let mut mention = mentions.iter().peekable();
    let mut quote = quotes.iter().peekable();
    let mut inside: Option<usize> = None;
    for token in tokens::of(text) {
        let span = token.span;
        while quote.peek().is_some_and(|(_, q)| q.end <= span.start) {
            quote.next();
        }
        while mention.peek().is_some_and(|m| m.place.span.end <= span.start) {
            mention.next();
        }
        if let Some((index, q)) = quote.peek().filter(|(_, q)| q.overlaps(span)) {
            if inside != Some(*index) {
                inside = Some(*index);
                items.push(Item::quotation(text, *index, *q));
            }
            continue;
        }
        if let Some(m) = mention.peek().filter(|m| m.place.span.overlaps(span)) {
            if items.last().is_none_or(|i| i.span != m.place.span) {
                items.push(Item::name(m));
            }
            continue;
        }
        items.extend(Item::of_token(text, &token));
    }
    if is_title(&items) {
        // Capitals say nothing where every word has one.
        items.iter_mut().skip(1).filter(|i| i.is == Is::Word).for_each(|i| i.capital = false);
    }
    let sentences = sentences(&items);
    Line { items, sentences }
}

/// Whether every word of weight begins with a capital, as in headlines: four such words at least.
fn is_title(items: &[Item]) -> bool {
    let words = || items.iter().filter(|i| i.is == Is::Word && i.key.chars().count() > 3);
    words().count() >= 4 && words().all(|i| i.capital)
}

/// Cuts items into sentences: after `.`, `?`, `!`; after a quotation that ends so, unless an attribution follows.
fn sentences(items: &[Item]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (n, item) in items.iter().enumerate() {
        let next = items.get(n + 1);
        let ends = match item.is {
            Is::Sign('.' | '?' | '!' | '…') => !next
                .is_some_and(|i| i.is == Is::Word && !i.capital || matches!(i.is, Is::Sign('.' | '?' | '!' | '…' | ')' | ']'))),
            Is::Sign('•' | '|') => true,
            Is::Quote(_) => match item.ends {
                Some('.' | '?' | '!' | '…') => !goes_on(items, n + 1, item.ends),
                _ => false,
            },
            _ => false,
        };
        if ends || n + 1 - start >= LONGEST_SENTENCE {
            found.push((start, n + 1));
            start = n + 1;
        }
    }
    if start < items.len() {
        found.push((start, items.len()));
    }
    found
}

/// Whether what follows a quotation's closing mark belongs to its sentence: small letters, a comma or dash, or a short
/// attribution (`Roe said.`).
fn goes_on(items: &[Item], next: usize, ends: Option<char>) -> bool {
    let Some(item) = items.get(next) else { return false };
    match item.is {
        Is::Sign(',' | '-' | '–' | '—' | ';' | ')' | ']') => true,
        Is::Sign(_) | Is::Quote(_) | Is::Possessive => false,
        Is::Word if !item.capital => true,
        _ => {
            // A capital: somebody's name, or the next sentence.
            let reach = if ends == Some('.') { 3 } else { 8 };
            let verb = (next..next + reach).find(|&n| {
                items.get(n).is_some_and(|i| i.saying.is_some_and(|s| matches!(s.form, saying::Form::Past | saying::Form::Third)))
            });
            let Some(verb) = verb else { return false };
            let plain =
                (next..verb).all(|n| items.get(n).is_some_and(|i| !matches!(i.is, Is::Quote(_) | Is::Sign('.' | ':' | ';'))));
            // Behind a question also whoever has a name, a title or a work: "…?" Dell mayor Jane Roe asked.
            let named = || (next..verb).any(|n| items.get(n).is_some_and(|i| matches!(i.is, Is::Name(_))));
            let person = matches!(item.is, Is::Name(_))
                || common::is_subject_pronoun(&item.key)
                || (ends != Some('.') && (common::is_determiner(&item.key) || named()));
            // Roe laughed, saying: the next sentence.
            let told = ends != Some('.') || items.get(verb + 1).is_none_or(|i| i.is_sign('.'));
            let says = ends != Some('.') || items.get(verb).is_some_and(|i| i.saying.is_some_and(|s| s.manner == Manner::Words));
            plain && person && told && says
        }
    }
}

impl<'t> Item<'t> {
    fn quotation(text: &str, index: usize, span: Span) -> Self {
        let unmarked = span.of(text).trim_end_matches(['\'', '’', '"', '”', ' ']);
        let last = unmarked.chars().next_back();
        Item {
            is: Is::Quote(index),
            span,
            key: Cow::Borrowed(""),
            capital: false,
            saying: None,
            described: false,
            ends: last.filter(|c| matches!(c, '.' | ',' | '?' | '!' | '…' | '—' | '–' | ';' | ':' | '-')),
        }
    }

    fn name(mention: &Mention) -> Self {
        Item {
            is: Is::Name(mention.entity),
            span: mention.place.span,
            key: Cow::Borrowed(""),
            capital: true,
            saying: None,
            described: mention.described,
            ends: None,
        }
    }

    /// A word, number or sign; none of the marks around quotations, which say nothing more.
    fn of_token(text: &'t str, token: &Token) -> Option<Self> {
        let is = match token.kind {
            Kind::Word => Is::Word,
            Kind::Number => Is::Number,
            Kind::Possessive => Is::Possessive,
            Kind::Sign('"' | '“' | '”' | '«' | '»' | '„' | '*' | '_' | '`' | '\'' | '‘' | '’') => return None,
            Kind::Sign(c) => Is::Sign(c),
        };
        let written = token.span.of(text);
        let key = if is == Is::Word { lower(written) } else { Cow::Borrowed(written) };
        let saying = if is == Is::Word { saying::saying(&key) } else { None };
        Some(Item { is, span: token.span, key, capital: token.capital, saying, described: false, ends: None })
    }
}

impl Item<'_> {
    /// Whether it is this sign.
    pub fn is_sign(&self, sign: char) -> bool {
        self.is == Is::Sign(sign)
    }

    /// The entity it names.
    pub fn entity(&self) -> Option<usize> {
        match self.is {
            Is::Name(e) => Some(e),
            _ => None,
        }
    }

    /// Whether it names somebody.
    pub fn person(&self, entities: &[Entity]) -> Option<usize> {
        self.entity().filter(|&e| entities.get(e).is_some_and(|x| x.kind == FactKind::Person))
    }

    /// Whether it can be a finite verb, as far as its ending tells.
    pub fn like_verb(&self) -> bool {
        self.is == Is::Word
            && !self.capital
            && (common::is_auxiliary(&self.key)
                || self.saying.is_some_and(|s| matches!(s.form, saying::Form::Past | saying::Form::Third))
                || (self.key.len() > 3 && self.key.ends_with("ed"))
                || common::is_irregular_verb(&self.key))
    }
}

/// The gender a pronoun asks for.
pub fn pronoun_gender(word: &str) -> Option<Gender> {
    match word {
        "he" | "him" | "his" | "himself" => Some(Gender::He),
        "she" | "her" | "hers" | "herself" => Some(Gender::She),
        _ => None,
    }
}
