//! What is in the package: every file with its digest, its sizes, its language, and when a browser loads it.

use crate::compress::brotli;
use crate::hash::sha256;
use crate::languages;
use crate::process;
use crate::site::{files, first};
use anyhow::{Context, Result};
use serde::Serialize;
use std::fs;
use std::path::Path;

#[derive(Serialize)]
struct Manifest {
    name: &'static str,
    version: &'static str,
    /// Every edition of the rules, as the packed rules themselves say.
    editions: serde_json::Value,
    files: Vec<File>,
}

#[derive(Serialize)]
struct File {
    path: String,
    sha256: String,
    bytes: usize,
    /// What goes over the wire; none for what is compressed already.
    #[serde(skip_serializing_if = "Option::is_none")]
    brotli: Option<usize>,
    /// None where it is for every language.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// `first`: before the first answer; `later`: when it is asked for; none: no browser loads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    loaded: Option<&'static str>,
}

/// The manifest as JSON.
pub(super) fn json(dist: &Path) -> Result<String> {
    let tags: Vec<String> = languages::all()?.into_iter().map(|language| language.tag).collect();
    let files = files(dist)?.into_iter().map(|path| describe(dist, path, &tags)).collect::<Result<Vec<_>>>()?;
    let manifest = Manifest { name: "tirkeu", version: env!("CARGO_PKG_VERSION"), editions: editions(dist)?, files };
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// Asked of the package, as a portal's own test would.
fn editions(dist: &Path) -> Result<serde_json::Value> {
    const ASK: &str = "import { questions } from './npm/node.js'; console.log(JSON.stringify(questions().editions));";
    let mut node = process::command("node");
    let told = process::printed(node.current_dir(dist).args(["--input-type=module", "--eval", ASK]));
    Ok(serde_json::from_str(&told.context("the packed rules do not say their editions")?)?)
}

fn describe(dist: &Path, path: String, tags: &[String]) -> Result<File> {
    let content = fs::read(dist.join(&path))?;
    let name = name_in_site(&path);
    let is_compressed = !path.ends_with(name);
    let compressed = if is_compressed { None } else { Some(brotli(&content)?.len()) };
    let (language, loaded) = (language(name, tags), loaded(name, tags));
    Ok(File { sha256: sha256(&content), bytes: content.len(), brotli: compressed, language, loaded, path })
}

/// A file's name as the site has it: without the folders of the package, without the end that says how it is compressed.
fn name_in_site(path: &str) -> &str {
    let name = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz")).unwrap_or(path);
    let name = name.split_once('/').map_or(name, |(_, name)| name);
    match name.split_once('/') {
        Some((folder, rest)) if folder.len() == 12 => rest,
        _ => name,
    }
}

fn language(name: &str, tags: &[String]) -> Option<String> {
    let is_named = |tag: &&String| name.split(['/', '.']).any(|part| part == *tag);
    tags.iter().find(is_named).filter(|_| loaded(name, tags).is_some()).cloned()
}

fn loaded(name: &str, tags: &[String]) -> Option<&'static str> {
    const ENDS: [&str; 7] = [".html", ".js", ".wasm", ".css", ".svg", ".json", ".txt"];
    const FOR_NOBODY: [&str; 4] = ["package.json", "custom-elements.json", "sbom.cdx.json", "std.txt"];
    if tags.iter().any(|tag| first(tag).iter().any(|file| file == name)) {
        Some("first")
    } else {
        (ENDS.iter().any(|end| name.ends_with(end)) && !FOR_NOBODY.contains(&name)).then_some("later")
    }
}

#[cfg(test)]
mod tests {
    use super::{language, loaded, name_in_site};

    fn tags() -> Vec<String> {
        ["kk", "ru", "en", "fa-AF"].map(str::to_owned).to_vec()
    }

    #[test]
    fn a_file_is_known_wherever_it_lies() {
        assert_eq!(name_in_site("page/0123456789ab/wording/kk.json.br"), "wording/kk.json");
        assert_eq!(name_in_site("npm/wording/kk.json"), "wording/kk.json");
        assert_eq!(name_in_site("page/kk.html"), "kk.html");
    }

    #[test]
    fn what_is_loaded_first_is_told_from_what_is_loaded_later() {
        assert_eq!([loaded("tirkeu.js", &tags()), loaded("kk.html", &tags())], [Some("first"); 2]);
        for later in ["wording/kk.json", "wording/kk.txt", "host.js"] {
            assert_eq!(loaded(later, &tags()), Some("later"), "{later}");
        }
        for never in ["check.d.ts", "package.json", "std.txt"] {
            assert_eq!(loaded(never, &tags()), None, "{never}");
        }
    }

    #[test]
    fn a_language_is_told_from_others() {
        assert_eq!(language("wording/ru.later.json", &tags()).as_deref(), Some("ru"));
        assert_eq!(language("embed.en.html", &tags()).as_deref(), Some("en"));
        assert_eq!(language("rulebook.fa-AF.html", &tags()).as_deref(), Some("fa-AF"));
        assert_eq!(language("tirkeu.js", &tags()).as_deref(), None);
    }
}
