//! The module made as small as it gets.

use crate::{paths, process};
use anyhow::Result;
use std::path::Path;

/// Rewrites the module in its place.
pub(crate) fn shrink(module: &Path) -> Result<()> {
    let optimiser = paths::web_tests().join("node_modules/.bin/wasm-opt");
    process::run(process::command(optimiser).arg("-Oz").arg(module).arg("-o").arg(module))
}
