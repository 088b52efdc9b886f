//! How time and memory of reading and comparing grow with the number of articles: `cargo bench --bench analysis`.
//!
//! Each size is measured in a process of its own on made-up articles (see [`grammar`]). *growth* is the exponent
//! between one size and the next: 1 is linear, 2 quadratic. A size that takes too long is stopped and says so.

mod grammar;
mod process;

use rashomon::{analysis, ingest};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// The program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZES: [usize; 4] = [5, 50, 250, 1_000];
/// Words in an article.
const LENGTH: usize = 760;
/// A size gets no longer than this.
const LIMIT: Duration = Duration::from_secs(25);
/// Small sizes are repeated for this long and the fastest run counts.
const REPEAT: Duration = Duration::from_millis(400);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.as_slice() {
        [flag, folder, ..] if flag == "--measure" => measure(Path::new(folder)),
        // `cargo test --benches` comes without `--bench`: only see that it runs.
        _ if arguments.iter().any(|a| a == "--bench") => table(&SIZES),
        _ => table(&[5]),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("analysis: {error}");
            ExitCode::FAILURE
        }
    }
}

type Failure = Box<dyn std::error::Error>;

/// One size's figures, in the order in which the measuring process prints them.
struct Figures {
    /// Seconds by the clock: reading, weighing, claims.
    stages: [f64; 3],
    /// Seconds of CPU, all threads.
    cpu: f64,
    /// Bytes.
    peak: f64,
    /// Statements, pairs weighed, claims, links.
    found: [f64; 4],
}

fn table(sizes: &[usize]) -> Result<(), Failure> {
    println!(
        "articles of {LENGTH} words   read    weigh   claims |    CPU  growth | peak MB growth | statements   pairs  claims   links"
    );
    let mut last: Option<(usize, Figures)> = None;
    for &size in sizes {
        let folder = Scratch::new(size)?;
        let Some(figures) = in_a_process(&folder.0)? else {
            println!("{size:>21}   stopped after {} s", LIMIT.as_secs());
            break;
        };
        let growth = |of: fn(&Figures) -> f64| match &last {
            Some((before, old)) if of(old) > 0.0 => {
                format!("{:6.2}", (of(&figures) / of(old)).ln() / (size as f64 / *before as f64).ln())
            }
            _ => " ".repeat(6),
        };
        let [read, weigh, claims] = figures.stages.map(milliseconds);
        let [statements, pairs, in_several, links] = figures.found;
        println!(
            "{size:>21} {read} {weigh} {claims} |{} {} | {:7.1} {} | {statements:10} {pairs:7} {in_several:7} {links:7}",
            milliseconds(figures.cpu),
            growth(|f| f.cpu),
            figures.peak / 1e6,
            growth(|f| f.peak),
        );
        last = Some((size, figures));
    }
    Ok(())
}

fn milliseconds(seconds: f64) -> String {
    format!("{:5.0} ms", seconds * 1e3)
}

/// A folder of made-up articles that is gone when it is dropped.
struct Scratch(PathBuf);

impl Scratch {
    fn new(size: usize) -> std::io::Result<Scratch> {
        let folder = std::env::temp_dir().join(format!("rashomon-bench-{}-{size}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        for (n, text) in grammar::articles(size, LENGTH).iter().enumerate() {
            std::fs::write(folder.join(format!("outlet-{n:04}.txt")), text)?;
        }
        Ok(Scratch(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A folder left in the temporary folder is no reason to fail.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Measures in a process of its own; nothing where it takes too long.
fn in_a_process(folder: &Path) -> Result<Option<Figures>, Failure> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("--measure")
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()?;
    let started = Instant::now();
    while child.try_wait()?.is_none() {
        if started.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let mut printed = String::new();
    if let Some(mut output) = child.stdout.take() {
        output.read_to_string(&mut printed)?;
    }
    let numbers: Vec<f64> = printed.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    match numbers.as_slice() {
        &[read, weigh, claims, cpu, peak, statements, pairs, in_several, links] => {
            Ok(Some(Figures { stages: [read, weigh, claims], cpu, peak, found: [statements, pairs, in_several, links] }))
        }
        _ => Err(format!("the measuring process said: {printed}").into()),
    }
}

/// The fastest of some runs, printed as numbers.
fn measure(folder: &Path) -> Result<(), Failure> {
    let sources = [folder.to_string_lossy().into_owned()];
    let started = Instant::now();
    let mut best: Option<([f64; 3], f64, [usize; 4])> = None;
    let mut peak = 0;
    while best.is_none() || started.elapsed() < REPEAT {
        let spent = process::cpu();
        let begun = Instant::now();
        let story = ingest::load(&sources, &ingest::Options::default())?;
        let read = begun.elapsed().as_secs_f64();
        let evidence = analysis::weigh(&story);
        let weighed = begun.elapsed().as_secs_f64();
        let comparison = analysis::claims_at(&story, &evidence, analysis::DEFAULT_BAR);
        let all = begun.elapsed().as_secs_f64();
        let cpu = process::cpu().zip(spent).map_or(all, |(now, before)| now.saturating_sub(before).as_secs_f64());
        if best.as_ref().is_none_or(|(_, least, _)| cpu < *least) {
            let found =
                [evidence.statements.len(), evidence.similarity.pairs.len(), comparison.claims.len(), comparison.links.len()];
            best = Some(([read, weighed - read, all - weighed], cpu, found));
        }
        if peak == 0 {
            // Of the first run: later ones add only what the allocator keeps.
            peak = process::peak_memory().unwrap_or(0);
        }
    }
    if let Some(([read, weigh, claims], cpu, [statements, pairs, in_several, links])) = best {
        println!("{read} {weigh} {claims} {cpu} {peak} {statements} {pairs} {in_several} {links}");
    }
    Ok(())
}
