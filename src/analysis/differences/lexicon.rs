//! The word forms of the versions of a story: each form is stemmed and looked up once, however many versions have it.

use super::contrasts::table as contrasts;
use super::cues::Cues;
use crate::analysis::similarity::paraphrases;
use crate::analysis::similarity::words::{self, stem};
use crate::model::{Place, Span, Story};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::sync::{LazyLock, OnceLock};

/// A word form, as the versions of a story have it.
#[derive(Debug, PartialEq)]
pub(super) struct Entry {
    /// Lower-case form, apostrophes straight: `don't`.
    pub form: String,
    /// Its stem, without a last `e`: `endors`.
    pub stem: String,
    /// The same for forms of one stem.
    pub id: u32,
    /// Carries no content of its own.
    pub plain: bool,
    /// Tells when, and so can stand beside any event.
    pub time: bool,
    /// What it can tell of certainty and polarity.
    pub cues: Cues,
    /// Whether its stem has lost its `e`.
    cut: bool,
    /// Its senses, once somebody asks.
    senses: OnceLock<Vec<paraphrases::Entry>>,
    /// What of the table of contrasts begins with it, once somebody asks.
    contrasts: OnceLock<Vec<contrasts::Entry>>,
}

impl Entry {
    /// Reads a form; `id` is not yet set.
    fn of(form: Cow<str>) -> Self {
        let (stem, cut) = root(&form);
        let (plain, time, cues) = (is_plain(&form), is_time(&form), Cues::of(&form, &stem));
        Entry {
            form: form.into_owned(),
            stem,
            id: 0,
            plain,
            time,
            cues,
            cut,
            senses: OnceLock::new(),
            contrasts: OnceLock::new(),
        }
    }

    /// The senses that it shares with words that papers use for it.
    pub(super) fn senses(&self) -> &[paraphrases::Entry] {
        self.senses.get_or_init(|| paraphrases::entries(&self.whole()).filter(|sense| sense.same).collect())
    }

    /// What of the table of contrasts begins with it: `won't` as `not` does.
    pub(super) fn contrasts(&self) -> &[contrasts::Entry] {
        let first = || if self.form.ends_with("n't") { Cow::Borrowed("not") } else { self.whole() };
        self.contrasts.get_or_init(|| contrasts::entries(&first()).collect())
    }

    /// The stem with the `e` that it has lost.
    fn whole(&self) -> Cow<'_, str> {
        if self.cut { Cow::Owned(format!("{}e", self.stem)) } else { Cow::Borrowed(self.stem.as_str()) }
    }
}

/// The word forms of the versions of a story.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    entries: Vec<Entry>,
}

/// The words of a place, as indices into the lexicon.
pub(super) struct Spelled {
    pub place: Place,
    /// Where each begins and ends, and its number: no passage has so many bytes that these cannot tell.
    words: Vec<[u32; 3]>,
}

impl Spelled {
    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The words in order, each with its place in the passage and its number.
    pub(super) fn words(&self) -> impl Iterator<Item = (Span, u32)> {
        self.words.iter().map(|&[start, end, number]| (Span::new(start as usize, end as usize), number))
    }
}

/// Places whose words are held at once.
const AT_ONCE: usize = 2048;
/// Forms that one thread reads at the least: fewer are not worth handing over.
const READ_AT_ONCE: usize = 64;

impl Lexicon {
    /// Reads the words of places.
    pub(super) fn of<'s>(story: &'s Story, places: &[Place]) -> (Lexicon, Vec<Spelled>) {
        let mut lexicon = Lexicon::default();
        let (mut numbers, mut stems) = (FxHashMap::<Cow<str>, u32>::default(), FxHashMap::default());
        let mut spelled = Vec::with_capacity(places.len());
        for some in places.chunks(AT_ONCE) {
            let found: Vec<Vec<words::Word>> = some.par_iter().map(|place| words::words(story.text(place))).collect();
            let mut fresh = Vec::new();
            for (&place, found) in some.iter().zip(found) {
                let shift = place.span.start;
                let mut spell = |form: Cow<'s, str>| {
                    numbers.get(&form).copied().unwrap_or_else(|| {
                        let number = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                        fresh.push(form.clone());
                        numbers.insert(form, number);
                        number
                    })
                };
                let short = |at: usize| u32::try_from(at + shift).unwrap_or(u32::MAX);
                let words = found.into_iter().map(|w| [short(w.span.start), short(w.span.end), spell(w.form)]);
                spelled.push(Spelled { place, words: words.collect() });
            }
            lexicon.entries.par_extend(fresh.into_par_iter().with_min_len(READ_AT_ONCE).map(Entry::of));
        }
        for entry in &mut lexicon.entries {
            let next = u32::try_from(stems.len()).unwrap_or(u32::MAX);
            entry.id = stems.get(entry.stem.as_str()).copied().unwrap_or(next);
            if entry.id == next {
                stems.insert(entry.stem.clone(), next);
            }
        }
        (lexicon, spelled)
    }

    /// The form with a number.
    pub(super) fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }
}

/// The stem without its last `e`, which `endorse` has and `endorsing` lacks; and whether it had one.
fn root(form: &str) -> (String, bool) {
    let mut stem = stem(form);
    let cut = stem.len() > 3 && stem.ends_with('e');
    if cut {
        stem.pop();
    }
    (stem, cut)
}

/// Words that carry no content of their own: articles, pronouns, prepositions, auxiliaries, words of saying.
static PLAIN: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    "a an the this that these those his her its their my your our he she it they we i you him them me us who which whom what whose \
     there here of in on at to for from by with about into over after before between against under as than and or but nor if so \
     because while when where how why not no is are was were be been being am has have had having do does did will would can could \
     may might shall should must said says say saying told tell tells telling also just only even very more most some any all both \
     each other others such own same too then now still again up out off down through during since until upon around like one two \
     new mr mrs ms dr sen rep gov get got make made go going come came take well much many people thing things"
        .split_whitespace()
        .collect()
});

fn is_plain(form: &str) -> bool {
    PLAIN.contains(form) || form.len() < 3 || form.contains("n't") || form.contains('\'') && form.len() < 6
}

/// Words that tell when: many acts share a day.
fn is_time(form: &str) -> bool {
    #[rustfmt::skip]
    const TIMES: &[&str] = &[
        "noon", "midnight", "morning", "afternoon", "evening", "night", "today", "tomorrow", "yesterday", "week", "month",
        "year", "day", "hour", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "future",
        "past", "season", "weeks", "months", "years", "days", "hours", "earlier", "later", "ago",
    ];
    TIMES.contains(&form) || form.starts_with(|c: char| c.is_ascii_digit())
}
