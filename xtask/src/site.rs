//! The site: the folder that a browser needs, and nothing else.
//!
//! Here is the order of its making. It must not know what the pages say.

mod bind;
mod compile;
mod folder;
mod load_order;
mod pages;
mod portal;
mod short_names;
mod shrink;
mod split;
mod worker;

pub(crate) use folder::{copy as copy_folder, files};
pub(crate) use load_order::{LANGUAGES, first};

use crate::paths;
use crate::tools::{self, NPM_PACKAGES, Tool, WASM_TARGET};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// What building the site needs.
pub(crate) const TOOLS: &[Tool] = &[WASM_TARGET, NPM_PACKAGES];

/// A module of the site, by the crate's feature that it is built with: `NAME_bg.wasm`, with its script.
struct Module {
    name: &'static str,
    feature: &'static str,
    profile: &'static str,
    /// Whether its glue is for others to read and type-check against.
    is_read_by_portals: bool,
}

/// What a portal's own script calls, and the page's element; each without the other, for the download's sake. The element's own scripts
/// stay in parts until all else is there, so it comes last.
const MODULES: &[Module] = &[
    Module { name: "check", feature: "api", profile: "portal", is_read_by_portals: true },
    Module { name: "precheck", feature: "page", profile: "web", is_read_by_portals: false },
];

/// Builds the whole site anew.
pub(crate) fn build() -> Result<()> {
    tools::ensure(TOOLS)?;
    let site = paths::site();
    clear(&site)?;
    folder::copy(&paths::www(), &site)?;
    MODULES.iter().try_for_each(|module| add(module, &site))?;
    pages::write(&site)?;
    portal::write(&site, &paths::bundled())?;
    bind::into_element(&site)?;
    shrink::texts(&site)?;
    worker::write(&site)
}

/// Adds a worker that keeps what is in a folder; the folder's other scripts are made small on the way.
pub(crate) fn add_worker(folder: &Path) -> Result<()> {
    fs::copy(paths::www().join("worker.js"), folder.join("worker.js"))?;
    shrink::texts(folder)?;
    worker::write(folder)
}

fn add(module: &Module, site: &Path) -> Result<()> {
    let Module { name, feature, profile, is_read_by_portals } = *module;
    let compiled = compile::module(feature, profile)?;
    let bound = site.join(format!("{name}_bg.wasm"));
    if is_read_by_portals {
        bind::for_portals(&compiled, name, site)?;
        shrink::module(&bound, shrink::FAST)
    } else {
        bind::for_page(&compiled, name, site)?;
        let answer = site.join("answer.wasm");
        shrink::named_module(&bound, shrink::SMALL, &split::apart().collect::<Vec<_>>())?;
        short_names::shorten(name, site)?;
        split::split(&bound, &answer)?;
        [&bound, &answer].into_iter().try_for_each(|part| shrink::module(part, shrink::FAST))
    }
}

/// Nothing of an earlier build may stay.
fn clear(site: &Path) -> Result<()> {
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    fs::create_dir_all(site).with_context(|| format!("cannot make {}", site.display()))
}
