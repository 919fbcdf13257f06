//! The bytes that `src/browser/pack.js` packs a JavaScript value into, read piece by piece for the decoder.
//!
//! Knows those bytes and no application. Any bytes at all are some value: what is cut short ends there.

use super::decode;
use super::piece::Piece;
use super::place::Refusal;
use super::word::word;
use crate::decide::appeal::Appeal;
use crate::facts::application::Application;

/// Reads an application from a packed value.
///
/// ```
/// let application = tirkeu::wire::read_packed(b"{t\x0a\0visit_datet\x0a\x002026-12-01.").unwrap();
/// assert_eq!(application.visit_date, tirkeu::date(2026, 12, 1));
/// ```
///
/// # Errors
/// Whatever is not an application, at the first place at which it is not.
pub fn read_packed(bytes: &[u8]) -> Result<Application, Refusal> {
    decode::application(&mut Packed(bytes))
}

/// Reads the day of a refusal from a packed value, and tells what can be done after it.
///
/// # Errors
/// Whatever is not a day as `YYYY-MM-DD`.
pub fn read_packed_appeal(refused_on: &[u8]) -> Result<Appeal, Refusal> {
    decode::appeal(&mut Packed(refused_on))
}

/// The first byte that is a word's number.
pub(super) const FIRST_WORD: u8 = 128;

/// What is still to be read.
struct Packed<'a>(&'a [u8]);

impl<'a> Iterator for Packed<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let (sign, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(match sign {
            FIRST_WORD.. => Piece::Text(word(sign - FIRST_WORD)),
            b'{' => Piece::Object,
            b'.' => Piece::End,
            b't' => Piece::Text(self.text()),
            b'l' => Piece::List,
            b'm' => Piece::LongList(self.text()),
            b'o' => Piece::Other(self.text()),
            b'x' => Piece::Unreadable(self.text()),
            _ => Piece::Undefined,
        })
    }
}

impl<'a> Packed<'a> {
    /// The bytes of a text, behind their count as two bytes, the lower one first.
    fn text(&mut self) -> &'a str {
        let Some(([low, high], rest)) = self.0.split_first_chunk() else { return "" };
        let count = usize::from(u16::from_le_bytes([*low, *high]));
        let (text, rest) = rest.split_at_checked(count).unwrap_or((rest, b""));
        self.0 = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }
}
