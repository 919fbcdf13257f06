//! The site: the folder that a browser needs, and nothing else.
//!
//! Here is the order of its making. It must not know what the pages say.

mod bind;
mod compile;
mod pages;
mod shrink;
mod tree;

use crate::paths;
use crate::tools::{self, NPM_PACKAGES, Tool, WASM_TARGET};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// What building the site needs.
pub(crate) const TOOLS: &[Tool] = &[WASM_TARGET, NPM_PACKAGES];

/// The module's name in the site: `precheck.js`, `precheck_bg.wasm`, `precheck.d.ts`.
const MODULE: &str = "precheck";

/// Builds the whole site anew.
pub(crate) fn build() -> Result<()> {
    tools::ensure(TOOLS)?;
    let site = paths::site();
    let module = compile::module()?;
    clear(&site)?;
    tree::copy(&paths::www(), &site)?;
    bind::bind(&module, MODULE, &site)?;
    shrink::shrink(&site.join(format!("{MODULE}_bg.wasm")))?;
    pages::write(&site)
}

/// Nothing of an earlier build may stay.
fn clear(site: &Path) -> Result<()> {
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    fs::create_dir_all(site).with_context(|| format!("cannot make {}", site.display()))
}
