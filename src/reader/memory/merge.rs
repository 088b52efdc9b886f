//! What two readers of one story, open at the same time, remember together.
//!
//! Each knows what both had in common when it last read or wrote the file (`common`). What one of them did since then
//! is done, too, to what the other has: a mark set or taken away, a note written. Of two notes written on one claim
//! both stay.

use super::Kept;

/// What is remembered where `mine` is in hand and `theirs` in the file; mine first, in its order.
pub fn merged(common: &[Kept], mine: &[Kept], theirs: &[Kept]) -> Vec<Kept> {
    let here = mine.iter().map(|kept| one(find(common, kept), Some(kept), find(theirs, kept)));
    let there = theirs.iter().filter(|kept| find(mine, kept).is_none());
    let there = there.map(|kept| one(find(common, kept), None, Some(kept)));
    here.chain(there).flatten().collect()
}

/// The same claim among others: each stands where the other one's first version does.
fn find<'k>(among: &'k [Kept], kept: &Kept) -> Option<&'k Kept> {
    let stands = |a: &Kept, b: &Kept| a.places.first().is_some_and(|place| b.places.contains(place));
    among.iter().find(|other| stands(other, kept) && stands(kept, other))
}

/// One claim as both leave it; none where nothing of it is kept any more.
fn one(common: Option<&Kept>, mine: Option<&Kept>, theirs: Option<&Kept>) -> Option<Kept> {
    let marked = |kept: Option<&Kept>| kept.is_some_and(|k| k.marked);
    let note = |kept: Option<&Kept>| kept.map(|k| k.note.clone()).unwrap_or_default();
    let kept = Kept {
        marked: changed(marked(common), marked(mine), marked(theirs)).unwrap_or(marked(mine)),
        note: changed(note(common), note(mine), note(theirs)).unwrap_or_else(|| both(&note(theirs), &note(mine))),
        ..mine.or(theirs)?.clone()
    };
    (kept.marked || !kept.note.is_empty()).then_some(kept)
}

/// What became of a thing that at most one of the two changed; none where both did, each in another way.
fn changed<T: PartialEq>(common: T, mine: T, theirs: T) -> Option<T> {
    if mine == theirs || theirs == common {
        Some(mine)
    } else if mine == common {
        Some(theirs)
    } else {
        None
    }
}

/// Two notes as one; one that holds the other already stands for both.
fn both(theirs: &str, mine: &str) -> String {
    match (theirs.contains(mine), mine.contains(theirs)) {
        (true, _) => theirs.to_owned(),
        (_, true) => mine.to_owned(),
        _ => format!("{theirs} / {mine}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Place, Span};

    fn kept(n: usize, marked: bool, note: &str) -> Kept {
        let places = vec![Place::new(0, n, Span::new(0, 9)), Place::new(1, n, Span::new(0, 9))];
        Kept { label: format!("claim {n}"), places, marked, note: note.to_owned() }
    }

    fn told(all: &[Kept]) -> Vec<(&str, bool, &str)> {
        all.iter().map(|k| (k.label.as_str(), k.marked, k.note.as_str())).collect()
    }

    #[test]
    fn what_each_adds_and_takes_away_counts() {
        let common = [kept(1, true, ""), kept(2, true, "old"), kept(3, true, "")];
        let mine = [kept(1, true, ""), kept(2, true, "new"), kept(4, true, "")];
        let theirs = [kept(2, false, "old"), kept(3, true, ""), kept(5, false, "five")];
        let all = merged(&common, &mine, &theirs);
        assert_eq!(told(&all), [("claim 2", false, "new"), ("claim 4", true, ""), ("claim 5", false, "five")]);
    }

    #[test]
    fn of_two_notes_on_one_claim_both_stay() {
        let all = merged(&[], &[kept(1, true, "ask the mayor")], &[kept(1, false, "ask the port")]);
        assert_eq!(told(&all), [("claim 1", true, "ask the port / ask the mayor")]);
        let all = merged(&[kept(1, true, "a")], &[kept(1, true, "a b")], &[kept(1, true, "")]);
        assert_eq!(told(&all), [("claim 1", true, "a b")], "a note that was added to outlives its removal");
    }

    #[test]
    fn a_claim_is_the_same_whichever_of_its_versions_was_in_hand() {
        let other = Kept { places: kept(1, true, "").places.into_iter().rev().collect(), ..kept(1, true, "") };
        assert_eq!(merged(&[], &[kept(1, true, "")], std::slice::from_ref(&other)).len(), 1);
        assert_eq!(merged(&[], &[kept(1, true, "")], &[kept(2, true, "")]).len(), 2);
    }

    #[test]
    fn alone_nothing_changes() {
        let mine = [kept(2, true, ""), kept(1, false, "x")];
        assert_eq!(merged(&mine[..1], &mine, &mine[..1]), mine);
        assert!(merged(&mine, &[], &mine).is_empty());
    }
}
