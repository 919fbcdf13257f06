//! The text that `src/browser/pack.js` packs a JavaScript value into, read as a value for the decoder.
//!
//! Knows that text and no application. Any text at all is some value: what is cut short is undefined from there on.

use std::borrow::Cow;

use super::decode;
use super::place::Refusal;
use super::value::Value;
use crate::decide::appeal::Appeal;
use crate::facts::application::Application;

/// Reads an application from a packed value.
///
/// ```
/// let application = tirkeu::wire::read_packed("{\u{1}\u{a}visit_datet\u{a}2026-12-01").unwrap();
/// assert_eq!(application.visit_date, tirkeu::date(2026, 12, 1));
/// ```
///
/// # Errors
/// Whatever is not an application, at the first place at which it is not.
pub fn read_packed(text: &str) -> Result<Application, Refusal> {
    decode::application(&Packed(text).value())
}

/// Reads the day of a refusal from a packed value, and tells what can be done after it.
///
/// # Errors
/// Whatever is not a day as `YYYY-MM-DD`.
pub fn read_packed_appeal(refused_on: &str) -> Result<Appeal, Refusal> {
    decode::appeal(&Packed(refused_on).value())
}

/// What is still to be read.
struct Packed<'a>(&'a str);

impl<'a> Packed<'a> {
    fn value(&mut self) -> Value<'a> {
        match self.character() {
            Some('t') => Value::Text(self.text()),
            Some('l') => Value::List((0..self.count()).map(|_| self.value()).collect()),
            Some('m') => Value::LongList(self.text()),
            Some('{') => Value::Object((0..self.count()).map(|_| (self.text(), self.value())).collect()),
            Some('o') => Value::Other(self.text()),
            Some('x') => Value::Unreadable(self.text()),
            _ => Value::Undefined,
        }
    }

    fn character(&mut self) -> Option<char> {
        let mut rest = self.0.chars();
        let first = rest.next()?;
        self.0 = rest.as_str();
        Some(first)
    }

    /// How many follow; each takes a letter at least.
    fn count(&mut self) -> usize {
        self.character().map_or(0, |count| self.0.len().min(count as usize))
    }

    /// As many of JavaScript's characters, which are UTF-16 units, as stand before it.
    fn text(&mut self) -> Cow<'a, str> {
        let units = self.count();
        let is_ascii = self.0.as_bytes().get(..units).is_some_and(<[u8]>::is_ascii);
        let end = if is_ascii { units } else { end_of(units, self.0) };
        let (text, rest) = self.0.split_at_checked(end).unwrap_or((self.0, ""));
        self.0 = rest;
        Cow::Borrowed(text)
    }
}

/// Where so many UTF-16 units end.
fn end_of(mut units: usize, text: &str) -> usize {
    let goes_on = |&(_, letter): &(usize, char)| {
        let is_inside = units > 0;
        units = units.saturating_sub(letter.len_utf16());
        is_inside
    };
    text.char_indices().take_while(goes_on).map(|(at, letter)| at + letter.len_utf8()).last().unwrap_or(0)
}
