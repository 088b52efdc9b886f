//! Why two statements are held to tell the same claim, in words that stand in them.

use crate::analysis::lexicon::common;
use crate::analysis::similarity::matches::Match;
use crate::analysis::similarity::{Pair, Similarity, measures};
use crate::model::{Place, Reason, Statement, Story, Stretch};

/// How many shared words, names and words akin are named.
const NAMED: usize = 8;
/// A shared word that weighs less (in nats) is not worth naming.
const WORTH_NAMING: f64 = 0.8;
/// Statements less alike (containment) share no quotation and no long run worth looking for.
const ALIKE: f64 = 0.2;
/// Share of a quotation's words from which it is called the same.
const VERBATIM: f64 = 0.8;
/// A shared run of words this long is named.
const RUN: usize = 5;

/// Adds the evidence of a pair to `reasons`, strongest first; `shared` is what its statements share.
pub fn reasons(
    similarity: &Similarity,
    story: &Story,
    statements: &[Statement],
    pair: &Pair,
    shared: &[Match],
    reasons: &mut Vec<Reason>,
) {
    let (i, j) = pair.statements();
    let (Some(one), Some(other)) = (statements.get(i), statements.get(j)) else { return };
    let (Some(a), Some(b)) = (similarity.profiles.of.get(i), similarity.profiles.of.get(j)) else { return };
    let alike = pair.all >= ALIKE;
    let verbatim = |a, b| measures::verbatim(a, b, VERBATIM) >= VERBATIM;
    if alike && (verbatim(a, b) || verbatim(b, a)) {
        reasons.push(Reason::Verbatim);
    }
    let run = if alike { measures::longest_run(a, b, RUN) } else { 0 };
    if run >= RUN {
        reasons.push(Reason::Run(u32::try_from(run).unwrap_or(u32::MAX)));
    }
    let worth = || shared.iter().filter(|s| s.weight >= WORTH_NAMING);
    let mine = |stem: u32| similarity.word(story, &one.place, i, stem);
    let theirs = |stem: u32| similarity.word(story, &other.place, j, stem);
    let same =
        |name: bool| worth().filter(move |s| s.name == name && s.mine == s.theirs).filter_map(|s| mine(s.mine)).take(NAMED);
    // That both say `by` tells nobody anything.
    let says = |at: &Stretch| {
        let word = story.text(&Place { span: at.span(), ..one.place });
        !common::is_function_word(&word.to_lowercase()) && !common::is_preposition(&word.to_lowercase())
    };
    reasons.extend(same(false).filter(says).map(Reason::Word));
    reasons.extend(same(true).map(Reason::Name));
    let akin = worth().filter(|s| s.mine != s.theirs).filter_map(|s| Some((mine(s.mine)?, theirs(s.theirs)?))).take(NAMED);
    reasons.extend(akin.flat_map(|(mine, theirs)| [Reason::Akin(mine), Reason::AkinTo(theirs)]));
    if pair.same_values {
        reasons.push(Reason::Values);
    }
    if pair.same_speaker {
        reasons.extend(u32::try_from(i).ok().map(Reason::Speaker));
    }
    if pair.third {
        reasons.push(Reason::Third);
    }
}
