//! The page as a server sends it: what may be kept for ever stands in a folder that is named by its content, and everything is
//! compressed beforehand. Only pages, the worker and three doors keep their names.

use super::{copy, write};
use crate::compress::{brotli, gzip};
use crate::hash::sha256;
use crate::site::{self, files};
use anyhow::Result;
use std::fs;
use std::path::Path;

/// Scripts that others name, each leading to the one of this version.
const DOORS: &[(&str, &str)] = &[
    ("tirkeu.js", "import \"./{{version}}/tirkeu.js\";\n"),
    ("check.js", "export * from \"./{{version}}/check.js\";\nexport { default } from \"./{{version}}/check.js\";\n"),
];

/// What keeps its name, as the site has it.
fn is_named(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|end| end == "html") || file == "frame.js"
}

/// What a server has no use for, or what is made anew here.
fn is_left_out(file: &str) -> bool {
    file.ends_with(".d.ts") || file == "worker.js"
}

/// Writes the folder.
pub(super) fn write_folder(from: &Path, to: &Path) -> Result<()> {
    let all: Vec<String> = files(from)?.into_iter().filter(|file| !is_left_out(file)).collect();
    let (named, kept): (Vec<_>, Vec<_>) = all.into_iter().partition(|file| is_named(file));
    let version = version(from, &kept)?;
    for file in &kept {
        copy(&from.join(file), &to.join(&version).join(file))?;
    }
    for file in &named {
        let text = fs::read_to_string(from.join(file))?;
        write(&to.join(file), &moved(&text, &kept, &version))?;
    }
    for (file, text) in DOORS {
        write(&to.join(file), &text.replace("{{version}}", &version))?;
    }
    site::add_worker(to)
}

/// Writes the folder, and beside each file the same compressed.
pub(super) fn write_compressed(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        let content = fs::read(folder.join(&file))?;
        fs::write(folder.join(format!("{file}.br")), brotli(&content)?)?;
        fs::write(folder.join(format!("{file}.gz")), gzip(&content)?)?;
    }
    Ok(())
}

/// A name that changes with any byte of any of these files.
fn version(folder: &Path, files: &[String]) -> Result<String> {
    let mut all = String::new();
    for file in files {
        all.extend([file.as_str(), " ", &sha256(&fs::read(folder.join(file))?), "\n"]);
    }
    Ok(sha256(all.as_bytes())[..12].to_owned())
}

/// A page that finds these files in their folder.
fn moved(html: &str, files: &[String], version: &str) -> String {
    files
        .iter()
        .fold(html.to_owned(), |html, file| html.replace(&format!("=\"{file}\""), &format!("=\"{version}/{file}\"")))
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn a_page_finds_what_has_moved() {
        let html = r#"<link href="tirkeu.css"><a href="ru.html">tirkeu.css</a>"#;
        let there = r#"<link href="0a/tirkeu.css"><a href="ru.html">tirkeu.css</a>"#;
        assert_eq!(moved(html, &["tirkeu.css".to_owned()], "0a"), there);
    }
}
