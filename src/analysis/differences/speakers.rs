//! Who says it: outlets that give the same report to different people. Told in an article's own voice is no difference
//! by itself; nor are two people's own words, which are two utterances, or one that was put in the wrong mouth here.

use super::telling::{Source, Telling, is_plain};
use super::{Found, Said, frames};
use crate::analysis::names::Names;
use crate::model::DifferenceKind;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// So many words in a row are nobody's by chance.
const RUN: usize = 9;

/// The differences of speaker between the versions of a claim.
pub(super) fn among(tellings: &[Telling], names: &Names) -> Vec<Found> {
    // A description (`a spokesman`) may be anybody; only who has a name can be somebody else.
    let named = |s: &Source| names.entities.iter().any(|e| e.name == s.speaker);
    let sourced: Vec<(&Telling, Source)> =
        tellings.iter().filter_map(|t| Some((t, t.source?))).filter(|(_, source)| named(source)).collect();
    // Who says it in several places of an article differs from nobody who is among them.
    let says = |outlet: &str, speaker: &str| {
        tellings.iter().any(|t| t.outlet == outlet && t.source.is_some_and(|s| same(s.speaker, speaker)))
    };
    let mut found = Vec::new();
    for (n, (a, x)) in sourced.iter().enumerate() {
        for (b, y) in sourced.iter().skip(n + 1).filter(|(b, _)| b.outlet != a.outlet) {
            let known = same(x.speaker, y.speaker) || says(a.outlet, y.speaker) || says(b.outlet, x.speaker);
            if known || x.direct && y.direct || !alike(a, x, b, y) || repeats(a, b) {
                continue;
            }
            let said = |t: &Telling, s: &Source| Said {
                version: t.version,
                words: s.speaker.to_owned(),
                value: s.speaker.to_lowercase(),
            };
            found.push(Found { of: String::new(), kind: DifferenceKind::Speaker, said: [said(a, x), said(b, y)] });
        }
    }
    found
}

/// Whether one name is the other with more or fewer parts: `Anna Adler`, `Adler`.
fn same(x: &str, y: &str) -> bool {
    let parts = |n: &str| n.to_lowercase().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (x, y) = (parts(x), parts(y));
    let within = |few: &[String], many: &[String]| few.iter().all(|p| many.contains(p));
    within(&x, &y) || within(&y, &x)
}

/// Whether much the same was said, by the content words that are no names: two at least, three where one of them is a
/// quotation, and two fifths of the shorter.
fn alike(a: &Telling, x: &Source, b: &Telling, y: &Source) -> bool {
    let stems = |t: &Telling, s: &Source| -> BTreeSet<String> {
        let said = t.words.iter().filter(|w| s.content.contains(w.span) && !is_plain(w) && !w.named && !frames::is_time(w));
        said.map(|w| w.stem.clone()).collect()
    };
    let (mine, theirs) = (stems(a, x), stems(b, y));
    let shared = mine.intersection(&theirs).count();
    shared >= 2 + usize::from(x.direct || y.direct) && shared * 5 >= mine.len().min(theirs.len()) * 2
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
    fn the_same_run_of_words_has_one_speaker() {
        assert_eq!(kinds(A, "Bruno Brand said the fishing quota was not discussed at the talks."), []);
    }
}
