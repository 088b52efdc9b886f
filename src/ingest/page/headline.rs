//! Which piece of a page is the headline of its article, and what stands in it besides: the name of a section before, the
//! outlet's after.

use super::walk::Piece;
use crate::ingest::words;

/// Words of a section's name or a theme that may stand before the headline in its element.
const KICKER: usize = 6;

/// Words of the longest heading that may be a headline with a section's name.
const LONGEST: usize = 60;

/// A piece that is a headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// Which piece.
    pub at: usize,
    /// Its words.
    pub text: String,
}

/// What a page is called.
pub struct Titles {
    /// Its titles, each with its words.
    titles: Vec<(String, Vec<String>)>,
    /// The words of headings that name the site or one of its sections.
    mastheads: Vec<Vec<String>>,
}

impl Titles {
    /// Takes the titles, best first, and the name of the site.
    pub fn new(titles: Vec<String>, site: Option<&str>, pieces: &[Piece]) -> Self {
        let mut mastheads: Vec<Vec<String>> = titles.iter().filter_map(|title| masthead(title, pieces)).collect();
        let site = site.map(words::bare).filter(|site| titles.iter().any(|title| words::bare(title) != *site));
        mastheads.extend(site);
        let titles = titles.into_iter().map(|title| (words::bare(&title), title)).map(|(words, title)| (title, words)).collect();
        Titles { titles, mastheads }
    }

    fn is_masthead(&self, piece: &Piece) -> bool {
        !self.mastheads.is_empty() && self.mastheads.contains(&words::bare(&piece.text))
    }

    /// The main heading that says what the page is called in one of its titles.
    pub fn heading(&self, pieces: &[Piece]) -> Option<Headline> {
        self.among(pieces, 1, 1, 2)
    }

    /// The headline: the main heading with a title's words, else the only one of the article if it shares most of its words with a
    /// title, else a lesser one with a title's words, else the only one of the article, else the only main one of the page if it
    /// shares most of its words with a title.
    pub fn headline(&self, pieces: &[Piece], kept: &[bool]) -> Option<Headline> {
        let only = |kept: &[bool]| {
            only(pieces, kept).filter(|headline| pieces.get(headline.at).is_none_or(|piece| !self.is_masthead(piece)))
        };
        let like = |headline: &Headline| self.is_like(&headline.text);
        let heading = self.heading(pieces).or_else(|| only(kept).filter(like)).or_else(|| self.among(pieces, 2, 3, 3));
        heading.or_else(|| only(kept)).or_else(|| only(&vec![true; pieces.len()]).filter(like))
    }

    /// A heading of these levels with a title's words: `Bridge shut` in `Roe: Bridge shut | Example News`, the longest of several;
    /// or `Bridge shut` at the end of the heading `Panorama: Bridge shut`.
    fn among(&self, pieces: &[Piece], highest: u8, lowest: u8, least: usize) -> Option<Headline> {
        let headings = || {
            pieces.iter().enumerate().filter(|(_, piece)| (highest..=lowest).contains(&piece.level) && !self.is_masthead(piece))
        };
        let called = |words: &[String]| {
            words.len() >= least && self.titles.iter().any(|(_, title)| title.windows(words.len()).any(|run| run == words))
        };
        let mut whole: Option<Headline> = None;
        let mut ending = None;
        for (at, piece) in headings() {
            let words = words::bare(&piece.text);
            if called(&words) && whole.as_ref().is_none_or(|best| best.text.len() < piece.text.len()) {
                whole = Some(Headline { at, text: piece.text.clone() });
            }
            let fits = |title: &[String]| {
                let kicker = words.len().checked_sub(title.len()).is_some_and(|more| (1..=KICKER).contains(&more));
                title.len() >= 3 && kicker && words.ends_with(title)
            };
            if ending.is_none() && words.len() <= LONGEST {
                let title = self.titles.iter().find(|(_, title)| fits(title));
                ending = title.map(|(title, _)| Headline { at, text: title.clone() });
            }
        }
        whole.or(ending)
    }

    fn is_like(&self, text: &str) -> bool {
        let words = words::bare(text);
        let shared = |title: &[String]| words.iter().filter(|word| title.contains(word)).count() * 2 >= words.len();
        self.titles.is_empty() || self.titles.iter().any(|(_, title)| shared(title))
    }
}

/// The heading that names the site, or a section of it, in a title that names the article too: `Example News` where the page has a
/// heading `Example News` above another one `Bridge shut`, and is called `Bridge shut | Example News`.
fn masthead(title: &str, pieces: &[Piece]) -> Option<Vec<String>> {
    let whole = words::bare(title);
    // Weblogs put the site before such a sign, everybody else behind others.
    let before = title.split_once(" » ").map(|(site, _)| site);
    let behind =
        [" | ", " - ", " – ", " — ", " « ", " · "].into_iter().filter_map(|sign| title.rsplit_once(sign)).map(|(_, site)| site);
    before.into_iter().chain(behind).map(words::bare).find(|site| {
        let mut headings = pieces.iter().filter(|piece| (1..=3).contains(&piece.level)).take(HEADINGS);
        let Some(named) = headings.find(|piece| words::bare(&piece.text) == *site) else { return false };
        let other = |piece: &Piece| {
            let words = words::bare(&piece.text);
            words != *site && words.len() >= 2 && piece.level >= named.level && whole.windows(words.len()).any(|run| run == words)
        };
        !site.is_empty() && headings.any(other)
    })
}

/// Headings of a page that are looked at.
const HEADINGS: usize = 200;

/// The only main heading among the pieces that are kept.
fn only(pieces: &[Piece], kept: &[bool]) -> Option<Headline> {
    let inside = |n: &usize| kept.get(*n).copied().unwrap_or(false);
    let mut mains = pieces.iter().enumerate().filter(|(n, piece)| piece.level == 1 && inside(n));
    let (at, piece) = mains.next()?;
    mains.next().is_none().then(|| Headline { at, text: piece.text.clone() })
}

/// Signs between a headline and the outlet's name in the title of a page.
const PARTING: [&str; 6] = [" | ", " - ", " – ", " — ", "--", "_"];

/// `Bridge shut | Example News` → `Example News`, where the headline is known.
pub fn site(title: &str, headline: Option<&str>) -> Option<String> {
    let headline = words::bare(headline?);
    let parted = PARTING.into_iter().filter_map(|sign| title.rsplit_once(sign));
    let fits = |head: &str| {
        let head = words::bare(head);
        !head.is_empty() && (headline.starts_with(&head) || head.starts_with(&headline))
    };
    let named = |site: &str| {
        (1..=4).contains(&words::count(site)) && site.trim().starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
    };
    parted.into_iter().find(|(head, site)| fits(head) && named(site)).map(|(_, site)| site.trim().to_owned())
}

/// `Bridge shut | Example News` → `Bridge shut`, where that is the outlet's name.
pub fn without_site(title: &str, outlet: Option<&str>) -> String {
    let parted = PARTING.into_iter().filter_map(|sign| title.rsplit_once(sign));
    let wanted = outlet.map(words::bare);
    let whole = parted.into_iter().find(|(_, site)| wanted.as_ref().is_some_and(|name| *name == words::bare(site)));
    whole.map_or(title, |(head, _)| head).trim().to_owned()
}
