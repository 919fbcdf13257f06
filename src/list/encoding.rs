//! From the bytes of a text file to text, and which encoding that was.
//!
//! Knows no separator and no cell. Asked in this order: a mark at the beginning, zero bytes as UTF-16 has them, strict UTF-8; what is
//! none of these is windows-1251, which Excel writes in the Russian and the Kazakh locale.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// The text, and the encoding it was in.
///
/// ```
/// use tirkeu::list::encoding::decoded;
/// assert_eq!(decoded(&[0xc8, 0xec, 0xff]), ("Имя".into(), "windows-1251"));
/// assert_eq!(decoded("\u{feff}Имя".as_bytes()), ("Имя".into(), "UTF-8"));
/// assert_eq!(decoded(b"\xff\xfeA\0"), ("A".into(), "UTF-16LE"));
/// ```
#[must_use]
pub fn decoded(bytes: &[u8]) -> (String, &'static str) {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| without_mark(bytes), |(encoding, _)| encoding);
    let (text, encoding, _) = encoding.decode(bytes);
    (text.into_owned(), encoding.name())
}

fn without_mark(bytes: &[u8]) -> &'static Encoding {
    let begin = bytes.get(..bytes.len().min(1000)).unwrap_or_default();
    // The upper halves of Latin and of Cyrillic letters; in any other encoding of a text these bytes hardly occur.
    let halves = |odd: usize| begin.iter().skip(odd).step_by(2).filter(|byte| matches!(byte, 0 | 4)).count();
    let most = begin.len() / 4;
    if halves(1) > most && halves(1) > halves(0) * 4 {
        UTF_16LE
    } else if halves(0) > most && halves(0) > halves(1) * 4 {
        UTF_16BE
    } else if is_mostly_utf_8(bytes) {
        UTF_8
    } else {
        WINDOWS_1251
    }
}

/// Whether this is UTF-8, but for a few bytes that somebody damaged: letters of windows-1251 are hardly ever UTF-8 by chance.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let chunks = || bytes.utf8_chunks();
    let wrong = chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let right = || chunks().flat_map(|chunk| chunk.valid().chars()).filter(|letter| !letter.is_ascii()).count();
    wrong == 0 || right() > wrong * 10
}

/// The lines of a text, from 1, in which a letter was lost while it was decoded.
///
/// ```
/// use tirkeu::list::encoding::damaged_lines;
/// assert_eq!(damaged_lines("Ли\nК\u{fffd}м\n").collect::<Vec<_>>(), [2]);
/// ```
pub fn damaged_lines(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.lines().zip(1..).filter(|(line, _)| line.contains('\u{fffd}')).map(|(_, number)| number)
}

/// Whether a question mark stands inside a word: windows-1251 has no Ә, Ғ, Қ, Ң, Ө, Ұ, Ү, Һ, І, so that whoever saved the file lost them.
///
/// ```
/// use tirkeu::list::encoding::has_lost_letters;
/// assert!(has_lost_letters("?айрат Н?рлан"));
/// assert!(!has_lost_letters("Паспорт? Нет"));
/// ```
#[must_use]
pub fn has_lost_letters(text: &str) -> bool {
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let follows = letters.peek().is_some_and(|next| next.is_alphabetic());
        if letter == '?' && follows && (before.is_alphabetic() || !before.is_alphanumeric()) {
            return true;
        }
        before = letter;
    }
    false
}
