//! The browser engines that the end-to-end tests can drive.
//!
//! How one is driven is known in `tests/web/browser.mjs`; here only what it needs installed.

use crate::tools::{self, Tool};
use clap::ValueEnum;

/// A browser engine, by the name that `tests/web/browser.mjs` knows it by.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

impl Engine {
    /// The name in the environment of the tests.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// What has to be installed to drive it.
    pub(crate) fn tools(self) -> &'static [Tool] {
        match self {
            Self::Chromium => tools::CHROMIUM_DRIVING,
            Self::Firefox => tools::FIREFOX_DRIVING,
            Self::Webkit => tools::WEBKIT_DRIVING,
        }
    }
}
