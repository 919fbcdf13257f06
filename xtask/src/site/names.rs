//! Short names between a module and its glue: the long ones, each with a hash, are loaded twice and say nothing to a browser.
//!
//! It must not know what the names stand for.

use super::shrink;
use crate::process;
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

/// Renames everything that the module `NAME_bg.wasm` and the glue `NAME.js` know each other by.
pub(crate) fn shorten(name: &str, site: &Path) -> Result<()> {
    let renamed = rename(&site.join(format!("{name}_bg.wasm")))?;
    let glue = site.join(format!("{name}.js"));
    let text = fs::read_to_string(&glue).with_context(|| format!("cannot read {}", glue.display()))?;
    Ok(fs::write(glue, follow(&text, &renamed))?)
}

fn rename(module: &Path) -> Result<Renamed> {
    let mut command = shrink::optimiser();
    command.arg("--minify-imports-and-exports-and-modules").arg(module).arg("-o").arg(module);
    let told = process::printed(&mut command).with_context(|| format!("cannot run {command:?}"))?;
    serde_json::from_str(&told).with_context(|| format!("{command:?} tells no names"))
}

/// The glue with the new names: what it gives stands as `NAME: function` under its own name, which is always `a` now; what it
/// takes stands as `wasm.NAME`.
fn follow(glue: &str, renamed: &Renamed) -> String {
    let own = renamed.imports.first().map(|(glue, ..)| (format!("\"{glue}\":"), "\"a\":".to_owned()));
    let given = renamed.imports.iter().map(|(_, old, new)| (format!("{old}:"), format!("\"{new}\":")));
    let taken = renamed.exports.iter().flat_map(|(old, new)| {
        ["(", ")", ";", ",", ".", " "].map(|end| (format!("wasm.{old}{end}"), format!("wasm.{new}{end}")))
    });
    own.into_iter().chain(given).chain(taken).fold(glue.to_owned(), |glue, (old, new)| glue.replace(&old, &new))
}

#[cfg(test)]
mod tests {
    use super::{Renamed, follow};

    #[test]
    fn the_glue_follows() {
        let renamed = Renamed {
            imports: vec![("./a_bg.js".into(), "__wbg_get_12".into(), "$".into())],
            exports: vec![("precheck_new".into(), "a".into()), ("precheck_newer".into(), "b".into())],
        };
        let glue = "\"./a_bg.js\": own, __wbg_get_12: function(e) {}, wasm.precheck_new(1); wasm.precheck_newer(2);";
        assert_eq!(follow(glue, &renamed), "\"a\": own, \"$\": function(e) {}, wasm.a(1); wasm.b(2);");
    }
}
