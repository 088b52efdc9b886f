//! The command: parse arguments, run, print an error, choose the exit code.

use rashomon::{analysis, ingest, report};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut sources: Vec<String> = std::env::args().skip(1).collect();
    if sources.first().is_some_and(|s| s == "report") {
        sources.remove(0);
    }
    sources.retain(|s| s != "--format" && s != "json");
    match ingest::load(&sources, &ingest::Options::default()) {
        Ok(story) => {
            let comparison = analysis::compare(&story, analysis::DEFAULT_BAR);
            println!("{}", report::json::report(&story, &comparison));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("rashomon: {error}");
            ExitCode::FAILURE
        }
    }
}
