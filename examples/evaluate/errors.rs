//! The errors of one story, one by one, worst first: for reading.

use crate::scoring::differences;
use crate::scoring::gold::{Gold, Telling};
use crate::scoring::links::{self, Verdict};
use crate::scoring::quotations::{self, Slip};
use crate::system::Findings;

/// Prints false links, missed links, quotations and differences that went wrong.
pub fn print(gold: &Gold, findings: &Findings) {
    false_links(gold, findings);
    missed_links(gold, findings);
    quotations(gold, findings);
    differences(gold, findings);
}

fn ends(one: &Telling, other: &Telling) {
    println!("    {}: {}\n    {}: {}", one.article, one.text, other.article, other.text);
}

fn false_links(gold: &Gold, findings: &Findings) {
    let mut links: Vec<_> = findings.comparison.links.iter().zip(findings.links()).collect();
    links.sort_by(|(a, _), (b, _)| b.score.total_cmp(&a.score));
    let pairs: Vec<(Telling, Telling)> = links.iter().map(|(_, ends)| ends.clone()).collect();
    let verdicts = links::judge(gold, &pairs);
    let wrong: Vec<_> = links.iter().zip(verdicts).filter(|(_, verdict)| *verdict == Some(Verdict::Wrong)).collect();
    println!("== {} false links, by score", wrong.len());
    for ((link, (one, other)), _) in wrong {
        println!("\n{:.3}  {}", link.score, findings.comparison.reasons(&findings.story, link).join("; "));
        ends(one, other);
    }
}

/// The system's links are taken as it shows them; the scores of what it does not show, from all pairs it weighed.
fn missed_links(gold: &Gold, findings: &Findings) {
    let shown = findings.claims().flat_map(|claim| {
        let pairs = claim.iter().enumerate().flat_map(|(n, a)| claim.iter().skip(n + 1).map(move |b| (a.clone(), b.clone())));
        pairs.collect::<Vec<_>>()
    });
    let shown: Vec<_> = shown.collect();
    let (weighed, scores) = findings.weighed();
    let best = |by: &[usize]| by.iter().filter_map(|&n| scores.get(n)).copied().max_by(f64::total_cmp);
    let mut missed: Vec<_> = links::wanted(gold, &shown)
        .into_iter()
        .zip(links::wanted(gold, &weighed))
        .filter(|(in_claims, _)| in_claims.by.is_empty())
        .map(|(_, in_pairs)| (best(&in_pairs.by), in_pairs))
        .collect();
    missed.sort_by(|(a, _), (b, _)| b.unwrap_or(-1.0).total_cmp(&a.unwrap_or(-1.0)));
    println!("\n== {} missed links, by the best score that was given", missed.len());
    for (score, link) in missed {
        match score {
            Some(score) => println!("\n{score:.3}"),
            None => println!("\nnever weighed"),
        }
        ends(&link.one, &link.other);
    }
}

fn quotations(gold: &Gold, findings: &Findings) {
    let (_, slips) = quotations::score(&gold.quotations, &gold.articles, &findings.quotations());
    println!("\n== {} errors in quotations", slips.len());
    for slip in slips {
        match slip {
            Slip::Missed(q) => println!("missed        {}: {} [{}]", q.article, q.text, q.speaker),
            Slip::Invented(q) => println!("no quotation  {}: {} [{}]", q.article, q.text, q.speaker),
            Slip::Misattributed(q, given) => {
                println!("speaker       {}: {} [{}] given: {}", q.article, q.text, q.speaker, given.join(" / "));
            }
        }
    }
}

/// Prints the differences of gold claims, right (`+`), wrong (`?`), missed (`-`) and of a neighbouring claim (`=`), and
/// those of no gold claim, which nobody judged.
pub fn differences(gold: &Gold, findings: &Findings) {
    let shown = findings.differences();
    let (_, held) = differences::score(gold, &shown);
    let all: Vec<&rashomon::model::Difference> = findings.comparison.claims.iter().flat_map(|c| &c.differences).collect();
    let print = |n: usize| {
        let (Some(difference), Some((_, versions))) = (all.get(n), shown.get(n)) else { return };
        println!("    {}", difference.detail);
        for telling in versions {
            println!("        {}: {}", telling.article, telling.text);
        }
    };
    println!("\n== differences");
    let mut seen = std::collections::BTreeSet::new();
    for one in held {
        let sign = match (one.wanted, one.wrong, one.by.is_empty()) {
            (true, _, true) => '-',
            (true, _, false) => '+',
            (false, true, _) => '?',
            (false, false, _) => '=',
        };
        println!("\n{sign} {}: {}", one.kind, one.label);
        one.by.iter().filter(|n| sign != '=' && seen.insert(**n)).for_each(|n| print(*n));
    }
    println!("\n== differences of what is no gold claim");
    for (n, difference) in all.iter().enumerate().filter(|(n, d)| !seen.contains(n) && d.kind.name() != "wording") {
        println!("\n  {}", difference.kind.name());
        print(n);
    }
}
