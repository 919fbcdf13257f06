//! The steps: what each is called, needs and runs.

use super::{browser, node, office, stacks};
use crate::engine::Engine;
use crate::tools::{self, CARGO_DENY, CLIPPY, RUSTFMT, Tool, WASM_TARGET};
use crate::{package, process, site, size};
use anyhow::Result;
use clap::ValueEnum;

/// One step; the order here is the order they run in.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// The code is formatted
    Fmt,
    /// No lint complains, natively and for the browser
    Clippy,
    /// Every dependency comes from where it may, under a licence that it may have
    Deny,
    /// The tests that need no browser
    Native,
    /// The lists that an office keeps today are read
    Office,
    /// The crate can be packed, and builds from what was packed
    Crate,
    /// The site can be built and packed
    Site,
    /// The same source gives the same bytes
    Again,
    /// What a browser loads first stays within its budget
    Size,
    /// The tests inside the module, in headless Chromium
    Wasm,
    /// The types, and the served site end to end in every engine
    Web,
    /// The npm package in the stacks that portals are built with
    Stacks,
}

impl Step {
    /// What it is called on the screen.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Deny => "deny",
            Self::Native => "native",
            Self::Office => "office",
            Self::Crate => "crate",
            Self::Site => "site",
            Self::Again => "again",
            Self::Size => "size",
            Self::Wasm => "wasm",
            Self::Web => "web",
            Self::Stacks => "stacks",
        }
    }

    /// What has to be installed for it.
    pub(crate) fn tools(self) -> &'static [Tool] {
        match self {
            Self::Fmt => &[RUSTFMT],
            Self::Clippy => &[CLIPPY, WASM_TARGET],
            Self::Deny => &[CARGO_DENY],
            Self::Native | Self::Crate | Self::Size => &[],
            Self::Office => office::TOOLS,
            Self::Site | Self::Again => site::TOOLS,
            Self::Wasm => browser::TOOLS,
            Self::Web => node::TOOLS,
            Self::Stacks => stacks::TOOLS,
        }
    }

    /// Whether one of the others cannot run before it has.
    pub(crate) fn is_needed_by(self, others: &[Self]) -> bool {
        self == Self::Site
            && others.iter().any(|other| matches!(other, Self::Again | Self::Size | Self::Web | Self::Stacks))
    }

    /// Whether the step that follows runs beside it: building the same again elsewhere, and reading what was built, leave a core idle and
    /// change nothing that the other needs.
    pub(crate) fn leaves_room_for(self, next: Self) -> bool {
        matches!((self, next), (Self::Again, Self::Size) | (Self::Size, Self::Wasm))
    }

    /// Runs it to its end.
    pub(crate) fn run(self, engines: &[Engine]) -> Result<()> {
        match self {
            Self::Fmt => cargo(&["fmt", "--all", "--check"]),
            Self::Clippy => clippy(),
            Self::Deny => deny(),
            Self::Native => cargo(&["test", "--workspace"]),
            Self::Office => office::make().and_then(|made| office::test(&made)),
            Self::Crate => cargo(&["package", "--quiet", "--package", "tirkeu", "--allow-dirty"]),
            Self::Site => site::build().and_then(|()| package::pack(&package::dist())),
            Self::Again => package::again(&package::dist()),
            Self::Size => size::check(),
            Self::Wasm => browser::build().and_then(|()| browser::test()),
            Self::Web => node::build().and_then(|()| engines.iter().try_for_each(|engine| node::test(*engine))),
            Self::Stacks => stacks::test(),
        }
    }
}

fn clippy() -> Result<()> {
    const STRICT: [&str; 3] = ["--", "-D", "warnings"];
    let native = ["clippy", "--workspace", "--all-targets"];
    let bare = ["clippy", "--package", "tirkeu", "--lib", "--no-default-features"];
    let wasm = ["clippy", "--package", "tirkeu", "--lib", "--target", tools::WASM_TARGET.name()];
    cargo(&[&native[..], &STRICT].concat())?;
    cargo(&[&bare[..], &STRICT].concat())?;
    process::run(process::cargo(&wasm).args(browser::test_options()?).args(STRICT))
}

fn deny() -> Result<()> {
    let mut deny = process::command("cargo-deny");
    deny.env("PATH", process::path_with(&tools::folders(&[CARGO_DENY]))?);
    process::run(deny.args(["check", "licenses", "bans", "sources"]))
}

fn cargo(words: &[&str]) -> Result<()> {
    process::run(&mut process::cargo(words))
}
