//! What the readers of spreadsheets ask of the crate `encoding_rs`, by the same names: UTF-8, UTF-16 and windows-1251.
//!
//! A list in Kazakhstan is in one of these, and the parts of a workbook are in the first two by its format. The whole crate brings the tables of East
//! Asia, 105 KB of a browser's download that nothing reads. What is in another encoding is malformed here: it is refused, never
//! guessed. Who depends on the library `tirkeu` gets the whole crate: this one stands in its place in this workspace alone.

mod cyrillic;
mod decoder;
mod names;

pub use decoder::{Decoder, DecoderResult};
pub use names::*;
use std::borrow::Cow;

/// How an encoding's bytes become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// UTF-8.
    Utf8,
    /// UTF-16, the little end first.
    Utf16Le,
    /// UTF-16, the big end first.
    Utf16Be,
    /// windows-1251.
    Cyrillic,
    /// Known by its name alone: nothing but ASCII is read.
    Unread,
}

/// An encoding, known by its name.
#[derive(Debug, PartialEq, Eq)]
pub struct Encoding {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
}

impl Encoding {
    /// Its name.
    ///
    /// ```
    /// assert_eq!(encoding_rs::UTF_16LE.name(), "UTF-16LE");
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The encoding that a text says of itself that it is in.
    #[must_use]
    pub fn for_label(label: &[u8]) -> Option<&'static Self> {
        let label = label.trim_ascii().to_ascii_lowercase();
        match label.as_slice() {
            b"utf-8" | b"utf8" | b"us-ascii" | b"ascii" => Some(UTF_8),
            b"utf-16" | b"utf-16le" => Some(UTF_16LE),
            b"utf-16be" => Some(UTF_16BE),
            b"windows-1251" | b"cp1251" => Some(WINDOWS_1251),
            _ => None,
        }
    }

    /// The encoding that a mark at the beginning tells, and how long the mark is.
    #[must_use]
    pub fn for_bom(bytes: &[u8]) -> Option<(&'static Self, usize)> {
        let marks: [(&[u8], &'static Self); 3] =
            [(b"\xef\xbb\xbf", UTF_8), (b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)];
        marks.into_iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(mark, encoding)| (encoding, mark.len()))
    }

    /// The text, the encoding that it was in, and whether something in it was malformed and stands there as `�`. A mark at the beginning
    /// counts before the encoding that was asked for.
    ///
    /// ```
    /// assert_eq!(encoding_rs::WINDOWS_1251.decode(b"\xc0\xc1").0, "АБ");
    /// ```
    #[must_use]
    pub fn decode<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Self, bool) {
        let (encoding, mark) = Self::for_bom(bytes).unwrap_or((self, 0));
        let bytes = bytes.get(mark..).unwrap_or_default();
        if encoding.kind == Kind::Utf8 {
            let text = String::from_utf8_lossy(bytes);
            let is_malformed = matches!(text, Cow::Owned(_));
            return (text, encoding, is_malformed);
        }
        let (mut text, mut is_malformed, mut read) = (String::new(), false, 0);
        let mut decoder = encoding.new_decoder_without_bom_handling();
        loop {
            let rest = bytes.get(read..).unwrap_or_default();
            text.reserve(rest.len() * 3 + 4);
            let (result, more) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
            read += more;
            match result {
                DecoderResult::InputEmpty => return (Cow::Owned(text), encoding, is_malformed),
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    is_malformed = true;
                    text.push('\u{fffd}');
                }
            }
        }
    }

    /// The text, where nothing of it is malformed.
    #[must_use]
    pub fn decode_without_bom_handling_and_without_replacement<'a>(
        &'static self,
        bytes: &'a [u8],
    ) -> Option<Cow<'a, str>> {
        if self.kind == Kind::Utf8 {
            return std::str::from_utf8(bytes).ok().map(Cow::Borrowed);
        }
        let mut text = String::with_capacity(bytes.len() * 3 + 4);
        let (result, _) =
            self.new_decoder_without_bom_handling().decode_to_string_without_replacement(bytes, &mut text, true);
        (result == DecoderResult::InputEmpty).then_some(Cow::Owned(text))
    }

    /// What decodes a text piece by piece.
    #[must_use]
    pub const fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder::new(self)
    }
}
