//! npm's packages, exactly as their lock names them.

use crate::{paths, process};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Runs `npm ci` when the lock is newer than what is installed beside it.
pub(crate) fn ensure(lock: &str, oldest_node: &str) -> Result<()> {
    ensure_node(oldest_node)?;
    let lock = paths::root().join(lock);
    if is_fresh(&lock) {
        return Ok(());
    }
    let folder = lock.parent().context("a lock lies in a folder")?;
    println!("installing npm's packages into {}", folder.join("node_modules").display());
    install(folder)
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
fn is_fresh(lock: &Path) -> bool {
    let wanted = changed(lock);
    let installed = changed(&lock.with_file_name("node_modules/.package-lock.json"));
    installed.is_some() && installed >= wanted
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}

/// No package's own script runs: none of them needs one.
fn install(folder: &Path) -> Result<()> {
    let mut npm = process::command("npm");
    npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    process::run(npm.args(["--loglevel", "error"])).with_context(|| format!("npm ci in {}", folder.display()))
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
