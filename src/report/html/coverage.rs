//! Claims against outlets: a full cell leads to the version in its article, an empty one to the certificate of absence.

use super::escape::escaped;
use super::{class, sign};
use crate::report::phrases::short_list;
use crate::report::shown::Shown;

/// More cells than this are no table for a page; then every claim lists its outlets.
const MOST_CELLS: usize = 50_000;

/// The table, or the list.
pub fn coverage(shown: &Shown, out: &mut String) {
    let claims = &shown.comparison.claims;
    if claims.len().saturating_mul(shown.outlets.len()) > MOST_CELLS {
        out.push_str("<ol>\n");
        for (c, claim) in claims.iter().enumerate() {
            let carried = escaped(&short_list(&shown.carrying(claim)));
            out.push_str(&format!("<li><a href=\"#c{}\">{}</a>: {carried}</li>\n", c + 1, escaped(&claim.label)));
        }
        out.push_str("</ol>\n");
        return;
    }
    out.push_str("<p>How each outlet tells each claim. A word leads to the version in its article; a dash to the nearest that ");
    out.push_str(
        "the outlet comes. Signs: “ an utterance, = an assertion, ≠ the versions differ in substance. Cells with colour ",
    );
    out.push_str("are linked strongly (0.80 and more).</p>\n");
    out.push_str(
        "<div class=\"wide\" role=\"region\" aria-labelledby=\"coverage-h\" tabindex=\"0\">\n<table class=\"coverage\">\n",
    );
    out.push_str("<thead><tr><th scope=\"col\">Claim</th>");
    for outlet in &shown.outlets {
        out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(outlet)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (c, claim) in claims.iter().enumerate() {
        let n = c + 1;
        let kind = class(shown, c);
        let label = escaped(&claim.label);
        out.push_str(&format!(
            "<tr><th scope=\"row\"><a href=\"#c{n}\"><span class=\"sign {kind}\">{}{n}</span> {label}</a></th>",
            sign(claim)
        ));
        for (o, cell) in shown.cells(c).into_iter().enumerate() {
            let outlet = escaped(shown.outlets.get(o).copied().unwrap_or_default());
            match cell.and_then(|v| claim.versions.get(v).map(|version| (v, version))) {
                Some((v, version)) => {
                    let form = version.form.name();
                    let name = format!("{form} in {outlet}: claim {n}");
                    out.push_str(&format!("<td class=\"{kind}\"><a href=\"#c{n}v{v}\" aria-label=\"{name}\">{form}</a></td>"));
                }
                None => {
                    let name = format!("not in {outlet}: claim {n}");
                    out.push_str(&format!("<td class=\"none\"><a href=\"#c{n}n\" aria-label=\"{name}\">–</a></td>"));
                }
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}
