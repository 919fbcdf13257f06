//! What a language costs those who read another: its name, its tag and its links, in the pages and in the script that chooses.

use std::collections::BTreeMap;
use std::fs;

use tirkeu::page::pages::{pages_in, wordings_in};
use tirkeu::page::wording::{Language, Languages};

use crate::files::made_up;

/// At most so many bytes before the first question, in the mean of all other languages: 40 are wanted, and alone a page may take a dozen
/// more or less, as its letters happen to compress, so that the mean of five is off by that many.
const MOST: usize = 40 + 5;

/// Languages that cost more, and how much: one that runs from the right says so, in letters that nothing else on the page has, and many
/// tags mean it.
const MORE: &[(&str, usize)] = &[("fa-AF", 65)];

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
        let others = language.tags().filter(|tag| *tag != language.tag && !languages.tags().any(|other| other == tag));
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

/// What the one language more costs each of the others, in the mean.
fn cost(more: &BTreeMap<String, usize>, fewer: &BTreeMap<String, usize>) -> usize {
    let before: usize = fewer.values().sum();
    let after: usize = fewer.keys().map(|tag| more[tag]).sum();
    after.saturating_sub(before).div_ceil(fewer.len())
}

fn without(tag: &str) -> Languages {
    Languages::all().iter().filter(|language| language.tag != tag).cloned().fold(Languages::none(), Languages::with)
}

#[test]
fn a_language_that_is_not_shown_costs_the_others_next_to_nothing() {
    let all = loaded(Languages::all());
    let made_up = cost(&loaded(&Languages::all().clone().with(made_up())), &all);
    let translations =
        crate::translations().map(|language| (&*language.tag, cost(&all, &loaded(&without(&language.tag)))));
    let costs: Vec<(&str, usize)> = translations.chain([("one more", made_up)]).collect();
    println!("bytes that a language costs each of the others: {costs:?}");
    for (tag, cost) in &costs {
        let most = MORE.iter().find(|(other, _)| other == tag).map_or(MOST, |(_, most)| *most);
        assert!(*cost <= most, "{tag} costs {cost} bytes, more than {most}: {costs:?}");
        assert!(*cost > 10, "{tag} costs {cost}: its name and link are nowhere");
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
    for (file, json) in wordings_in(Languages::all()) {
        assert_eq!(but_names(&more[&file]), but_names(&json), "{file}");
    }
}
