//! Programs that are built from crates.io, each version in its own folder of the cache.
//!
//! They are built without optimisation: to build them costs more time than they ever run.

use crate::{paths, process};
use anyhow::Result;
use std::path::Path;

/// Builds the program unless its folder holds it already.
pub(crate) fn ensure(name: &str, version: &str, options: &[&str]) -> Result<()> {
    let folder = paths::tool(name, version);
    if is_installed(&folder) {
        return Ok(());
    }
    println!("building {name} {version}, once, into {}", folder.display());
    install(name, version, options, &folder)
}

/// cargo writes this list last: without it the folder may be half an installation.
fn is_installed(folder: &Path) -> bool {
    folder.join(".crates.toml").is_file()
}

fn install(name: &str, version: &str, options: &[&str], folder: &Path) -> Result<()> {
    let mut cargo = process::cargo(&["install", "--quiet", "--debug", name, "--version", version]);
    cargo.args(options).arg("--root").arg(folder);
    process::run(cargo.env_remove("CARGO_TARGET_DIR"))
}
