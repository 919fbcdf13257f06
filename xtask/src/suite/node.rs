//! The tests that Node runs: the TypeScript types, and the built site in a real browser.

use crate::engine::Engine;
use crate::tools::{self, NPM_PACKAGES, Tool};
use crate::{package, paths, process};
use anyhow::{Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// What they need, beside an engine.
pub(crate) const TOOLS: &[Tool] = &[NPM_PACKAGES];

/// One browser at a time; a file of tests that takes longer than five minutes hangs.
const OPTIONS: [&str; 4] = ["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=300000"];

/// Builds the native program, which some of them ask: by the words of the native tests, so that after those nothing is left to do.
pub(crate) fn build() -> Result<()> {
    process::run(&mut process::cargo(&["test", "--quiet", "--workspace", "--no-run"]))
}

/// Runs them all with one engine.
pub(crate) fn test(engine: Engine) -> Result<()> {
    run(&paths::web_tests(), engine)
}

/// Runs every `*.test.mjs` of a folder with one engine.
pub(super) fn run(folder: &Path, engine: Engine) -> Result<()> {
    let files = files(folder)?;
    ensure!(!files.is_empty(), "there is no *.test.mjs in {}", folder.display());
    let mut node = process::command("node");
    node.current_dir(folder).args(OPTIONS).args(files);
    node.env("PATH", process::path_with(&tools::folders(engine.tools()))?);
    node.env("TIRKEU_PSEUDO", paths::pseudo_site()).env("TIRKEU_PROGRAM", paths::target().join("debug/tirkeu"));
    node.env("TIRKEU_SITE", paths::site()).env("TIRKEU_DIST", package::dist());
    process::run(node.env("TIRKEU_ENGINE", engine.name()))
}

/// Named one by one: Node 20 takes no patterns.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        files.push(entry?.path());
    }
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}
