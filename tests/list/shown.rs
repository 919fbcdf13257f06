//! What is shown of a list: all of it can be reached, and never more at once than a page can take.

use tirkeu::Id;
use tirkeu::list::fault::grouped;
use tirkeu::list::papers::{MOST_SHEETS, about_sheets, request, sheets};
use tirkeu::list::view::{SHOWN, fault_page, filtered, matching, one, overview};
use tirkeu::page::node::{Element, Node};

use crate::{all_words, session, words};

/// How many elements there are, with those inside.
fn elements(shown: &[Element]) -> usize {
    let inside = |element: &Element| elements(&children(element));
    shown.iter().map(|element| 1 + inside(element)).sum()
}

fn children(element: &Element) -> Vec<Element> {
    let of = |node: &Node| match node {
        Node::Element(element) => Some(element.clone()),
        Node::Text(_) => None,
    };
    element.children.iter().filter_map(of).collect()
}

/// The texts of all elements of this name.
pub(crate) fn texts(shown: &[Element], name: &str) -> Vec<String> {
    let text = |element: &Element| -> String {
        element
            .children
            .iter()
            .filter_map(|node| if let Node::Text(text) = node { Some(text.as_str()) } else { None })
            .collect()
    };
    let of = |element: &Element| {
        let own = (element.name == name).then(|| text(element));
        own.into_iter().chain(texts(&children(element), name)).collect::<Vec<_>>()
    };
    shown.iter().flat_map(of).collect()
}

/// A list in which nobody knows any of these words, each another one.
fn unknown(rows: usize) -> Vec<u8> {
    let rows: Vec<String> = (0..rows).map(|row| format!("Li {row};nonsense {row}")).collect();
    ["name;status\n", &rows.join("\n")].concat().into_bytes()
}

#[test]
fn a_request_names_everybody_once_in_the_order_of_the_list() {
    let list: Vec<String> = (0..1_003).map(|row| format!("Li {row};foreigner")).collect();
    let session = session(&["name;status\n", &list.join("\n")].concat().into_bytes());
    let checked = session.check().whole();
    let shown = request(&session, &checked, &words("ru"), Some(&words("kk")), &filtered(&checked, ""));
    let cells = texts(&shown, "td");
    let named: Vec<_> = cells.chunks(4).map(|row| (row[0].clone(), row[1].clone())).collect();
    let right: Vec<_> = (0..1_003).map(|row| (format!("{}", row + 1), format!("Li {row}"))).collect();
    assert_eq!(named, right);
}

#[test]
fn every_fault_is_on_one_of_the_pages() {
    let session = session(&unknown(3 * SHOWN + 7));
    let checked = session.check().whole();
    let group = grouped(&checked.faults).remove(0);
    let page = |page: usize| texts(&fault_page(&checked, &words("en"), group.place, group.kind.id(), page), "li");
    let paged: Vec<String> = (0..4).flat_map(page).collect();
    let all: Vec<String> =
        group.faults.iter().map(|fault| [&fault.cell(), ": ", &*fault.text(&words("en"))].concat()).collect();
    assert_eq!(paged, all);
    assert!(page(4).is_empty());
    let told = texts(&overview(&session, &checked, &words("en"), usize::MAX), "li");
    assert!(all.iter().all(|line| told.contains(line)), "on the command line all of them stand at once");
}

/// As much is shown of ten thousand faults as of a page of them.
#[test]
fn what_is_shown_at_once_does_not_grow_with_the_list() {
    let shown = |rows: usize| {
        let session = session(&unknown(rows));
        let checked = session.check().whole();
        elements(&overview(&session, &checked, &words("en"), SHOWN))
            + elements(&matching(&session, &checked, &words("en")))
    };
    assert_eq!(shown(SHOWN * 2), shown(10_000));
}

/// What cannot be pressed on this page is not there, and no sentence of one row's answer is missing.
#[test]
fn one_row_is_there_to_be_read() {
    let session = session("name;status;age;паспорт\nLi;внж;30;копия\nKim;внж;13;\n".as_bytes());
    let checked = session.check().whole();
    for words in all_words() {
        for row in 0..2 {
            let shown = one(&session, &checked, &words, row);
            assert!(!has_action(&shown), "{} {row}", words.language());
            assert!(elements(&shown) > 40);
            let said = texts(&shown, "p").into_iter().chain(texts(&shown, "li")).chain(texts(&shown, "h3"));
            said.for_each(|text| assert!(words.find(&text).is_none() && !text.starts_with("tools."), "{text}"));
        }
    }
}

fn has_action(shown: &[Element]) -> bool {
    shown.iter().any(|element| element.attribute("data-action").is_some() || has_action(&children(element)))
}

/// Every sheet is on one of the pages, and each page leads to the next.
#[test]
fn every_sheet_can_be_had() {
    let people = 2 * MOST_SHEETS + 7;
    let list: Vec<String> = (0..people).map(|row| format!("Li {row};foreigner\n")).collect();
    let session = session(&["name;status\n", &list.concat()].concat().into_bytes());
    let checked = session.check().whole();
    let all = filtered(&checked, "");
    let page = |page: usize| sheets(&session, &checked, &words("en"), None, &all, page);
    let names = |shown: &[Element]| typed(shown, "name0");
    let got: Vec<String> = (0..3).flat_map(|number| names(&page(number))).collect();
    assert_eq!(got, (0..people).map(|row| format!("Li {row}")).collect::<Vec<_>>());
    assert!(page(3).is_empty());
    let leads = |number: usize| format!("{:?}", about_sheets(&session, &checked, &words("en"), &all, Some(""), number));
    assert!(leads(0).contains("sheets::1") && leads(1).contains("sheets::2") && !leads(2).contains("sheets::3"));
    let few = crate::session("name;status\nLi;foreigner\n".as_bytes());
    assert!(about_sheets(&few, &few.check().whole(), &words("en"), &[0], Some(""), 0).is_empty());
}

/// What is written into the lines of this name.
fn typed(shown: &[Element], field: &str) -> Vec<String> {
    let of = |element: &Element| {
        let own = (element.attribute("data-typed") == Some(field))
            .then(|| texts(std::slice::from_ref(element), element.name));
        own.unwrap_or_else(|| typed(&children(element), field))
    };
    shown.iter().flat_map(of).collect()
}

/// What a day is written into by hand.
pub(crate) const BLANK: &str = "______________";

/// Rows with days of their own: the request names each beside its person, and what all rests on names each day and edition.
#[test]
fn each_day_that_a_list_is_judged_on_is_named() {
    let list = "name;status;visit date\nLi;foreigner;01.12.2024\nKim;foreigner;02.12.2026\nYun;foreigner;\nPak;foreigner;April\n";
    let session = session(list.as_bytes());
    let checked = session.check().whole();
    let days = [tirkeu::date(2024, 12, 1), tirkeu::date(2026, 12, 1), tirkeu::date(2026, 12, 2)];
    assert_eq!(checked.days(0..4), days);
    let words = words("en");
    let shown = request(&session, &checked, &words, None, &filtered(&checked, ""));
    let cells = texts(&shown, "td");
    assert_eq!(cells.len(), 20, "{cells:?}");
    assert_eq!([4, 9, 14, 19].map(|place| cells[place].as_str()), ["01.12.2024", "02.12.2026", "01.12.2026", BLANK]);
    let told = texts(&tirkeu::list::view::rests(&session, &checked, &words), "p");
    for day in days {
        assert!(told.contains(&words.with_date("paper.visit", day)), "{told:?}");
    }
    for edition in days.map(|day| tirkeu::in_force(tirkeu::law::EDITIONS, day).expect("an edition").from) {
        assert!(told.contains(&words.with_date("answer.edition", edition)), "{told:?}");
    }
}

/// What a column was taken for stands beside three of its values, each another one, and is what its list has chosen.
#[test]
fn each_match_is_shown_with_three_values() {
    let session = session("Кто;status;Что\nА;внж;x\nБ;лбг;x\nВ;внж;\nГ;беженец;x\nД;внж;x\n".as_bytes());
    let checked = session.check().whole();
    let shown = matching(&session, &checked, &words("en"));
    let samples: Vec<String> = texts(&shown, "td").into_iter().filter(|text| !text.is_empty()).collect();
    assert_eq!(samples, ["А · Б · В", "внж · лбг · беженец", "x"]);
    assert_eq!(chosen(&shown), ["", "status", ""]);
}

/// The value that each list of columns has chosen; nothing where it is the first.
fn chosen(shown: &[Element]) -> Vec<String> {
    let of = |element: &Element| {
        if !element.attribute("data-set").is_some_and(|set| set.starts_with("column:")) {
            return chosen(&children(element));
        }
        let options = children(element);
        let is_chosen = |option: &&Element| option.attribute("selected").is_some();
        vec![options.iter().find(is_chosen).and_then(|option| option.attribute("value")).unwrap_or_default().to_owned()]
    };
    shown.iter().flat_map(of).collect()
}

/// What is to be looked at comes in order: of the file, of its columns, of its cells; those by column, then by kind, then by row; hints last.
#[test]
fn the_file_comes_before_columns_and_columns_before_cells() {
    let text = "Список\nИИН;status;Дата рождения;Что\n990230100002;кто;никогда;x\n990230100002;где;03/04/2001;\n1;внж;32.01.2001;\n";
    let session = session(text.as_bytes());
    let checked = session.check().whole();
    let words = words("en");
    let shown = overview(&session, &checked, &words, SHOWN);
    let told = texts(&shown, "li");
    let place =
        |text: &str| told.iter().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}: {told:?}"));
    let order =
        ["Row 2 was taken", "is missing", "D «Что»", "A5:", "B3:", "B4:", "C3:", "C5:", "C4:", "A4:"].map(place);
    assert!(order.is_sorted(), "{order:?} {told:?}");
    let groups: Vec<_> =
        grouped(&checked.faults).iter().map(|group| (group.place, group.kind.id(), group.faults.len())).collect();
    assert_eq!(groups, [(0, "iin", 1), (0, "double", 1), (1, "unknown", 2), (2, "no_day", 2), (2, "order", 1)]);
}
