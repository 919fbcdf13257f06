//! The proof: every law over every situation, with the figures of each.
//!
//! It must know no law; it runs the tests that do and prints what they say.

use crate::process;
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::Instant;

/// The lines that tell a figure, as the tests print them.
const FIGURES: [&str; 3] = ["law: ", "interview: ", "standing for "];

/// Runs the laws; with `full` also those that take minutes.
pub(crate) fn prove(full: bool) -> Result<()> {
    process::run(&mut process::cargo(&["test", "--test", "laws", "--no-run"]))?;
    let start = Instant::now();
    let mut cargo = process::cargo(&["test", "--quiet", "--test", "laws", "--", "--nocapture"]);
    cargo.args(full.then_some("--include-ignored")).stdout(Stdio::piped());
    let mut tests = cargo.spawn().with_context(|| format!("cannot start {cargo:?}"))?;
    let out = tests.stdout.take().context("the tests print nothing")?;
    let (mut laws, mut profiles) = (0, 0);
    for line in BufReader::new(out).lines() {
        let line = line?;
        if FIGURES.iter().any(|figure| line.contains(figure)) {
            println!("{}", figure(&line));
        }
        if let Some(count) = count(&line) {
            (laws, profiles) = (laws + 1, profiles + count);
        }
    }
    let status = tests.wait()?;
    ensure!(status.success(), "a law is broken: {status} from {cargo:?}");
    println!("{laws} proofs over {profiles} profiles in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// The line without the dots of the test runner.
fn figure(line: &str) -> &str {
    let start = FIGURES.iter().filter_map(|figure| line.find(figure)).min();
    start.and_then(|start| line.get(start..)).unwrap_or(line)
}

/// The count in `law: name: 1,234 profiles, 5.6 s`.
fn count(line: &str) -> Option<u64> {
    let (_, law) = line.split_once("law: ")?;
    let (before, _) = law.rsplit_once(" profiles, ")?;
    before.rsplit_once(' ')?.1.replace(',', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn a_law_tells_its_count() {
        assert_eq!(count("..law: a date counts: 1,007,520 profiles, 9.6 s"), Some(1_007_520));
        assert_eq!(count("running 19 tests"), None);
    }
}
