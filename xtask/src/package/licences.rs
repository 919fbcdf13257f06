//! The licences of what is inside, each crate's own texts.

use super::crates::Crate;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// How the names of such files begin.
const BEGINNINGS: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];

/// Rust's own, which has no folder of its own here.
const STANDARD_LIBRARY: &str = "Rust's standard library: Copyright (c) The Rust Project Contributors.\n\
    Licensed under MIT or Apache-2.0, at your choice; the text of Apache-2.0 is LICENSE-APACHE.\n";

/// What stands for the text of a crate that brings none.
const APACHE: &str = include_str!("../../../LICENSE-APACHE");
const MIT: &str = include_str!("../../../LICENSE-MIT");

/// Every text with the name of its file.
pub(super) fn texts(inside: &[Crate]) -> Result<Vec<(String, String)>> {
    let mut texts = vec![("std.txt".to_owned(), STANDARD_LIBRARY.to_owned())];
    for found in inside {
        let folder = found.manifest_path.parent().context("a manifest stands in a folder")?;
        let mut own = of_folder(folder)?;
        if own.is_empty() {
            own.push(("LICENSE".to_owned(), stand_in(found)?));
        }
        texts.extend(own.into_iter().map(|(name, text)| (format!("{}-{}-{name}", found.name, found.version), text)));
    }
    Ok(texts)
}

/// The common text of a licence that the crate only names; whose it is, its repository says.
fn stand_in(found: &Crate) -> Result<String> {
    let Crate { name, version, license, repository, .. } = found;
    let license = license.as_deref().unwrap_or_default();
    let common = match license {
        _ if license.contains("Apache-2.0") => APACHE,
        _ if license.contains("MIT") => MIT.find("Permission").and_then(|start| MIT.get(start..)).unwrap_or(MIT),
        _ => bail!("{name} {version} brings no text of its licence, which is \"{license}\""),
    };
    let whose = repository.as_deref().unwrap_or("crates.io");
    Ok(format!("{name} {version}, {license}, by its authors ({whose}), who bring no text of their own.\n\n{common}"))
}

fn of_folder(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && BEGINNINGS.iter().any(|beginning| name.to_uppercase().starts_with(beginning))
        {
            texts.push((name, fs::read_to_string(entry.path())?));
        }
    }
    texts.sort();
    Ok(texts)
}
