//! What is read: a file, or standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use tirkeu::wire::{self, MOST_BYTES};

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
    let name = if file.as_os_str() == "-" { "the input".into() } else { file.display().to_string() };
    let cannot = || format!("{name} cannot be read");
    open(file)?.take(most.saturating_add(1)).read_to_end(&mut bytes).with_context(cannot)?;
    Ok(bytes)
}

/// The text of a file that people keep, such as a snapshot or a wording; whatever is wrong with it, the file is named.
pub(crate) fn text(file: &Path) -> Result<String> {
    let cannot = || format!("{} cannot be read", file.display());
    let bytes = read(file)?;
    ensure!(bytes.len() <= MOST_BYTES, "{}: more than 4 MiB; a file of at most that would be right", cannot());
    Ok(wire::text_of(&bytes).with_context(cannot)?.to_owned())
}
