//! Short names between a module and its glue: the long ones, each with a hash, are loaded twice and say nothing to a browser.
//!
//! It must not know what the names stand for.

use super::shrink;
use crate::{paths, process};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// What the optimiser says it renamed.
#[derive(Deserialize)]
struct Renamed {
    /// The module that the glue stands for, what it was called there, what it is called now.
    imports: Vec<(String, String, String)>,
    /// What it was called, what it is called now.
    exports: Vec<(String, String)>,
}

/// Renames everything that the module `NAME_bg.wasm`, its glue `NAME_bg.js` and `NAME.js`, which starts it, know each other by.
pub(crate) fn shorten(name: &str, site: &Path) -> Result<()> {
    let renamed = rename(&site.join(format!("{name}_bg.wasm")))?;
    let (script, glue) = (format!("{name}.js"), site.join(format!("{name}_bg.js")));
    let read = |file: &Path| fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()));
    let starting = read(&paths::www().join(&script))?.replace("\"{{asked}}\"", &asked(&renamed));
    fs::write(site.join(&script), follow(&starting, &renamed))?;
    Ok(fs::write(&glue, follow(&read(&glue)?, &renamed))?)
}

fn rename(module: &Path) -> Result<Renamed> {
    let mut command = shrink::optimiser();
    command.arg("--minify-imports-and-exports-and-modules").arg(module).arg("-o").arg(module);
    let told = process::printed(&mut command).with_context(|| format!("cannot run {command:?}"))?;
    serde_json::from_str(&told).with_context(|| format!("{command:?} tells no names"))
}

/// What the module asks for, by the new names: functions of the glue.
fn asked(renamed: &Renamed) -> String {
    let members: Vec<String> = renamed.imports.iter().map(|(_, old, new)| format!("\"{new}\": glue.{old}")).collect();
    format!("{{ {} }}", members.join(", "))
}

/// A script that takes from the module what has new names: it stands there as `wasm.NAME`.
fn follow(script: &str, renamed: &Renamed) -> String {
    let taken = renamed.exports.iter().flat_map(|(old, new)| {
        ["(", ")", ";", ",", ".", " "].map(|end| (format!("wasm.{old}{end}"), format!("wasm.{new}{end}")))
    });
    taken.fold(script.to_owned(), |script, (old, new)| script.replace(&old, &new))
}

#[cfg(test)]
mod tests {
    use super::{Renamed, asked, follow};

    #[test]
    fn the_glue_follows() {
        let renamed = Renamed {
            imports: vec![("./a_bg.js".into(), "__wbg_get_12".into(), "$".into())],
            exports: vec![("precheck_new".into(), "a".into()), ("precheck_newer".into(), "b".into())],
        };
        assert_eq!(asked(&renamed), "{ \"$\": glue.__wbg_get_12 }");
        assert_eq!(follow("wasm.precheck_new(1); wasm.precheck_newer(2);", &renamed), "wasm.a(1); wasm.b(2);");
    }
}
