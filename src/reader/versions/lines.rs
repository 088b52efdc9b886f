//! The lines of the view of versions, from top to bottom. Made from the session alone, so that scrolling and drawing
//! see the same lines.

use super::VersionsView;
use crate::model::{Claim, PassageKind, Place, Span, Version};
use crate::reader::Session;
use crate::reader::draw::flow::{flow, plain};
use crate::reader::marks::role_of;
use crate::reader::memory::Kept;
use crate::reader::theme::Role;
use crate::report::wording::{self, Kinship};
use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};

/// The lines, and for each version the line it begins on.
#[derive(Debug, Default)]
pub struct Lines {
    /// The lines.
    pub lines: Vec<Line<'static>>,
    /// The first line of each version.
    pub starts: Vec<usize>,
}

/// Makes the lines at a width in columns.
pub fn lines(session: &Session, view: &VersionsView, width: u16) -> Lines {
    let Some(claim) = session.claim_in_hand() else { return Lines::default() };
    let mut found = Lines { lines: head(session, claim, width), starts: Vec::new() };
    let base = claim.versions.get(view.base).map_or("", |v| session.story.text(&v.place));
    for (v, version) in claim.versions.iter().enumerate() {
        found.lines.push(Line::default());
        found.starts.push(found.lines.len());
        found.lines.extend(title(session, claim, view, v, version, width));
        found.lines.extend(body(session, view, v, version, base, width));
    }
    found.lines.push(Line::default());
    found.lines.extend(legend(session, "the base", width));
    if view.why {
        found.lines.push(Line::default());
        found.lines.extend(reasons(session, claim, width));
    }
    found
}

/// The claim: its label, who carries it, what differs.
fn head(session: &Session, claim: &Claim, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let mut lines = plain(session.name_in_hand(), theme.style(Role::Headline), width, 1);
    let (carried, of) = (claim.outlets(&session.story), session.story.outlets());
    let strength = if claim.confidence >= crate::model::STRONG { "strong" } else { "weak" };
    let speaker = claim.speaker_beside(session.name_in_hand()).map_or(String::new(), |s| format!("{s} · "));
    let about = format!(
        "{speaker}{} · {}/{} outlets · {:.0} % sure ({strength})",
        claim.kind.name(),
        carried.len(),
        of.len(),
        claim.confidence * 100.0
    );
    lines.extend(plain(&about, theme.style(Role::Quiet), width, 1));
    let silent: Vec<&str> = of.into_iter().filter(|o| !carried.contains(o)).collect();
    if !silent.is_empty() {
        lines.extend(plain(&format!("not in {}", silent.join(", ")), theme.style(Role::Quiet), width, 1));
    }
    let kept = session.kept_in_hand().map(Kept::words).unwrap_or_default();
    if !kept.is_empty() {
        lines.extend(plain(&kept.join(" · "), theme.style(Role::Heading), width, 1));
    }
    for difference in &claim.differences {
        let text = format!("{} {}: {}", theme.sign(Role::Difference), difference.kind.name(), difference.detail);
        lines.extend(plain(&text, theme.style(Role::Difference), width, 1));
    }
    lines
}

/// Whose version it is, where it stands and how it is told.
fn title(session: &Session, claim: &Claim, view: &VersionsView, v: usize, version: &Version, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let Some(article) = session.story.articles.get(version.place.article) else { return Vec::new() };
    let mut about = vec![place_in_article(session, &version.place)];
    about.push(version.form.name().to_owned());
    if let Some(speaker) = version.speaker.as_deref().filter(|s| Some(*s) != claim.speaker.as_deref()) {
        about.push(speaker.to_owned());
    }
    let dates = claim.versions.iter().map(|v| session.story.articles.get(v.place.article).and_then(|a| a.published));
    if let Some(date) = article.published
        && dates.clone().any(|d| d != Some(date))
    {
        about.push(date.strftime("%-d %b %Y").to_string());
    }
    if v == view.base {
        about.push("base".to_owned());
    }
    let mark = if v == view.chosen { theme.sign(Role::Cursor) } else { " " };
    let text = format!("{}  {}", article.outlet, about.join(" · "));
    let name =
        if v == view.chosen { theme.style(Role::Chosen).patch(theme.style(Role::Title)) } else { theme.style(Role::Title) };
    let styles =
        [(Span::new(0, article.outlet.len()), name), (Span::new(article.outlet.len(), text.len()), theme.style(Role::Quiet))];
    let mut lines = flow(&text, &styles, theme.style(Role::Text), width, 1);
    if let Some(first) = lines.first_mut().and_then(|line| line.spans.first_mut()) {
        *first = Run::styled(mark.to_owned(), theme.style(Role::Cursor));
    }
    lines
}

/// Where in its article a place stands, as a reader would say it.
pub fn place_in_article(session: &Session, place: &Place) -> String {
    let Some(article) = session.story.articles.get(place.article) else { return String::new() };
    let Some(passage) = session.story.passage(place) else { return String::new() };
    let body = |kind: PassageKind| matches!(kind, PassageKind::Paragraph | PassageKind::Speech | PassageKind::Item);
    match passage.kind {
        kind if body(kind) => {
            let number = article.passages.iter().take(place.passage + 1).filter(|p| body(p.kind)).count();
            let of = article.passages.iter().filter(|p| body(p.kind)).count();
            if number == 1 { "lede".to_owned() } else { format!("paragraph {number} of {of}") }
        }
        kind => kind.name().to_owned(),
    }
}

/// The words of a version, those of the base apart from the others; with the text around them if asked for.
fn body(session: &Session, view: &VersionsView, v: usize, version: &Version, base: &str, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let Some(passage) = session.story.passage(&version.place) else { return Vec::new() };
    let span = version.place.span;
    let text = span.of(&passage.text);
    let found = if v == view.base { Vec::new() } else { wording::compare(base, text) };
    let styles = found.into_iter().map(|(word, kin)| (word, theme.style(word_role(kin))));
    if !view.context {
        return flow(text, &styles.collect::<Vec<_>>(), theme.style(Role::Text), width, 2);
    }
    let around = theme.style(Role::Quiet);
    let mut all: Vec<(Span, Style)> = vec![(Span::new(0, span.start), around)];
    all.extend(styles.map(|(word, style)| (Span::new(word.start + span.start, word.end + span.start), style)));
    all.push((Span::new(span.end, passage.text.len()), around));
    flow(&passage.text, &all, theme.style(Role::Text), width, 2)
}

/// How a word looks by its kinship to the base.
pub fn word_role(kin: Kinship) -> Role {
    match kin {
        Kinship::Same => Role::WordSame,
        Kinship::Form => Role::WordForm,
        Kinship::Synonym => Role::WordSynonym,
        Kinship::Moved => Role::WordMoved,
        Kinship::Only => Role::WordOnly,
    }
}

/// What the looks of words mean; `base` is what they are compared with.
pub fn legend(session: &Session, base: &str, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let (same, moved) = (format!("as in {base}"), format!("elsewhere in {base}"));
    let parts = [
        (same.as_str(), Role::WordSame),
        ("another form", Role::WordForm),
        ("synonym", Role::WordSynonym),
        (moved.as_str(), Role::WordMoved),
        ("only here", Role::WordOnly),
    ];
    let mut text = String::from("words: ");
    let mut styles = Vec::new();
    for (n, (name, role)) in parts.into_iter().enumerate() {
        if n > 0 {
            text.push_str(" · ");
        }
        styles.push((Span::new(text.len(), text.len() + name.len()), theme.style(role)));
        text.push_str(name);
    }
    flow(&text, &styles, theme.style(Role::Quiet), width, 1)
}

/// Why the versions are linked, pair by pair.
pub fn reasons(session: &Session, claim: &Claim, width: u16) -> Vec<Line<'static>> {
    let theme = &session.theme;
    let Some(hand) = session.state.hand else { return Vec::new() };
    // Of an outlet that tells it more than once, which time.
    let outlet = |v: usize| {
        let Some(version) = claim.versions.get(v) else { return String::new() };
        let name = session.story.articles.get(version.place.article).map_or("", |a| a.outlet.as_str());
        let times = claim.versions.iter().filter(|other| other.place.article == version.place.article).count();
        if times < 2 { name.to_owned() } else { format!("{name} ({})", place_in_article(session, &version.place)) }
    };
    let mut lines = plain("Why they are linked", theme.style(Role::Heading), width, 1);
    for link in session.comparison.links_of(hand.claim) {
        let (a, b) = link.versions;
        let text = format!("{} – {}: {:.0} %", outlet(a), outlet(b), link.score * 100.0);
        lines.extend(plain(&text, theme.style(role_of(claim)), width, 1));
        for reason in session.comparison.reasons(&session.story, link) {
            lines.extend(plain(&reason, theme.style(Role::Text), width, 3));
        }
    }
    lines
}
