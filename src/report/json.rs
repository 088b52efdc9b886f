//! The machine-readable report, schema `rashomon.report/1`.

use crate::model::{Comparison, Place, Story};
use serde_json::{Value, json};

/// The whole report as one JSON value.
pub fn report(story: &Story, comparison: &Comparison) -> Value {
    let id = |a: usize| story.articles.get(a).map_or("", |x| x.id.as_str());
    let span = |p: &Place| story.passage(p).map_or((0, 0), |x| p.span.scalars(&x.text));
    let articles: Vec<Value> = story
        .articles
        .iter()
        .map(|a| {
            let passages: Vec<Value> = a
                .passages
                .iter()
                .enumerate()
                .map(|(n, p)| json!({"id": n, "kind": p.kind.name(), "speaker": p.speaker, "lines": [p.lines.0, p.lines.1], "text": p.text}))
                .collect();
            json!({"id": a.id, "outlet": a.outlet, "headline": a.headline, "byline": a.byline,
                "published": a.published.map(|d| d.to_string()), "url": a.url, "source": a.source, "language": a.language,
                "words": a.words(), "passages": passages})
        })
        .collect();
    let quotations: Vec<Value> = comparison
        .quotations
        .iter()
        .enumerate()
        .map(|(n, q)| {
            let (start, end) = span(&q.place);
            json!({"id": format!("q{}", n + 1), "article": id(q.place.article), "passage": q.place.passage, "start": start, "end": end,
                "text": story.text(&q.place), "speaker": q.speaker, "speaker_as_written": q.speaker_as_written,
                "claim": q.claim.map(|c| format!("c{}", c + 1))})
        })
        .collect();
    let facts: Vec<Value> = comparison
        .facts
        .iter()
        .map(|f| {
            let (start, end) = span(&f.place);
            json!({"article": id(f.place.article), "passage": f.place.passage, "start": start, "end": end,
                "text": story.text(&f.place), "kind": f.kind.name(), "value": f.value})
        })
        .collect();
    let claims: Vec<Value> = comparison
        .claims
        .iter()
        .enumerate()
        .map(|(n, c)| {
            let versions: Vec<Value> = c
                .versions
                .iter()
                .map(|v| {
                    let (start, end) = span(&v.place);
                    json!({"article": id(v.place.article), "passage": v.place.passage, "start": start, "end": end,
                        "text": story.text(&v.place), "form": v.form.name(), "speaker": v.speaker})
                })
                .collect();
            let absent: Vec<Value> = c
                .absent
                .iter()
                .map(|a| {
                    let nearest = a.nearest.as_ref().map(|n| {
                        let (start, end) = span(&n.place);
                        json!({"passage": n.place.passage, "start": start, "end": end, "score": n.score, "why": n.why})
                    });
                    json!({"article": id(a.article), "nearest": nearest})
                })
                .collect();
            let differences: Vec<Value> = c
                .differences
                .iter()
                .map(|d| json!({"kind": d.kind.name(), "versions": d.versions, "detail": d.detail}))
                .collect();
            json!({"id": format!("c{}", n + 1), "label": c.label, "kind": c.kind.name(), "speaker": c.speaker,
                "confidence": c.confidence, "versions": versions, "carried_by": c.articles().into_iter().map(id).collect::<Vec<_>>(),
                "absent": absent, "differences": differences})
        })
        .collect();
    let links: Vec<Value> = comparison
        .links
        .iter()
        .map(|l| json!({"claim": format!("c{}", l.claim + 1), "versions": [l.versions.0, l.versions.1], "score": l.score, "reasons": l.reasons}))
        .collect();
    json!({"schema": "rashomon.report/1", "story": {"title": story.title}, "articles": articles, "quotations": quotations,
        "facts": facts, "claims": claims, "links": links, "warnings": story.warnings})
}
