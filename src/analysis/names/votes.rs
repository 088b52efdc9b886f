//! Is a name a person's, a place's or an organisation's? What its words and its neighbours say for each.

use super::candidates::Candidate;
use super::runs::{Page, Run};
use crate::analysis::lexicon::people::{self, Gender};
use crate::analysis::lexicon::saying::{self, Manner};
use crate::analysis::lexicon::{common, organisations as org, places};
use crate::model::FactKind;
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

/// Nouns of organisations that are family names as well: they yield to a first name before them.
#[rustfmt::skip]
fn weak_noun(word: &str) -> bool {
    matches!(
        word,
        "house" | "post" | "church" | "star" | "sun" | "mail" | "guard" | "force" | "front" | "council" | "fleet" | "mirror"
        | "press" | "media" | "times" | "bank" | "fund" | "news" | "journal" | "standard" | "globe" | "trust" | "service"
        | "park" | "hill" | "lake" | "rivers" | "fields" | "heights" | "forest" | "bridge" | "street" | "ford" | "banks"
        | "marshal" | "school" | "board" | "club" | "team" | "pact" | "pac" | "sea" | "bay" | "beach" | "island" | "town"
        | "county" | "city" | "port" | "hills" | "falls" | "union" | "justice" | "power" | "rose" | "chambers" | "court"
        | "division" | "group"
    )
}

/// Votes by what the words of a name are: `letters` is the name as written.
pub(super) fn by_words(candidate: &mut Candidate, letters: &str, words: &[Cow<str>]) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let (given, noun) = (people::is_first_name(first), has_noun(words));
    let several = words.len() > 1;
    let votes = &mut candidate.votes;
    if candidate.titled {
        votes.person += 6;
    }
    if several && !noun {
        let initial = first.len() == 1 || words.iter().skip(1).any(|w| w.trim_end_matches('.').chars().count() == 1);
        votes.person += if given { 4 } else { 0 } + if initial { 3 } else { 0 };
        candidate.gender = candidate.gender.or(people::first_name(first));
    }
    if several && matches!(last.as_ref(), "jr" | "sr" | "ii" | "iii") {
        votes.person += 3;
    }
    if places::is_place(&candidate.key) {
        votes.place += if several { 8 } else { 3 };
    }
    if several && (places::ends_place(last) || places::is_place(last)) && !given {
        votes.place += 3;
    }
    votes.organisation += as_body(&candidate.key, letters, words);
}

/// The votes for a body by the words of a name.
fn as_body(key: &str, letters: &str, words: &[Cow<str>]) -> i32 {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0 };
    let several = words.len() > 1;
    let mut votes = if org::is_organisation(key) { 6 } else { 0 };
    // The Central Bank of Ruritania.
    let of = words.iter().position(|w| w == "of" || w == "for").and_then(|n| words.get(n.checked_sub(1)?));
    if of.is_some_and(|w| org::is_organisation_noun(w)) {
        votes += 4;
    }
    if several && has_noun(words) {
        votes += 5;
    } else if several && org::is_organisation_noun(last) && weak_noun(last) && !people::is_first_name(first) {
        votes += 3;
    }
    if !several && is_acronym(letters) && !is_common_acronym(key) && !places::is_place(key) {
        votes += 2;
    }
    votes
}

/// Whether a name has a noun of organisations that is no family name and no office.
pub(super) fn has_noun(words: &[Cow<str>]) -> bool {
    words.iter().any(|w| org::is_organisation_noun(w) && !weak_noun(w) && !people::is_role(w))
}

/// Two letters and more, and all of them capitals.
fn is_acronym(letters: &str) -> bool {
    letters.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && letters.chars().all(|c| c.is_uppercase() || c == '.' || c == '&' || c == '-')
}

/// Acronyms of things, which name no body.
#[rustfmt::skip]
fn is_common_acronym(key: &str) -> bool {
    matches!(
        key,
        "tv" | "dna" | "ceo" | "cfo" | "phd" | "md" | "gdp" | "hiv" | "aids" | "ptsd" | "adhd" | "faq" | "pdf" | "dvd" | "cd"
        | "suv" | "atm" | "id" | "ok" | "vip" | "ufo" | "mp" | "mps" | "pm" | "am" | "it" | "hr" | "pr" | "ps" | "usd"
        | "covid" | "lgbt" | "lgbtq" | "ac" | "dc" | "pc" | "gps" | "url" | "ad" | "bc" | "ii" | "iii" | "iv"
    )
}

/// Votes by what stands before and behind a name.
pub(super) fn by_neighbours(candidate: &mut Candidate, text: &str, page: &Page, run: &Run) {
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
