//! The result: the columns as they were, and beside each row what came of it.

use std::io::Cursor;
use std::rc::Rc;

use calamine::{Data, Reader, Xlsx};
use tirkeu::Words;
use tirkeu::list::Table;
use tirkeu::list::session::Session;

use crate::files::{by_hand, row, workbook};
use crate::{all_words, session, words};

const ROWS: &[&[&str]] = &[
    &["Список"],
    &["ФИО", "Комната", "Статус", "Дата рождения", "Паспорт", "Кто подаёт"],
    &["=1+1", "012", "ВНЖ", "12.03.1990", "оригинал", "сам"],
    &["@Ким", "+7", "студент", "05.04.1991", "копия", "сам"],
    &["-Ли", "", "гражданин", "05.04.1991", "копия", "сам"],
];

fn result(bytes: &[u8], words: &Words) -> Vec<u8> {
    let mut session = session(bytes);
    for (column, answer) in [("service", "permanent"), ("institution_request", "original"), ("incapacitated", "no")] {
        assert!(session.say(column, answer));
    }
    session.checked = Some(Rc::new(session.check().whole()));
    session.result(words).expect("it is checked").whole().expect("it is written")
}

fn rows(bytes: Vec<u8>, sheet: usize) -> Vec<Vec<String>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range_at(sheet).expect("a sheet").expect("it can be read");
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

#[test]
fn the_columns_stay_and_every_row_says_something() {
    for words in all_words() {
        let written = rows(result(&workbook(ROWS), &words), 0);
        for (row, cells) in ROWS.iter().enumerate() {
            let kept: Vec<&str> = written[row].iter().map(String::as_str).take(cells.len()).collect();
            assert_eq!(kept, *cells, "row {row}");
        }
        let ours: Vec<&[String]> = written[2..].iter().map(|row| &row[6..9]).collect();
        assert!(ours.iter().all(|told| !told[0].is_empty() && !told[1].is_empty()), "{ours:?}");
        assert!(written[3][7].contains("C4"), "the cell to mend is named: {}", written[3][7]);
    }
}

/// No cell becomes a formula: it is a text, as it was.
#[test]
fn what_begins_like_a_formula_is_text() {
    let bytes = result(&workbook(ROWS), &words("ru"));
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let formulas = book.worksheet_formula("Список").expect("the sheet");
    assert!(formulas.rows().flatten().all(String::is_empty), "{formulas:?}");
}

#[test]
fn a_result_read_again_gives_the_same() {
    for words in all_words() {
        let first = result(&workbook(ROWS), &words);
        let again = result(&first, &words);
        assert!(first == again, "{}: another result, of {} bytes for {}", words.language(), again.len(), first.len());
    }
}

/// What was said of the list goes along: nobody has to say it again.
#[test]
fn a_result_read_again_needs_nothing_said() {
    for words in all_words() {
        let mut first = session(&workbook(ROWS));
        let said = [
            ("visit", "2027-02-03"),
            ("say:residence", ""),
            ("say:service", "temporary"),
            ("say:institution_request", "original"),
            ("say:incapacitated", "no"),
            ("column:1", "number"),
            ("column:4", ""),
            ("order:3", "month"),
            ("choice:status:Студент", "foreigner"),
            ("choice:status:Гражданин", ""),
        ];
        assert!(said.iter().all(|(what, value)| first.set(what, value)));
        let written = |session: &mut Session| {
            session.checked = Some(Rc::new(session.check().whole()));
            session.result(&words).expect("it is checked").whole().expect("it is written")
        };
        let bytes = written(&mut first);
        let mut again = session(&bytes);
        assert_eq!(again.plan, first.plan);
        assert!(again.table.notes.iter().any(|note| note.id == "roll.note.result"));
        assert!(written(&mut again) == bytes);
    }
}

/// A visit that is over is not taken over, and what is said of a column goes where its heading is.
#[test]
fn what_is_carried_follows_its_column() {
    let mut first = session(&workbook(&[&["A", "B", "Статус"], &["Ли", "да", "ВНЖ"]]));
    assert!(first.set("column:1", "number") && first.set("visit", "2020-01-01"));
    first.checked = Some(Rc::new(first.check().whole()));
    let bytes = first.result(&words("en")).expect("it is checked").whole().expect("it is written");
    let carried = session(&bytes).table.carried.clone();
    let heads = [
        (["A", "B", "Статус"], Some(1)),
        (["B", "Статус", "A"], Some(0)),
        (["Статус", "B", "B"], Some(1)),
        (["B", "Статус", "B"], None),
        (["A", "Статус", "C"], None),
    ];
    for (head, place) in heads {
        let table = crate::readable(&workbook(&[&head, &["Ли", "да", "нет"]]));
        let plan = Session::of(Table { carried: carried.clone(), ..table }, crate::labels(), crate::said()).plan;
        assert_eq!(plan.columns.keys().copied().next(), place, "{head:?}");
        assert_eq!(plan.said.visit_date, crate::said().visit_date);
    }
}

#[test]
fn the_counts_are_those_of_the_rows() {
    let counts = rows(result(&workbook(ROWS), &words("en")), 1);
    let of = |name: &str| counts.iter().find(|row| row[0] == name).map(|row| row[1].clone());
    assert_eq!(of("Ready").as_deref(), Some("1"));
    assert_eq!(of("Belongs elsewhere").as_deref(), Some("1"));
    assert_eq!(of("Not everything is said").as_deref(), Some("1"));
    assert_eq!(of("C «Статус»: answers that nobody knows").as_deref(), Some("1"));
}

#[test]
fn it_says_that_it_decides_nothing() {
    for words in all_words() {
        let basis = rows(result(&workbook(ROWS), &words), 2);
        assert_eq!(basis[0][0], words.get("roll.not_a_decision"));
        assert!(basis.iter().any(|row| row[0] == words.with_date("answer.edition", tirkeu::date(2025, 11, 30))));
    }
}

/// Who brings a document past its date is told that it is: what mends it alone would ask for what they hold.
#[test]
fn a_document_past_its_date_is_called_so() {
    for words in all_words() {
        let row = |until| {
            ["ФИО;Статус;Возраст;Паспорт;Кто подаёт;Недееспособность;Срок действия\nЛи;ВНЖ;30;оригинал;сам;нет;", until]
                .concat()
        };
        let to_do = |until| rows(result(row(until).as_bytes(), &words), 0)[1][8].clone();
        let expired = words.get("status.expired");
        assert!(to_do("01.01.2020").contains(&expired), "{}: {}", words.language(), to_do("01.01.2020"));
        assert!(!to_do("01.01.2030").contains(&expired), "{}", words.language());
    }
}

/// A column of the list may be called like one of ours: it stays, in a result and in what is made of one, whatever the language.
#[test]
fn what_the_list_says_stays_whatever_it_is_called() {
    for words in all_words() {
        let names = ["result", "to_do", "to_ask"].map(|id| words.get(&["roll.column.", id].concat()));
        let head = ["ФИО", &*names[0], &*names[1], &*names[2], "Статус"];
        let row = ["Ли", "флюорография", "позвонить", "спросить", "ВНЖ"];
        let first = result(&workbook(&[&head, &row]), &words);
        let again = result(&first, &words);
        for bytes in [&first, &again] {
            let written = rows(bytes.clone(), 0);
            assert_eq!((&written[0][..5], &written[1][..5]), (&head.map(String::from)[..], &row.map(String::from)[..]));
            assert_eq!(written[0].len(), 8, "and ours once: {:?}", written[0]);
        }
        assert!(first == again);
    }
}

/// In another language a result's own columns are still known for what they are.
#[test]
fn a_result_in_another_language_keeps_no_columns_of_ours() {
    let first = result(&workbook(ROWS), &words("ru"));
    let again = rows(result(&first, &words("en")), 0);
    assert_eq!(again[1].len(), ROWS[1].len() + 3, "{:?}", again[1]);
}

/// What is only to be known is no order: a row that is ready stays one with nothing to mend.
#[test]
fn a_hint_is_no_order() {
    let text = "ФИО;ИИН;Статус;Возраст;Паспорт;Кто подаёт\nЛи;990230100002;ВНЖ;30;оригинал;сам\nКим;990230100002;ВНЖ;30;оригинал;сам\n";
    for words in all_words() {
        let (mend, _) = words
            .get("roll.told.cell")
            .split_once('{')
            .map(|(begin, end)| (begin.to_owned(), end.to_owned()))
            .expect("a place");
        let to_do = rows(result(text.as_bytes(), &words), 0)[2][7].clone();
        assert!(to_do.starts_with(&words.get("roll.told.nothing")) && to_do.contains("B3"), "{to_do}");
        assert!(mend.is_empty() || !to_do.contains(&mend), "{to_do}");
    }
}

/// What a spreadsheet could not work out, and a time, come out as they were shown, and are read again as what they were.
#[test]
fn errors_and_times_stay_what_they_were() {
    let styles = br#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="46"/></cellXfs></styleSheet>"#;
    let cells = r#"<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2" s="2"><v>46357.645</v></c><c r="C2" s="3"><v>0.604166666666667</v></c><c r="D2" s="4"><v>1.5</v></c></row>
        <row r="3"><c r="A3"><f>1+1</f></c><c r="B3" s="1"><v>46357</v></c></row>"#;
    let rows_of = [row(1, &["Статус", "Дата рождения", "Обход", "Часы"]), cells.into()].concat();
    let list = by_hand("", &rows_of, &[("xl/styles.xml", styles)]);
    let words = words("en");
    let first = result(&list, &words);
    let shown: Vec<String> = rows(first.clone(), 0)[1].iter().take(4).cloned().collect();
    assert_eq!(shown, ["#N/A", "2026-12-01 15:28:48", "14:30:00", "36:00:00"]);
    assert!(result(&first, &words) == first);
    let kinds = |bytes: &[u8]| crate::faults(&session(bytes).check().whole());
    assert_eq!(kinds(&first), kinds(&list));
    assert_eq!(kinds(&list)[..2], [("A2".to_owned(), "broken"), ("A3".to_owned(), "broken")]);
}
