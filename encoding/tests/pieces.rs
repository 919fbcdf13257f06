//! However a text is cut into pieces, the same comes of it.

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

const TEXT: &str = "Aж€😀 қ\u{fffd}Z";

/// The text of these bytes, read in pieces of this length and written into places of that one; none where it is malformed.
fn in_pieces(encoding: &'static Encoding, bytes: &[u8], length: usize, room: usize) -> Option<String> {
    let (mut decoder, mut text) = (encoding.new_decoder_without_bom_handling(), Vec::new());
    let pieces: Vec<&[u8]> = bytes.chunks(length).collect();
    for (place, piece) in pieces.iter().enumerate() {
        let mut rest = *piece;
        loop {
            let mut to = vec![0; room];
            let is_last = place + 1 == pieces.len();
            let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut to, is_last);
            text.extend_from_slice(&to[..written]);
            rest = &rest[read..];
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => return None,
            }
        }
    }
    String::from_utf8(text).ok()
}

fn utf_16(to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    TEXT.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn every_cut_gives_the_same() {
    for (encoding, bytes) in
        [(UTF_8, TEXT.as_bytes().to_vec()), (UTF_16LE, utf_16(u16::to_le_bytes)), (UTF_16BE, utf_16(u16::to_be_bytes))]
    {
        assert_eq!(encoding.decode(&bytes).0, TEXT, "{}", encoding.name());
        for length in 1..=bytes.len() {
            for room in 8..20 {
                let text = in_pieces(encoding, &bytes, length, room);
                assert_eq!(text.as_deref(), Some(TEXT), "{} {length} {room}", encoding.name());
            }
        }
    }
}

#[test]
fn what_ends_too_early_or_is_no_letter_is_malformed() {
    for (encoding, bytes) in [
        (UTF_8, &b"a\xd0"[..]),
        (UTF_8, b"\xff"),
        (UTF_8, b"\xd0a"),
        (UTF_16LE, b"a\0b"),
        (UTF_16LE, b"\x00\xd8a\0"),
        (UTF_16BE, b"\xdc\x00"),
        (WINDOWS_1251, b"\x98"),
    ] {
        for length in 1..=bytes.len() {
            assert_eq!(in_pieces(encoding, bytes, length, 16), None, "{} {bytes:?} {length}", encoding.name());
        }
        assert!(encoding.decode(bytes).2, "{} {bytes:?}", encoding.name());
        assert_eq!(encoding.decode_without_bom_handling_and_without_replacement(bytes), None);
    }
}

#[test]
fn cyrillic_is_windows_1251() {
    let letters: Vec<u8> = (0xc0..=0xff).collect();
    let expected: String = ('А'..='я').collect();
    assert_eq!(WINDOWS_1251.decode(&letters).0, expected);
    assert_eq!(
        WINDOWS_1251.decode(b"\xa8\xb8\xb9\xab\xbb\xb2\xb3").0,
        "Ёё№«»Ііі".trim_end_matches('і').to_owned() + "і"
    );
}
