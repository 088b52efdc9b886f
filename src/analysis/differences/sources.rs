//! Who tells a version: the speaker of its quotation or report, or several who say one thing.

use super::cues;
use super::telling::{Telling, Word};
use crate::analysis::Evidence;
use crate::analysis::names::Mention;
use crate::analysis::reports::Report;
use crate::analysis::similarity::words::words;
use crate::model::places::overlapping;
use crate::model::{FactKind, Form, Place, Span, Story, Version};

/// Whose words or report a version is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Source<'s> {
    pub speaker: &'s str,
    /// In the speaker's own words.
    pub direct: bool,
    /// The attribution names him: no pronoun whose meaning is guessed.
    pub named: bool,
    /// What was said, without the attribution.
    pub content: Span,
}

/// Verbs that give an assertion to somebody. Others tell what he did by speaking: he called for it, praised, refused; he
/// admitted what he himself had done.
#[rustfmt::skip]
const ASSERTING: &[&str] = &[
    "say", "tell", "according to", "claim", "insist", "argue", "write", "note", "add", "announce", "state", "deny",
    "accuse", "confirm", "contend", "suggest", "explain", "warn", "predict", "acknowledge", "testify", "assert",
    "maintain", "reveal", "declare", "estimate", "allege", "conclude", "find", "believe", "complain", "caution", "stress",
    "repeat", "reiterate", "remark", "observe", "recall", "indicate", "hint", "lament",
];

/// The source of a version: a report whose content it mostly is, or the speaker of its quotation.
pub(super) fn source<'s>(story: &'s Story, evidence: &'s Evidence, version: &'s Version) -> Option<Source<'s>> {
    if version.form == Form::Direct {
        let (content, speaker) = (version.place.span, version.speaker.as_deref()?);
        let speaker = described(story, evidence, &version.place, speaker).unwrap_or(speaker);
        return Some(Source { speaker, direct: true, named: beside(story, evidence, &version.place, speaker), content });
    }
    // `which required consent` hangs on what was said before it.
    let first = story.text(&version.place).split(' ').next().unwrap_or("");
    if matches!(first, "which" | "who" | "whose" | "where") {
        return None;
    }
    let inside = |content: Span| {
        let (start, end) = (content.start.max(version.place.span.start), content.end.min(version.place.span.end));
        Span::new(start, end)
    };
    overlapping(&evidence.reports, &version.place)
        .filter(|r| ASSERTING.contains(&r.verb.as_str()) && r.content.same_passage(&version.place))
        .filter(|r| (r.verb != "accuse" || accuses(story, r)) && !withholds(story, r))
        .filter_map(|r| {
            Some((
                apposed(story, evidence, r).or_else(|| named_as(story, evidence, r)).or(r.speaker.as_deref())?,
                inside(r.content.span),
                r,
            ))
        })
        // Most of the version, apart from the attribution, is what was said.
        .filter(|(_, content, r)| content.len() * 2 + inside(r.attribution.span).len() >= story.text(&version.place).len())
        .max_by_key(|(_, content, _)| content.len())
        .map(|(speaker, content, r)| Source { speaker, direct: false, named: names(story, evidence, r, speaker), content })
}

/// Whether those who tell a version will not be named: `a person familiar with the talks said`, `sources said`.
pub(super) fn is_nameless(t: &Telling) -> bool {
    t.words.iter().enumerate().any(|(k, w)| match (w.form.as_str(), t.form_at(k + 1)) {
        ("source" | "sources" | "insiders" | "anonymity" | "unnamed", _) => true,
        ("familiar", "with") | ("briefed", "on" | "about") | ("knowledge", "of") | ("close", "to") => {
            t.back(k).take(4).any(|(_, w)| matches!(w.form.as_str(), "person" | "people" | "official" | "officials" | "someone"))
        }
        _ => false,
    })
}

/// Whether the speaker of a quotation is named or described in its passage, outside of it; else he is guessed.
fn beside(story: &Story, evidence: &Evidence, place: &Place, speaker: &str) -> bool {
    let Some(passage) = story.passage(place) else { return false };
    let last = speaker.rsplit(' ').next().unwrap_or("").to_lowercase();
    let whole = Place { span: passage.whole(), ..*place };
    let is = |m: &Mention| evidence.names.entities.get(m.entity).is_some_and(|e| e.name == speaker);
    passage.speaker.is_some()
        || overlapping(&evidence.names.mentions, &whole).any(is)
        || words(&passage.text).iter().any(|w| w.form.trim_end_matches("'s") == last)
}

/// Who is named right beside a description: `Adler's lawyer, Bruno Brand, said`.
fn apposed<'s>(story: &Story, evidence: &'s Evidence, report: &Report) -> Option<&'s str> {
    let text = &story.passage(&report.attribution)?.text;
    let between_commas = |m: &&Mention| {
        let before = text.get(report.attribution.span.start..m.place.span.start);
        let after = text.get(m.place.span.end..);
        before.is_some_and(|t| t.trim_end().ends_with(',')) && after.is_some_and(|t| t.starts_with(','))
    };
    let mention = overlapping(&evidence.names.mentions, &report.attribution).filter(between_commas).last()?;
    evidence.names.entities.get(mention.entity).filter(|e| e.kind == FactKind::Person).map(|e| e.name.as_str())
}

/// Who is named right after the description by which a report gives its speaker: `said the mayor of Brill, Anna Adler`.
fn named_as<'s>(story: &Story, evidence: &'s Evidence, report: &Report) -> Option<&'s str> {
    described(story, evidence, &report.content, report.speaker.as_deref()?)
}

/// Who is named right after a description of the speaker in the passage, outside of what was said: `the mayor of Brill, Anna
/// Adler`.
fn described<'s>(story: &Story, evidence: &'s Evidence, said: &Place, speaker: &str) -> Option<&'s str> {
    let passage = story.passage(said)?;
    let whole = Place { span: passage.whole(), ..*said };
    let known = evidence.names.entities.iter().any(|e| e.name == speaker);
    let quoted = |m: &Mention| overlapping(&evidence.quotations, &whole).any(|q| q.place.contains(&m.place));
    let after = |m: &&Mention| {
        let before = passage.text.get(..m.place.span.start).map(|t| t.trim_end().trim_end_matches(',')).unwrap_or("");
        before.ends_with(speaker) && !quoted(m)
    };
    let mention = overlapping(&evidence.names.mentions, &whole).find(after).filter(|_| !known)?;
    evidence.names.entities.get(mention.entity).filter(|e| e.kind == FactKind::Person).map(|e| e.name.as_str())
}

/// Whether an attribution, or where there is none what stands before what was said, names or describes the speaker, and
/// does not leave it to a pronoun.
fn names(story: &Story, evidence: &Evidence, report: &Report, speaker: &str) -> bool {
    let mut place = report.attribution;
    if place.span.is_empty() {
        let (from, to) = (report.sentence.span.start, report.content.span.start);
        place = Place { span: Span::new(from, to.max(from)), ..report.sentence };
    }
    let last = speaker.rsplit(' ').next().unwrap_or("").to_lowercase();
    let is = |m: &Mention| evidence.names.entities.get(m.entity).is_some_and(|e| e.name == speaker);
    overlapping(&evidence.names.mentions, &place).any(is) || words(story.text(&place)).iter().any(|w| w.form == last)
}

/// Several who say one thing: `both Adler and the spokesman Bruno Brand said`, before a verb of saying in the version.
pub(super) fn together<'s>(words: &[Word], evidence: &'s Evidence, place: Span) -> Vec<Source<'s>> {
    let light = |w: &Word| w.named || w.who.is_some() || matches!(w.form.as_str(), "and" | "both" | "the" | "his" | "her");
    for (k, verb) in words.iter().enumerate().filter(|(_, w)| w.cues.any(cues::SAY)) {
        let before: Vec<&Word> =
            words.iter().take(k).rev().take(10).take_while(|w| light(w) || w.form.ends_with("man")).collect();
        let joined = before.iter().any(|w| w.form == "and");
        let mut speakers: Vec<usize> = before.iter().filter(|w| !w.placed).filter_map(|w| w.who).collect();
        speakers.sort_unstable();
        speakers.dedup();
        let content = Span::new(verb.span.end, place.end.max(verb.span.end));
        // Most of the version, apart from those who say it, is what was said.
        let names = before.last().map_or(0, |first| verb.span.end.saturating_sub(first.span.start));
        if joined && speakers.len() > 1 && content.len() * 2 + names >= place.len() {
            let people = speakers.iter().filter_map(|n| evidence.names.entities.get(*n)).filter(|e| e.kind == FactKind::Person);
            return people.map(|e| Source { speaker: &e.name, direct: false, named: true, content }).collect();
        }
    }
    Vec::new()
}

/// Whether the words before what was said tell that it was not: `did not say how`, `declined to say`.
fn withholds(story: &Story, report: &Report) -> bool {
    let before = Span::new(report.sentence.span.start, report.content.span.start.max(report.sentence.span.start));
    let lead = words(story.text(&Place { span: before, ..report.sentence }));
    let withheld = |form: &str| matches!(form, "not" | "declined" | "refused" | "never" | "nor") || form.ends_with("n't");
    let Some(said) = lead.iter().rposition(|w| w.form.starts_with("sa") || w.form.starts_with("t")) else { return false };
    lead.iter().take(said).rev().take(3).any(|w| withheld(&w.form))
}

/// Whether who stands before `accused` is who accuses: not `a worker accused of theft`, `he was accused of theft`.
fn accuses(story: &Story, report: &Report) -> bool {
    let text = story.text(&report.sentence).to_lowercase();
    let passive = |after: &str| after.trim_start().starts_with("of ") || after.trim_start().starts_with("in ");
    !text.split_once("accused").is_some_and(|(_, after)| passive(after))
}
