//! What persons are called without their names: offices, work, kin.
//!
//! In: names with the words around them (`Ruritanian President Jane Roe`, `Jane Roe, head of the Harbour Board`). Out:
//! [`Description`]s, and later the entity that `the Ruritanian president` means. A description is a head (president)
//! and what narrows it (Ruritania).

use super::Mention;
use super::candidates::Candidate;
use super::mentions::Memory;
use super::register::Register;
use super::runs::{Page, Read, span_of};
use crate::analysis::lexicon::people::{self, Gender};
use crate::analysis::lexicon::{common, places, saying};
use crate::model::{Article, FactKind, Span};
use std::borrow::Cow;

/// An office, work or kinship with what narrows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    /// The role, one word for those that mean the same: minister, leader, representative.
    pub head: String,
    /// Countries, bodies and other words that narrow it, in lower case.
    pub narrowed: Vec<String>,
}

/// A description learnt of a candidate.
#[derive(Debug, Clone)]
pub struct Learnt {
    /// Index among the article's candidates.
    pub candidate: usize,
    /// What it is described as.
    pub description: Description,
    /// The gender that the role shows.
    pub gender: Option<Gender>,
}

/// The most words before or after a role that narrow it.
const REACH: usize = 7;

/// Learns what the article says its persons are.
pub fn learn(article: &Article, read: &Read, candidates: &[Candidate]) -> Vec<Learnt> {
    let mut found: Vec<Learnt> = Vec::new();
    for (n, candidate) in candidates.iter().enumerate().filter(|(_, c)| c.votes.person > 0) {
        let (Some(passage), Some(page)) = (article.passages.get(candidate.passage), read.passages.get(candidate.passage)) else {
            continue;
        };
        let text = &passage.text;
        let mut add = |role: usize, narrowed: Vec<String>| {
            let word = office(text, page, role);
            // Who is president of a country is its leader.
            if matches!(people::same_role(&word), "president" | "prime-minister" | "chancellor" | "king" | "queen")
                && narrowed.len() <= 2
            {
                let description = Description { head: "leader".to_owned(), narrowed: narrowed.clone() };
                found.push(Learnt { candidate: n, description, gender: None });
            }
            found.push(Learnt {
                candidate: n,
                description: Description { head: people::same_role(&word).to_owned(), narrowed },
                gender: people::title_gender(&word),
            });
        };
        // Before the name: Ruritanian President Jane Roe; Kremlin spokesman John Doe; the speaker, Jane Roe.
        let mut role = candidate.core.checked_sub(1);
        if role.is_some_and(|r| page.tokens.get(r).is_some_and(|t| t.is(','))) {
            role = role.and_then(|r| r.checked_sub(1));
        }
        if let Some(role) = role.filter(|&r| is_role(text, page, r)) {
            add(role, before(text, page, role).1);
        } else if candidate.core > candidate.tokens.0
            && let Some(role) = (candidate.tokens.0..candidate.core).rev().find(|&t| is_role(text, page, t))
        {
            // Secretary of State Jane Roe.
            let mut narrowed = before(text, page, role).1;
            narrowed.extend(content(text, page, role + 1, candidate.core));
            add(role, narrowed);
        }
        // After it: Jane Roe, the Ruritanian president; Jane Roe, head of the Harbour Board.
        if page.tokens.get(candidate.tokens.1).is_some_and(|t| t.is(',')) && !goes_on(text, page, candidate) {
            let from = candidate.tokens.1 + 1;
            let end = (from..from + REACH + 1)
                .find(|&t| {
                    !page
                        .tokens
                        .get(t)
                        .is_some_and(|x| x.is_word() || x.kind == crate::analysis::lexicon::tokens::Kind::Possessive)
                })
                .unwrap_or(from + REACH + 1);
            let verb = (from..end).find(|&t| {
                common::is_auxiliary(&key(text, page, t))
                    || common::is_preposition(&key(text, page, t))
                    || matches!(key(text, page, t).as_ref(), "who" | "whose" | "which" | "and")
            });
            let noun_end = verb.unwrap_or(end);
            if let Some(role) = (from..noun_end).rev().find(|&t| is_role(text, page, t)) {
                let mut narrowed = content(text, page, from, role);
                narrowed.extend(after(text, page, role + 1));
                add(role, narrowed);
            }
        }
    }
    found
}

/// Whether what follows the comma behind a name is a clause with a subject of its own, and no apposition: `a fire in Bergen Street,
/// the chief said`. Where the name opens the sentence, a comma may be missing: `Jane Roe, the harbour master said`.
fn goes_on(text: &str, page: &Page, candidate: &Candidate) -> bool {
    let opens = candidate.tokens.0 == 0 || page.starts.get(candidate.tokens.0).copied().unwrap_or(false);
    let within = (candidate.tokens.1 + 1..page.tokens.len().min(candidate.tokens.1 + 14))
        .take_while(|&t| page.tokens.get(t).is_some_and(|x| x.is_word()));
    let mut clause = within.take_while(|&t| !matches!(key(text, page, t).as_ref(), "who" | "whose" | "which" | "that" | "where"));
    let finite = |word: &str| {
        let says =
            |s: saying::Saying| matches!(s.form, saying::Form::Past | saying::Form::Third) && s.manner == saying::Manner::Words;
        saying::saying(word).is_some_and(says) || matches!(word, "has" | "had" | "have")
    };
    !opens && clause.any(|t| finite(&key(text, page, t)))
}

fn key<'t>(text: &'t str, page: &Page, at: usize) -> Cow<'t, str> {
    page.tokens.get(at).filter(|t| t.is_word()).map(|t| t.key(text)).unwrap_or_default()
}

/// The role at a token, with what makes it another office: vice president, prime minister.
fn office<'t>(text: &'t str, page: &Page, role: usize) -> Cow<'t, str> {
    let word = key(text, page, role);
    let before = role.checked_sub(1).map(|n| key(text, page, n)).unwrap_or_default();
    if matches!(before.as_ref(), "vice" | "deputy" | "assistant" | "acting") || before == "prime" && word == "minister" {
        Cow::Owned(format!("{before}-{word}"))
    } else {
        word
    }
}

fn is_role(text: &str, page: &Page, at: usize) -> bool {
    let word = key(text, page, at);
    (people::is_role(&word) || people::is_title(&word)) && !people::is_courtesy(&word)
}

/// What narrows a role from before: (first token of the whole phrase, the words). Goes back over words up to a
/// determiner, a sign or a preposition; a possessor counts.
fn before(text: &str, page: &Page, role: usize) -> (usize, Vec<String>) {
    let mut first = role;
    while let Some(at) = first.checked_sub(1).filter(|at| role - at <= REACH) {
        let Some(token) = page.tokens.get(at) else { break };
        if token.kind == crate::analysis::lexicon::tokens::Kind::Possessive {
            first = at;
            continue;
        }
        if !token.is_word() {
            break;
        }
        let word = token.key(text);
        if common::is_determiner(&word)
            || common::is_preposition(&word)
            || common::is_auxiliary(&word)
            || common::is_subject_pronoun(&word)
            || matches!(word.as_ref(), "and" | "or" | "but" | "who" | "that" | "said" | "told")
        {
            break;
        }
        // Of words written small only those next to the role, one after the other, belong to it.
        first = at;
    }
    (first, content(text, page, first, role))
}

/// What narrows a role from behind: of the Harbour Board, for the governor.
fn after(text: &str, page: &Page, from: usize) -> Vec<String> {
    let preposition = key(text, page, from);
    if !matches!(preposition.as_ref(), "of" | "for" | "to" | "at" | "in" | "with" | "from") {
        return Vec::new();
    }
    let end = (from + 1..from + 1 + REACH)
        .find(|&t| page.tokens.get(t).is_none_or(|x| matches!(x.kind, crate::analysis::lexicon::tokens::Kind::Sign(_))))
        .unwrap_or(from + 1 + REACH);
    content(text, page, from + 1, end)
}

/// The words that say something among the tokens `from..to`: adjectives of countries as countries.
fn content(text: &str, page: &Page, from: usize, to: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut lower = false;
    for at in from..to {
        let word = key(text, page, at);
        if word.is_empty() || common::is_function_word(&word) || people::is_courtesy(&word) {
            continue;
        }
        // `vice presidential nominee`: no presidential one.
        if std::mem::replace(&mut lower, word == "vice") {
            found.push(format!("vice-{word}"));
            continue;
        }
        if lower && at + 1 < to {
            continue;
        }
        let word = places::country_of(&word).map_or(word.clone(), Cow::Borrowed);
        let word = places::same_country(&word).to_owned();
        for part in word.split(' ') {
            if !found.iter().any(|f| f == part) {
                found.push(part.to_owned());
            }
        }
    }
    found
}

/// The persons that descriptions without a name mean: `the Ruritanian president`, `the president`.
pub fn resolve(text: &str, page: &Page, named: &[Mention], register: &Register, memory: &Memory) -> Vec<(Span, usize)> {
    let mut found = Vec::new();
    for at in 0..page.tokens.len() {
        let the = page.tokens.get(at).is_some_and(|t| t.is_word() && t.of(text).eq_ignore_ascii_case("the"));
        if !the {
            continue;
        }
        let Some(role) = head(text, page, at + 1) else { continue };
        let span = span_of(page, at, role + 1);
        if named.iter().any(|m| m.place.span.overlaps(span) && people_in(m, register)) || followed_by_name(page, named, role) {
            continue;
        }
        let mut narrowed = content(text, page, at + 1, role);
        if matches!(key(text, page, role + 1).as_ref(), "of" | "for") {
            narrowed.extend(after(text, page, role + 1));
        }
        let head = people::same_role(&office(text, page, role)).to_owned();
        if let Some(entity) = described(&head, &narrowed, people::title_gender(&key(text, page, role)), register, memory) {
            found.push((span, entity));
        }
    }
    found
}

fn people_in(mention: &Mention, register: &Register) -> bool {
    register.entities.get(mention.entity).is_some_and(|k| k.kind == FactKind::Person)
}

/// The head of a description that begins after `the`: the last role of the words up to something else.
fn head(text: &str, page: &Page, from: usize) -> Option<usize> {
    let mut found = None;
    // Brackets and an acronym in them do not count.
    for at in from..from + REACH + 3 {
        // The Harbour Front (HF) leader.
        if page.tokens.get(at).is_some_and(|t| t.is('(') || t.is(')')) && found.is_none() {
            continue;
        }
        let Some(token) = page.tokens.get(at).filter(|t| t.is_word()) else { break };
        let word = token.key(text);
        if common::is_function_word(&word) && !matches!(word.as_ref(), "new" | "old" | "first") || common::is_calendar(&word) {
            break;
        }
        if is_role(text, page, at) {
            found = Some(at);
        } else if found.is_some_and(|n| places::country_of(&key(text, page, n)).is_some()) {
            // The Republican nominee: the first word was an adjective.
            found = None;
        } else if found.is_some() {
            // The terrorist attack: a noun after the role makes it another phrase; a verb only ends it.
            let verb = word.ends_with("ed")
                || saying::saying(&word).is_some()
                || common::is_auxiliary(&word)
                || common::is_adverb(&word);
            return found.filter(|_| verb || token.capital);
        }
    }
    found
}

/// Whether a name follows at once, so that the role is its title: the Ruritanian president, Jane Roe.
fn followed_by_name(page: &Page, named: &[Mention], role: usize) -> bool {
    let Some(token) = page.tokens.get(role) else { return false };
    let next = page.tokens.get(role + 1);
    let from = if next.is_some_and(|t| t.is(',')) { page.tokens.get(role + 2) } else { next };
    from.is_some_and(|n| {
        n.span.start > token.span.start
            && named.iter().any(|m| m.place.span.start <= n.span.start && n.span.start < m.place.span.end)
    })
}

/// The person that fits a description best: every narrowing word is known of them; of several the one named last.
fn described(head: &str, narrowed: &[String], gender: Option<Gender>, register: &Register, memory: &Memory) -> Option<usize> {
    let mut best: Option<(usize, (usize, usize, usize))> = None;
    let here =
        memory.people().filter(|e| register.entities.get(*e).is_some_and(|k| k.descriptions.iter().any(|d| d.head == head)));
    for entity in here.chain(register.of_head(head).iter().copied()) {
        let Some(known) = register.entities.get(entity) else { continue };
        if gender.is_some() && known.gender.is_some() && gender != known.gender {
            continue;
        }
        // The presidential nominee is not the vice-presidential one.
        let has = |word: &str| known.descriptions.iter().any(|d| d.narrowed.iter().any(|w| w == word));
        if narrowed.iter().any(|w| !has(w) && has(&format!("vice-{w}"))) {
            continue;
        }
        // The finance minister is not the housing minister, nor the senator from Ohio the one from Utah.
        let theirs = known.descriptions.iter().filter(|d| d.head == head).flat_map(|d| &d.narrowed);
        if narrowed.iter().any(|w| sets_apart(w) && !has(w)) && theirs.into_iter().any(|w| sets_apart(w)) {
            continue;
        }
        // The president, and no more said, is one of a country, not of some club.
        let high = matches!(
            head,
            "president" | "prime-minister" | "minister" | "secretary" | "king" | "queen" | "chancellor" | "leader"
        );
        if high && narrowed.is_empty() && known.descriptions.iter().all(|d| d.head != head || d.narrowed.len() > 2) {
            continue;
        }
        let all = narrowed.iter().filter(|w| known.descriptions.iter().any(|d| d.narrowed.contains(w))).count();
        let here = memory.last(entity);
        if all < narrowed.len() && (here == 0 || all * 2 < narrowed.len().saturating_sub(1)) || (narrowed.is_empty() && here == 0)
        {
            continue;
        }
        let merit = (all, here, known.weight);
        if best.is_none_or(|(_, m)| merit > m) {
            best = Some((entity, merit));
        }
    }
    best.map(|(entity, _)| entity)
}

/// Whether of two who hold one office this word tells which: what it is for, or where.
fn sets_apart(word: &str) -> bool {
    people::is_portfolio(word) || places::is_place(word)
}
