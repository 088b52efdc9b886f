//! The smaller parts of the page: outlets, what one article tells alone, who is quoted, warnings.

use super::escape::escaped;
use crate::report::phrases::{self, count};
use crate::report::shown::Shown;
use crate::report::{address, speakers};

/// Who published what, when, and how long it is.
pub fn outlets(shown: &Shown, out: &mut String) {
    out.push_str(
        "<div class=\"wide\" role=\"region\" aria-labelledby=\"outlets-h\" tabindex=\"0\">\n<table class=\"outlets\">\n",
    );
    out.push_str("<thead><tr><th scope=\"col\">Outlet</th><th scope=\"col\">Date</th><th scope=\"col\" class=\"n\">Words</th>");
    out.push_str("<th scope=\"col\">Headline</th></tr></thead>\n<tbody>\n");
    for (a, article) in shown.story.articles.iter().enumerate() {
        let date = article
            .published
            .map(|d| format!("<time datetime=\"{d}\">{}</time>", phrases::date(d)))
            .unwrap_or_else(|| "not known".to_owned());
        let outlet = escaped(shown.outlet(a));
        let mut headline = escaped(&article.headline);
        if let Some(link) = article.url.as_deref().and_then(address::link) {
            let link = escaped(&link);
            headline.push_str(&format!(
                " <a href=\"{link}\" rel=\"noreferrer\">original<span class=\"aside\"> of {outlet}</span></a>"
            ));
        }
        if let Some(note) = &article.note {
            headline.push_str(&format!(" <small>{}</small>", escaped(note)));
        }
        out.push_str(&format!("<tr><th scope=\"row\"><a href=\"#a{a}\">{outlet}</a></th><td>{date}</td>"));
        out.push_str(&format!("<td class=\"n\">{}</td><td>{headline}</td></tr>\n", article.words()));
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// What each article tells that no other does.
pub fn alone(shown: &Shown, out: &mut String) {
    for a in 0..shown.story.articles.len() {
        let (alone, all) = shown.alone(a);
        let outlet = escaped(shown.outlet(a));
        out.push_str(&format!("<details>\n<summary>{outlet}: {alone} of {}</summary>\n<ul>\n", count(all, "statement")));
        for statement in shown.comparison.only_in(a) {
            let text = escaped(shown.story.text(&statement.place));
            out.push_str(&format!(
                "<li>{text} <small><a href=\"#a{a}p{}\">{}</a></small></li>\n",
                statement.place.passage,
                shown.place(&statement.place)
            ));
        }
        out.push_str("</ul>\n</details>\n");
    }
}

/// Who is quoted how often, by whom.
pub fn quoted(shown: &Shown, out: &mut String) {
    out.push_str("<table>\n<thead><tr><th scope=\"col\">Speaker</th><th scope=\"col\" class=\"n\">Quotations</th>");
    out.push_str("<th scope=\"col\">In</th></tr></thead>\n<tbody>\n");
    for quoted in speakers::quoted(shown.comparison) {
        let name = quoted.speaker.map_or_else(|| "<em>not known</em>".to_owned(), escaped);
        let by: Vec<String> = quoted.by_article().iter().map(|&(a, n)| format!("{} {n}", escaped(shown.outlet(a)))).collect();
        let all = quoted.quotations.len();
        out.push_str(&format!("<tr><th scope=\"row\">{name}</th><td class=\"n\">{all}</td><td>{}</td></tr>\n", by.join(", ")));
    }
    out.push_str("</tbody>\n</table>\n");
}

/// What could not be read or had to be guessed.
pub fn warnings(shown: &Shown, out: &mut String) {
    out.push_str("<ul>\n");
    for warning in &shown.story.warnings {
        out.push_str(&format!("<li>{}</li>\n", escaped(warning)));
    }
    out.push_str("</ul>\n");
}
