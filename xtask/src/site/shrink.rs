//! What a browser loads, made as small as it gets.

use crate::{paths, process};
use anyhow::Result;
use std::fs;
use std::path::Path;

/// Rewrites a module in its place.
pub(crate) fn module(module: &Path) -> Result<()> {
    let optimiser = paths::web_tests().join("node_modules/.bin/wasm-opt");
    let how = ["-Oz", "--all-features", "--strip-debug", "--strip-producers", "--strip-target-features"];
    process::run(process::command(optimiser).args(how).arg(module).arg("-o").arg(module))
}

/// Rewrites every script and style sheet of a folder in its place.
pub(crate) fn texts(folder: &Path) -> Result<()> {
    let minifier = paths::web_tests().join("node_modules/.bin/esbuild");
    let files = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path());
    let texts = files.filter(|file| file.extension().is_some_and(|end| end == "js" || end == "css"));
    let how = ["--minify", "--allow-overwrite", "--log-level=warning", "--charset=utf8"];
    let mut minify = process::command(minifier);
    minify.args(how).arg(format!("--outdir={}", folder.display()));
    process::run(minify.args(texts))
}
