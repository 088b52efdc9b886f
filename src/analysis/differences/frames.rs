//! Whether a word here and a word there stand in the same frame: with the same things around them, and not with other
//! names or numbers. Without it, `met the minister` and `will meet the president` would pass for one meeting.

use super::cues;
use super::telling::{Key, Telling, Word};
use crate::analysis::facts::{Grain, Unit, Value, When};

/// Words before a predicate that tell who acts.
const BEFORE: usize = 8;
/// Words after it that tell on what.
const AFTER: usize = 8;
/// So many where the two predicates are one verb.
const FAR_AFTER: usize = 11;
/// Versions with more content words in common tell much the same.
const MUCH: usize = 4;

/// What the content words around a word of a version stand for; each list ascending.
struct Frame {
    before: Vec<Key>,
    after: Vec<Key>,
    names_before: Vec<Key>,
    names_after: Vec<Key>,
    /// Of those after it, who is no place.
    people_after: Vec<Key>,
    /// Not an active verb: what it is done to may stand before it.
    turned: bool,
}

fn frame(t: &Telling, k: usize) -> Frame {
    frame_of(t, k, k, AFTER)
}

/// The frame of word `k` with the words from `from` on that tell how certain it is, or deny it.
fn frame_of(t: &Telling, from: usize, k: usize, reach: usize) -> Frame {
    // `scheduled for Friday` tells how certain it is, not what.
    let soon = |w: &Word| matches!(w.form.as_str(), "soon" | "shortly" | "immediately" | "eventually" | "finally" | "already");
    let told = |w: &Word| w.is_content() && (w.named || !w.cues.any(cues::HEDGE) && !soon(w));
    // Who acts often stands in the clause before: `Adler, who met Brand`. Only what follows must be in the same clause.
    // Where nothing stands there before the verb (`Adler, who sails, is expected to resign`), it stands before that.
    let bare = !t.back(from.min(k)).any(|(_, w)| told(w));
    let here = || t.back(from.min(k)).map(|(_, w)| w).take(BEFORE).filter(|w| told(w));
    let earlier = || t.words.iter().take(if bare { from.min(k) } else { 0 }).rev().take(2 * BEFORE).filter(|w| told(w));
    let before = || here().chain(earlier());
    let after = || t.on(k).map(|(_, w)| w).take(reach).filter(|w| told(w));
    // Whom a pronoun means may stand anywhere before it.
    let pronoun = matches!(t.form_before(from.min(k)), "he" | "she" | "it" | "they");
    let all = || t.words.iter().take(from.min(k)).filter(|w| pronoun && told(w));
    Frame {
        before: sorted(before().map(Word::key)),
        after: sorted(after().map(Word::key)),
        names_before: sorted(before().chain(all()).filter(|w| is_somebody(w)).flat_map(faces)),
        turned: is_turned(t, k),
        people_after: sorted(after().filter(|w| is_somebody(w)).flat_map(faces)),
        names_after: sorted(after().filter(|w| w.named || is_somebody(w)).flat_map(faces)),
    }
}

/// Whether word `k` is a passive or a noun: no past tense, or after a form of `be`.
fn is_turned(t: &Telling, k: usize) -> bool {
    let passive =
        t.back(k).take(3).any(|(_, w)| matches!(w.form.as_str(), "was" | "were" | "is" | "are" | "been" | "be" | "being"));
    let active = |w: &Word| w.cues.any(cues::PAST) || t.form_before(k) == "to" || w.form.ends_with("ing");
    // `is visiting`, `is expected to visit` are no passives.
    let past = t.words.get(k).is_some_and(|w| w.cues.any(cues::PAST));
    passive && past || !t.words.get(k).is_some_and(active)
}

/// Whether a word names or describes a person or a body; places do not tell who.
fn is_somebody(word: &Word) -> bool {
    !word.placed && (word.named || word.who.is_some()) && !word.time
}

/// What a name can be known by: who is meant, and the word itself.
pub(super) fn faces(word: &Word) -> impl Iterator<Item = Key> + use<> {
    [Some(Key::Stem(word.id)), word.who.map(Key::Entity)].into_iter().flatten()
}

/// Ascending, each once.
pub(super) fn sorted<T: Ord>(keys: impl Iterator<Item = T>) -> Vec<T> {
    let mut keys: Vec<T> = keys.collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// How many of an ascending list are in another.
pub(super) fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    a.iter().filter(|x| b.binary_search(x).is_ok()).count()
}

/// Whether two lists of names are of different people: both name somebody, and nobody is in both.
pub(super) fn strangers(a: &[Key], b: &[Key]) -> bool {
    !a.is_empty() && !b.is_empty() && shared(a, b) == 0
}

/// Whoever is named in the clause of word `k` before it, or, with `whole`, anywhere in it; where its clause names nobody,
/// in the words before the clause.
pub(super) fn named(t: &Telling, k: usize, whole: bool) -> Vec<Key> {
    let before = t.back(k).map(|(_, w)| w);
    let after = t.on(k).map(|(_, w)| w).filter(|_| whole);
    let found = sorted(before.chain(after).filter(|w| is_somebody(w)).flat_map(faces));
    if !found.is_empty() {
        return found;
    }
    sorted(t.words.iter().take(k).rev().take(3 * BEFORE).filter(|w| is_somebody(w)).flat_map(faces))
}

/// Whoever is named first in the clause of word `k` before it, apart from who is quoted for it; where it names nobody
/// there, first in the version.
pub(super) fn subject(t: &Telling, k: usize) -> Vec<Key> {
    let content = t.source.filter(|s| !s.direct).map(|s| s.content);
    let own = |w: &Word| is_somebody(w) && content.is_none_or(|c| c.contains(w.span));
    let clause: Vec<&Word> = t.back(k).map(|(_, w)| w).collect();
    let run = |words: &mut dyn Iterator<Item = &Word>| -> Vec<Key> {
        sorted(words.skip_while(|w| !own(w)).take_while(|w| own(w)).flat_map(faces))
    };
    let found = run(&mut clause.iter().rev().copied());
    if found.is_empty() { run(&mut t.words.iter().take(k)) } else { found }
}

/// Whether somebody else acts in two frames; who is named after a passive may act too.
fn others(x: &Frame, y: &Frame) -> bool {
    // `Officials suspended Adler`, `Brand was suspended`
    let done_to = |act: &Frame, passive: &Frame| {
        !act.turned
            && passive.turned
            && strangers(&act.people_after, &passive.names_before)
            && shared(&act.names_before, &passive.names_before) == 0
    };
    if done_to(x, y) || done_to(y, x) {
        return true;
    }
    strangers(&x.names_before, &y.names_before) && strangers(&x.names_before, &y.names_after)
}

/// Whether one tells actively and one passively what the same people do: `police arrested Adler`, `Adler was arrested by
/// police`.
fn crossed(x: &Frame, y: &Frame) -> bool {
    x.turned != y.turned && (shared(&x.names_after, &y.names_before) > 0 || shared(&x.names_before, &y.names_after) > 0)
}

/// Verbs of what two do with each other: who stands before them may as well stand after.
#[rustfmt::skip]
const MUTUAL: &[&str] = &["meet", "talk", "speak", "discuss", "debat", "confer", "negoti", "marri", "clash", "met"];

/// Whether two frames hold one thing at least, and not only other people. `mutual`: of a verb of what two do with each other.
fn alike(x: &Frame, y: &Frame, mutual: bool) -> bool {
    let turned = || mutual && shared(&x.names_before, &y.names_after) > 0 && shared(&x.names_after, &y.names_before) > 0;
    if turned() {
        return true;
    }
    if strangers(&x.names_after, &y.names_after) && !crossed(x, y) {
        return false;
    }
    if shared(&x.after, &y.after) > 0 {
        return true;
    }
    (x.turned || y.turned) && shared(&x.before, &y.after) + shared(&x.after, &y.before) > 0
        || (x.after.is_empty() || y.after.is_empty()) && shared(&x.before, &y.before) > 0
}

/// Whether word `j` of `a` and word `k` of `b` can be one event told twice: the same things around them, two at least
/// where both have two, the same people, and no number that is another there.
pub(super) fn same_event(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    // Whom a claim is about stands after it: `sources suggest that inquiries were opened`.
    let from = |t: &Telling, at: usize| {
        let cue = t.predicate(at).map_or(at, |p| p.from);
        if t.words.get(cue).is_some_and(|w| w.cues.any(cues::BELIEF)) { at } else { cue }
    };
    let id = |t: &Telling, at: usize| t.words.get(at).map(|w| w.id);
    let reach = if id(a, j) == id(b, k) { FAR_AFTER } else { AFTER };
    let (x, y) = (frame_of(a, from(a, j), j, reach), frame_of(b, from(b, k), k, reach));
    let mutual = a.words.get(j).is_some_and(|w| MUTUAL.contains(&w.stem.as_str()));
    if !alike(&x, &y, mutual) || others(&x, &y) {
        return false;
    }
    let all = |f: &Frame| sorted(f.before.iter().chain(&f.after).copied());
    let (p, q) = (all(&x), all(&y));
    shared(&p, &q) >= 2.min(p.len()).min(q.len()) && !other_amounts(a, j, b, k)
}

/// Whether the frames of the two words name different people, before them or after, or other amounts and days.
pub(super) fn apart(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    of_others(a, j, b, k) || other_amounts(a, j, b, k)
}

/// Whether the frames of the two words name different people, before them or after.
pub(super) fn of_others(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let (x, y) = (frame(a, j), frame(b, k));
    others(&x, &y) || strangers(&x.names_after, &y.names_after) && !crossed(&x, &y)
}

/// How many of the things around word `j` of `a` are around word `k` of `b`.
pub(super) fn overlap(a: &Telling, j: usize, b: &Telling, k: usize) -> usize {
    let around = |t: &Telling, at: usize| {
        let f = frame_of(t, t.predicate(at).map_or(at, |p| p.from), at, AFTER);
        sorted(f.before.iter().chain(&f.after).copied())
    };
    shared(&around(a, j), &around(b, k))
}

/// Whether nothing says that word `j` of `a` and word `k` of `b` are of different people or things.
pub(super) fn compatible(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let (x, y) = (frame(a, j), frame(b, k));
    let all = |f: &Frame| sorted(f.before.iter().chain(&f.after).copied());
    let (p, q) = (all(&x), all(&y));
    !others(&x, &y)
        && (!strangers(&x.names_after, &y.names_after) || crossed(&x, &y))
        && (p.is_empty() || q.is_empty() || shared(&p, &q) > 0 || common(a, b) > MUCH)
}

/// How many content words two versions have in common.
pub(super) fn common(a: &Telling, b: &Telling) -> usize {
    sorted(a.words.iter().filter(|w| w.is_content() && b.has(w.id)).map(|w| w.id)).len()
}

/// Whether the clauses of the two words count or measure something alike, and differently, or date it to other days.
fn other_amounts(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let near = |t: &Telling, at: usize| -> Vec<Value> {
        let clause = t.words.get(at).map(|w| w.clause);
        let inside = |m: &&&crate::analysis::facts::Measure| {
            let (first, _) = t.range(m.place.span);
            t.words.get(first).map(|w| w.clause) == clause
        };
        t.measures.iter().filter(inside).map(|m| m.value.clone()).collect()
    };
    let (mine, theirs) = (near(a, j), near(b, k));
    let rival = |x: &Value, y: &Value| match (x, y) {
        (Value::Amount(p), Value::Amount(q)) => match (p.unit, q.unit) {
            (Unit::Count, Unit::Count) => p.of.is_some() && p.of == q.of,
            (Unit::Time(_), Unit::Time(_)) | (Unit::Size(_), Unit::Size(_)) => true,
            (p, q) => p == q,
        },
        _ => false,
    };
    // Of several days one is enough: `called on Tuesday and was to meet him on Thursday`.
    let exact = |v: &&Value| match v {
        Value::When(When::Days { grain, .. }) => !matches!(grain, Grain::Stretch | Grain::Around),
        Value::When(_) => true,
        Value::Amount(_) => false,
    };
    let days = |values: &[Value]| -> Vec<Value> { values.iter().filter(exact).cloned().collect() };
    let (on, there) = (days(&mine), days(&theirs));
    if !on.is_empty() && !there.is_empty() && !on.iter().any(|x| there.iter().any(|y| x.agrees(y))) {
        return true;
    }
    mine.iter().any(|x| {
        let mut rivals = theirs.iter().filter(|y| rival(x, y)).peekable();
        rivals.peek().is_some() && rivals.all(|y| !x.agrees(y))
    })
}

/// Whether two versions date what they tell to different days.
pub(super) fn other_day(a: &Telling, b: &Telling) -> bool {
    let dates = |t: &Telling| -> Vec<Value> {
        t.measures.iter().map(|m| &m.value).filter(|v| matches!(v, Value::When(_))).cloned().collect()
    };
    let (mine, theirs) = (dates(a), dates(b));
    !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|m| theirs.iter().any(|t| m.agrees(t)))
}

/// Whether the clauses of word `j` of `a` and word `k` of `b` tell of other days.
pub(super) fn other_day_near(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let dates = |t: &Telling, at: usize| -> Vec<Value> {
        let clause = t.words.get(at).map(|w| w.clause);
        let here = t.measures.iter().filter(|m| t.words.get(t.range(m.place.span).0).map(|w| w.clause) == clause);
        here.map(|m| m.value.clone()).filter(|v| matches!(v, Value::When(_))).collect()
    };
    let (mine, theirs) = (dates(a, j), dates(b, k));
    !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|m| theirs.iter().any(|t| m.agrees(t)))
}

/// Whether a day that one version tells lies no more than so many from one that the other tells.
pub(super) fn are_days_near(a: &Telling, b: &Telling, limit: i32) -> bool {
    let days = |t: &Telling| -> Vec<jiff::civil::Date> {
        let told = t.measures.iter().filter_map(|m| match m.value {
            Value::When(When::Days { from, grain: Grain::Day, .. }) => Some(from),
            _ => None,
        });
        told.collect()
    };
    let there = days(b);
    days(a).iter().any(|p| there.iter().any(|q| (*p - *q).get_days().abs() <= limit))
}

/// Whether the words after `j` in `a` and after `k` in `b`, in their clauses, share one that is no name.
pub(super) fn same_object(a: &Telling, j: usize, b: &Telling, k: usize, reach: usize) -> bool {
    let object = |t: &Telling, at: usize| {
        sorted(t.on(at).map(|(_, w)| w).take(reach).filter(|w| w.is_content() && !w.named).map(|w| w.id))
    };
    shared(&object(a, j), &object(b, k)) > 0
}

/// Whether whoever stands before `j` in `a` may be whoever stands before `k` in `b`: no two different names.
pub(super) fn same_subject(a: &Telling, j: usize, b: &Telling, k: usize) -> bool {
    let subject = |t: &Telling, at: usize| sorted(t.words.iter().take(at).rev().take(BEFORE).filter(|w| !w.plain).map(Word::key));
    shared(&subject(a, j), &subject(b, k)) > 0
}
