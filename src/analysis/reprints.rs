//! Articles that print what another one has printed, passage for passage, on the same day, as an agency's text is in forty
//! papers: what is found in one of them is found in all.

use crate::model::{Article, Story};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// For each article of a story the first that reads the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reprints {
    first: Vec<usize>,
    /// For each article which of the first ones that is.
    number: Vec<usize>,
    firsts: Vec<usize>,
}

impl Reprints {
    /// Those of a story.
    pub fn of(story: &Story) -> Self {
        let mut reprints = Reprints::default();
        let mut known: FxHashMap<(usize, usize), Vec<usize>> = FxHashMap::default();
        for (a, article) in story.articles.iter().enumerate() {
            let length = article.passages.iter().map(|p| p.text.len()).sum();
            // Where they agree, they mostly are the same: few are held against each other in vain.
            let like = known.entry((article.passages.len(), length)).or_default();
            let same = |number: &&usize| {
                let first = reprints.firsts.get(**number).and_then(|first| story.articles.get(*first));
                first.is_some_and(|first| are_alike(first, article))
            };
            let number = like.iter().find(same).copied().unwrap_or_else(|| {
                like.push(reprints.firsts.len());
                reprints.firsts.push(a);
                reprints.firsts.len() - 1
            });
            reprints.number.push(number);
            reprints.first.push(reprints.firsts.get(number).copied().unwrap_or(a));
        }
        reprints
    }

    /// The first article that reads like this one.
    pub fn first(&self, article: usize) -> usize {
        self.first.get(article).copied().unwrap_or(article)
    }

    /// What `find` makes of each article, made once of those that read alike; one by one, as some are many times as long as others.
    pub fn each<T: Send>(&self, find: impl Fn(usize) -> T + Sync) -> Each<'_, T> {
        Each { made: self.firsts.par_iter().with_max_len(1).map(|a| find(*a)).collect(), number: &self.number }
    }

    /// What `find` finds in the articles, one after the other, found once in those that read alike: `moved` brings it to
    /// the article given.
    pub fn gather<T: Clone + Send>(&self, find: impl Fn(usize) -> Vec<T> + Sync, moved: impl Fn(T, usize) -> T) -> Vec<T> {
        let found = self.each(find);
        let mut all: Vec<T> = Vec::with_capacity(found.iter().map(Vec::len).sum());
        let mut bounds: Vec<(usize, usize)> = Vec::with_capacity(self.first.len());
        let mut made = found.made.into_iter();
        for (a, &first) in self.first.iter().enumerate() {
            let start = all.len();
            if first == a {
                all.extend(made.next().unwrap_or_default());
            } else if let Some(&(from, to)) = bounds.get(first) {
                for n in from..to {
                    all.extend(all.get(n).cloned().map(|one| moved(one, a)));
                }
            }
            bounds.push((start, all.len()));
        }
        all
    }
}

/// What was made of each article.
#[derive(Debug)]
pub struct Each<'r, T> {
    made: Vec<T>,
    number: &'r [usize],
}

impl<T> Each<'_, T> {
    /// What was made of an article.
    pub fn of(&self, article: usize) -> Option<&T> {
        self.made.get(*self.number.get(article)?)
    }

    /// What was made of each, article after article.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.number.iter().filter_map(|number| self.made.get(*number))
    }

    /// The same, each once.
    pub fn into_once(self) -> Vec<T> {
        self.made
    }
}

/// Whether all that articles are read by is the same: their words, what these are on the page, and the day.
fn are_alike(one: &Article, other: &Article) -> bool {
    let mut both = one.passages.iter().zip(&other.passages);
    one.published == other.published
        && one.passages.len() == other.passages.len()
        && both.all(|(a, b)| a.kind == b.kind && a.speaker == b.speaker && a.text == b.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{self, Evidence};
    use crate::model::{Passage, PassageKind};
    use jiff::civil::date;

    fn article(day: i8, texts: &[&str]) -> Article {
        let passage =
            |text: &&str| Passage { kind: PassageKind::Paragraph, speaker: None, lines: (1, 1), text: (*text).to_owned() };
        Article { published: Some(date(2017, 3, day)), passages: texts.iter().map(passage).collect(), ..Article::default() }
    }

    /// Two texts; the first is printed three times, of which once on another day.
    fn story() -> Story {
        let told = [
            "“The ferries were sold on Friday, and",
            "“nobody asked the council for 12 million euros,” Anna Adler said. Adler, the mayor of Oldtown, said that she would resign.",
        ];
        let other = ["Bruno Brand said that the ferries cost the council 14 million euros last week.", "“I asked,” he said."];
        let articles = vec![article(24, &told), article(24, &other), article(24, &told), article(18, &told)];
        Story { articles, ..Story::default() }
    }

    #[test]
    fn the_same_words_on_another_day_are_no_reprint() {
        assert_eq!(Reprints::of(&story()).first, [0, 1, 0, 3]);
        let mut captioned = story();
        captioned.articles[2].passages[1].kind = PassageKind::Caption;
        assert_eq!(Reprints::of(&captioned).first, [0, 1, 2, 3]);
    }

    /// What stands in an article, without which one it is.
    fn standing(evidence: &Evidence, article: usize) -> String {
        let quotations: Vec<_> = evidence.quotations.iter().filter(|q| q.place.article == article).cloned().collect();
        let reports: Vec<_> = evidence.reports.iter().filter(|r| r.sentence.article == article).cloned().collect();
        let measures: Vec<_> = evidence.measures.iter().filter(|m| m.place.article == article).cloned().collect();
        let mentions: Vec<_> = evidence.names.mentions.iter().filter(|m| m.place.article == article).cloned().collect();
        let statements = evidence.statements.iter().zip(&evidence.similarity.profiles.of);
        let statements: Vec<_> = statements
            .filter(|(s, _)| s.place.article == article)
            .map(|(s, p)| (s.clone(), p.terms.clone(), p.elements.clone(), p.place, p.mass, p.negated, p.values.clone()))
            .collect();
        format!("{quotations:?} {reports:?} {measures:?} {mentions:?} {statements:?}")
            .replace(&format!("article: {article},"), "article: _,")
    }

    #[test]
    fn a_reprint_holds_what_its_first_holds() {
        let evidence = analysis::weigh(&story());
        let first = standing(&evidence, 0);
        assert!(first.contains("Adler") && first.contains("12") && evidence.quotations.len() > 4, "{first}");
        assert_eq!(standing(&evidence, 2), first);
        // The day that `Friday` means is another one there.
        assert_ne!(standing(&evidence, 3), first);
        assert!(standing(&evidence, 1).contains("Brand"));
    }

    #[test]
    fn a_continued_quotation_of_a_reprint_goes_on_with_its_own() {
        let quoted = analysis::quotations::find(&story());
        for (n, q) in quoted.iter().enumerate() {
            if let Some(before) = q.continues {
                assert_eq!((before + 1, quoted[before].place.article), (n, q.place.article));
            }
        }
        let continued = |article| quoted.iter().any(|q| q.place.article == article && q.continues.is_some());
        assert!(continued(0) && continued(2));
    }
}
