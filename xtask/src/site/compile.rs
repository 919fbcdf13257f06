//! From Rust to a WebAssembly module, not bound to JavaScript yet.

use crate::{paths, process};
use anyhow::Result;
use std::path::PathBuf;

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "web";

/// Compiles the crate; gives the module's place.
///
/// `cargo rustc --crate-type`, because cargo drops link-time optimisation from a library that is also
/// built as an rlib.
pub(crate) fn module() -> Result<PathBuf> {
    let what = ["rustc", "--package", "tirkeu", "--lib", "--crate-type", "cdylib"];
    let how = ["--target", TARGET, "--profile", PROFILE];
    process::run(process::cargo(&what).args(how))?;
    Ok(paths::target().join(TARGET).join(PROFILE).join("tirkeu.wasm"))
}
