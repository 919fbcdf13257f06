//! From a WebAssembly module to one with its JavaScript and its TypeScript types.

use super::shrink::esbuild;
use crate::process;
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

/// The parts of the element's script, which each are one idea.
const PARTS: &[&str] = &[
    "attributes.js",
    "colours.js",
    "clock.js",
    "day.js",
    "device.js",
    "fields.js",
    "heed.js",
    "loading.js",
    "surroundings.js",
    "taps.js",
];

/// The element's script with its parts and the glue of its module: one request, and fewer bytes than apart.
pub(crate) fn into_element(name: &str, site: &Path) -> Result<()> {
    join(&site.join("tirkeu.js"))?;
    join(&site.join("behind.js"))?;
    let glue = [".js", "_bg.js"].map(|end| format!("{name}{end}"));
    let parts = PARTS.iter().map(|part| (*part).to_owned()).chain(glue);
    parts.map(|part| site.join(part)).try_for_each(fs::remove_file)?;
    Ok(fs::remove_dir_all(site.join("snippets"))?)
}

/// What is loaded after the element's script, if at all.
const LATER: &[&str] =
    &["--external:./behind.js", "--external:./host.js", "--external:./papers_list.js", "--external:./offline.js"];

/// A script with all that it imports, in its place; but for what is loaded after it, if at all.
fn join(script: &Path) -> Result<()> {
    let how = ["--bundle"].into_iter().chain(LATER.iter().copied());
    process::run(esbuild().args(how).arg(script).arg(format!("--outfile={}", script.display())))
}
