//! What the screen shows: the bar of certainty, which marks, what was cleaned away.

use super::{claims, trail};
use crate::reader::{Action, Session};

/// How far one key moves the bar.
const STEP: f64 = 0.05;

/// The lowest and the highest bar that the keys reach.
const BARS: (f64, f64) = (0.05, 0.95);

/// Changes what is shown.
pub fn update(session: &mut Session, action: Action, times: usize) {
    match action {
        Action::BarUp => move_bar(session, times as f64),
        Action::BarDown => move_bar(session, -(times as f64)),
        Action::Filter => {
            session.state.shown = session.state.shown.next();
            session.state.message = Some(format!("shown: {}", session.state.shown.name()));
            claims::meet(session);
        }
        Action::Furniture => {
            let spot = session.spot();
            session.state.furniture = !session.state.furniture;
            session.rewrap(&spot);
            trail::renew(session);
            let hidden: usize = session.story.articles.iter().flat_map(|a| &a.passages).filter(|p| !p.is_article()).count();
            let removed: usize = session.story.articles.iter().map(|a| a.removed).sum();
            let shown = if session.state.furniture { "shown" } else { "hidden" };
            let mut said = match hidden {
                0 => "no passage was cleaned away".to_owned(),
                1 => format!("{shown}: 1 passage of the pages that is not the article"),
                n => format!("{shown}: {n} passages of the pages that are not the articles"),
            };
            if removed > 0 {
                said.push_str(&format!("; {removed} invisible character{} removed", if removed == 1 { "" } else { "s" }));
            }
            session.state.message = Some(said);
        }
        _ => {}
    }
}

/// Moves the bar by steps, on the grid of steps, so that up and down lead back to the same bar. What is linked there is found
/// by [`settle`]: once, however many keys are waiting.
fn move_bar(session: &mut Session, steps: f64) {
    let now = session.state.bar.unwrap_or(session.comparison.bar);
    let bar = (((now / STEP).round() + steps) * STEP).clamp(BARS.0, BARS.1);
    let bar = (bar * 100.0).round() / 100.0;
    session.state.bar = Some(bar);
    session.state.message = Some(format!("bar {bar:.2} …"));
}

/// Links anew, if the bar was moved.
pub fn settle(session: &mut Session) {
    let Some(bar) = session.state.bar.take() else { return };
    session.set_bar(bar);
    claims::meet(session);
    let claims = session.comparison.claims.len();
    session.state.message = Some(format!("bar {bar:.2}: {claims} claim{}", if claims == 1 { "" } else { "s" }));
}
