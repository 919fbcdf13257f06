//! The lists that `LibreOffice` keeps: made anew by the one that is installed here, and read by the tests of lists.

use crate::tools::{LIBREOFFICE, Tool, UNO};
use crate::{paths, process};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// What they need.
pub(crate) const TOOLS: &[Tool] = &[LIBREOFFICE, UNO];

/// Fills the templates of today in and keeps a dormitory's list; the folder in which they lie.
pub(crate) fn make() -> Result<PathBuf> {
    let made = paths::target().join("office");
    fs::create_dir_all(&made)?;
    process::run(&mut process::cargo(&["test", "--quiet", "--workspace", "--no-run"]))?;
    let mut python = process::command("/usr/bin/python3");
    python.arg(paths::root().join("tests/list/libreoffice/make.py"));
    process::run(python.arg(paths::target().join("debug/tirkeu")).arg(&made))?;
    Ok(made)
}

/// The tests of lists, with these files in the place of those that are kept.
pub(crate) fn test(made: &Path) -> Result<()> {
    let mut tests = process::cargo(&["test", "--quiet", "--workspace", "--test", "list"]);
    process::run(tests.env("TIRKEU_OFFICE", made))
}
