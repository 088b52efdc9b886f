//! The outlets of a story with their articles: two articles of one outlet are one witness.

use crate::model::Story;
use std::collections::BTreeMap;

/// An outlet and its articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// Its name.
    pub name: String,
    /// Indices of its articles, ascending; never none.
    pub articles: Vec<usize>,
}

impl Outlet {
    /// The number by which the bar of outlets and the digit keys know it: that of its first article, from 1.
    pub fn number(&self) -> usize {
        self.articles.first().map_or(0, |a| a + 1)
    }
}

/// The outlets in the order of their first article.
pub fn outlets(story: &Story) -> Vec<Outlet> {
    let mut found: Vec<Outlet> = Vec::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (a, article) in story.articles.iter().enumerate() {
        let number = *numbers.entry(&article.outlet).or_insert_with(|| {
            found.push(Outlet { name: article.outlet.clone(), articles: Vec::new() });
            found.len() - 1
        });
        if let Some(outlet) = found.get_mut(number) {
            outlet.articles.push(a);
        }
    }
    found
}

/// The outlet of an article (an index into [`outlets`]).
pub fn outlet_of(outlets: &[Outlet], article: usize) -> Option<usize> {
    outlets.iter().position(|o| o.articles.contains(&article))
}

/// For each article of a story its outlet (an index into [`outlets`]).
pub fn of_articles(outlets: &[Outlet], articles: usize) -> Vec<usize> {
    let mut of = vec![0; articles];
    for (o, outlet) in outlets.iter().enumerate() {
        for &a in &outlet.articles {
            if let Some(place) = of.get_mut(a) {
                *place = o;
            }
        }
    }
    of
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Article;

    #[test]
    fn two_articles_of_one_outlet_are_one_column() {
        let article = |outlet: &str| Article { outlet: outlet.to_owned(), ..Article::default() };
        let story = Story { articles: vec![article("Echo"), article("Star"), article("Echo")], ..Story::default() };
        let outlets = outlets(&story);
        assert_eq!(outlets.iter().map(|o| (o.name.as_str(), o.number())).collect::<Vec<_>>(), [("Echo", 1), ("Star", 2)]);
        assert_eq!(of_articles(&outlets, 3), [0, 1, 0]);
        assert_eq!((outlet_of(&outlets, 2), outlet_of(&outlets, 3)), (Some(0), None));
    }
}
