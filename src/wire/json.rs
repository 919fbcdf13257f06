//! JSON text as values for the decoder; native only.
//!
//! Knows JSON and no application. Keys given twice are kept, and what lies deeper than an application ever does is skipped
//! without being built, so that depth costs nothing.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::decode;
use super::encoding::{place, refuse_wide, text};
use super::place::{Place, Refusal, shortened};
use super::value::Value;
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
    decode::application(&parse(text, 1)?)
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
    decode::application(&parse(text(bytes, line)?, line)?)
}

/// Reads the day of a refusal from bare text, and tells what can be done after it.
///
/// # Errors
/// Text that is not a day as `YYYY-MM-DD`.
pub fn read_appeal(refused_on: &str) -> Result<Appeal, Refusal> {
    decode::appeal(&Value::Text(refused_on.into()))
}

/// Reads JSON that begins on this line of the input.
fn parse(text: &str, line: usize) -> Result<Value<'_>, Refusal> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let json = Layers(6).deserialize(&mut deserializer);
    json.and_then(|json| deserializer.end().map(|()| json)).map_err(|error| {
        let written = ["\"", &shortened(text.trim()), "\" (", &told(&error, line), ")"].concat();
        Place::Whole.refuse(&written, "an application as JSON")
    })
}

/// What is wrong, and where in the input: the reader of JSON counts from the first line that it is given.
fn told(error: &serde_json::Error, line: usize) -> String {
    let told = error.to_string();
    let what = told.rsplit_once(" at line ").map_or(told.as_str(), |(what, _)| what);
    // Before the first byte there is no line yet.
    let line = (line + error.line()).saturating_sub(1);
    [what, &place(line, error.column())].concat()
}

fn null<'a>() -> Value<'a> {
    Value::Other(Cow::Borrowed("null"))
}

fn written<'a>(number: f64) -> Value<'a> {
    Value::Other(ryu_js::Buffer::new().format(number).to_owned().into())
}

/// Reads a value of at most this many layers; what lies deeper is skipped.
#[derive(Clone, Copy)]
struct Layers(u8);

impl<'de> DeserializeSeed<'de> for Layers {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        if self.0 == 0 {
            return IgnoredAny::deserialize(deserializer).map(|_| null());
        }
        deserializer.deserialize_any(Layers(self.0 - 1))
    }
}

impl<'de> Visitor<'de> for Layers {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value<'de>, E> {
        Ok(Value::Other(truth.to_string().into()))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number is only shown, as JavaScript would show it")]
    fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(written(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number is only shown, as JavaScript would show it")]
    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(written(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(written(number))
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(null())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(self)? {
            items.push(item);
        }
        let count = items.len();
        Ok(if count > MOST_PEOPLE { Value::LongList(count.to_string().into()) } else { Value::List(items) })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(Key(key)) = object.next_key()? {
            members.push((key, object.next_value_seed(self)?));
        }
        Ok(Value::Object(members))
    }
}

/// A key, borrowed from the text where it is written without escapes.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Layers(0).read_key(deserializer)? {
            Value::Text(key) => Ok(Self(key)),
            _ => Ok(Self(Cow::Borrowed(""))),
        }
    }
}

impl Layers {
    fn read_key<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_str(self)
    }
}
