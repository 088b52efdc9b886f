//! Runs weighed: is it a person, a place or an organisation?
//!
//! In: a run and the tokens around it. Out: a [`Candidate`] with votes for each kind. Nothing is decided here: the
//! votes of all places where the same name stands are counted together.

use super::bodies;
use super::runs::{Page, Run, span_of};
use crate::analysis::lexicon::people::{self, Gender};
use crate::analysis::lexicon::saying::{self, Manner};
use crate::analysis::lexicon::{common, organisations as org, places};
use crate::model::{Article, FactKind, Span};
use std::borrow::Cow;

/// Votes for the kinds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Votes {
    /// For a person.
    pub person: i32,
    /// For a place.
    pub place: i32,
    /// For an organisation.
    pub organisation: i32,
}

impl Votes {
    /// The kind with most votes; none where nothing speaks for any.
    pub fn winner(&self) -> Option<FactKind> {
        let most = self.person.max(self.place).max(self.organisation);
        if most <= 0 {
            return None;
        }
        // A tie goes to what is rarer to be taken for it by mistake.
        Some(match most {
            m if m == self.organisation => FactKind::Organisation,
            m if m == self.person => FactKind::Person,
            _ => FactKind::Place,
        })
    }

    /// Adds other votes.
    pub fn add(&mut self, other: Votes) {
        self.person += other.person;
        self.place += other.place;
        self.organisation += other.organisation;
    }
}

/// A run with what its words and neighbours tell.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Index of the passage.
    pub passage: usize,
    /// The whole run, titles included.
    pub span: Span,
    /// The tokens of the whole run.
    pub tokens: (usize, usize),
    /// First token of the name proper.
    pub core: usize,
    /// The name proper as written.
    pub name: String,
    /// The name proper in lower case, words parted by one space.
    pub key: String,
    /// Whether a title stands before the name.
    pub titled: bool,
    /// The gender that title, first name or a role beside it shows.
    pub gender: Option<Gender>,
    /// The gender of a pronoun that follows in the same clause: mostly, not always, it means this name.
    pub referred: Option<Gender>,
    /// Whether a title shows the gender, not only a first name.
    pub sure: bool,
    /// Whether the title is a ruler's or a cleric's, which goes with a first name: King, Pope.
    pub regal: bool,
    /// Whether what stands beside it goes with bodies alone.
    pub body: bool,
    /// What speaks for each kind.
    pub votes: Votes,
}

/// Weighs a run; none where it is no name at all.
pub fn weigh(text: &str, page: &Page, run: &Run) -> Option<Candidate> {
    let core = span_of(page, run.core, run.end);
    let words: Vec<Cow<str>> = (run.core..run.end).filter_map(|n| page.tokens.get(n)).map(|t| t.key(text)).collect();
    let titles: Vec<Cow<str>> = (run.first..run.core).filter_map(|n| page.tokens.get(n)).map(|t| t.key(text)).collect();
    let key = words.join(" ");
    // An adjective of a country alone, a title alone: descriptions see to them.
    let adjective = |w: &Cow<str>| places::country_of(w).is_some() && !places::is_place(w);
    let office = |w: &Cow<str>| (people::is_title(w) || people::is_role(w)) && !people::is_first_name(w);
    let named = words.first().is_some_and(|w| people::is_first_name(w));
    // A function word with a capital well inside is a title of a work: Gone With the Tide.
    let work = run.core + 1 < run.end
        && (run.core + 1..run.end).filter_map(|n| page.tokens.get(n)).any(|t| {
            t.capital
                && common::is_function_word(&t.key(text))
                && !matches!(
                    t.of(text),
                    "New"
                        | "Great"
                        | "May"
                        | "Will"
                        | "Little"
                        | "First"
                        | "Second"
                        | "Third"
                        | "Women"
                        | "Men"
                        | "Children"
                        | "People"
                        | "Same"
                        | "Young"
                        | "Page"
                        | "Police"
                        | "Opinion"
                        | "Story"
                        | "Part"
                        | "Right"
                        | "Left"
                        | "Just"
                        | "Voters"
                        | "US"
                )
        });
    if work {
        return None;
    }
    // The Department of Justice ends in a title, and is a body.
    let body = words
        .windows(2)
        .any(|w| w.last().is_some_and(|w| w == "of") && w.first().is_some_and(|w| org::is_organisation_noun(w) && !office(w)));
    if words.iter().all(|w| adjective(w) || office(w))
        || (words.len() > 1 && !body && !named && words.last().is_some_and(|w| office(w) && !org::is_organisation_noun(w)))
    {
        return None;
    }
    let mut candidate = Candidate {
        passage: run.passage,
        span: run.span(page),
        tokens: (run.first, run.end),
        core: run.core,
        name: core.of(text).split_whitespace().collect::<Vec<_>>().join(" "),
        key,
        titled: titles.last().is_some_and(|t| people::is_title(t) || people::is_role(t))
            || titles.iter().any(|t| people::is_title(t)),
        gender: titles.iter().rev().find_map(|t| people::title_gender(t)),
        regal: titles.iter().any(|t| {
            matches!(
                t.as_ref(),
                "king"
                    | "queen"
                    | "prince"
                    | "princess"
                    | "pope"
                    | "emperor"
                    | "empress"
                    | "saint"
                    | "st"
                    | "sister"
                    | "brother"
                    | "father"
                    | "uncle"
                    | "aunt"
            )
        }),
        referred: None,
        body: bodies::shown(text, page, run),
        sure: titles.iter().any(|t| people::title_gender(t).is_some()),
        votes: Votes::default(),
    };
    inside(&mut candidate, text, page, run, &words);
    around(&mut candidate, text, page, run);
    Some(candidate)
}

/// Nouns of organisations that are family names as well: they yield to a first name before them.
fn weak_noun(word: &str) -> bool {
    matches!(
        word,
        "house"
            | "post"
            | "church"
            | "star"
            | "sun"
            | "mail"
            | "guard"
            | "force"
            | "front"
            | "council"
            | "fleet"
            | "mirror"
            | "press"
            | "media"
            | "times"
            | "bank"
            | "fund"
            | "news"
            | "journal"
            | "standard"
            | "globe"
            | "trust"
            | "service"
            | "park"
            | "hill"
            | "lake"
            | "rivers"
            | "fields"
            | "heights"
            | "forest"
            | "bridge"
            | "street"
            | "ford"
            | "banks"
            | "marshal"
            | "school"
            | "board"
            | "club"
            | "team"
            | "pact"
            | "pac"
            | "sea"
            | "bay"
            | "beach"
            | "island"
            | "town"
            | "county"
            | "city"
            | "port"
            | "hills"
            | "falls"
            | "union"
            | "justice"
            | "power"
            | "rose"
            | "chambers"
            | "court"
            | "division"
            | "group"
    )
}

fn inside(candidate: &mut Candidate, text: &str, page: &Page, run: &Run, words: &[Cow<str>]) {
    let votes = &mut candidate.votes;
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let given = people::is_first_name(first);
    let noun = words.iter().any(|w| org::is_organisation_noun(w) && !weak_noun(w) && !people::is_role(w));
    let weak = org::is_organisation_noun(last) && weak_noun(last);
    let initial = words.len() > 1 && words.iter().skip(1).any(|w| w.trim_end_matches('.').chars().count() == 1)
        || words.len() > 1 && first.len() == 1;
    if candidate.titled {
        votes.person += 6;
    }
    if words.len() > 1 && given && !noun {
        votes.person += 4;
        candidate.gender = candidate.gender.or(people::first_name(first));
    }
    // First names that end in -a are women's in most languages; the list holds the exceptions.
    if words.len() > 1 && !given && !noun && candidate.votes.person > 0 && first.len() > 3 && first.ends_with('a') {
        candidate.gender = candidate.gender.or(Some(Gender::She));
    }
    let votes = &mut candidate.votes;
    if initial && !noun {
        votes.person += 3;
    }
    if words.len() > 1 && matches!(last.as_ref(), "jr" | "sr" | "ii" | "iii") {
        votes.person += 3;
    }
    if org::is_organisation(&candidate.key) {
        votes.organisation += 6;
    }
    // The Central Bank of Ruritania.
    let of = words.iter().position(|w| w == "of" || w == "for").and_then(|n| words.get(n.checked_sub(1)?));
    if of.is_some_and(|w| org::is_organisation_noun(w)) {
        votes.organisation += 4;
    }
    if noun && words.len() > 1 {
        votes.organisation += 5;
    } else if weak && words.len() > 1 && !given {
        votes.organisation += 3;
    }
    if places::is_place(&candidate.key) {
        votes.place += if words.len() > 1 { 8 } else { 3 };
    }
    if words.len() > 1 && (places::ends_place(last) || places::is_place(last)) && !given {
        votes.place += 3;
    }
    // Letters only, and all of them capitals: an acronym.
    let name = span_of(page, run.core, run.end);
    let letters = name.of(text);
    let acronym = words.len() == 1
        && letters.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && letters.chars().all(|c| c.is_uppercase() || c == '.' || c == '&' || c == '-');
    let common = matches!(
        candidate.key.as_str(),
        "tv" | "dna"
            | "ceo"
            | "cfo"
            | "phd"
            | "md"
            | "gdp"
            | "hiv"
            | "aids"
            | "ptsd"
            | "adhd"
            | "faq"
            | "pdf"
            | "dvd"
            | "cd"
            | "suv"
            | "atm"
            | "id"
            | "ok"
            | "vip"
            | "ufo"
            | "mp"
            | "mps"
            | "pm"
            | "am"
            | "it"
            | "hr"
            | "pr"
            | "ps"
            | "usd"
            | "covid"
            | "lgbt"
            | "lgbtq"
            | "ac"
            | "dc"
            | "pc"
            | "gps"
            | "url"
            | "ad"
            | "bc"
            | "ii"
            | "iii"
            | "iv"
    );
    if acronym && !common && !places::is_place(&candidate.key) {
        votes.organisation += 2;
    }
}

fn around(candidate: &mut Candidate, text: &str, page: &Page, run: &Run) {
    let word = |n: usize| page.tokens.get(n).filter(|t| t.is_word()).map(|t| t.key(text)).unwrap_or_default();
    let before = run.first.checked_sub(1).map(word).unwrap_or_default();
    let next = word(run.end);
    let sign = page.tokens.get(run.end).is_some_and(|t| t.is(','));
    let after_sign = word(run.end + 1);
    let votes = &mut candidate.votes;
    if matches!(before.as_ref(), "in" | "near" | "outside" | "across" | "throughout" | "from" | "to" | "at") {
        votes.place += match before.as_ref() {
            "in" => 2,
            "near" | "outside" | "across" | "throughout" => 1,
            _ => 0,
        };
    }
    let small_role = people::is_role(&before) && !page.tokens.get(run.first.wrapping_sub(1)).is_some_and(|t| t.capital);
    if small_role {
        votes.person += 4;
        candidate.gender = candidate.gender.or(people::title_gender(&before));
    }
    if before == "the" && run.core == run.first {
        votes.organisation += 1;
        votes.person -= 2;
    }
    let spoke = |w: &str| saying::saying(w).is_some_and(|s| s.manner == Manner::Words && s.form == saying::Form::Past);
    if spoke(&next) || spoke(&before) && run.core == run.first {
        votes.person += 1;
    }
    if next == "who" || (sign && matches!(after_sign.as_ref(), "who" | "whose")) {
        votes.person += 2;
    }
    if sign
        && page.tokens.get(run.end + 1).is_some_and(|t| t.of(text).len() == 2 && t.of(text).bytes().all(|b| b.is_ascii_digit()))
        && page.tokens.get(run.end + 2).is_some_and(|t| t.is(','))
    {
        votes.person += 3;
    }
    if sign
        && (run.end + 1..run.end + 6)
            .take_while(|&n| page.tokens.get(n).is_some_and(|t| t.is_word()))
            .any(|n| people::is_role(&word(n)) && !common::is_function_word(&word(n)))
    {
        let determined = common::is_determiner(&after_sign) || people::is_role(&after_sign);
        votes.person += if determined { 3 } else { 1 };
        let role = (run.end + 1..run.end + 6).map(word).find(|w| people::is_role(w));
        candidate.gender = candidate.gender.or(role.and_then(|r| people::title_gender(&r)));
    }
    if apposed(text, page, run) {
        votes.person += 3;
    }
    candidate.referred = referred(text, page, run.end);
    // Columbus, Ohio,
    if sign && places::is_place(&after_sign) && candidate.gender.is_none() && !candidate.titled {
        votes.place += 1;
    }
}

/// Whether a name of several words stands between commas or at an end behind a role: `said the harbour master, Jane Roe.`
fn apposed(text: &str, page: &Page, run: &Run) -> bool {
    let comma = run.first.checked_sub(1).filter(|&n| page.tokens.get(n).is_some_and(|t| t.is(',')));
    let role = comma.and_then(|n| page.tokens.get(n.checked_sub(1)?)).filter(|t| t.is_word() && people::is_role(&t.key(text)));
    let ends = page.tokens.get(run.end).is_none_or(|t| !t.is_word());
    role.is_some() && ends && run.end - run.core >= 2
}

/// The pronoun that mostly means the name before it, in the same clause: Roe said that she would, Doe and his wife.
fn referred(text: &str, page: &Page, from: usize) -> Option<Gender> {
    let clause = (from..from + 6).map_while(|n| page.tokens.get(n).filter(|t| t.is_word() && !t.capital));
    clause.map(|t| t.key(text)).find_map(|word| match word.as_ref() {
        "he" | "his" | "himself" => Some(Gender::He),
        "she" | "herself" => Some(Gender::She),
        _ => None,
    })
}

/// Names with the acronym that follows them in brackets: `(long key, acronym key)`.
pub fn bracketed(article: &Article, candidates: &[Candidate]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for pair in candidates.windows(2) {
        let [long, short] = pair else { continue };
        let near = long.passage == short.passage && (1..=3).contains(&short.span.start.saturating_sub(long.span.end));
        if !near || !long.key.contains(' ') || short.name.chars().any(char::is_lowercase) {
            continue;
        }
        let between = article.passages.get(long.passage).and_then(|p| p.text.get(long.span.end..short.span.start));
        if between.is_some_and(|b| b.trim() == "(") {
            found.push((long.key.clone(), short.key.clone()));
        }
    }
    found
}
