//! The package: everything that a portal takes, in one folder, the same bytes whenever the same commit is built.
//!
//! `page/` is to be served as it is, `npm/` to be published or installed. It must not know what stands in the files.

mod compare;
mod crates;
mod licences;
mod manifest;
mod npm;
mod page;
mod sbom;
mod scripts;

use crate::{paths, process, site, size};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Builds the site and packs it; nothing above the byte budget is packed.
pub(crate) fn package(dist: &Path) -> Result<()> {
    site::build()?;
    size::check()?;
    pack(dist)
}

/// Packs the site as it is.
pub(crate) fn pack(dist: &Path) -> Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist)?;
    }
    page::write_folder(&paths::site(), &dist.join("page"))?;
    page::write_compressed(&dist.join("page"))?;
    npm::write_folder(&paths::bundled(), &dist.join("npm"))?;
    let inside = crates::inside()?;
    let packages = scripts::inside()?;
    let mut texts = licences::texts(&inside)?;
    for package in &packages {
        texts.push(package.licence()?);
    }
    for folder in [dist.to_owned(), dist.join("npm")] {
        write(&folder.join("sbom.cdx.json"), &sbom::json(&inside, &packages)?)?;
        texts.iter().try_for_each(|(name, text)| write(&folder.join("licences").join(name), text))?;
    }
    write(&dist.join("manifest.json"), &manifest::json(dist)?)?;
    println!("packed into {}", dist.display());
    Ok(())
}

/// Builds and packs everything a second time, elsewhere: not a byte may differ from what was packed before.
pub(crate) fn again(dist: &Path) -> Result<()> {
    let again = paths::target().join("again");
    let other = again.join("dist");
    let mut xtask = process::command(std::env::current_exe()?);
    process::run(xtask.args(["package", "--into"]).arg(&other).env("CARGO_TARGET_DIR", &again))?;
    compare::same(dist, &other)
}

/// Where the package goes unless told otherwise.
pub(crate) fn dist() -> PathBuf {
    paths::root().join("dist")
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::create_dir_all(file.parent().context("a file stands in a folder")?)?;
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().context("a file stands in a folder")?)?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}
