//! Text that comes piece by piece: what a piece breaks off in waits for the next.

use crate::cyrillic::CYRILLIC;
use crate::{Encoding, Kind};

/// Why decoding stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecoderResult {
    /// All of the piece was read.
    InputEmpty,
    /// There may be no room for one more letter.
    OutputFull,
    /// What was read last is no text in this encoding: so many bytes of it, and so many behind it.
    Malformed(u8, u8),
}

/// What decodes a text piece by piece.
pub struct Decoder {
    encoding: &'static Encoding,
    /// The beginning of a letter, or of a pair of surrogates.
    begun: [u8; 4],
    length: usize,
}

/// No letter takes more.
const LETTER: usize = 4;

/// What was read and written so far, of a piece.
struct Piece<'a> {
    from: &'a [u8],
    to: &'a mut [u8],
    read: usize,
    written: usize,
}

impl Piece<'_> {
    fn has_room(&self) -> bool {
        self.to.len() - self.written >= LETTER
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.from.get(self.read).copied()?;
        self.read += 1;
        Some(byte)
    }

    fn write(&mut self, text: &str) {
        if let Some(place) = self.to.get_mut(self.written..self.written + text.len()) {
            place.copy_from_slice(text.as_bytes());
            self.written += text.len();
        }
    }

    fn push(&mut self, letter: char) {
        self.write(letter.encode_utf8(&mut [0; LETTER]));
    }
}

impl Decoder {
    pub(crate) const fn new(encoding: &'static Encoding) -> Self {
        Self { encoding, begun: [0; 4], length: 0 }
    }

    /// The encoding.
    #[must_use]
    pub const fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// How many bytes of UTF-8 so many bytes may become at most, with what waits from before; none if that is no number.
    #[must_use]
    pub fn max_utf8_buffer_length_without_replacement(&self, length: usize) -> Option<usize> {
        length.checked_mul(3)?.checked_add(2 * LETTER)
    }

    /// Decodes a piece into a place; says why it stopped, how much it read and how much it wrote.
    pub fn decode_to_utf8_without_replacement(
        &mut self,
        from: &[u8],
        to: &mut [u8],
        last: bool,
    ) -> (DecoderResult, usize, usize) {
        let mut piece = Piece { from, to, read: 0, written: 0 };
        let result = match self.encoding.kind {
            Kind::Utf8 => self.utf8(&mut piece, last),
            Kind::Utf16Le => self.utf16(&mut piece, last, u16::from_le_bytes),
            Kind::Utf16Be => self.utf16(&mut piece, last, u16::from_be_bytes),
            Kind::Cyrillic => Self::single(&mut piece, |byte| CYRILLIC.get(usize::from(byte - 128)).copied().flatten()),
            Kind::Unread => Self::single(&mut piece, |_| None),
        };
        (result, piece.read, piece.written)
    }

    /// Decodes a piece onto the end of a text, as far as there is room for it; says why it stopped, and how much it read.
    pub fn decode_to_string_without_replacement(
        &mut self,
        from: &[u8],
        to: &mut String,
        last: bool,
    ) -> (DecoderResult, usize) {
        let mut place = vec![0; to.capacity() - to.len()];
        let (result, read, written) = self.decode_to_utf8_without_replacement(from, &mut place, last);
        to.push_str(std::str::from_utf8(place.get(..written).unwrap_or_default()).unwrap_or_default());
        (result, read)
    }

    /// One byte, one letter.
    fn single(piece: &mut Piece<'_>, letter: impl Fn(u8) -> Option<char>) -> DecoderResult {
        while piece.has_room() {
            match piece.next() {
                None => return DecoderResult::InputEmpty,
                Some(byte) if byte.is_ascii() => piece.push(char::from(byte)),
                Some(byte) => match letter(byte) {
                    Some(letter) => piece.push(letter),
                    None => return DecoderResult::Malformed(1, 0),
                },
            }
        }
        if piece.read == piece.from.len() { DecoderResult::InputEmpty } else { DecoderResult::OutputFull }
    }

    fn utf8(&mut self, piece: &mut Piece<'_>, last: bool) -> DecoderResult {
        if let Some(stopped) = self.finish_letter(piece, last) {
            return stopped;
        }
        let rest = piece.from.get(piece.read..).unwrap_or_default();
        let room = rest.len().min(piece.to.len() - piece.written);
        let chunk = rest.get(..room).unwrap_or_default();
        let (text, is_wrong) = match std::str::from_utf8(chunk) {
            Ok(text) => (text, false),
            Err(error) => {
                let text = chunk.get(..error.valid_up_to()).unwrap_or_default();
                (std::str::from_utf8(text).unwrap_or_default(), error.error_len().is_some())
            }
        };
        piece.write(text);
        piece.read += text.len();
        let left = rest.get(text.len()..).unwrap_or_default();
        if is_wrong {
            piece.read += 1;
            DecoderResult::Malformed(1, 0)
        } else if left.is_empty() {
            DecoderResult::InputEmpty
        } else if room < rest.len() {
            DecoderResult::OutputFull
        } else {
            self.begin(left);
            piece.read = piece.from.len();
            if last { DecoderResult::Malformed(1, 0) } else { DecoderResult::InputEmpty }
        }
    }

    /// Keeps what a letter begins with, until the next piece.
    fn begin(&mut self, bytes: &[u8]) {
        for (place, byte) in self.begun.iter_mut().zip(bytes) {
            *place = *byte;
        }
        self.length = bytes.len().min(LETTER);
    }

    /// Finishes the letter that the last piece broke off in; says why that cannot be done.
    fn finish_letter(&mut self, piece: &mut Piece<'_>, last: bool) -> Option<DecoderResult> {
        while self.length > 0 {
            if !piece.has_room() {
                return Some(DecoderResult::OutputFull);
            }
            let Some(byte) = piece.next() else {
                return Some(if last { DecoderResult::Malformed(1, 0) } else { DecoderResult::InputEmpty });
            };
            if let Some(place) = self.begun.get_mut(self.length) {
                *place = byte;
            }
            self.length += 1;
            match std::str::from_utf8(self.begun.get(..self.length).unwrap_or_default()) {
                Ok(text) => {
                    piece.write(text);
                    self.length = 0;
                }
                Err(error) if error.error_len().is_none() && self.length < LETTER => {}
                Err(_) => {
                    self.length = 0;
                    return Some(DecoderResult::Malformed(1, 0));
                }
            }
        }
        None
    }

    fn utf16(&mut self, piece: &mut Piece<'_>, last: bool, unit: fn([u8; 2]) -> u16) -> DecoderResult {
        while piece.has_room() {
            let Some(byte) = piece.next() else {
                let is_whole = self.length == 0 || !last;
                return if is_whole { DecoderResult::InputEmpty } else { self.broken() };
            };
            if let Some(place) = self.begun.get_mut(self.length) {
                *place = byte;
            }
            self.length += 1;
            let [a, b, c, d] = self.begun;
            let units = [unit([a, b]), unit([c, d])];
            let is_pair = (0xd800..0xdc00).contains(&units[0]);
            let units = match (self.length, is_pair) {
                (2, false) => &units[..1],
                (4, _) => &units[..],
                _ => continue,
            };
            self.length = 0;
            match char::decode_utf16(units.iter().copied()).next() {
                Some(Ok(letter)) => piece.push(letter),
                _ => return DecoderResult::Malformed(2, 0),
            }
        }
        if piece.read == piece.from.len() && self.length == 0 {
            DecoderResult::InputEmpty
        } else {
            DecoderResult::OutputFull
        }
    }

    fn broken(&mut self) -> DecoderResult {
        self.length = 0;
        DecoderResult::Malformed(1, 0)
    }
}
