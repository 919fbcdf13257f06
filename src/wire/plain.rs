//! JSON text as programs write it, read piece by piece without anything being built.
//!
//! Knows JSON and no application. Reads only what an application can be made of: texts, objects and lists. Whatever else stands there, be it
//! right or wrong, is for a reader that reads all of JSON and says what is wrong: an escape too, since no word of an application has one.

use super::decode;
use super::piece::Piece;
use crate::facts::application::{Application, MOST_PEOPLE};

/// Reads an application from plain text; none if the text is not plain, or no application.
pub(super) fn application(text: &str) -> Option<Application> {
    let mut plain = Plain { text, at: 0, open: 1, items: 0, expected: Expected::Value };
    let application = decode::application(&mut plain).ok()?;
    plain.ends().then_some(application)
}

/// Plain text, read up to a place.
struct Plain<'a> {
    text: &'a str,
    at: usize,
    /// A bit for each list (0) and object (1) that has begun and not ended, the innermost last, behind a first 1.
    open: u32,
    /// The items so far of the list that began last.
    items: usize,
    expected: Expected,
}

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Value,
    FirstItem,
    FirstKey,
    /// A comma, or the end of what is open.
    Rest,
    /// The text is not plain, and nothing of it is read any more.
    Nothing,
}

impl<'a> Iterator for Plain<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let piece = match (self.expected, self.sign()?) {
            (Expected::FirstItem, b']') | (Expected::FirstKey, b'}') => Some(self.end()),
            (Expected::Rest, end) if end == self.closing() => Some(self.end()),
            (Expected::Rest, b',') => self.goes_on(),
            (Expected::FirstKey, b'"') => self.key(),
            (Expected::Value | Expected::FirstItem, sign) => self.value(sign),
            _ => None,
        };
        if piece.is_none() {
            self.expected = Expected::Nothing;
        }
        piece
    }
}

impl<'a> Plain<'a> {
    /// The next byte that is no space; it counts as read.
    fn sign(&mut self) -> Option<u8> {
        loop {
            let byte = self.text.as_bytes().get(self.at).copied();
            self.at += 1;
            match byte {
                Some(b' ' | b'\t' | b'\r' | b'\n') => {}
                Some(sign) => return Some(sign),
                None => {
                    self.expected = Expected::Nothing;
                    return None;
                }
            }
        }
    }

    fn value(&mut self, sign: u8) -> Option<Piece<'a>> {
        match sign {
            b'"' => {
                self.expected = Expected::Rest;
                self.text().map(Piece::Text)
            }
            b'{' => self.begin(1, Expected::FirstKey, Piece::Object),
            b'[' => self.begin(0, Expected::FirstItem, Piece::List),
            _ => None,
        }
    }

    fn begin(&mut self, kind: u32, expected: Expected, piece: Piece<'a>) -> Option<Piece<'a>> {
        if piece == Piece::List {
            self.items = 1;
        }
        self.open = self.open << 1 | kind;
        self.expected = expected;
        (self.open < DEEPEST).then_some(piece)
    }

    fn end(&mut self) -> Piece<'a> {
        self.open >>= 1;
        self.expected = Expected::Rest;
        Piece::End
    }

    fn closing(&self) -> u8 {
        if self.open & 1 == 1 { b'}' } else { b']' }
    }

    /// What stands behind a comma. An application has one list, so that one count is enough.
    fn goes_on(&mut self) -> Option<Piece<'a>> {
        let sign = self.sign()?;
        if self.open & 1 == 1 {
            return if sign == b'"' { self.key() } else { None };
        }
        self.items += 1;
        if self.items > MOST_PEOPLE { None } else { self.value(sign) }
    }

    fn key(&mut self) -> Option<Piece<'a>> {
        let key = self.text()?;
        self.expected = Expected::Value;
        (self.sign()? == b':').then_some(Piece::Text(key))
    }

    /// The text up to the next quote.
    fn text(&mut self) -> Option<&'a str> {
        let begin = self.at;
        let length = self.text.as_bytes().get(begin..)?.iter().position(|byte| *byte == b'"')?;
        self.at += length + 1;
        self.text.get(begin..begin + length)
    }

    /// Whether nothing but spaces stands behind the value.
    fn ends(&self) -> bool {
        self.open == 1
            && self.text.get(self.at..).is_some_and(|rest| rest.bytes().all(|byte| b" \t\r\n".contains(&byte)))
    }
}

/// A sixth list or object within one another, where an application has five.
const DEEPEST: u32 = 1 << 6;
