//! Counts as tables on standard output.

use crate::Row;
use crate::baselines::Baseline;
use crate::scoring;
use crate::scoring::differences::Counts;
use crate::system::Score;

fn pooled(rows: &[Row]) -> Row {
    let mut score = Score::default();
    for row in rows {
        score.pool(&row.score);
    }
    Row { name: "all together".to_owned(), score }
}

/// Links, clusters and coverage of each story and of all.
pub fn claims(rows: &[Row]) {
    println!(
        "{:24} links P     R    F1  (gold  sys) | strong P     R  (sys) | B3 P     R    F1 | whole  part | neutral lost",
        "story"
    );
    for row in rows {
        claims_row(row);
    }
    claims_row(&pooled(rows));
}

fn claims_row(row: &Row) {
    let (all, strong) = (&row.score.all, &row.score.strong);
    let (cubed, (whole, part)) = (all.cubed(), all.coverage());
    println!(
        "{:24}   {:.3} {:.3} {:.3}  {:4} {:5} |    {:.3} {:.3} {:5} | {:.3} {:.3} {:.3} | {:.3} {:.3} | {:7} {:4}",
        row.name,
        all.precision(),
        all.recall(),
        all.f1(),
        all.gold_links,
        all.system_links,
        strong.precision(),
        strong.recall(),
        strong.system_links,
        cubed.0,
        cubed.1,
        cubed.2,
        whole,
        part,
        all.neutral,
        all.system_lost
    );
}

/// The obvious methods on all stories together, and F1 story by story beside the analysis.
pub fn baselines(rows: &[Row], baselines: &[Baseline]) {
    for baseline in baselines {
        let mut all = scoring::claims::Counts::default();
        for counts in &baseline.counts {
            all += *counts;
        }
        claims_row(&Row { name: baseline.name.to_owned(), score: Score { all, ..Score::default() } });
    }
    println!("\nlink F1 of each story");
    let line = |name: &str, counts: &mut dyn Iterator<Item = &scoring::claims::Counts>| {
        let cells: Vec<String> = counts.map(|c| format!("{:.3}", c.f1())).collect();
        println!("{name:24}   {}", cells.join(" "));
    };
    line("the analysis", &mut rows.iter().map(|row| &row.score.all));
    for baseline in baselines {
        line(baseline.name, &mut baseline.counts.iter());
    }
    println!();
}

/// Differences of each kind and of all.
pub fn differences(rows: &[Row]) {
    let kinds = pooled(rows).score.differences;
    let mut all = Counts::default();
    kinds.values().for_each(|counts| all += *counts);
    println!("\n{:24}     P     R  (gold found wrong) elsewhere", "differences");
    for (kind, c) in kinds.iter().map(|(kind, counts)| (kind.as_str(), counts)).chain([("all together", &all)]) {
        println!("{kind:24} {:.3} {:.3}  {:5} {:5} {:5} {:9}", c.precision(), c.recall(), c.gold, c.found, c.wrong, c.elsewhere);
    }
}

/// All stories of a looser kind as one row.
pub fn more(name: &str, rows: &[Row]) {
    if !rows.is_empty() {
        claims_row(&Row { name: format!("{} sets of {name}", rows.len()), ..pooled(rows) });
    }
}

/// Links by score: the share that is right.
pub fn calibration(rows: &[Row]) {
    let bins = pooled(rows).score.bins;
    let cells: Vec<String> =
        bins.filled().map(|(from, bin)| format!("{from:.1}+ {:.2} right of {}", bin.share(), bin.judged)).collect();
    println!("calibration: {} | mean error {:.3}", cells.join(" | "), bins.error());
}

/// Quotations and speakers; `part` is some of the articles of the last row.
pub fn quotations(rows: &[Row], part: Option<&Row>) {
    println!("\n{:24} quotes P     R    F1 (gold wrong lost) | speakers of found, end to end | of phrases", "story");
    for row in rows {
        quotations_row(row);
    }
    part.into_iter().for_each(quotations_row);
    quotations_row(&pooled(rows));
}

fn quotations_row(row: &Row) {
    let c = &row.score.quotations;
    println!(
        "{:24}    {:.3} {:.3} {:.3} {:5} {:5} {:4}  |             {:.3}      {:.3} |    {}/{}",
        row.name,
        c.precision(),
        c.recall(),
        c.f1(),
        c.gold,
        c.wrong,
        c.lost,
        c.speakers(),
        c.end_to_end(),
        c.phrases_right,
        c.phrases
    );
}
