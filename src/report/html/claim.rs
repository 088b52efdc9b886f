//! Every shared claim: its versions, what differs, who lacks it and how near they come, and why it is linked.

use super::escape::{escaped, lang};
use super::{class, sign};
use crate::model::{Absence, Claim, Span};
use crate::report::phrases;
use crate::report::shown::Shown;
use crate::report::wording::{self, Kinship};

/// Of more articles than this that lack a claim, only those that come nearest are told of.
const MOST_ABSENT: usize = 20;

/// All claims, in the comparison's order.
pub fn claims(shown: &Shown, out: &mut String) {
    if shown.comparison.claims.is_empty() {
        out.push_str("<p>None. A lower bar of certainty shows links that are less certain.</p>\n");
    } else {
        out.push_str(
            "<p>In each claim one version is the base; <b class=\"only\">words like these</b> of the others are not in it, \
             <b class=\"synonym\">words like these</b> stand for others of the same sense.</p>\n",
        );
    }
    for (c, claim) in shown.comparison.claims.iter().enumerate() {
        let n = c + 1;
        let about: Vec<String> = shown.about(c).iter().map(|a| escaped(a)).collect();
        out.push_str(&format!("<section class=\"claim {}\" id=\"c{n}\" aria-labelledby=\"c{n}-h\">\n", class(shown, c)));
        let label = escaped(&claim.label);
        out.push_str(&format!("<h3 id=\"c{n}-h\"><span class=\"sign\">{}{n}</span> {label}</h3>\n", sign(claim)));
        out.push_str(&format!("<p class=\"about\">{}</p>\n<ol class=\"versions\">\n", about.join(" · ")));
        let base = base(shown, claim, c);
        for v in 0..claim.versions.len() {
            version(shown, claim, (c, v), base, out);
        }
        out.push_str("</ol>\n");
        differences(claim, out);
        absent(shown, claim, c, out);
        reasons(shown, claim, c, out);
        out.push_str("</section>\n");
    }
}

/// The version that the others are compared with: of those that speak for their outlets the most direct, of several the first.
fn base(shown: &Shown, claim: &Claim, c: usize) -> usize {
    shown.tellings(c).filter_map(|n| Some((claim.versions.get(n)?.form, n))).min().map_or(0, |(_, n)| n)
}

/// The words of a version; those that the base has not are set off, and so are those for which it has others.
fn words(text: &str, base: Option<&str>) -> String {
    let compared = base.map(|base| wording::compare(base, text)).unwrap_or_default();
    let mut out = String::with_capacity(text.len() * 2);
    let mut at = 0;
    for (word, kin) in compared {
        let class = match kin {
            Kinship::Only => "only",
            Kinship::Synonym => "synonym",
            Kinship::Same | Kinship::Form | Kinship::Moved => continue,
        };
        out.push_str(&escaped(Span::new(at, word.start).of(text)));
        out.push_str(&format!("<b class=\"{class}\">{}</b>", escaped(word.of(text))));
        at = word.end;
    }
    out + &escaped(Span::new(at, text.len()).of(text))
}

/// One version: outlet, place (a link into the article), form and speaker, words.
fn version(shown: &Shown, claim: &Claim, (c, v): (usize, usize), base: usize, out: &mut String) {
    let Some(version) = claim.versions.get(v) else { return };
    let mut told = vec![phrases::form(version.form).to_owned()];
    if version.speaker != claim.speaker {
        told.extend(version.speaker.as_deref().map(escaped));
    }
    if v == base {
        told.push("base".to_owned());
    }
    let with = claim.versions.get(base).filter(|_| v != base).map(|b| shown.story.text(&b.place));
    let language = lang(shown.story.articles.get(version.place.article).and_then(|a| a.language.as_deref()));
    out.push_str(&format!(
        "<li><p><b>{}</b>, <a href=\"#c{n}v{v}\">{}</a>, {}</p>\n<blockquote{language}><p>{}</p></blockquote></li>\n",
        escaped(shown.outlet(version.place.article)),
        shown.place(&version.place),
        told.join(", "),
        words(shown.story.text(&version.place), with),
        n = c + 1,
    ));
}

/// What differs.
fn differences(claim: &Claim, out: &mut String) {
    if claim.differences.is_empty() {
        return;
    }
    out.push_str("<ul class=\"differences\">\n");
    for difference in &claim.differences {
        out.push_str(&format!("<li><b>≠ {}</b> {}</li>\n", difference.kind.name(), escaped(&difference.detail)));
    }
    out.push_str("</ul>\n");
}

/// Who lacks the claim, each with the nearest passage.
fn absent(shown: &Shown, claim: &Claim, c: usize, out: &mut String) {
    let lacking = shown.lacking(claim);
    if lacking.is_empty() {
        return;
    }
    let who = escaped(&phrases::short_list(&lacking));
    // What a link leads to inside of closed details opens them.
    out.push_str(&format!("<details>\n<summary>Not in {who}</summary>\n<ul id=\"c{}n\">\n", c + 1));
    let score = |a: &&Absence| a.nearest.as_ref().map_or(0.0, |n| n.score);
    let mut nearest: Vec<&Absence> = claim.absent.iter().collect();
    if nearest.len() > MOST_ABSENT {
        nearest.sort_by(|a, b| score(b).total_cmp(&score(a)));
    }
    for absence in nearest.iter().take(MOST_ABSENT) {
        certificate(shown, absence, out);
    }
    if let Some(more) = nearest.len().checked_sub(MOST_ABSENT).filter(|more| *more > 0) {
        out.push_str(&format!("<li>{more} more come less near.</li>\n"));
    }
    out.push_str("</ul>\n</details>\n");
}

/// The nearest that one article comes to a claim, and why that is not it.
fn certificate(shown: &Shown, absence: &Absence, out: &mut String) {
    let outlet = escaped(shown.outlet(absence.article));
    let Some(nearest) = &absence.nearest else {
        out.push_str(&format!("<li><b>{outlet}</b>: nothing comes near.</li>\n"));
        return;
    };
    let why = phrases::not_the_claim(shown.comparison, nearest);
    let mut why: Vec<String> = why.iter().map(|w| escaped(w)).collect();
    why.insert(0, format!("{} likely", phrases::score(nearest.score)));
    out.push_str(&format!(
        "<li><b>{outlet}</b>, nearest <a href=\"#a{}p{}\">{}</a> ({}): <q>{}</q></li>\n",
        nearest.place.article,
        nearest.place.passage,
        shown.place(&nearest.place),
        why.join("; "),
        escaped(shown.story.text(&nearest.place)),
    ));
}

/// Why the versions are held to be one claim.
fn reasons(shown: &Shown, claim: &Claim, c: usize, out: &mut String) {
    out.push_str("<details>\n<summary>Why linked</summary>\n<ul>\n");
    for link in shown.comparison.links_of(c) {
        let (a, b) = link.versions;
        let reasons = phrases::reasons(&shown.comparison.reasons(shown.story, link));
        out.push_str(&format!(
            "<li>{} and {}, {}: {}</li>\n",
            escaped(shown.outlet_of_version(claim, a)),
            escaped(shown.outlet_of_version(claim, b)),
            phrases::score(link.score),
            escaped(&reasons),
        ));
    }
    out.push_str("</ul>\n</details>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_the_base_has_not_are_set_off_and_none_is_lost() {
        let told = words("The <mayor> said no.", Some("The mayor said yes."));
        assert_eq!(told, "The &lt;mayor&gt; said <b class=\"only\">no</b>.");
        assert_eq!(words("The base & all", None), "The base &amp; all");
        assert_eq!(words("", Some("x")), "");
    }
}
