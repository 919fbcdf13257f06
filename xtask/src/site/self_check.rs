//! The files that the workshop's self-check asks for: what a page loads, now or later, as the folders have it.
//!
//! It must not know what they are for.

use super::folder::files;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// How the names begin of what pages for officers, lawyers and lists load, and of what stands beside the pages.
const OTHERS: &[&str] = &["counter", "frame.js", "list_bg", "roll", "rulebook", "worker.js", "workshop/"];

/// How the names end of what a page loads.
const LOADED: &[&str] = &[".css", ".js", ".list.json", ".svg", ".txt", ".wasm"];

/// Writes their names into the script of the site, for its pages and for the folder that is bundled for npm.
pub(super) fn fill(site: &Path, bundled: &Path) -> Result<()> {
    let script = site.join("workshop/self_check.js");
    let text = fs::read_to_string(&script).context("the self-check is not there")?;
    let page = loaded(files(site)?);
    let scripts = loaded(files(bundled)?).into_iter().filter(|file| is_script(file) && has(&page, file));
    let filled = text.replace("\"{{npm}}\"", &listed(scripts)).replace("\"{{page}}\"", &listed(page.iter().cloned()));
    ensure!(!filled.contains("{{"), "{} has no place for the files", script.display());
    Ok(fs::write(script, filled)?)
}

fn loaded(mut files: Vec<String>) -> Vec<String> {
    files.retain(|file| is_loaded(file));
    files
}

fn is_loaded(file: &str) -> bool {
    LOADED.iter().any(|end| file.ends_with(end)) && !OTHERS.iter().any(|begin| file.starts_with(begin))
}

fn is_script(file: &str) -> bool {
    !file.starts_with("embed") && matches!(file.rsplit_once('.'), Some((_, "js" | "wasm")))
}

/// Whether a page has this script, or the file of the wording that is a script there.
fn has(page: &[String], script: &str) -> bool {
    let is = |file: &String| file == script || file.starts_with("wording/") && stem(file) == stem(script);
    page.iter().any(is)
}

fn stem(file: &str) -> Option<&str> {
    file.rsplit_once('.').map(|(stem, _)| stem)
}

fn listed(files: impl Iterator<Item = String>) -> String {
    files.map(|file| format!("{file:?}")).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::{is_loaded, is_script};

    #[test]
    fn what_a_page_loads_later_is_asked_for_too() {
        for file in ["sheets.js", "code_bg.wasm", "pictures.svg", "offline.js", "wording/fa-AF.code.txt", "code.css"] {
            assert!(is_loaded(file), "{file}");
        }
        for file in ["kk.html", "worker.js", "workshop/main.js", "wording/kk.roll.json", "check.d.ts", "list_bg.wasm"] {
            assert!(!is_loaded(file), "{file}");
        }
        assert!(!is_loaded("wording/kk.json") && is_loaded("wording/kk.list.json"), "of JSON only the list of papers");
        assert!(is_script("wording/kk.js") && !is_script("wording/kk.json") && !is_script("embed.js"));
    }
}
