//! The tests that Node runs: the TypeScript types, and the built site in a real browser.

use crate::engine::Engine;
use crate::tools::{self, NPM_PACKAGES, Tool};
use crate::{package, paths, process};
use anyhow::{Result, anyhow, ensure};
use clap::ValueEnum;
use std::fs;
use std::path::{Path, PathBuf};

/// What they need, beside an engine.
pub(crate) const TOOLS: &[Tool] = &[NPM_PACKAGES];

/// One browser at a time; a file of tests that takes longer than ten minutes hangs, on a slow machine too.
const OPTIONS: [&str; 4] = ["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=600000"];

/// Builds the native program, which some of them ask: by the words of the native tests, so that after those nothing is left to do.
pub(crate) fn build() -> Result<()> {
    process::run(&mut process::cargo(&["test", "--quiet", "--workspace", "--no-run"]))
}

/// Runs them all with one engine.
pub(crate) fn test(engine: Engine) -> Result<()> {
    run(&paths::web_tests(), engine)
}

/// Runs every `*.test.mjs` of a folder that is for this engine.
pub(super) fn run(folder: &Path, engine: Engine) -> Result<()> {
    let files = files(folder, engine)?;
    ensure!(!files.is_empty(), "there is no *.test.mjs for {} in {}", engine.name(), folder.display());
    let mut node = process::command("node");
    node.current_dir(folder).args(OPTIONS).args(files);
    node.env("PATH", process::path_with(&tools::folders(engine.tools()))?);
    node.env("TIRKEU_PSEUDO", paths::pseudo_site()).env("TIRKEU_PROGRAM", paths::target().join("debug/tirkeu"));
    node.env("TIRKEU_SITE", paths::site()).env("TIRKEU_DIST", package::dist());
    process::run(node.env("TIRKEU_ENGINE", engine.name()))
}

/// Named one by one: Node 20 takes no patterns.
fn files(folder: &Path, engine: Engine) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.to_string_lossy().ends_with(".test.mjs") && is_for(engine, &fs::read_to_string(&file)?)? {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether tests are for an engine. What no engine does in its own way is tried in two of them, which a line of the file names; all else in each.
fn is_for(engine: Engine, tests: &str) -> Result<bool> {
    let Some(names) = tests.lines().find_map(|line| line.strip_prefix("// Engines: ")) else { return Ok(true) };
    let engines: Result<Vec<Engine>, String> =
        names.split_whitespace().map(|name| Engine::from_str(name, false)).collect();
    Ok(engines.map_err(|unknown| anyhow!("no engine: {unknown}"))?.contains(&engine))
}

#[cfg(test)]
mod tests {
    use super::{Engine, is_for};

    #[test]
    fn tests_that_name_engines_are_for_those_alone() {
        let two = "// What is tested.\n// Engines: chromium webkit\n";
        let chosen =
            |tests| [Engine::Chromium, Engine::Firefox, Engine::Webkit].map(|engine| is_for(engine, tests).ok());
        assert_eq!(chosen(two), [Some(true), Some(false), Some(true)]);
        assert_eq!(chosen("// What is tested."), [Some(true); 3]);
        assert_eq!(chosen("// Engines: chrome"), [None; 3]);
    }
}
