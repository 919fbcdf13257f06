//! What is written, and how the program ends where that fails: as the tools do that stand beside it in a pipe.

use std::fmt::{self, Display};
use std::fs::{self, File};
use std::io::{self, ErrorKind, IsTerminal, Write};
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
    if help.use_stderr() {
        // Where that cannot be written either, the exit status is all that is left to say it.
        let _ = help.print();
        return ExitCode::from(u8::try_from(help.exit_code()).unwrap_or(2));
    }
    let said = help.render();
    let said = if io::stdout().is_terminal() { said.ansi().to_string() } else { said.to_string() };
    text(&said).unwrap_or_else(|error| failed(&error))
}

/// Standard output, for reports that are written one after another. Not by the library's own way, which takes a descriptor that cannot
/// be written for one that nobody wants: there the program would claim to have written what is nowhere.
#[cfg(unix)]
pub(crate) fn lines() -> Result<impl Write> {
    use std::os::fd::AsFd;
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned().map_err(Unwritten)?))
}

/// Standard output, for reports that are written one after another.
#[cfg(not(unix))]
pub(crate) fn lines() -> Result<impl Write> {
    Ok(io::stdout().lock())
}

/// Prints a text. Written to the end before the program claims to have done it.
pub(crate) fn text(text: &str) -> Result<ExitCode> {
    print(text.as_bytes())
}

fn print(bytes: &[u8]) -> Result<ExitCode> {
    let mut out = lines()?;
    out.write_all(bytes).and_then(|()| out.flush()).map_err(Unwritten)?;
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
    fs::create_dir_all(path).map_err(Unwritten).with_context(|| path.display().to_string())
}

/// Writes a file.
pub(crate) fn file(path: &Path, text: &str) -> Result<()> {
    write(path, text.as_bytes()).map_err(Unwritten).with_context(|| path.display().to_string())
}

/// Writes bytes into a file, or to standard output.
pub(crate) fn bytes(path: Option<&Path>, bytes: &[u8]) -> Result<ExitCode> {
    let Some(path) = path else { return print(bytes) };
    write(path, bytes).map_err(Unwritten).with_context(|| path.display().to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file whole, or leaves what stood there: beside it first, and then in its place. What is no file, such as a pipe, is written as
/// it is, and so is a file in a folder that takes no other.
fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let before = fs::metadata(path).ok();
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        return fs::write(path, bytes);
    }
    // Where a link leads, the link stays.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = place.with_file_name(format!(".{name}.{}", std::process::id()));
    let Ok(mut made) = File::create_new(&beside) else { return fs::write(path, bytes) };
    let written = made.write_all(bytes).and_then(|()| match before {
        Some(before) => made.set_permissions(before.permissions()),
        None => Ok(()),
    });
    drop(made);
    written.and_then(|()| fs::rename(&beside, &place)).inspect_err(|_| _ = fs::remove_file(&beside))
}
