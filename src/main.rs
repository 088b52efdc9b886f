//! The command: hands its arguments over, and ends with the exit code that comes back.

use std::process::ExitCode;

/// Reports of five articles take a seventh less time with it than with the system's, those of a thousand up to a fifth: they
/// make and drop many small things on all threads. Its second version, as the third holds a quarter more room.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    rashomon::cli::run(std::env::args_os())
}
