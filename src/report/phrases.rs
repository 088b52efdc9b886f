//! Wordings that all reports share: counts, dates, scores, lists.

use crate::model::{Article, Comparison, Form, Nearest};
use jiff::civil::Date;

/// `1 claim`, `2 claims`.
pub fn count(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// `24 March 2017`.
pub fn date(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(date.month()).ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)).copied().unwrap_or("");
    format!("{} {month} {}", date.day(), date.year())
}

/// A score or confidence with two decimals; what is not quite certain does not look it.
pub fn score(x: f64) -> String {
    let shown = if x < 1.0 { x.min(0.99) } else { x };
    format!("{shown:.2}")
}

/// The evidence for a link, in one line.
pub fn reasons(reasons: &[String]) -> String {
    if reasons.is_empty() { "through other versions".to_owned() } else { reasons.join("; ") }
}

/// Why the nearest statement is not taken for the claim, reason by reason.
pub fn not_the_claim(comparison: &Comparison, nearest: &Nearest) -> Vec<String> {
    let told = nearest.told.and_then(|c| Some((c, comparison.claims.get(c)?)));
    let told = told.map(|(c, claim)| format!("what they share is claim {}, “{}”", c + 1, claim.label));
    told.into_iter().chain(nearest.why.iter().cloned()).collect()
}

/// `a`, `a and b`, `a, b and c`.
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [before @ .., last] => {
            let before: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", before.join(", "), last.as_ref())
        }
    }
}

/// The same, but of a long list only the beginning: `a, b, … and 40 more`.
pub fn short_list<S: AsRef<str>>(items: &[S]) -> String {
    const MOST: usize = 20;
    match items.split_at_checked(MOST) {
        Some((first, rest)) if rest.len() > 1 => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {} more", first.join(", "), rest.len())
        }
        _ => list(items),
    }
}

/// How a version is told, for readers.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "in direct speech",
        Form::Indirect => "reported",
        Form::Narrated => "in the article's own voice",
    }
}

/// Day and number of words of an article, as far as known: `24 March 2017, 310 words`.
pub fn particulars(article: &Article) -> String {
    let mut parts: Vec<String> = article.published.map(date).into_iter().collect();
    parts.push(count(article.words(), "word"));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_counts_read_as_english() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!([score(0.999), score(1.0), score(0.256)], ["0.99", "1.00", "0.26"]);
        let many: Vec<String> = (1..=30).map(|n| n.to_string()).collect();
        assert!(short_list(&many).ends_with("19, 20 and 10 more"));
        assert!(short_list(many.get(..21).unwrap_or(&[])).ends_with("20 and 21"));
        assert_eq!((count(1, "claim"), count(0, "claim")), ("1 claim".to_owned(), "0 claims".to_owned()));
        assert_eq!(date(jiff::civil::date(2017, 3, 24)), "24 March 2017");
    }
}
