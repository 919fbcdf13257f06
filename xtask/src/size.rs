//! The byte budget: what a browser loads before the first answer, and in a whole visit, counted as it goes over the wire.
//!
//! It must not know which files those are.

use crate::compress::brotli;
use crate::languages;
use crate::paths;
use crate::site::{behind, first};
use anyhow::{Context, Result, ensure};
use std::fs;

/// More than this is too much in any language.
const BUDGET: usize = 52_000;

/// Where this leads: 30 packets of 1,460 bytes.
const GOAL: usize = 43_800;

/// More than this is too much for a visit from the first question to the answer with all that it rests on.
const WHOLE_BUDGET: usize = 75_000;

/// Prints what every file of every language takes; fails where a language takes too much.
pub(crate) fn check() -> Result<()> {
    println!("{:28} {:>8} {:>8}", "loaded first, bytes", "raw", "brotli");
    let languages = languages::all()?;
    let of = |files: fn(&str) -> Vec<String>| {
        languages.iter().map(|language| total(&language.tag, &files(&language.tag))).collect::<Result<Vec<_>>>()
    };
    let firsts = of(first)?;
    println!("{:28} {:>8} {:>8}", "loaded behind, bytes", "raw", "brotli");
    let wholes: Vec<usize> = firsts.iter().zip(of(behind)?).map(|(first, behind)| first + behind).collect();
    for (language, whole) in languages.iter().zip(&wholes) {
        println!("{:28} {:>8} {whole:>8}", format!("a whole visit, {}", language.tag), "");
    }
    within("before the first answer", firsts, BUDGET)?;
    println!("{:28} {:>8} {GOAL:>8}", "where that leads", "");
    within("in a whole visit", wholes, WHOLE_BUDGET)
}

/// The most of all languages is not too much.
fn within(when: &str, totals: Vec<usize>, budget: usize) -> Result<()> {
    let most = totals.into_iter().max().unwrap_or_default();
    println!("{:28} {:>8} {most:>8}   budget {budget}", format!("the most {when}"), "");
    ensure!(most <= budget, "{most} bytes are loaded {when}: {} too many", most - budget);
    Ok(())
}

/// What these files of a language take, compressed.
fn total(language: &str, files: &[String]) -> Result<usize> {
    let mut total = 0;
    for file in files {
        let (raw, compressed) = sizes(file)?;
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
