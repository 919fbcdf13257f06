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
                if found.is_some() && !is_other && here.contains_key(id) && !ours.iter().any(|term| has(&there, term)) {
                    wrong.insert(format!("{}: {id}: {source:?} is not {ours:?}: {there}", language.tag));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether a term stands in a sentence: at the beginning of a word at least; one as short as `رد`, which is in many words, by itself.
fn has(sentence: &str, term: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphabetic() || letter == '\u{200c}');
    sentence.match_indices(term).any(|(at, _)| {
        let before = sentence.get(..at).and_then(|before| before.chars().next_back());
        let after = sentence.get(at + term.len()..).and_then(|after| after.chars().next());
        !is_letter(before) && (term.chars().count() > 2 || !is_letter(after))
    })
}

#[test]
fn a_short_term_is_found_as_a_word_alone() {
    assert!(has("اگر رد شد", "رد") && !has("راجستر کردن", "رد") && !has("مردم", "رد"));
    assert!(has("uy egasining roziligi", "rozili") && !has("norozilik", "rozili"));
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

/// What is asked at the counter, and what is said of getting a paper.
fn is_pointed_at(id: &str) -> bool {
    let is_of = |start, middle| id.starts_with(start) && id.contains(middle);
    is_of("requirement.", ".ask") || is_of("document.", ".get") || id == "requirement.owner_presence.absent"
}

/// Whoever asks at the counter, or looks for a paper, points at its Russian name: it stands behind the first mention in each sentence group.
#[test]
fn every_paper_and_procedure_that_is_asked_about_can_be_pointed_at() {
    let (glossary, russian) = (glossary(), said(Languages::all().get("ru").expect("Russian")));
    let terms = glossary["pointed_at"].as_object().expect("terms");
    let (mut wrong, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for language in translations() {
        let here = said(language);
        for (id, sentence) in russian.iter().filter(|(id, _)| is_pointed_at(id)) {
            let (sentence, there) = (sentence.to_lowercase(), pointed_at(here[id]).join("|").to_lowercase());
            for (term, official) in terms.iter().filter(|(term, _)| sentence.contains(term.as_str())) {
                seen.insert(term);
                if !there.contains(official.as_str().expect("a term")) {
                    wrong.insert(format!("{}: {id}: no {official} in {}", language.tag, here[id]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(seen.len(), terms.len(), "a term that no sentence has");
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
