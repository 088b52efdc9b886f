//! JSON in, records of articles out: our own story files, single records, lists of them, lists inside the answers of news
//! services, and one record a line. What a record's fields mean stands in `record.rs`.

use super::record::{self, Draft, Record};
use serde_json::{Map, Value};

/// The form of story files, in their field `schema`.
pub const STORY: &str = "rashomon.story/1";

/// What a JSON file holds.
#[derive(Debug, Default)]
pub struct Found {
    /// What the story is called, where the file is one.
    pub title: String,
    /// Its articles, in order.
    pub articles: Vec<Draft>,
    /// What was left out and why, the first of many.
    pub warnings: Vec<String>,
    /// How many warnings more there would be.
    unsaid: usize,
}

/// Warnings of one file that are said one by one; of more only their number is.
const MOST_WARNINGS: usize = 20;

/// Why a file is not read, with line and column where known, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// Reads a whole JSON text.
///
/// # Errors
/// If it is no JSON, is nested too deeply, or says that it is of a form that is not known.
pub fn read(text: &str) -> Result<Found, Refused> {
    let value: Value = serde_json::from_str(text).map_err(|error| broken(&error))?;
    let mut found = Found::default();
    let top = value.as_object();
    let schema = top.and_then(|t| t.get("schema")).and_then(Value::as_str).unwrap_or("");
    if schema.starts_with("rashomon.") && schema != STORY && schema != "rashomon.report/1" {
        return Err(Refused {
            what: format!("its form is {schema}, which this version does not know"),
            remedy: format!("use a newer version, or save it as {STORY}"),
        });
    }
    let own = schema.starts_with("rashomon.");
    let mut default_outlet = None;
    if let Some(top) = top {
        let name = Record::new(top, own).title();
        if is_feed(top) {
            default_outlet = name;
        } else if lists(top).next().is_some() {
            found.title =
                name.or_else(|| top.get("story").and_then(|s| Record::new(s.as_object()?, own).title())).unwrap_or_default();
        }
    }
    let mut records = Vec::new();
    collect(&value, 0, &mut records);
    found.take(&records, own, default_outlet.as_deref(), None);
    found.count_unsaid();
    Ok(found)
}

/// Reads one record a line; lines that are broken are left out with a warning.
pub fn read_lines(text: &str) -> Found {
    let mut found = Found::default();
    for (n, line) in text.split('\n').enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        match serde_json::from_str::<Value>(line) {
            Ok(value) => {
                let mut records = Vec::new();
                collect(&value, 0, &mut records);
                found.take(&records, false, None, Some(n + 1));
            }
            Err(error) => {
                let text = error.to_string();
                let what = text.split(" at line ").next().unwrap_or(&text);
                found.say(format!("line {}, column {}: {what}; the line is left out until it is mended", n + 1, error.column()));
            }
        }
    }
    found.count_unsaid();
    found
}

fn broken(error: &serde_json::Error) -> Refused {
    let text = error.to_string();
    let remedy = if text.contains("recursion") {
        "flatten it: no article needs such nesting"
    } else {
        "mend it at that place, or save the article's text as a .txt file"
    };
    Refused { what: format!("broken JSON: {text}"), remedy: remedy.to_owned() }
}

impl Found {
    fn take(&mut self, records: &[Entry], own: bool, outlet: Option<&str>, line: Option<usize>) {
        for (n, entry) in records.iter().enumerate() {
            let place = line.map_or_else(|| format!("record {}", n + 1), |line| format!("line {line}"));
            let record = match entry {
                Entry::Record(object) => Record::new(object, own),
                Entry::Other(kind) => {
                    self.say(format!("{place} left out: it is {kind}, not an article in braces"));
                    continue;
                }
            };
            match record.article(line) {
                Some(mut draft) => {
                    if let Some(outlet) = outlet.filter(|_| draft.article.outlet.is_empty()) {
                        draft.article.outlet = outlet.to_owned();
                    }
                    for warning in draft.warnings.drain(..) {
                        self.say(format!("{place}: {warning}"));
                    }
                    self.articles.push(draft);
                }
                None => self.say(format!("{place} left out: {}", record.without_text())),
            }
        }
    }

    fn say(&mut self, warning: String) {
        if self.warnings.len() < MOST_WARNINGS {
            self.warnings.push(warning);
        } else {
            self.unsaid += 1;
        }
    }

    fn count_unsaid(&mut self) {
        if self.unsaid > 0 {
            self.warnings.push(format!("{} more faults like these", self.unsaid));
        }
    }
}

/// What stands where a record may.
enum Entry<'v> {
    Record(&'v Map<String, Value>),
    /// Something else, by the name of its kind.
    Other(&'static str),
}

/// A JSON Feed: its title is the outlet's name.
fn is_feed(top: &Map<String, Value>) -> bool {
    top.contains_key("items")
        && (top.contains_key("home_page_url")
            || top.get("version").and_then(Value::as_str).is_some_and(|v| v.contains("jsonfeed")))
}

/// The lists of records that an object may hold.
fn lists(object: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    const LISTS: [&str; 9] = ["articles", "data", "results", "items", "entries", "@graph", "response", "documents", "docs"];
    object
        .iter()
        .filter(|(key, value)| LISTS.contains(&key.to_lowercase().as_str()) && (value.is_array() || value.is_object()))
        .map(|(_, value)| value)
}

/// Collects the records in a value, through at most four levels of lists.
fn collect<'v>(value: &'v Value, depth: usize, records: &mut Vec<Entry<'v>>) {
    if depth > 4 {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, depth + 1, records)),
        Value::Object(object) => {
            let mut inner = lists(object).peekable();
            if Record::new(object, false).has_text() || inner.peek().is_none() {
                records.push(Entry::Record(object));
            } else {
                inner.for_each(|list| collect(list, depth + 1, records));
            }
        }
        Value::Null => {}
        other => records.push(Entry::Other(record::kind(other))),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests {
    use super::*;

    fn outlets(text: &str) -> Vec<String> {
        read(text).unwrap().articles.into_iter().map(|d| d.article.outlet).collect()
    }

    #[test]
    fn lists_are_found_where_services_put_them() {
        let one = r#"{"title": "Bridge shut", "outlet": "Example", "text": "The bridge is shut."}"#;
        for text in [
            one.to_owned(),
            format!("[{one}]"),
            format!(r#"{{"status": "ok", "articles": [{one}]}}"#),
            format!(r#"{{"data": {{"results": [{one}]}}}}"#),
            format!(r#"{{"response": {{"docs": [{one}]}}}}"#),
            format!(r#"{{"@graph": [{one}]}}"#),
        ] {
            assert_eq!(outlets(&text), ["Example"], "{text}");
        }
    }

    #[test]
    fn a_feed_names_the_outlet_of_its_items() {
        let text = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Example News", "items": [{"title": "Bridge shut", "content_html": "<p>The bridge is <b>shut</b>.</p><p>So be it.</p>", "date_published": "2017-03-24T10:00:00Z"}]}"#;
        let found = read(text).unwrap();
        assert_eq!((found.title.as_str(), found.articles[0].article.outlet.as_str()), ("", "Example News"));
        assert_eq!(found.articles[0].article.passages.len(), 3);
    }

    #[test]
    fn broken_json_is_named_by_place() {
        let refused = read("{\"articles\": [\n{\"text\": }]}").unwrap_err();
        assert!(refused.what.contains("line 2"), "{}", refused.what);
        assert!(read(&"[".repeat(100_000)).unwrap_err().what.contains("recursion"));
        assert!(read("{\"schema\": \"rashomon.story/9\"}").unwrap_err().what.contains("rashomon.story/9"));
    }

    #[test]
    fn a_broken_line_costs_only_itself() {
        let found = read_lines(
            "{\"title\": \"A\", \"text\": \"One is here.\"}\n{oops\n\n{\"title\": \"B\", \"text\": \"Two is here.\"}\n{\"x\": 1}\n",
        );
        assert_eq!((found.articles.len(), found.warnings.len()), (2, 2));
        assert_eq!(found.articles[1].article.passages[0].lines, (4, 4));
        assert!(found.warnings[0].contains("line 2, column") && found.warnings[1].contains("line 5"), "{:?}", found.warnings);
        assert!(!found.warnings[0].contains("line 1"));
    }

    #[test]
    fn what_is_of_the_wrong_kind_is_named_by_record_and_field() {
        let text = r#"{"schema": "rashomon.story/1", "articles": [
            {"outlet": 5, "headline": ["a"], "published": "some day", "passages": [{"text": 5}, {"text": "The bridge is shut."}]},
            {"outlet": "B", "passages": "The bridge is shut."}, {"outlet": "C", "text": 17}, "The bridge", null]}"#;
        let found = read(text).unwrap();
        assert_eq!(found.articles.len(), 1);
        let all = found.warnings.join("\n");
        for part in [
            "record 1: \"headline\" is a list, not text",
            "record 1: \"outlet\" is a number, not text",
            "record 1: the date \"some day\"",
            "2017-03-24",
            "record 1: 1 passage without text",
            "record 2 left out: \"passages\" is text, not a list",
            "record 3 left out: \"text\" is a number, not text",
            "record 4 left out: it is text, not an article",
        ] {
            assert!(all.contains(part), "{part} is not in:\n{all}");
        }
        assert_eq!(found.warnings.len(), 7, "{all}");
    }

    #[test]
    fn a_thousand_faults_are_counted_not_listed() {
        let found = read_lines(&"{\"x\": 1}\n".repeat(1000));
        assert_eq!(found.warnings.len(), MOST_WARNINGS + 1);
        assert!(found.warnings[MOST_WARNINGS].starts_with("980 more"));
    }
}
