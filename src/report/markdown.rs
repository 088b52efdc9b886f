//! The report as Markdown (CommonMark with tables): coverage as a table, versions as block quotes.

use crate::model::{Comparison, Link, Story};
use crate::report::phrases::{self, short_list};
use crate::report::printable::{one_line, printable};
use crate::report::shown::Shown;
use crate::report::{address, speakers};

/// More outlets than this make no readable table.
const WIDEST: usize = 16;

/// Links whose reasons the report gives for a claim, the surest.
const REASONS: usize = 3;

/// The whole report.
pub fn report(story: &Story, comparison: &Comparison) -> String {
    let shown = Shown::new(story, comparison);
    let mut out = format!("# {}\n\n{}\n", text(shown.title()), text(&shown.summary()));
    outlets(&shown, &mut out);
    coverage(&shown, &mut out);
    out.push_str("\n## Shared claims\n");
    for (c, claim) in comparison.claims.iter().enumerate() {
        out.push_str(&format!("\n### {}. {}\n\n", c + 1, text(&claim.label)));
        versions(&shown, c, REASONS, &mut out);
    }
    quoted(&shown, &mut out);
    alone(&shown, &mut out);
    if !story.warnings.is_empty() {
        out.push_str("\n## Warnings\n\n");
        for warning in &story.warnings {
            out.push_str(&format!("- {}\n", text(warning)));
        }
    }
    printable(&out).into_owned()
}

/// One claim (an index into the comparison's claims) with all its versions, each with the address of its article: what a
/// person pastes into a message. Empty where there is no such claim.
pub fn claim(story: &Story, comparison: &Comparison, claim: usize) -> String {
    let Some(found) = comparison.claims.get(claim) else { return String::new() };
    let mut out = format!("**{}**\n\n", text(&found.label));
    versions(&Shown::new(story, comparison), claim, 0, &mut out);
    printable(&out).into_owned()
}

/// What and whose a claim is, its versions, what differs, who lacks it, and why it is linked, for so many of its links.
fn versions(shown: &Shown, number: usize, reasons: usize, out: &mut String) {
    let Some(claim) = shown.comparison.claims.get(number) else { return };
    let about: Vec<String> = shown.about(number).iter().map(|a| text(a)).collect();
    out.push_str(&format!("{}\n", about.join(" · ")));
    for version in &claim.versions {
        let article = shown.story.articles.get(version.place.article);
        let name = text(shown.outlet(version.place.article));
        let link = article.and_then(|a| a.url.as_deref()).and_then(address::link);
        let name = link.map_or(format!("**{name}**"), |link| format!("[**{name}**](<{link}>)"));
        let mut told: Vec<String> = article.and_then(|a| a.published).map(phrases::date).into_iter().collect();
        told.push(shown.place(&version.place));
        told.push(phrases::form(version.form).to_owned());
        told.extend(version.speaker.iter().map(|s| text(s)));
        out.push_str(&format!("\n{name} – {}\n\n> {}\n", told.join(", "), text(shown.story.text(&version.place))));
    }
    let mut notes = Vec::new();
    for difference in &claim.differences {
        notes.push(format!("Differs in {}: {}", difference.kind.name(), text(&difference.detail)));
    }
    let lacking = shown.lacking(claim);
    if !lacking.is_empty() {
        notes.push(format!("Not in {}", text(&short_list(&lacking))));
    }
    let mut links: Vec<&Link> = shown.comparison.links_of(number).collect();
    links.sort_by(|a, b| b.score.total_cmp(&a.score));
    for link in links.into_iter().take(reasons) {
        let (a, b) = link.versions;
        let reasons = text(&phrases::reasons(&shown.comparison.reasons(shown.story, link)));
        notes.push(format!(
            "{} and {} ({}): {reasons}",
            text(shown.outlet_of_version(claim, a)),
            text(shown.outlet_of_version(claim, b)),
            phrases::score(link.score)
        ));
    }
    if !notes.is_empty() {
        out.push('\n');
    }
    for note in notes {
        out.push_str(&format!("- {note}\n"));
    }
}

/// Who published what, when, and how long it is.
fn outlets(shown: &Shown, out: &mut String) {
    out.push_str("\n## Outlets\n\n| Outlet | Date | Words | Headline |\n| --- | --- | ---: | --- |\n");
    for (a, article) in shown.story.articles.iter().enumerate() {
        let date = article.published.map(phrases::date).unwrap_or_default();
        let headline = text(&article.headline);
        let headline = match article.url.as_deref().and_then(address::link) {
            Some(link) if !headline.is_empty() => format!("[{headline}](<{link}>)"),
            Some(link) => format!("<{link}>"),
            None => headline,
        };
        let note = article.note.as_ref().map(|n| format!(" ({})", text(n))).unwrap_or_default();
        let outlet = text(shown.outlet(a));
        out.push_str(&format!("| {outlet} | {date} | {} | {headline}{note} |\n", article.words()));
    }
}

/// Claims against outlets; a list where there are too many outlets for a table.
fn coverage(shown: &Shown, out: &mut String) {
    let outlets = &shown.outlets;
    out.push_str("\n## Coverage\n\n");
    if outlets.len() > WIDEST {
        for (c, claim) in shown.comparison.claims.iter().enumerate() {
            let carried = shown.carrying(claim);
            out.push_str(&format!("{}. {} – {}\n", c + 1, text(&claim.label), text(&short_list(&carried))));
        }
        return;
    }
    let names: Vec<String> = outlets.iter().map(|o| text(o)).collect();
    out.push_str(&format!(
        "| | Claim | {} |\n| ---: | --- | {}\n",
        names.join(" | "),
        ":---: | ".repeat(outlets.len()).trim_end()
    ));
    for (c, claim) in shown.comparison.claims.iter().enumerate() {
        let form = |v: Option<usize>| v.and_then(|v| claim.versions.get(v)).map_or("–", |v| v.form.name());
        let cells: Vec<&str> = shown.cells(c).into_iter().map(form).collect();
        out.push_str(&format!("| {} | {} | {} |\n", c + 1, text(&claim.label), cells.join(" | ")));
    }
}

/// Who is quoted how often, by whom.
fn quoted(shown: &Shown, out: &mut String) {
    out.push_str("\n## Quoted\n\n| Speaker | Quotations |\n| --- | --- |\n");
    for quoted in speakers::quoted(shown.comparison) {
        let by: Vec<String> = quoted.by_article().iter().map(|&(a, n)| format!("{} {n}", text(shown.outlet(a)))).collect();
        out.push_str(&format!("| {} | {} |\n", text(quoted.speaker.unwrap_or("(not known)")), by.join(", ")));
    }
}

/// How much each article tells that no other does.
fn alone(shown: &Shown, out: &mut String) {
    out.push_str("\n## Told by one article only\n\n| Article | Statements | Of |\n| --- | ---: | ---: |\n");
    for a in 0..shown.story.articles.len() {
        let (alone, all) = shown.alone(a);
        out.push_str(&format!("| {} | {alone} | {all} |\n", text(shown.outlet(a))));
    }
}

/// Text that Markdown shows as it is: one line, nothing in it taken for markup, wherever on a line it stands.
fn text(text: &str) -> String {
    let text = one_line(text.trim());
    let mut out = String::with_capacity(text.len() + 8);
    let number = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    for (at, c) in text.char_indices() {
        let first = at == 0 && "#+-=:".contains(c);
        let ordered = at == number && at > 0 && at < 10 && ".)".contains(c);
        if first || ordered || "\\`*_[]<>|~&$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn markup_is_shown_and_prose_is_left_alone() {
        assert_eq!(text("<b>*no* [x](y) | `z`"), "\\<b\\>\\*no\\* \\[x\\](y) \\| \\`z\\`");
        assert_eq!(text("# 1"), "\\# 1");
        assert_eq!(text("24. March"), "24\\. March");
        assert_eq!(text("In 2014, £8 million – “so”. It's 3.5%"), "In 2014, £8 million – “so”. It's 3.5%");
        assert_eq!(text("a\nb"), "a\\\\u{a}b");
    }
}
