//! How each language is spelt, and that its sentences are short.

use crate::{said, translations};
use tirkeu::page::wording::Languages;

/// Where a letter stands that must not stand there.
#[track_caller]
fn without(tag: &str, wrong: impl Fn(&str) -> bool, what: &str) {
    let language = Languages::all().get(tag).expect("the language");
    let own = [("language", language.head("language"))];
    for (id, sentence) in said(language).into_iter().chain(own) {
        assert!(!wrong(sentence), "{tag}.json: {id}: {what}: {sentence}");
    }
}

/// Whether this letter follows one of these.
fn follows(sentence: &str, letter: char, these: &str) -> bool {
    let letters: Vec<char> = sentence.chars().collect();
    letters.windows(2).any(|pair| pair[1] == letter && these.contains(pair[0]))
}

/// A sentence without what is Russian in it.
fn own(sentence: &str) -> String {
    sentence.split('^').step_by(2).collect()
}

#[test]
fn uzbek_has_its_own_letters() {
    without(
        "uz",
        |sentence| sentence.contains(['\'', '’', '‘', '`']),
        "oʻ and gʻ have U+02BB, the sign of separation is U+02BC",
    );
    without("uz", |sentence| follows(sentence, 'ʼ', "oOgG"), "oʻ and gʻ have U+02BB");
    let others: String = ('a'..='z').filter(|letter| !"og".contains(*letter)).collect();
    without("uz", |sentence| follows(sentence, 'ʻ', &others), "U+02BB stands after o and g alone");
}

#[test]
fn ukrainian_has_its_apostrophe_and_no_russian_letters() {
    without("uk", |sentence| sentence.contains(['\'', 'ʼ', '`']), "the apostrophe is U+2019");
    without("uk", |sentence| own(sentence).contains(['ы', 'э', 'ъ', 'ё', 'Ы', 'Э', 'Ъ', 'Ё']), "a Russian letter");
}

#[test]
fn dari_has_persian_letters_and_joins_what_belongs_together() {
    without("fa-AF", |sentence| sentence.contains(['ي', 'ك', 'ى', 'ة']), "an Arabic letter: ی and ک are Persian");
    without(
        "fa-AF",
        |sentence| sentence.contains(|letter| matches!(letter, '۰'..='۹' | '٠'..='٩')),
        "digits are those of a paper",
    );
    let is_parted = |sentence: &str| {
        sentence.split([' ', '«', '(']).any(|word| matches!(word, "می" | "نمی" | "ها" | "های" | "هایی"))
    };
    without("fa-AF", |sentence| sentence != "می" && is_parted(sentence), "می and ها are joined with U+200C");
    without(
        "fa-AF",
        |sentence| sentence.contains(" \u{200c}") || sentence.contains("\u{200c} "),
        "U+200C stands inside words",
    );
    without("fa-AF", |sentence| own(sentence).contains([',', ';', '?']), "the marks are ، ؛ ؟");
}

/// Whether a word is one, and no dash or an empty pair of brackets.
fn is_read(word: &str) -> bool {
    word.len() > 1 && word.contains(char::is_alphanumeric)
}

/// The words of each sentence; what stands in brackets is to be pointed at, not to be read.
fn lengths(sentence: &str) -> Vec<usize> {
    let read: String = sentence.split('^').step_by(2).collect();
    let sentences = read.split(['.', '?', '؟', '!', ':', ';', '؛']);
    sentences
        .map(|sentence| sentence.split_whitespace().filter(|word| is_read(word)).count())
        .filter(|words| *words > 0)
        .collect()
}

#[test]
fn sentences_are_short() {
    for language in translations() {
        let mut all: Vec<usize> = said(language).values().flat_map(|sentence| lengths(sentence)).collect();
        all.sort_unstable();
        let median = all[all.len() / 2];
        assert!(median <= 12, "{}: half of the sentences have more than {median} words", language.tag);
        for (id, sentence) in
            said(language).iter().filter(|(id, _)| !id.starts_with("source.") && !id.starts_with("complaint."))
        {
            let longest = lengths(sentence).into_iter().max().unwrap_or_default();
            assert!(longest <= 25, "{}: {id} has {longest} words: {sentence}", language.tag);
        }
    }
}

#[test]
fn the_long_pseudo_language_is_longer_by_two_fifths_in_every_sentence() {
    let everything = crate::everything();
    let (english, long) = (everything.get("en").expect("English"), everything.get("en-XA").expect("the long one"));
    let (english, long) = (said(english), said(long));
    for (id, sentence) in english {
        let grown = long[id].chars().count() * 5;
        assert!(grown >= sentence.chars().count() * 7, "{id}: {sentence}: {}", long[id]);
    }
}
