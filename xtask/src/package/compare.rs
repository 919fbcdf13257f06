//! Whether two folders hold the same bytes.

use crate::site::files;
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;

/// Fails with the name of every file that differs, or that only one of the two has.
pub(super) fn same(one: &Path, other: &Path) -> Result<()> {
    let (mut names, others) = (files(one)?, files(other)?);
    let count = names.len();
    names.extend(others);
    names.sort();
    names.dedup();
    let differs = |name: &&String| fs::read(one.join(name)).ok() != fs::read(other.join(name)).ok();
    let different: Vec<&str> = names.iter().filter(differs).map(String::as_str).collect();
    ensure!(different.is_empty(), "built twice, these differ: {}", different.join(", "));
    println!("built twice, the same {count} files");
    Ok(())
}
