//! Languages that nobody speaks, made of English: what a translation may do to a page is seen in them before there is one.
//!
//! Knows letters, and no sentence. For tests; no site that is shipped has them.

use std::collections::BTreeMap;

use crate::page::wording::Language;

/// Every letter with an accent, and longer by two fifths.
pub const LONG: &str = "en-XA";

/// Written from right to left.
pub const FROM_RIGHT: &str = "ar-XB";

/// Both of them.
pub(crate) const TAGS: [&str; 2] = [LONG, FROM_RIGHT];

/// Both of them, made of this language.
#[must_use]
pub fn pseudo(english: &Language) -> [Language; 2] {
    [
        made(
            english,
            LONG,
            &[
                ("language", "Ļóńğ"),
                ("language.place", "90"),
                ("language.direction", "ltr"),
                ("language.marks", ", |; |: |. |."),
            ],
            &|sentence| longer(sentence, &outside_places(sentence, &accented)),
        ),
        made(
            english,
            FROM_RIGHT,
            &[
                ("language", "معكوس"),
                ("language.place", "91"),
                ("language.direction", "rtl"),
                ("language.marks", "، |؛ |: |. |."),
            ],
            &|sentence| outside_places(&kept_apart(sentence), &from_right),
        ),
    ]
}

fn made(english: &Language, tag: &str, head: &[(&str, &str)], turned: &dyn Fn(&str) -> String) -> Language {
    let is_said = |id: &String| !id.starts_with("language");
    let sentences = english.sentences.iter().filter(|(id, _)| is_said(id));
    let mut sentences: BTreeMap<_, _> = sentences.map(|(id, sentence)| (id.clone(), turned(sentence))).collect();
    sentences.extend(head.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())));
    Language { tag: tag.to_owned(), sentences, sources: BTreeMap::new() }
}

/// A sentence with each of its letters turned, but for those in `{…}`.
fn outside_places(sentence: &str, turned: &dyn Fn(char) -> String) -> String {
    let (mut made, mut is_place) = (String::new(), false);
    for letter in sentence.chars() {
        is_place = (is_place || letter == '{') && letter != '}';
        if is_place || letter == '}' {
            made.push(letter);
        } else {
            made.push_str(&turned(letter));
        }
    }
    made
}

/// A sentence that is longer by two fifths than the one that it is made of, whatever its letters: what is lacking is made up for at the end
/// of its last word, within the punctuation.
fn longer(sentence: &str, accented: &str) -> String {
    let length = |text: &str| text.chars().count();
    let wanted = (length(sentence) * 7).div_ceil(5);
    let lacking = wanted.saturating_sub(length(accented));
    let end = accented.trim_end_matches(|end: char| !end.is_alphanumeric()).len();
    let (said, rest) = accented.split_at(end);
    // Words of five letters, as a line breaks between them.
    let more: String = (0..lacking).map(|at| if at % 6 == 0 { ' ' } else { 'ó' }).collect();
    [said, &more, rest].concat()
}

/// What a translator would have to keep apart: numbers with something between them.
fn kept_apart(sentence: &str) -> String {
    let is_turned = |word: &&str| word.contains(|letter: char| letter.is_ascii_digit()) && word.contains(['-', '–']);
    let words = sentence.split(' ').map(|word| match Some(word).filter(is_turned) {
        Some(turned) => ["\u{2068}", turned, "\u{2069}"].concat(),
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Vowels are doubled, and some of what stands between them.
fn accented(letter: char) -> String {
    const PLAIN: &str = "aeiousnrlcdgkztwyAEIOUSNRLCDGKZTWY";
    const ACCENTED: &str = "áéíóúšńŕļčďğķžťŵýÁÉÍÓÚŠŃŔĻČĎĞĶŽŤŴÝ";
    let other = other_in(PLAIN, ACCENTED, letter);
    if "aeious".contains(letter) { [other, other].iter().collect() } else { other.to_string() }
}

fn from_right(letter: char) -> String {
    const LEFT: &str = "abcdefghijklmnopqrstuvwxyz,;?";
    const RIGHT: &str = "ابجدهفغحيژكلمنوپقرستعڤخشىز،؛؟";
    other_in(LEFT, RIGHT, letter.to_ascii_lowercase()).to_string()
}

/// What stands in the second text where this letter stands in the first; the letter itself, if it does not.
fn other_in(these: &str, others: &str, letter: char) -> char {
    these.chars().zip(others.chars()).find(|(this, _)| *this == letter).map_or(letter, |(_, other)| other)
}
