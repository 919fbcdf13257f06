//! What is read: a file, or standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result};
use tirkeu::wire::MOST_BYTES;

/// A file, or standard input where it is called `-`.
pub(crate) fn open(file: &Path) -> Result<Box<dyn Read + Send>> {
    if file.as_os_str() == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(Box::new(opened))
}

/// All that one application can be read from, and a byte more: what never ends is not waited for.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>> {
    up_to(file, u64::try_from(MOST_BYTES)?)
}

/// The beginning of a file: so many bytes, and one more where there are more.
pub(crate) fn up_to(file: &Path, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(file)?.take(most.saturating_add(1)).read_to_end(&mut bytes).context("the input cannot be read")?;
    Ok(bytes)
}
