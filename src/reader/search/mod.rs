//! Finding words in the articles.
//!
//! In: the story and what was typed. Out: the places where it stands, in reading order. Capitals count only if some
//! were typed; accents, curly marks and the kinds of dashes and spaces never count. No patterns: what is typed is
//! what is looked for.

mod fold;

use crate::model::{Place, Span, Story};
use fold::{Folded, fold};

/// Places beyond which no more are looked for: nobody goes through them, and the count says that there are more.
pub const MOST: usize = 9_999;

/// The places of `query`, by article, passage and byte; at most [`MOST`]. Places of one passage do not overlap.
pub fn find(story: &Story, query: &str, furniture: bool) -> Vec<Place> {
    let capitals = query.chars().any(char::is_uppercase);
    let wanted = fold(query, capitals).text;
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    for (a, article) in story.articles.iter().enumerate() {
        for (p, passage) in article.passages.iter().enumerate().filter(|(_, p)| furniture || p.is_article()) {
            let folded = fold(&passage.text, capitals);
            let spans = places_in(&folded, &wanted).map(|span| Place::new(a, p, span));
            found.extend(spans.take(MOST - found.len()));
            if found.len() == MOST {
                return found;
            }
        }
    }
    found
}

/// A text in small letters, without accents and typographic marks.
pub fn plain(text: &str) -> String {
    fold(text, false).text
}

/// Where the wanted words stand in a folded text, as spans of the text itself.
fn places_in<'t>(folded: &'t Folded, wanted: &'t str) -> impl Iterator<Item = Span> + 't {
    folded.text.match_indices(wanted).map(|(at, _)| folded.span(at, at + wanted.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Passage, PassageKind};

    fn story(texts: &[&str]) -> Story {
        let passage =
            |text: &&str| Passage { kind: PassageKind::Paragraph, speaker: None, lines: (0, 0), text: (*text).to_owned() };
        Story {
            articles: vec![Article { passages: texts.iter().map(passage).collect(), ..Article::default() }],
            ..Story::default()
        }
    }

    fn found(text: &str, query: &str) -> Vec<String> {
        let story = story(&[text]);
        find(&story, query, false).iter().map(|place| story.text(place).to_owned()).collect()
    }

    #[test]
    fn capitals_count_if_some_are_typed() {
        let text = "May said that he may go in May.";
        assert_eq!(found(text, "may"), ["May", "may", "May"]);
        assert_eq!(found(text, "May"), ["May", "May"]);
        assert_eq!(found(text, "MAY"), [""; 0]);
    }

    #[test]
    fn accents_and_kinds_of_marks_do_not_count() {
        assert_eq!(found("Café, CAFE\u{301} and cafés", "café"), ["Café", "CAFE\u{301}", "café"]);
        assert_eq!(found("Café", "cafe"), ["Café"]);
        assert_eq!(found("“We don’t know” – Łódź", "\"we don't know\" - lodz"), ["“We don’t know” – Łódź"]);
        assert_eq!(found("straße und Strasse", "strasse"), ["straße", "Strasse"]);
        assert_eq!(found("£8\u{a0}million", "8 million"), ["8\u{a0}million"]);
        assert_eq!(found("Café", "cafo"), [""; 0]);
    }

    #[test]
    fn places_come_in_reading_order_and_do_not_overlap() {
        let story = story(&["aaaa", "no", "baa"]);
        let places: Vec<(usize, usize, usize)> =
            find(&story, "aa", false).iter().map(|p| (p.passage, p.span.start, p.span.end)).collect();
        assert_eq!(places, [(0, 0, 2), (0, 2, 4), (2, 1, 3)]);
        assert!(find(&story, "", false).is_empty());
        assert!(find(&story, "\u{301}", false).is_empty(), "an accent alone is nothing");
    }

    #[test]
    fn what_was_cleaned_away_is_found_only_while_shown() {
        let mut story = story(&["read more"]);
        story.articles.iter_mut().flat_map(|a| &mut a.passages).for_each(|p| p.kind = PassageKind::Furniture);
        assert!(find(&story, "more", false).is_empty());
        assert_eq!(find(&story, "more", true).len(), 1);
    }

    #[test]
    fn a_giant_text_has_an_end() {
        let giant = "é".repeat(300_000);
        assert_eq!(find(&story(&[&giant]), "e", false).len(), MOST);
    }
}
