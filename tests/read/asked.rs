//! What the counter is to be asked: a sentence for each situation in which something is a question, and none besides.

use std::collections::BTreeSet;

use tirkeu::page::view::{Stage, announcement, answer, full_list};
use tirkeu::page::wording::sentences;
use tirkeu::{Status, law};

use crate::said::LANGUAGES;
use crate::situations::{Found, at, hands, part, readable, state, with_company, with_document};

fn asks(id: &str) -> bool {
    id.starts_with("requirement.") && id.contains(".ask")
}

#[test]
fn every_sentence_that_asks_is_said_in_some_situation_and_no_other_is_there() {
    let found = Found::default();
    let words = found.words("en");
    let _ = full_list(law::EDITIONS, &words);
    for application in law::EDITIONS.iter().flat_map(with_company) {
        for held in hands() {
            let _ = answer(&state(with_document(application.clone(), held)), &words);
        }
    }
    let said: BTreeSet<String> = found.ids().into_iter().filter(|id| asks(id)).collect();
    let there: BTreeSet<String> = sentences("en").expect("English").into_keys().filter(|id| asks(id)).collect();
    let left_over: Vec<_> = there.difference(&said).collect();
    assert!(left_over.is_empty(), "in no situation one asks {left_over:#?}");
}

#[test]
fn what_is_a_question_is_asked_in_words_of_its_own() {
    for language in LANGUAGES {
        let words = Found::default().words(language);
        for application in law::EDITIONS.iter().flat_map(with_company) {
            let state = state(with_document(application, hands()[2]));
            let questions = state.report.findings_that(Status::Ask).count();
            let shown = part(&answer(&state, &words), "ask");
            assert!(shown.matches('?').count() >= questions, "{shown}");
            assert!(!shown.contains("requirement."), "an id is shown:\n{shown}");
        }
    }
}

/// Whether a word of a text is an id: parts with dots between them, the first of which is that of a sentence.
fn is_id(word: &str, starts: &BTreeSet<String>) -> bool {
    let word = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    word.split_once('.').is_some_and(|(start, _)| starts.contains(start))
}

#[test]
fn no_id_is_ever_shown_in_the_place_of_a_sentence() {
    let starts = sentences("en").expect("English").into_keys();
    let starts: BTreeSet<String> = starts.filter_map(|id| Some(id.split_once('.')?.0.to_owned())).collect();
    let stages = [Stage::Check, Stage::VisitSheet, Stage::OwnerSheet, Stage::ConsentForm, Stage::Appeal];
    for (language, edition) in LANGUAGES.iter().flat_map(|language| law::EDITIONS.iter().map(move |of| (language, of)))
    {
        let words = Found::default().words(language);
        for application in with_company(edition).step_by(7) {
            let state = state(with_document(application, hands()[3]));
            let shown = stages.map(|stage| readable(&at(&state, stage, &words))).concat();
            let shown = shown + &announcement(&state, &words);
            let id = shown.split_whitespace().find(|word| is_id(word, &starts));
            assert_eq!(id, None, "{language}: {:#?}", state.application);
        }
    }
}
