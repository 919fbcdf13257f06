//! The list of what is inside, as a portal's officer reads it into their own tools: `CycloneDX`.

use super::crates::Crate;
use super::scripts::Package;
use crate::process;
use anyhow::{Context, Result};
use serde_json::{Value, json};

const LOCK: &str = include_str!("../../../Cargo.lock");

/// The list as JSON; without a time or a number of its own, so that the same commit gives the same bytes.
pub(super) fn json(inside: &[Crate], packages: &[Package]) -> Result<String> {
    let version = env!("CARGO_PKG_VERSION");
    let mut components: Vec<Value> = inside.iter().map(component).collect();
    components.extend(packages.iter().map(Package::component));
    components.push(standard_library()?);
    let sbom = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "library", "bom-ref": "tirkeu", "name": "tirkeu", "version": version,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&sbom)? + "\n")
}

fn component(found: &Crate) -> Value {
    let Crate { name, version, license, repository, .. } = found;
    let purl = format!("pkg:cargo/{name}@{version}");
    let mut component = json!({ "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl });
    if let Some(license) = license {
        component["licenses"] = json!([{ "expression": license.replace('/', " OR ") }]);
    }
    if let Some(checksum) = checksum(LOCK, name, version) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if let Some(repository) = repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

/// What every Rust program holds, by the compiler's version.
fn standard_library() -> Result<Value> {
    let told = process::printed(process::command("rustc").arg("--version")).context("rustc tells its version")?;
    let version = told.split(' ').nth(1).unwrap_or_default();
    Ok(json!({
        "type": "library", "bom-ref": "rust-std", "name": "std", "version": version,
        "description": "Rust's standard library", "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    }))
}

/// The digest by which Cargo.lock knows a crate.
fn checksum<'a>(lock: &'a str, name: &str, version: &str) -> Option<&'a str> {
    let wanted = format!("name = \"{name}\"\nversion = \"{version}\"\n");
    let block = lock.split("[[package]]\n").find(|block| block.starts_with(&wanted))?;
    block.split_once("checksum = \"")?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::{LOCK, checksum};

    #[test]
    fn a_crate_has_the_digest_of_the_lock() {
        let found = checksum(LOCK, "wasm-bindgen", "0.2.130");
        assert_eq!(found.map(str::len), Some(64));
        assert_eq!(checksum(LOCK, "wasm-bindgen", "0"), None);
    }
}
