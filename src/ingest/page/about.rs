//! What a page says of itself where no reader sees it: its `meta` and `link` elements, its records for search engines
//! (JSON-LD), its title, the address that a browser noted when saving it.

use super::element;
use crate::ingest::clean::clean;
use crate::ingest::dates::{self, Printed};
use crate::ingest::header::Labels;
use crate::ingest::outlet;
use crate::ingest::record::Record;
use html5gum::StartTag;
use jiff::Timestamp;
use serde_json::{Map, Value};

/// Bytes of records and of a title that are looked at.
const MOST: usize = 1 << 20;

/// Bytes of what a script was to build the page from that are looked at.
const MOST_DATA: usize = 4 << 20;

/// What a page says of itself.
#[derive(Debug, Default)]
pub struct About {
    /// What made the page.
    pub generator: String,
    /// `meta` and `link`, the first of each name.
    meta: Map<String, Value>,
    /// Records for search engines, as text.
    records: String,
    /// The records that were read whole.
    whole: Vec<Value>,
    /// Whether a record is open.
    record: bool,
    /// What a script was to build the page from, as text, and whether it is open.
    data: (String, bool),
    /// The title that a browser shows.
    pub title: String,
    language: Option<String>,
    /// When the first time on the page was, as its element says.
    time: Option<String>,
    /// Where the page was saved from.
    saved: Option<String>,
}

impl About {
    /// Takes up a start tag.
    pub fn tag(&mut self, tag: &StartTag<usize>) {
        let value = |name: &str| {
            let value = tag.attributes.get(name.as_bytes())?;
            value.get(..value.len().min(4000)).map(|value| String::from_utf8_lossy(value).into_owned())
        };
        match tag.name.as_slice() {
            b"meta" => {
                // The address in such an element may be that of a picture within the article, or of its author.
                let item = || value("itemprop").filter(|name| !matches!(name.as_str(), "url" | "name"));
                let name = ["property", "name"].into_iter().find_map(value).or_else(item);
                let (Some(name), Some(content)) = (name, value("content")) else { return };
                if name.eq_ignore_ascii_case("generator") {
                    self.generator = content;
                } else if self.meta.len() < 500 && !self.meta.contains_key(&name) {
                    self.meta.insert(name, Value::String(content));
                }
            }
            b"link" if element::attribute(tag, "rel").is_some_and(|rel| rel == "canonical") => {
                if let Some(address) = value("href") {
                    self.meta.entry("canonicalurl").or_insert(Value::String(address));
                }
            }
            b"html" => self.language = self.language.take().or_else(|| value("lang")),
            b"time" => self.time = self.time.take().or_else(|| value("datetime")),
            b"script" => {
                let kind = element::attribute(tag, "type").unwrap_or_default();
                self.record = kind.trim() == "application/ld+json";
                self.data.1 = kind.trim() == "application/json" && self.data.0.is_empty();
            }
            _ => {}
        }
    }

    /// Takes up an end tag.
    pub fn end(&mut self, name: &[u8]) {
        if name == b"script"
            && std::mem::take(&mut self.data.1)
            && !self.data.0.contains("/p>")
            && !self.data.0.contains("u003c/p")
        {
            self.data.0.clear();
        }
        if name == b"script" && std::mem::take(&mut self.record) {
            let record = std::mem::take(&mut self.records);
            self.whole.extend(serde_json::from_str::<Value>(record.trim()).ok().filter(|_| self.whole.len() < 50));
        }
    }

    /// Takes up words of a record; `false` if none is open.
    pub fn takes(&mut self, words: &str) -> bool {
        if self.record && self.records.len() + words.len() <= MOST {
            self.records.push_str(words);
        }
        if self.data.1 && self.data.0.len() + words.len() <= MOST_DATA {
            self.data.0.push_str(words);
        }
        self.record || self.data.1
    }

    /// Takes up words of the title.
    pub fn titled(&mut self, words: &str) {
        if self.title.is_empty() && words.len() <= MOST {
            self.title = clean(&words.split_whitespace().collect::<Vec<_>>().join(" ")).text;
        }
    }

    /// Takes up a comment: `saved from url=(0030)https://…`, or `url: https://…`, as tools that save pages write.
    pub fn comment(&mut self, words: &str) {
        let address = words.split_once("saved from url=(").and_then(|(_, rest)| rest.split_once(')')).map(|(_, address)| address);
        let address = address.or_else(|| words.split_once("url: ").map(|(_, address)| address));
        let address = address.and_then(|address| address.split_whitespace().next()).filter(|address| outlet::is_url(address));
        self.saved = self.saved.take().or_else(|| address.map(str::to_owned));
    }

    /// What is said of the article, as labels: of two that say the same thing the more trustworthy counts.
    pub fn labels(&self) -> Labels {
        let record = self.article().map(|object| self.resolved(object));
        let meta = Record::new(&self.meta, false);
        let mut labels = record.as_ref().map(|object| Record::new(object, false).labels()).unwrap_or_default();
        let said = meta.labels();
        let days = record.iter().map(|object| Record::new(object, false).moments()).chain([meta.moments()]);
        labels.published = own_day(days.flatten().chain(self.time.clone())).or(labels.published);
        labels.outlet = labels.outlet.map(|outlet| self.shorter(&outlet).unwrap_or(outlet));
        labels.fill(&said);
        labels.fill(&Labels { language: self.language.clone(), url: self.saved.clone(), ..Labels::default() });
        if let Some(time) = &self.time {
            labels.take("date", &clean(time).text);
        }
        labels.see(labels.url.as_deref().and_then(day_of));
        labels
    }

    /// What the article is called, in its record, to those who share it, and in the title: whatever there is of these.
    pub fn titles(&self) -> Vec<String> {
        let text = |value: Option<&Value>| value.and_then(Value::as_str).map(|text| clean(text).text);
        let record = self.article().and_then(|object| text(object.get("headline").or_else(|| object.get("name"))));
        let shared = ["og:title", "twitter:title"].into_iter().filter_map(|name| text(self.meta.get(name)));
        let titles = record.into_iter().chain(shared).chain([self.title.clone()]);
        titles.filter(|title| !title.is_empty()).collect()
    }

    /// The name of the site.
    pub fn site(&self) -> Option<&str> {
        self.meta.get("og:site_name").and_then(Value::as_str).filter(|site| !site.trim().is_empty())
    }

    /// The text of the article in its record, where the page has one.
    pub fn body(&self) -> Option<&str> {
        self.article()?.get("articleBody")?.as_str()
    }

    /// The longest text with paragraphs in what a script was to build the page from.
    pub fn unbuilt(&self) -> Option<String> {
        let data: Value = serde_json::from_str(self.data.0.trim()).ok()?;
        let (mut open, mut longest) = (vec![&data], "");
        while let Some(value) = open.pop() {
            match value {
                Value::String(text) if text.len() > longest.len() && text.matches("</p>").nth(1).is_some() => longest = text,
                Value::Array(items) => open.extend(items),
                Value::Object(object) => open.extend(object.values()),
                _ => {}
            }
        }
        (!longest.is_empty()).then(|| longest.to_owned())
    }

    /// The record of the article: the first that has a headline, else the first.
    fn article(&self) -> Option<&Map<String, Value>> {
        let mut found = Vec::new();
        self.whole.iter().for_each(|record| articles(record, 0, &mut found));
        found.iter().find(|object| object.contains_key("headline")).or_else(|| found.first()).copied()
    }

    /// A record with the names of those to whom it only points: `"publisher": {"@id": "#us"}`. Who provided the article to a site
    /// that prints others' counts as its outlet.
    fn resolved(&self, object: &Map<String, Value>) -> Map<String, Value> {
        let mut object = object.clone();
        let named = |value: &Value| value.get("name").is_some() || value.is_string();
        if let Some(provider) = object.get("provider").filter(|value| named(value) && value.is_object()).cloned() {
            object.insert("publisher".to_owned(), provider);
        }
        for key in ["publisher", "author", "creator"] {
            let Some(value) = object.get_mut(key) else { continue };
            let items = match value {
                Value::Array(items) => items.iter_mut().take(20).collect(),
                one => vec![one],
            };
            for item in items.into_iter().filter(|item| !named(item)) {
                let Some(id) = item.get("@id").and_then(Value::as_str).map(str::to_owned) else { continue };
                if let Some(named) = self.whole.iter().find_map(|record| identified(record, &id, 0)) {
                    *item = named.clone();
                }
            }
        }
        // An outlet or an agency that signs does not say who wrote.
        let kind = object.get("author").and_then(|author| author.get("@type")).and_then(Value::as_str);
        let name = |value: Option<&Value>| {
            let value = value?;
            let one = value.as_array().and_then(|items| items.first()).unwrap_or(value);
            one.get("name").and_then(Value::as_str).map(str::to_lowercase)
        };
        let own = name(object.get("author")).is_some_and(|author| name(object.get("publisher")) == Some(author));
        if own || kind.is_some_and(|kind| kind.ends_with("Organization")) {
            object.remove("author");
        }
        object
    }

    /// The organisation that signs as the author in the record, if it is not the outlet itself.
    pub fn signer(&self) -> Option<String> {
        let record = self.article()?;
        let author = record.get("author").filter(|author| author.get("@type").is_some())?;
        let name = |value: &Value| value.get("name").and_then(Value::as_str).map(|name| clean(name).text);
        let name_of = name(author).filter(|author| record.get("publisher").and_then(name).as_ref() != Some(author));
        name_of.filter(|name| !name.is_empty())
    }

    /// The name by which a page goes, where its record's is longer: `Example News` for `Example News - Example Holding`.
    fn shorter(&self, outlet: &str) -> Option<String> {
        let site = self.meta.get("og:site_name").and_then(Value::as_str).map(|site| clean(site).text)?;
        let parts = [" - ", " | ", " – ", " / "].into_iter().filter_map(|sign| outlet.split_once(sign));
        parts.into_iter().any(|(one, other)| one == site || other == site).then_some(site)
    }
}

/// The day in an address: `https://news.example/2026/03/03/bridge-shut/`.
fn day_of(address: &str) -> Option<Printed> {
    let parts: Vec<&str> = address.split('/').take(40).collect();
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    parts.windows(3).find_map(|three| match three {
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
            dates::field(&format!("{year}-{month}-{day}"))
        }
        _ => None,
    })
}

/// The day on which an outlet says it published, of the moments that a page tells: where the first is in universal time, one at
/// the same moment that is not says what day it was for the outlet.
fn own_day(mut moments: impl Iterator<Item = String>) -> Option<Printed> {
    let first = moments.next()?;
    let (moment, universal) =
        (first.trim().parse::<Timestamp>().ok()?, |text: &str| text.ends_with('Z') || text.ends_with("+00:00"));
    let near =
        |text: &str| text.trim().parse::<Timestamp>().is_ok_and(|other| (other.as_second() - moment.as_second()).abs() <= 120);
    let own =
        Some(first.clone()).filter(|text| !universal(text)).or_else(|| moments.find(|text| !universal(text) && near(text)))?;
    dates::field(&own)
}

/// The object in a record that has a name of its own.
fn identified<'v>(value: &'v Value, id: &str, depth: usize) -> Option<&'v Value> {
    match value {
        Value::Object(object) => {
            let is = object.get("@id").and_then(Value::as_str) == Some(id) && object.contains_key("name");
            let graph = || object.get("@graph").filter(|_| depth < 4);
            if is { Some(value) } else { identified(graph()?, id, depth + 1) }
        }
        Value::Array(items) if depth < 4 => items.iter().find_map(|item| identified(item, id, depth + 1)),
        _ => None,
    }
}

/// The objects in a record that describe an article.
fn articles<'v>(value: &'v Value, depth: usize, found: &mut Vec<&'v Map<String, Value>>) {
    match value {
        Value::Array(items) if depth < 4 => items.iter().for_each(|item| articles(item, depth + 1, found)),
        Value::Object(object) => {
            let is = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting"));
            let kind = object.get("@type");
            if kind.is_some_and(is) || kind.and_then(Value::as_array).is_some_and(|kinds| kinds.iter().any(is)) {
                found.push(object);
            } else if let Some(graph) = object.get("@graph").filter(|_| depth < 4) {
                articles(graph, depth + 1, found);
            }
        }
        _ => {}
    }
}
