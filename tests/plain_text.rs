//! The answer as the command line prints it: what somebody reads in a terminal, over many situations and in every language.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use fastrand::Rng;
use tirkeu::page::node::{Element, Node, element, text};
use tirkeu::page::rulebook::rulebook;
use tirkeu::page::view::{State, answer, full_list};
use tirkeu::page::wording::{languages, wording};
use tirkeu::{Answers, Application, Document, Documents, Fact, Form, Held, Id, Person, Words, date, law};

fn plain(elements: Vec<Element>) -> String {
    Node::Element(element("div").children(elements)).plain()
}

/// Something of a list, or nothing yet.
fn any<T: Copy>(random: &mut Rng, list: &[T]) -> Option<T> {
    random.choice(list).copied().filter(|_| random.u8(0..5) > 0)
}

fn answers(random: &mut Rng, facts: &[Fact]) -> Answers {
    let members = |fact: &Fact| fact.answers().iter().collect::<Vec<_>>();
    facts.iter().filter_map(|fact| any(random, &members(fact))).collect()
}

fn documents(random: &mut Rng, documents: &[Document]) -> Documents {
    let until = [date(2026, 1, 1), date(2030, 12, 31)];
    documents.iter().fold(Documents::UNKNOWN, |all, document| {
        let valid_until = any(random, &until).filter(|_| document.has_valid_until());
        all.with(*document, Held { form: any(random, Form::ALL), valid_until })
    })
}

fn application(random: &mut Rng) -> Application {
    let days = [date(2024, 3, 15), date(2024, 3, 16), date(2025, 11, 29), date(2026, 12, 1), date(2030, 2, 28)];
    let mut application = Application::on(any(random, &days).unwrap_or(days[3]));
    application.answers = answers(random, Fact::APPLICATION);
    application.documents = documents(random, Document::APPLICATION);
    for _ in 0..random.usize(1..4) {
        let (answers, documents) = (answers(random, Fact::PERSON), documents(random, Document::PERSON));
        application.people.push(Person { answers, documents });
    }
    application
}

/// What nobody would write: two spaces, a space before a sign or none after it, a day as a computer writes it, a place left open.
#[track_caller]
fn reads_well(page: &str) {
    for line in page.lines().map(str::trim_start) {
        let wrong = ["  ", " .", " ,", " :", " ;", " )", "( ", "..", ",,", "::", ":.", "{", "}"].iter();
        let found: Vec<_> = wrong.filter(|wrong| line.contains(**wrong)).collect();
        assert!(found.is_empty(), "{found:?} in: {line}");
        assert!(!has_a_bare_day(line), "a day not in words: {line}");
        assert_eq!(line, line.trim_end());
    }
    assert!(!page.contains("\n\n\n"), "two empty lines:\n{page}");
}

fn has_a_bare_day(line: &str) -> bool {
    let shape: String = line.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
    shape.contains("0000-00-00")
}

/// The texts of a tree, each as it stands there.
fn pieces(node: &Node, found: &mut BTreeSet<String>) {
    match node {
        Node::Text(text) => _ = found.insert(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Node::Element(element) if element.name == "button" => {}
        Node::Element(element) if element.name == "a" => found.extend(element.attribute("href").map(str::to_owned)),
        Node::Element(element) => element.children.iter().for_each(|child| pieces(child, found)),
    }
}

/// The texts of each name in a tree and of what is said of it: they stand in one line.
fn names_in_pieces(node: &Node, found: &mut Vec<Vec<String>>) {
    if let Node::Element(element) = node {
        if matches!(element.name, "label" | "th") {
            let texts = element.children.iter().map(|child| {
                let mut texts = BTreeSet::new();
                pieces(child, &mut texts);
                texts.into_iter().collect::<Vec<_>>().concat()
            });
            found.push(texts.filter(|text| !text.is_empty()).collect());
        }
        element.children.iter().for_each(|child| names_in_pieces(child, found));
    }
}

/// What is said of a name has a sign between its pieces, and an address one in front of it.
#[track_caller]
fn nothing_runs_together(elements: &[Element], page: &str) {
    let mut found = Vec::new();
    for element in elements {
        names_in_pieces(&Node::Element(element.clone()), &mut found);
    }
    for (one, other) in found.iter().flat_map(|texts| texts.iter().zip(texts.iter().skip(1))) {
        let is_open = one.ends_with(|last: char| last.is_alphanumeric() || ")»”".contains(last));
        let joined = [one.as_str(), " ", other.as_str()].concat();
        assert!(!(is_open && page.contains(&joined)), "“{joined}” runs together in:\n{page}");
    }
    for (before, _) in page.match_indices("https://").map(|(place, _)| page.split_at(place)) {
        assert!(
            before.ends_with(": ") || before.ends_with('\n'),
            "an address runs together with what is before it:\n{page}"
        );
    }
}

/// No text of a tree stands in the page with a letter of another right before or after it.
#[track_caller]
fn nothing_is_glued(elements: &[Element], page: &str) {
    let mut texts = BTreeSet::new();
    for element in elements {
        pieces(&Node::Element(element.clone()), &mut texts);
    }
    for text in texts.iter().filter(|text| text.len() > 12) {
        let apart = page.match_indices(text.as_str()).any(|(place, _)| {
            let (before, after) = (&page[..place], &page[place + text.len()..]);
            let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let joined = |one: Option<char>, other: Option<char>| is_letter(one) && is_letter(other);
            !joined(before.chars().next_back(), text.chars().next())
                && !joined(text.chars().next_back(), after.chars().next())
        });
        assert!(apart, "“{text}” does not stand apart in:\n{page}");
    }
}

#[test]
fn every_answer_reads_well_in_every_language() {
    let mut random = Rng::with_seed(2026);
    let spoken: Vec<Words> = languages().filter_map(wording).collect();
    for _ in 0..400 {
        let application = application(&mut random);
        let state = State::of(law::EDITIONS, application.visit_date, application);
        for words in &spoken {
            let elements = answer(&state, words);
            let page = plain(elements.clone());
            reads_well(&page);
            nothing_is_glued(&elements, &page);
            nothing_runs_together(&elements, &page);
        }
    }
}

#[test]
fn the_list_and_the_rulebook_read_well_in_every_language() {
    for words in languages().filter_map(wording) {
        reads_well(&plain(full_list(law::EDITIONS, &words)));
        assert!(!plain(rulebook(law::EDITIONS, &words)).lines().any(|line| line.trim_start().contains("  ")));
    }
}

#[test]
fn a_name_and_what_is_said_of_it_stand_apart() {
    let status = |name: &'static str| element("p").child(text(name, "A".into())).child(text("span", "B".into()));
    assert_eq!(plain(vec![status("strong")]), "A: B\n");
    assert_eq!(plain(vec![status("span")]), "A B\n");
    let label = element("label").child(element("input")).child(text("span", "A".into()));
    let label = label.child(text("span", "B.".into())).child(text("span", "C".into())).child(text("span", "D".into()));
    assert_eq!(plain(vec![element("li").child(label)]), "- A: B. C. D\n");
    let link = text("a", "Open it".into()).with("href", "https://example.kz/act").text(", in a new tab".into());
    assert_eq!(plain(vec![text("p", "Order".into()).child(link)]), "Order: https://example.kz/act\n");
    let own_sign = element("p").child(text("span", "A: ".into())).child(text("span", "B".into())).text(", C".into());
    assert_eq!(plain(vec![own_sign]), "A: B, C\n");
}

#[test]
fn what_stands_in_an_item_is_indented() {
    let inner = element("ul").child(text("li", "B".into())).child(text("li", "C".into()));
    let item = element("li").child(text("strong", "A".into())).child(text("p", "D".into())).child(inner);
    assert_eq!(plain(vec![element("ul").child(item), text("p", "E".into())]), "- A\n  D\n  - B\n  - C\nE\n");
}

#[test]
fn each_language_writes_days_in_its_own_words() {
    let day = |language: &str, month: u8| wording(language).map(|words| words.date(date(2026, month, 1)));
    assert_eq!(day("en", 3).as_deref(), Some("1 March 2026"));
    assert_eq!(day("ru", 3).as_deref(), Some("1 марта 2026 года"));
    assert_eq!(day("kk", 3).as_deref(), Some("2026 жылғы 1 наурыз"));
    for language in languages() {
        let year: BTreeSet<_> = (1..=12).map(|month| day(language, month)).collect();
        assert_eq!(year.len(), 12, "{language}");
    }
}
