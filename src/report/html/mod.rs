//! The report as one HTML file that needs nothing else: no script, no font, no picture. Articles in columns with their
//! shared passages marked, coverage as a table, every claim with its versions; links lead from version to version.

mod article;
mod claim;
mod coverage;
mod escape;
mod overview;

use crate::model::{Comparison, Story};
use crate::report::phrases;
use crate::report::shown::Shown;
use escape::escaped;

/// The page's style sheet, light and dark, wide and narrow, screen and paper.
const STYLE: &str = include_str!("style.css");

/// The whole page.
pub fn report(story: &Story, comparison: &Comparison) -> String {
    let shown = Shown::new(story, comparison);
    let title = escaped(shown.title());
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"rashomon {}\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        env!("CARGO_PKG_VERSION")
    );
    out.push_str("<a class=\"skip\" href=\"#claims\">Skip to the shared claims</a>\n");
    out.push_str(&format!("<header>\n<h1>{title}</h1>\n<p>{}</p>\n", escaped(&shown.summary())));
    let mut parts = vec![("outlets", "Outlets"), ("coverage", "Coverage"), ("articles", "Articles"), ("claims", "Shared claims")];
    parts.extend([("alone", "In one article only"), ("quoted", "Quoted")]);
    if !story.warnings.is_empty() {
        parts.push(("warnings", "Warnings"));
    }
    out.push_str("<nav aria-label=\"Parts of this report\">\n<ul>\n");
    for (id, name) in &parts {
        out.push_str(&format!("<li><a href=\"#{id}\">{name}</a></li>\n"));
    }
    out.push_str("</ul>\n</nav>\n</header>\n<main>\n");
    for (id, name) in parts {
        out.push_str(&format!("<section id=\"{id}\" aria-labelledby=\"{id}-h\">\n<h2 id=\"{id}-h\">{name}</h2>\n"));
        match id {
            "outlets" => overview::outlets(&shown, &mut out),
            "coverage" => coverage::coverage(&shown, &mut out),
            "articles" => article::articles(&shown, &mut out),
            "claims" => claim::claims(&shown, &mut out),
            "alone" => overview::alone(&shown, &mut out),
            "quoted" => overview::quoted(&shown, &mut out),
            _ => overview::warnings(&shown, &mut out),
        }
        out.push_str("</section>\n");
    }
    out.push_str(&format!(
        "</main>\n<footer><p>Made by rashomon {} from the articles as they were read; ",
        env!("CARGO_PKG_VERSION")
    ));
    out.push_str(&format!("links of {} and more are shown.</p></footer>\n</body>\n</html>\n", phrases::score(comparison.bar)));
    out
}

/// The sign of a claim, for readers who do not see colours: a difference, a quotation, or else the same told twice.
fn sign(claim: &crate::model::Claim) -> &'static str {
    use crate::model::ClaimKind;
    match claim.kind {
        _ if claim.differs() => "≠",
        ClaimKind::Quotation => "“",
        ClaimKind::Statement | ClaimKind::Fact => "=",
    }
}

/// The class of a claim's marks: what it is, and whether it is weak.
fn class(shown: &Shown, number: usize) -> String {
    use crate::model::ClaimKind;
    let Some(claim) = shown.comparison.claims.get(number) else { return String::new() };
    let kind = match claim.kind {
        _ if claim.differs() => "difference",
        ClaimKind::Quotation => "quotation",
        ClaimKind::Statement | ClaimKind::Fact => "fact",
    };
    if shown.comparison.is_strong(number) { kind.to_owned() } else { format!("{kind} weak") }
}
