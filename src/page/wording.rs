//! The wording as it stands in `www/wording`, for whoever runs natively.
//!
//! Knows files and languages; not what a sentence says.

use std::collections::BTreeMap;
use std::rc::Rc;

use time::Date;

use crate::page::words::{Words, fill};

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

/// The months, as each language writes them in a date.
const MONTHS: [&str; 12] = [
    "month.1", "month.2", "month.3", "month.4", "month.5", "month.6", "month.7", "month.8", "month.9", "month.10",
    "month.11", "month.12",
];

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
    let sentences = Rc::new(sentences(language)?);
    let of_dates = Rc::clone(&sentences);
    let words = Words::new(language, move |id| sentences.get(id).cloned());
    Some(words.formatted(move |day| written(&of_dates, day)))
}

/// A day in words, as this language puts it together.
fn written(sentences: &BTreeMap<String, String>, day: Date) -> String {
    let sentence = |id: &str| sentences.get(id).map_or("", String::as_str);
    let month = MONTHS.get(usize::from(u8::from(day.month())) - 1).map_or("", |id| sentence(id));
    let parts = [("day", day.day().to_string()), ("month", month.to_owned()), ("year", day.year().to_string())];
    parts.iter().fold(sentence("date.pattern").to_owned(), |date, (name, part)| fill(&date, name, part))
}
