//! The site once more, with languages that nobody speaks, for tests to look at: longer ones, and from right to left.
//!
//! It is never packed. It must not know how those languages are made.

use super::{folder, pages};
use crate::paths;
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;

/// The tags that mean them, as scripts know those of the others.
const TAGS: &str = "en-XA,ar-XB,";

/// Copies the site and adds those languages to it.
pub(crate) fn write(site: &Path) -> Result<()> {
    let pseudo = paths::pseudo_site();
    super::clear(&pseudo)?;
    folder::copy(site, &pseudo)?;
    pages::write_with_pseudo(&pseudo)?;
    ["tirkeu.js", "behind.js"].iter().try_for_each(|script| let_scripts_know(&pseudo.join(script)))
}

fn let_scripts_know(script: &Path) -> Result<()> {
    const FIRST: &str = "kk kaz kz";
    let text = fs::read_to_string(script)?;
    ensure!(text.matches(FIRST).count() == 1, "{} does not name the languages once", script.display());
    Ok(fs::write(script, text.replace(FIRST, &[TAGS, FIRST].concat()))?)
}
