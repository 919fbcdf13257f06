//! `check` alone, as one script that carries its module along: what answers soonest where a portal calls nothing else. One for browsers, and
//! one for servers.
//!
//! It must not know what stands in either. The glue is made beside the scripts, where that of the whole is called alike.

use super::{bind, clear, compile, shrink};
use crate::paths;
use anyhow::Result;
use std::fs;
use std::path::Path;

/// The script that carries the module along, and its types.
const SCRIPT: &str = "check-inline";

/// The same where it is ready as soon as it is imported.
const READY: &str = "node-inline.js";

/// Puts the module and its glue into both scripts; what they take and give stands beside them.
pub(crate) fn add(folder: &Path) -> Result<()> {
    let made = paths::target().join(SCRIPT);
    clear(&made)?;
    bind::for_portals(&compile::module("check", "alone")?, "check", &made)?;
    shrink::module(&made.join("check_bg.wasm"), shrink::FAST)?;
    let (script, types) = (format!("{SCRIPT}.js"), format!("{SCRIPT}.d.ts"));
    for part in [script.as_str(), "bytes.js", "once.js"] {
        fs::copy(folder.join(part), made.join(part))?;
    }
    bind::join_whole(&made.join(&script), &folder.join(script))?;
    bind::join_whole(&folder.join(READY), &folder.join(READY))?;
    fs::copy(made.join("check.d.ts"), folder.join(types))?;
    Ok(())
}
