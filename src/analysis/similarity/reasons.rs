//! Why two statements are held to tell the same claim, in words a reader can check against the text.

use crate::analysis::similarity::matches::Match;
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

/// The evidence of a pair, strongest first; `shared` is what its statements share.
pub fn reasons(story: &Story, similarity: &Similarity, statements: &[Statement], pair: &Pair, shared: &[Match]) -> Vec<String> {
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
    let run = if alike { measures::longest_run(a, b, RUN) } else { 0 };
    if run >= RUN {
        reasons.push(format!("{run} words in the same order"));
    }
    let worth = || shared.iter().filter(|s| s.weight >= WORTH_NAMING);
    let same = |name: bool| worth().filter(move |s| s.name == name && s.mine == s.theirs).map(|s| s.mine);
    let words = similarity.words(story, &one.place, i, same(false));
    reasons.extend(list("shared words: ", words.map(|word| (word, None))));
    let names = similarity.words(story, &one.place, i, same(true));
    reasons.extend(list("shared names: ", names.map(|name| (name, None))));
    let akin = worth().filter(|s| s.mine != s.theirs).filter_map(|s| {
        let mine = similarity.words(story, &one.place, i, [s.mine].into_iter()).next()?;
        let theirs = similarity.words(story, &other.place, j, [s.theirs].into_iter()).next()?;
        Some((mine, Some(theirs)))
    });
    reasons.extend(list("words akin: ", akin));
    if measures.values > 0 {
        reasons.push("the same figures or dates".to_owned());
    }
    if let (Some(speaker), true) = (&one.speaker, measures.speaker > 0.0) {
        reasons.push(format!("the same speaker: {speaker}"));
    }
    if measures.support > 0.15 {
        reasons.push("both are like a third statement".to_owned());
    }
    reasons.shrink_to_fit();
    reasons
}

/// A reason that lists words, some of them with the word akin; none without words.
fn list<'s>(what: &str, words: impl Iterator<Item = (&'s str, Option<&'s str>)>) -> Option<String> {
    let mut words = words.take(NAMED).peekable();
    words.peek()?;
    let mut reason = String::with_capacity(96);
    reason.push_str(what);
    for (n, (word, akin)) in words.enumerate() {
        if n > 0 {
            reason.push_str(", ");
        }
        reason.push_str(word);
        if let Some(akin) = akin {
            reason.push_str(" / ");
            reason.push_str(akin);
        }
    }
    reason.shrink_to_fit();
    Some(reason)
}
