//! The licences of what is inside, each crate's own texts.

use super::crates::Crate;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// How the names of such files begin.
const BEGINNINGS: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];

/// Rust's own, which has no folder of its own here.
const STANDARD_LIBRARY: &str = "Rust's standard library: Copyright (c) The Rust Project Contributors.\n\
    Licensed under MIT or Apache-2.0, at your choice; the text of Apache-2.0 is LICENSE-APACHE.\n";

/// Every text with the name of its file.
pub(super) fn texts(inside: &[Crate]) -> Result<Vec<(String, String)>> {
    let mut texts = vec![("std.txt".to_owned(), STANDARD_LIBRARY.to_owned())];
    for found in inside {
        let folder = found.manifest_path.parent().context("a manifest stands in a folder")?;
        let own = of_folder(folder)?;
        ensure!(!own.is_empty(), "{} {} brings no text of its licence", found.name, found.version);
        texts.extend(own.into_iter().map(|(name, text)| (format!("{}-{}-{name}", found.name, found.version), text)));
    }
    Ok(texts)
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
