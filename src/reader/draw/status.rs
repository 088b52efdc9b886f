//! The status line: a message or the claim in hand, and the bar of certainty.

use super::{ask, cut, fill, palette, put, put_cut};
use crate::model::{Claim, DifferenceKind, Place};
use crate::reader::layout::Layout;
use crate::reader::state::{Hand, Shown, View};
use crate::reader::theme::Role;
use crate::reader::wrap::{self, columns};
use crate::reader::{Session, coverage, only_here, update};
use ratatui::buffer::Buffer;
use std::collections::BTreeSet;

/// Columns below which the status line says less at its right end.
const MEDIUM: u16 = 100;

/// Columns of a claim's name for which what is known of it is told more shortly.
const TELLING: u16 = 30;

/// How fully it is told what is known of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    Full,
    Short,
    Shortest,
}

impl Detail {
    /// All of them, the fullest first.
    const ALL: [Detail; 3] = [Detail::Full, Detail::Short, Detail::Shortest];
}

/// Columns from which the name of a claim begins with who says it.
const ROOMY: u16 = 40;

/// Columns of a note beyond which the status line shows its beginning.
const LONGEST_NOTE: u16 = 30;

/// The status line: a message or the claim in hand; at the right the bar of certainty.
pub fn status(session: &Session, layout: &Layout, buffer: &mut Buffer) {
    let theme = &session.theme;
    let area = layout.status;
    let style = theme.style(Role::Status);
    fill(buffer, area, style);
    if let View::Ask(asking) = session.state.view() {
        return ask::draw(session, asking, area, buffer);
    }
    if let View::Palette(view) = session.state.view() {
        return palette::draw_field(session, view, layout, buffer);
    }
    if let Some(message) = session.state.message.as_deref().filter(|message| columns(message) + 2 > area.width) {
        return long(session, message, layout, buffer);
    }
    let right = bar_of_certainty(session);
    let left_end = area.right().saturating_sub(columns(&right) + 3);
    put(buffer, left_end + 2, area.y, area.right(), &right, style);
    let (mut first, strong) = first_words(session);
    // What was just done or shown is told in full; what is known of a claim gets shorter, so that its name has room, and
    // that gives way before anything is left out.
    let room = left_end.saturating_sub(area.x + 1);
    let wanted = columns(&first).min(TELLING);
    let about = match session.claim_in_hand() {
        None => here(session),
        Some(claim) => Detail::ALL
            .map(|detail| about(session, claim, detail))
            .into_iter()
            .reduce(|longer, shorter| if columns(&longer) + 2 + wanted <= room { longer } else { shorter })
            .unwrap_or_default(),
    };
    let first_room = if strong { room } else { room.saturating_sub(columns(&about) + 2) };
    if !strong && first_room < ROOMY {
        first = without_speaker(session, first);
    }
    let mut x = area.x + 1;
    if strong || first_room >= 12 {
        let look = if session.state.message.is_some() { style } else { style.patch(theme.style(Role::Title)) };
        x = put_cut(buffer, x, area.y, x + first_room, &first, look) + if first.is_empty() { 0 } else { 2 };
    }
    if x + 10 < left_end {
        put_cut(buffer, x, area.y, left_end, &about, style);
    }
}

/// A message longer than the status line: it goes on in the line of hints.
fn long(session: &Session, message: &str, layout: &Layout, buffer: &mut Buffer) {
    let style = session.theme.style(Role::Status);
    let room = layout.status.width.saturating_sub(2);
    let mut lines = wrap::lines(message, room, 0).into_iter();
    let first = lines.next().unwrap_or_default();
    let rest = message.get(first.end..).unwrap_or("").trim_start();
    let x = layout.status.x + 1;
    if layout.hints.height == 0 {
        put_cut(buffer, x, layout.status.y, layout.status.right() - 1, message, style);
        return;
    }
    put(buffer, x, layout.status.y, layout.status.right(), first.of(message), style);
    fill(buffer, layout.hints, style);
    put_cut(buffer, x, layout.hints.y, layout.hints.right() - 1, rest, style);
}

/// Whether the message takes the line of hints too.
pub fn takes_hints(session: &Session, layout: &Layout) -> bool {
    let asks = session.state.view().takes_text();
    !asks && session.state.message.as_deref().is_some_and(|message| columns(message) + 2 > layout.status.width)
}

/// The name of the claim in hand without whose words it is: where there is little room, what is said tells more.
fn without_speaker(session: &Session, name: String) -> String {
    session.claim_in_hand().map_or(name.clone(), |claim| claim.without_speaker(&name).to_owned())
}

/// The bar, how many claims reach it, and what is switched on.
fn bar_of_certainty(session: &Session) -> String {
    let claims = session.comparison.claims.len();
    let bar = session.comparison.bar;
    let mut parts = Vec::new();
    if let Some(number) = session.state.count.number {
        parts.push(number.to_string());
    }
    if session.state.locked {
        parts.push("locked".to_owned());
    }
    if session.state.shown != Shown::All {
        parts.push(session.state.shown.name().to_owned());
    }
    if session.state.size.0 < MEDIUM {
        parts.push(format!("≥{bar:.2}"));
    } else {
        parts.push(format!("bar {bar:.2}"));
        parts.push(format!("{claims} claim{}", if claims == 1 { "" } else { "s" }));
    }
    parts.join(" · ")
}

/// What the status line begins with, and whether it may take the room of the rest: a message, whose words stand in
/// the place of the claim, a warning, or the claim's name.
fn first_words(session: &Session) -> (String, bool) {
    if let Some(message) = &session.state.message {
        return (message.clone(), true);
    }
    if let Some(trail) = session.state.trail.as_ref().filter(|_| *session.state.view() == View::Read) {
        return (trail.summary(), true);
    }
    let Some(claim) = session.claim_in_hand() else {
        return (session.story.warnings.first().cloned().unwrap_or_default(), true);
    };
    if let Some(blink) = session.state.blink {
        let article = claim.versions.get(blink.version).and_then(|v| session.story.articles.get(v.place.article));
        return (format!("in the words of {}", article.map_or("", |a| a.outlet.as_str())), true);
    }
    // These views begin with the claim's name.
    let named = matches!(session.state.view(), View::Versions(_) | View::Certificate(_));
    (if named { String::new() } else { session.name_in_hand().to_owned() }, named)
}

/// The claims of the focused article that are shown, each once, by the place of its first version.
fn claims_here(session: &Session) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    let marks = session.marks.of(session.state.focus).iter().filter(|m| m.is_shown(session.state.shown));
    marks.filter_map(|m| m.of.map(|h| h.claim)).filter(|claim| seen.insert(*claim)).collect()
}

/// What the view shows, where no claim is in hand: mostly how many claims the focused outlet has.
fn here(session: &Session) -> String {
    match session.state.view() {
        View::OnlyHere(view) => {
            let outlets = coverage::outlets(&session.story);
            let outlet = outlets.get(view.column);
            let alone = outlet.map_or(0, |o| only_here::statements(session, o).len());
            let name = outlet.map_or("", |o| o.name.as_str());
            return format!("{} of {alone} that only {name} tells", (view.row() + 1).min(alone));
        }
        View::Headlines(view) => {
            let base = session.story.articles.get(view.base).map_or("", |a| a.outlet.as_str());
            return format!("word by word against {base}");
        }
        _ => {}
    }
    if session.story.outlets().len() < 2 {
        return "one outlet alone: there is nothing to compare it with".to_owned();
    }
    match claims_here(session).len() {
        0 => "no claim of this outlet is linked".to_owned(),
        1 => "1 claim in this outlet".to_owned(),
        n => format!("{n} claims in this outlet"),
    }
}

/// Which of how many it is, in words: of the rows of the coverage; else of the places with claims in the outlet with the
/// focus. Where several claims share a place, which of those it is: the keys go through them one by one.
fn number(session: &Session, detail: Detail) -> Option<String> {
    if let View::Coverage(view) = session.state.view() {
        let (rows, at) = update::coverage::rows(session, view);
        let (at, of) = (at + 1, rows.len());
        return Some(match detail {
            Detail::Full => format!("row {at} of {of}"),
            Detail::Short => format!("row {at}/{of}"),
            Detail::Shortest => format!("#{at}/{of}"),
        });
    }
    let marks = session.marks.of(session.state.focus).iter().filter(|m| m.of.is_some() && m.is_shown(session.state.shown));
    let marks: Vec<(Place, Option<Hand>)> = marks.map(|m| (m.place, m.of)).collect();
    let (place, _) = marks.iter().find(|(_, of)| *of == session.state.hand)?;
    let together: Vec<Option<Hand>> = marks.iter().filter(|(p, _)| p == place).map(|(_, of)| *of).collect();
    let among = together.iter().position(|of| *of == session.state.hand).map_or(1, |n| n + 1);
    let mut places: Vec<Place> = marks.iter().map(|(p, _)| *p).collect();
    places.dedup();
    let at = places.iter().position(|p| p == place).map_or(1, |n| n + 1);
    let of = places.len();
    Some(match (detail, together.len()) {
        (Detail::Full, 1) => format!("place {at} of {of}"),
        (Detail::Full, n) => format!("place {at} of {of} ({among} of {n} there)"),
        (Detail::Short, 1) => format!("place {at}/{of}"),
        (Detail::Short, n) => format!("place {at}/{of} ({among}/{n})"),
        (Detail::Shortest, 1) => format!("#{at}/{of}"),
        (Detail::Shortest, n) => format!("#{at}/{of} ({among}/{n})"),
    })
}

/// What is known of the claim in hand, in a line.
fn about(session: &Session, claim: &Claim, detail: Detail) -> String {
    let mut parts: Vec<String> = Vec::new();
    let kept = session.kept_in_hand();
    parts.extend(kept.filter(|k| k.marked).map(|_| "marked".to_owned()));
    let speaker = claim.speaker_beside(session.name_in_hand()).filter(|_| detail == Detail::Full);
    parts.extend(speaker.map(str::to_owned));
    let outlets = if detail == Detail::Shortest { "" } else { " outlets" };
    parts.push(format!("{}/{}{outlets}", claim.outlets(&session.story).len(), session.story.outlets().len()));
    parts.push(format!("{:.0} %", claim.confidence * 100.0));
    parts.extend(number(session, detail));
    let mut kinds: Vec<DifferenceKind> =
        claim.differences.iter().map(|d| d.kind).filter(|k| *k != DifferenceKind::Wording).collect();
    kinds.sort_unstable();
    kinds.dedup();
    if !kinds.is_empty() {
        let names: Vec<&str> = kinds.into_iter().map(DifferenceKind::name).collect();
        parts.push(format!("{} {}", session.theme.sign(Role::Difference), names.join(", ")));
    }
    parts.extend(kept.filter(|k| !k.note.is_empty()).map(|k| format!("note: {}", cut(&k.note, LONGEST_NOTE))));
    parts.join(" · ")
}
