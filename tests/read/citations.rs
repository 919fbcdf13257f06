//! Citations that can be followed: the act, the annex by the procedure, the paragraph or row, and the way to the official text.

use std::collections::BTreeSet;

use tirkeu::page::node::{Element, Node};
use tirkeu::page::view::{State, answer};
use tirkeu::{Act, Answer, Application, Citation, Fact, Id, Procedure, Set, Words, date, law};

use crate::said::{LANGUAGES, words};
use crate::situations::{find, hands, readable, state, with_company, with_document};

/// The elements inside these for which this holds.
fn inside<'a>(elements: &'a [Element], is_one: &dyn Fn(&Element) -> bool) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for element in elements {
        if is_one(element) {
            found.push(element);
        }
        for child in &element.children {
            if let Node::Element(child) = child {
                found.extend(inside(std::slice::from_ref(child), is_one));
            }
        }
    }
    found
}

fn named<'a>(elements: &'a [Element], name: &str) -> Vec<&'a Element> {
    inside(elements, &|element| element.name == name)
}

fn text(element: &Element) -> String {
    readable(std::slice::from_ref(element)).lines().collect()
}

/// Where the official text of an act is, in the reader's language.
fn address(act: Act, language: &str) -> Option<String> {
    let document = match act {
        Act::Order267 => "140840",
        Act::Rules677 => "200504",
        _ => return None,
    };
    let ending = if language == "kk" { "kaz" } else { "rus" };
    Some(format!("https://zan.gov.kz/client/#!/doc/{document}/{ending}"))
}

/// A list of citations: each act by its name with its link, the annexes, and each statement with where it stands.
#[track_caller]
fn is_cited(list: &Element, annexes: Set<Procedure>, words: &Words) -> BTreeSet<String> {
    let mut cited = BTreeSet::new();
    for act in inside(std::slice::from_ref(list), &|of| of.name == "li" && !of.key.is_empty()) {
        let id = *Act::ALL.iter().find(|known| known.id() == act.key).expect("an act");
        let name = text(named(std::slice::from_ref(act), "cite")[0]);
        assert!(name.starts_with(&words.of("act.*", id.id())), "{name}");
        if id == Act::Order267 {
            assert_eq!(name, format!("{}, {}", words.get("act.267"), annexes_in(annexes, words)));
        }
        let links = named(std::slice::from_ref(act), "a");
        let link = address(id, words.language());
        assert_eq!(links.first().and_then(|link| link.attribute("href")), link.as_deref(), "{name}");
        for statement in inside(std::slice::from_ref(act), &|of| of.attribute("data-source").is_some()) {
            let id = statement.attribute("data-source").expect("a source");
            stands(&text(statement), id, annexes, words);
            cited.insert(id.to_owned());
        }
    }
    cited
}

fn annexes_in(annexes: Set<Procedure>, words: &Words) -> String {
    let number = |procedure| match procedure {
        Procedure::Permanent => "6",
        Procedure::Temporary => "7",
        Procedure::Accounting => "8",
    };
    let named: Vec<String> = annexes.iter().map(|of| words.with("act.annex", "number", number(of))).collect();
    if named.is_empty() { words.get("act.annexes.all") } else { words.all_of(&named) }
}

/// A statement begins with its paragraph, row or article, and says what the source says.
#[track_caller]
fn stands(said: &str, id: &str, annexes: Set<Procedure>, words: &Words) {
    let citation = *Citation::ALL.iter().find(|known| known.id() == id).expect("a source");
    let number = match (citation, annexes.only()) {
        (Citation::O267p5, Some(Procedure::Accounting)) => "4".to_owned(),
        (Citation::O267Consent, _) => "2".to_owned(),
        (Citation::O267Refusal, _) => "3".to_owned(),
        _ => {
            let number = citation.place().trim_start_matches("list.");
            number.split_once('.').map_or_else(|| number.to_owned(), |(row, part)| format!("{row}({part})"))
        }
    };
    let (place, statement) = match citation.act() {
        Act::Summary => ("", said),
        _ => said.split_once(": ").expect("where it stands"),
    };
    assert!(citation.act() == Act::Summary || place.contains(&number), "{id} stands at {place}");
    let sources = ["", ".police", ".both"].map(|end| words.get(&["source.", id, end].concat()));
    assert!(sources.contains(&statement.to_owned()), "{id} says {statement}");
}

/// The annexes of what may be applied for, of the person or of everybody: read from rules.md, and not from what is certain.
fn annexes(state: &State, person: Option<usize>) -> Set<Procedure> {
    let application = &state.application;
    let since_677 = application.visit_date >= date(2024, 9, 24);
    let mut annexes = Set::EMPTY;
    for (_, of) in application.people.iter().enumerate().filter(|(index, _)| person.is_none_or(|only| only == *index)) {
        let status = of.answers.get(Fact::Status);
        let may_be = |these: &[Answer]| status.is_none_or(|status| these.contains(&status));
        let service = application.answers.get(Fact::Service);
        let is_child = of.answers.get(Fact::Age) == Some(Answer::Under14);
        if may_be(&[Answer::Refugee]) || since_677 && may_be(&[Answer::AsylumSeeker]) {
            annexes = annexes.with(Procedure::Accounting);
        }
        if may_be(&[Answer::Foreigner, Answer::Stateless]) {
            if service != Some(Answer::Temporary) {
                annexes = annexes.with(Procedure::Permanent);
            }
            if service != Some(Answer::Permanent) && !(since_677 && is_child) {
                annexes = annexes.with(Procedure::Temporary);
            }
        }
    }
    annexes
}

/// The same with something not said: the service, and somebody's status or age.
fn with_gaps(application: Application) -> impl Iterator<Item = Application> {
    let without = |fact: Option<Fact>, service: bool| {
        let mut application = application.clone();
        if service {
            application.answers = application.answers.without(Fact::Service);
        }
        if let (Some(fact), Some(person)) = (fact, application.people.last_mut()) {
            person.answers = person.answers.without(fact);
        }
        application
    };
    [(None, false), (None, true), (Some(Fact::Status), false), (Some(Fact::Age), true)]
        .map(|(fact, service)| without(fact, service))
        .into_iter()
}

#[test]
fn every_finding_cites_its_sources_by_act_annex_and_place() {
    for language in LANGUAGES {
        let words = words(language);
        let applications = law::EDITIONS.iter().flat_map(|edition| with_company(edition).step_by(7));
        for application in applications.flat_map(with_gaps) {
            let state = state(with_document(application, hands()[3]));
            let shown = answer(&state, &words);
            for key in ["fix", "ask", "ready"] {
                let Some(section) = find(&shown, key) else { continue };
                let lists = inside(std::slice::from_ref(section), &|of| of.attribute("class") == Some("cited"));
                let findings = state.report.findings.iter().filter(|finding| match key {
                    "fix" => state
                        .report
                        .fix
                        .iter()
                        .any(|fix| (fix.requirement, fix.person) == (finding.requirement, finding.person)),
                    "ask" => finding.status == tirkeu::Status::Ask,
                    _ => finding.status == tirkeu::Status::Satisfied,
                });
                for (list, finding) in lists.iter().zip(findings.clone()) {
                    let cited = is_cited(list, annexes(&state, finding.person), &words);
                    let expected: BTreeSet<String> = finding.sources.iter().map(|of| of.id().to_owned()).collect();
                    assert_eq!(cited, expected, "{language} {key} {:?}", finding.requirement);
                }
                assert_eq!(lists.len(), findings.count(), "{key}");
            }
        }
    }
}

#[test]
fn every_link_leads_to_the_official_text_in_the_reader_s_language_and_takes_nothing_along() {
    for language in LANGUAGES {
        let words = words(language);
        let known: Vec<String> = Act::ALL.iter().filter_map(|act| address(*act, language)).collect();
        for application in law::EDITIONS.iter().flat_map(|edition| with_company(edition).step_by(11)) {
            let shown = answer(&state(with_document(application, hands()[2])), &words);
            for link in named(&shown, "a") {
                let is = |name: &str| link.attribute(name).unwrap_or_default().to_owned();
                assert!(known.contains(&is("href")), "{}", is("href"));
                assert_eq!((is("target"), is("rel")), ("_blank".to_owned(), "noopener noreferrer".to_owned()));
                assert_eq!(is("referrerpolicy"), "no-referrer");
                assert!(text(link).contains(&words.get("citation.open")), "it says that it opens anew");
            }
        }
    }
}

#[test]
fn what_it_rests_on_is_told_with_every_answer_read_in_a_copy_and_by_no_lawyer() {
    for language in LANGUAGES {
        let words = words(language);
        for application in law::EDITIONS.iter().flat_map(|edition| with_company(edition).step_by(29)) {
            let shown = answer(&state(application), &words);
            let rests = text(find(&shown, "rests").expect("what it rests on"));
            for id in ["answer.read_in_copy", "answer.not_reviewed", "answer.not_read", "answer.texts"] {
                let police = words.variant(".police").get(id);
                assert!(rests.contains(&words.get(id)) || rests.contains(&police), "{id}: {rests}");
            }
        }
    }
}
