//! The folder that npm packs: the site's scripts, modules, wording and types, and what `npm/` adds to them.

use super::{copy, write};
use crate::paths;
use crate::site::files;
use anyhow::Result;
use std::fs;
use std::path::Path;

/// What a portal's own build has no use for: pages, and what belongs to them alone.
fn is_left_out(file: &str) -> bool {
    const ENDS: [&str; 4] = [".html", ".svg", "_bg.wasm.d.ts", ".roll.json"];
    const NAMES: [&str; 8] = [
        "worker.js",
        "embed.js",
        "counter.js",
        "list_bg.wasm",
        "roll.css",
        "roll.js",
        "roll-work.js",
        "roll-worker.js",
    ];
    ENDS.iter().any(|end| file.ends_with(end)) || NAMES.contains(&file)
}

/// Documents that go along.
const DOCUMENTS: [&str; 4] = ["docs/EMBEDDING.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Writes the folder.
pub(super) fn write_folder(site: &Path, to: &Path) -> Result<()> {
    let own = paths::root().join("npm");
    for (folder, file) in [(site, files(site)?), (own.as_path(), files(&own)?)]
        .into_iter()
        .flat_map(|(folder, files)| files.into_iter().map(move |file| (folder, file)))
        .filter(|(_, file)| !is_left_out(file))
    {
        copy(&folder.join(&file), &to.join(&file))?;
    }
    DOCUMENTS.iter().try_for_each(|file| copy(&paths::root().join(file), &to.join(file)))?;
    let description = to.join("package.json");
    let text = fs::read_to_string(&description)?.replace("{{version}}", env!("CARGO_PKG_VERSION"));
    write(&description, &text)
}
