//! A list as a dormitory keeps it: rooms, mixed spellings, days written in several ways; kept by `LibreOffice`, and made here.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tirkeu::list::dates::Order;
use tirkeu::list::session::Session;
use tirkeu::list::table::Cell;
use tirkeu::{Answer, Application, Document, Form, Held, Person, Verdict, check, date, law};

use crate::{faults, kept, session};

/// What each row says, read by a person: the status, the form, whether the document has an end, and the verdict.
const PEOPLE: &[(Answer, Form, bool, Verdict)] = &[
    (Answer::Foreigner, Form::Original, true, Verdict::Complete),
    (Answer::Foreigner, Form::Copy, true, Verdict::Incomplete),
    (Answer::Foreigner, Form::Original, true, Verdict::Complete),
    (Answer::Foreigner, Form::Original, false, Verdict::Complete),
    (Answer::Refugee, Form::Electronic, false, Verdict::Complete),
    (Answer::Foreigner, Form::Original, true, Verdict::Complete),
    (Answer::Stateless, Form::NotHeld, false, Verdict::Incomplete),
];

/// The numbers that a spreadsheet shows beside them: above stand a title and a blank row, between them another.
const ROWS: [u32; 7] = [4, 5, 6, 8, 9, 10, 11];

fn application((status, form, has_end, _): (Answer, Form, bool, Verdict)) -> Application {
    let mut application = Application::on(date(2026, 12, 1));
    application.answers = [Answer::Institution, Answer::Permanent].into_iter().collect();
    let request = Held { form: Some(Form::Original), valid_until: None };
    application.documents = application.documents.with(Document::InstitutionRequest, request);
    let answers = [status, Answer::Adult, Answer::Oneself, Answer::IncapacitatedNo];
    let mut person = Person { answers: answers.into_iter().collect(), ..Person::default() };
    let held = Held { form: Some(form), valid_until: has_end.then_some(date(2030, 12, 31)) };
    person.documents = person.documents.with(Document::IdentityDocument, held);
    application.people.push(person);
    application
}

/// Said once for all rows, and of the one word that nobody knows.
fn with_what_is_said(bytes: &[u8]) -> Session {
    let mut session = session(bytes);
    assert!(session.say("service", "permanent") && session.say("institution_request", "original"));
    assert!(session.set_choice("status", "Студент", "foreigner"));
    session
}

#[track_caller]
fn is_judged_row_by_row(session: &Session) {
    let checked = session.check().whole();
    let numbers: Vec<u32> = session.table.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, ROWS);
    assert_eq!(faults(&checked), []);
    for (row, person) in PEOPLE.iter().enumerate() {
        let (judged, _) = checked.of_row(row).expect("it is judged");
        assert_eq!(judged.application, application(*person), "row {}", ROWS[row]);
        assert_eq!(judged.report, check(law::EDITIONS, &application(*person)));
        assert_eq!(judged.report.verdict, person.3, "row {}", ROWS[row]);
    }
}

/// Kept by `LibreOffice` as a workbook, where some days are days and others texts.
#[test]
fn a_workbook_of_libreoffice_is_judged_row_by_row() {
    let book = kept("dormitory.xlsx");
    is_judged_row_by_row(&with_what_is_said(&book));
    let table = session(&book).table;
    assert_eq!(table.rows[0].cells[4], Cell::Day(date(1990, 3, 12)), "a day");
    assert_eq!(table.rows[1].cells[4], Cell::of("05.04.1991"), "a text");
    assert_eq!(table.rows[1].cells[10], Cell::Number(4.0), "a formula's value");
}

/// Kept as CSV in windows-1251: days with two digits of a year are asked once for each column, and lost letters are told and asked about.
#[test]
fn a_text_of_libreoffice_is_judged_once_its_days_are_said() {
    let mut session = with_what_is_said(&kept("dormitory.csv"));
    let notes: Vec<_> = session.table.notes.iter().map(|note| note.id).collect();
    assert_eq!(notes, ["roll.note.encoding", "roll.note.lost", "roll.note.above"]);
    let asked = faults(&session.check().whole());
    let order = |cell: &str| (cell.to_owned(), "order");
    assert_eq!(asked, [order("E4"), order("H4"), ("J8".into(), "unknown"), order("E9")]);
    // A Kazakh word that lost a letter is no answer any more, until it is said what it was.
    assert!(session.set_choice("incapacitated", "жо?", "no"));
    for place in [4, 7] {
        session.set_order(place, Order::DayFirst);
    }
    is_judged_row_by_row(&session);
}

/// Before the unknown word is said, its row says nothing of the status, and everybody else has an answer.
#[test]
fn an_unknown_word_keeps_nobody_else_waiting() {
    let mut session = session(&kept("dormitory.xlsx"));
    assert!(session.say("service", "permanent") && session.say("institution_request", "original"));
    let checked = session.check().whole();
    assert_eq!(faults(&checked), [("F10".into(), "unknown")]);
    let asked: Vec<_> = checked.asked.iter().map(|asked| (asked.value.as_str(), asked.rows)).collect();
    assert_eq!(asked, [("студент", 1)]);
    for (row, (.., verdict)) in PEOPLE.iter().enumerate() {
        let expected = if ROWS[row] == 10 { Verdict::Undecided } else { *verdict };
        assert_eq!(checked.verdict(row), Some(expected), "row {}", ROWS[row]);
    }
}

/// The same list made here, whatever way a day is written in.
#[test]
fn a_day_is_one_day_however_it_is_written() {
    let written = ["12.03.1990", "1990-03-12", "12 марта 1990 г.", "12 наурыз 1990 ж.", "12/03/1990"];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Комната", "ФИО", "Д.Р.", "Мәртебе"]) {
        sheet.write_string(0, column, heading).expect("a cell");
    }
    for (row, born) in (1..).zip(written) {
        for (column, cell) in (0..).zip(["12б", &*format!("Ли {row}"), born, " Ыхт"]) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    let (row, day) = (6, ExcelDateTime::from_ymd(1990, 3, 12).expect("a day"));
    sheet.write_datetime_with_format(row, 2, &day, &Format::new().set_num_format("dd.mm.yyyy")).expect("a cell");
    let mut session = session(&book.save_to_buffer().expect("a workbook"));
    assert_eq!(faults(&session.check().whole()), [("C6".into(), "order")], "only what may be two days is asked");
    session.set_order(2, Order::DayFirst);
    let checked = session.check().whole();
    assert_eq!((faults(&checked), checked.judged.len()), (vec![], 6));
    assert!(
        checked
            .judged
            .iter()
            .all(|judged| judged.application.people[0].answers.get(tirkeu::Fact::Age) == Some(Answer::Adult))
    );
}
