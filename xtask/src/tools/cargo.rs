//! Programs that are built from crates.io, each version in its own folder of the cache.
//!
//! They are built without optimisation and without what a debugger reads, and what two of them have in common once: to build them costs more
//! time than they ever run.

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
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "none").env("CARGO_TARGET_DIR", paths::target().join("tools"));
    process::run(&mut cargo)
}
