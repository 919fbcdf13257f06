//! `cargo xtask`: builds, serves and tests Tirkeu.
//!
//! What cargo alone cannot say stands here: which tools are needed and where they come from, how the
//! site is put together, and what has to pass before a change may land. It must know nothing of the
//! law; it sees the crate from outside, as cargo and a browser do.

mod bench;
mod compress;
mod engine;
mod hash;
mod languages;
mod package;
mod paths;
mod process;
mod prove;
mod serve;
mod site;
mod size;
mod suite;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};
use engine::Engine;
use std::path::PathBuf;
use std::process::ExitCode;
use suite::Step;

/// Builds, serves and tests Tirkeu.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the site and serve it on this machine
    Serve {
        /// The port to listen on; 0 lets the system choose
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Build the site into target/site
    Site,
    /// Build the site and count what a browser loads first; fails above the budget
    Size,
    /// Measure Tirkeu beside what could be used instead, and write it into docs/BENCHMARKS.md
    Bench {
        /// Only see whether it works: few runs, and nothing is written
        #[arg(long)]
        quick: bool,
        /// Measure only this part
        #[arg(long, value_enum)]
        only: Option<bench::Part>,
    },
    /// Build and pack all that a portal takes: the page to be served, the npm package, their list, licences and SBOM
    Package {
        /// Build everything a second time, elsewhere, and fail where a byte differs
        #[arg(long)]
        twice: bool,
        /// The folder to pack into
        #[arg(long, default_value_os_t = package::dist())]
        into: PathBuf,
    },
    /// Prove every law over every situation
    Prove {
        /// Prove also what takes minutes
        #[arg(long)]
        full: bool,
    },
    /// Run everything that has to pass before a change may land
    Test {
        /// Run only this step (may be given more than once)
        #[arg(long, value_enum)]
        only: Vec<Step>,
        /// Run the end-to-end tests in this browser engine only (may be given more than once)
        #[arg(long, value_enum, default_values_t = Engine::value_variants().iter().copied())]
        engine: Vec<Engine>,
    },
}

fn main() -> ExitCode {
    match run(Cli::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<()> {
    match task {
        Task::Serve { port } => site::build().and_then(|()| serve::serve(&paths::site(), port)),
        Task::Site => site::build(),
        Task::Size => site::build().and_then(|()| size::check()),
        Task::Bench { quick, only } => bench::bench(quick, only),
        Task::Package { twice: false, into } => package::package(&into),
        Task::Package { twice: true, into } => package::package(&into).and_then(|()| package::again(&into)),
        Task::Prove { full } => prove::prove(full),
        Task::Test { only, engine } => suite::run(&only, &engine),
    }
}
