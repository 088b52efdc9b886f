//! Lists sorted by place: what of them stands in an article, in a passage or at a place, found by bisection.

use super::{Fact, Place, Quotation, Statement};
use std::ops::Range;

/// What stands at a place of the text.
pub trait Placed {
    /// Where.
    fn place(&self) -> Place;
}

impl Placed for Place {
    fn place(&self) -> Place {
        *self
    }
}

impl Placed for Statement {
    fn place(&self) -> Place {
        self.place
    }
}

impl Placed for Quotation {
    fn place(&self) -> Place {
        self.place
    }
}

impl Placed for Fact {
    fn place(&self) -> Place {
        self.place
    }
}

/// Which of a list stand in an article.
pub fn of_article<T: Placed>(list: &[T], article: usize) -> Range<usize> {
    let key = |x: &T| x.place().article;
    list.partition_point(|x| key(x) < article)..list.partition_point(|x| key(x) <= article)
}

/// Those that stand in an article.
pub fn in_article<T: Placed>(list: &[T], article: usize) -> &[T] {
    list.get(of_article(list, article)).unwrap_or(&[])
}

/// Which of a list stand in a passage.
pub fn of_passage<T: Placed>(list: &[T], article: usize, passage: usize) -> Range<usize> {
    let key = |x: &T| (x.place().article, x.place().passage);
    let first = list.partition_point(|x| key(x) < (article, passage));
    // In a passage stand few, in a list many.
    let count = list.iter().skip(first).take_while(|x| key(x) == (article, passage)).count();
    first..first + count
}

/// Those that stand in a passage.
pub fn in_passage<T: Placed>(list: &[T], article: usize, passage: usize) -> &[T] {
    list.get(of_passage(list, article, passage)).unwrap_or(&[])
}

/// Those that overlap a place.
pub fn overlapping<'l, T: Placed>(list: &'l [T], place: &Place) -> impl Iterator<Item = &'l T> + use<'l, T> {
    let place = *place;
    in_passage(list, place.article, place.passage).iter().filter(move |x| x.place().span.overlaps(place.span))
}

/// Which of a list these are.
pub fn of_place<'l, T: Placed>(list: &'l [T], place: &Place) -> impl Iterator<Item = usize> + use<'l, T> {
    let place = *place;
    of_passage(list, place.article, place.passage).filter(move |n| list.get(*n).is_some_and(|x| x.place().overlaps(&place)))
}

/// Those that overlap a place, to be changed.
pub fn overlapping_mut<'l, T: Placed>(list: &'l mut [T], place: &Place) -> impl Iterator<Item = &'l mut T> + use<'l, T> {
    let place = *place;
    let here = of_passage(list, place.article, place.passage);
    list.get_mut(here).unwrap_or_default().iter_mut().filter(move |x| x.place().span.overlaps(place.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    #[test]
    fn what_stands_where_is_found() {
        let at = |article, passage, start| Place::new(article, passage, Span::new(start, start + 4));
        let list = [at(0, 1, 0), at(0, 1, 6), at(0, 2, 0), at(2, 0, 3), at(2, 0, 9)];
        assert_eq!(in_article(&list, 0), &list[..3]);
        assert_eq!(in_article(&list, 1), &[]);
        assert_eq!(of_passage(&list, 0, 1), 0..2);
        assert_eq!(of_passage(&list, 2, 0), 3..5);
        assert_eq!(in_passage(&list, 0, 3), &[]);
        assert_eq!(in_passage(&list, 9, 9), &[]);
        let found: Vec<&Place> = overlapping(&list, &Place::new(2, 0, Span::new(7, 10))).collect();
        assert_eq!(found, [&list[4]]);
        assert_eq!(of_place(&list, &Place::new(2, 0, Span::new(7, 10))).collect::<Vec<_>>(), [4]);
        assert_eq!(overlapping(&list, &Place::new(0, 1, Span::new(3, 7))).count(), 2);
    }
}
