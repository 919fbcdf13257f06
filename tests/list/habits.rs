//! What spreadsheets, and those who fill them in, do to a list.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tirkeu::list::dates::Order;
use tirkeu::list::table::Cell;
use tirkeu::{Answer, Document, Fact, Form, date};

use crate::files::{by_hand, row, workbook};
use crate::{checked, faults, readable, session};

const STYLES: &[u8] = br#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// The same number is another day in a workbook of an old Mac.
#[test]
fn days_are_counted_from_1900_or_from_1904() {
    for (properties, day) in [("", date(2026, 12, 1)), (r#"<workbookPr date1904="1"/>"#, date(2030, 12, 2))] {
        let cell = r#"<row r="2"><c r="A2" t="inlineStr"><is><t>Li</t></is></c><c r="B2" s="1"><v>46357</v></c></row>"#;
        let rows = [row(1, &["name", "visit date"]), cell.to_owned()].concat();
        let table = readable(&by_hand(properties, &rows, &[("xl/styles.xml", STYLES)]));
        assert_eq!(table.rows[0].cells[1], Cell::Day(day));
    }
}

#[test]
fn a_cell_that_is_a_day_is_that_day() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "Дата рождения").expect("a cell");
    let day = ExcelDateTime::from_ymd(2012, 12, 2).expect("a day");
    sheet.write_datetime_with_format(1, 0, &day, &Format::new().set_num_format("yyyy-mm-dd")).expect("a cell");
    // The day's number, whose format was lost: it is asked.
    sheet.write_number(2, 0, 41_245).expect("a cell");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let mut session = session(&bytes);
    let checked = session.check().whole();
    assert_eq!(checked.judged[0].application.people[0].answers.get(Fact::Age), Some(Answer::Under14));
    assert_eq!((faults(&checked), checked.faults[0].meant.as_str()), (vec![("A3".into(), "order")], "2012-12-02"));
    session.set_order(0, Order::DayFirst);
    let checked = session.check().whole();
    assert_eq!(checked.judged[1].application.people[0].answers.get(Fact::Age), Some(Answer::Under14));
    assert!(checked.faults.is_empty());
}

#[track_caller]
fn age(born: &str) -> Result<Option<Answer>, &'static str> {
    let checked = checked(["name;born\nLi;", born].concat().as_bytes());
    match checked.faults.first() {
        Some(fault) => Err(tirkeu::Id::id(fault.kind)),
        None => Ok(checked.judged[0].application.people[0].answers.get(Fact::Age)),
    }
}

/// On the day of the visit, 1 December 2026: the birthday itself counts.
#[test]
fn a_day_of_birth_becomes_an_age() {
    for (born, answer) in [
        ("02.12.2012", Answer::Under14),
        ("01.12.2012", Answer::Aged14To15),
        ("2010-12-02", Answer::Aged14To15),
        ("2010-12-01", Answer::Aged16To17),
        ("2 желтоқсан 2008 ж.", Answer::Aged16To17),
        ("1 декабря 2008 г.", Answer::Adult),
        ("1 December 2008", Answer::Adult),
        ("25/12/1990", Answer::Adult),
        ("12/12/1990", Answer::Adult),
        ("2008-12-01 00:00:00", Answer::Adult),
        ("2008-12-01T00:00:00", Answer::Adult),
        ("01.12.2008 0:00:00", Answer::Adult),
        ("02.12.2008 00:00", Answer::Aged16To17),
        ("2008/12/02", Answer::Aged16To17),
        ("2008.12.01", Answer::Adult),
        ("01.12.2008 г.р.", Answer::Adult),
        ("02.12.2008г.р.", Answer::Aged16To17),
        ("1 декабря 2008 года", Answer::Adult),
        ("2008 жылғы 2 желтоқсан", Answer::Aged16To17),
        ("December 2, 2008", Answer::Aged16To17),
        ("2001", Answer::Adult),
        ("2015", Answer::Under14),
    ] {
        assert_eq!(age(born), Ok(Some(answer)), "{born}");
    }
}

/// What is no day of birth, or may be two, is told and gives no age.
#[test]
fn what_is_no_day_of_birth_is_no_age() {
    for (born, kind) in [
        ("03/04/2001", "order"),
        ("03-04-2001", "order"),
        ("03.04.01", "order"),
        ("31.02.2001", "no_day"),
        ("2008", "no_day"),
        ("2012", "no_day"),
        ("2026", "no_day"),
        ("1890", "no_day"),
        ("01.12.2008 в обед", "no_day"),
        ("2008/13/01", "no_day"),
        ("2008/31/12", "no_day"),
        ("бессрочно", "no_day"),
        ("02.12.2026", "birth"),
        ("01.12.1890", "no_day"),
    ] {
        assert_eq!(age(born), Err(kind), "{born}");
    }
}

#[test]
fn the_order_of_a_column_is_said_once() {
    let mut session = session("name;born\nLi;03/04/12\nKim;12/05/2012\n".as_bytes());
    let ages = |session: &crate::Session| {
        let checked = session.check().whole();
        assert!(checked.faults.is_empty());
        let ages = checked.judged.iter().map(|judged| judged.application.people[0].answers.get(Fact::Age));
        ages.collect::<Vec<_>>()
    };
    session.set_order(1, Order::DayFirst);
    assert_eq!(ages(&session), [Some(Answer::Aged14To15), Some(Answer::Aged14To15)]);
    session.set_order(1, Order::MonthFirst);
    assert_eq!(ages(&session), [Some(Answer::Aged14To15), Some(Answer::Under14)]);
}

#[test]
fn an_age_is_years_or_a_band() {
    let text = "name;age\na;13\nb;15 лет\nc;17.0\nd;18+\ne;14-15\nf;131\ng;семь\nh;взрослый\n";
    let checked = checked(text.as_bytes());
    let ages: Vec<_> =
        checked.judged.iter().map(|judged| judged.application.people[0].answers.get(Fact::Age)).collect();
    let (under, teen, adult) = (Some(Answer::Under14), Some(Answer::Aged14To15), Some(Answer::Adult));
    assert_eq!(ages, [under, teen, None, adult, teen, None, None, adult]);
    assert_eq!(faults(&checked), [("B4".into(), "unknown"), ("B7".into(), "no_age"), ("B8".into(), "unknown")]);
}

#[test]
fn an_age_beside_another_day_of_birth_is_unknown() {
    let checked = checked("age;born\n20;01.12.2012\n14;01.12.2012\n".as_bytes());
    assert_eq!(faults(&checked), [("B2".into(), "ages_differ")]);
    assert_eq!(checked.judged[0].application.people[0].answers.get(Fact::Age), None);
    assert_eq!(checked.judged[1].application.people[0].answers.get(Fact::Age), Some(Answer::Aged14To15));
}

/// A closed list says that there is no end; nothing else does.
#[test]
fn no_end_of_a_term_is_no_fault() {
    let text =
        "паспорт;паспорт до\nоригинал;бессрочно\nоригинал;мерзімсіз\nоригинал;-\nоригинал;нет\nоригинал;когда-нибудь\n";
    let checked = checked(text.as_bytes());
    assert_eq!(faults(&checked), [("B6".into(), "no_day")]);
    let held = checked.judged[0].application.people[0].documents.get(Document::IdentityDocument);
    assert_eq!((held.form, held.valid_until), (Some(Form::Original), None));
}

/// Zeros at the beginning of an IIN are put back only where the check digit then fits, and it is told.
#[test]
fn lost_zeros_of_an_iin_are_put_back() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "ИИН").expect("a cell");
    for (row, number) in [(1, 990_230_100_002.0), (2, with_zeros()), (3, 12_345.0), (4, 990_230_100_003.0)] {
        sheet.write_number(row, 0, number).expect("a cell");
    }
    let checked = checked(&workbook.save_to_buffer().expect("a workbook"));
    assert_eq!(faults(&checked), [("A3".into(), "restored"), ("A4".into(), "iin"), ("A5".into(), "iin")]);
    assert!(tirkeu::page::iin::is_iin(&checked.faults[0].meant), "{:?}", checked.faults[0]);
}

/// The number of somebody born in 2001 as a spreadsheet keeps it: one zero less, and a digit that fits.
fn with_zeros() -> f64 {
    let fits = |digit: &u32| tirkeu::page::iin::is_iin(&format!("010203500{digit:03}"));
    let digit = (0..1000).find(fits).expect("one of ten fits");
    10_203_500_000.0 + f64::from(digit)
}

#[test]
fn a_number_of_sixteen_digits_has_lost_one() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "РКА").expect("a cell");
    sheet.write_number(1, 0, 1_234_567_890_123_456.0).expect("a cell");
    sheet.write_string(2, 0, "1234567890123456").expect("a cell");
    sheet.write_string(3, 0, "12345").expect("a cell");
    let checked = checked(&workbook.save_to_buffer().expect("a workbook"));
    assert_eq!(faults(&checked), [("A2".into(), "rounded"), ("A4".into(), "rka")]);
}

#[test]
fn the_same_person_twice_is_a_hint_that_names_both() {
    let checked = checked("name;born\nLi;01.12.2000\nKim;01.12.2000\nli;2000-12-01\n".as_bytes());
    assert_eq!(faults(&checked), [("A4".into(), "double")]);
    assert_eq!(checked.faults[0].meant, "A2");
}

/// What a spreadsheet could not work out is no answer, and neither is a formula without its value; one with its value is.
#[test]
fn formulas_and_errors_are_told() {
    let cells = r#"<row r="2"><c r="A2" t="e"><v>#N/A</v></c></row><row r="3"><c r="A3"><f>1+1</f></c></row>
        <row r="4"><c r="A4" t="str"><f>"ref"&amp;"ugee"</f><v>refugee</v></c></row>"#;
    let checked = checked(&by_hand("", &[row(1, &["status"]), cells.into()].concat(), &[]));
    assert_eq!(faults(&checked), [("A2".into(), "broken"), ("A3".into(), "broken")]);
    assert_eq!(checked.judged[2].application.people[0].answers.get(Fact::Status), Some(Answer::Refugee));
}

/// As a dormitory would keep it: rooms, mixed spellings, three ways of writing days; what is unclear is asked once.
#[test]
fn a_list_as_a_dormitory_keeps_it() {
    let rows: &[&[&str]] = &[
        &["№ п/п", "Ф.И.О.", "Комната", "СТАТУС ", "Дата  рождения", "Паспорт/ВНЖ", "Срок действия"],
        &["1", "Ким Анна", "12а", "внж", "12.03.1990", "Ориг.", "31.12.2030"],
        &["2", "Ли Сергей", "12а", "Внж ", "1991-05-06", "эл.", "бессрочно"],
        &["3", "Пак Ольга", "13", "Л.Б.Г.", "7 июня 1992 г.", "ксерокопия", ""],
        &["4", "Цой Марат", "13", "студент", "08.07.1993", "оригинал", "2029-01-01"],
        &["5", "Юн Вера", "14", "студент", "09.08.1994", "оригинал", "2029-01-01"],
    ];
    let mut session = session(&workbook(rows));
    let place = 5;
    assert!(session.set_column(place, "identity_document"));
    let checked = session.check().whole();
    let asked: Vec<_> = checked.asked.iter().map(|asked| (asked.value.as_str(), asked.rows)).collect();
    assert_eq!(asked, [("студент", 2), ("Л.Б.Г.", 1)]);
    assert!(
        session.set_choice("status", "студент", "foreigner") && session.set_choice("status", "Л.Б.Г.", "stateless")
    );
    let checked = session.check().whole();
    assert_eq!(faults(&checked), []);
    let held = |row: usize| checked.judged[row].application.people[0].documents.get(Document::IdentityDocument).form;
    assert_eq!([0, 1, 2].map(held), [Form::Original, Form::Electronic, Form::Copy].map(Some));
    let status = |row: usize| checked.judged[row].application.people[0].answers.get(Fact::Status);
    assert_eq!(
        [0, 1, 2, 4].map(status),
        [Answer::Foreigner, Answer::Foreigner, Answer::Stateless, Answer::Foreigner].map(Some)
    );
}

/// However a day is written, it is that day, whatever is written behind it; and a century is never guessed against the visit.
#[test]
fn a_birth_is_one_day_however_it_is_written() {
    let rng = &mut fastrand::Rng::with_seed(19);
    let months = |language: &str| {
        (1..=12).map(|month| crate::words(language).get(&format!("month.{month}"))).collect::<Vec<_>>()
    };
    let (ru, en, kk) = (months("ru"), months("en"), months("kk"));
    for _ in 0..300 {
        let (year, month, day) = (rng.u16(1930..2026), rng.u8(1..13), rng.u8(1..29));
        let name = |months: &[String]| months[usize::from(month) - 1].clone();
        let ways = [
            format!("{day:02}.{month:02}.{year}"),
            format!("{day}.{month}.{year} г.р."),
            format!("{day:02}.{month:02}.{year} 0:00:00"),
            format!("{year}-{month:02}-{day:02}T00:00:00"),
            format!("{year}/{month:02}/{day:02}"),
            format!("{year}.{month}.{day}"),
            format!("{day} {} {year} г.", name(&ru)),
            format!("{year} жылғы {day} {}", name(&kk)),
            format!("{} {day}, {year}", name(&en)),
        ];
        let right =
            tirkeu::list::dates::years(date(year.into(), month, day), date(2026, 12, 1)).map(tirkeu::list::dates::age);
        for way in ways {
            assert_eq!(age(&way), Ok(right), "{way}");
        }
        let mut session = session(format!("name;born\nLi;{day:02}.{month:02}.{:02}\n", year % 100).as_bytes());
        session.set_order(1, Order::DayFirst);
        let checked = session.check().whole();
        assert_eq!(
            (faults(&checked), checked.judged[0].application.people[0].answers.get(Fact::Age)),
            (vec![], right),
            "{year}"
        );
    }
}

/// A year alone is an age only where everybody of that year has it: in a cell that is a number as in one that is a text.
#[test]
fn a_year_of_birth_says_what_is_true_of_all_its_days() {
    for year in 1900..2030_u16 {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_string(0, 0, "Год рождения").expect("a cell");
        sheet.write_number(1, 0, year).expect("a cell");
        let read = checked(&workbook.save_to_buffer().expect("a workbook"));
        let ages = [(1, 1), (12, 31)].map(|(month, day)| {
            let years = tirkeu::list::dates::years(date(year.into(), month, day), date(2026, 12, 1));
            years.filter(|years| *years <= 130).map(tirkeu::list::dates::age)
        });
        let right = if ages[0] == ages[1] { ages[0] } else { None };
        assert_eq!(read.judged[0].application.people[0].answers.get(Fact::Age), right, "{year}");
        assert_eq!(faults(&read).is_empty(), right.is_some(), "{year}");
    }
}

/// Every IIN is known without the zeros that a number cannot begin with: those of January to September 2000 lose three.
#[test]
fn every_iin_is_known_without_its_zeros() {
    let rng = &mut fastrand::Rng::with_seed(16);
    for _ in 0..300 {
        let born = format!("{:02}{:02}{:02}", rng.u8(0..10), rng.u8(1..13), rng.u8(1..29));
        let iin = (0..10_000)
            .map(|_| format!("{born}{:06}", rng.u32(100_000..999_999)))
            .find(|iin| tirkeu::page::iin::is_iin(iin));
        let iin = iin.expect("one of eleven fits");
        let read = checked(format!("ФИО;ИИН\nЛи;{}\n", iin.trim_start_matches('0')).as_bytes());
        assert_eq!(faults(&read), [("B2".into(), "restored")], "{iin}");
        assert_eq!(read.faults[0].meant, iin);
    }
}

/// Until when something is valid is said with words around the day, or by a month or a year; that is an end where the visit is outside of it.
#[test]
fn an_end_is_read_however_it_is_said() {
    let end = |cell: &str| {
        let checked = checked(format!("паспорт;паспорт до\nоригинал;{cell}\n").as_bytes());
        let held = checked.judged[0].application.people[0].documents.get(Document::IdentityDocument);
        (held.form, held.valid_until, faults(&checked).pop().map(|(_, kind)| kind))
    };
    for (day, cells) in [
        (
            date(2030, 12, 31),
            &[
                "31.12.2030",
                "до 31.12.2030",
                "По 31.12.2030 г.",
                "действителен до 31 декабря 2030 года",
                "с 01.01.2020 по 31.12.2030",
                "31.12.2030 включительно",
                "31.12.2030 дейін",
                "until December 31, 2030",
                "2030-12-31T00:00:00",
            ][..],
        ),
        (date(2030, 12, 1), &["12.2030", "до 12.2030", "12/2030", "2030-12", "декабрь 2030", "December 2030"]),
        (date(2030, 1, 1), &["2030", "до 2030 г."]),
        (date(2026, 11, 30), &["11.2026"]),
        (date(2025, 12, 31), &["2025"]),
    ] {
        for cell in cells {
            assert_eq!(end(cell), (Some(Form::Original), Some(day), None), "{cell}");
        }
    }
    // The visit is on 1 December 2026: of that month every day counts as it, of the year nobody knows.
    assert_eq!(end("12.2026"), (Some(Form::Original), Some(date(2026, 12, 1)), None));
    for cell in ["2026", "13.2030", "ещё до 31.12.2030", "01.12"] {
        assert_eq!(end(cell), (None, None, Some("no_day")), "{cell}");
    }
}
