//! The tests that run inside a browser, as WebAssembly: `tests/wasm*.rs`, by wasm-pack; and the package that it builds by itself.

use crate::paths;
use crate::process;
use crate::tools::{self, CHROMEDRIVER, CHROMIUM, Tool, WASM_BINDGEN, WASM_PACK, WASM_TARGET};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

/// What they need.
pub(crate) const TOOLS: &[Tool] = &[WASM_TARGET, WASM_PACK, WASM_BINDGEN, CHROMIUM, CHROMEDRIVER];

/// What the package of `wasm-pack build --target web` has, as its types say.
const PACKAGED: [&str; 4] = ["check", "checkMany", "appeal", "questions"];

/// Builds the package as the README says.
pub(crate) fn build() -> Result<()> {
    let out = paths::target().join("wasm-pack");
    process::run(wasm_pack()?.args(["build", "--target", "web", "--mode", "no-install", "--out-dir"]).arg(&out))?;
    let types = fs::read_to_string(out.join("tirkeu.d.ts"))?;
    for name in PACKAGED {
        ensure!(types.contains(&format!("export function {name}(")), "wasm-pack's package has no {name}");
    }
    Ok(())
}

/// Runs them all in headless Chromium.
pub(crate) fn test() -> Result<()> {
    let tests = test_options()?;
    if tests.is_empty() {
        println!("there is no tests/wasm*.rs");
        return Ok(());
    }
    let driver = process::find("chromedriver").context("chromedriver is not on PATH")?;
    let mut command = wasm_pack()?;
    command.args(["test", "--headless", "--chrome", "--chromedriver"]).arg(driver);
    process::run(command.args(["--mode", "no-install", "."]).args(tests))
}

/// `--test NAME` for every file, as cargo wants it.
pub(crate) fn test_options() -> Result<Vec<String>> {
    let option = |name: String| ["--test".to_owned(), name];
    Ok(names(&paths::root().join("tests"))?.into_iter().flat_map(option).collect())
}

fn wasm_pack() -> Result<Command> {
    let mut command = process::command("wasm-pack");
    command.env("PATH", process::path_with(&tools::folders(TOOLS))?);
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
