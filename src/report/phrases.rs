//! Wordings that all reports share: counts, dates, places, lists, who lacks a claim.

use crate::model::{Article, Claim, Comparison, Form, PassageKind, Place, Story};
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

/// A score or confidence with two decimals.
pub fn score(x: f64) -> String {
    format!("{x:.2}")
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

/// How a version is told, for readers.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "in direct speech",
        Form::Indirect => "reported",
        Form::Narrated => "in the article's own voice",
    }
}

/// What the story is called: its title, or else its first headline.
pub fn title(story: &Story) -> &str {
    if !story.title.is_empty() {
        return &story.title;
    }
    story.articles.iter().map(|a| a.headline.as_str()).find(|h| !h.is_empty()).unwrap_or("Untitled story")
}

/// `5 articles by 4 outlets: 23 shared claims (20 of them strong), 31 quotations, 64 statements of one article only`.
pub fn summary(story: &Story, comparison: &Comparison) -> String {
    let strong = (0..comparison.claims.len()).filter(|c| comparison.is_strong(*c)).count();
    let alone = comparison.statements.iter().filter(|s| s.claims.is_empty()).count();
    let spoken = comparison.quotations.iter().filter(|q| !q.scare).count();
    format!(
        "{} by {}; {} ({strong} strong, links of {} and more shown), {}, {} found in one article only.",
        count(story.articles.len(), "article"),
        count(story.outlets().len(), "outlet"),
        count(comparison.claims.len(), "shared claim"),
        score(comparison.bar),
        count(spoken, "quotation"),
        count(alone, "statement"),
    )
}

/// The outlet of an article; with the article's id where the outlet has several.
pub fn outlet(story: &Story, article: usize) -> String {
    let Some(this) = story.articles.get(article) else { return String::new() };
    if story.articles.iter().filter(|a| a.outlet == this.outlet).count() > 1 {
        format!("{} [{}]", this.outlet, this.id)
    } else {
        this.outlet.clone()
    }
}

/// The outlets none of whose articles carries the claim, in the story's order.
pub fn lacking<'s>(story: &'s Story, claim: &Claim) -> Vec<&'s str> {
    let carried = claim.outlets(story);
    story.outlets().into_iter().filter(|o| !carried.contains(o)).collect()
}

/// Day and number of words of an article, as far as known: `24 March 2017, 310 words`.
pub fn particulars(article: &Article) -> String {
    let mut parts: Vec<String> = article.published.map(date).into_iter().collect();
    parts.push(count(article.words(), "word"));
    parts.extend(article.note.clone());
    parts.join(", ")
}

/// Where passages stand in their articles, as a person counts: `paragraph 3`.
pub struct Places<'s> {
    story: &'s Story,
    ordinals: Vec<Vec<usize>>,
}

impl<'s> Places<'s> {
    /// Counts the passages of a story, each among those of its kind.
    pub fn new(story: &'s Story) -> Self {
        let number = |article: &Article| {
            let mut seen = std::collections::BTreeMap::<PassageKind, usize>::new();
            let mut numbers = Vec::with_capacity(article.passages.len());
            for passage in &article.passages {
                let n = seen.entry(passage.kind).or_default();
                *n += 1;
                numbers.push(*n);
            }
            numbers
        };
        Places { story, ordinals: story.articles.iter().map(number).collect() }
    }

    /// `paragraph 3`, `headline`.
    pub fn name(&self, place: &Place) -> String {
        let kind = self.story.passage(place).map_or(PassageKind::Paragraph, |p| p.kind);
        let number = self.ordinals.get(place.article).and_then(|o| o.get(place.passage)).copied().unwrap_or(0);
        match kind {
            PassageKind::Headline if number == 1 => "headline".to_owned(),
            kind => format!("{} {number}", kind.name()),
        }
    }

    /// The same with lines and source: `paragraph 3, line 9 of a.txt`.
    pub fn in_full(&self, place: &Place) -> String {
        let name = self.name(place);
        let source = self.story.articles.get(place.article).map_or("", |a| a.source.as_str());
        match self.story.passage(place).map(|p| p.lines) {
            Some((0, _)) | None => format!("{name} of {source}"),
            Some((first, last)) if first == last => format!("{name}, line {first} of {source}"),
            Some((first, last)) => format!("{name}, lines {first} to {last} of {source}"),
        }
    }
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
        assert_eq!((count(1, "claim"), count(0, "claim")), ("1 claim".to_owned(), "0 claims".to_owned()));
        assert_eq!(date(jiff::civil::date(2017, 3, 24)), "24 March 2017");
    }
}
