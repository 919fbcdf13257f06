//! The folder that npm packs: the scripts for portals that are built by tools, with modules, wording and types.

use super::{copy, write};
use crate::paths;
use crate::site::{copy_folder, files};
use anyhow::Result;
use std::fs;
use std::path::Path;

/// What a portal's own build has no use for: pages, and what belongs to them alone.
fn is_left_out(file: &str) -> bool {
    const ENDS: [&str; 5] = [".html", ".svg", ".css", ".roll.json", ".txt"];
    const NAMES: [&str; 7] =
        ["worker.js", "embed.js", "counter.js", "list_bg.wasm", "roll.js", "roll-work.js", "roll-worker.js"];
    ENDS.iter().any(|end| file.ends_with(end)) || NAMES.contains(&file) || file.starts_with("workshop/")
}

/// Documents that go along, with those of each stack.
const DOCUMENTS: [&str; 8] = [
    "docs/EMBEDDING.md",
    "docs/ELEMENT.md",
    "docs/OWN.md",
    "docs/STACKS.md",
    "docs/UPDATING.md",
    "SECURITY.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
];
const STACKS: &str = "docs/stacks";

/// The types that whoever requires the package reads too, under a name that says so.
const TYPES: [&str; 13] = [
    "check",
    "check-inline",
    "tirkeu",
    "frame",
    "react",
    "preact",
    "solid",
    "vue",
    "check_bg.wasm",
    "precheck_bg.wasm",
    "answer.wasm",
    "paper.wasm",
    "code_bg.wasm",
];

fn write_for_require(to: &Path, name: &str) -> Result<()> {
    let types = fs::read_to_string(to.join(format!("{name}.d.ts")))?;
    let renamed =
        TYPES.iter().fold(types, |types, other| types.replace(&format!("./{other}.js"), &format!("./{other}.cjs")));
    write(&to.join(format!("{name}.d.cts")), &renamed)
}

/// Writes the folder.
pub(super) fn write_folder(portal: &Path, to: &Path) -> Result<()> {
    for file in files(portal)?.iter().filter(|file| !is_left_out(file)) {
        copy(&portal.join(file), &to.join(file))?;
    }
    TYPES.iter().try_for_each(|name| write_for_require(to, name))?;
    DOCUMENTS.iter().try_for_each(|file| copy(&paths::root().join(file), &to.join(file)))?;
    copy_folder(&paths::root().join(STACKS), &to.join(STACKS))?;
    let description = to.join("package.json");
    let text = fs::read_to_string(&description)?.replace("{{version}}", env!("CARGO_PKG_VERSION"));
    write(&description, &text)
}
