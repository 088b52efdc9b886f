//! Who says it: outlets that give the same report to different people. Told in an article's own voice is no difference
//! by itself; nor are two people's own words, which are two utterances, or one that was put in the wrong mouth here.

use super::telling::Telling;
use super::{Found, Said};
use crate::analysis::names::Names;
use crate::model::{DifferenceKind, Form};

/// The differences of speaker between the versions of a claim.
pub(super) fn among(tellings: &[Telling], names: &Names) -> Vec<Found> {
    // A description (`a spokesman`) may be anybody; only who has a name can be somebody else.
    let named = |t: &Telling| t.speaker.is_some_and(|s| names.entities.iter().any(|e| e.name == s));
    let saying: Vec<&Telling> = tellings.iter().filter(|t| t.form != Form::Narrated && named(t)).collect();
    // Who says it in several places of an article, or with others, differs from nobody who is among them.
    let says =
        |outlet: &str, speaker: &str| tellings.iter().any(|t| t.outlet == outlet && t.speaker.is_some_and(|s| same(s, speaker)));
    let mut found = Vec::new();
    for (n, a) in saying.iter().enumerate() {
        for b in saying.iter().skip(n + 1).filter(|b| b.outlet != a.outlet) {
            let (Some(x), Some(y)) = (a.speaker, b.speaker) else { continue };
            let own_words = a.form == Form::Direct && b.form == Form::Direct;
            if own_words || same(x, y) || says(a.outlet, y) || says(b.outlet, x) {
                continue;
            }
            let said = |t: &Telling, name: &str| Said { version: t.version, words: name.to_owned(), value: name.to_lowercase() };
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

#[cfg(test)]
mod tests {
    use crate::analysis::differences::tests::with_speakers;
    use crate::model::DifferenceKind::Speaker;

    const A: &str = "The topic did not come up at the talks, said Mr. Adler, or Anna Adler.";
    const B: &str = "Fish was no topic at the talks, said Bruno Brand of the Royal Palace.";

    #[test]
    fn two_people_are_a_difference() {
        assert_eq!(with_speakers(A, "Anna Adler", B, "Bruno Brand"), [Speaker]);
    }

    #[test]
    fn one_person_under_two_names_is_none_nor_is_nobody() {
        assert_eq!(with_speakers(A, "Anna Adler", B, "Adler"), []);
        assert_eq!(with_speakers(A, "Anna Adler", B, ""), []);
        assert_eq!(with_speakers(A, "Anna Adler", B, "an aide"), []);
    }
}
