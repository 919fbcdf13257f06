//! What a browser loads, made as small as it gets.

use crate::{paths, process};
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What the module may use of WebAssembly: no more than rustc does, which browsers have had since 2022, and Node since 20. With all
/// features wasm-opt writes types of the garbage collector, which Node 20 refuses, to save nine bytes.
const FEATURES: [&str; 6] =
    ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/// How to make it small, and to leave it as fast as it is.
pub(crate) const FAST: &str = "-Oz";

/// Flattened twice, it finds more to fold each time, a third time nothing; what is folded so runs a twentieth slower.
pub(crate) const SMALL: &str = "-Oz --flatten --rereloop -Oz --flatten --rereloop -Oz -Oz --dae-optimizing --inlining-optimizing \
                                --once-reduction -Oz --flatten --rereloop -Oz -Oz";

/// Rust's memory begins with the far end of the stack, which nothing points to, and is all zero.
const MEMORY: [&str; 2] = ["--low-memory-unused", "--zero-filled-memory"];

/// Rewrites a module in its place, so or so.
pub(crate) fn module(module: &Path, how: &str) -> Result<()> {
    let stripped = ["--strip-debug", "--strip-producers", "--strip-target-features"];
    process::run(optimiser().args(how.split(' ')).args(stripped).args(MEMORY).arg(module).arg("-o").arg(module))
}

/// The same, and its functions keep their names and what is to be left apart.
pub(crate) fn named_module(module: &Path, how: &str, apart: &[String]) -> Result<()> {
    process::run(optimiser().args(apart).args(how.split(' ')).arg("-g").args(MEMORY).arg(module).arg("-o").arg(module))
}

/// The optimiser, told which features a module may use.
pub(crate) fn optimiser() -> Command {
    let mut optimiser = process::command(paths::web_tests().join("node_modules/.bin/wasm-opt"));
    optimiser.args(FEATURES.map(|feature| format!("--enable-{feature}")));
    optimiser
}

/// Rewrites every script and style sheet of a folder in its place.
pub(crate) fn texts(folder: &Path) -> Result<()> {
    let files = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path());
    let texts = files.filter(|file| file.extension().is_some_and(|end| end == "js" || end == "css"));
    process::run(esbuild().arg("--minify").arg(format!("--outdir={}", folder.display())).args(texts))
}

/// Takes out of pictures what only their source has to say: comments, each with the line break behind it.
pub(crate) fn pictures(file: &Path) -> Result<()> {
    let text = fs::read_to_string(file)?;
    Ok(fs::write(file, without_comments(&text))?)
}

fn without_comments(xml: &str) -> String {
    let mut parts = xml.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("-->").map_or("", |(_, kept)| kept.trim_start()))
}

/// What rewrites scripts and style sheets, each in its place.
pub(crate) fn esbuild() -> Command {
    let mut esbuild = process::command(paths::web_tests().join("node_modules/.bin/esbuild"));
    esbuild.args(["--format=esm", "--allow-overwrite", "--log-level=warning", "--charset=utf8"]);
    esbuild
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn a_picture_is_left_without_what_its_source_says() {
        assert_eq!(
            without_comments("<svg>\n<!-- all -->\n<g><!-- 0 card --><path/></g></svg>"),
            "<svg>\n<g><path/></g></svg>"
        );
        assert_eq!(without_comments("<svg/>"), "<svg/>");
    }
}
