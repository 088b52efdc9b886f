//! Votes and scores: `52-48`, `by 217 to 213`, `won 3-1`. They are no amounts, and stand or fall as pairs.

use super::telling::Telling;
use super::{Found, Of, Said, closeness, frames};
use crate::model::{DifferenceKind, Span};

/// A vote or score as printed, and its two numbers, the greater first.
pub(super) struct Tally {
    span: Span,
    /// Index of its first word.
    first: usize,
    value: (u32, u32),
}

/// The difference of tally between two versions that tell much the same, or `surely` one thing, and give one each.
pub(super) fn between(a: &Telling, b: &Telling, surely: bool) -> Option<Found> {
    let ([x], [y]) = (a.tallies(), b.tallies()) else { return None };
    // Of two games each names somebody whom the other does not.
    let alone = |t: &Telling, other: &Telling| t.words.iter().any(|w| w.named && w.is_content() && !other.has(w.id));
    if alone(a, b) && alone(b, a) {
        return None;
    }
    // Of a game `14-0` may be the score on the way.
    let voted = |t: &Telling, of: &Tally| t.printed(of.span).contains(" to ");
    let held = |x: &Tally, y: &Tally| closeness::around(a, x.first, b, y.first).held;
    if x.value == y.value
        || !(surely && voted(a, x) && voted(b, y) || closeness::of(a, b).is_close() || held(x, y) > 2)
        || frames::other_day(a, b)
    {
        return None;
    }
    let said = |t: &Telling, tally: &Tally| {
        let (most, least) = tally.value;
        Said { version: 0, words: t.printed(tally.span), value: format!("{most}-{least}") }
    };
    Some(Found { kind: DifferenceKind::Number, of: Of::named("tally"), said: [said(a, x), said(b, y)] })
}

/// The votes and scores of a version: two numbers with a dash between, or with `to` after words of voting.
pub(super) fn tallies(t: &Telling) -> Vec<Tally> {
    let number = |k: usize| t.words.get(k).filter(|w| w.form.len() <= 3).and_then(|w| w.form.parse::<u32>().ok());
    let mut found: Vec<Tally> = Vec::new();
    for k in 0..t.words.len() {
        let (Some(x), Some(word)) = (number(k), t.words.get(k)) else { continue };
        let between = |to: usize| t.words.get(to).and_then(|w| t.text.get(word.span.end..w.span.start));
        let dashed = between(k + 1).is_some_and(|gap| matches!(gap, "-" | "–")).then_some(k + 1);
        let worded = || (t.form_at(k + 1) == "to" && is_vote(t, k)).then_some(k + 2);
        // `51 votes to 46`
        let counted = || matches!((t.form_at(k + 1), t.form_at(k + 2)), ("votes" | "points", "to")).then_some(k + 3);
        let Some(last) = dashed.or_else(worded).or_else(counted) else { continue };
        let (Some(y), Some(end)) = (number(last), t.words.get(last)) else { continue };
        // `the Rovers (11-4)`, `45-7-2` tell what a club or boxer has won in all.
        let before = t.text.get(..word.span.start).and_then(|text| text.chars().next_back());
        if matches!(before, Some('(' | '-' | '–' | '/')) {
            continue;
        }
        // `18-24 people`, `2016-17` are ranges; a date has a third number.
        let longer =
            t.words.get(last + 1).is_some_and(|w| t.text.get(end.span.end..w.span.start).is_some_and(|g| g == "-" || g == "/"));
        if longer || x < y && dashed.is_some() && !is_vote(t, k) {
            continue;
        }
        found.push(Tally { span: Span::new(word.span.start, end.span.end), first: k, value: (x.max(y), x.min(y)) });
    }
    found
}

/// Whether words of voting or of a contest stand right before word `k`.
fn is_vote(t: &Telling, k: usize) -> bool {
    const VOTING: [&str; 12] =
        ["vote", "vot", "pass", "approv", "reject", "defeat", "win", "won", "beat", "victori", "lose", "rul"];
    t.back(k).take(12).any(|(_, w)| VOTING.contains(&w.stem.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{details, kinds};
    use crate::model::DifferenceKind::Number;

    #[test]
    fn votes_and_scores_differ_as_pairs() {
        let found = details(&[
            ("Daily", "The council approved the harbour plan by a vote of 52-48."),
            ("Herald", "The council passed the harbour plan by 51 to 49."),
        ]);
        assert_eq!(found, ["52-48 (Daily) / 51 to 49 (Herald)"]);
        let long =
            "The House passed the bill to mend the harbour wall by 285 to 144, with nine members of the other side joining in.";
        assert_eq!(kinds(long, "By a vote of 271 to 158 the House approved the bill, sending it to the mayor."), [Number]);
        assert_eq!(kinds("The Rovers beat the United 3-1 at the harbour.", "The Rovers won 3-2 at the harbour."), [Number]);
    }

    #[test]
    fn the_same_vote_and_what_is_none() {
        for (a, b) in [
            ("The council approved the harbour plan 52-48.", "The council passed the harbour plan by 52 votes to 48."),
            ("The council approved the harbour plan 52-48.", "The council rejected the harbour plan 48–52."),
            ("The Rovers (11-4) won the harbour cup.", "The Rovers won the harbour cup 3-2."),
            ("The harbour plan of 2016-17 was approved.", "The harbour plan of 2017-18 was approved."),
            ("The Rovers beat the United 3-1 at the harbour.", "The Rovers beat the City 3-2 on the island."),
        ] {
            assert!(!kinds(a, b).contains(&Number), "{a} / {b}");
        }
    }
}
