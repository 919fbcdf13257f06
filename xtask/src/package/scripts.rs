//! The npm packages that are inside the scripts: those on which the scripts depend, not those that only build or test them.

use crate::paths;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// What a package says of itself.
#[derive(Deserialize)]
pub(super) struct Package {
    name: String,
    version: String,
    license: String,
    repository: Value,
    /// The digest by which the lock knows it, in hexadecimal digits of SHA-512.
    #[serde(skip)]
    digest: String,
}

/// Of the list of packages only what is shipped.
#[derive(Deserialize)]
struct Listed {
    dependencies: BTreeMap<String, String>,
}

/// Every package inside, by name.
pub(super) fn inside() -> Result<Vec<Package>> {
    let list = fs::read_to_string(paths::web_tests().join("package.json"))?;
    let listed: Listed = serde_json::from_str(&list).context("tests/web/package.json names what is shipped")?;
    listed.dependencies.keys().map(|name| read(name)).collect()
}

fn read(name: &str) -> Result<Package> {
    let file = folder(name).join("package.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let package: Package =
        serde_json::from_str(&text).with_context(|| format!("{} says not what it is", file.display()))?;
    Ok(Package { digest: digest(name)?, ..package })
}

fn digest(name: &str) -> Result<String> {
    let lock: Value = serde_json::from_str(&fs::read_to_string(paths::web_tests().join("package-lock.json"))?)?;
    let told = lock["packages"][format!("node_modules/{name}")]["integrity"].as_str();
    let encoded = told.and_then(|told| told.strip_prefix("sha512-"));
    Ok(hexadecimal(encoded.with_context(|| format!("the lock tells no digest of {name}"))?))
}

/// The bytes that a text in base 64 stands for, in hexadecimal digits.
fn hexadecimal(base_64: &str) -> String {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let values = base_64.chars().filter_map(|digit| DIGITS.find(digit));
    let bits: Vec<bool> = values.flat_map(|value| (0..6).rev().map(move |bit| value >> bit & 1 == 1)).collect();
    let bytes = bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |sum, bit| sum * 2 + u8::from(*bit)));
    bytes.map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

fn folder(name: &str) -> PathBuf {
    paths::web_tests().join("node_modules").join(name)
}

impl Package {
    /// As the list of what is inside has it.
    pub(super) fn component(&self) -> Value {
        let Self { name, version, license, repository, digest } = self;
        let purl = format!("pkg:npm/{name}@{version}");
        let address = repository.get("url").unwrap_or(repository);
        json!({
            "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
            "licenses": [{ "expression": license }], "hashes": [{ "alg": "SHA-512", "content": digest }], "externalReferences": [{ "type": "vcs", "url": address }],
        })
    }

    /// The text of its licence, with the name of its file.
    pub(super) fn licence(&self) -> Result<(String, String)> {
        let text = fs::read_to_string(folder(&self.name).join("LICENSE"));
        let text = text.with_context(|| format!("{} brings no text of its licence", self.name))?;
        Ok((format!("{}-{}-LICENSE", self.name, self.version), text))
    }
}

#[cfg(test)]
mod tests {
    use super::hexadecimal;

    #[test]
    fn a_digest_is_written_in_hexadecimal_digits() {
        assert_eq!(hexadecimal("TWE="), "4d61");
        assert_eq!(hexadecimal("//8A"), "ffff00");
    }
}
