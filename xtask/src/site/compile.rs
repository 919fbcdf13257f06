//! From Rust to a WebAssembly module, not bound to JavaScript yet.

use crate::{paths, process};
use anyhow::Result;
use std::path::PathBuf;

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles the crate with one of its features and one of its profiles; gives the module's place.
///
/// `cargo rustc --crate-type`, because cargo drops link-time optimisation from a library that is also
/// built as an rlib.
pub(crate) fn module(feature: &str, profile: &str) -> Result<PathBuf> {
    let what = ["rustc", "--package", "tirkeu", "--lib", "--crate-type", "cdylib"];
    let how = ["--target", TARGET, "--profile", profile, "--no-default-features", "--features", feature];
    process::run(process::cargo(&what).args(how).env("RUSTFLAGS", nameless()))?;
    Ok(paths::target().join(TARGET).join(profile).join("tirkeu.wasm"))
}

/// The module says nothing of the machine that built it, and is the same wherever it is built.
fn nameless() -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let home = home.unwrap_or_default();
    format!("--remap-path-prefix={home}=cargo --remap-path-prefix={}=.", paths::root().display())
}
