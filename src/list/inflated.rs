//! What a spreadsheet's ZIP holds, looked at before any reader sees it: how far it inflates, what it counts, where its cells are.
//!
//! Knows bytes, not cells. A reader that believes a file makes room for as much as the file claims; here nothing is believed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::list::reading::Limits;
use crate::list::unreadable::Unreadable;

/// The most strings that a workbook may claim to share.
const MOST_STRINGS: u64 = 3_000_000;

/// Refuses what inflates beyond the limit, claims more strings than any list has, holds a document type, or names a cell beyond
/// XFD1048576.
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn look(bytes: &[u8], limits: &Limits) -> Result<(), Unreadable> {
    let broken = |_| Unreadable::new("roll.file.broken");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut left = limits.inflated;
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|_| Unreadable::new("roll.file.broken"))?;
        let name = file.name().map(std::borrow::Cow::into_owned).unwrap_or_default().to_lowercase();
        let is_markup = [".xml", ".rels"].iter().any(|end| name.ends_with(end));
        left -= look_into(&mut file, is_markup, left, limits)?;
    }
    Ok(())
}

/// Inflates one file of the ZIP in pieces, and says how long it was.
fn look_into(file: &mut impl Read, is_markup: bool, left: u64, limits: &Limits) -> Result<u64, Unreadable> {
    let (mut piece, mut kept, mut length) = (vec![0; 1 << 16], 0, 0);
    loop {
        let room = piece.get_mut(kept..).unwrap_or_default();
        let read = file.read(room).map_err(|_| Unreadable::new("roll.file.broken"))?;
        length += read as u64;
        if length > left {
            return Err(Unreadable::new("roll.file.inflates").with("number", limits.inflated / 1_000_000));
        }
        let whole = piece.get(..kept + read).unwrap_or_default();
        let rest = if is_markup { scan(whole, read == 0)? } else { 0 };
        if read == 0 {
            return Ok(length);
        }
        let from = whole.len() - rest;
        piece.copy_within(from..from + rest, 0);
        kept = rest;
    }
}

/// The longest piece of markup that is looked for: what begins later than that before the end waits for the next piece.
const LONGEST: usize = 64;

/// Looks through a piece of markup; says how many bytes of its end are to be looked at again with what follows.
fn scan(piece: &[u8], is_last: bool) -> Result<usize, Unreadable> {
    let until = if is_last { piece.len() } else { piece.len().saturating_sub(LONGEST) };
    for (place, byte) in piece.iter().enumerate().take(until) {
        let rest = piece.get(place..).unwrap_or_default();
        match byte {
            b'<' if rest.starts_with(b"<!D") || rest.starts_with(b"<!E") => {
                return Err(Unreadable::new("roll.file.entities"));
            }
            b'=' => claim(piece.get(..place).unwrap_or_default(), rest)?,
            _ => {}
        }
    }
    Ok(piece.len() - until)
}

/// An attribute: what stands before its `=`, and from there on.
fn claim(before: &[u8], rest: &[u8]) -> Result<(), Unreadable> {
    let before = before.trim_ascii_end();
    let names = |name: &[u8]| {
        let start = before.strip_suffix(name);
        start.is_some_and(|start| start.last().is_some_and(u8::is_ascii_whitespace))
    };
    let value = || {
        let value = rest.get(1..).unwrap_or_default().trim_ascii_start();
        let value = value.get(1..).unwrap_or_default();
        value.split(|byte| matches!(byte, b'"' | b'\'')).next().unwrap_or_default()
    };
    if (names(b"uniqueCount") || names(b"count")) && number(value()).is_none_or(|count| count > MOST_STRINGS) {
        return Err(Unreadable::new("roll.file.claims").with("value", shown(value())));
    }
    if names(b"r") || names(b"ref") {
        let is_far = |cell: &[u8]| !is_address(cell);
        if value().split(|byte| *byte == b':').any(is_far) {
            return Err(Unreadable::new("roll.file.address").with("value", shown(value())));
        }
    }
    Ok(())
}

fn number(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.trim().parse().ok()
}

/// Whether this is a row, a column or a cell of a sheet: at most XFD1048576.
fn is_address(cell: &[u8]) -> bool {
    let cell: Vec<u8> = cell.iter().copied().filter(|byte| *byte != b'$').collect();
    let letters = cell.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, digits) = cell.split_at(letters);
    let column = letters
        .iter()
        .fold(0_u64, |column, letter| column.saturating_mul(26) + u64::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = if digits.is_empty() { Some(0) } else { number(digits) };
    column <= 16_384 && row.is_some_and(|row| row <= 1_048_576)
}

/// At most so much of what a file claims is shown.
fn shown(value: &[u8]) -> String {
    String::from_utf8_lossy(value).chars().take(40).collect()
}
