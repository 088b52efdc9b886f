//! The articles, a column each, with every version of a shared claim marked in the running text.
//!
//! Versions may overlap; so a passage is cut where any version begins or ends, each piece is one mark that knows all
//! its claims, and at the end of a version stands its number, which leads to the claim and to the next version.

use super::escape::{escaped, lang};
use super::{class, sign};
use crate::model::{Passage, PassageKind, Span};
use crate::report::phrases;
use crate::report::shown::Shown;

/// A version that stands in the passage at hand: its span, its claim and its number among the claim's versions.
type Standing = (Span, usize, usize);

/// All articles.
pub fn articles(shown: &Shown, out: &mut String) {
    out.push_str("<div class=\"columns\" role=\"region\" aria-labelledby=\"articles-h\" tabindex=\"0\">\n");
    for (a, article) in shown.story.articles.iter().enumerate() {
        let language = lang(article.language.as_deref());
        out.push_str(&format!("<article id=\"a{a}\" aria-labelledby=\"a{a}-h\"{language}>\n<header>\n"));
        out.push_str(&format!("<h3 id=\"a{a}-h\">{}</h3>\n", escaped(shown.outlet(a))));
        out.push_str(&format!("<p>{}</p>\n", escaped(&phrases::particulars(article))));
        if let Some(byline) = &article.byline {
            out.push_str(&format!("<p>{}</p>\n", escaped(byline)));
        }
        if let Some(note) = &article.note {
            out.push_str(&format!("<p><em>{}</em></p>\n", escaped(note)));
        }
        out.push_str("</header>\n");
        let standing = standing(shown, a);
        let mut put_aside = false;
        for (p, passage) in article.passages.iter().enumerate() {
            if put_aside != (passage.kind == PassageKind::Furniture) {
                put_aside = !put_aside;
                let edge =
                    if put_aside { "<details class=\"furniture\">\n<summary>put aside</summary>\n" } else { "</details>\n" };
                out.push_str(edge);
            }
            let text = marked(shown, passage, standing.get(p).map_or(&[], Vec::as_slice));
            out.push_str(&passage_html(&format!("a{a}p{p}"), passage, &text));
        }
        if put_aside {
            out.push_str("</details>\n");
        }
        out.push_str("</article>\n");
    }
    out.push_str("</div>\n");
}

/// The versions that stand in each passage of an article, by place.
fn standing(shown: &Shown, article: usize) -> Vec<Vec<Standing>> {
    let passages = shown.story.articles.get(article).map_or(0, |a| a.passages.len());
    let mut standing = vec![Vec::new(); passages];
    for &(c, v) in shown.versions_in(article) {
        let version = shown.comparison.claims.get(c).and_then(|k| k.versions.get(v));
        if let Some(version) = version
            && let Some(here) = standing.get_mut(version.place.passage)
        {
            here.push((version.place.span, c, v));
        }
    }
    standing
}

/// A passage as the element that its kind asks for.
fn passage_html(id: &str, passage: &Passage, text: &str) -> String {
    let speaker = passage.speaker.as_ref().map(|s| format!("<b>{}:</b> ", escaped(s))).unwrap_or_default();
    match passage.kind {
        PassageKind::Headline => format!("<p id=\"{id}\" class=\"headline\">{text}</p>\n"),
        PassageKind::Heading => format!("<h4 id=\"{id}\">{text}</h4>\n"),
        PassageKind::Caption => format!("<p id=\"{id}\" class=\"caption\"><span class=\"aside\">Caption: </span>{text}</p>\n"),
        PassageKind::Item => format!("<p id=\"{id}\" class=\"item\">{text}</p>\n"),
        PassageKind::Speech => format!("<p id=\"{id}\" class=\"speech\">{speaker}{text}</p>\n"),
        PassageKind::Paragraph | PassageKind::Furniture => format!("<p id=\"{id}\">{text}</p>\n"),
    }
}

/// The passage's text with its versions marked.
fn marked(shown: &Shown, passage: &Passage, standing: &[Standing]) -> String {
    let text = &passage.text;
    let mut cuts: Vec<usize> = standing.iter().flat_map(|(span, ..)| [span.start, span.end]).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut coming: Vec<Standing> = standing.iter().copied().filter(|(span, ..)| !span.is_empty()).collect();
    coming.sort_unstable_by_key(|(span, c, v)| std::cmp::Reverse((span.start, *c, *v)));
    let mut over: Vec<Standing> = Vec::new();
    let mut out = String::with_capacity(text.len() * 2);
    for piece in cuts.windows(2) {
        let &[start, end] = piece else { continue };
        let mut own = String::new();
        let mut others = String::new();
        while let Some(next) = coming.pop_if(|(span, ..)| span.start <= start) {
            let id = format!(" id=\"c{}v{}\"", next.1 + 1, next.2);
            if own.is_empty() {
                own = id;
            } else {
                others.push_str(&format!("<span{id}></span>"));
            }
            over.push(next);
        }
        let words = escaped(Span::new(start, end).of(text));
        match over.last() {
            None => out.push_str(&words),
            Some((_, c, _)) => {
                out.push_str(&format!("{others}<mark{own} class=\"{}\">{words}</mark>", class(shown, *c)));
            }
        }
        over.retain(|(span, c, v)| {
            if span.end <= end {
                out.push_str(&number(shown, *c, *v));
            }
            span.end > end
        });
    }
    out
}

/// What stands at a version's end: its claim's number, and an arrow to the claim's next version.
fn number(shown: &Shown, c: usize, v: usize) -> String {
    let Some(claim) = shown.comparison.claims.get(c) else { return String::new() };
    let label = escaped(&claim.label);
    let next = (v + 1) % claim.versions.len().max(1);
    let outlet = escaped(shown.outlet_of_version(claim, next));
    format!(
        "<wbr><sup><a href=\"#c{n}\" aria-label=\"claim {n}\" title=\"{label}\">{}{n}</a>\
         <a href=\"#c{n}v{next}\" aria-label=\"claim {n} in {outlet}\" title=\"{outlet}\">→</a></sup>",
        sign(claim),
        n = c + 1,
    )
}
