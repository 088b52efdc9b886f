//! The command: hands its arguments over, and ends with the exit code that comes back.

use std::process::ExitCode;

fn main() -> ExitCode {
    rashomon::cli::run(std::env::args_os())
}
