//! The tests that run inside a browser, as WebAssembly: `tests/wasm*.rs`, by wasm-pack.

use crate::paths;
use crate::process;
use crate::tools::{self, CHROMEDRIVER, CHROMIUM, Tool, WASM_BINDGEN, WASM_PACK, WASM_TARGET};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What they need.
pub(crate) const TOOLS: &[Tool] = &[WASM_TARGET, WASM_PACK, WASM_BINDGEN, CHROMIUM, CHROMEDRIVER];

/// Runs them all in headless Chromium.
pub(crate) fn test() -> Result<()> {
    let tests = test_options()?;
    if tests.is_empty() {
        println!("there is no tests/wasm*.rs");
        return Ok(());
    }
    process::run(wasm_pack()?.args(tests))
}

/// `--test NAME` for every file, as cargo wants it.
pub(crate) fn test_options() -> Result<Vec<String>> {
    let option = |name: String| ["--test".to_owned(), name];
    Ok(names(&paths::root().join("tests"))?.into_iter().flat_map(option).collect())
}

fn wasm_pack() -> Result<Command> {
    let driver = process::find("chromedriver").context("chromedriver is not on PATH")?;
    let mut command = process::command("wasm-pack");
    command.env("PATH", process::path_with(&tools::folders(TOOLS))?);
    command.args(["test", "--headless", "--chrome", "--chromedriver"]).arg(driver);
    command.args(["--mode", "no-install", "."]);
    Ok(command)
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(test_name(&entry?.path()));
    }
    names.sort();
    Ok(names)
}

fn test_name(file: &Path) -> Option<String> {
    let name = file.file_name()?.to_str()?.strip_suffix(".rs")?;
    name.starts_with("wasm").then(|| name.to_owned())
}
