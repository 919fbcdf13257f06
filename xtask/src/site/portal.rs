//! The same element and the same rules for a portal that is built by tools of its own: scripts that carry everything along.
//!
//! A tool that bundles moves scripts away from the files beside them, takes a style sheet for the portal's own, or leaves a file behind.
//! Here style sheets and wording are scripts, and the modules are scripts too beside being files; what of `www` has to do with files is
//! replaced by what stands in `npm` under the same name.

use super::{alone, bind, clear, folder, shrink};
use crate::{paths, process};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// Scripts of the package alone that are made of parts.
const JOINED: [&str; 7] = [
    "browser.js",
    "node.js",
    "precheck_module.js",
    "answer_module.js",
    "paper_module.js",
    "check_module.js",
    "code_module.js",
];

/// Writes the folder, from a site whose scripts are not joined yet.
pub(super) fn write(site: &Path, to: &Path) -> Result<()> {
    clear(to)?;
    folder::copy(site, to)?;
    folder::copy(&paths::root().join("npm"), to)?;
    without_pictures(&to.join("answer.css"))?;
    let names = wordings(&to.join("wording"))?;
    fs::write(to.join("wordings.js"), table(&names))?;
    shrink::texts(to)?;
    // What these are made of is gone once the page's own scripts are joined.
    JOINED.iter().try_for_each(|script| bind::join(&to.join(script)))?;
    alone::add(to)?;
    bind::into_scripts(to)?;
    ["node", "node-inline"].iter().try_for_each(|script| into_one(to, script))?;
    shrink::texts(to)?;
    Ok(["bytes.js", "wordings.js", "text_coding.js"].iter().try_for_each(|part| fs::remove_file(to.join(part)))?)
}

/// A style that is made by script would look for the file of pictures beside the portal's page.
fn without_pictures(style: &Path) -> Result<()> {
    let text = fs::read_to_string(style)?;
    ensure!(text.contains(PICTURES), "{} shows no pictures any more", style.display());
    Ok(fs::write(style, text.replace(PICTURES, "none"))?)
}

const PICTURES: &str = "url(pictures.svg)";

/// Every wording as a script beside its file, but for what only the page for a list says; gives their names.
fn wordings(folder: &Path) -> Result<Vec<String>> {
    let files = folder::files(folder)?;
    let names: Vec<String> = files
        .iter()
        .filter(|file| !file.ends_with(".roll.json"))
        .filter_map(|file| file.strip_suffix(".json"))
        .map(str::to_owned)
        .collect();
    for name in &names {
        let text = fs::read_to_string(folder.join(format!("{name}.json"))).context("a wording is a text")?;
        fs::write(folder.join(format!("{name}.js")), format!("export default {};\n", text.trim_end()))?;
    }
    Ok(names)
}

/// What loads each, written out one by one: tools find no file whose name is put together.
fn table(names: &[String]) -> String {
    let line = |name: &String| format!("  \"{name}\": () => import(\"./wording/{name}.js\"),\n");
    format!("export const wordings = {{\n{}}};\n", names.iter().map(line).collect::<String>())
}

/// A script as one file for whoever requires it instead of importing it.
fn into_one(folder: &Path, script: &str) -> Result<()> {
    let mut esbuild = shrink::esbuild();
    esbuild.args(["--bundle", "--minify", "--format=cjs", "--platform=node", "--define:import.meta.url=\"\""]);
    esbuild.arg(format!("--inject:{}", folder.join("text_coding.js").display()));
    let out = format!("--outfile={}", folder.join(format!("{script}.cjs")).display());
    process::run(esbuild.arg(folder.join(format!("{script}.js"))).arg(out))
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn every_wording_is_named_by_itself() {
        let written = "export const wordings = {\n  \"kk.list\": () => import(\"./wording/kk.list.js\"),\n};\n";
        assert_eq!(table(&["kk.list".to_owned()]), written);
    }
}
