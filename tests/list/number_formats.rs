//! What a cell shows counts where people read it, and its number where one reckons with it; where the two differ it is told.

use std::rc::Rc;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tirkeu::list::session::Session;
use tirkeu::list::table::Cell;
use tirkeu::{Answer, Document, Fact, Form, Verdict};

use crate::{checked, faults, readable, session, words};

/// One column: its heading, and cells that are numbers under a format, or texts where the format is empty.
fn column(heading: &str, cells: &[(&str, f64, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "ФИО").expect("a cell");
    sheet.write_string(0, 1, heading).expect("a cell");
    for (row, (format, number, shown)) in (1..).zip(cells) {
        sheet.write_string(row, 0, format!("Ли {row}")).expect("a cell");
        if format.is_empty() {
            sheet.write_string(row, 1, *shown).expect("a cell");
        } else {
            let format = Format::new().set_num_format(*format);
            sheet.write_number_with_format(row, 1, *number, &format).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Formats as people have them, a number, and what the cell shows.
const SHOWN: &[(&str, f64, &str)] = &[
    ("0%", 0.5, "50%"),
    ("0.00%", 0.125, "12.5%"),
    ("000000000000", 10_203_500_000.0, "010203500000"),
    ("000000\\ 000000", 10_203_500_000.0, "010203 500000"),
    ("00", 1.0, "01"),
    ("#,##0", 1990.0, "1990"),
    ("\"№\"0", 5.0, "№5"),
    ("0\" лет\"", 15.0, "15 лет"),
    ("\"да\";;\"нет\"", 1.0, "да"),
    ("\"да\";;\"нет\"", 0.0, "нет"),
    ("[=1]\"оригинал\";[=2]\"копия\";General", 2.0, "копия"),
    ("[=1]\"внж\";[=2]\"лбг\";General", 1.0, "внж"),
];

/// A number that its format shows as something means what that says as a text, in every column that is read as it stands there.
#[test]
fn a_number_means_what_its_cell_shows() {
    for heading in ["ИИН", "РКА", "Семья", "Статус", "Недееспособность", "Паспорт", "Кто подаёт", "№"]
    {
        for shown in SHOWN {
            let [number, text] = [*shown, ("", 0.0, shown.2)].map(|cell| checked(&column(heading, &[cell])));
            assert_eq!(number.judged[0].application, text.judged[0].application, "{heading}: {shown:?}");
            assert_eq!(number.faults, text.faults, "{heading}: {shown:?}");
        }
    }
}

/// The zeros of an IIN that only its format shows are there: nothing is to be put back, and the same number as a text is the same person.
#[test]
fn an_iin_has_the_zeros_that_its_format_shows() {
    let fits = |digit: &u32| tirkeu::page::iin::is_iin(&format!("010203500{digit:03}"));
    let digit = (0..1000).find(fits).expect("one of ten fits");
    let (number, text) = (10_203_500_000.0 + f64::from(digit), format!("010203500{digit:03}"));
    let cells = [("000000000000", number, ""), ("000000\\ 000000", number, ""), ("", 0.0, &*text), ("0", number, "")];
    let read = checked(&column("ИИН", &cells));
    let right = [("B3", "double"), ("B4", "double"), ("B5", "restored"), ("B5", "double")];
    assert_eq!(faults(&read), right.map(|(cell, kind)| (cell.to_owned(), kind)));
}

/// A family by its number is one, whether its zero is typed or shown.
#[test]
fn a_family_is_the_same_however_its_number_is_kept() {
    let read = checked(&column("Семья", &[("00", 1.0, ""), ("", 0.0, "01"), ("00", 2.0, ""), ("#,##0", 1.0, "")]));
    assert_eq!(
        read.judged.iter().map(|judged| judged.rows.clone()).collect::<Vec<_>>(),
        [vec![0, 1], vec![2], vec![3]]
    );
}

#[track_caller]
fn age(format: &str, number: f64) -> Result<Option<Answer>, (&'static str, String)> {
    let read = checked(&column("Возраст", &[(format, number, "")]));
    match read.faults.first() {
        Some(fault) => Err((tirkeu::Id::id(fault.kind), fault.value.clone())),
        None => Ok(read.judged[0].application.people[0].answers.get(Fact::Age)),
    }
}

/// Years are reckoned with; rounded up to another age, shown as a percentage, or as nothing, they are told and no age.
#[test]
fn an_age_is_one_only_where_number_and_look_agree() {
    for (format, number, right) in [
        ("0", 17.0, Answer::Aged16To17),
        ("0", 16.4, Answer::Aged16To17),
        ("0", 16.9, Answer::Aged16To17),
        ("0.0", 16.9, Answer::Aged16To17),
        ("General", 17.9, Answer::Aged16To17),
        ("0\" лет\"", 15.0, Answer::Aged14To15),
        ("#,##0", 30.0, Answer::Adult),
        ("00", 9.0, Answer::Under14),
    ] {
        assert_eq!(age(format, number), Ok(Some(right)), "{number} under {format}");
    }
    for (format, number, kind, value) in [
        ("0", 17.9, "no_age", "18 (17.9)"),
        ("0", 13.5, "no_age", "14 (13.5)"),
        ("0%", 0.3, "unknown", "30%"),
        ("0;0;\"-\"", 0.0, "unknown", "-"),
        ("0", 131.0, "no_age", "131"),
    ] {
        assert_eq!(age(format, number), Err((kind, value.to_owned())), "{number} under {format}");
    }
}

/// A list with one day, which its cell shows by this format.
fn day(heading: &str, format: &str, [year, month, day]: [u16; 3]) -> Session {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let cells = ["ФИО", "Статус", "Паспорт", "Кто подаёт", "Недееспособность", "Услуга", "Запрос", heading];
    let said = ["Ли", "внж", "оригинал", "сам", "нет", "постоянная", "оригинал"];
    for (row, cells) in [(0, &cells[..]), (1, &said[..])] {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, *cell).expect("a cell");
        }
    }
    let date = ExcelDateTime::from_ymd(year, month.try_into().expect("a month"), day.try_into().expect("a day"));
    let format = Format::new().set_num_format(format);
    sheet.write_datetime_with_format(1, 7, date.expect("a day"), &format).expect("a cell");
    session(&book.save_to_buffer().expect("a workbook"))
}

/// What a spreadsheet makes of "12.2027" is a day that nobody said: the month counts, and within it nobody knows.
#[test]
fn a_month_is_no_day() {
    let until = |format: &str, day_of: [u16; 3]| {
        let mut session = day("Срок действия", format, day_of);
        assert!(session.say("age", "adult"));
        let checked = session.check().whole();
        (checked.verdict(0).expect("a row"), faults(&checked))
    };
    let [ready, past] = [Verdict::Complete, Verdict::Incomplete].map(|verdict| (verdict, vec![]));
    let open = (Verdict::Undecided, vec![("H2".to_owned(), "no_day")]);
    // The visit is on 1 December 2026.
    assert_eq!(until("mmm-yy", [2027, 12, 1]), ready);
    assert_eq!(until("mmmm yyyy", [2026, 12, 1]), ready);
    assert_eq!(until("mm.yyyy", [2026, 11, 1]), past);
    assert_eq!(until("yyyy", [2027, 1, 1]), ready);
    assert_eq!(until("yyyy", [2025, 1, 1]), past);
    assert_eq!(until("yyyy", [2026, 1, 1]), open);
    assert_eq!(until("d-mmm", [2027, 3, 4]), open, "a day without its year is no day");
    assert_eq!(until("dd.mm.yyyy", [2026, 12, 1]), ready);
    assert_eq!(until("dd.mm.yy", [2026, 11, 30]), past);
}

/// Born in a month or a year: an age where everybody born then has the same.
#[test]
fn a_birth_without_its_day_is_an_age_where_that_is_one() {
    let born = |format: &str, day_of: [u16; 3]| {
        let checked = day("Дата рождения", format, day_of).check().whole();
        (checked.judged[0].application.people[0].answers.get(Fact::Age), faults(&checked).len())
    };
    assert_eq!(born("yyyy", [2001, 1, 1]), (Some(Answer::Adult), 0));
    assert_eq!(born("yyyy", [2010, 1, 1]), (None, 1), "15 or 16");
    assert_eq!(born("mm.yyyy", [2010, 12, 1]), (None, 1), "15 or 16");
    assert_eq!(born("mm.yyyy", [2010, 11, 1]), (Some(Answer::Aged16To17), 0));
    assert_eq!(born("d-mmm", [2026, 3, 1]), (None, 1), "the year of a birthday is that of the typing");
}

/// A year of two digits that a spreadsheet took for one of the last century is asked, where no document and no visit can be.
#[test]
fn no_document_ends_a_century_ago() {
    let mut session = day("Срок действия", "dd.mm.yy", [1930, 12, 31]);
    assert!(session.say("age", "adult"));
    let open = session.check().whole();
    assert_eq!((open.verdict(0), faults(&open)), (Some(Verdict::Undecided), vec![("H2".into(), "order")]));
    assert_eq!(open.faults[0].meant, "2030-12-31");
    session.set_order(7, tirkeu::list::dates::Order::DayFirst);
    let said = session.check().whole();
    assert_eq!((said.verdict(0), faults(&said)), (Some(Verdict::Complete), vec![]));
}

/// A word that a day's format shows for zero is that word.
#[test]
fn a_day_that_is_shown_as_a_word_is_the_word() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, cell) in (0..).zip(["Паспорт", "Срок действия"]) {
        sheet.write_string(0, column, cell).expect("a cell");
    }
    sheet.write_string(1, 0, "оригинал").expect("a cell");
    let format = Format::new().set_num_format("dd.mm.yyyy;;\"бессрочно\"");
    sheet.write_number_with_format(1, 1, 0, &format).expect("a cell");
    let read = checked(&book.save_to_buffer().expect("a workbook"));
    let held = read.judged[0].application.people[0].documents.get(Document::IdentityDocument);
    assert_eq!((faults(&read), held.form, held.valid_until), (vec![], Some(Form::Original), None));
}

/// The result keeps numbers with their formats, and read again it gives the same.
#[test]
fn a_result_keeps_how_numbers_look() {
    let (ru, list) = (words("ru"), column("Семья", SHOWN));
    let result = |bytes: &[u8]| {
        let mut session = session(bytes);
        session.checked = Some(Rc::new(session.check().whole()));
        session.result(&ru).expect("it is checked").whole().expect("it is written")
    };
    let first = result(&list);
    assert!(result(&first) == first, "another result");
    let cells = |bytes: &[u8]| readable(bytes).rows.iter().map(|row| row.cells[1].clone()).collect::<Vec<Cell>>();
    assert_eq!(cells(&first), cells(&list));
    let kept = |cell: &Cell| {
        matches!(cell, Cell::Formatted(formatted) if SHOWN.iter().any(|(code, number, shown)| {
            (&*formatted.code, formatted.value, &*formatted.shown) == (*code, *number, *shown)
        }))
    };
    assert!(cells(&first).iter().all(kept), "{:?}", cells(&first));
}
