//! The site: the folder that a browser needs, and nothing else.
//!
//! Here is the order of its making. It must not know what the pages say.

mod alone;
mod bind;
mod compile;
mod folder;
mod list;
mod load_order;
mod pages;
mod portal;
mod pseudo;
mod self_check;
mod short_names;
mod shrink;
mod split;
mod worker;

pub(crate) use folder::{copy as copy_folder, files};
pub(crate) use load_order::{behind, first};

use crate::tools::{self, NPM_PACKAGES, Tool, WASM_TARGET};
use crate::{languages, paths};
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
    glue: Glue,
}

/// Where the glue of a module goes.
enum Glue {
    /// Into the element's script, with all its parts.
    Element,
    /// Into the script that starts it.
    Starter,
    /// Nowhere: others read it and type-check against it.
    Portals,
}

/// What a portal's own script calls, what makes and opens codes, and the page's element; each without the others, for the download's
/// sake. The scripts of the last two stay in parts until all else is there, so they come after what clears its parts away.
const MODULES: &[Module] = &[
    Module { name: "check", feature: "api", profile: "portal", glue: Glue::Portals },
    Module { name: "code", feature: "code", profile: "web", glue: Glue::Starter },
    Module { name: "precheck", feature: "page", profile: "web", glue: Glue::Element },
];

/// Builds the whole site anew.
pub(crate) fn build() -> Result<()> {
    tools::ensure(TOOLS)?;
    let site = paths::site();
    clear(&site)?;
    folder::copy(&paths::www(), &site)?;
    languages::fill(&site)?;
    MODULES.iter().try_for_each(|module| add(module, &site))?;
    list::add(&site)?;
    pages::write(&site)?;
    portal::write(&site, &paths::bundled())?;
    bind::into_scripts(&site)?;
    self_check::fill(&site, &paths::bundled())?;
    shrink::texts(&site)?;
    shrink::pictures(&site.join("pictures.svg"))?;
    worker::write(&site)?;
    pseudo::write(&site)
}

/// Adds a worker that keeps what is in a folder; the folder's other scripts are made small on the way.
pub(crate) fn add_worker(folder: &Path) -> Result<()> {
    fs::copy(paths::www().join("worker.js"), folder.join("worker.js"))?;
    shrink::texts(folder)?;
    worker::write(folder)
}

fn add(module: &Module, site: &Path) -> Result<()> {
    let Module { name, feature, profile, ref glue } = *module;
    let compiled = compile::module(feature, profile)?;
    let bound = site.join(format!("{name}_bg.wasm"));
    if matches!(glue, Glue::Portals) {
        bind::for_portals(&compiled, name, site)?;
        return shrink::module(&bound, shrink::FAST);
    }
    bind::for_page(&compiled, name, site)?;
    if matches!(glue, Glue::Starter) {
        shrink::module(&bound, shrink::SMALL)?;
        return short_names::shorten(name, site);
    }
    shrink::named_module(&bound, shrink::SMALL, &split::apart().collect::<Vec<_>>())?;
    short_names::shorten(name, site)?;
    split::split(&bound)?.iter().try_for_each(|part| shrink::module(part, shrink::FAST))
}

/// Nothing of an earlier build may stay.
fn clear(site: &Path) -> Result<()> {
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    fs::create_dir_all(site).with_context(|| format!("cannot make {}", site.display()))
}
