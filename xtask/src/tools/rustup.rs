//! What rustup gives: targets and components. It must not choose a toolchain.

use crate::process;
use anyhow::{Context, Result};
use std::path::Path;

/// Adds a target whose standard library is not there.
pub(crate) fn ensure_target(target: &str) -> Result<()> {
    if has_target(target) {
        return Ok(());
    }
    add("target", target)
}

/// Adds a component whose cargo subcommand does not run.
pub(crate) fn ensure_component(component: &str, subcommand: &str) -> Result<()> {
    if process::succeeds(&mut process::cargo(&[subcommand, "--version"])) {
        return Ok(());
    }
    add("component", component)
}

/// Asks rustc, not rustup: a standard library may have come another way.
fn has_target(target: &str) -> bool {
    let mut rustc = process::command("rustc");
    rustc.args(["--print", "target-libdir", "--target", target]);
    process::printed(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir())
}

fn add(kind: &str, name: &str) -> Result<()> {
    process::run(process::command("rustup").args([kind, "add", name]))
        .with_context(|| format!("the {kind} {name} is needed: install it with rustup"))
}
