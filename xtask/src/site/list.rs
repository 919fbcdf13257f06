//! The module of the page for a whole list, with the script that calls it.
//!
//! It must not know what stands in either. The glue is made beside the site, since the site has a `list.js` of its own.

use super::{bind, compile, shrink};
use crate::paths;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The script that calls the module: in a worker, and where none starts, in the page.
const SCRIPT: &str = "roll-work.js";

/// What the page's script is told: how long the module is, for the bar that shows its loading.
const SIZE: &str = "{{size}}";

/// Adds the module to the site, and its glue to the script that calls it.
pub(crate) fn add(site: &Path) -> Result<()> {
    let made = paths::target().join("list");
    fs::create_dir_all(&made)?;
    bind::for_one_page(&compile::module("list", "web")?, "list", &made)?;
    let module = made.join("list_bg.wasm");
    shrink::module(&module, shrink::FAST)?;
    fs::copy(&module, site.join("list_bg.wasm"))?;
    fs::copy(site.join(SCRIPT), made.join(SCRIPT))?;
    bind::join_whole(&made.join(SCRIPT), &site.join(SCRIPT))?;
    tell_size(&site.join("roll.js"), fs::metadata(&module)?.len())
}

fn tell_size(script: &Path, size: u64) -> Result<()> {
    let text = fs::read_to_string(script).with_context(|| format!("cannot read {}", script.display()))?;
    Ok(fs::write(script, text.replace(SIZE, &size.to_string()))?)
}
