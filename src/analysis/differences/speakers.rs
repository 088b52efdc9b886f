//! Who says it: outlets that give the same report to different people. Told in an article's own voice is no difference
//! by itself; nor are two people's own words, which are two utterances, or one that was put in the wrong mouth here.

use super::telling::{Source, Telling};
use super::{Compared, Found, People, Said, frames};
use crate::model::DifferenceKind;
use rustc_hash::FxHashSet;

/// So many words in a row are nobody's by chance.
const RUN: usize = 9;

/// The differences of speaker between the versions of a claim.
pub(super) fn among(compared: &[Compared], people: &People) -> Vec<Found> {
    // A description (`a spokesman`) may be anybody; only who has a name can be somebody else. A paper that reports is
    // nobody's rival.
    let sourced: Vec<(usize, &Telling, Source, usize)> = compared
        .iter()
        .filter_map(|(v, m)| m.telling.source.map(|s| (*v, m.telling, s)))
        .filter_map(|(v, t, s)| Some((v, t, s, *people.get(s.speaker)?)))
        .filter(|(_, _, s, _)| !is_paper(s.speaker))
        .collect();
    if sourced.len() < 2 {
        return Vec::new();
    }
    // Who is named in a telling differs from nobody there: `a spokesman said that Adler was sorry`.
    let named = |t: &Telling, entity: usize, s: &Source| {
        let last = s.speaker.rsplit(' ').next().unwrap_or("").to_lowercase();
        t.words.iter().any(|w| w.who == Some(entity) || w.named && w.form == last)
    };
    // Who says it in several places of an article differs from nobody who is among them.
    let says = |outlet: &str, speaker: &str| sourced.iter().any(|(_, t, s, _)| t.outlet == outlet && same(s.speaker, speaker));
    let mut found = Vec::new();
    for (n, (v, a, x, p)) in sourced.iter().enumerate() {
        for (w, b, y, q) in sourced.iter().skip(n + 1).filter(|(_, b, ..)| b.outlet != a.outlet) {
            let known = same(x.speaker, y.speaker) || says(a.outlet, y.speaker) || says(b.outlet, x.speaker);
            if known || x.direct && y.direct || named(a, *q, y) || named(b, *p, x) || !alike(a, x, b, y) || repeats(a, b) {
                continue;
            }
            let said = |v: usize, s: &Source| Said { version: v, words: s.speaker.to_owned(), value: s.speaker.to_lowercase() };
            found.push(Found { of: String::new(), kind: DifferenceKind::Speaker, said: [said(*v, x), said(*w, y)] });
        }
    }
    found
}

/// Whether a name is that of a paper, an agency or a broadcaster, by its words.
fn is_paper(name: &str) -> bool {
    #[rustfmt::skip]
    const PAPERS: &[&str] = &[
        "times", "post", "news", "journal", "herald", "tribune", "telegraph", "guardian", "gazette", "chronicle", "observer",
        "daily", "weekly", "magazine", "press", "radio", "television", "tv", "reuters", "afp", "ap", "upi", "cnn", "bbc", "nbc",
        "abc", "cbs", "espn", "npr", "bloomberg", "interfax", "tass", "xinhua", "al-jazeera",
    ];
    name.to_lowercase().split_whitespace().any(|part| PAPERS.contains(&part))
}

/// Whether one name is the other with more or fewer parts (`Anna Adler`, `Adler`), in another spelling (`Ana Addler`), or
/// one body's in other words (`Council of Fishing`, `the Ruritanian Fishing Council`).
fn same(x: &str, y: &str) -> bool {
    let parts = |n: &str| -> Vec<String> {
        let parts = n.split_whitespace().map(|p| p.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        parts.filter(|p| p.chars().count() > 1 && !matches!(p.as_str(), "of" | "for" | "and" | "the")).collect()
    };
    let (x, y) = (parts(x), parts(y));
    let held = |few: &[String], many: &[String]| few.iter().filter(|p| many.iter().any(|q| near(p, q))).count();
    let (few, many) = if x.len() <= y.len() { (&x, &y) } else { (&y, &x) };
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
/// where there are five or one of them is a quotation.
fn alike(a: &Telling, x: &Source, b: &Telling, y: &Source) -> bool {
    let stems = |t: &Telling, s: &Source| {
        frames::sorted(t.words.iter().filter(|w| s.content.contains(w.span) && w.is_content() && !w.named).map(|w| w.id))
    };
    let (mine, theirs) = (stems(a, x), stems(b, y));
    let few = mine.len().min(theirs.len());
    let shared = frames::shared(&mine, &theirs);
    shared >= 2 + usize::from(x.direct || y.direct || few > 4) && shared * 2 >= few
}

/// Whether both have the same run of words: one quotation, whose speaker was mistaken here or there.
fn repeats(a: &Telling, b: &Telling) -> bool {
    let runs: FxHashSet<Vec<&str>> = a.words.windows(RUN).map(|run| run.iter().map(|w| w.form.as_str()).collect()).collect();
    b.words.windows(RUN).any(|run| runs.contains(&run.iter().map(|w| w.form.as_str()).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::kinds;
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
    fn one_name_in_two_spellings_and_whoever_the_other_version_names_are_no_difference() {
        assert_eq!(kinds(A, "Ana Addler told reporters that the talks had not touched the fishing quota."), []);
        let told = "Spokesman Bruno Brand said that Adler told him the fishing quota was not discussed at the talks.";
        assert_eq!(kinds(A, told), []);
        assert_eq!(kinds(A, "The Harbour Times said the talks had not touched the fishing quota."), []);
        let accused = "Bruno Brand, accused of keeping the fishing quota out of the talks, left.";
        assert_eq!(kinds(A, accused), []);
    }

    #[test]
    fn the_same_run_of_words_has_one_speaker() {
        assert_eq!(kinds(A, "Bruno Brand said the fishing quota was not discussed at the talks."), []);
    }
}
