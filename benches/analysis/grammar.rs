//! Made-up articles: English function words and verbs of saying around invented names and nouns, whose frequencies
//! fall like those of real words (Zipf). Articles of one event share facts, each in its own wording.
//!
//! The same numbers give the same articles, on every machine.

/// Articles that tell one event.
const ARTICLES_PER_EVENT: usize = 40;
/// Facts that are known of one event; an article tells some of them.
const FACTS_PER_EVENT: usize = 60;
/// Facts that one article tells.
const FACTS_TOLD: usize = 14;
/// Content words have no few that are everywhere, as function words do: ranks below this are about equally common.
const FLAT: usize = 100;
/// Invented words.
const VOCABULARY: usize = 15_000;

/// A reproducible source of choices (SplitMix64).
pub struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// A rank below `n`: from the `flat`th on, twice the rank comes half as often.
    fn rank(&mut self, n: usize, flat: usize) -> usize {
        let part = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        let (n_, flat) = (n as f64, flat as f64);
        ((flat * ((n_ + flat) / flat).powf(part) - flat) as usize).min(n - 1)
    }

    fn of<'l>(&mut self, list: &'l [String]) -> &'l str {
        list.get(self.rank(list.len(), FLAT)).map_or("", String::as_str)
    }

    fn one(&mut self, list: &[&'static str]) -> &'static str {
        list.get(self.below(list.len())).copied().unwrap_or("")
    }
}

/// Words that sentences are made of.
struct Words {
    nouns: Vec<String>,
    verbs: Vec<String>,
    names: Vec<String>,
}

impl Words {
    fn new() -> Words {
        let mut chance = Chance(1);
        let mut word = |syllables: usize| {
            let onsets =
                ["b", "br", "c", "d", "dr", "f", "g", "gl", "h", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v"];
            let rest = ["a", "e", "i", "o", "u", "an", "er", "il", "on", "ar", "en", "is", "ol", "um"];
            (0..syllables).map(|_| format!("{}{}", chance.one(&onsets), chance.one(&rest))).collect::<String>()
        };
        let nouns = (0..VOCABULARY).map(|n| word(2 + n % 2) + ["", "ment", "ing", "ity"][n % 4]).collect();
        let verbs = (0..VOCABULARY / 5).map(|n| word(1 + n % 2) + "ed").collect();
        let names = (0..2_000).map(|_| capital(&word(2))).collect();
        Words { nouns, verbs, names }
    }

    /// A clause that nobody else has.
    fn clause(&self, chance: &mut Chance) -> String {
        let (noun, verb, object) = (chance.of(&self.nouns), chance.of(&self.verbs), chance.of(&self.nouns));
        let article = chance.one(&["the", "a", "this", "every", "no", "their"]);
        let link = chance.one(&["of", "for", "against", "with", "after", "on"]);
        let end = chance.of(&self.nouns);
        let aside = chance.one(&["", " in the end", " at the time", " as before", " for the most part", " more or less"]);
        format!("{article} {noun} {verb} the {object} {link} the {end}{aside}")
    }
}

/// What articles of one event may share.
struct Fact {
    who: String,
    verb: String,
    what: [String; 3],
    count: usize,
    quoted: Option<String>,
}

impl Fact {
    fn new(words: &Words, people: &[String], chance: &mut Chance) -> Fact {
        // Words of a fact are rarer than those of its surroundings.
        let rare =
            |chance: &mut Chance| words.nouns.get(200 + chance.below(words.nouns.len() - 200)).cloned().unwrap_or_default();
        let quoted = (chance.below(4) == 0).then(|| format!("{} and {}", words.clause(chance), words.clause(chance)));
        Fact {
            who: people.get(chance.below(people.len())).cloned().unwrap_or_default(),
            verb: chance.of(&words.verbs).to_owned(),
            what: [rare(chance), rare(chance), rare(chance)],
            count: 2 + chance.below(900),
            quoted,
        }
    }

    /// The fact in one article's words.
    fn told(&self, chance: &mut Chance) -> String {
        let Fact { who, verb, what: [a, b, c], count, quoted } = self;
        let day = chance.one(&["on Monday", "on Friday", "last week", "this month", "on Sunday"]);
        if let Some(words) = quoted {
            let said = chance.one(&["said", "told reporters", "added", "insisted"]);
            return match chance.below(3) {
                0 => format!("“{},” {who} {said} {day}.", capital(words)),
                1 => format!("{who} {said}: “{}.”", capital(words)),
                _ => format!("{who} {said} that {words}."),
            };
        }
        match chance.below(4) {
            0 => format!("{who} {verb} {count} {a} near the {b} {day}, despite the {c}."),
            1 => format!("According to officials, the {a} and the {b} were {verb} by {who}, {count} in all."),
            2 => format!("{count} {a} in the {b}: that is what {who} {verb} {day}."),
            _ => format!("The {c} did not keep {who}, who {verb} the {a} of the {b} {day}, from it."),
        }
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `count` articles of about `length` words each, as text files would hold them.
pub fn articles(count: usize, length: usize) -> Vec<String> {
    let words = Words::new();
    let events = count.div_ceil(ARTICLES_PER_EVENT);
    let mut made = Vec::with_capacity(count);
    for event in 0..events {
        let mut chance = Chance(1_000 + event as u64);
        let person = |chance: &mut Chance| format!("{} {}", chance.of(&words.names), capital(chance.of(&words.nouns)));
        let people: Vec<String> = (0..12).map(|_| person(&mut chance)).collect();
        let facts: Vec<Fact> = (0..FACTS_PER_EVENT).map(|_| Fact::new(&words, &people, &mut chance)).collect();
        for n in 0..ARTICLES_PER_EVENT.min(count - event * ARTICLES_PER_EVENT) {
            let mut chance = Chance((event * ARTICLES_PER_EVENT + n) as u64 * 7_919 + 17);
            made.push(article(&words, &people, &facts, length, &mut chance));
        }
    }
    made
}

fn article(words: &Words, people: &[String], facts: &[Fact], length: usize, chance: &mut Chance) -> String {
    // An article tells the greater part of what is most told, less of the rest, and nothing twice.
    let mut known: Vec<&Fact> = facts.iter().collect();
    let mut told: Vec<String> = Vec::new();
    for _ in 0..FACTS_TOLD.min(facts.len()) {
        told.push(known.remove(chance.rank(known.len(), 15)).told(chance));
    }
    let mut count: usize = told.iter().map(|sentence| sentence.split(' ').count()).sum();
    while count < length {
        let sentence = match chance.below(3) {
            0 => format!("{}, {}.", capital(&words.clause(chance)), words.clause(chance)),
            1 => format!("{} said {}.", chance.of(people), words.clause(chance)),
            _ => format!("{}, and {} as well.", capital(&words.clause(chance)), words.clause(chance)),
        };
        count += sentence.split(' ').count();
        let at = chance.below(told.len() + 1);
        told.insert(at, sentence);
    }
    let headline = capital(&words.clause(chance));
    let paragraphs: Vec<String> = told.chunks(3).map(|sentences| sentences.join(" ")).collect();
    format!("{headline}\n\n{}\n", paragraphs.join("\n\n"))
}
