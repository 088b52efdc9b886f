//! Which claim each link belongs to: one only, the claim whose other links rest on the same words.
//!
//! A sentence that carries two claims draws the versions of both into either group, and what is told most often into every
//! group around it. Links between statements are parted then, not the statements, which may stand in several claims (link
//! communities: Ahn, Bagrow and Lehmann, *Link communities reveal multiscale complexity in networks*, Nature 466, 2010).

use crate::analysis::Evidence;
use crate::analysis::alignment::edges::{Edge, edges, words};
use crate::analysis::alignment::within::{standing, within};
use crate::analysis::similarity::matches::Known;
use crate::analysis::similarity::weights::TOLD_BY;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// The groups without the statements whose links there all belong to other groups; what is left in one article only, or
/// within another group, is none. The order stays.
pub(super) fn settle(evidence: &Evidence, groups: Vec<Vec<usize>>, bar: f64) -> Vec<Vec<usize>> {
    let standing = standing(&groups, evidence.statements.len());
    let contested = |edge: &Edge| {
        let of = |s: u32| standing.get(s as usize).map_or(&[][..], Vec::as_slice);
        let (one, other) = (of(edge.statements.0), of(edge.statements.1));
        one.iter().filter(|g| other.binary_search(g).is_ok()).nth(1).is_some()
    };
    let edges: Vec<Vec<Edge>> = groups.par_iter().map(|group| edges(evidence, group, bar)).collect();
    let fits: Vec<Vec<((u32, u32), f64)>> = (groups.par_iter().zip(&edges))
        .map_init(
            || (Known::new(&evidence.similarity.profiles), Words::default()),
            |(known, words), (group, edges)| {
                let bids: Vec<bool> = edges.iter().map(contested).collect();
                if !bids.contains(&true) {
                    return Vec::new();
                }
                let told_by = TOLD_BY * (articles(evidence, group) as f64).ln();
                let fits = words.fits(evidence, known, edges, &bids);
                fits.into_iter().map(|(statements, fit)| (statements, fit + told_by)).collect()
            },
        )
        .collect();
    let mut owners: FxHashMap<(u32, u32), (f64, usize)> = FxHashMap::default();
    for (group, fits) in fits.iter().enumerate() {
        for &(statements, fit) in fits {
            let owner = owners.entry(statements).or_insert((fit, group));
            if fit > owner.0 {
                *owner = (fit, group);
            }
        }
    }
    let left: Vec<Vec<usize>> = (groups.iter().zip(&edges).enumerate())
        .map(|(g, (group, edges))| {
            let own = edges.iter().filter(|e| owners.get(&e.statements).is_none_or(|(_, owner)| *owner == g));
            let kept: FxHashSet<u32> = own.flat_map(|e| [e.statements.0, e.statements.1]).collect();
            group.iter().copied().filter(|s| kept.contains(&(*s as u32))).collect()
        })
        .collect();
    let within = within(&left, evidence.statements.len());
    left.into_iter().zip(within).filter_map(|(group, other)| (other.is_none() && !group.is_empty()).then_some(group)).collect()
}

/// In how many articles a group is told; at least one.
fn articles(evidence: &Evidence, group: &[usize]) -> usize {
    let mut of: Vec<usize> = group.iter().filter_map(|&s| evidence.statements.get(s)).map(|s| s.place.article).collect();
    of.dedup();
    of.len().max(1)
}

/// What the links of one group rest on: how much each stem adds to them all.
#[derive(Debug, Default)]
struct Words {
    /// By stem.
    of: Vec<f64>,
    /// The stems that add something.
    used: Vec<u32>,
}

impl Words {
    /// For each link that bids for this group, how like its words are to those of all other links of the group: the cosine.
    fn fits(&mut self, evidence: &Evidence, known: &mut Known, edges: &[Edge], bids: &[bool]) -> Vec<((u32, u32), f64)> {
        let profiles = &evidence.similarity.profiles;
        for stem in self.used.drain(..) {
            if let Some(weight) = self.of.get_mut(stem as usize) {
                *weight = 0.0;
            }
        }
        self.of.resize(profiles.vocabulary.len(), 0.0);
        known.forget();
        let mut bidding: Vec<(Edge, Vec<(u32, f64)>)> = Vec::new();
        for (edge, bids) in edges.iter().zip(bids) {
            let shared = known.again((edge.statements.0 as usize, edge.statements.1 as usize));
            for (stem, weight) in shared.iter().flat_map(words) {
                self.add(stem, edge.score * weight);
            }
            if *bids {
                bidding.push((*edge, shared.iter().flat_map(words).collect()));
            }
        }
        let square: f64 = self.used.iter().map(|stem| self.weight(*stem).powi(2)).sum();
        let fit = |(edge, own): (Edge, Vec<(u32, f64)>)| {
            let alone: f64 = own.iter().map(|(_, weight)| weight * weight).sum();
            let along: f64 = own.iter().map(|(stem, weight)| weight * self.weight(*stem)).sum();
            // The same without what the link itself has added.
            let others = square - 2.0 * edge.score * along + edge.score * edge.score * alone;
            let length = (others.max(0.0) * alone).sqrt();
            let cosine = if length > 0.0 { (along - edge.score * alone) / length } else { 0.0 };
            (edge.statements, cosine.clamp(0.0, 1.0))
        };
        bidding.into_iter().map(fit).collect()
    }

    fn weight(&self, stem: u32) -> f64 {
        self.of.get(stem as usize).copied().unwrap_or(0.0)
    }

    fn add(&mut self, stem: u32, weight: f64) {
        if let Some(of) = self.of.get_mut(stem as usize) {
            if *of == 0.0 {
                self.used.push(stem);
            }
            *of += weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::similarity::Pair;
    use crate::analysis::similarity::partners::Partners;
    use crate::analysis::similarity::profile::{At, Element, Profile};
    use crate::model::{Form, Place, Span, Statement};

    /// Statements of as many articles, each holding some of the stems a, b and c; and the pairs of them that are linked.
    fn evidence(stems: &[&str], linked: &[(usize, usize)]) -> Evidence {
        let mut evidence = Evidence::default();
        for (article, stems) in stems.iter().enumerate() {
            let place = Place::new(article, 0, Span::new(0, 1));
            evidence.statements.push(Statement { place, form: Form::Narrated, speaker: None, claims: Vec::new() });
            let element = |stem: char| Element {
                stem: stem as u32 - 'a' as u32,
                weight: 1.0,
                own: 1.0,
                name: false,
                phrase: false,
                clauses: 1,
                at: At::None,
            };
            let elements = stems.chars().map(element).collect();
            evidence.similarity.profiles.of.push(Profile { elements, kind: article as u32, ..Profile::default() });
        }
        evidence.similarity.profiles.vocabulary = ["a", "b", "c"].map(str::to_owned).to_vec();
        let pair = |&statements: &(usize, usize)| Pair { score: 0.6, ..Pair::of(statements) };
        evidence.similarity.pairs = linked.iter().map(pair).collect();
        evidence.similarity.pairs.sort_by_key(|pair| pair.of);
        let of: Vec<(u32, u32)> = evidence.similarity.pairs.iter().map(|pair| pair.of).collect();
        evidence.similarity.partners = Partners::of(stems.len(), &of);
        evidence
    }

    const LINKED: &[(usize, usize)] = &[(0, 1), (0, 2), (1, 2), (1, 3), (1, 4), (3, 4)];

    #[test]
    fn a_statement_leaves_the_claim_that_all_its_links_say_something_else_than() {
        let evidence = evidence(&["a", "ab", "a", "b", "b"], LINKED);
        let settled = settle(&evidence, vec![vec![0, 1, 2], vec![1, 2, 3, 4]], 0.4);
        assert_eq!(settled, [vec![0, 1, 2], vec![1, 3, 4]]);
    }

    #[test]
    fn a_sentence_of_two_claims_stands_in_both() {
        let evidence = evidence(&["a", "ab", "a", "b", "b"], LINKED);
        let groups = vec![vec![0, 1, 2], vec![1, 3, 4]];
        assert_eq!(settle(&evidence, groups.clone(), 0.4), groups);
    }

    #[test]
    fn of_claims_that_say_the_same_the_one_that_more_outlets_tell_stays() {
        let evidence = evidence(&["a", "ab", "a", "b", "b"], LINKED);
        assert_eq!(settle(&evidence, vec![vec![0, 1], vec![0, 1, 2]], 0.4), [vec![0, 1, 2]]);
        assert_eq!(settle(&evidence, vec![vec![0, 1, 2], vec![0, 1, 2]], 0.4), [vec![0, 1, 2]]);
    }
}
