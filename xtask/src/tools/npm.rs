//! npm's packages, exactly as their lock names them.

use crate::{paths, process};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Runs `npm ci` when the lock is newer than what is installed.
pub(crate) fn ensure(oldest_node: &str) -> Result<()> {
    ensure_node(oldest_node)?;
    if is_fresh(&paths::web_tests()) {
        return Ok(());
    }
    println!("installing npm's packages into tests/web/node_modules");
    install(&paths::web_tests())
}

fn ensure_node(oldest: &str) -> Result<()> {
    let version = process::printed(process::command("node").arg("--version"));
    let is_new_enough = version.as_deref().and_then(major) >= oldest.parse().ok();
    ensure!(is_new_enough, "install Node {oldest} or newer, with npm: https://nodejs.org");
    Ok(())
}

/// The 20 of v20.1.2.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

/// npm writes its hidden lock last, so an interrupted installation is never taken for a fresh one.
fn is_fresh(folder: &Path) -> bool {
    let wanted = changed(&folder.join("package-lock.json"));
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    installed.is_some() && installed >= wanted
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}

/// No package's own script runs: none of them needs one.
fn install(folder: &Path) -> Result<()> {
    let mut npm = process::command("npm");
    npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    process::run(npm.args(["--loglevel", "error"])).context("npm ci in tests/web")
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.19.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
