//! Refugees and asylum seekers go to the police, and are accounted: where everybody does, nothing that is read speaks of the State
//! Corporation or of registration, but for the names of acts and systems.

use std::collections::BTreeSet;

use tirkeu::page::view::{Stage, State, announcement, visit};
use tirkeu::{Edition, Words, law};

use crate::said::{LANGUAGES, words};
use crate::situations::{
    at, goes_to_the_police, hands, questions, readable, seeing, state, with_company, with_document,
};

/// What is never said, as it begins in each language.
const NEVER: [(&str, &[&str]); 3] = [
    ("kk", &["Мемлекеттік корпорац", "ХҚКО", "тірке", "Тірке"]),
    ("ru", &["осударственной корпорац", "осударственная корпорац", "оскорпорац", "ЦОН", "егистр"]),
    ("en", &["State Corporation", "TSON", "egist"]),
];

/// Names in which one of these words stands all the same, each with the reason.
const NAMES: &[&str] = &[
    // The act by its name.
    "Халықты тіркеу қағидалары",
    "Правила регистрации населения",
    "Правил регистрации населения",
    "Rules for registration of the population",
    // The system that the published summary names.
    "Халықты тіркеудің ықпалдастырылған жүйесі",
    "Integrated Population Registration System",
    "Population Registration Point",
    "системы регистрации населения",
    // The code of an address, by its official name.
    "екенжайдың тіркеу коды",
    "Регистрационный код адреса",
    // A complaint is entered in the records of the body that gets it: Order 267 has no other word.
    "ағым тіркелген күннен",
    "ағымды тіркелген күнінен",
    "со дня регистрации жалобы",
    "Её передают дальше не позднее 3 рабочих дней, если за это время не удовлетворят полностью. Услугодатель рассматривает её в течение 5 рабочих дней со дня её регистрации",
    // A request for asylum is entered in the records too: the Law on refugees, article 10 (6).
    "өтінішхат тіркелген күні",
    "в день регистрации ходатайства",
    "the day the request is registered",
    // Where births are recorded.
    "civil registry",
];

/// Everything that is read in a part of the page, line by line.
fn lines(shown: &str) -> Vec<String> {
    shown.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Those who go to the police alone: before anything is said of papers, and with all papers or none.
fn accounted(edition: &Edition) -> Vec<State> {
    let mut states = Vec::new();
    for application in with_company(edition) {
        let open = state(application.clone());
        if goes_to_the_police(&open) {
            states.push(open);
            states.extend([0, 3].map(|hand| state(with_document(application.clone(), hands()[hand]))));
        }
    }
    states
}

/// What the answer says, or the first question that is open, as one reads it on a screen.
fn screen(state: &State, words: &Words) -> String {
    readable(&at(state, Stage::Check, words)) + &announcement(&seeing(state, Stage::Check), words)
}

/// What is printed and what follows a refusal.
fn sheets(state: &State, words: &Words) -> String {
    let stages = [Stage::VisitSheet, Stage::OwnerSheet, Stage::ConsentForm, Stage::Appeal, Stage::Complaint];
    let of = |stage| readable(&at(state, stage, words));
    stages.map(of).concat()
}

/// The lines in which something is said that is never to be said.
fn wrong(lines: &BTreeSet<String>, language: &str) -> Vec<String> {
    let never = NEVER.iter().find(|(known, _)| *known == language).expect("a language").1;
    let without = |line: &str| NAMES.iter().fold(line.to_owned(), |line, name| line.replace(name, ""));
    lines.iter().filter(|line| never.iter().any(|word| without(line).contains(word))).cloned().collect()
}

/// Nothing is wrong in any language.
#[track_caller]
fn all_right(said: &dyn Fn(&str) -> BTreeSet<String>) {
    let of = |language: &'static str| (language, wrong(&said(language), language));
    let wrong: Vec<_> = LANGUAGES.into_iter().map(of).filter(|(_, wrong)| !wrong.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn whoever_goes_to_the_police_reads_of_the_police_and_of_accounting_alone() {
    all_right(&|language| {
        let (words, states) = (words(language), law::EDITIONS.iter().flat_map(accounted));
        let said: BTreeSet<String> = states.flat_map(|state| lines(&screen(&state, &words))).collect();
        assert!(said.len() > 100, "little is read in {language}");
        said
    });
}

#[test]
fn every_question_after_the_status_speaks_so_too() {
    all_right(&|language| {
        let words = words(language);
        let states = law::EDITIONS.iter().flat_map(accounted).filter(|state| !state.report.unanswered.is_empty());
        states.step_by(7).flat_map(|state| lines(&questions(&state, &words))).collect()
    });
}

/// What is printed in this edition. Before annex 8 had a form of its own the official form was one of registration: it is printed so.
fn printed(edition: &Edition, words: &Words) -> BTreeSet<String> {
    let is_before = edition.from == law::EDITIONS[0].from;
    let mut said = BTreeSet::new();
    for state in accounted(edition).into_iter().step_by(3) {
        let form = readable(&at(&state, Stage::ConsentForm, words));
        let form: BTreeSet<String> = lines(&form).into_iter().filter(|_| is_before).collect();
        said.extend(lines(&sheets(&state, words)).into_iter().filter(|line| !form.contains(line)));
    }
    said
}

#[test]
fn what_they_print_and_what_follows_a_refusal_speaks_so_too() {
    all_right(&|language| law::EDITIONS.iter().flat_map(|edition| printed(edition, &words(language))).collect());
}

#[test]
fn what_an_officer_reads_beside_it_speaks_so_too() {
    for (language, officer) in [("en", "kk"), ("en", "ru"), ("ru", "kk"), ("kk", "ru")] {
        let (own, officers) = (words(language), words(officer));
        let mut said = BTreeSet::new();
        for state in law::EDITIONS[1..].iter().flat_map(accounted).step_by(40) {
            for stage in [Stage::VisitSheet, Stage::OwnerSheet, Stage::Complaint] {
                let state = seeing(&state, stage);
                said.extend(lines(&readable(&visit(&state, &own, Some(&officers)))));
            }
        }
        let wrong = [language, officer].map(|language| wrong(&said, language));
        assert!(wrong.concat().is_empty(), "{wrong:#?}");
    }
}
