//! The byte budget: what a browser loads before the first answer, counted as it goes over the wire.
//!
//! It must not know which files those are.

use crate::compress::brotli;
use crate::languages;
use crate::paths;
use crate::site::first;
use anyhow::{Context, Result, ensure};
use std::fs;

/// More than this is too much in any language.
const BUDGET: usize = 52_000;

/// Where this leads: 30 packets of 1,460 bytes.
const GOAL: usize = 43_800;

/// Prints what every file of every language takes; fails where a language takes too much.
pub(crate) fn check() -> Result<()> {
    println!("{:28} {:>8} {:>8}", "loaded first, bytes", "raw", "brotli");
    let totals = languages::all()?.iter().map(|language| total(&language.tag)).collect::<Result<Vec<_>>>()?;
    let worst = totals.into_iter().max().unwrap_or_default();
    println!("{:28} {:>8} {worst:>8}   budget {BUDGET}, goal {GOAL}", "the most", "");
    ensure!(worst <= BUDGET, "{worst} bytes are loaded before the first answer: {} too many", worst - BUDGET);
    Ok(())
}

/// What all that is loaded first in a language takes, compressed.
fn total(language: &str) -> Result<usize> {
    let mut total = 0;
    for file in first(language) {
        let (raw, compressed) = sizes(&file)?;
        println!("  {file:26} {raw:>8} {compressed:>8}");
        total += compressed;
    }
    println!("{language:28} {:>8} {total:>8}", "");
    Ok(total)
}

fn sizes(file: &str) -> Result<(usize, usize)> {
    let content =
        fs::read(paths::site().join(file)).with_context(|| format!("{file} is not in the site: cargo xtask site"))?;
    Ok((content.len(), brotli(&content)?.len()))
}
