//! A folder with all that is in it: copied, listed.

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

/// Every file in a folder, by its path from there with `/` between the parts, in order.
pub(crate) fn files(folder: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    list(folder, "", &mut files)?;
    files.sort();
    Ok(files)
}

fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push(name);
        }
    }
    Ok(())
}
