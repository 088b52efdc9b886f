//! Words and phrases of which one contradicts another, or tells the same thing surer: `walk free` and `be jailed`, `confirm` and
//! `suspect`.
//!
//! `assets/contrasts.txt` holds a row for each thing that is told; `examples/contrasts.rs` makes `assets/contrasts.tsv` of it, by
//! stem. [`members`] finds them in a version, [`sides`] and [`degrees`] hold two versions against each other.

pub(super) mod degrees;
pub(super) mod members;
pub(super) mod sides;
pub(super) mod table;

use super::closeness;
use super::telling::Telling;
use members::Member;

/// The members of each row that both versions use, of the scales or of the rows with two sides.
fn of_both<'t>(a: &'t Telling, b: &'t Telling, scale: bool) -> impl Iterator<Item = (&'t [Member], &'t [Member])> {
    let mut rest = b.members();
    a.members().chunk_by(|x, y| x.row == y.row).filter_map(move |mine| {
        let first = mine.first().filter(|m| m.scale == scale)?;
        rest = rest.get(rest.partition_point(|m| m.row < first.row)..).unwrap_or(&[]);
        Some((mine, rest.get(..rest.partition_point(|m| m.row == first.row)).unwrap_or(&[])))
    })
}

/// How many words of content the two versions have in common besides two members, and how many of them stand in the clauses of
/// both.
fn shared(a: &Telling, x: &Member, b: &Telling, y: &Member) -> (usize, usize) {
    let free = |t: &Telling, m: &Member| -> Vec<usize> { t.content().iter().copied().filter(|&n| !m.holds(n)).collect() };
    let clause = |t: &Telling, n: usize| t.words.get(n).map(|w| w.clause);
    let (mine, theirs) = (free(a, x), free(b, y));
    let beside: Vec<usize> = theirs.iter().copied().filter(|&n| clause(b, n) == clause(b, y.from)).collect();
    let met = |n: &usize, there: &[usize]| closeness::meets(a, *n, b, there);
    let all = mine.iter().filter(|n| met(n, &theirs)).count();
    let near = mine.iter().filter(|n| clause(a, **n) == clause(a, x.from) && met(n, &beside)).count();
    (all, near)
}
