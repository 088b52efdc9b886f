//! What the screen shows: the bar of certainty, which marks, what was cleaned away.

use super::{claims, trail};
use crate::reader::{Action, Session};

/// How far one key moves the bar.
const STEP: f64 = 0.05;

/// The lowest and the highest bar that the keys reach.
const BARS: (f64, f64) = (0.05, 0.95);

/// Changes what is shown.
pub fn update(session: &mut Session, action: Action) {
    match action {
        Action::BarUp => move_bar(session, 1.0),
        Action::BarDown => move_bar(session, -1.0),
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
            let said = match (session.state.furniture, hidden) {
                (_, 0) => "nothing was cleaned away from these pages".to_owned(),
                (true, n) => format!("shown: {n} passages of the pages that are not the articles"),
                (false, n) => format!("hidden: {n} passages of the pages that are not the articles"),
            };
            session.state.message = Some(said);
        }
        _ => {}
    }
}

/// Moves the bar by steps, on the grid of steps, so that up and down lead back to the same bar.
fn move_bar(session: &mut Session, steps: f64) {
    let now = session.comparison.bar;
    let bar = (((now / STEP).round() + steps) * STEP).clamp(BARS.0, BARS.1);
    let bar = (bar * 100.0).round() / 100.0;
    session.set_bar(bar);
    let claims = session.comparison.claims.len();
    session.state.message = Some(format!("bar {bar:.2}: {claims} claim{}", if claims == 1 { "" } else { "s" }));
}
