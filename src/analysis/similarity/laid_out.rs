//! Things laid out by number in one list: what would be a list for each number, without making as many.

/// Things by number, those of one number together in the order in which they came.
#[derive(Debug, Clone, Default)]
pub struct LaidOut<T> {
    /// Where in `all` those of each number begin; one more at the end.
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T: Copy + Default> LaidOut<T> {
    /// Lays out `things`, each with its number, of which there are `numbers`; others are left out. They are walked twice: counted
    /// first, then put in their places.
    pub fn of(numbers: usize, things: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; numbers + 1];
        for (number, _) in things.clone() {
            if let Some(count) = starts.get_mut(number as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        // What has no number has no place.
        next.truncate(numbers);
        let mut all = vec![T::default(); sum as usize];
        for (number, thing) in things {
            let Some(at) = next.get_mut(number as usize) else { continue };
            if let Some(slot) = all.get_mut(*at as usize) {
                *slot = thing;
            }
            *at += 1;
        }
        LaidOut { starts, all }
    }
}

impl<T> LaidOut<T> {
    /// Those of a number.
    pub fn with(&self, number: usize) -> &[T] {
        let bounds = self.starts.get(number).zip(self.starts.get(number + 1));
        bounds.and_then(|(from, to)| self.all.get(*from as usize..*to as usize)).unwrap_or(&[])
    }

    /// Those of each number.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> + Clone {
        (1..self.starts.len()).map(|n| self.with(n - 1))
    }

    /// Adds the next number with what belongs to it.
    pub fn push(&mut self, things: &[T])
    where
        T: Copy,
    {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.all.extend_from_slice(things);
        self.starts.push(self.all.len() as u32);
    }

    /// Sorts those of each number.
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        let mut left = self.all.as_mut_slice();
        for bounds in self.starts.windows(2) {
            let length = bounds.last().zip(bounds.first()).map_or(0, |(to, from)| to - from);
            let Some((own, rest)) = std::mem::take(&mut left).split_at_mut_checked(length as usize) else { return };
            own.sort_unstable();
            left = rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_by_number_in_the_order_in_which_they_came() {
        let mut laid = LaidOut::of(3, [(2, 'b'), (0, 'x'), (2, 'a'), (7, 'z'), (3, 'y')].into_iter());
        assert_eq!(laid.iter().collect::<Vec<_>>(), [&['x'][..], &[], &['b', 'a']]);
        assert_eq!((laid.with(2), laid.with(3).len()), (&['b', 'a'][..], 0));
        laid.sort();
        assert_eq!(laid.iter().collect::<Vec<_>>(), [&['x'][..], &[], &['a', 'b']]);
    }

    #[test]
    fn numbers_are_added_in_their_order() {
        let mut laid = LaidOut::default();
        assert_eq!(laid.iter().count(), 0);
        laid.push(&[3, 1]);
        laid.push(&[]);
        laid.push(&[2]);
        assert_eq!(laid.iter().collect::<Vec<_>>(), [&[3, 1][..], &[], &[2]]);
    }
}
