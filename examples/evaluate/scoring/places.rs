//! Where a text stands in its article, in tokens: the exact run where there is one, else the best window.

use super::clean::tokens;
use super::matching::matched;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// A set of token positions: disjoint ranges, ascending.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Places(Vec<(usize, usize)>);

impl Places {
    /// The positions of a range.
    pub fn range(range: Range<usize>) -> Places {
        Places(if range.is_empty() { Vec::new() } else { vec![(range.start, range.end)] })
    }

    /// All positions of all sets.
    pub fn union<'p>(sets: impl IntoIterator<Item = &'p Places>) -> Places {
        let mut ranges: Vec<(usize, usize)> = sets.into_iter().flat_map(|set| set.0.iter().copied()).collect();
        ranges.sort_unstable();
        let mut joined: Vec<(usize, usize)> = Vec::new();
        for (start, end) in ranges {
            match joined.last_mut() {
                Some(last) if start <= last.1 => last.1 = last.1.max(end),
                _ => joined.push((start, end)),
            }
        }
        Places(joined)
    }

    /// How many positions.
    pub fn len(&self) -> usize {
        self.0.iter().map(|(start, end)| end - start).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first position.
    pub fn first(&self) -> Option<usize> {
        self.0.first().map(|range| range.0)
    }

    /// How many positions both have.
    pub fn shared(&self, other: &Places) -> usize {
        let within = |&(start, end): &(usize, usize)| {
            other.0.iter().map(move |&(s, e)| end.min(e).saturating_sub(start.max(s))).sum::<usize>()
        };
        self.0.iter().map(within).sum()
    }
}

/// An article's tokens, ready to be searched; what was searched for once is remembered.
#[derive(Debug)]
pub struct Article {
    text: String,
    tokens: Vec<u32>,
    vocabulary: HashMap<String, u32>,
    positions: Vec<Vec<usize>>,
    known: Mutex<HashMap<String, Arc<Vec<Places>>>>,
}

/// A token of a wanted text that the article does not have.
const ABSENT: u32 = u32::MAX;
/// A text that stands more often than this in one article is held to stand at the first places only.
const REPEATS: usize = 12;
/// The share of a text's tokens that a window must hold, in order, to be its place.
const ENOUGH: f64 = 0.6;

impl Article {
    /// Reads an article's text as it was saved.
    pub fn new(text: &str) -> Article {
        let mut vocabulary = HashMap::new();
        let mut positions: Vec<Vec<usize>> = Vec::new();
        let mut list = Vec::new();
        for (at, token) in tokens(text).into_iter().enumerate() {
            let next = positions.len();
            let id = *vocabulary.entry(token).or_insert(next as u32);
            if id as usize == next {
                positions.push(Vec::new());
            }
            if let Some(positions) = positions.get_mut(id as usize) {
                positions.push(at);
            }
            list.push(id);
        }
        Article { text: text.to_owned(), tokens: list, vocabulary, positions, known: Mutex::default() }
    }

    /// The text as it was saved.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many tokens it has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Every place of a text, several where it is repeated; none where it is not in the article.
    pub fn find(&self, text: &str) -> Arc<Vec<Places>> {
        let remembered = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(text).cloned();
        remembered.unwrap_or_else(|| {
            let found = Arc::new(self.search(text));
            self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(text.to_owned(), found.clone());
            found
        })
    }

    fn search(&self, text: &str) -> Vec<Places> {
        let words = tokens(text);
        let wanted: Vec<u32> = words.iter().map(|word| self.vocabulary.get(word).copied().unwrap_or(ABSENT)).collect();
        let exact = self.exact(&wanted);
        if !exact.is_empty() {
            return exact;
        }
        let parts: Vec<&str> = split_at_ellipses(text).into_iter().filter(|part| !tokens(part).is_empty()).collect();
        if parts.len() > 1 {
            let found: Vec<_> = parts.iter().map(|part| self.find(part)).collect();
            if found.iter().all(|places| !places.is_empty()) {
                return vec![Places::union(found.iter().filter_map(|places| places.first()))];
            }
        }
        self.window(&wanted).into_iter().collect()
    }

    /// Every run of exactly these tokens, sought from the rarest of them.
    fn exact(&self, wanted: &[u32]) -> Vec<Places> {
        let places_of = |token: u32| self.positions.get(token as usize).map_or(&[][..], Vec::as_slice);
        let Some((offset, &rarest)) = wanted.iter().enumerate().min_by_key(|&(_, &token)| places_of(token).len()) else {
            return Vec::new();
        };
        let starts = places_of(rarest).iter().filter_map(|at| at.checked_sub(offset));
        let same = starts.map(|start| start..start + wanted.len()).filter(|range| self.tokens.get(range.clone()) == Some(wanted));
        same.take(REPEATS).map(Places::range).collect()
    }

    /// The best stretch that has enough of the tokens in order.
    fn window(&self, wanted: &[u32]) -> Option<Places> {
        let (n, all) = (wanted.len(), self.tokens.len());
        if n < 3 || all == 0 {
            return None;
        }
        let enough = |count: usize| count as f64 >= ENOUGH * n as f64;
        let mut widths = vec![all.min(n), all.min((n as f64 * 1.3) as usize + 2)];
        widths.dedup();
        let mut windows: Vec<_> = widths.iter().flat_map(|&width| self.bags(wanted, width)).filter(|w| enough(w.0)).collect();
        windows.sort_unstable_by_key(|&(count, width, start)| (std::cmp::Reverse(count), width, start));
        let mut best: Option<(usize, Places)> = None;
        for (_, width, start) in windows.into_iter().take(5) {
            let positions = matched(self.tokens.get(start..start + width)?, wanted);
            let (Some(first), Some(last)) = (positions.first(), positions.last()) else { continue };
            if enough(positions.len()) && best.as_ref().is_none_or(|(most, _)| positions.len() > *most) {
                best = Some((positions.len(), Places::range(start + first..start + last + 1)));
            }
        }
        best.map(|(_, places)| places)
    }

    /// `(wanted tokens inside, width, start)` of every window of a width.
    fn bags(&self, wanted: &[u32], width: usize) -> Vec<(usize, usize, usize)> {
        let mut missing: HashMap<u32, isize> = HashMap::new();
        for &token in wanted {
            *missing.entry(token).or_default() += 1;
        }
        let mut inside = 0;
        let mut bags = Vec::new();
        for (i, token) in self.tokens.iter().enumerate() {
            if let Some(count) = missing.get_mut(token) {
                inside += usize::from(*count > 0);
                *count -= 1;
            }
            let old = i.checked_sub(width).and_then(|old| self.tokens.get(old));
            if let Some(count) = old.and_then(|old| missing.get_mut(old)) {
                *count += 1;
                inside -= usize::from(*count > 0);
            }
            if let Some(start) = (i + 1).checked_sub(width) {
                bags.push((inside, width, start));
            }
        }
        bags
    }
}

/// Splits at `…`, `...` and `. . .`.
fn split_at_ellipses(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let next = rest.chars().next().map_or(1, char::len_utf8);
        match ellipsis(rest) {
            Some(length) => {
                parts.extend(text.get(from..at));
                at += length;
                from = at;
            }
            None => at += next,
        }
    }
    parts.extend(text.get(from..));
    parts
}

/// The length of the ellipsis that a text starts with.
fn ellipsis(text: &str) -> Option<usize> {
    if text.starts_with('…') {
        return Some('…'.len_utf8());
    }
    let mut rest = text.strip_prefix('.')?;
    for _ in 0..2 {
        rest = rest.strip_prefix(char::is_whitespace).unwrap_or(rest).strip_prefix('.')?;
    }
    Some(text.len() - rest.len())
}

/// The articles of a story by name.
#[derive(Debug, Default)]
pub struct Articles(BTreeMap<String, Article>);

impl Articles {
    /// These files, each by its name without the ending.
    ///
    /// # Errors
    /// When one of the files cannot be read.
    pub fn read(files: &[PathBuf]) -> std::io::Result<Articles> {
        let mut articles = BTreeMap::new();
        for file in files {
            let text = String::from_utf8_lossy(&std::fs::read(file)?).into_owned();
            articles.insert(name_of(&file.to_string_lossy()), Article::new(&text));
        }
        Ok(Articles(articles))
    }

    /// Articles from names and texts.
    #[cfg(test)]
    pub fn new(articles: &[(&str, &str)]) -> Articles {
        Articles(articles.iter().map(|(name, text)| ((*name).to_owned(), Article::new(text))).collect())
    }

    /// The article of that name.
    pub fn get(&self, name: &str) -> Option<&Article> {
        self.0.get(name)
    }
}

/// An article's name: its file's name without `.txt`.
pub fn name_of(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".txt").unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The bridge over the river stays closed. Engineers found cracks in two of its pillars on Monday. \
                        The bridge over the river was built in 1931.";

    #[test]
    fn an_exact_run_is_found_at_every_place() {
        let article = Article::new(TEXT);
        assert_eq!(*article.find("“the bridge over the river”"), [Places::range(0..5), Places::range(17..22)]);
    }

    #[test]
    fn an_elided_text_takes_its_parts_and_nothing_between() {
        let article = Article::new(TEXT);
        let places = article.find("Engineers found cracks [. . .] on Monday");
        assert_eq!(*places, [Places(vec![(7, 10), (15, 17)])]);
        assert_eq!(places.first().map(Places::len), Some(5));
    }

    #[test]
    fn a_changed_word_is_forgiven_and_another_sentence_is_not() {
        let article = Article::new(TEXT);
        assert_eq!(*article.find("Engineers found big cracks in two pillars on Monday"), [Places::range(7..17)]);
        assert!(article.find("The ferry across the lake opened again on Tuesday").is_empty());
    }

    #[test]
    fn sets_of_positions_are_sets() {
        let (a, b) = (Places::range(2..8), Places::range(5..12));
        assert_eq!(a.shared(&b), 3);
        assert_eq!(Places::union([&a, &b]), Places::range(2..12));
    }
}
