//! Who says it: outlets that give the same report to different people. Told in an article's own voice is no difference
//! by itself; nor are two people's own words, unless they are word for word the same.

use super::attributions::{alone_says, speaks_beside};
use super::bonds::Bonds;
use super::people::People;
use super::sources::Source;
use super::telling::{Telling, Word};
use super::{Compared, Found, Of, Said, closeness, cues, frames};
use crate::analysis::facts::{Amount, Value};
use crate::model::{DifferenceKind, FactKind};
use rustc_hash::FxHashSet;

/// So many words in a row are nobody's by chance.
const RUN: usize = 9;

/// So few words of content make a short saying.
const SHORT: usize = 3;
/// So many make a long one.
const LONG: usize = 7;
/// So many words in common, and all but one of the shorter saying, are nearly all of it.
const NEARLY_ALL: usize = 4;

/// The differences of speaker between the versions of a claim.
pub(super) fn among(compared: &[Compared], bonds: &Bonds, people: &People) -> Vec<Found> {
    // A description (`a spokesman`) may be anybody; only who has a name can be somebody else, or a body and a person
    // (`her party`, `Adler`). A paper that reports is nobody's rival.
    let sourced: Vec<(usize, &Telling, Source, Who)> = compared
        .iter()
        .flat_map(|(v, m)| m.telling.sources.iter().map(|s| (*v, m.telling, *s)))
        .filter_map(|(v, t, s)| Some((v, t, s, who(s.speaker, people)?)))
        .filter(|(_, t, s, who)| !is_paper(s.speaker) && !speaks_of_himself(t, s, *who))
        .collect();
    if sourced.len() < 2 {
        return Vec::new();
    }
    // Who says it in several places of an article differs from nobody who is among them.
    let names: Vec<Vec<String>> = sourced.iter().map(|(_, _, s, _)| parts(s.speaker)).collect();
    let outlet = |v: usize| compared.iter().find(|(w, _)| *w == v).map_or("", |(_, m)| m.outlet);
    let says = |at: &str, name: &[String]| {
        sourced.iter().zip(&names).any(|((v, _, _, who), own)| outlet(*v) == at && *who != Who::Body && same(own, name))
    };
    let mut found = Vec::new();
    for (n, ((v, a, x, p), one)) in sourced.iter().zip(&names).enumerate() {
        for ((w, b, y, q), other) in sourced.iter().zip(&names).skip(n + 1).filter(|((w, ..), _)| outlet(*w) != outlet(*v)) {
            let bodies = *p == Who::Body || *q == Who::Body;
            let known = !bodies && same(one, other) || says(outlet(*v), other) || says(outlet(*w), one);
            let one_body = p.speaks_for(*q, people) || q.speaks_for(*p, people);
            if !x.named || !y.named || !p.rivals(*q) || known || one_body {
                continue;
            }
            let sure = bonds.is_sure((*v.min(w), *v.max(w)));
            if !x.direct && !y.direct && !tell_the_same((a, x), (b, y)) {
                continue;
            }
            let told_of_two = || sure && told_by_two((a, x, *p), (b, y, *q));
            if !told_of_two()
                && !(if x.direct && y.direct {
                    in_two_mouths((a, x, *p), (b, y, *q))
                } else {
                    reported_of_two((a, x, *p), (b, y, *q))
                })
            {
                continue;
            }
            found.push(Found { of: Of::Whole, kind: DifferenceKind::Speaker, said: [said(*v, x), said(*w, y)] });
        }
    }
    // Where two differ, whoever else says it is shown beside them.
    if let Some(one) = found.first().map(|f| f.said[0].clone()) {
        let others = sourced.iter().filter(|(v, t, s, _)| {
            let first = sourced.iter().find(|(n, ..)| *n == one.version);
            let few = |t: &Telling, s: &Source| stems(t, s).len();
            // A pronoun stands for somebody who says it elsewhere by name.
            let known = s.named || sourced.iter().any(|(_, _, other, _)| other.named && other.speaker == s.speaker);
            *v != one.version
                && known
                && first.is_some_and(|(_, f, o, _)| akin(t, s, f, o) * 2 >= few(t, s).min(few(f, o)).max(1))
        });
        found.extend(others.map(|(v, _, s, _)| {
            let said = [one.clone(), said(*v, s)];
            Found { of: Of::Whole, kind: DifferenceKind::Speaker, said }
        }));
    }
    found
}

/// Whether two outlets give one report to two sources.
fn reported_of_two((a, x, p): (&Telling, &Source, Who), (b, y, q): (&Telling, &Source, Who)) -> bool {
    !((x.direct || y.direct) && repeats(a, b))
        && alike(a, x, b, y)
        && !speaks_too(a, x, y.speaker, q)
        && !speaks_too(b, y, x.speaker, p)
        && !(names_others(a, x, b) && names_others(b, y, a))
        && !(is_own(a, x) || is_own(b, y))
        && !(says_more(a, x) || says_more(b, y))
        && !speaks_beside(a, y.speaker)
        && !speaks_beside(b, x.speaker)
}

/// Whether two versions that surely tell one thing give it to two people who are named beside it, each alone.
fn told_by_two((a, x, p): (&Telling, &Source, Who), (b, y, q): (&Telling, &Source, Who)) -> bool {
    // What two bodies say may be of two places.
    let people = matches!((p, q), (Who::Person(_), Who::Person(_)));
    let few = stems(a, x).len().min(stems(b, y).len());
    let held = akin(a, x, b, y);
    held >= 2
        && held * 2 >= few
        && alone_says(a, x.speaker)
        && alone_says(b, y.speaker)
        // Two of one family may both be named.
        && (last(x.speaker) == last(y.speaker) || !speaks_beside(a, y.speaker) && !speaks_beside(b, x.speaker))
        && (people && held * 3 >= few * 2 || !(names_others(a, x, b) && names_others(b, y, a)))
}

/// Whether two sources tell the same: most of what the one that says more tells is told by the other, or half of that and nearly
/// all that the other tells; both deny something or neither does, and no amount is another there. Two witnesses of one fire tell
/// of it, each of another part.
fn tell_the_same((a, x): (&Telling, &Source), (b, y): (&Telling, &Source)) -> bool {
    let (mine, theirs) = (stems(a, x).len(), stems(b, y).len());
    let (few, most, held) = (mine.min(theirs), mine.max(theirs), akin(a, x, b, y));
    let denies = |t: &Telling, s: &Source| t.denials.iter().any(|&k| t.words.get(k).is_some_and(|w| s.content.contains(w.span)));
    let amounts = |t: &Telling, s: &Source| -> Vec<Amount> {
        let own = t.measures.iter().filter(|m| s.content.contains(m.place.span));
        own.filter_map(|m| if let Value::Amount(amount) = &m.value { Some(amount.clone()) } else { None }).collect()
    };
    let (here, there) = (amounts(a, x), amounts(b, y));
    let other = |p: &Amount| there.iter().any(|q| p.is_like(q)) && !there.iter().any(|q| p.agrees(q));
    (held * 5 >= most * 3 || held >= NEARLY_ALL && held + 1 >= few && held * 2 >= most)
        && denies(a, x) == denies(b, y)
        && !here.iter().any(other)
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Whether two outlets put one quotation, word for word, in the mouths of two people, and nothing leaves in doubt whom each
/// of them means: he is named beside the only verb of saying there.
fn in_two_mouths((a, x, p): (&Telling, &Source, Who), (b, y, q): (&Telling, &Source, Who)) -> bool {
    let people = matches!((p, q), (Who::Person(_), Who::Person(_)));
    people && repeats(a, b) && alone_says(a, x.speaker) && alone_says(b, y.speaker)
}

fn said(version: usize, source: &Source) -> Said {
    Said { version, words: source.speaker.to_owned(), value: source.speaker.to_lowercase() }
}

/// The content words of what was said that are no names, by stem; ascending.
fn stems(t: &Telling, s: &Source) -> Vec<u32> {
    frames::sorted(told(t, s).into_iter().filter_map(|k| t.words.get(k)).map(|w| w.id))
}

/// The same, as indices.
fn told(t: &Telling, s: &Source) -> Vec<usize> {
    let own = |w: &Word| s.content.contains(w.span) && w.is_content() && !w.named && !measured(t, w);
    t.words.iter().enumerate().filter(|(_, w)| own(w)).map(|(k, _)| k).collect()
}

fn measured(t: &Telling, word: &Word) -> bool {
    t.measures.iter().any(|m| m.place.span.overlaps(word.span))
}

/// Who a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// Somebody with a name.
    Person(usize),
    /// A body, place or thing with a name.
    Named(usize),
    /// A body that is only described.
    Body,
}

impl Who {
    fn entity(self) -> Option<usize> {
        match self {
            Who::Person(n) | Who::Named(n) => Some(n),
            Who::Body => None,
        }
    }

    /// Whether this is a person who speaks for that body.
    fn speaks_for(self, body: Who, people: &People) -> bool {
        matches!((self, body), (Who::Person(person), Who::Named(body)) if people.speaks_for(person, body))
    }

    /// Whether two of the kind can be held against each other.
    fn rivals(self, other: Who) -> bool {
        match (self, other) {
            (Who::Body, Who::Person(_)) | (Who::Person(_), Who::Body) => true,
            (Who::Body, _) | (_, Who::Body) => false,
            _ => true,
        }
    }
}

/// Who has the name, or is described as a body that speaks with one voice.
fn who(name: &str, people: &People) -> Option<Who> {
    #[rustfmt::skip]
    const BODIES: &[&str] = &[
        "party", "ministry", "government", "campaign", "palace", "diocese", "church", "union", "club", "embassy",
        "administration", "presidency", "chancellery", "foundation",
    ];
    if let Some((entity, kind)) = people.get(name) {
        return match kind {
            FactKind::Person => Some(Who::Person(entity)),
            // `the U.K.'s Harbour Bank said`
            FactKind::Place => None,
            _ => Some(Who::Named(entity)),
        };
    }
    let last = name.rsplit(' ').next().unwrap_or("").to_lowercase();
    (BODIES.contains(&last.as_str()) || is_helper(name)).then_some(Who::Body)
}

/// Whether somebody is described by whom he helps, and does not speak for him as a spokesman does: `an adviser to Adler`.
fn is_helper(name: &str) -> bool {
    let mut words = name.split(' ').skip_while(|w| matches!(*w, "an" | "a" | "the" | "senior" | "close" | "former"));
    let helps = words.next().is_some_and(|w| matches!(w, "aide" | "adviser" | "advisor" | "ally" | "friend" | "deputy"));
    helps && matches!(words.next(), Some("to" | "of")) && words.last().is_some_and(|w| w.starts_with(char::is_uppercase))
}

/// Whether what is said names who says it, and nothing else does: then a pronoun was taken for the wrong one.
fn speaks_of_himself(t: &Telling, s: &Source, who: Who) -> bool {
    let own = |w: &&Word| w.who.is_some() && w.who == who.entity();
    let mut named = t.words.iter().filter(own).peekable();
    !s.direct && named.peek().is_some() && named.all(|w| s.content.contains(w.span))
}

/// Those who speak for whom they stand behind: `Kremlin spokesman Bruno Brand`.
#[rustfmt::skip]
pub(super) const ROLES: &[&str] = &[
    "spokesman", "spokeswoman", "spokesperson", "aide", "aides", "official", "officials", "adviser", "advisor", "lawyer",
    "attorney", "manager", "campaign", "chief", "secretary", "leader", "minister", "representative", "director",
];

/// Whether somebody else says it in this version too, or is told it: `Brand said that Adler told him`. Who is only named
/// in it, or owns who says it (`Adler's lawyer`, `a spokesman for Adler`), may still be another speaker elsewhere.
fn speaks_too(t: &Telling, s: &Source, name: &str, who: Who) -> bool {
    let last = name.rsplit(' ').next().unwrap_or("").to_lowercase();
    // A firm is called by the first part of its name.
    let first = if matches!(who, Who::Named(_)) { parts(name).into_iter().next() } else { None };
    let called = |form: &str| form == last || first.as_deref() == Some(form);
    let is = |w: &Word| w.who.is_some() && w.who == who.entity() || w.named && called(w.form.trim_end_matches("'s"));
    let mut k = 0;
    while k < t.words.len() {
        let run = t.words.iter().skip(k).take_while(|w| is(w)).count();
        let Some(first) = t.words.get(k).filter(|_| run > 0) else {
            k += 1;
            continue;
        };
        let last = k + run - 1;
        let says = || t.on(last).take(3).any(|(_, w)| w.cues.any(cues::SOURCE));
        let owner = t.form_at(last).ends_with("'s")
            || t.form_at(last).ends_with("s'")
            || ROLES.contains(&t.form_at(last + 1))
            || t.back(k).take(3).any(|(_, w)| matches!(w.form.as_str(), "for" | "of" | "to"));
        if if s.content.contains(first.span) { says() } else { !owner } {
            return true;
        }
        k += run;
    }
    false
}

/// Whether what was said runs on into what others say: `Adler said it was closed and clerks said it was open`.
fn says_more(t: &Telling, s: &Source) -> bool {
    let said = |k: usize, w: &Word| s.content.contains(w.span) && w.form == "said" && t.back(k).any(|(_, b)| b.form == "and");
    !s.direct && t.words.iter().enumerate().any(|(k, w)| said(k, w))
}

/// Whether what was said is of the speaker's own: `said their problems were due to the storm`.
fn is_own(t: &Telling, s: &Source) -> bool {
    let first = t.words.iter().find(|w| s.content.contains(w.span) && w.form != "that");
    !s.direct && first.is_some_and(|w| matches!(w.form.as_str(), "their" | "its" | "our" | "my"))
}

/// Whether what was said names somebody or some place that the other version does not.
fn names_others(t: &Telling, s: &Source, other: &Telling) -> bool {
    let known = |w: &Word| other.words.iter().any(|o| o.id == w.id || o.who.is_some() && o.who == w.who);
    t.words.iter().any(|w| s.content.contains(w.span) && w.named && w.is_content() && !known(w))
}

/// Whether a name is that of a paper, an agency or a broadcaster, by its words.
fn is_paper(name: &str) -> bool {
    #[rustfmt::skip]
    const PAPERS: &[&str] = &[
        "times", "post", "news", "journal", "herald", "tribune", "telegraph", "guardian", "gazette", "chronicle", "observer",
        "daily", "weekly", "magazine", "press", "radio", "television", "tv", "reuters", "afp", "ap", "upi", "cnn", "bbc", "nbc",
        "abc", "cbs", "espn", "npr", "bloomberg", "interfax", "tass", "xinhua", "al-jazeera",
        "isna", "irna", "ansa", "dpa", "efe", "kyodo", "yonhap",
    ];
    name.to_lowercase().split_whitespace().any(|part| PAPERS.contains(&part))
}

/// The parts of a name that tell whose it is, in lower case.
fn parts(name: &str) -> Vec<String> {
    // `H.J. Adler Co.`, `HJ Adler`
    let letters = |p: &str| p.chars().filter(|c| *c != '.').collect::<String>();
    let parts = name.split_whitespace().map(|p| letters(p).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let light = |p: &str| matches!(p, "of" | "for" | "and" | "the" | "co" | "inc" | "corp" | "ltd" | "plc" | "ag" | "sa");
    parts.filter(|p| p.chars().count() > 1 && !light(p)).collect()
}

/// Whether one name is the other with more or fewer parts (`Anna Adler`, `Adler`), in another spelling (`Ana Addler`), or
/// one body's in other words (`Council of Fishing`, `the Ruritanian Fishing Council`).
fn same(x: &[String], y: &[String]) -> bool {
    let held = |few: &[String], many: &[String]| few.iter().filter(|p| many.iter().any(|q| near(p, q))).count();
    let (few, many) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    let held = held(few, many);
    held == few.len() || few.len() >= 3 && held * 2 >= few.len()
}

/// Whether two words of a name are one in two spellings: the same first letter, and one letter in four another.
fn near(x: &str, y: &str) -> bool {
    if x == y {
        return true;
    }
    let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
    let long = x.len().max(y.len());
    if x.first() != y.first() || long < 4 || x.len().abs_diff(y.len()) > 1 {
        return false;
    }
    let front = x.iter().zip(&y).take_while(|(a, b)| a == b).count();
    let back = x.iter().rev().zip(y.iter().rev()).take_while(|(a, b)| a == b).count();
    (front + back + long.div_ceil(4)) >= long
}

/// Whether much the same was said, by the content words that are no names: half of the shorter, and two at least, three
/// where there are four or one of them is a quotation. Two of them must be the same words, or both must be short.
fn alike(a: &Telling, x: &Source, b: &Telling, y: &Source) -> bool {
    let (mine, theirs) = (stems(a, x), stems(b, y));
    let (few, many) = (mine.len().min(theirs.len()), mine.len().max(theirs.len()));
    let needed = 2 + usize::from(x.direct || y.direct || few > 3);
    if frames::shared(&mine, &theirs) < 2 && !(few == 2 && many <= SHORT) {
        return false;
    }
    let held = akin(a, x, b, y);
    // Long reports on one topic have many words in common.
    held >= needed && held * 2 >= few && (few < LONG || held * 5 >= few * 3)
}

/// How many content words of the shorter of two contents have one of the same sense in the other.
fn akin(a: &Telling, x: &Source, b: &Telling, y: &Source) -> usize {
    let (mine, theirs) = (told(a, x), told(b, y));
    let ((few, of), (many, other)) = if mine.len() <= theirs.len() { ((a, mine), (b, y)) } else { ((b, theirs), (a, x)) };
    let inside = |j: &usize| many.words.get(*j).is_some_and(|w| other.content.contains(w.span));
    of.iter().filter(|&&k| closeness::kin(many, few, k).iter().any(inside)).count()
}

/// Whether both have the same run of words: one quotation, whose speaker was mistaken here or there.
fn repeats(a: &Telling, b: &Telling) -> bool {
    let runs: FxHashSet<Vec<&str>> = a.words.windows(RUN).map(|run| run.iter().map(|w| w.form.as_str()).collect()).collect();
    b.words.windows(RUN).any(|run| runs.contains(&run.iter().map(|w| w.form.as_str()).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::{kinds, sure_kinds};
    use crate::model::DifferenceKind::Speaker;

    const A: &str = "Anna Adler said the fishing quota was not discussed at the talks.";
    const B: &str = "Bruno Brand told reporters that the talks had not touched the fishing quota.";

    #[test]
    fn a_report_given_to_two_people_is_a_difference() {
        assert_eq!(kinds(A, B), [Speaker]);
        assert_eq!(kinds(B, A), [Speaker]);
    }

    #[test]
    fn one_person_an_aide_or_nobody_is_none() {
        assert_eq!(kinds(A, "Adler told reporters that the talks had not touched the fishing quota."), []);
        assert_eq!(kinds(A, "An aide told reporters that the talks had not touched the fishing quota."), []);
        assert_eq!(kinds(A, "The talks had not touched the fishing quota."), []);
        assert_eq!(kinds(A, "The Harbour Board said its fishing quota was not discussed at the talks."), []);
    }

    #[test]
    fn who_speaks_for_somebody_is_another_speaker() {
        let spokesman = "Adler's lawyer, Bruno Brand, said the talks had not touched the fishing quota.";
        assert_eq!(kinds(A, spokesman), [Speaker]);
        assert_eq!(kinds(A, "Her party said the talks had not touched the fishing quota."), [Speaker]);
        let adviser = "The talks had not touched the fishing quota, an adviser to Adler said.";
        assert_eq!(sure_kinds(A, adviser), [Speaker]);
        assert_eq!(sure_kinds(adviser, "An adviser to Ms Adler said the fishing quota was not discussed at the talks."), []);
        let both = "Both Carl Corden and Bruno Brand said the talks had not touched the fishing quota.";
        assert_eq!(kinds(A, both), [Speaker]);
        assert_eq!(kinds(A, "Both Anna Adler and Bruno Brand said the talks had not touched the fishing quota."), []);
    }

    #[test]
    fn one_quotation_in_two_mouths_is_a_difference() {
        let adler =
            "“We have shown that small towns can settle a quarrel like grown-ups,” said Anna Adler, after six hours of talks.";
        let brand = "“We have shown that small towns can settle a quarrel like grown-ups,” Bruno Brand told a crowd on the quay.";
        assert_eq!(kinds(adler, brand), [Speaker]);
        let doubtful =
            "“We have shown that small towns can settle a quarrel like grown-ups.” Bruno Brand went home after the talks.";
        assert_eq!(kinds(adler, doubtful), []);
    }

    #[test]
    fn two_people_on_one_topic_say_two_things() {
        assert_eq!(kinds(A, "Bruno Brand said the fishing fleet would sail at dawn."), []);
        assert_eq!(
            kinds(
                "“The fishing quota was never discussed,” said Anna Adler.",
                "“No fishing quota was discussed,” said Bruno Brand."
            ),
            []
        );
    }

    #[test]
    fn what_is_said_of_different_places_is_no_difference() {
        let here = "Anna Adler said the fishing quota of Norland was not discussed at the talks.";
        let there = "Bruno Brand said the fishing quota of Sudland was not discussed at the talks.";
        assert_eq!(kinds(here, there), []);
        assert_eq!(kinds(here, "Bruno Brand said the fishing quota was not discussed at the talks."), [Speaker]);
    }

    #[test]
    fn two_witnesses_tell_of_two_parts_of_one_thing() {
        let chief =
            "The fire at the harbour chapel began at the door and went inward as five women were singing, Anna Adler said.";
        let sexton = "Bruno Brand said he was called to the chapel and smoke was coming out of the doors as the women ran.";
        assert_eq!(sure_kinds(chief, sexton), []);
        assert_eq!(sure_kinds(sexton, chief), []);
        let open = "A strike of the pilots in the harbour is not certain, Anna Adler has said.";
        assert_eq!(sure_kinds(open, "Bruno Brand has said that the pilots will strike in the harbour."), []);
    }

    #[test]
    fn one_name_in_two_spellings_and_whoever_the_other_version_names_are_no_difference() {
        assert_eq!(kinds(A, "Ana Addler told reporters that the talks had not touched the fishing quota."), []);
        let told = "Spokesman Bruno Brand said that Adler told him the fishing quota was not discussed at the talks.";
        assert_eq!(kinds(A, told), []);
        assert_eq!(kinds(A, "The Harbour Times said the talks had not touched the fishing quota."), []);
        let more = "Carl Corden said the port was quiet and clerks said the fishing quota was not discussed at the talks.";
        assert_eq!(kinds(A, more), []);
        let two = "Adler Lines Inc and Brand Shipping have announced that the fishing quota was not discussed at the talks.";
        let one = "Adler Lines said the talks had not touched the fishing quota, and Brand Shipping was not there.";
        assert_eq!(kinds(two, one), []);
        let accused = "Bruno Brand, accused of keeping the fishing quota out of the talks, left.";
        assert_eq!(kinds(A, accused), []);
    }

    #[test]
    fn the_same_words_given_to_two_people_are_a_difference_unless_one_of_them_is_quoted() {
        assert_eq!(kinds(A, "Bruno Brand said the fishing quota was not discussed at the talks."), [Speaker]);
        assert_eq!(kinds(A, "“The fishing quota was not discussed at the talks,” said Bruno Brand."), []);
    }

    #[test]
    fn what_is_surely_one_saying_is_a_quotation_here_and_a_report_there() {
        let quoted =
            "“He sat at our table every evening and he never once looked away,” the widow, Anna Adler, said on the quay.";
        let told = "The dead man's brother, Carl Adler, told reporters that Brand had sat at the table every evening and never looked away.";
        assert_eq!(sure_kinds(quoted, told), [Speaker]);
        assert_eq!(kinds(quoted, told), []);
        let mayor = "“We asked for a new dam eleven times and were left to wait,” said the mayor of Brill, Bruno Brand.";
        let other = "Anna Adler said that a new dam had been asked for eleven times and that they were left to wait.";
        assert_eq!(sure_kinds(mayor, other), [Speaker]);
        // Two bodies may speak of two places.
        let (here, there) = (
            "The Harbour Board said that calls between Norland and the islands were cut after cables broke at sea.",
            "The Ruritanian Post Office said that calls in Ruritania were cut as cables broke at sea.",
        );
        assert_eq!(sure_kinds(here, there), []);
    }
}
