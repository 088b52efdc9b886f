//! How good the analysis is, measured against judgements made by hand.
//!
//! `cargo run --release --example evaluate -- [FOLDER]`, where `FOLDER` (by default `../shared`) holds
//! `gold/STORY.json` with articles in `stories/STORY/`, and if wished `quotations/` and `more/ecbplus/*/` with a
//! `gold.json` each. Prints one row for each story and one for all of them. The figures are defined in [`scoring`].

#[expect(dead_code, reason = "other examples use more of it")]
mod scoring;
mod system;
mod table;

use clap::Parser;
use scoring::gold::Gold;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
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
    let mut rows = Vec::new();
    for (name, file) in gold_files(&folder.join("gold"))? {
        rows.push(measure(name.clone(), &file, &folder.join("stories").join(name), options)?);
    }
    table::claims(&rows);
    table::calibration(&rows);
    if options.stories {
        table::quotations(&rows);
        return Ok(());
    }
    let mut more = Vec::new();
    for name in folders(&folder.join("more/ecbplus")) {
        let folder = folder.join("more/ecbplus").join(&name);
        more.push(measure(name, &folder.join("gold.json"), &folder, options)?);
    }
    table::more("events", &more);
    let quotations = folder.join("quotations");
    if quotations.is_dir() {
        rows.push(measure(
            "70 newspaper articles".to_owned(),
            &quotations.join("gold.json"),
            &quotations.join("articles"),
            options,
        )?);
    }
    table::quotations(&rows);
    Ok(())
}

/// A story with its gold and what the analysis finds in it, scored.
struct Row {
    name: String,
    score: system::Score,
}

fn measure(name: String, file: &Path, folder: &Path, options: &Options) -> Result<Row, Failure> {
    let gold = Gold::read(file, folder)?;
    let findings = Findings::of(folder, options.bar)?;
    Ok(Row { name, score: system::score(&gold, &findings) })
}

/// Story names and gold files, by name.
fn gold_files(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|cause| format!("cannot read {}: {cause}", folder.display()))?;
    let mut files: Vec<(String, PathBuf)> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), path)))
        .collect();
    files.sort();
    Ok(files)
}

/// The names of the folders in a folder, numbers by value; none where it is not there.
fn folders(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_by_key(|name| (name.parse().unwrap_or(u64::MAX), name.clone()));
    names
}
