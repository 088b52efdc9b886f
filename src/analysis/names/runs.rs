//! Runs of capitalised words: what may be a name, before anybody knows whose.
//!
//! In: the tokens of an article. Out: [`Run`]s, each parted into titles and the name proper. Words that are
//! capitalised only because a sentence begins are told by how the story writes them elsewhere. In headlines that
//! capitalise every word runs mean nothing; they are marked, and only names known from elsewhere are sought there.

use crate::analysis::lexicon::organisations as org;
use crate::analysis::lexicon::tokens::{self, Kind, Token};
use crate::analysis::lexicon::{common, people, places};
use crate::model::{Article, Span};
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// An article as tokens.
#[derive(Debug, Default)]
pub struct Read {
    /// The tokens of each passage; none for furniture.
    pub passages: Vec<Page>,
}

/// A passage as tokens.
#[derive(Debug, Default)]
pub struct Page {
    /// The tokens.
    pub tokens: Vec<Token>,
    /// For each token whether a sentence or quotation begins there.
    pub starts: Vec<bool>,
    /// Whether it writes (nearly) every word with a capital.
    pub title_case: bool,
}

/// How the story writes words inside sentences, where a capital means something.
#[derive(Debug, Default)]
pub struct Usage<'t> {
    /// Words written small.
    pub small: FxHashSet<&'t str>,
    /// Words written with a capital.
    pub capital: FxHashSet<String>,
}

/// A run of capitalised words.
#[derive(Debug, Clone)]
pub struct Run {
    /// Index of the passage.
    pub passage: usize,
    /// First token of the whole run, titles included.
    pub first: usize,
    /// First token of the name proper.
    pub core: usize,
    /// One past the last token.
    pub end: usize,
}

/// Reads the tokens of an article.
pub fn read(article: &Article) -> Read {
    let passages = article.passages.iter().map(|p| if p.is_article() { page(&p.text) } else { Page::default() }).collect();
    Read { passages }
}

/// Reads the tokens of a passage.
pub fn page(text: &str) -> Page {
    let tokens = tokens::of(text);
    let starts = starts(&tokens);
    let title_case = title_case(text, &tokens);
    Page { tokens, starts, title_case }
}

fn starts(tokens: &[Token]) -> Vec<bool> {
    let mut begins = true;
    let mut found = Vec::with_capacity(tokens.len());
    for token in tokens {
        found.push(begins);
        begins = match token.kind {
            Kind::Sign('.' | '?' | '!' | ':' | '…' | '•' | '“' | '"' | '«' | '„' | '‘' | '|' | ';') => true,
            Kind::Sign('\'' | '*' | '_' | '(' | '[' | ')' | ']' | '”' | '’' | '-' | '–' | '—') => begins,
            _ => false,
        };
    }
    found
}

fn title_case(text: &str, tokens: &[Token]) -> bool {
    let weighty = |t: &&Token| t.is_word() && t.span.len() > 3;
    let (capital, all) = tokens.iter().filter(weighty).fold((0, 0), |(c, n), t| (c + usize::from(t.capital), n + 1));
    let first_word = tokens.iter().find(|t| t.is_word());
    let shouting =
        all > 2 && tokens.iter().filter(weighty).filter(|t| t.of(text).chars().all(|c| !c.is_lowercase())).count() * 2 > all;
    // Roe and Doe met the press: a short sentence of names writes what is no name small.
    let small = tokens.iter().filter(weighty).filter(|t| !t.capital && !common::is_function_word(&t.key(text))).count();
    shouting || (all >= 4 && capital * 10 >= all * 8 && small * 10 <= all && first_word.is_some_and(|t| t.capital))
}

/// The capitalised words of an article in lower case: inside sentences, and where sentences begin.
#[derive(Debug, Default)]
pub struct Capitals {
    inside: FxHashSet<String>,
    first: FxHashSet<String>,
}

impl Capitals {
    /// Those of one article.
    pub fn of(article: &Article, read: &Read) -> Capitals {
        let mut found = Capitals::default();
        for (passage, page) in article.passages.iter().zip(&read.passages) {
            for (token, starts) in page.tokens.iter().zip(&page.starts).filter(|(t, _)| t.capital && t.is_word()) {
                let key = token.key(&passage.text);
                let set = if *starts || page.title_case { &mut found.first } else { &mut found.inside };
                if !set.contains(&*key) {
                    set.insert(key.into_owned());
                }
            }
        }
        found
    }

    /// Adds those of another article.
    pub fn join(&mut self, other: Capitals) {
        self.inside.extend(other.inside);
        self.first.extend(other.first);
    }

    /// Of the words that somewhere have a capital, those that an article writes small.
    pub fn small<'t>(&self, article: &'t Article, read: &Read) -> FxHashSet<&'t str> {
        let mut found = FxHashSet::default();
        for (passage, page) in article.passages.iter().zip(&read.passages).filter(|(_, page)| !page.title_case) {
            for token in page.tokens.iter().filter(|t| t.is_word() && !t.capital) {
                let word = token.of(&passage.text);
                if self.inside.contains(word) || self.first.contains(word) {
                    found.insert(word);
                }
            }
        }
        found
    }

    /// How the story writes its words.
    pub fn usage<'t>(self, small: Vec<FxHashSet<&'t str>>) -> Usage<'t> {
        Usage { small: small.into_iter().flatten().collect(), capital: self.inside }
    }
}

/// The longest run, in tokens.
const LONGEST: usize = 14;

/// The runs of a passage.
pub fn of(passage: usize, text: &str, page: &Page, usage: &Usage) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < page.tokens.len() {
        if !begins(text, page, at) {
            at += 1;
            continue;
        }
        let end = without_adjective(text, page, at, end_of(text, page, at));
        let first = trimmed(text, page, at, end, usage);
        if first < end {
            let core = core_of(text, page, first, end);
            // Ambassador to Ruritania Jane Roe: two names, one after the other.
            if core == first + 1 && posted_to(text, page, first) {
                found.push(Run { passage, first, core: first, end: core });
                found.push(Run { passage, first: core, core, end });
            } else {
                found.push(Run { passage, first, core, end });
            }
        }
        at = end.max(at + 1);
    }
    found
}

/// The end of a run without the adjective of a country that goes with the next word: `the Senate Democratic caucus`.
fn without_adjective(text: &str, page: &Page, first: usize, end: usize) -> usize {
    let last = key(text, page, end.saturating_sub(1));
    let small = page.tokens.get(end).is_some_and(|t| t.is_word() && !t.capital && t.spaced);
    let adjective = places::country_of(&last).is_some() && !places::is_place(&last);
    if end > first + 1 && small && adjective { end - 1 } else { end }
}

fn key<'t>(text: &'t str, page: &Page, at: usize) -> Cow<'t, str> {
    page.tokens.get(at).map(|t| t.key(text)).unwrap_or_default()
}

fn capital(page: &Page, at: usize) -> bool {
    page.tokens.get(at).is_some_and(|t| t.capital && t.is_word())
}

fn begins(text: &str, page: &Page, at: usize) -> bool {
    if !capital(page, at) {
        return false;
    }
    let word = key(text, page, at);
    if word == "i" || (word.len() == 1 && page.starts.get(at).copied().unwrap_or(false) && !capital(page, at + 1)) {
        return false;
    }
    if is_description(&word) {
        return false;
    }
    if common::is_calendar(&word) {
        // May, April and June are first names as well: before a family name that is no number.
        return people::is_first_name(&word)
            && adjoins(page, at + 1)
            && capital(page, at + 1)
            && !common::is_calendar(&key(text, page, at + 1));
    }
    if word == "new" && places::is_place(&format!("new {}", key(text, page, at + 1))) {
        return true;
    }
    // The US, which is no `us`.
    let country = word == "us" && page.tokens.get(at).is_some_and(|t| t.of(text) == "US");
    if common::is_function_word(&word) && !country {
        // A New …, Two Rivers: only well inside a sentence, and only before another capital.
        return !page.starts.get(at).copied().unwrap_or(false)
            && matches!(word.as_ref(), "new" | "great" | "right" | "little" | "first")
            && capital(page, at + 1);
    }
    true
}

/// Whether a word tells where something belongs, and is no part of its name: US-based, Dell-born.
fn is_description(word: &str) -> bool {
    ["-based", "-born", "-owned", "-backed", "-led", "-run", "-listed"].iter().any(|end| word.ends_with(end))
}

/// Whether a token stands right after the one before it, with white space and nothing else between.
fn adjoins(page: &Page, at: usize) -> bool {
    page.tokens.get(at).is_some_and(|t| t.spaced)
}

fn end_of(text: &str, page: &Page, first: usize) -> usize {
    let mut end = first + 1;
    while end < page.tokens.len() && end - first < LONGEST {
        let Some(token) = page.tokens.get(end) else { break };
        if token.is('&') && capital(page, end + 1) {
            end += 2;
            continue;
        }
        if !token.is_word() || !token.spaced {
            break;
        }
        let word = token.key(text);
        let previous = key(text, page, end - 1);
        if token.capital {
            let title_then_calendar = people::is_title(&previous) || people::is_first_name(&previous);
            if (common::is_calendar(&word) && !(word == "may" && title_then_calendar)) || word == "i" {
                break;
            }
            // Jane C. Little is a name; `the U.S. The` are two sentences.
            let initial = previous.trim_end_matches('.').chars().count() == 1 && end >= first + 2;
            let stop = page.tokens.get(end - 1).is_some_and(|t| t.of(text).ends_with('.'));
            if common::is_function_word(&word) && stop && !(initial && word == "little") {
                break;
            }
            // A full stop that abbreviates may end a sentence all the same: …in the U.S. Officials said.
            if page.starts.get(end).copied().unwrap_or(false) {
                break;
            }
            end += 1;
            continue;
        }
        let ahead = (end + 1..end + 4).find(|&n| capital(page, n));
        let Some(ahead) = ahead else { break };
        let between_ok =
            (end..ahead).all(|n| page.tokens.get(n).is_some_and(|t| t.is_word() && t.spaced)) && adjoins(page, ahead);
        if !between_ok || common::is_calendar(&key(text, page, ahead)) {
            break;
        }
        let particles = (end..ahead).all(|n| people::is_particle(&key(text, page, n)));
        let office = people::is_title(&previous)
            || (org::is_organisation_noun(&previous) && !people::is_role(&previous))
            || matches!(
                previous.as_ref(),
                "republic" | "kingdom" | "state" | "states" | "center" | "centre" | "gulf" | "bay" | "university" | "head"
            );
        let connectors = (end..ahead).all(|n| org::is_connector(&key(text, page, n)));
        let of_office = connectors && office && matches!(word.as_ref(), "of" | "for") && ahead - end <= 2;
        let and_office = connectors
            && word == "and"
            && ahead == end + 1
            && (first..end).any(|n| key(text, page, n) == "of" || key(text, page, n) == "for")
            && page.tokens.get(first).is_some();
        if !(particles || of_office || and_office || and_body(text, page, first, end, ahead)) {
            break;
        }
        end = ahead + 1;
    }
    end
}

/// Whether `and` joins the two halves of a body's name: the Harbours and Rivers Commission.
fn and_body(text: &str, page: &Page, first: usize, and: usize, ahead: usize) -> bool {
    let the = first.checked_sub(1).is_some_and(|n| matches!(key(text, page, n).as_ref(), "the" | "of"));
    if !the || key(text, page, and) != "and" || ahead != and + 1 || people::is_first_name(&key(text, page, first)) {
        return false;
    }
    let last = (ahead..ahead + 5)
        .take_while(|&n| capital(page, n) && adjoins(page, n))
        .last()
        .map(|n| key(text, page, n))
        .unwrap_or_default();
    matches!(
        last.as_ref(),
        "commission"
            | "committee"
            | "department"
            | "ministry"
            | "center"
            | "centre"
            | "administration"
            | "agency"
            | "bureau"
            | "office"
            | "council"
            | "association"
            | "fund"
            | "institute"
            | "authority"
            | "company"
            | "bank"
            | "union"
    ) && and - first <= 2
}

/// The first token of a run without words that are capitalised only because a sentence begins.
fn trimmed(text: &str, page: &Page, first: usize, end: usize, usage: &Usage) -> usize {
    let starts = page.starts.get(first).copied().unwrap_or(false);
    if !starts {
        return first;
    }
    let word = key(text, page, first);
    let known = people::is_first_name(&word)
        || people::is_title(&word)
        || places::country_of(&word).is_some()
        || places::is_place(&word)
        || org::is_organisation(&word);
    if known || usage.capital.contains(word.as_ref()) {
        return first;
    }
    if end - first == 1 {
        return end;
    }
    // Rescuer Jane Roe: what somebody does, with a capital because the sentence begins.
    let work = people::is_role(&word) && !people::is_first_name(&word) && end - first >= 3;
    let small = work || usage.small.contains(word.as_ref()) || word.ends_with("ing") || common::is_adverb(&word);
    if small { next_capital(page, first + 1, end) } else { first }
}

fn next_capital(page: &Page, from: usize, end: usize) -> usize {
    (from..end).find(|&n| capital(page, n)).unwrap_or(end)
}

/// Where the name proper begins: after the last title that has a name after it.
fn core_of(text: &str, page: &Page, first: usize, end: usize) -> usize {
    let keys: Vec<Cow<str>> = (first..end).map(|n| key(text, page, n)).collect();
    if org::is_organisation(&keys.join(" ")) {
        return first;
    }
    // King Roe Teaching Hospital bears a name, and is nobody.
    if keys.len() >= 3 && keys.last().is_some_and(|k| is_house(k)) {
        return first;
    }
    let last_is_noun = keys.last().is_some_and(|k| org::is_organisation_noun(k) && !people::is_role(k));
    let mut core = 0;
    for (n, word) in keys.iter().enumerate() {
        let given_next = keys.get(n + 1).is_some_and(|k| people::is_first_name(k));
        // The First Coast Guard District is no guard's.
        let body = org::is_organisation_noun(word) && !given_next;
        let role = people::is_role(word) && !people::is_first_name(word) && (n > 0 || given_next) && !body;
        if n + 1 >= keys.len() || !(people::is_title(word) || role) || n < core {
            continue;
        }
        if people::is_family_prefix(word) {
            continue;
        }
        let next = n + 1;
        if keys.get(next).is_some_and(|k| k == "of" || k == "for") {
            // The Attorney General of Ruritania is an office, and no name in it.
            let office = keys.iter().take(next).all(|k| people::is_title(k) || people::is_role(k));
            core = after_office(&keys, next).unwrap_or(if office { 0 } else { core });
        } else if !last_is_noun || keys.get(next).is_some_and(|k| people::is_first_name(k)) || people::is_courtesy(word) {
            core = next;
        }
    }
    if core == 0 && keys.len() >= 3 && posted_to(text, page, first) {
        core = 1;
    }
    // Republican Jane Roe, French Emmanuel Doe: the adjective belongs to the description.
    while core + 1 < keys.len()
        && keys.get(core).is_some_and(|k| places::country_of(k).is_some())
        && keys.get(core + 1).is_some_and(|k| people::is_first_name(k))
        && !last_is_noun
    {
        core += 1;
    }
    first + core.max(after_unknown_office(&keys, last_is_noun))
}

/// Whether a word is one for a house that is often named after somebody.
fn is_house(word: &str) -> bool {
    matches!(
        word,
        "hospital" | "infirmary" | "clinic" | "school" | "college" | "university" | "airport" | "stadium" | "library" | "museum"
    )
}

/// Whether a place stands here to which somebody is posted: ambassador to Ruritania.
fn posted_to(text: &str, page: &Page, at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).map(|at| key(text, page, at)).unwrap_or_default();
    let office = people::is_title(&before(2)) || people::is_role(&before(2));
    office && before(1) == "to" && places::is_place(&key(text, page, at))
}

/// After words of an office that no list knows, where a first name and more stand at the end: Public Advocate Jane Roe.
fn after_unknown_office(keys: &[Cow<str>], last_is_noun: bool) -> usize {
    let given = |k: &Cow<str>| people::is_first_name(k);
    let initial = |k: &Cow<str>| k.trim_end_matches('.').chars().count() == 1;
    let plain = |k: &Cow<str>| !initial(k) && !org::is_connector(k) && !people::is_particle(k);
    let at = keys.iter().position(given).filter(|&n| n >= 2 && n + 1 < keys.len() && !last_is_noun);
    at.filter(|&n| keys.iter().take(n).all(plain) && keys.get(n - 1).is_some_and(|k| !places::begins_place(k))).unwrap_or(0)
}

/// After `of` in an office (Secretary of State John Roe, President of Ruritania Jane Doe): where the person's name
/// begins, if one does.
fn after_office(keys: &[Cow<str>], of: usize) -> Option<usize> {
    let rest = keys.get(of + 1..)?;
    let given = rest.iter().position(|k| people::is_first_name(k)).filter(|&n| n > 0 && n + 1 < rest.len());
    let plain = || (rest.len() >= 3 && !rest.iter().any(|k| org::is_organisation_noun(k))).then_some(1);
    given.or_else(plain).map(|n| of + 1 + n)
}

impl Run {
    /// The whole run, titles included.
    pub fn span(&self, page: &Page) -> Span {
        span_of(page, self.first, self.end)
    }
}

/// The span from one token up to another, which is left out.
pub fn span_of(page: &Page, first: usize, end: usize) -> Span {
    let start = page.tokens.get(first).map_or(0, |t| t.span.start);
    let stop = end.checked_sub(1).and_then(|n| page.tokens.get(n)).map_or(start, |t| t.span.end);
    Span::new(start, stop)
}
