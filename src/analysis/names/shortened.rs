//! What is left of a body's name where the story has named it in full: the Times, the Commission, Ferrix for Ferrix Motion.
//!
//! In: the register and the names of one word. Out: those of them that stand for a body with a longer name. A short form is
//! taken for it only where no other body of the story could be shortened so; a first word only where something shows that a body
//! bears it by itself, for the Dell Gazette is no Dell.

use super::register::Register;
use crate::analysis::lexicon::{common, organisations as org, people, places};
use crate::model::FactKind;
use rustc_hash::{FxHashMap, FxHashSet};

/// Joins names of one word to the only body whose name they shorten: `nouns` are those that no person bears, `own` those that
/// bodies bear.
pub fn link(register: &mut Register, nouns: &FxHashSet<String>, own: &FxHashSet<String>) {
    let mut short: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (key, &entity) in &register.full {
        if !key.contains(' ') || register.entities.get(entity).is_none_or(|k| k.kind != FactKind::Organisation) {
            continue;
        }
        let noun = noun(key).filter(|noun| org::is_paper(noun) || nouns.contains(*noun));
        let first = key.split(' ').next().filter(|first| is_own(first) && own.contains(*first));
        for form in noun.into_iter().chain(first) {
            let bodies = short.entry(form.to_owned()).or_default();
            if !bodies.contains(&entity) {
                bodies.push(entity);
            }
        }
    }
    for (form, bodies) in short {
        let [entity] = bodies.as_slice() else { continue };
        let own = register.full(&form);
        let free = own.is_none_or(|e| register.entities.get(e).is_some_and(|k| k.kind == FactKind::Organisation));
        if free && register.short(&form).is_empty() && register.given(&form).is_empty() {
            register.full.insert(form, *entity);
        }
    }
}

/// The noun by which a body's name of several words can be called alone: the Commission.
fn noun(key: &str) -> Option<&str> {
    // That of the Department of Harbours stands first.
    let head = key.split_once(" of ").or_else(|| key.split_once(" for ")).map_or(key, |(head, _)| head);
    let noun = head.rsplit(' ').next().filter(|noun| noun.len() < key.len());
    noun.filter(|noun| org::is_paper(noun) || stands_alone(noun))
}

/// Whether a noun with a capital and nothing before it is one body's short name: the Commission; but not the House.
fn stands_alone(noun: &str) -> bool {
    matches!(
        noun,
        "commission"
            | "committee"
            | "ministry"
            | "department"
            | "agency"
            | "authority"
            | "council"
            | "union"
            | "association"
            | "federation"
            | "institute"
            | "foundation"
            | "tribunal"
            | "bureau"
    )
}

/// Whether a word is nothing but a name: no place, no people, no first name, no word for bodies.
fn is_own(word: &str) -> bool {
    word.chars().count() > 3
        && word.chars().all(char::is_alphabetic)
        && !places::is_place(word)
        && !places::begins_place(word)
        && places::country_of(word).is_none()
        && !people::is_first_name(word)
        && !people::is_title(word)
        && !people::is_role(word)
        && !org::is_organisation_noun(word)
        && !org::is_organisation(word)
        && !org::is_thing_noun(word)
        && !common::is_function_word(word)
        && !common::is_calendar(word)
}

/// The words by which a firm's name says in what legal form it trades.
fn is_legal_form(word: &str) -> bool {
    matches!(
        word.trim_end_matches(['.', ',']),
        "inc"
            | "incorporated"
            | "corp"
            | "co"
            | "ltd"
            | "limited"
            | "llc"
            | "llp"
            | "plc"
            | "gmbh"
            | "ag"
            | "sa"
            | "nv"
            | "spa"
            | "oyj"
            | "asa"
    )
}

/// A firm's name as written, without its legal form: Ferrix Inc., Ferrix Holdings SA.
pub fn without_legal_form(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((rest, last)) if is_legal_form(&last.to_lowercase()) && !rest.ends_with(['&', '.']) => rest.trim_end_matches(','),
        _ => name,
    }
}

/// A body's or place's name without `the`, a country before it, its legal form, and `party` after it.
pub fn bare(key: &str) -> String {
    let words: Vec<&str> = without_legal_form(key).split(' ').collect();
    let mut kept: &[&str] = &words;
    if let ["united", "states", rest @ ..] = kept
        && rest.len() >= 2
    {
        kept = rest;
    }
    while let Some((first, rest)) = kept.split_first() {
        let country = places::country_of(first).is_some() || is_abbreviated_country(first);
        if rest.len() >= 2 && (*first == "the" || country) || rest.len() == 1 && *first == "the" {
            kept = rest;
        } else {
            break;
        }
    }
    if let Some((last, rest)) = kept.split_last()
        && *last == "party"
        && rest.len() >= 2
    {
        kept = rest;
    }
    kept.join(" ")
}

/// Whether a word is a country's name in letters.
pub fn is_abbreviated_country(word: &str) -> bool {
    matches!(word, "us" | "u.s." | "u.s" | "uk" | "u.k." | "u.k")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_body_under_several_names() {
        for (key, want) in [
            ("us coast guard", "coast guard"),
            ("u.s. coast guard", "coast guard"),
            ("united states coast guard", "coast guard"),
            ("the coast guard", "coast guard"),
            ("ruritania telecom sa", "ruritania telecom"),
            ("ferrix inc.", "ferrix"),
            ("french national front", "national front"),
            ("harbour reform party", "harbour reform"),
        ] {
            assert_eq!(bare(key), want, "{key}");
        }
    }

    #[test]
    fn what_a_name_cannot_lose_stays() {
        for key in ["us congress", "united states", "french senate", "standard & co", "independence party"] {
            assert_eq!(bare(key), key, "{key}");
        }
    }
}
