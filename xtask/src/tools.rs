//! Every tool that building and testing need: its name, its version, and the way it gets here.
//!
//! This table is the only place that names a tool's version, except the `package-lock.json` of `tests/web`
//! and `tests/bench` for npm's packages. It must not know what the tools are used for.

mod cargo;
mod debian;
mod npm;
mod rustup;

use crate::paths;
use anyhow::Result;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::thread;

/// A program, a target or a set of packages.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tool {
    name: &'static str,
    /// The exact version; empty where the source has only one to give.
    version: &'static str,
    /// The way it gets here.
    how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// `rustup target add`.
    Target,
    /// `rustup component add`; there when cargo knows the subcommand.
    Component(&'static str),
    /// `cargo install` into the cache, with the lock file of the crate's author.
    CargoLocked,
    /// `cargo install` into the cache, without that lock file.
    CargoUnlocked,
    /// `apt-get install`; there when the program is on PATH, or this file is there.
    Debian(&'static str),
    /// `npm ci` in the folder of the lock, which is its name, with Node of the version or newer.
    Npm,
}

const fn tool(name: &'static str, version: &'static str, how: How) -> Tool {
    Tool { name, version, how }
}

pub(crate) const WASM_TARGET: Tool = tool("wasm32-unknown-unknown", "", How::Target);
pub(crate) const RUSTFMT: Tool = tool("rustfmt", "", How::Component("fmt"));
pub(crate) const CLIPPY: Tool = tool("clippy", "", How::Component("clippy"));
pub(crate) const WASM_PACK: Tool = tool("wasm-pack", "0.15.1", How::CargoLocked);
/// Reads where every dependency comes from, and under which licence.
pub(crate) const CARGO_DENY: Tool = tool("cargo-deny", "0.20.2", How::CargoLocked);
/// Holds `wasm-bindgen-test-runner`. Its lock file names a version that is not published.
pub(crate) const WASM_BINDGEN: Tool = tool("wasm-bindgen-cli", "0.2.130", How::CargoUnlocked);
/// wasm-opt, the TypeScript compiler and what drives a browser.
pub(crate) const NPM_PACKAGES: Tool = tool("tests/web/package-lock.json", "20", How::Npm);
/// The tools and frameworks that portals are built with.
pub(crate) const STACK_PACKAGES: Tool = tool("tests/stacks/package-lock.json", "20", How::Npm);
/// What Tirkeu is measured beside.
pub(crate) const BENCH_PACKAGES: Tool = tool("tests/bench/package-lock.json", "20", How::Npm);
/// The office that keeps lists, and what tells it what to do; the latter is there when its library is.
pub(crate) const LIBREOFFICE: Tool = tool("libreoffice-calc-nogui", "", How::Debian("soffice"));
pub(crate) const UNO: Tool = tool("python3-uno", "", How::Debian("/usr/lib/python3/dist-packages/uno.py"));
/// GNU time, which tells how much memory a program held.
pub(crate) const TIME: Tool = tool("time", "", How::Debian("time"));

pub(crate) const CHROMIUM: Tool = tool("chromium", "", How::Debian("chromium"));
pub(crate) const CHROMEDRIVER: Tool = tool("chromium-driver", "", How::Debian("chromedriver"));
const FIREFOX: Tool = tool("firefox-esr", "", How::Debian("firefox-esr"));
const GECKODRIVER: Tool = tool("geckodriver", "0.37.1", How::CargoLocked);
const WEBKIT: Tool = tool("webkit2gtk-driver", "", How::Debian("WebKitWebDriver"));
const XVFB: Tool = tool("xvfb", "", How::Debian("Xvfb"));

pub(crate) const CHROMIUM_DRIVING: &[Tool] = &[CHROMIUM, CHROMEDRIVER];
pub(crate) const FIREFOX_DRIVING: &[Tool] = &[FIREFOX, GECKODRIVER];
pub(crate) const WEBKIT_DRIVING: &[Tool] = &[WEBKIT, XVFB];

/// Gets every tool that is not here yet: Debian's packages, which are downloads, while the others are built.
pub(crate) fn ensure(tools: &[Tool]) -> Result<()> {
    let packages = debian_packages(tools);
    thread::scope(|scope| {
        let debian = scope.spawn(|| debian::ensure(&packages));
        let others = tools.iter().try_for_each(Tool::ensure);
        debian.join().unwrap_or_else(|fault| resume_unwind(fault)).and(others)
    })
}

/// The folders of the programs that live in the cache.
pub(crate) fn folders(tools: &[Tool]) -> Vec<PathBuf> {
    let cached = tools.iter().filter(|tool| tool.is_cached());
    cached.map(|tool| paths::tool(tool.name, tool.version).join("bin")).collect()
}

impl Tool {
    /// What its source calls it.
    pub(crate) const fn name(&self) -> &'static str {
        self.name
    }

    fn ensure(&self) -> Result<()> {
        match self.how {
            How::Target => rustup::ensure_target(self.name),
            How::Component(command) => rustup::ensure_component(self.name, command),
            How::CargoLocked => cargo::ensure(self.name, self.version, &["--locked"]),
            How::CargoUnlocked => cargo::ensure(self.name, self.version, &[]),
            How::Npm => npm::ensure(self.name, self.version),
            How::Debian(_) => Ok(()),
        }
    }

    fn is_cached(&self) -> bool {
        matches!(self.how, How::CargoLocked | How::CargoUnlocked)
    }
}

/// Package and program of every Debian tool: they are installed together, in one go.
fn debian_packages(tools: &[Tool]) -> Vec<(&'static str, &'static str)> {
    let package = |tool: &Tool| match tool.how {
        How::Debian(program) => Some((tool.name, program)),
        _ => None,
    };
    tools.iter().filter_map(package).collect()
}

#[cfg(test)]
mod tests {
    use super::WASM_BINDGEN;

    #[track_caller]
    fn assert_locked(package: &str) {
        let wanted = format!("name = \"{package}\"\nversion = \"{}\"", WASM_BINDGEN.version);
        assert!(include_str!("../../Cargo.lock").contains(&wanted), "not in Cargo.lock: {wanted}");
    }

    #[test]
    fn the_crate_and_both_binders_have_one_version() {
        assert_locked("wasm-bindgen");
        assert_locked("wasm-bindgen-cli-support");
    }
}
