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
    let (script, types) = (folder.join(format!("{name}.js")), folder.join(format!("{name}.d.ts")));
    fs::write(&script, fs::read_to_string(&script)? + VERSION)?;
    fs::write(&types, portable(&fs::read_to_string(&types)?)?)?;
    join(&script)?;
    Ok(fs::remove_dir_all(folder.join("snippets"))?)
}

/// Which release it is, for a portal's own test: `version`, and `check.version` where nothing but `check` is at hand.
const VERSION: &str =
    concat!("\nexport const version = \"", env!("CARGO_PKG_VERSION"), "\";\ncheck.version = version;\n");

/// The types without those of how a module is started, which only a browser's own types can say, and with ours, which stand everywhere.
fn portable(types: &str) -> Result<String> {
    let (said, _) = types.split_once("export type InitInput").context("wasm-bindgen's types have changed")?;
    Ok(said.to_owned() + include_str!("start.d.ts"))
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
const JOINED: &[&str] =
    &["tirkeu.js", "behind.js", "host.js", "sheets.js", "code.js", "counter.js", "papers_list.js", "roll.js"];

/// The parts of those scripts, which each are one idea.
const PARTS: &[&str] = &[
    "attributes.js",
    "bag.js",
    "built.js",
    "check_loading.js",
    "colours.js",
    "clock.js",
    "code_bg.js",
    "day.js",
    "device.js",
    "fields.js",
    "files.js",
    "in_view.js",
    "loading.js",
    "make-code.js",
    "misread.js",
    "once.js",
    "precheck.js",
    "precheck_bg.js",
    "refused.js",
    "square.js",
    "state.js",
    "surroundings.js",
    "taps.js",
    "typed.js",
    "wording_lines.js",
];

/// These scripts with their parts and the glue of their modules: one request each, and fewer bytes than apart.
pub(crate) fn into_scripts(site: &Path) -> Result<()> {
    JOINED.iter().try_for_each(|script| join(&site.join(script)))?;
    PARTS.iter().map(|part| site.join(part)).try_for_each(fs::remove_file)?;
    Ok(fs::remove_dir_all(site.join("snippets"))?)
}

/// What is loaded after the script that asks for it, if at all.
const LATER: &[&str] = &[
    "--external:./behind.js",
    "--external:./browser.js",
    "--external:./check.js",
    "--external:./code.js",
    "--external:./host.js",
    "--external:./offline.js",
    "--external:./papers_list.js",
    "--external:./roll-work.js",
    "--external:./sheets.js",
    "--external:./*_module.js",
    "--external:./wording/*",
];

/// What a script does not take in: but for itself. The officer's page loads the element's script when somebody goes on from a code.
fn later(script: &Path) -> impl Iterator<Item = &'static str> {
    let is_counter = script.ends_with("counter.js");
    let own = script.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let element = is_counter.then_some("--external:./tirkeu.js");
    LATER.iter().copied().chain(element).filter(move |later| !later.ends_with(&format!("/{own}")))
}

/// A script with all that it imports, in its place; but for what is loaded after it, if at all. A style sheet is imported as its text, a
/// module as its bytes in letters.
pub(crate) fn join(script: &Path) -> Result<()> {
    write_joined(script, later(script), script)
}

/// A script with all that it imports, whatever it is, in another place.
pub(crate) fn join_whole(script: &Path, to: &Path) -> Result<()> {
    write_joined(script, [].into_iter(), to)
}

fn write_joined(script: &Path, later: impl Iterator<Item = &'static str>, to: &Path) -> Result<()> {
    let how = ["--bundle", "--loader:.css=text", "--loader:.wasm=base64"].into_iter().chain(later);
    let packages = paths::web_tests().join("node_modules");
    let out = format!("--outfile={}", to.display());
    process::run(esbuild().args(how).arg(script).arg(out).env("NODE_PATH", packages))
}
