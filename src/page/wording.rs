//! The wording as it stands in `www/wording`, for whoever runs natively.
//!
//! Knows files and languages; not what a sentence says.

use std::collections::BTreeMap;

use crate::page::words::Words;

/// The languages, each with its wording as JSON.
const WORDING: &[(&str, &str)] = &[
    ("kk", include_str!("../../www/wording/kk.json")),
    ("ru", include_str!("../../www/wording/ru.json")),
    ("en", include_str!("../../www/wording/en.json")),
];

/// The languages there are, as BCP 47 tags.
pub fn languages() -> impl Iterator<Item = &'static str> {
    WORDING.iter().map(|(language, _)| *language)
}

/// The sentences of a language by their ids, and those of the official form of the consent in both its languages, as `kk/consent.…`
/// and `ru/consent.…`; none if there is no such language, or if its file is no object of sentences.
#[must_use]
pub fn sentences(language: &str) -> Option<BTreeMap<String, String>> {
    let mut sentences = file(language)?;
    for official in ["kk", "ru"] {
        let form = file(official)?.into_iter().filter(|(id, _)| id.starts_with("consent."));
        sentences.extend(form.map(|(id, sentence)| ([official, "/", &id].concat(), sentence)));
    }
    Some(sentences)
}

fn file(language: &str) -> Option<BTreeMap<String, String>> {
    let (_, json) = WORDING.iter().find(|(known, _)| *known == language)?;
    serde_json::from_str(json).ok()
}

/// The wording of a language, if there is one.
///
/// ```
/// let words = tirkeu::page::wording::wording("en").unwrap();
/// assert_eq!(words.get("language"), "English");
/// assert_eq!(words.date(tirkeu::date(2026, 12, 1)), "1 December 2026");
/// assert!(tirkeu::page::wording::wording("la").is_none());
/// ```
#[must_use]
pub fn wording(language: &str) -> Option<Words> {
    let sentences = sentences(language)?;
    Some(Words::new(language, move |id| sentences.get(id).cloned()))
}
