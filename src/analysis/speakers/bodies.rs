//! Bodies that are called by what they are: the board, the ministry, the company.
//!
//! In: the sentences so far. Out: one name for `Ferrix's board`, `the Ferrix board`, `the board of Ferrix` and, where no other
//! board is told of, `the board`; for `the ministry` the one that was named; for `the company` the firm that the article is
//! about. Where two could be meant, nothing is said.

use super::items::{Is, Item};
use super::memory::Speaker;
use super::subjects::{Scene, governs};
use crate::analysis::lexicon::{common, organisations as org};
use crate::analysis::names::Names;
use crate::model::FactKind;
use std::ops::Range;

/// The bodies that an article has told of.
#[derive(Debug, Default)]
pub(crate) struct Bodies {
    /// The noun of each, and its name; each name once.
    known: Vec<(String, Speaker)>,
    /// Firms and the like, each with how often it was named.
    firms: Vec<(usize, usize)>,
    /// The one of them that was named last.
    last: Option<usize>,
}

/// More bodies than this are not kept for one article.
const MOST: usize = 64;

impl Bodies {
    /// Remembers the bodies that a sentence tells of.
    pub fn note(&mut self, scene: &Scene, sentence: Range<usize>, text: &str, names: &Names) {
        for n in sentence.clone() {
            match scene.at(n).map(|i| i.is) {
                Some(Is::Name(entity)) => self.named(scene, n, entity, text, names),
                Some(Is::Word) if is_body(scene.key(n)) => {
                    let at = phrase_around(scene, sentence.clone(), n);
                    let owned = owner(scene, at.clone()).and_then(|entity| of_owner(entity, scene.key(n), names));
                    if let Some(speaker) = owned.or_else(|| described(scene, at, n, text, names)) {
                        self.add(scene.key(n), speaker);
                    }
                }
                _ => {}
            }
        }
    }

    fn named(&mut self, scene: &Scene, n: usize, entity: usize, text: &str, names: &Names) {
        let (Some(item), Some(known)) = (scene.at(n), names.entities.get(entity)) else { return };
        if known.kind != FactKind::Organisation {
            return;
        }
        let full = known.name.to_lowercase();
        let noun = head(&full);
        if is_body(noun) {
            let written = item.span.of(text).to_owned();
            self.add(noun, Speaker { name: Some(known.name.clone()), written, entity: Some(entity) });
        }
        // The Ferrix maker: a name before it is a product's.
        let product = matches!(scene.key(n + 1), "maker" | "manufacturer" | "developer");
        if is_public(&full) || product {
            return;
        }
        if let Some((_, times)) = self.firms.iter_mut().find(|(e, _)| *e == entity) {
            *times += 1;
        } else if self.firms.len() < MOST {
            self.firms.push((entity, 1));
        }
        self.last = Some(entity);
    }

    fn add(&mut self, noun: &str, speaker: Speaker) {
        // The Ferrix Board is Ferrix's board.
        let plain = |s: &Speaker| s.name.as_deref().map(|name| name.to_lowercase().replace("'s ", " "));
        if self.known.len() < MOST && !self.known.iter().any(|(n, s)| n == noun && plain(s) == plain(&speaker)) {
            self.known.push((noun.to_owned(), speaker));
        }
    }

    /// Who a phrase stands for, if it tells of such a body; `its` is whom `its` means.
    pub fn who(&self, scene: &Scene, phrase: Range<usize>, names: &Names, its: Option<usize>) -> Option<Speaker> {
        let first = scene.at(phrase.start).filter(|i| i.is == Is::Word);
        let noun = (phrase.start..phrase.end).rev().find(|&n| scene.at(n).is_some_and(|i| i.is == Is::Word && is_body(&i.key)));
        let noun = match (board_of(scene, phrase.clone()), noun) {
            (Some(board), _) => board,
            (None, Some(noun)) => noun,
            (None, None) => return self.firm_of(scene, phrase, names),
        };
        let whole = phrase.start..phrase_around(scene, phrase.clone(), noun).end.max(phrase.end);
        if let Some(entity) = owner(scene, whole.clone()) {
            return of_owner(entity, scene.key(noun), names);
        }
        let definite = first.is_some_and(|i| i.key == "the") && noun == phrase.start + 1;
        let owned = first.is_some_and(|i| i.key == "its") && noun == phrase.start + 1;
        if let Some(entity) = its.filter(|_| owned) {
            return of_owner(entity, scene.key(noun), names);
        }
        // The board of another club is told of where it says so.
        let more = scene.at(whole.end).is_some_and(|i| i.is == Is::Word && &*i.key == "of");
        if !(definite || owned) || more || board_of(scene, phrase.clone()).is_none() && noun + 1 != phrase.end {
            return None;
        }
        // The party accused the Front: the Front is another one.
        let object = |e: usize| (phrase.end..phrase.end + 6).any(|n| scene.at(n).and_then(Item::entity) == Some(e));
        let other = |speaker: &Speaker| speaker.entity.is_none_or(|e| !object(e));
        let meant = self.known.iter().filter(|(n, speaker)| n == scene.key(noun) && other(speaker));
        let mut meant = meant.map(|(_, speaker)| speaker);
        let sole = meant.next().filter(|_| meant.next().is_none());
        sole.cloned().or_else(|| if definite { self.firm_of(scene, phrase, names) } else { None })
    }

    /// The firm that `the company` means, also in `the company behind the popular Ferrix`: the one named last, if it is named
    /// twice as often as any other.
    fn firm_of(&self, scene: &Scene, phrase: Range<usize>, names: &Names) -> Option<Speaker> {
        let the = scene.key(phrase.start) == "the" && is_firm(scene.key(phrase.start + 1));
        let whole = phrase.len() == 2 || matches!(scene.key(phrase.start + 2), "behind" | "that" | "which");
        let entity = self.last.filter(|_| the && whole)?;
        let times = |e: usize| self.firms.iter().find(|(f, _)| *f == e).map_or(0, |(_, times)| *times);
        let alone = self.firms.iter().all(|(e, other)| *e == entity || other * 2 <= times(entity));
        let name = names.name(entity).filter(|_| alone)?;
        Some(Speaker { name: Some(name.to_owned()), written: String::new(), entity: Some(entity) })
    }
}

/// The body that somebody or something has: `Ferrix's board`.
fn of_owner(entity: usize, noun: &str, names: &Names) -> Option<Speaker> {
    // The Tidal party is Tidal.
    if let Some(party) = names.entities.get(entity).filter(|e| noun == "party" && e.kind == FactKind::Organisation) {
        return Some(Speaker { name: Some(party.name.clone()), written: String::new(), entity: Some(entity) });
    }
    Some(Speaker { name: Some(format!("{}'s {noun}", names.name(entity)?)), written: String::new(), entity: None })
}

/// Whose the body in a phrase is: `Ferrix's board`, `the Ferrix board`, `board of Ferrix`.
fn owner(scene: &Scene, phrase: Range<usize>) -> Option<usize> {
    let noun = (phrase.clone()).find(|&n| scene.at(n).is_some_and(|i| i.is == Is::Word && is_body(&i.key)))?;
    let entity = |n: usize| scene.at(n).and_then(Item::entity);
    let body = |e: usize| scene.is_kind(e, FactKind::Organisation);
    let before = noun.checked_sub(1).filter(|&n| n >= phrase.start);
    if let Some(at) = before {
        let possessive = scene.at(at).is_some_and(|i| i.is == Is::Possessive);
        let name = if possessive { at.checked_sub(1).filter(|&n| n >= phrase.start) } else { Some(at) };
        if let Some(e) = name.and_then(entity).filter(|&e| body(e) || possessive && !scene.is_kind(e, FactKind::Place)) {
            return Some(e);
        }
    }
    let behind = board_end(scene, noun);
    let of = (scene.key(behind) == "of").then_some(behind + 1)?;
    let at = if scene.key(of) == "the" { of + 1 } else { of };
    entity(at).filter(|&e| at < phrase.end && body(e))
}

/// A body that capitals tell from others of its kind: the Ruritanian fisheries ministry, the Dell regulator.
fn described(scene: &Scene, phrase: Range<usize>, noun: usize, text: &str, names: &Names) -> Option<Speaker> {
    // A capital at the beginning may be the sentence's.
    let capital = |n: usize, i: &Item| i.is == Is::Word && i.capital && n > phrase.start;
    let told = (phrase.start..noun).any(|n| scene.at(n).is_some_and(|i| matches!(i.is, Is::Name(_)) || capital(n, i)));
    let plain = (phrase.start..=noun).all(|n| scene.at(n).is_some_and(|i| matches!(i.is, Is::Name(_)) || i.is == Is::Word));
    let start = phrase.start + usize::from(scene.at(phrase.start).is_some_and(|i| common::is_determiner(&i.key)));
    if !told || !plain || start >= noun {
        return None;
    }
    let name = spelt_out(scene, start..noun + 1, text, names);
    // In a headline every word may have a capital.
    let name = if scene.at(noun).is_some_and(|i| !i.capital) { name } else { return None };
    Some(Speaker { name: Some(name), written: String::new(), entity: None })
}

/// The words of a phrase, with the names in it as they are everywhere: bodies but for those in letters, and persons whose the
/// rest is; a Roe supporter stays one.
pub(super) fn spelt_out(scene: &Scene, phrase: Range<usize>, text: &str, names: &Names) -> String {
    let mut out = String::new();
    let mut at = scene.at(phrase.start).map_or(0, |i| i.span.start);
    let end = phrase.end;
    for n in phrase {
        let Some(item) = scene.at(n) else { break };
        out.push_str(text.get(at..item.span.start).unwrap_or(""));
        let written = item.span.of(text);
        let letters = !written.contains(char::is_lowercase);
        let owner = n + 1 < end && scene.at(n + 1).is_some_and(|i| i.is == Is::Possessive);
        let whole =
            |e: &usize| scene.is_kind(*e, FactKind::Organisation) && !letters || scene.is_kind(*e, FactKind::Person) && owner;
        let named = item.entity().filter(|_| !item.described).filter(whole).and_then(|e| names.name(e));
        out.push_str(named.unwrap_or(written));
        at = item.span.end;
    }
    out
}

/// A body's noun at `noun` with what stands before it in its phrase, and the `of` and name behind it.
fn phrase_around(scene: &Scene, within: Range<usize>, noun: usize) -> Range<usize> {
    let start = scene.phrase_start(within.start.min(noun), noun);
    let behind = board_end(scene, noun);
    let of = behind + 1;
    let name = of + usize::from(scene.key(of) == "the");
    let named = scene.key(behind) == "of" && scene.at(name).is_some_and(|i| i.entity().is_some());
    start..if named { name + 1 } else { behind }
}

/// One past a body's noun: a board of directors is a board.
fn board_end(scene: &Scene, noun: usize) -> usize {
    let directors = matches!(scene.key(noun + 2), "directors" | "governors" | "trustees" | "regents");
    if scene.key(noun) == "board" && scene.key(noun + 1) == "of" && directors { noun + 3 } else { noun + 1 }
}

/// The noun of a phrase that is a board of directors.
fn board_of(scene: &Scene, phrase: Range<usize>) -> Option<usize> {
    phrase.clone().find(|&n| board_end(scene, n) > n + 1).filter(|&n| board_end(scene, n) == phrase.end)
}

/// The noun of a body's name: department in `department of harbours`.
fn head(name: &str) -> &str {
    let before = name.split(' ').position(governs).and_then(|n| name.split(' ').nth(n.checked_sub(1)?));
    before.or_else(|| name.rsplit(' ').next()).unwrap_or(name)
}

/// Whether a noun is one for a body of which an article mostly has one: no police, no sources, no paper that can be read.
#[rustfmt::skip]
fn is_body(noun: &str) -> bool {
    matches!(
        noun,
        "board" | "ministry" | "department" | "agency" | "authority" | "commission" | "committee" | "council" | "court"
        | "tribunal" | "bureau" | "union" | "federation" | "association" | "institute" | "foundation" | "university" | "bank"
        | "party" | "campaign" | "regulator" | "watchdog" | "embassy" | "coalition" | "charity" | "airline" | "club"
    )
}

/// Whether a noun is one for a firm, whatever it makes.
#[rustfmt::skip]
fn is_firm(noun: &str) -> bool {
    matches!(
        noun,
        "company" | "firm" | "corporation" | "carmaker" | "automaker" | "manufacturer" | "retailer" | "airline" | "bank"
        | "lender" | "insurer" | "startup" | "start-up" | "publisher" | "broadcaster"
    )
}

/// Whether a name in lower case is that of no firm: bodies of the state, parties, newspapers.
fn is_public(name: &str) -> bool {
    let words = || name.split(' ');
    let noun = |w: &str| {
        is_body(w) && !matches!(w, "bank" | "airline")
            || org::is_paper(w)
            || matches!(
                w,
                "office"
                    | "administration"
                    | "congress"
                    | "parliament"
                    | "senate"
                    | "assembly"
                    | "house"
                    | "league"
                    | "police"
                    | "army"
                    | "navy"
                    | "force"
                    | "guard"
                    | "service"
                    | "reserve"
                    | "treasury"
                    | "government"
                    | "cabinet"
                    | "press"
                    | "news"
                    | "hospital"
                    | "school"
                    | "church"
                    | "movement"
                    | "survey"
                    | "society"
                    | "organization"
                    | "organisation"
                    | "corps"
                    | "front"
                    | "nations"
            )
    };
    words().any(noun) || org::is_public(name)
}
