//! Who says it: two outlets that give the same words or report to different people. Told in an article's own voice is no
//! difference by itself.

use super::telling::Telling;
use super::{Found, Said};
use crate::model::{DifferenceKind, Form};

/// The difference of speaker between two versions of different outlets, if there is one.
pub(super) fn between(a: &Telling, b: &Telling) -> Option<Found> {
    if a.form == Form::Narrated || b.form == Form::Narrated {
        return None;
    }
    let (x, y) = (a.speaker?, b.speaker?);
    if same(x, y) {
        return None;
    }
    let said = |t: &Telling, name: &str| Said { version: t.version, words: name.to_owned(), value: name.to_lowercase() };
    Some(Found { of: String::new(), kind: DifferenceKind::Speaker, said: [said(a, x), said(b, y)] })
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

    const A: &str = "The topic did not come up at the talks.";
    const B: &str = "Fish was no topic of the talks at all.";

    #[test]
    fn two_people_are_a_difference() {
        assert_eq!(with_speakers(A, "Anna Adler", B, "Bruno Brand"), [Speaker]);
        assert_eq!(with_speakers(A, "The Palace", B, "Bruno Brand"), [Speaker]);
    }

    #[test]
    fn one_person_under_two_names_is_none_nor_is_nobody() {
        assert_eq!(with_speakers(A, "Anna Adler", B, "Adler"), []);
        assert_eq!(with_speakers(A, "Anna Adler", B, ""), []);
    }
}
