//! What is written, and how the program ends where that fails: as the tools do that stand beside it in a pipe.

use std::fmt::{self, Display};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Error, Result};
use serde::Serialize;
use tirkeu::page::node::{Element, Node, element};

/// What a shell reports of a program that was ended since nobody reads it any more: 128 and the number of the signal.
const NOBODY_READS: u8 = 128 + 13;

/// What was to be written is not there.
#[derive(Debug)]
pub(crate) struct Unwritten(pub(crate) io::Error);

impl Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the output cannot be written: {}", self.0)
    }
}

impl std::error::Error for Unwritten {}

/// Ends the program that could not do what it should, and says why; in silence where nobody reads it any more.
pub(crate) fn failed(error: &Error) -> ExitCode {
    match error.downcast_ref() {
        Some(Unwritten(why)) if why.kind() == ErrorKind::BrokenPipe => ExitCode::from(NOBODY_READS),
        unwritten => {
            // Where standard error cannot be written either, the exit status is all that is left to say it.
            let _ = writeln!(io::stderr(), "tirkeu: {error:#}");
            ExitCode::from(if unwritten.is_some() { 3 } else { 2 })
        }
    }
}

/// Says something beside what is printed, on standard error.
pub(crate) fn note(text: &str) {
    // What cannot be said there changes nothing of what is printed.
    let _ = writeln!(io::stderr(), "tirkeu: {text}");
}

/// Prints the help or the version that was asked for, or how arguments would be right.
pub(crate) fn advise(help: &clap::Error) -> ExitCode {
    match help.print() {
        Err(error) if !help.use_stderr() => failed(&Unwritten(error).into()),
        _ => ExitCode::from(u8::try_from(help.exit_code()).unwrap_or(2)),
    }
}

/// Standard output, for reports that are written one after another.
pub(crate) fn lines() -> impl Write {
    io::stdout().lock()
}

/// Prints a text. Written to the end before the program claims to have done it.
pub(crate) fn text(text: &str) -> Result<ExitCode> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Unwritten)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints a piece of a page as plain text.
pub(crate) fn words(elements: &[Element]) -> Result<ExitCode> {
    let page = element("div").children(elements.iter().cloned());
    text(&Node::Element(page).plain())
}

/// Prints a value as JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<ExitCode> {
    text(&(serde_json::to_string_pretty(value)? + "\n"))
}

/// Makes a folder, and those that it stands in.
pub(crate) fn folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).map_err(Unwritten).with_context(|| path.display().to_string())
}

/// Writes a file.
pub(crate) fn file(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).map_err(Unwritten).with_context(|| path.display().to_string())
}

/// Writes bytes into a file, or to standard output.
pub(crate) fn bytes(path: Option<&Path>, bytes: &[u8]) -> Result<ExitCode> {
    match path {
        Some(path) => std::fs::write(path, bytes).map_err(Unwritten).with_context(|| path.display().to_string())?,
        None => io::stdout().lock().write_all(bytes).map_err(Unwritten)?,
    }
    Ok(ExitCode::SUCCESS)
}
