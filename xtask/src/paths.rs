//! Where things lie: the repository, what is built from it, and the cache of tools.
//!
//! It only names places; it must not create or read them.

use std::env;
use std::path::{Path, PathBuf};

/// The repository.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// Everything that cargo builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The built site.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// The same with languages that nobody speaks, for tests.
pub(crate) fn pseudo_site() -> PathBuf {
    target().join("pseudo")
}

/// The built scripts for portals that are built by tools of their own.
pub(crate) fn bundled() -> PathBuf {
    target().join("bundled")
}

/// The files that the site takes over as they are.
pub(crate) fn www() -> PathBuf {
    root().join("www")
}

/// The tests that run in Node and a browser; npm's packages stay beside their lock.
pub(crate) fn web_tests() -> PathBuf {
    root().join("tests/web")
}

/// The user's cache, where a tool outlives a fresh clone.
pub(crate) fn tool(name: &str, version: &str) -> PathBuf {
    let caches = env::var_os("XDG_CACHE_HOME").map_or_else(home_cache, PathBuf::from);
    caches.join("tirkeu").join(format!("{name}-{version}"))
}

fn home_cache() -> PathBuf {
    PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cache")
}
