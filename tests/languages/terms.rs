//! Official terms: in every sentence the one of the glossary, and beside each name the Russian one, so that it can be pointed at.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tirkeu::page::wording::Languages;

use crate::{said, translations};

fn glossary() -> Value {
    serde_json::from_str(include_str!("../glossary.json")).expect("an object")
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// What stands between `^`.
fn pointed_at(sentence: &str) -> Vec<&str> {
    sentence.split('^').skip(1).step_by(2).collect()
}

#[test]
fn a_term_is_the_same_wherever_its_source_has_it() {
    let (glossary, russian) = (glossary(), said(Languages::all().get("ru").expect("Russian")));
    let otherwise: BTreeMap<&str, Vec<&str>> = glossary["otherwise"]
        .as_object()
        .expect("exceptions")
        .iter()
        .map(|(term, ids)| (term.as_str(), list(ids)))
        .collect();
    let mut wrong = BTreeSet::new();
    for language in translations() {
        let here = said(language);
        for term in glossary["terms"].as_array().expect("terms") {
            let (source, ours) = (list(&term["ru"]), list(&term[&language.tag]));
            assert!(!ours.is_empty(), "{source:?} has no term in {}", language.tag);
            for (id, sentence) in &russian {
                let (sentence, there) =
                    (sentence.to_lowercase(), here.get(id).map(|there| own(there)).unwrap_or_default());
                let found = source.iter().find(|term| sentence.contains(**term));
                let is_other = found.is_some_and(|term| otherwise.get(term).is_some_and(|ids| ids.contains(id)));
                if found.is_some()
                    && !is_other
                    && here.contains_key(id)
                    && !ours.iter().any(|term| there.contains(term))
                {
                    wrong.insert(format!("{}: {id}: {source:?} is not {ours:?}: {there}", language.tag));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A sentence in small letters, without what is Russian in it.
fn own(sentence: &str) -> String {
    sentence.split('^').step_by(2).collect::<String>().to_lowercase()
}

#[test]
fn every_name_has_the_russian_one_beside_it_and_that_is_official() {
    let glossary = glossary();
    let (official, names) = (list(&glossary["official"]), list(&glossary["names"]));
    for language in translations() {
        let here = said(language);
        for id in &names {
            assert!(!pointed_at(here[id]).is_empty(), "{}: {id} cannot be pointed at: {}", language.tag, here[id]);
        }
        for (id, sentence) in &here {
            assert_eq!(sentence.matches('^').count() % 2, 0, "{}: {id}", language.tag);
            for term in pointed_at(sentence) {
                assert!(official.contains(&term), "{}: {id}: {term} is no official term", language.tag);
            }
        }
    }
}

/// The element's script says some sentences by itself, and a title is no place for marks.
#[test]
fn nothing_is_marked_where_it_could_not_be_shown() {
    for language in translations() {
        for (id, sentence) in said(language) {
            let is_plain = id.starts_with("tools.")
                || id.starts_with("code.")
                || matches!(id, "page.title" | "page.title.police" | "page.fallback" | "list.heading");
            assert!(!is_plain || !sentence.contains('^'), "{}: {id}", language.tag);
        }
    }
}
