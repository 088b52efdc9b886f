//! Attributions at the edges of a sentence: behind what a headline opens with, and at the end.
//!
//! In: the items of a sentence. Out: who says it, as a [`Subject`] or a [`Cue`].

use super::cues::{Cue, Strength, is_finite, says};
use super::items::{Is, Item};
use super::subjects::{Scene, Subject};
use crate::analysis::lexicon::saying::Form;
use crate::analysis::lexicon::speaking;

/// Whose the quotation is that a headline opens with: `“…”: Parties slam the plan`; `“…”, Ruritanian envoy`.
pub(super) fn headed(scene: &Scene, from: usize, to: usize, quote: usize) -> Option<Subject> {
    let sign = |c: char| scene.items.get(quote + 1).is_some_and(|i| i.is_sign(c));
    let opens = quote == from || scene.items.get(quote - 1).is_some_and(|i| i.is_sign(':'));
    if !opens || quote + 2 >= to {
        return None;
    }
    // In a headline's present the verb looks like a noun.
    let plural = scene.items.get(quote + 2).is_some_and(|i| i.key.ends_with('s') && speaking::can_speak(&i.key));
    let slam = scene.items.get(quote + 3).is_some_and(|i| i.saying.is_some_and(|s| s.form == Form::Base) && i.is == Is::Word);
    if sign(':') && plural && slam {
        return scene.phrase_of(quote + 2, quote + 3);
    }
    let (subject, next) = scene.after(quote + 2, to)?;
    let whole = next >= to && to <= quote + 7 && (next..=to).any(|n| scene.items.get(n).is_none());
    let verb = scene.items.get(next).is_some_and(|i| i.is == Is::Word && next < to);
    (sign(':') && (verb || whole) || sign(',') && whole).then_some(subject)
}

/// An attribution at the end of the sentence: `The plan is "bold" but "late," the mayor said.`
pub(super) fn trailing(scene: &Scene, to: usize, quote: usize) -> Option<Cue> {
    let verb = (quote + 1..to).rev().find(|&n| scene.items.get(n).is_some_and(is_finite))?;
    // Only what stands behind the last comma or quotation.
    let start =
        (quote..verb).rev().find(|&n| scene.items.get(n).is_some_and(|i| matches!(i.is, Is::Quote(_)) || i.is_sign(',')))?;
    if let Some((subject, next)) = scene.after(verb + 1, to)
        && start + 1 == verb
        && next + 1 >= to
    {
        return Some(Cue { subject, strength: Strength::Fair });
    }
    let subject = scene.before(start + 1, verb)?;
    Some(Cue { subject, strength: Strength::Fair })
}

/// Who says what a sentence without quotations tells, where it says so at its end: `The pipe burst, Roe said.`
pub fn closing(scene: &Scene, from: usize, to: usize) -> Option<Subject> {
    let verb = (from..to).rev().find(|&n| scene.items.get(n).is_some_and(Item::like_verb))?;
    let comma = (from..verb).rev().find(|&n| scene.items.get(n).is_some_and(|i| i.is_sign(',')))?;
    let late = to - verb <= 5 && comma > from + 3;
    if !late || !says(scene, verb) || !scene.items.get(verb).is_some_and(is_finite) {
        return None;
    }
    // Behind an insertion the subject stands before it.
    scene.before(if comma + 1 == verb { from } else { comma + 1 }, verb)
}
