//! Why two statements are held to tell the same claim, in words a reader can check against the text.

use crate::analysis::similarity::{Pair, Similarity, measures};
use crate::model::{Statement, Story};

/// How many shared words a reason names.
const NAMED: usize = 8;
/// A shared word that weighs less (in nats) is not worth naming.
const WORTH_NAMING: f64 = 0.8;
/// Statements less alike (containment) share no quotation and no long run worth looking for.
const ALIKE: f64 = 0.2;
/// Share of a quotation's words from which it is called the same.
const VERBATIM: f64 = 0.8;
/// A shared run of words this long is named.
const RUN: usize = 5;

/// The evidence of a pair, strongest first.
pub fn reasons(story: &Story, similarity: &Similarity, statements: &[Statement], pair: &Pair) -> Vec<String> {
    let (i, j) = pair.statements;
    let (Some(one), Some(other)) = (statements.get(i), statements.get(j)) else { return Vec::new() };
    let measures = &pair.measures;
    let mut reasons = Vec::new();
    let (Some(a), Some(b)) = (similarity.profiles.of.get(i), similarity.profiles.of.get(j)) else { return Vec::new() };
    let alike = measures.all >= ALIKE;
    let verbatim = |a, b| measures::verbatim(a, b, VERBATIM) >= VERBATIM;
    if alike && (verbatim(a, b) || verbatim(b, a)) {
        reasons.push("the same quotation, nearly word for word".to_owned());
    }
    let run = if alike { measures::longest_run(a, b) } else { 0 };
    if run >= RUN {
        reasons.push(format!("{run} words in the same order"));
    }
    let shared = similarity.shared(pair);
    let worth: Vec<_> = shared.iter().filter(|s| s.weight >= WORTH_NAMING).collect();
    let of = |name: bool| -> Vec<u32> { worth.iter().filter(|s| s.name == name && s.mine == s.theirs).map(|s| s.mine).collect() };
    let words = similarity.words(story, &one.place, i, &of(false), NAMED);
    if !words.is_empty() {
        reasons.push(format!("shared words: {}", words.join(", ")));
    }
    let names = similarity.words(story, &one.place, i, &of(true), NAMED);
    if !names.is_empty() {
        reasons.push(format!("shared names: {}", names.join(", ")));
    }
    let akin: Vec<String> = worth
        .iter()
        .filter(|s| s.mine != s.theirs)
        .filter_map(|s| {
            let mine = similarity.words(story, &one.place, i, &[s.mine], 1).pop()?;
            let theirs = similarity.words(story, &other.place, j, &[s.theirs], 1).pop()?;
            Some(format!("{mine} / {theirs}"))
        })
        .take(NAMED)
        .collect();
    if !akin.is_empty() {
        reasons.push(format!("words akin: {}", akin.join(", ")));
    }
    if measures.values > 0 {
        reasons.push("the same figures or dates".to_owned());
    }
    if let (Some(speaker), true) = (&one.speaker, measures.speaker > 0.0) {
        reasons.push(format!("the same speaker: {speaker}"));
    }
    if measures.support > 0.15 {
        reasons.push("both are like a third statement".to_owned());
    }
    reasons
}
