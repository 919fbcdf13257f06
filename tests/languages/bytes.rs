//! What a language costs those who read another: its name, its tag and its links, in the pages and in the script that chooses.

use std::collections::BTreeMap;
use std::fs;

use tirkeu::page::pages::{pages_in, wordings_in};
use tirkeu::page::wording::{Language, Languages};

use crate::files::made_up;

/// At most so many bytes before the first question, in the mean of all other languages.
const MOST: usize = 40;

/// Alone a page takes a dozen bytes more or less as its letters happen to compress, and a single language is off by that.
const CHANCE: usize = 12;

/// As a server sends it.
fn compressed(text: &str) -> usize {
    let how = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: text.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut out, &how).expect("memory takes all");
    out.len()
}

/// The script that finds the language of a tag, which is part of the first one.
fn script(languages: &Languages) -> String {
    let tags = |language: &Language| {
        let is_free = |tag: &String| !languages.tags().any(|other| other.to_lowercase() == *tag);
        let others = language.tags().filter(is_free);
        [language.tag.clone()].into_iter().chain(others).collect::<Vec<_>>().join(" ")
    };
    let script = fs::read_to_string("www/attributes.js").expect("the script");
    assert!(script.contains("{{tags}}"));
    script.replace("{{tags}}", &languages.iter().map(tags).collect::<Vec<_>>().join(","))
}

/// What comes before the first question of each language's page, by its tag.
fn loaded(languages: &Languages) -> BTreeMap<String, usize> {
    let script = compressed(&script(languages));
    let pages: BTreeMap<String, String> = pages_in(languages).into_iter().collect();
    languages.tags().map(|tag| (tag.to_owned(), compressed(&pages[&format!("{tag}.html")]) + script)).collect()
}

/// What these languages cost each of the others, in the mean of the others.
fn cost(tags: &[&str], languages: &Languages) -> usize {
    let fewer = loaded(&without(languages, tags));
    let more = loaded(languages);
    let after: usize = fewer.keys().map(|tag| more[tag]).sum();
    after.saturating_sub(fewer.values().sum()).div_ceil(fewer.len())
}

fn without(languages: &Languages, tags: &[&str]) -> Languages {
    languages
        .iter()
        .filter(|language| !tags.contains(&&*language.tag))
        .cloned()
        .fold(Languages::none(), Languages::with)
}

#[test]
fn a_language_that_is_not_shown_costs_the_others_next_to_nothing() {
    let all = Languages::all().clone().with(made_up());
    let tags: Vec<&str> =
        all.iter().filter(|language| !language.is_original()).map(|language| &*language.tag).collect();
    let together = cost(&tags, &all);
    let costs: Vec<(&str, usize)> = tags.iter().map(|tag| (*tag, cost(&[tag], &all))).collect();
    println!("bytes that {tags:?} cost each of the others: {together}; one by one {costs:?}");
    assert!(together <= MOST * tags.len(), "{tags:?} cost {together} bytes, more than {MOST} each: {costs:?}");
    assert!(together > 10 * tags.len(), "{tags:?} cost {together}: their names and links are nowhere");
    for (tag, cost) in &costs {
        assert!(*cost <= MOST + CHANCE, "{tag} costs {cost} bytes: {costs:?}");
    }
}

/// Nothing else of a language comes to whoever reads another: no sentence, and no file.
#[test]
fn the_wording_of_a_language_names_the_others_and_says_nothing_of_them() {
    let more: BTreeMap<String, String> = wordings_in(&Languages::all().clone().with(made_up())).into_iter().collect();
    let but_names = |json: &str| {
        let mut said: serde_json::Value = serde_json::from_str(json).expect("JSON");
        let names = said.as_object_mut().and_then(|said| said.remove("languages"));
        (said, names.is_some())
    };
    for (file, json) in wordings_in(Languages::all()).into_iter().filter(|(file, _)| !file.contains("txt")) {
        assert_eq!(but_names(&more[&file]), but_names(&json), "{file}");
    }
}
