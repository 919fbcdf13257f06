//! The form of the consent: the official words of both languages, one form for each person, what is typed in its place.

use std::collections::BTreeSet;

use tirkeu::page::node::{Element, Node};
use tirkeu::page::view::{Stage, answer};
use tirkeu::{Answer, Application, Fact, Words, law};

use crate::said::{ADULT, HOME, LANGUAGES, says, state as after, words};
use crate::situations::{at, part, person, readable, state, with_company};

/// The elements with this attribute, whatever they stand in.
fn with<'a>(elements: &'a [Element], name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for element in elements {
        found.extend(element.attribute(name).map(|_| element));
        for child in &element.children {
            if let Node::Element(child) = child {
                found.extend(with(std::slice::from_ref(child), name));
            }
        }
    }
    found
}

fn values(elements: &[Element], name: &str) -> BTreeSet<String> {
    with(elements, name).into_iter().filter_map(|of| of.attribute(name).map(str::to_owned)).collect()
}

/// The forms on the sheet, by the place of the person.
fn forms(elements: &[Element]) -> Vec<&Element> {
    with(elements, "class").into_iter().filter(|of| of.attribute("class") == Some("consent")).collect()
}

/// The ids of what the form says, besides those that are the same in every form.
const OWN_WORDS: [&str; 7] =
    ["title", "owner", "no_objection", "action", "new_address", "old_address", "person_signature"];

const ALIKE: [&str; 24] = [
    "to",
    "iin",
    "surname",
    "given_name",
    "patronymic",
    "born",
    "basis",
    "document_number",
    "issued",
    "issuer",
    "birthplace",
    "reason",
    "country",
    "region",
    "district",
    "settlement",
    "settlement_district",
    "street",
    "house",
    "block",
    "flat",
    "arrival",
    "departure",
    "owner_signature",
];

/// A form is the one of annex 8, or the one of the others, in both languages.
#[track_caller]
fn is_form_of(form: &Element, official: &[Words; 2], is_of_annex_8: bool, actions: &[&str]) {
    for words in official {
        let language = words.language();
        let spans = with(std::slice::from_ref(form), "lang");
        let spans = spans.into_iter().filter(|span| span.attribute("lang") == Some(language));
        let said: Vec<String> = spans.map(|span| readable(std::slice::from_ref(span)).trim().to_owned()).collect();
        for name in ALIKE {
            assert!(said.contains(&words.of("consent.*", name)), "{language}: {name}");
        }
        for name in OWN_WORDS {
            let (base, police) = (words.of("consent.*", name), words.of("consent.*.police", name));
            assert_eq!((said.contains(&base), said.contains(&police)), (!is_of_annex_8, is_of_annex_8), "{name}");
        }
        let of_form = ["permanent", "temporary", "accounting", "accounting_address"];
        for action in of_form {
            let is_there = said.contains(&words.of("consent.action.*", action));
            assert_eq!(is_there, actions.contains(&action), "{language}: {action}");
        }
    }
}

const ACCOUNTING: &[&str] = &["accounting_address", "accounting"];

#[test]
fn everybody_in_scope_has_a_form_of_their_own_in_the_words_of_their_annex() {
    let (english, official) = (words("en"), ["kk", "ru"].map(words));
    for edition in law::EDITIONS {
        for application in with_company(edition) {
            let state = state(application);
            let shown = at(&state, Stage::ConsentForm, &english);
            let elsewhere: Vec<usize> = state.report.elsewhere.iter().map(|of| of.person).collect();
            let people = (0..state.application.people.len()).filter(|index| !elsewhere.contains(index));
            let expected: Vec<String> = people.clone().map(|index| index.to_string()).collect();
            let forms = forms(&shown);
            assert_eq!(forms.iter().map(|form| form.key.to_string()).collect::<Vec<_>>(), expected);
            for (form, index) in forms.into_iter().zip(people) {
                let of = state.application.people[index].answers.given();
                let is_accounted = of.meets(Answer::set(&[Answer::Refugee, Answer::AsylumSeeker]));
                let service = state.application.answers.get(Fact::Service);
                match (is_accounted, edition.from < law::EDITIONS[1].from, service) {
                    (true, false, _) => is_form_of(form, &official, true, ACCOUNTING),
                    (true, true, _) | (_, _, Some(Answer::Temporary)) => {
                        is_form_of(form, &official, false, &["temporary"]);
                    }
                    (_, _, Some(_)) => is_form_of(form, &official, false, &["permanent"]),
                    (_, _, None) => is_form_of(form, &official, false, &["permanent", "temporary"]),
                }
            }
        }
    }
}

#[test]
fn while_the_service_is_open_the_form_has_both_to_underline() {
    let mut application = Application::on(law::EDITIONS[2].from);
    application.people = vec![person(&[Answer::Foreigner, Answer::Adult])];
    let shown = at(&state(application), Stage::ConsentForm, &words("kk"));
    is_form_of(forms(&shown)[0], &["kk", "ru"].map(words), false, &["permanent", "temporary"]);
}

#[test]
fn what_is_typed_for_a_person_stands_in_their_form_and_every_other_line_is_left_to_write_on() {
    for language in LANGUAGES {
        let mut application = Application::on(law::EDITIONS[2].from);
        application.people = vec![person(&[Answer::Foreigner]), person(&[Answer::Refugee]), person(&[Answer::Visitor])];
        let shown = at(&state(application), Stage::ConsentForm, &words(language));
        let typed = ["surname", "given_name", "patronymic", "iin", "born"];
        let mut fields: BTreeSet<String> =
            typed.iter().flat_map(|name| [0, 1].map(|index| format!("{name}{index}"))).collect();
        fields.insert("owner".to_owned());
        assert_eq!(values(&shown, "data-type"), fields, "what can be typed");
        assert_eq!(values(&shown, "data-typed"), fields, "where it stands");
        let lines = with(&shown, "class").into_iter().filter(|of| of.attribute("class") == Some("typed")).count();
        assert_eq!(lines, 2 * LINES, "the lines of two forms");
        let filled = with(&shown, "data-type").into_iter().any(|field| field.attribute("value").is_some());
        assert!(!filled, "nothing is filled in by itself");
    }
}

/// To whom, the owner, both columns, the reason, both addresses, two days, two signatures with their telephones.
const LINES: usize = 1 + 1 + 5 + 5 + 1 + 9 + 9 + 2 + 4;

#[test]
fn before_annex_8_had_a_form_of_its_own_the_tenant_was_named_to_refugees_too() {
    for (edition, is_named) in law::EDITIONS.iter().zip([true, false, false]) {
        let mut application = Application::on(edition.from);
        application.people = vec![person(&[Answer::Refugee])];
        let shown = readable(&at(&state(application), Stage::ConsentForm, &words("ru")));
        assert_eq!(shown.contains("(наниматель)"), is_named, "{}", edition.from);
    }
}

#[test]
fn where_the_consent_is_not_yet_there_the_form_is_offered() {
    for held in ["none", "copy", "electronic"] {
        let held = format!("hold::owner_consent:{held}");
        let said = [&ADULT[..], &HOME, &[&held]].concat();
        for language in LANGUAGES {
            let words = words(language);
            let shown = answer(&after("2026-12-01", &said), &words);
            let ask = part(&shown, "ask");
            says(&ask, &words.get("consent.offer"));
            says(&ask, &words.get("consent.hint"));
        }
    }
}
