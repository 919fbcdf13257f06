//! The languages: what a file has to say, what a page does with it, and how each language is written.
#![cfg(not(target_arch = "wasm32"))]

mod bytes;
mod figures;
mod files;
mod from_right;
mod spelling;
mod terms;

use std::collections::BTreeMap;

use tirkeu::page::pseudo::pseudo;
use tirkeu::page::wording::{Language, Languages};

/// Every language there is, and those that nobody speaks.
fn everything() -> Languages {
    let all = Languages::all().clone();
    let made = pseudo(all.get("en").expect("English"));
    made.into_iter().fold(all, Languages::with)
}

/// Those that were translated.
fn translations() -> impl Iterator<Item = &'static Language> {
    Languages::all().iter().filter(|language| !language.is_original())
}

/// What is said, without what is to be known of the language.
fn said(language: &Language) -> BTreeMap<&str, &str> {
    let said = language.sentences.iter().filter(|(id, _)| !id.starts_with("language"));
    said.map(|(id, sentence)| (id.as_str(), sentence.as_str())).collect()
}
