//! The part a word plays in its sentence, and what it counts for it.
//!
//! In: the words of a statement, and the names in it. Out: a [`Part`] for each word. Names, titles and descriptions say who
//! is spoken of, not what is said of them: they stand in half of a story's sentences, and pairs that share nothing
//! else are mostly different claims. Function words hold quotations together and say little by themselves.

use crate::analysis::lexicon::people;
use crate::analysis::similarity::weights::{CALENDAR, FUNCTION, NAME, TITLE};
use crate::analysis::similarity::words::Word;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The part a word plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// Says what is said.
    #[default]
    Content,
    /// Holds the sentence together: the, of, would, said.
    Function,
    /// Says when: Friday, week, later.
    Calendar,
    /// Names somebody or something.
    Name,
    /// Says who somebody is: `House Speaker Jane Roe`, `Jane Roe, the mayor of Oldtown,`.
    Title,
}

impl Part {
    /// What a word counts, against a content word of the same rarity.
    pub fn weight(self) -> f64 {
        match self {
            Part::Content => 1.0,
            Part::Function => FUNCTION,
            Part::Calendar => CALENDAR,
            Part::Name => NAME,
            Part::Title => TITLE,
        }
    }

    /// Whether it says who, not what.
    pub fn is_name(self) -> bool {
        matches!(self, Part::Name | Part::Title)
    }
}

/// Whom a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Index of the entity.
    pub entity: usize,
    /// Whether it is a person.
    pub person: bool,
}

/// Words before a name that may describe its bearer.
const LONGEST_TITLE: usize = 7;
/// Words of an apposition.
const LONGEST_APPOSITION: usize = 14;
/// How far into an apposition its role stands: `, the former deputy mayor of …`.
const ROLE_AFTER: usize = 6;

/// The part each word of `text` plays. `name` tells whether a word is (part of) a name, `named` whose.
pub fn parts(text: &str, words: &[Word], name: &[bool], named: &[Option<Named>]) -> Vec<Part> {
    let mut parts: Vec<Part> = words
        .iter()
        .zip(name)
        .map(|(word, name)| match word.form.as_ref() {
            _ if *name => Part::Name,
            form if is_function(form) => Part::Function,
            form if tells_when(form) => Part::Calendar,
            _ => Part::Content,
        })
        .collect();
    let person = |n: usize| named.get(n).copied().flatten().filter(|who| who.person).map(|who| who.entity);
    let sentence = Sentence { text, words };
    for n in 0..words.len() {
        let Some(entity) = person(n) else { continue };
        let goes_on = |m: Option<usize>| m.and_then(person).is_some_and(|other| other == entity);
        if !goes_on(n.checked_sub(1)) {
            for t in sentence.title(n, |m| person(m).is_some()) {
                set(&mut parts, t, Part::Title);
            }
        }
        if person(n + 1).is_none() {
            for t in sentence.apposition(n, name) {
                if parts.get(t).is_some_and(|p| *p != Part::Function) {
                    set(&mut parts, t, Part::Title);
                }
            }
        }
    }
    parts
}

fn set(parts: &mut [Part], at: usize, part: Part) {
    if let Some(slot) = parts.get_mut(at) {
        *slot = part;
    }
}

struct Sentence<'t> {
    text: &'t str,
    words: &'t [Word<'t>],
}

impl Sentence<'_> {
    /// What stands between a word and the next.
    fn gap(&self, n: usize) -> &str {
        let (one, other) = (self.words.get(n), self.words.get(n + 1));
        one.zip(other).and_then(|(a, b)| self.text.get(a.span.end..b.span.start)).unwrap_or("")
    }

    fn form(&self, n: usize) -> &str {
        self.words.get(n).map_or("", |w| w.form.as_ref())
    }

    /// The words right before the name at `n` that say who bears it; none where the nearest is no role.
    fn title(&self, n: usize, person: impl Fn(usize) -> bool) -> std::ops::Range<usize> {
        let mut first = n;
        while let Some(before) = first.checked_sub(1)
            && n - first < LONGEST_TITLE
            && !parted(self.gap(before))
            && !is_function(self.form(before))
            && !person(before)
        {
            first = before;
        }
        let role = first < n && is_role(self.form(n - 1));
        if role { first..n } else { n..n }
    }

    /// The words of the apposition after the name that ends at `n`: `, a former mayor of Oldtown`.
    fn apposition(&self, n: usize, name: &[bool]) -> std::ops::Range<usize> {
        let start = n + 1;
        if self.gap(n).trim() != "," {
            return start..start;
        }
        let mut end = start;
        while end < self.words.len()
            && end - start < LONGEST_APPOSITION
            && (end == start || !parted(self.gap(end - 1)))
            && !matches!(self.form(end), "who" | "which" | "said" | "says" | "told" | "and" | "is" | "was" | "has" | "have")
        {
            end += 1;
        }
        let opens = matches!(self.form(start), "a" | "an" | "the" | "his" | "her" | "their" | "one")
            || is_role(self.form(start))
            || name.get(start) == Some(&true);
        let role = (start..end).take(ROLE_AFTER).any(|m| is_role(self.form(m)));
        if opens && role { start..end } else { start..start }
    }
}

/// Whether punctuation between two words parts them into two phrases.
pub fn parted(gap: &str) -> bool {
    gap != " " && (gap.contains(|c: char| ",;:.—–“”\"()".contains(c)) || gap.contains("--"))
}

fn is_role(form: &str) -> bool {
    people::is_role(form) || people::role_of_plural(form).is_some()
}

/// Words that tell when.
#[rustfmt::skip]
fn tells_when(form: &str) -> bool {
    matches!(
        form,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "january" | "february" | "march"
        | "april" | "may" | "june" | "july" | "august" | "september" | "october" | "november" | "december" | "day" | "days"
        | "week" | "weeks" | "month" | "months" | "year" | "years" | "today" | "yesterday" | "tomorrow" | "morning"
        | "evening" | "night" | "afternoon" | "early" | "earlier" | "late" | "later" | "last" | "next" | "ago"
    )
}

/// Words that hold a sentence together; with the plainest words of telling, they are shared by chance.
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "according", "across", "add", "added", "adding", "after", "again", "against", "all", "almost",
    "along", "already", "also", "although", "always", "am", "amid", "among", "an", "and", "another", "any", "are", "aren't",
    "around", "as", "asked", "at", "be", "because", "been", "before", "behind", "being", "below", "beneath", "between",
    "beyond", "both", "but", "by", "can", "can't", "could", "couldn't", "despite", "did", "didn't", "do", "does", "doesn't",
    "doing", "don't", "down", "during", "each", "either", "even", "ever", "every", "except", "few", "for", "from", "get",
    "go", "going", "got", "had", "hadn't", "has", "hasn't", "have", "haven't", "having", "he", "he's", "her", "here",
    "here's", "herself", "him", "himself", "his", "how", "however", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "indeed",
    "inside", "instead", "into", "is", "isn't", "it", "it's", "its", "itself", "just", "let's", "like", "many", "may",
    "maybe", "me", "might", "more", "most", "much", "must", "my", "myself", "near", "neither", "never", "no", "nor", "not",
    "now", "of", "off", "often", "on", "once", "one", "only", "onto", "or", "other", "others", "our", "ourselves", "out",
    "outside", "over", "per", "perhaps", "quite", "rather", "said", "say", "saying", "says", "several", "shall", "she",
    "she's", "should", "shouldn't", "since", "so", "some", "still", "such", "tell", "telling", "than", "that", "that's",
    "the", "their", "them", "themselves", "then", "there", "there's", "these", "they", "they're", "they've", "thing",
    "things", "this", "those", "though", "through", "throughout", "to", "told", "too", "toward", "towards", "under",
    "unless", "until", "up", "upon", "us", "very", "via", "was", "wasn't", "way", "we", "we'll", "we're", "we've", "well",
    "were", "weren't", "what", "what's", "when", "where", "whereas", "whether", "which", "while", "who", "who's", "whom",
    "whose", "why", "will", "with", "within", "without", "won't", "would", "wouldn't", "yet", "you", "you're", "you've",
    "your", "yourself",
];

/// The same, told quickly: every word of a story is asked for.
static FUNCTION_FORMS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| FUNCTION_WORDS.iter().copied().collect());

fn is_function(form: &str) -> bool {
    FUNCTION_FORMS.contains(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::similarity::words::words;

    /// The words of a sentence that are titles, where `who` is a person's name in it.
    fn titles(text: &str, who: &str) -> String {
        let words = words(text);
        let start = text.find(who).unwrap_or(0);
        let within = |w: &Word| w.span.start >= start && w.span.end <= start + who.len();
        let name: Vec<bool> = words.iter().map(within).collect();
        let named: Vec<Option<Named>> = name.iter().map(|n| n.then_some(Named { entity: 0, person: true })).collect();
        let parts = parts(text, &words, &name, &named);
        let titles = words.iter().zip(parts).filter(|(_, p)| *p == Part::Title);
        titles.map(|(w, _)| w.form.as_ref()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn titles_and_appositions_are_found() {
        assert_eq!(titles("Then harbour board spokesman Ada Brand left.", "Ada Brand"), "harbour board spokesman");
        assert_eq!(titles("Ada Brand, a former mayor of Oldtown, left.", "Ada Brand"), "former mayor oldtown");
    }

    #[test]
    fn what_somebody_does_is_no_title() {
        assert_eq!(titles("Voters elected Ada Brand.", "Ada Brand"), "");
        assert_eq!(titles("In Oldtown, Ada Brand, tired and wet, left the mayor.", "Ada Brand"), "");
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(FUNCTION_WORDS.is_sorted());
    }
}
