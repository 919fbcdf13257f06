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
/// Says whether cells are merged in it, so that nobody reads a sheet once more to see that none are.
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn look(bytes: &[u8], limits: &Limits) -> Result<bool, Unreadable> {
    let broken = |_| Unreadable::new("roll.file.broken");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let (mut left, mut has_merged) = (limits.inflated, false);
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).map_err(|_| Unreadable::new("roll.file.broken"))?;
        let name = file.name().map(std::borrow::Cow::into_owned).unwrap_or_default().to_lowercase();
        let is_markup = [".xml", ".rels"].iter().any(|end| name.ends_with(end));
        let (length, markup) = look_into(&mut file, is_markup, left, limits)?;
        left -= length;
        has_merged |= markup.has_merged;
    }
    Ok(has_merged)
}

/// Inflates one file of the ZIP in pieces, and says how long it was, and what stood in it.
fn look_into(file: &mut impl Read, is_markup: bool, left: u64, limits: &Limits) -> Result<(u64, Markup), Unreadable> {
    let (mut piece, mut length, mut markup) = (vec![0; 1 << 16], 0, Markup::default());
    loop {
        let read = file.read(&mut piece).map_err(|_| Unreadable::new("roll.file.broken"))?;
        length += read as u64;
        if length > left {
            return Err(Unreadable::new("roll.file.inflates").with("number", limits.inflated / 1_000_000));
        }
        if read == 0 {
            return Ok((length, markup));
        }
        if is_markup {
            piece.iter().take(read).try_for_each(|byte| markup.take(*byte))?;
        }
    }
}

/// Where in markup a byte stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    /// Outside of tags: whatever stands here claims nothing.
    #[default]
    Text,
    /// In a tag, or right behind its `<`.
    Tag,
    /// In the value of an attribute, which this sign ends.
    Value(u8),
    /// In a comment, text that is marked as such, or an instruction, which these signs and a `>` end.
    Aside(&'static [u8]),
}

/// Markup as it comes by, byte by byte.
#[derive(Default)]
struct Markup {
    place: Place,
    /// The name of the tag's element, from its first value on.
    element: Vec<u8>,
    /// The last bytes of this place, or of the attribute's name.
    word: Vec<u8>,
    /// The attribute's value.
    value: Vec<u8>,
    /// Whether cells are merged.
    has_merged: bool,
}

/// No name and no value that is looked at is longer.
const LONGEST: usize = 64;

impl Markup {
    fn take(&mut self, byte: u8) -> Result<(), Unreadable> {
        match self.place {
            Place::Text if byte == b'<' => {
                self.element.clear();
                self.go(Place::Tag);
            }
            Place::Tag => self.take_of_tag(byte)?,
            Place::Value(end) if byte == end => {
                claim(&self.element, &self.word, &self.value)?;
                self.go(Place::Tag);
                // What follows a value is never the sign after `<`.
                self.word.push(b' ');
            }
            Place::Value(_) if self.value.len() < LONGEST => self.value.push(byte),
            Place::Text | Place::Value(_) => {}
            Place::Aside(end) if byte == b'>' && self.word.ends_with(end) => self.go(Place::Text),
            Place::Aside(_) => {
                self.word.push(byte);
                let before = self.word.len().saturating_sub(2);
                self.word.drain(..before);
            }
        }
        Ok(())
    }

    fn go(&mut self, place: Place) {
        self.place = place;
        self.word.clear();
        self.value.clear();
    }

    /// The element's name without a prefix: what stands first in the tag.
    fn name_element(&mut self) {
        if self.element.is_empty() {
            let name = self.word.split(u8::is_ascii_whitespace).next().unwrap_or_default();
            let local = name.rsplit(|byte| *byte == b':').next().unwrap_or_default();
            self.has_merged |= local == b"mergeCell";
            self.element.extend_from_slice(local);
        }
    }

    fn take_of_tag(&mut self, byte: u8) -> Result<(), Unreadable> {
        match (self.word.as_slice(), byte) {
            ([], b'?') => self.go(Place::Aside(b"?")),
            ([b'!'], b'-') => self.go(Place::Aside(b"--")),
            ([b'!'], b'[') => self.go(Place::Aside(b"]]")),
            ([b'!'], _) => return Err(Unreadable::new("roll.file.entities")),
            (_, b'>') => self.go(Place::Text),
            (_, b'"' | b'\'') => {
                self.name_element();
                self.place = Place::Value(byte);
            }
            (_, byte) if self.word.len() < 4 * LONGEST || byte.is_ascii_whitespace() => {
                if self.word.len() >= 4 * LONGEST {
                    self.word.clear();
                }
                self.word.push(byte);
            }
            _ => {}
        }
        Ok(())
    }
}

/// What counts something, or tells a place, in a workbook. Elsewhere the same attributes say other things, and nobody makes room for them.
const PLACED: &[&[u8]] = &[b"c", b"row", b"dimension", b"mergeCell", b"f"];

/// An attribute: its element, what stands in the tag before its value, and the value.
fn claim(element: &[u8], before: &[u8], value: &[u8]) -> Result<(), Unreadable> {
    let before = before.trim_ascii_end();
    let before = before.strip_suffix(b"=").unwrap_or(before).trim_ascii_end();
    let name = before.rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
    match name {
        b"uniqueCount" | b"count" if element == b"sst" && number(value).is_none_or(|count| count > MOST_STRINGS) => {
            Err(Unreadable::new("roll.file.claims").with("value", shown(value)))
        }
        b"r" | b"ref" if PLACED.contains(&element) && !is_range(value) => {
            Err(Unreadable::new("roll.file.address").with("value", shown(value)))
        }
        _ => Ok(()),
    }
}

fn number(digits: &[u8]) -> Option<u64> {
    std::str::from_utf8(digits).ok()?.trim().parse().ok()
}

/// Whether this is one place of a sheet, or a range from one to another that is not before it.
fn is_range(value: &[u8]) -> bool {
    let mut places = value.split(|byte| *byte == b':');
    places
        .try_fold((0, 0), |(row, column), next| place(next).filter(|next| row <= next.0 && column <= next.1))
        .is_some()
}

/// The row and the column, from 1, of a cell of a sheet, which is at most XFD1048576; of a row or a column the other is 0.
fn place(cell: &[u8]) -> Option<(u64, u64)> {
    let cell: Vec<u8> = cell.iter().copied().filter(|byte| *byte != b'$').collect();
    let letters = cell.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, digits) = cell.split_at(letters);
    let column = letters.iter().fold(0_u64, |column, letter| {
        column.saturating_mul(26).saturating_add(u64::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    let row = if digits.is_empty() { 0 } else { number(digits)? };
    (column <= 16_384 && row <= 1_048_576).then_some((row, column))
}

/// At most so much of what a file claims is shown.
fn shown(value: &[u8]) -> String {
    String::from_utf8_lossy(value).chars().take(40).collect()
}
