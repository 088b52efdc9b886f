//! The certificate of absence: what a claim says, the nearest an outlet comes to it, and why that is not the claim.
//!
//! In: the session, a row of the matrix and an outlet without it. Out: lines, and the place of the nearest statement.

use super::matrix::Matrix;
use super::{Outlet, Told};
use crate::analysis;
use crate::model::{Absence, Claim, ClaimKind, Comparison, Form, Nearest, Place, STRONG, Span, Version};
use crate::reader::Session;
use crate::reader::draw::flow::{flow, plain};
use crate::reader::theme::Role;
use crate::reader::versions::lines::{legend, place_in_article, word_role};
use crate::report::phrases;
use crate::report::wording::{self, Kinship};
use ratatui::style::Style;
use ratatui::text::Line;

/// For each article of an outlet that lacks a row: the nearest it comes. Empty where the outlet carries it.
pub fn absences(session: &Session, told: Told, outlet: &Outlet) -> Vec<Absence> {
    let of = |absent: &[Absence]| absent.iter().filter(|a| outlet.articles.contains(&a.article)).cloned().collect::<Vec<_>>();
    match told {
        Told::Claim(c) => {
            let Some(claim) = session.comparison.claims.get(c) else { return Vec::new() };
            let carries = claim.versions.iter().any(|v| outlet.articles.contains(&v.place.article));
            if carries { Vec::new() } else { of(&claim.absent) }
        }
        Told::Alone(s) => {
            let Some(claim) = session.comparison.statements.get(s).map(as_claim) else { return Vec::new() };
            if claim.versions.iter().any(|v| outlet.articles.contains(&v.place.article)) {
                return Vec::new();
            }
            let mut comparison = Comparison { bar: session.comparison.bar, claims: vec![claim], ..Comparison::default() };
            analysis::coverage::certify(&session.story, session.evidence(), &mut comparison);
            comparison.claims.first().map_or_else(Vec::new, |c| of(&c.absent))
        }
    }
}

/// A statement that stands alone, as a claim of one version.
fn as_claim(statement: &crate::model::Statement) -> Claim {
    let version = Version { place: statement.place, form: statement.form, speaker: statement.speaker.clone() };
    Claim {
        label: String::new(),
        kind: if statement.form == Form::Direct { ClaimKind::Quotation } else { ClaimKind::Statement },
        speaker: statement.speaker.clone(),
        confidence: 1.0,
        versions: vec![version],
        absent: Vec::new(),
        differences: Vec::new(),
    }
}

/// The nearest statement of an outlet without the row: of several articles the best.
pub fn nearest(session: &Session, told: Told, outlet: &Outlet) -> Option<Nearest> {
    let nearest = absences(session, told, outlet).into_iter().filter_map(|a| a.nearest);
    nearest.reduce(|a, b| if b.score > a.score { b } else { a })
}

/// How near a statement comes, in words: `paragraph 3 of 9 · 21 % sure, 40 % needed`.
pub fn how_near(session: &Session, nearest: &Nearest) -> String {
    let place = place_in_article(session, &nearest.place);
    let (score, bar) = (nearest.score, session.comparison.bar);
    format!("{place} · {:.0} % sure, {:.0} % needed", score * 100.0, bar * 100.0)
}

/// The versions of a row.
fn versions(session: &Session, told: Told) -> Vec<Version> {
    match told {
        Told::Claim(c) => session.comparison.claims.get(c).map_or_else(Vec::new, |c| c.versions.clone()),
        Told::Alone(s) => session.comparison.statements.get(s).map_or_else(Vec::new, |s| as_claim(s).versions),
    }
}

/// The lines of the certificate, at a width in columns.
pub fn lines(session: &Session, told: Told, column: usize, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let matrix = Matrix::new(&session.story, &session.comparison);
    let Some(outlet) = matrix.outlets.get(column) else { return Vec::new() };
    let mut lines = plain(&format!("Not in {}", outlet.name), theme.style(Role::Warning), width, 1);
    lines.push(Line::default());
    lines.extend(plain(super::name(session, told), theme.style(Role::Headline), width, 1));
    lines.extend(plain(&about(session, &matrix, told), theme.style(Role::Quiet), width, 1));
    lines.push(Line::default());
    let absences = absences(session, told, outlet);
    let nearest = absences.iter().find_map(|a| a.nearest.as_ref());
    let mut versions = versions(session, told);
    let base = nearest.map_or(0, |nearest| kinship(session, &versions, &nearest.place).0);
    // The version that is compared stands first; with many others the proof would begin below the screen.
    if base < versions.len() {
        lines.extend(told_by(session, &versions.remove(base), width));
    }
    lines.push(Line::default());
    lines.extend(plain(&format!("The nearest that {} comes", outlet.name), theme.style(Role::Heading), width, 1));
    let several = absences.len() > 1;
    for absence in &absences {
        let headline = session.story.articles.get(absence.article).map_or("", |a| a.headline.as_str());
        if several {
            lines.extend(plain(headline, theme.style(Role::Title), width, 1));
        }
        match &absence.nearest {
            Some(nearest) => lines.extend(comes_near(session, told, nearest, width)),
            None => lines.extend(plain("No statement shares a telling word with the claim.", theme.style(Role::Text), width, 1)),
        }
    }
    if nearest.is_some() {
        lines.push(Line::default());
        lines.extend(legend(session, "the claim", width));
    }
    if !versions.is_empty() {
        lines.push(Line::default());
        lines.extend(plain("Told also in", theme.style(Role::Heading), width, 1));
        versions.iter().for_each(|version| lines.extend(told_by(session, version, width)));
    }
    lines
}

/// Whose, what kind, how widely told, how sure.
fn about(session: &Session, matrix: &Matrix, told: Told) -> String {
    let speaker = match told {
        Told::Claim(c) => session.comparison.claims.get(c).and_then(|claim| claim.speaker_beside(super::name(session, told))),
        Told::Alone(_) => matrix.speaker(told),
    };
    let mut parts: Vec<String> = speaker.map(str::to_owned).into_iter().collect();
    let of = matrix.outlets.len();
    match told {
        Told::Claim(c) => {
            if let Some(claim) = session.comparison.claims.get(c) {
                let strength = if claim.confidence >= STRONG { "strong" } else { "weak" };
                parts.push(claim.kind.name().to_owned());
                parts.push(format!("{}/{of} outlets", matrix.carriers(told).len()));
                parts.push(format!("{:.0} % sure ({strength})", claim.confidence * 100.0));
            }
        }
        Told::Alone(_) => parts.push(format!("in 1 of {of} outlets")),
    }
    parts.join(" · ")
}

/// A version in full: outlet, place, form, text.
fn told_by(session: &Session, version: &Version, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let outlet = session.story.articles.get(version.place.article).map_or("", |a| a.outlet.as_str());
    let mut text = format!("{outlet}  {} · {}", place_in_article(session, &version.place), version.form.name());
    if let Some(speaker) = &version.speaker {
        text.push_str(&format!(" · {speaker}"));
    }
    let styles = [(Span::new(0, outlet.len()), theme.style(Role::Title))];
    let mut lines = flow(&text, &styles, theme.style(Role::Quiet), width, 1);
    lines.extend(plain(session.story.text(&version.place), theme.style(Role::Text), width, 3));
    lines
}

/// The nearest statement in its passage, its words against those of the claim, and why it is not the claim.
fn comes_near(session: &Session, told: Told, nearest: &Nearest, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let Some(passage) = session.story.passage(&nearest.place) else { return Vec::new() };
    let span = nearest.place.span;
    let around = theme.style(Role::Quiet);
    let mut styles: Vec<(Span, Style)> = vec![(Span::new(0, span.start), around)];
    for (word, kin) in kinship(session, &versions(session, told), &nearest.place).1 {
        styles.push((Span::new(word.start + span.start, word.end + span.start), theme.style(word_role(kin))));
    }
    styles.push((Span::new(span.end, passage.text.len()), around));
    let mut lines = plain(&how_near(session, nearest), theme.style(Role::Quiet), width, 1);
    lines.extend(flow(&passage.text, &styles, theme.style(Role::Text), width, 3));
    let why = phrases::not_the_claim(&session.comparison, nearest);
    if !why.is_empty() {
        lines.push(Line::default());
        lines.extend(plain("Why it is not the claim", theme.style(Role::Heading), width, 1));
        for reason in &why {
            lines.extend(plain(reason, theme.style(Role::Text), width, 3));
        }
    }
    lines
}

/// The version that has most words in common with a place, and the words of the place, each with its kinship to it.
fn kinship(session: &Session, versions: &[Version], place: &Place) -> (usize, Vec<(Span, Kinship)>) {
    /// Versions that are compared: more make a claim no clearer, and a hostile story could make it slow.
    const MOST: usize = 40;
    let text = session.story.text(place);
    let compared = versions.iter().take(MOST).map(|v| wording::compare(session.story.text(&v.place), text)).enumerate();
    let common = |found: &[(Span, Kinship)]| found.iter().filter(|(_, kin)| *kin != Kinship::Only).count();
    compared.reduce(|a, b| if common(&b.1) > common(&a.1) { b } else { a }).unwrap_or_default()
}
