//! How good the analysis is, measured against judgements made by hand.
//!
//! `cargo run --release --example evaluate -- [FOLDER]`, where `FOLDER` (by default `../shared`) holds
//! `gold/STORY.json` with articles in `stories/STORY/`, and if wished `quotations/` and `more/ecbplus/*/` with a
//! `gold.json` each; stories annotated here ([`stories`]) are measured where their articles are there, and four invented
//! ones always. Prints one row for each story and one for all of a kind. The figures are defined in [`scoring`].

mod baselines;
mod cut;
mod errors;
mod given;
mod scoring;
mod stories;
mod system;
mod table;

use clap::Parser;
use scoring::gold::Gold;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use stories::Kind;
use system::Findings;

/// Score the analysis against judgements made by hand.
#[derive(Parser)]
struct Options {
    /// Where the judgements and the articles are.
    #[arg(default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"))]
    folder: PathBuf,
    /// Links below this score do not count.
    #[arg(long, default_value_t = rashomon::analysis::DEFAULT_BAR)]
    bar: f64,
    /// Only the stories: no sets of events, no newspaper articles.
    #[arg(long)]
    stories: bool,
    /// Also what the obvious methods reach.
    #[arg(long)]
    baselines: bool,
    /// Cut each article after so many words and measure the links that are left: how stories of short articles fare.
    #[arg(long, value_name = "COUNT", conflicts_with = "gold_claims")]
    words: Option<usize>,
    /// Only differences, in the claims that people found instead of those that the analysis finds.
    #[arg(long)]
    gold_claims: bool,
    /// Print one story's errors one by one instead.
    #[arg(long, value_name = "STORY")]
    errors: Option<String>,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("evaluate: {error}");
            ExitCode::FAILURE
        }
    }
}

type Failure = Box<dyn std::error::Error>;

fn run(options: &Options) -> Result<(), Failure> {
    let folder = &options.folder;
    let mut measured = Vec::new();
    let scratch = std::env::temp_dir().join(format!("rashomon-evaluate-{}", std::process::id()));
    for annotated in stories::all(folder)? {
        let annotated = match options.words {
            Some(words) => cut::cut(annotated, words, &scratch)?,
            None => annotated,
        };
        let claims = if options.gold_claims { Claims::Given } else { Claims::Found(options.bar) };
        measured.push(Measured::new(annotated, claims)?);
    }
    if options.words.is_some() {
        std::fs::remove_dir_all(&scratch)?;
    }
    if let Some(name) = &options.errors {
        let story = measured.iter().find(|story| story.row.name == *name);
        let story = story.ok_or_else(|| format!("no story {name} in {}", folder.join("gold").display()))?;
        if options.gold_claims {
            errors::differences(&story.gold, &story.findings);
        } else {
            errors::print(&story.gold, &story.findings);
        }
        return Ok(());
    }
    let kinds = measured.chunk_by(|one, next| one.kind == next.kind);
    let mut rows = Vec::new();
    for some in kinds {
        let of = some.iter().map(|story| story.row.clone()).collect::<Vec<Row>>();
        if !options.gold_claims {
            links(some, &of, options.baselines);
        }
        if some.iter().any(|story| !story.gold.differences.is_empty()) {
            table::differences(&of);
        }
        rows.extend(of.into_iter().filter(|row| row.score.quotations.gold > 0));
    }
    if options.gold_claims || options.words.is_some() {
        return Ok(());
    }
    if !options.stories && folder.join("gold").is_dir() {
        let sets = folder.join("more/ecbplus");
        let mut more = Vec::new();
        for name in folders(&sets) {
            let set = sets.join(&name);
            let articles = stories::texts(&set)?;
            let gold = Gold::read(&set.join("gold.json"), &articles)?;
            let story = stories::Annotated { name, gold, articles, kind: Kind::Given };
            more.push(Measured::new(story, Claims::Found(options.bar))?.row);
        }
        table::more("events", &more);
        let newspapers = newspapers(&folder.join("quotations"))?;
        rows.extend(newspapers.iter().map(|(all, _)| all.clone()));
        table::quotations(&rows, newspapers.as_ref().map(|(_, annotated)| annotated));
        return Ok(());
    }
    if !rows.is_empty() {
        table::quotations(&rows, None);
    }
    Ok(())
}

/// How well the stories of one kind are linked, and if wished what the obvious methods reach there.
fn links(some: &[Measured], rows: &[Row], baselines: bool) {
    table::claims(rows);
    if baselines {
        let pairs: Vec<(&Gold, &Findings)> = some.iter().map(|story| (&story.gold, &story.findings)).collect();
        table::baselines(rows, &baselines::all(&pairs));
    }
    table::calibration(rows);
}

/// A story's name and its counts.
#[derive(Clone)]
struct Row {
    name: String,
    score: system::Score,
}

/// Where claims come from.
enum Claims {
    /// The analysis, at a bar.
    Found(f64),
    /// The gold.
    Given,
}

/// A story with its gold and what the analysis finds in it.
struct Measured {
    row: Row,
    gold: Gold,
    findings: Findings,
    kind: Kind,
}

impl Measured {
    fn new(story: stories::Annotated, claims: Claims) -> Result<Measured, Failure> {
        let stories::Annotated { name, gold, articles, kind } = story;
        let findings = match claims {
            Claims::Found(bar) => Findings::of(&articles, bar)?,
            Claims::Given => Findings::given(&articles, &gold)?,
        };
        Ok(Measured { row: Row { name, score: system::score(&gold, &findings) }, gold, findings, kind })
    }
}

/// Articles of many stories, where only quotations and speakers are judged: all of them, and those in which any
/// quotation was annotated. Nothing where the folder is missing.
fn newspapers(folder: &Path) -> Result<Option<(Row, Row)>, Failure> {
    if !folder.is_dir() {
        return Ok(None);
    }
    let articles = stories::texts(&folder.join("articles"))?;
    let gold = Gold::read(&folder.join("gold.json"), &articles)?;
    let said = Findings::quotations_of(&articles)?;
    let row = |name: &str, quotations: &scoring::quotations::Quotations| {
        let quotations = scoring::quotations::score(quotations, &gold.articles, &said).0;
        Row { name: name.to_owned(), score: system::Score { quotations, ..Default::default() } }
    };
    let all = row("newspaper articles", &gold.quotations);
    let annotated = row("… where any is marked", &gold.quotations.annotated());
    Ok(Some((all, annotated)))
}

/// The names of the folders in a folder, numbers by value; none where it is not there.
fn folders(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_by_key(|name| (name.parse().unwrap_or(u64::MAX), name.clone()));
    names
}
