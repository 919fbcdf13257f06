//! A folder copied with all that is in it.

use anyhow::{Context, Result};
use std::fs::{self, DirEntry};
use std::path::Path;

/// Copies what is in one folder into another.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let entries = fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))?;
    for entry in entries {
        copy_entry(&entry?, to)?;
    }
    Ok(())
}

fn copy_entry(entry: &DirEntry, to: &Path) -> Result<()> {
    let (from, to) = (entry.path(), to.join(entry.file_name()));
    if entry.file_type()?.is_dir() {
        return copy(&from, &to);
    }
    fs::copy(&from, &to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}
