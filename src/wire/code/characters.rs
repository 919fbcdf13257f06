//! The characters of a code: Crockford's base 32, in which none looks like another, and whatever a hand or a scanner makes of them.
//!
//! Knows no meaning of a value. A hand scanner is a keyboard: where that is set to Russian or Kazakh, it types Cyrillic letters.

use std::ops::RangeInclusive;

use super::{Fault, GROUP};

/// The 32 characters, each at its value.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// No code has more characters: 30 people whose every date lies far away.
const MOST: usize = 640;

/// How letters that are not Latin are meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// By the key that types them on a keyboard set to Russian or Kazakh.
    ByKey,
    /// By the Latin letter that they look like.
    ByLook,
}

/// What stands on the keys of a Russian or Kazakh keyboard, and on the same keys of a Latin one. On a Kazakh one the row of digits types
/// letters and signs; its hyphen is a letter, too.
const KEYS: &[(&str, &str)] = &[
    ("йцукенгшщз", "QWERTYUIOP"),
    ("фывапролд", "ASDFGHJKL"),
    ("ячсмить", "ZXCVBNM"),
    ("әіңғүұқө", "2345890-"),
    (SIGNS, "167167"),
];

/// What a keyboard set to Kazakh types for 1, 6 and 7, without and with the shift key.
const SIGNS: &str = "\",.!;:";

/// Cyrillic letters and the Latin ones that look like them.
const LOOKS: &[(&str, &str)] = &[("авекмнорстухі", "ABEKMHOPCTYX1")];

/// The values of what was typed, without spaces and hyphens.
pub(super) fn values(typed: &str, reading: Reading) -> Result<Vec<u8>, Fault> {
    let mut values = Vec::new();
    // On a keyboard set to Kazakh some signs are digits; in a text without a Cyrillic letter they only stand between.
    let is_cyrillic = typed.chars().any(|letter| CYRILLIC.contains(&letter));
    let is_left_out = |letter: &char| is_between(*letter) || (!is_cyrillic && SIGNS.contains(*letter));
    for letter in typed.chars().filter(|letter| !is_left_out(letter)) {
        let meant = meant(letter, reading);
        if meant == '-' {
            continue;
        }
        let value = value(meant).ok_or(Fault::Foreign { letter, group: values.len() / GROUP + 1 })?;
        values.push(value);
        if values.len() > MOST {
            return Err(Fault::Long { most: MOST });
        }
    }
    if values.is_empty() { Err(Fault::Empty) } else { Ok(values) }
}

// What the standard library knows of letters and spaces are tables of all of Unicode, a tenth of a browser's module.

const CYRILLIC: RangeInclusive<char> = '\u{400}'..='\u{4FF}';

/// Spaces of every kind, hyphens and dashes, what cannot be seen.
fn is_between(letter: char) -> bool {
    matches!(letter,
        '\0'..=' ' | '-' | '_' | '\u{7F}'..='\u{A0}' | '\u{AD}' | '\u{2000}'..='\u{2015}' | '\u{2028}'..='\u{202F}'
        | '\u{205F}'..='\u{2069}' | '\u{2212}' | '\u{3000}' | '\u{FEFF}')
}

/// A Cyrillic letter as it is written small.
fn small(letter: char) -> char {
    let code = u32::from(letter);
    let small = match letter {
        'А'..='Я' => code + 0x20,
        'І' => code + 0x50,
        // Kazakh ones stand in pairs, the small one behind.
        '\u{460}'..='\u{4FF}' => code | 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

fn meant(letter: char, reading: Reading) -> char {
    let tables = if reading == Reading::ByKey { KEYS } else { LOOKS };
    let small = small(letter);
    let found = tables.iter().find_map(|(typed, meant)| meant.chars().nth(typed.chars().position(|key| key == small)?));
    found.unwrap_or(letter)
}

fn value(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
    u8::try_from(place).ok()
}

/// The character of a value.
pub(super) fn character(value: u8) -> char {
    ALPHABET.get(usize::from(value)).copied().map_or('?', char::from)
}

/// The characters of these values, in groups.
pub(super) fn grouped(values: &[u8]) -> String {
    let mut text = String::new();
    for group in values.chunks(GROUP) {
        text.push_str(if text.is_empty() { "" } else { "-" });
        text.extend(group.iter().copied().map(character));
    }
    text
}
