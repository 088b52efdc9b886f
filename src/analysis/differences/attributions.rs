//! Who is named right beside a version as saying it, in the words around the version.

use super::telling::Telling;
use crate::analysis::similarity::words::words;

/// So many bytes around a version hold its attribution.
const BESIDE: usize = 120;
/// So many words before a verb of saying, and after it, may stand who says it.
const BEFORE: usize = 4;
const AFTER: usize = 7;

/// Whether right before or after the version somebody of the name says something: `the actress's agent, Bruno Brand, tells`.
pub(super) fn speaks_beside(t: &Telling, name: &str) -> bool {
    around(t).into_iter().any(|text| spoken(text, name).is_some())
}

/// Whether exactly one verb of saying stands in and around the version, and beside it the name: `“…,” Brand told the crowd`.
pub(super) fn alone_says(t: &Telling, name: &str) -> bool {
    let [before, after] = around(t);
    let own = t.own.of(t.text);
    let said: usize = [before, own, after].iter().map(|text| words(text).iter().filter(|w| says(&w.form)).count()).sum();
    said == 1 && [before, own, after].iter().any(|text| spoken(text, name).is_some())
}

/// The words of the passage right before the version, and right after it.
fn around<'t>(t: &'t Telling) -> [&'t str; 2] {
    let is_edge = |at: &usize| t.text.is_char_boundary(*at);
    let from = (t.own.start.saturating_sub(BESIDE)..=t.own.start).find(is_edge).unwrap_or(0);
    let to = (t.own.end..=t.text.len().min(t.own.end + BESIDE)).rev().find(is_edge).unwrap_or(t.own.end);
    [t.text.get(from..t.own.start).unwrap_or(""), t.text.get(t.own.end..to).unwrap_or("")]
}

/// Which word of a text is the last part of a name with a verb of saying near.
fn spoken(text: &str, name: &str) -> Option<usize> {
    let last = name.rsplit(' ').next().unwrap_or("").to_lowercase();
    let words = words(text);
    let near = |k: usize| words.iter().take(k + BEFORE).skip(k.saturating_sub(AFTER)).any(|w| says(&w.form));
    words.iter().enumerate().find(|(k, w)| w.form.trim_end_matches("'s") == last && near(*k)).map(|(k, _)| k)
}

fn says(form: &str) -> bool {
    matches!(form, "said" | "says" | "told" | "tells" | "added" | "according" | "wrote" | "writes")
}
