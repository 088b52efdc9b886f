//! What the signs mean: of the text, of the cells of the coverage, of compared words. For help and for the overlay.

use super::flow::plain;
use crate::model::Form;
use crate::reader::Session;
use crate::reader::state::View;
use crate::reader::theme::Role;
use crate::reader::wrap::columns;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Run};

/// Columns before a sign.
const INDENT: u16 = 2;

/// Columns for a sign and the gap after it.
const SIGN: u16 = 5;

/// A sign, how it looks, what it means.
type Sign = (String, Style, &'static str);

/// What the signs of the view mean that is on screen.
pub fn of_view(session: &Session, width: u16) -> Vec<Line<'static>> {
    let signs = match session.state.on_screen() {
        View::Coverage(_) | View::Certificate(_) | View::OnlyHere(_) => [cells(session), flags(session)].concat(),
        View::Versions(_) | View::Headlines(_) => words(session),
        _ => [marks(session), places(session)].concat(),
    };
    lines(session, &signs, width)
}

/// Signs as lines.
pub fn lines(session: &Session, signs: &[Sign], width: u16) -> Vec<Line<'static>> {
    let base = session.theme.style(Role::Text);
    let one = |(sign, style, meaning): &Sign| {
        let pad = " ".repeat(usize::from(SIGN.saturating_sub(columns(sign)).max(1)));
        let mut lines = plain(meaning, base, width, INDENT + SIGN);
        if let Some(indent) = lines.first_mut().and_then(|line| line.spans.first_mut()) {
            *indent = Run::raw(" ".repeat(usize::from(INDENT)));
        }
        if let Some(first) = lines.first_mut() {
            first.spans.insert(1.min(first.spans.len()), Run::styled(sign.clone(), *style));
            first.spans.insert(2.min(first.spans.len()), Run::raw(pad));
        }
        lines
    };
    signs.iter().flat_map(one).collect()
}

/// The marks of the text and its gutter.
pub fn marks(session: &Session) -> Vec<Sign> {
    let theme = &session.theme;
    let mark = |role, meaning| (theme.sign(role).to_owned(), theme.style(role), meaning);
    vec![
        mark(Role::Quotation, "a quotation that other outlets carry"),
        mark(Role::Shared, "a fact or statement that other outlets carry"),
        mark(Role::Difference, "a shared claim told differently: numbers, dates, who says it …"),
        mark(Role::OnlyHere, "stands in no other outlet"),
        ("lit".to_owned(), theme.lit(theme.style(Role::Quotation), true), "the claim under the cursor, in every outlet at once"),
        (format!("{}~", theme.sign(Role::Quotation)), theme.style(Role::Text), "a weak link: less than 80 % sure"),
    ]
}

/// The bar of outlets and the scroll bars.
fn places(session: &Session) -> Vec<Sign> {
    let theme = &session.theme;
    let (carries, tick) = if theme.ascii { ("*", theme.sign(Role::Tick)) } else { ("●", "┤") };
    vec![
        (carries.to_owned(), theme.style(Role::Text), "above: the outlet carries the claim under the cursor"),
        (tick.to_owned(), theme.style(Role::Tick), "at the side: a claim stands there"),
        (theme.sign(Role::TickInHand).to_owned(), theme.style(Role::TickInHand), "at the side: the claim under the cursor"),
    ]
}

/// The cells of the coverage.
pub fn cells(session: &Session) -> Vec<Sign> {
    let theme = &session.theme;
    let cell = |form, meaning| (theme.form_sign(form).to_owned(), theme.cell(Role::Quotation, true), meaning);
    vec![
        cell(Some(Form::Direct), "told in direct speech"),
        cell(Some(Form::Indirect), "reported without quoting"),
        cell(Some(Form::Narrated), "told in the article's own voice"),
        (theme.form_sign(None).to_owned(), theme.style(Role::Quiet), "lacking; Enter shows the nearest, and why it is not it"),
    ]
}

/// What cells and rows of the coverage are flagged with.
fn flags(session: &Session) -> Vec<Sign> {
    let theme = &session.theme;
    let direct = theme.form_sign(Some(Form::Direct)).to_owned();
    vec![
        (
            theme.sign(Role::Difference).to_owned(),
            theme.style(Role::Difference),
            "told differently: numbers, dates, who says it …",
        ),
        (direct, theme.cell(Role::Quotation, false), "a dim cell: linked weakly, less than 80 % sure"),
        (theme.heat(0.75).to_owned(), theme.style(Role::Tick), "at the side: how widely the rows there are told"),
    ]
}

/// Words that are compared with a base.
pub fn words(session: &Session) -> Vec<Sign> {
    let theme = &session.theme;
    let word = |role, meaning| ("word".to_owned(), theme.style(role), meaning);
    vec![
        word(Role::WordSame, "the base has it in the same place"),
        word(Role::WordForm, "the base has another form of it"),
        word(Role::WordSynonym, "the base has another word for it"),
        word(Role::WordMoved, "the base has it elsewhere"),
        word(Role::WordOnly, "the base does not have it"),
    ]
}
