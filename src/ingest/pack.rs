//! A story in, the text of a story file out: what `rashomon pack` writes, and what opens again as the same story.

use super::json::STORY;
use crate::model::Story;
use serde_json::{Value, json};
use std::fmt::Write;

/// Writes a story as a story file (`rashomon.story/1`), one passage a line. Where its articles were read from and what was
/// removed from them is not kept.
pub fn pack(story: &Story) -> String {
    let mut out = String::new();
    let _ = write!(out, "{{\n \"schema\": {},\n \"title\": {},\n \"articles\": [", json!(STORY), json!(story.title));
    for (n, article) in story.articles.iter().enumerate() {
        out.push_str(if n == 0 { "\n  {\n" } else { ",\n  {\n" });
        let fields: [(&str, Value); 7] = [
            ("outlet", json!(article.outlet)),
            ("headline", json!(article.headline)),
            ("byline", json!(article.byline)),
            ("published", json!(article.published.map(|d| d.to_string()))),
            ("url", json!(article.url)),
            ("note", json!(article.note)),
            ("language", json!(article.language)),
        ];
        for (name, value) in fields {
            let _ = writeln!(out, "   \"{name}\": {value},");
        }
        out.push_str("   \"passages\": [");
        for (n, passage) in article.passages.iter().enumerate() {
            let passage = json!({"kind": passage.kind.name(), "speaker": passage.speaker, "text": passage.text});
            let _ = write!(out, "{}\n    {passage}", if n == 0 { "" } else { "," });
        }
        out.push_str("\n   ]\n  }");
    }
    out.push_str("\n ]\n}\n");
    out
}
