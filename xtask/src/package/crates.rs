//! The crates that are inside the modules: neither what only builds or tests them, nor what only expands macros.

use crate::process;
use crate::tools::WASM_TARGET;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// A crate as cargo knows it.
#[derive(Clone, Deserialize)]
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) license: Option<String>,
    pub(super) repository: Option<String>,
    pub(super) manifest_path: PathBuf,
    id: String,
    targets: Vec<Target>,
}

#[derive(Clone, Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Crate>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

/// Nothing is said of a dependency that is neither for building nor for testing.
#[derive(Deserialize)]
struct Kind {
    kind: Option<String>,
}

impl Crate {
    fn is_for_macros(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }
}

/// Every crate inside but Tirkeu itself, by name.
pub(super) fn inside() -> Result<Vec<Crate>> {
    let words =
        ["metadata", "--format-version", "1", "--locked", "--all-features", "--filter-platform", WASM_TARGET.name()];
    let told = process::printed(&mut process::cargo(&words)).context("cargo metadata")?;
    let metadata: Metadata = serde_json::from_str(&told)?;
    let crates: BTreeMap<&str, &Crate> = metadata.packages.iter().map(|found| (found.id.as_str(), found)).collect();
    let own = metadata.packages.iter().find(|found| found.name == "tirkeu").context("tirkeu is a package")?;
    let mut seen = BTreeSet::new();
    reach(&own.id, &metadata.resolve.nodes, &crates, &mut seen);
    seen.remove(own.id.as_str());
    let mut inside: Vec<Crate> =
        seen.into_iter().filter_map(|id| crates.get(id).map(|found| (*found).clone())).collect();
    inside.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(inside)
}

fn reach<'a>(id: &'a str, nodes: &'a [Node], crates: &BTreeMap<&str, &Crate>, seen: &mut BTreeSet<&'a str>) {
    if crates.get(id).is_none_or(|found| found.is_for_macros()) || !seen.insert(id) {
        return;
    }
    let deps = nodes.iter().filter(|node| node.id == id).flat_map(|node| &node.deps);
    for dependency in deps.filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none())) {
        reach(&dependency.pkg, nodes, crates, seen);
    }
}
