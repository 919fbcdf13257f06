//! The static pages, which the crate's own command writes from the law.

use crate::process;
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// Writes the generated pages into the site.
pub(crate) fn write(site: &Path) -> Result<()> {
    process::run(tirkeu().arg("pages").arg(site))
}

/// Writes them also in languages that nobody speaks.
pub(crate) fn write_with_pseudo(site: &Path) -> Result<()> {
    process::run(tirkeu().arg("pages").arg(site).arg("--pseudo"))
}

fn tirkeu() -> Command {
    process::cargo(&["run", "--quiet", "--package", "tirkeu", "--"])
}
