//! What is printed of a list: for whom the service is, and for nobody else.

use tirkeu::list::columns::{Choice, Column};
use tirkeu::list::labels::{Labels, choice_name};
use tirkeu::list::papers::{about_request, about_sheets, request, sheets};
use tirkeu::list::session::Session;
use tirkeu::list::told::told;
use tirkeu::list::view::{filtered, one};
use tirkeu::page::node::{Element, Node};
use tirkeu::{Document, Form, law};

use crate::shown::{BLANK, texts};
use crate::{all_words, session, words};

const HEAD: &str = "ФИО;Статус;Дата рождения;Паспорт;Срок действия;Кто подаёт;Недееспособный\n";

fn list(rows: &str) -> Session {
    let mut session = session([HEAD, rows].concat().as_bytes());
    for (column, answer) in [("service", "permanent"), ("residence", "own"), ("institution_request", "original")] {
        session.say(column, answer);
    }
    session
}

/// All texts, in their order.
fn all_text(shown: &[Element]) -> String {
    let of = |node: &Node| match node {
        Node::Element(element) => all_text(std::slice::from_ref(element)),
        Node::Text(text) => text.clone(),
    };
    shown.iter().flat_map(|element| element.children.iter().map(of)).collect::<Vec<_>>().join("\n")
}

const MIXED: &str = "Ли;ВНЖ;12.03.1990;оригинал;31.12.2030;сам;нет
Ким;виза;12.03.1990;оригинал;31.12.2030;сам;нет
Пак;гражданин;29.02.2005;оригинал;31.12.2030;сам;нет
Цой;РВП;1.3.1991;оригинал;31.12.2030;сам;нет
Юн;ВНЖ;29.02.2005;копия;31.12.2030;сам;нет
Хан;ВНЖ;2 марта 1992;оригинал;31.12.2030;сам;нет
";

fn mixed() -> Session {
    let mut session = list(MIXED);
    session.set_choice("status", "виза", "visitor");
    session.set_choice("status", "РВП", "temporary_permit");
    session
}

#[test]
fn only_those_whom_the_service_is_for_have_a_sheet() {
    let session = mixed();
    let checked = session.check().whole();
    let all = filtered(&checked, "");
    for words in all_words() {
        let shown = sheets(&session, &checked, &words, None, &all, 0);
        assert_eq!(shown.len(), 3, "{}", words.language());
        let text = all_text(&shown);
        assert!(["Ли", "Юн", "Хан"].iter().all(|name| text.contains(name)));
        assert!(!["Ким", "Пак", "Цой"].iter().any(|name| text.contains(name)), "{text}");
        let out = texts(&about_sheets(&session, &checked, &words, &all, Some(""), 0), "p");
        let reason = |rows: &str, id: &str| {
            out.iter().any(|line| line.contains(rows) && line.contains(&words.get(&["elsewhere.", id].concat())))
        };
        assert!(reason(" 3", "visitor") && reason(" 4", "citizen") && reason(" 5", "temporary_permit"), "{out:?}");
        assert_eq!(out.len(), 3);
        for row in 0..6 {
            let has_button = format!("{:?}", one(&session, &checked, &words, row)).contains("sheets:row:");
            assert_eq!(has_button, [0, 4, 5].contains(&row), "row {row}");
        }
    }
}

#[test]
fn the_request_names_nobody_else_and_no_day_that_is_none() {
    let session = mixed();
    let checked = session.check().whole();
    let all = filtered(&checked, "");
    for words in all_words() {
        let shown = request(&session, &checked, &words, None, &all);
        let cells = texts(&shown, "td");
        let named: Vec<[&str; 3]> = cells.chunks(4).map(|row| [&*row[0], &*row[1], &*row[3]]).collect();
        assert_eq!(named, [["1", "Ли", "12.03.1990"], ["2", "Юн", BLANK], ["3", "Хан", "02.03.1992"]]);
        assert!(
            !all_text(&shown).contains(&words.get("paper.not_a_decision")),
            "a letter of theirs bears no line of ours"
        );
        let out = texts(&about_request(&session, &checked, &words, &all), "p");
        assert_eq!(out.len(), 3, "{out:?}");
        assert!(out.iter().any(|line| line.contains(&words.get("elsewhere.citizen")) && line.contains('4')));
        let nobody = request(&session, &checked, &words, None, &[1, 2, 3]);
        assert!(nobody.is_empty(), "a letter about nobody");
    }
}

/// What is open stands on the sheet by its name; nobody who reads paper can answer on.
#[test]
fn a_sheet_says_what_is_not_said_yet() {
    let session = list("Ли;ВНЖ;;;31.12.2030;сам;нет\n");
    let checked = session.check().whole();
    for words in all_words() {
        let text = all_text(&sheets(&session, &checked, &words, None, &[0], 0));
        assert!(!text.contains(&words.get("verdict.undecided")), "{text}");
        let begin = words.get("roll.told.open");
        let (begin, _) = begin.split_once('{').expect("a place");
        assert!(text.contains(begin) && text.contains(&words.get("fact.age.name")), "{text}");
    }
}

/// A visit whose day nobody can read has no sheet with another day.
#[test]
fn without_its_day_a_visit_has_no_sheet() {
    let session = session("name;status;visit date\nLi;foreigner;April\n".as_bytes());
    let checked = session.check().whole();
    let words = words("en");
    assert!(sheets(&session, &checked, &words, None, &[0], 0).is_empty());
    let out = texts(&about_sheets(&session, &checked, &words, &[0], None, 0), "p");
    assert!(out.len() == 1 && out[0].contains('2') && out[0].contains(&words.get("roll.column.visit_date")), "{out:?}");
}

/// No cell that is mended would change what a row is told whom the service is not for.
#[test]
fn nobody_out_of_scope_is_to_mend_a_cell() {
    let session = mixed();
    let checked = session.check().whole();
    let words = words("ru");
    let to_do = |row: usize| told(law::EDITIONS, &checked, &session.table, row, &words).expect("a row").to_do.join(" ");
    assert!(!to_do(2).contains("C4") && to_do(2).contains(&words.get("elsewhere.citizen")), "{}", to_do(2));
    assert!(to_do(4).contains("C6"), "{}", to_do(4));
}

/// A permit that ends within thirty days after the visit is told of, in the list and on the sheet; one that ends later is not.
#[test]
fn a_document_that_ends_soon_is_told_of() {
    let session =
        list("Ли;ВНЖ;12.03.1990;оригинал;31.12.2026;сам;нет\nКим;ВНЖ;12.03.1990;оригинал;01.01.2027;сам;нет\n");
    let checked = session.check().whole();
    for words in all_words() {
        let soon = words.with_date("bag.ends_soon", tirkeu::date(2026, 12, 31));
        let later = words.get("bag.ends_soon");
        let later = later.split_once('{').expect("a place").0.to_owned();
        let to_do =
            |row: usize| told(law::EDITIONS, &checked, &session.table, row, &words).expect("a row").to_do.join(" ");
        assert!(to_do(0).contains(&soon), "{}", to_do(0));
        let sheet = |row: usize| all_text(&sheets(&session, &checked, &words, None, &[row], 0));
        assert!(sheet(0).contains(&soon), "{}", sheet(0));
        assert!(!to_do(1).contains(&soon) && !sheet(1).contains(&soon));
        assert!(later.is_empty() || !to_do(1).contains(&later), "{}", to_do(1));
    }
}

/// A clerk reads of somebody else's documents, never of "yours".
#[test]
fn a_list_speaks_of_a_third_person() {
    let session = list("Ли;ВНЖ;12.03.1990;копия;31.12.2030;сам;нет\n");
    let checked = session.check().whole();
    for words in all_words() {
        let theirs = words.get("document.identity_document.of");
        for shown in [one(&session, &checked, &words, 0), sheets(&session, &checked, &words, None, &[0], 0)] {
            let text = all_text(&shown);
            assert!(text.contains(&theirs), "{}: {text}", words.language());
            let yours = words.get("document.identity_document");
            let is_yours =
                |line: &str| line.strip_prefix(&*yours).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'));
            assert!(!text.lines().any(is_yours), "{}: {text}", words.language());
        }
    }
}

/// A request is a paper of an organisation: nobody opens it in an application for a phone. However it is called, it is read.
#[test]
fn a_request_is_called_by_its_kind() {
    let labels = Labels::of(&all_words());
    let column = Column::Document(Document::InstitutionRequest);
    let choice = Choice::Form(Form::Electronic);
    for words in all_words() {
        assert_eq!(choice_name(column, choice, &words), words.get("form.electronic.paper"));
        for id in ["form.electronic.paper", "form.electronic"] {
            assert_eq!(labels.choice(column, &words.get(id)), Some(choice));
        }
        let identity = Column::Document(Document::IdentityDocument);
        assert_eq!(choice_name(identity, choice, &words), words.get("form.electronic"));
    }
}

#[test]
fn incapacity_is_known_by_its_usual_names() {
    let labels = Labels::of(&all_words());
    let column = Column::of("incapacitated").expect("a column");
    for name in ["Недееспособный", "недееспособная", "Әрекет қабілетсіз", "Incapacity", "legally incapacitated"]
    {
        assert_eq!(labels.columns(name), [column], "{name}");
    }
}
