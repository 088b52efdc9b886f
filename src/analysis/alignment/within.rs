//! In which groups, or claims, statements stand, and which groups stand within others.

/// For each statement the groups that it stands in, in order.
pub(in crate::analysis) fn standing<G: AsRef<[usize]>>(groups: &[G], statements: usize) -> Vec<Vec<u32>> {
    let mut standing: Vec<Vec<u32>> = vec![Vec::new(); statements];
    for (g, group) in (0..).zip(groups) {
        for &s in group.as_ref() {
            if let Some(of) = standing.get_mut(s) {
                of.push(g);
            }
        }
    }
    standing
}

/// For each group the one that it stands within, if any: the first that is larger, or of equal ones the first.
pub(super) fn within<G: AsRef<[usize]>>(groups: &[G], statements: usize) -> Vec<Option<usize>> {
    let standing = standing(groups, statements);
    let holder = |(g, group): (usize, &G)| {
        let group = group.as_ref();
        let (first, rest) = group.split_first()?;
        let others = standing.get(*first).map_or(&[][..], Vec::as_slice).iter().map(|o| *o as usize);
        others.filter(|&o| o != g).find(|&o| {
            let Some(other) = groups.get(o).map(AsRef::as_ref) else { return false };
            let all = other.len() >= group.len() && rest.iter().all(|s| other.binary_search(s).is_ok());
            all && (other.len() > group.len() || o < g)
        })
    };
    groups.iter().enumerate().map(holder).collect()
}
