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
    /// The script that it is of, what it was called there, what it is called now.
    imports: Vec<(String, String, String)>,
    /// What it was called, what it is called now.
    exports: Vec<(String, String)>,
}

/// Renames everything that the module `NAME_bg.wasm`, its glue `NAME_bg.js` and `NAME.js`, which starts it, know each other by.
pub(crate) fn shorten(name: &str, site: &Path) -> Result<()> {
    let renamed = rename(&site.join(format!("{name}_bg.wasm")))?;
    let (script, glue) = (format!("{name}.js"), site.join(format!("{name}_bg.js")));
    let read = |file: &Path| fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()));
    let starting = asking(&read(&paths::www().join(&script))?, &renamed);
    fs::write(site.join(&script), follow(&starting, &renamed))?;
    Ok(fs::write(&glue, follow(&read(&glue)?, &renamed))?)
}

fn rename(module: &Path) -> Result<Renamed> {
    let mut command = shrink::optimiser();
    command.arg("--minify-imports-and-exports-and-modules").arg("-g").arg(module).arg("-o").arg(module);
    let told = process::printed(&mut command).with_context(|| format!("cannot run {command:?}"))?;
    serde_json::from_str(&told).with_context(|| format!("{command:?} tells no names"))
}

/// The script with what the module asks for filled in, by the new names: functions of the glue, or of a script of the crate's own.
fn asking(script: &str, renamed: &Renamed) -> String {
    let (mut asked, mut scripts) = (Vec::new(), Vec::new());
    for (from, old, new) in &renamed.imports {
        let place = scripts.iter().position(|known| known == from).unwrap_or(scripts.len());
        if place == scripts.len() {
            scripts.push(from.clone());
        }
        asked.push(format!("\"{new}\": from{place}.{old}"));
    }
    let imports = scripts.iter().enumerate().map(|(place, from)| format!("import * as from{place} from \"{from}\";\n"));
    imports.collect::<String>() + &script.replace("\"{{asked}}\"", &format!("{{ {} }}", asked.join(", ")))
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
    use super::{Renamed, asking, follow};

    #[test]
    fn the_glue_follows() {
        let renamed = Renamed {
            imports: vec![
                ("./a_bg.js".into(), "__wbg_get_12".into(), "$".into()),
                ("./own.js".into(), "remove".into(), "b".into()),
            ],
            exports: vec![("precheck_new".into(), "a".into()), ("precheck_newer".into(), "b".into())],
        };
        let asking = asking("const asked = { a: \"{{asked}}\" };", &renamed);
        assert_eq!(
            asking,
            "import * as from0 from \"./a_bg.js\";\nimport * as from1 from \"./own.js\";\n\
             const asked = { a: { \"$\": from0.__wbg_get_12, \"b\": from1.remove } };"
        );
        assert_eq!(follow("wasm.precheck_new(1); wasm.precheck_newer(2);", &renamed), "wasm.a(1); wasm.b(2);");
    }
}
