//! The JSON text of what [`super::encode`] encodes, written straight into bytes.
//!
//! Knows JSON and no report. A library for all of JSON looks at each letter of each key and id for something to escape, which takes two
//! thirds of the time: here keys and ids are known to have nothing. A test holds the text to be the library's, byte for byte.

use serde::de::value::Error;
use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

/// The JSON text of a report, an appeal or the questions.
///
/// ```
/// assert!(tirkeu::wire::text(&tirkeu::wire::questions()).starts_with("{\"facts\":[{\"fact\":\"status\""));
/// ```
#[must_use]
pub fn text(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let written = write(&mut bytes, value);
    written.ok().and_then(|()| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Writes the value's JSON text behind what is there.
///
/// # Errors
/// What no report holds: numbers with a fraction, and maps.
pub(super) fn write(out: &mut Vec<u8>, value: &impl Serialize) -> Result<(), Error> {
    value.serialize(Text(out))
}

/// What text is written behind.
struct Text<'a>(&'a mut Vec<u8>);

impl Text<'_> {
    fn add(self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Between quotes; for what has nothing to escape.
    fn quote(self, text: &str) {
        self.0.push(b'"');
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(b'"');
    }

    fn escape(self, text: &str) {
        self.0.push(b'"');
        for byte in text.bytes() {
            match byte {
                b'"' | b'\\' => self.0.extend([b'\\', byte]),
                b'\n' => self.0.extend(b"\\n"),
                b'\r' => self.0.extend(b"\\r"),
                b'\t' => self.0.extend(b"\\t"),
                8 => self.0.extend(b"\\b"),
                12 => self.0.extend(b"\\f"),
                ..b' ' => self.0.extend([b'\\', b'u', b'0', b'0', b'0' + (byte >> 4), hexadecimal(byte & 15)]),
                _ => self.0.push(byte),
            }
        }
        self.0.push(b'"');
    }

    fn number(self, number: u64) {
        if number > 9 {
            Text(self.0).number(number / 10);
        }
        self.0.push(b'0' + (number % 10) as u8);
    }
}

fn hexadecimal(digit: u8) -> u8 {
    if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }
}

fn unwritten<T>() -> Result<T, Error> {
    Err(Error::custom("no report holds such a value"))
}

impl<'a> Serializer for Text<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Members<'a>;
    type SerializeStruct = Members<'a>;
    type SerializeTuple = Members<'a>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, truth: bool) -> Result<(), Error> {
        self.add(if truth { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u8(self, number: u8) -> Result<(), Error> {
        self.number(number.into());
        Ok(())
    }

    fn serialize_u16(self, number: u16) -> Result<(), Error> {
        self.number(number.into());
        Ok(())
    }

    fn serialize_u32(self, number: u32) -> Result<(), Error> {
        self.number(number.into());
        Ok(())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Error> {
        self.number(number);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        self.escape(text);
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, id: &'static str) -> Result<(), Error> {
        self.quote(id);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.add("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.add("null");
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'a>, Error> {
        Ok(Members { out: self.0, before: b'[' })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members<'a>, Error> {
        Ok(Members { out: self.0, before: b'{' })
    }

    fn serialize_i8(self, _: i8) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_i16(self, _: i16) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_i32(self, _: i32) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_i64(self, _: i64) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_char(self, _: char) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        unwritten()
    }

    fn serialize_tuple(self, _: usize) -> Result<Members<'a>, Error> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Error> {
        unwritten()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        unwritten()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        unwritten()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        unwritten()
    }
}

/// A list or an object that has begun.
struct Members<'a> {
    out: &'a mut Vec<u8>,
    /// What stands before the next member: the opening bracket, or a comma.
    before: u8,
}

impl Members<'_> {
    fn begin(&mut self) {
        self.out.push(self.before);
        self.before = b',';
    }

    /// Without any member the opening bracket is still to come.
    fn end(self, opening: u8, closing: u8) {
        if self.before == opening {
            self.out.push(opening);
        }
        self.out.push(closing);
    }
}

impl SerializeSeq for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.begin();
        value.serialize(Text(self.out))
    }

    fn end(self) -> Result<(), Error> {
        Members::end(self, b'[', b']');
        Ok(())
    }
}

impl SerializeTuple for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), Error> {
        SerializeSeq::end(self)
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        self.begin();
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
        value.serialize(Text(self.out))
    }

    fn end(self) -> Result<(), Error> {
        Members::end(self, b'{', b'}');
        Ok(())
    }
}
