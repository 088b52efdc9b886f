//! One record of JSON in, an article out: what the fields are called in the formats of other tools, and what their values mean.

use super::bylines;
use super::clean::clean;
use super::dates::{self, Printed};
use super::header::Labels;
use super::markup;
use super::outlet;
use super::text;
use crate::model::{Article, Passage, PassageKind};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

/// An article whose outlet or date may still be open until all articles of the story are there.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// The article; without an outlet where nothing names one.
    pub article: Article,
    /// Its date, where it is printed so that only the other articles can tell which day is meant.
    pub printed: Option<Printed>,
    /// What to call it if nothing names its outlet: short, and so long that it is unique.
    pub label: (String, String),
    /// What had to be guessed or was left out.
    pub warnings: Vec<String>,
}

/// The fields of a record by their plain names: lower case, without `-`, `_`, `.` and `:`.
pub struct Record<'v> {
    /// Plain name, name as written, value.
    fields: Vec<(String, &'v str, &'v Value)>,
    /// Written by this program: its texts are clean of markup and are taken as they stand.
    own: bool,
}

const TITLE: [&str; 6] = ["headline", "title", "ogtitle", "webtitle", "story", "name"];
#[rustfmt::skip]
const OUTLET: [&str; 18] = [
    "outlet", "publisher", "sitename", "metasitename", "ogsitename", "sourcename", "newspaper", "publication",
    "publicationname", "containertitle", "provider", "source", "sourcehostname", "hostname", "sourcedomain", "domain",
    "site", "sourcecountry",
];
#[rustfmt::skip]
const BYLINE: [&str; 14] = [
    "byline", "author", "authors", "creator", "dccreator", "dctermscreator", "writer", "articleauthor",
    "ogarticleauthor", "byl", "parselyauthor", "sailthruauthor", "dcsextauthor", "cxenseparseauthor",
];
#[rustfmt::skip]
const PUBLISHED: [&str; 32] = [
    "published", "datepublish", "datepublished", "publisheddate", "publishdate", "publishedat", "publishedon",
    "pubdate", "publicationdate", "publishedtime", "articlepublishedtime", "ogarticlepublishedtime",
    "ogpublishedtime", "parselypubdate", "sailthrudate", "cxenseparserecspublishtime", "dcdate", "dcdateissued",
    "dctermsdate", "dctermscreated", "dctermsissued", "articlecreated", "articledateoriginal", "pdate",
    "webpublicationdate", "date", "seendate", "issued", "created", "createdat", "datetime", "timestamp",
];
#[rustfmt::skip]
const ADDRESS: [&str; 12] = [
    "url", "canonicallink", "canonicalurl", "link", "permalink", "weburl", "ogurl", "mainentityofpage", "externalurl",
    "sourceurl", "uri", "source",
];
#[rustfmt::skip]
const TEXT: [&str; 12] = [
    "text", "articlebody", "maintext", "fulltext", "articletext", "bodytext", "body", "contenttext", "contenthtml",
    "content", "contentencoded", "rawtext",
];
const PASSAGES: [&str; 2] = ["passages", "paragraphs"];
const SUMMARY: [&str; 6] = ["description", "summary", "abstract", "lead", "snippet", "excerpt"];

impl<'v> Record<'v> {
    /// Looks at an object as a record.
    pub fn new(object: &'v Map<String, Value>, own: bool) -> Self {
        let plain =
            |key: &str| key.chars().filter(|c| !matches!(c, '-' | '_' | ':' | '.' | ' ')).flat_map(char::to_lowercase).collect();
        Record { fields: object.iter().map(|(key, value)| (plain(key), key.as_str(), value)).collect(), own }
    }

    fn values<'r>(&'r self, names: &'r [&str]) -> impl Iterator<Item = &'v Value> + 'r {
        names
            .iter()
            .flat_map(|name| self.fields.iter().filter(move |(key, ..)| key == name).map(|(.., value)| *value))
            .filter(|v| !self.is_missing(v))
    }

    /// The first of these fields that holds something, where none can be used: its name and what it holds instead of `wanted`.
    fn unusable(&self, names: &[&str], wanted: &str) -> Option<String> {
        let (name, value) = names.iter().find_map(|name| {
            self.fields
                .iter()
                .find(|(key, _, value)| key == name && !self.is_missing(value))
                .map(|(_, name, value)| (name, value))
        })?;
        Some(format!("\"{}\" is {}, not {wanted}", clean(name).text, kind(value)))
    }

    /// Why there is nothing to read in the record.
    pub fn without_text(&self) -> String {
        let list = self.values(&PASSAGES).next().is_some_and(Value::is_array);
        let passages = if list { None } else { self.unusable(&PASSAGES, "a list") };
        let text = || if self.values(&TEXT).any(Value::is_string) { None } else { self.unusable(&TEXT, "text") };
        passages.or_else(text).unwrap_or_else(|| "no text in it".to_owned())
    }

    /// Whether a value is nothing, or what other tools write for it.
    fn is_missing(&self, value: &Value) -> bool {
        const NOTHING: [&str; 6] = ["none", "null", "n/a", "nan", "undefined", "[removed]"];
        match value {
            Value::Null => true,
            Value::String(text) => {
                text.trim().is_empty() || (!self.own && NOTHING.contains(&text.trim().to_lowercase().as_str()))
            }
            Value::Array(items) => items.is_empty(),
            Value::Object(object) => object.is_empty(),
            _ => false,
        }
    }

    /// Whether the record has a text of its own.
    pub fn has_text(&self) -> bool {
        self.values(&PASSAGES).next().is_some() || self.values(&TEXT).any(|v| v.is_string())
    }

    /// The headline, or what a story is called.
    pub fn title(&self) -> Option<String> {
        self.values(&TITLE).find_map(|v| self.line(v.as_str()?))
    }

    /// A field of one line: without markup unless it is our own, clean, not empty.
    fn line(&self, value: &str) -> Option<String> {
        let text = if self.own {
            clean(value).text
        } else {
            let flat = value.replace(['\n', '\r'], " ");
            clean(&markup::segments(&flat).iter().map(|s| s.text.as_ref()).collect::<Vec<_>>().join(" ")).text
        };
        (!text.is_empty()).then_some(text)
    }

    /// A name: a string, or what an object says of one, or several in a list.
    fn name(&self, value: &Value) -> Option<String> {
        match value {
            Value::String(text) if self.own => self.line(text),
            // `Jane Roe; John Doe`, as some tools list authors.
            Value::String(text) => self.line(text).map(|t| t.replace("; ", ", ")),
            Value::Object(object) => {
                let part = |key: &str| object.get(key).and_then(Value::as_str).filter(|s| !s.trim().is_empty());
                // `{"name": ["Jane Roe", "John Doe"]}`
                if let Some(names @ Value::Array(_)) = object.get("name") {
                    return self.name(names);
                }
                let whole = ["name", "byline", "title", "@id", "url"].iter().find_map(|key| part(key));
                let parts = [part("given"), part("family")].into_iter().flatten().collect::<Vec<_>>().join(" ");
                self.line(whole.unwrap_or(&parts))
            }
            Value::Array(items) => {
                let names: Vec<String> =
                    items.iter().filter(|i| !self.is_missing(i) && !i.is_array()).filter_map(|i| self.name(i)).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            _ => None,
        }
    }

    /// The article, with `line` as the place of its passages; `None` if there is nothing to read in it.
    pub fn article(&self, line: Option<usize>) -> Option<Draft> {
        let mut draft = Draft::default();
        let url = self.address();
        let headline = self.title().filter(|t| t.chars().any(char::is_alphanumeric));
        let printed = self.printed();
        draft.article = Article {
            headline: headline.clone().unwrap_or_default(),
            outlet: self.outlet().or_else(|| url.as_deref().and_then(outlet::host)).unwrap_or_default(),
            byline: self.values(&BYLINE).find_map(|v| self.name(v)),
            published: printed.and_then(Printed::day),
            note: self.values(&["note"]).find_map(|v| self.line(v.as_str()?)),
            language: self.language(),
            url,
            ..Article::default()
        };
        draft.printed = printed;
        self.complain(&mut draft);
        if !self.passages(&mut draft) {
            self.text(&mut draft, headline.as_deref());
        }
        if let Some(line) = line {
            draft.article.passages.iter_mut().for_each(|p| p.lines = (line, line));
        } else {
            draft.article.passages.iter_mut().for_each(|p| p.lines = (0, 0));
        }
        draft.article.passages.iter().any(Passage::is_article).then_some(draft)
    }

    fn address(&self) -> Option<String> {
        self.values(&ADDRESS).find_map(|v| self.name(v).filter(|u| outlet::is_url(u)))
    }

    fn printed(&self) -> Option<Printed> {
        self.values(&PUBLISHED).find_map(printed)
    }

    fn language(&self) -> Option<String> {
        self.values(&["language", "lang", "inlanguage"]).find_map(|v| language(v.as_str()?))
    }

    /// The moments at which the article may have been published, as written, best first.
    pub fn moments(&self) -> Vec<String> {
        self.values(&PUBLISHED).filter_map(|value| value.as_str().map(str::to_owned)).collect()
    }

    /// What the record tells about an article whose text stands elsewhere.
    pub fn labels(&self) -> Labels {
        Labels {
            headline: self.title(),
            outlet: self.outlet(),
            byline: self.values(&BYLINE).find_map(|v| self.name(v).and_then(|name| bylines::named(&name))),
            published: self.printed(),
            url: self.address(),
            language: self.language(),
        }
    }

    /// Names the fields that are there and cannot be used.
    fn complain(&self, draft: &mut Draft) {
        let article = &draft.article;
        let mut said = Vec::new();
        if article.headline.is_empty() && self.values(&TITLE).all(|v| !v.is_string()) {
            said.extend(self.unusable(&TITLE[..2], "text"));
        }
        if article.outlet.is_empty() && self.values(&OUTLET).all(|v| v.is_number() || v.is_boolean()) {
            said.extend(self.unusable(&OUTLET[..2], "text"));
        }
        if draft.printed.is_none()
            && let Some(date) = self.values(&PUBLISHED).next()
        {
            let date: String = date.as_str().map_or_else(|| date.to_string(), str::to_owned).chars().take(40).collect();
            said.push(format!("the date \"{}\" is not understood; write it like 2017-03-24", clean(&date).text));
        }
        draft.warnings.extend(said);
    }

    fn outlet(&self) -> Option<String> {
        let named = |name: String| {
            // `来源：Example News`
            let bare = ["来源：", "來源：", "Source: "].iter().find_map(|label| name.strip_prefix(label).map(str::to_owned));
            bare.unwrap_or(name)
        };
        self.values(&OUTLET).find_map(|v| self.name(v).map(named).filter(|n| !outlet::is_url(n)))
    }

    /// Takes ready passages; `false` if the record has none.
    fn passages(&self, draft: &mut Draft) -> bool {
        let Some(Value::Array(items)) = self.values(&PASSAGES).next() else { return false };
        let mut textless = 0;
        for item in items {
            let field = |key: &str| item.get(key).and_then(Value::as_str);
            let Some(text) = item.as_str().or_else(|| field("text")) else {
                textless += 1;
                continue;
            };
            let kind = field("kind").map(|kind| PassageKind::from_name(kind).ok_or(kind));
            if let Some(Err(unknown)) = kind {
                let warning = format!("passages of the unknown kind {} are read as paragraphs", clean(unknown).text);
                if !draft.warnings.contains(&warning) && draft.warnings.len() < 4 {
                    draft.warnings.push(warning);
                }
            }
            let cleaned = clean(text);
            draft.article.removed += cleaned.removed;
            if cleaned.text.is_empty() {
                continue;
            }
            let speaker = field("speaker").map(|s| clean(s).text).filter(|s| !s.is_empty());
            let kind = kind.and_then(Result::ok).unwrap_or(PassageKind::Paragraph);
            draft.article.passages.push(Passage { kind, speaker, lines: (0, 0), text: cleaned.text });
        }
        if textless > 0 {
            let passages = if textless == 1 { "passage" } else { "passages" };
            draft.warnings.push(format!("{textless} {passages} without text; give each as {{\"kind\": …, \"text\": …}}"));
        }
        let article = &mut draft.article;
        match article.passages.iter().find(|p| p.kind == PassageKind::Headline) {
            Some(first) if article.headline.is_empty() => article.headline = first.text.clone(),
            None if !article.headline.is_empty() => {
                let headline =
                    Passage { kind: PassageKind::Headline, speaker: None, lines: (0, 0), text: article.headline.clone() };
                article.passages.insert(0, headline);
            }
            _ => {}
        }
        true
    }

    /// Reads the record's text, or for want of one its summary.
    fn text(&self, draft: &mut Draft, headline: Option<&str>) {
        let whole = |v: &Value| match v {
            Value::String(text) => Some(text.clone()),
            Value::Array(items) => {
                Some(items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n\n")).filter(|t| !t.is_empty())
            }
            _ => None,
        };
        let summary = || {
            let text = self.values(&SUMMARY).find_map(whole);
            (text, true)
        };
        let (text, only_summary) = self.values(&TEXT).find_map(whole).map_or_else(summary, |text| (Some(text), false));
        if only_summary {
            draft.warnings.push("no text, only its headline and summary are read".to_owned());
        }
        let text = text.unwrap_or_default();
        let (text, cut) = without_cut_mark(&text);
        if cut {
            draft.warnings.push("the service that gave this record cut its text short".to_owned());
            draft.article.note.get_or_insert_with(|| "Cut short by the service that gave it.".to_owned());
        }
        let read = text::read(text, headline);
        draft.warnings.extend(read.cut.clone());
        let article = &mut draft.article;
        article.note = article.note.take().or(read.note());
        article.passages = read.passages;
        article.removed += read.removed;
        if article.headline.is_empty() {
            article.headline = read.headline;
        }
        article.byline = article.byline.take().or(read.labels.byline);
        draft.printed = draft.printed.or(read.labels.published);
        article.published = article.published.or(draft.printed.and_then(Printed::day));
        if article.outlet.is_empty() {
            article.outlet = read.labels.outlet.or(read.named).unwrap_or_default();
        }
    }
}

/// What a value is, in words.
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "yes or no",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// A date as a text, as seconds since 1970, or as the parts that reference managers keep.
fn printed(value: &Value) -> Option<Printed> {
    match value {
        Value::String(text) => dates::field(text),
        Value::Number(number) => {
            let seconds = number.as_i64().filter(|n| *n > 100_000_000)?;
            let seconds = if seconds > 100_000_000_000 { seconds / 1000 } else { seconds };
            Some(Printed::Day(Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date()))
        }
        Value::Object(object) => {
            let parts = object.get("date-parts")?.get(0)?;
            let part = |n: usize| parts.get(n)?.as_i64();
            let day = jiff::civil::Date::new(part(0)?.try_into().ok()?, part(1)?.try_into().ok()?, part(2)?.try_into().ok()?);
            day.ok().map(Printed::Day)
        }
        _ => None,
    }
}

/// `en-GB` → `en`.
pub fn language(tag: &str) -> Option<String> {
    let code: String = tag.trim().chars().take_while(|c| c.is_ascii_alphabetic()).collect::<String>().to_lowercase();
    (2..=3).contains(&code.len()).then_some(code)
}

/// `… [+1234 chars]`, as some services end what they cut.
fn without_cut_mark(text: &str) -> (&str, bool) {
    let trimmed = text.trim_end();
    let cut = trimmed
        .strip_suffix(" chars]")
        .and_then(|t| t.rsplit_once("[+"))
        .filter(|(_, n)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    cut.map_or((text, false), |(text, _)| (text, true))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use serde_json::json;

    fn article(value: Value) -> Article {
        Record::new(value.as_object().unwrap(), false).article(None).unwrap().article
    }

    #[test]
    fn fields_of_other_tools_are_understood() {
        let body = "The bridge is shut, the mayor said on Monday.";
        for (tool, value) in [
            (
                "trafilatura",
                json!({"title": "Bridge shut", "hostname": "news.example", "author": "Jane Roe; John Doe", "date": "2017-03-24", "source": "https://news.example/a", "text": body}),
            ),
            (
                "newspaper4k",
                json!({"title": "Bridge shut", "meta_site_name": "news.example", "authors": ["Jane Roe", "John Doe"], "publish_date": "2017-03-24 10:00:00", "canonical_link": "https://news.example/a", "text": body}),
            ),
            (
                "news-please",
                json!({"title": "Bridge shut", "source_domain": "news.example", "authors": ["Jane Roe", "John Doe"], "date_publish": "2017-03-24 00:00:00", "url": "https://news.example/a", "maintext": body}),
            ),
            (
                "newsapi",
                json!({"source": {"id": null, "name": "news.example"}, "author": "Jane Roe, John Doe", "title": "Bridge shut", "url": "https://news.example/a", "publishedAt": "2017-03-24T08:30:00Z", "content": body}),
            ),
            (
                "json-ld",
                json!({"@type": "NewsArticle", "headline": "Bridge shut", "publisher": {"@type": "Organization", "name": "news.example"}, "author": [{"name": "Jane Roe"}, {"name": "John Doe"}], "datePublished": "2017-03-24T08:30:00+01:00", "mainEntityOfPage": {"@id": "https://news.example/a"}, "articleBody": body}),
            ),
            (
                "gdelt",
                json!({"title": "Bridge shut", "domain": "news.example", "author": "Jane Roe; John Doe", "seendate": "20170324T083000Z", "url": "https://news.example/a", "description": body}),
            ),
            (
                "csl",
                json!({"title": "Bridge shut", "container-title": "news.example", "author": [{"family": "Roe", "given": "Jane"}, {"family": "Doe", "given": "John"}], "issued": {"date-parts": [[2017, 3, 24]]}, "URL": "https://news.example/a", "abstract": body}),
            ),
            (
                "epoch",
                json!({"title": "Bridge shut", "domain": "news.example", "creator": "Jane Roe, John Doe", "timestamp": 1_490_344_200, "link": "https://news.example/a", "body": body}),
            ),
        ] {
            let a = article(value);
            assert_eq!(a.headline, "Bridge shut", "{tool}");
            assert_eq!(a.outlet, "news.example", "{tool}");
            assert_eq!(a.byline.as_deref(), Some("Jane Roe, John Doe"), "{tool}");
            assert_eq!(a.published, Some(date(2017, 3, 24)), "{tool}");
            assert_eq!(a.url.as_deref(), Some("https://news.example/a"), "{tool}");
            assert_eq!(a.passages.iter().map(|p| p.kind.name()).collect::<Vec<_>>(), ["headline", "paragraph"], "{tool}");
        }
    }

    #[test]
    fn what_stands_for_nothing_is_nothing() {
        let a = article(
            json!({"title": "None", "outlet": "", "source": "Example", "author": [null, "null"], "date_publish": "None", "url": "n/a", "text": "The bridge is shut."}),
        );
        assert_eq!((a.outlet.as_str(), a.byline, a.published, a.url), ("Example", None, None, None));
        assert!(Record::new(json!({"url": "https://news.example/a"}).as_object().unwrap(), false).article(None).is_none());
    }

    #[test]
    fn a_text_that_was_cut_says_so() {
        let value = json!({"title": "Bridge shut", "content": "The bridge is shut, the mayor sa… [+1234 chars]"});
        let draft = Record::new(value.as_object().unwrap(), false).article(None).unwrap();
        assert!(draft.warnings[0].contains("cut") && draft.article.note.is_some());
        assert!(!draft.article.passages.iter().any(|p| p.text.contains("1234")));
    }

    #[test]
    fn own_passages_are_taken_as_they_stand() {
        let value = json!({"outlet": "A", "headline": "R&amp;D *shut*", "passages": [
            {"kind": "speech", "speaker": "Jane Roe", "text": "Read more: 2*3*4 &amp; <b>\u{1b}[1m"}, {"kind": "odd", "text": "x"}, "plain"]});
        let draft = Record::new(value.as_object().unwrap(), true).article(None).unwrap();
        let a = draft.article;
        assert_eq!(a.passages[0].text, "R&amp;D *shut*");
        assert_eq!(
            (a.passages[1].text.as_str(), a.passages[1].speaker.as_deref()),
            ("Read more: 2*3*4 &amp; <b>", Some("Jane Roe"))
        );
        assert_eq!((a.passages.len(), a.removed, draft.warnings.len()), (4, 4, 1));
    }
}
