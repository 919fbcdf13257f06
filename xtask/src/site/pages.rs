//! The static pages, which the crate's own command writes from the law.

use crate::process;
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// Writes the generated pages into the site.
pub(crate) fn write(site: &Path) -> Result<()> {
    process::run(tirkeu().arg("pages").arg(site))
}

fn tirkeu() -> Command {
    process::cargo(&["run", "--quiet", "--package", "tirkeu", "--"])
}
