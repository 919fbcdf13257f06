//! JSON text piece by piece for the decoder; native only.
//!
//! Knows JSON and no application. Keys given twice are kept, and what lies deeper than an application ever does is skipped
//! without being built, so that depth costs nothing. Text as programs write it is read by `plain.rs`, four times as fast; here all the rest,
//! and whatever is refused, with the words of a library that knows every fault of JSON.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::decode;
use super::encoding::{place, refuse_wide, text};
use super::many::no_json;
use super::piece::Piece;
use super::place::{Place, Refusal, is_unseen};
use super::plain;
use crate::decide::appeal::Appeal;
use crate::facts::application::{Application, MOST_PEOPLE};

/// Reads an application from JSON text.
///
/// ```
/// let application = tirkeu::wire::read(r#"{"visit_date": "2026-12-01"}"#).unwrap();
/// assert_eq!(application.visit_date, tirkeu::date(2026, 12, 1));
/// ```
///
/// # Errors
/// Text that is not JSON, or JSON that is not an application.
pub fn read(text: &str) -> Result<Application, Refusal> {
    read_text(text, 1)
}

/// Reads an application from the bytes of a file: in UTF-8, with or without a byte order mark.
///
/// ```
/// let file = b"\xef\xbb\xbf{\"visit_date\": \"2026-12-01\"}\r\n";
/// assert_eq!(tirkeu::wire::read_bytes(file).unwrap().visit_date, tirkeu::date(2026, 12, 1));
/// ```
///
/// # Errors
/// Bytes that are not UTF-8, not JSON or not an application.
pub fn read_bytes(bytes: &[u8]) -> Result<Application, Refusal> {
    refuse_wide(bytes)?;
    if bytes.len() > MOST_BYTES {
        return Err(too_long("a file"));
    }
    read_line(bytes, 1)
}

/// The most bytes that an application is read from; one of 1,000 people with every answer and document takes an eighth.
pub const MOST_BYTES: usize = 4 << 20;

pub(super) fn too_long(what: &str) -> Refusal {
    Place::Whole
        .refuse(&[what, " of more than ", MOST_BYTES_SHOWN].concat(), &["one of at most ", MOST_BYTES_SHOWN].concat())
}

const MOST_BYTES_SHOWN: &str = "4 MiB";

/// Reads an application from bytes that begin on this line of the input.
pub(super) fn read_line(bytes: &[u8], line: usize) -> Result<Application, Refusal> {
    read_text(text(bytes, line)?, line)
}

fn read_text(text: &str, line: usize) -> Result<Application, Refusal> {
    if let Some(application) = plain::application(text) {
        return Ok(application);
    }
    let written = parse(text, line)?;
    decode::application(&mut written.iter().map(Written::piece))
}

/// Reads the day of a refusal from bare text, and tells what can be done after it.
///
/// # Errors
/// Text that is not a day as `YYYY-MM-DD`.
pub fn read_appeal(refused_on: &str) -> Result<Appeal, Refusal> {
    decode::appeal(&mut std::iter::once(Piece::Text(refused_on)))
}

/// Reads JSON that begins on this line of the input.
fn parse(text: &str, line: usize) -> Result<Vec<Written<'_>>, Refusal> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let mut written = Vec::new();
    let read = Layers { left: 6, written: &mut written }.deserialize(&mut deserializer);
    read.and_then(|()| deserializer.end()).map_err(|error| no_json(text, &told(text, &error, line)))?;
    Ok(written)
}

/// What is wrong, and where in the input: the reader of JSON counts from the first line that it is given.
fn told(text: &str, error: &serde_json::Error, line: usize) -> String {
    let told = error.to_string();
    let what = told.rsplit_once(" at line ").map_or(told.as_str(), |(what, _)| what);
    // Before the first byte there is no line yet.
    let line = (line + error.line()).saturating_sub(1);
    let unseen = unseen_at(text, error).map_or_else(String::new, |letter| format!(" ({})", letter.escape_unicode()));
    [what, &place(line, error.column()), &unseen].concat()
}

/// The character at which the reader stopped, where nobody would see it. Columns are bytes.
fn unseen_at(text: &str, error: &serde_json::Error) -> Option<char> {
    let line = text.split('\n').nth(error.line().checked_sub(1)?)?;
    line.get(error.column().checked_sub(1)?..)?.chars().next().filter(|letter| is_unseen(*letter))
}

/// A piece that was read, with the text that it keeps where it could not be borrowed.
enum Written<'a> {
    Text(Cow<'a, str>),
    List,
    LongList(String),
    Object,
    End,
    Other(Cow<'a, str>),
}

impl Written<'_> {
    fn piece(&self) -> Piece<'_> {
        match self {
            Self::Text(text) => Piece::Text(text),
            Self::List => Piece::List,
            Self::LongList(count) => Piece::LongList(count),
            Self::Object => Piece::Object,
            Self::End => Piece::End,
            Self::Other(written) => Piece::Other(written),
        }
    }
}

/// Reads a value of at most so many layers, piece by piece; what lies deeper is skipped.
struct Layers<'w, 'de> {
    left: u8,
    written: &'w mut Vec<Written<'de>>,
}

impl<'de> Layers<'_, 'de> {
    /// One layer deeper.
    fn below(&mut self) -> Layers<'_, 'de> {
        Layers { left: self.left, written: self.written }
    }

    fn number(self, number: f64) {
        self.written.push(Written::Other(ryu_js::Buffer::new().format(number).to_owned().into()));
    }
}

const NULL: Written = Written::Other(Cow::Borrowed("null"));

impl<'de> DeserializeSeed<'de> for Layers<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        if self.left == 0 {
            IgnoredAny::deserialize(deserializer)?;
            self.written.push(NULL);
            return Ok(());
        }
        self.left -= 1;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Layers<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<(), E> {
        self.written.push(Written::Text(Cow::Borrowed(text)));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.written.push(Written::Text(Cow::Owned(text.to_owned())));
        Ok(())
    }

    fn visit_bool<E>(self, truth: bool) -> Result<(), E> {
        self.written.push(Written::Other(truth.to_string().into()));
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "a number is only shown, as JavaScript would show it")]
    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.number(number as f64);
        Ok(())
    }

    #[expect(clippy::cast_precision_loss, reason = "a number is only shown, as JavaScript would show it")]
    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.number(number as f64);
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.number(number);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.written.push(NULL);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let begin = self.written.len();
        self.written.push(Written::List);
        let mut count = 0_usize;
        while list.next_element_seed(self.below())?.is_some() {
            count += 1;
        }
        if count > MOST_PEOPLE {
            self.written.truncate(begin);
            self.written.push(Written::LongList(count.to_string()));
            return Ok(());
        }
        self.written.push(Written::End);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut object: A) -> Result<(), A::Error> {
        self.written.push(Written::Object);
        while object.next_key_seed(Key(self.written))?.is_some() {
            object.next_value_seed(self.below())?;
        }
        self.written.push(Written::End);
        Ok(())
    }
}

/// A key, borrowed from the text where it is written without escapes.
struct Key<'w, 'de>(&'w mut Vec<Written<'de>>);

impl<'de> DeserializeSeed<'de> for Key<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(Layers { left: 0, written: self.0 })
    }
}
