//! From a WebAssembly module to one with its JavaScript and its TypeScript types.

use super::shrink::esbuild;
use crate::process;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// Writes the bound module and its glue into a folder; `init()` finds the module beside the glue.
pub(crate) fn bind(module: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(true);
    bindgen.omit_default_module_path(false).remove_producers_section(true);
    let bound = bindgen.web(true)?.generate(folder);
    bound.with_context(|| format!("wasm-bindgen cannot bind {}", module.display()))?;
    let snippets = folder.join("snippets");
    if snippets.exists() { join(&folder.join(format!("{name}.js")), &snippets) } else { Ok(()) }
}

/// The crate's own scripts go into the glue: one file less to load, and no folder whose name is a hash.
fn join(glue: &Path, snippets: &Path) -> Result<()> {
    process::run(esbuild().arg("--bundle").arg(glue).arg(format!("--outfile={}", glue.display())))?;
    Ok(fs::remove_dir_all(snippets)?)
}
