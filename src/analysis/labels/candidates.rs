//! What a version of a claim could be called: for an utterance its sentences and clauses with the speaker, else the clauses that
//! can stand by themselves, each with how well it does.

use super::clauses::{self, Part};
use super::words::{leads, relates};
use super::{whole, worth};
use crate::analysis::Evidence;
use crate::analysis::datelines;
use crate::analysis::differences::is_finite;
use crate::analysis::reports::Report;
use crate::analysis::statements::sentences_of;
use crate::model::places::overlapping;
use crate::model::{Form, PassageKind, Span, Story, Version};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Words that a label should have at the most; a longer one is cut.
const LONGEST: usize = 22;
/// More words than this are worse, one by one.
const LONG: usize = 14;
/// Fewer seldom say the claim whole.
const SHORTEST: usize = 5;
/// Words that lean on the sentence before: a label that opens with one is no good.
const LEANING: &[&str] =
    &["but", "and", "so", "he", "she", "it", "they", "this", "that", "these", "those", "then", "also", "however", "yet", "still"];

/// Words that stand for somebody or something named elsewhere.
const PRONOUNS: &[&str] =
    &["he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "this", "that", "those", "these", "topic", "one"];

/// Bytes of the longest of them.
const LONGEST_PRONOUN: usize = 5;

/// A label that a version could give.
#[derive(Clone)]
pub(super) struct Candidate {
    pub label: String,
    /// The parts of the passage's text that it prints.
    pub parts: Vec<Span>,
    /// How clear it is by itself.
    pub worth: f64,
    /// What it says, whoever says it.
    pub said: Said,
    /// How that begins.
    pub opening: Said,
}

/// Words, but for their marks and capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Said(u64);

/// So many letters open a label alike.
const OPENING: usize = 32;

impl Candidate {
    /// A label that says what is `told`.
    fn new(label: String, told: &str, parts: Vec<Span>, worth: f64) -> Self {
        let mut hasher = FxHasher::default();
        let (mut letters, mut opening) = (0, None);
        let mut take = |letter: char| {
            if letters == OPENING {
                opening = Some(hasher.finish());
            }
            hasher.write_u32(u32::from(letter));
            letters += 1;
        };
        for c in told.chars().filter(|c| c.is_alphanumeric()) {
            // Most are ASCII, and one letter each.
            if c.is_ascii() { take(c.to_ascii_lowercase()) } else { c.to_lowercase().for_each(&mut take) }
        }
        let said = hasher.finish();
        Candidate { label, parts, worth, said: Said(said), opening: Said(opening.unwrap_or(said)) }
    }
}

/// The labels that a version could give, in a claim that is quoted somewhere or not.
pub(super) fn of(story: &Story, evidence: &Evidence, version: &Version, quoted: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    let place = &version.place;
    let Some(passage) = story.passage(place) else { return found };
    let text = passage.text.as_str();
    let quotation = overlapping(&evidence.quotations, place)
        .filter(|q| !q.scare)
        .max_by_key(|q| (q.place.span.end.min(place.span.end)).saturating_sub(q.place.span.start.max(place.span.start)));
    if let (Form::Direct, Some(quotation)) = (version.form, quotation) {
        let span = Span::new(quotation.place.span.start.max(place.span.start), quotation.place.span.end.min(place.span.end));
        for part in quotes(text, span) {
            found.extend(quote(text, part, version, quoted));
            let clauses =
                clauses::of(text, part).into_iter().filter(|clause| clause.tail.is_none() && clause.head.len() < part.len());
            found.extend(clauses.filter_map(|clause| quote(text, clause.head, version, quoted)));
        }
    }
    for sentence in sentences_of(place.span.of(text)) {
        let sentence = Span::new(sentence.start + place.span.start, sentence.end + place.span.start);
        let sentence = without_lead(text, sentence);
        let report = overlapping(&evidence.reports, place).find(|r| r.content.span.overlaps(sentence));
        if let Some(report) = report {
            found.extend(reported(text, sentence, report));
        }
        for part in clauses::of(text, sentence) {
            found.extend(clause(text, part, passage.kind));
        }
    }
    found
}

/// The sentences of a quotation, and all of it.
fn quotes(text: &str, span: Span) -> Vec<Span> {
    let shift = |s: Span| Span::new(s.start + span.start, s.end + span.start);
    let mut parts: Vec<Span> = sentences_of(span.of(text)).into_iter().map(shift).collect();
    if parts.len() > 1 {
        parts.insert(0, span);
    }
    parts
}

fn quote(text: &str, span: Span, version: &Version, quoted: bool) -> Option<Candidate> {
    let words = span.of(text).split_whitespace().count();
    if words == 0 {
        return None;
    }
    let (printed, cut) = shorten(span.of(text));
    let printed = printed.trim_end_matches([',', '.', ';', ':', ' ']);
    let label = match &version.speaker {
        Some(speaker) => capitalised(format!("{speaker}: “{printed}”")),
        None => format!("“{printed}”"),
    };
    let mut worth = clearness(span.of(text), cut) + if quoted { worth::QUOTED } else { 0.0 };
    worth += if version.speaker.is_some() { worth::SPEAKER } else { 0.0 };
    // Few words in a sentence of somebody else's say little: “to the convention”.
    let begins_low = printed.chars().next().is_some_and(char::is_lowercase);
    if begins_low && words < 8 {
        worth -= worth::FRAGMENT;
    }
    Some(Candidate::new(label, printed, vec![span], worth))
}

/// A report that leans on a pronoun, or has its source at the end, is named after its speaker.
fn reported(text: &str, sentence: Span, report: &Report) -> Option<Candidate> {
    let speaker = report.speaker.as_deref()?;
    let attribution = report.attribution.span;
    let content = report.content.span;
    let behind = attribution.start > content.start;
    let pronoun = attribution.of(text).split_whitespace().any(is_pronoun);
    if attribution.is_empty() || content.len() < 20 || !(behind || pronoun) || !sentence.contains(content) {
        return None;
    }
    let (printed, cut) = shorten(content.of(text).trim_end_matches([',', '.', ';', ':']));
    let printed = printed.strip_prefix("that ").unwrap_or(&printed);
    // `vowed to stay`, `told him to stay`, `announced measures`: what was said is no sentence.
    if !whole::is_sentence(text, content) {
        return None;
    }
    let label = format!("{speaker}: {}", printed.trim_end_matches(['.', ',']));
    let (label, half) = mended(capitalised(label));
    let worth = clearness(content.of(text), cut) + worth::SPEAKER - half;
    Some(Candidate::new(label, printed, vec![content], worth))
}

fn clause(text: &str, part: Part, kind: PassageKind) -> Option<Candidate> {
    let shortened = if part.tail.is_some() { shorten } else { shorten_whole };
    let (head, head_cut) = shortened(part.head.of(text));
    let (printed, cut) = match part.tail {
        Some(tail) => {
            let (tail, cut) = shorten(tail.of(text));
            (format!("{head} … {tail}"), cut || head_cut)
        }
        None => (head, head_cut),
    };
    // `were banned in 2015 and`: whatever was joined is told in another part.
    let label = printed.strip_suffix(" and").or_else(|| printed.strip_suffix(" but")).unwrap_or(&printed);
    let label = label.trim_end_matches(['.', ',', ';', ':']).to_owned();
    if label.is_empty() {
        return None;
    }
    let headline = matches!(kind, PassageKind::Headline | PassageKind::Heading);
    let mut worth = clearness(&printed, cut);
    worth -= if part.tail.is_some() { worth::ELIDED } else { 0.0 };
    worth -= if headline { worth::ELIDED } else { 0.0 };
    worth -= if part.broken && !headline { worth::FRAGMENT } else { 0.0 };
    // A predicate whose subject was cut off: `brushed aside the charge`; a clause that hangs on what was cut off.
    let first = printed.split(' ').next().unwrap_or("");
    let low = first.starts_with(char::is_lowercase);
    worth -=
        if low && (is_finite(first) || first == "whether" || relates(first) || leads(first)) { worth::FRAGMENT } else { 0.0 };
    let (label, half) = mended(label);
    worth -= half;
    let parts = [Some(part.head), part.tail].into_iter().flatten().collect();
    Some(Candidate::new(capitalised(label), &printed, parts, worth))
}

/// A label with the quotation mark that a cut took from it; and what that costs. A bracket cut in two costs all.
fn mended(label: String) -> (String, f64) {
    let (mut depth, mut lowest) = (0i32, 0i32);
    for c in label.chars() {
        depth += i32::from(c == '“') - i32::from(c == '”');
        lowest = lowest.min(depth);
    }
    let brackets = label.matches('(').count() == label.matches(')').count();
    let straight = label.matches('"').count() % 2 == 1;
    let cost = if !brackets || depth - lowest > 1 || lowest < -1 { worth::TAKEN } else { 0.0 };
    if lowest < 0 {
        return (format!("“{label}{}", if depth > lowest { "”" } else { "" }), cost + worth::HALF);
    }
    if depth > 0 {
        return (format!("{label}”"), cost + worth::HALF);
    }
    if straight {
        // Which side it lost shows in what the mark that is left stands beside.
        let opening =
            label.find('"').is_some_and(|at| at == 0 || label.get(..at).is_some_and(|before| before.ends_with([' ', '('])));
        return (if opening { format!("{label}\"") } else { format!("\"{label}") }, cost + worth::HALF);
    }
    (label, cost)
}

/// How well words stand by themselves: few, whole, leaning on nothing before them.
fn clearness(printed: &str, cut: bool) -> f64 {
    let words = || printed.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|w| !w.is_empty());
    let (mut count, mut pronouns) = (0_usize, 0_usize);
    for word in words() {
        count += 1;
        pronouns += usize::from(is_pronoun(word));
    }
    let mut clear = -worth::WORD * count.saturating_sub(LONG) as f64 - worth::SHORT * SHORTEST.saturating_sub(count) as f64;
    if words().next().is_some_and(|first| LEANING.iter().any(|word| word.eq_ignore_ascii_case(first))) {
        clear -= worth::LEANING;
    }
    clear -= worth::PRONOUN * pronouns as f64;
    clear -= if cut { worth::CUT } else { 0.0 };
    clear -= if printed.ends_with('?') { worth::QUESTION } else { 0.0 };
    clear
}

fn is_pronoun(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.len() <= LONGEST_PRONOUN && PRONOUNS.iter().any(|p| p.eq_ignore_ascii_case(word))
}

/// A sentence without a dateline (`PARIS (AP) —`) or a word that tells of the page (`Updated:`).
fn without_lead(text: &str, sentence: Span) -> Span {
    let inside = sentence.of(text);
    let past = datelines::past(inside);
    if past > 0 {
        return Span::new(sentence.start + past, sentence.end);
    }
    let label = inside
        .find(": ")
        .filter(|&at| inside.get(..at).is_some_and(|w| matches!(w, "Updated" | "Update" | "Correction" | "Watch")));
    label.map_or(sentence, |at| Span::new(sentence.start + at + 2, sentence.end))
}

fn capitalised(label: String) -> String {
    let mut letters = label.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => label,
    }
}

/// The text, cut after a clause, else after a word, where it is longer than [`LONGEST`] words; and whether it was.
fn shorten(text: &str) -> (String, bool) {
    cut_short(text, |_, _| true)
}

/// The same of a sentence: cut after a clause only where something is told up to there.
fn shorten_whole(text: &str) -> (String, bool) {
    cut_short(text, |kept, next| !is_finite(&next.to_lowercase()) && !whole::says_nothing(kept))
}

fn cut_short(text: &str, tells: impl Fn(&str, &str) -> bool) -> (String, bool) {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= LONGEST {
        return (words.join(" "), false);
    }
    let head = words.get(..LONGEST).unwrap_or(&[]);
    let next = |n: usize| words.get(n + 1).copied().unwrap_or("");
    let whole = |n: &usize| head.get(..=*n).is_some_and(|words| tells(&words.join(" "), next(*n)));
    let mut clauses = (LONGEST / 2..LONGEST).rev().filter(|n| head.get(*n).is_some_and(|w| w.ends_with([',', ';', ':'])));
    let kept = match clauses.find(whole) {
        Some(n) => head.get(..=n).unwrap_or(head).join(" "),
        None => whole::without_light_end(head).join(" "),
    };
    (format!("{} …", kept.trim_end_matches([',', ';', ':', '.'])), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_at_a_clause_and_short_ones_kept() {
        assert_eq!(shorten("The mayor  resigned on Friday."), ("The mayor resigned on Friday.".to_owned(), false));
        let long = "The mayor of the northern town who had been in office for nine years, resigned on Friday after a long quarrel with the council over money";
        assert_eq!(shorten(long).0, "The mayor of the northern town who had been in office for nine years …");
        // A clause that only leads into another tells nothing.
        let led = "Several pieces of the old boat, including large parts of its thin wooden hull, were found in the mud of the \
                   northern harbour by a diver on Friday";
        let whole = "Several pieces of the old boat, including large parts of its thin wooden hull, were found in the mud of the northern …";
        assert_eq!(shorten_whole(led).0, whole);
        let kept = "The diver found several pieces of the old boat there on Friday, and the keeper of the northern harbour wrote to the council of it";
        assert_eq!(shorten_whole(kept).0, "The diver found several pieces of the old boat there on Friday …");
    }

    #[test]
    fn quotations_that_a_cut_left_open_are_closed() {
        for (cut, wanted) in [
            ("Adler said it was “wrong", "Adler said it was “wrong”"),
            ("It is wrong,” Adler said", "“It is wrong,” Adler said"),
            ("The plan is \"not about fish", "The plan is \"not about fish\""),
            ("We have to go\" showed that it was over", "\"We have to go\" showed that it was over"),
            ("Adler said it was “wrong”", "Adler said it was “wrong”"),
        ] {
            assert_eq!(mended(cut.to_owned()).0, wanted);
        }
    }

    #[test]
    fn a_clause_that_leads_elsewhere_makes_no_good_label() {
        let worth = |text: &str| {
            let part = Part { head: Span::new(0, text.len()), tail: None, broken: false };
            clause(text, part, PassageKind::Paragraph).map_or(0.0, |candidate| candidate.worth)
        };
        for (led, whole) in [
            ("before all of the passengers had left the ship", "soon all of the passengers had left the ship"),
            ("where the passengers were taken to another ship", "some passengers were taken to another ship too"),
            ("whether their sister had reached the ship in time", "perhaps their sister had reached the ship in time"),
        ] {
            assert!(worth(led) < worth(whole), "{led}");
        }
        assert!((worth("Before the passengers left, the ship sank") - worth("Long before they left, the ship sank")).abs() < 0.1);
    }

    #[test]
    fn datelines_are_no_part_of_a_label() {
        for (text, wanted) in [
            ("NEW YORK (AP) — The mayor resigned.", "The mayor resigned."),
            ("March 24 (UPI) -- The mayor resigned.", "The mayor resigned."),
            ("Updated: The mayor resigned.", "The mayor resigned."),
            ("The mayor - a tall man - resigned.", "The mayor - a tall man - resigned."),
        ] {
            assert_eq!(without_lead(text, Span::new(0, text.len())).of(text), wanted);
        }
    }
}
