//! From a WebAssembly module to one with its JavaScript and its TypeScript types.

use super::shrink::esbuild;
use crate::{paths, process};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

/// Writes the bound module, its types and its glue into a folder; `init()` finds the module beside the glue. The crate's own scripts
/// go into the glue: one file less to load, and no folder whose name is a hash.
pub(crate) fn for_portals(module: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.typescript(true).omit_default_module_path(false).web(true)?;
    generate(&mut bindgen, module, name, folder)?;
    join(&folder.join(format!("{name}.js")))?;
    Ok(fs::remove_dir_all(folder.join("snippets"))?)
}

/// Writes the bound module, and as `NAME_bg.js` the glue without what starts it: for all that a portal may start a module from there
/// are 500 bytes of script, which the page does not need.
pub(crate) fn for_page(module: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.typescript(false).bundler(true)?.encode_into(EncodeInto::Always);
    generate(&mut bindgen, module, name, folder)
}

/// Writes the bound module and its glue into a folder, for a script of ours that says itself where the module is.
pub(crate) fn for_one_page(module: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.typescript(false).omit_default_module_path(true).web(true)?;
    generate(&mut bindgen, module, name, folder)
}

fn generate(bindgen: &mut Bindgen, module: &Path, name: &str, folder: &Path) -> Result<()> {
    bindgen.input_path(module).out_name(name).remove_producers_section(true);
    bindgen.generate(folder).with_context(|| format!("wasm-bindgen cannot bind {}", module.display()))
}

/// The scripts that browsers load, which are made of parts.
const JOINED: &[&str] = &["tirkeu.js", "behind.js", "sheets.js", "counter.js"];

/// The parts of those scripts, which each are one idea.
const PARTS: &[&str] = &[
    "attributes.js",
    "colours.js",
    "clock.js",
    "day.js",
    "device.js",
    "fields.js",
    "heed.js",
    "loading.js",
    "make-code.js",
    "square.js",
    "surroundings.js",
    "taps.js",
];

/// The element's script with its parts and the glue of its module: one request, and fewer bytes than apart.
pub(crate) fn into_element(name: &str, site: &Path) -> Result<()> {
    JOINED.iter().try_for_each(|script| join(&site.join(script)))?;
    let glue = [".js", "_bg.js"].map(|end| format!("{name}{end}"));
    let parts = PARTS.iter().map(|part| (*part).to_owned()).chain(glue);
    parts.map(|part| site.join(part)).try_for_each(fs::remove_file)?;
    Ok(fs::remove_dir_all(site.join("snippets"))?)
}

/// The script that starts a module, with the module's glue.
pub(crate) fn into_starter(name: &str, site: &Path) -> Result<()> {
    join(&site.join(format!("{name}.js")))?;
    fs::remove_file(site.join(format!("{name}_bg.js")))?;
    Ok(fs::remove_dir_all(site.join("snippets"))?)
}

/// What is loaded after the script that asks for it, if at all.
const LATER: &[&str] = &[
    "--external:./behind.js",
    "--external:./code.js",
    "--external:./host.js",
    "--external:./papers_list.js",
    "--external:./offline.js",
    "--external:./sheets.js",
];

/// What a script does not take in: but for itself. The officer's page loads the element's script when somebody goes on from a code.
fn later(script: &Path) -> impl Iterator<Item = &'static str> {
    let is_counter = script.ends_with("counter.js");
    let own = script.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let element = is_counter.then_some("--external:./tirkeu.js");
    LATER.iter().copied().chain(element).filter(move |later| !later.ends_with(&format!("/{own}")))
}

/// A script with all that it imports, in its place; but for what is loaded after it, if at all.
fn join(script: &Path) -> Result<()> {
    let how = ["--bundle"].into_iter().chain(later(script));
    let packages = paths::web_tests().join("node_modules");
    let out = format!("--outfile={}", script.display());
    process::run(esbuild().args(how).arg(script).arg(out).env("NODE_PATH", packages))
}
