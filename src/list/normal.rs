//! One spelling for all the ways in which people write the same heading or answer.
//!
//! Knows letters, no meaning; and no distance: what is not the same after this is not taken for the same.

/// Latin letters, each with the Cyrillic one that looks the same, in small letters.
const LOOK_ALIKES: &[(char, char)] = &[
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('i', 'і'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
];

/// Letters that some systems write as two signs, each with the one it is: a Mac names its files so.
const COMPOSED: &[(&str, &str)] =
    &[("и\u{306}", "й"), ("И\u{306}", "й"), ("е\u{308}", "е"), ("Е\u{308}", "е"), ("і\u{308}", "ї"), ("у\u{306}", "ў")];

/// The text in small letters, words apart by single spaces, without signs, ё as е; a word of both scripts all in Cyrillic.
pub(super) fn normal(text: &str) -> String {
    let is_apart = text.contains(['\u{306}', '\u{308}']);
    let one = |text: String, (apart, one): &(&str, &str)| text.replace(apart, one);
    let composed = if is_apart { COMPOSED.iter().fold(text.to_owned(), one) } else { text.to_owned() };
    let mut normal = String::with_capacity(text.len());
    for word in composed
        .split_inclusive('№')
        .flat_map(|part| part.split(|letter: char| !(letter.is_alphanumeric() || letter == '№')))
    {
        let word = word.to_lowercase().replace('№', " no");
        let word = word.trim();
        if !word.is_empty() {
            normal.extend([if normal.is_empty() { "" } else { " " }, &*one_script(word)]);
        }
    }
    normal
}

fn one_script(word: &str) -> String {
    let is_mixed = word.chars().any(|letter| letter.is_ascii_alphabetic()) && word.chars().any(is_cyrillic);
    let cyrillic =
        |letter: char| LOOK_ALIKES.iter().find(|(latin, _)| *latin == letter).map_or(letter, |(_, same)| *same);
    let one = |letter: char| match letter {
        'ё' => 'е',
        letter if is_mixed => cyrillic(letter),
        letter => letter,
    };
    word.chars().map(one).collect()
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&letter)
}

/// The same text with each word in Cyrillic that is written in Latin letters of the same look alone, with digits or without: HET, 12A.
pub(super) fn in_cyrillic(normal: &str) -> String {
    let word = |word: &str| {
        let same = |letter: char| LOOK_ALIKES.iter().find(|(latin, _)| *latin == letter).map(|(_, same)| *same);
        let letter = |letter: char| if letter.is_ascii_digit() { Some(letter) } else { same(letter) };
        word.chars().map(letter).collect::<Option<String>>().unwrap_or_else(|| word.to_owned())
    };
    normal.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
