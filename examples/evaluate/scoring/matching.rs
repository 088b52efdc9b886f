//! Matching blocks of two token sequences, by Ratcliff and Obershelp: the longest common run, then the same on
//! either side of it.

use std::collections::HashMap;

/// The positions in `a` that lie in matching blocks with `b`, ascending.
pub fn matched(a: &[u32], b: &[u32]) -> Vec<usize> {
    let mut where_in_b: HashMap<u32, Vec<usize>> = HashMap::new();
    for (j, &token) in b.iter().enumerate() {
        where_in_b.entry(token).or_default().push(j);
    }
    let mut found = Vec::new();
    let mut open = vec![(0, a.len(), 0, b.len())];
    while let Some((a_from, a_to, b_from, b_to)) = open.pop() {
        let (i, j, length) = longest(a, &where_in_b, (a_from, a_to), (b_from, b_to));
        if length == 0 {
            continue;
        }
        found.extend(i..i + length);
        open.push((a_from, i, b_from, j));
        open.push((i + length, a_to, j + length, b_to));
    }
    found.sort_unstable();
    found
}

/// `(start in a, start in b, length)` of the longest common run; the earliest in `a`, then in `b`, among equals.
fn longest(
    a: &[u32],
    where_in_b: &HashMap<u32, Vec<usize>>,
    in_a: (usize, usize),
    in_b: (usize, usize),
) -> (usize, usize, usize) {
    let mut best = (in_a.0, in_b.0, 0);
    let mut ending: HashMap<usize, usize> = HashMap::new();
    for (i, token) in a.iter().enumerate().take(in_a.1).skip(in_a.0) {
        let mut next = HashMap::new();
        for &j in where_in_b.get(token).map_or(&[][..], Vec::as_slice) {
            if j < in_b.0 || j >= in_b.1 {
                continue;
            }
            let length = 1 + j.checked_sub(1).and_then(|before| ending.get(&before)).copied().unwrap_or(0);
            next.insert(j, length);
            if length > best.2 {
                best = (i + 1 - length, j + 1 - length, length);
            }
        }
        ending = next;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_longest_run_first_and_then_its_sides() {
        assert_eq!(matched(&[1, 2, 9, 3, 4, 5], &[2, 3, 4, 5, 1]), [1, 3, 4, 5]);
        assert_eq!(matched(&[1, 2], &[3]), [0; 0]);
    }
}
