//! Quotations and their speakers against gold.
//!
//! A quotation is found when it and a gold one share four fifths of the tokens of each at one place; one that joins
//! several gold quotations of one attribution finds them all and counts once. Gold quotations of one or two words,
//! and what people marked as no speech, are not judged. Speakers count where gold has a name: as found with the right
//! speaker, out of all gold quotations with a name.

use super::clean::tokens;
use super::gold::Quote;
use super::places::{Article, Articles, Places, name_of};
use super::speakers::{same_name, same_phrase};
use super::{f1, ratio};
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// What a system says is a quotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The article's name.
    pub article: String,
    /// The words.
    pub text: String,
    /// Whose; empty where unknown.
    pub speaker: String,
}

/// How gold gives a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    /// By name, or by a pronoun that people resolved.
    Named,
    /// By a phrase: officials, a spokesman.
    Phrase,
    /// Not at all.
    Unknown,
}

#[derive(Debug)]
struct Expected {
    places: Places,
    text: String,
    optional: bool,
    group: String,
    known: Known,
    speaker: String,
}

/// One article's gold.
#[derive(Debug)]
struct Page {
    name: String,
    quotes: Vec<Expected>,
    /// Where a wrong quotation is not held against a system.
    lenient: Vec<Places>,
    /// Neighbouring quotations of one attribution, and where they stand together.
    runs: Vec<(Vec<usize>, Places)>,
}

/// The gold quotations of a set of articles.
#[derive(Debug, Default)]
pub struct Quotations(Vec<Page>);

/// At most so many quotations of one attribution are taken together.
const LONGEST_RUN: usize = 12;
/// Quotations under so many tokens are not judged.
const SHORT: usize = 3;

impl Quotations {
    /// Places the gold quotations of the named articles.
    pub fn new(names: &[String], quotes: &[Quote], ignored: &[Quote], articles: &Articles) -> Quotations {
        let page = |name: &String| {
            let article = articles.get(name)?;
            let offsets = Offsets::new(article);
            let of_page = |list: &'_ [Quote]| list.iter().filter(|q| name_of(&q.article) == *name).cloned().collect::<Vec<_>>();
            let mut taken = BTreeMap::new();
            let mut expected: Vec<(usize, Expected)> =
                of_page(quotes).iter().map(|q| expect(q, article, &offsets, &mut taken)).collect();
            expected.sort_by_key(|(start, _)| *start);
            let quotes: Vec<Expected> = expected.into_iter().map(|(_, quote)| quote).collect();
            let mut lenient: Vec<Places> =
                of_page(ignored).iter().map(|q| expect(q, article, &offsets, &mut BTreeMap::new()).1.places).collect();
            lenient.extend(quotes.iter().filter(|q| q.optional).map(|q| q.places.clone()));
            let runs = runs(&quotes);
            Some(Page { name: name.clone(), quotes, lenient, runs })
        };
        Quotations(names.iter().filter_map(page).collect())
    }

    /// Only the articles in which at least one quotation was annotated: what is found in others is not known to be wrong.
    pub fn annotated(self) -> Quotations {
        Quotations(self.0.into_iter().filter(|page| !page.quotes.is_empty()).collect())
    }
}

/// A gold quotation with its place, and what it is sorted by. `taken` counts the same words said before.
fn expect(quote: &Quote, article: &Article, offsets: &Offsets, taken: &mut BTreeMap<Vec<String>, usize>) -> (usize, Expected) {
    let text = quote.text.clone().unwrap_or_default();
    let words = tokens(&text);
    let short = quote.text.is_some() && words.len() < SHORT;
    let (places, start) = match (quote.start, quote.end) {
        (Some(start), Some(end)) => (offsets.places(article, start, end), start),
        _ => {
            let found = article.find(&text);
            let before = taken.entry(words).or_default();
            let places = found.get(*before).or_else(|| found.last()).cloned().unwrap_or_default();
            *before += 1;
            let start = places.first().unwrap_or(0);
            (places, start)
        }
    };
    let speaker = quote.speaker.clone().unwrap_or_default();
    let kind = quote.speaker_type.as_deref();
    let known = match kind {
        Some("nominal") => Known::Phrase,
        Some("name" | "pronoun") if !speaker.is_empty() => Known::Named,
        None if !["", "unknown", "none"].contains(&speaker.to_lowercase().as_str()) => Known::Named,
        _ => Known::Unknown,
    };
    let group = quote.group.clone().unwrap_or_else(|| format!("at {start}"));
    (start, Expected { places, text, optional: quote.optional.unwrap_or(short), group, known, speaker })
}

fn runs(quotes: &[Expected]) -> Vec<(Vec<usize>, Places)> {
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for (n, quote) in quotes.iter().enumerate() {
        match groups.iter_mut().find(|(group, _)| *group == quote.group) {
            Some((_, members)) => members.push(n),
            None => groups.push((&quote.group, vec![n])),
        }
    }
    let mut runs = Vec::new();
    for (_, members) in groups {
        for from in 0..members.len() {
            for length in 1..=LONGEST_RUN.min(members.len() - from) {
                let run: Vec<usize> = members.iter().skip(from).take(length).copied().collect();
                let places = Places::union(run.iter().filter_map(|&n| quotes.get(n)).map(|q| &q.places));
                runs.push((run, places));
            }
        }
    }
    runs
}

/// From characters of an article's file to its tokens.
struct Offsets {
    text: Vec<char>,
    /// Of each word between white space: first character, end, tokens before it, tokens in it.
    words: Vec<(usize, usize, usize, usize)>,
    /// Whether the words' tokens are the article's: not where markup spans several words.
    exact: bool,
}

impl Offsets {
    fn new(article: &Article) -> Offsets {
        let text: Vec<char> = article.text().chars().collect();
        let mut offsets = Offsets { text, words: Vec::new(), exact: false };
        let (mut before, mut at) = (0, 0);
        for word in offsets.text.split(|c| c.is_whitespace()) {
            if !word.is_empty() {
                let count = tokens(&word.iter().collect::<String>()).len();
                offsets.words.push((at, at + word.len(), before, count));
                before += count;
            }
            at += word.len() + 1;
        }
        offsets.exact = before == article.len();
        offsets
    }

    fn tokens(&self, start: usize, end: usize) -> usize {
        tokens(&self.slice(start, end)).len()
    }

    fn slice(&self, start: usize, end: usize) -> String {
        self.text.get(start..end.min(self.text.len())).unwrap_or(&[]).iter().collect()
    }

    /// How many tokens stand before a character.
    fn before(&self, offset: usize) -> usize {
        let upto = self.words.partition_point(|word| word.0 <= offset);
        let Some(&(start, end, before, count)) = upto.checked_sub(1).and_then(|n| self.words.get(n)) else { return 0 };
        before + if offset >= end { count } else { self.tokens(start, offset) }
    }

    fn places(&self, article: &Article, start: usize, end: usize) -> Places {
        if self.exact {
            let first = self.before(start);
            return Places::range(first..first + self.tokens(start, end));
        }
        article.find(&self.slice(start, end)).first().cloned().unwrap_or_default()
    }
}

/// What scoring counts; sums over stories can be summarised like one story's.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Counts {
    /// Gold quotations that count.
    pub gold: usize,
    /// Of these, the system's.
    pub found: usize,
    /// System quotations that are right.
    pub right: usize,
    /// System quotations that are wrong.
    pub wrong: usize,
    /// System quotations that are neither.
    pub unjudged: usize,
    /// System quotations that are not in their article.
    pub lost: usize,
    /// Gold quotations with a named speaker.
    pub named: usize,
    /// Of these, found.
    pub named_found: usize,
    /// Of these, with the right speaker.
    pub named_right: usize,
    /// Found gold quotations whose speaker is a phrase.
    pub phrases: usize,
    /// Of these, with the right one.
    pub phrases_right: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.gold += other.gold;
        self.found += other.found;
        self.right += other.right;
        self.wrong += other.wrong;
        self.unjudged += other.unjudged;
        self.lost += other.lost;
        self.named += other.named;
        self.named_found += other.named_found;
        self.named_right += other.named_right;
        self.phrases += other.phrases;
        self.phrases_right += other.phrases_right;
    }
}

impl Counts {
    /// Share of the judged quotations that are right.
    pub fn precision(&self) -> f64 {
        ratio(self.right as f64, (self.right + self.wrong) as f64)
    }

    /// Share of the gold quotations that were found.
    pub fn recall(&self) -> f64 {
        ratio(self.found as f64, self.gold as f64)
    }

    /// Both together.
    pub fn f1(&self) -> f64 {
        f1(self.precision(), self.recall())
    }

    /// Share of found quotations with a named speaker that have the right one.
    pub fn speakers(&self) -> f64 {
        ratio(self.named_right as f64, self.named_found as f64)
    }

    /// Share of all gold quotations with a named speaker that were found with the right one.
    pub fn end_to_end(&self) -> f64 {
        ratio(self.named_right as f64, self.named as f64)
    }
}

/// A quotation that went wrong, for reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Slip {
    /// In gold and not found.
    Missed(Said),
    /// Found, and not in gold.
    Invented(Said),
    /// Found, with these speakers instead.
    Misattributed(Said, Vec<String>),
}

/// Scores quotations of all articles together.
pub fn score(gold: &Quotations, articles: &Articles, system: &[Said]) -> (Counts, Vec<Slip>) {
    let mut counts = Counts::default();
    let mut slips = Vec::new();
    for page in &gold.0 {
        let Some(article) = articles.get(&page.name) else { continue };
        let mut heard: Vec<Vec<&str>> = vec![Vec::new(); page.quotes.len()];
        for said in system.iter().filter(|said| name_of(&said.article) == page.name) {
            hear(page, article, said, &mut heard, &mut counts, &mut slips);
        }
        for (quote, heard) in page.quotes.iter().zip(&heard).filter(|(quote, _)| !quote.optional) {
            tally(page, quote, heard, &mut counts, &mut slips);
        }
    }
    (counts, slips)
}

/// Holds one quotation of the system against a page.
fn hear<'s>(
    page: &Page,
    article: &Article,
    said: &'s Said,
    heard: &mut [Vec<&'s str>],
    counts: &mut Counts,
    slips: &mut Vec<Slip>,
) {
    let short = tokens(&said.text).len() < SHORT;
    let places = article.find(&said.text);
    counts.lost += usize::from(places.is_empty());
    // The same words may be said twice: first a place that nobody has given yet.
    let shortest = |place: &Places| page.runs.iter().filter(|run| same(place, &run.1)).min_by_key(|run| run.0.len());
    let hits: Vec<&Vec<usize>> = places.iter().filter_map(shortest).map(|run| &run.0).collect();
    let is_new = |run: &&&Vec<usize>| run.iter().any(|&n| heard.get(n).is_some_and(Vec::is_empty));
    if let Some(run) = hits.iter().find(is_new).or_else(|| hits.first()) {
        let real = run.iter().any(|&n| page.quotes.get(n).is_some_and(|q| !q.optional));
        counts.right += usize::from(real);
        counts.unjudged += usize::from(!real);
        for &n in run.iter() {
            if let Some(speakers) = heard.get_mut(n) {
                speakers.push(&said.speaker);
            }
        }
        return;
    }
    let half_inside = |zone: &Places, place: &Places| !zone.is_empty() && place.shared(zone) as f64 >= 0.5 * place.len() as f64;
    if short || places.first().is_some_and(|place| page.lenient.iter().any(|zone| half_inside(zone, place))) {
        counts.unjudged += 1;
    } else {
        counts.wrong += 1;
        slips.push(Slip::Invented(said.clone()));
    }
}

/// Counts a gold quotation with the speakers that the system gave for it.
fn tally(page: &Page, quote: &Expected, heard: &[&str], counts: &mut Counts, slips: &mut Vec<Slip>) {
    let as_said = || Said { article: page.name.clone(), text: quote.text.clone(), speaker: quote.speaker.clone() };
    counts.gold += 1;
    counts.named += usize::from(quote.known == Known::Named);
    if heard.is_empty() {
        slips.push(Slip::Missed(as_said()));
        return;
    }
    counts.found += 1;
    match quote.known {
        Known::Named => {
            let right = heard.iter().any(|speaker| same_name(&quote.speaker, speaker));
            counts.named_found += 1;
            counts.named_right += usize::from(right);
            if !right {
                slips.push(Slip::Misattributed(as_said(), heard.iter().map(|s| (*s).to_owned()).collect()));
            }
        }
        Known::Phrase => {
            counts.phrases += 1;
            counts.phrases_right += usize::from(heard.iter().any(|speaker| same_phrase(&quote.speaker, speaker)));
        }
        Known::Unknown => {}
    }
}

/// Four fifths of either are in the other.
fn same(a: &Places, b: &Places) -> bool {
    let shared = a.shared(b) as f64;
    shared > 0.0 && shared >= 0.8 * a.len() as f64 && shared >= 0.8 * b.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "“The dam will hold,” said Nora Quist. “It has always held in spring,” she added.\n\
        Officials spoke of “a rather wet week” on Friday, and of “luck” too.\n\
        Mr. Ames wrote: \"This is where the first part stands.\n\"And here comes the second.\"\n\
        The song “Rain over the Valley” was played. Ola Berg said: “The dam will hold.”\n";

    fn quote(text: &str, nth: usize, group: &str, kind: &str, speaker: &str) -> Quote {
        let at = PAGE.match_indices(text).nth(nth).map_or(0, |(at, _)| at);
        let start = PAGE[..at].chars().count();
        Quote {
            article: "page".to_owned(),
            text: Some(text.to_owned()),
            start: Some(start),
            end: Some(start + text.chars().count()),
            speaker: (!speaker.is_empty()).then(|| speaker.to_owned()),
            speaker_type: Some(kind.to_owned()),
            group: Some(group.to_owned()),
            optional: None,
        }
    }

    fn quotes() -> Vec<Quote> {
        vec![
            quote("The dam will hold,", 0, "1", "name", "Nora Quist"),
            quote("It has always held in spring,", 0, "2", "pronoun", "Nora Quist"),
            quote("a rather wet week", 0, "3", "nominal", "Officials"),
            quote("luck", 0, "4", "none", ""),
            quote("This is where the first part stands.", 0, "5", "name", "Mr. Ames"),
            quote("And here comes the second.", 0, "5", "name", "Mr. Ames"),
            quote("The dam will hold.", 0, "6", "name", "Ola Berg"),
        ]
    }

    fn run(quotes: &[Quote], ignored: &[Quote], said: &[(&str, &str)]) -> Counts {
        let articles = Articles::new(&[("page", PAGE)]);
        let gold = Quotations::new(&["page".to_owned()], quotes, ignored, &articles);
        let said: Vec<Said> = said
            .iter()
            .map(|(text, speaker)| Said {
                article: "page.txt".to_owned(),
                text: (*text).to_owned(),
                speaker: (*speaker).to_owned(),
            })
            .collect();
        score(&gold, &articles, &said).0
    }

    fn perfect(quotes: &[Quote]) -> Vec<(&str, &str)> {
        quotes.iter().map(|q| (q.text.as_deref().unwrap_or(""), q.speaker.as_deref().unwrap_or(""))).collect()
    }

    #[test]
    fn the_gold_itself_is_perfect_and_silence_is_worth_nothing() {
        let quotes = quotes();
        let counts = run(&quotes, &[], &perfect(&quotes));
        assert_eq!((counts.gold, counts.unjudged, counts.wrong), (6, 1, 0));
        assert_eq!((counts.f1(), counts.speakers(), counts.end_to_end(), counts.phrases_right), (1.0, 1.0, 1.0, 1));
        assert_eq!(run(&quotes, &[], &[]).f1(), 0.0);
    }

    #[test]
    fn a_title_is_wrong_unless_marked_as_no_speech() {
        let said = [("a rather wet week", "the officials"), ("Rain over the Valley", "")];
        let counts = run(&quotes(), &[], &said);
        assert_eq!((counts.right, counts.wrong, counts.phrases_right), (1, 1, 1));
        let marked = [quote("Rain over the Valley", 0, "", "none", "")];
        assert_eq!(run(&quotes(), &marked, &said).wrong, 0);
    }

    #[test]
    fn two_paragraphs_given_as_one_find_both_and_a_half_finds_nothing() {
        let counts = run(&quotes(), &[], &[("This is where the first part stands. And here comes the second.", "Ames")]);
        assert_eq!((counts.right, counts.found, counts.named_right), (1, 2, 2));
        let counts = run(&quotes(), &[], &[("This is where", "Ames")]);
        assert_eq!((counts.right, counts.wrong), (0, 1));
    }

    #[test]
    fn pages_without_annotation_can_be_left_out() {
        let articles = Articles::new(&[("page", PAGE), ("bare", "Ames said: “Nobody has marked this one.”\n")]);
        let names = ["page".to_owned(), "bare".to_owned()];
        let all = || Quotations::new(&names, &quotes(), &[], &articles);
        let said =
            [Said { article: "bare".to_owned(), text: "Nobody has marked this one.".to_owned(), speaker: "Ames".to_owned() }];
        assert_eq!(score(&all(), &articles, &said).0.wrong, 1);
        let counts = score(&all().annotated(), &articles, &said).0;
        assert_eq!((counts.wrong, counts.gold), (0, 6));
    }

    #[test]
    fn a_pronoun_names_nobody() {
        let counts = run(&quotes(), &[], &[("It has always held in spring", "she")]);
        assert_eq!((counts.found, counts.named_found, counts.named_right, counts.named), (1, 1, 0, 5));
    }

    #[test]
    fn words_said_twice_are_taken_in_order() {
        let counts = run(&quotes(), &[], &[("The dam will hold", "Nora Quist"), ("The dam will hold", "Ola Berg")]);
        assert_eq!((counts.right, counts.found, counts.named_right), (2, 2, 2));
    }

    #[test]
    fn gold_without_offsets_serves_too() {
        let bare: Vec<Quote> =
            quotes().into_iter().map(|q| Quote { start: None, end: None, speaker_type: None, group: None, ..q }).collect();
        let counts = run(&bare, &[], &perfect(&bare));
        assert_eq!((counts.gold, counts.found, counts.f1(), counts.end_to_end()), (6, 6, 1.0, 1.0));
    }

    #[test]
    fn made_up_words_are_wrong() {
        let counts = run(&quotes(), &[], &[("nobody ever spoke such words here", "Ames")]);
        assert_eq!((counts.wrong, counts.lost), (1, 1));
    }
}
