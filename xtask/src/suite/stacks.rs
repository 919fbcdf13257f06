//! The npm package in other people's tools: one small app a stack, built from what npm would install, and run.
//!
//! It must know no stack by name.

use super::node;
use crate::engine::Engine;
use crate::tools::{CHROMEDRIVER, CHROMIUM, NPM_PACKAGES, STACK_PACKAGES, Tool};
use crate::{package, paths, process};
use anyhow::Result;

/// What they need; the driver of the browser is that of the other end-to-end tests.
pub(crate) const TOOLS: &[Tool] = &[NPM_PACKAGES, STACK_PACKAGES, CHROMIUM, CHROMEDRIVER];

/// Installs the package beside the stacks' own and runs them all, in Chromium where there is a page.
pub(crate) fn test() -> Result<()> {
    let folder = paths::root().join("tests/stacks");
    let mut install = process::command("node");
    process::run(install.current_dir(&folder).arg("install.mjs").env("TIRKEU_DIST", package::dist()))?;
    node::run(&folder, Engine::Chromium)
}
