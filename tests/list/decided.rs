//! What was decided about a list stays in sight: on the page, where it can be changed, and in the result.

use std::io::Cursor;
use std::rc::Rc;

use calamine::{Data, Reader, Xlsx};
use tirkeu::list::decided::decisions;
use tirkeu::list::session::Session;
use tirkeu::list::view::{SHOWN, matching};
use tirkeu::page::node::{Element, Node};

use crate::shown::texts;
use crate::{all_words, session, words};

const LIST: &str = "ФИО;Статус;Паспорт;Род\nЛи;студент;паспорта нет;03/04/2001\nКим;Студент;паспорта нет;05/06/2002\nЮн;аспирант;оригинал;\n";

/// The question after each list of choices, what it sets, and what is chosen in it.
fn choices(shown: &[Element]) -> Vec<(String, String, String)> {
    let of = |element: &Element| {
        let inside: Vec<Element> = element.children.iter().filter_map(element_of).collect();
        let set = element.attribute("data-set").unwrap_or_default();
        if !set.starts_with("choice:") && !set.starts_with("order:") {
            return choices(&inside);
        }
        let chosen = inside.iter().find(|option| option.attribute("selected").is_some());
        let chosen = chosen.and_then(|option| option.attribute("value")).unwrap_or_default();
        let label = element.attribute("aria-label").unwrap_or_default();
        vec![(label.to_owned(), set.to_owned(), chosen.to_owned())]
    };
    shown.iter().flat_map(of).collect()
}

fn element_of(node: &Node) -> Option<Element> {
    if let Node::Element(element) = node { Some(element.clone()) } else { None }
}

fn shown(session: &Session, language: &str) -> Vec<(String, String, String)> {
    choices(&matching(session, &session.check().whole(), &words(language)))
}

/// The same questions in the same places, answered or not: what is answered can be answered otherwise.
#[test]
fn a_question_that_is_answered_stays_where_it_is() {
    let mut session = session(LIST.as_bytes());
    session.set_column(3, "born");
    let sets = |session: &Session| shown(session, "ru").into_iter().map(|(_, set, _)| set).collect::<Vec<_>>();
    let before = sets(&session);
    assert_eq!(
        before,
        ["choice:status:студент", "choice:identity_document:паспорта нет", "choice:status:аспирант", "order:3"]
    );
    assert!(session.set_choice("status", "студент", "foreigner"));
    assert!(session.set_choice("identity_document", "паспорта нет", "none"));
    session.set_order(3, tirkeu::list::dates::Order::DayFirst);
    assert_eq!(sets(&session), before);
    let chosen: Vec<String> = shown(&session, "ru").into_iter().map(|(_, _, chosen)| chosen).collect();
    assert_eq!(chosen, ["foreigner", "none", "", "day"]);
    assert!(session.set_choice("status", "студент", "visitor"));
    let (label, _, chosen) = shown(&session, "ru").remove(0);
    assert_eq!(chosen, "visitor");
    assert!(label.starts_with(&words("ru").get("roll.decided")) && label.contains("студент"), "{label}");
    assert!(session.set_choice("status", "студент", ""));
    let (label, _, chosen) = shown(&session, "ru").remove(0);
    assert!(chosen.is_empty() && !label.contains(&words("ru").get("roll.decided")), "it is asked again: {label}");
}

/// However much was decided, as many questions are still asked, and all decisions are there.
#[test]
fn decisions_take_no_room_from_questions() {
    let rows: Vec<String> = (0..3 * SHOWN).map(|row| format!("Li {row};nonsense {row}")).collect();
    let mut session = session(["name;status\n", &rows.join("\n")].concat().as_bytes());
    for row in 0..SHOWN + 7 {
        assert!(session.set_choice("status", &format!("nonsense {row}"), "refugee"));
    }
    let shown = shown(&session, "en");
    assert_eq!(shown.iter().filter(|(_, _, chosen)| chosen == "refugee").count(), SHOWN + 7);
    assert_eq!(shown.len(), 2 * SHOWN + 7);
}

/// The workbook says what was decided, beside the edition and that it is a pre-check.
#[test]
fn the_result_says_what_was_decided() {
    for words in all_words() {
        let mut session = session(LIST.as_bytes());
        session.set_column(3, "born");
        session.set_choice("status", "студент", "foreigner");
        session.set_order(3, tirkeu::list::dates::Order::MonthFirst);
        let checked = Rc::new(session.check().whole());
        session.checked = Some(Rc::clone(&checked));
        let bytes = session.result(&words).expect("it is checked").whole().expect("it is written");
        let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let basis = book.worksheet_range_at(2).expect("a sheet").expect("it can be read");
        let lines: Vec<String> = basis.rows().map(|row| row.first().map(Data::to_string).unwrap_or_default()).collect();
        let said = decisions(&session.table, &checked.layout, &session.plan, &words);
        assert_eq!(said.len(), 3);
        assert!(said[2].contains("«студент»") || said[2].contains("“студент”"), "{said:?}");
        assert!(said[2].contains(&words.get("answer.status.foreigner")) && said[2].contains('2'), "{said:?}");
        assert!(said[1].contains(&words.get("roll.orders.month")), "{said:?}");
        assert!(lines.ends_with(&said) && lines.contains(&words.get("roll.decided")), "{lines:?}");
        assert!(lines.contains(&words.get("roll.not_a_decision")));
    }
}

/// Nothing is said of decisions where none were made.
#[test]
fn what_was_not_decided_is_not_told() {
    let session = session(LIST.as_bytes());
    let checked = session.check().whole();
    assert!(decisions(&session.table, &checked.layout, &session.plan, &words("ru")).is_empty());
    let told = texts(&matching(&session, &checked, &words("ru")), "span").concat();
    assert!(!told.contains(&words("ru").get("roll.decided")), "{told}");
}
