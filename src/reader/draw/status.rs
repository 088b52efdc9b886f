//! What stands round every view: the bar of outlets on top, the status line and the line of hints below.

use super::{ask, cut, fill, palette, put, put_cut};
use crate::model::{Claim, DifferenceKind};
use crate::reader::layout::Layout;
use crate::reader::state::{Shown, View};
use crate::reader::theme::Role;
use crate::reader::wrap::columns;
use crate::reader::{Action, Session, coverage, only_here, update};
use ratatui::buffer::Buffer;
use std::collections::BTreeSet;

/// The bar of outlets: all of them, with the focus, those off screen in brackets, and those that carry the claim in
/// hand with a dot.
pub fn bar(session: &Session, layout: &Layout, buffer: &mut Buffer) {
    let theme = &session.theme;
    let area = layout.bar;
    let style = theme.style(Role::Bar);
    fill(buffer, area, style);
    let focus = focus(session);
    let whole =
        matches!(session.state.on_screen(), View::Coverage(_) | View::Certificate(_) | View::OnlyHere(_) | View::Headlines(_));
    let on_screen = |n: usize| whole || layout.panes.iter().any(|p| p.0 == n);
    let carries = |n: usize| session.claim_in_hand().is_some_and(|c| c.versions.iter().any(|v| v.place.article == n));
    let labels: Vec<String> = session
        .story
        .articles
        .iter()
        .enumerate()
        .map(|(n, article)| {
            let dot = match (carries(n), theme.ascii) {
                (true, false) => "●",
                (true, true) => "*",
                (false, _) => " ",
            };
            if on_screen(n) {
                format!("{dot}{} {} ", n + 1, article.outlet)
            } else {
                format!("{dot}({} {})", n + 1, article.outlet)
            }
        })
        .collect();
    // With many outlets, those left of the focus go first, so that the focus is always to be seen.
    let room = area.width;
    let upto =
        |from: usize| -> u16 { labels.iter().take(focus + 1).skip(from).fold(0, |sum: u16, l| sum.saturating_add(columns(l))) };
    let mut from = 0;
    while from < focus && upto(from).saturating_add(2) > room {
        from += 1;
    }
    let mut x = area.x;
    if from > 0 {
        x = put(buffer, x, area.y, area.right(), "‹", style);
    }
    for (n, label) in labels.iter().enumerate().skip(from) {
        let role = match (focus == n, on_screen(n)) {
            (true, _) => style.patch(theme.style(Role::BarFocus)),
            (false, true) => style,
            (false, false) => style.patch(theme.style(Role::BarOff)),
        };
        if x + columns(label) >= area.right() {
            put(buffer, area.right().saturating_sub(1), area.y, area.right(), "›", style);
            return;
        }
        x = put(buffer, x, area.y, area.right(), label, role);
    }
    let title = &session.story.title;
    let width = columns(title);
    if x + width + 3 < area.right() {
        put(buffer, area.right() - width - 1, area.y, area.right(), title, style.patch(theme.style(Role::Quiet)));
    }
}

/// The article that the view on top is about: the one with the focus, or the first of the chosen outlet.
fn focus(session: &Session) -> usize {
    let column = match session.state.view() {
        View::Coverage(view) => view.column,
        View::Certificate(view) => view.column,
        View::OnlyHere(view) => view.column,
        View::Headlines(view) => return view.chosen,
        _ => return session.state.focus,
    };
    coverage::outlets(&session.story).get(column).and_then(|o| o.articles.first().copied()).unwrap_or(0)
}

/// Columns below which the status line says less at its right end, and below which it says less altogether.
const MEDIUM: u16 = 100;
const NARROW: u16 = 70;

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
    let right = bar_of_certainty(session);
    let left_end = area.right().saturating_sub(columns(&right) + 3);
    put(buffer, left_end + 2, area.y, area.right(), &right, style);
    let about = session.claim_in_hand().map_or_else(|| here(session), |claim| about(session, claim));
    let (first, strong) = first_words(session);
    // What was just done or shown is told in full; the name of a claim gives way to what is known of it.
    let room = left_end.saturating_sub(area.x + 1);
    let first_room = if strong { room } else { room.saturating_sub(columns(&about) + 2) };
    let mut x = area.x + 1;
    if strong || first_room >= 12 {
        let look = if session.state.message.is_some() { style } else { style.patch(theme.style(Role::Title)) };
        x = put_cut(buffer, x, area.y, x + first_room, &first, look) + if first.is_empty() { 0 } else { 2 };
    }
    if x + 10 < left_end {
        put_cut(buffer, x, area.y, left_end, &about, style);
    }
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
    (claim.label.clone(), false)
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
    match claims_here(session).len() {
        0 => "no claim of this outlet is linked".to_owned(),
        1 => "1 claim in this outlet".to_owned(),
        n => format!("{n} claims in this outlet"),
    }
}

/// Which claim of how many it is: of the rows of the coverage, else of the outlet with the focus.
fn number(session: &Session) -> Option<(usize, usize)> {
    if let View::Coverage(view) = session.state.view() {
        let (rows, at) = update::coverage::rows(session, view);
        return Some((at + 1, rows.len()));
    }
    let claims = claims_here(session);
    let at = claims.iter().position(|claim| Some(*claim) == session.state.hand.map(|h| h.claim))?;
    Some((at + 1, claims.len()))
}

/// What is known of the claim in hand, in a line.
fn about(session: &Session, claim: &Claim) -> String {
    let narrow = session.state.size.0 < NARROW;
    let mut parts: Vec<String> = Vec::new();
    let kept = session.kept_in_hand();
    parts.extend(kept.filter(|k| k.marked).map(|_| "marked".to_owned()));
    parts.extend(claim.speaker.clone().filter(|speaker| !narrow && !claim.label.contains(speaker.as_str())));
    parts.push(format!("{}/{} outlets", claim.outlets(&session.story).len(), session.story.outlets().len()));
    parts.push(format!("{:.0} %", claim.confidence * 100.0));
    if let Some((at, of)) = number(session) {
        parts.push(if narrow { format!("{at}/{of}") } else { format!("claim {at} of {of}") });
    }
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

/// What a key does, in a word or two; the keys of claims do something else on a trail.
fn short(session: &Session, action: Action) -> &'static str {
    let on_trail = session.state.trail.is_some() && *session.state.view() == View::Read;
    match action {
        Action::NextClaim if on_trail => "next place",
        Action::PrevClaim if on_trail => "place before",
        Action::Close if *session.state.view() != View::Read => "back",
        _ => action.about().short,
    }
}

/// The keys that are useful here, as many as there is room for.
pub fn hints(session: &Session, layout: &Layout, buffer: &mut Buffer) {
    let theme = &session.theme;
    let area = layout.hints;
    if area.height == 0 {
        return;
    }
    let wanted: &[Action] = match session.state.view() {
        View::Read => &[
            Action::NextClaim,
            Action::NextOutlet,
            Action::Versions,
            Action::LineUp,
            Action::Blink,
            Action::Lock,
            Action::BarUp,
            Action::BarDown,
            Action::Coverage,
            Action::Filter,
            Action::Legend,
            Action::Search,
            Action::Mark,
            Action::Back,
        ],
        View::Versions(_) => {
            &[Action::Down, Action::GoTo, Action::NextClaim, Action::Base, Action::Why, Action::Context, Action::BarUp]
        }
        View::Coverage(_) => &[
            Action::OpenCell,
            Action::Sort,
            Action::Kind,
            Action::Lacks,
            Action::Speaker,
            Action::Sole,
            Action::Differing,
            Action::Legend,
            Action::Versions,
            Action::NextLacking,
            Action::NextClaim,
        ],
        View::OnlyHere(_) => {
            &[Action::GoTo, Action::Down, Action::Right, Action::NextLacking, Action::Coverage, Action::Headlines]
        }
        View::Headlines(_) => &[Action::GoTo, Action::Down, Action::Base, Action::Paragraphs, Action::Coverage, Action::OnlyHere],
        View::Certificate(_) => &[Action::GoTo, Action::NextLacking, Action::Down],
        View::Help(_) => &[Action::Down, Action::PageDown],
        View::Ask(_) => &[Action::Accept, Action::Escape],
        View::Kept(_) => &[Action::Accept, Action::Mark, Action::Note, Action::Down],
        View::Palette(_) => &[Action::Accept, Action::Down, Action::Up, Action::Escape],
    };
    // The way out and the way to help always have their place.
    let last = [Action::Help, Action::Close];
    let label = |action: &Action| -> Option<(String, &'static str)> {
        let view = session.state.view();
        let key = session.keys.hint(*action, view.kind(), view.takes_text())?.to_string();
        action.applies(session).then(|| (key, short(session, *action)))
    };
    let width = |(key, short): &(String, &str)| columns(key) + columns(short) + 3;
    let last: Vec<_> = last.iter().filter_map(label).collect();
    let mut room = area.width.saturating_sub(last.iter().map(width).sum::<u16>() + 1);
    let mut shown: Vec<(String, &str)> = Vec::new();
    for hint in wanted.iter().filter_map(label) {
        if width(&hint) > room {
            break;
        }
        room -= width(&hint);
        shown.push(hint);
    }
    let mut x = area.x + 1;
    for (key, short) in shown.into_iter().chain(last) {
        x = put(buffer, x, area.y, area.right(), &key, theme.style(Role::HintKey));
        x = put(buffer, x + 1, area.y, area.right(), short, theme.style(Role::Hint)) + 2;
    }
}
