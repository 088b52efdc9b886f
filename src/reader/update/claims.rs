//! The claim in hand: taking it up, going from claim to claim and from outlet to outlet, lining the panes up.

use super::focus;
use super::moving::Room;
use crate::model::{ClaimKind, Comparison, Link, PassageKind, Place, Version};
use crate::reader::marks::Mark;
use crate::reader::state::{Blink, Hand};
use crate::reader::{Action, Session, layout};

/// Does what concerns the claim in hand.
pub fn update(session: &mut Session, action: Action, times: usize) {
    match action {
        Action::NextClaim => step(session, times, true),
        Action::PrevClaim => step(session, times, false),
        Action::NextOutlet => elsewhere(session, times, true),
        Action::PrevOutlet => elsewhere(session, times, false),
        Action::LineUp => {
            session.state.jumps.leave(session.spot());
            line_up(session);
        }
        Action::Lock => lock(session),
        Action::Blink => blink(session),
        _ => {}
    }
}

/// The first screen: a claim that most outlets carry, lit in every pane that has it.
pub fn begin(session: &mut Session) {
    let Some(claim) = most_shared(&session.comparison) else { return };
    let fit = layout::panes_that_fit(session.state.size.0, session.options.pane_width, session.story.articles.len());
    let carried = session.comparison.claims.get(claim).map_or_else(Vec::new, |c| c.articles());
    let Some(article) = carried.iter().find(|&&a| a < fit).or(carried.first()) else { return };
    let Some(version) = version_in(session, claim, *article) else { return };
    let hand = Hand { claim, version };
    session.state.hand = Some(hand);
    focus::on(session, *article);
    let rows: Vec<(usize, usize)> = carried.iter().filter_map(|&a| Some((a, first_row(session, claim, a)?))).collect();
    // Articles that fit into their panes are left as they are: everything is in sight.
    if rows.iter().all(|&(article, _)| session.wrapped(article).len() <= session.text_rows()) {
        if let (Some(row), Some(pane)) = (first_row(session, claim, *article), session.state.panes.get_mut(*article)) {
            pane.cursor = row;
        }
        return;
    }
    // On one row of the screen, so high that no article has blank rows over its beginning.
    let highest = rows.iter().map(|&(_, row)| row).min().and_then(|row| isize::try_from(row).ok()).unwrap_or(0);
    let on_screen = Room::of(session, *article).rest().min(highest);
    for (article, row) in rows {
        if let Some(pane) = session.state.panes.get_mut(article) {
            pane.stand(row, on_screen);
        }
    }
}

/// The claim to begin with: a quotation before anything else, then by how many articles carry it, then how surely.
fn most_shared(comparison: &Comparison) -> Option<usize> {
    let worth = |c: usize| {
        let claim = comparison.claims.get(c)?;
        Some((claim.articles().len(), claim.kind == ClaimKind::Quotation, claim.confidence))
    };
    (0..comparison.claims.len()).rev().max_by(|&a, &b| worth(a).partial_cmp(&worth(b)).unwrap_or(std::cmp::Ordering::Equal))
}

/// The version of a claim that speaks for an article: the one in hand if it is there; else of those that are clear one in the
/// running text before headlines and captions, and in somebody's own words before reports; of several such the one that is
/// linked best with the version in hand, else the first.
pub fn version_in(session: &Session, claim: usize, article: usize) -> Option<usize> {
    let versions = &session.comparison.claims.get(claim)?.versions;
    let in_hand = session.state.hand.filter(|h| h.claim == claim).map(|h| h.version);
    if let Some(version) = in_hand.filter(|&v| versions.get(v).is_some_and(|v| v.place.article == article)) {
        return Some(version);
    }
    let running = |v: &Version| {
        let kind = session.story.passage(&v.place).map(|p| p.kind);
        matches!(kind, Some(PassageKind::Paragraph | PassageKind::Speech | PassageKind::Item))
    };
    let link = |n: usize| {
        let with_hand = |l: &&Link| in_hand.is_some_and(|v| l.versions == (v.min(n), v.max(n)));
        session.comparison.links_of(claim).find(with_hand).map_or(0.0, |l| l.score)
    };
    let clear = session.comparison.clear(claim, |article| article);
    let here = versions.iter().enumerate().filter(|(_, v)| v.place.article == article);
    let better = |a: &(usize, &Version), b: &(usize, &Version)| {
        let kind = |(n, v): &(usize, &Version)| (!clear.get(*n).copied().unwrap_or(false), !running(v), v.form);
        kind(a).cmp(&kind(b)).then_with(|| link(b.0).total_cmp(&link(a.0))).then(a.0.cmp(&b.0))
    };
    here.min_by(better).map(|(n, _)| n)
}

/// The row of an article in which its version of a claim begins.
fn first_row(session: &Session, claim: usize, article: usize) -> Option<usize> {
    let place = session.place_of(Hand { claim, version: version_in(session, claim, article)? })?;
    Some(session.wrapped(article).row_of(place.passage, place.span.start))
}

/// The marks in a row of an article that lead to claims and are shown.
fn in_row(session: &Session, article: usize, row: usize) -> Vec<Mark> {
    let wrapped = session.wrapped(article);
    let Some(row) = wrapped.rows.get(row) else { return Vec::new() };
    let marks = session.marks.in_passage(article, row.passage).iter();
    marks.filter(|m| m.of.is_some() && m.is_shown(session.state.shown) && m.place.span.overlaps(row.span)).copied().collect()
}

/// The claim under the cursor of the focused pane: the one in hand if it is there; else one that begins in this row,
/// the surest first; else none.
fn under_cursor(session: &Session) -> Option<Hand> {
    let article = session.state.focus;
    let cursor = session.state.pane().cursor;
    let start = session.wrapped(article).rows.get(cursor)?.span.start;
    let marks = in_row(session, article, cursor);
    let held = session.state.hand.map(|h| h.claim);
    if let Some(same) = marks.iter().find(|m| m.of.map(|h| h.claim) == held) {
        return same.of;
    }
    let confidence = |m: &Mark| m.of.and_then(|h| session.comparison.claims.get(h.claim)).map_or(0.0, |c| c.confidence);
    let best = marks.iter().rev().max_by(|a, b| {
        let begins = |m: &Mark| m.place.span.start >= start;
        begins(a).cmp(&begins(b)).then(confidence(a).total_cmp(&confidence(b)))
    });
    best.and_then(|m| m.of)
}

/// Takes a claim up at the version under the cursor. Locked panes follow.
pub fn take(session: &mut Session, hand: Hand) {
    session.state.hand = Some(hand);
    follow(session);
}

/// After the cursor moved: the claim under it is in hand, or none is. Locked panes follow.
pub fn take_up(session: &mut Session) {
    let before = session.state.hand.map(|h| h.claim);
    session.state.hand = under_cursor(session);
    if session.state.hand.map(|h| h.claim) != before {
        follow(session);
    }
}

/// After the focus moved: a claim under the cursor there is taken up; the one in hand stays if there is none.
pub fn meet(session: &mut Session) {
    if let Some(hand) = under_cursor(session) {
        session.state.hand = Some(hand);
    }
}

/// If the panes are locked, they go where the focused one is.
fn follow(session: &mut Session) {
    if session.state.locked && session.state.hand.is_some() {
        line_up(session);
    }
}

/// Every pane that carries the claim in hand puts its version on the cursor's row of the screen.
fn line_up(session: &mut Session) {
    let Some(hand) = session.state.hand else { return };
    let height = isize::try_from(session.text_rows()).unwrap_or(isize::MAX);
    let on_screen = session.state.pane().cursor_on_screen().clamp(0, (height - 1).max(0));
    for article in 0..session.story.articles.len() {
        if article == session.state.focus {
            continue;
        }
        if let Some(row) = first_row(session, hand.claim, article)
            && let Some(pane) = session.state.panes.get_mut(article)
        {
            pane.stand(row, on_screen);
        }
    }
}

/// Switches the lock.
fn lock(session: &mut Session) {
    session.state.locked = !session.state.locked;
    follow(session);
    let said = if session.state.locked { "locked: the other outlets follow, claim by claim" } else { "unlocked" };
    session.state.message = Some(said.to_owned());
}

/// Goes to the next or the previous mark of the focused pane, round and round.
fn step(session: &mut Session, times: usize, forward: bool) {
    let article = session.state.focus;
    let shown = session.state.shown;
    let wanted = |m: &&Mark| m.is_shown(shown) && (m.of.is_some() || shown == crate::reader::state::Shown::OnlyHere);
    let marks: Vec<Mark> = session.marks.of(article).iter().filter(wanted).copied().collect();
    if marks.is_empty() {
        let said = if session.comparison.claims.is_empty() {
            "nothing is linked at this bar; - shows more"
        } else {
            "no such mark in this outlet"
        };
        session.state.message = Some(said.to_owned());
        return;
    }
    session.state.jumps.leave(session.spot());
    let count = marks.len();
    let cursor = session.state.pane().cursor;
    let row = |m: &Mark| session.wrapped(article).row_of(m.place.passage, m.place.span.start);
    let here = marks.iter().position(|m| m.of.is_some() && m.of == session.state.hand);
    let (first, turned) = match (here, forward) {
        (Some(at), true) => ((at + 1) % count, at + 1 == count),
        (Some(at), false) => ((at + count - 1) % count, at == 0),
        (None, true) => marks.iter().position(|m| row(m) > cursor).map_or((0, true), |at| (at, false)),
        (None, false) => marks.iter().rposition(|m| row(m) < cursor).map_or((count - 1, true), |at| (at, false)),
    };
    let more = (times - 1) % count;
    let target = if forward { (first + more) % count } else { (first + count - more) % count };
    let Some(mark) = marks.get(target).copied() else { return };
    let pane = Room::of(session, article).resting_at(row(&mark));
    if let Some(place) = session.state.panes.get_mut(article) {
        *place = pane;
    }
    session.state.hand = mark.of;
    if turned && times == 1 {
        let said = if forward { "on from the beginning" } else { "on from the end" };
        session.state.message = Some(said.to_owned());
    }
    follow(session);
}

/// Goes to the claim in hand in the next or previous article that carries it, round and round.
fn elsewhere(session: &mut Session, times: usize, forward: bool) {
    let (Some(hand), Some(claim)) = (session.state.hand, session.claim_in_hand()) else { return };
    let articles = claim.articles();
    let count = articles.len();
    let focus = session.state.focus;
    let more = times.saturating_sub(1) % count.max(1);
    let target = if forward {
        let next = articles.iter().position(|&a| a > focus).unwrap_or(0);
        articles.get((next + more) % count.max(1))
    } else {
        let next = articles.iter().rposition(|&a| a < focus).unwrap_or(count.saturating_sub(1));
        articles.get((next + count - more) % count.max(1))
    };
    let Some(&article) = target else { return };
    let Some(version) = version_in(session, hand.claim, article) else { return };
    go_to(session, Hand { claim: hand.claim, version });
}

/// Goes to a version of a claim: its outlet has the focus, its first row is under the cursor, it is in hand. The
/// place left can be returned to. For every view that leads into the text.
pub fn go_to(session: &mut Session, hand: Hand) {
    let Some(place) = session.place_of(hand) else { return };
    session.state.jumps.leave(session.spot());
    focus::on(session, place.article);
    let row = session.wrapped(place.article).row_of(place.passage, place.span.start);
    let pane = Room::of(session, place.article).resting_at(row);
    if let Some(at) = session.state.panes.get_mut(place.article) {
        *at = pane;
    }
    session.state.hand = Some(hand);
    follow(session);
}

/// Goes to a place in the text, with the claim there in hand, if there is one. The place left can be returned to.
pub fn go_to_place(session: &mut Session, place: Place) {
    session.state.jumps.leave(session.spot());
    focus::on(session, place.article);
    let row = session.wrapped(place.article).row_of(place.passage, place.span.start);
    let pane = Room::of(session, place.article).resting_at(row);
    if let Some(at) = session.state.panes.get_mut(place.article) {
        *at = pane;
    }
    take_up(session);
}

/// Shows the next outlet's words in the place of the version in hand; after the last outlet, its own again.
fn blink(session: &mut Session) {
    let (Some(hand), Some(claim)) = (session.state.hand, session.claim_in_hand()) else { return };
    let own = claim.versions.iter().position(|v| v.place.article == session.state.focus);
    let Some(own) = own
        .map(|first| if session.place_of(hand).is_some_and(|p| p.article == session.state.focus) { hand.version } else { first })
    else {
        session.state.message = Some("this outlet does not carry the claim".to_owned());
        return;
    };
    let shown = session.state.blink.map_or(own, |b| b.version);
    let own_article = claim.versions.get(own).map(|v| v.place.article);
    // One version of each other article, in the order of the articles, beginning after the one shown.
    let mut others: Vec<usize> = Vec::new();
    for (v, version) in claim.versions.iter().enumerate() {
        let article = version.place.article;
        let seen = others.iter().any(|&o| claim.versions.get(o).is_some_and(|x| x.place.article == article));
        if Some(article) != own_article && !seen {
            others.push(v);
        }
    }
    let next = if shown == own {
        let after = others.iter().find(|&&v| v > own).or(others.first());
        after.copied()
    } else {
        let at = others.iter().position(|&v| v == shown).map_or(0, |at| at + 1);
        let next = others.get(at % others.len().max(1)).copied();
        // Having gone all the way round, the own version stands there again.
        next.filter(|&n| Some(&n) != others.iter().find(|&&v| v > own).or(others.first()))
    };
    session.state.hand = Some(Hand { claim: hand.claim, version: own });
    session.state.blink = next.map(|version| Blink { version });
}

/// Esc while reading: unlock, else let go of the claim in hand.
pub fn let_go(session: &mut Session) {
    if session.state.locked {
        session.state.locked = false;
        session.state.message = Some("unlocked".to_owned());
    } else {
        session.state.hand = None;
    }
}
