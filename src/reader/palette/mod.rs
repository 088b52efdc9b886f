//! The palette: everything that can be done and everywhere one can go, by a few letters of its name.
//!
//! In: a session and what was typed. Out: entries, best first. What becomes of the one chosen is in the update.

mod rank;

pub use rank::{Found, found};

use super::Session;
use super::action::{Action, Group};
use super::field::Field;
use super::keys::KeyTable;
use super::list::Choice;
use super::trail::{Subject, Trail};
use crate::model::{FactKind, Place};
use std::collections::BTreeMap;

/// What the palette remembers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PaletteView {
    /// What was typed.
    pub field: Field,
    /// Which entry is chosen.
    pub choice: Choice,
    /// What could be done in the view in which it was opened, with its keys there.
    pub actions: Vec<(Action, String)>,
}

/// What an entry leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// Something to do.
    Do(Action),
    /// An article, by index.
    Outlet(usize),
    /// A claim, by index.
    Claim(usize),
    /// All that a speaker is quoted with, or every mention of a fact.
    Along(Trail),
}

/// A line of the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Where it leads.
    pub target: Target,
    /// What it is called.
    pub text: String,
    /// More words by which it is found.
    pub also: String,
    /// What kind of thing it is.
    pub kind: &'static str,
    /// More of it: its keys, how many outlets or places.
    pub about: String,
}

/// Characters of a name that count.
const LONGEST: usize = 160;

impl PaletteView {
    /// The palette as it opens over the view on screen.
    pub fn new(session: &Session) -> PaletteView {
        let mut actions = session.keys.actions();
        // An action that settings took all keys from is here all the more.
        actions.extend(KeyTable::default().actions().into_iter().filter(|a| session.keys.first_key(*a).is_none()));
        let listed = |a: &Action| !matches!(a, Action::Outlet(_) | Action::Palette | Action::Accept) && a.applies(session);
        let mut actions: Vec<Action> = actions.into_iter().filter(listed).collect();
        // Who moves in the text does so with the keys.
        actions.sort_by_key(|a| a.about().group == Group::Moving);
        let view = session.state.view().kind();
        let actions = actions.into_iter().map(|a| (a, session.keys.keys_in(a, view))).collect();
        PaletteView { actions, ..PaletteView::default() }
    }
}

/// Every entry, in the order in which they stand when nothing is typed.
pub fn entries(session: &Session, view: &PaletteView) -> Vec<Entry> {
    let mut entries: Vec<Entry> = actions(view).collect();
    entries.extend(outlets(session));
    entries.extend(speakers(session));
    entries.extend(claims(session));
    entries.extend(facts(session));
    entries
}

/// What can be done, in the order of help.
fn actions(view: &PaletteView) -> impl Iterator<Item = Entry> + '_ {
    view.actions.iter().map(|(action, keys)| Entry {
        target: Target::Do(*action),
        text: action.about().does.to_owned(),
        also: action.about().name.to_owned(),
        kind: "",
        about: keys.clone(),
    })
}

/// The articles.
fn outlets(session: &Session) -> impl Iterator<Item = Entry> + '_ {
    session.story.articles.iter().enumerate().map(|(n, article)| Entry {
        target: Target::Outlet(n),
        text: article.outlet.clone(),
        also: start_of(&article.headline),
        kind: "outlet",
        about: (n + 1).to_string(),
    })
}

/// Who is quoted; who is only reported, with the reports.
fn speakers(session: &Session) -> impl Iterator<Item = Entry> + '_ {
    let comparison = &session.comparison;
    let mut quoted: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for quotation in comparison.quotations.iter().filter(|q| !q.scare) {
        if let Some(speaker) = &quotation.speaker {
            quoted.entry(speaker).or_default().push(quotation.place);
        }
    }
    let mut reported: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    let told = comparison.statements.iter().map(|s| (&s.speaker, s.place));
    let versions = comparison.claims.iter().flat_map(|c| c.versions.iter().map(|v| (&v.speaker, v.place)));
    for (speaker, place) in told.chain(versions) {
        if let Some(speaker) = speaker.as_deref().filter(|s| !quoted.contains_key(s)) {
            reported.entry(speaker).or_default().push(place);
        }
    }
    quoted.extend(reported);
    quoted.into_iter().map(|(name, places)| along(name.to_owned(), name, "speaker", places))
}

/// The claims.
fn claims(session: &Session) -> impl Iterator<Item = Entry> + '_ {
    let of = session.story.outlets().len();
    session.comparison.claims.iter().enumerate().map(move |(n, claim)| Entry {
        target: Target::Claim(n),
        text: start_of(session.name(n)),
        also: claim.speaker.clone().unwrap_or_default(),
        kind: "claim",
        about: format!("{}/{of}", claim.outlets(&session.story).len()),
    })
}

/// Numbers, amounts, dates, names: each value once, as it is first written.
fn facts(session: &Session) -> impl Iterator<Item = Entry> + '_ {
    let mut by_value: BTreeMap<(FactKind, &str), Vec<Place>> = BTreeMap::new();
    for fact in &session.comparison.facts {
        by_value.entry((fact.kind, &fact.value)).or_default().push(fact.place);
    }
    by_value.into_iter().map(|((kind, value), places)| {
        let written = places.iter().min().map_or("", |place| session.story.text(place));
        let named = matches!(kind, FactKind::Person | FactKind::Place | FactKind::Organisation) || written == value;
        let text = if named { value.to_owned() } else { format!("{written} ({value})") };
        along(start_of(&text), &text, kind.name(), places)
    })
}

/// An entry that leads along places.
fn along(text: String, name: &str, kind: &'static str, places: Vec<Place>) -> Entry {
    let trail = Trail::new(Subject::Name(start_of(name)), places);
    let about = trail.places().len().to_string();
    Entry { target: Target::Along(trail), text, also: String::new(), kind, about }
}

/// As much of a text as counts.
fn start_of(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
