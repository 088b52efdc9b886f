//! The shape of a sentence that reports speech.
//!
//! In: the items of a sentence. Out: its [`Shape`]: subject, verb, and which part is attribution, which content. Shapes:
//! `X said (that) C`, `X told Y (that) C`, `C, X said`, `C, according to X`, `X called for / denied / promised C`,
//! `…, adding that C`.

use super::verbs::reports;
use crate::analysis::lexicon::common;
use crate::analysis::lexicon::saying::{Form, Manner, Saying};
use crate::analysis::speakers::items::{Is, Item};
use crate::analysis::speakers::subjects::{Scene, Subject, Who};
use crate::model::Span;

/// A sentence that reports, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Who says it.
    pub subject: Subject,
    /// The verb in its base form, with its preposition where that changes its sense.
    pub verb: String,
    /// What is said.
    pub content: Span,
    /// Who says so; empty where the verb belongs to the content.
    pub attribution: Span,
    /// The clause behind it in which somebody else speaks, and who.
    pub other: Option<(Span, Subject)>,
}

/// The shape of the sentence of items `from..to`, if it reports speech.
pub fn of(scene: &Scene, from: usize, to: usize, sentence: Span) -> Option<Shape> {
    according(scene, from, to, sentence).or_else(|| verbal(scene, from, to, sentence))
}

pub(super) fn item<'a, 't>(scene: &'a Scene<'_, 't>, n: usize) -> Option<&'a Item<'t>> {
    scene.items.get(n)
}

pub(super) fn key<'a>(scene: &'a Scene, n: usize) -> &'a str {
    item(scene, n).map_or("", |i| &i.key)
}

/// `According to X, C`; `C, according to X`.
fn according(scene: &Scene, from: usize, to: usize, sentence: Span) -> Option<Shape> {
    let at = (from..to).find(|&n| key(scene, n) == "according" && key(scene, n + 1) == "to")?;
    let (subject, next) = scene.after(at + 2, to).or_else(|| scene.anybody_after(at + 2, to))?;
    let start = item(scene, at)?.span.start;
    let comma = |n: usize| item(scene, n).is_some_and(|i| i.is_sign(','));
    let end_item = (next..to).find(|&n| comma(n)).unwrap_or(to);
    let end = item(scene, end_item).filter(|_| end_item < to).map_or(sentence.end, |i| i.span.end);
    let (content, attribution) = if at <= from + 1 {
        (Span::new(end, sentence.end), Span::new(sentence.start, end))
    } else {
        let cut = item(scene, at - 1).filter(|i| i.is_sign(',')).map_or(start, |i| i.span.start);
        (Span::new(sentence.start, cut), Span::new(start, end))
    };
    worded(scene, content).then(|| Shape { subject, verb: "according to".to_owned(), content, attribution, other: None })
}

/// Whether a span holds words outside quotations, or a quotation with words around it: enough to be content.
fn worded(scene: &Scene, span: Span) -> bool {
    let first = scene.items.partition_point(|i| i.span.end <= span.start);
    scene
        .items
        .iter()
        .skip(first)
        .take_while(|i| i.span.start < span.end)
        .filter(|i| matches!(i.is, Is::Word | Is::Name(_) | Is::Number))
        .nth(1)
        .is_some()
}

/// The reporting verb of the sentence: the first finite one of the main clause; a participle only where none is, one
/// of a relative clause last, and not where the sentence attributes a quotation.
fn verbal(scene: &Scene, from: usize, to: usize, sentence: Span) -> Option<Shape> {
    let mut participle = None;
    let mut relative = None;
    let mut quoted = false;
    for n in from..to {
        let Some(saying) = item(scene, n).filter(|i| i.is == Is::Word && !i.capital || n == from).and_then(|i| i.saying) else {
            continue;
        };
        if !reports(scene, from, to, n, saying) {
            continue;
        }
        match saying.form {
            Form::Gerund => participle = participle.or(Some(n).filter(|&n| !of_time(scene, from, n))),
            _ if of_relative(scene, from, n) => relative = relative.or(Some(n)),
            _ => {
                quoted |= quoted_whole(scene, from, to, n);
                if let Some(shape) = shape(scene, from, to, n, saying, sentence) {
                    return Some(shape);
                }
            }
        }
    }
    let second = participle.or(relative.filter(|_| !quoted))?;
    let saying = item(scene, second)?.saying?;
    shape(scene, from, to, second, saying, sentence)
}

/// Whether the participle at `at` belongs to a clause that tells when: `Roe met criticism as she spoke, calling Doe …`.
fn of_time(scene: &Scene, from: usize, at: usize) -> bool {
    (from..at).rev().find(|&n| matches!(key(scene, n), "as" | "while" | "when" | "because")).is_some_and(|n| {
        let subject = item(scene, n + 1).is_some_and(|i| matches!(i.is, Is::Name(_)) || common::is_subject_pronoun(&i.key));
        subject && (from..n).any(|m| item(scene, m).is_some_and(Item::like_verb))
    })
}

/// Whether the verb at `at` is that of `who …`: only adverbs, times and auxiliaries stand between.
fn of_relative(scene: &Scene, from: usize, at: usize) -> bool {
    let between = |n: &usize| {
        let word = key(scene, *n);
        common::is_adverb(word) || common::is_auxiliary(word) || common::is_calendar(word) || matches!(word, "on" | "in" | "last")
    };
    (from..at).rev().take(6).find(|n| !between(n)).is_some_and(|n| key(scene, n) == "who")
}

fn shape(scene: &Scene, from: usize, to: usize, at: usize, saying: Saying, sentence: Span) -> Option<Shape> {
    let verb = named(scene, at, saying);
    if quoted_whole(scene, from, to, at) {
        return None;
    }
    if let Some((subject, attribution, content)) = trailing(scene, from, to, at, sentence) {
        return worded(scene, content).then_some(Shape { subject, verb, content, attribution, other: None });
    }
    let subject = scene.before(from, at)?;
    // Words said go after the verb, and after whom they are said to; other verbs are content themselves.
    let says = matches!(saying.manner, Manner::Words | Manner::Loose)
        && !matches!((saying.base, key(scene, at + 1)), ("call", "for" | "on"));
    let that = (at + 1..to.min(at + 9))
        .find(|&n| key(scene, n) == "that")
        .filter(|&t| t == at + 1 || says && joins(scene, at, t, saying));
    let start_item = match that {
        Some(that) => that + 1,
        None if says && addresses(saying.base) => {
            scene.after(at + 1, to).filter(|(s, next)| *next < to && s.span.start > 0).map_or(at + 1, |(_, next)| next)
        }
        None => at + 1,
    };
    let start_item =
        (start_item..to).find(|&n| !item(scene, n).is_some_and(|i| matches!(i.is, Is::Sign(',' | ':')))).unwrap_or(start_item);
    let verb_start = item(scene, at)?.span.start;
    let content_start = item(scene, start_item).filter(|_| start_item < to).map(|i| i.span.start);
    let (content, attribution) = match content_start.filter(|_| says || that.is_some()) {
        Some(start) => (Span::new(start, sentence.end), Span::new(sentence.start, start)),
        None if says => return None,
        None => (Span::new(verb_start, sentence.end), Span::new(verb_start, verb_start)),
    };
    worded(scene, content).then_some(Shape { subject, verb, content, attribution, other: other(scene, at, to, sentence) })
}

/// The clause behind the verb at `at` in which somebody else speaks: `…, but both the ministry and the coast guard said …`.
fn other(scene: &Scene, at: usize, to: usize, sentence: Span) -> Option<(Span, Subject)> {
    let joint = |n: &usize| {
        let sign = item(scene, *n).is_some_and(|i| i.is_sign(',') || i.is_sign(';'));
        sign && matches!(key(scene, n + 1), "but" | "while" | "whereas" | "and")
    };
    let joint = (at + 1..to).find(joint)?;
    let first = joint + 2 + usize::from(key(scene, joint + 2) == "both");
    let verb = (first + 1..to.min(first + 12)).find(|&n| item(scene, n).is_some_and(Item::like_verb))?;
    let saying = item(scene, verb)?.saying.filter(|s| s.manner == Manner::Words && s.form != Form::Gerund)?;
    let plain = (first..verb).all(|n| item(scene, n).is_some_and(|i| !matches!(i.is, Is::Sign(_) | Is::Quote(_))));
    let subject =
        Some(()).filter(|()| plain && reports(scene, first, to, verb, saying)).and_then(|()| scene.before(first, verb))?;
    let own = matches!(subject.who, Who::Entity(_) | Who::Phrase);
    own.then(|| Some((Span::new(item(scene, joint + 1)?.span.start, sentence.end), subject))).flatten()
}

/// Whether `that` at item `that` belongs to the verb: it follows at once, or after whom, when and where.
fn joins(scene: &Scene, verb: usize, that: usize, saying: Saying) -> bool {
    let next = key(scene, verb + 1);
    let aside = matches!(next, "in" | "on" | "at" | "during" | "after" | "before" | "to" | "with")
        || common::is_calendar(next)
        || common::is_adverb(next)
        || matches!(next, "," | "reporters" | "journalists");
    let plain = (verb + 1..that).all(|n| item(scene, n).is_some_and(|i| !i.like_verb()));
    that == verb + 1 || plain && (aside || addresses(saying.base))
}

/// Whether the verb only attributes a quotation: `"…," Roe said in Dell`, `Roe said on Friday: "…"`, `Roe said "…"`.
fn quoted_whole(scene: &Scene, from: usize, to: usize, verb: usize) -> bool {
    let quote = |n: usize| item(scene, n).is_some_and(|i| matches!(i.is, Is::Quote(_)));
    let ended = (from..verb).rev().find(|&n| quote(n)).is_some_and(|q| {
        let comma = item(scene, q).is_some_and(|i| matches!(i.ends, Some(',' | '?' | '!' | '—' | '–' | '…' | '.')))
            || item(scene, q + 1).is_some_and(|i| i.is_sign(','));
        comma && verb - q <= 12 && !(q + 1..verb).any(|n| item(scene, n).is_some_and(|i| i.like_verb() && n + 2 < verb))
    });
    let colon = (verb + 1..to).find(|&n| quote(n)).is_some_and(|q| {
        item(scene, q - 1).is_some_and(|i| i.is_sign(':') || i.is_sign(','))
            && (verb + 1..q).all(|n| item(scene, n).is_some_and(|i| !i.like_verb() && i.key != "that"))
    });
    ended || colon || quote(verb + 1) && verb + 3 >= to
}

/// Verbs that name whom they speak to before what they say.
fn addresses(base: &str) -> bool {
    matches!(
        base,
        "tell" | "inform" | "remind" | "assure" | "reassure" | "warn" | "advise" | "notify" | "instruct" | "ask" | "promise"
    )
}

/// The base form with a preposition that changes its sense: call for, call on, point out.
fn named(scene: &Scene, at: usize, saying: Saying) -> String {
    match (saying.base, key(scene, at + 1)) {
        (
            base @ ("call" | "speak" | "lash" | "rule" | "point" | "weigh" | "appeal" | "refer" | "object" | "agree"
            | "apologize" | "refuse" | "decline"),
            next @ ("for" | "on" | "out" | "in" | "to" | "against" | "with"),
        ) => {
            format!("{base} {next}")
        }
        (base, _) => base.to_owned(),
    }
}

/// Whether the attribution at verb `at` is put in after what was said: `the pipe broke, Roe told the council, and …`; not
/// `although it rained, Roe said, he would come`.
fn inserted(scene: &Scene, from: usize, to: usize, at: usize, told: impl Fn(usize) -> bool) -> bool {
    let opens = matches!(
        key(scene, from),
        "although"
            | "though"
            | "while"
            | "if"
            | "when"
            | "after"
            | "before"
            | "because"
            | "since"
            | "as"
            | "unless"
            | "once"
            | "but"
            | "and"
            | "despite"
            | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "with"
            | "to"
    );
    let comma = (at + 1..to.min(at + 9)).find(|&n| item(scene, n).is_some_and(|i| i.is_sign(',')));
    let main = (from..at).any(|n| item(scene, n).is_some_and(|i| i.like_verb()));
    !opens && main && comma.is_some_and(|comma| !(at + 1..comma).any(told))
}

/// `C, X said.` `C, said X.` `C, X told reporters on Friday.`
fn trailing(scene: &Scene, from: usize, to: usize, at: usize, sentence: Span) -> Option<(Subject, Span, Span)> {
    if !item(scene, at)?
        .saying
        .is_some_and(|s| matches!(s.form, Form::Past | Form::Third) && matches!(s.manner, Manner::Words | Manner::Loose))
    {
        return None;
    }
    // Behind the verb only whom, when and where, to the end or to a comma after which more is told.
    let told = |n: usize| {
        item(scene, n)
            .is_some_and(|i| key(scene, n) == "that" || i.like_verb() || matches!(i.is, Is::Quote(_) | Is::Sign(':' | ';')))
            || common::is_subject_pronoun(key(scene, n))
    };
    if ((at + 1..to).any(told) || to - at > 14) && !inserted(scene, from, to, at, told) {
        return None;
    }
    let subject = match at.checked_sub(1).and_then(|before| item(scene, before)).map(|i| i.is) {
        // `the chief, Ines Roe, told the council`: whom somebody tells is nobody who tells it.
        Some(Is::Sign(',') | Is::Quote(_)) if item(scene, at)?.saying.is_some_and(|s| s.base != "tell") => {
            scene.after(at + 1, to).map(|(s, _)| s).filter(|_| at > from + 3)
        }
        _ => None,
    };
    let subject = subject.or_else(|| scene.before(from, at))?;
    let begin = item(scene, at)?.span.start.min(subject.span.start);
    // The comma before the attribution, with words enough before it.
    let cut = (from..at).rev().find(|&n| item(scene, n).is_some_and(|i| i.is_sign(',') && i.span.end <= begin))?;
    let between = (cut + 1..at).take_while(|&n| item(scene, n).is_some_and(|i| i.span.end <= begin)).all(|n| {
        item(scene, n).is_some_and(|i| i.is == Is::Word && (common::is_determiner(&i.key) || i.key == "as"))
            || item(scene, n).is_some_and(|i| matches!(i.is, Is::Possessive | Is::Name(_)))
            || item(scene, n).is_some_and(|i| i.is == Is::Word && !common::is_preposition(&i.key) && !i.like_verb())
    });
    if !between || cut < from + 3 {
        return None;
    }
    let start = item(scene, cut)?.span.start;
    Some((subject, Span::new(start + 1, sentence.end), Span::new(sentence.start, start)))
}
