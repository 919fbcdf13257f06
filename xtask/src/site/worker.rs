//! The service worker's list of files, and a version that changes with any of them.

use super::folder::files;
use anyhow::{Context, Result};
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::path::Path;

/// How the names of files and folders begin that neither the page nor the officer's loads: for hosts and lawyers, and those for a whole list.
const FOR_HOSTS: &[&str] = &["check", "embed", "frame", "host", "list_bg", "roll", "rulebook", "worker", "workshop"];

/// How the names of the pages for a list begin and end, a language between the two.
const OF_LISTS: (&str, &str) = ("list.", ".html");

/// How the names of the wording end that hosts and the pages for a list read, and which of it the page does: the list of papers.
const THEIR_WORDING: (&str, &str) = (".json", ".list.json");

/// Fills the worker in: what it keeps, and under which version.
pub(crate) fn write(site: &Path) -> Result<()> {
    let worker = site.join("worker.js");
    let mut files = files(site)?;
    files.retain(|file| !file.ends_with(".d.ts") && !is_for_hosts(file));
    let version = version(site, &files)?;
    let text = fs::read_to_string(&worker).context("www/worker.js is not there")?;
    let names: Vec<String> = files.iter().map(|file| format!("\"{file}\"")).collect();
    let filled = text.replace("\"{{files}}\"", &names.join(",")).replace("{{version}}", &version);
    Ok(fs::write(worker, filled)?)
}

fn is_for_hosts(file: &str) -> bool {
    let is_named = |part: &str| FOR_HOSTS.iter().any(|beginning| part.starts_with(beginning));
    let is_of_a_list = file.starts_with(OF_LISTS.0) && file.ends_with(OF_LISTS.1);
    let is_their_wording = file.ends_with(THEIR_WORDING.0) && !file.ends_with(THEIR_WORDING.1);
    is_of_a_list || is_their_wording || file.split('/').any(is_named)
}

fn version(site: &Path, files: &[String]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.as_bytes());
        hasher.write(&fs::read(site.join(file))?);
    }
    Ok(format!("{:016x}", hasher.finish()))
}
