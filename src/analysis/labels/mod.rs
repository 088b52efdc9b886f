//! What a person would call a claim: short, complete, from the clearest version, with the speaker.
//!
//! In: claims. Out: their labels: for an utterance the speaker and the words (`Jane Doe: “We will win”`), else the clause
//! that says the claim. Of all versions, and of the clauses that can stand by themselves, the label is the one that has
//! most of what the other articles say too, in few words, leaning on nothing before it; claims that share a version are
//! called by different words where there are any.

mod clauses;
mod taken;

use crate::analysis::Evidence;
use crate::analysis::differences::is_finite;
use crate::analysis::reports::Report;
use crate::analysis::statements::{overlapping, sentences_of};
use crate::model::{Claim, ClaimKind, Comparison, Form, PassageKind, Place, Span, Story, Version};
use clauses::Part;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::Hasher;
use taken::Taken;

/// Words that a label should have at the most; a longer one is cut.
const LONGEST: usize = 22;
/// More words than this are worse, one by one.
const LONG: usize = 14;
/// Fewer seldom say the claim whole.
const SHORTEST: usize = 5;
/// Of a claim that very many articles tell, so many versions are looked at.
const LOOKED_AT: usize = 12;

/// What things cost and earn, by judgement, on the labels of five stories: `COVERED` for all that the others say too.
mod worth {
    pub const COVERED: f64 = 1.0;
    pub const ALIKE: f64 = 0.3;
    pub const QUOTED: f64 = 0.15;
    pub const SPEAKER: f64 = 0.1;
    pub const WORD: f64 = 0.02;
    pub const SHORT: f64 = 0.1;
    pub const CUT: f64 = 0.4;
    pub const ELIDED: f64 = 0.08;
    pub const LEANING: f64 = 0.3;
    pub const PRONOUN: f64 = 0.06;
    pub const QUESTION: f64 = 0.2;
    pub const FRAGMENT: f64 = 0.35;
    pub const HALF: f64 = 0.2;
    pub const TAKEN: f64 = 1.0;
    pub const SHARED: f64 = 0.3;
}

/// Words that lean on the sentence before: a label that opens with one is no good.
const LEANING: &[&str] =
    &["but", "and", "so", "he", "she", "it", "they", "this", "that", "these", "those", "then", "also", "however", "yet", "still"];

/// Words that stand for somebody or something named elsewhere.
const PRONOUNS: &[&str] =
    &["he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "this", "that", "those", "these", "topic", "one"];

/// Bytes of the longest of them.
const LONGEST_PRONOUN: usize = 5;

/// Gives each claim its label.
pub fn write(story: &Story, evidence: &Evidence, comparison: &mut Comparison) {
    let links: Vec<(usize, (usize, usize), f64)> = comparison.links.iter().map(|l| (l.claim, l.versions, l.score)).collect();
    let told = Told::of(story, evidence, &comparison.claims);
    let mut taken = Taken::default();
    let mut labels: Vec<String> = Vec::with_capacity(comparison.claims.len());
    for (c, claim) in comparison.claims.iter().enumerate() {
        let first = links.partition_point(|l| l.0 < c);
        let own = links.get(first..).unwrap_or(&[]);
        let own = own.get(..own.partition_point(|l| l.0 == c)).unwrap_or(&[]);
        labels.push(label(story, evidence, claim, own, &told, &mut taken));
    }
    for (claim, label) in comparison.claims.iter_mut().zip(labels) {
        claim.label = label;
    }
}

/// What is read of the versions once, by place: one place may be a version of several claims.
struct Told<'c> {
    of: Vec<Read<'c>>,
}

/// A version, in a claim that is quoted somewhere or not.
struct Read<'c> {
    version: &'c Version,
    quoted: bool,
    /// Its words, each with its place and what it has in common with its other forms.
    words: Vec<(Span, u64)>,
    /// The labels that it could give.
    candidates: Vec<Candidate>,
}

impl<'c> Told<'c> {
    fn of(story: &Story, evidence: &Evidence, claims: &'c [Claim]) -> Self {
        let looked_at = |claim: &'c Claim| claim.versions.iter().take(LOOKED_AT).map(|v| (v, is_quoted(claim)));
        let mut versions: Vec<(&Version, bool)> = claims.iter().flat_map(looked_at).collect();
        versions.sort_by_key(|(version, quoted)| (version.place, *quoted));
        versions.dedup_by_key(|(version, quoted)| (version.place, *quoted));
        let read = |(version, quoted): (&'c Version, bool)| Read {
            version,
            quoted,
            words: keys(story.text(&version.place), version.place.span.start),
            candidates: candidates(story, evidence, version, quoted),
        };
        Told { of: versions.into_par_iter().map(read).collect() }
    }

    fn read(&self, version: &Version, quoted: bool) -> Option<&Read<'c>> {
        let key = (version.place, quoted);
        self.of.binary_search_by_key(&key, |read| (read.version.place, read.quoted)).ok().and_then(|n| self.of.get(n))
    }
}

fn is_quoted(claim: &Claim) -> bool {
    claim.kind == ClaimKind::Quotation
}

/// The longer words of a text, each by its first letters.
fn keys(text: &str, shift: usize) -> Vec<(Span, u64)> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let start = at;
        // One byte at least stands between words; the next word begins past the separator's own length.
        at = start + word.len();
        at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let long = word.chars().count() > 3 || word.starts_with(|c: char| c.is_ascii_digit());
        if !long {
            continue;
        }
        let mut hasher = FxHasher::default();
        word.chars().take(5).flat_map(char::to_lowercase).for_each(|c| hasher.write_u32(u32::from(c)));
        found.push((Span::new(start + shift, start + shift + word.len()), hasher.finish()));
    }
    found
}

fn label(
    story: &Story,
    evidence: &Evidence,
    claim: &Claim,
    links: &[(usize, (usize, usize), f64)],
    told: &Told,
    taken: &mut Taken,
) -> String {
    let read: Vec<&Read> = claim.versions.iter().take(LOOKED_AT).filter_map(|v| told.read(v, is_quoted(claim))).collect();
    // What several articles say: each word by how many of them have it.
    let mut articles: FxHashMap<u64, (usize, usize)> = FxHashMap::default();
    for (version, read) in claim.versions.iter().zip(&read) {
        for &(_, key) in &read.words {
            let (count, last) = articles.entry(key).or_insert((0, usize::MAX));
            if *last != version.place.article {
                (*count, *last) = (*count + 1, version.place.article);
            }
        }
    }
    let common: FxHashSet<u64> = articles.into_iter().filter(|(_, (count, _))| *count > 1).map(|(key, _)| key).collect();
    let mut best: Option<(f64, Place, Candidate)> = None;
    let mut said: Vec<u64> = Vec::new();
    for (n, (version, read)) in claim.versions.iter().zip(&read).enumerate() {
        let alike: f64 = links.iter().filter(|(_, (x, y), _)| *x == n || *y == n).map(|(_, _, score)| score).sum();
        let alike = worth::ALIKE * alike / claim.versions.len().max(1) as f64;
        let words: Vec<(Span, u64)> = read.words.iter().filter(|(_, key)| common.contains(key)).copied().collect();
        // Somebody else may be given the same words in another claim.
        let same = read.version == version;
        let own = if same { Vec::new() } else { candidates(story, evidence, version, is_quoted(claim)) };
        let mut clearest: Option<(f64, &Candidate)> = None;
        for candidate in if same { &read.candidates } else { &own } {
            let inside = |span: &Span| candidate.parts.iter().any(|part| part.contains(*span));
            said.clear();
            said.extend(words.iter().filter(|(span, _)| inside(span)).map(|(_, key)| *key));
            said.sort_unstable();
            said.dedup();
            let covered = said.len() as f64 / common.len().max(1) as f64;
            let clear = alike + worth::COVERED * covered + candidate.worth - taken.cost(&version.place, candidate);
            if clearest.is_none_or(|(most, _)| clear > most) {
                clearest = Some((clear, candidate));
            }
        }
        if let Some((clear, candidate)) = clearest
            && best.as_ref().is_none_or(|(most, ..)| clear > *most)
        {
            best = Some((clear, version.place, candidate.clone()));
        }
    }
    let Some((_, place, candidate)) = best else { return String::new() };
    taken.take(&place, &candidate);
    candidate.label
}

/// A label that a version could give.
#[derive(Clone)]
struct Candidate {
    label: String,
    /// The parts of the passage's text that it prints.
    parts: Vec<Span>,
    /// How clear it is by itself.
    worth: f64,
}

/// The labels that a version could give, in a claim that is quoted somewhere or not.
fn candidates(story: &Story, evidence: &Evidence, version: &Version, quoted: bool) -> Vec<Candidate> {
    let mut found = Vec::new();
    let place = &version.place;
    let Some(passage) = story.passage(place) else { return found };
    let text = passage.text.as_str();
    let quotation = overlapping(&evidence.quotations, place, |q| q.place)
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
        let report = overlapping(&evidence.reports, place, |r| r.sentence).find(|r| r.content.span.overlaps(sentence));
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
        Some(speaker) => format!("{speaker}: “{printed}”"),
        None => format!("“{printed}”"),
    };
    let mut worth = clearness(span.of(text), cut) + if quoted { worth::QUOTED } else { 0.0 };
    worth += if version.speaker.is_some() { worth::SPEAKER } else { 0.0 };
    // Few words in a sentence of somebody else's say little: “to the convention”.
    let begins_low = printed.chars().next().is_some_and(char::is_lowercase);
    if begins_low && words < 8 {
        worth -= worth::FRAGMENT;
    }
    Some(Candidate { label, parts: vec![span], worth })
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
    // `vowed to stay`: what was said is no sentence.
    if printed.starts_with("to ") {
        return None;
    }
    let label = format!("{speaker}: {}", printed.trim_end_matches(['.', ',']));
    let (label, half) = mended(capitalised(label));
    Some(Candidate { label, parts: vec![content], worth: clearness(content.of(text), cut) + worth::SPEAKER - half })
}

fn clause(text: &str, part: Part, kind: PassageKind) -> Option<Candidate> {
    let (head, head_cut) = shorten(part.head.of(text));
    let (printed, cut) = match part.tail {
        Some(tail) => {
            let (tail, cut) = shorten(tail.of(text));
            (format!("{head} … {tail}"), cut || head_cut)
        }
        None => (head, head_cut),
    };
    let label = printed.trim_end_matches(['.', ',', ';', ':']).to_owned();
    if label.is_empty() {
        return None;
    }
    let headline = matches!(kind, PassageKind::Headline | PassageKind::Heading);
    let mut worth = clearness(&printed, cut);
    worth -= if part.tail.is_some() { worth::ELIDED } else { 0.0 };
    worth -= if headline { worth::ELIDED } else { 0.0 };
    // A predicate whose subject was cut off: `brushed aside the charge`.
    let first = printed.split(' ').next().unwrap_or("");
    worth -= if first.starts_with(char::is_lowercase) && is_finite(first) { worth::FRAGMENT } else { 0.0 };
    let (label, half) = mended(label);
    worth -= half;
    let parts = [Some(part.head), part.tail].into_iter().flatten().collect();
    Some(Candidate { label: capitalised(label), parts, worth })
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
    let dashes = ["— ", "– ", "-- ", "- "];
    let dateline = dashes.iter().filter_map(|dash| inside.find(dash).map(|at| (at, at + dash.len()))).min();
    if let Some((at, past)) = dateline
        && at < 60
        && inside.get(..at).is_some_and(is_dateline)
    {
        return Span::new(sentence.start + past, sentence.end);
    }
    let label = inside
        .find(": ")
        .filter(|&at| inside.get(..at).is_some_and(|w| matches!(w, "Updated" | "Update" | "Correction" | "Watch")));
    label.map_or(sentence, |at| Span::new(sentence.start + at + 2, sentence.end))
}

/// `PARIS`, `NEW YORK (AP)`, `March 24 (UPI)`: capitals, figures and an agency in brackets.
fn is_dateline(words: &str) -> bool {
    let agency = words.contains('(') && words.trim_end().ends_with(')');
    let capitals = words.split_whitespace().all(|w| !w.chars().any(char::is_lowercase));
    !words.is_empty() && (capitals || agency)
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
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= LONGEST {
        return (words.join(" "), false);
    }
    let head = words.get(..LONGEST).unwrap_or(&[]);
    let clause = head.iter().rposition(|w| w.ends_with([',', ';', ':'])).filter(|n| *n >= LONGEST / 2);
    let kept = head.get(..clause.map_or(LONGEST, |n| n + 1)).unwrap_or(head).join(" ");
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
    }

    /// The labels of claims over two made-up articles of one passage each; a claim is the two spans' words.
    fn labels(texts: [&str; 2], claims: &[[&str; 2]]) -> Vec<String> {
        use crate::analysis::{statements, weigh};
        use crate::model::{Article, Passage};
        let articles = texts.iter().map(|text| Article {
            outlet: text.split(' ').next().unwrap_or_default().to_owned(),
            passages: vec![Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: (*text).to_owned() }],
            ..Article::default()
        });
        let story = Story { articles: articles.collect(), ..Story::default() };
        let evidence = weigh(&story);
        let version = |(article, words): (usize, &&str)| {
            let start = texts.get(article).and_then(|text| text.find(*words)).unwrap_or_default();
            let place = Place::new(article, 0, Span::new(start, start + words.len()));
            let (form, speaker) = statements::telling(&story, &place, &evidence.quotations, &evidence.reports);
            Version { place, form, speaker }
        };
        let claim = |words: &[&str; 2]| Claim {
            label: String::new(),
            kind: ClaimKind::Statement,
            speaker: None,
            confidence: 1.0,
            versions: words.iter().enumerate().map(version).collect(),
            absent: Vec::new(),
            differences: Vec::new(),
        };
        let mut comparison = Comparison { claims: claims.iter().map(claim).collect(), ..Comparison::default() };
        write(&story, &evidence, &mut comparison);
        comparison.claims.into_iter().map(|claim| claim.label).collect()
    }

    #[test]
    fn claims_that_share_a_sentence_are_called_by_what_each_says() {
        let both = "Mayor Anna Adler closed the old harbour on Friday, and promised a new bridge over the river.";
        let (closed, bridge) = ("The old harbour was closed by the mayor.", "A new bridge over the river was promised.");
        let other = format!("{closed} {bridge}");
        let found = labels([both, &other], &[[both, closed], [both, bridge]]);
        assert!(found.iter().any(|label| label.contains("harbour") && !label.contains("bridge")), "{found:?}");
        assert!(found.iter().any(|label| label.contains("bridge") && !label.contains("harbour")), "{found:?}");
    }

    #[test]
    fn claims_that_share_a_version_are_called_by_different_words_of_it_or_of_another() {
        let closed = "The mayor closed the old harbour on Friday.";
        let shut = "On Friday the old harbour was closed by Mayor Anna Adler.";
        let found = labels([closed, shut], &[[closed, shut], [closed, shut]]);
        assert!(found.iter().any(|label| label.starts_with("The mayor closed")), "{found:?}");
        assert!(found.iter().any(|label| label.starts_with("On Friday the old harbour")), "{found:?}");
    }

    #[test]
    fn a_long_quotation_gives_a_clause_that_stands_by_itself() {
        let quoted = "“We do not want to close the harbour this year, whatever the council of the northern towns may have \
                      written about it in its report to the ministry of ports,” Anna Adler said.";
        let again = quoted.replace("to the ministry", "for the ministry");
        let found = labels([quoted, &again], &[[quoted, &again]]);
        assert_eq!(found, ["Anna Adler: “We do not want to close the harbour this year”"]);
    }

    #[test]
    fn a_version_that_leans_on_the_sentence_before_gives_no_label() {
        let leaning = "She said it was not discussed there, and they left.";
        let plain = "The fishing quota was not discussed at the talks, Anna Adler said.";
        let found = labels([leaning, plain], &[[leaning, plain]]);
        assert!(found.iter().all(|label| label.contains("The fishing quota was not discussed at the talks")), "{found:?}");
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
