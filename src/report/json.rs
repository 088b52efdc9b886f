//! The machine-readable report, schema `rashomon.report/1`: the story, what was found in it, and nothing computed
//! anew. One article, quotation, fact, claim or link a line; offsets in Unicode scalar values.

use crate::model::{self, Comparison, Place, Scalars, Story};
use crate::report::printable::steers;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::io::{self, BufWriter, Write};

/// The report's schema, raised when a field changes its meaning.
const SCHEMA: &str = "rashomon.report/1";

/// The whole report, ended by a line feed.
pub fn report(story: &Story, comparison: &Comparison) -> String {
    let mut out = Vec::new();
    // Writing into memory does not fail.
    match write(story, comparison, &mut out) {
        Ok(()) => String::from_utf8(out).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// Writes the whole report, element by element: a large one need not fit into memory.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(story: &Story, comparison: &Comparison, out: impl Write) -> io::Result<()> {
    let offsets = Offsets::new(story);
    // A report is written in millions of small pieces; what takes them must be known to the compiler.
    let mut out = BufWriter::with_capacity(CHUNK, out);
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, LineEach::default());
    let mut report = serializer.serialize_struct("Report", 8)?;
    report.serialize_field("schema", SCHEMA)?;
    report.serialize_field("story", &Title { title: &story.title })?;
    report.serialize_field("articles", &Each(|| story.articles.iter().map(Article::of)))?;
    report.serialize_field("quotations", &Each(|| quotations(story, comparison, &offsets)))?;
    report.serialize_field("facts", &Each(|| comparison.facts.iter().map(|f| Fact::of(f, story, &offsets))))?;
    let claims = || comparison.claims.iter().enumerate().map(|(n, c)| Claim::of(n, c, story, &offsets));
    report.serialize_field("claims", &Each(claims))?;
    report.serialize_field("links", &Each(|| comparison.links.iter().map(|l| Link::of(l, story, comparison))))?;
    report.serialize_field("warnings", &story.warnings)?;
    report.end()?;
    out.write_all(b"\n")?;
    out.flush()
}

/// Bytes that are written at once.
const CHUNK: usize = 64 * 1024;

/// A list made while it is written.
struct Each<F>(F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

#[derive(Serialize)]
struct Title<'s> {
    title: &'s str,
}

#[derive(Serialize)]
struct Article<'s> {
    id: &'s str,
    outlet: &'s str,
    headline: &'s str,
    byline: Option<&'s str>,
    published: Option<String>,
    url: Option<&'s str>,
    source: &'s str,
    language: Option<&'s str>,
    words: usize,
    passages: Vec<Passage<'s>>,
}

impl<'s> Article<'s> {
    fn of(article: &'s model::Article) -> Self {
        let passage = |(id, p): (usize, &'s model::Passage)| Passage {
            id,
            kind: p.kind.name(),
            speaker: p.speaker.as_deref(),
            lines: [p.lines.0, p.lines.1],
            text: &p.text,
        };
        Article {
            id: &article.id,
            outlet: &article.outlet,
            headline: &article.headline,
            byline: article.byline.as_deref(),
            published: article.published.map(|d| d.to_string()),
            url: article.url.as_deref(),
            source: &article.source,
            language: article.language.as_deref(),
            words: article.words(),
            passages: article.passages.iter().enumerate().map(passage).collect(),
        }
    }
}

#[derive(Serialize)]
struct Passage<'s> {
    id: usize,
    kind: &'static str,
    speaker: Option<&'s str>,
    lines: [usize; 2],
    text: &'s str,
}

/// Where something stands, and its words.
#[derive(Serialize)]
struct At<'s> {
    article: &'s str,
    passage: usize,
    start: usize,
    end: usize,
    text: &'s str,
}

impl<'s> At<'s> {
    fn of(place: &Place, story: &'s Story, offsets: &Offsets) -> Self {
        let (start, end) = offsets.of(place);
        At { article: id(story, place.article), passage: place.passage, start, end, text: story.text(place) }
    }
}

#[derive(Serialize)]
struct Quotation<'s> {
    id: Id,
    #[serde(flatten)]
    at: At<'s>,
    speaker: Option<&'s str>,
    speaker_as_written: Option<&'s str>,
    claim: Option<Id>,
}

/// The quotations that are somebody's speech; words merely held at arm's length are none.
fn quotations<'s>(story: &'s Story, comparison: &'s Comparison, offsets: &Offsets) -> impl Iterator<Item = Quotation<'s>> {
    let spoken = comparison.quotations.iter().filter(|q| !q.scare).enumerate();
    spoken.map(move |(n, q)| Quotation {
        id: Id("q", n),
        at: At::of(&q.place, story, offsets),
        speaker: q.speaker.as_deref(),
        speaker_as_written: q.speaker_as_written.as_deref(),
        claim: q.claim.map(|claim| Id("c", claim)),
    })
}

#[derive(Serialize)]
struct Fact<'s> {
    #[serde(flatten)]
    at: At<'s>,
    kind: &'static str,
    value: &'s str,
}

impl<'s> Fact<'s> {
    fn of(fact: &'s model::Fact, story: &'s Story, offsets: &Offsets) -> Self {
        Fact { at: At::of(&fact.place, story, offsets), kind: fact.kind.name(), value: &fact.value }
    }
}

#[derive(Serialize)]
struct Claim<'s> {
    id: Id,
    label: &'s str,
    kind: &'static str,
    speaker: Option<&'s str>,
    confidence: f64,
    versions: Vec<Version<'s>>,
    carried_by: Vec<&'s str>,
    absent: Vec<Absence<'s>>,
    differences: Vec<Difference<'s>>,
}

impl<'s> Claim<'s> {
    fn of(number: usize, claim: &'s model::Claim, story: &'s Story, offsets: &Offsets) -> Self {
        let version = |v: &'s model::Version| Version {
            at: At::of(&v.place, story, offsets),
            form: v.form.name(),
            speaker: v.speaker.as_deref(),
        };
        let difference = |d: &'s model::Difference| Difference { kind: d.kind.name(), versions: &d.versions, detail: &d.detail };
        Claim {
            id: Id("c", number),
            label: &claim.label,
            kind: claim.kind.name(),
            speaker: claim.speaker.as_deref(),
            confidence: rounded(claim.confidence),
            versions: claim.versions.iter().map(version).collect(),
            carried_by: claim.articles().into_iter().map(|a| id(story, a)).collect(),
            absent: claim.absent.iter().map(|a| Absence::of(a, story, offsets)).collect(),
            differences: claim.differences.iter().map(difference).collect(),
        }
    }
}

#[derive(Serialize)]
struct Version<'s> {
    #[serde(flatten)]
    at: At<'s>,
    form: &'static str,
    speaker: Option<&'s str>,
}

#[derive(Serialize)]
struct Absence<'s> {
    article: &'s str,
    nearest: Option<Nearest<'s>>,
}

impl<'s> Absence<'s> {
    fn of(absence: &'s model::Absence, story: &'s Story, offsets: &Offsets) -> Self {
        let nearest = absence.nearest.as_ref().map(|n| {
            let (start, end) = offsets.of(&n.place);
            Nearest {
                passage: n.place.passage,
                start,
                end,
                score: rounded(n.score),
                told_in: n.told.map(|claim| Id("c", claim)),
                why: &n.why,
            }
        });
        Absence { article: id(story, absence.article), nearest }
    }
}

#[derive(Serialize)]
struct Nearest<'s> {
    passage: usize,
    start: usize,
    end: usize,
    score: f64,
    told_in: Option<Id>,
    why: &'s [String],
}

#[derive(Serialize)]
struct Difference<'s> {
    kind: &'static str,
    versions: &'s [usize],
    detail: &'s str,
}

#[derive(Serialize)]
struct Link {
    claim: Id,
    versions: [usize; 2],
    score: f64,
    reasons: Vec<String>,
}

impl Link {
    fn of(link: &model::Link, story: &Story, comparison: &Comparison) -> Self {
        let (a, b) = link.versions;
        let reasons = comparison.reasons(story, link);
        Link { claim: Id("c", link.claim), versions: [a, b], score: rounded(link.score), reasons }
    }
}

/// The id of an article; empty where there is no such article.
fn id(story: &Story, article: usize) -> &str {
    story.articles.get(article).map_or("", |a| a.id.as_str())
}

/// `c1` for the first claim, `q1` for the first quotation.
struct Id(&'static str, usize);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}{}", self.0, self.1 + 1))
    }
}

/// A score with four decimals; 0 for what is no number.
fn rounded(score: f64) -> f64 {
    if score.is_finite() { (score * 10_000.0).round() / 10_000.0 } else { 0.0 }
}

/// Scalar offsets of every passage of a story.
struct Offsets<'s> {
    articles: Vec<Vec<Scalars<'s>>>,
}

impl<'s> Offsets<'s> {
    fn new(story: &'s Story) -> Self {
        let of = |a: &'s model::Article| a.passages.iter().map(|p| Scalars::new(&p.text)).collect();
        Offsets { articles: story.articles.iter().map(of).collect() }
    }

    fn of(&self, place: &Place) -> (usize, usize) {
        self.articles.get(place.article).and_then(|a| a.get(place.passage)).map_or((0, 0), |s| s.of(place.span))
    }
}

/// Puts each field of the report and each element of its lists on a line of its own, and the rest of it on that line;
/// writes out what could steer a terminal.
#[derive(Default)]
struct LineEach {
    depth: usize,
}

impl serde_json::ser::Formatter for LineEach {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        out.write_all(b"]")
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        if self.depth == 0 {
            out.write_all(b"\n")?;
        }
        out.write_all(b"}")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(match (first, self.depth) {
            (true, 2) => b"\n  ",
            (true, _) => b"",
            (false, 2) => b",\n  ",
            (false, _) => b", ",
        })
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(match (first, self.depth) {
            (true, 1) => b"\n ",
            (true, _) => b"",
            (false, 1) => b",\n ",
            (false, _) => b", ",
        })
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        // One pass without a stop is faster than one that stops at the first.
        if fragment.bytes().fold(true, |plain, byte| plain & (byte < 0x7f)) {
            return out.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| steers(*c)) {
            let (before, after) = rest.split_at(at);
            out.write_all(before.as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = after.get(c.len_utf8()..).unwrap_or("");
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_steers_is_escaped_and_reads_back_the_same() {
        let source = "a\u{1b}[2J\u{9b}31m\u{202e}\u{e0041}\u{7f}\"\\é";
        let article = model::Article { source: source.to_owned(), ..model::Article::default() };
        let story = Story { articles: vec![article], ..Story::default() };
        let text = report(&story, &Comparison::default());
        assert!(!text.chars().any(steers), "{text:?}");
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["articles"][0]["source"], source);
    }

    #[test]
    fn scores_have_four_decimals_and_are_numbers() {
        assert_eq!(rounded(0.123_456), 0.1235);
        assert_eq!(rounded(f64::NAN), 0.0);
    }
}
